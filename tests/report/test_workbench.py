"""The reading view as a workbench in a real browser: ribbons, columns, filters, and decisions shown in a file."""

from dataclasses import replace

import pytest
from browser import chromium_page
from labelled_page import labelled_comparison
from standin import standin_compare

from translate.differences.difference import Review

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(story, opened):
    with chromium_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", bypass_csp=True) as page:
        opened(page, story, reviewable=True)
        yield page


def shown(page):
    return page.eval_on_selector_all(".item:not([hidden])", "found => found.map(item => item.dataset.id)")


def verdicts(page):
    decided = page.eval_on_selector_all(
        ".item[data-verdict]", "found => found.map(({dataset}) => [dataset.id, dataset.verdict])"
    )
    return {name: verdict for name, verdict in decided if verdict}


def test_a_ribbon_ties_the_sentences_of_a_bead(desk):
    assert desk.get_attribute('.ribbon[data-bead="1"]', "class") == "ribbon s-conflict"
    desk.hover("#source-4 .words")
    desk.wait_for_selector('.ribbon.lit[data-bead="1"]')
    desk.hover("h1")
    desk.locator('.ribbon[data-bead="7"]').dispatch_event("click")  # the moved one
    assert desk.eval_on_selector_all(".s.pinned", "found => found.map(s => s.id)") == ["source-11", "target-2"]


def test_a_ribbon_follows_its_sentences(desk):
    path = desk.get_attribute('.ribbon[data-bead="1"]', "d")
    desk.set_viewport_size({"width": 1440, "height": 600})
    desk.evaluate("document.querySelector('#text-source .scroll').scrollTop = 60")
    desk.wait_for_function(
        "old => document.querySelector('.ribbon[data-bead=\"1\"]').getAttribute('d') !== old", arg=path
    )


def test_columns_scroll_together_unless_told_not_to(desk):
    desk.set_viewport_size({"width": 1440, "height": 600})
    top = "document.querySelector('#text-target .scroll').scrollTop"
    desk.hover("#source-4")
    desk.mouse.wheel(0, 400)
    desk.wait_for_function(f"{top} > 20")
    desk.click("#together")
    before = desk.evaluate(top)
    desk.hover("#text-source .scroll")
    desk.mouse.wheel(0, -400)
    desk.wait_for_function("document.querySelector('#text-source .scroll').scrollTop < 100")
    assert desk.evaluate(top) == before


def test_one_language_is_enough(desk):
    desk.select_option("#reading", "target")
    assert desk.is_hidden("#source-4 .words")
    assert desk.is_visible("#source-4 .under")
    assert "machine translation" in desk.inner_text("#text-source .about-translation")
    assert desk.is_visible("#target-1 .words")
    desk.click("#text-source .shows [data-show=both]")
    assert desk.is_visible("#source-4 .words")
    assert desk.input_value("#reading") == ""


def test_who_reads_one_language_reads_the_evidence_in_it(desk):
    item = desk.locator('.item[data-kind="omission"]').first
    original, translation = item.locator(".excerpt:not(.translated)"), item.locator(".excerpt.translated")
    assert original.is_visible()
    assert not translation.is_visible()
    desk.select_option("#reading", "target")
    assert translation.is_visible()
    assert not original.is_visible()
    assert translation.inner_text().startswith("machine translation")
    item.locator(".head").click()
    passage = item.locator('.side[data-side="source"]')
    tops = [passage.locator(part).bounding_box()["y"] for part in (".translated bdi", "blockquote")]
    assert tops == sorted(tops)
    near = item.locator('.quote[data-side="target"]').first
    assert near.locator("bdi:not(.quiet)").is_visible()
    assert not near.locator("bdi.quiet").is_visible()  # a translation into the other language
    item.locator(".head").click()
    desk.select_option("#reading", "")
    assert original.is_visible()
    assert not translation.is_visible()


