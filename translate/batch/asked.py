"""Which stories of a store are asked for, in words of a reader and in SQL."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from translate.batch.answer import Value
from translate.differences.same_story import LIKELY


@dataclass(frozen=True, slots=True)
class Asked:
    """Which stories are asked for; of the same story told twice only, as with others nothing can be compared.

    Attributes:
        since, until: First and last day, such as "2024-05-31"; "" for no bound. With one, stories without a day are
            left out.
        outlets: Of either version; empty for all.
        languages: Of the source and the target; None for all.
        kinds: Of differences of which a story has at least one that was not rejected; empty for all stories.
        relation: "translation" or "retelling"; "" for both.
        undecided: Whether only those with differences that nobody has decided about.
    """

    since: str = ""
    until: str = ""
    outlets: tuple[str, ...] = ()
    languages: tuple[str, str] | None = None
    kinds: tuple[str, ...] = ()
    relation: str = ""
    undecided: bool = False

    @staticmethod
    def last(days: int, until: str) -> "Asked":
        """The stories of some days.

        Example:
            >>> Asked.last(7, "2024-06-07").since
            '2024-06-01'
        """
        return Asked(since=(date.fromisoformat(until) - timedelta(days=days - 1)).isoformat(), until=until)

    def where(self) -> tuple[str, tuple[Value, ...]]:
        """The condition in SQL, about the table `stories`, and its parameters."""
        parts: list[tuple[str, Iterable[Value]]] = [("same_story >= ?", [LIKELY])]
        if self.since:
            parts.append(("day >= ?", [self.since]))
        if self.until:
            parts.append(("day <= ?", [self.until]))
        if self.outlets:
            listed = marks(self.outlets)
            both = (*self.outlets, *self.outlets)
            parts.append((f"(source_outlet IN ({listed}) OR target_outlet IN ({listed}))", both))
        if self.languages:
            parts.append(("source_language = ? AND target_language = ?", self.languages))
        if self.relation:
            parts.append(("relation = ?", [self.relation]))
        if self.kinds:
            parts.append(
                (with_difference(f"d.kind IN ({marks(self.kinds)}) AND d.decision IS NOT 'rejected'"), self.kinds)
            )
        if self.undecided:
            parts.append((with_difference("d.decision IS NULL"), ()))
        return " AND ".join(part for part, _ in parts), tuple(value for _, values in parts for value in values)


def with_difference(condition: str) -> str:
    """That a story has a difference of some sort."""
    return f"EXISTS (SELECT 1 FROM differences AS d WHERE d.story = stories.number AND {condition})"


def marks(values: Sequence[object]) -> str:
    """As many marks as there are values."""
    return ", ".join("?" * len(values))
