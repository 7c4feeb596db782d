"""What a file holds in English is told in Russian as if it had just been found."""

from dataclasses import replace

import pytest

from translate.records.recognition import recognised
from translate.review.session import Session
from translate.review.session_file import session_bytes, session_from
from translate.testing import drawn_comparison
from translate.wording.interface import speaking
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, counted, joined, said

DOUBT = joined(
    "; ",
    (
        counted("the number {items} is missing", "the numbers {items} are missing", 2, items="4, 5"),
        Phrase("it is empty"),
    ),
)


@pytest.mark.parametrize(
    "phrase",
    [
        Phrase("Found only in {version}.", version=Version("en")),
        Phrase(
            "No sentence of {other} says the same. The nearest one has a similarity of {similarity:.2f} on a scale "
            "from 0 to 1.",
            other=Version("ru"),
            similarity=0.328,
        ),
        Phrase("Both versions say this, but in another place of the story."),
        Phrase(
            "{language:name} text, sentence {number}: translation unreliable ({doubt}).",
            language=Version("ru"),
            number=3,
            doubt=DOUBT,
        ),
    ],
)
def test_a_sentence_is_known_again(phrase):
    again = recognised(str(phrase))
    assert again == phrase
    with speaking("ru"):
        assert said(again) == said(phrase) != phrase


@pytest.mark.parametrize("text", ["", "Found only in Rome.", "One: two. three", "a; b", "the Russian version"])
def test_other_words_stay_as_they_are(text):
    assert type(recognised(text)) is str
    assert recognised(text) == text


def test_a_session_that_is_reopened_can_be_told_in_russian():
    found = drawn_comparison("abc", "ac")
    message = Phrase("Found only in {version}.", version=Version("ru"))
    differences = tuple(replace(difference, message=message) for difference in found.differences)
    session = Session.of(replace(found, differences=differences))
    again = session_from(session_bytes(session))
    assert again == session
    with speaking("ru"):
        assert [said(difference.message) for difference in again.found.differences] == ["Есть только в русской версии."]
