"""Results in a store: the same files as in a folder, gone on with after a kill, from this machine or another one."""

import json
import socket
import sys

import pytest
from standin import ENGLISH, RUSSIAN, standin_compare

pytest.importorskip("upath")

import translate.batch
from translate.batch import Given, Pair
from translate.batch import home as home_module
from translate.batch.home import LOCK, Home
from translate.batch.journal import NAME as JOURNAL
from translate.errors import InputError, OptionError, OutputError
from translate.options import Options
from translate.text.places import files_below, place_of, put_whole

OPTIONS = Options(engine="none")


@pytest.fixture(autouse=True)
def _own_journals(tmp_path, monkeypatch):
    monkeypatch.setattr(home_module, "user_data_path", lambda name: tmp_path / "data")


@pytest.fixture
def memory():
    """An empty store in the memory of this process."""
    from fsspec.implementations.memory import MemoryFileSystem

    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    return "memory://news"


@pytest.fixture(scope="module")
def s3_server():
    """The address of a server that speaks as S3 does, with a bucket."""
    server = pytest.importorskip("moto.server")
    pytest.importorskip("s3fs")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = server.ThreadedMotoServer("127.0.0.1", port, verbose=False)
    running.start()
    yield f"http://127.0.0.1:{port}"
    running.stop()


