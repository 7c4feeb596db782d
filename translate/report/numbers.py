"""What people call a difference in one report: its number in reading order."""

from collections.abc import Mapping

from translate.comparison import Comparison
from translate.differences.identity import in_reading_order
from translate.report.lone_passages import Entry


def numbers_of(comparison: Comparison) -> Mapping[str, int]:
    """Number of each difference by its id, from 1; those that were rejected have theirs, so that a decision moves none.

    Example:
        >>> from translate.testing import drawn_comparison
        >>> list(numbers_of(drawn_comparison("abc", "a")).values())
        [1, 2]
    """
    found, rejected = comparison.differences, comparison.rejected
    everything = in_reading_order((*found, *rejected)) if rejected else found
    return {difference.id: number for number, difference in enumerate(everything, start=1)}


def number_of(entry: Entry, numbers: Mapping[str, int]) -> str:
    """Number of an entry; of a passage those of its first and its last difference, "4-7"."""
    first, last = numbers[entry.differences[0].id], numbers[entry.differences[-1].id]
    return str(first) if first == last else f"{first}-{last}"