def test_what_is_rejected_loses_its_colour_everywhere(desk):
    only = desk.locator('.item[data-kind="omission"]').first
    sentence = desk.locator(f'.s:has(> .tag[data-difference="{only.get_attribute("data-id")}"])').first
    name, bead = sentence.get_attribute("id"), sentence.get_attribute("data-bead")

    def colours():
        segment = desk.locator(f'.seg[data-jump="{name}"]').evaluate("node => getComputedStyle(node).backgroundColor")
        return segment, desk.locator(f'.ribbon[data-bead="{bead}"]').get_attribute("class").split()[1]

    only.locator(".head").click()
    before = colours()
    assert before[1] == "s-only"
    desk.keyboard.press("r")
    desk.wait_for_function(f"document.querySelector('.ribbon[data-bead=\"{bead}\"]').classList.contains('s-matched')")
    assert colours()[0] != before[0]
    desk.keyboard.press("u")
    desk.wait_for_function(f"document.querySelector('.ribbon[data-bead=\"{bead}\"]').classList.contains('s-only')")
    assert colours() == before


def test_sides_can_be_swapped(desk):
    desk.keyboard.press("s")
    left = desk.eval_on_selector_all(".text", "found => found.map(text => text.getBoundingClientRect().left)")
    assert left == sorted(left)
    assert desk.eval_on_selector_all(".text", "found => found.map(text => text.id)") == ["text-target", "text-source"]


def test_the_list_is_filtered_and_sorted(desk):
    desk.click("#for-filters")
    desk.select_option("#confidence", "90")
    assert shown(desk) == ["d3", "d1", "d13", "d9", "d10"]  # what matters: major ones first, then the surer ones
    desk.select_option("#sort", "reading")
    assert shown(desk) == ["d1", "d3", "d9", "d10", "d13"]
    desk.select_option("#sort", "confidence")
    assert shown(desk) == ["d3", "d1", "d10", "d13", "d9"]
    assert desk.inner_text("#for-filters b") == "1"
    desk.click("#clear")
    assert len(shown(desk)) == 13


def test_decisions_are_made_by_keyboard_and_show_at_once(desk):
    desk.select_option("#sort", "reading")
    for key in ("j", "a", "r"):
        desk.keyboard.press(key)
    assert verdicts(desk) == {"d1": "accepted", "d2": "rejected"}
    assert desk.get_attribute(".item.current", "data-id") == "d3"
    assert desk.inner_text("#progress") == "2 of 13 decided"
    assert "is-rejected" in desk.get_attribute("#source-5 .tag", "class")
    desk.keyboard.press("u")
    assert verdicts(desk) == {"d1": "accepted"}
    assert desk.get_attribute(".item.current", "data-id") == "d2"  # back at what is open again
    desk.click("#for-filters")
    desk.select_option("#verdict", "open")
    assert "d1" not in shown(desk)


def test_a_difference_is_called_and_weighed_otherwise(desk):
    desk.click("#item-d1 .head")
    desk.keyboard.press("m")
    desk.select_option("#relabel", "quote")
    desk.select_option("#severity-of", "minor")
    assert desk.inner_text("#item-d1 .kind") == "quote"
    assert desk.inner_text("#item-d1 .severity") == "minor"
    assert desk.locator("#relabel option[value=omission]").is_disabled()  # both versions have it


def test_keys_work_on_a_russian_keyboard(desk):
    for key in ("о", "ф"):
        desk.locator("body").dispatch_event("keydown", {"key": key})
    assert list(verdicts(desk).values()) == ["accepted"]


def test_the_keys_are_told(desk):
    desk.keyboard.press("?")
    assert "right, and go on" in desk.inner_text("#help")
    desk.keyboard.press("a")  # not while the keys are read
    desk.keyboard.press("Escape")
    assert desk.is_hidden("#help")
    assert verdicts(desk) == {}


def test_a_pair_for_linking_is_chosen_and_given_up(desk):
    desk.click("#source-10 .words")
    desk.keyboard.press("l")
    assert "choose the English sentence" in desk.inner_text("#dock")
    desk.click("#target-8 .words")
    assert desk.get_by_text("Link Russian sentence 11 with English sentence 9").is_visible()
    desk.wait_for_selector(".preview", state="attached")
    desk.keyboard.press("Escape")
    desk.wait_for_selector(".preview", state="detached")


