"""The content words of two corresponding passages: which of them have their counterpart over there, and which none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from translate.alignment.similarity import Floats, Integers
from translate.counterparts.words import rarity
from translate.differences.bead_side import BeadSide
from translate.differences.parts.word_cover import directions, tokens, vectors
from translate.engines.protocols import Embedder
from translate.facts.mention import NameMention
from translate.languages.bilingual import Bilingual
from translate.languages.concepts import Concepts, Occurrence, Sense, agree, ends, oppose
from translate.languages.dictionary import Dictionary
from translate.languages.equivalents import Equivalents
from translate.languages.registry import language_of
from translate.story.story import Story

LISTED = 0.6  # what an entry of the dictionary adds to the cosine of two words
FAR = 0.25  # what the distance between two places, as a share of their passages, takes off
OPENING = "\"“«„'‘"  # behind one of these a capital makes no name
LEAST_PHRASE = 2  # words of which at least one side of what stands for one concept has so many
SURE = 0.62  # likeness from which two words that no dictionary links are each other's counterpart
_PARTS = {
    "NOUN": "n",
    "VERB": "v",
    "INFN": "v",
    "GRND": "v",
    "PRTF": "v",
    "PRTS": "v",
    "ADJF": "adj",
    "ADJS": "adj",
    "COMP": "adj",
    "ADVB": "adv",
    "PRED": "adv",
}  # tags of OpenCorpora

_NEXT = re.compile(r" ([^\W\d_]+)")

_told: WeakKeyDictionary[Story, frozenset[str]] = WeakKeyDictionary()  # all meanings of the words of a story


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A content word where it stands.

    Attributes:
        sentence, start, end: Its place.
        text: In small letters.
        fact: "number", "date", "name" where it stands in such a fact or looks like a name, else "".
        parts: Parts of speech that it may be, as the dictionary calls them; empty if not known.
        senses: How many it has in the dictionary; 0 if that has it not.
        rarity: How much it says, in [0, 1].
        behind: The word behind it, in small letters, "up" behind "picked"; "" at the end.
        quoted: Whether it stands between quotation marks.
        concepts: What it may stand for, by itself or in a phrase: "circuit" in "short circuit".
        phrase: Place of what stands at the end of a scale, the phrase where the word by itself does not.
    """

    sentence: int
    start: int
    end: int
    text: str
    fact: str
    parts: frozenset[str]
    senses: int
    rarity: float
    quoted: bool
    behind: str
    concepts: frozenset[Sense]
    phrase: tuple[int, int]

    @property
    def known(self) -> bool:
        """Whether the dictionary has it."""
        return self.senses > 0


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One side: its content words, how the encoder reads each alone and in its sentence, rows of length 1 (or zero).

    Attributes:
        words: In reading order.
        alone, inside: Shape (n, dim).
        added: What each adds to the passage, shape (n, dim).
        whole: What all adds up to, shape (dim,).
        spoken: What all its words may stand for.
        occurrences: The same one by one, each with the places of its words in `words`.
    """

    side: BeadSide
    words: tuple[PlacedWord, ...]
    alone: Floats
    inside: Floats
    added: Floats
    whole: Floats
    spoken: frozenset[Sense]
    occurrences: tuple[tuple[frozenset[Sense], tuple[int, ...]], ...]

    @property
    def lexical(self) -> NDArray[np.bool_]:
        """Which words are no facts."""
        return np.array([not word.fact for word in self.words], dtype=bool)


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Two passages with their words aligned.

    Attributes:
        source, target: In the order of the dictionary's languages.
        linked: Which words the dictionary links, shape (n, m).
        opposed: Which stand at opposite ends of a scale, shape (n, m).
        alone, inside: Cosine of each pair, of the words alone and in their sentences.
        partner: For each word of either side its counterpart's place; -1 for none.
    """

    source: Passage
    target: Passage
    linked: NDArray[np.bool_]
    opposed: NDArray[np.bool_]
    alone: Floats
    inside: Floats
    partner: tuple[Integers, Integers]

    @property
    def likeness(self) -> Floats:
        """The mean of both cosines."""
        return np.asarray((self.alone + self.inside) / 2)


