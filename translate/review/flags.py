"""Differences that the reviewer flags by hand because no finder did, and how they stand beside what was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translate.comparison import Comparison
from translate.differences.about import found_only, part_found_only
from translate.differences.difference import Difference, Evidence, Kind, Review, Severity, Side
from translate.differences.identity import identified, in_reading_order
from translate.text.content import sentences_at
from translate.text.document import Document, Span
from translate.wording.phrase import Phrase

BY_HAND = Phrase("A reviewer marked it; it was not found by the comparison.")
BOTH_DIFFER = Phrase("The two versions differ here.")


@dataclass(frozen=True, slots=True)
class Flag:
    """A difference by hand.

    Attributes:
        kind: What differs; one that its side can have.
        source, target: Its words in either text, in reading order; empty on a silent side, never on both. No other
            flag stands in the same places.
        severity: How much it weighs.
        note: In the reviewer's words.
    """

    kind: Kind
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    severity: Severity = "major"
    note: str = ""

    @property
    def side(self) -> Side:
        """The side that has the words; "both" where either has some."""
        return "both" if self.source and self.target else "source" if self.source else "target"

    @property
    def places(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """What it is known by while its kind, severity and note change."""
        return self.source, self.target


def flag_of(difference: Difference) -> Flag:
    """The flag that a difference by hand was made of."""
    note = difference.review.note if difference.review else ""
    return Flag(difference.kind, difference.source, difference.target, difference.severity, note)


def flagged(found: Comparison, flags: Iterable[Flag]) -> tuple[Difference, ...]:
    """Flags as differences; without those in sentences that are not compared now, and where nothing is."""
    if not found.same_story.likely:
        return ()
    placed = [(flag, bead) for flag in flags if (bead := _bead(found, flag)) is not None]
    differences = (_difference(found, flag, bead) for flag, bead in placed)
    return identified(in_reading_order(differences), found.source, found.target)


def with_flags(found: Comparison, flags: Sequence[Flag]) -> Comparison:
    """A comparison with the differences by hand among those that were found."""
    added = flagged(found, flags)
    return replace(found, differences=in_reading_order((*found.differences, *added))) if added else found


def without_flags(reviewed: Comparison) -> tuple[Comparison, tuple[Flag, ...]]:
    """The reverse of `with_flags`."""
    flags = tuple(flag_of(difference) for difference in reviewed.differences if difference.by_hand)
    if not flags:
        return reviewed, flags
    found = tuple(difference for difference in reviewed.differences if not difference.by_hand)
    return replace(reviewed, differences=found), in_order_of_places(flags)


def in_order_of_places(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Flags in the order in which a file holds them."""
    return tuple(sorted(flags, key=lambda flag: [[(span.start, span.end) for span in side] for side in flag.places]))


def _difference(found: Comparison, flag: Flag, bead: int) -> Difference:
    return Difference(
        id="",
        kind=flag.kind,
        side=flag.side,
        severity=flag.severity,
        confidence=1.0,
        bead=bead,
        source=flag.source,
        target=flag.target,
        message=_message(found, flag),
        evidence=Evidence(BY_HAND),
        review=Review("accepted", flag.note, by_hand=True),
    )


def _message(found: Comparison, flag: Flag) -> Phrase:
    if flag.side == "both":
        return BOTH_DIFFER
    version = found.version(flag.side)
    return found_only(version, (), "") if flag.kind in ("omission", "addition") else part_found_only(version, (), "")


def _bead(found: Comparison, flag: Flag) -> int | None:
    """The bead that holds most of its sentences, the first of several; None where none does."""
    source, target = _sentences(found.source, flag.source), _sentences(found.target, flag.target)
    shares = [len(source & set(bead.source)) + len(target & set(bead.target)) for bead in found.beads]
    most = max(shares, default=0)
    return shares.index(most) if most else None


def _sentences(document: Document, spans: Sequence[Span]) -> set[int]:
    return {i for span in spans for i in sentences_at(document.sentences, span)}
