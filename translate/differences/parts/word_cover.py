"""How near the other side of a bead comes to each word of one side."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from weakref import WeakKeyDictionary, ref

import numpy as np
from numpy.typing import NDArray

from translate.alignment.similarity import Floats
from translate.differences.bead_side import BeadSide
from translate.engines.in_context import unit
from translate.engines.protocols import Embedder
from translate.facts.matching import SAME_SOUND
from translate.facts.mention import Mention, Placed
from translate.facts.reading import unmatched_facts
from translate.facts.transliteration import likeness, readings
from translate.story.story import Story
from translate.story.vectors import Embeddings
from translate.story.words import in_context, word_vectors
from translate.text.language_model import function_words

TOKEN = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SHORTEST = 3  # letters; shorter words are function words in nearly every language, unless in capitals
GIVEN_BESIDE = 0.7  # cover of a fact that a neighbouring sentence of the other side gives
KEPT = 64  # sentences with their directions at hand; a long story would fill the memory
LEAST_SHARED = 0.2  # cosine below which two words are not taken for each other's translation

_tokens: WeakKeyDictionary[Story, dict[int, tuple["Token", ...]]] = WeakKeyDictionary()  # by sentence
_Asked: TypeAlias = tuple["ref[Story]", tuple[int, ...], tuple[int, ...]]
_covers: WeakKeyDictionary[Story, tuple[_Asked, list["WordCover"]]] = WeakKeyDictionary()
_turned: WeakKeyDictionary[Story, dict[int, "Directions"]] = WeakKeyDictionary()  # by sentence
_added: WeakKeyDictionary[Story, dict[str, Embeddings]] = WeakKeyDictionary()  # words that the story has no vector of


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number of a sentence.

    Attributes:
        start, end: Offsets into the normalised sentence.
        text: In small letters.
        content: Whether it says something by itself; false for "of", "which".
    """

    start: int
    end: int
    text: str
    content: bool


@dataclass(frozen=True, slots=True)
class WordCover:
    """A content word, and how near the other side comes to it.

    Attributes:
        sentence, start, end: Where it stands.
        cover: Cosine of the nearest word over there, in [-1, 1], mean of the words alone and in their sentences; 1
            where a fact or a name is given there.
        context: Cosine of the nearest word over there, small ones included, both read in their sentences.
        shared: The same where every word over there may serve one word only; 0 for a word that is left without.
        beside: Cosine of the nearest word in the sentences beside the counterparts.
        fact: "number", "date", "name", or "" outside of facts.
        partner: The word that serves it over there, counted in reading order; -1 for none.
        state: How near the second encoder finds a word over there, see `StateCover`; None without it.
    """

    sentence: int
    start: int
    end: int
    cover: float
    shared: float
    beside: float
    fact: str
    context: float = 1.0
    partner: int = -1
    state: float | None = None

    @property
    def length(self) -> int:
        return self.end - self.start


def mean_of(values: Iterable[float], words: Iterable[WordCover]) -> float:
    """Mean over the letters of some words, one value for each; 1 where there are no words."""
    total = letters = 0.0
    for value, word in zip(values, words, strict=True):
        total += value * word.length
        letters += word.length
    return total / letters if letters else 1.0


def tokens(story: Story, sentence: int) -> tuple[Token, ...]:
    """Words and numbers of one compared sentence, in order."""
    known = _tokens.setdefault(story, {})
    if sentence not in known:
        known[sentence] = tuple(_read_tokens(story.sentences[sentence].text, story.document.language))
    return known[sentence]


def _read_tokens(text: str, language: str) -> Iterator[Token]:
    small = function_words(language)
    for match in TOKEN.finditer(text):
        word = match.group().lower()
        long_enough = len(word) >= SHORTEST or word[0].isdigit() or match.group().isupper()
        yield Token(match.start(), match.end(), word, long_enough and word not in small)


