"""The progress of a batch where it is no terminal that reads it."""

import pytest

from translate.batch.progress import BatchProgress
from translate.cli import batch_progress as room
from translate.cli.batch_progress import batch_bar, files_bar, told


def test_a_log_gets_a_line_now_and_then(monkeypatch, capsys):
    with batch_bar() as show:
        show(BatchProgress(1, 0, 0, 4, 1.0))
        assert capsys.readouterr().err == ""
        monkeypatch.setattr(room, "EVERY", 0.0)
        show(BatchProgress(2, 1, 0, 4, 1.0))
    assert capsys.readouterr().err == "parallax: 2 of 4 pairs, 120 a minute, 1 s left, 1 error\n"


def test_files_that_are_read_are_told_likewise(monkeypatch, capsys):
    monkeypatch.setattr(room, "EVERY", 0.0)
    with files_bar() as show:
        show(0)
        show(1)
    first, second = capsys.readouterr().err.splitlines()
    assert first == "parallax: 0 files"
    assert second.startswith("parallax: 1 file, ")
    assert second.endswith(" a second")


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (BatchProgress(0, 0, 0, 1, 0.0), "0 of 1 pair"),
        (BatchProgress(1200, 0, 0, None, 60.0), "1200 pairs, 1,200 a minute"),
        (BatchProgress(4, 0, 4, 4, 0.1), "4 of 4 pairs"),
    ],
)
def test_what_is_not_known_is_not_told(progress, words):
    assert told(progress) == words
