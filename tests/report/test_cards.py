"""Cards of the reading view in a real browser: what stands on them, and keys that act on what has the focus."""

import pytest
from axe import problems
from browser import chromium_page
from labelled_page import labelled_comparison

from translate.wording.interface import speaking

pytestmark = pytest.mark.browser

HEAR = """
window.heard = [];
addEventListener("message", ({ data }) => { if (data.parallax === "event") heard.push(data.event); });
"""


@pytest.fixture(scope="module")
def browser_page():
    with chromium_page(reduced_motion="reduce", bypass_csp=True) as page:
        yield page


@pytest.fixture
def screen(browser_page):
    browser_page.set_viewport_size({"width": 1440, "height": 700})
    browser_page.emulate_media(color_scheme="light")
    return browser_page


@pytest.fixture
def desk(screen, story, opened):
    opened(screen, story, embedded=True, reviewable=True)
    screen.evaluate(HEAR)
    return screen


@pytest.fixture
def pasted(screen, opened):
    opened(screen, labelled_comparison(), embedded=True, reviewable=True)
    screen.evaluate(HEAR)
    return screen


def events(page):
    page.wait_for_timeout(50)  # a message to the own window comes a turn later
    return [(event["action"], event["differences"], event["source"], event["target"]) for event in
            page.evaluate("heard")]  # fmt: skip


def current(page):
    return page.get_attribute(".item.current", "data-id")


def bottoms(page):
    return page.eval_on_selector_all(".items > .item", "found => found.map(n => n.getBoundingClientRect().bottom)")


def tops(page, card, *parts):
    return [page.locator(f"{card} {part}").first.bounding_box()["y"] for part in parts]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_closed_cards_are_seen_at_once(screen, story, opened, language):
    with speaking(language):
        opened(screen, story, embedded=True, reviewable=True)
    for width, height, cards in ((1440, 700, 4), (1024, 540, 2), (390, 520, 1)):
        screen.set_viewport_size({"width": width, "height": height})
        assert bottoms(screen)[cards - 1] <= height


def test_both_sentences_come_first_then_why_then_the_answers(desk):
    desk.click("#item-d1 > .head")
    order = tops(desk, "#card-d1", "[data-side=source] blockquote", "[data-side=target] blockquote", ".said", "#accept")
    assert order == sorted(order)
    assert desk.locator("#card-d1 blockquote .mark").count() == 2
    assert desk.inner_text("#accept").split() == ["✓", "Right", "a"]
    assert desk.inner_text("#reject").split() == ["✗", "Not", "right", "r"]
    assert desk.locator("#fields").is_hidden()
    desk.keyboard.press("m")
    assert desk.locator("#fields").is_visible()
    desk.keyboard.press("j")  # who wants more of one card wants it of the next
    assert desk.locator("#fields").is_visible()


def test_tab_and_j_move_the_same_card_and_keys_act_on_it(desk):
    desk.keyboard.press("j")
    first = current(desk)
    desk.keyboard.press("Tab")
    second = current(desk)
    assert second != first
    assert desk.evaluate("document.activeElement.closest('.item').dataset.id") == second
    desk.keyboard.press("r")
    assert events(desk) == [("reject", [second], [], [])]
    desk.focus("#sort")  # keys work there too
    desk.keyboard.press("k")
    assert current(desk) == second
    desk.click(f"#item-{first} > .head")
    desk.focus("#together")
    desk.keyboard.press("a")
    assert events(desk)[-1] == ("accept", [first], [], [])


def test_a_sentence_that_has_the_focus_is_what_keys_act_on(desk):
    desk.keyboard.press("j")
    desk.click("#source-10 .words")
    found = desk.locator("#source-10 .tag").first.get_attribute("data-difference")
    assert found != current(desk)
    desk.keyboard.press("a")
    assert events(desk) == [("accept", [found], [], [])]
    desk.focus("#source-2")  # the versions agree on it
    desk.keyboard.press("r")
    assert len(events(desk)) == 1
    assert desk.inner_text("#spoken") == "No difference was found in this sentence."


def test_undo_says_what_it_undid(desk):
    desk.click("#item-d1 > .head")
    desk.keyboard.press("r")
    desk.keyboard.press("u")
    assert desk.inner_text("#spoken") == "Undone: “not right” for number: 5,2 тысячи"
    assert desk.locator("#spoken").is_visible()
    assert current(desk) == "d1"


