"""Datelines in front of a headline and of the first paragraph, whole sentences of them as well."""

import pytest

from translate.story.openings import openings
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import Document, Sentence


def story(*paragraphs: tuple[str, ...], language: str = "en") -> Story:
    """A headline, and paragraphs of a body."""
    sentences, text = [], ""
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            role = "headline" if number == 0 else "body"
            sentences.append(Sentence(len(text), len(text) + len(sentence), number, role))  # type: ignore[arg-type]
            text += sentence + " "
    return tell(Document(language, text, tuple(sentences)), LetterEmbedder())


def test_a_dateline_is_known_before_the_first_words_of_headline_and_body() -> None:
    told = story(
        ("The river rose",),
        ("LONDON, May 3 (Meridian) — The river rose.", "It fell."),
        ("PARIS, May 4 — Nothing of this kind counts here.",),
    )
    assert openings(told) == (0, len("LONDON, May 3 (Meridian) — "), 0, 0)


def test_whole_sentences_may_be_a_dateline() -> None:
    told = story(("Река поднялась",), ("САМАРА, 3 мая.", "/ТАСС/.", "Река поднялась."), language="ru")
    found = openings(told)
    assert found[3] == 0
    assert found[1] == len("САМАРА, 3 мая.")


def test_the_day_may_have_a_line_of_its_own_above_the_story() -> None:
    told = story(("The river rose",), ("May 3, 2024",), ("By noon it fell.",), *[("It rose.",)] * 4, ("May 4, 2024",))
    assert openings(told) == (0, len("May 3, 2024"), 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("text", ["The river rose on May 3.", "In May 2024 the mayor resigned."])
def test_a_date_alone_is_no_dateline(text: str) -> None:
    assert set(openings(story(("The river rose",), (text,)))) == {0}
