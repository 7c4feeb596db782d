"""The reading view in a real browser: links, filters, keyboard, and not one request."""

import pytest
from browser import chromium_page

from translate.report import render

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(tmp_path):
    """A function that opens a comparison in a browser; at the end no request and no error may have happened."""
    noise: list[str] = []
    sheets = []

    def open_(page, comparison):
        file = tmp_path / "report.html"
        file.write_bytes(render(comparison, "html").encode())
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("request", lambda request: request.url == file.as_uri() or noise.append(request.url))
        page.goto(file.as_uri())
        sheets.append(page)

    yield open_
    assert noise == []


def pinned(page):
    return page.eval_on_selector_all(".s.pinned", "found => found.map(sentence => sentence.id)")


def shown(page):
    return page.eval_on_selector_all(".item:not([hidden])", "found => found.map(item => item.dataset.id)")


def test_a_reviewer_finds_their_way_by_mouse_and_keyboard(story, opened):
    with chromium_page(viewport={"width": 1440, "height": 900}) as page:
        opened(page, story)
        page.click("#source-4 .words")  # one of the three sentences that stand against one
        assert pinned(page) == ["source-3", "source-4", "source-5", "target-1"]
        assert "The water rose by three metres" in page.inner_text("#dock")
        page.keyboard.press("Escape")
        assert pinned(page) == []
        assert page.is_hidden("#dock")

        page.hover("#target-3 .words")
        assert page.eval_on_selector_all(".s.lit", "found => found.map(s => s.id)") == ["source-8", "target-3"]

        page.select_option("#sort", "reading")
        page.click("#for-filters")
        page.click(".chip[data-kind=negation]")
        page.click(".chip[data-kind=addition]")
        assert shown(page) == ["d7", "d13"]
        assert page.inner_text("#count") == "2 of 13"
        page.click(".chip[data-kind=negation]")
        page.click(".chip[data-kind=addition]")
        page.select_option("#side", "target")
        assert shown(page) == ["d13"]
        page.select_option("#side", "")
        page.keyboard.press("/")
        page.locator("#search").press_sequentially("Соколов")
        assert shown(page) == ["d3", "d4"]
        page.fill("#search", "")
        page.keyboard.press("Escape")  # from the search to the first card that it left

        page.keyboard.press("j")
        page.keyboard.press("k")
        assert page.get_attribute(".item.current", "data-id") == "d1"
        page.keyboard.press("Enter")
        assert page.is_hidden("#card-d1 table")
        page.keyboard.press("m")
        assert page.is_visible("#card-d1 table")
        page.keyboard.press("j")  # reading on: the next card opens, the one before closes
        assert page.is_visible("#card-d2")
        assert page.is_hidden("#card-d1")
        page.keyboard.press("Escape")
        assert page.is_hidden("#card-d2")

        assert page.is_hidden("#source-3 .under")
        page.keyboard.press("t")
        assert page.is_visible("#source-3 .under")
        page.click("#target-8 .tag")  # a tag leads to its evidence
        assert page.is_visible("#card-d13")

        page.click(".chip[data-kind=moved]")
        page.click("#target-8 .words")
        page.evaluate("document.querySelectorAll('.filtered-out').length") or pytest.fail("nothing was filtered")
        page.click("#dock .link")  # also where a filter had put it away
        assert page.is_visible("#card-d13")
        assert len(shown(page)) == 13


def test_columns_scroll_to_the_counterpart(story, opened):
    with chromium_page(viewport={"width": 1100, "height": 600}, reduced_motion="reduce") as page:
        opened(page, story)
        page.click("#text-target [data-jump=target-8]")
        page.click("#text-source .seg[data-jump=source-2]")
        for sentence in ("#source-2", "#target-0"):
            box, column = (
                page.locator(sentence).bounding_box(),
                page.locator(f"{sentence} >> xpath=ancestor::div[contains(@class, 'scroll')]").bounding_box(),
            )
            assert column["y"] <= box["y"] < column["y"] + column["height"]


@pytest.mark.parametrize("width", [360, 720, 1024])
def test_nothing_sticks_out_at_any_width(story, hostile, opened, width):
    with chromium_page(viewport={"width": width, "height": 640}) as page:
        for comparison in (story, hostile):
            opened(page, comparison)
            page.keyboard.press("j")
            page.keyboard.press("Enter")
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_sentences_are_reached_without_a_mouse(story, opened):
    with chromium_page(viewport={"width": 1440, "height": 900}) as page:
        opened(page, story)
        page.focus("#source-2")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert pinned(page) == ["source-3", "source-4", "source-5", "target-1"]
        assert page.get_attribute("#source-3", "aria-pressed") == "true"


def test_saved_data_are_the_json_report(story, opened, tmp_path):
    with chromium_page(accept_downloads=True) as page:
        opened(page, story)
        with page.expect_download() as download:
            page.click("#save")
        download.value.save_as(tmp_path / "saved.json")
    assert (tmp_path / "saved.json").read_text(encoding="utf-8") == render(story, "json").strip() + "\n"
