"""Decisions about differences, known by what was found and where, so that they outlive a new alignment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from translate.comparison import Comparison
from translate.differences.difference import Difference, Kind, Review, Severity, Side, Verdict, kinds_for
from translate.differences.identity import in_reading_order
from translate.errors import ReviewError
from translate.text.document import Span
from translate.text.sides import SideName
from translate.wording.phrase import Phrase

SIDE_NAMES: dict[SideName, Phrase] = {"source": Phrase("source"), "target": Phrase("target")}


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a difference the same one in another comparison of the same two texts; its id and bead do not.

    Attributes:
        kind: The kind that was found, whatever a reviewer calls it.
        side: The side that has the content.
        source, target: Where it stands in either text.
    """

    kind: Kind
    side: Side
    source: tuple[Span, ...]
    target: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about one difference; the empty decision stands for none.

    Attributes:
        verdict: Whether it is one; None as long as that is open.
        kind: What it is called instead; None for the kind that was found.
        severity: How much it weighs instead; None for the severity that was found.
        note: In the reviewer's words.
    """

    verdict: Verdict | None = None
    kind: Kind | None = None
    severity: Severity | None = None
    note: str = ""


def key_of(difference: Difference) -> Key:
    """The key of a difference, before and after decisions were applied."""
    found = difference.review.kind_found if difference.review else None
    return Key(found or difference.kind, difference.side, difference.source, difference.target)


def applied(found: Comparison, decisions: Mapping[Key, Decision]) -> Comparison:
    """The comparison as the reviewer sees it: called and weighed as decided, what was rejected set apart."""
    if not decisions:
        return found
    decided = [_decided(difference, decisions.get(key_of(difference))) for difference in found.differences]
    return replace(
        found,
        differences=tuple(difference for difference in decided if not _rejected(difference)),
        rejected=tuple(difference for difference in decided if _rejected(difference)),
    )


def taken_apart(reviewed: Comparison) -> tuple[Comparison, dict[Key, Decision]]:
    """The reverse of `applied`: the comparison as it was found, and the decisions about it."""
    everything = in_reading_order((*reviewed.differences, *reviewed.rejected))
    decisions = {key_of(difference): _decision(difference) for difference in everything if difference.review}
    if not decisions:
        return reviewed, decisions
    return replace(reviewed, differences=tuple(map(_found, everything)), rejected=()), decisions


def wrong_kind(side: Side, kind: str) -> ReviewError:
    """The refusal of a kind that a difference on this side cannot have."""
    return ReviewError(
        Phrase(
            "What {having} cannot be called {kind}. Known here: {known}.",
            having=_having(side),
            kind=kind,
            known=", ".join(kinds_for(side)),
        )
    )


def _decided(difference: Difference, decision: Decision | None) -> Difference:
    if decision is None:
        return difference
    kind, severity = decision.kind or difference.kind, decision.severity or difference.severity
    review = Review(
        verdict=decision.verdict,
        note=decision.note,
        kind_found=None if kind == difference.kind else difference.kind,
        severity_found=None if severity == difference.severity else difference.severity,
    )
    return replace(difference, kind=kind, severity=severity, review=review)


def _rejected(difference: Difference) -> bool:
    return difference.review is not None and difference.review.verdict == "rejected"


def _decision(difference: Difference) -> Decision:
    review = difference.review or Review()
    return Decision(
        verdict=review.verdict,
        kind=difference.kind if review.kind_found else None,
        severity=difference.severity if review.severity_found else None,
        note=review.note,
    )


def _found(difference: Difference) -> Difference:
    review = difference.review or Review()
    kind, severity = review.kind_found or difference.kind, review.severity_found or difference.severity
    return replace(difference, kind=kind, severity=severity, review=None)


def _having(side: Side) -> Phrase:
    if side == "both":
        return Phrase("both versions have")
    return Phrase("only the {side} text has", side=SIDE_NAMES[side])
