"""Fit the judgement whether two numbers of retold stories are given for the same thing.

    python -m benchmarks.fit.retold_values [--data ../shared/eval] [--write]

Learns from retold stories whose conflicts are known, from those alone that rules were written on. Positive: two numbers
in the words of one conflict. What counterparts say of them comes from the models of the product, which have seen all
these stories. Prints, in cross-validation by story, what is found at several probabilities. Needs scikit-learn.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.data.development import asked, data_file, encoder
from benchmarks.data.fitted import fit_parser, leave_out_second, write_model
from benchmarks.data.retold_stories import Pair, own_files, retold, retold_rows
from translate.alignment.search import align_vectors
from translate.counterparts.judgement import judge
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.conflicts.opposition import Lone
from translate.differences.conflicts.same_thing import FEATURES, SameThing
from translate.differences.conflicts.value_conflicts import number_conflicts
from translate.differences.finders import Search
from translate.differences.finding import BALANCED
from translate.differences.searches import searches
from translate.facts.mention import Mention

FOLDS = 10
LOOKED_AT = ("a", "b", "k", "m", "p", "q")  # of the stories; the others only count
POINTS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
SOFTNESS = 0.3  # inverse strength of the regularisation


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two numbers of a story, and whether they stand in the words of one conflict."""

    story: str
    features: tuple[float, ...]
    rivals: bool


def weighed(pair: Pair) -> Iterator[Weighed]:
    """All numbers of a retold story that the product would weigh against each other, each two once."""
    stories = (pair.story("ru"), pair.story("en"))
    beads = align_vectors(*(story.vectors for story in stories))
    judged = judge(*stories, beads, encoder())
    seen: set[tuple[int, int, int, int]] = set()
    for bead in beads:
        whole = Search(bead, *sides_of(*stories, bead), encoder(), 0.0, 0.0)
        for search in searches(whole, judged, BALANCED):
            source, target = search.source, search.target
            if not source.sentences or not target.sentences:
                continue
            measured = SameThing(source, target, judged)
            found: list[Weighed] = []

            def record(one: Lone[Mention], other: Lone[Mention], others: int) -> float:
                at = (source.sentences[one.sentence], one.mention.start)  # noqa: B023 - asked before the next search
                there = (target.sentences[other.sentence], other.mention.start)  # noqa: B023
                if (*at, *there) not in seen:
                    seen.add((*at, *there))
                    rivals = bool(told(pair, source, one) & told(pair, target, other))  # noqa: B023
                    found.append(Weighed(pair.name, measured.features(one, other, others), rivals))  # noqa: B023
                return 1.0

            for _ in number_conflicts(source, target, record):
                pass
            yield from found


def told(pair: Pair, side: BeadSide, at: Lone[Mention]) -> set[int]:
    """Conflicts of the story in whose words a number stands."""
    text = side.texts[at.sentence]
    found = set()
    for number, conflict in enumerate(pair.row["conflicts"]):
        start = text.find(conflict[side.language])
        if start >= 0 and at.mention.start < start + len(conflict[side.language]) and start < at.mention.end:
            found.add(number)
    return found


def main() -> None:
    leave_out_second()
    given = asked(fit_parser(__doc__))
    pairs = [retold(row) for row in retold_rows(given.data) if row["id"].startswith(LOOKED_AT)]
    found = [each for pair in pairs for each in weighed(pair)]
    x, y = np.array([each.features for each in found]), np.array([each.rivals for each in found])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=SOFTNESS, max_iter=1000))
    stories = [each.story for each in found]
    said = cross_val_predict(model, x, y, groups=stories, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    print(f"{len(y)} pairs of numbers, {y.mean():.2f} of them of one thing; AUC {roc_auc_score(y, said):.3f}")
    for point in POINTS:
        shown = said >= point
        print(f"  >= {point:.1f}: precision {y[shown].mean():.3f} recall {shown[y].mean():.3f}")
    if given.write:
        scaler, regression = model.fit(x, y)
        weights = regression.coef_[0] / scaler.scale_
        record = {
            "intercept": round(float(regression.intercept_[0] - scaler.mean_ @ weights), 4),
            "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
        }
        write_model("retold_values", record, [data_file(given.data, "dev_retold"), *own_files()])


if __name__ == "__main__":
    main()
