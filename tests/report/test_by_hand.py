"""Differences by hand in a real browser: words selected in one text or both, and several sentences that are linked."""

import pytest
from axe import problems
from browser import chromium_page

from translate.review.flags import Flag, with_flags
from translate.text.document import Span

pytestmark = pytest.mark.browser

HEAR = """
window.heard = [];
addEventListener("message", ({ data }) => { if (data.parallax === "event") heard.push(data.event); });
"""
SELECT = """([id, words]) => {
  const own = document.querySelector(`${id} .words`);
  const walker = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const start = node.data.indexOf(words);
    if (start >= 0) getSelection().setBaseAndExtent(node, start, node, start + words.length);
  }
}"""


@pytest.fixture(scope="module")
def browser_page():
    with chromium_page(viewport={"width": 1440, "height": 820}, reduced_motion="reduce", bypass_csp=True) as page:
        yield page


@pytest.fixture
def desk(browser_page, story, opened):
    opened(browser_page, story, embedded=True, reviewable=True)
    browser_page.evaluate(HEAR)
    return browser_page


def events(page):
    page.wait_for_timeout(50)  # a message to the own window comes a turn later
    return page.evaluate("heard")


def select(page, sentence, words):
    page.evaluate(SELECT, [f"#{sentence}", words])
    page.wait_for_timeout(100)


def kind_names(page):
    return page.eval_on_selector_all("#flag-kind option:not(:disabled)", "found => found.map(option => option.value)")


def test_words_of_both_texts_are_flagged_with_their_offsets(desk, story):
    select(desk, "source-4", "поднялась")
    desk.click("#flag")
    assert desk.input_value("#flag-kind") == "partial"
    assert "addition" not in kind_names(desk)
    select(desk, "target-3", "government")
    assert desk.input_value("#flag-kind") == "meaning"
    assert not {"omission", "addition"} & set(kind_names(desk))
    desk.fill("#flag-note", "Ask <b>them</b>.")
    desk.keyboard.press("Control+Enter")
    (event,) = events(desk)
    assert (event["action"], event["kind"], event["severity"]) == ("flag", "meaning", "major")
    assert event["text"] == "Ask <b>them</b>."
    words = [getattr(story, side).sentence_text(i)[start:end] for side, i, start, end in event["marked"]]
    assert words == ["поднялась", "government"]
    assert desk.is_hidden("#flagging")


def test_a_sentence_is_flagged_whole_with_the_keyboard_alone(desk, story):
    desk.focus("#source-5")
    desk.keyboard.press("m")
    assert desk.input_value("#flag-kind") == "omission"
    assert problems(desk) == []
    desk.keyboard.press("Escape")
    assert desk.is_hidden("#flagging")
    assert desk.evaluate("document.activeElement.id") == "source-5"
    desk.keyboard.press("m")
    desk.select_option("#flag-kind", "number")
    desk.focus("#flag-save")
    desk.keyboard.press("Enter")
    (event,) = events(desk)
    assert event["marked"] == [["source", 5, 0, len(story.source.sentence_text(5))]]
    assert event["kind"] == "number"


def test_m_on_a_card_still_shows_more_of_it(desk):
    desk.keyboard.press("j")
    desk.keyboard.press("m")
    assert desk.is_hidden("#flagging")
    assert desk.is_visible(".item.current .card .more")


def test_a_pinned_pair_is_flagged_from_its_tools(desk):
    desk.click("#source-6 .words")
    desk.get_by_role("button", name="Flag a difference").click()
    assert desk.locator(".marked bdi:not(:empty)").count() == 2
    desk.locator(".marked[data-side=target] button").click()
    assert desk.input_value("#flag-kind") == "omission"


def test_several_sentences_are_linked_at_once(desk):
    desk.click("#source-6 .words")
    desk.click("#source-7 .words", modifiers=["Shift"])
    desk.keyboard.press("l")
    assert events(desk) == []  # one side alone is no link
    desk.focus("#target-5")
    desk.keyboard.press("Shift+Enter")
    assert desk.locator(".s.gathered").count() == 3
    desk.get_by_role("button", name="Link Russian sentences 7, 8 with English sentence 6").click()
    (event,) = events(desk)
    assert (event["action"], event["source"], event["target"]) == ("link", [6, 7], [5])
    assert desk.locator(".s.gathered").count() == 0


def test_a_plain_click_begins_anew(desk):
    desk.click("#source-6 .words")
    desk.click("#source-7 .words", modifiers=["Shift"])
    desk.click("#source-8 .words")
    assert desk.locator(".s.gathered").count() == 0
    assert desk.locator("#source-8.pinned").count() == 1


def test_a_card_by_hand_says_so_and_can_be_taken_away(browser_page, story, opened):
    sentence = story.source.sentences[4]
    flag = Flag("meaning", (Span(sentence.start, sentence.start + 4),), ())
    opened(browser_page, with_flags(story, [flag]), embedded=True, reviewable=True)
    browser_page.evaluate(HEAR)
    card = browser_page.locator(".item[data-by-hand]")
    assert card.locator(".confidence").inner_text() == "by hand"
    card.locator(".head").click()
    assert browser_page.is_hidden("#accept")
    browser_page.get_by_role("button", name="Take the flag away").click()
    (event,) = events(browser_page)
    assert (event["action"], event["differences"]) == ("reject", [card.get_attribute("data-id")])


def test_a_file_offers_no_flag(browser_page, story, opened):
    opened(browser_page, story)
    select(browser_page, "source-4", "поднялась")
    assert browser_page.locator("#flag, #flagging").count() == 0
