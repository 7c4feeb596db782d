"""Translations by hand in the reading view: written in a card, told to the page, drawn everywhere, and taken back."""

import pytest
from browser import chromium_page

from translate.report.html_report import html_report
from translate.review.session import Session

pytestmark = pytest.mark.browser

HEAR = """
window.heard = [];
addEventListener("message", ({ data }) => { if (data.parallax === "event") heard.push(data.event); });
"""


@pytest.fixture
def desk(opened, story):
    with chromium_page(viewport={"width": 1440, "height": 1000}) as page:
        opened(page, story, reviewable=True)
        page.evaluate(HEAR)
        yield page


def fields_of(page, difference):
    page.locator(f"#item-{difference} .head").click()
    page.keyboard.press("m")
    page.locator(f"#card-{difference} .mends").first.click()
    return page.locator(f"#card-{difference} .mending textarea")


def events(page):
    page.wait_for_timeout(50)  # a message to the own window comes a turn later
    return page.evaluate("heard")


def test_a_translation_is_written_in_a_card_and_drawn_wherever_it_stands(desk):
    field = fields_of(desk, "d1").first
    name = field.get_attribute("data-of")
    side, index = name.split("-")
    field.fill("Mended <b>words</b>")
    desk.get_by_role("button", name="Save the translation").click()
    assert desk.locator(f"#{name} .under").text_content() == "[mended by hand] Mended <b>words</b>"
    assert "Mended <b>words</b>" in desk.locator(f"#card-d1 .side[data-side={side}] .translated").inner_text()
    (event,) = events(desk)
    assert (event["action"], event[side], event["text"]) == ("mend", [int(index)], "Mended <b>words</b>")


def test_undo_takes_a_translation_back(desk):
    field = fields_of(desk, "d1").first
    name = field.get_attribute("data-of")
    before = desk.locator(f"#{name} .under").text_content()
    field.fill("Mended")
    desk.get_by_role("button", name="Save the translation").click()
    desk.keyboard.press("u")
    assert desk.locator(f"#{name} .under").text_content() == before
    assert [event["action"] for event in events(desk)] == ["mend", "undo"]


def test_control_and_enter_save(desk):
    fields_of(desk, "d1").first.fill("Mended")
    desk.keyboard.press("Control+Enter")
    assert [event["text"] for event in events(desk)] == ["Mended"]


def test_the_words_of_the_machine_are_no_correction(desk):
    fields_of(desk, "d1")
    desk.get_by_role("button", name="Save the translation").click()
    assert events(desk) == []


def test_escape_leaves_everything_as_it_is(desk):
    fields_of(desk, "d1").first.fill("Mended")
    desk.keyboard.press("Escape")
    assert desk.locator(".mending").count() == 0
    assert desk.locator("#card-d1").is_visible()
    assert events(desk) == []


def test_a_file_shows_what_was_mended_and_offers_no_field(story):
    session = Session.of(story)
    sentence = next(i for i, words in enumerate(story.translation.source.sentences) if words)
    page = html_report(session.with_translation("source", sentence, "<i>By</i> hand").comparison)
    assert "[mended by hand] &lt;i&gt;By&lt;/i&gt; hand" in page
    assert 'class="link mends"' not in page
    assert 'class="link mends"' in html_report(story, reviewable=True)
