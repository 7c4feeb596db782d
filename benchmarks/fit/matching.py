"""Fit the judgement whether two articles of two collections tell the same story.

    python -m benchmarks.fit.matching [--data ../shared/eval] [--write]

Fitted on one half of the stories of the development data and of our own retold ones, with the other events beside
them; those of the other half are for benchmarks.measure.match. Each Russian article is held against the English ones
that are nearest to it, in the whole half and in parts of it, so that the model knows collections of several sizes; and
each of these once more without the English articles of every second story, then without those of the others, so that
it knows what comes nearest where there is no counterpart. Prints what is reached in cross-validation inside that half.
Needs scikit-learn.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.data.development import asked, data_file, encoder
from benchmarks.data.fitted import fit_parser, leave_out_second, regression_record, write_model
from benchmarks.data.story_collections import APART, OTHER, Known, files, known_articles, own_sources, withheld
from translate.facts.reading import anchor_keys, read_facts
from translate.matching.evidence import FEATURES, Floats
from translate.matching.probability import MODELS, candidates
from translate.matching.sketches import SENTENCES, Sketches, sketch_articles, sketches_of
from translate.text.reading import read_document

PARTS = (1, 10)  # into which the half is divided, one after the other
ABSENT = ((None, 1.0), (0, 0.5), (1, 0.5))  # which half of the stories has no counterpart, and how much that counts
WRITTEN_APART = 8.0  # weight of a pair of articles that were written apart, of which there are few
STRENGTH = 0.1  # of what is learned against weights near 0, of features of equal spread
COMMON = 0.01  # share of articles from which a key is part of the background
FOLDS = 5


def sketched(known: Sequence[Known]) -> Sketches:
    """Articles as the product keeps them."""
    sketches = sketch_articles([one.article for one in known], encoder())
    failed = [
        (one.article.name, sketch) for one, sketch in zip(known, sketches, strict=True) if isinstance(sketch, Exception)
    ]
    assert not failed, failed[:3]
    return sketches_of((one.article, sketch) for one, sketch in zip(known, sketches, strict=True))


def part_of(story: str, parts: int) -> int:
    """In which of so many parts a story is."""
    return int(sha256(f"{parts} {story}".encode()).hexdigest(), 16) % parts


def background_of(known: Sequence[Known]) -> dict[str, float]:
    """Share of stories that have a name or figure, of those that many have."""
    keys: dict[str, set[str]] = {}
    for one in known:
        document = read_document(one.article.text)
        for i in document.compared[:SENTENCES]:
            keys.setdefault(one.story, set()).update(
                anchor_keys(read_facts(document.sentence_text(i), document.language))
            )
    counts = Counter(key for found in keys.values() for key in found)
    return {key: round(count / len(keys), 3) for key, count in sorted(counts.items()) if count >= COMMON * len(keys)}


def examples(
    sides: tuple[Sequence[Known], Sequence[Known]], background: Mapping[str, float]
) -> tuple[Floats, np.ndarray, Floats, list[str]]:
    """Features of all candidates, whether they tell the same story, weights, and the story of the Russian one.

    A story of which there are several versions counts as one, so that the probability is right where there is one.
    """
    whole = tuple(sketched(side) for side in sides)
    values, right, weights, stories = [], [], [], []
    for parts, part, (absent, counts) in rounds():
        chosen = [[k for k, one in enumerate(side) if part_of(one.topic, parts) == part] for side in sides]
        chosen[1] = [k for k in chosen[1] if absent is None or withheld(sides[1][k]) != absent]
        source, target = (only(side, rows) for side, rows in zip(whole, chosen, strict=True))
        found = candidates(source, target, background, window=None)
        copies = [Counter(side[k].story for k in rows) for side, rows in zip(sides, chosen, strict=True)]
        for i, j in zip(found.source, found.target, strict=True):
            one, other = sides[0][chosen[0][i]], sides[1][chosen[1][j]]
            right.append(one.story == other.story)
            weight = counts * (WRITTEN_APART if one.kind in (*APART, OTHER) else 1.0)
            weights.append(weight / copies[0][one.story] / copies[1][other.story])
            stories.append(one.topic)
        values.append(found.features)
    return np.concatenate(values), np.array(right), np.array(weights), stories


def rounds() -> Iterator[tuple[int, int, tuple[int | None, float]]]:
    """Into how many parts the half is divided, which one is looked at, and one of ABSENT."""
    return ((parts, part, absent) for parts in PARTS for part in range(parts) for absent in ABSENT)


def only(side: Sketches, rows: Sequence[int]) -> Sketches:
    """Some articles of a collection."""
    keys = [side.keys[side.starts[row] : side.starts[row + 1]] for row in rows]
    return Sketches(
        tuple(side.articles[row] for row in rows),
        tuple(side.languages[row] for row in rows),
        side.days[rows],
        side.vectors[rows],
        np.concatenate(keys),
        np.concatenate([[0], np.cumsum([len(key) for key in keys])]),
    )


def fitted(values: Floats, right: np.ndarray, weights: Floats) -> LogisticRegression:
    """A regression of features as they are, learned from features of equal spread."""
    middle, spread = values.mean(axis=0), values.std(axis=0)
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit((values - middle) / spread, right, sample_weight=weights)
    model.coef_ = model.coef_ / spread
    model.intercept_ = model.intercept_ - model.coef_ @ middle
    return model


def print_crossed(name: str, values: Floats, right: np.ndarray, weights: Floats, fold: np.ndarray) -> None:
    """What a model reaches on the stories that it was not fitted on."""
    probability = np.zeros(len(right))
    for k in range(FOLDS):
        model = fitted(values[fold != k], right[fold != k], weights[fold != k])
        probability[fold == k] = model.predict_proba(values[fold == k])[:, 1]
    print(f"{name}, in cross-validation:")
    for least in (0.1, 0.3, 0.5, 0.7, 0.9):
        taken = probability >= least
        precise, found = (
            np.average(right[taken], weights=weights[taken]),
            np.average(taken[right], weights=weights[right]),
        )
        print(f"  probability >= {least}: right {precise:.3f}, found {found:.3f}")


def main() -> None:
    leave_out_second()
    given = asked(fit_parser(__doc__))
    russian, english = ([one for one in side if one.half == "fit"] for side in known_articles(given.data))
    background = background_of([*russian, *english])
    values, right, weights, stories = examples((russian, english), background)
    fold = np.array([part_of(story, FOLDS) for story in stories])
    print(f"{len(russian)} Russian and {len(english)} English articles; {len(right)} candidates, {right.sum()} right")
    record = {}
    for name, features in MODELS.items():
        columns = values[:, [FEATURES.index(feature) for feature in features]]
        print_crossed(name, columns, right, weights, fold)
        model = fitted(columns, right, weights)
        for feature, weight, spread in zip(features, model.coef_[0], columns.std(axis=0), strict=True):
            print(f"  {feature:14s} {weight:8.3f}  {weight * spread:8.3f} by its spread")
        record[name] = regression_record(model, features, digits=3)
    if given.write:
        sources = [*(data_file(given.data, name) for name in files(given.data)), *own_sources()]
        write_model("matching", {**record, "background": background}, sources)


if __name__ == "__main__":
    main()
