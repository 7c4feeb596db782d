"""What a monitor asks of a store."""

import sqlite3
from collections import Counter
from contextlib import closing

import pytest
from every_kind import make_story
from monitored import DAYS, bridge, fill

from translate.review.decision import Decision
from translate.review.session import Session
from translate.store import Asked, Monitor
from translate.store.tables import StoreError


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("monitor")
    fill(folder)
    return folder


@pytest.fixture
def monitor(home):
    return Monitor(home / "stories.sqlite")


@pytest.fixture
def own(tmp_path):
    """A store that a test may write to."""
    fill(tmp_path)
    return Monitor(tmp_path / "stories.sqlite")


def change(monitor, sql, *given):
    with closing(sqlite3.connect(monitor.store.path)) as database, database:
        database.execute(sql, given)


def days(lines):
    return [line.told.day for line in lines]


def test_there_is_something_to_choose_from(monitor):
    offered = monitor.choices()
    assert (offered.stories, offered.without_day) == (4, 1)
    assert (offered.first, offered.last) == (DAYS[0], DAYS[-1])
    assert offered.outlets == ("kurier.example", "post.example")
    assert offered.languages == (("ru", "en"),)
    assert offered.kinds[:2] == ("omission", "addition")
    assert offered.relations == ("translation",)


def test_the_numbers_are_those_of_the_comparisons(monitor):
    numbers = monitor.numbers()
    stories = [make_story(), *(bridge(day) for day in DAYS)]
    conflicts = [
        {(fact.kind, fact.source[0].value, fact.target[0].value) for fact in story.facts if fact.status == "different"}
        for story in stories
    ]
    assert (numbers.stories, numbers.serious, numbers.undecided) == (4, 4, 4)
    assert (numbers.conflicts, numbers.in_conflict) == (sum(map(len, conflicts)), sum(map(bool, conflicts)))
    assert len(monitor.conflicts()) == numbers.conflicts


def test_a_line_tells_what_was_found(monitor):
    [line] = monitor.lines(Asked(since=DAYS[1], until=DAYS[1]))
    found = bridge(DAYS[1])
    assert line.told.headlines == ("Мост открыли после ремонта", "Bridge reopens after repairs")
    assert line.told.outlets == ("kurier.example", "post.example")
    assert line.coverage == (round(found.coverage.source, 4), round(found.coverage.target, 4))
    assert dict(line.kinds) == Counter(difference.kind for difference in found.differences)
    assert (line.total, line.decided, line.relation) == (len(found.differences), 0, "translation")


def test_stories_stand_in_the_order_that_is_asked_for(monitor):
    assert days(monitor.lines(order="newest")) == [*reversed(DAYS), ""]
    majors = [line.major for line in monitor.lines(order="serious")]
    assert majors == sorted(majors, reverse=True)
    assert majors[0] > majors[-1]
    least = [min(line.coverage) for line in monitor.lines(order="coverage")]
    assert least == sorted(least)
    assert days(monitor.lines(order="newest", most=2, after=1)) == [DAYS[1], DAYS[0]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(until=DAYS[0]), [DAYS[0]]),
        (Asked.last(8, DAYS[2]), [DAYS[2], DAYS[1]]),
        (Asked(outlets=("post.example",)), [DAYS[1]]),
        (Asked(outlets=("kurier.example",)), [DAYS[2], DAYS[1]]),
        (Asked(kinds=("moved", "addition")), [""]),
        (Asked(languages=("en", "ru")), []),
        (Asked(relation="retelling"), []),
        (Asked(relation="translation", undecided=True), [*reversed(DAYS)]),
    ],
)
def test_filters_hold_for_every_question(monitor, asked, found):
    assert days(monitor.lines(asked, "newest")) == found
    assert monitor.numbers(asked).stories == len(found)
    assert sum(span.stories for span in monitor.over_time(asked)[1]) == len(list(filter(None, found)))
    assert {each.story.day for each in monitor.conflicts(asked)} <= set(found)


def test_days_without_stories_have_their_place(monitor):
    step, spans = monitor.over_time()
    assert (step, len(spans), spans[0].day, spans[-1].day) == ("day", 19, DAYS[0], DAYS[2])
    assert [span.day for span in spans if span.stories] == [*DAYS]
    assert all(span.serious == span.stories for span in spans)


