"""The terms of the user's glossary in some sentences of a comparison, as a card shows them."""

from collections.abc import Collection
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.text.shown import one_line, visible
from translate.text.sides import SideName, on_side, other_side


@dataclass(frozen=True, slots=True)
class TermView:
    """A term with what it may be called in the other language; notes are told as the user wrote them.

    Attributes:
        language, other_language: Of the term and of its renderings.
        note: "" for none.
    """

    term: str
    language: str
    renderings: tuple[str, ...]
    other_language: str
    note: str


def terms_in(comparison: Comparison, side: SideName, sentences: Collection[int]) -> tuple[TermView, ...]:
    """The terms of some sentences of one side, each once, in reading order."""
    language, other = (on_side(comparison, name).language for name in (side, other_side(side)))
    found = {
        use.term: TermView(one_line(use.term), language, tuple(map(one_line, use.renderings)), other, visible(use.note))
        for use in comparison.terms
        if use.side == side and use.sentence in sentences
    }
    return tuple(found.values())
