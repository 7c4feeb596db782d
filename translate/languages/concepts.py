"""What the news of a pair of languages speaks of, and what excludes what: a bus is no train, damaged is not destroyed.

CONCEPTS.tsv of a pair's folder has a concept a line: its class, then the words and phrases of the first language that
stand for it, then those of the second, in their dictionary forms with ", " between them. Concepts of one class exclude
one another. A class followed by "*" lists words that may stand for any of its concepts ("vehicle"). POLES.tsv likewise
has scales of two lines, one for either end: what stands at one end is the opposite of what stands at the other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from translate.languages.language import LanguagePair
from translate.languages.registry import language_of, pair_of

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")
ANY = "*"
Sense = tuple[str, int]  # a class and the line of the concept; GENERIC for a word of any of them
GENERIC = -1
PHRASE = ""  # the class of the entries of a phrase book
STEM = 3  # letters that the first word of a phrase has in common with a form or a dictionary form of a word in the text
POLES = "±"  # begins the class of a scale
Senses = frozenset[Sense]
NONE: Senses = frozenset()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words of a text that stand for concepts.

    Attributes:
        start, end: Offsets in the text.
        senses: The concepts for which they may stand.
    """

    start: int
    end: int
    senses: Senses


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """The concepts of a pair of languages.

    Attributes:
        words: By language, what single words stand for.
        phrases: By language and the first letters, what longer ones stand for.
    """

    words: Mapping[str, Mapping[str, Senses]]
    phrases: Mapping[str, Mapping[str, Mapping[tuple[str, ...], Senses]]]

    def found(self, text: str, language: str) -> tuple[Occurrence, ...]:
        """What a text speaks of, in reading order; of phrases that overlap the longest."""
        return _found(self, text, language)


def exclude(one: Senses, other: Senses) -> frozenset[str]:
    """The classes by which words that may stand for some concepts exclude words of others.

    Example:
        >>> exclude(frozenset([("vehicle", 1)]), frozenset([("vehicle", 2)]))
        frozenset({'vehicle'})
        >>> exclude(frozenset([("vehicle", 1)]), frozenset([("vehicle", GENERIC)]))
        frozenset()
    """
    kinds = (frozenset(kind for kind, _ in senses) for senses in (one, other))
    return frozenset.intersection(*kinds) - agree(one, other) - {PHRASE}


def agree(one: Senses, other: Senses) -> frozenset[str]:
    """The classes in which words may stand for one concept."""
    here, there = (frozenset(kind for kind, place in senses if place == GENERIC) for senses in (one, other))
    common = frozenset(kind for kind, _ in one & other)
    return common | (here & {kind for kind, _ in other}) | (there & {kind for kind, _ in one})


def ends(senses: Senses) -> Senses:
    """The ends of scales among the concepts for which words may stand."""
    return frozenset(sense for sense in senses if sense[0].startswith(POLES))


def oppose(one: Senses, other: Senses) -> bool:
    """Whether words stand at opposite ends of a scale, and together at no end of any.

    Example:
        >>> oppose(frozenset([("±price", 1)]), frozenset([("±price", 2)]))
        True
    """
    common = {kind for kind, _ in ends(one)} & {kind for kind, _ in other}
    return bool(common) and not ends(one & other)


@lru_cache(maxsize=20_000)
def _found(of: Concepts, text: str, language: str) -> tuple[Occurrence, ...]:
    if language not in of.words:
        return ()
    matches = list(WORD.finditer(text))
    words = [match.group().lower() for match in matches]
    found, place = [], 0
    while place < len(words):
        length, senses = _longest(of, language, words, place)
        if senses:
            found.append(Occurrence(matches[place].start(), matches[place + length - 1].end(), senses))
        place += length
    return tuple(found)


