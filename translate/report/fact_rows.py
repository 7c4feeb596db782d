"""The table of facts in words: what a row is called, as it is written on either side, and in which sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.differences.conflicts.fact import Fact, Said, Status
from translate.report.numbers import numbers_of
from translate.report.wording import read_as, tag, version_of
from translate.text.shown import one_line
from translate.wording.phrase import Phrase

MOST_WORDINGS = 4  # of one value on one side; a name in six cases says no more than in four

# What asks for a look stands before what does not.
_ORDER: tuple[Status, ...] = ("different", "only", "unclear", "elsewhere", "matched")

CAVEAT = Phrase("Names are compared by sound, so the counterpart of one that is translated may not be recognised.")


@dataclass(frozen=True, slots=True)
class FactSide:
    """What one side of a row says.

    Attributes:
        words: As written there, each wording once; "" where that side does not give it.
        value: As read, "September 6"; "" likewise.
        sentences: Their numbers, which count from 1.
    """

    words: str
    value: str
    sentences: tuple[int, ...]

    @property
    def numbers(self) -> str:
        """The sentences in one cell, "3, 7"."""
        return ", ".join(map(str, self.sentences))


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row: `status` in words, `difference` is its number, "" where the versions do not differ in it."""

    kind: str
    status: str
    source: FactSide
    target: FactSide
    difference: str

    @property
    def value(self) -> str:
        """What is read in one cell, "7 ≠ 6" where the versions differ."""
        if self.difference:
            return f"{self.source.value} ≠ {self.target.value}"
        return self.source.value or self.target.value


def fact_rows(comparison: Comparison) -> tuple[FactRow, ...]:
    """All facts of a comparison: those in which the versions differ first, then the others, in its order each."""
    numbers = numbers_of(comparison)
    return tuple(
        FactRow(
            tag(fact.kind),
            fact_status(comparison, fact),
            _side(comparison.source.text, fact.source),
            _side(comparison.target.text, fact.target),
            str(numbers.get(fact.difference, fact.difference)) if fact.difference else "",
        )
        for fact in sorted(comparison.facts, key=lambda fact: _ORDER.index(fact.status))
    )


def fact_status(comparison: Comparison, fact: Fact) -> str:
    """What is found about a fact, "only in Russian"."""
    version = version_of(comparison, "source" if fact.source else "target")
    words: dict[Status, Phrase] = {
        "matched": Phrase("in both versions"),
        "different": Phrase("the versions differ"),
        "elsewhere": Phrase("elsewhere in the other version"),
        "only": Phrase("only in {version:alone}", version=version),
        "unclear": Phrase("in {version:alone}, counterpart not recognised", version=version),
    }
    return words[fact.status].told()


def _side(text: str, said: Sequence[Said]) -> FactSide:
    wordings = list(dict.fromkeys(one_line(text[at.start : at.end]) for at in said))
    more = ["…"] if len(wordings) > MOST_WORDINGS else []
    values = dict.fromkeys(one_line(read_as(at)) for at in said)
    sentences = dict.fromkeys(at.sentence + 1 for at in said)
    return FactSide("; ".join([*wordings[:MOST_WORDINGS], *more]), "; ".join(values), tuple(sentences))