def read_passage(side: BeadSide, embedder: Embedder, dictionary: Dictionary, concepts: Concepts) -> Passage:
    """The content words of a side."""
    found: list[PlacedWord] = []
    occurrences = []
    for i in side.sentences:
        spoken = concepts.found(side.story.sentences[i].text, side.language)
        words = list(_words(side.story, i, dictionary, concepts, spoken))
        for one in spoken:
            of = [k for k, word in enumerate(words, len(found)) if one.start <= word.start < one.end]
            occurrences.append((one.senses, tuple(of)))
        found += words
    read = [directions(side.story, i, embedder) for i in side.sentences]
    alone = vectors(side.story, side.sentences, [word.text for word in found], embedder)
    return Passage(
        side,
        tuple(found),
        alone,
        np.concatenate([one.words for one in read]),
        np.concatenate([one.added for one in read]),
        np.sum([one.whole for one in read], axis=0),
        frozenset[Sense]().union(*(senses for senses, _ in occurrences)),
        tuple(occurrences),
    )


def _words(
    story: Story, sentence: int, dictionary: Dictionary, concepts: Concepts, spoken: Sequence[Occurrence]
) -> Iterator[PlacedWord]:
    text, language = story.sentences[sentence].text, story.document.language
    mentions = story.facts[sentence].mentions
    quoted = _quoted(text)
    for token in tokens(story, sentence):
        if not token.content:
            continue
        mention = next((m for m in mentions if m.start <= token.start < m.end), None)
        parts, senses = _in_dictionary(token.text, dictionary)
        fact = mention.kind if mention else "number" if token.text[0].isdigit() else ""
        if fact in ("", "name") and text[token.start].isupper():
            begins = not any(letter.isalnum() for letter in text[: token.start]) or text[token.start - 1] in OPENING
            known = isinstance(mention, NameMention) and (mention.known or " " in mention.text)
            fact = "" if begins and senses and not known else "name"
        named = next((one for one in spoken if one.start <= token.start < one.end), None)
        yield PlacedWord(
            sentence,
            token.start,
            token.end,
            token.text,
            fact,
            parts,
            senses,
            rarity(token.text, language),
            any(start <= token.start < end for start, end in quoted),
            _behind(text, token.end),
            named.senses if named else frozenset(),
            (named.start, named.end)
            if named and not _at_an_end(token.text, named, concepts, language)
            else (token.start, token.end),
        )


def _at_an_end(word: str, of: Occurrence, concepts: Concepts, language: str) -> bool:
    """Whether a word by itself stands at an end of a scale at which what it stands in does."""
    return any(ends(one.senses & of.senses) for one in concepts.found(word, language))


def _behind(text: str, end: int) -> str:
    match = _NEXT.match(text, end)
    return match.group(1).lower() if match else ""


def _quoted(text: str) -> list[tuple[int, int]]:
    """Stretches between quotation marks."""
    found, start = [], -1
    for place, letter in enumerate(text):
        if letter in '«“„"' and start < 0:
            start = place
        elif letter in '»”"' and start >= 0:
            found.append((start, place))
            start = -1
    return found


@lru_cache(maxsize=50_000)
def _in_dictionary(word: str, dictionary: Dictionary) -> tuple[frozenset[str], int]:
    entries = list(dictionary.entries_of(word))
    language = language_of(dictionary.language)
    tags = {_PARTS[tag] for tag in language.morphology.grammemes(word) if tag in _PARTS}
    parts = tags or {entry.part for entry in entries}
    if "PRTF" in language.morphology.grammemes(word):
        parts |= {"adj"}
    return frozenset(parts), sum(len(entry.senses) for entry in entries)


def cosine_of(one: Floats, two: Floats) -> float:
    """Cosine of two vectors of any length; 0 where one is zero."""
    return float(one @ two) / max(1e-9, float(np.linalg.norm(one)) * float(np.linalg.norm(two)))


