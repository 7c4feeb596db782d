"""Scores of alignments as the field prints them, and of sentences found on one side only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from translate.alignment.search import heaviest_increasing

Indices = tuple[int, ...]
Sides = tuple[Sequence[Sequence[int]], Sequence[Sequence[int]]]


@dataclass
class Prediction:
    """An alignment of gold sentences.

    Attributes:
        beads: Two-sided beads as (Russian, English, probability).
        lone: Probability of each Russian and each English sentence to stand alone, where known.
    """

    beads: Sequence[tuple[Indices, Indices, float]]
    lone: tuple[Any, Any] | None = None


def in_gold_sentences(beads: Sequence[tuple[Indices, Indices, float]], ours: Sides, gold: Sides) -> Prediction:
    """Beads over our own sentences as beads over the gold sentences.

    A sentence of ours stands for every gold sentence with which it shares half of the shorter of the two or more.

    Args:
        beads: Over our sentences.
        ours, gold: Offsets of the Russian and of the English sentences.
    """
    maps = [
        [[k for k, place in enumerate(theirs) if _share_half(span, place)] for span in mine]
        for mine, theirs in zip(ours, gold, strict=True)
    ]
    mapped = {
        (tuple(sorted({k for i in ru for k in maps[0][i]})), tuple(sorted({k for j in en for k in maps[1][j]})), p)
        for ru, en, p in beads
    }
    return Prediction(sorted(bead for bead in mapped if bead[0] and bead[1]))


def _share_half(one: Sequence[int], other: Sequence[int]) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common > 0 and 2 * common >= min(one[1] - one[0], other[1] - other[0])


Scored = tuple[dict[str, Any], Prediction]


def gold_of(row: dict[str, Any]) -> set[tuple[Indices, Indices]]:
    return {(tuple(ru), tuple(en)) for ru, en in row.get("beads") or row["gold"] if ru and en}


def counts(row: dict[str, Any], prediction: Prediction) -> Counter[str]:
    """What strict, lax and null-sentence scores are made of."""
    gold = gold_of(row)
    found = {(ru, en) for ru, en, _ in prediction.beads}
    total = Counter(gold=len(gold), found=len(found), strict=len(gold & found))
    links = [{(i, j) for i in ru for j in en} for ru, en in gold]
    found_links = [{(i, j) for i in ru for j in en} for ru, en in found]
    total["lax_found"] = sum(any(bead & link for link in links) for bead in found_links)
    total["lax_gold"] = sum(any(bead & link for bead in found_links) for link in links)
    for side, language in enumerate(("ru", "en")):
        everything = set(range(len(row[language])))
        lone = everything - {k for bead in gold for k in bead[side]}
        said = everything - {k for bead in found for k in bead[side]}
        total.update(sentences=len(everything), null=len(lone), null_found=len(said), null_right=len(lone & said))
    return total


def f1(right: float, found: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and F1; 1.0 where there was nothing to find and nothing was found."""
    precision = right / found if found else float(not gold)
    recall = right / gold if gold else float(not found)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def print_table(scored: Iterable[Scored]) -> None:
    """One line a level: strict P R F1, lax F1, null-sentence P R F1, false nulls per 100 sentences."""
    levels: dict[str, Counter[str]] = {}
    for row, prediction in scored:
        found = counts(row, prediction)
        stories = ["stories"] if row["level"] in ("light", "medium", "heavy") else []
        control = ["control"] if row.get("control") in (True, "True") else []
        for level in (row["level"], *stories, *control):
            levels.setdefault(level, Counter()).update(found)
    print(f"{'':10s} {'strict P / R / F1':>22s} {'lax F1':>7s} {'null P / R / F1':>22s} {'false nulls / 100':>18s}")
    for level, c in levels.items():
        strict = f1(c["strict"], c["found"], c["gold"])
        lax_p, lax_r = c["lax_found"] / max(1, c["found"]), c["lax_gold"] / max(1, c["gold"])
        null = f1(c["null_right"], c["null_found"], c["null"])
        false = 100 * (c["null_found"] - c["null_right"]) / c["sentences"]
        lax = 2 * lax_p * lax_r / (lax_p + lax_r)
        print(
            f"{level:10s} {strict[0]:6.3f}  {strict[1]:6.3f}  {strict[2]:6.3f} {lax:7.3f}"
            f" {null[0]:6.3f}  {null[1]:6.3f}  {null[2]:6.3f} {false:18.2f}"
        )


