"""The stories of a store on the page: found, opened, decided, and kept."""

import shutil
from pathlib import Path

import pytest
from monitored import DAYS, fill
from streamlit.testing.v1 import AppTest

from translate.review.decision import Decision
from translate.settings.environment import STORE, STORE_REVIEWS
from translate.store import Asked, Monitor, Store
from translate.ui.monitor_store import page_store
from translate.ui.state import PageState

ROOT = Path(__file__).parents[2]
BRIDGE = "Bridge reopens after repairs"


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The folder of a store and its files."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    fill(folder)
    return folder


@pytest.fixture
def store(filled, tmp_path, monkeypatch):
    """The store of the page."""
    found = Store(shutil.copytree(filled, tmp_path / "store") / "stories.sqlite")
    monkeypatch.setenv(STORE, str(found.path))
    return found


@pytest.fixture
def visit(calls, monkeypatch):
    """Begins a visit."""
    monkeypatch.setattr("translate.ui.inputs.offer_is_due", lambda state: False)
    return lambda: AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


@pytest.fixture
def page(store, visit):
    """A visitor who looks at the stories of the store."""
    return press(visit(), "monitor-button")


def state(page) -> PageState:
    return page.session_state["parallax"]


def press(page, key):
    page.button(key=key).click().run()
    assert not page.exception
    return page


def put(page, widget, value):
    widget.set_value(value).run()
    assert not page.exception


def listed(page):
    """Numbers of the stories on the list, in order."""
    return [int(each.key.removeprefix("open-")) for each in page.button if (each.key or "").startswith("open-")]


def numbers(page):
    return [int(each.value) for each in page.metric]


def number_of(store, day):
    [line] = Monitor(store.path).lines(Asked(since=day, until=day))
    return line.told.number


def review(page):
    shown = state(page)
    return shown.reviews[shown.story]


def decide(page, verdict="accepted", nth=0):
    """What the reading view does when a key is pressed."""
    reviewing = review(page)
    session = reviewing.session
    reviewing.history = reviewing.history.did(session.decided(session.found.differences[nth], Decision(verdict)))
    reviewing.keep()
    page.run()
    assert not page.exception


def headings(page):
    return [each.value for each in page.title]


def test_without_a_store_the_page_shows_nothing_new(visit, monkeypatch):
    monkeypatch.delenv(STORE, raising=False)
    page = visit()
    assert "monitor-button" not in [each.key for each in page.button]
    assert page_store() is None


def test_a_store_that_is_not_there_is_told(visit, monkeypatch, tmp_path):
    monkeypatch.setenv(STORE, str(tmp_path / "gone.sqlite"))
    page = press(visit(), "monitor-button")
    assert "there is no such file" in page.error[0].value
    assert press(page, "new").text_area(key="text-0")


def test_an_empty_store_says_how_it_is_filled(visit, monkeypatch, tmp_path):
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "notes.json").write_text("{}", encoding="utf-8")
    empty = Store(tmp_path / "empty.sqlite")
    empty.add(tmp_path / "found")
    monkeypatch.setenv(STORE, str(empty.path))
    page = press(visit(), "monitor-button")
    assert "parallax store add" in page.info[0].value


def test_the_stories_are_listed_with_what_they_come_to(page, store):
    monitor = Monitor(store.path)
    found = monitor.numbers()
    assert numbers(page) == [found.stories, found.serious, found.conflicts, found.undecided]
    assert listed(page) == [line.told.number for line in monitor.lines()]
    assert headings(page) == ["Monitor"]
    [line] = monitor.lines(Asked(since=DAYS[1], until=DAYS[1]))
    told = [each.proto.body for each in page.get("html")]
    assert any("Мост открыли после ремонта" in text and "kurier.example – post.example" in text for text in told)
    assert any(f"0 of {line.total} decided" in text for text in told)


