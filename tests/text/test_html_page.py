"""Which lines of a page's source are its story, and what is no source."""

from pathlib import Path

import pytest

from translate.errors import HtmlInput
from translate.text.html_page import page_text, plain_text, source_tags

PAGES = Path(__file__).parent / "data" / "saved_pages"
PROSE = "The county will close the bridge over the river on Monday, because two of its pillars have cracked."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("<p>Some words of a story</p>" * 3, True),
        ("<p>Some words of a story</p>" * 2, False),  # four tags
        ("<p>Some words</p><br>of a<br> story<br>", True),
        ("<p>x</p><br><br><br>Some words.".ljust(1_499), True),
        ("<p>x</p><br><br><br>Some words.".ljust(1_500), False),  # a tag in 300 characters
        ("<html><body>Some words of a story.", True),
        ("<!DOCTYPE html><p>Some words of a story.", True),
        ("<!doctype html> Some words of a story.", False),  # there is no tag
        ("Some words of <html> and <body> and <p>.", False),
    ],
)
def test_the_source_of_a_page_is_full_of_tags(text: str, source: bool) -> None:
    assert (source_tags(text) > 0) == source
    assert (plain_text(text) != text) == source


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('lass="x">Some words</p><p>of</p><p>a story</p>', "it begins in the middle of a tag"),
        ("<html><body><script>draw('a story')</script><p>12</p></body></html>", "it shows no text by itself"),
    ],
)
def test_source_without_a_story_in_it_is_refused_with_advice(text: str, why: str) -> None:
    with pytest.raises(HtmlInput, match=rf"but {why}\. Open the page in a browser"):
        plain_text(text)


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Section</nav>",
        "<footer>Section</footer>",
        "<aside>Section</aside>",
        "<button>Section</button>",
        "<header>Section</header>",
        "<div role=navigation>Section</div>",
        "<div class='post comments'>Section</div>",
        "<div id=comments>Section</div>",
        "<ul><li><a href=x>Section</a><li><a href=y>Another</a></ul>",
        "<div><a href=x>Section one</a> | <a href=y>Section two</a></div>",
    ],
)
def test_what_html_tells_apart_is_left_out(around: str) -> None:
    assert (
        page_text(f"<body>{around}<div><h1>Bridge closes</h1><p>{PROSE}</p></div>{around}")
        == f"Bridge closes\n\n{PROSE}"
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<header><h1>Bridge closes</h1></header>",
        "<article><header><h2>Bridge closes</h2></header></article>",
        "<div class=comments><h1>Bridge closes</h1></div>",
        "<div><a href=x>Bridge</a> closes on Monday for more than a year</div>",
        "<ul><li><a href=x>Bridge</a></ul>",  # one link is no menu
        "<p class=comment>Bridge closes</p>",
    ],
)
def test_what_may_be_the_story_stays(inside: str) -> None:
    assert page_text(f"<body>{inside}<p>{PROSE}</p>").startswith("Bridge")


@pytest.mark.parametrize("main", ["<main>", "<div role=main>"])
def test_the_main_part_is_no_menu_however_many_names_stand_in_it(main: str) -> None:
    names = "".join(f"<a href=x>A reader of this story, number {number}</a>, " for number in range(60))
    page = f"<div>{main}<h2>Bridge closes</h2><p>{PROSE}</p><div>{names}</div></div>"
    assert page_text(page) == f"Bridge closes\n\n{PROSE}"


def test_of_much_prose_the_part_that_holds_most_is_the_story() -> None:
    told = "\n\n".join([PROSE] * 4)
    paragraphs = f"<p>{PROSE}</p>" * 4
    page = f"<div><p>Above</p></div><h1>Bridge closes</h1><p>Lead</p><div>{paragraphs}</div><div><p>Below</p></div>"
    assert page_text(page) == f"Bridge closes\n\nLead\n\n{told}"


def test_a_headline_in_no_heading_is_known_by_the_title_of_the_page() -> None:
    page = (
        "<title>Bridge over the Lanner closes - Post</title><div>Above</div><div>Bridge over the Lanner closes</div>"
        f"<div>{f'<p>{PROSE}</p>' * 4}</div>"
    )
    assert page_text(page).split("\n")[0] == "Bridge over the Lanner closes"


def test_a_page_of_nothing_but_links_is_shown_whole() -> None:
    assert (
        page_text("<body><ul><li><a>Storm hits city</a><li><a>Bridge closes</a></ul>")
        == "Storm hits city\nBridge closes"
    )


def test_a_saved_page_is_its_story() -> None:
    text = page_text((PAGES / "daily.en.html").read_text(encoding="utf-8"))
    assert text.startswith("Bridge over the Lanner closes for a year\n")
    assert text.endswith("after a test with loaded lorries.")
    assert "nobody" not in text
    assert "Buses 7 and 12 will turn back at the mill.\nCyclists" in text


PARAGRAPH = "<p>Two rivers burst their banks on Monday and the water reached the station, the mayor said.</p>"


@pytest.mark.parametrize(
    "beside",
    [
        "<form><p>Please review our terms of service to complete your subscription.</p></form>",
        '<div class="article__newsletter wide"><p>Sign up for the letter that we send you every morning.</p></div>',
        '<div id="related-stories"><p>Ten bridges that were closed for repair last year, in pictures.</p></div>',
        '<div class="c-promo"><p>Download our app and read every story before all others do.</p></div>',
    ],
)
def test_parts_that_say_they_stand_beside_a_story_are_left_out(beside: str) -> None:
    page = f"<html><body><h1>Flood in the north</h1>{PARAGRAPH * 3}{beside}{PARAGRAPH * 3}</body></html>"
    kept = f"<html><body><h1>Flood in the north</h1>{PARAGRAPH * 6}</body></html>"
    assert page_text(page) == page_text(kept)


@pytest.mark.parametrize(
    "around",
    [
        "<form>{}</form>",  # as some servers put around a whole page
        '<div class="social related">{}</div>',
        '<div id="sharing-with-a-single-person">{}</div>',
    ],
)
def test_a_large_part_stays_whatever_its_name(around: str) -> None:
    story = f"<h2>Sharing</h2>{PARAGRAPH * 3}"
    page = f"<html><body><h1>Flood in the north</h1>{PARAGRAPH * 2}{around.format(story)}</body></html>"
    assert page_text(page).count("Two rivers") == 5