def word_covers(own: BeadSide, other: BeadSide, embedder: Embedder) -> list[WordCover]:
    """The content words of one side of a bead, in reading order; those asked for last are kept for the other side."""
    asked = (ref(other.story), own.sentences, other.sentences)
    last = _covers.get(own.story)
    if last is None or last[0] != asked:
        last = _covers[own.story] = (asked, _word_covers(own, other, embedder))
    return last[1]


def _word_covers(own: BeadSide, other: BeadSide, embedder: Embedder) -> list[WordCover]:
    mine = [(i, token) for i in own.sentences for token in tokens(own.story, i) if token.content]
    theirs = [token.text for j in other.sentences for token in tokens(other.story, j) if token.content]
    beside = [token.text for j in other.beside for token in tokens(other.story, j) if token.content]
    rows = vectors(own.story, own.sentences, [token.text for _, token in mine], embedder)
    other_rows = vectors(other.story, other.sentences, theirs, embedder)
    near = vectors(other.story, other.beside, beside, embedder)
    context = _context_cosines(own, other, embedder)
    cosines = (rows @ other_rows.T + context.words) / 2
    facts, given = _given(own, other, mine, frozenset(theirs))
    shared, partners = shared_out(cosines, [value is not None for value in given])
    nearest, nearest_beside = best_of(cosines), best_of(rows @ near.T)
    covers = []
    for k, (i, token) in enumerate(mine):
        value = given[k]
        told = (float(nearest[k]), float(shared[k]), float(nearest_beside[k])) if value is None else (value,) * 3
        partner = int(partners[k]) if value is None else _twin(token.text, theirs, cosines[k])
        covers.append(WordCover(i, token.start, token.end, *told, facts[k], float(context.nearest[k]), partner))
    return covers


@dataclass(frozen=True, slots=True)
class _ContextCosines:
    """Cosines of the own content words, read in their sentences: with those of the other side, and the best of all."""

    words: Floats
    nearest: Floats


@dataclass(frozen=True, slots=True)
class Directions:
    """One sentence as the encoder reads it.

    Attributes:
        chunks, words: Rows of length 1 of all its chunks, and of those in which its content words stand.
        added: What each content word adds to the sentence.
        whole: The sum of all.
    """

    chunks: Floats
    words: Floats
    added: Floats
    whole: Floats


def _context_cosines(own: BeadSide, other: BeadSide, embedder: Embedder) -> _ContextCosines:
    words = np.concatenate([directions(own.story, i, embedder).words for i in own.sentences])
    others = [directions(other.story, j, embedder) for j in other.sentences]
    other_words, everything = (
        np.concatenate([read.words for read in others]),
        np.concatenate([read.chunks for read in others]),
    )
    return _ContextCosines(words @ other_words.T, best_of(words @ everything.T))


def directions(story: Story, sentence: int, embedder: Embedder) -> Directions:
    """A compared sentence as the encoder reads it."""
    known = _turned.setdefault(story, {})
    if sentence not in known:
        if len(known) >= KEPT:
            known.clear()
        read = in_context(story, embedder)[sentence]
        begins = [start for start, _ in read.chunks]
        owners = [bisect_right(begins, token.start) - 1 for token in tokens(story, sentence) if token.content]
        chunks = np.asarray(unit(read.sums), dtype=float)
        whole = np.asarray(read.sums.sum(axis=0) + read.edges, dtype=float)
        known[sentence] = Directions(chunks, chunks[owners], np.asarray(read.sums[owners], dtype=float), whole)
    return known[sentence]


def lone_facts(own: BeadSide, other: BeadSide) -> list[tuple[int, Mention]]:
    """Facts of one side that neither the other nor the sentences beside that give, with their sentence."""
    near = [other.story.facts[j] for j in other.beside]
    return _in_sentences(own, unmatched_facts(own.facts, other.facts, near_target=near)[0])


def _in_sentences(side: BeadSide, placed: Sequence[Placed]) -> list[tuple[int, Mention]]:
    return [(side.sentences[position], mention) for position, mention in placed]


