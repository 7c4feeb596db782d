"""Where the terms of a glossary stand in a text, whatever their form: found by the dictionary forms of their words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from translate.languages.glossary import Glossary
from translate.languages.registry import language_of

# Soft hyphens and marks of stress may stand inside a word, and count for nothing.
WORD = re.compile(r"[^\W_][\u00ad\u0301]*(?:[-'’.]?[^\W_][\u00ad\u0301]*)*")
_UNHEARD = re.compile("[\u00ad\u0301]")
_POSSESSIVE = re.compile(r"['’]s?$")
_BESIDE = frozenset("«»\"“”„‘’'()–—-")  # signs that may stand between the words of a term
LONGEST_ENDING = 3  # letters that an acronym gets in some case: "МИДа"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands in a text.

    Attributes:
        start, end: Half-open offsets in code points.
        wording: The term as the glossary has it.
        renderings: What it may be called in the other language, the first one preferred.
        note: What the user says of it; "" for nothing.
    """

    start: int
    end: int
    wording: str
    renderings: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a term or of a text.

    Attributes:
        start, end: Its offsets.
        text: Without what counts for nothing.
        forms: What it may be a form of, itself first.
        likeliest: What the dictionary takes it for first; "" where it does not know the word, or there is none.
    """

    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    likeliest: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a term is called in one language, with all that it may be called in the other."""

    wording: str
    words: tuple[_Word, ...]
    gaps: tuple[str, ...]
    renderings: tuple[str, ...]
    note: str


def places_of(text: str, language: str, glossary: Glossary) -> tuple[Place, ...]:
    """The terms that stand in a text, in reading order; of those that overlap the longest.

    A term of one word that begins with a capital does so in a text as well, and an acronym is written in capitals. A
    word by itself stands for a term only by its likeliest reading.

    Args:
        text: In the language named next.
        language: One of those of the glossary; in any other nothing is found.
        glossary: The terms.
    """
    if language not in glossary.languages:
        return ()
    words, gaps = _read(text, language)
    index = _index(glossary, language)
    found = [
        (len(entry.words), number, entry)
        for number in range(len(words))
        for entry in _beginning_with(index, words[number])
        if _stands(entry, words, gaps, number, surely=True)
    ]
    places: list[Place] = []
    taken: set[int] = set()
    for length, number, entry in sorted(found, key=lambda each: (-each[0], each[1])):
        if taken.isdisjoint(range(number, number + length)):
            taken.update(range(number, number + length))
            start, end = words[number].start, words[number + length - 1].end
            places.append(Place(start, end, entry.wording, entry.renderings, entry.note))
    return tuple(sorted(places, key=lambda place: place.start))


def says(text: str, language: str, wordings: Sequence[str]) -> bool:
    """Whether one of some wordings stands in a text, by any reading of its words.

    Example:
        >>> says("The sanctions of the European Union's members", "en", ("European Union",))
        True
    """
    words, gaps = _read(text, language)
    for wording in wordings:
        entry = _Entry(wording, *_read_term(wording, language), (), "")
        if any(_stands(entry, words, gaps, number, surely=False) for number in range(len(words))):
            return True
    return False


@lru_cache(maxsize=8)
def _index(glossary: Glossary, language: str) -> Mapping[str, tuple[_Entry, ...]]:
    """The terms in one language by what their first words may be forms of."""
    (other,) = (code for code in glossary.languages if code != language)
    renderings: dict[str, dict[str, None]] = {}
    notes: dict[str, dict[str, None]] = {}
    for term in glossary.terms:
        for wording in glossary.wordings(term, language):
            renderings.setdefault(wording, {}).update(dict.fromkeys(glossary.wordings(term, other)))
            notes.setdefault(wording, {}).update(dict.fromkeys(filter(None, (term.note,))))
    index: dict[str, list[_Entry]] = {}
    for wording, others in renderings.items():
        words, gaps = _read_term(wording, language)
        entry = _Entry(wording, words, gaps, tuple(others), "; ".join(notes[wording]))
        for form in words[0].forms if words else ():
            index.setdefault(form, []).append(entry)
    return {form: tuple(entries) for form, entries in index.items()}


