"""What the news of a pair of languages speaks of, and what excludes what: a bus is no train, damaged is not destroyed.

CONCEPTS.tsv of a pair's folder has a concept a line: its class, then the words and phrases of the first language that
stand for it, then those of the second, in their dictionary forms with ", " between them. Concepts of one class exclude
one another. A class followed by "*" lists words that may stand for any of its concepts ("vehicle").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from translate.languages.registry import language_of, pair_of

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
ANY = "*"
Forms = tuple[frozenset[str], ...]  # what each word of a phrase may be a form of
Sense = tuple[str, int]  # a class and the place of the concept in it; GENERIC for a word of any of them
GENERIC = -1


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words of a text that stand for concepts.

    Attributes:
        start, end: Offsets in the text.
        senses: The concepts for which they may stand.
    """

    start: int
    end: int
    senses: frozenset[Sense]


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """The concepts of a pair of languages.

    Attributes:
        phrases: By language and first word, the phrases that begin with it, the longest first, with their concepts.
    """

    phrases: Mapping[str, Mapping[str, Sequence[tuple[Forms, frozenset[Sense]]]]]

    def found(self, text: str, language: str) -> tuple[Occurrence, ...]:
        """What a text speaks of, in reading order; of phrases that overlap the longest."""
        return _found(self, text, language)


def exclude(one: frozenset[Sense], other: frozenset[Sense]) -> frozenset[str]:
    """The classes by which words that may stand for some concepts exclude words of others; none if both may say one.

    Example:
        >>> exclude(frozenset([("vehicle", 1)]), frozenset([("vehicle", 2)]))
        frozenset({'vehicle'})
        >>> exclude(frozenset([("vehicle", 1)]), frozenset([("vehicle", GENERIC)]))
        frozenset()
    """
    if agree(one, other):
        return frozenset()
    return frozenset(kind for kind, _ in one) & frozenset(kind for kind, _ in other)


def agree(one: frozenset[Sense], other: frozenset[Sense]) -> bool:
    """Whether words may stand for one concept."""
    return not one.isdisjoint(other) or any(
        (kind, GENERIC) in there for here, there in ((one, other), (other, one)) for kind, _ in here
    )


@lru_cache(maxsize=20_000)
def _found(of: Concepts, text: str, language: str) -> tuple[Occurrence, ...]:
    phrases = of.phrases.get(language, {})
    tokens = [(match.start(), match.end(), _bases(match.group().lower(), language)) for match in WORD.finditer(text)]
    found, place = [], 0
    while place < len(tokens):
        length, senses = _longest(phrases, [bases for _, _, bases in tokens[place:]])
        if senses:
            found.append(Occurrence(tokens[place][0], tokens[place + length - 1][1], senses))
        place += length
    return tuple(found)


def _longest(
    phrases: Mapping[str, Sequence[tuple[Forms, frozenset[Sense]]]], tokens: Sequence[frozenset[str]]
) -> tuple[int, frozenset[Sense]]:
    """How many of the words are the longest phrase that they begin with, and what it stands for."""
    best, senses = 1, frozenset[Sense]()
    for base in tokens[0]:
        for forms, of in phrases.get(base, ()):
            if len(forms) < best or len(forms) > len(tokens):
                continue
            if all(not form.isdisjoint(token) for form, token in zip(forms, tokens, strict=False)):
                senses = of if len(forms) > best else senses | of
                best = len(forms)
    return best, senses


@lru_cache(maxsize=50_000)
def _bases(word: str, language: str) -> frozenset[str]:
    return frozenset((word, *language_of(language).bases(word)))


@cache
def concepts(one: str, other: str) -> Concepts:
    """Of two languages, in either order; none where nothing is written down."""
    pair = pair_of(one, other)
    if pair is None or not (files(pair.pack) / "concepts.tsv").is_file():
        return Concepts({})
    codes = pair.first.code, pair.second.code
    table: dict[str, dict[str, dict[Forms, set[Sense]]]] = {code: {} for code in codes}
    lines = (files(pair.pack) / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(lines):
        kind, *listed = line.split("\t")
        sense = (kind.removesuffix(ANY), GENERIC if kind.endswith(ANY) else place)
        for code, phrases in zip(codes, listed, strict=True):
            for phrase in phrases.split(", "):
                words = WORD.findall(phrase.lower())
                single = len(words) == 1  # in its dictionary form already
                forms = (frozenset(words),) if single else tuple(_bases(word, code) for word in words)
                for base in forms[0]:
                    table[code].setdefault(base, {}).setdefault(forms, set()).add(sense)
    return Concepts(
        {
            code: {
                base: tuple((forms, frozenset(senses)) for forms, senses in of.items()) for base, of in by_base.items()
            }
            for code, by_base in table.items()
        }
    )
