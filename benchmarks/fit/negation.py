"""Fit and check the judgement whether a negation without a partner is a contrast.

    python -m benchmarks.fit.negation [--data ../shared/eval] [--write]

Positive: the beads of the development stories with a planted negation edit, DEMETR's negation errors, and the pairs of
PAIRS that differ in a negation. Negative: all other beads, untouched news, DEMETR's unchanged
translations, and the pairs that say the same. Prints, in cross-validation over documents, what several thresholds find.
Needs scikit-learn.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.data.development import STORIES, asked, data_file, news
from benchmarks.data.fitted import fit_parser, regression_record, write_model
from benchmarks.data.sentence_pairs import OWN, stories_of
from benchmarks.measure.contrasts import DEMETR, Pair, demetr_pairs, story_pairs, untouched_pairs
from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.contrasts.negation import FEATURES, negation_measures

WEIGHTS = {"DEMETR": 6.0, "pairs": 6.0}  # few, but of another kind than the planted edits: "did not", "is not"
# With all pairs it finds 59 of 100 planted edits of stories, with these 82, and of kept-back pairs as many.
PAIRS = OWN / "u.jsonl"
SOFTNESS = 3.0  # inverse strength of the regularisation
UNCHANGED = ("good", "ok")


@dataclass(frozen=True, slots=True)
class Case:
    """One bead with the features of its lone negations, shape (n, features)."""

    origin: str
    group: str
    is_contrast: bool
    features: np.ndarray


def cases(folder: Path) -> Iterator[Case]:
    for pair in story_pairs(folder):
        yield _case("stories", pair, "negation" in pair.edits)
    for pair in untouched_pairs(folder):
        yield _case("news", pair, False)
    for label, pair in demetr_pairs(folder):
        if label == "negation" or label in UNCHANGED:
            yield _case("DEMETR", pair, label == "negation")
    for row in (json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()):
        if row["kind"] in ("negation", "same"):
            pair = Pair(f"pairs:{row['id']}", *stories_of(row), Bead((0,), (0,), 1.0, 1.0))
            yield _case("pairs", pair, row["kind"] == "negation")


def _case(origin: str, pair: Pair, is_contrast: bool) -> Case:
    measures = negation_measures(*sides_of(pair.source, pair.target, pair.bead))
    features = np.array([measure.features for measure in measures]).reshape(len(measures), len(FEATURES))
    parts = pair.where.split(":")  # "light:SET:DOCUMENT", "SET:DOCUMENT", "demetr:SENTENCE:LABEL"
    return Case(origin, parts[1] if origin == "DEMETR" else parts[-1], is_contrast, features)


def fitted(found: list[Case]) -> LogisticRegression:
    """A model of all lone negations; every one of a bead with an edit counts as its contrast."""
    x = np.concatenate([case.features for case in found])
    y = np.concatenate([np.full(len(case.features), case.is_contrast) for case in found])
    weight = np.concatenate([np.full(len(case.features), WEIGHTS.get(case.origin, 1.0)) for case in found])
    return LogisticRegression(C=SOFTNESS, max_iter=3000).fit(x, y, sample_weight=weight)


def main() -> None:
    given = asked(fit_parser(__doc__))
    found = list(cases(given.data))
    best = np.full(len(found), -np.inf)
    for seen, unseen in GroupKFold(5).split(found, groups=[case.group for case in found]):
        model = fitted([found[k] for k in seen])
        for k in unseen:
            if len(found[k].features):
                best[k] = model.decision_function(found[k].features).max()
    probability = 1 / (1 + np.exp(-best))
    origin = np.array([case.origin for case in found])
    contrast = np.array([case.is_contrast for case in found])
    print(
        "threshold  stories: recall  precision  news: flags per 100  DEMETR: found  clean flagged  "
        "pairs: found  same flagged"
    )
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6):
        flagged = probability >= threshold
        stories, demetr, pairs = origin == "stories", origin == "DEMETR", origin == "pairs"
        print(
            f"{threshold:9.1f}  {flagged[stories & contrast].mean():15.3f}  {contrast[stories & flagged].mean():9.3f}  "
            f"{100 * flagged[origin == 'news'].mean():19.2f}  {flagged[demetr & contrast].mean():13.2f}  "
            f"{flagged[demetr & ~contrast].mean():13.3f}  {flagged[pairs & contrast].mean():12.2f}  "
            f"{flagged[pairs & ~contrast].mean():12.3f}"
        )
    if given.write:
        files = [data_file(given.data, name) for name in (*STORIES, *news(given.data), DEMETR)]
        write_model("negation", regression_record(fitted(found), FEATURES, digits=2), files)


if __name__ == "__main__":
    main()
