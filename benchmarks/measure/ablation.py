"""What each ingredient of the alignment brings: the same models fitted without it, and with translations added.

    pip install -r benchmarks/requirements.txt
    python -m benchmarks.measure.ablation [--data ../shared/eval]

Cross-validation by document group, on the stories and the real announcements alone, without the variations that the
shipped models are fitted on as well (benchmarks/fit/alignment.py): half an hour less, and lower figures all over.
The last rows hand the models a translation as evidence: how like the word-by-word gloss of either side is to the other
side, by chrF and by the common words of rapidfuzz. No machine translation of these documents is at hand.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz.fuzz import token_set_ratio
from sklearn.model_selection import GroupKFold

from benchmarks.data.development import data_folder, rows
from benchmarks.fit.alignment import FILES, Example, example, fit, predict
from benchmarks.measure.alignment_scores import counts, f1
from translate.alignment.candidates import FEATURES
from translate.alignment.context import CONTEXT_FEATURES
from translate.alignment.probability import models_from
from translate.engines.gloss import gloss

FOLDS = 3
INGREDIENTS = {
    "margin over other sentences": ("margin", "weaker_lead", "stronger_lead", "weakest_member_lead"),
    "length": ("length", "length_gain", "short"),
    "gain of groups over their parts": ("gain", "weakest_member"),
    "clauses": ("weakest_member_support", "weakest_clause", "strongest_clause"),
    "numbers, dates, names": ("shared_anchors", "lone_anchors"),
    "words": ("poorer_words", "richer_words"),
    "neighbouring beads, order": CONTEXT_FEATURES,
}
LONGEST_GRAM, BETA = 6, 2  # chrF: Popović 2015


def without(names: Sequence[str]) -> Callable[[Example], Example]:
    """Examples whose features of these names are always 0."""
    dropped = [FEATURES.index(name) for name in names if name in FEATURES]

    def mask(item: Example) -> Example:
        features = item.candidates.features.copy()
        features[:, dropped] = 0.0
        return replace(item, candidates=replace(item.candidates, features=features))

    return mask


def unparted(item: Example) -> Example:
    """Examples whose beads are all of neighbours."""
    kept = item.candidates.features[:, FEATURES.index("gap")] == 0
    c = item.candidates
    return replace(
        item,
        candidates=replace(
            c, source=c.source[kept], target=c.target[kept], similarity=c.similarity[kept], features=c.features[kept]
        ),
        right=item.right[kept],
    )


def with_gloss(alike: Callable[[str, str], float]) -> Callable[[Example], Example]:
    """Examples with two features more: likeness of the gloss of either side to the other side."""

    def add(item: Example) -> Example:
        glossed = {side: gloss(item.row[side], side, other) for side, other in (("ru", "en"), ("en", "ru"))}
        columns = np.array(list(_likenesses(item, glossed, alike))).reshape(-1, 2)
        features = np.concatenate([item.candidates.features, columns], axis=1)
        return replace(item, candidates=replace(item.candidates, features=features))

    return add


def _likenesses(
    item: Example, glossed: dict[str, list[str]], alike: Callable[[str, str], float]
) -> Iterator[tuple[float, float]]:
    for q in range(len(item.candidates)):
        texts = [
            " ".join(words[side][k] for k in members)
            for side, members in zip(("ru", "en"), item.candidates.members(q), strict=True)
            for words in (item.row, glossed)
        ]
        russian, russian_glossed, english, english_glossed = texts
        yield alike(russian_glossed, english), alike(english_glossed, russian)


def chrf(hypothesis: str, reference: str) -> float:
    """Character n-gram F-score, in [0, 1]."""
    scores = []
    for n in range(1, LONGEST_GRAM + 1):
        left, right = (_grams("".join(text.lower().split()), n) for text in (hypothesis, reference))
        common = sum((left & right).values())
        if not left or not right:
            continue
        precision, recall = common / left.total(), common / right.total()
        weighted = BETA**2 * precision + recall
        scores.append((1 + BETA**2) * precision * recall / weighted if weighted else 0.0)
    return float(np.mean(scores)) if scores else 0.0


def _grams(text: str, n: int) -> Counter[str]:
    return Counter(text[k : k + n] for k in range(len(text) - n + 1))


def scores(examples: Sequence[Example], *, context: bool = True) -> tuple[float, float, float]:
    """Strict F1 and null-sentence F1 of the stories, strict F1 of the announcements, in cross-validation."""
    groups = np.array([item.row["group"] for item in examples])
    total: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for seen, unseen in GroupKFold(FOLDS).split(examples, groups=groups):
        record = fit([examples[k] for k in seen])
        if not context:  # the second look asks the first model again, which knows nothing of other beads
            record |= {"second": record["first"]}
        fitted = models_from(record)
        for k in unseen:
            row = examples[k].row
            total[row["level"] == "real"].update(counts(row, predict(examples[k], fitted)))
    stories, real = total[False], total[True]
    return (
        f1(stories["strict"], stories["found"], stories["gold"])[2],
        f1(stories["null_right"], stories["null_found"], stories["null"])[2],
        f1(real["strict"], real["found"], real["gold"])[2],
    )


def main() -> None:
    examples = [example(row) for row in rows(data_folder(__doc__), *FILES)]
    print(f"{'':36s} {'strict':>7s} {'null':>7s} {'real':>7s}", flush=True)

    def line(title: str, changed: Sequence[Example], *, context: bool = True) -> None:
        print(f"{title:36s} " + " ".join(f"{score:7.3f}" for score in scores(changed, context=context)), flush=True)

    line("everything", examples)
    for title, names in INGREDIENTS.items():
        line(f"without {title}", [without(names)(item) for item in examples], context=names != CONTEXT_FEATURES)
    line("without beads of sentences apart", [unparted(item) for item in examples])
    line("with gloss, chrF", [with_gloss(chrf)(item) for item in examples])
    line("with gloss, common words", [with_gloss(lambda a, b: token_set_ratio(a, b) / 100)(item) for item in examples])


if __name__ == "__main__":
    main()
