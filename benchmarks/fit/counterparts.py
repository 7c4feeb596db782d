"""Fit the judgement whether the other text tells a sentence, and which of its sentences do.

    python -m benchmarks.fit.counterparts [--data ../shared/eval] [--second] [--write]

Learns from retold stories, in which every word is known to be said over there or not, and from excerpts of them, from
real articles about one event that were linked by hand, and from translations: edited stories, announcements and
parallel news. Prints, in cross-validation by document, what is reached on each, beside the best cosine, and what each
group of features brings. Needs scikit-learn.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

from benchmarks.data.development import asked, encoder
from benchmarks.data.fitted import fitted_by, second_parser, write_model
from benchmarks.data.retold_stories import FULL, NONE, PART, UNKNOWN, Known, Pair, files, folds, pairs, verdict
from benchmarks.fit.alignment import fitted_trees
from benchmarks.measure.alignment_scores import expected_calibration_error
from translate.alignment.search import align_vectors
from translate.counterparts.context import context_features
from translate.counterparts.model import FEATURES, FEATURES_OF_BOTH, Models, mixed_from, models_from
from translate.counterparts.pair_features import Both, pair_features
from translate.counterparts.reading import read_both
from translate.counterparts.relation import story_features
from translate.counterparts.states import OF_UNITS
from translate.counterparts.unit_features import UNIT_FEATURES, UNIT_GROUPS, unit_features
from translate.counterparts.units import clauses_of, sentences_of
from translate.counterparts.word_features import word_features
from translate.models.logistic import log_odds
from translate.models.trees import sigmoid, trees_from

VERSION = "1"
FOLDS = 4
EVERY_STORY, EVERY_NEWS = 3, 6  # all of them would outweigh the retellings and say the same
WEIGHTS = {"retold": 1.0, "excerpts": 0.3, "real": 1.0, "announcements": 0.3, "stories": 0.3, "news": 0.15}
CALIBRATED = ("retold", "real")  # translations are judged surely either way
PAIR_TREES = {"learning_rate": 0.06, "max_iter": 150, "max_leaf_nodes": 12, "min_samples_leaf": 20}
UNIT_TREES = {"learning_rate": 0.05, "max_iter": 150, "max_leaf_nodes": 10, "min_samples_leaf": 20}
WORD_TREES = {"learning_rate": 0.06, "max_iter": 200, "max_leaf_nodes": 16, "min_samples_leaf": 40}
STIFFNESS = 0.02  # of the regressions; small is stiff
POINTS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
SURE = 0.93  # precision sought at the careful point


@dataclass
class Example:
    """A pair of texts with its candidates and what is known of them.

    Attributes:
        pair: Where it comes from.
        both: What is read from it.
        features: Of its pairs of sentences.
        linked: Whether each tells of the same thing; -1 where nobody knows.
        told: NONE, PART, FULL or UNKNOWN of each sentence of either side.
        words: Whether what each word says is told over there, of either side; -1 where nobody knows.
    """

    pair: Pair
    both: Both
    features: np.ndarray
    linked: np.ndarray
    told: tuple[np.ndarray, np.ndarray]
    words: tuple[np.ndarray, np.ndarray]


def examples(folder: Path, second: bool = False) -> Iterator[Example]:
    """All pairs; `second` says whether the second encoder takes part."""
    for pair in pairs(folder, every_story=EVERY_STORY, every_news=EVERY_NEWS):
        yield example(pair, second)


def example(pair: Pair, second: bool = False) -> Example:
    """A pair, read and aligned, with what is known of our own sentences."""
    stories = pair.story("ru"), pair.story("en")
    both = read_both(*stories, align_vectors(stories[0].vectors, stories[1].vectors), encoder(), second=second)
    said = [_Said.of(pair.sides[story.document.language], both, side) for side, story in enumerate(stories)]
    return Example(
        pair,
        both,
        pair_features(both),
        _linked(pair, both, said),
        (said[0].told(said[1]), said[1].told(said[0])),
        (said[0].words(said[1], both, 0), said[1].words(said[0], both, 1)),
    )


@dataclass
class _Said:
    """One side over our own sentences.

    Attributes:
        known: Its gold.
        spans: Of our sentences in the text.
        gold: For each the gold sentences that it has most of, or that have most of it.
        propositions: What each says, where propositions are known.
    """

    known: Known
    spans: list[tuple[int, int]]
    gold: list[list[int]]
    propositions: list[set[str]]

    @classmethod
    def of(cls, known: Known, both: Both, side: int) -> "_Said":
        story = both.stories[side]
        found = [story.span(i) for i in range(len(story.sentences))]
        spans = [(span.start, span.end) for span in found]
        if known.text is None:
            return cls(known, spans, [[i] for i in range(len(spans))], [])
        gold = [[k for k, at in enumerate(known.spans) if _mostly(span, at)] for span in spans]
        return cls(known, spans, gold, [{p for a, b, p in known.says if _mostly(span, (a, b))} for span in spans])

    def there(self) -> set[str]:
        return set[str]().union(*self.propositions)

    def told(self, other: "_Said") -> np.ndarray:
        if self.known.says:
            there = other.there()
            return np.array([verdict(said, there) for said in self.propositions])
        verdicts = []
        for gold in self.gold:
            values = {self.known.told[k] for k in gold} - {UNKNOWN}
            verdicts.append(UNKNOWN if not values else values.pop() if len(values) == 1 else PART)
        return np.array(verdicts)

    def words(self, other: "_Said", both: Both, side: int) -> np.ndarray:
        """Of each word; where no propositions are known, those of sentences told in full or not at all."""
        words, story = both.words[side], both.stories[side]
        owner = np.repeat(np.arange(len(self.spans)), np.diff(words.first))
        if not self.known.says:
            told = self.told(other)[owner] if len(owner) else np.zeros(0, dtype=int)
            return np.where(told == FULL, 1.0, np.where(told == NONE, 0.0, -1.0))
        there, result = other.there(), []
        for i, start in zip(owner.tolist(), words.start.tolist(), strict=True):
            at = story.span(i, start).start
            said = [p in there for a, b, p in self.known.says if a <= at < b]
            result.append(float(any(said)) if said else -1.0)
        return np.array(result)


def _mostly(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return 2 * (min(one[1], two[1]) - max(one[0], two[0])) > min(one[1] - one[0], two[1] - two[0])


def _linked(pair: Pair, both: Both, said: Sequence[_Said]) -> np.ndarray:
    here = list(zip(both.pairs.source.tolist(), both.pairs.target.tolist(), strict=True))
    if said[0].known.says:
        return np.array([float(bool(said[0].propositions[i] & said[1].propositions[j])) for i, j in here])
    links = {(i, j) for ours, theirs, _ in pair.links for i in ours for j in theirs}
    parts = [[sum(k in gold for gold in side.gold) for k in range(len(side.known.spans))] for side in said]
    result = []
    for i, j in here:
        met = [(x, y) for x in said[0].gold[i] for y in said[1].gold[j] if (x, y) in links]
        # Of two gold sentences that both fall into several of ours nobody knows which of these belong together.
        unsure = met and all(parts[0][x] > 1 and parts[1][y] > 1 for x, y in met)
        result.append(-1.0 if unsure else float(bool(met)))
    return np.array(result)


@dataclass
class Stage:
    """Rows for one model: those of each document together.

    Attributes:
        rows: Features of each part.
        right: 1, 0, or below 0 where nobody knows.
        document: Of each part.
        weights: How much a row of a part counts.
    """

    rows: list[np.ndarray]
    right: list[np.ndarray]
    document: list[int]
    weights: list[float]

    def chosen(self, documents: set[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Features, answers and weights of the known rows of some documents."""
        parts = [k for k, document in enumerate(self.document) if document in documents]
        x = np.concatenate([self.rows[k] for k in parts])
        y = np.concatenate([self.right[k] for k in parts])
        w = np.concatenate([np.full(len(self.right[k]), self.weights[k]) for k in parts])
        known = y >= 0
        return x[known], y[known], w[known]


