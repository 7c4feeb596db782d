"""A review on the page: what an event does, and what survives another comparison."""

import pytest
from page_steps import own_texts
from standin import ENGLISH, RUSSIAN, standin_compare

from translate.errors import ReviewError, TranslateError
from translate.options import Options
from translate.review import comparing
from translate.review.session_file import session_bytes
from translate.ui.reading_component import Marked, ReviewEvent, digest_of, new_events
from translate.ui.reviewing import Reviewing, taken_up

FIRST, SECOND = (difference.id for difference in standin_compare(RUSSIAN, ENGLISH).differences)


def compare_again(source, target, options=None, *, progress=None, links=(), translation=None):
    return standin_compare(source, target, options, links=links)


@pytest.fixture
def reviewing(monkeypatch):
    monkeypatch.setattr(comparing, "compare", compare_again)
    return taken_up(None, standin_compare(RUSSIAN, ENGLISH), Options())


def did(reviewing: Reviewing, action, *differences, **values):
    view = digest_of(reviewing.document("light"))
    reviewing.take([ReviewEvent(1, view, action, differences, **values)])
    reviewing.compute()
    return reviewing.data["decisions"]


def test_decisions_reach_the_document_as_data_and_leave_it_as_it_is(reviewing):
    before = reviewing.document("light")
    assert did(reviewing, "accept", FIRST)[FIRST]["verdict"] == "accepted"
    assert did(reviewing, "note", FIRST, text="Sum \ud800 checked")[FIRST]["note"] == "Sum \ufffd checked"
    assert did(reviewing, "relabel", FIRST, text="quote")[FIRST]["kind"] == "quote"
    assert did(reviewing, "severity", FIRST, text="minor")[FIRST]["severity"] == "minor"
    assert reviewing.document("dark") is before
    assert reviewing.data["undo"]


def test_undo_and_redo_walk_through_every_step(reviewing):
    did(reviewing, "reject", FIRST)
    assert did(reviewing, "undo")[FIRST]["verdict"] == ""
    assert did(reviewing, "redo")[FIRST]["verdict"] == "rejected"
    assert not reviewing.data["redo"]


def test_several_differences_are_decided_in_one_step(reviewing):
    decided = did(reviewing, "reject", FIRST, SECOND)
    assert {decision["verdict"] for decision in decided.values()} == {"rejected"}
    assert len(reviewing.history.past) == 1
    assert {decision["verdict"] for decision in did(reviewing, "undo").values()} == {""}


def test_linked_sentences_make_another_document(reviewing):
    before = reviewing.document("light")
    did(reviewing, "link", source=(3,), target=(1,))
    assert reviewing.document("light") != before
    did(reviewing, "undo")
    assert reviewing.document("light") == before


def test_an_event_of_an_older_document_finds_its_difference(reviewing):
    old = digest_of(reviewing.document("light"))
    did(reviewing, "link", source=(3,), target=(1,))
    reviewing.document("light")
    reviewing.take([ReviewEvent(2, old, "accept", (FIRST,))])
    decided = [(key.kind, decision.verdict) for key, decision in reviewing.session.decisions.items()]
    assert decided == [("number", "accepted")]


def test_what_cannot_be_done_is_told_and_changes_nothing(reviewing):
    session = reviewing.session
    did(reviewing, "link", source=(0,), target=(1,))  # the first Russian line is page furniture
    assert "page furniture" in reviewing.problem
    assert reviewing.session == session
    with pytest.raises(ReviewError):
        session.linked((0,), (1,))


def test_a_step_after_which_nothing_can_be_compared_is_taken_back(reviewing, monkeypatch):
    def fails(*arguments, **options):
        raise TranslateError("Nothing is left to compare.")

    monkeypatch.setattr(comparing, "compare", fails)
    did(reviewing, "furniture", source=(1,))
    assert reviewing.problem == "Nothing is left to compare."
    assert reviewing.session.roles == ()


def test_another_setting_keeps_what_was_decided(reviewing):
    did(reviewing, "accept", FIRST)
    careful = Options(operating_point="careful")
    again = taken_up(reviewing, standin_compare(RUSSIAN, ENGLISH), careful)
    assert again.session.options == careful
    assert again.data["decisions"][FIRST]["verdict"] == "accepted"
    assert again.data["undo"]


