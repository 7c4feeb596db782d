"""Stories by their address on the page: fetched when asked, shown before they are compared, refused with a reason."""

import pytest
from page_steps import own_texts
from standin import ENGLISH, RUSSIAN

from translate.text.origin import FileText, Origin
from translate.ui import inputs
from translate.web.address import WebError
from translate.web.story import CUT_OFF, WebStory

PLACE = "https://news.example/a"


@pytest.fixture
def fetched(monkeypatch):
    """What was asked for; a page of this test holds its own address, and https://cut.example is cut off."""
    asked = []

    def read(address, *, allow_private):
        asked.append((address, allow_private))
        if "wall" in address:
            raise WebError(address, "asks about <b>cookies</b> before it shows the story.")
        text = {PLACE: RUSSIAN}.get(address, ENGLISH)
        return WebStory(address, FileText(text, Origin(address)), CUT_OFF if "cut" in address else "")

    monkeypatch.setattr(inputs, "read_story", read)
    return asked


@pytest.fixture
def own(page):
    return own_texts(page)


def fetch(page, number, address):
    page.text_input(key=f"address-{number}").input(address)
    page.button(key=f"fetch-{number}").click().run()
    assert not page.exception
    return page


def test_the_text_stands_in_its_pane_before_it_is_compared(own, fetched, calls):
    before = len(calls)
    fetch(own, 0, f" {PLACE} ")
    fetch(own, 1, "news.example/b")
    assert fetched == [(PLACE, False), ("https://news.example/b", False)]
    assert [own.text_area(key=f"text-{number}").value for number in (0, 1)] == [RUSSIAN, ENGLISH]
    assert len(calls) == before
    next(button for button in own.button if button.label == "Compare").click().run()
    assert tuple(given.text for given in calls[-1]) == (RUSSIAN, ENGLISH)


def test_nothing_is_fetched_before_the_button_is_pressed(own, fetched):
    own.text_input(key="address-0").input(PLACE)
    own.run()
    assert fetched == []


def test_a_page_without_a_story_is_told_and_the_pane_stays(own, fetched):
    own.text_area(key="text-0").input("Черновик").run()
    fetch(own, 0, "https://wall.example")
    assert "cookies" in own.error[0].value
    assert "<b>" not in own.error[0].value
    assert own.text_area(key="text-0").value == "Черновик"
    fetch(own, 0, PLACE)
    assert own.error == []


def test_a_story_that_may_be_cut_off_is_told(own, fetched):
    fetch(own, 0, "https://cut.example")
    assert "subscribers" in own.error[0].value
    assert own.text_area(key="text-0").value == ENGLISH


def test_an_address_is_asked_for(own, fetched):
    fetch(own, 0, "  ")
    assert "Give the address" in own.error[0].value
    assert fetched == []


def test_the_operator_can_switch_it_off_or_allow_more(page, fetched, monkeypatch):
    monkeypatch.setenv("PARALLAX_ALLOW_PRIVATE", "1")
    own = own_texts(page)
    fetch(own, 0, PLACE)
    assert fetched == [(PLACE, True)]
    monkeypatch.setenv("PARALLAX_PAGE_URLS", "0")
    assert [box.key for box in own.run().text_input if box.key.startswith("address-")] == []


def test_a_private_page_is_refused_on_the_page(own):
    fetch(own, 0, "http://2130706433/")
    assert "private network" in own.error[0].value
