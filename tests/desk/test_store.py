"""The file of stories: what is kept comes back as it was, step by step, for each visitor their own."""

import itertools
import os
import signal
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace

import pytest

from translate.desk import packed
from translate.desk.store import DAY, Stories, StoriesError, Visit, default_stories
from translate.desk.story import Story
from translate.errors import OptionError
from translate.review.carrying import Unplaced
from translate.review.decision import Decision, key_of
from translate.review.session import Session
from translate.testing import drawn_comparison
from translate.text.origin import FileText, Origin

ACCEPTED = Decision("accepted", note="lone \ud800 surrogate")


class Clock:
    """Seconds since 1970, as a test has them."""

    now = 20_000.0 * DAY

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def stories(tmp_path, clock):
    return Stories(tmp_path / "folder" / "stories.sqlite", clock)


def drawn(letters="abcdef", others="abdef"):
    """A story and its review, in which nothing was done."""
    session = Session.of(drawn_comparison(letters, others))
    return Story(session.source.text, session.target.text), session


def accepted(session):
    return session.decided(session.found.differences[0], ACCEPTED)


def numbers(stories, visitor=""):
    return [each.number for each in stories.entries(visitor)]


def test_nothing_is_made_by_looking(stories):
    assert stories.entries("") == ()
    assert stories.open("", 1) is None
    assert stories.visit("") is None
    stories.remove("", [1])
    stories.tidy(1, 1)
    assert not stories.path.parent.exists()


def test_a_review_comes_back_as_it_was(stories):
    story, session = drawn()
    session = accepted(session).linked([2], [2]).with_translation("source", 0, "Mended.")
    number = stories.keep("", story, session)
    kept = Stories(stories.path).open("", number)
    assert (kept.story, kept.session, kept.before, kept.unplaced) == (story, session, None, ())


def test_a_step_is_kept_without_what_was_found(stories, monkeypatch):
    story, session = drawn()
    number = stories.keep("", story, session)
    monkeypatch.setattr(packed, "packed_found", lambda _: pytest.fail("it has not changed"))
    assert stories.step("", number, accepted(session))
    assert stories.open("", number).session == accepted(session)
    (entry,) = stories.entries("")
    assert (entry.total, entry.decided, entry.done) == (1, 1, True)


def test_a_step_in_a_deleted_story_says_so(stories):
    story, session = drawn()
    number = stories.keep("", story, session)
    stories.remove("", [number])
    assert not stories.step("", number, session)


def test_the_list_tells_headlines_languages_and_how_far_each_has_come(stories, clock):
    stories.keep("", *drawn())
    clock.now += 60
    stories.keep("", Story("Дождь шёл всю ночь.\nРека вышла из берегов.", "Rain fell all night.\nThe river rose."))
    newest, oldest = stories.entries("")
    assert newest.headlines == ("Дождь шёл всю ночь.", "Rain fell all night.")
    assert newest.languages == ("ru", "en")
    assert (newest.total, newest.done) == (None, False)
    assert (oldest.total, oldest.decided) == (1, 0)
    assert (oldest.created, newest.created) == (20_000 * DAY, 20_000 * DAY + 60)


def test_the_same_texts_are_one_story(stories):
    story, session = drawn()
    first = stories.keep("", story, session)
    assert stories.keep("", story, accepted(session)) == first
    assert stories.find("", story) == first
    assert numbers(stories) == [first]


def test_a_story_with_other_words_stays_the_same_story(stories):
    number = stories.keep("", *drawn())
    other, session = drawn("abxdef")
    assert stories.keep("", other, session, number=number) == number
    assert stories.open("", number).story == other
    assert numbers(stories) == [number]


def test_a_story_that_becomes_another_one_of_the_list_is_there_once(stories):
    first = stories.keep("", *drawn())
    second = stories.keep("", *drawn("abxdef"))
    assert stories.keep("", *drawn(), number=second) == first
    assert numbers(stories) == [first]


def test_visitors_see_their_own_stories_alone(stories):
    number = stories.keep("one", *drawn())
    assert stories.entries("two") == ()
    assert stories.find("two", drawn()[0]) is None
    assert stories.open("two", number) is None
    assert not stories.step("two", number, accepted(drawn()[1]))
    stories.remove("two", [number])
    other = stories.keep("two", *drawn("abxdef"), number=number)
    assert numbers(stories, "one") == [number]
    assert stories.open("one", number).session == drawn()[1]
    assert numbers(stories, "two") == [other]


def test_texts_come_back_with_what_their_files_told(stories):
    file = FileText("Раз.\nДва.", Origin("a.csv", language="ru"), ("Раз.", "Два."), "ru")
    number = stories.keep("", Story(file.text, "One.\nTwo \ud800.", (file, None)))
    assert stories.open("", number).story.given == (file, "One.\nTwo \ud800.")


def test_decisions_without_a_place_stay_until_they_are_let_go(stories):
    story, session = drawn()
    lost = (Unplaced(key_of(session.found.differences[0]), ACCEPTED, "old words", ""),)
    number = stories.keep("", story, session, unplaced=lost)
    assert stories.open("", number).unplaced == lost
    stories.step("", number, session)
    assert stories.open("", number).unplaced == ()