@pytest.mark.parametrize(
    "raw", [None, "accept", {"number": "1", "action": "accept"}, {"number": 2, "action": "delete"}, {"number": 1}]
)
def test_what_is_no_event_is_left_out(raw):
    assert new_events({"events": [raw]}, 0) == []


def test_each_event_is_taken_once_and_in_order():
    raw = [
        {"number": n, "action": "link", "source": [3, 1, "x", -1], "target": 7, "differences": ["d1", 4, "d2"]}
        for n in (3, 1, 2)
    ]
    events = new_events({"events": raw}, 1)
    assert [event.number for event in events] == [2, 3]
    assert events[0].source == (1, 3)
    assert events[0].target == ()
    assert events[0].differences == ("d1", "d2")
    assert new_events({"events": [{"number": 1, "action": "accept", "differences": "d1"}]}, 0)[0].differences == ()


def test_the_page_opens_a_saved_session(page, reviewing):
    did(reviewing, "reject", FIRST)
    data = session_bytes(reviewing.session)
    uploader = own_texts(page).file_uploader(key="session-file")
    uploader.set_value(("review.parallax.json", data, "application/json")).run()
    assert not page.exception
    assert any(text.value == "Review: 1 of 2 decided" for text in page.markdown)
    own_texts(page).file_uploader(key="session-file").set_value(("other.json", b"{}", "application/json")).run()
    assert not page.exception
    assert "other.json" in page.error[0].value.replace("\\", "")


def test_a_translation_by_hand_is_a_step_that_reaches_the_document_as_data(reviewing):
    before = reviewing.document("light")
    did(reviewing, "mend", target=(1,), text="Мой  перевод \ud800")
    assert reviewing.data["mended"] == {"target-1": "Мой перевод \ufffd"}
    assert reviewing.document("light") is before
    assert reviewing.session.comparison.translation.target.by_hand == (1,)
    did(reviewing, "undo")
    assert reviewing.data["mended"] == {}


def test_a_translation_that_cannot_be_kept_is_told(reviewing):
    did(reviewing, "mend", target=(99,), text="x")
    assert "not 99" in reviewing.problem
    did(reviewing, "mend", target=(1,), text="x" * 10_001)
    assert "Shorten it" in reviewing.problem
    assert reviewing.data["mended"] == {}


def flag(reviewing, start=0, end=4, **values):
    marked = (Marked("source", 4, start, end),)
    reviewing.take([ReviewEvent(1, "", "flag", marked=marked, kind="partial", severity="minor", **values)])


def test_a_difference_by_hand_makes_another_document_and_is_called_otherwise_in_it(reviewing):
    before = reviewing.document("light")
    flag(reviewing, text="Look.")
    drawn = reviewing.document("light")
    assert drawn != before
    (made,) = reviewing.session.by_hand
    assert reviewing.data["decisions"][made.id] == {
        "verdict": "accepted", "note": "Look.", "kind": "partial", "severity": "minor"
    }  # fmt: skip
    assert did(reviewing, "relabel", made.id, text="number")[made.id]["kind"] == "number"
    assert did(reviewing, "severity", made.id, text="major")[made.id]["severity"] == "major"
    assert did(reviewing, "severity", made.id, text="minor")[made.id]["severity"] == "minor"
    assert did(reviewing, "note", made.id, text="")[made.id]["note"] == ""
    assert reviewing.document("light") is drawn
    assert made.id not in did(reviewing, "reject", made.id)
    assert reviewing.document("light") == before


def test_a_flag_that_cannot_be_is_told_or_passed_over(reviewing):
    flag(reviewing, 3, 3)
    assert "not compared" in reviewing.problem
    reviewing.take([ReviewEvent(2, "", "flag", marked=(Marked("source", 999, 0, 5),), kind="x", severity="minor")])
    assert reviewing.session.flags == ()


def test_marked_words_from_a_browser_are_read_with_care():
    marked = [["source", 1, 0, 5], ["both", 1, 0, 5], ["target", -1, 0, 5], ["target", 1, 0], "source", None]
    (event,) = new_events({"events": [{"number": 1, "action": "flag", "marked": marked, "kind": 3}]}, 0)
    assert event.marked == (Marked("source", 1, 0, 5),)
    assert event.kind == "3"
