"""How near each word of a sentence comes to a word of its candidates over there."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log2

import numpy as np

from translate.alignment.grouping import numbered
from translate.alignment.similarity import Floats, Integers
from translate.engines.in_context import unit
from translate.engines.protocols import Embedder, Embeddings
from translate.languages.registry import language_of
from translate.settings.limits import go_on
from translate.story.story import Story
from translate.story.words import in_context, listed
from translate.text.language_model import function_words

FREQUENT, RAREST = 100, 10_000  # ranks among the words of a language between which a word's weight grows
LEAST_WEIGHT = 0.3  # of a frequent word beside a rare one's 1
TOKEN = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_]{2,}")  # of two letters only what is written in capitals
SHORTEST = 3  # letters
REACH = 2  # chunks of text on either side of a word in its window
BLOCK = 1024  # words compared with all others at once


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The content words and numbers of a story's compared sentences.

    Attributes:
        first: Position of the first word of each sentence, and at last their count, shape (n + 1,).
        start, end: Offsets of each word in its sentence, shape (w,).
        directions: Each word alone and as it is read in its sentence, side by side, shape (w, 2 dim).
        windows: Each word with the two before and the two behind it, rows of length 1, shape (w, dim).
        weights: How much each word says, in [0, 1]: rare words more, and those that few sentences of the story have; 0
            for names and numbers, which are facts.
        alone: Row of `story.vectors.words` of each word, shape (w,); -1 for names and numbers.
        rarity: Of each word by itself, shape (w,).
        kinds: Of each sentence a number that it shares with those of the same text alone.
    """

    first: Integers
    start: Integers
    end: Integers
    directions: Embeddings
    windows: Embeddings
    weights: Floats
    alone: Integers
    rarity: Floats
    kinds: tuple[int, ...]


def read_words(story: Story, embedder: Embedder) -> Words:
    """The words of a story."""
    rows = {word: row for row, word in enumerate(listed(story))}
    language = story.document.language
    small, nouns = function_words(language), language_of(language).capital_nouns
    dim = story.vectors.runs[0].shape[1]
    counts, spans, alone, chunks, rare = [0], [], [], [], []
    reads = in_context(story, embedder)
    for normalized, read in zip(story.sentences, reads, strict=True):
        begins = [start for start, _ in read.chunks]
        for match in TOKEN.finditer(normalized.text):
            word = match.group().lower()
            lexical = word in rows and (nouns or match.start() == 0 or match.group()[0].islower())
            short = len(word) < SHORTEST and not (word[0].isdigit() or match.group().isupper())
            if short or word in small or not (lexical or word[0].isdigit() or match.group()[0].isupper()):
                continue
            spans.append(match.span())
            alone.append(rows[word] if lexical else -1)
            rare.append(rarity(word, language))
            chunks.append(max(0, bisect_right(begins, match.start()) - 1))
        counts.append(len(spans))
    place = np.array(alone, dtype=np.int64)
    directions = np.zeros((len(place), 2 * dim), dtype=np.float32)
    windows = np.empty((len(place), dim), dtype=np.float32)
    directions[place >= 0, :dim] = story.vectors.words[place[place >= 0]]
    for (first, last), read in zip(pairwise(counts), reads, strict=True):
        if first < last:
            at = np.array(chunks[first:last])
            sums = np.zeros((len(read.chunks) + 1, dim), dtype=np.float32)
            np.cumsum(read.sums, axis=0, out=sums[1:])
            directions[first:last, dim:] = unit(read.sums[at])
            windows[first:last] = unit(
                sums[np.minimum(at + REACH + 1, len(read.chunks))] - sums[np.maximum(at - REACH, 0)]
            )
    directions *= np.float32(np.sqrt(0.5))
    seldom = np.sqrt(story.vectors.word_weights[place]) if len(rows) else np.zeros(len(place))
    rarities = np.array(rare, dtype=float)
    bounds = np.array(spans, dtype=np.int64).reshape(-1, 2)
    return Words(
        first=np.array(counts),
        start=bounds[:, 0],
        end=bounds[:, 1],
        directions=directions,
        windows=windows,
        weights=np.where(place >= 0, rarities * seldom, 0.0),
        alone=place,
        rarity=rarities,
        kinds=tuple(numbered([sentence.text for sentence in story.sentences])),
    )


@cache
def rarity(word: str, language: str) -> float:
    """How much a word says by its rank among the words of its language, in [LEAST_WEIGHT, 1]; 1 where it has none.

    Example:
        >>> rarity("time", "en") < rarity("mudslide", "en")
        True
    """
    ranks = _ranks(language)
    forms = (word, *language_of(language).morphology.lemmas(word))
    rank = min(ranks.get(form, RAREST) for form in forms)
    share = log2(max(1.0, rank / FREQUENT)) / log2(RAREST / FREQUENT)
    return LEAST_WEIGHT + (1 - LEAST_WEIGHT) * share


@cache
def _ranks(language: str) -> dict[str, int]:
    return {word: rank for rank, word in reversed(list(enumerate(language_of(language).words("words"))))}


@dataclass(frozen=True, slots=True, eq=False)
class WordMatches:
    """Best cosines of the words of both sides of every pair; those of pair p stand from first[p] on.

    Attributes:
        best: Of each word of the source side, and of the target side, with a word of the other.
        windows: The same of their windows.
        first: Shape (p + 1,) each.
    """

    best: tuple[Floats, Floats]
    windows: tuple[Floats, Floats]
    first: tuple[Integers, Integers]


def match_words(words: tuple[Words, Words], source: Integers, target: Integers) -> WordMatches:
    """Compare the words of pairs of sentences; a side without words has -1 everywhere.

    Two sentences that say the same as two before are not compared again.
    """
    counts = [np.diff(side.first) for side in words]
    first = [np.cumsum([0, *count[places]]) for count, places in zip(counts, (source, target), strict=True)]
    left, right = words
    starts, ends = left.first.tolist(), right.first.tolist()
    a, b = first[0].tolist(), first[1].tolist()
    pairs = list(zip(source.tolist(), target.tolist(), strict=True))
    compared: dict[tuple[int, int], int] = {}
    before = [compared.setdefault((left.kinds[i], right.kinds[j]), p) for p, (i, j) in enumerate(pairs)]
    found = []
    for mine, theirs in ((left.directions, right.directions), (left.windows, right.windows)):
        best = np.full(first[0][-1], -1.0), np.full(first[1][-1], -1.0)
        for p, (i, j) in enumerate(pairs):
            go_on()
            if (q := before[p]) != p:
                best[0][a[p] : a[p + 1]] = best[0][a[q] : a[q + 1]]
                best[1][b[p] : b[p + 1]] = best[1][b[q] : b[q + 1]]
                continue
            cosine = mine[starts[i] : starts[i + 1]] @ theirs[ends[j] : ends[j + 1]].T
            if cosine.size:
                np.maximum.reduce(cosine, axis=1, out=best[0][a[p] : a[p + 1]])
                np.maximum.reduce(cosine, axis=0, out=best[1][b[p] : b[p + 1]])
        found.append(best)
    return WordMatches(found[0], found[1], (first[0], first[1]))


def nearest_anywhere(own: Story, other: Story) -> Floats:
    """Best cosine of each listed word of a story with any word of the other, both alone."""
    mine, theirs = own.vectors.words, other.vectors.words.T
    if not theirs.size:
        return np.full(len(mine), -1.0)
    blocks: Sequence[Floats] = [
        (mine[start : start + BLOCK] @ theirs).max(axis=1) for start in range(0, len(mine), BLOCK)
    ]
    return np.concatenate([*blocks, np.zeros(0)])
