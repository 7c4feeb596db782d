"""Kinds of lines: what is seen of them, and of the blocks they stand in."""

import numpy as np

from translate.pages.kinds import (
    KINDS,
    OF_BLOCKS,
    around_kinds,
    block_features,
    kind_features,
    kinds_seen,
    names_of_kinds,
)
from translate.text.line_features import page_features
from translate.text.lines import Line, core_of

PROSE = "A sentence of the story that is long enough to be none of a list."
TEXTS = ("Read also", "• One", "• Two", PROSE, "© 2023 The Daily")
LINES = [Line(text, core_of(text), range(number, number + 1)) for number, text in enumerate(TEXTS)]
COUNT = len(KINDS)


def first() -> np.ndarray:
    found = np.zeros((len(LINES), COUNT))
    for number, kind in enumerate(("related", "related", "menu", "body", "legal")):
        found[number, KINDS.index(kind)] = 1.0
    return found


def named(rows: np.ndarray) -> list[str]:
    return [KINDS[row.argmax()] if row.any() else "" for row in rows]


def test_a_rule_names_a_line_and_those_below_it():
    rows = np.eye(len(LINES), 8, dtype=np.float32)
    found = kind_features(LINES, page_features(LINES)[1], range(len(LINES)), rows)
    assert named(found[:, -2 * COUNT - 8 : -COUNT - 8]) == ["related", "", "", "", "legal"]
    assert named(found[:, -COUNT - 8 : -8]) == ["", "related", "related", "related", "related"]
    assert np.array_equal(found[:, -8:], rows)


def test_the_second_answer_knows_the_first_ones_around():
    found = around_kinds(first())
    assert found.shape == (len(LINES), 7 * COUNT)
    assert found[0, COUNT:].min() == -1  # nothing stands above the first line
    assert kinds_seen(first())[3, 3 * COUNT + KINDS.index("related")] == 1  # the label above is not forgotten


def test_a_list_is_one_block():
    found = block_features(LINES, first(), np.array([0.9, 0.2, 0.4, 0.1, 1.0]))
    assert found[:, OF_BLOCKS.index("block")].tolist() == [1, 2, 2, 1, 1]
    assert found[:, OF_BLOCKS.index("place")].tolist() == [0, 0, 1, 0, 0]
    assert found[:, OF_BLOCKS.index("above")].tolist() == [-1, 0.9, 0.9, 0.4, 0.1]
    assert np.allclose(found[1:3, OF_BLOCKS.index("mean")], 0.3)
    assert found[:, OF_BLOCKS.index("below")].tolist() == [0.2, 0.1, 0.1, 1.0, -1]
    assert found[1, len(OF_BLOCKS) + KINDS.index("related")] == 1
    assert len(names_of_kinds()) == kinds_seen(first()).shape[1] + found.shape[1]
