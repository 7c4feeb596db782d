"""Stretches of a sentence that the other side may lack: clauses, what follows a small word, runs of lone words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from translate.differences.bead_side import BeadSide
from translate.differences.parts.word_cover import Token, WordCover, mean_of, tokens
from translate.story.story import Story

LONE = 0.3  # cover below which a word counts as lone; translations in news lie above it in seven cases of eight
RUN_COVERS = (0.25, 0.29, 0.36)  # a run is where words below one of these outweigh those above it
STATE_RUNS = (-0.1, 0.0, 0.1)  # the same of how near the second encoder finds a word over there
RUNS = 3  # tried for each of them
LARGEST_SHARE = 0.75  # of its side; a larger stretch is no part that was left out but another sentence
SAME = 0.7  # two stretches that have this share of both together in common are one
# Stretches taken for most lone letters, for the lowest cover, and for most lone letters by the second encoder.
HEAVIEST, BAREST, STATED = 4, 2, 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of one sentence.

    Attributes:
        sentence, start, end: Where it stands, offsets into the normalised sentence.
        kind: "clause" for one or two clauses, "tail" from a small word to the end of its clause, "run" of lone words.
        words: The content words in it; at least one.
    """

    sentence: int
    start: int
    end: int
    kind: str
    words: tuple[WordCover, ...]

    @property
    def lone_mass(self) -> float:
        """Letters of its words, each weighed by how far its cover is below LONE; negative where most is covered."""
        return sum((LONE - word.cover) * word.length for word in self.words)

    @property
    def lone_state_mass(self) -> float:
        """The same by the second encoder, of words that it knows."""
        return sum(-word.state * word.length for word in self.words if word.state is not None)

    @property
    def cover(self) -> float:
        """Mean cover of its letters."""
        return mean_of([word.cover for word in self.words], self.words)

    def common_share(self, other: "Stretch") -> float:
        """Share of both together that both have, in [0, 1]."""
        if self.sentence != other.sentence:
            return 0.0
        common = min(self.end, other.end) - max(self.start, other.start)
        return max(0, common) / (max(self.end, other.end) - min(self.start, other.start))


def suspicious_stretches(side: BeadSide, covers: Sequence[WordCover]) -> list[Stretch]:
    """The stretches of one side of a bead that are least covered, none much like another.

    They are HEAVIEST + BAREST at most, and STATED more where the second encoder has read the words.
    """
    length = side.length
    found = [
        stretch
        for i in side.sentences
        for stretch in _stretches(side.story, i, [word for word in covers if word.sentence == i])
        if stretch.end - stretch.start <= LARGEST_SHARE * length
    ]
    chosen: list[Stretch] = []
    by_mass = sorted(found, key=lambda stretch: -stretch.lone_mass)
    rankings = [(by_mass, HEAVIEST), (sorted(found, key=lambda stretch: stretch.cover), BAREST)]
    if any(word.state is not None for word in covers):
        rankings.append((sorted(found, key=lambda stretch: -stretch.lone_state_mass), STATED))
    most = 0
    for ranking, more in rankings:
        most += more
        for stretch in ranking:
            if len(chosen) < most and all(stretch.common_share(other) <= SAME for other in chosen):
                chosen.append(stretch)
    return chosen


def _stretches(story: Story, sentence: int, words: Sequence[WordCover]) -> Iterator[Stretch]:
    """All stretches of one sentence, each once."""
    everything = tokens(story, sentence)
    clauses = story.clauses[sentence]
    places: dict[tuple[int, int], str] = {}
    if len(clauses) > 1:
        places |= dict.fromkeys(clauses, "clause")
    if len(clauses) > 2:
        places |= {(one[0], two[1]): "clause" for one, two in pairwise(clauses)}
    weights = [[(least - word.cover) * word.length for word in words] for least in RUN_COVERS]
    states = [(word.state, word.length) for word in words if word.state is not None]
    if states:  # of all words or of none
        weights += [[(least - state) * length for state, length in states] for least in STATE_RUNS]
    for weighed in weights:
        for first, last in _heaviest_runs(weighed):
            start = _with_small_words(story.sentences[sentence].text, everything, words[first].start)
            places.setdefault((start, words[last].end), "run")
    for start, end in clauses:
        for before, token in zip([None, *everything], everything, strict=False):
            if start < token.start < end and not token.content and (before is None or before.content):
                places.setdefault((token.start, end), "tail")
    for (start, end), kind in places.items():
        inside = tuple(word for word in words if start <= word.start and word.end <= end)
        if inside:
            yield Stretch(sentence, start, end, kind, inside)


def _heaviest_runs(weights: Sequence[float]) -> list[tuple[int, int]]:
    """First and last place of the RUNS heaviest runs that do not overlap; those of no weight are left out."""
    left = list(weights)
    runs = []
    for _ in range(RUNS):
        best, place, total, first = 0.0, (0, -1), 0.0, 0
        for k, weight in enumerate(left):
            if total <= 0:
                total, first = 0.0, k
            total += weight
            if total > best:
                best, place = total, (first, k)
        if best <= 0:
            break
        runs.append(place)
        left[place[0] : place[1] + 1] = [-inf] * (place[1] + 1 - place[0])
    return runs


def _with_small_words(text: str, everything: Sequence[Token], start: int) -> int:
    """Where a run begins when the small words before it ("in the") belong to it."""
    k = next(k for k, token in enumerate(everything) if token.start == start)
    while k and not everything[k - 1].content and text[everything[k - 1].end : everything[k].start].isspace():
        k -= 1
    return everything[k].start
