"""Fit the judgement whether a stretch of a retold sentence is missing over there.

    python -m benchmarks.fit.retold_parts [--data ../shared/eval] [--second] [--write]

Learns from retold stories, in which it is known which words only one version says. Positive: stretches most of which
only one version says. What counterparts say of them comes from models that have not seen the story. Prints, in
cross-validation by story, what is found at several probabilities. Needs scikit-learn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.preprocessing import StandardScaler

from benchmarks.data.development import asked, data_file, encoder
from benchmarks.data.fitted import fitted_as, fitted_by, second_parser, write_model
from benchmarks.data.retold_stories import folds, own_files
from benchmarks.fit.counterparts import FOLDS, Example, examples, fitted, models_by_fold
from translate.counterparts.judgement import judge
from translate.counterparts.model import Models
from translate.differences.bead_side import sides_of
from translate.differences.finders import Search
from translate.differences.finding import BALANCED
from translate.differences.parts.partial import partial_model
from translate.differences.parts.partial_features import measures, usual_length_ratio
from translate.differences.parts.retold_parts import RETOLD_FEATURES, RETOLD_FEATURES_OF_BOTH, retold_features
from translate.differences.searches import searches
from translate.models.trees import sigmoid
from translate.text.sides import SIDES, on_side, other_side

POINTS = (0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.65, 0.7)
STIFFNESS = 0.05


@dataclass
class Stretches:
    """The suspicious stretches of one story.

    Attributes:
        features: In the order of RETOLD_FEATURES, or of RETOLD_FEATURES_OF_BOTH.
        lone: Whether most of each is said by one version alone.
        first: What the judgement of translations says of each.
    """

    features: np.ndarray
    lone: np.ndarray
    first: np.ndarray


def names_of(second: bool) -> tuple[str, ...]:
    """Names of what is measured, with or without the second encoder."""
    return RETOLD_FEATURES_OF_BOTH if second else RETOLD_FEATURES


def stretches(item: Example, models: Models) -> Stretches:
    """All stretches that the product would look at in a retold story."""
    stories = item.both.stories
    judged = judge(*stories, item.both.beads, encoder(), models)
    ones = [(bead.source[0], bead.target[0]) for bead in item.both.beads if len(bead.source) == len(bead.target) == 1]
    usual = usual_length_ratio(*stories, ones)
    second = item.both.states is not None
    model = partial_model(fitted_as(second))
    rows, lone, first = [np.zeros((0, len(names_of(second))))], [], []
    for bead in item.both.beads:
        whole = Search(bead, *sides_of(*stories, bead), encoder(), usual, 0.0)
        for search in searches(whole, judged, BALANCED):
            for name, ratio in zip(SIDES, (usual, -usual), strict=True):
                own, other = on_side(search, name), on_side(search, other_side(name))
                told_by = search.told_by.get(name, other)
                if name not in search.sides or not own.sentences or not told_by.sentences:
                    continue
                found = measures(own, told_by, ratio, encoder(), second=second)
                said = model.probability(found)
                if found:
                    rows.append(retold_features(found, said, own, told_by, judged))
                first += said
                lacking = item.pair.sides[own.language].lacking
                for measure in found:
                    at = own.story.span(measure.stretch.sentence, measure.stretch.start, measure.stretch.end)
                    inside = sum(max(0, min(at.end, end) - max(at.start, start)) for start, end in lacking)
                    lone.append(2 * inside > at.end - at.start)
    return Stretches(np.concatenate(rows), np.array(lone, dtype=bool), np.array(first))


def regression(found: Sequence[Stretches]) -> dict[str, Any]:
    x, y = np.concatenate([item.features for item in found]), np.concatenate([item.lone for item in found])
    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=STIFFNESS, max_iter=1000).fit(scaler.transform(x), y)
    weights = model.coef_[0] / scaler.scale_
    return {
        "features": list(names_of(x.shape[1] > len(RETOLD_FEATURES))),
        "intercept": round(float(model.intercept_[0] - scaler.mean_ @ weights), 6),
        "weights": [round(float(weight), 6) for weight in weights],
    }


def learn(found: Sequence[Stretches], fold: np.ndarray) -> list[dict[str, Any]]:
    """Print what is reached in cross-validation; a model for each fold, and at last one of everything."""
    models, said = [], [np.zeros(0)] * len(found)
    for number in range(FOLDS):
        model = regression([item for item, of in zip(found, fold, strict=True) if of != number])
        models.append(model)
        for k in np.flatnonzero(fold == number).tolist():
            said[k] = sigmoid(model["intercept"] + found[k].features @ np.array(model["weights"]))
    lone = np.concatenate([item.lone for item in found])
    for name, values in (
        ("judged as a translation", np.concatenate([item.first for item in found])),
        ("judged as a retelling", np.concatenate(said)),
    ):
        print(
            f"{name}: {len(lone)} stretches, {lone.mean():.2f} of them said by one version alone; AUC "
            f"{roc_auc_score(lone, values):.3f}, average precision {average_precision_score(lone, values):.3f}"
        )
        for point in POINTS:
            shown = values >= point
            if shown.any():
                print(f"  >= {point:.2f}: precision {lone[shown].mean():.3f} recall {shown[lone].mean():.3f}")
    return [*models, regression(found)]


def main() -> None:
    given = asked(second_parser(__doc__))
    fitted_for = fitted_by(given)
    everything = list(examples(given.data, given.second))
    fold = folds([item.pair for item in everything], FOLDS)
    models = models_by_fold(fitted(everything, fold))
    chosen = [k for k, item in enumerate(everything) if item.pair.kind == "retold"]
    found = [stretches(everything[k], models[fold[k]]) for k in chosen]
    *_, whole = learn(found, fold[chosen])
    if given.write:
        write_model("retold_parts", whole, [data_file(given.data, "dev_retold"), *own_files()], fitted_for)


if __name__ == "__main__":
    main()