def test_escape_keeps_a_note(desk):
    desk.click("#item-d1 > .head")
    desk.keyboard.press("n")
    desk.keyboard.type("Ask the desk")
    desk.keyboard.press("Escape")
    assert desk.get_attribute("#item-d1", "data-note") == "Ask the desk"
    assert desk.evaluate("document.activeElement.closest('.item').dataset.id") == "d1"
    desk.keyboard.press("Escape")
    assert desk.is_hidden("#card-d1")
    desk.keyboard.press("Enter")
    assert desk.input_value("#note") == "Ask the desk"


def test_counts_agree_after_a_rejection(desk):
    desk.click("#item-d1 > .head")
    desk.keyboard.press("r")
    desk.click("#for-filters")
    counts = [int(count) for count in desk.locator(".chip:visible b").all_inner_texts()]
    assert sum(counts) == int(desk.inner_text("#count")) == 12
    assert desk.inner_text("#not-right") == "1 not right"
    assert desk.inner_text("#progress") == "1 of 13 decided"
    assert desk.locator("#verdict option").all_inner_texts() == [
        "any decision", "undecided (12)", "right (0)", "not right (1)", "with a note (0)",
    ]  # fmt: skip
    desk.select_option("#verdict", "open")
    desk.keyboard.press("Escape")
    assert desk.locator("#filters").is_hidden()
    assert desk.inner_text("#for-filters") == "Filters 1"
    desk.click("#item-d2 > .head")
    desk.keyboard.press("r")  # it leaves the list of what is undecided
    assert desk.is_hidden("#item-d2")
    assert desk.inner_text("#count") == "11 of 13"


def test_a_relabelled_difference_counts_under_its_new_kind(desk):
    desk.click("#item-d1 > .head")
    desk.keyboard.press("m")
    desk.select_option("#relabel", "term")
    desk.click("#for-filters")
    assert desk.inner_text(".chip[data-kind=term] b") == "1"


def test_a_card_on_a_doubtful_line_can_be_put_out_of_the_story(pasted):
    pasted.click("#item-d1 > .head")
    assert pasted.locator("#card-d1 > .answers > .apart").is_visible()
    pasted.keyboard.press("f")
    assert events(pasted) == [("furniture", [], [12], [])]
    pasted.click("#item-d2 > .head")  # a line that nobody doubts: one step further away
    assert pasted.locator("#card-d2 .apart").is_hidden()
    pasted.keyboard.press("m")
    pasted.click("#card-d2 .apart")
    assert events(pasted)[-1] == ("furniture", [], [15], [])


def test_lines_in_doubt_are_asked_about_in_one_pass(pasted):
    pasted.click("#doubts summary")
    assert pasted.locator("#doubts li").count() == 3
    pasted.locator("#doubts [data-answer]").first.focus()
    for key in ("b", "f", "b"):
        pasted.keyboard.press(key)
    assert events(pasted) == []
    pasted.keyboard.press("Enter")
    assert events(pasted) == [("body", [], [12], [0]), ("furniture", [], [14], [])]


def test_folded_furniture_is_put_back_by_one_key(pasted):
    pasted.locator("#text-source .furniture summary").first.focus()
    pasted.keyboard.press("b")
    assert events(pasted) == [("body", [], [0, 1, 2, 3], [])]


def test_the_tools_can_be_skipped(desk):
    desk.keyboard.press("Tab")
    assert desk.locator(".skip:focus").inner_text() == "Skip to the differences"
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.matches('.items .head')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_all_in_the_file(screen, story, opened, scheme):
    screen.emulate_media(color_scheme=scheme)
    opened(screen, story)
    assert problems(screen) == []
    for key in ("j", "Enter", "m", "t"):
        screen.keyboard.press(key)
    screen.click("#for-filters")
    screen.click("#source-10 .words")
    assert problems(screen) == []


def test_with_text_of_twice_the_size_nothing_is_cut_off(desk):
    desk.add_style_tag(content=":root { font-size: 200%; }")
    desk.click("#for-filters")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    for width, height in ((1440, 900), (1024, 768), (390, 844)):
        desk.set_viewport_size({"width": width, "height": height})
        assert cut_off(desk) == []
        assert desk.evaluate("document.documentElement.scrollWidth") <= width


def cut_off(page):
    """Controls in sight whose words do not fit into them, or that stick out of the window."""
    return page.evaluate(
        """() => [...document.querySelectorAll("button:not(.skip):not(.head):not(.seg), select, summary")]
            .filter((node) => node.offsetParent && (node.scrollWidth > node.clientWidth + 1
                || node.getBoundingClientRect().right > innerWidth + 1))
            .map((node) => node.outerHTML.slice(0, 80))"""
    )
