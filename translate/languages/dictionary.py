"""A bilingual dictionary: what words mean in the other language of a pair, and what is their opposite.

DICTIONARY.tsv of a pair's folder, one for each language of it, has an entry a line: the word, its part of speech, its
senses with " | " between them and ", " between the words of one, and at times its opposites in its own language.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from translate.languages.language import LanguagePair
from translate.languages.registry import language_of, pair_of

_DESCRIBING = frozenset(("adj", "adv", "pred"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in one part of speech.

    Attributes:
        word: In its dictionary form.
        part: "n", "v", "adj", "adv", "prep", "conj", "part", "pron", "num", "pred", "intj" or "det".
        senses: For each, the commonest first, words and phrases of the other language, the best first.
        opposites: Words of its own language that say the opposite.
        likely: How many of the senses, from the first on, are likely in the news.
    """

    word: str
    part: str
    senses: tuple[tuple[str, ...], ...]
    opposites: tuple[str, ...] = ()
    likely: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """All entries of one language of a pair, by word in small letters."""

    language: str
    entries: Mapping[str, tuple[Entry, ...]]

    def headwords(self, word: str) -> tuple[str, ...]:
        """The words of the dictionary that a form, in any case, may be a form of, likeliest first."""
        bases = language_of(self.language).bases(word.lower())
        return tuple(base for base in bases if base in self.entries)

    def entries_of(self, word: str) -> Iterator[Entry]:
        """The entries of all words that a form may be a form of."""
        for headword in self.headwords(word):
            yield from self.entries[headword]


@cache
def dictionary(source: str, target: str) -> Dictionary | None:
    """From one language into another; None where there is none."""
    pair = pair_of(source, target)
    if pair is None:
        return None
    listed = entries_in(pair, f"dictionary.{source}")
    return Dictionary(source, by_word(listed)) if listed else None


def entries_in(pair: LanguagePair, name: str) -> tuple[Entry, ...]:
    """The entries of NAME.tsv of a pair's folder, in their order; none where there is no such file."""
    file = files(pair.pack) / f"{name}.tsv"
    return tuple(map(_entry, file.read_text(encoding="utf-8").splitlines())) if file.is_file() else ()


def _entry(line: str) -> Entry:
    word, part, senses, *opposites = line.split("\t")
    told = tuple(tuple(sense.split(", ")) for sense in senses.split(" | "))
    return Entry(word, part, told, tuple(opposites[0].split(", ")) if opposites else ())


def by_word(listed: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by their word, those of one in their order."""
    entries: dict[str, list[Entry]] = {}
    for entry in listed:
        entries.setdefault(entry.word, []).append(entry)
    return {word: tuple(found) for word, found in entries.items()}


@lru_cache(maxsize=50_000)
def opposites_of(word: str, language: str, other: str) -> tuple[str, ...]:
    """The words that say the opposite of a form, in its own language, as its dictionary into another tells."""
    book = dictionary(language, other)
    return tuple(opposite for entry in book.entries_of(word) for opposite in entry.opposites) if book else ()


@lru_cache(maxsize=50_000)
def renders(word: str, language: str, said: str, other: str) -> bool:
    """Whether an adjective or adverb is a sense of another, each in any form, by either of their dictionaries."""
    return _has_sense(word, language, said, other) or _has_sense(said, other, word, language)


def _has_sense(word: str, language: str, said: str, other: str) -> bool:
    book = dictionary(language, other)
    if book is None:
        return False
    forms = {said, *language_of(other).bases(said)}
    entries = [entry for entry in book.entries_of(word) if entry.part in _DESCRIBING]
    return any(phrase in forms for entry in entries for sense in entry.senses for phrase in sense)