Fit = Callable[[np.ndarray, np.ndarray, np.ndarray], dict[str, Any]]


def trees(settings: Mapping[str, Any]) -> Fit:
    return lambda x, y, w: fitted_trees([x], [y], w, settings)


def mixed(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> dict[str, Any]:
    """Trees and a regression over the same features."""
    scaler = StandardScaler().fit(x, sample_weight=w)
    model = LogisticRegression(C=STIFFNESS, max_iter=1000).fit(scaler.transform(x), y, sample_weight=w)
    weights = model.coef_[0] / scaler.scale_
    return {
        "trees": fitted_trees([x], [y], w, UNIT_TREES),
        "intercept": round(float(model.intercept_[0] - scaler.mean_ @ weights), 6),
        "weights": [round(float(weight), 6) for weight in weights],
        "calibration": [1.0, 0.0, 0.0, 0.0],
    }


def answered(record: Mapping[str, Any], rows: np.ndarray) -> np.ndarray:
    """What a fitted record says, before any correction: probabilities, log odds of trees with a regression."""
    return mixed_from(record).log_odds(rows) if "weights" in record else trees_from(record).probability(rows)


def crossed(stage: Stage, fold: np.ndarray, fit: Fit) -> tuple[list[dict[str, Any]], list[np.ndarray]]:
    """The model of every fold, fitted without its documents, and what these models say of them."""
    found = []
    for number in range(FOLDS):
        found.append(fit(*stage.chosen({int(k) for k in np.flatnonzero(fold != number)})))
    said = [answered(found[fold[document]], rows) for document, rows in zip(stage.document, stage.rows, strict=True)]
    return found, said


def corrected(stage: Stage, said: Sequence[np.ndarray], kinds: Sequence[str]) -> dict[str, float]:
    """Platt scaling of what was said of unseen documents of the kinds CALIBRATED."""
    parts = [k for k, document in enumerate(stage.document) if kinds[document] in CALIBRATED]
    y = np.concatenate([stage.right[k] for k in parts])
    x = log_odds(np.concatenate([said[k] for k in parts]))
    model = LogisticRegression(C=1e6).fit(x[y >= 0, None], y[y >= 0])
    return {"slope": round(float(model.coef_[0, 0]), 4), "offset": round(float(model.intercept_[0]), 4)}


def scaled(correction: Mapping[str, float], said: Sequence[np.ndarray]) -> list[np.ndarray]:
    return [sigmoid(correction["slope"] * log_odds(part) + correction["offset"]) for part in said]


@dataclass
class Fitted:
    """All models in cross-validation, and on everything.

    Attributes:
        by_fold: A record of all models for each fold, fitted without its documents.
        whole: The same fitted on everything.
        said: For "none", "full", "word" and "link" what the models of the fold say of each part.
        stages: The rows of each.
    """

    by_fold: list[dict[str, Any]]
    whole: dict[str, Any]
    said: dict[str, list[np.ndarray]]
    stages: dict[str, Stage]


def fitted(found: Sequence[Example], fold: np.ndarray) -> Fitted:
    """Fit every model in turn; each learns from what the one before says of documents that it has not seen."""
    kinds = [item.pair.kind for item in found]
    weights = [WEIGHTS[kind] for kind in kinds]
    everything = set(range(len(found)))
    documents = list(range(len(found)))
    records: list[dict[str, Any]] = [{} for _ in range(FOLDS + 1)]
    stages: dict[str, Stage] = {}
    said: dict[str, list[np.ndarray]] = {}

    def learn(name: str, stage: Stage, fit: Fit) -> list[np.ndarray]:
        models, answers = crossed(stage, fold, fit)
        for record, model in zip(records, [*models, fit(*stage.chosen(everything))], strict=True):
            record[name] = model
        stages[name], said[name] = stage, answers
        return answers

    linked = [item.linked for item in found]
    first = learn("first", Stage([item.features for item in found], linked, documents, weights), trees(PAIR_TREES))
    rows = [
        np.concatenate([item.features, context_features(item.both.pairs, guess)], axis=1)
        for item, guess in zip(found, first, strict=True)
    ]
    second = learn("second", Stage(rows, linked, documents, weights), trees(PAIR_TREES))
    correction = corrected(stages["second"], second, kinds)
    links = scaled(correction, second)
    said["link"] = links
    sentences, words, owners = [], [], []
    for document, item in enumerate(found):
        for side, story in enumerate(item.both.stories):
            read = item.both.words[side]
            asked_of = (item.both, side)
            whole = unit_features(*asked_of, sentences_of(story, read), links[document], first[document])
            clauses = unit_features(*asked_of, clauses_of(story, read), links[document], first[document])
            sentences.append(whole)
            words.append(word_features(*asked_of, links[document], whole, clauses))
            owners.append(document)
    told = [side for item in found for side in item.told]
    unit_weights = [weights[document] for document in owners]
    none = [np.where(side == UNKNOWN, -1.0, side == NONE) for side in told]
    full = [np.where((side == UNKNOWN) | (side == NONE), -1.0, side == FULL) for side in told]
    learn("none", Stage(sentences, none, owners, unit_weights), mixed)
    learn("full", Stage(sentences, full, owners, unit_weights), mixed)
    table = np.array([story_features((sentences[2 * k], sentences[2 * k + 1])) for k in documents])
    translation = learn_relation(records, table, found, fold)
    said["relation"] = [np.array([translation[k]]) for k in documents]
    for name in ("none", "full"):
        said[name], numbers = calibrated(stages[name], said[name], translation)
        for record in records:
            record[name]["calibration"] = numbers
    right = [side for item in found for side in item.words]
    learn("word", Stage(words, right, owners, unit_weights), trees(WORD_TREES))
    named = FEATURES_OF_BOTH if found[0].both.states else FEATURES
    heads = {"version": VERSION, "features": {name: list(names) for name, names in named.items()}}
    whole_records = [{**heads, **record, "link": correction} for record in records]
    return Fitted(whole_records[:-1], whole_records[-1], said, stages)


def learn_relation(
    records: Sequence[dict[str, Any]], table: np.ndarray, found: Sequence[Example], fold: np.ndarray
) -> np.ndarray:
    """Fit whether two texts are a translation; what the fold's model says of each pair."""
    known = np.array([translated(item.pair) for item in found])
    said = np.zeros(len(found))
    for number, record in enumerate(records):
        seen = (fold != number) & (known >= 0)
        scaler = StandardScaler().fit(table[seen])
        model = LogisticRegression(C=0.1, class_weight="balanced").fit(scaler.transform(table[seen]), known[seen])
        weights = model.coef_[0] / scaler.scale_
        intercept = float(model.intercept_[0] - scaler.mean_ @ weights)
        record["relation"] = {
            "intercept": round(intercept, 6),
            "weights": [round(float(weight), 6) for weight in weights],
        }
        said[fold == number] = sigmoid(intercept + table[fold == number] @ weights)
    return said


def translated(pair: Pair) -> int:
    """1 for a translation, 0 for a retelling, -1 for what lies between."""
    if pair.kind in ("retold", "excerpts"):
        return {"translation with cuts": 1, "freely translated column": -1, "shortened for abroad": -1}.get(
            pair.row["relation"], 0
        )
    return int(pair.kind != "real")


def calibrated(
    stage: Stage, said: Sequence[np.ndarray], translation: np.ndarray
) -> tuple[list[np.ndarray], list[float]]:
    """Log odds of unseen documents as probabilities that come true, and the four numbers that make them so."""

    def rows(part: int) -> np.ndarray:
        odds, of = said[part], np.full(len(said[part]), translation[stage.document[part]])
        return np.stack([odds, of * odds, of], axis=1)

    parts = range(len(said))
    x, y = np.concatenate([rows(part) for part in parts]), np.concatenate(stage.right)
    model = LogisticRegression(C=100, max_iter=1000).fit(x[y >= 0], y[y >= 0])
    slope, more_slope, more_offset = (float(weight) for weight in model.coef_[0])
    numbers = [slope, float(model.intercept_[0]), more_slope, more_offset]
    return [model.predict_proba(rows(part))[:, 1] if len(said[part]) else np.zeros(0) for part in parts], [
        round(number, 4) for number in numbers
    ]


def models_by_fold(result: Fitted) -> list[Models]:
    return [models_from(record) for record in result.by_fold]


@dataclass
class Judged:
    """Sentences of one kind of pair: what is known, and the probability that nothing is told over there."""

    told: np.ndarray
    none: np.ndarray


def judged(found: Sequence[Example], said: Sequence[np.ndarray], stage: Stage, kind: str) -> Judged:
    parts = [k for k, document in enumerate(stage.document) if found[document].pair.kind == kind]
    told = np.concatenate([found[stage.document[k]].told[k % 2] for k in parts])
    none = np.concatenate([said[k] for k in parts])
    return Judged(told[told >= 0], none[told >= 0])


def area(of: Judged, *, against: tuple[int, ...]) -> float:
    chosen = np.isin(of.told, (NONE, *against))
    return float(roc_auc_score(of.told[chosen] == NONE, of.none[chosen]))


def best_f1(of: Judged) -> tuple[float, float]:
    """The best F1 of sentences that nothing is told of, and where it is reached."""
    order = np.argsort(-of.none, kind="stable")
    right = np.cumsum(of.told[order] == NONE)
    scores = 2 * right / (np.arange(1, len(right) + 1) + (of.told == NONE).sum())
    return float(scores.max()), float(of.none[order][scores.argmax()])


def print_judged(name: str, of: Judged) -> None:
    lone = of.told == NONE
    best, at = best_f1(of)
    error = expected_calibration_error(list(zip(of.none.tolist(), lone.tolist(), strict=True)))
    print(
        f"{name}: {len(lone)} sentences, {lone.sum()} told nowhere; AUC none against full "
        f"{area(of, against=(FULL,)):.3f}, against any {area(of, against=(FULL, PART)):.3f}; best F1 {best:.3f} at "
        f"{at:.2f}; calibration error {error:.3f}"
    )
    for point in POINTS:
        flagged = of.none >= point
        if flagged.any():
            p, r = lone[flagged].mean(), flagged[lone].mean()
            print(
                f"  >= {point:.1f}: precision {p:.3f} recall {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}, of full "
                f"sentences flagged {flagged[of.told == FULL].mean():.3f}"
            )
    order = np.argsort(-of.none, kind="stable")
    precision = np.cumsum(lone[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= SURE)
    if len(enough):
        print(
            f"  precision {SURE} from {of.none[order][enough[-1]]:.2f}: recall "
            f"{lone[order][: enough[-1] + 1].sum() / lone.sum():.3f}"
        )


def print_untouched(name: str, of: Judged) -> None:
    counts = [100 * ((of.none >= point) & (of.told != NONE)).sum() / (len(of.told) / 2) for point in POINTS]
    told = ", ".join(f"{count:.2f} from {point:.1f}" for point, count in zip(POINTS, counts, strict=True))
    print(f"{name}: false one-sided sentences for 100 pairs: {told}")


def print_links(found: Sequence[Example], links: Sequence[np.ndarray]) -> None:
    for kind in CALIBRATED:
        parts = [k for k, item in enumerate(found) if item.pair.kind == kind]
        right = np.concatenate([found[k].linked for k in parts])
        said = np.concatenate([links[k] for k in parts])[right >= 0]
        right = right[right >= 0] > 0
        chosen = said >= 0.5
        print(
            f"{kind}: {right.sum()} links among {len(right)} candidates; AUC {roc_auc_score(right, said):.3f}, from "
            f"0.5 on precision {right[chosen].mean():.3f} recall {chosen[right].mean():.3f}"
        )


def print_relation(found: Sequence[Example], said: Sequence[np.ndarray]) -> None:
    names = [item.pair.row["relation"] if item.pair.kind == "retold" else item.pair.kind for item in found]
    for name in dict.fromkeys(names):
        of = np.array([said[k][0] for k in range(len(found)) if names[k] == name])
        print(
            f"{name}: {len(of)} pairs, {(of >= 0.5).mean():.2f} judged a translation, mean probability {of.mean():.2f}"
        )


def print_ablation(found: Sequence[Example], stage: Stage, fold: np.ndarray) -> None:
    """What the judgement of sentences reaches without each group of features, and with it alone."""
    all_names = FEATURES_OF_BOTH["none"] if found[0].both.states else UNIT_FEATURES
    groups = UNIT_GROUPS | ({"states": OF_UNITS} if found[0].both.states else {})
    for group, names in groups.items():
        inside = np.isin(all_names, names)
        row = [f"{group:8s}"]
        for label, columns in (("without", ~inside), ("alone", inside)):
            part = Stage([rows[:, columns] for rows in stage.rows], stage.right, stage.document, stage.weights)
            said = crossed(part, fold, mixed)[1]
            row += [f"{label} {area(judged(found, said, part, kind), against=(FULL,)):.3f}" for kind in CALIBRATED]
        print("  " + "  ".join(row))


def main() -> None:
    parser = second_parser(__doc__)
    parser.add_argument("--ablation", action="store_true", help="print what each group of features brings")
    given = asked(parser)
    fitted_for = fitted_by(given)
    found = list(examples(given.data, given.second))
    fold = folds([item.pair for item in found], FOLDS)
    result = fitted(found, fold)
    stage = result.stages["none"]
    cosine = [-rows[:, UNIT_FEATURES.index("cosine")] for rows in stage.rows]
    for kind in CALIBRATED:
        base = judged(found, cosine, stage, kind)
        print(
            f"{kind}, best cosine: AUC none against full {area(base, against=(FULL,)):.3f}, against any "
            f"{area(base, against=(FULL, PART)):.3f}; best F1 {best_f1(base)[0]:.3f}"
        )
    for kind in (*CALIBRATED, "excerpts", "stories"):
        print_judged(kind, judged(found, result.said["none"], stage, kind))
    for kind in ("stories", "announcements", "news"):
        print_untouched(kind, judged(found, result.said["none"], stage, kind))
    print_links(found, result.said["link"])
    print_relation(found, result.said["relation"])
    if given.ablation:
        print("AUC of none against full without a group of features, and with it alone: retold, real")
        print_ablation(found, stage, fold)
    if given.write:
        write_model("counterparts", result.whole, files(given.data), fitted_for)


if __name__ == "__main__":
    main()