@pytest.fixture
def s3(s3_server, monkeypatch, tmp_path):
    """A bucket on that server, to which the settings of the environment lead."""
    import s3fs

    settings = {
        "AWS_ENDPOINT_URL_S3": s3_server,
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": str(tmp_path / "none"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    store = s3fs.S3FileSystem()
    bucket = f"news-{tmp_path.name.lower().replace('_', '-')[:40].strip('-')}"
    store.mkdir(bucket)
    yield f"s3://{bucket}"
    s3fs.S3FileSystem.clear_instance_cache()


@pytest.fixture
def compared(monkeypatch):
    """Sources of the pairs that were compared, in their order."""
    done = []

    def counting(source, target, options, *, progress=None):
        done.append(source)
        return standin_compare(source, target, options)

    monkeypatch.setattr("translate.batch.task.compare", counting)
    return done


def run(pairs, out, **settings):
    return translate.batch.run(pairs, out, OPTIONS, **{"workers": 0, **settings})


def contents(out):
    return {str(inside): path.read_bytes() for path, inside in files_below(place_of(out)) if inside.name != JOURNAL}


def put_table(out, name, rows):
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    put_whole(place_of(f"{out}/{name}"), lines.encode())
    return f"{out}/{name}"


def test_results_in_a_store_are_those_of_a_folder(compared, stories, tmp_path, memory):
    run(stories, tmp_path / "here", formats=["html"])
    result = run(stories, f"{memory}/out", formats=["html"])
    assert contents(f"{memory}/out") == contents(str(tmp_path / "here"))
    assert [outcome.number for outcome in result.outcomes()] == [1, 2, 3, 4]
    assert str(result.folder / "index.html") == "memory://news/out/index.html"


def test_all_of_it_on_a_server_that_speaks_as_s3_does(compared, tmp_path, s3):
    put_whole(place_of(f"{s3}/in/ru/bridge.txt"), RUSSIAN.encode())
    put_whole(place_of(f"{s3}/in/en/bridge.txt"), ENGLISH.encode())
    rows = [
        {"id": "beside it", "source": "ru/bridge.txt", "target": f"{s3}/in/en/bridge.txt"},
        {"id": "gone", "source": "ru/gone.txt", "target": "en/bridge.txt"},
    ]
    table = put_table(f"{s3}/in", "pairs.jsonl", rows)
    result = run(table, f"{s3}/out")
    beside, gone = result.outcomes()
    assert (beside.exit_status, beside.source) == (0, f"{s3}/in/ru/bridge.txt")
    assert (gone.exit_status, "gone.txt" in gone.error) == (2, True)
    found = json.loads((result.folder / beside.result).read_text(encoding="utf-8"))
    assert found["source"]["text"] == RUSSIAN
    folders = run((f"{s3}/in/ru", f"{s3}/in/en"), f"{s3}/folders")
    assert [outcome.id for outcome in folders.outcomes()] == ["bridge"]
    assert run(table, f"{s3}/out").resumed == 2
    with pytest.raises(OutputError, match="Cannot write s3://no-such-bucket"):
        run(table, "s3://no-such-bucket/out")
    with pytest.raises(InputError, match="Cannot read"):
        run(f"{s3}/in/none.csv", f"{s3}/out")


@pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")
def test_another_machine_goes_on_from_the_copy_of_the_journal(compared, stories, tmp_path, memory, monkeypatch):
    run(stories, f"{memory}/out")
    before = contents(f"{memory}/out")
    monkeypatch.setattr(home_module, "user_data_path", lambda name: tmp_path / "other machine")
    del compared[:]
    assert run(stories, f"{memory}/out").resumed == 4
    assert compared == []
    assert contents(f"{memory}/out") == before


def test_a_batch_that_was_stopped_is_gone_on_with(compared, stories, memory):
    def stop(told):
        if told.done == 2:
            raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("translate.batch.running.OFTEN", 0.0)
        with pytest.raises(KeyboardInterrupt):
            run(stories, f"{memory}/out", progress=stop)
    del compared[:]
    assert run(stories, f"{memory}/out").resumed == 2
    assert len(compared) == 2


def test_what_is_gone_from_a_store_is_done_again_and_anew_means_all(compared, stories, memory):
    result = run(stories, f"{memory}/out")
    (result.folder / "results/00000/00000002.json").unlink()
    assert run(stories, f"{memory}/out").resumed == 3
    assert run(stories, f"{memory}/out", anew=True).resumed == 0


def test_the_journal_is_copied_now_and_then(compared, stories, memory, monkeypatch):
    monkeypatch.setattr(home_module, "EVERY", -1.0)
    sizes = []
    journal = place_of(f"{memory}/out/{JOURNAL}")
    monkeypatch.setattr("translate.batch.running.OFTEN", 0.0)
    run(stories, f"{memory}/out", progress=lambda told: sizes.append(journal.stat().st_size if told.done > 1 else 0))
    assert sorted(set(sizes)) == [*dict.fromkeys(sizes)]
    assert len(set(sizes)) > 3


def test_a_store_in_memory_is_seen_by_this_process_alone(stories, memory):
    with pytest.raises(OptionError, match="memory of one process"):
        run(stories, f"{memory}/out", workers=2)


def test_a_row_leads_into_no_private_network(compared, tmp_path):
    given = Given("file", "ftp://10.0.0.1/secret.txt")
    (outcome,) = run([Pair(1, "a", given, Given("text", ENGLISH))], tmp_path / "out").outcomes()
    assert (outcome.exit_status, "may lead into a private network" in outcome.error) == (2, True)
    (outcome,) = run([Pair(1, "a", Given("file", "s3://a::ftp://10.0.0.1/b"), given)], tmp_path / "other").outcomes()
    assert (outcome.exit_status, "several file systems" in outcome.error) == (2, True)


def test_a_folder_of_this_machine_holds_its_own_journal(tmp_path):
    home = Home(str(tmp_path / "out"))
    assert (home.journal, home.is_remote) == (tmp_path / "out", False)
    home.locked().release()
    assert [path.name for path in home.folder.iterdir()] in ([LOCK], [])


def test_a_folder_that_is_there_and_cannot_be_written_is_told(tmp_path):
    (tmp_path / LOCK).mkdir()  # as where its user may not write: no lock can be made
    with pytest.raises(OutputError, match=r"Cannot write .*: .*Give another place with -o"):
        Home(str(tmp_path)).locked()
