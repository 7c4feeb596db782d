"""The command line as a whole: errors in one line, and the process."""

import subprocess
import sys

import pytest
from command_line import ROOT, process
from standin import RUSSIAN

import translate
from translate.cli.main import main

pytestmark = pytest.mark.usefixtures("no_model")


@pytest.fixture
def bad_files(tmp_path):
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "de.txt").write_text("Der Vertrag wurde gestern in Berlin von den Ministern unterzeichnet.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("compare {tmp}/no.txt {tmp}/en.txt", "no such file"),
        ("compare {tmp} {tmp}/en.txt", "is a directory"),
        ("compare {tmp}/photo.txt {tmp}/en.txt", "PNG"),
        ("compare {tmp}/empty.txt {tmp}/en.txt", "nothing to read"),
        ("compare {tmp}/ru.txt {tmp}/ru.txt", "Both texts are in Russian"),
        ("compare {tmp}/de.txt {tmp}/en.txt", "neither Russian nor English"),
        ("compare - -", "standard input"),
        ("compare {tmp}/ru.txt", "Two texts are needed"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --sample flood", "not both"),
        ("compare --sample nonesuch", "nonesuch"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --format docx", "Known: console"),
        ("compare {tmp}/ru.txt {tmp}/en.txt -o {tmp}/a.docx", ".docx"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --format xlsx", "-o report.xlsx"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --fail-on tone", "tone"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --engine magic", "magic"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --operating-point bold", "bold"),
        ("align {tmp}/ru.txt {tmp}/en.txt --operating-point bold", "bold"),
        ("compare {tmp}/ru.txt {tmp}/en.txt -o {tmp}/no/a.html", "Cannot write"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --format html -o {tmp}", "Cannot write"),
        ("frobnicate", "frobnicate"),
        ("", "COMMAND"),
    ],
)
@pytest.mark.usefixtures("pair", "bad_files")
def test_what_the_user_can_mend_is_told_in_one_line(tmp_path, capsys, arguments, told):
    assert main([argument.format(tmp=tmp_path) for argument in arguments.split()]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("parallax: ")
    assert told in err
    assert err.count("\n") == 1


def test_a_bug_shows_its_traceback(pair, monkeypatch):
    def broken(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("translate.compare", broken)
    with pytest.raises(ZeroDivisionError):
        main(["compare", *pair])


def test_the_process_exits_with_the_status_and_no_traceback(pair):
    done = process("compare", pair[0], "/no/such/file")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().startswith("parallax: Cannot read /no/such/file")


def test_the_process_prints_utf8_whatever_the_terminal_says(pair):
    done = process("detect", "-", input=RUSSIAN.encode("koi8-r"))
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").startswith("ru\t")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_reader_that_stops_early_is_no_error():
    shell = f"{sys.executable} -m translate compare --help | head -1; {sys.executable} -m translate samples | true"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.stderr == b""
    assert done.stdout.startswith(b"usage: python -m translate compare")


def test_help_names_every_command_as_it_was_called(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--help"], program="parallax")
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("usage: parallax ")
    for command in (
        "compare",
        "align",
        "detect",
        "translate",
        "page",
        "packages",
        "cache",
        "samples",
        "schema",
        "doctor",
    ):
        assert f"\n    {command} " in out


def test_examples_are_typed_as_the_program_was_called(capsys):
    with pytest.raises(SystemExit):
        main(["cache", "--help"], program="parallax")
    assert "\n  parallax cache info\n" in capsys.readouterr().out


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"Parallax {translate.__version__}\n"


def test_help_answers_at_once():
    """What takes time to import is left to the commands that need it."""
    command = [sys.executable, "-X", "importtime", "-m", "translate", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "translate" in imported
    assert imported & {"numpy", "babel", "rich", "jinja2", "rapidfuzz", "streamlit", "sqlite3", "email"} == set()
