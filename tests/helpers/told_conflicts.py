"""What is told of facts that contradict each other, in a form that a table of cases can hold."""

from translate.facts.reading import read_facts
from translate.testing import compare_facts


def told_of(russian: str, english: str, near: tuple[str, str]) -> list[tuple[list[str], float, str, str]]:
    """All that is told of each conflict; "|" stands between sentences."""
    found = compare_facts(
        [read_facts(text, "ru") for text in russian.split("|")],
        [read_facts(text, "en") for text in english.split("|")],
        near_source=[read_facts(near[0], "ru")],
        near_target=[read_facts(near[1], "en")],
    )
    return [
        (
            [f"{place} {mention.text}" for place, mention in (*conflict.source, *conflict.target)],
            conflict.confidence,
            str(conflict.reason),
            str(conflict.note),
        )
        for conflict in found
    ]