def _given(
    own: BeadSide, other: BeadSide, words: Sequence[tuple[int, Token]], theirs: frozenset[str]
) -> tuple[list[str], list[float | None]]:
    """Kind of the fact in which each word stands, and its cover as far as facts, names and spelling decide it."""
    lone = {(i, mention.start) for i, mention in _in_sentences(own, unmatched_facts(own.facts, other.facts)[0])}
    nowhere = {(i, mention.start) for i, mention in lone_facts(own, other)}
    sounds = {sound for facts in other.facts for sound in facts.sounds}
    kinds: list[str] = []
    given: list[float | None] = []
    for i, token in words:
        around = (m for m in own.story.facts[i].mentions if m.start <= token.start < m.end)
        mention = next(around, None)
        kinds.append(mention.kind if mention else "number" if token.text[0].isdigit() else "")
        text = own.story.sentences[i].text[token.start : token.end]
        if token.text in theirs or (mention and (i, mention.start) not in lone):
            given.append(1.0)
        elif mention and (i, mention.start) not in nowhere:
            given.append(GIVEN_BESIDE)
        elif kinds[-1] in ("number", "date"):
            given.append(0.0)
        else:
            heard = _heard(text, sounds) if text[0].isupper() else 0.0
            given.append(heard if heard >= SAME_SOUND else None)
    return kinds, given


def _heard(word: str, sounds: set[str]) -> float:
    return max((likeness(reading, sound) for reading in readings(word) for sound in sounds), default=0.0)


def vectors(story: Story, sentences: Sequence[int], words: Sequence[str], embedder: Embedder) -> Floats:
    """Embeddings of words, shape (n, dim); zero for numbers."""
    dim = story.vectors.runs[0].shape[1]
    known = word_vectors(story, sentences) if words else {}
    if missing := [word for word in words if word not in known and not word[0].isdigit()]:
        more = _more(story, embedder)
        known |= {word: more[word] for word in missing if word in more}
    zero = np.zeros(dim, dtype=np.float32)
    rows = [zero if word[0].isdigit() else known.get(word, zero) for word in words]
    return np.array(rows, dtype=float).reshape(len(rows), dim)


def _more(story: Story, embedder: Embedder) -> dict[str, Embeddings]:
    """Words of a story that it has no vector of, names above all; encoded together at the first call."""
    if story not in _added:
        everything = range(len(story.sentences))
        known = word_vectors(story, everything)
        words = {token.text for i in everything for token in tokens(story, i) if token.content}
        missing = sorted(word for word in words if word not in known and not word[0].isdigit())
        _added[story] = dict(zip(missing, embedder.encode(missing), strict=True))
    return _added[story]


def best_of(cosines: Floats, empty: float = 0.0) -> Floats:
    """The best of each row, `empty` where there are no columns."""
    return cosines.max(axis=1) if cosines.size else np.full(len(cosines), empty)


def _twin(word: str, theirs: Sequence[str], cosines: Floats) -> int:
    """Place of the same word over there, else of the nearest; -1 for none."""
    if word in theirs:
        return theirs.index(word)
    return int(cosines.argmax()) if len(cosines) and cosines.max() >= LEAST_SHARED else -1


def shared_out(cosines: Floats, settled: Sequence[bool]) -> tuple[Floats, NDArray[np.int64]]:
    """Cosine of each word with the partner that it gets where the surest pairs are joined first, and that partner."""
    result = np.zeros(len(cosines))
    partners = np.full(len(cosines), -1, dtype=np.int64)
    free = cosines.copy()
    free[np.array(settled, dtype=bool)] = -1.0
    while free.size and free.max() >= LEAST_SHARED:
        i, j = divmod(int(free.argmax()), free.shape[1])
        result[i], partners[i] = free[i, j], j
        free[i], free[:, j] = -1.0, -1.0
    return result, partners
