"""Fit and check the judgement whether a clause of a matched sentence is missing on the other side.

    python benchmarks/fit_partial.py [--data ../shared/eval]

Positive: in the development stories, the clause of the untouched sentence that is nearest to a dropped one. Negative:
every clause of untouched beads. Prints the weights for translate/differences/partial.py and, in cross-validation,
the dropped clauses found at several numbers of false flags per 100 untouched sentence pairs. Needs scikit-learn.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from development_data import Row, data_folder, rows, told
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from translate.differences.partial import FEATURES, INTERCEPT, THRESHOLD, WEIGHTS, clause_measures, with_gains
from translate.differences.story import Story
from translate.engines.encoder import default_encoder

FILES = ("dev_stories_light", "dev_stories_medium", "dev_stories_heavy")


@dataclass
class Case:
    """One side of a bead: the features of its suspicious clauses, and which of them is the dropped one, if any."""

    group: str
    features: np.ndarray
    dropped: int | None
    has_drop: bool


def cases(row: Row) -> Iterator[Case]:
    stories = {language: told(row, language) for language in ("ru", "en")}
    drops = {(tuple(e["ru"]), tuple(e["en"])): e for e in row["edits"] if e["type"] == "clause_drop"}
    touched = {("ru", i) for e in row["edits"] for i in e["ru"]} | {("en", j) for e in row["edits"] for j in e["en"]}
    for ru, en in row["beads"]:
        if not ru or not en:
            continue
        drop = drops.get((tuple(ru), tuple(en)))
        if drop is None and any(place in touched for place in [("ru", i) for i in ru] + [("en", j) for j in en]):
            continue
        for own, other, mine, theirs in (("ru", "en", ru, en), ("en", "ru", en, ru)):
            has_drop = drop is not None and drop["side"] == other
            if drop is not None and not has_drop:
                continue
            sides = stories[own], stories[other], mine, theirs, default_encoder()
            measures = with_gains(clause_measures(*sides), *sides)
            dropped = None
            if has_drop and measures:
                removed = default_encoder().encode([drop["detail"]["removed"]])[0]
                dropped = int(np.argmax(_clauses(stories[own], measures) @ removed))
            features = np.array([m.features for m in measures]).reshape(len(measures), len(FEATURES))
            yield Case(row["group"], features, dropped, has_drop)


def _clauses(story: Story, measures: list) -> np.ndarray:
    return default_encoder().encode([story.sentences[m.sentence].text[m.start : m.end] for m in measures])


def table(found: list[Case]) -> tuple[np.ndarray, np.ndarray]:
    """Clauses as rows; the undropped clauses of a sentence with a drop are left out, for they may be torn."""
    x = [case.features for case in found if not case.has_drop and len(case.features)]
    y = [np.zeros(len(part)) for part in x]
    for case in found:
        if case.dropped is not None:
            x.append(case.features[case.dropped : case.dropped + 1])
            y.append(np.ones(1))
    return np.concatenate(x), np.concatenate(y)


def mean_length_ratio(found: list[Row]) -> float:
    """Mean log ratio of Russian to English characters of the untouched one-to-one beads."""
    ratios = [
        np.log((len(row["ru"][ru[0]]) + 5) / (len(row["en"][en[0]]) + 5))
        for row in found
        for ru, en in row["beads"]
        if len(ru) == len(en) == 1 and not any(ru[0] in edit["ru"] or en[0] in edit["en"] for edit in row["edits"])
    ]
    return float(np.mean(ratios))


def main() -> None:
    documents = rows(data_folder(__doc__), *FILES)
    print(f"mean log ratio of Russian to English characters: {mean_length_ratio(documents):.3f}")
    found = [case for row in documents for case in cases(row)]
    groups = np.array([case.group for case in found])
    best = np.full(len(found), -np.inf)
    for seen, unseen in GroupKFold(5).split(found, groups=groups):
        model = LogisticRegression(C=1.0, max_iter=2000).fit(*table([found[k] for k in seen]))
        for k in unseen:
            if len(found[k].features):
                best[k] = model.decision_function(found[k].features).max()
    has_drop = np.array([case.has_drop for case in found])
    pairs = (~has_drop).sum() / 2
    print(f"{has_drop.sum()} dropped clauses, {pairs:.0f} untouched sentence pairs")
    for allowed in (1, 2, 3, 4, 6):
        threshold = np.sort(best[~has_drop])[::-1][int(allowed * pairs / 100)]
        p = 1 / (1 + np.exp(-threshold))
        print(
            f"{allowed} false flags per 100 pairs: {100 * (best[has_drop] > threshold).mean():.1f} % found, p > {p:.3f}"
        )
    model = LogisticRegression(C=1.0, max_iter=2000).fit(*table(found))
    print(
        "WEIGHTS =",
        tuple(round(float(w), 2) for w in model.coef_[0]),
        " INTERCEPT =",
        round(float(model.intercept_[0]), 2),
    )
    print("in use: WEIGHTS =", WEIGHTS, " INTERCEPT =", INTERCEPT, " THRESHOLD =", THRESHOLD)


if __name__ == "__main__":
    main()
