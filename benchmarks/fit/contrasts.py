"""Fit and check how likely a contrast of certainty or of quotes is one.

    python -m benchmarks.fit.contrasts [--data ../shared/eval] [--write]

Positive: the edits of contrast_edits.py, and what meets the words that differ in pairs of sentences (sentence_pairs.py)
of the kind. Negative: untouched parallel news, pairs that say the same, and what stands beside the words of pairs of
other kinds. Prints, in cross-validation over documents and groups of pairs, what several thresholds find, the
calibration, and the threshold that keeps to a rate of false alarms. Needs scikit-learn.
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

from benchmarks.data import sentence_pairs
from benchmarks.data.contrast_edits import around, plant
from benchmarks.data.development import Row, asked, data_file, encoder, news, rows
from benchmarks.data.fitted import fit_parser, write_model
from benchmarks.measure.alignment_scores import expected_calibration_error
from benchmarks.measure.contrasts import untouched_pairs
from translate.differences.bead_side import BeadSide, sides_between, sides_of
from translate.differences.contrasts.certainty import CertaintyMeasure, certainty_measures
from translate.differences.contrasts.quotes import QuoteMeasure, quote_measures
from translate.differences.contrasts.stance_measures import StanceMeasure, stance_measures
from translate.engines.protocols import Embedder
from translate.errors import TranslateError

SOFTNESS = (2.0, 0.3)  # inverse strength of the regularisation; of stances, which have more features
SHOWN = 0.25  # confidence below which a contrast is of no use
RATES = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1.0)  # flags per 100 untouched pairs
# What a measure of each origin counts; what stands beside the words of other pairs is only mostly no contrast.
WEIGHTS = {"planted": 1.0, "news": 1.0, "same": 1.0, "right": 1.0, "beside": 0.5}
Measured = CertaintyMeasure | StanceMeasure | QuoteMeasure


Measurer = Callable[[BeadSide, BeadSide, Embedder | None], Sequence[Measured]]


def _certainty(source: BeadSide, target: BeadSide, embedder: Embedder | None) -> Sequence[Measured]:
    return [*certainty_measures(source, target), *stance_measures(source, target)]


MEASURES: Mapping[str, Measurer] = {"certainty": _certainty, "quote": quote_measures}
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
class Finding:
    """A measure: its sort, its features, whether it is the contrast, and what it counts; 0 where nobody knows."""

    sort: str
    features: Mapping[str, float]
    right: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Case:
    """One pair of sentences with its measures.

    Attributes:
        edit: What was planted, or the kind of the pair ("pair: quote"); "" where nothing differs.
        origin: "planted", "news" or "pairs".
        document: What it must not be parted from in cross-validation.
    """

    edit: str
    origin: str
    document: str
    measures: tuple[Finding, ...]


def cases(kind: str, folder: Path) -> Iterator[Case]:
    """Planted pairs, untouched ones, and pairs of sentences."""
    measure = MEASURES[kind]
    for planted in plant(rows(folder, *news(folder))):
        if planted.kind != kind:
            continue
        source, target, line = around(planted)
        sorts, same = EXPECTED[planted.edit]
        found = []
        for each in measure(*sides_between(source, target, (line,), (line,)), None):
            right = each.sort in sorts and same in (None, each.side == SIDES[planted.side])
            found.append(Finding(each.sort, each.features, right, WEIGHTS["planted"] if right else 0.0))
        yield Case(f"{planted.edit}, {planted.side}", "planted", planted.row["id"], tuple(found))
    for pair in untouched_pairs(folder):
        found = [
            Finding(each.sort, each.features, False, WEIGHTS["news"])
            for each in measure(*sides_of(pair.source, pair.target, pair.bead), encoder())
        ]
        yield Case("", "news", pair.where, tuple(found))
    yield from _of_pairs(kind, folder)


def _of_pairs(kind: str, folder: Path) -> Iterator[Case]:
    """Pairs of sentences; those of other kinds tell that what stands beside their words is no contrast."""
    for row in sentence_pairs.read(folder):
        try:
            stories = sentence_pairs.stories_of(row)
        except TranslateError:
            continue  # taken for another language
        found = []
        for each in MEASURES[kind](*sides_between(*stories, (0,), (0,)), encoder()):
            met = row["kind"] != "same" and _meets(each, row)
            said = "same" if row["kind"] == "same" else "right" if met else "beside"
            known = met == (row["kind"] == kind)
            found.append(Finding(each.sort, each.features, met, WEIGHTS[said] if known else 0.0))
        edit = "" if row["kind"] == "same" else f"pair: {row['kind']}"
        yield Case(edit, "pairs", sentence_pairs.group_of(row), tuple(found))


def _meets(measure: Measured, row: Row) -> bool:
    """Whether a measure stands on some of the words that differ, on either side."""
    for language, spans in zip(sentence_pairs.LANGUAGES, measure.spans, strict=True):
        words = sentence_pairs.words_of(row, language)
        if words and any(start < words[1] and words[0] < end for start, end in spans):
            return True
    return False


Model = dict[str, tuple[DictVectorizer, LogisticRegression]]


def fitted(found: Sequence[Case]) -> Model:
    """A model for each sort."""
    model: Model = {}
    for sort in sorted({each.sort for case in found for each in case.measures}):
        known = [each for case in found for each in case.measures if each.sort == sort and each.weight]
        reader = DictVectorizer(sparse=False)
        x = reader.fit_transform([dict(each.features) for each in known])
        weights = [each.weight for each in known]
        regression = LogisticRegression(C=SOFTNESS[sort == "stance"], max_iter=3000)
        model[sort] = reader, regression.fit(x, [each.right for each in known], sample_weight=weights)
    return model


def likeliest(model: Model, case: Case) -> tuple[float, bool]:
    """Of the likeliest contrast of a pair its probability and whether it is right; 0 where there is none."""
    best = 0.0, False
    for each in case.measures:
        reader, regression = model[each.sort]
        probability = float(regression.predict_proba(reader.transform([dict(each.features)]))[0, 1])
        best = max(best, (probability, each.right))
    return best


def cross_validated(found: Sequence[Case]) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities of pairs whose documents the model has not seen, and which are right, shape (n,) each."""
    values, right = np.zeros(len(found)), np.zeros(len(found), dtype=bool)
    for seen, unseen in GroupKFold(5).split(found, groups=[case.document for case in found]):
        model = fitted([found[k] for k in seen])
        for k in unseen:
            values[k], right[k] = likeliest(model, found[k])
    return values, right


