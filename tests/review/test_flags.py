"""Differences by hand: a step of a review like every other, kept in its file, and written into every report as such."""

import csv
import io
import json

import openpyxl
import pytest
from every_kind import make_story

from translate.errors import ReviewError, SessionFileError
from translate.records.comparison_record import comparison_from_json, json_report
from translate.report import render, render_bytes
from translate.report.verdict import verdict_of
from translate.review.carrying import Before, carried
from translate.review.decision import Decision
from translate.review.flags import with_flags, without_flags
from translate.review.history import History
from translate.review.session import Session
from translate.review.session_file import session_bytes, session_from
from translate.testing import drawn_comparison
from translate.text.document import Span


@pytest.fixture
def session() -> Session:
    return Session.of(make_story())


def span(session: Session, side: str, words: str) -> Span:
    text = session.document(side).text
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def flagged(session: Session) -> Session:
    """What the story says of the rise of the river, on both sides, and a part of one sentence."""
    both = session.flagged_by_hand(
        "meaning",
        [span(session, "source", "на три метра")],
        [span(session, "target", "three metres")],
        note="=Check <b>it</b>",
    )
    return both.flagged_by_hand("partial", target=[span(session, "target", "in a single day")], severity="minor")


def by_hand(session: Session):
    return [difference for difference in session.comparison.differences if difference.by_hand]


def test_a_flag_stands_among_what_was_found(session, flagged):
    both, part = sorted(by_hand(flagged), key=lambda difference: difference.kind)
    assert (both.kind, both.side, both.severity, both.review.note) == ("meaning", "both", "major", "=Check <b>it</b>")
    assert (part.kind, part.side, part.severity) == ("partial", "target", "minor")
    assert both.bead == part.bead
    assert len(flagged.comparison.differences) == len(session.comparison.differences) + 2
    assert flagged.found is session.found


def test_it_counts_as_decided(session, flagged):
    assert flagged.progress.accepted == session.progress.accepted + 2
    assert flagged.progress.total == session.progress.total + 2


def test_blanks_around_words_make_no_other_flag(session, flagged):
    words = span(session, "target", " in a single day")
    again = flagged.flagged_by_hand("number", target=[words])
    assert len(again.flags) == 2
    assert [flag.kind for flag in again.flags if not flag.source] == ["number"]


def test_it_is_called_and_weighed_otherwise_under_the_same_id(flagged):
    before, _ = by_hand(flagged)
    after = flagged.decided(before, Decision("accepted", "number", "minor", "A figure."))
    changed = next(difference for difference in by_hand(after) if difference.id == before.id)
    assert (changed.kind, changed.severity, changed.review.note) == ("number", "minor", "A figure.")
    with pytest.raises(ReviewError, match="cannot be called omission"):
        flagged.decided(before, Decision(kind="omission"))


def test_it_is_gone_once_it_is_called_not_right_and_back_with_undo(flagged):
    first, second = by_hand(flagged)
    history = History(flagged).did(flagged.decided(first, Decision("rejected")))
    assert by_hand(history.present) == [second]
    assert history.present.comparison.rejected == ()
    assert by_hand(history.undone().present) == [first, second]
    gone = history.present
    assert gone.decided(first, Decision(note="Too late.")) is gone


@pytest.mark.parametrize(
    ("kind", "source", "target", "message"),
    [
        ("meaning", [], [], "not compared"),
        ("meaning", [Span(4, 4)], [], "not compared"),
        ("meaning", [Span(10**6, 10**6 + 5)], [], "not compared"),
        ("addition", [Span(100, 140)], [], "cannot be called addition"),
    ],
    ids=["nothing", "blank", "outside", "kind"],
)
def test_what_is_no_difference_is_refused(session, kind, source, target, message):
    with pytest.raises(ReviewError, match=message):
        session.flagged_by_hand(kind, source, target)


def test_words_of_page_furniture_are_refused(session):
    furniture = next(s for s in session.source.sentences if s.role == "boilerplate")
    with pytest.raises(ReviewError, match="Take their line into the story"):
        session.flagged_by_hand("meaning", [Span(furniture.start, furniture.end)])


