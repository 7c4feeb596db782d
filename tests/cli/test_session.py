"""`compare --session`: a review begins, is reopened, and holds in every format."""

from pathlib import Path

import pytest

from translate import Decision, open_session, save_session
from translate.cli.main import main
from translate.options import Options
from translate.report import FORMATS, render

pytestmark = pytest.mark.usefixtures("no_model")


@pytest.fixture
def file(pair, tmp_path, capsys):
    """A session begun on the command line."""
    name = str(tmp_path / "story.parallax.json")
    assert main(["compare", *pair, "--session", name, "--operating-point", "careful"]) == 0
    capsys.readouterr()
    return name


@pytest.mark.parametrize("format", FORMATS)
def test_a_new_session_reopens_as_the_same_report(pair, file, tmp_path, format):
    first, second = tmp_path / "first", tmp_path / "second"
    given = ["compare", *pair, "--operating-point", "careful"]
    assert main([*given, "--format", format, "-o", str(first)]) == 0
    assert main(["compare", "--session", file, "--format", format, "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_session_keeps_the_settings(file):
    assert open_session(file).options == Options(operating_point="careful")


@pytest.mark.parametrize("format", [name for name, about in FORMATS.items() if about.encoding and name != "tmx"])
def test_what_was_decided_holds_in_every_format(file, capsys, format):
    session = open_session(file)
    number, *others = session.found.differences
    session = session.decided(number, Decision("rejected"))
    session = session.decided(others[0], Decision("accepted", note="Seen on the agency's site."))
    save_session(session, file)
    assert main(["compare", "--session", file, "--format", format]) == 0
    out = capsys.readouterr().out
    assert out.rstrip() == render(session.comparison, format).rstrip()
    assert "Seen on the agency's site." in out.replace("&#39;", "'")
    assert ("this is read differently in them" in out) == (
        format in ("json", "html")
    )  # HTML carries the data of the JSON


def test_fail_on_passes_over_what_was_rejected(file):
    assert main(["compare", "--session", file, "--fail-on", "number"]) == 1
    session = open_session(file)
    save_session(session.decided(session.found.differences[0], Decision("rejected")), file)
    assert main(["compare", "--session", file, "--fail-on", "number"]) == 0


def test_a_session_that_is_there_is_never_written_over(pair, file, capsys):
    before = Path(file).read_bytes()
    assert main(["compare", *pair, "--session", file]) == 2
    assert "exists already" in capsys.readouterr().err
    assert Path(file).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--session {tmp}/no.parallax.json", "No such file"),
        ("--session {tmp}/ru.txt", "no session file"),
        ("--session {file} --quality careful", "leave --quality out"),
        ("--session {file} --operating-point sensitive", "leave --operating-point out"),
        ("--session {file} --sentences", "leave --sentences out"),
        ("--session {file} --format docx", "Known: console"),
        ("{tmp}/ru.txt --session {tmp}/new.parallax.json", "Two texts are needed"),
        ("{tmp}/ru.txt {tmp}/en.txt --session {tmp}/no/new.parallax.json", "Cannot write"),
    ],
)
def test_what_the_user_can_mend_is_told_in_one_line(file, tmp_path, capsys, arguments, told):
    assert main(["compare", *arguments.format(tmp=tmp_path, file=file).split()]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err
