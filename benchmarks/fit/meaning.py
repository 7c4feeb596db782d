"""Fit and check the judgement whether two words that stand in one another's place say something else.

    python -m benchmarks.fit.meaning [--data ../shared/eval] [--write]

Positive: words of parallel news replaced by replaced_words.py, and what differs in our own pairs of sentences and
retold stories. Negative: all other words without a counterpart there, and in untouched news. Half of the news is fitted
on, the other half only counted. Prints what several thresholds find. Needs scikit-learn.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.data.development import Row, asked, data_file, encoder, rows, told
from benchmarks.data.fitted import fit_parser, write_model
from benchmarks.data.replaced_words import OTHER, Replaced, edited, looked_at
from benchmarks.data.retold_stories import own_files, running_text
from benchmarks.fit.alignment import fitted_trees
from translate.alignment.search import align_vectors
from translate.counterparts.judgement import judge
from translate.differences.bead_side import BeadSide, sides_between, sides_of
from translate.differences.contrasts.meaning_features import FEATURES, meaning_measures
from translate.differences.finders import Search
from translate.differences.kinds import least_shown
from translate.differences.searches import LONE, searches
from translate.models.logistic import Calibration, log_odds
from translate.models.trees import trees_from
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences
from translate.text.reading import read_document

SEED, EVERY = 14, 3
PAIRS = Path(__file__).parents[1] / "data" / "pairs" / "u.jsonl"
LOOKED_AT = ("k", "m", "p", "q")  # files of our own retold stories that are fitted on
WEIGHTS = {"news": 1.0, "replaced": 1.0, "pairs": 3.0, "retold": 2.0}
SETTINGS = {"max_iter": 200, "learning_rate": 0.06, "max_leaf_nodes": 12, "min_samples_leaf": 20}
FOLDS = 3
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
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


def looked_at_cases(folder: Path) -> list[Case]:
    """All that is fitted on."""
    found: list[Case] = []
    for row in rows(folder, *looked_at(folder))[::2]:  # meaning_words.py fits on the others
        found += in_news(row)
        for changed, edits in edited(row, SEED, EVERY):
            found += in_news(changed, edits)
    return found + own_cases()


def own_cases() -> list[Case]:
    """Our own pairs of sentences and retold stories."""
    found = [in_pairs(json.loads(line)) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    for path in own_files():
        if path.stem in LOOKED_AT:
            for line in path.read_text(encoding="utf-8").splitlines():
                found += in_retold(json.loads(line))
    return found


def fitted(found: Sequence[Case]) -> dict[str, Any]:
    """Trees of all pairs of words; of an edited sentence only those of the edit, the others stand in the untouched one."""
    features, right, weights = [], [], []
    for one in found:
        use = one.right == 1 if one.origin == "replaced" else one.right >= 0
        features.append(one.features[use])
        right.append(one.right[use] == 1)
        weights.append(np.full(int(use.sum()), WEIGHTS[one.origin]))
    return fitted_trees(features, right, np.concatenate(weights), SETTINGS)


def cross_validated(found: Sequence[Case]) -> list[np.ndarray]:
    """Of every pair of words the probability by trees that have not seen its document."""
    result = [np.zeros(0)] * len(found)
    for seen, unseen in GroupKFold(FOLDS).split(found, groups=[one.group for one in found]):
        trees = trees_from(fitted([found[k] for k in seen]))
        for k in unseen:
            result[k] = trees.probability(found[k].features)
    return result


def calibrated(found: Sequence[Case], said: Sequence[np.ndarray]) -> Calibration:
    """The correction of the likeliest pair of each passage, by what stands in our own pairs, stories and in news."""
    best = [k for k, one in enumerate(found) if one.origin != "replaced" and len(one.right)]
    odds = log_odds(np.array([said[k].max() for k in best]))
    right = np.array([found[k].right[said[k].argmax()] != 0 for k in best])
    model = LogisticRegression(C=1e6).fit(odds[:, None], right)
    return Calibration(round(float(model.coef_[0, 0]), 3), round(float(model.intercept_[0]), 3))


def report(found: Sequence[Case], said: Sequence[np.ndarray]) -> None:
    """What several thresholds find: flags in news, words replaced, our own pairs and stories."""
    best = np.array([values.max() if len(values) else 0.0 for values in said])
    for threshold in THRESHOLDS:
        parts = [f"{threshold:.2f}:"]
        untouched = [value >= threshold for value, one in zip(best, found, strict=True) if one.origin == "news"]
        parts.append(f"news {100 * np.mean(untouched):.2f} per 100;" if untouched else "")
        for origin in ("replaced", "pairs", "retold"):
            all_of: Counter[str] = Counter()
            met: Counter[str] = Counter()
            flags = right = 0
            for one, values in zip(found, said, strict=True):
                if one.origin != origin:
                    continue
                shown = values >= threshold
                hit = bool((shown & (one.right != 0)).any())
                flags, right = flags + bool(shown.any()), right + hit
                for sort in filter(None, one.sort.split(",")):
                    all_of[sort] += 1
                    met[sort] += bool(shown.any()) if sort == "same" else hit
            counts = " ".join(f"{sort} {met[sort]}/{all_of[sort]}" for sort in all_of)
            parts.append(f"\n    {origin} {counts}; {right} of {flags} right")
        print(" ".join(parts))


def main() -> None:
    given = asked(fit_parser(__doc__))
    found = looked_at_cases(given.data)
    said = cross_validated(found)
    calibration = calibrated(found, said)
    report(found, [calibration.corrected(values) for values in said])
    if given.write:
        record = {
            "features": list(FEATURES),
            "calibration": {"slope": calibration.slope, "offset": calibration.offset},
            "trees": fitted(found),
        }
        files = [*(data_file(given.data, name) for name in looked_at(given.data)), PAIRS]
        write_model("meaning", record, [*files, *(path for path in own_files() if path.stem in LOOKED_AT)])


if __name__ == "__main__":
    main()
