"""What a monitor asks of a store: which stories there are, how much they differ, where and since when, by whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from os import PathLike
from typing import Final, Literal

from translate.differences.kinds import KINDS
from translate.differences.same_story import LIKELY
from translate.store.answer import Value
from translate.store.asked import Asked, marks, with_difference
from translate.store.store import Store

Order = Literal["serious", "coverage", "newest"]
LeftOut = Literal["number", "date", "name", "quote", "sentence", "part"]
Step = Literal["day", "week", "month"]

ORDERS: Final[Mapping[Order, str]] = {
    "serious": "major DESC, min(source_coverage, target_coverage), day DESC, number DESC",
    "coverage": "min(source_coverage, target_coverage), major DESC, day DESC, number DESC",
    "newest": "day DESC, major DESC, min(source_coverage, target_coverage), number DESC",
}
LEFT_OUT: Final[Mapping[str, LeftOut]] = {
    **{kind: kind for kind in ("number", "date", "name", "quote")},
    "omission": "sentence",
    "addition": "sentence",
    "partial": "part",
}
_STEPS: Final[Mapping[Step, str]] = {
    "day": "date(day)",
    "week": "date(day, 'weekday 0', '-6 days')",  # its Monday
    "month": "date(day, 'start of month')",
}
ALL: Final = Asked()
_DAYS, _WEEKS = 62, 400  # days up to which a plot has a bar for each day, or each week
_TOLD = """number, stories.id, source_headline, target_headline, source_language, target_language, source_outlet,
    target_outlet, day"""
_LINE = f"""
SELECT {_TOLD}, source_coverage, target_coverage, relation, stories.differences, major, decided
FROM stories WHERE {{where}} ORDER BY {{order}} LIMIT ? OFFSET ?
"""
_LEFT_OUT = """
WITH chosen AS (SELECT number, source_outlet, target_outlet FROM stories WHERE {where}),
lacking AS (
    SELECT story, iif(side = 'source', target_outlet, source_outlet) AS outlet, kind
    FROM differences JOIN chosen ON number = story
    WHERE side <> 'both' AND kind IN ('omission', 'addition', 'partial', 'quote') AND decision IS NOT 'rejected'
    UNION ALL
    SELECT story, iif(source_value IS NULL, source_outlet, target_outlet), kind
    FROM facts JOIN chosen ON number = story WHERE status = 'only'
)
SELECT outlet, kind, count(DISTINCT story) FROM lacking WHERE outlet IS NOT NULL
GROUP BY outlet, iif(kind = 'addition', 'omission', kind)
"""
_OUTLETS = """
SELECT outlet, count(*) FROM (
    SELECT source_outlet AS outlet FROM stories WHERE {where}
    UNION ALL SELECT target_outlet FROM stories WHERE {where} AND target_outlet IS NOT source_outlet
) WHERE outlet IS NOT NULL GROUP BY outlet
"""
_IN_CONFLICT = """FROM facts JOIN stories ON number = facts.story
    LEFT JOIN differences ON differences.story = facts.story AND differences.id = facts.difference
