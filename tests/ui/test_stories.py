"""The list of stories beside the page, and what is there again at the next visit."""

from pathlib import Path

import pytest
from standin import ENGLISH, RUSSIAN
from streamlit.testing.v1 import AppTest

from translate.desk.store import Stories, default_stories
from translate.desk.story import Story
from translate.review.decision import Decision
from translate.ui.reading_component import ReviewEvent
from translate.ui.state import PageState

ROOT = Path(__file__).parents[2]
CHANGED = ENGLISH.replace("15 million", "16 million")
OTHER = (
    "Дом открыли\n\nДом на площади открыли во вторник. Дом стоил 3 млн рублей.",
    "A house was opened\n\nThe house was opened on Tuesday. It cost 3 million roubles.",
)


@pytest.fixture
def visit(keeping, calls, monkeypatch):
    """Begins a visit: another browser window, or the same after a reload or a restart."""
    monkeypatch.setattr("translate.ui.inputs.offer_is_due", lambda state: False)
    return lambda: AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


@pytest.fixture
def stories(keeping):
    return Stories(keeping)


def state(page) -> PageState:
    return page.session_state["parallax"]


def compare(page, source, target):
    """Put two texts into the panes and compare them."""
    press(page, "edit")
    for pane, text in zip(("text-0", "text-1"), (source, target), strict=True):
        page.text_area(key=pane).input(text)
    next(button for button in page.button if button.label == "Compare").click().run()
    assert not page.exception


def press(page, key):
    """Press a button, where there is one."""
    for button in [each for each in page.button if each.key == key]:
        button.click().run()


def review(page):
    shown = state(page)
    return shown.reviews[shown.story]


def reject_first(page):
    """What the reading view sends when a key is pressed, taken before the page is drawn again."""
    reviewing = review(page)
    reviewing.document("light")
    (view,) = list(reviewing._views)[-1:]
    reviewing.take([ReviewEvent(1, view, "reject", (reviewing.session.found.differences[0].id,))])


def listed(page):
    """Headlines on the list; the one in sight with a star."""
    found = [each for each in page.radio if each.key == "stories"]
    if not found:
        return []
    (radio,) = found
    chosen = radio.options[radio.index] if radio.index is not None else None
    return [f"{each}*" if each == chosen else each for each in radio.options]


def choose(page, words):
    numbers = [each.number for each in default_stories().entries("") if words in " ".join(each.headlines)]
    page.radio(key="stories").set_value(numbers[0]).run()


def test_nothing_is_listed_or_kept_before_something_is_done(visit, keeping):
    page = visit()
    assert listed(page) == []
    assert not keeping.exists()


def test_own_texts_are_listed_once_they_are_compared(visit):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    assert listed(page) == ["Bridge reopens after repairs*"]


def test_a_reload_shows_the_review_as_it_was_and_compares_nothing(visit, calls):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    reject_first(page)
    calls.clear()
    again = visit()
    assert listed(again) == ["Bridge reopens after repairs*"]
    assert review(again).session == review(page).session
    assert review(again).session.progress.rejected == 1
    assert (RUSSIAN, ENGLISH) not in calls
    assert "reading-view" in [each.key for each in again.get("bidi_component")]


def test_a_step_can_be_undone_and_redone_after_a_reload(visit):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    reject_first(page)
    again = visit()
    before = review(again).session
    assert before.progress.rejected == 1
    assert review(again).data["undo"]
    review(again).take([ReviewEvent(1, "", "undo")])
    third = visit()
    assert review(third).session.progress.rejected == 0
    assert review(third).data["redo"]
    review(third).take([ReviewEvent(1, "", "redo")])
    assert review(third).session == before


def test_a_decision_about_a_sample_is_there_again(visit):
    page = visit()
    press(page, "sample-flood")
    assert listed(page) == []
    reject_first(page)
    page.run()
    again = visit()
    assert review(again).session.progress.rejected == 1
    assert [each[-1] for each in listed(again)] == ["*"]
    assert state(again).mode == "sample"


def test_typed_texts_are_there_again(visit):
    page = visit()
    page.text_area(key="text-0").input("Черновик новости").run()
    again = visit()
    assert [again.text_area(key=f"text-{n}").value for n in (0, 1)] == ["Черновик новости", ""]


def test_a_changed_word_keeps_the_story_and_the_other_decisions(visit):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    session = review(page).session
    for difference in session.found.differences:
        session = session.decided(difference, Decision("accepted"))
    reviewing = review(page)
    reviewing.history = reviewing.history.did(session)
    kinds = {difference.kind for difference in session.found.differences}
    assert {"number", "omission"} <= kinds
    compare(page, RUSSIAN, CHANGED)
    after = review(page).session
    verdicts = {each.kind: after.decision(each).verdict for each in after.found.differences}
    assert verdicts["omission"] == "accepted"
    assert verdicts["number"] is None
    assert [each.key.kind for each in review(page).unplaced] == ["number"]
    assert any("1 decision belongs to sentences that changed." in each.value for each in page.caption)
    assert len(listed(page)) == 1
    again = visit()
    assert len(review(again).unplaced) == 1
    again.button(key="let-unplaced-go").click().run()
    assert review(again).unplaced == review(visit()).unplaced == ()


