"""What one side of a bead quotes, and what its language says in and beside quotes."""

import re
from dataclasses import dataclass
from functools import cache

from translate.differences.bead_side import BeadSide
from translate.facts.quotation import LONGEST, Quotation, count_words, read_quotations
from translate.languages.registry import language_of
from translate.story.story import Story

SHORTEST = 4  # words of direct speech; shorter passages are names, titles and words held at a distance
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Speech:
    """What one language says in and beside quotes, from its speech.toml; what that does not tell matches nothing.

    Attributes:
        words: How many it has for one word of English.
        first_person: Words by which somebody speaks of himself.
        that: What stands before words that are told and not quoted.
        pronoun: What stands for a speaker who is named in the sentence before.
        back: How a sentence begins that tells who said what stands before it.
        titled: What stands before the title of something.
    """

    words: float
    first_person: re.Pattern[str]
    that: re.Pattern[str]
    pronoun: re.Pattern[str]
    back: re.Pattern[str]
    titled: re.Pattern[str]


@cache
def speech_of(language: str) -> Speech:
    table = language_of(language).table("speech")
    return Speech(
        table.get("words", 1.0),
        re.compile(rf"\b(?:{table.get('first_person', _NOTHING)})\b", re.IGNORECASE),
        re.compile(table.get("that", _NOTHING)),
        re.compile(rf"\b(?:{table.get('pronoun', _NOTHING)})\b", re.IGNORECASE),
        re.compile(rf"\W*(?:{table.get('back', _NOTHING)})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{table.get('titled', _NOTHING)})[\s,:]*$", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class Quoted:
    """What one side of a bead quotes.

    Attributes:
        side: The side.
        quoted: Its quotations, each with the number of its sentence.
        before, behind: Words in quotation marks in the sentences around.
        words: Words in all of it, counted as English ones.
    """

    side: BeadSide
    quoted: tuple[tuple[int, Quotation], ...]
    before: int
    behind: int
    words: float

    @property
    def quoted_words(self) -> float:
        """Words in quotation marks, counted as English ones."""
        return english_words(sum(quotation.words for _, quotation in self.quoted), self.side.language)


def quoted_in(side: BeadSide) -> Quoted:
    return Quoted(
        side,
        tuple((i, quotation) for i in side.sentences for quotation in quotations_of(side.story, i)),
        sum(quotation.words for quotation in quotations_of(side.story, side.before)),
        sum(quotation.words for quotation in quotations_of(side.story, side.behind)),
        english_words(sum(map(count_words, side.texts)), side.language),
    )


def quotations_of(story: Story, sentence: int | None) -> tuple[Quotation, ...]:
    """Quotations of one sentence, as far as the sentences around it tell; none of a sentence that is not there."""
    if sentence is None:
        return ()
    first = max(0, sentence - LONGEST)
    texts = tuple(story.sentences[i].text for i in range(first, min(len(story.sentences), sentence + LONGEST + 1)))
    return read_quotations(texts)[sentence - first]


def english_words(words: int, language: str) -> float:
    return words / speech_of(language).words


def speech_in(side: Quoted, shortest: float = SHORTEST) -> list[tuple[int, Quotation]]:
    """Quotations of some words that begin in the bead and are no titles."""
    titled = speech_of(side.side.language).titled
    return [
        (i, quotation)
        for i, quotation in side.quoted
        if quotation.opens
        and english_words(quotation.words, side.side.language) >= shortest
        and not titled.search(side.side.story.sentences[i].text[: quotation.start])
    ]
