"""What an alignment weighed and did not choose, as a reader sees it."""

from dataclasses import dataclass

from translate.alignment.bead import Bead, Rejected
from translate.comparison import Comparison
from translate.differences.difference import Candidate, Difference
from translate.report.passages import stands_alone
from translate.report.wording import chance, marked_gloss, sentences_named, side_name
from translate.text.shown import visible
from translate.text.sides import SIDES, SideName, on_side, other_side
from translate.wording.interface import number
from translate.wording.phrase import say

LIKELY = 0.01  # as of which a next best candidate is told in a plain report


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence with its translation, "" if there is none."""

    side: SideName
    name: str
    language: str
    other_language: str
    index: int
    text: str
    translation: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate beside a bead.

    Attributes:
        label: Which sentences it would put together, "Russian sentence 4 with English sentence 9"; for a sentence that
            stands alone only the other one, "English sentence 9".
        taken: Where that other sentence stands instead, "stands with Russian sentence 5"; "" where nowhere.
        similarity, probability: In words, "0.42" and "3 %"; no probability beside a sentence that stands alone though
            it shares a bead with others.
        quotes: Its sentences outside the bead.
    """

    label: str
    taken: str
    similarity: str
    probability: str
    quotes: tuple[Quote, ...]

    @property
    def line(self) -> str:
        """The candidate in one line of plain text, each sentence with its translation in brackets."""
        words = say("{sentences}, similarity {similarity}", sentences=self.label, similarity=self.similarity)
        words += say(", probability {share}", share=self.probability) if self.probability else ""
        words += f"; {self.taken}" if self.taken else ""
        quoted = (f"{q.text} ({q.translation})" if q.translation else q.text for q in self.quotes)
        return ": ".join([words, *filter(None, [" … ".join(quoted)])])


def weighed(comparison: Comparison, difference: Difference) -> tuple[Weighed, ...]:
    """The nearest candidates to a sentence that stands alone, best first; the next best one to any other bead."""
    bead = comparison.beads[difference.bead]
    if _parted(bead, difference):
        return tuple(_near(comparison, near) for near in difference.evidence.candidates)
    rejected = bead.explanation.rejected if bead.explanation else ()
    return tuple(_weighed(comparison, bead, other) for other in (rejected[:1] if bead.two_sided else rejected))


def weighed_line(comparison: Comparison, difference: Difference) -> tuple[str, str] | None:
    """The best candidate for a plain report, what it is called and in one line.

    None where there is none, and where it could hardly have taken the place of a two-sided bead: a report that nobody
    can fold away is shorter without it.
    """
    bead = comparison.beads[difference.bead]
    best = weighed(comparison, difference)[:1]
    if best and bead.two_sided and not stands_alone(difference) and bead.explanation:
        best = best if bead.explanation.rejected[0].probability >= LIKELY else ()
    if not best:
        return None
    return heading(comparison, difference), best[0].line


def heading(comparison: Comparison, difference: Difference) -> str:
    """What the candidates of a difference are called."""
    paired = comparison.beads[difference.bead].two_sided and not stands_alone(difference)
    return say("next best") if paired else say("nearest")


def _parted(bead: Bead, difference: Difference) -> bool:
    """Whether a sentence stands alone in a bead of both sides, which its other sentences make."""
    return bead.two_sided and stands_alone(difference)


def _near(comparison: Comparison, near: Candidate) -> Weighed:
    """A sentence that came near to one that stands alone."""
    label = sentences_named(comparison, near.side, (near.sentence,))
    quotes = (quote(comparison, near.side, near.sentence),)
    return Weighed(label, "", number(near.similarity, ".2f"), "", quotes)


def _weighed(comparison: Comparison, bead: Bead, other: Rejected) -> Weighed:
    outside = {"source": set(other.source) - set(bead.source), "target": set(other.target) - set(bead.target)}
    if bead.two_sided:
        one, two = (sentences_named(comparison, side, on_side(other, side)) for side in SIDES)
        label = say("{one} with {other}", one=one, other=two)
        taken = ""
    else:
        silent: SideName = "target" if bead.source else "source"
        label = sentences_named(comparison, silent, on_side(other, silent))
        taken = _taken(comparison, silent, on_side(other, silent)[0])
    quotes = tuple(quote(comparison, side, index) for side in SIDES for index in sorted(outside[side]))
    return Weighed(label, taken, number(other.similarity, ".2f"), chance(other.probability), quotes)


def _taken(comparison: Comparison, side: SideName, index: int) -> str:
    """Where a sentence that came near stands: with a third one, or alone as well."""
    opposite = other_side(side)
    for bead in comparison.beads:
        if index in on_side(bead, side) and bead.two_sided:
            return say(
                "stands with {sentences}", sentences=sentences_named(comparison, opposite, on_side(bead, opposite))
            )
    return ""


def quote(comparison: Comparison, side: SideName, index: int) -> Quote:
    """One sentence as cards show it."""
    document, translation = on_side(comparison, side), on_side(comparison.translation, side)
    return Quote(
        side=side,
        name=side_name(comparison, side),
        language=document.language,
        other_language=on_side(comparison, other_side(side)).language,
        index=index,
        text=visible(document.sentence_text(index)),
        translation=marked_gloss(translation, (index,), visible(translation.shown(index))),
    )
