"""A gloss in reports: shown word by word, with what else a word may say, and never as if it were running text."""

import io
from dataclasses import replace

import pytest
from axe import problems
from browser import chromium_page
from openpyxl import load_workbook

from translate.engines.translation import Translation
from translate.engines.translator import translate_document
from translate.options import Options
from translate.report import render_bytes
from translate.report.passages import passage


@pytest.fixture(scope="module")
def glossed(story):
    """The story with a gloss in place of either translation."""
    source, target = (
        translate_document(document, to, Options(engine="gloss"))
        for document, to in ((story.source, "en"), (story.target, "ru"))
    )
    return replace(story, translation=replace(story.translation, source=source, target=target))


@pytest.fixture(scope="module")
def screen():
    with chromium_page(reduced_motion="reduce", bypass_csp=True) as page:
        yield page


def with_a_guess(comparison):
    """The first difference in whose gloss some words are only likely."""
    return next(
        found
        for found in comparison.differences
        if any(p.others for p in passage(comparison, found, "source").translated)
    )


def test_the_words_of_a_passage_are_those_of_its_gloss(glossed):
    found = passage(glossed, with_a_guess(glossed), "source")
    assert " ".join("".join(piece.text for piece in found.translated).split()) == found.translation


def test_the_workbook_says_that_it_is_word_by_word(glossed, story):
    assert all(words.startswith("word by word: ") for words in translations(glossed))
    by_machine = [words for words in translations(story) if not words.startswith("word by word: ")]
    assert by_machine


def translations(comparison):
    """All translations in the sheet that has them sentence by sentence."""
    rows = load_workbook(io.BytesIO(render_bytes(comparison, "xlsx")))["Translation"].iter_rows(values_only=True)
    at = next(rows).index("Translation")
    return [row[at] for row in rows if row[at]]


def test_what_a_reviewer_wrote_is_no_gloss(glossed):
    found = passage(glossed, with_a_guess(glossed), "source")
    mended = replace(glossed.translation.source, by_hand=found.sentences)
    assert glossed.translation.source.is_gloss(found.sentences)
    assert not mended.is_gloss(found.sentences)
    assert not Translation("a", ("a",), "argos").is_gloss((0,))


@pytest.mark.browser
def test_what_a_likely_word_may_say_is_reached_by_keyboard_and_finger(screen, glossed, opened):
    opened(screen, glossed)
    screen.emulate_media(color_scheme="light")
    difference = with_a_guess(glossed)
    screen.click(f"#item-{difference.id} .head")
    words = screen.locator(f"#card-{difference.id} .side[data-side=source] .translated .guess")
    assert words.first.get_attribute("tabindex") == "0"
    assert words.first.evaluate("node => getComputedStyle(node).color") != words.first.evaluate(
        "node => getComputedStyle(node.parentElement).color"
    )
    words.first.focus()
    shown = "node => getComputedStyle(node, '::after').content"
    told = words.first.get_attribute("title")
    assert told.startswith("or: ")
    assert words.first.evaluate(shown) == f'"{told}"'
    if words.count() > 1:
        screen.keyboard.press("ArrowRight")
        assert words.nth(1).evaluate("node => node === document.activeElement")
        assert words.evaluate_all("nodes => nodes.filter((node) => node.tabIndex === 0).length") == 1
    words.last.click()
    assert words.last.evaluate(shown) != "none"
    assert problems(screen) == []