def said_of_beads(scored: Iterable[Scored]) -> list[tuple[float, bool]]:
    """Probability of every two-sided bead, and whether it is right."""
    return [(p, (ru, en) in gold_of(row)) for row, prediction in scored for ru, en, p in prediction.beads]


def said_of_lone(scored: Iterable[Scored]) -> list[tuple[float, bool, str]]:
    """Probability of every sentence left alone to stand alone, whether it does, and the group of its document."""
    said = []
    for row, prediction in scored:
        gold = gold_of(row)
        for side, language in enumerate(("ru", "en")):
            if prediction.lone is None:
                continue
            held = {k for bead in prediction.beads for k in bead[side]}
            gold_held = {k for bead in gold for k in bead[side]}
            said += [
                (float(prediction.lone[side][k]), k not in gold_held, str(row["group"]))
                for k in range(len(row[language]))
                if k not in held
            ]
    return said


def expected_calibration_error(said: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Mean distance of what was said from what came true, over equal bins of probability."""
    if not said:
        return 0.0
    p, right = np.array([p for p, _ in said]), np.array([right for _, right in said], dtype=float)
    places = np.minimum((p * bins).astype(int), bins - 1)
    parts = [places == place for place in range(bins)]
    return float(sum(abs(p[part].mean() - right[part].mean()) * part.sum() for part in parts if part.any()) / len(p))


def print_order(scored: Iterable[Scored]) -> None:
    """How many beads that were moved or swapped are linked, and how many cross others where nothing was moved."""
    moved = linked = crossing = in_order = 0
    for row, prediction in scored:
        edits = [edit for edit in row.get("edits", []) if edit["type"] in ("move", "swap")]
        links = {(i, j) for ru, en, _ in prediction.beads for i in ru for j in en}
        for ru, en in gold_of(row):
            if any(set(ru) & set(edit["ru"]) and set(en) & set(edit["en"]) for edit in edits):
                moved += 1
                linked += any((i, j) in links for i in ru for j in en)
        if "edits" in row and not edits:
            beads = sorted(prediction.beads)
            in_order += len(beads)
            starts = [en[0] for _, en, _ in beads]
            crossing += len(beads) - len(heaviest_increasing(starts, [len(ru) + len(en) for ru, en, _ in beads]))
    print(f"moved or swapped beads linked: {linked} of {moved} = {linked / max(1, moved):.3f}")
    print(f"false crossings where nothing was moved: {crossing} of {in_order} = {crossing / max(1, in_order):.4f}")


def print_coverage(scored: Iterable[Scored]) -> None:
    """Same event, two outlets: sentences that the other side does not cover, and full links touched by a bead."""
    c: Counter[str] = Counter()
    for row, prediction in scored:
        links = {(i, j) for ru, en, _ in prediction.beads for i in ru for j in en}
        full = [link for link in row["links"] if link["strength"] == "full"]
        c.update(full=len(full), full_found=sum(any((i, j) in links for i in k["ru"] for j in k["en"]) for k in full))
        for side, language in enumerate(("ru", "en")):
            uncovered, covered = set(row[f"{language}_uncovered"]), set(row[f"{language}_covered"])
            said = (uncovered | covered) - {link[side] for link in links}  # those in partial links only do not count
            c.update(uncovered=len(uncovered), said=len(said), right=len(said & uncovered))
    precision, recall, both = f1(c["right"], c["said"], c["uncovered"])
    print(f"same event: uncovered sentences P {precision:.3f} R {recall:.3f} F1 {both:.3f}", end="; ")
    print(f"full links found {c['full_found']} of {c['full']} = {c['full_found'] / max(1, c['full']):.3f}")
