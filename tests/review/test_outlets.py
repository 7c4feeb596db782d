"""Outlets: what makes two lines one, what a page is known again by, and what its outlet is called."""

from dataclasses import replace

import pytest
from outlet_pages import FURNITURE, OTHER_FURNITURE, outlet_page, page_of

from translate.review.outlets import (
    LEAST_OWN,
    LEAST_SHARE,
    MOST_LINES,
    MOST_NAME,
    Likeness,
    fingerprint,
    guessed_name,
    likeness,
    line_key,
    recognised,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12 views", "340 views", True),
        ("Просмотров: 1 206", "• Просмотров: 7", True),
        ("14:37, 03.10.2025", "9:05, 4.11.2025", True),
        ("READ MORE", "Read  more…", True),
        ("Read more", "Read less", False),
        ("***", "---", False),
    ],
)
def test_lines_are_one_by_their_words(one, other, same):
    assert (line_key(one) == line_key(other)) is same


def test_a_fingerprint_holds_the_furniture_that_lasts():
    page = page_of(("Menu", "boilerplate"), ("A story.", "body"), ("12:30", "boilerplate"), ("By Ann", "boilerplate"))
    sentences = (*page.sentences[:3], replace(page.sentences[3], label="author"))
    menu = page_of(("menu", "boilerplate"))
    assert fingerprint(replace(page, sentences=sentences)) == fingerprint(menu) == {next(iter(fingerprint(menu))): 1}


def test_a_fingerprint_keeps_the_edges_of_a_long_page():
    lines = [f"Section {chr(ord('a') + i // 10)}{chr(ord('a') + i % 10)}" for i in range(100)]
    found = fingerprint(page_of(*((line, "boilerplate") for line in lines)))
    edges = fingerprint(page_of(*((line, "boilerplate") for line in lines[:30] + lines[-30:])))
    assert len(found) == MOST_LINES
    assert found == edges


def test_a_fingerprint_is_found_also_where_its_lines_were_taken_for_text():
    lines = fingerprint(outlet_page())
    here = page_of(*((line, "body") for line in FURNITURE))
    assert likeness(lines, here).share == 1
    assert likeness(lines, outlet_page(furniture=FURNITURE[:5])).share < 1


def test_lines_that_any_outlet_has_are_no_own_ones():
    page = page_of(*((line, "boilerplate") for line in ("Читайте также", "Поделиться", "Лента дня Приозёрска")))
    assert likeness(fingerprint(page), page) == Likeness(1.0, 1)


def test_an_outlet_needs_share_and_own_lines():
    assert Likeness(LEAST_SHARE, LEAST_OWN).same_outlet
    assert not Likeness(LEAST_SHARE - 0.01, 40).same_outlet
    assert not Likeness(1.0, LEAST_OWN - 1).same_outlet


def test_the_likeliest_outlet_is_chosen():
    page = outlet_page("Мост открыли.")
    redesigned = outlet_page(furniture=(*FURNITURE[:5], "Новый раздел", "Ещё раздел"))
    stranger = outlet_page(furniture=OTHER_FURNITURE)
    prints = {4: fingerprint(redesigned), 7: fingerprint(page), 9: fingerprint(stranger)}
    assert recognised(prints, outlet_page("Другая новость.")) == 7
    assert recognised({4: prints[4], 9: prints[9]}, page) == 4
    assert recognised({9: prints[9]}, page) is None
    assert recognised({}, page) is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Bridge opens | The Ridge", "Bridge opens"], "The Ridge"),
        (["Bridge opens — Gora.info", "Bridge opens", "© 2025 Ridge Media. All rights reserved"], "Gora.info"),
        (["Vote now — today", "Bridge opens", "© Ann Ray/Photo Desk", "© ООО «Гора», 2014–2025"], "ООО «Гора»"),
        (["Menu", "Bridge opens", "Copyright © 2025 Ridge Media. All rights reserved."], "Ridge Media"),
        (["Menu", "Bridge opens", "© Ann Ray/Photo Desk"], "Photo Desk"),
        (["Log in", "The Ridge, a paper", "Bridge opens"], "The Ridge, a paper"),
        (["Log in", "Bridge opens"], "Log in"),
        (["123", "Bridge opens"], ""),
    ],
)
def test_the_name_is_read_from_the_page(lines, name):
    page = page_of(*((line, "headline" if line == "Bridge opens" else "boilerplate") for line in lines))
    assert guessed_name(page) == name


def test_a_name_is_not_endless():
    assert len(guessed_name(page_of(("Приозёрск " * 40, "boilerplate")))) <= MOST_NAME
