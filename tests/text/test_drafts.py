"""Files replaced whole: by many at once, under long names, after runs that were killed."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from translate.text.drafts import LEFT_BEHIND, replace_whole

ROOT = Path(__file__).parents[2]
MINE, OTHER = ".parallax-0123456789abcdef.part", ".report.html.4711.part"
WRITING = (
    "import sys; from pathlib import Path; from translate.text.drafts import replace_whole\n"
    "for turn in range(25): replace_whole(Path('report.html'), sys.argv[1].encode() * 200_000)"
)


def whole(data: bytes) -> bool:
    """Whether one writer wrote it all."""
    return len(data) == 200_000 and len(set(data)) == 1


def aged(path: Path, seconds: float) -> Path:
    """A file that was written that long ago."""
    path.write_bytes(b"half")
    written = path.stat().st_mtime - seconds
    os.utime(path, (written, written))
    return path


def test_threads_that_write_one_file_leave_it_whole(tmp_path: Path) -> None:
    path, failures, torn = tmp_path / "report.html", [], []

    def write(letter: str) -> None:
        try:
            for _ in range(25):
                replace_whole(path, letter.encode() * 200_000)
                torn.append(not whole(path.read_bytes()))
        except OSError as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(torn) == 200
    assert not any(torn)
    assert list(tmp_path.iterdir()) == [path]


def test_processes_that_write_one_file_leave_it_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITING]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writers = [subprocess.Popen([*command, letter], cwd=tmp_path, env=environment) for letter in "abc"]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        if (tmp_path / "report.html").exists():
            assert whole((tmp_path / "report.html").read_bytes())
            seen += 1
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert seen
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_name_as_long_as_a_disk_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".html")
    replace_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_drafts_of_killed_runs_are_swept_and_nothing_else(tmp_path: Path) -> None:
    old = aged(tmp_path / MINE, LEFT_BEHIND + 60)
    young = aged(tmp_path / MINE.replace("0", "9"), LEFT_BEHIND - 60)
    strange = aged(tmp_path / OTHER, LEFT_BEHIND + 60)
    replace_whole(tmp_path / "report.html", b"new")
    assert not old.exists()
    assert young.exists()
    assert strange.exists()


def test_a_draft_of_another_is_neither_written_nor_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where chance gives both the same name, and where the name is a link to a file elsewhere."""
    monkeypatch.setattr("translate.text.drafts.secrets.token_hex", lambda count: "0123456789abcdef")
    (tmp_path / "elsewhere").write_bytes(b"theirs")
    (tmp_path / MINE).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        replace_whole(tmp_path / "report.html", b"new")
    assert (tmp_path / "elsewhere").read_bytes() == b"theirs"
    assert (tmp_path / MINE).is_symlink()
    assert not (tmp_path / "report.html").exists()


def test_what_stops_the_writing_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        replace_whole(tmp_path / "report.html", b"new")
    assert list(tmp_path.iterdir()) == []
