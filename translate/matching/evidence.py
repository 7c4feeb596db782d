"""What speaks for two articles telling the same story: cosines, rare names and figures, and how both stand out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.matching.search import Nearest
from translate.matching.sketches import FIGURE, Keys, Sketches, hashed
from translate.settings.limits import go_on

# The cosine of headlines and leads, that of the mean sentences, and how far the mean of both is above that of the
# nearest articles of the one where it is less far; names and figures that both have, by how rare they are, and their
# share of the one with less; how many of them are rare, and how many figures of the one with fewer the other lacks.
PAIRWISE = ("lead", "mean", "above", "names", "figures", "share", "rare", "lacking")
# How far the cosines, and what both have, are ahead of those of the next candidate of either article, where that is
# less. Where an article may have several counterparts, another one speaks against none.
FEATURES = (*PAIRWISE, "ahead", "ahead_shared")

AROUND = 10  # nearest articles that a pair has to stand out from
USUAL = 0.45  # mean cosine of the nearest articles in a large collection, in place of those that a small one lacks
BACKGROUND = 2000  # articles whose names and figures are known beside those of the collections
FEW = 5.0  # rarity below which a share says little
FOREMOST = 5  # candidates of an article that may be versions of one report; what is behind them is behind the best one
ALIKE = 0.75  # mean cosine from which two articles of one collection are versions of one report, and no rivals
RARE = 5.0  # rarity above which a name or figure is rare: one of 150 articles has it
PAIRS = 4096  # looked at together

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """How much it says that two articles have a key in common: log(articles / articles with it).

    Attributes:
        keys: All that there are in both collections, ascending.
        weights: Of each.
    """

    keys: Keys
    weights: Floats

    def of(self, keys: Keys) -> Floats:
        """Weights of keys that are among them."""
        return np.asarray(self.weights[np.searchsorted(self.keys, keys)])


def rarity(source: Sketches, target: Sketches, background: Mapping[str, float]) -> Rarity:
    """Rarity in both collections and in BACKGROUND further articles, so that in a few articles nothing common is rare.

    Args:
        source, target: The collections.
        background: Share of articles that have a key, of those that many have.
    """
    keys, counts = np.unique(np.concatenate([source.keys, target.keys]), return_counts=True)
    known = np.full(len(keys), 1.0)
    for key, share in background.items():
        number = hashed([key])
        place = int(np.searchsorted(keys, number)[0])
        if place < len(keys) and keys[place] == number[0]:
            known[place] = share * BACKGROUND
    weights = np.log((len(source) + len(target) + BACKGROUND) / (counts + known))
    return Rarity(keys, np.maximum(weights, 0.0))


def around(near: Nearest) -> Floats:
    """Mean cosine of the AROUND nearest articles of each article."""
    cosines = near.cosines[:, :AROUND].astype(np.float64)
    there = near.others[:, :AROUND] >= 0
    lacking = AROUND - there.sum(axis=1)
    return np.asarray((np.where(there, cosines, 0.0).sum(axis=1) + USUAL * lacking) / AROUND)


def features(
    source: Sketches, target: Sketches, pairs: tuple[Rows, Rows], near: tuple[Floats, Floats], rare: Rarity
) -> Floats:
    """FEATURES of pairs, shape (p, len(FEATURES)).

    Args:
        source, target: The collections.
        pairs: Rows of both sides, shape (p,) each.
        near: What `around` says of the articles of both.
        rare: What `rarity` says of their keys.
    """
    whole = tuple(_weight(side, rare) for side in (source, target))
    figures_of = tuple(_figures(side) for side in (source, target))
    blocks, cosines, shared = [], [], []
    for start in range(0, len(pairs[0]), PAIRS):
        go_on()
        i, j = pairs[0][start : start + PAIRS], pairs[1][start : start + PAIRS]
        lead, mean = _cosines(source, target, i, j)
        both = (lead + mean) / 2
        names, figures = _shared(source, target, i, j, rare)
        together = names.sum + figures.sum
        share = together / (np.minimum(whole[0][i], whole[1][j]) + FEW)
        lacking = np.minimum(figures_of[0][i], figures_of[1][j]) - figures.count
        columns = (
            *(lead, mean, np.minimum(both - near[0][i], both - near[1][j])),
            *(np.log1p(names.sum), np.log1p(figures.sum), share),
            *(names.rare + figures.rare, np.log1p(lacking)),
        )
        blocks.append(np.stack(columns, axis=1))
        cosines.append(both)
        shared.append(np.log1p(together))
    if not blocks:
        return np.zeros((0, len(FEATURES)))
    ahead = []
    for values, least in ((np.concatenate(cosines), USUAL), (np.concatenate(shared), 0.0)):
        sides = _ahead(pairs[0], pairs[1], values, least, target), _ahead(pairs[1], pairs[0], values, least, source)
        ahead.append(np.minimum(*sides))
    return np.concatenate([np.concatenate(blocks), np.stack(ahead, axis=1)], axis=1)


def _ahead(articles: Rows, candidates: Rows, values: Floats, least: float, others: Sketches) -> Floats:
    """How far the value of each pair is above that of the best other candidate of its article.

    A candidate that is ALIKE is no other one.

    Args:
        articles, candidates: Rows of the pairs.
        values: Of each pair.
        least: What the best other candidate has at least.
        others: The collection of the candidates.
    """
    order = np.lexsort((candidates, -values, articles))
    article, candidate, value = articles[order], candidates[order], values[order]
    begins = np.concatenate([[True], article[1:] != article[:-1]])
    starts, group = np.flatnonzero(begins), np.cumsum(begins) - 1
    first = starts[group]  # the best candidate of the article of each pair
    end = np.append(starts[1:], len(article))[group]
    rival = np.maximum(value[first], least)
    seeking = np.flatnonzero(np.arange(len(value)) < first + FOREMOST)
    rival[seeking], at = least, first[seeking]
    while len(seeking):  # each pair looks at one more of its article's candidates, until one is another story
        go_on()
        there = at < end[seeking]
        seeking, at = seeking[there], at[there]
        passed = _alike(others, candidate[seeking], candidate[at])
        rival[seeking[~passed]] = np.maximum(value[at[~passed]], least)
        seeking, at = seeking[passed], at[passed] + 1
    ahead = np.empty(len(value))
    ahead[order] = value - rival
    return ahead


def _alike(side: Sketches, some: Rows, others: Rows) -> NDArray[np.bool_]:
    """Whether articles of one collection are the same, or versions of one report."""
    alike: NDArray[np.bool_] = np.equal(some, others)
    different = np.flatnonzero(~alike)
    for start in range(0, len(different), PAIRS):
        part = different[start : start + PAIRS]
        lead, mean = _cosines(side, side, some[part], others[part])
        alike[part] = (lead + mean) / 2 >= ALIKE
    return alike


def _weight(side: Sketches, rare: Rarity) -> Floats:
    """Sum of the rarity of all keys of each article."""
    sums = np.concatenate([[0.0], np.cumsum(rare.of(side.keys))])
    return np.asarray(sums[side.starts[1:]] - sums[side.starts[:-1]])


def _cosines(source: Sketches, target: Sketches, i: Rows, j: Rows) -> tuple[Floats, Floats]:
    half = source.vectors.shape[1] // 2
    left, right = source.vectors[i].astype(np.float32), target.vectors[j].astype(np.float32)
    products = left * right
    return (
        products[:, :half].sum(axis=1, dtype=np.float64),
        products[:, half:].sum(axis=1, dtype=np.float64),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Common:
    """Names, or figures, that both articles of pairs have.

    Attributes:
        sum: Of their rarity.
        count, rare: How many there are, and how many of them are rare.
    """

    sum: Floats
    count: Floats
    rare: Floats


def _shared(source: Sketches, target: Sketches, i: Rows, j: Rows, rare: Rarity) -> tuple[_Common, _Common]:
    """The names and the figures that both articles of each pair have."""
    common = np.intersect1d(_numbered(source, i), _numbered(target, j), assume_unique=True)
    pair, key = (common >> 32).astype(np.int64), (common & 0xFFFFFFFF).astype(np.uint32)
    weights, is_figure = rare.of(key), (key & FIGURE).astype(bool)
    names, figures = (_common(pair[part], weights[part], len(i)) for part in (~is_figure, is_figure))
    return names, figures


def _common(pair: Rows, weights: Floats, count: int) -> _Common:
    each = weights, np.ones(len(pair)), (weights > RARE).astype(np.float64)
    return _Common(*(np.asarray(np.bincount(pair, one, count), dtype=np.float64) for one in each))


def _figures(side: Sketches) -> Floats:
    """How many figures and dates each article has."""
    counts = np.concatenate([[0.0], np.cumsum(side.keys & FIGURE, dtype=np.float64)])
    return np.asarray(counts[side.starts[1:]] - counts[side.starts[:-1]])


def _numbered(side: Sketches, rows: Rows) -> NDArray[np.uint64]:
    """Keys of the articles of some pairs, each with the number of its pair above it."""
    sizes = side.starts[rows + 1] - side.starts[rows]
    pair = np.repeat(np.arange(len(rows)), sizes)
    place = (
        np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(side.starts[rows], sizes)
    )
    return np.asarray((pair.astype(np.uint64) << np.uint64(32)) | side.keys[place].astype(np.uint64))
