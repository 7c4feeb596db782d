"""The HTML report on paper: one page of summary, whole cards, both texts; in a real browser."""

import re
from dataclasses import replace

import pytest
from browser import chromium_page

from translate.report import render
from translate.report.html_report import html_report

pytestmark = pytest.mark.browser

A4 = {"width": 688, "height": 1009}  # pixels between the margins, 182 by 267 millimetres


@pytest.fixture(scope="module")
def screen():
    with chromium_page(viewport=A4, color_scheme="dark") as page:
        yield page


@pytest.fixture
def paper(screen):
    screen.emulate_media(media="print")
    yield screen
    screen.emulate_media(media="screen")


def pages_of(page):
    """How many pages the browser prints."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def many(story):
    """The story with so many differences that the first page cannot name them all."""
    listed = (replace(story.differences[n % len(story.differences)], id=f"d{n + 1}") for n in range(60))
    return replace(story, differences=tuple(listed))


@pytest.mark.parametrize("which", ["story", "many", "hostile", "unrelated"])
def test_the_summary_fits_on_the_first_page(paper, story, hostile, unrelated, which):
    comparison = {"story": story, "many": many(story), "hostile": hostile, "unrelated": unrelated}[which]
    paper.set_content(render(comparison, "html"))
    height, needed, width, taken = paper.evaluate(
        "(s => [s.clientHeight, s.scrollHeight, s.clientWidth, s.scrollWidth])(document.querySelector('.sheet'))"
    )
    assert height < A4["height"]
    assert needed <= height + 1  # nothing is clipped
    assert taken <= width + 1


def test_the_first_page_tells_the_gravest_differences(paper, story):
    paper.set_content(render(many(story), "html"))
    rows = paper.locator(".sheet tr").all_inner_texts()
    assert "major" in rows[0]
    assert any("5,200 in the Russian version, 5,700 in the English version" in row for row in rows)
    assert paper.get_by_text("more on the following pages").is_visible()


def test_all_evidence_is_printed_and_no_control(paper, story):
    paper.set_content(render(story, "html"))
    assert paper.locator(".item .card").count() == 13
    assert all(card.is_visible() for card in paper.locator(".item .card").all())
    for control in (".tools", ".filters", ".keys", ".tabs"):
        assert not paper.locator(control).first.is_visible()
    assert not paper.locator(".link:visible").count()
    assert paper.locator("#source-3").is_visible()
    assert paper.locator("#target-3").is_visible()
    assert 3 <= pages_of(paper) <= 8


def test_no_card_is_cut_in_two(paper, story):
    paper.set_content(render(story, "html"))
    kept = paper.locator(".item").evaluate_all("items => items.map(item => getComputedStyle(item).breakInside)")
    assert set(kept) == {"avoid"}


def test_paper_is_white_in_a_dark_theme_too(paper, story):
    paper.set_content(html_report(story, theme="dark"))
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert paper.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_the_summary_is_for_paper_alone(screen, story):
    screen.set_content(render(story, "html"))
    assert not screen.locator(".sheet").is_visible()
    assert screen.locator(".top").is_visible()