def test_a_flag_waits_while_its_sentences_are_page_furniture(flagged):
    number = next(i for i, s in enumerate(flagged.target.sentences) if "single day" in flagged.target.sentence_text(i))
    without = flagged.with_role("target", [number], "boilerplate")
    assert without.flags == flagged.flags


def test_a_session_file_keeps_flags(flagged):
    back = session_from(session_bytes(flagged))
    assert back == flagged
    assert back.comparison == flagged.comparison
    assert "flags" not in json.loads(session_bytes(Session.of(make_story())))


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("kind", "addition"),
        ("source", []),
        ("target", [{"start": 5, "end": 5}]),
        ("target", [{"start": 5, "end": 99_999}]),
        ("severity", "grave"),
    ],
)
def test_a_damaged_flag_is_refused(session, entry, value):
    words = span(session, "source", "на три метра")
    record = json.loads(session_bytes(session.flagged_by_hand("meaning", [words])))
    with pytest.raises(SessionFileError, match="damaged"):
        session_from(json.dumps({**record, "flags": [{**record["flags"][0], entry: value}]}).encode())


def test_json_says_so_and_brings_it_back(flagged):
    record = json.loads(json_report(flagged.comparison))
    reviews = [each["review"] for each in record["differences"] if "review" in each]
    assert [review["by_hand"] for review in reviews] == [True, True]
    back = comparison_from_json(json_report(flagged.comparison))
    assert json_report(back) == json_report(flagged.comparison)
    assert Session.of(back).flags == flagged.flags
    assert not any(difference.by_hand for difference in Session.of(back).found.differences)


def test_with_flags_is_undone_by_without_flags(flagged):
    assert without_flags(with_flags(flagged.found, flagged.flags)) == (flagged.found, flagged.flags)


@pytest.mark.parametrize("format", ["console", "markdown"])
def test_plain_reports_say_by_hand_and_no_figure(flagged, format):
    text = " ".join(render(flagged.comparison, format).split())
    assert "by hand" in text
    assert "100 %" not in text
    assert "вручную" in render(flagged.comparison, format, language="ru")


def test_tables_say_by_hand_and_no_figure(flagged):
    rows = list(csv.DictReader(io.StringIO(render(flagged.comparison, "csv"))))
    assert [row["confidence"] for row in rows if row["by_hand"]] == ["", ""]
    records = [record for record in flagged.comparison.to_records() if record["by_hand"]]
    assert [record["confidence"] for record in records] == [None, None]
    book = openpyxl.load_workbook(io.BytesIO(render_bytes(flagged.comparison, "xlsx")))
    cells = [[cell.value for cell in row] for row in book["Differences"].iter_rows()]
    confidence = cells[0].index("Confidence")
    assert [row[confidence] for row in cells].count("by hand") == 2


def test_the_html_file_says_by_hand_and_shows_the_note_as_it_is(flagged):
    page = render(flagged.comparison, "html")
    assert page.count('<span class="confidence">by hand</span>') == 2
    assert "=Check &lt;b&gt;it&lt;/b&gt;" in page


def test_the_verdict_counts_it(session, flagged):
    def major(comparison):
        return int(verdict_of(comparison).split(" major point")[0].split()[-1])

    assert major(flagged.comparison) == major(session.comparison) + 1


def test_a_flag_goes_along_while_its_sentences_stay_and_is_listed_when_they_change(flagged):
    again, unplaced = carried(Before.of(flagged), Session.of(make_story()))
    assert (again.flags, unplaced) == (flagged.flags, ())


def test_a_flag_whose_sentence_changed_is_listed_with_its_words():
    before = Session.of(drawn_comparison("abc", "abc"))
    second = before.source.sentences[1]
    before = before.flagged_by_hand("omission", [Span(second.start, second.end)], note="Gone.")
    after, (lost,) = carried(Before.of(before), Session.of(drawn_comparison("axc", "axc")))
    assert after.flags == ()
    assert (lost.key.kind, lost.decision.note, lost.target) == ("omission", "Gone.", "")
    assert lost.source.startswith("b")
