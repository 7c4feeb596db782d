"""Measure what is told where two newsrooms write about one event.

    python -m benchmarks.measure.retold [--data ../shared/eval] [--shipped]

Every text is read as a user gives it, with our own sentences and headlines. Prints each figure twice: with models of
counterparts and of parts of retold sentences that were fitted without the document, in cross-validation, and with the
shipped ones, which have seen all of these data; first come the shipped ones on stories that are kept back. `--shipped`
leaves the cross-validation out, which takes scikit-learn and some minutes. The other models (alignment, parts of
translated sentences, facts) are the shipped ones in all. The second encoder takes part where it is installed, unless
PARALLAX_SECOND_ENCODER=0 leaves it out.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.data.development import asked, data_parser, encoder
from benchmarks.data.retold_stories import (
    FULL,
    LANGUAGES,
    NONE,
    PART,
    UNKNOWN,
    Pair,
    conflict_places,
    folds,
    kept_back,
    own_files,
    own_rows,
    pairs,
    parallel_text,
    stands_on,
)
from benchmarks.fit.counterparts import EVERY_NEWS, EVERY_STORY, FOLDS, examples, fitted, models_by_fold
from benchmarks.fit.retold_parts import learn, stretches
from benchmarks.measure.alignment_scores import expected_calibration_error
from translate import Options, compare
from translate.comparison import Comparison
from translate.counterparts.model import Models
from translate.differences.kinds import KINDS
from translate.engines.protocols import fitted_name
from translate.options import OperatingPoint
from translate.story.states import is_of_both, judged_by
from translate.text.sides import SIDES, on_side

LONE = ("omission", "addition")
CROSSED, SHIPPED = "cross-validated", "shipped, seen in fitting"
NEWS = ("news", "news as text")  # translated line by line and untouched: given as sentences, and as it is pasted
MODELS = "translate.counterparts.judgement.models"
PARTS = "translate.differences.parts.retold_parts.retold_model"
Unseen = tuple[Models, tuple[float, np.ndarray]]  # models of counterparts and of parts, fitted without a document
Span = tuple[int, int]
POINTS: tuple[OperatingPoint, ...] = ("careful", "balanced", "sensitive")


@dataclass
class Score:
    """What was counted over some pairs.

    Attributes:
        counts: Of sentences, flags and words, by name.
        said: Probability that nothing is told, and whether so it is, of every gold sentence.
    """

    counts: Counter[str] = field(default_factory=Counter)
    said: list[tuple[float, bool]] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else float("nan")

    @property
    def precision(self) -> float:
        flagged = sum(self.counts[f"{name} flagged"] for name in ("none", "part", "full"))
        return self.counts["none flagged"] / flagged if flagged else float("nan")

    @property
    def recall(self) -> float:
        return self.share("none flagged", "none")

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def met(one: Span, two: Span) -> int:
    """Characters that two spans have in common; below 0 for none."""
    return min(one[1], two[1]) - max(one[0], two[0])


def count(pair: Pair, comparison: Comparison, score: Score) -> None:
    """Count one pair in: sentences by verdict, those flagged, words of parts, links."""
    names = {NONE: "none", PART: "part", FULL: "full"}
    score.counts["pairs"] += 1
    score.counts["refused"] += not comparison.same_story.likely
    score.counts.update(f"flag {found.kind}" for found in comparison.differences)
    for side, language in zip(SIDES, LANGUAGES, strict=True):
        known = pair.sides[language]
        marked = [
            ((span.start, span.end), found.kind) for found in comparison.differences for span in on_side(found, side)
        ]
        lone = [span for span, kind in marked if kind in LONE]
        parts = [span for span, kind in marked if kind == "partial"]
        for span, told in zip(known.spans, known.told, strict=True):
            if told == UNKNOWN:
                continue
            flagged = 2 * sum(max(0, met(at, span)) for at in lone) > span[1] - span[0]
            score.counts[names[told]] += 1
            score.counts[f"{names[told]} flagged"] += flagged
            if told == PART:
                for lacking in known.lacking:
                    if span[0] <= lacking[0] < span[1]:
                        score.counts["words"] += 1
                        score.counts["words found"] += flagged or any(met(at, lacking) > 0 for at in parts)
            none = _none_of(comparison, side, span)
            if none is not None:
                score.said.append((none, told == NONE))
        for part in parts:
            score.counts["parts"] += 1
            inside = sum(max(0, met(part, lacking)) for lacking in known.lacking)
            score.counts["parts right"] += 2 * inside > part[1] - part[0]
    _count_links(pair, comparison, score)
    if pair.kind == "retold":
        _count_conflicts(pair, comparison, score)


def _count_conflicts(pair: Pair, comparison: Comparison, score: Score) -> None:
    """What both versions tell differently, or alike in other words, that a flag meets on either side."""
    flags = [found for found in comparison.differences if KINDS[found.kind].family == "conflict"]
    right = [False] * len(flags)
    for name in ("conflicts", "same"):
        for entry in pair.row.get(name, ()):
            places = conflict_places(pair, entry)
            hit = [stands_on(flag, places) for flag in flags]
            score.counts[name] += 1
            score.counts[f"{name} flagged"] += any(hit)
            if name == "conflicts":
                right = [one or other for one, other in zip(right, hit, strict=True)]
    score.counts["conflict flags"] += len(flags)
    score.counts["conflict flags right"] += sum(right)


def _none_of(comparison: Comparison, side: str, span: Span) -> float | None:
    """Mean probability that nothing is told, over our sentences in a gold one; None where none of ours is judged."""
    found = [
        (met((sentence.start, sentence.end), span), told.none)
        for sentence, told in zip(on_side(comparison, side).sentences, on_side(comparison.told, side), strict=True)
        if told is not None and met((sentence.start, sentence.end), span) > 0
    ]
    return sum(size * none for size, none in found) / sum(size for size, _ in found) if found else None


def _count_links(pair: Pair, comparison: Comparison, score: Score) -> None:
    """Full links of the gold that a counterpart meets on both sides."""
    for ours, theirs, strength in pair.links:
        if strength != "full":
            continue
        spans = [pair.sides["ru"].spans[i] for i in ours], [pair.sides["en"].spans[j] for j in theirs]
        score.counts["links"] += 1
        score.counts["links met"] += any(
            all(
                any(
                    met((sentence.start, sentence.end), span) > 0
                    for sentence in (on_side(comparison, side).sentences[k] for k in on_side(found, side))
                    for span in gold
                )
                for side, gold in zip(SIDES, spans, strict=True)
            )
            for found in comparison.counterparts
        )


def measured(found: Sequence[Pair], point: OperatingPoint, unseen: Sequence[Unseen] | None = None) -> Score:
    """Compare pairs at an operating point, each with its models of `unseen`, or with the shipped ones."""
    score = Score()
    options = Options(engine="none", operating_point=point)
    for number, pair in enumerate(found):
        texts = [pair.sides[language].text or list(pair.sides[language].sentences) for language in LANGUAGES]
        if unseen is None:
            count(pair, compare(*texts, options, embedder=encoder()), score)
            continue
        models, parts = unseen[number]
        with patch(MODELS, return_value=models), patch(PARTS, return_value=parts):
            count(pair, compare(*texts, options, embedder=encoder()), score)
    return score


def print_score(kind: str, point: str, score: Score) -> None:
    c = score.counts
    full = max(1, c["full"])
    told = [
        f"one-sided precision {score.precision:.3f} recall {score.recall:.3f} F1 {score.f1:.3f}",
        f"of sentences told in full flagged {c['full flagged'] / full:.3f}",
        f"full links met {score.share('links met', 'links'):.3f} of {c['links']}",
        f"refused {c['refused']} of {c['pairs']}",
        f"calibration error {expected_calibration_error(score.said):.3f}",
    ]
    if c["words"]:  # elsewhere nobody knows which words one side alone says
        recall, precision = score.share("words found", "words"), score.share("parts right", "parts")
        told.append(
            f"words only one side says: recall {recall:.3f}, partial flags right {precision:.3f} of {c['parts']}"
        )
    if c["conflicts"]:
        told += [
            f"conflicts found {score.share('conflicts flagged', 'conflicts'):.3f} of {c['conflicts']}",
            f"their flags right {score.share('conflict flags right', 'conflict flags'):.3f} of {c['conflict flags']}",
            f"same sense flagged {score.share('same flagged', 'same'):.3f} of {c['same']}",
        ]
    print(f"  {kind} {point}: {'; '.join(told)}")
    if kind in (*NEWS, "announcements"):
        pairs_of_sentences = (c["full"] + c["part"]) / 2
        false = (c["full flagged"] + c["part flagged"]) / pairs_of_sentences
        print(f"  {kind} {point}: false one-sided flags for 100 pairs {100 * false:.2f}")
        within = {
            of: 100 * c[f"flag {of}"] / pairs_of_sentences
            for of, about in KINDS.items()
            if about.family in ("conflict", "part")
        }
        conflicts = sum(share for of, share in within.items() if KINDS[of].family == "conflict")
        told_of = ", ".join(f"{of} {share:.2f}" for of, share in within.items() if share)
        print(f"  {kind} {point}: conflicts flagged for 100 pairs {conflicts:.2f}; {told_of}")


def kind_of(pair: Pair, ours: Collection[str]) -> str:
    """Its kind; our own retold stories, which are harder than those of the development data, are one by themselves."""
    return f"our own {pair.kind}" if pair.kind == "retold" and pair.name in ours else pair.kind


def unseen_models(folder: Path, fold: np.ndarray) -> list[Unseen]:
    """For each fold the models of counterparts and of parts that were fitted without its documents."""
    read = list(examples(folder, second=is_of_both(judged_by(fitted_name(encoder())))))
    by_fold = models_by_fold(fitted(read, fold))
    chosen = [number for number, item in enumerate(read) if item.pair.kind == "retold"]
    parts = learn([stretches(read[number], by_fold[fold[number]]) for number in chosen], fold[chosen])
    return [
        (models, (record["intercept"], np.array(record["weights"])))
        for models, record in zip(by_fold, parts, strict=False)  # the last was fitted on everything
    ]


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--shipped", action="store_true", help="measure the shipped models alone")
    given = asked(parser)
    found = list(pairs(given.data, every_story=EVERY_STORY, every_news=EVERY_NEWS))
    fold = folds(found, FOLDS)
    untouched = [number for number, pair in enumerate(found) if pair.kind == "news"]
    found += [parallel_text(found[number].row) for number in untouched]
    fold = np.concatenate([fold, fold[untouched]])
    print("kept back, nothing was fitted on them")
    for point in POINTS:
        print_score("our own retold", point, measured(kept_back(), point))
    unseen = [] if given.shipped else unseen_models(given.data, fold[: len(found) - len(untouched)])
    ours = {row["id"] for row in own_rows(own_files())}
    kinds = np.array([kind_of(pair, ours) for pair in found])
    for name, models in ((CROSSED, unseen), (SHIPPED, [])):
        if name == CROSSED and given.shipped:
            continue
        print(name)
        for kind in dict.fromkeys(kinds.tolist()):
            numbers = np.flatnonzero(kinds == kind).tolist()
            points = POINTS if "retold" in kind and name == CROSSED else POINTS[1:2]
            chosen = [models[fold[number]] for number in numbers] if models else None
            for point in points:
                print_score(kind, point, measured([found[k] for k in numbers], point, chosen))


if __name__ == "__main__":
    main()
