"""The numbers, dates and names that both sides of a bead have, in words instead of the keys of an alignment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.alignment.bead import Bead
from translate.facts.in_words import mention_in_words
from translate.facts.mention import Facts, Mention
from translate.facts.reading import anchor_keys
from translate.story.story import Story


def in_words(beads: Sequence[Bead], source: Story, target: Story) -> tuple[Bead, ...]:
    """Beads over the same sentences whose explanations name what is shared as a reader would.

    A mention is named where all of it is shared: of "6 September 2023" here and "September 6" there only the latter.
    """
    return tuple(_in_words(bead, source, target) for bead in beads)


def _in_words(bead: Bead, source: Story, target: Story) -> Bead:
    if bead.explanation is None or not bead.explanation.shared:
        return bead
    facts = [source.facts[i] for i in bead.source] + [target.facts[j] for j in bead.target]
    named = _named(frozenset(bead.explanation.shared), facts)
    shared = tuple(sorted(named))
    told = tuple(mention_in_words(named[value]) or value for value in shared)
    return replace(bead, explanation=replace(bead.explanation, shared=shared, shared_words=told))


def _named(shared: frozenset[str], facts: Sequence[Facts]) -> dict[str, Mention]:
    """The mentions of which every key is shared, by value, each thing once and as fully as both sides give it."""
    found: dict[frozenset[str], Mention] = {}
    for fact in facts:
        for keys, mention in _keyed(fact):
            if keys and keys <= shared:
                known = found.get(keys, mention)
                # The shorter of two writings claims no unit or title that the other side lacks.
                found[keys] = min(known, mention, key=lambda each: (len(each.value), each.value))
    return {mention.value: mention for keys, mention in found.items() if not any(keys < others for others in found)}


def _keyed(fact: Facts) -> Iterator[tuple[frozenset[str], Mention]]:
    """Every mention with its keys."""
    for number in fact.numbers:
        yield anchor_keys(Facts(fact.language, fact.length, numbers=(number,))), number
    for date in fact.dates:
        yield anchor_keys(Facts(fact.language, fact.length, dates=(date,))), date
    for name in fact.names:
        yield anchor_keys(Facts(fact.language, fact.length, names=(name,))), name