WHERE status = 'different' AND decision IS NOT 'rejected' AND {where}"""
_CONFLICTS = f"""
SELECT {_TOLD}, facts.kind, source_value, target_value, max(coalesce(confidence, 1)), decision
{_IN_CONFLICT}
GROUP BY number, facts.kind, source_value, target_value
ORDER BY day DESC, max(coalesce(confidence, 1)) DESC, number DESC, facts.place LIMIT ?
"""
_CONFLICTS_COUNTED = f"""
SELECT count(*), count(DISTINCT number)
FROM (SELECT DISTINCT number, facts.kind, source_value, target_value {_IN_CONFLICT})
"""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked for.

    Attributes:
        stories: All that the store has, also of texts that tell of different things.
        without_day: How many of those that are compared have no day.
        first, last: Days; "" where no story has one.
        outlets: In alphabetical order.
        languages: Of source and target, the most frequent first.
        kinds: In the order of the table of kinds.
        relations: In alphabetical order.
    """

    stories: int
    without_day: int
    first: str
    last: str
    outlets: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The whole in a few numbers.

    Attributes:
        stories: That are asked for.
        serious: Of these, those with major differences.
        undecided: Of these, those with differences that nobody has decided about.
        conflicts: Facts that the versions give differently.
        in_conflict: Stories with such facts.
    """

    stories: int
    serious: int
    undecided: int
    conflicts: int
    in_conflict: int


@dataclass(frozen=True, slots=True)
class Told:
    """A story as far as every list tells of it.

    Attributes:
        number: As the store has it.
        id: What its batch calls it.
        headlines, languages, outlets: Of the source and the target; an outlet is "" where it is not known.
        day: "" where it is not known.
    """

    number: int
    id: str
    headlines: tuple[str, str]
    languages: tuple[str, str]
    outlets: tuple[str, str]
    day: str


@dataclass(frozen=True, slots=True)
class Line:
    """A story on the list.

    Attributes:
        told: What it is called.
        coverage: Share in [0, 1] of the source and of the target that the other one covers.
        relation: "translation" or "retelling", "" where not known.
        differences, major: How many there are, and how many of these are major; those that were rejected left out.
        kinds: How many of each kind, likewise.
        total, decided: How many there are with the rejected ones, and how many have a decision.
    """

    told: Told
    coverage: tuple[float, float]
    relation: str
    differences: int
    major: int
    kinds: tuple[tuple[str, int], ...]
    total: int
    decided: int


@dataclass(frozen=True, slots=True)
class Span:
    """The stories of a day, a week or a month, by its first day."""

    day: str
    stories: int
    serious: int


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet: in how many stories it is, and the share of them, in [0, 1], in which it leaves something out."""

    outlet: str
    stories: int
    shares: Mapping[LeftOut, float]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact that the versions give differently, however often they do so in one story.

    Attributes:
        story: Where.
        kind: "number", "date" or "name".
        values: Of the source and the target, in normal form; several with " | " between them.
        confidence: In [0, 1].
        accepted: Whether a reviewer says so too.
    """

    story: Told
    kind: str
    values: tuple[str, str]
    confidence: float
    accepted: bool


class Monitor:
    """Questions about one store; all of them raise StoreError where it cannot be read.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from translate.records.comparison_record import json_report
        >>> from translate.testing import drawn_comparison
        >>> with TemporaryDirectory() as folder:
        ...     _ = Path(folder, "story.json").write_text(json_report(drawn_comparison("abc", "ac")))
        ...     _ = Store(Path(folder, "store.sqlite")).add(Path(folder, "story.json"))
        ...     monitor = Monitor(Path(folder, "store.sqlite"))
        ...     numbers, [line] = monitor.numbers(), monitor.lines()
        >>> numbers.stories, numbers.undecided, line.kinds
        (1, 1, (('omission', 1),))
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.store = Store(path)

    def choices(self) -> Choices:
        """What the store has to choose from."""
        pairs = self._rows(
            "SELECT source_language, target_language FROM stories GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2"
        )
        [(stories, without, first, last)] = self._rows(
            "SELECT count(*), coalesce(sum(date(day) IS NULL AND same_story >= ?), 0), min(date(day)), max(date(day)) "
            "FROM stories",
            (LIKELY,),
        )
        outlets = "SELECT source_outlet FROM stories UNION SELECT target_outlet FROM stories ORDER BY 1"
        kinds = {row[0] for row in self._rows("SELECT DISTINCT kind FROM differences")}
        relations = self._rows("SELECT DISTINCT relation FROM stories WHERE relation IS NOT NULL ORDER BY 1")
        return Choices(
            _int(stories),
            _int(without),
            _text(first),
            _text(last),
            tuple(str(row[0]) for row in self._rows(outlets) if row[0]),
            tuple((str(one), str(other)) for one, other in pairs),
            tuple(kind for kind in KINDS if kind in kinds),
            tuple(str(row[0]) for row in relations),
        )

    def numbers(self, asked: Asked = ALL) -> Numbers:
        """The whole in a few numbers."""
        where, given = asked.where()
        [counts] = self._rows(
            f"SELECT count(*), coalesce(sum(major > 0), 0), coalesce(sum({with_difference('d.decision IS NULL')}), 0) "
            f"FROM stories WHERE {where}",
            given,
        )
        [conflicts] = self._rows(_CONFLICTS_COUNTED.format(where=where), given)
        return Numbers(*map(_int, (*counts, *conflicts)))

    def lines(
        self, asked: Asked = ALL, order: Order = "serious", *, most: int = 20, after: int = 0
    ) -> tuple[Line, ...]:
        """Stories in an order, with how much each differs.

        Args:
            asked: Which.
            order: By the number of major differences, by the coverage of the version that the other one tells least
                of, or by the day.
            most: At most as many.
            after: Leave out as many before.
        """
        where, given = asked.where()
        rows = self._rows(_LINE.format(where=where, order=ORDERS[order]), (*given, most, after))
        counts: dict[int, dict[str, int]] = {}
        totals: dict[int, int] = {}
        numbers = [row[0] for row in rows]
        for story, kind, kept, found in self._rows(
            "SELECT story, kind, sum(decision IS NOT 'rejected'), count(*) FROM differences "
            f"WHERE story IN ({marks(numbers)}) GROUP BY story, kind",
            numbers,
        ):
            counts.setdefault(_int(story), {})[str(kind)] = _int(kept)
            totals[_int(story)] = totals.get(_int(story), 0) + _int(found)
        return tuple(_line(row, counts.get(_int(row[0]), {}), totals.get(_int(row[0]), 0)) for row in rows)

    def over_time(self, asked: Asked = ALL) -> tuple[Step, tuple[Span, ...]]:
        """Stories by day, week or month, whichever gives bars that can be seen, from the first to the last one."""
        where, given = asked.where()
        [(first, last)] = self._rows(f"SELECT min(date(day)), max(date(day)) FROM stories WHERE {where}", given)
        step = _step(_text(first), _text(last))
        rows = self._rows(
            f"SELECT {_STEPS[step]} AS start, count(*), sum(major > 0) FROM stories "
            f"WHERE date(day) IS NOT NULL AND {where} GROUP BY start ORDER BY start",
            given,
        )
        spans = {str(day): Span(str(day), _int(stories), _int(serious)) for day, stories, serious in rows}
        days = _days(min(spans), max(spans), step) if spans else ()
        return step, tuple(spans.get(day, Span(day, 0, 0)) for day in days)

    def outlets(self, asked: Asked = ALL) -> tuple[OutletRow, ...]:
        """What the outlets leave out, by name; those of the fewest stories too."""
        where, given = asked.where()
        counts = self._rows(_OUTLETS.format(where=where), (*given, *given))
        stories = {str(outlet): _int(count) for outlet, count in counts}
        lacking: dict[str, dict[LeftOut, float]] = {}
        for outlet, kind, count in self._rows(_LEFT_OUT.format(where=where), given):
            share = _int(count) / stories[str(outlet)]
            lacking.setdefault(str(outlet), {})[LEFT_OUT[str(kind)]] = share
        return tuple(
            OutletRow(
                outlet,
                count,
                {what: lacking.get(outlet, {}).get(what, 0.0) for what in dict.fromkeys(LEFT_OUT.values())},
            )
            for outlet, count in stories.items()
        )

    def conflicts(self, asked: Asked = ALL, *, most: int = 200) -> tuple[Conflict, ...]:
        """Facts that the versions give differently, the newest and surest first; rejected ones are left out."""
        where, given = asked.where()
        return tuple(
            Conflict(
                _told(row[:9]),
                str(row[9]),
                (_text(row[10]), _text(row[11])),
                _float(row[12]),
                row[13] == "accepted",
            )
            for row in self._rows(_CONFLICTS.format(where=where), (*given, most))
        )

    def _rows(self, sql: str, parameters: Sequence[Value] = ()) -> tuple[tuple[Value, ...], ...]:
        return self.store.query(sql, parameters).rows