def test_another_story_is_another_entry(visit):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    compare(page, *OTHER)
    assert listed(page) == ["A house was opened*", "Bridge reopens after repairs"]


def test_a_story_of_the_list_is_shown_as_it_was_left(visit):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    reject_first(page)
    compare(page, *OTHER)
    choose(page, "Bridge")
    assert state(page).story == Story(RUSSIAN, ENGLISH)
    assert review(page).session.progress.rejected == 1
    assert listed(page)[1] == "Bridge reopens after repairs*"


def test_a_draft_becomes_a_story_of_its_own_when_another_is_opened(visit):
    page = visit()
    compare(page, *OTHER)
    compare(page, RUSSIAN, ENGLISH)
    press(page, "new")
    page.text_area(key="text-0").input("Новый черновик").run()
    page.text_area(key="text-1").input("").run()
    choose(page, "house")
    assert state(page).drafts == [*OTHER]
    choose(page, "Новый черновик")
    assert [page.text_area(key=f"text-{n}").value for n in (0, 1)] == ["Новый черновик", ""]


def test_the_next_undecided_story_is_one_press_away(visit, stories):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    stories.keep("", Story(*OTHER))
    page.run()
    page.button(key="next-undecided").click().run()
    assert state(page).story == Story(*OTHER)
    assert not page.exception


def test_a_story_is_deleted_after_a_question(visit, stories):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    page.button(key="delete-story").click().run()
    assert not page.exception
    assert listed(page) == []
    assert stories.entries("") == ()
    assert state(page).drafts == ["", ""]
    again = visit()
    assert state(again).stories.get("own") is None


def test_stories_that_wait_are_compared_one_after_the_other(visit, stories):
    page = visit()
    stories.keep("", Story(RUSSIAN, ENGLISH))
    stories.keep("", Story(*OTHER))
    stories.keep("", Story("Только русский текст.", "Ещё один русский текст."))
    page.run()
    page.button(key="compare-the-rest").click().run()
    assert not page.exception
    assert sorted(each.total is None for each in stories.entries("")) == [False, False, True]
    assert any("Russian" in warning.value for warning in page.warning)


def test_a_long_list_is_searched(visit, stories):
    for number in range(7):
        stories.keep("", Story(f"Новость номер {number}.", f"Story number {number}."))
    page = visit()
    assert len(listed(page)) == 7
    page.text_input(key="stories-search").input("number 4").run()
    assert listed(page) == [r"Story number 4\."]
    page.text_input(key="stories-search").input("nothing").run()
    assert listed(page) == []


def test_a_headline_of_a_stranger_is_no_markdown(visit, stories):
    stories.keep("", Story("Новость", "# :red[Rain] <b>and</b> ![x](https://a.example/x.png)"))
    (headline,) = listed(visit())
    assert headline == r"\# \:red\[Rain\] \<b\>and\</b\> \!\[x\]\(https\://a\.example/x\.png\)"


def test_without_a_store_there_is_no_list(page, monkeypatch):
    monkeypatch.setattr("translate.ui.inputs.offer_is_due", lambda state: False)
    press(page, "new")
    compare(page, RUSSIAN, ENGLISH)
    assert listed(page) == []
    assert not page.sidebar.button


def test_a_file_that_cannot_be_used_is_told_and_the_page_goes_on(visit, keeping):
    keeping.parent.mkdir(parents=True)
    keeping.write_bytes(b"no database at all " * 100)
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    assert any("list of stories cannot be read" in warning.value for warning in page.warning)
    assert "reading-view" in [each.key for each in page.get("bidi_component")]


def test_visitors_of_a_shared_page_have_lists_of_their_own(visit, stories, monkeypatch):
    monkeypatch.setenv("PARALLAX_SHARED", "1")
    one, other = visit(), visit()
    compare(one, RUSSIAN, ENGLISH)
    compare(other, *OTHER)
    assert len(listed(one)) == len(listed(other)) == 1
    assert stories.entries("") == ()
    assert listed(visit()) == []  # without a cookie nobody is known


def test_what_another_version_found_is_compared_anew_with_every_decision(visit, calls, monkeypatch):
    page = visit()
    compare(page, RUSSIAN, ENGLISH)
    reject_first(page)
    calls.clear()
    monkeypatch.setattr("translate.review.session_file.SCHEMA", "parallax/session/99")
    again = visit()
    assert (RUSSIAN, ENGLISH) not in calls  # the page still has it from the visit before
    assert review(again).session.progress.rejected == 1
    assert review(again).unplaced == ()
