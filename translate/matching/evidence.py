"""What speaks for two articles telling the same story: cosines, how they stand out, and rare names and figures."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.matching.search import Nearest
from translate.matching.sketches import FIGURE, Keys, Sketches, hashed
from translate.settings.limits import go_on

# The cosine of headlines and leads, that of the mean sentences, how far the mean of both is above that of the nearest
# articles of either one, and of the one where it is less far; names and figures that both have, by how rare they are,
# and their share of the one with less.
FEATURES = ("lead", "mean", "above_source", "above_target", "above_both", "names", "figures", "share")

AROUND = 10  # nearest articles that a pair has to stand out from
USUAL = 0.45  # mean cosine of the nearest articles in a large collection, in place of those that a small one lacks
BACKGROUND = 2000  # articles whose names and figures are known beside those of the collections
FEW = 5.0  # rarity below which a share says little
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
    blocks = []
    for start in range(0, len(pairs[0]), PAIRS):
        go_on()
        i, j = pairs[0][start : start + PAIRS], pairs[1][start : start + PAIRS]
        lead, mean = _cosines(source, target, i, j)
        names, figures = _shared(source, target, i, j, rare)
        both = (lead + mean) / 2
        share = (names + figures) / (np.minimum(whole[0][i], whole[1][j]) + FEW)
        above = both - near[0][i], both - near[1][j]
        columns = lead, mean, *above, np.minimum(*above), np.log1p(names), np.log1p(figures), share
        blocks.append(np.stack(columns, axis=1))
    return np.concatenate([*blocks, np.zeros((0, len(FEATURES)))])


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


def _shared(source: Sketches, target: Sketches, i: Rows, j: Rows, rare: Rarity) -> tuple[Floats, Floats]:
    """Rarity of the names and of the figures that both articles of each pair have."""
    common = np.intersect1d(_numbered(source, i), _numbered(target, j), assume_unique=True)
    pair, key = (common >> 32).astype(np.int64), (common & 0xFFFFFFFF).astype(np.uint32)
    weights, is_figure = rare.of(key), (key & FIGURE).astype(bool)
    sums = [np.bincount(pair[part], weights[part], minlength=len(i)) for part in (~is_figure, is_figure)]
    return np.asarray(sums[0], dtype=np.float64), np.asarray(sums[1], dtype=np.float64)


def _numbered(side: Sketches, rows: Rows) -> NDArray[np.uint64]:
    """Keys of the articles of some pairs, each with the number of its pair above it."""
    sizes = side.starts[rows + 1] - side.starts[rows]
    pair = np.repeat(np.arange(len(rows)), sizes)
    place = (
        np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(side.starts[rows], sizes)
    )
    return np.asarray((pair.astype(np.uint64) << np.uint64(32)) | side.keys[place].astype(np.uint64))
