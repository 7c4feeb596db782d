"""A cluster does what a process does: the same files, whoever ends on the way, or a word on why not."""

import json
import os

import pytest
from cluster import cluster_here, cluster_of_processes
from standin import ENGLISH, RUSSIAN

pytest.importorskip("distributed")

import translate.batch
from translate.batch import ClusterError, Dask, Given, Pair, cluster
from translate.batch.home import LOCK
from translate.batch.journal import NAME as JOURNAL
from translate.batch.process import ComparisonEnded
from translate.errors import InputError, LibraryMissing, OptionError, OutputError
from translate.matching import sketching
from translate.matching.articles import Article
from translate.options import Options
from translate.testing import LetterEmbedder

OPTIONS = Options(engine="none")


@pytest.fixture(scope="module")
def address():
    with cluster_here() as found:
        yield found


@pytest.fixture
def dask(address):
    with Dask(address) as connected:
        yield connected


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in (JOURNAL, LOCK)
    }


def table(path, count):
    rows = [{"source_text": f"{RUSSIAN} {n}.", "target_text": f"{ENGLISH} {n}."} for n in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_files_are_those_of_a_process(no_model, dask, stories, tmp_path):
    here = translate.batch.run(stories, tmp_path / "here", OPTIONS, formats=["html"], workers=0)
    there = translate.batch.run(stories, tmp_path / "there", OPTIONS, formats=["html"], executor=dask)
    assert (there.pairs, there.errors) == (here.pairs, here.errors) == (4, 1)
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_a_worker_and_then_the_scheduler_are_killed_in_the_middle_and_nothing_is_lost(no_model, tmp_path):
    pairs = table(tmp_path / "pairs.jsonl", 9)
    translate.batch.run(pairs, tmp_path / "here", OPTIONS, workers=0)
    with cluster_of_processes(tmp_path, 2) as (address, scheduler, workers), Dask(address) as dask:
        dask._client.wait_for_workers(2)
        killed = []

        def kill(process, progress):
            if 1 <= progress.done < 7 and process not in killed:
                assert process.poll() is None
                process.kill()
                killed.append(process)

        result = translate.batch.run(
            pairs, tmp_path / "one", OPTIONS, executor=dask, progress=lambda told: kill(workers[0], told)
        )
        assert killed == [workers[0]]
        assert (result.pairs, result.errors) == (9, 0)
        with pytest.raises(ClusterError, match=r"cannot be reached.*what is done is not done again"):
            translate.batch.run(
                pairs, tmp_path / "two", OPTIONS, executor=dask, progress=lambda told: kill(scheduler, told)
            )
    resumed = translate.batch.run(pairs, tmp_path / "two", OPTIONS, workers=0)
    assert 1 <= resumed.resumed < 9
    assert contents(tmp_path / "one") == contents(tmp_path / "here")
    assert contents(tmp_path / "two") == contents(tmp_path / "here")


def test_tasks_are_taken_as_there_is_room_for_them(no_model, dask, tmp_path):
    taken = []

    def pairs():
        for number in range(1, 9):
            taken.append(number)
            yield Pair(number, "", Given("text", RUSSIAN), Given("text", ENGLISH))

    most = []
    translate.batch.run(
        pairs(), tmp_path / "out", OPTIONS, executor=dask, progress=lambda told: most.append(len(taken) - told.done)
    )
    assert max(most) <= 2 * cluster.AHEAD
    assert len(taken) == 8


def test_relative_paths_lead_where_they_do_here(no_model, dask, tmp_path, monkeypatch):
    for name, text in (("ru", RUSSIAN), ("en", ENGLISH)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bridge.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    translate.batch.run(("ru", "en"), "here", OPTIONS, workers=0)
    translate.batch.run(("ru", "en"), "there", OPTIONS, executor=dask)
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_a_folder_that_the_workers_do_not_share_ends_the_batch(no_model, dask, stories, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster._Mark, "in_folder", lambda mark, folder: str(tmp_path / "elsewhere" / "mark"))
    with pytest.raises(ClusterError, match=r"does not see .*out as this program does.*s3://"):
        translate.batch.run(stories, tmp_path / "out", OPTIONS, executor=dask)
    assert not (tmp_path / "out" / "results").exists()


def test_the_mark_by_which_the_folder_is_known_is_taken_away(no_model, dask, stories, tmp_path):
    translate.batch.run(stories, tmp_path / "out", OPTIONS, executor=dask)
    assert not list((tmp_path / "out").glob(".parallax-*"))


def test_errors_of_ours_arrive_as_they_were(no_model, dask, stories, tmp_path, monkeypatch):
    def full(name, data):
        raise OutputError("the disk is full")

    monkeypatch.setattr("translate.batch.task.write_output", full)
    with pytest.raises(OutputError, match="the disk is full"):
        translate.batch.run(stories, tmp_path / "out", OPTIONS, executor=dask)


def test_a_pair_that_ends_its_workers_is_an_error_of_its_own(dask, stories, tmp_path, monkeypatch):
    def too_much(source, target, options, *, progress=None):
        raise MemoryError

    monkeypatch.setattr("translate.batch.task.compare", too_much)
    result = translate.batch.run(stories, tmp_path / "out", OPTIONS, executor=dask)
    first = next(result.outcomes())
    assert (result.errors, first.exit_status) == (4, 70)
    assert "one after the other" in first.error


class Job:
    """Gives its number, or ends as it is told to."""

    def __init__(self, number, error=None):
        self.number, self.error = number, error

    def __reduce__(self):
        return Job, (self.number, self.error)

    def do(self, progress):
        if self.error:
            raise self.error("wrong")
        return self.number


def test_answers_come_in_order_where_that_is_asked_for(dask):
    assert [answer for _, answer in dask.in_order(map(Job, range(9)))] == list(range(9))
    with pytest.raises(InputError, match="wrong"):
        list(dask.in_order([Job(1), Job(2, InputError)]))
    with pytest.raises(ComparisonEnded):
        list(dask.in_order([Job(1, MemoryError)]))
    with pytest.raises(ClusterError, match=r"cannot run Parallax \(ZeroDivisionError"):
        list(dask.in_order([Job(1, ZeroDivisionError)]))


def test_articles_are_sketched_as_they_are_here(dask, monkeypatch):
    monkeypatch.setattr(sketching, "remembering", lambda embedder: LetterEmbedder())
    monkeypatch.setattr(sketching, "CHUNK", 2)
    articles = [Article(str(number), f"{RUSSIAN}\n\nИх было {number}.") for number in range(7)]
    here, there = (list(sketching.sketched(articles, print, executor=done_by)) for done_by in (None, dask))
    assert [article for article, _ in there] == articles
    for (_, one), (_, other) in zip(here, there, strict=True):
        assert (one.vector.tobytes(), one.keys.tobytes()) == (other.vector.tobytes(), other.keys.tobytes())


def test_a_worker_that_is_set_otherwise_is_refused_at_once(address, monkeypatch):
    monkeypatch.setattr(cluster, "likeness", lambda options: (("Parallax", "0.0.9"),))
    with pytest.raises(ClusterError, match=r"Parallax: 0\.0\.9 here, [1-9.]*0\.1\.0 there"):
        connected_to_others(address, monkeypatch)


def connected_to_others(address, monkeypatch):
    """A worker of this process would be as we are, so its answer is the real one."""
    from translate.batch.cluster_worker import likeness

    monkeypatch.setattr("distributed.Client.run", lambda client, function, *rest, **how: {address: likeness(None)})
    Dask(address)


def test_a_worker_that_comes_later_is_refused_by_its_first_task(no_model, dask, stories, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "likeness", lambda options: (("Parallax", "0.0.9"),))
    with pytest.raises(ClusterError, match=r"Parallax: 0\.0\.9 here.*Install the same"):
        translate.batch.run(stories, tmp_path / "out", OPTIONS, executor=dask)


def test_other_versions_of_libraries_are_told(address, monkeypatch):
    from distributed import versions

    real = versions.get_versions

    def other(packages=None):
        found = real(packages)
        found["packages"]["numpy"] = "1.0"
        return found

    def versions_of(client, check=False, packages=None):
        found = real()
        import warnings

        warnings.warn(versions.error_message(found, {address: found}, other())["warning"], stacklevel=1)

    monkeypatch.setattr("distributed.Client.get_versions", versions_of)
    with pytest.raises(ClusterError, match=r"other versions than this one.*(?s:.*)numpy.*1\.0"):
        Dask(address)


def test_a_worker_without_parallax_is_told(address, monkeypatch):
    lacking = {address: ModuleNotFoundError("No module named 'translate'")}
    monkeypatch.setattr("distributed.Client.run", lambda client, function, *rest, **how: lacking)
    with pytest.raises(ClusterError, match=r"cannot run Parallax \(ModuleNotFoundError"):
        Dask(address)


def test_nobody_there_is_told(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:1 cannot be reached"):
        Dask("tcp://127.0.0.1:1")


@pytest.mark.parametrize("given", ["127.0.0.1:8786", "here", "s3://bucket", ""])
def test_what_is_no_scheduler_is_refused(given):
    with pytest.raises(OptionError, match="is no scheduler"):
        Dask(given)


def test_without_dask_it_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setattr(cluster, "has_libraries", lambda *modules: False)
    with pytest.raises(LibraryMissing, match="needs distributed"):
        Dask()


def test_connecting_changes_nothing_of_this_process(dask):
    assert "DASK_SCHEDULER_ADDRESS" not in os.environ
    with pytest.raises(ValueError, match="No clients found"):
        __import__("distributed").default_client()
