"""Reviewing on the page in a real browser: by keyboard, with links by hand, undo, and a session file that reopens."""

import json

import pytest
from axe import grave_problems
from browser import chromium_page
from server import page_server

pytestmark = [pytest.mark.browser, pytest.mark.model]
WAIT = 60_000  # milliseconds; a first comparison loads the model
SETTLED = 1000  # milliseconds
VIEW = 'iframe[title="Both texts and their differences"]'


@pytest.fixture
def reviewer(tmp_path):
    with chromium_page(viewport={"width": 1440, "height": 1000}) as page, page_server(tmp_path / "log") as address:
        page.set_default_timeout(WAIT)
        page.goto(address)
        page.frame_locator(VIEW).locator(".item").first.wait_for()
        yield page


def click(page, name):
    """Click a button of the page below the view."""
    button = page.get_by_role("button", name=name)
    button.scroll_into_view_if_needed()
    page.wait_for_timeout(SETTLED)  # a click during the scroll would go to the frame that was there before
    button.click()


def progress(page, decided):
    """Both the view and the page around it say how many are decided."""
    page.frame_locator(VIEW).locator("#progress", has_text=f"{decided} of").wait_for()
    page.get_by_text(f"Review: {decided} of").wait_for()


def test_a_story_is_reviewed_saved_and_reopened(reviewer, tmp_path):
    page = reviewer
    view = page.frame_locator(VIEW)
    view.locator(".item .head").first.click()
    page.keyboard.press("a")
    page.keyboard.press("r")
    progress(page, 2)
    assert view.locator('.item[data-verdict="accepted"]').count() == 1
    page.keyboard.press("u")
    progress(page, 1)
    page.keyboard.press("n")
    page.keyboard.type("Ask the desk <b>today</b>")
    page.keyboard.press("Control+Enter")
    view.locator(".item .noted:visible").wait_for()
    view.locator("#for-filters").click()
    view.locator("#verdict").select_option("accepted")
    assert view.locator(".item:visible").count() == 1

    with page.expect_download() as download:
        click(page, "Save the session")
    saved = tmp_path / "review.parallax.json"
    download.value.save_as(saved)
    notes = [decided["decision"]["note"] for decided in json.loads(saved.read_text(encoding="utf-8"))["decisions"]]
    assert "Ask the desk <b>today</b>" in notes

    page.reload()
    view.locator(".item").first.wait_for()
    progress(page, 0)
    click(page, "Open a session")
    page.locator('[data-testid="stPopoverBody"] input[type=file]').set_input_files(saved)
    progress(page, 1)
    view.locator(".item .noted:visible").wait_for()
    assert page.locator('[data-testid="stException"]').count() == 0


def test_another_story_is_read_from_its_beginning(reviewer):
    view = reviewer.frame_locator(VIEW)
    view.locator(".item .head").first.click()
    view.locator("#for-filters").click()
    view.locator("#severity").select_option("major")
    reviewer.get_by_text("Flood in Verkhnerechensk").click()
    view.locator("#text-source h3.headline", has_text="Число погибших").wait_for()
    assert view.locator("#severity").input_value() == ""
    assert view.locator(".item.current").count() == 0


def test_sentences_are_linked_and_set_apart_by_hand(reviewer):
    page = reviewer
    view = page.frame_locator(VIEW)
    view.locator("#sort").select_option("confidence")
    view.locator("#swap").click()
    lonely = view.locator("#text-source .s-only").first
    lonely_id = lonely.get_attribute("id")
    lonely.locator(".words").click()
    matched = view.locator("#text-target .s-matched").last
    matched.locator(".words").click()
    page.keyboard.press("l")
    linked = view.locator(f"#{lonely_id}:not(.s-only)")
    linked.wait_for()
    assert view.locator("#sort").input_value() == "confidence"  # another document, the same place
    assert view.locator(".text").first.get_attribute("id") == "text-target"
    linked.locator(".words").click()
    assert "linked by a reviewer" in view.locator("#dock").inner_text()
    page.keyboard.press("x")
    view.locator(f"#{lonely_id}.s-only").wait_for()
    view.locator(f"#{lonely_id} .words").click()
    page.keyboard.press("f")
    view.locator(f"#{lonely_id}.s-furniture").wait_for(state="attached")
    page.keyboard.press("u")
    view.locator(f"#{lonely_id}.s-only").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_on_the_page(tmp_path, scheme):
    with chromium_page(color_scheme=scheme) as page, page_server(tmp_path / "log") as address:
        page.set_default_timeout(WAIT)
        page.goto(address)
        page.frame_locator(VIEW).locator(".item").first.wait_for()
        page.wait_for_timeout(SETTLED)
        assert grave_problems(page) == []
        page.get_by_text("Your own texts").click()
        page.get_by_role("button", name="Compare").wait_for()
        page.wait_for_timeout(SETTLED)
        assert grave_problems(page) == []


def test_a_glossary_is_opened_and_a_translation_mended_and_both_are_saved(reviewer, tmp_path):
    page = reviewer
    view = page.frame_locator(VIEW)
    terms = tmp_path / "terms.csv"
    terms.write_text("правительство;Cabinet;<b>never</b> government\n", encoding="utf-8")
    expander = page.get_by_text("Terms of the house: no glossary")
    expander.scroll_into_view_if_needed()
    page.wait_for_timeout(SETTLED)  # a click during the scroll would go to the frame that was there before
    expander.click()
    page.get_by_test_id("stFileUploaderDropzoneInput").last.set_input_files(terms)
    page.get_by_text("Terms of the house: 1 term").wait_for()
    term = view.locator('.item[data-kind="term"]').first
    term.locator(".head").click()
    assert "<b>never</b> government" in term.locator(".terms").inner_text()
    term.locator(".for-more").click()
    term.locator(".mends").first.click()
    term.locator(".mending textarea").first.fill("Mended <b>words</b>")
    view.get_by_role("button", name="Save the translation").click()
    term.get_by_text("[mended by hand] Mended <b>words</b>").wait_for()
    page.wait_for_timeout(SETTLED)
    with page.expect_download() as download:
        click(page, "Save the session")
    saved = tmp_path / "review.parallax.json"
    download.value.save_as(saved)
    record = json.loads(saved.read_text(encoding="utf-8"))
    assert [mended["text"] for mended in record["mended"]] == ["Mended <b>words</b>"]
    assert record["options"]["glossary"]["terms"][0]["note"] == "<b>never</b> government"
