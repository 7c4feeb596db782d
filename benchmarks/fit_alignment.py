"""Fit the two models of the alignment on the development data and write translate/alignment/model.json.

    python benchmarks/fit_alignment.py [--data ../shared/eval]

Every document is used twice: as it is, and with some neighbouring sentences left out of opposite sides (`thinned`).
Prints what the models reach in cross-validation by document group first, and how well their probabilities are
calibrated; then fits them on everything. Needs scikit-learn, which using Parallax does not.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from alignment_scores import Prediction, calibration_error, gold_of, print_table
from development_data import data_folder, rows, told
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from translate.alignment.candidates import FEATURES, Candidates, find_candidates
from translate.alignment.probability import SECOND_FEATURES, Models, models_from
from translate.alignment.search import BIAS, judge, second_features
from translate.alignment.selection import lone_probabilities, select

MODEL = Path(__file__).resolve().parent.parent / "translate" / "alignment" / "model.json"
FILES = ("dev_stories_light", "dev_stories_medium", "dev_stories_heavy", "dev_align_real")
FOLDS = 5
THINNED = 0.15  # share of the neighbouring pairs of beads that lose one sentence on either side
INNER_FOLDS = 4  # the second model must learn from first guesses on documents that the first has not seen
SETTINGS = {"learning_rate": 0.06, "max_iter": 140, "max_leaf_nodes": 12, "min_samples_leaf": 25}


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
    beads = zip(candidates.i, candidates.a, candidates.j, candidates.b, strict=True)
    right = [(tuple(range(i, i + a)), tuple(range(j, j + b))) in gold for i, a, j, b in beads]
    return Example(row, candidates, np.array(right))


def thinned(row: dict[str, Any]) -> dict[str, Any]:
    """The same document with neighbouring sentences left out of opposite sides, so that what is left stands opposite
    a sentence of the same topic that says something else.

    The lone sentences of the development stories come from other documents; in two versions of one event they do not.
    """
    random = np.random.default_rng(int(hashlib.sha256(row["id"].encode()).hexdigest()[:8], 16))
    beads = sorted([bead for bead in row.get("beads") or row["gold"] if bead[0] and bead[1]])
    lost: dict[str, set[int]] = {"ru": set(), "en": set()}
    k = 0
    while k + 1 < len(beads):
        pairs = all(len(side) == 1 for bead in beads[k : k + 2] for side in bead)
        if pairs and random.random() < THINNED:
            first, second = ("ru", "en") if random.random() < 0.5 else ("en", "ru")
            lost[first].add(beads[k][first == "en"][0])
            lost[second].add(beads[k + 1][second == "en"][0])
            k += 1
        k += 1
    kept = {side: [i for i in range(len(row[side])) if i not in lost[side]] for side in ("ru", "en")}
    place = {side: {i: new for new, i in enumerate(kept[side])} for side in kept}
    sides = [
        [[place[side][i] for i in bead[number] if i in place[side]] for number, side in enumerate(("ru", "en"))]
        for bead in beads
    ]
    return {
        "id": row["id"],
        "group": row["group"],
        "level": "thinned",
        **{side: [row[side][i] for i in kept[side]] for side in kept},
        "beads": [bead for bead in sides if bead[0] and bead[1]],
    }


def fitted_trees(features: Sequence[np.ndarray], right: Sequence[np.ndarray]) -> dict[str, Any]:
    """Boosted trees as the record that translate.alignment.probability reads."""
    model = HistGradientBoostingClassifier(**SETTINGS, l2_regularization=2.0, random_state=0)
    model.fit(np.concatenate(features), np.concatenate(right))
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
        "version": "2",
        "features": {"first": list(FEATURES), "second": list(SECOND_FEATURES)},
        "first": fitted_trees([item.candidates.features for item in examples], right),
        "second": fitted_trees(features, right),
    }


def _first_only(examples: Sequence[Example]) -> Callable[[np.ndarray], np.ndarray]:
    record = fitted_trees([item.candidates.features for item in examples], [item.right for item in examples])
    features = {"first": list(FEATURES), "second": list(SECOND_FEATURES)}
    fitted = models_from({"version": "", "features": features, "first": record, "second": record})
    return fitted.first.probability


def predict(item: Example, fitted: Models) -> Prediction:
    """Beads with probabilities, and the probability of every sentence to stand alone."""
    probability, chosen = judge(item.candidates, *item.size, fitted)
    c = item.candidates
    beads = [
        (tuple(range(c.i[q], c.i[q] + c.a[q])), tuple(range(c.j[q], c.j[q] + c.b[q])), float(probability[q]))
        for q in chosen
    ]
    return Prediction(beads, lone_probabilities(c, probability, *item.size))


def main() -> None:
    folder = data_folder(__doc__)
    documents = rows(folder, *FILES)
    examples = [example(row) for row in [*documents, *map(thinned, documents)]]
    groups = np.array([item.row["group"] for item in examples])
    predictions: list[Prediction | None] = [None] * len(examples)
    for seen, unseen in GroupKFold(FOLDS).split(examples, groups=groups):
        fitted = models_from(fit([examples[k] for k in seen]))
        for k in unseen:
            predictions[k] = predict(examples[k], fitted)
    scored = [(item.row, found) for item, found in zip(examples, predictions, strict=True) if found]
    print(f"Cross-validation, {FOLDS} folds by document group, bias {BIAS}")
    print_table(scored)
    beads, lone = calibration_error(scored)
    print(f"expected calibration error: beads {beads:.3f}, lone sentences {lone:.3f}")
    MODEL.write_text(json.dumps(fit(examples), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{MODEL.name}: {MODEL.stat().st_size / 1000:.0f} kB, fitted on {len(examples)} documents")


if __name__ == "__main__":
    main()