def test_a_file_shows_decisions_and_takes_none(story, opened):
    accepted = replace(story.differences[0], review=Review("accepted", "Checked <b>twice</b>."))
    reviewed = replace(story, differences=(accepted, *story.differences[1:]))
    with chromium_page(viewport={"width": 1440, "height": 900}) as page:
        opened(page, reviewed)
        assert len(shown(page)) == 13
        assert verdicts(page) == {"d1": "accepted"}
        page.click("#item-d1 .head")
        assert "Checked <b>twice</b>." in page.inner_text("#card-d1")
        page.keyboard.press("r")
        assert verdicts(page) == {"d1": "accepted"}
        assert page.locator("#decide, #undo").count() == 0


def test_hostile_texts_change_nothing_but_their_own_display(hostile, opened):
    with chromium_page(viewport={"width": 1440, "height": 900}) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        opened(page, hostile, reviewable=True)
        page.click("#source-0 .words")
        page.keyboard.press("Escape")
        for key in ("j", "Enter", "a", "n"):
            page.keyboard.press(key)
        page.keyboard.type("</textarea><script>alert(1)</script>")
        page.keyboard.press("Control+Enter")
        page.click("#text-source .shows [data-show=both]")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1440
        assert page.locator("script").count() == 3  # data, strings, the view's own: nothing of the texts


def test_of_a_long_story_only_the_ribbons_in_sight_are_drawn(opened):
    russian = [f"Дом номер {n} стоит на берегу этой реки." for n in range(300)]
    english = [f"House number {n} stands on the bank of this river." for n in range(300)]
    with chromium_page(viewport={"width": 1440, "height": 900}) as page:
        opened(page, standin_compare(russian, english))
        assert 0 < page.locator(".ribbon").count() < 100
        page.locator("#source-299").scroll_into_view_if_needed()
        page.wait_for_selector('.ribbon[data-bead="299"]', state="attached")


@pytest.fixture
def pasted(opened):
    with chromium_page(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce", bypass_csp=True) as page:
        opened(page, labelled_comparison(), reviewable=True)
        yield page


def asks_again(page):
    """What the view said last to those who hear it: whether it sent off a change of a line."""
    return page.inner_text("#spoken") == "Comparing again."


def test_a_line_in_doubt_is_marked_and_has_two_answers(pasted):
    asked = pasted.locator("#source-12 ~ .asked")
    assert asked.locator(".doubt").inner_text() == "story or furniture?"
    assert asked.locator(".says").all_inner_texts() == ["story", "furniture"]
    assert pasted.locator("#source-11 ~ .asked").count() == 0
    asked.locator(".says").first.click()
    assert asks_again(pasted)


def test_furniture_that_is_shown_is_one_click_from_the_story(pasted):
    caption = pasted.locator(".aside", has=pasted.locator("#source-5"))
    assert caption.locator(".line-kind").inner_text() == "Caption"
    button = caption.locator(".says")
    assert (button.inner_text(), button.get_attribute("data-sentences")) == ("part of the story", "5 6")
    button.press("Enter")
    assert asks_again(pasted)


@pytest.mark.parametrize("key", ["b", "f", "и", "а"])
def test_one_key_settles_a_line(pasted, key):
    pasted.keyboard.press("d")
    assert pasted.locator(".s.pinned").get_attribute("id") == "source-12"
    pasted.keyboard.press("d")
    assert pasted.locator(".s.pinned").get_attribute("id") == "source-14"
    pasted.evaluate("key => document.dispatchEvent(new KeyboardEvent('keydown', { key }))", key)
    assert asks_again(pasted)
    assert pasted.locator(".s.pinned").count() == 0


def test_a_key_that_says_what_is_known_asks_for_nothing(pasted):
    pasted.click("#source-13 .words")
    pasted.keyboard.press("b")
    assert not asks_again(pasted)


def test_a_correction_leads_to_its_place(pasted):
    pasted.locator("#text-target .corrected .link").click()
    assert pasted.locator("#target-5").evaluate("node => node.getBoundingClientRect().top < innerHeight")


def test_a_file_shows_doubt_and_offers_no_answer(opened):
    with chromium_page(viewport={"width": 1440, "height": 1000}, bypass_csp=True) as page:
        opened(page, labelled_comparison())
        assert page.locator("#source-12 ~ .asked .doubt").is_visible()
        assert page.locator(".says").count() == 0
        page.click('[data-doubts="target"]')
        assert page.evaluate("document.activeElement.id") == "target-0"