def _beginning_with(index: Mapping[str, tuple[_Entry, ...]], word: _Word) -> Iterator[_Entry]:
    """The terms whose first word may be this one, each once."""
    entries = {entry.wording: entry for form in word.forms for entry in index.get(form, ())}
    yield from entries.values()


def _stands(entry: _Entry, words: Sequence[_Word], gaps: Sequence[str], number: int, *, surely: bool) -> bool:
    """Whether a term begins with one of the words of a text.

    Args:
        surely: Whether a doubtful reading is none, as where the user is told that a term stands there.
    """
    here = words[number : number + len(entry.words)]
    if not here or len(here) < len(entry.words):
        return False
    between = zip(entry.gaps, gaps[number : number + len(here) - 1], strict=True)
    if not all(_joins(wanted, found) for wanted, found in between):
        return False
    alone = surely and len(here) == 1
    return all(_same(term, word, alone=alone) for term, word in zip(entry.words, here, strict=True))


def _same(term: _Word, word: _Word, *, alone: bool) -> bool:
    """Whether a word of a text is a form of a term's."""
    if term.text.isupper() and len(term.text) > 1:
        ending = word.text[len(term.text) :]
        inflected = not ending or (ending.islower() and len(ending) <= LONGEST_ENDING)
        return inflected and word.text.startswith(term.text)
    if not alone:
        return not set(term.forms).isdisjoint(word.forms)
    if term.text[0].isupper() and not word.text[0].isupper():
        return False
    if term.likeliest:
        return term.forms[0] == word.forms[0] or term.likeliest == word.likeliest
    return term.forms[0] in word.forms  # "sanction" may have the form "sanctions", and not the other way round


def _joins(wanted: str, found: str) -> bool:
    """Whether what stands between two words of a text may stand between those of a term."""
    return found.strip() == wanted.strip() or (set(found.strip()) <= _BESIDE and "\n\n" not in found)


@lru_cache(maxsize=20_000)
def _read_term(wording: str, language: str) -> tuple[tuple[_Word, ...], tuple[str, ...]]:
    return _read(wording, language)


def _read(text: str, language: str) -> tuple[tuple[_Word, ...], tuple[str, ...]]:
    """The words of a text, and what stands between each and the next."""
    matches = list(WORD.finditer(text))
    words = tuple(_word(match.start(), match.end(), match.group(), language) for match in matches)
    gaps = tuple(text[one.end : other.start] for one, other in pairwise(words))
    return words, gaps


def _word(start: int, end: int, text: str, language: str) -> _Word:
    heard = _UNHEARD.sub("", text)
    plain = _POSSESSIVE.sub("", heard) or heard
    forms, likeliest = _forms(plain.lower(), language)
    return _Word(start, end, plain, (*forms, *_acronym(plain)), likeliest)


def _acronym(word: str) -> tuple[str, ...]:
    """What an acronym with the ending of some case is without it, in small letters; nothing for any other word."""
    head = word
    while head and head[-1].islower():
        head = head[:-1]
    ending = len(word) - len(head)
    return (head.lower(),) if len(head) > 1 and head.isupper() and 0 < ending <= LONGEST_ENDING else ()


@lru_cache(maxsize=50_000)
def _forms(word: str, language: str) -> tuple[tuple[str, ...], str]:
    """What a word in small letters may be a form of, itself first, and its likeliest reading in a dictionary."""
    about = language_of(language)
    bases = list(map(about.folded, about.bases(word)))
    known = about.has_dictionary and about.morphology.is_known(word)
    return tuple(dict.fromkeys((about.folded(word), *bases))), bases[0] if known else ""
