"""Fit and check the judgement whether an English name stands in the place of a Russian one.

    python -m benchmarks.fit.replaced_names [--data ../shared/eval] [--write]

Negative: the names of untouched parallel news that reach the judgement. Positive: the same sentences with one English
name replaced by one of the same kind from another document. Only pairs count that neither a table nor the sound of two
full names decides before. Prints, in cross-validation over documents, what several thresholds find. Needs scikit-learn.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.data.development import asked, data_file, encoder, news, told
from benchmarks.data.fitted import fit_parser, regression_record, write_model
from benchmarks.measure.contrasts import Pair, untouched_pairs
from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.conflicts.name_conflicts import name_conflicts
from translate.differences.conflicts.other_people import other_people
from translate.differences.conflicts.replaced_names import FEATURES, name_measures
from translate.differences.conflicts.strange_names import words_of
from translate.facts.mention import NameMention

SEED = 11
EVERY = 8  # of so many pairs with a name one is edited
SOFTNESS = 100.0  # inverse strength of the regularisation; the features are cosines and their small differences


@dataclass(frozen=True, slots=True)
class Case:
    """One pair with the features of its strange names, shape (n, features).

    Attributes:
        told: Whether tables or sounds tell of a replaced name without this judgement.
    """

    group: str
    is_edited: bool
    told: bool
    features: np.ndarray


def kind_of(name: NameMention) -> tuple[str, int]:
    return (name.sort if name.known else "", len(name.text.split()))


def edited(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, tuple[int, int]]]:
    """Pairs with one English name replaced, and where the new name stands."""
    chance = random.Random(SEED)
    places = [(pair, name) for pair in pairs for name in pair.target.facts[pair.bead.target[0]].names]
    stock: dict[tuple[str, int], list[tuple[str, NameMention]]] = defaultdict(list)
    for pair, name in places:
        stock[kind_of(name)].append((pair.where, name))
    for pair, name in places[::EVERY]:
        document, other = chance.choice(stock[kind_of(name)])
        if document == pair.where or set(other.keys) & set(name.keys):
            continue
        russian, english = pair.source.text(pair.bead.source), pair.target.text(pair.bead.target)
        changed = english[: name.start] + other.text + english[name.end :]
        sides = [told({"ru": [russian], "en": [changed]}, side) for side in ("ru", "en")]
        yield Pair(pair.where, *sides, Bead((0,), (0,), 1.0, 1.0)), (name.start, name.start + len(other.text))


def case(pair: Pair, place: tuple[int, int] | None = None) -> Case:
    """A pair as it reaches the judgement; of an edited one the names that touch the edit."""
    ru, en = sides_of(pair.source, pair.target, pair.bead)
    people = other_people(words_of(en.texts, "en"), words_of(ru.texts, "ru"), en.around, ru.around)
    known = any(True for _ in name_conflicts(ru, en)) or bool(people)
    start, end = place or (0, en.length)
    found = [] if known else name_measures(ru, en, encoder())
    rows = [m.features for m in found if m.strange[0].start < end and start < m.strange[-1].end]
    return Case(pair.where, place is not None, known, np.array(rows).reshape(len(rows), len(FEATURES)))


def fitted(cases: Sequence[Case]) -> LogisticRegression:
    x = np.concatenate([one.features for one in cases])
    y = np.concatenate([np.full(len(one.features), one.is_edited) for one in cases])
    return LogisticRegression(C=SOFTNESS, max_iter=3000).fit(x, y)


def main() -> None:
    given = asked(fit_parser(__doc__))
    pairs = untouched_pairs(given.data)
    cases = [case(pair) for pair in pairs] + [case(pair, place) for pair, place in edited(pairs)]
    best = np.full(len(cases), -np.inf)
    for seen, unseen in GroupKFold(5).split(cases, groups=[one.group for one in cases]):
        model = fitted([cases[k] for k in seen])
        for k in unseen:
            if len(cases[k].features):
                best[k] = model.decision_function(cases[k].features).max()
    replaced, told_before = (np.array([getattr(one, name) for one in cases]) for name in ("is_edited", "told"))
    judged = np.isfinite(best)
    counts = Counter(zip(replaced.tolist(), told_before.tolist(), judged.tolist(), strict=True))
    for edit, name in ((True, "replaced names"), (False, "untouched pairs")):
        total = sum(count for key, count in counts.items() if key[0] == edit)
        print(f"{name}: {total}, told before {counts[edit, True, False]}, judged {counts[edit, False, True]}")
    print("threshold  recall of the judged  of all, tables included  false flags")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        least = np.log(threshold / (1 - threshold))
        flagged = best >= least
        found = flagged[replaced & judged].mean(), (flagged | told_before)[replaced].mean(), flagged[~replaced].sum()
        print(f"{threshold:9.1f}  {found[0]:20.3f}  {found[1]:23.3f}  {found[2]:11}")
    if given.write:
        files = [data_file(given.data, name) for name in news(given.data)]
        write_model("replaced_names", regression_record(fitted(cases), FEATURES, digits=1), files)


if __name__ == "__main__":
    main()