def _longest(of: Concepts, language: str, words: Sequence[str], place: int) -> tuple[int, Senses]:
    """How many of the words from a place on are the longest phrase that begins there, and what it stands for."""
    best, senses = 1, NONE
    begun = _beginning(of, words[place], language) if place + 1 < len(words) else {}
    for base in _bases(words[place + 1], language) if begun else ():
        for phrase, said in begun.get(base, ()):
            if best <= len(phrase) <= len(words) - place and all(
                not _bases(one, language).isdisjoint(_bases(words[k], language))
                for k, one in enumerate(phrase[2:], place + 2)
            ):
                senses = said if len(phrase) > best else senses | said
                best = len(phrase)
    if best == 1:
        return 1, _alone(of, words[place], language)
    told = {kind for kind, _ in senses}  # "prices fall" stands where "fall" does, "lift the ban" not where "ban" does
    alone = (_alone(of, word, language) for word in words[place : place + best])
    return best, senses.union(sense for own in alone for sense in ends(own) if sense[0] not in told)


@lru_cache(maxsize=50_000)
def _beginning(of: Concepts, word: str, language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], Senses]]]:
    """The phrases that a word may begin and what they stand for, by what their second word may be a form of."""
    own = _bases(word, language)
    found: dict[str, list[tuple[tuple[str, ...], Senses]]] = {}
    for stem in sorted({base[:STEM] for base in own}):
        for phrase, said in of.phrases[language].get(stem, {}).items():
            if not _bases(phrase[0], language).isdisjoint(own):
                for base in _bases(phrase[1], language):
                    found.setdefault(base, []).append((phrase, said))
    return found


@lru_cache(maxsize=50_000)
def _alone(of: Concepts, word: str, language: str) -> Senses:
    """What a word by itself stands for."""
    return NONE.union(*(of.words[language].get(base, NONE) for base in _bases(word, language)))


@lru_cache(maxsize=50_000)
def _bases(word: str, language: str) -> frozenset[str]:
    plain = POSSESSIVE.sub("", word)
    return frozenset((plain, *language_of(language).bases(plain)))


@cache
def concepts(one: str, other: str) -> Concepts:
    """Of two languages, in either order; none where nothing is written down."""
    pair = pair_of(one, other)
    if pair is None or not (files(pair.pack) / "concepts.tsv").is_file():
        return Concepts({}, {})
    codes = pair.first.code, pair.second.code
    words: dict[str, dict[str, set[Sense]]] = {code: {} for code in codes}
    phrases: dict[str, dict[str, dict[tuple[str, ...], set[Sense]]]] = {code: {} for code in codes}
    for sense, said in (*_concepts(pair, "concepts"), *_concepts(pair, "poles", POLES), *_phrase_books(pair)):
        for code, listed in zip(codes, said, strict=True):
            for phrase in listed:
                parts = tuple(phrase.split())
                if len(parts) == 1:
                    words[code].setdefault(phrase, set()).add(sense)
                elif parts:
                    phrases[code].setdefault(parts[0][:STEM], {}).setdefault(parts, set()).add(sense)
    return Concepts(
        {code: {word: frozenset(senses) for word, senses in of.items()} for code, of in words.items()},
        {
            code: {stem: {parts: frozenset(senses) for parts, senses in having.items()} for stem, having in of.items()}
            for code, of in phrases.items()
        },
    )


def _concepts(pair: LanguagePair, name: str, mark: str = "") -> Iterator[tuple[Sense, tuple[list[str], list[str]]]]:
    """The lines of a table; a mark begins the names of its classes."""
    lines = (files(pair.pack) / f"{name}.tsv").read_text(encoding="utf-8").lower().splitlines()
    for place, line in enumerate(lines):
        kind, first, second = line.split("\t")
        sense = (mark + kind.removesuffix(ANY), GENERIC if kind.endswith(ANY) else place)
        yield sense, (first.split(", "), second.split(", "))


def _phrase_books(pair: LanguagePair) -> Iterator[tuple[Sense, tuple[list[str], list[str]]]]:
    """Each entry with all that it may be in the other language."""
    number = 0
    for side, code in enumerate((pair.first.code, pair.second.code)):
        for line in (files(pair.pack) / f"phrases.{code}.tsv").read_text(encoding="utf-8").lower().splitlines():
            phrase, _, senses = line.split("\t")
            said = [equivalent for sense in senses.split(" | ") for equivalent in sense.split(", ")]
            yield (PHRASE, number), ([phrase], said) if side == 0 else (said, [phrase])
            number += 1
