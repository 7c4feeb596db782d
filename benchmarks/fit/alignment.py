"""Fit the two models of the alignment.

    python -m benchmarks.fit.alignment [--data ../shared/eval] [--write]

The stories are used as they are and in variations; other development documents are edited as stories are, and texts cut
and joined freely stand for literary translations (story_variations.py, literary_documents.py).
Prints what the models reach in cross-validation by document group first, and how well their probabilities are
calibrated; --write then fits them on everything. Needs scikit-learn, which using Parallax does not.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.data.development import STORIES, asked, data_file, news, rows, told
from benchmarks.data.fitted import fit_parser, write_model
from benchmarks.data.literary_documents import FLORES, literary_rows
from benchmarks.data.story_variations import varied
from benchmarks.measure.alignment_scores import (
    Prediction,
    Scored,
    counts,
    expected_calibration_error,
    f1,
    gold_of,
    print_order,
    print_table,
    said_of_beads,
    said_of_lone,
)
from translate.alignment.candidates import FEATURES, Candidates, find_candidates
from translate.alignment.probability import SECOND_FEATURES, Models, models_from
from translate.alignment.search import judge, second_features
from translate.alignment.selection import LEAST, lone_probabilities, select
from translate.models.logistic import log_odds

FILES = (*STORIES, "dev_align_real")
EDITED = ("light", "medium", "heavy")
MEASURED = (*EDITED, "real")
LEASTS = (0.03, 0.1, 0.2, 0.3, 0.5)
FOLDS = 5
INNER_FOLDS = 4  # the second model must learn from first guesses on documents that the first has not seen
SETTINGS = {"learning_rate": 0.06, "max_iter": 200, "max_leaf_nodes": 16, "min_samples_leaf": 25}


@dataclass
class Example:
    """One document: its candidates and which of them are right."""

    row: dict[str, Any]
    candidates: Candidates
    right: np.ndarray

    @property
    def size(self) -> tuple[int, int]:
        return len(self.row["ru"]), len(self.row["en"])


def example(row: dict[str, Any]) -> Example:
    candidates = find_candidates(told(row, "ru").vectors, told(row, "en").vectors)
    gold = gold_of(row)
    right = [candidates.members(q) in gold for q in range(len(candidates))]
    return Example(row, candidates, np.array(right))


def fitted_trees(
    features: Sequence[np.ndarray], right: Sequence[np.ndarray], weights: np.ndarray | None = None
) -> dict[str, Any]:
    """Boosted trees as the record that translate.models.trees reads; `weights` says how much a row counts."""
    model = HistGradientBoostingClassifier(**SETTINGS, l2_regularization=2.0, random_state=0)
    model.fit(np.concatenate(features), np.concatenate(right), sample_weight=weights)
    trees = [_tree(stage[0].nodes) for stage in model._predictors]
    depth = max(int(stage[0].nodes["depth"].max()) for stage in model._predictors)
    return {"base": float(model._baseline_prediction.ravel()[0]), "depth": depth, "trees": trees}


def _tree(nodes: np.ndarray) -> dict[str, list[float]]:
    leaf = nodes["is_leaf"].astype(bool)
    return {
        "feature": [
            -1 if is_leaf else int(feature) for is_leaf, feature in zip(leaf, nodes["feature_idx"], strict=True)
        ],
        "threshold": [0.0 if is_leaf else float(t) for is_leaf, t in zip(leaf, nodes["num_threshold"], strict=True)],
        "left": [0 if is_leaf else int(child) for is_leaf, child in zip(leaf, nodes["left"], strict=True)],
        "right": [0 if is_leaf else int(child) for is_leaf, child in zip(leaf, nodes["right"], strict=True)],
        "value": [
            round(float(value), 6) if is_leaf else 0.0 for is_leaf, value in zip(leaf, nodes["value"], strict=True)
        ],
    }


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """Both models: the second from first guesses of models that have not seen the document."""
    groups = np.array([example.row["group"] for example in examples])
    guesses: dict[int, np.ndarray] = {}
    for seen, unseen in GroupKFold(INNER_FOLDS).split(examples, groups=groups):
        inner = _first_only([examples[k] for k in seen])
        for k in unseen:
            guesses[int(k)] = inner(examples[k].candidates.features)
    features = []
    for k, item in enumerate(examples):
        chosen = select(item.candidates, guesses[k], *item.size)
        features.append(second_features(item.candidates, guesses[k], chosen, *item.size))
    right = [item.right for item in examples]
    return {
        "version": "3",
        "lone": {"slope": 1.0, "offset": 0.0},
        "features": {"first": list(FEATURES), "second": list(SECOND_FEATURES)},
        "first": fitted_trees([item.candidates.features for item in examples], right),
        "second": fitted_trees(features, right),
    }


def _first_only(examples: Sequence[Example]) -> Callable[[np.ndarray], np.ndarray]:
    record = fitted_trees([item.candidates.features for item in examples], [item.right for item in examples])
    features = {"first": list(FEATURES), "second": list(SECOND_FEATURES)}
    lone = {"slope": 1.0, "offset": 0.0}
    fitted = models_from({"version": "", "features": features, "lone": lone, "first": record, "second": record})
    return fitted.first.probability


def predict(item: Example, fitted: Models) -> Prediction:
    """Beads with probabilities, and the probability of every sentence to stand alone."""
    return as_prediction(item, *judge(item.candidates, *item.size, fitted))


def as_prediction(item: Example, probability: np.ndarray, chosen: np.ndarray) -> Prediction:
    beads = [(*item.candidates.members(q), float(probability[q])) for q in chosen]
    return Prediction(beads, lone_probabilities(item.candidates, probability, *item.size))


def calibrated(scored: Sequence[Scored]) -> dict[str, float]:
    """Platt scaling of what is said of lone sentences; prints the errors of all probabilities."""
    said = said_of_lone(scored)
    odds = log_odds(np.array([p for p, _, _ in said]))[:, None]
    right = np.array([right for _, right, _ in said])
    groups = [group for _, _, group in said]
    model = LogisticRegression(C=1e6)
    corrected = cross_val_predict(model, odds, right, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    errors = [
        expected_calibration_error(pairs)
        for pairs in (
            said_of_beads(scored),
            [(p, bool(truth)) for p, truth, _ in said],
            list(zip(corrected.tolist(), right.tolist(), strict=True)),
        )
    ]
    print("expected calibration error: beads {:.3f}, lone sentences {:.3f}, corrected {:.3f}".format(*errors))
    model.fit(odds, right)
    return {"slope": float(model.coef_[0, 0]), "offset": float(model.intercept_[0])}


def print_operating_points(examples: Sequence[Example], probabilities: Sequence[np.ndarray]) -> None:
    """Scores of the stories by the probability from which sentences may be paired."""
    print(f"{'least':>6s} {'strict F1':>10s} {'one-sided P / R':>18s} {'false / 100':>12s}")
    for least in LEASTS:
        total: Counter[str] = Counter()
        for item, probability in zip(examples, probabilities, strict=True):
            if item.row["level"] in EDITED:
                chosen = select(item.candidates, probability, *item.size, least=least)
                total.update(counts(item.row, as_prediction(item, probability, chosen)))
        strict = f1(total["strict"], total["found"], total["gold"])[2]
        precision, recall, _ = f1(total["null_right"], total["null_found"], total["null"])
        false = 100 * (total["null_found"] - total["null_right"]) / total["sentences"]
        print(f"{least:6.2f} {strict:10.3f} {precision:10.3f} / {recall:.3f} {false:11.2f}")


def main() -> None:
    given = asked(fit_parser(__doc__))
    folder = given.data
    documents = rows(folder, *news(folder))
    examples = [example(row) for row in [*varied(rows(folder, *FILES), documents), *literary_rows(folder)]]
    groups = np.array([item.row["group"] for item in examples])
    predictions: list[Prediction | None] = [None] * len(examples)
    probabilities = [np.zeros(0)] * len(examples)
    for seen, unseen in GroupKFold(FOLDS).split(examples, groups=groups):
        fitted = models_from(fit([examples[k] for k in seen]))
        for k in unseen:
            probabilities[k], chosen = judge(examples[k].candidates, *examples[k].size, fitted)
            predictions[k] = as_prediction(examples[k], probabilities[k], chosen)
    scored = [(item.row, found) for item, found in zip(examples, predictions, strict=True) if found]
    print(f"Cross-validation, {FOLDS} folds by document group, least probability {LEAST}")
    print_table(scored)
    print_order(scored)
    print_operating_points(examples, probabilities)
    real = [(row, found) for row, found in scored if row["level"] in MEASURED]
    calibration = calibrated(real)
    if given.write:
        files = [data_file(folder, name) for name in (*FILES, *news(folder))]
        flores = [folder / name for name in FLORES]
        write_model("alignment", fit(examples) | {"lone": calibration}, [*files, *flores])


if __name__ == "__main__":
    main()