def _line(row: tuple[Value, ...], counts: Mapping[str, int], total: int) -> Line:
    return Line(
        _told(row[:9]),
        (_float(row[9]), _float(row[10])),
        _text(row[11]),
        _int(row[12]),
        _int(row[13]),
        tuple((kind, counts[kind]) for kind in KINDS if counts.get(kind)),
        total,
        _int(row[14]),
    )


def _told(row: tuple[Value, ...]) -> Told:
    texts = [_text(cell) for cell in row]
    return Told(_int(row[0]), texts[1], (texts[2], texts[3]), (texts[4], texts[5]), (texts[6], texts[7]), texts[8])


def _step(first: str, last: str) -> Step:
    """How long a bar of the plot is."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days if first else 0
    return "day" if days <= _DAYS else "week" if days <= _WEEKS else "month"


def _days(first: str, last: str, step: Step) -> Iterator[str]:
    """The first days of all days, weeks or months from one to another."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    if step == "month":
        for month in range(12 * day.year + day.month - 1, 12 * end.year + end.month):
            yield date(month // 12, month % 12 + 1, 1).isoformat()
    else:
        for number in range(day.toordinal(), end.toordinal() + 1, 7 if step == "week" else 1):
            yield date.fromordinal(number).isoformat()


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _int(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _float(value: Value) -> float:
    assert isinstance(value, int | float)
    return float(value)
