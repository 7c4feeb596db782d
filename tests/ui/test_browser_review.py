"""Reviewing on the page in a real browser: by keyboard, with links by hand, undo, and a session file that reopens."""

import json

import pytest
from browser import at_rest, chromium_page
from server import page_server

pytestmark = [pytest.mark.browser, pytest.mark.model]
WAIT = 120_000
SETTLED = 1000  # milliseconds
STREAM = """async () => {
  const roots = [document, ...[...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
  const [before] = roots.flatMap(root => [...root.querySelectorAll("iframe")]);
  const press = async (keys) => {
    for (const key of keys) {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
      await new Promise(done => setTimeout(done, 20));
    }
  };
  await press("jaaa");
  while (before.isConnected) await press("kj");
  await press("kra");
}"""
VIEW = 'iframe[title="Both texts and their differences"]'


@pytest.fixture
def reviewer(tmp_path):
    with chromium_page(viewport={"width": 1440, "height": 1000}) as page, page_server(tmp_path / "log") as address:
        page.set_default_timeout(WAIT)
        page.goto(address)
        show_sample(page)
        page.frame_locator(VIEW).locator(".item").first.wait_for()
        yield page


def show_sample(page, title="State support for supercomputer makers"):
    """Compare a sample, from wherever the visitor is."""
    sample, new = (page.get_by_role("button", name=name) for name in (title, "New comparison"))
    sample.or_(new).first.wait_for()
    if new.is_visible():
        new.click()
        sample.wait_for()
    at_rest(page)
    sample.click()


def save(page, saved):
    """Take the session away."""
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the session").click()
    assert download.value.suggested_filename.startswith("Putin-orders-support")
    download.value.save_as(saved)
    page.keyboard.press("Escape")


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

    saved = tmp_path / "review.parallax.json"
    save(page, saved)
    notes = [decided["decision"]["note"] for decided in json.loads(saved.read_text(encoding="utf-8"))["decisions"]]
    assert "Ask the desk <b>today</b>" in notes

    page.reload()
    page.get_by_role("button", name="Open a session").click()
    page.locator('[data-testid="stPopoverBody"] input[type=file]').set_input_files(saved)
    progress(page, 1)
    view.locator(".item .noted:visible").wait_for()
    assert page.locator('[data-testid="stException"]').count() == 0


def test_another_story_is_read_from_its_beginning(reviewer):
    view = reviewer.frame_locator(VIEW)
    view.locator(".item .head").first.click()
    view.locator("#for-filters").click()
    view.locator("#severity").select_option("major")
    show_sample(reviewer, "Flood in Verkhnerechensk")
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
    view.locator(".item-conflict > .head").first.click()
    opened = view.locator(".item.current").get_attribute("data-id")
    lonely.locator(".words").click()
    matched = view.locator("#text-target .s-matched").last
    matched.locator(".words").click()
    page.keyboard.press("l")
    linked = view.locator(f"#{lonely_id}:not(.s-only)")
    linked.wait_for()
    assert view.locator("#sort").input_value() == "confidence"  # another document, the same place
    assert view.locator(".text").first.get_attribute("id") == "text-target"
    assert view.locator(".item.current").get_attribute("data-id") == opened
    assert view.locator(f"#card-{opened}").is_visible()
    linked.locator(".words").click()
    assert "linked by a reviewer" in view.locator("#dock").inner_text()
    page.keyboard.press("x")
    view.locator(f"#{lonely_id}.s-only").wait_for()
    view.locator(f"#{lonely_id} .words").click()
    page.keyboard.press("f")
    view.locator(f"#{lonely_id}.s-furniture").wait_for(state="attached")
    page.keyboard.press("u")
    view.locator(f"#{lonely_id}.s-only").wait_for()
    view.locator(f"#{lonely_id}").focus()
    page.keyboard.press("m")
    view.locator("#flag-note").fill("Nobody found it.")
    view.locator("#flag-save").click()
    by_hand = view.locator(".item.current[data-by-hand]")  # the new card is open at once
    by_hand.wait_for()
    assert by_hand.locator("#note").input_value() == "Nobody found it."
    page.keyboard.press("u")
    view.locator(".item[data-by-hand]").wait_for(state="detached")


