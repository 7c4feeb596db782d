"""Sentences of all versions that say the same, without chains."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from translate.counterparts.told import Counterpart, Told, ToldSides
from translate.several.clusters import MOST, clusters_of
from translate.testing import drawn_comparison
from translate.text.document import document_of_sentences

FULL, PART = Told(1.0, 0.0, 0.0), Told(0.2, 0.8, 0.0)
Links = Mapping[tuple[int, int], Sequence[tuple[tuple[int, ...], tuple[int, ...]]]]


def clusters(sizes: Sequence[int], links: Links, told: Told = FULL) -> set[frozenset[tuple[int, int]]]:
    """Clusters of two or more sentences, where only these links stand between versions of so many sentences."""
    documents = tuple(document_of_sentences([f"Sentence {k}." for k in range(size)], "en") for size in sizes)
    plain = drawn_comparison("a", "a")
    comparisons = {
        (one, other): replace(
            plain,
            counterparts=tuple(Counterpart(*each, "full", 0.9) for each in links.get((one, other), ())),
            told=ToldSides((told,) * sizes[one], (told,) * sizes[other]),
        )
        for one in range(len(sizes))
        for other in range(one + 1, len(sizes))
    }
    return {cluster for cluster in clusters_of(documents, comparisons) if len(cluster) > 1}


def test_mutual_counterparts_of_three_versions_are_one_cluster() -> None:
    pair = [((0,), (0,))]
    assert clusters((1, 1, 1), {(0, 1): pair, (0, 2): pair, (1, 2): pair}) == {frozenset(((0, 0), (1, 0), (2, 0)))}


def test_what_is_told_in_part_joins_nothing() -> None:
    assert clusters((1, 1, 1), {(0, 1): [((0,), (0,))]}, PART) == set()


def test_a_sentence_told_by_two_stands_with_both() -> None:
    assert clusters((1, 2), {(0, 1): [((0,), (0, 1))]}) == {frozenset(((0, 0), (1, 0), (1, 1)))}


def test_a_chain_is_cut() -> None:
    """Six versions of which each is linked with the next alone do not become one cluster."""
    found = clusters((1,) * 6, {(k, k + 1): [((0,), (0,))] for k in range(5)})
    assert found
    assert max(map(len, found)) < 6


def test_a_cluster_has_few_sentences_of_a_version() -> None:
    found = clusters((1, MOST + 3), {(0, 1): [((0,), (j,)) for j in range(MOST + 3)]})
    assert [len(cluster) for cluster in found] == [1 + MOST]


def test_every_sentence_is_in_exactly_one() -> None:
    documents = tuple(document_of_sentences(["One.", "Two."], "en") for _ in range(3))
    plain = replace(drawn_comparison("ab", "ab"), counterparts=(), told=ToldSides())
    found = clusters_of(documents, {(0, 1): plain, (0, 2): plain, (1, 2): plain})
    assert sorted(place for cluster in found for place in cluster) == [(v, i) for v in range(3) for i in range(2)]