def test_the_list_has_another_order(page, store):
    put(page, page.segmented_control(key="monitor-order"), "newest")
    assert listed(page) == [line.told.number for line in Monitor(store.path).lines(order="newest")]


def test_filters_hold_and_go(page, store):
    put(page, page.segmented_control(key="monitor-period"), "week")
    assert listed(page) == [number_of(store, DAYS[2])]
    assert any("1 story without a day" in each.value for each in page.caption)
    put(page, page.segmented_control(key="monitor-period"), "month")
    put(page, page.multiselect(key="monitor-outlets"), ["post.example"])
    assert listed(page) == [number_of(store, DAYS[1])]
    put(page, page.multiselect(key="monitor-kinds"), ["moved"])
    assert listed(page) == []
    assert "Take a filter away" in page.info[0].value
    press(page, "monitor-reset")
    assert len(listed(page)) == 4
    put(page, page.toggle(key="monitor-undecided"), True)
    assert len(listed(page)) == 4


def test_days_are_chosen(page, store):
    put(page, page.segmented_control(key="monitor-period"), "own")
    assert len(listed(page)) == 3  # those with a day
    put(page, page.date_input(key="monitor-days"), (DAYS[0], DAYS[1]))
    assert set(listed(page)) == {number_of(store, DAYS[0]), number_of(store, DAYS[1])}


def test_facts_in_conflict_open_their_story(page, store):
    put(page, page.segmented_control(key="monitor-order"), "newest")
    page.session_state["monitor-tabs"] = "Facts in conflict"
    page.run()
    [table] = page.dataframe
    found = Monitor(store.path).conflicts()
    assert list(table.value["Day"]) == [each.story.day for each in found]
    assert {"Russian", "English", "Story"} <= set(table.value.columns)


def test_what_outlets_leave_out_is_a_table(page, store):
    page.session_state["monitor-tabs"] = "What outlets leave out"
    page.run()
    assert not page.exception
    [table] = page.dataframe
    assert sorted(table.value["Outlet"]) == ["kurier.example", "post.example"]
    assert any("It says nothing about why" in each.value for each in page.caption)


def test_a_story_opens_and_its_decisions_go_back(page, store):
    """And the list is as it was left."""
    put(page, page.segmented_control(key="monitor-period"), "week")
    number = number_of(store, DAYS[2])
    press(page, f"open-{number}")
    assert headings(page) == [BRIDGE]
    assert review(page).session.found == store.session(number).found
    assert store.query("SELECT sum(decided) FROM stories").rows == ((0,),)
    decide(page)
    assert store.query("SELECT decided, reviewed FROM stories WHERE number = ?", (number,)).rows == ((1, 1),)
    press(page, "monitor-button")
    assert listed(page) == [number]
    assert any("1 of " in each.proto.body for each in page.get("html"))


def test_another_visitor_sees_what_was_decided(page, store, visit):
    number = number_of(store, DAYS[2])
    press(page, f"open-{number}")
    decide(page, "rejected")
    other = press(press(visit(), "monitor-button"), f"open-{number}")
    assert other.session_state["parallax"] is not state(page)
    assert review(other).session.progress.rejected == 1
    assert review(other).session == review(page).session


def test_the_operator_may_leave_the_store_as_it_is(store, visit, monkeypatch):
    monkeypatch.setenv(STORE_REVIEWS, "0")
    page = press(visit(), "monitor-button")
    assert any("stays with you" in each.value for each in page.caption)
    before = store.path.read_bytes()
    press(page, f"open-{number_of(store, DAYS[2])}")
    decide(page)
    assert review(page).session.progress.decided == 1
    assert store.path.read_bytes() == before


def test_a_decision_that_cannot_be_kept_is_told(page, store):
    press(page, f"open-{number_of(store, DAYS[2])}")
    store.path.write_bytes(b"no store any more")
    decide(page)
    assert any("cannot be used" in each.value for each in page.warning)
    assert review(page).session.progress.decided == 1


