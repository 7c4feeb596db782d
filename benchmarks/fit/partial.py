"""Fit the judgement whether a part of a matched sentence is missing on the other side.

    python -m benchmarks.fit.partial [--data ../shared/eval] [--second] [--write]

Learns from the dropped clauses of the development stories, from sentence-parallel news of which one side lost a clause,
a phrase or a word (dropped_parts.py), some of it with lines joined two by two on one side, from faultless machine
translations treated likewise, and from our own pairs of sentences. Positive: the stretch of the untouched sentence that
is nearest to what was dropped. Negative: every stretch of whole sentences. Prints first, in cross-validation by
document group, what is found at several numbers of flags per 100 untouched pairs, in these data and in DEMETR and
mqm22, of which nothing is learnt. Needs scikit-learn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.data import sentence_pairs
from benchmarks.data.development import STORIES, Row, asked, data_file, encoder, news, rows, told
from benchmarks.data.dropped_parts import KINDS, with_drops
from benchmarks.data.fitted import fitted_by, second_parser, write_model
from benchmarks.data.retold_stories import OTHER
from benchmarks.data.sentence_pairs import group_of, words_of
from benchmarks.fit.alignment import fitted_trees
from benchmarks.measure.alignment_scores import expected_calibration_error
from translate.differences.bead_side import BeadSide, sides_between
from translate.differences.parts.partial import BALANCED, CAREFUL, SENSITIVE
from translate.differences.parts.partial_features import (
    FEATURES,
    FEATURES_OF_BOTH,
    Measure,
    measures,
    usual_length_ratio,
)
from translate.models.logistic import log_odds
from translate.models.trees import trees_from
from translate.story.story import tell
from translate.text.document import document_of_sentences

TRANSLATED = "dev_errors_mqm21"
LEARNT = ("news", "merged", "mqm21", "stories", "pairs")
JOINT = "; "
ENDS = ".!?…"
EVERY_MERGED = 3  # documents of which one has its lines joined
FOLDS = 5
VARIANTS = 3  # of each document
# How much a dropped part counts beside a stretch of a whole sentence, and one that has most of its words in common.
WEIGHT = {"edit": 4.0, "part": 3.0, "clause": 1.0, "phrase": 1.0, "opening": 0.5, "short": 0.5, "word": 0.3}
OVERLAPPING = 0.4
NEAREST = 0.25  # cosine below which no stretch is taken for the translation of what was dropped
SAME = 0.5  # share in common from which another stretch counts as the dropped one too
ALLOWED = (1, 2, 3, 4, 6)  # flags per 100 untouched pairs
JUDGED = 0.3  # probability of the trees below which no side tells how sure a flag is
CALIBRATED = ("stories", "pairs")


@dataclass
class Case:
    """One side of a bead.

    Attributes:
        data: "news", "merged", "stories", "pairs", "mqm21", "DEMETR" or "mqm22".
        label: "" for a side of which nothing is missing over there; else what was left out.
        group: Of its document.
        features: Of its suspicious stretches, shape (n, features).
        likeness: For each stretch the cosine with what was left out, shape (n,); empty where that is not known.
        common: Shares that the stretches have in common, shape (n, n).
    """

    data: str
    label: str
    group: str
    features: np.ndarray
    likeness: np.ndarray
    common: np.ndarray

    def dropped(self) -> list[int]:
        """Stretches that are the dropped part, the nearest first; none if that is not among them."""
        if not len(self.likeness) or self.likeness.max() < NEAREST:
            return []
        best = int(self.likeness.argmax())
        others = [k for k in range(len(self.likeness)) if k != best and self.common[best, k] > SAME]
        return [best, *others]


@dataclass
class Missing:
    """What was left out of one side of a bead.

    Attributes:
        label: "edit" in the stories, a kind of drop in the news, the label of an error in the other data.
        side: Language of the side that still has it.
        words: What was left out, where that is known.
    """

    label: str
    side: str
    words: str = ""


def cases(
    sides: tuple[BeadSide, BeadSide], usual: float, data: str, group: str, missing: Missing | None, second: bool
) -> Iterator[Case]:
    """Both sides of a bead; without the one that lost something."""
    for own, other, ratio in ((*sides, usual), (*sides[::-1], -usual)):
        if missing is None or own.language == missing.side:
            found = measures(own, other, ratio, encoder(), second=second)
            yield _case(own, found, data, group, missing or Missing("", ""), len(features_of(second)))


def features_of(second: bool) -> tuple[str, ...]:
    """Names of what is measured, with or without the second encoder."""
    return FEATURES_OF_BOTH if second else FEATURES


def _case(side: BeadSide, found: Sequence[Measure], data: str, group: str, missing: Missing, count: int) -> Case:
    stretches = [measure.stretch for measure in found]
    likeness = np.zeros(0)
    if missing.words and found:
        texts = [side.story.sentences[s.sentence].text[s.start : s.end] for s in stretches]
        vectors = encoder().encode([missing.words, *texts])
        likeness = vectors[1:] @ vectors[0]
    features = np.array([measure.features for measure in found]).reshape(len(found), count)
    common = np.array([[one.common_share(two) for two in stretches] for one in stretches])
    return Case(data, missing.label, group, features, likeness, common)


def story_cases(row: Row, second: bool) -> Iterator[Case]:
    """Every gold bead."""
    ru_story, en_story = told(row, "ru"), told(row, "en")
    drops = [edit for edit in row["edits"] if edit["type"] == "clause_drop"]
    usual = usual_length_ratio(
        ru_story, en_story, [(b[0][0], b[1][0]) for b in row["beads"] if len(b[0]) == len(b[1]) == 1]
    )
    for ru, en in row["beads"]:
        if ru and en:
            drop = next((edit for edit in drops if set(edit["ru"]) & set(ru) or set(edit["en"]) & set(en)), None)
            missing = Missing("edit", OTHER[drop["side"]], drop["detail"]["removed"]) if drop else None
            yield from cases(sides_between(ru_story, en_story, ru, en), usual, "stories", row["group"], missing, second)


def news_cases(row: Row, variant: int, second: bool) -> Iterator[Case]:
    """Every line of a document with drops; of another variant than the first only those that lost something."""
    changed, drops = with_drops(row, variant)
    ru_story, en_story = told(changed, "ru"), told(changed, "en")
    lines = range(len(changed["ru"]))
    usual = usual_length_ratio(ru_story, en_story, [(k, k) for k in lines])
    for k in drops if variant else lines:
        missing = Missing(drops[k].kind, OTHER[drops[k].side], drops[k].removed) if k in drops else None
        yield from cases(sides_between(ru_story, en_story, (k,), (k,)), usual, "news", row["group"], missing, second)


def merged_cases(row: Row, variant: int, joined: str, second: bool) -> Iterator[Case]:
    """Beads of two lines against one: a document with drops whose lines were joined two by two on one side.

    Args:
        row: A sentence-parallel document.
        variant: Others are left out in another variant.
        joined: "ru" or "en", the side whose lines are joined.
        second: Whether the second encoder takes part.
    """
    changed, drops = with_drops(row, variant)
    texts = changed[joined]
    whole = [JOINT.join((texts[k].rstrip(ENDS), texts[k + 1])) for k in range(0, len(texts) - 1, 2)]
    stories = [told({**changed, joined: whole}, side) for side in ("ru", "en")]
    usual = usual_length_ratio(told(changed, "ru"), told(changed, "en"), [(k, k) for k in range(len(texts))])
    for k in range(len(whole)):
        lines = (2 * k, 2 * k + 1)
        bead = (lines, (k,)) if joined == "en" else ((k,), lines)
        lost = [drops[line] for line in lines if line in drops]
        if len(lost) < 2:
            missing = Missing(lost[0].kind, OTHER[lost[0].side], lost[0].removed) if lost else None
            yield from cases(sides_between(*stories, *bead), usual, "merged", row["group"], missing, second)


def sentence_cases(found: Sequence[Row], second: bool) -> Iterator[Case]:
    """Our own pairs of sentences: those in which one side says more, and those that say the same in other words."""
    for row in found:
        lacking = [side for side in ("ru", "en") if not words_of(row, side)]
        if row["kind"] == "same" or (row["kind"] == "part" and lacking):
            ru, en = (tell(document_of_sentences([row[side]], side), encoder()) for side in ("ru", "en"))
            side = OTHER[lacking[0]] if lacking else ""
            missing = Missing("part", side, row[f"{side}_words"]) if lacking else None
            usual = usual_length_ratio(ru, en, [(0, 0)])
            yield from cases(sides_between(ru, en, (0,), (0,)), usual, "pairs", group_of(row), missing, second)


def translated_cases(found: Sequence[Row], variant: int, second: bool) -> Iterator[Case]:
    """Machine translations in which people found no error, each a document of one line, with drops."""
    for row in found:
        if row["label"] == "ok":
            line = {
                "id": row["id"],
                row["src_lang"]: [row["src"]],
                row["tgt_lang"]: [row["tgt"]],
                "group": row["group"],
            }
            yield from (replace(item, data="mqm21") for item in news_cases(line, variant, second))


def pair_cases(found: Sequence[Row], data: str, second: bool) -> Iterator[Case]:
    """Pairs of which nothing is learnt: clean ones, and the side that has more where one of them has."""
    for row in found:
        for text, label in ((row["tgt"], row["label"]), (row.get("good"), "ok")):
            if text and label in ("ok", "omission", "addition"):
                texts = {row["src_lang"]: row["src"], row["tgt_lang"]: text}
                ru, en = (tell(document_of_sentences([texts[side]], side), encoder()) for side in ("ru", "en"))
                more = row["src_lang"] if label == "omission" else row["tgt_lang"]
                missing = None if label == "ok" else Missing(label, more)
                usual = usual_length_ratio(ru, en, [(0, 0)])
                yield from cases(sides_between(ru, en, (0,), (0,)), usual, data, row["group"], missing, second)


def fitted(found: Sequence[Case]) -> dict[str, Any]:
    """Trees over stretches; the others of a sentence that lost something are left out, for they may be torn."""
    x, y, weights = [], [], []
    for item in found:
        if item.data not in LEARNT:
            continue
        chosen = item.dropped() if item.label else list(range(len(item.features)))
        x.append(item.features[chosen])
        y.append(np.full(len(chosen), float(bool(item.label))))
        weights.append(np.full(len(chosen), WEIGHT.get(item.label, 1.0)))
        if item.label:
            weights[-1][1:] *= OVERLAPPING
    return fitted_trees(x, y, np.concatenate(weights))


def cross_validated(found: Sequence[Case]) -> np.ndarray:
    """Highest probability among the stretches of each side, by a model fitted on documents of other groups."""
    best = np.zeros(len(found))
    for seen, unseen in GroupKFold(FOLDS).split(found, groups=[item.group for item in found]):
        trees = trees_from(fitted([found[k] for k in seen]))
        for k in unseen:
            best[k] = trees.probability(found[k].features).max(initial=0.0)
    return best


def print_reach(found: Sequence[Case], best: np.ndarray) -> None:
    """Share found of everything that was left out, by the flags allowed on untouched news."""
    chosen = {
        f"{data} {label or 'untouched'}": np.array([item.data == data and item.label == label for item in found])
        for data, label in [
            *(("stories", label) for label in ("", "edit")),
            *(("news", label) for label in KINDS),
            *(("merged", label) for label in ("", *KINDS)),
            *(("pairs", label) for label in ("", "part")),
            *(("DEMETR", label) for label in ("", "omission", "addition")),
            *(("mqm22", label) for label in ("", "omission")),
        ]
    }
    untouched = best[[item.data == "news" and not item.label for item in found]]
    print("flags per 100 untouched pairs of news; flagged pairs (untouched) or sides (others)")
    for allowed in ALLOWED:
        threshold = np.sort(untouched)[::-1][int(allowed * len(untouched) / 200)]
        shares = [
            f"{name} {(2 if name.endswith('untouched') else 1) * (best[which] > threshold).mean():.3f}"
            for name, which in chosen.items()
        ]
        print(f"{allowed} (p > {threshold:.3f}): {'; '.join(shares)}")


def calibrated(found: Sequence[Case], best: np.ndarray) -> dict[str, float]:
    """Platt scaling on the stories' sides and our own pairs'; prints how well it holds and what each setting finds."""
    judged = np.array([item.data in CALIBRATED for item in found]) & (best > JUDGED)
    right = np.array([bool(item.label) for item in found])
    model = LogisticRegression(C=1e6).fit(log_odds(best[judged])[:, None], right[judged])
    said = model.predict_proba(log_odds(best)[:, None])[:, 1]
    untouched = np.array([item.data == "news" and not item.label for item in found])
    for data in CALIBRATED:
        of = np.array([item.data == data for item in found])
        for name, least in (("careful", CAREFUL), ("balanced", BALANCED), ("sensitive", SENSITIVE)):
            flags = of & judged & (said >= least)
            error = expected_calibration_error(list(zip(said[flags].tolist(), right[flags].tolist(), strict=True)))
            print(
                f"{data} {name} (p >= {least}): recall {(flags & right).sum() / (of & right).sum():.3f}, precision "
                f"{right[flags].mean():.3f}, of sides that lack nothing flagged {flags[of & ~right].mean():.3f}, "
                f"calibration error {error:.3f}; {200 * (said[untouched] >= least).mean():.1f} flags per 100 untouched "
                "pairs of news"
            )
    return {"slope": float(model.coef_[0, 0]), "offset": float(model.intercept_[0])}


def mean_length_ratio(found: Sequence[Row]) -> float:
    """Mean log ratio of Russian to English characters of corresponding lines."""
    return float(
        np.mean(
            [np.log((len(a) + 5) / (len(b) + 5)) for row in found for a, b in zip(row["ru"], row["en"], strict=True)]
        )
    )


def collected(folder: Path, second: bool) -> list[Case]:
    """What is learnt from and counted on; `second` says whether the second encoder takes part.

    Half of the news is taken line by line, of the other half the lines that lost something; so, too, of the
    translations. Some of it is taken once more with lines joined.
    """
    documents = rows(folder, *news(folder))
    print(f"mean log ratio of Russian to English characters: {mean_length_ratio(documents):.3f}")
    found = [item for variant in (0, 1) for row in documents[variant::2] for item in news_cases(row, variant, second)]
    for k, row in enumerate(documents[::EVERY_MERGED]):
        found += merged_cases(row, 2, ("ru", "en")[k % 2], second)
    found += [item for row in rows(folder, *STORIES) for item in story_cases(row, second)]
    for name, data in (("dev_errors_demetr", "DEMETR"), ("dev_errors_mqm22", "mqm22")):
        found += pair_cases(rows(folder, name), data, second)
    found += sentence_cases(sentence_pairs.read(folder), second)
    translated = rows(folder, TRANSLATED)
    return found + [item for variant in (0, 1) for item in translated_cases(translated[variant::2], variant, second)]


def main() -> None:
    given = asked(second_parser(__doc__))
    fitted_for = fitted_by(given)
    found = collected(given.data, given.second)
    best = cross_validated(found)
    print_reach(found, best)
    calibration = calibrated(found, best)
    if given.write:
        record = {
            "features": list(features_of(given.second)),
            "calibration": calibration,
            "trees": fitted(found),
        }
        names = (*STORIES, *news(given.data), TRANSLATED, sentence_pairs.DEVELOPMENT)
        files = [*(data_file(given.data, name) for name in names), *sentence_pairs.files()]
        write_model("partial", record, files, fitted_for)


if __name__ == "__main__":
    main()
