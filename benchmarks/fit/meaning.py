"""Fit and check the judgement whether two words that stand in one another's place say something else.

    python -m benchmarks.fit.meaning [--data ../shared/eval] [--write]

Positive: words of parallel news replaced by replaced_words.py, and what differs in our own pairs of sentences and
retold stories. Negative: all other words without a counterpart there, and in untouched news. Half of the news is fitted
on, the other half only counted. Prints what several thresholds find. Needs scikit-learn.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.data import sentence_pairs
from benchmarks.data.development import Row, asked, data_file, encoder, rows, told
from benchmarks.data.fitted import fit_parser, leave_out_second, regression_record, write_model
from benchmarks.data.replaced_words import OTHER, Replaced, edited, looked_at
from benchmarks.data.retold_stories import RULES, own_files, retold_rows, running_text
from benchmarks.data.sentence_pairs import LANGUAGES, group_of, stories_of, words_of
from benchmarks.fit.alignment import fitted_trees
from translate.alignment.search import align_vectors
from translate.counterparts.judgement import judge
from translate.differences.bead_side import BeadSide, sides_between, sides_of
from translate.differences.contrasts.meaning_features import FEATURES, OF_OPPOSITES, meaning_measures
from translate.differences.finders import Search
from translate.differences.kinds import least_shown
from translate.differences.searches import LONE, searches
from translate.models.logistic import Calibration, Logistic, log_odds
from translate.models.trees import trees_from
from translate.story.story import Story, tell
from translate.text.reading import read_document

SEED, EVERY = 14, 3
DEV_RETOLD = "dev_retold"
WEIGHTS = {"news": 1.0, "replaced": 0.3, "pairs": 2.0, "retold": 1.0}
SETTINGS = {"max_iter": 200, "learning_rate": 0.05, "max_leaf_nodes": 10, "min_samples_leaf": 25}
SOFTNESS = 0.05  # inverse strength of the regularisation of the regression
FOLDS = 2
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
    places = [words_of(row, language) for language in LANGUAGES]
    differing = [tuple(places)] if row["kind"] != "same" and all(places) else []
    return case("pairs", row["kind"], group_of(row), *sides_between(*stories_of(row), (0,), (0,)), differing)


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
            if _has(search.source, places[0]) and _has(search.target, places[1])
        }
        yield Case("retold", ",".join(sorted(met)), found.group, found.features, found.right, found.words)


def _has(side: BeadSide, place: Place) -> bool:
    """Whether a place in the given text stands in one of the sentences of a side."""
    spans = (side.story.span(i, 0, len(side.story.sentences[i].text)) for i in side.sentences)
    return any(span.start < place[1] and place[0] < span.end for span in spans)


def looked_at_cases(folder: Path) -> list[Case]:
    """All that is fitted on."""
    found: list[Case] = []
    for row in rows(folder, *looked_at(folder))[::2]:  # meaning_words.py fits on the others
        found += in_news(row)
        for changed, edits in edited(row, SEED, EVERY):
            found += in_news(changed, edits)
    return found + own_cases(folder)


def own_cases(folder: Path) -> list[Case]:
    """The pairs of sentences and the retold stories that may be looked at."""
    found = [in_pairs(row) for row in sentence_pairs.read(folder)]
    retold = [row for row in retold_rows(folder) if row["id"][0] in RULES]
    return found + [one for row in retold for one in in_retold(row)]


def looked_at_files() -> list[Path]:
    """Our own retold stories that are fitted on."""
    return [path for path in own_files() if path.stem in RULES]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A record of trees and one of a regression, as the product reads them."""

    trees: dict[str, Any]
    opposites: dict[str, Any]

    def probability(self, one: Case) -> np.ndarray:
        """Of every pair of words, before any correction."""
        if not len(one.right):
            return np.zeros(0)
        regression = Logistic(self.opposites["intercept"], self.opposites["weights"])
        of_opposites = [regression.probability(dict(zip(FEATURES, row, strict=True))) for row in one.features]
        return np.where(opposed(one), of_opposites, trees_from(self.trees).probability(one.features))


def opposed(one: Case) -> np.ndarray:
    """Which pairs of words stand at opposite ends of a scale."""
    return np.asarray(one.features[:, FEATURES.index("poles")] > 0)


def fitted(found: Sequence[Case]) -> Fitted:
    """Of an edited sentence only the pairs of the edit are used, for the others stand elsewhere."""
    features, right, weights, opposites = [], [], [], []
    for one in found:
        use = one.right == 1 if one.origin == "replaced" else one.right >= 0
        features.append(one.features[use])
        right.append(one.right[use] == 1)
        weights.append(np.full(int(use.sum()), WEIGHTS[one.origin]))
        opposites.append(opposed(one)[use])
    x, y, w, o = (np.concatenate(each) for each in (features, right, weights, opposites))
    chosen = x[o][:, [FEATURES.index(name) for name in OF_OPPOSITES]]
    scale = chosen.std(axis=0) + 1e-6  # all weigh alike under the regularisation
    regression = LogisticRegression(C=SOFTNESS, max_iter=3000).fit(chosen / scale, y[o], sample_weight=w[o])
    regression.coef_ /= scale
    return Fitted(
        fitted_trees([x[~o]], [y[~o]], w[~o], SETTINGS), regression_record(regression, OF_OPPOSITES, digits=3)
    )


def cross_validated(found: Sequence[Case]) -> list[np.ndarray]:
    """Of every pair of words the probability by a model that has not seen its document."""
    result = [np.zeros(0)] * len(found)
    for seen, unseen in GroupKFold(FOLDS).split(found, groups=[one.group for one in found]):
        model = fitted([found[k] for k in seen])
        for k in unseen:
            result[k] = model.probability(found[k])
    return result


def calibrated(found: Sequence[Case], said: Sequence[np.ndarray], opposites: bool) -> Calibration:
    """The correction of the likeliest pair of each passage, by what stands in our own pairs, stories and in news."""
    odds, right = [], []
    for one, values in zip(found, said, strict=True):
        if one.origin != "replaced" and len(values) and (opposed(one) == opposites).any():
            best = int(np.where(opposed(one) == opposites, values, -1.0).argmax())
            odds.append(log_odds(values[best : best + 1])[0])
            right.append(one.right[best] != 0)
    model = LogisticRegression(C=1e6).fit(np.array(odds)[:, None], right)
    return Calibration(round(float(model.coef_[0, 0]), 3), round(float(model.intercept_[0]), 3))


def corrected(found: Sequence[Case], said: Sequence[np.ndarray], by: Sequence[Calibration]) -> list[np.ndarray]:
    """Probabilities corrected, those of trees by the first correction and those of opposites by the second."""
    return [
        np.where(opposed(one), by[1].corrected(values), by[0].corrected(values))
        for one, values in zip(found, said, strict=True)
    ]


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
    leave_out_second()
    given = asked(fit_parser(__doc__))
    found = looked_at_cases(given.data)
    said = cross_validated(found)
    by = [calibrated(found, said, opposites) for opposites in (False, True)]
    report(found, corrected(found, said, by))
    if given.write:
        model = fitted(found)
        record = {
            "features": list(FEATURES),
            "calibration": asdict(by[0]),
            "opposites": {**model.opposites, "calibration": asdict(by[1])},
            "trees": model.trees,
        }
        names = (*looked_at(given.data), sentence_pairs.DEVELOPMENT, DEV_RETOLD)
        files = [*(data_file(given.data, name) for name in names), *sentence_pairs.files(), *looked_at_files()]
        write_model("meaning", record, files)


if __name__ == "__main__":
    main()
