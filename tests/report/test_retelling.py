"""A retelling in a real browser: passages that are decided as one, and counterparts beside beads."""

import pytest
from axe import grave_problems
from browser import chromium_page
from retelling import of_an_earlier_version, retelling

from translate.report.html_report import html_report

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(opened):
    with chromium_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", bypass_csp=True) as page:
        opened(page, retelling(), reviewable=True)
        yield page


def verdicts(page):
    decided = page.eval_on_selector_all(
        ".item[data-verdict]", "found => found.map(({dataset}) => [dataset.id, dataset.verdict])"
    )
    return {name: verdict for name, verdict in decided if verdict}


def shown(page):
    return page.eval_on_selector_all(".items > .item:not([hidden])", "found => found.map(item => item.dataset.id)")


def pinned(page, name="pinned"):
    return page.eval_on_selector_all(f".s.{name}", "found => found.map(sentence => sentence.id)")


def current(page):
    return page.get_attribute(".item.current", "data-id")


def test_the_weightiest_passage_comes_first_and_reading_order_is_a_choice(desk):
    assert shown(desk) == ["d3-d5", "d1-d2", "d6"]
    assert desk.inner_text("#item-d3-d5 .message") == "What only the Russian version tells: 3 sentences in a row."
    desk.select_option("#sort", "reading")
    assert shown(desk) == ["d1-d2", "d3-d5", "d6"]
    assert desk.locator(".items > :last-child").get_attribute("class") == "by-eye"


def test_one_decision_settles_a_passage_and_one_step_takes_it_back(desk):
    desk.keyboard.press("j")
    assert current(desk) == "d3-d5"
    desk.keyboard.press("r")
    assert verdicts(desk) == {"d3-d5": "rejected", "d3": "rejected", "d4": "rejected", "d5": "rejected"}
    assert desk.inner_text("#progress") == "3 of 6 decided"
    assert current(desk) == "d1-d2"
    desk.keyboard.press("u")
    assert verdicts(desk) == {}
    assert current(desk) == "d3-d5"


def test_each_sentence_of_a_passage_can_be_decided_by_itself(desk):
    desk.click("#item-d3-d5 > .head")
    assert desk.locator("#fields:visible").count() == 0  # a kind or a note is of one sentence
    desk.click("#item-d4 .head")
    desk.keyboard.press("m")
    assert desk.locator("#fields .pick:visible").count() == 3
    desk.keyboard.press("a")
    assert verdicts(desk) == {"d4": "accepted"}
    assert desk.inner_text("#item-d3-d5 > .head .verdict") == "1 of 3 decided"
    assert current(desk) == "d5"
    assert desk.is_visible("#item-d5 .head")
    desk.keyboard.press("j")  # behind the last sentence comes what follows the passage
    assert current(desk) == "d1-d2"
    assert desk.is_hidden("#item-d5 .head")


def test_a_grave_sentence_weighs_for_its_passage(desk):
    desk.click("#item-d3-d5 > .head")
    desk.click("#item-d3 .head")
    desk.keyboard.press("m")
    desk.select_option("#severity-of", "minor")
    assert desk.inner_text("#item-d3-d5 > .head .severity") == "minor"


def test_filters_count_sentences_and_hide_passages_without_any(desk):
    desk.click("#for-filters")
    desk.select_option("#severity", "major")
    assert shown(desk) == ["d3-d5"]
    assert desk.inner_text("#count") == "1 of 6"
    desk.click("#item-d3-d5 > .head")
    assert desk.locator("#item-d3-d5 .item:visible").count() == 1
    desk.click("#source-2 .words")
    desk.click("#dock .link")  # asked for from its sentence, the filter goes
    assert current(desk) == "d1"
    assert desk.is_visible("#card-d1")


def test_a_passage_stands_out_with_all_its_sentences(desk):
    desk.keyboard.press("j")
    assert pinned(desk) == [
        "source-5",
        "source-6",
        "source-7",
    ]


def test_a_sentence_shows_every_counterpart(desk):
    desk.click("#source-4 .words")
    assert pinned(desk) == ["source-4", "target-2", "target-3"]
    assert pinned(desk, "teller") == ["target-2"]
    assert "told by sentences 3 and 4 of the English version, in full" in desk.inner_text("#dock")
    assert desk.locator("#dock .tie").all_inner_texts() == ["sentence 3, in part", "sentence 4, in full"]
    desk.keyboard.press("Escape")
    assert desk.locator(".s.pinned, .s.teller").count() == 0


def test_counterparts_without_a_common_bead_are_tied_by_a_dashed_line(desk):
    assert desk.locator(".thread").count() == 2
    assert desk.locator(".thread.part").get_attribute("data-from") == "source-4"
    assert desk.locator('.ribbon[data-bead="7"]').count() == 0  # told elsewhere: no ribbon into nothing
    desk.hover("#source-4 .words")
    desk.wait_for_selector(".thread.part.lit")
    desk.locator(".thread.full").dispatch_event("click")
    assert desk.get_attribute("#source-1", "aria-pressed") == "true"


def test_a_file_of_an_earlier_version_is_drawn_as_before(opened):
    with chromium_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce") as page:
        opened(page, of_an_earlier_version())
        assert page.locator(".passage, .thread, .by-eye, .teller").count() == 0
        assert page.locator('.ribbon[data-bead="7"]').count() == 1
        page.click("#source-4 .words")
        assert pinned(page) == ["source-4", "target-3"]
        assert page.locator("#dock .tie").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing_grave(tmp_path, width, scheme):
    file = tmp_path / "view.html"
    file.write_text(html_report(retelling(), reviewable=True), encoding="utf-8")
    size = {"width": width, "height": 900}
    with chromium_page(viewport=size, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(file.as_uri())
        for key in ("j", "Enter", "r", "j"):
            page.keyboard.press(key)
        assert grave_problems(page) == []
        page.click("#item-d3-d5 > .head")
        page.click("#item-d3 .head")
        assert grave_problems(page) == []
        if width == 390:
            page.click(".tabs .one[data-tab=source]")
        page.click("#source-4 .words")
        assert grave_problems(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
