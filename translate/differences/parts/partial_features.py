"""What is measured of a stretch that may be missing on the other side."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from translate.alignment.similarity import Floats, Integers
from translate.differences.bead_side import BeadSide
from translate.differences.parts.state_cover import (
    STATE_FEATURES,
    of_other_states,
    of_states,
    state_cover,
    with_states,
)
from translate.differences.parts.stretches import LONE, Stretch, suspicious_stretches
from translate.differences.parts.word_cover import WordCover, lone_facts, mean_of, word_covers
from translate.engines.in_context import pooled
from translate.engines.protocols import Embedder
from translate.facts.mention import Mention
from translate.languages.registry import is_second, pair_of
from translate.story.story import Story
from translate.story.words import in_context

FEATURES = (
    "cover",
    "weakest_word",
    "strongest_word",
    "shared_cover",
    "beside_cover",
    "words",
    "letters",
    "characters",
    "share",
    "lone_mass",
    "rest_cover",
    "rest_weakest",
    "own_mass",
    "other_mass",
    "other_heaviest",
    "other_weakest",
    "other_cover",
    "length_ratio",
    "length_ratio_without",
    "length_mended",
    "usual_ratio",
    "over_usual",
    "over_usual_without",
    "word_ratio",
    "lone_facts",
    "given_facts",
    "names",
    "similarity",
    "own_length",
    "russian",
    "more_sentences",
    "is_clause",
    "is_run",
    "set_off",
    "clause_share",
    "context",
    "weakest_context",
    "strongest_context",
    "other_weakest_context",
    "gap_words",
    "gap_mass",
    "gap_letters",
    "fit",
    "fit_beside",
    "fit_of_clauses",
    "rest_fit",
    "gain",
    "gain_if_added",
    "move",
    "gain_per_move",
    "gain_per_share",
)
FEATURES_OF_BOTH = (*FEATURES, *STATE_FEATURES)
EDGES = 2  # pieces that the encoder sets around a text
WINDOWS = (0.7, 1.0, 1.4)  # lengths beside that of the stretch
SMALLEST_MOVE, SMALLEST_SHARE = 0.02, 0.05  # keep quotients of small numbers small
SURE = 0.35  # cosine from which a word is taken to have found its partner
FEW = 3  # pairs of sentences from which two stories have a length ratio of their own


@dataclass(frozen=True, slots=True)
class Measure:
    """One suspicious stretch with its features.

    Attributes:
        stretch: Where it stands.
        features: In the order of FEATURES, or of FEATURES_OF_BOTH where the second encoder takes part.
        lone: Facts in it that the other side does not give.
        nearest: Sentence, start and end of the words over there that come nearest; None where there are none.
    """

    stretch: Stretch
    features: tuple[float, ...]
    lone: tuple[Mention, ...]
    nearest: tuple[int, int, int] | None


def usual_length_ratio(source: Story, target: Story, pairs: Sequence[tuple[int, int]]) -> float:
    """Median logarithm of the length ratio of corresponding sentences; that of news where fewer than FEW are known.

    Args:
        source, target: Two stories.
        pairs: Compared sentences that correspond one to one.
    """
    if len(pairs) < FEW:
        return _usual_in_news(source.document.language, target.document.language)
    return median(_log_ratio(len(source.sentences[i].text), len(target.sentences[j].text)) for i, j in pairs)


def _usual_in_news(language: str, other: str) -> float:
    """Mean logarithm of the length ratio in parallel news, as far as the pair of the languages knows it."""
    pair = pair_of(language, other)
    ratio: float = pair.table("lengths").get("log_ratio", 0.0) if pair else 0.0
    return -ratio if is_second(language, other) else ratio


def measures(
    own: BeadSide, other: BeadSide, usual_ratio: float, embedder: Embedder, *, second: bool = False
) -> list[Measure]:
    """Features of the suspicious stretches of one side of a bead; none where a side is blank.

    Args:
        own, other: The side and the one opposite.
        usual_ratio: From `usual_length_ratio`, own story to other.
        embedder: The encoder that told the stories.
        second: Whether the second encoder, which has to be there, takes part.
    """
    own_length, other_length = own.length, other.length
    if not own_length or not other_length:
        return []
    covers, others = word_covers(own, other, embedder), word_covers(other, own, embedder)
    states = state_cover(own, other) if second else None
    if states and not states.there:  # signs alone, such as "...": nothing of the side is said there, not a part
        return []
    stretches = suspicious_stretches(own, with_states(covers, states) if states else covers)
    if not stretches:
        return []
    lone = lone_facts(own, other)
    of_bead = _of_bead(own, other, covers, others) | {
        "usual_ratio": usual_ratio,
        "over_usual": _log_ratio(own_length, other_length) - usual_ratio,
    }
    if states:
        of_bead |= of_other_states(others, state_cover(other, own))
    names = FEATURES_OF_BOTH if states else FEATURES
    found = []
    for stretch, (encoded, nearest) in zip(stretches, _encoded(own, other, stretches, embedder), strict=True):
        characters = stretch.end - stretch.start
        without = _log_ratio(own_length - characters, other_length)
        share = characters / own_length
        inside = tuple(
            mention for i, mention in lone if i == stretch.sentence and stretch.start <= mention.start < stretch.end
        )
        features = of_bead | encoded | _of_stretch(stretch, covers) | _of_gap(stretch, covers, others)
        features |= _of_place(stretch, own.story)
        features |= {
            "share": share,
            "length_ratio_without": without,
            "length_mended": abs(of_bead["over_usual"]) - abs(without - usual_ratio),
            "over_usual_without": without - usual_ratio,
            "lone_facts": len(inside),
            "gain_per_share": encoded["gain"] / (share + SMALLEST_SHARE),
        }
        if states:
            features |= of_states(stretch, nearest, covers, states)
        found.append(Measure(stretch, tuple(float(features[name]) for name in names), inside, nearest))
    return found


def _encoded(
    own_side: BeadSide, other_side: BeadSide, stretches: Sequence[Stretch], embedder: Embedder
) -> list[tuple[dict[str, float], tuple[int, int, int] | None]]:
    """What the encoder makes of each stretch, of its side without it and of the other side with it; and the nearest
    words over there."""
    own, other = (Whole.of(side.story, side.sentences, embedder) for side in (own_side, other_side))
    inside = np.array([own.within(stretch) for stretch in stretches])
    sums, sizes = inside @ own.sums, inside @ own.sizes
    rows = pooled(
        np.concatenate([own.total[None], other.total[None], own.total - sums, other.total + sums, sums]).astype("f4"),
        np.concatenate([[own.size], [other.size], own.size - sizes, other.size + sizes, sizes]),
        embedder,
    )
    mine, theirs = rows[0], rows[1]
    rests, mended, parts = rows[2:].reshape(3, len(stretches), -1)
    similarity = float(mine @ theirs)
    story, near = other_side.story, other_side.beside
    beside = Whole.of(story, near, embedder) if near else None
    clauses = story.vectors.clauses[np.isin(story.vectors.clause_owner, [*other_side.sentences, *near])]
    lengths = inside.sum(axis=1).astype(int).tolist()
    fits = other.best_windows(sums, lengths)
    fits_beside = beside.best_windows(sums, lengths) if beside else [(0.0, 0, 0)] * len(stretches)
    found = []
    for k in range(len(stretches)):
        rest_fit, move = float(rests[k] @ theirs), float(1 - rests[k] @ mine)
        found.append(
            {
                "similarity": similarity,
                "fit": fits[k][0],
                "fit_beside": fits_beside[k][0],
                "fit_of_clauses": float((clauses @ parts[k]).max()) if len(clauses) else 0.0,
                "rest_fit": rest_fit,
                "gain": rest_fit - similarity,
                "gain_if_added": float(mended[k] @ mine) - similarity,
                "move": move,
                "gain_per_move": (rest_fit - similarity) / (move + SMALLEST_MOVE),
            }
        )
    return list(zip(found, [other.place(first, last) for _, first, last in fits], strict=True))


@dataclass(frozen=True, slots=True)
class Whole:
    """Some sentences of one story as chunks, one behind the other.

    Attributes:
        places: Sentence, start and end of each chunk.
        sums, sizes: As in `InContext`, for all chunks.
        total, size: Sum and pieces of the whole, edges of the sentences included.
    """

    places: tuple[tuple[int, int, int], ...]
    sums: Floats
    sizes: Integers
    total: Floats
    size: int

    @classmethod
    def of(cls, story: Story, sentences: Sequence[int], embedder: Embedder) -> "Whole":
        read = in_context(story, embedder)
        places = tuple((i, start, end) for i in sentences for start, end in read[i].chunks)
        sums = np.concatenate([read[i].sums for i in sentences]).astype(float)
        sizes = np.concatenate([read[i].sizes for i in sentences])
        total = sums.sum(axis=0) + read[sentences[0]].edges  # one text has one beginning and one end
        return cls(places, sums, sizes, total, int(sizes.sum()) + EDGES)

    def within(self, stretch: Stretch) -> Floats:
        """1 for each chunk of which at least half lies in the stretch, else 0."""
        return np.array(
            [
                i == stretch.sentence and min(end, stretch.end) - max(start, stretch.start) >= (end - start) / 2
                for i, start, end in self.places
            ],
            dtype=float,
        )

    def place(self, first: int, last: int) -> tuple[int, int, int] | None:
        """Sentence, start and end of neighbouring chunks, as far as they stand in one sentence."""
        if not self.places:
            return None
        sentence, start, _ = self.places[first]
        return sentence, start, max(end for i, _, end in self.places[first : last + 1] if i == sentence)

    def best_windows(self, parts: Floats, lengths: Sequence[int]) -> list[tuple[float, int, int]]:
        """For sums over chunks the neighbouring chunks of about as many that come nearest: cosine, first, last chunk.

        Args:
            parts: Shape (n, dim).
            lengths: Chunks in each.
        """
        count = len(self.sums)
        if not count:  # a blank sentence
            return [(-1.0, 0, 0)] * len(parts)
        dots = _summed_up(parts @ self.sums.T, axis=1)
        squares = _summed_up(_summed_up(self.sums @ self.sums.T, axis=0), axis=1)
        norms = np.linalg.norm(parts, axis=1)
        sizes = [sorted({min(count, max(1, round(length * by))) for by in WINDOWS}) for length in lengths]
        lasting = {size: _window_norms(squares, size) for size in sorted({size for some in sizes for size in some})}
        best = []
        for k, some in enumerate(sizes):
            found = [(-1.0, 0, 0)]
            for size in some:
                products = dots[k, size:] - dots[k, :-size]
                cosines = products / np.maximum(lasting[size] * norms[k], 1e-9)
                place = int(cosines.argmax())
                found.append((float(cosines[place]), place, place + size - 1))
            best.append(max(found))
        return best


def _summed_up(values: Floats, axis: int) -> Floats:
    """Running sums along an axis, a zero before them."""
    first = np.zeros_like(values.take([0], axis=axis))
    return np.concatenate([first, values.cumsum(axis=axis)], axis=axis)


def _window_norms(squares: Floats, size: int) -> Floats:
    """Lengths of the sums over all windows of one size, from the running sums of the products of their parts."""
    over = squares.diagonal()
    crossed = squares.diagonal(size), squares.diagonal(-size)
    square = over[size:] - crossed[0] - crossed[1] + over[:-size]
    return np.asarray(np.sqrt(np.maximum(square, 0)))


def _of_bead(
    own: BeadSide, other: BeadSide, covers: Sequence[WordCover], others: Sequence[WordCover]
) -> dict[str, float]:
    """What is the same for all stretches of one side."""
    lone = [max(0.0, LONE - word.cover) * word.length for word in others]
    return {
        "own_mass": sum(max(0.0, LONE - word.cover) * word.length for word in covers),
        "other_mass": sum(lone),
        "other_heaviest": max(lone, default=0.0),
        "other_weakest": min((word.cover for word in others), default=1.0),
        "other_weakest_context": min((word.context for word in others), default=1.0),
        "other_cover": mean_of([word.cover for word in others], others),
        "word_ratio": math.log((len(covers) + 1) / (len(others) + 1)),
        "length_ratio": _log_ratio(own.length, other.length),
        "own_length": own.length,
        "russian": is_second(other.language, own.language),  # the first language of its pair
        "more_sentences": len(own.sentences) + len(other.sentences) - 2,
    }


def _of_stretch(stretch: Stretch, covers: Sequence[WordCover]) -> dict[str, float]:
    inside = stretch.words
    places = {(word.sentence, word.start) for word in inside}
    rest = [word for word in covers if (word.sentence, word.start) not in places]
    return {
        "cover": stretch.cover,
        "weakest_word": min(word.cover for word in inside),
        "strongest_word": max(word.cover for word in inside),
        "shared_cover": mean_of([word.shared for word in inside], inside),
        "beside_cover": mean_of([word.beside for word in inside], inside),
        "words": len(inside),
        "letters": sum(word.length for word in inside),
        "characters": stretch.end - stretch.start,
        "lone_mass": stretch.lone_mass,
        "rest_cover": mean_of([word.cover for word in rest], rest),
        "rest_weakest": min((word.cover for word in rest), default=1.0),
        "given_facts": sum(bool(word.fact) and word.cover >= 1 for word in inside),
        "names": sum(word.fact == "name" for word in inside),
        "context": mean_of([word.context for word in inside], inside),
        "weakest_context": min(word.context for word in inside),
        "strongest_context": max(word.context for word in inside),
        "is_clause": stretch.kind == "clause",
        "is_run": stretch.kind == "run",
    }


def _of_gap(stretch: Stretch, covers: Sequence[WordCover], others: Sequence[WordCover]) -> dict[str, float]:
    """What the other side says between the partners of the words around a stretch: nothing where it was cut out."""
    places = [(word.sentence, word.start) for word in covers]
    first = places.index((stretch.words[0].sentence, stretch.words[0].start))
    last = places.index((stretch.words[-1].sentence, stretch.words[-1].start))
    left = next((word.partner for word in reversed(covers[:first]) if word.shared >= SURE), -1)
    right = next((word.partner for word in covers[last + 1 :] if word.shared >= SURE), len(others))
    between = others[min(left, right) + 1 : max(left, right)]
    return {
        "gap_words": len(between) if left < right else -1 - len(between),
        "gap_mass": sum(max(0.0, LONE - word.cover) * word.length for word in between),
        "gap_letters": sum(word.length for word in between) - sum(word.length for word in stretch.words),
    }


def _of_place(stretch: Stretch, story: Story) -> dict[str, float]:
    """Whether punctuation sets a stretch off on both sides, and the share of its clauses that it fills."""
    text = story.sentences[stretch.sentence].text
    before, border = text[: stretch.start].rstrip()[-1:], text[stretch.end - 1 : stretch.end + 1]
    opened = not before or not before.isalnum()
    closed = stretch.end == len(text) or any(not letter.isalnum() and not letter.isspace() for letter in border)
    touched = [
        (start, end) for start, end in story.clauses[stretch.sentence] if start < stretch.end and stretch.start < end
    ]
    clauses = max(end for _, end in touched) - min(start for start, _ in touched) if touched else len(text)
    return {
        "set_off": opened and closed,
        "clause_share": (stretch.end - stretch.start) / clauses,
    }


def _log_ratio(one: int, other: int) -> float:
    """Logarithm of the ratio of two lengths in characters, tamed for short ones."""
    return math.log((one + 5) / (other + 5))
