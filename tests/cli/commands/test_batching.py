"""`batch` on the command line: its arguments, what it prints, and its exit status."""

from typing import ClassVar

import pytest
from standin import standin_compare

from translate.batch import Here
from translate.cli.main import main


@pytest.fixture
def batch(monkeypatch, tmp_path, pair):
    """The command with a table of two pairs, one of which cannot be compared, and stand-ins for the models."""
    monkeypatch.setattr(
        "translate.batch.task.compare",
        lambda source, target, options, *, progress=None: standin_compare(source, target, options, progress=progress),
    )
    (tmp_path / "pairs.csv").write_text("id,source,target\na,ru.txt,en.txt\nb,ru.txt,gone.txt\n", encoding="utf-8")
    table, out = str(tmp_path / "pairs.csv"), str(tmp_path / "out")
    return lambda *arguments: main(["batch", table, "-o", out, "--engine", "none", "--workers", "0", *arguments])


def test_it_says_where_the_result_is(batch, tmp_path, capsys):
    assert batch("--format", "html") == 0
    assert capsys.readouterr().out == (
        f"2 pairs, of which 1 could not be compared: {tmp_path / 'out' / 'index.html'} says why\n"
    )
    assert (tmp_path / "out" / "results/00000/00000001.html").is_file()
    assert "gone.txt" in (tmp_path / "out" / "summary.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("asked", "status"), [("error", 1), ("major", 1), ("minor", 1), ("omission", 1), ("quote", 0)])
def test_it_fails_on_what_is_asked_for(batch, asked, status):
    assert batch("--fail-on", asked) == status


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--workers", "many"], "no whole number from 0 to 256"),
        (["--format", "pdf"], "Unknown format 'pdf'"),
        (["--columns", "ru", "en"], "has no column ru. It has: id, source, target"),
    ],
)
def test_what_cannot_be_done_is_told(batch, capsys, arguments, told):
    assert batch(*arguments) == 2
    assert told in capsys.readouterr().err


def test_two_folders(batch, tmp_path, capsys):
    for name in ("ru", "en"):
        (tmp_path / name).mkdir()
        (tmp_path / f"{name}.txt").rename(tmp_path / name / "bridge.txt")
    out = str(tmp_path / "folders")
    arguments = [str(tmp_path / "ru"), str(tmp_path / "en"), "-o", out, "--engine", "none", "--workers", "0"]
    assert main(["batch", *arguments]) == 0
    assert capsys.readouterr().out == f"1 pair: {tmp_path / 'folders' / 'index.html'}\n"


class Cluster:
    """A cluster that is this process."""

    asked: ClassVar[list[tuple[object, ...]]] = []

    def __init__(self, *arguments):
        self.asked.append(arguments)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.asked.append(("closed",))

    def map(self, tasks):
        return Here().map(tasks)


def test_a_cluster_does_the_work_where_one_is_named(batch, monkeypatch, capsys):
    monkeypatch.setattr("translate.batch.Dask", Cluster)
    monkeypatch.setattr(Cluster, "asked", [])
    assert batch("--scheduler", "tcp://127.0.0.1:8786") == 0
    assert batch("--scheduler", "local", "--workers", "3", "--anew") == 0
    assert Cluster.asked == [("tcp://127.0.0.1:8786", None), ("closed",), ("local", 3), ("closed",)]


def test_what_is_no_scheduler_is_told(batch, capsys):
    assert batch("--scheduler", "10.0.0.5") == 2
    assert "'10.0.0.5' is no scheduler. Give tcp://HOST:PORT, or local." in capsys.readouterr().err
