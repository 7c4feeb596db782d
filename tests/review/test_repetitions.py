"""Lines of a page that are told once and settled wherever they stand."""

from dataclasses import dataclass

import pytest

from translate.review.repetitions import repetitions
from translate.review.session import RoleChange, Session
from translate.testing import drawn_comparison
from translate.text.document import Document, Sentence


@dataclass(frozen=True)
class Pages:
    source: Document
    target: Document


def page(*lines: str, language: str = "en") -> Document:
    """A page of lines "ROLE text|text", each text a sentence: h(eadline), b(ody), f(urniture), in capitals in doubt."""
    roles = {"h": "headline", "b": "body", "f": "boilerplate"}
    text, sentences = "", []
    for number, line in enumerate(lines):
        letter, words = line.split(" ", 1)
        for part in words.split("|"):
            certainty = 0.6 if letter.isupper() else 1.0
            start = len(text)
            sentences.append(Sentence(start, start + len(part), number, roles[letter.lower()], certainty=certainty))
            text += part + " "
        text += "\n"
    return Document(language, text, tuple(sentences))


@pytest.fixture
def pages() -> Pages:
    return Pages(
        page("F Follow us", "h Flood in the valley", "b The river rose.|Nobody was hurt.", "B ▶ FOLLOW US!", "f Yes"),
        page("f Flood in the valley", "b It rained.|Follow us", "F • Follow us", language="ru"),
    )


def test_a_line_is_found_on_both_pages_whatever_stands_around_it(pages: Pages) -> None:
    assert repetitions(pages, "source", [0]) == {"source": {0, 4}, "target": {3}}  # as a part of a line it is another


def test_a_sentence_inside_a_line_is_repeated_only_with_its_line(pages: Pages) -> None:
    twice = Pages(page("b Yes.|No.", "f Yes.", "f Yes.|No."), page("f No."))
    assert repetitions(twice, "source", [1]) == {"source": {1, 4}, "target": set()}


def test_a_headline_is_no_repetition_of_a_link_with_its_words(pages: Pages) -> None:
    assert repetitions(pages, "target", [0]) == {"source": set(), "target": {0}}
    assert repetitions(pages, "source", [1]) == {"source": {1}, "target": {0}}


def test_marks_alone_are_a_line_too() -> None:
    marked = Pages(page("f ***", "f •", "f ***"), page("b Text."))
    assert repetitions(marked, "source", [0])["source"] == {0, 2}


def reviewed(pages: Pages) -> Session:
    found = drawn_comparison("ab", "ab")
    return Session(pages.source, pages.target, Session.of(found).options, found)


def test_one_word_settles_every_repetition(pages: Pages) -> None:
    settled = reviewed(pages).with_lines("source", [0], story=False)
    assert settled.roles == (
        RoleChange("source", 0, "boilerplate"),
        RoleChange("source", 4, "boilerplate"),
        RoleChange("target", 3, "boilerplate"),
    )
    assert not settled.fresh
    documents = [settled.document("source"), settled.document("target")]
    assert not any(sentence.doubtful for document in documents for sentence in document.sentences)


def test_what_is_told_twice_is_put_back(pages: Pages) -> None:
    session = reviewed(pages)
    assert session.with_lines("source", [2], story=False).with_lines("source", [2], story=True).roles == ()


def test_a_headline_in_doubt_stays_one() -> None:
    pages = Pages(page("H Flood in the valley", "b It rained."), page("b It rained."))
    settled = reviewed(pages).with_lines("source", [0], story=True)
    assert settled.roles == (RoleChange("source", 0, "headline"),)
    out = settled.with_lines("source", [0], story=False)
    assert out.document("source").sentences[0].role == "boilerplate"
    assert out.with_lines("source", [0], story=True).document("source").sentences[0].role == "headline"
