"""What the dictionary of a pair of languages knows of two words, one of each: opposites, kin, roots."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from translate.languages.concepts import Concepts, concepts
from translate.languages.dictionary import Dictionary, dictionary
from translate.languages.equivalents import Equivalents, equivalents
from translate.languages.registry import language_of

ROOT = 4  # letters that words of one root share at the beginning
SENSES = 3  # of a word that are asked for opposites, the commonest
Words = frozenset[str]
Table = Mapping[tuple[str, str], Words]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of the two dictionaries, by word and part of speech.

    Attributes:
        dictionary: The dictionary.
        said: Words and phrases of the other language that are its commonest senses.
        opposed: Words of its own language that say the opposite, listed at it or at the other.
        opposites: The same whatever the part of speech.
    """

    dictionary: Dictionary
    said: Table
    opposed: Table
    opposites: Mapping[str, Words]

    def forms(self, word: str, behind: str) -> list[str]:
        """The words of the dictionary that a form may be of, by itself and with the word behind it: "pick up"."""
        headwords = self.dictionary.headwords(word)
        return [*headwords, *(f"{headword} {behind}" for headword in headwords)]

    def parts(self, word: str) -> Words:
        """Parts of speech that a form may be."""
        return frozenset(entry.part for entry in self.dictionary.entries_of(word))


@dataclass(frozen=True, slots=True, eq=False)
class Bilingual:
    """The dictionary of two languages in the ways in which it is asked.

    Attributes:
        equivalents: Which words may stand for each other.
        first, second: The dictionaries into the other language.
        back: For a word of the second language, those of the first that it renders.
        concepts: What words stand for, and what excludes what.
    """

    equivalents: Equivalents
    first: Side
    second: Side
    back: Mapping[str, Words]
    concepts: Concepts


@dataclass(frozen=True, slots=True)
class Relation:
    """What it knows of a word of the first language and one of the second.

    Attributes:
        opposite: In how many of four ways, as a share, one is found to be the opposite of what the other says.
        loosely: Whether it is one in any sense and part of speech, words of a phrase and synonyms included.
        kin: Best share of translations, in [0, 1], that the first has in common with a word that the second renders.
        root: Letters, as a share of the longer word, that the second begins with like a translation of the first.
    """

    opposite: float
    loosely: bool
    kin: float
    root: float


@cache
def bilingual(one: str, other: str) -> Bilingual | None:
    """Of two languages, in either order; None where they have no dictionary."""
    pair = equivalents(one, other)
    if pair is None:
        return None
    first, second = dictionary(pair.first, pair.second), dictionary(pair.second, pair.first)
    if first is None or second is None:
        return None
    back: dict[str, set[str]] = {}
    for word, said in pair.translations.items():
        for translation in said:
            back.setdefault(translation, set()).add(word)
    frozen = {word: frozenset(of) for word, of in back.items()}
    return Bilingual(pair, _side(first), _side(second), frozen, concepts(pair.first, pair.second))


def _side(of: Dictionary) -> Side:
    said: dict[tuple[str, str], set[str]] = {}
    opposed: dict[tuple[str, str], set[str]] = {}
    for word, entries in of.entries.items():
        for entry in entries:
            phrases = [phrase.lower() for sense in entry.senses[:SENSES] for phrase in sense]
            said.setdefault((word, entry.part), set()).update(phrases)
            for opposite in entry.opposites:
                opposed.setdefault((word, entry.part), set()).add(opposite)
                opposed.setdefault((opposite, entry.part), set()).add(word)
    everywhere: dict[str, set[str]] = {}
    for (word, _), opposites in opposed.items():
        everywhere.setdefault(word, set()).update(opposites)
    return Side(
        of, _frozen(said), _frozen(opposed), {word: frozenset(opposites) for word, opposites in everywhere.items()}
    )


def _frozen(table: Mapping[tuple[str, str], set[str]]) -> dict[tuple[str, str], Words]:
    return {key: frozenset(words) for key, words in table.items()}


@lru_cache(maxsize=100_000)
def relation_of(of: Bilingual, first: str, second: str, behind_first: str = "", behind_second: str = "") -> Relation:
    """Of two forms in small letters, one of each language.

    Args:
        of: The dictionary.
        first, second: The forms.
        behind_first, behind_second: The words that stand behind them: "up" behind "picked".
    """
    theirs = language_of(of.equivalents.second).bases(second)
    meanings = of.equivalents.meanings(first, of.equivalents.first)
    likest = 0.0
    for word in _all(of.back, theirs):
        said = of.equivalents.translations[word]
        likest = max(likest, len(said & meanings) / max(1, min(len(said), len(meanings))))
    root = max((_root(one, two) for one in meanings for two in theirs), default=0.0)
    ways = _opposite(of.first, of.second, first, behind_first, second, behind_second)
    ways += _opposite(of.second, of.first, second, behind_second, first, behind_first)
    return Relation(ways / 4, bool(ways) or _loosely(of, first, second), likest, root)


def _loosely(of: Bilingual, first: str, second: str) -> bool:
    """Whether any translation of one is a word of an opposite of the other, or the synonym of one."""
    ours, theirs = (
        language_of(code).bases(word) for code, word in ((of.equivalents.first, first), (of.equivalents.second, second))
    )
    opposites = _all(of.second.opposites, theirs)
    opposites |= _all(of.equivalents.translations, _all(of.first.opposites, _all(of.back, theirs)))
    said = of.equivalents.meanings(first, of.equivalents.first) | _synonyms(of, first)
    return bool(said & opposites) or not _all(of.equivalents.translations, _all(of.first.opposites, ours)).isdisjoint(
        theirs
    )


@lru_cache(maxsize=20_000)
def _synonyms(of: Bilingual, first: str) -> Words:
    """Translations of words of the first language that share most of their translations with a form."""
    meanings, table = of.equivalents.meanings(first, of.equivalents.first), of.equivalents.translations
    near = [table[word] for word in _all(of.back, meanings) if 2 * len(table[word] & meanings) > len(table[word])]
    return frozenset[str]().union(*near)


def _opposite(own: Side, other: Side, word: str, behind: str, opposite: str, behind_it: str) -> int:
    """Whether the other word says what an opposite of the own says, and whether it is an opposite of what that says."""
    forms, others = own.forms(word, behind), frozenset(other.forms(opposite, behind_it))
    common = own.parts(word) & other.parts(opposite)
    by_own = by_other = False
    for part in common:
        opposites = _at(own.opposed, forms, part)
        by_own = by_own or bool(_at(own.said, opposites, part) & others)
        by_other = by_other or bool(_at(other.opposed, _at(own.said, forms, part), part) & others)
    return by_own + by_other


def _at(table: Table, words: Iterable[str], part: str) -> Words:
    return frozenset[str]().union(*(table.get((word, part), frozenset()) for word in words))


def _all(table: Mapping[str, Words], words: Iterable[str]) -> Words:
    return frozenset[str]().union(*(table.get(word, frozenset()) for word in words))


def same_beginning(one: str, two: str) -> int:
    """Letters in which two words begin alike."""
    return sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(one, two, strict=False)))


def _root(one: str, two: str) -> float:
    same = same_beginning(one, two)
    return same / max(len(one), len(two)) if same >= ROOT else 0.0
