"""A review that is kept as it goes: nothing is written twice, and nothing stops the reviewer."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from translate.desk.keeping import Keeping
from translate.desk.store import Stories
from translate.desk.story import Story
from translate.review.decision import Decision
from translate.review.history import History
from translate.review.session import Session
from translate.testing import drawn_comparison


@pytest.fixture
def session():
    return Session.of(drawn_comparison("abcdef", "abdef"))


@pytest.fixture
def keeping(tmp_path, session):
    return Keeping(Stories(tmp_path / "stories.sqlite"), "", Story(session.source.text, session.target.text))


@pytest.fixture
def written(monkeypatch):
    """What was written, in order."""
    calls = []
    for name in ("keep", "step"):
        whole = getattr(Stories, name)
        monkeypatch.setattr(
            Stories, name, lambda self, *a, _n=name, _w=whole, **k: (calls.append(_n), _w(self, *a, **k))[1]
        )
    return calls


def accepted(session):
    return session.decided(session.found.differences[0], Decision("accepted"))


def test_steps_alone_are_written_until_something_else_is_found(keeping, session, written):
    keeping.keep(session)
    keeping.keep(session)
    keeping.keep(accepted(session))
    linked = accepted(session).linked([2], [2])
    keeping.keep(linked)
    keeping.keep(replace(linked, found=drawn_comparison("abcdef", "abdef"), fresh=True))
    assert written == ["keep", "step", "step", "keep"]
    kept = keeping.stories.open("", keeping.number)
    assert kept.session.links == linked.links
    assert kept.session.fresh


def test_a_story_deleted_meanwhile_is_kept_again_with_the_next_step(keeping, session):
    keeping.keep(session)
    keeping.stories.remove("", [keeping.number])
    keeping.keep(accepted(session))
    (entry,) = keeping.stories.entries("")
    assert (entry.number, entry.decided) == (keeping.number, 1)


def test_what_cannot_be_kept_is_told_and_tried_again_at_the_next_step(keeping, session):
    keeping.stories.path.write_bytes(b"no database at all " * 100)
    keeping.keep(session)
    assert "PARALLAX_KEEP_STORIES=0" in keeping.problem
    assert not keeping.kept
    keeping.stories.path.unlink()
    keeping.keep(session)
    assert (keeping.problem, keeping.kept) == ("", True)


def test_a_file_that_is_locked_is_told_and_the_step_is_kept_with_the_next_one(keeping, session):
    keeping.stories._file = replace(keeping.stories._file, busy_seconds=0.01)
    keeping.keep(session)
    with closing(sqlite3.connect(keeping.stories.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        keeping.keep(accepted(session))
    assert "locked" in keeping.problem
    assert not keeping.kept
    keeping.keep(accepted(session))
    assert (keeping.problem, keeping.kept) == ("", True)
    assert keeping.stories.open("", keeping.number).session == accepted(session)


def test_what_was_taken_up_is_not_written_again(keeping, session, written):
    keeping.took_up(session, ())
    keeping.keep(session)
    assert written == []


def test_what_was_done_can_be_undone_after_a_crash(keeping, session):
    history = History(session).did(accepted(session))
    keeping.keep(session, history=History(session))
    keeping.keep(history.present, history=history)
    kept = keeping.stories.open("", keeping.number).history
    assert kept == history
    assert kept.undone().present == session
    assert kept.undone().redone() == history


def test_a_story_without_a_past_is_taken_up(keeping, session):
    """As a version before kept it, or where its past is damaged."""
    keeping.keep(accepted(session))
    assert keeping.stories.open("", keeping.number).history == History(accepted(session))
    with closing(sqlite3.connect(keeping.stories.path, isolation_level=None)) as file:
        file.execute("UPDATE stories SET steps = json_set(steps, '$.history', 'broken')")
    assert keeping.stories.open("", keeping.number).history == History(accepted(session))
