"""A number, a date or a name that a story gives, beside what the other version says."""

from dataclasses import dataclass
from typing import Literal

from translate.facts.mention import MentionKind
from translate.wording.brief import excerpt, several
from translate.wording.phrase import Telling

Status = Literal["matched", "different", "elsewhere", "only", "unclear"]


@dataclass(frozen=True, slots=True)
class Said:
    """One place where a version gives a fact.

    Attributes:
        sentence: Index in the document.
        start, end: Half-open offsets into the document's text, in code points.
        value: What was read there, in normal form: "5200000000 RUB", "2023-09-06", "mishustin".
        words: The same as a reader would write it, "September 6, 2023"; "" where the value serves.
    """

    sentence: int
    start: int
    end: int
    value: str
    words: Telling = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the table of facts.

    Attributes:
        kind: "number", "date" or "name"; a number that the other side gives as part of a date is a "date".
        status: "matched" where sentences that correspond give it alike, and for a name where both versions have it at
            all; "different" where they give it differently; "elsewhere" where the other version gives this number or
            date in sentences that do not correspond, so that it need not be about the same thing; "only" where only
            one version gives it; "unclear" where no counterpart of a name was recognised in a sentence that does
            correspond: it may be translated ("Рослесхоз", "the forestry agency") instead of written by its sound.
        source, target: Where either version gives it, in reading order; empty where it does not.
        difference: Id of the difference that tells of it where the status is "different", else None.
    """

    kind: MentionKind
    status: Status
    source: tuple[Said, ...]
    target: tuple[Said, ...]
    difference: str | None = None

    def __repr__(self) -> str:
        value = (self.source or self.target)[0].value
        places = f"{several(len(self.source), 'place')} in source, {len(self.target):,} in target"
        return f"<Fact {self.kind} {excerpt(value)}, {self.status}: {places}>"
