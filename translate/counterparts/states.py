"""How near the words of two texts come to each other, as the second encoder reads them."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from translate.alignment.grouping import means, members, smallest
from translate.alignment.similarity import Floats, Integers
from translate.counterparts.cells import WordCells
from translate.counterparts.words import Words
from translate.story.states import BLOCK, LONE_STATE, NOTHING, directions_of, hubness
from translate.story.story import Story
from translate.story.vectors import Embeddings

TOPS = (1, 2, 4)  # likeliest counterparts that are taken together
OF_PAIRS = ("state", "most_state", "state_cosine", "most_state_cosine", "lone_states", "most_lone_states")
OF_UNITS = (
    "state_cosine",
    "state",
    "far_states",
    "lone_states",
    "state_median",
    "state_least",
    *(f"{name}_{top}" for top in TOPS for name in ("state_cosine", "far_states", "state")),
    "state_words",
)
OF_WORDS = (
    "state_cosine",
    "state",
    *(f"{name}_{top}" for top in TOPS for name in ("state_cosine", "state")),
    *(f"{name}_around_{reach}" for name in ("state", "state_2") for reach in (1, 2)),
)
FAR = 0.5  # cosine below which a word has no counterpart
LEAST_WEIGHT = 0.1  # of a word


@dataclass(frozen=True, slots=True, eq=False)
class StateMatches:
    """Nearness of the words of both sides, those of `Words`; in pairs they stand as in `WordMatches`.

    "Local" nearness is twice the cosine less how near everything in either text comes to the two words: about 0 where
    a word is no nearer than chance brings it.

    Attributes:
        anywhere: Of each word of either side, with any word of the other text, shape (w,).
        local_anywhere: The same locally.
        best: Of each word of either side of every pair, with a word of the other side.
        local: The same locally.
    """

    anywhere: tuple[Floats, Floats]
    local_anywhere: tuple[Floats, Floats]
    best: tuple[Floats, Floats]
    local: tuple[Floats, Floats]


def match_states(
    stories: tuple[Story, Story],
    words: tuple[Words, Words],
    source: Integers,
    target: Integers,
    first: tuple[Integers, Integers],
) -> StateMatches:
    """Compare the words of two texts; the second encoder has to be there.

    Args:
        stories: The source and the target.
        words: Their words.
        source, target: Sentences of each pair, shape (p,).
        first: Position of the first word of every pair on either side, from `WordMatches`.
    """
    left, right = (_directions(story, side) for story, side in zip(stories, words, strict=True))
    hubs = hubness(left, right), hubness(right, left)
    near = [_anywhere(left, right, hubs[0], hubs[1]), _anywhere(right, left, hubs[1], hubs[0])]
    best, local = ([np.full(side[-1], NOTHING) for side in first] for _ in range(2))
    starts, ends = words[0].first.tolist(), words[1].first.tolist()
    a, b = first[0].tolist(), first[1].tolist()
    for p, (i, j) in enumerate(zip(source.tolist(), target.tolist(), strict=True)):
        ours, theirs = slice(starts[i], starts[i + 1]), slice(ends[j], ends[j + 1])
        cosine = left[ours] @ right[theirs].T
        if cosine.size:
            for found, values in ((best, cosine), (local, 2 * cosine - (hubs[0][ours, None] + hubs[1][theirs]))):
                np.maximum.reduce(values, axis=1, out=found[0][a[p] : a[p + 1]])
                np.maximum.reduce(values, axis=0, out=found[1][b[p] : b[p + 1]])
    return StateMatches((near[0][0], near[1][0]), (near[0][1], near[1][1]), (best[0], best[1]), (local[0], local[1]))


def _directions(story: Story, words: Words) -> Embeddings:
    spans = list(zip(words.start.tolist(), words.end.tolist(), strict=True))
    sentences = directions_of(story, [spans[a:b] for a, b in pairwise(words.first.tolist())])
    return np.concatenate(sentences) if sentences else np.zeros((0, 0), dtype=np.float32)


def _anywhere(own: Embeddings, other: Embeddings, hubs: Embeddings, others: Embeddings) -> tuple[Floats, Floats]:
    """Best cosine and best local nearness of each word with any word of the other text."""
    best, local = np.full(len(own), NOTHING), np.full(len(own), NOTHING)
    if len(other):
        for start in range(0, len(own), BLOCK):
            block = slice(start, start + BLOCK)
            cosine = own[block] @ other.T
            best[block] = cosine.max(axis=1)
            local[block] = (2 * cosine - others).max(axis=1) - hubs[block]
    return best, local


def of_pairs(
    matches: StateMatches, words: tuple[Words, Words], source: Integers, target: Integers
) -> dict[str, Floats]:
    """OF_PAIRS of every pair of sentences: of either side's words the larger and the smaller."""
    found: dict[str, list[Floats]] = {"state": [], "state_cosine": [], "lone_states": []}
    for side, places in enumerate((source, target)):
        positions, place = members(words[side].first, places)
        weight = _weights(words[side])[positions]
        local, count = matches.local[side], len(places)
        found["state"].append(means(local, weight, place, count, NOTHING))
        found["state_cosine"].append(means(matches.best[side], weight, place, count, NOTHING))
        found["lone_states"].append(means((local < LONE_STATE).astype(float), weight, place, count, 1.0))
    return {
        **{name: np.minimum(*values) for name, values in found.items()},
        **{f"most_{name}": np.maximum(*values) for name, values in found.items()},
    }


def of_units(matches: StateMatches, words: Words, side: int, cells: WordCells) -> dict[str, Floats]:
    """OF_UNITS of every sentence or clause of a side."""
    unit, count = cells.unit, cells.count
    weight = _weights(words)[cells.word]
    cosine, local = matches.anywhere[side][cells.word], matches.local_anywhere[side][cells.word]
    found = {
        "state_cosine": means(cosine, weight, unit, count, 0.0),
        "state": means(local, weight, unit, count, 0.0),
        "far_states": means((cosine < FAR).astype(float), weight, unit, count, 0.0),
        "lone_states": means((local < LONE_STATE).astype(float), weight, unit, count, 0.0),
        "state_median": _medians(cosine, unit, count),
        "state_least": smallest(cosine, unit, count, 0.0),
        "state_words": np.bincount(unit, minlength=count).astype(float),
    }
    for top in TOPS:
        near = cells.reached(matches.best[side], top, 0.0)
        found[f"state_cosine_{top}"] = means(near, weight, unit, count, 0.0)
        found[f"far_states_{top}"] = means((near < FAR).astype(float), weight, unit, count, 1.0)
        found[f"state_{top}"] = means(cells.reached(matches.local[side], top, NOTHING), weight, unit, count, -0.5)
    return found


def of_words(matches: StateMatches, side: int, cells: WordCells) -> dict[str, Floats]:
    """The first of OF_WORDS, of every word of a side; `cells` are those of its sentences."""
    found = {"state_cosine": matches.anywhere[side], "state": matches.local_anywhere[side]}
    for top in TOPS:
        found[f"state_cosine_{top}"] = cells.reached(matches.best[side], top, NOTHING)
        found[f"state_{top}"] = cells.reached(matches.local[side], top, NOTHING)
    return found


def _weights(words: Words) -> Floats:
    return np.maximum(words.rarity, LEAST_WEIGHT)


def _medians(values: Floats, group: Integers, count: int) -> Floats:
    borders = np.searchsorted(group, np.arange(count + 1)).tolist()
    return np.array([float(np.median(values[a:b])) if a < b else 0.0 for a, b in pairwise(borders)])
