"""`remembered`, and `compare --remembered`: listed, removed, applied, and told of where that is not possible."""

import pytest
from outlet_pages import FURNITURE, pasted
from standin import RUSSIAN, standin_compare

from translate import open_session
from translate.cli.main import main
from translate.review.memory import Memory
from translate.review.remembering import remember
from translate.review.session import Session

THANKS = "Мэр поблагодарил рабочих за терпение."


def compare_again(source, target, options=None, *, progress=None, links=(), translation=None):
    return standin_compare(source, target, options, links=links)


@pytest.fixture
def page(pair, tmp_path, no_model, monkeypatch):
    """The pair, its Russian version inside a page of the outlet."""
    monkeypatch.setattr("translate.review.comparing.compare", compare_again)
    (tmp_path / "page.txt").write_text(pasted(RUSSIAN), encoding="utf-8")
    return str(tmp_path / "page.txt"), pair[1]


@pytest.fixture
def decided(page, pair, remembering):
    """The sentence with the mayor's thanks is furniture of the outlet, and what stands first on its pages is text."""
    with open(page[1], encoding="utf-8") as english:
        comparison = standin_compare(pasted(RUSSIAN), english.read())
    session = Session.of(comparison)
    thanks = [session.source.sentence_text(i) for i in range(len(session.source.sentences))].index(THANKS)
    session = session.with_role("source", [thanks], "boilerplate").with_role("source", [0], "body")
    remember(session, "source", "Приозёрск", Memory(remembering / "outlets.sqlite"))
    return thanks


def test_lines_are_listed_and_removed_by_number(decided, capsys):
    assert main(["remembered", "list"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.split()[0] == "1"
    assert first.endswith(f'Приозёрск  text of the story: "{FURNITURE[0]}"')
    assert second.endswith(f'Приозёрск  page furniture: "{THANKS}"')
    assert main(["remembered", "remove", "2"]) == 0
    assert capsys.readouterr().out == "Removed 1 line\n"
    assert main(["remembered", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [first]


def test_nothing_is_remembered_at_first(remembering, capsys):
    assert main(["remembered", "list"]) == 0
    assert capsys.readouterr().out == "Nothing is remembered of any outlet.\n"
    assert main(["remembered", "where"]) == 0
    assert capsys.readouterr().out == f"{remembering / 'outlets.sqlite'}\n"
    assert not remembering.exists()


def test_a_number_that_is_not_there_is_told(decided, capsys):
    assert main(["remembered", "remove", "7"]) == 2
    assert "No remembered line has the number 7" in capsys.readouterr().err


@pytest.mark.parametrize("action", [["list"], ["where"], ["remove", "1"]])
def test_what_is_turned_off_is_told(action, capsys):
    assert main(["remembered", *action]) == 2
    assert "PARALLAX_REMEMBER=0" in capsys.readouterr().err


def test_a_comparison_knows_what_is_remembered_only_if_asked(decided, page, capsys):
    assert main(["compare", *page]) == 0
    plain = capsys.readouterr()
    assert THANKS in plain.out
    assert main(["compare", *page, "--remembered"]) == 0
    asked = capsys.readouterr()
    assert THANKS not in asked.out
    assert "2 lines as you decided for Приозёрск" in asked.err
    assert "as you decided" not in plain.err


def test_a_session_begins_with_what_is_remembered(decided, page, tmp_path, capsys):
    file = str(tmp_path / "story.parallax.json")
    assert main(["compare", *page, "--remembered", "--session", file]) == 0
    session = open_session(file)
    assert [(change.sentence, change.role) for change in session.roles] == [(0, "body"), (decided, "boilerplate")]
    assert session.fresh
    capsys.readouterr()
    assert main(["compare", "--session", file, "--remembered"]) == 2
    assert "leave --remembered out" in capsys.readouterr().err


def test_a_file_that_cannot_be_used_stops_no_comparison(decided, page, remembering, capsys):
    assert main(["compare", *page]) == 0
    plain = capsys.readouterr().out
    (remembering / "outlets.sqlite").write_bytes(b"no database at all " * 100)
    assert main(["compare", *page, "--remembered"]) == 0
    told = capsys.readouterr()
    assert told.out == plain
    assert "file is not a database" in told.err


def test_a_comparison_tells_that_remembering_is_turned_off(page, capsys):
    assert main(["compare", *page, "--remembered"]) == 0
    assert "PARALLAX_REMEMBER=0" in capsys.readouterr().err