def report(kind: str, found: Sequence[Case], values: np.ndarray, right: np.ndarray) -> None:
    origin, edit = np.array([case.origin for case in found]), np.array([case.edit for case in found])
    planted, untouched, pairs = (origin == name for name in ("planted", "news", "pairs"))
    of_kind, same = edit == f"pair: {kind}", pairs & (edit == "")
    alarms = np.sort(values[untouched])[::-1]
    print("flags per 100 untouched pairs  confidence from  planted edits found  pairs: found  same flagged  others")
    for rate in RATES:
        least = alarms[int(rate * len(alarms) / 100)]
        flagged = values > least
        print(
            f"{rate:29.2f}  {least:15.2f}  {flagged[planted].mean():19.3f}  {(flagged & right)[of_kind].mean():12.3f}  "
            f"{flagged[same].mean():12.3f}  {flagged[pairs & ~same & ~of_kind].mean():6.3f}"
        )
    shown = values >= SHOWN
    for name, which in (("news and planted edits", planted | untouched), ("pairs", same | of_kind)):
        known = shown & which
        error = expected_calibration_error(list(zip(values[known].tolist(), right[known].tolist(), strict=True)))
        print(f"expected calibration error from {SHOWN}, {name}: {error:.3f}")
    least = alarms[int(0.3 * len(alarms) / 100)]
    total = Counter(case.edit for case in found if case.origin == "planted")
    hit = Counter(
        case.edit for case, value in zip(found, values, strict=True) if case.origin == "planted" and value > least
    )
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
        report(kind, found, *cross_validated(found))
        sorts |= weights_of(fitted(found))
    if given.write:
        names = (*news(given.data), sentence_pairs.DEVELOPMENT)
        files = [*(data_file(given.data, name) for name in names), *sentence_pairs.files()]
        write_model("contrasts", {"sorts": dict(sorted(sorts.items()))}, files)


if __name__ == "__main__":
    main()
