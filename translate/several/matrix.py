"""What was found between every two versions, told over all of them: claims, coverage and conflicts."""

from collections.abc import Mapping, Sequence

from translate.comparison import Comparison
from translate.counterparts.told import Told
from translate.differences.kinds import KINDS
from translate.report.passages import sentences_under
from translate.several.clusters import Pair, Place, clusters_of, told_by
from translate.several.versions import Cell, Claim, Conflict, Versions
from translate.text.document import Document


def versions_of(
    names: Sequence[str], documents: Sequence[Document], comparisons: Mapping[Pair, Comparison]
) -> Versions:
    """All that the comparisons of every two of the documents say together.

    Of two that tell different stories, neither tells anything of the other, whatever their sentences have in common.

    Args:
        names: Of the documents.
        documents: At least two.
        comparisons: By the indices of the documents, for every smaller one and larger one.
    """
    texts = tuple(documents)
    related = {pair: found for pair, found in comparisons.items() if found.same_story.likely}
    clusters = clusters_of(texts, related)
    claims = tuple(_claim(cluster, texts, related) for cluster in clusters)
    at = {place: number for number, cluster in enumerate(clusters) for place in cluster}
    return Versions(tuple(names), texts, comparisons, claims, _coverage(len(texts), related), _conflicts(related, at))


def _claim(cluster: frozenset[Place], documents: tuple[Document, ...], comparisons: Mapping[Pair, Comparison]) -> Claim:
    own = sorted({version for version, _ in cluster})
    cells = []
    for version in range(len(documents)):
        sentences = tuple(sorted(i for v, i in cluster if v == version))
        cells.append(Cell("full", sentences, 1.0) if sentences else _told_elsewhere(cluster, version, comparisons))
    return Claim(tuple(cells), tuple(own))


def _told_elsewhere(cluster: frozenset[Place], version: int, comparisons: Mapping[Pair, Comparison]) -> Cell:
    """What a version tells of a claim that none of its sentences makes up: the mean of what was judged.

    In the half of `benchmarks.measure.several` that was looked at 14 of 62 cells that tell it count as silent then, and
    5 of 112 silent ones as telling; by the verdict that says most 10 and 7, by the one that says least 20 and 1.
    """
    places = sorted(cluster)
    verdicts = [told for place in places if (told := told_by(comparisons, place, version)) is not None]
    if not verdicts:
        return Cell("none", (), 0.0)
    full, part, none = (
        sum(getattr(told, name) for told in verdicts) / len(verdicts) for name in ("full", "part", "none")
    )
    mean = Told(full, part, none)
    if not mean.likely:
        return Cell("none", (), 1.0 - none)
    sentences = sorted({i for place in places for i in _partners(comparisons, place, version)})
    return Cell(mean.strength, tuple(sentences), 1.0 - none)


def _partners(comparisons: Mapping[Pair, Comparison], place: Place, version: int) -> set[int]:
    """The sentences of a version that tell of the same thing as a sentence of another."""
    own, sentence = place
    found = set[int]()
    found_between = comparisons.get((min(own, version), max(own, version)))
    for each in found_between.counterparts if found_between else ():
        mine, theirs = (each.source, each.target) if own < version else (each.target, each.source)
        if sentence in mine:
            found.update(theirs)
    return found


def _coverage(count: int, comparisons: Mapping[Pair, Comparison]) -> tuple[tuple[float, ...], ...]:
    rows = [[float(row == column) for column in range(count)] for row in range(count)]
    for (first, second), found in comparisons.items():
        rows[first][second], rows[second][first] = found.coverage.source, found.coverage.target
    return tuple(map(tuple, rows))


def _conflicts(comparisons: Mapping[Pair, Comparison], at: Mapping[Place, int]) -> tuple[Conflict, ...]:
    """Differences in which both versions say something that the other contradicts."""
    found = []
    for (first, second), comparison in sorted(comparisons.items()):
        for difference in comparison.differences:
            if KINDS[difference.kind].family == "conflict":
                places = (
                    *((first, i) for i in sentences_under(comparison.source, difference.source)),
                    *((second, j) for j in sentences_under(comparison.target, difference.target)),
                )
                claims = sorted({at[place] for place in places if place in at})
                found.append(Conflict(first, second, difference, tuple(claims)))
    return tuple(found)
