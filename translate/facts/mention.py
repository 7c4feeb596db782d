"""One place in a text where a number, a date or a name stands, and what was read there."""

from copy import copy
from dataclasses import dataclass, replace
from typing import Literal

MentionKind = Literal["number", "date", "name"]
Change = Literal["", "level", "step"]
# Numbers, dates and names of one sentence that are compared, of each so many: a table without full stops has more, and
# weighing all against all takes the square of their number.
MOST = 100
NameSort = Literal["country", "city", "place", "person", "organisation", "language", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """What all mentions share.

    Attributes:
        kind: What was read.
        start, end: Half-open offsets, in code points, into the text that was read.
        text: The words as they stand there.
        value: The same in normal form: "5200000000 RUB", "2023-09-06", "mishustin".
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class NumberMention(Mention):
    """A number by value.

    Attributes:
        amounts: The values it can have, likeliest first; several where the writing is ambiguous
            ("2,500" in Russian, the 5 of "5-7 million").
        unit: "%", a currency code, a measure ("km", "year", "clock": minutes after midnight) or None.
        approximate: Whether "about", "more than" and the like stand by it.
        bound: 1 for "more than" and "at least", -1 for "less than" and "at most", 0 for neither.
        zone: Time zone that a time of the day is given in ("gmt"), lower case; empty where none is named.
        bare: Nothing that is counted stands behind it, so its scale may have been said before ("the remaining 18").
        sign: -1 for "minus 15", "below zero" and "BC", 1 for "plus", "above zero" and "AD", 0 where nothing says.
        about: Whether "about" or the like stands by it, and no bound.
        per: Unit of time that it is counted by ("day" for "twice a day"); empty for none.
        change: "step" where something rose or fell by it, "level" where to it; empty for neither.
        rising: 1 where that rose, -1 where it fell, 0 without a change.
        lead: Characters before it that say its sign, its bound or "about".
        said: Its words with those and what stands behind; empty where nothing says such a thing.
        weak: Too unspecific to contradict anything (one, first, both, twice): it may confirm another number.
    """

    amounts: tuple[float, ...] = ()
    unit: str | None = None
    approximate: bool = False
    bound: int = 0
    zone: str = ""
    bare: bool = False
    sign: int = 0
    about: bool = False
    per: str = ""
    change: Change = ""
    rising: int = 0
    lead: int = 0
    said: str = ""
    weak: bool = False

    @property
    def whole(self) -> "NumberMention":
        """The same with the words beside it that say its sign, its bound or "about"."""
        if not self.said:
            return self
        start = self.start - self.lead
        return replace(self, start=start, end=start + len(self.said), text=self.said, lead=0, said="")


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A quantity that no number word tells; it contradicts others and is no fact of its own.

    Attributes:
        of: "shares" of a whole ("most"), "counts" ("dozens"), a "single" time ("for a month"), "spans" of some ("recent
            weeks"), how "often"; of a date the "daytimes", the "phases" of a month or year, and the "edges": whether
            before it or after it.
        low, high: The values it leaves possible, in [0, 1] for a share, in days for a time.
    """

    of: str = ""
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A time told from the day of publication.

    Attributes:
        unit: What is counted; "weekday" for "last Friday", whose day of the week stands beside it.
        offset: How many units later: -1 for "yesterday" and "last week", 1 for "next Friday", 0 for "this year".
    """

    unit: Literal["day", "week", "month", "year", "weekday"]
    offset: int


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date as far as it was given; None stands for what was not.

    Attributes:
        year: The year; the last two digits are completed to the likeliest century.
        month, day: 1-12, 1-31.
        weekday: 0 for Monday to 6 for Sunday.
        decade: First year of a decade (1990 for "the 90s").
        quarter, half: Part of a year, from 1 on.
        season: 0 for spring to 3 for winter.
        feast: Place in the list of feasts that every language has in the same order (0 for Christmas).
        relative: The same told from the day of publication ("yesterday", "last Friday").
        swappable: Day and month could be the other way round ("9/6/2023").
        eve: "In the night before Saturday", as Russian has it: the day before is as good a name.
        resolved: Fields that follow from `relative` once the day of publication is known; empty where it is not.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    decade: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    feast: int | None = None
    relative: RelativeDate | None = None
    swappable: bool = False
    eve: bool = False
    resolved: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """A name across scripts and cases.

    Attributes:
        keys: Language-independent keys, one for each word: a code for a known country, city or institution
            ("country:FR"), otherwise the consonants of the transliteration ("mxstn").
        sort: What it names, as far as that is known.
        known: Whether it was found in a table, so that its counterpart is known as well.
    """

    keys: tuple[str, ...] = ()
    sort: NameSort = "other"
    known: bool = False


Placed = tuple[int, Mention]  # position of a sentence in its bead, and a mention there


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read in one sentence; offsets count from the beginning of that sentence.

    Attributes:
        language: ISO 639-1 code.
        length: Of the sentence, in code points.
        numbers, dates, names: In reading order.
        quantities: What is told of amounts without a number, in reading order; no mention of a fact.
        sounds: Consonant skeletons, in every reading, of all words with a capital letter, be they names or not.
    """

    language: str
    length: int
    numbers: tuple[NumberMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    sounds: frozenset[str] = frozenset()
    quantities: tuple[Quantity, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Numbers, then dates, then names."""
        return (*self.numbers, *self.dates, *self.names)


def anew(facts: Facts) -> Facts:
    """The same facts, read in another sentence of the same words: every mention is one of its own."""
    return replace(
        facts,
        numbers=tuple(copy(mention) for mention in facts.numbers),
        dates=tuple(copy(mention) for mention in facts.dates),
        names=tuple(copy(mention) for mention in facts.names),
        quantities=tuple(copy(mention) for mention in facts.quantities),
    )
