"""Clauses, words and anchors of candidates, computed all at once as if each were computed by itself."""

from dataclasses import replace

import numpy as np
import pytest

from translate.alignment.overlap import Anchors, ClauseFit, Parts, WordMatch
from translate.alignment.similarity import Floats, Integers
from translate.story.vectors import Embeddings, TextVectors

SHAPES = [(1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2)]
Texts = tuple[TextVectors, TextVectors]
KEYS = ("n:5", "n:80", "d:2023-09-06", "p:samara", "p:paris")


def directions(random: np.random.Generator, count: int) -> Embeddings:
    rows = random.standard_normal((count, 8)).astype(np.float32)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def text(seed: int, n: int = 7) -> TextVectors:
    """Sentences with one to four clauses, none to five of twelve words, none to three anchors."""
    random = np.random.default_rng(seed)
    clauses = random.integers(1, 5, n)
    return TextVectors(
        encoder="random",
        runs=tuple(directions(random, max(0, n - k)) for k in range(3)),
        lengths=random.integers(10, 200, n).astype(float),
        clauses=directions(random, int(clauses.sum())),
        clause_owner=np.repeat(np.arange(n), clauses),
        anchors=tuple(frozenset(random.choice(KEYS, random.integers(0, 4), replace=False).tolist()) for _ in range(n)),
        words=directions(random, 12),
        word_rows=tuple(np.sort(random.choice(12, random.integers(0, 6), replace=False)) for _ in range(n)),
        word_weights=random.uniform(0.1, 1, 12),
    )


def members(a: int, b: int, n: int = 7) -> tuple[Integers, Integers]:
    """Every bead of one shape."""
    i, j = (side.ravel() for side in np.meshgrid(np.arange(n - a + 1), np.arange(n - b + 1), indexing="ij"))
    return i[:, None] + np.arange(a), j[:, None] + np.arange(b)


@pytest.fixture
def texts() -> Texts:
    return text(1), text(2)


def test_parts_of_chosen_sentences_with_their_places() -> None:
    parts = Parts.of_each([[7, 8], [], [9]])
    positions, place = parts.positions(np.array([2, 1, 0, 2]))
    assert parts.values[positions].tolist() == [9, 7, 8, 9]
    assert place.tolist() == [0, 2, 2, 3]


@pytest.mark.parametrize(("a", "b"), SHAPES)
def test_words_find_their_best_counterpart_on_the_other_side(texts: Texts, a: int, b: int) -> None:
    source, target = texts
    left, right = members(a, b)
    found = WordMatch(source, target, np.arange(49)).features(left, right)
    for p in range(len(left)):
        rows = np.concatenate([source.word_rows[x] for x in left[p]])
        columns = np.concatenate([target.word_rows[y] for y in right[p]])
        covered = [0.0, 0.0]
        if len(rows) and len(columns):
            cosine = source.words[rows] @ target.words[columns].T
            covered[0] = float(np.average(cosine.max(axis=1), weights=source.word_weights[rows]))
            covered[1] = float(np.average(cosine.max(axis=0), weights=target.word_weights[columns]))
        assert [side[p] for side in found] == pytest.approx(sorted(covered), abs=1e-6)


@pytest.mark.parametrize(("a", "b"), SHAPES)
def test_anchors_are_counted_once_a_candidate(texts: Texts, a: int, b: int) -> None:
    source, target = texts
    left, right = members(a, b)
    weight = {
        key: 1 / max(1, *(sum(key in sentence for sentence in side.anchors) for side in (source, target)))
        for key in KEYS
    }
    shared, lone = Anchors(source, target).features(left, right)
    for p in range(len(left)):
        keys = frozenset[str]().union(*(source.anchors[x] for x in left[p]))
        others = frozenset[str]().union(*(target.anchors[y] for y in right[p]))
        assert shared[p] == pytest.approx(sum(weight[key] for key in keys & others))
        only = [sum(weight[key] for key in side) for side in (keys - others, others - keys)]
        assert lone[p] == pytest.approx(min(only))


@pytest.mark.parametrize(("a", "b"), SHAPES)
def test_clauses_fit_the_run_or_one_of_its_sentences(texts: Texts, a: int, b: int) -> None:
    source, target = texts
    left, right = members(a, b)
    support, weakest, strongest = ClauseFit(source, target).features(left, right)
    for p in range(len(left)):
        sides = [_clause_cosines(source, left[p], target, right[p]), _clause_cosines(target, right[p], source, left[p])]
        assert support[p] == pytest.approx(min(side[:, 1:].max(axis=0).min() for side in sides), abs=1e-6)
        assert weakest[p] == pytest.approx(min(max(-0.1, side.max(axis=1).min()) for side in sides), abs=1e-6)
        assert strongest[p] == pytest.approx(max(-0.1, *(side.max() for side in sides)), abs=1e-6)


def _clause_cosines(side: TextVectors, own: Integers, other: TextVectors, others: Integers) -> Floats:
    """Cosine of each clause (rows) with the other side's run and with each of its sentences (columns)."""
    clauses = side.clauses[np.isin(side.clause_owner, own)]
    return np.asarray(clauses @ np.stack([other.runs[len(others) - 1][others[0]], *other.runs[0][others]]).T, float)


def test_texts_without_words_or_anchors_have_nothing_in_common(texts: Texts) -> None:
    none = (np.zeros(0, dtype=np.int64),) * 7
    bare = [
        replace(side, anchors=(frozenset(),) * 7, words=side.words[:0], word_rows=none, word_weights=np.zeros(0))
        for side in texts
    ]
    for found in (WordMatch(*bare, np.arange(49)), Anchors(*bare)):
        assert [column.tolist() for column in found.features(*members(1, 1))] == [[0.0] * 49] * 2


def test_long_sentences_are_compared_piece_by_piece(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = WordMatch(*texts, np.arange(49)).features(*members(2, 2))
    monkeypatch.setattr("translate.alignment.overlap.ROWS", 2)
    np.testing.assert_allclose(WordMatch(*texts, np.arange(49)).features(*members(2, 2)), whole, atol=1e-6)