def test_a_story_whose_file_is_gone_is_told(page, store):
    number = number_of(store, DAYS[2])
    store.file_of(number).unlink()
    press(page, f"open-{number}")
    assert "No such file" in page.warning[0].value
    assert len(listed(page)) == 4


def test_stories_come_to_the_list_of_the_visitor(keeping, page, store):
    """Each of other texts once, the first on top."""
    for _ in range(2):
        press(page, "monitor-put")
        assert state(page).monitor.problem == ""
        assert [each.split()[0] for each in page.radio(key="stories").options] == ["Thousands", "Bridge"]
    press(page, f"open-{number_of(store, DAYS[2])}")
    assert headings(page) == [BRIDGE]
    assert len(page.radio(key="stories").options) == 2


def test_what_is_listed_of_another_day_is_another_review(keeping, page, store):
    """The list has a story of two texts once, the store has it by its days."""
    press(page, f"open-{number_of(store, DAYS[1])}")
    decide(page)
    press(press(page, "monitor-button"), f"open-{number_of(store, DAYS[2])}")
    assert review(page).session.progress.decided == 0
    decide(page)
    decided = dict(store.query("SELECT day, decided FROM stories WHERE day IS NOT NULL").rows)
    assert decided == {DAYS[0]: 0, DAYS[1]: 1, DAYS[2]: 1}


def test_own_decisions_stand_beside_an_undecided_store(keeping, store, visit, monkeypatch):
    monkeypatch.setenv(STORE_REVIEWS, "0")
    number = number_of(store, DAYS[2])
    page = press(press(visit(), "monitor-button"), f"open-{number}")
    decide(page)
    again = press(press(visit(), "monitor-button"), f"open-{number}")
    assert review(again).session.progress.decided == 1
    begun = store.session(number)
    assert store.review(begun.decided(begun.found.differences[-1], Decision("rejected")))
    page = press(press(visit(), "monitor-button"), f"open-{number}")
    assert review(page).session.progress.rejected == 1


def test_a_story_of_the_list_leaves_the_view(keeping, page):
    press(page, "monitor-put")
    page.radio(key="stories").set_value(1).run()
    assert not page.exception
    assert not state(page).monitoring


def test_the_view_speaks_russian(page):
    put(page, page.segmented_control(key="language"), "ru")
    assert headings(page) == ["Монитор"]
    assert page.metric[0].label == "Материалы"


def undo_steps(page):
    return len(review(page).history.past)


def test_steps_can_be_undone_once_the_story_is_opened_again(keeping, page, store, visit):
    number = number_of(store, DAYS[2])
    press(page, f"open-{number}")
    decide(page)
    press(press(page, "monitor-button"), f"open-{number}")
    assert undo_steps(page) == 1
    other_day = press(press(visit(), "monitor-button"), f"open-{number}")
    assert (undo_steps(other_day), review(other_day).session.progress.decided) == (1, 1)


def test_what_two_visitors_decide_at_once_is_all_kept(page, store, visit):
    number = number_of(store, DAYS[2])
    other = press(visit(), "monitor-button")
    for each in (page, other):
        press(each, f"open-{number}")
    decide(page)
    decide(other, "rejected", nth=1)
    assert store.session(number).progress.decided == 2
    reviewing = review(other)
    reviewing.history = reviewing.history.undone()
    other.run()
    decide(page, "rejected")
    assert [each.verdict for each in store.session(number).decisions.values()] == ["rejected"]


def test_own_decisions_stay_where_nothing_else_keeps_them(store, visit, monkeypatch):
    monkeypatch.setenv(STORE_REVIEWS, "0")
    number = number_of(store, DAYS[2])
    page = press(press(visit(), "monitor-button"), f"open-{number}")
    decide(page)
    press(press(page, "monitor-button"), f"open-{number}")
    assert review(page).session.progress.decided == 1
