"""Fit what makes the confidence of a flag come true as often as it says.

    python -m benchmarks.fit.confidence [--data ../shared/eval] [--write]

Platt scaling (Platt 1999) of each finder's own confidence. For translations on the flags of the development stories,
where a planted edit makes a flag right; natural differences of the references count as wrong. For retellings on the
flags of the retold stories that no rule was written from, where a flag is right that meets what both versions tell
differently. Prints, in cross-validation by document group, the expected calibration error before and after, and what
every operating point finds there and in untouched news. In translations parts of sentences, quotes, certainty and
other words have models of their own, which partial.py, contrasts.py and meaning.py beside this file fit and calibrate.
Needs scikit-learn.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

from benchmarks.data.development import STORIES, Row, asked, data_file, encoder, news, read, rows, told
from benchmarks.data.fitted import fit_parser, leave_out_second, write_model
from benchmarks.data.retold_stories import RULES, Pair, conflict_places, own_files, retold, retold_rows, stands_on
from benchmarks.measure.alignment_scores import expected_calibration_error
from benchmarks.measure.differences import KIND_OF_EDIT, answers, flags_of
from translate.alignment.search import align_vectors
from translate.counterparts.judgement import judge
from translate.differences.confidence import Trust
from translate.differences.difference import Difference, Kind
from translate.differences.finding import find_all
from translate.differences.kinds import KINDS
from translate.differences.same_story import same_story
from translate.models.logistic import Calibration, log_odds
from translate.story.story import Story

AS_SAID = Trust({"partial": 1.0}, {})  # all facts and negations that are found, as their finders say it
CORRECTED: tuple[Kind, ...] = ("number", "date", "name", "negation")
IN_RETELLINGS: tuple[Kind, ...] = (*CORRECTED, "meaning", "quote", "certainty")
DEV_RETOLD = "dev_retold"
ENOUGH = 25  # flags of a kind in retellings; kinds with fewer are corrected together
FOLDS = 5
STIFFNESS = 10.0  # of the slope, in flags


@dataclass(frozen=True, slots=True)
class Said:
    """A flag inside a bead.

    Attributes:
        kind: What it tells of.
        confidence: What its finder says, given that the sentences correspond.
        bead: Probability that they do.
        right: Whether a planted edit explains it; of two flags for one edit, only the surer.
        group: Of the document.
    """

    kind: str
    confidence: float
    bead: float
    right: bool
    group: str


def all_flags(source: Story, target: Story, *, retold: bool = False) -> list[tuple[Difference, float]]:
    """Whatever is found inside the beads of two stories, and the probability of its bead.

    Of those that retell one another, if they are `retold`; none then where they are taken for translations.
    """
    beads = align_vectors(source.vectors, target.vectors)
    judged = judge(source, target, beads, encoder())
    if retold and judged.relation.kind != "retelling":
        return []
    if not same_story(source, target, judged.told, judged.links).likely:
        return []
    kinds = IN_RETELLINGS if retold else CORRECTED
    return [
        (difference, beads[difference.bead].probability)
        for difference in find_all(source, target, beads, encoder(), AS_SAID, judged)
        if difference.kind in kinds
    ]


def said_by(difference: Difference, bead: float, right: bool, group: str) -> Said:
    """A flag as its finder says it, without what the probability of its bead takes off."""
    return Said(difference.kind, min(1.0, difference.confidence / bead), bead, right, group)


def said_in_story(row: Row) -> list[Said]:
    """The flags of one story; the surest flag explains an edit."""
    found = sorted(all_flags(read(row, "ru"), read(row, "en")), key=lambda item: -item[0].confidence)
    flags = flags_of(row, [difference for difference, _ in found])
    for edit in (edit for edit in row["edits"] if edit["type"] in KIND_OF_EDIT):
        flag = next((flag for flag in flags if not flag.right and answers(flag, edit)), None)
        if flag:
            flag.right = True
    return [
        said_by(difference, bead, flag.right, row["group"])
        for (difference, bead), flag in zip(found, flags, strict=True)
    ]


def said_in_news(row: Row) -> list[Said]:
    """The flags of one untouched document."""
    return [
        said_by(difference, bead, False, row["group"])
        for difference, bead in all_flags(told(row, "ru"), told(row, "en"))
    ]


def said_in_retold(pair: Pair) -> list[Said]:
    """The flags of one retold story; none where it is taken for a translation."""
    told_differently = [conflict_places(pair, entry) for entry in pair.row["conflicts"]]
    return [
        said_by(found, bead, any(stands_on(found, places) for places in told_differently), pair.name)
        for found, bead in all_flags(pair.story("ru"), pair.story("en"), retold=True)
    ]


def of_retellings(said: Sequence[Said]) -> dict[str, dict[str, float]]:
    """The correction of every kind in retellings; prints how well it holds."""
    rare = [kind for kind in IN_RETELLINGS if sum(flag.kind == kind for flag in said) < ENOUGH]
    record: dict[str, dict[str, float]] = {}
    parts = []
    for kinds in (*((kind,) for kind in IN_RETELLINGS if kind not in rare), tuple(rare)):
        mine = [flag for flag in said if flag.kind in kinds]
        if not mine:
            continue
        correction, confidence = fitted(mine), cross_validated(mine)
        right = np.array([flag.right for flag in mine])
        parts += list(zip(confidence, right, strict=True))
        before = expected_calibration_error([(flag.confidence, flag.right) for flag in mine])
        after = expected_calibration_error(list(zip(confidence, right, strict=True)))
        print(
            f"retellings, {', '.join(kinds)}: {len(mine)} flags, {right.mean():.2f} right; calibration error "
            f"{before:.3f} -> {after:.3f}"
        )
        for kind in kinds:
            record[kind] = {"slope": round(correction.slope, 3), "offset": round(correction.offset, 3)}
            shown = confidence >= KINDS[kind].least["balanced"]
            of = np.array([flag.kind == kind for flag in mine])
            if (shown & of).any():
                print(f"  {kind} balanced: {(shown & of).sum()} shown, {right[shown & of].mean():.2f} right")
    print(f"retellings, all: calibration error {expected_calibration_error(parts):.3f}")
    return record


def fitted(said: Sequence[Said]) -> Calibration:
    """The correction with the least logarithmic loss; a few flags hold its slope near 1, that is no correction."""
    odds = log_odds(np.array([flag.confidence for flag in said]))
    sign = np.where([flag.right for flag in said], 1.0, -1.0)

    def loss(parameters: np.ndarray) -> float:
        slope, offset = parameters
        return float(np.logaddexp(0, -sign * (slope * odds + offset)).sum() + STIFFNESS * (slope - 1) ** 2)

    slope, offset = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return Calibration(float(slope), float(offset))


def corrected(correction: Calibration, said: Sequence[Said]) -> np.ndarray:
    return np.asarray(correction.corrected(np.array([flag.confidence for flag in said])))


def cross_validated(said: Sequence[Said]) -> np.ndarray:
    """Corrected confidences of all flags, each by a fit on documents of other groups."""
    result = np.zeros(len(said))
    for seen, unseen in GroupKFold(FOLDS).split(said, groups=[flag.group for flag in said]):
        result[unseen] = corrected(fitted([said[k] for k in seen]), [said[k] for k in unseen])
    return result


def print_points(kind: Kind, confidence: np.ndarray, right: np.ndarray, planted: int, alarms: np.ndarray) -> None:
    """What each operating point shows; `alarms` are flags in untouched news for 100 pairs."""
    for point, least in KINDS[kind].least.items():
        shown = confidence >= least
        print(
            f"  {point:9s} >= {least:.2f}: recall {right[shown].sum() / planted:.3f}, precision "
            f"{right[shown].mean() if shown.any() else 1:.3f} of {shown.sum()}, "
            f"untouched news {alarms[alarms[:, 0] >= least, 1].sum():.2f} per 100 pairs"
        )


def main() -> None:
    leave_out_second()
    given = asked(fit_parser(__doc__))
    stories = rows(given.data, *STORIES)
    documents = rows(given.data, *news(given.data))
    said = [flag for row in stories for flag in said_in_story(row)]
    alarms_said = [flag for row in documents for flag in said_in_news(row)]
    pairs = sum(len(row["ru"]) for row in documents)
    planted = Counter(KIND_OF_EDIT.get(edit["type"]) for row in stories for edit in row["edits"])
    record, parts = {}, []
    for kind in CORRECTED:
        mine = [flag for flag in said if flag.kind == kind]
        correction, confidence = fitted(mine), cross_validated(mine)
        right = np.array([flag.right for flag in mine])
        in_news = corrected(correction, [flag for flag in alarms_said if flag.kind == kind])
        alarms = np.stack([in_news, np.full(len(in_news), 100 / pairs)], axis=1)
        record[kind] = {"slope": round(correction.slope, 3), "offset": round(correction.offset, 3)}
        beads = np.array([flag.bead for flag in mine])
        parts += list(zip(confidence * beads, right, strict=True))
        before = expected_calibration_error([(flag.confidence * flag.bead, flag.right) for flag in mine])
        after = expected_calibration_error(list(zip(confidence * beads, right, strict=True)))
        print(f"{kind}: {len(mine)} flags, {right.mean():.2f} right; calibration error {before:.3f} -> {after:.3f}")
        print_points(kind, confidence, right, planted[kind], alarms)
    print(f"all: calibration error {expected_calibration_error(parts):.3f}")
    unread = [pair for pair in map(retold, retold_rows(given.data)) if pair.name[0] not in RULES]
    retelling = of_retellings([flag for pair in unread for flag in said_in_retold(pair)])
    if given.write:
        files = [*(data_file(given.data, name) for name in (*STORIES, DEV_RETOLD)), *own_files()]
        write_model("confidence", {"kinds": record, "retelling": retelling}, files)


if __name__ == "__main__":
    main()