def test_a_glossary_is_opened_and_a_translation_mended_and_both_are_saved(reviewer, tmp_path):
    page = reviewer
    view = page.frame_locator(VIEW)
    terms = tmp_path / "terms.csv"
    terms.write_text("правительство;Cabinet;<b>never</b> government\n", encoding="utf-8")
    page.get_by_role("button", name="Settings").click()
    page.get_by_text("Terms of the house: no glossary").click()
    page.locator(".st-key-glossary-file").get_by_test_id("stFileUploaderDropzoneInput").set_input_files(terms)
    page.get_by_text("Terms of the house: 1 term").wait_for()
    page.keyboard.press("Escape")
    term = view.locator('.item[data-kind="term"]').first
    term.locator(".head").click()
    assert "<b>never</b> government" in term.locator(".terms").inner_text()
    term.locator(".for-more").click()
    term.locator(".mends").first.click()
    term.locator(".mending textarea").first.fill("Mended <b>words</b>")
    view.get_by_role("button", name="Save the translation").click()
    term.get_by_text("[mended by hand] Mended <b>words</b>").wait_for()
    page.wait_for_timeout(SETTLED)
    saved = tmp_path / "review.parallax.json"
    save(page, saved)
    record = json.loads(saved.read_text(encoding="utf-8"))
    assert [mended["text"] for mended in record["mended"]] == ["Mended <b>words</b>"]
    assert record["options"]["glossary"]["terms"][0]["note"] == "<b>never</b> government"


def test_the_open_card_stays_open_under_another_glossary_and_another_operating_point(reviewer, tmp_path):
    page = reviewer
    view = page.frame_locator(f"{VIEW}:not([inert])")
    terms = tmp_path / "terms.csv"
    terms.write_text("правительство;Cabinet\n", encoding="utf-8")
    date, number = view.locator('.item[data-kind="date"]'), view.locator('.item[data-kind="number"]')
    opened = date.get_attribute("data-id")
    date.locator(".head").click()
    page.get_by_role("button", name="Settings").click()
    page.get_by_text("Terms of the house: no glossary").click()
    page.locator(".st-key-glossary-file").get_by_test_id("stFileUploaderDropzoneInput").set_input_files(terms)
    view.locator('.item[data-kind="term"]').first.wait_for(state="attached")
    is_open(view, opened)
    page.get_by_role("radio", name="fewer flags").click()
    number.wait_for(state="detached")
    is_open(view, opened)
    page.get_by_role("radio", name="balanced").click()
    number.wait_for(state="attached")
    is_open(view, opened)


def is_open(view, card):
    """The card of a difference is the chosen one, and what it holds is in sight."""
    view.locator(f'.item.current[data-id="{card}"]').wait_for()
    assert view.locator(f"#card-{card}").is_visible()


def test_the_page_is_one_screen_and_takes_the_keys_wherever_the_focus_is(reviewer):
    page = reviewer
    main = page.get_by_test_id("stMain")
    for width, height in ((1440, 900), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(SETTLED)
        assert main.evaluate("main => main.scrollHeight - main.clientHeight") == 0
        box = page.locator(VIEW).bounding_box()
        assert height - 16 <= box["y"] + box["height"] <= height
    view = page.frame_locator(VIEW)
    page.get_by_role("button", name="Skip the tour").click()
    page.locator("h1").click()
    page.keyboard.press("j")
    view.locator(".item.current").wait_for()
    page.emulate_media(color_scheme="dark")
    view.locator('html[data-theme="dark"]').wait_for(state="attached")
    page.emulate_media(color_scheme="light")
    view.locator('html[data-theme="light"]').wait_for(state="attached")
    page.get_by_role("button", name="New comparison").click()
    page.set_viewport_size({"width": 390, "height": 500})
    page.get_by_role("button", name="Compare").click()
    error = page.get_by_role("alert").first
    error.wait_for()
    page.wait_for_timeout(SETTLED)
    assert error.evaluate("error => error === document.activeElement")
    assert 0 <= error.bounding_box()["y"] < 500


def test_no_key_is_lost_while_one_document_takes_the_place_of_another(reviewer):
    """A stream of keys on the page around the view, from before the new document is on its way until it is there."""
    page = reviewer
    view = page.frame_locator(f"{VIEW}:not([inert])")
    cards = view.locator(".item:not(.passage)")
    ids = cards.evaluate_all("cards => cards.map(card => card.dataset.id)")
    lone = view.locator(f'.s-only:has([data-difference="{ids[-1]}"])')  # whose card goes, behind all the others
    lone.locator(".words").click()
    page.keyboard.press("f")
    page.evaluate(STREAM)
    lone.wait_for(state="detached")
    progress(page, 4)
    verdicts = cards.evaluate_all("cards => cards.map(card => card.dataset.verdict)")
    assert verdicts[:5] == ["accepted", "accepted", "rejected", "accepted", ""]
    assert view.locator(".item.current").get_attribute("data-id") == ids[4]
