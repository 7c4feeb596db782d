"""Full names of which one word is another person's, and places of one kind that are named differently."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_between
from translate.differences.conflicts.named_apart import is_inside
from translate.differences.conflicts.strange_names import Stretch, Word, words_of
from translate.differences.conflicts.unlike_names import (
    OTHER,
    Rivals,
    capitals_of,
    has_capital,
    is_mixed,
    is_spelt,
    is_translatable,
    other_from,
)
from translate.facts.given_names import is_listed_given_name, same_given_name
from translate.facts.name_rules import name_rules
from translate.facts.names import institution_words, is_small_word, is_tagged_name
from translate.facts.spelling import misfit
from translate.languages.equivalents import equivalents
from translate.languages.registry import is_second, language_of, pair_of
from translate.story.story import Story

PERSON = 0.93  # confidence in two full names that share a word
PLACE = 0.85  # in two places of one kind
_SAME = 0.5  # misfit up to which two words of full names are one
_PATRONYMIC = re.compile("(?:ov|ev|y)(?:ich|na)$")  # in Latin letters


def other_people_of(first: BeadSide, second: BeadSide) -> list[Rivals]:
    """Full names of two people of whom the one has the other's given name, or surname, and nothing else."""
    found = []
    ours, theirs = list(_people(first, second.language)), list(_people(second, first.language))
    for one in ours:
        for other in theirs:
            rest = _rest(one, other, first.language, second.language)
            if rest is not None and _lone(rest[0], second) and _lone(rest[1], first):
                found.append(Rivals(*rest, PERSON, role=True))
    return found


def strangers(source: Story, target: Story, beads: Sequence[Bead]) -> tuple[tuple[int, int], ...]:
    """Sentences of two stories, of no common bead, that name two people of whom one name is the same.

    Each two people once, where they are first named so; those that a bead has together are found there.
    """
    codes = source.document.language, target.document.language
    if pair_of(*codes) is None:
        return ()
    sides = sides_between(source, target, range(len(source.sentences)), range(len(target.sentences)))
    swapped = is_second(*codes)
    together = {(i, j) for bead in beads for i in bead.source for j in bead.target}
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for each in other_people_of(sides[swapped], sides[not swapped]):
        ours, theirs = (each.second, each.first) if swapped else (each.first, each.second)
        found.setdefault((ours[0].text, theirs[0].text), []).append((ours[0].sentence, theirs[0].sentence))
    return tuple(places[0] for places in found.values() if together.isdisjoint(places))


def _rest(one: Stretch, other: Stretch, language: str, other_language: str) -> tuple[Stretch, Stretch] | None:
    """What is left of two full names without the words that they share; None unless some is shared, some left."""
    alike = {
        (i, k)
        for i, a in enumerate(one)
        for k, b in enumerate(other)
        if _misfit(a, b) <= _SAME or same_given_name(a.text, language, b.text, other_language)
    }
    if not alike:
        return None
    shared, shared_there = {i for i, _ in alike}, {k for _, k in alike}
    left = tuple(word for i, word in enumerate(one) if i not in shared)
    right = tuple(word for k, word in enumerate(other) if k not in shared_there)
    if not any(_is_patronymic(word) for word in right):
        left = tuple(word for word in left if not _is_patronymic(word))
    if not left or not right or any(len(word.text) < 3 for word in (*left, *right)):
        return None
    apart = all(_misfit(a, b) >= other_from(a.text, b.text) for a in left for b in right)
    return (left, right) if apart else None


def _misfit(one: Word, other: Word) -> float:
    """What does not fit where two words are read as one name; where nobody knows neither the same nor another."""
    unfit = misfit(one.text, one.language, other.text, other.language)
    return OTHER / 2 + _SAME / 2 if unfit is None else unfit


def _is_patronymic(word: Word) -> bool:
    if language_of(word.language).has_dictionary:
        return word.patronymic
    return _PATRONYMIC.search(word.text) is not None


def _lone(name: Stretch, other: BeadSide) -> bool:
    """Whether the whole other text spells no word of a name."""
    return not any(is_spelt(word, capitals_of(other.story), other.language) for word in name)


def _people(side: BeadSide, other_language: str) -> Iterator[Stretch]:
    """Stretches of at least two words that can be a full name."""
    stretch: list[Word] = []
    for word in words_of(side.texts, side.language):
        goes_on = bool(stretch) and word.sentence == stretch[-1].sentence and word.start - stretch[-1].end == 1
        may_be_person = _may_be_person(word, other_language)
        if not (goes_on and may_be_person):
            if len(stretch) > 1:
                yield tuple(stretch)
            stretch = []
        if may_be_person:
            stretch.append(word)
    if len(stretch) > 1:
        yield tuple(stretch)


def _may_be_person(word: Word, other_language: str) -> bool:
    text, language = word.text, language_of(word.language)
    if not has_capital(word) or text.isupper() or is_mixed(text) or is_small_word(text, word.language):
        return False
    if language.has_dictionary:
        if text.startswith(name_rules(word.language).short_for) and not is_tagged_name(text, word.language):
            return False
        tags = frozenset[str]().union(*(reading.grammemes for reading in language.morphology.readings(text)))
        if {"Name", "Surn", "Patr"} & tags or text.endswith(name_rules(word.language).surnames):
            return True
        return not word.first and not {"Geox", "Orgn", "ADJF"} & tags
    if is_listed_given_name(text, other_language, word.language):
        return True
    return not is_translatable(word, other_language) and text.casefold() not in institution_words(word.language)


def other_places(first: BeadSide, second: BeadSide) -> list[Rivals]:
    """Places of one kind ("Балтийское море", "the North Sea") whose names are neither spelt alike nor translations."""
    known = equivalents(first.language, second.language)
    if known is None:
        return []
    found = []
    for name, head in _places(first):
        for other, other_head in _places(second):
            if not (
                known.meanings(head.text, first.language) & known.meanings(other_head.text, second.language)
                or _misfit(head, other_head) <= _SAME
            ):
                continue
            ours, theirs = known.meanings(name.text, first.language), known.meanings(other.text, second.language)
            if ours & theirs or (not (ours and theirs) and _keys(name, first) & _keys(other, second)):
                continue
            if _lone((name,), second) and _lone((other,), first):
                found.append(Rivals((name, head), (other, other_head), PLACE, role=True))
    return found if len(found) == 1 else []


def _places(side: BeadSide) -> Iterator[tuple[Word, Word]]:
    """Names with a word behind or before them that tells what kind of place they are."""
    heads = name_rules(side.language).places
    words = words_of(side.texts, side.language)
    for one, other in pairwise(words):
        if one.sentence != other.sentence or other.start - one.end != 1:
            continue
        if (
            _is_head(other, heads)
            and not _is_head(one, heads)
            and has_capital(one)
            and not is_small_word(one.text, one.language)
        ):
            yield one, other


def _is_head(word: Word, heads: frozenset[str]) -> bool:
    return any(base in heads for base in language_of(word.language).bases(word.text.casefold()))


def _keys(word: Word, side: BeadSide) -> set[str]:
    return {
        key for name in side.facts[word.sentence].names if name.known and is_inside(name, (word,)) for key in name.keys
    }


def clear_of(found: Sequence[Rivals], others: Sequence[Rivals]) -> list[Rivals]:
    """Those of some rivals that share no word with others."""
    taken = {word for each in others for word in (*each.first, *each.second)}
    return [each for each in found if taken.isdisjoint((*each.first, *each.second))]
