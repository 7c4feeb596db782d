"""Fit and check how likely a contrast of certainty or of quotes is one.

    python -m benchmarks.fit.contrasts [--data ../shared/eval] [--write]

Positive: the edits of contrast_edits.py. Negative: untouched parallel news. Prints, in cross-validation over documents,
what several thresholds find, the calibration, and the threshold that keeps to a rate of false alarms. Needs
scikit-learn.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.data.contrast_edits import around, plant
from benchmarks.data.development import asked, data_file, news, rows
from benchmarks.data.fitted import fit_parser, write_model
from benchmarks.measure.alignment_scores import expected_calibration_error
from benchmarks.measure.contrasts import untouched_pairs
from translate.differences.bead_side import BeadSide, sides_between, sides_of
from translate.differences.contrasts.certainty import certainty_measures
from translate.differences.contrasts.quotes import quote_measures

SOFTNESS = 2.0  # inverse strength of the regularisation
SHOWN = 0.25  # confidence below which a contrast is of no use
RATES = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1.0)  # flags per 100 untouched pairs
MEASURES: Mapping[str, Callable[[BeadSide, BeadSide], Sequence[Any]]] = {
    "certainty": certainty_measures,
    "quote": quote_measures,
}
# What an edit should be found as, and whether on the side that was changed (else on the other).
EXPECTED = {
    "quote dropped": (("unmarked", "shortened"), False),
    "quote shortened": (("shortened", "unmarked"), False),
    "another speaker": (("speaker",), None),
    "attribution dropped": (("attribution", "allegation"), False),
    "hedge dropped": (("hedge", "allegation", "modal", "attribution"), False),
    "may, might, could dropped": (("modal",), False),
    "alleged added": (("allegation", "hedge"), True),
    "certainty changed": (("steps",), None),
}
SIDES = {"ru": "source", "en": "target"}


@dataclass(frozen=True, slots=True)
class Case:
    """One pair of sentences with its measures: sort, features, and whether each is the planted contrast."""

    edit: str
    document: str
    measures: tuple[tuple[str, Mapping[str, float], bool], ...]


def cases(kind: str, folder: Path) -> Iterator[Case]:
    """Planted pairs, then untouched ones (edit "")."""
    measure = MEASURES[kind]
    for planted in plant(rows(folder, *news(folder))):
        if planted.kind != kind:
            continue
        source, target, line = around(planted)
        sorts, same = EXPECTED[planted.edit]
        found = [
            (each.sort, each.features, each.sort in sorts and same in (None, each.side == SIDES[planted.side]))
            for each in measure(*sides_between(source, target, (line,), (line,)))
        ]
        yield Case(f"{planted.edit}, {planted.side}", planted.row["id"], tuple(found))
    for pair in untouched_pairs(folder):
        found = [(each.sort, each.features, False) for each in measure(*sides_of(pair.source, pair.target, pair.bead))]
        yield Case("", pair.where, tuple(found))


Model = dict[str, tuple[DictVectorizer, LogisticRegression]]


def fitted(found: Sequence[Case]) -> Model:
    """A model for each sort; what else a planted pair has is left out."""
    model: Model = {}
    for sort in sorted({each[0] for case in found for each in case.measures}):
        rows_of = [
            (features, planted)
            for case in found
            for name, features, planted in case.measures
            if name == sort and (planted or not case.edit)
        ]
        reader = DictVectorizer(sparse=False)
        x = reader.fit_transform([dict(features) for features, _ in rows_of])
        model[sort] = reader, LogisticRegression(C=SOFTNESS, max_iter=3000).fit(x, [planted for _, planted in rows_of])
    return model


def probability(model: Model, case: Case) -> float:
    """Of the likeliest contrast of a pair; 0 where there is none."""
    best = 0.0
    for sort, features, _ in case.measures:
        reader, regression = model[sort]
        best = max(best, float(regression.predict_proba(reader.transform([dict(features)]))[0, 1]))
    return best


def cross_validated(found: Sequence[Case]) -> np.ndarray:
    """Probabilities of pairs whose documents the model has not seen, shape (n,)."""
    values = np.zeros(len(found))
    for seen, unseen in GroupKFold(5).split(found, groups=[case.document for case in found]):
        model = fitted([found[k] for k in seen])
        values[unseen] = [probability(model, found[k]) for k in unseen]
    return values


def report(found: Sequence[Case], values: np.ndarray) -> None:
    planted = np.array([bool(case.edit) for case in found])
    alarms = np.sort(values[~planted])[::-1]
    print("flags per 100 untouched pairs  confidence from  planted edits found")
    for rate in RATES:
        least = alarms[int(rate * len(alarms) / 100)]
        print(f"{rate:29.2f}  {least:15.2f}  {(values[planted] > least).mean():19.3f}")
    shown = values >= SHOWN
    error = expected_calibration_error(list(zip(values[shown].tolist(), planted[shown].tolist(), strict=True)))
    print(f"from {SHOWN}: flags per 100 {100 * shown[~planted].mean():.2f}, found {shown[planted].mean():.3f}")
    print(f"expected calibration error of those {error:.3f}")
    least = alarms[int(0.3 * len(alarms) / 100)]
    total = Counter(case.edit for case in found if case.edit)
    hit = Counter(case.edit for case, value in zip(found, values, strict=True) if case.edit and value > least)
    print("at 0.3 flags per 100: " + "; ".join(f"{edit} {hit[edit]}/{total[edit]}" for edit in total))


def weights_of(model: Model) -> dict[str, Any]:
    """For each sort its regression; what weighs next to nothing is left out."""
    return {
        sort: {
            "intercept": round(float(regression.intercept_[0]), 2),
            "weights": {
                str(name): round(float(weight), 2)
                for name, weight in zip(reader.get_feature_names_out(), regression.coef_[0], strict=True)
                if abs(weight) >= 0.005
            },
        }
        for sort, (reader, regression) in model.items()
    }


def main() -> None:
    given = asked(fit_parser(__doc__))
    sorts: dict[str, Any] = {}
    for kind in MEASURES:
        started = time.perf_counter()
        found = list(cases(kind, given.data))
        print(f"\n{kind}: {len(found)} pairs read in {time.perf_counter() - started:.0f} s")
        report(found, cross_validated(found))
        sorts |= weights_of(fitted(found))
    if given.write:
        files = [data_file(given.data, name) for name in news(given.data)]
        write_model("contrasts", {"sorts": dict(sorted(sorts.items()))}, files)


if __name__ == "__main__":
    main()