def test_what_another_version_found_is_given_up_and_what_was_decided_is_not(stories):
    story, session = drawn()
    session = accepted(session)
    number = stories.keep("", story, session)
    with closing(sqlite3.connect(stories.path)) as database:
        database.execute("UPDATE contents SET found = ?", (packed._packed({"schema": "parallax/session/99"}),))
        database.commit()
    kept = stories.open("", number)
    assert kept.session is None
    assert kept.story == story
    assert kept.before.steps.decisions == session.decisions
    assert kept.before.source.words[0] == session.source.sentence_text(0)


@pytest.mark.parametrize("column", ["found", "cuts", "texts"])
def test_a_damaged_part_is_no_crash(stories, column):
    story, session = drawn()
    number = stories.keep("", story, accepted(session))
    with closing(sqlite3.connect(stories.path)) as database:
        database.execute(f"UPDATE contents SET {column} = ?", (b"damaged",))
        database.commit()
    kept = stories.open("", number)
    assert kept is None if column == "texts" else kept.story == story


@pytest.mark.parametrize("damaged", ["", "[", '[{"key": 3}]'])
def test_damaged_decisions_without_a_place_are_let_go_and_nothing_else(stories, damaged):
    story, session = drawn()
    number = stories.keep("", story, accepted(session))
    with closing(sqlite3.connect(stories.path)) as database:
        database.execute("UPDATE stories SET unplaced = ?", (damaged,))
        database.commit()
    kept = stories.open("", number)
    assert (kept.story, kept.session, kept.unplaced) == (story, accepted(session), ())


def test_nothing_of_a_deleted_story_stays_on_the_disk(stories):
    number = stories.keep("", Story("Confidential words.", "More of them."))
    files = list(stories.path.parent.iterdir())
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
    assert any(b"Confidential" in each.read_bytes() for each in files)  # its headline, which is not packed
    stories.remove("", [number])
    assert not any(b"Confidential" in each.read_bytes() for each in stories.path.parent.iterdir())


def test_a_visit_is_taken_up_where_it_was_left(stories):
    visit = Visit(Story("Черновик", ""), 3, editing=True)
    stories.leave("one", visit)
    assert stories.visit("one") == visit
    assert stories.visit("two") is None
    stories.leave("one", replace(visit, shown=None, editing=False))
    assert stories.visit("one").shown is None


def test_old_stories_go(stories, clock):
    old = stories.keep("", *drawn())
    clock.now += 40 * DAY
    new = stories.keep("", *drawn("abxdef"))
    stories.tidy(None, None)
    assert numbers(stories) == [new, old]
    assert stories.step("", old, drawn()[1])
    stories.tidy(30, None)
    assert numbers(stories) == [new, old]
    clock.now += 31 * DAY
    stories.tidy(30, None)
    assert numbers(stories) == []


def test_where_there_is_too_much_the_oldest_of_whoever_has_most_goes(stories, clock, monkeypatch):
    monkeypatch.setattr("translate.desk.store.MEGABYTE", 1000)
    few = stories.keep("few", *drawn())
    many = []
    for letters in ("abxdef", "abydef", "abzdef", "abwdef"):
        clock.now += 1
        many.append(stories.keep("many", *drawn(letters)))
    with closing(sqlite3.connect(stories.path)) as database:
        (size,) = database.execute("SELECT sum(length(texts) + length(found)) FROM contents").fetchone()
    stories.tidy(None, int(size / 1000))  # a little less than all
    assert numbers(stories, "few") == [few]
    assert numbers(stories, "many") == many[:0:-1]


def test_a_file_that_cannot_be_used_is_told_with_the_way_out(stories):
    stories.path.parent.mkdir()
    stories.path.write_bytes(b"no database at all " * 100)
    with pytest.raises(StoriesError, match="PARALLAX_KEEP_STORIES=0"):
        stories.entries("")


def test_a_kill_loses_no_step_that_was_answered(stories):
    """A process that keeps one step after the other, and says each once it is kept, is killed on its way."""
    story, session = drawn()
    number = stories.keep("", story, session)
    (difference,) = session.found.differences
    answers, says = os.pipe()
    process = os.fork()
    if process == 0:
        for count in itertools.count(1):
            stories.step("", number, session.decided(difference, Decision("accepted", note=str(count))))
            os.write(says, b"%d\n" % count)
    os.close(says)
    with os.fdopen(answers, "rb") as answered:
        heard = [int(answered.readline()) for _ in range(20)]
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        heard += map(int, answered.read().splitlines())
    note = int(stories.open("", number).session.decision(difference).note)
    assert note in (heard[-1], heard[-1] + 1)


@pytest.mark.parametrize(("value", "kept"), [("", True), ("1", True), ("0", False)])
def test_a_variable_turns_it_off(monkeypatch, value, kept):
    monkeypatch.setenv("PARALLAX_KEEP_STORIES", value)
    assert (default_stories() is not None) is kept


def test_another_value_is_refused(monkeypatch):
    monkeypatch.setenv("PARALLAX_KEEP_STORIES", "no")
    with pytest.raises(OptionError, match="PARALLAX_KEEP_STORIES is 'no'"):
        default_stories()
