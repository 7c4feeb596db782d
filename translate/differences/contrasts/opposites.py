"""Opposite words in corresponding sentences: one version says "rose" where the other says "fell"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.polarity import denial_before, read_polarity
from translate.languages.registry import language_of, pair_of
from translate.story.vectors import Embeddings
from translate.story.words import word_vectors
from translate.wording.phrase import Phrase

CONFIDENCE = 0.6  # of the few such flags on untouched news a third is right, of those on planted errors nearly all
TRANSLATED = 0.6  # a word that is as near as this to another word of the other side is the translation of that one
RELATED = 0.35  # opposites say something about the same matter: these that are less near than this do not
NEITHER = 2  # the side of a word that is denied
_WORD = re.compile(r"[^\W\d_]+")
_FORMS = 2  # ways to read a word that are looked up, the likeliest ones
_COMPARATIVE = "COMP"  # tag of OpenCorpora; "more" is seldom what the other version calls "large"


@dataclass(frozen=True, slots=True)
class _Pole:
    """A word that belongs to one side of a pair of opposites."""

    pair: int
    pole: int
    place: Words
    word: str


def find_opposites(source: BeadSide, target: BeadSide) -> tuple[Contrast, ...]:
    """At most one contrast: the first pair of opposites of which each version has another side, and only that one.

    None where the pair of the languages has no opposites.toml.
    """
    mine, theirs = list(_poles(source, target.language)), list(_poles(target, source.language))
    if not mine or not theirs or _denials(source, target.language) != _denials(target, source.language):
        return ()
    for one in mine:
        for two in theirs:
            opposite = one.pair == two.pair and _alone(one, mine, theirs) and _alone(two, theirs, mine)
            if opposite and not _translates_another(source, target, one, two):
                return (_contrast(source, target, one, two),)
    return ()


def _denials(side: BeadSide, other: str) -> int:
    """How much a version denies apart from words of the table; where this differs, opposites may mean the same."""
    total = 0
    for text in side.texts:
        polarity = read_polarity(text, side.language)
        total += len(polarity.negations) + polarity.idioms
        total += sum(not _sides(word, side.language, other) for word in polarity.strong)
    return total


def _alone(pole: _Pole, own: Sequence[_Pole], others: Sequence[_Pole]) -> bool:
    """Whether its own version has only this side of the pair, and the other version only the other side."""
    return all(other.pole == pole.pole for other in own if other.pair == pole.pair) and all(
        other.pole == 1 - pole.pole for other in others if other.pair == pole.pair
    )


def _poles(side: BeadSide, other: str) -> Iterator[_Pole]:
    """The words of the table on a side; names left out, denied ones on neither side of their pair."""
    for i, text in zip(side.sentences, side.texts, strict=True):
        for match in _WORD.finditer(text):
            if match.start() and match.group()[0].isupper():
                continue
            word = match.group().lower()
            for pair, pole in _sides(word, side.language, other):
                place = Words(i, match.start(), match.end(), word)
                denied = denial_before(text[: match.start()], side.language)
                yield _Pole(pair, NEITHER if denied else pole, place, word)


def _translates_another(source: BeadSide, target: BeadSide, one: _Pole, two: _Pole) -> bool:
    """Whether one of two opposites is nearer to another word of the other version than opposites are."""
    left, right = (word_vectors(side.story, side.sentences) for side in (source, target))
    if one.word in left and two.word in right and float(left[one.word] @ right[two.word]) < RELATED:
        return True
    return _is_near(one.word, left, two.word, right) or _is_near(two.word, right, one.word, left)


def _is_near(word: str, own: Mapping[str, Embeddings], opposite: str, others: Mapping[str, Embeddings]) -> bool:
    rest = [vector for other, vector in others.items() if other != opposite]
    return word in own and bool(rest) and float((np.array(rest) @ own[word]).max()) >= TRANSLATED


def _contrast(source: BeadSide, target: BeadSide, one: _Pole, two: _Pole) -> Contrast:
    mine, theirs = (
        side.story.sentences[at.sentence].text[at.start : at.end]
        for side, at in ((source, one.place), (target, two.place))
    )
    return Contrast(
        kind="negation",
        side="both",
        severity="major",
        confidence=CONFIDENCE,
        source=(one.place,),
        target=(two.place,),
        message=Phrase(
            "{source:capital} says “{one}” where {target} says “{other}”, its opposite.",
            source=source.version,
            one=mine,
            target=target.version,
            other=theirs,
        ),
        reason=Phrase(
            "“{one}” and “{other}” are listed as opposites; neither version has a word for what the other one says.",
            one=mine,
            other=theirs,
        ),
    )


@lru_cache(maxsize=50_000)
def _sides(word: str, language: str, other: str) -> tuple[tuple[int, int], ...]:
    """The pairs of opposites to which a word belongs, each with its side, 0 or 1."""
    table = _table(language, other)
    readings = language_of(language).morphology.readings(word)[:_FORMS] if table else ()
    forms = {reading.lemma for reading in readings if _COMPARATIVE not in reading.grammemes}
    return tuple(sorted({place for form in forms for place in table.get(form, ())}))


@cache
def _table(language: str, other: str) -> dict[str, tuple[tuple[int, int], ...]]:
    pair = pair_of(language, other)
    table: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, sides in enumerate(pair.table("opposites").get("pairs", ()) if pair else ()):
        for pole, words in enumerate(sides[language]):
            for word in words.split():
                for form in language_of(language).forms(word):
                    table[form] = (*table.get(form, ()), (number, pole))
    return table
