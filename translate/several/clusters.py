"""Sentences of all versions that say the same: mutual full counterparts joined, with a guard against chains."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from translate.comparison import Comparison
from translate.counterparts.told import Told
from translate.text.document import Document

# Both were set by judgement, and then held against real articles of two outlets, each in both languages: see
# `python -m benchmarks.measure.several --half looked --sweep`. MOST from 2 to 5 makes no difference there.
MOST = 3  # sentences of one version in a cluster
# Share of the pairs of versions of two clusters that must be linked before these are joined. With 0.4 the same claims
# are found; with 0.25 81 % of the pairs of sentences in one claim are right in place of 91 %, with 0.6 43 % are found
# in place of 50 %.
LINKED = 0.5

Pair = tuple[int, int]
Place = tuple[int, int]
"""A version and a sentence of it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of two versions of which each is told in full on the other side."""

    places: frozenset[Place]
    probability: float


def clusters_of(
    documents: tuple[Document, ...], comparisons: Mapping[Pair, Comparison]
) -> tuple[frozenset[Place], ...]:
    """Every compared sentence of every version in exactly one cluster, in reading order of the first versions.

    The surest links are taken first. Two clusters are joined where no version gets more than MOST sentences, and where
    links stand between at least LINKED of the pairs of a version of one and another of the other: a sentence that is
    like one of each does not make one of two.
    """
    links = sorted(_links(comparisons), key=lambda link: (-link.probability, sorted(link.places)))
    linked = {frozenset((one, other)) for link in links for one in link.places for other in link.places}
    of = {(v, i): frozenset(((v, i),)) for v, document in enumerate(documents) for i in document.compared}
    for link in links:
        parts = {of[place] for place in link.places}
        joined = frozenset[Place]().union(*parts)
        if len(parts) > 1 and _fits(joined) and _holds_together(parts, linked):
            of.update(dict.fromkeys(joined, joined))
    return tuple(sorted(set(of.values()), key=min))


def told_by(comparisons: Mapping[Pair, Comparison], place: Place, version: int) -> Told | None:
    """Whether another version tells a sentence; None where nobody judged it."""
    own, sentence = place
    comparison = comparisons.get((min(own, version), max(own, version)))
    if comparison is None:
        return None
    told = comparison.told
    side = told.source if own < version else told.target
    return side[sentence] if sentence < len(side) else None


def _links(comparisons: Mapping[Pair, Comparison]) -> Iterator[Link]:
    for (first, second), found in comparisons.items():
        for each in found.counterparts:
            verdicts = [
                *(found.told.source[i] for i in each.source),
                *(found.told.target[j] for j in each.target),
            ]
            if all(told is not None and told.likely and told.strength == "full" for told in verdicts):
                places = frozenset((*((first, i) for i in each.source), *((second, j) for j in each.target)))
                yield Link(places, each.probability)


def _fits(joined: frozenset[Place]) -> bool:
    versions = [version for version, _ in joined]
    return all(versions.count(version) <= MOST for version in set(versions))


def _holds_together(parts: set[frozenset[Place]], linked: set[frozenset[Place]]) -> bool:
    """Whether enough of the versions of every two parts are linked; those of one version are no evidence."""
    for one, other in combinations(parts, 2):
        pairs = [(a, b) for a in one for b in other if a[0] != b[0]]
        met = {(a[0], b[0]) for a, b in pairs if frozenset((a, b)) in linked}
        if len(met) < LINKED * len({(a[0], b[0]) for a, b in pairs}):
            return False
    return True
