"""Where results go: a whole file or the old one, and a line that says why."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from translate.errors import BinaryInput, InputError, OutputError, UnreadableFile
from translate.text import files
from translate.text.files import (
    print_output,
    read_file,
    read_sentences,
    read_text,
    read_versions_file,
    write_output,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_disk_that_is_full_in_the_middle_leaves_the_old_report(tmp_path):
    """A limit on the size of files stands for the full disk: half of the report goes in."""
    (tmp_path / "report.html").write_text("old")
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
        "from translate.text.files import write_output; write_output('report.html', bytes(200_000))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
    )
    assert "OutputError: Cannot write report.html: file too large. Give another place with -o." in done.stderr
    assert (tmp_path / "report.html").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_standard_output_that_is_full_is_told():
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "translate", "samples"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("parallax: Cannot write to standard output: no space left on device")
    assert done.stderr.count("\n") == 1


def test_a_text_is_read_whatever_its_encoding(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes("Путин поручил".encode("cp1251"))
    assert read_text(str(tmp_path / "story.txt")) == "Путин поручил"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Путин поручил".encode("koi8-r"))))
    assert read_text("-") == "Путин поручил"


def test_binary_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"{\\rtf1 x}")))
    with pytest.raises(BinaryInput, match="standard input is not a plain text"):
        read_text("-")


def test_a_missing_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Cannot read .*none\.txt: no such file or directory\. Give the path"):
        read_text(str(tmp_path / "none.txt"))


@pytest.mark.parametrize(
    ("data", "sentences"),
    [
        (b"One.\nTwo.\n", ["One.", "Two."]),
        (b"One.\r\nTwo.", ["One.", "Two."]),
        (b"One.\n\nTwo.\n\n", ["One.", "", "Two.", ""]),
        (b"One.", ["One."]),
        (b"", []),
    ],
)
def test_sentence_i_is_line_i(tmp_path: Path, data: bytes, sentences: list[str]) -> None:
    """Blank lines stay; the end of the last line begins none."""
    (tmp_path / "list.txt").write_bytes(data)
    assert read_sentences(str(tmp_path / "list.txt")) == sentences


@pytest.mark.parametrize("name", ["a\0b", "a\ud800", "n" * 300])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"^Cannot read .*\. Give the path"):
        read_text(tmp_path / name)
    with pytest.raises(OutputError, match=r"^Cannot write .*\. Give another place with -o\.$"):
        write_output(str(tmp_path / name), b"new")


def test_what_is_printed_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_output("\x1b]0;title\x07\x1b[31mred\rover\n\ttext\r\n")
    assert capsys.readouterr().out == "␛]0;title␇␛[31mred␍over\n\ttext\r\n"


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_output(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_keeps_pointing_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(b"old")
    (tmp_path / "link.html").symlink_to(tmp_path / "report.html")
    write_output(str(tmp_path / "link.html"), b"new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "report.html").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_output(str(pipe), b"new")
    assert os.read(reader, 10) == b"new"
    assert pipe.is_fifo()
    os.close(reader)


@pytest.mark.parametrize("name", ["", "none/report.html"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"^Cannot write .*: (is a|no such).*\. Give another place with -o\.$"):
        write_output(str(tmp_path / name), b"new")


@pytest.mark.parametrize("text", ["a line", "a line\n"])
def test_output_ends_with_one_line_end(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_output(text)
    assert capsys.readouterr().out == "a line\n"


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    code = "from translate.text.files import print_output\nprint_output('x\\n' * 100_000)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -c "$CODE" | head -1; exit ${{PIPESTATUS[0]}}'],
        capture_output=True, text=True, env={**environment, "CODE": code}, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "x\n", "")


def test_a_saved_page_is_read_as_its_story(tmp_path: Path) -> None:
    page = "<html><meta charset=windows-1251><nav>Меню</nav><h1>Гроза в городе</h1><p>Поезда стоят.</html>"
    (tmp_path / "page.html").write_bytes(page.encode("cp1251"))
    assert read_text(tmp_path / "page.html") == "Гроза в городе\n\nПоезда стоят."


def test_sentences_with_tags_in_them_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n")
    assert read_sentences(str(tmp_path / "lines.txt")) == ["<p>One.</p>", "<p>Two.</p>", "<p>Three.</p>"]


BOTH = "ru;en\nВода поднялась.;The water rose.\n".encode()


def test_a_file_with_both_versions_is_given_alone(tmp_path: Path) -> None:
    (tmp_path / "both.csv").write_bytes(BOTH)
    source, target = read_versions_file(tmp_path / "both.csv")
    assert (source.sentences, target.sentences) == (("", "Вода поднялась."), ("", "The water rose."))
    with pytest.raises(InputError, match=r"both\.csv holds both versions of a story\. Give it alone"):
        read_file(tmp_path / "both.csv")


def test_a_file_with_one_version_needs_another(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The water rose.")
    with pytest.raises(InputError, match=r"Two texts are needed, and one\.txt holds one version"):
        read_versions_file(tmp_path / "one.txt")


def test_a_file_is_not_read_beyond_what_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 20)
    (tmp_path / "story.txt").write_bytes(b"x" * 20)
    assert read_text(tmp_path / "story.txt") == "x" * 20
    (tmp_path / "story.txt").write_bytes(b"x" * 21)
    with pytest.raises(UnreadableFile, match=r"story\.txt: it is larger than 20 bytes"):
        read_text(tmp_path / "story.txt")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without an end")
def test_a_device_without_an_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    with pytest.raises(UnreadableFile, match="larger than"):
        read_text("/dev/zero")


def test_only_the_name_of_a_file_is_kept_and_not_its_folder(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The water rose.")
    assert read_file(tmp_path / "story.txt").origin.name == "story.txt"