def of_words(passage: Passage) -> Floats:
    """What is known of each word beside its vector, in the order of `word_judgement.OF_WORD`, shape (n, 6)."""
    table = [
        (word.rarity, np.log1p(word.senses), *(part in word.parts for part in ("n", "v", "adj", "adv")))
        for word in passage.words
    ]
    return np.array(table, dtype=float).reshape(len(table), 6)


def align_words(source: BeadSide, target: BeadSide, embedder: Embedder, of: Bilingual) -> Aligned:
    """Align the words of two passages, the source in the first language of the dictionary."""
    one = read_passage(source, embedder, of.first.dictionary, of.concepts)
    two = read_passage(target, embedder, of.second.dictionary, of.concepts)
    linked = of.equivalents.matrix(
        [word.text for word in one.words],
        of.equivalents.first,
        [word.text for word in two.words],
        of.equivalents.second,
    )
    linked |= _by_concept(one, two)
    opposed = _opposed(one, two) & ~linked
    alone, inside = one.alone @ two.alone.T, one.inside @ two.inside.T
    return Aligned(one, two, linked, opposed, alone, inside, _partners(one, two, linked, opposed, (alone + inside) / 2))


def _by_concept(one: Passage, two: Passage) -> NDArray[np.bool_]:
    """Which words stand for one concept, at least one of them in a phrase: "good" in "for good" and навсегда."""
    linked = np.zeros((len(one.words), len(two.words)), dtype=bool)
    for senses, ours in one.occurrences:
        for others, theirs in two.occurrences:
            if max(len(ours), len(theirs)) >= LEAST_PHRASE and agree(senses, others):
                linked[np.ix_(ours, theirs)] = True
    return linked


def _opposed(one: Passage, two: Passage) -> NDArray[np.bool_]:
    """Which words stand at opposite ends of a scale, by themselves or in a phrase."""
    opposed = np.zeros((len(one.words), len(two.words)), dtype=bool)
    for senses, ours in one.occurrences:
        for others, theirs in two.occurrences:
            if oppose(senses, others):
                opposed[np.ix_(ours, theirs)] = True
    return opposed


def _partners(
    one: Passage, two: Passage, linked: NDArray[np.bool_], opposed: NDArray[np.bool_], likeness: Floats
) -> tuple[Integers, Integers]:
    """Join the surest pairs first: those that the dictionary links, then those that are alike and no opposites."""
    n, m = len(one.words), len(two.words)
    partner = np.full(n, -1, dtype=np.int64), np.full(m, -1, dtype=np.int64)
    if not n or not m:
        return partner
    apart = np.abs(np.linspace(0, 1, n)[:, None] - np.linspace(0, 1, m)[None])
    facts = one.lexical[:, None] & two.lexical[None]
    score = likeness + LISTED * linked - FAR * apart
    free = np.where(linked | (facts & ~opposed & (likeness >= SURE)), score, -np.inf)
    while free.max() > -np.inf:
        i, j = divmod(int(free.argmax()), m)
        partner[0][i], partner[1][j] = j, i
        free[i], free[:, j] = -np.inf, -np.inf
    return partner


def meanings_in(story: Story, equivalents: Equivalents) -> frozenset[str]:
    """All that the words of a story may say, in words of the dictionary's second language."""
    if story not in _told:
        language = story.document.language
        words = {token.text for i in range(len(story.sentences)) for token in tokens(story, i) if token.content}
        _told[story] = frozenset[str]().union(*(equivalents.meanings(word, language) for word in words))
    return _told[story]


def meanings_near(side: BeadSide, equivalents: Equivalents) -> frozenset[str]:
    """The same of the sentences beside a passage."""
    words: Sequence[str] = [token.text for i in side.beside for token in tokens(side.story, i) if token.content]
    return frozenset[str]().union(*(equivalents.meanings(word, side.language) for word in words))
