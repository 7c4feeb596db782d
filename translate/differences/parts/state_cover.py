"""How near the other side of a bead comes to each word of one side, as the second encoder reads both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary, ref

import numpy as np
from numpy.typing import NDArray

from translate.alignment.similarity import Floats
from translate.differences.bead_side import BeadSide
from translate.differences.parts.stretches import Stretch
from translate.differences.parts.word_cover import WordCover, best_of, mean_of, shared_out, tokens
from translate.story.states import LONE_STATE, NOTHING, directions_of, hubness
from translate.story.story import Story
from translate.story.vectors import Embeddings

STATE_FEATURES = (
    "state",
    "weakest_state",
    "strongest_state",
    "lone_states",
    "lone_state_mass",
    "state_cosine",
    "weakest_state_cosine",
    "shared_state",
    "beside_state",
    "state_nearest",
    "rest_state",
    "rest_weakest_state",
    "rest_lone_states",
    "under_rest_state",
    "all_states",
    "own_lone_states",
    "other_state",
    "other_weakest_state",
    "other_lone_states",
)
REACH = 12  # characters around the nearest words over there in which a word counts as standing with them

_rows: WeakKeyDictionary[Story, list[Embeddings]] = WeakKeyDictionary()
_hubs: WeakKeyDictionary[Story, tuple["ref[Story]", list[Embeddings]]] = WeakKeyDictionary()  # towards one other story


@dataclass(frozen=True, slots=True, eq=False)
class StateCover:
    """The words of one side of a bead.

    "Local" nearness is twice the cosine less how near everything in either whole story comes to the two words: about
    0 where a word is no nearer than chance brings it.

    Attributes:
        local: Of each content word with the nearest word of the other side, shape (n,).
        cosine: The same as plain cosine.
        shared: The same where every word over there may serve one word only.
        beside: Local nearness with the nearest word in the sentences beside.
        every: Sentence, start and local nearness of each word, small ones included.
        table: Local nearness of the content words with every word of the other side, shape (n, m).
        there: Sentence, start and end of each of these.
    """

    local: Floats
    cosine: Floats
    shared: Floats
    beside: Floats
    every: tuple[tuple[int, int, float], ...]
    table: Floats
    there: tuple[tuple[int, int, int], ...]


def state_cover(own: BeadSide, other: BeadSide) -> StateCover:
    """The words of one side beside those of the other; the second encoder has to be there."""
    mine, theirs = _side(own, other.story, own.sentences), _side(other, own.story, other.sentences)
    near = _side(other, own.story, other.beside)
    cosines = mine.rows @ theirs.rows.T
    local = 2 * cosines - mine.hubs[:, None] - theirs.hubs
    beside = 2 * (mine.rows @ near.rows.T) - mine.hubs[:, None] - near.hubs
    content = mine.content
    every = zip(mine.places, best_of(local, NOTHING).tolist(), strict=True)
    return StateCover(
        local=best_of(local[content], NOTHING),
        cosine=best_of(cosines[content], NOTHING),
        shared=shared_out(cosines[content], [False] * int(content.sum()))[0],
        beside=best_of(beside[content], NOTHING),
        every=tuple((sentence, start, value) for (sentence, start, _), value in every),
        table=local[content],
        there=theirs.places,
    )


def with_states(covers: Sequence[WordCover], states: StateCover) -> list[WordCover]:
    """The same words, which know their local nearness too."""
    return [replace(word, state=value) for word, value in zip(covers, states.local.tolist(), strict=True)]


def of_states(
    stretch: Stretch, nearest: tuple[int, int, int] | None, covers: Sequence[WordCover], own: StateCover
) -> dict[str, float]:
    """What the second encoder says of a stretch and of the rest of its side, in part of STATE_FEATURES.

    Args:
        stretch: The stretch.
        nearest: Where the first encoder finds what comes nearest to it.
        covers: The content words of the side.
        own: The same words as `state_cover` gives them.
    """
    places = {(word.sentence, word.start) for word in stretch.words}
    within = np.array([(word.sentence, word.start) in places for word in covers], dtype=bool)
    inside = [word for word, here in zip(covers, within, strict=True) if here]
    rest = [word for word, here in zip(covers, within, strict=True) if not here]
    local = own.local[within]
    lone = local < LONE_STATE
    mean, of_rest = mean_of(local.tolist(), inside), _of_all("rest", own.local[~within], rest)
    there = np.array([nearest is not None and _stands_with(place, nearest) for place in own.there], dtype=bool)
    at_nearest = best_of(own.table[within][:, there], NOTHING)
    every = [value for i, start, value in own.every if i == stretch.sentence and stretch.start <= start < stretch.end]
    return {
        "state": mean,
        "weakest_state": float(local.min()),
        "strongest_state": float(local.max()),
        "lone_states": mean_of(lone.tolist(), inside),
        "lone_state_mass": sum((LONE_STATE - value) * word.length for value, word in zip(local, inside, strict=True)),
        "state_cosine": mean_of(own.cosine[within].tolist(), inside),
        "weakest_state_cosine": float(own.cosine[within].min()),
        "shared_state": mean_of(own.shared[within].tolist(), inside),
        "beside_state": mean_of(own.beside[within].tolist(), inside),
        "state_nearest": mean_of(at_nearest.tolist(), inside),
        **of_rest,
        "under_rest_state": mean - of_rest["rest_state"],
        "all_states": float(np.mean(every)) if every else mean,
        "own_lone_states": mean_of((own.local < LONE_STATE).tolist(), covers),
    }


def of_other_states(others: Sequence[WordCover], other: StateCover) -> dict[str, float]:
    """What is the same for all stretches of a side: how well it covers the other one."""
    return _of_all("other", other.local, others)


def _of_all(name: str, local: Floats, words: Sequence[WordCover]) -> dict[str, float]:
    """How near some words find others on the whole; where there are no words, as if all were found."""
    return {
        f"{name}_state": mean_of(local.tolist(), words),
        f"{name}_weakest_state": float(local.min(initial=1.0)),
        f"{name}_lone_states": mean_of((local < LONE_STATE).tolist(), words) if words else 0.0,
    }


def _stands_with(place: tuple[int, int, int], nearest: tuple[int, int, int]) -> bool:
    sentence, start, end = place
    return sentence == nearest[0] and start < nearest[2] + REACH and end > nearest[1] - REACH


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """Words of some sentences: their directions, how near everything in the other story comes, and where they stand."""

    rows: Embeddings
    hubs: Embeddings
    content: NDArray[np.bool_]
    places: tuple[tuple[int, int, int], ...]


def _side(side: BeadSide, other: Story, sentences: Sequence[int]) -> _Side:
    story = side.story
    rows, hubs = _directions(story), _hubness(story, other)
    words = [(i, token) for i in sentences for token in tokens(story, i)]
    dim = rows[0].shape[1]
    return _Side(
        np.concatenate([np.zeros((0, dim), dtype=np.float32), *(rows[i] for i in sentences)]),
        np.concatenate([np.zeros(0, dtype=np.float32), *(hubs[i] for i in sentences)]),
        np.array([token.content for _, token in words], dtype=bool),
        tuple((i, token.start, token.end) for i, token in words),
    )


def _directions(story: Story) -> list[Embeddings]:
    """Of every word of each compared sentence, small ones included."""
    if story not in _rows:
        spans = [[(token.start, token.end) for token in tokens(story, i)] for i in range(len(story.sentences))]
        _rows[story] = directions_of(story, spans)
    return _rows[story]


def _hubness(own: Story, other: Story) -> list[Embeddings]:
    """How near everything in another story comes to each word; what was asked for last is kept."""
    last = _hubs.get(own)
    if last is None or last[0]() is not other:
        mine = _directions(own)
        found = hubness(np.concatenate(mine), np.concatenate(_directions(other)))
        borders = np.cumsum([len(rows) for rows in mine])[:-1]
        last = _hubs[own] = (ref(other), np.split(found, borders))
    return last[1]
