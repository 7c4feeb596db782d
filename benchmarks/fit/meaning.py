"""Fit and check the judgement whether two words that stand in one another's place say something else.

    python -m benchmarks.fit.meaning [--data ../shared/eval] [--write]

Positive: words of parallel news replaced by replaced_words.py, and what differs in our own pairs of sentences and
retold stories. Negative: all other words without a counterpart there, and in untouched news. Half of the news is fitted
on, the other half only counted. Prints what several thresholds find. Needs scikit-learn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.data.development import Row, encoder, told
from benchmarks.data.replaced_words import OTHER, Replaced
from benchmarks.data.retold_stories import running_text
from translate.alignment.search import align_vectors
from translate.counterparts.judgement import judge
from translate.differences.bead_side import BeadSide, sides_between, sides_of
from translate.differences.contrasts.meaning_features import FEATURES, meaning_measures
from translate.differences.finders import Search
from translate.differences.kinds import least_shown
from translate.differences.searches import LONE, searches
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences
from translate.text.reading import read_document

SEED, EVERY = 14, 3
PAIRS = Path(__file__).parents[1] / "data" / "pairs" / "u.jsonl"
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """Two corresponding passages with the measures of their words.

    Attributes:
        origin: "news", "replaced", "pairs" or "retold".
        sort: What differs; "" where nothing does.
        features: Shape (n, features).
        right: Of each, 1 where both words stand in what differs, 0 where none does, -1 where only one does.
        words: Of each, as they stand there.
    """

    origin: str
    sort: str
    group: str
    features: np.ndarray
    right: np.ndarray
    words: tuple[tuple[str, str], ...]


def case(
    origin: str, sort: str, group: str, source: BeadSide, target: BeadSide, differing: Sequence[tuple[Place, Place]]
) -> Case:
    """A case; of what differs are told the places in the given texts, in the source's and in the target's."""
    measures = meaning_measures(source, target, encoder())
    right = []
    for measure in measures:
        met = [0, 0]
        for places in differing:
            here = [
                _meets(side, word, place)
                for side, word, place in zip((source, target), (measure.first, measure.second), places, strict=True)
            ]
            met = max(met, here, key=sum)
        right.append((0, -1, 1)[sum(met)])
    features = np.array([measure.features for measure in measures]).reshape(len(measures), len(FEATURES))
    words = tuple((measure.first.text, measure.second.text) for measure in measures)
    return Case(origin, sort, group, features, np.array(right, dtype=int), words)


def _meets(side: BeadSide, word, place: Place) -> bool:
    span = side.story.span(word.sentence, word.start, word.end)
    return span.start < place[1] and place[0] < span.end


def in_news(row: Row, replaced: dict[int, Replaced] | None = None) -> Iterator[Case]:
    """The lines of a document; of an edited one those that were edited."""
    source, target = told(row, "ru"), told(row, "en")
    for line in range(min(len(row["ru"]), len(row["en"]))) if replaced is None else replaced:
        sides = sides_between(source, target, (line,), (line,))
        if replaced is None:
            yield case("news", "", row["id"], *sides, ())
            continue
        edit = replaced[line]
        places = {edit.side: edit.place, OTHER[edit.side]: edit.counterpart}
        differing = []
        for side, language in zip(sides, ("ru", "en"), strict=True):
            start = side.story.span(line, 0, 1).start
            a, b = places[language]
            differing.append((start + a, start + b))
        yield case("replaced", edit.sort, row["id"], *sides, [tuple(differing)])


def in_pairs(row: Row) -> Case:
    """A pair of passages with one known difference, or none."""
    stories = [tell(document_of_sentences([row[language]], language), encoder()) for language in ("ru", "en")]
    differing = (
        [
            tuple(
                (row[k].index(row[f"{k}_words"]), row[k].index(row[f"{k}_words"]) + len(row[f"{k}_words"]))
                for k in ("ru", "en")
            )
        ]
        if row["kind"] != "same" and row["ru_words"] and row["en_words"]
        else []
    )
    return case("pairs", row["kind"], row["id"], *sides_between(*stories, (0,), (0,)), differing)


def searched(source: Story, target: Story) -> Iterator[Search]:
    """What is searched of two stories."""
    beads = align_vectors(source.vectors, target.vectors)
    judged = judge(source, target, beads, encoder())
    least = {kind: least_shown("balanced")[kind] for kind in LONE.values()}
    for bead in beads:
        for search in searches(Search(bead, *sides_of(source, target, bead), encoder(), 0.0, 0.0), judged, least):
            if search.bead.two_sided and search.kinds is None and search.source.sentences and search.target.sentences:
                yield search


def in_retold(row: Row) -> Iterator[Case]:
    """What is searched of a retold story."""
    text, spans = {}, {}
    for language in ("ru", "en"):
        text[language], spans[language] = running_text(row[language], row[f"{language}_paragraphs"])
    differing, kinds = [], []
    for conflict in row["conflicts"]:
        at = [
            [
                (a + s["text"].index(conflict[k]), a + s["text"].index(conflict[k]) + len(conflict[k]))
                for (a, _), s in zip(spans[k], row[k], strict=True)
                if conflict[k] in s["text"]
            ]
            for k in ("ru", "en")
        ]
        for one in at[0]:
            for two in at[1]:
                differing.append((one, two))
                kinds.append(conflict["kind"])
    stories = [tell(read_document(text[language], language), encoder()) for language in ("ru", "en")]
    for search in searched(*stories):
        found = case("retold", "", row["id"], search.source, search.target, differing)
        met = {
            kind
            for kind, places in zip(kinds, differing, strict=True)
            if any(_in(search.source, places[0])) and any(_in(search.target, places[1]))
        }
        yield Case("retold", ",".join(sorted(met)), found.group, found.features, found.right, found.words)


def _in(side: BeadSide, place: Place) -> Iterator[bool]:
    for i in side.sentences:
        span = side.story.span(i, 0, len(side.story.sentences[i].text))
        yield span.start < place[1] and place[0] < span.end