@pytest.mark.parametrize(
    ("last", "step", "bars"),
    [
        ("2024-09-30", "week", ["2024-05-20", "2024-05-27", "2024-09-30"]),  # Mondays
        ("2026-01-31", "month", ["2024-05-01", "2024-06-01", "2026-01-01"]),
        ("9999-12-31", "month", ["2024-05-01", "2024-06-01", "9999-12-01"]),
    ],
)
def test_a_longer_time_has_wider_bars(own, last, step, bars):
    change(own, "UPDATE stories SET day = ? WHERE day = ?", last, DAYS[2])
    found, spans = own.over_time()
    assert (found, [spans[0].day, spans[1].day, spans[-1].day]) == (step, bars)
    assert sum(span.stories for span in spans) == 3


def test_what_is_no_day_is_none(own):
    change(own, "UPDATE stories SET day = 'soon' WHERE day = ?", DAYS[2])
    assert own.choices().last == DAYS[1]
    assert own.over_time()[1][-1].day == DAYS[1]


def test_an_outlet_leaves_out_what_the_other_version_tells(own):
    assert [row.outlet for row in own.outlets()] == ["kurier.example", "post.example"]
    change(own, "DELETE FROM facts")
    change(own, "DELETE FROM differences")
    [number] = [line.told.number for line in own.lines(Asked(outlets=("post.example",)))]
    fact = "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, NULL)"
    change(own, fact, number, 0, "number", "only", "7", None)
    change(own, fact, number, 1, "name", "unclear", "A", None)  # it may be translated
    change(own, fact, number, 2, "date", "only", None, "Tue")
    difference = "INSERT INTO differences VALUES (?, ?, ?, ?, ?, 'minor', 0.9, '', ?, '')"
    change(own, difference, number, 0, "d0", "omission", "source", None)
    change(own, difference, number, 1, "d1", "quote", "target", None)
    change(own, difference, number, 2, "d2", "partial", "source", "rejected")
    first, second = own.outlets()
    assert (first.stories, second.stories) == (2, 1)
    assert {what for what, share in second.shares.items() if share} == {"number", "sentence"}
    assert {what: share for what, share in first.shares.items() if share} == {"date": 0.5, "quote": 0.5}


def test_what_was_rejected_is_no_conflict(own):
    [line] = own.lines(Asked(since=DAYS[2]))
    session = own.store.session(line.told.number)
    [conflict] = own.conflicts(Asked(since=DAYS[2]))
    assert (conflict.kind, conflict.accepted) == ("number", False)
    [difference] = [each for each in session.found.differences if each.kind == "number"]
    own.store.review(session.decided(difference, Decision("accepted")))
    assert [each.accepted for each in own.conflicts(Asked(since=DAYS[2]))] == [True]
    own.store.review(session.decided(difference, Decision("rejected")))
    assert own.conflicts(Asked(since=DAYS[2])) == ()
    assert own.numbers(Asked(since=DAYS[2])).conflicts == 0
    [after] = own.lines(Asked(since=DAYS[2]))
    assert (after.total, after.decided, after.differences) == (line.total, 1, line.total - 1)


def test_a_story_is_undecided_until_all_is_decided(own):
    session = own.store.session(own.lines(Asked(since=DAYS[2]))[0].told.number)
    for difference in session.found.differences:
        assert own.numbers(Asked(since=DAYS[2], undecided=True)).stories == 1
        session = session.decided(difference, Decision("accepted"))
        assert own.store.review(session)
    assert own.numbers(Asked(since=DAYS[2], undecided=True)).stories == 0


def test_a_review_goes_back_and_may_be_taken_back(own):
    store = own.store
    number = own.lines(Asked(since=DAYS[2]))[0].told.number
    begun = store.session(number)
    session = begun.decided(begun.found.differences[0], Decision("accepted", note="Yes."))
    assert store.review(session)
    assert store.session(number) == session
    assert store.number_of(session.comparison) == number
    assert store.file_of(number).parent.name == "stories-reviews"
    assert store.query("SELECT reviewed, decided FROM stories WHERE number = ?", (number,)).rows == ((1, 1),)
    assert store.add(store.file_of(number).parent).same == 1
    assert store.add(store.path.parent / "found").same == 4  # the review stands
    assert store.session(number) == session
    assert store.review(begun)
    assert store.query("SELECT reviewed, decided FROM stories WHERE number = ?", (number,)).rows == ((0, 0),)


def test_other_texts_are_not_put_into_the_store(own):
    other = Session.of(bridge("2025-01-01"))
    assert not own.store.review(other)
    assert own.store.number_of(other.comparison) is None
    assert own.choices().stories == 4
    assert not (own.store.path.parent / "stories-reviews").exists()


def test_a_story_that_is_not_there_is_told(monitor, tmp_path):
    with pytest.raises(StoreError, match="no story 99"):
        monitor.store.session(99)
    with pytest.raises(StoreError, match="there is no such file"):
        Monitor(tmp_path / "gone.sqlite").choices()
