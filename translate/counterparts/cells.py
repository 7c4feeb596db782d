"""The words of sentences or clauses, and each of them in every pair in which its sentence stands."""

from dataclasses import dataclass

import numpy as np

from translate.alignment.grouping import members
from translate.alignment.similarity import Floats, Integers


@dataclass(frozen=True, slots=True, eq=False)
class WordCells:
    """One cell for each word of each pair of its unit.

    Attributes:
        unit: Of each word, ascending, shape (n,).
        word: Which of the words of its side it is, shape (n,).
        count: Units.
        cell_word: Of each cell the place of its word in `word`, shape (c,).
        cell: Of each cell the place of its pair among the ranked pairs of units.
        place: Of each cell its word's place among the words of all pairs, as `WordMatches` has them.
        rank: Of each cell the rank of its pair among those of the unit, from 0.
    """

    unit: Integers
    word: Integers
    count: int
    cell_word: Integers
    cell: Integers
    place: Integers
    rank: Integers

    def reached(self, values: Floats, most: int | None, empty: float) -> Floats:
        """The best that each word reaches in the `most` likeliest pairs of its unit, or in all; `empty` in none.

        Args:
            values: Of the words of all pairs.
            most: How many pairs are asked; None for all.
            empty: Of a word whose unit has no pair; nothing that is reached is told lower.
        """
        chosen = slice(None) if most is None else self.rank < most
        result = np.full(len(self.unit), empty)
        np.maximum.at(result, self.cell_word[chosen], values[self.place[chosen]])
        return result


def word_cells(
    words: Integers, first: Integers, owner: Integers, ranked: tuple[Integers, Integers, Integers], of_pairs: Integers
) -> WordCells:
    """The words of units in the pairs of their sentences.

    Args:
        words: Half-open range of the words of each unit, shape (u, 2).
        first: Position of the first word of each sentence.
        owner: Sentence of each unit.
        ranked: Unit, pair and rank of each ranked pair, ascending by unit.
        of_pairs: Position of the first word of each pair.
    """
    ranked_unit, ranked_pair, ranked_rank = ranked
    sizes = words[:, 1] - words[:, 0]
    offsets = np.cumsum([0, *sizes])
    unit = np.repeat(np.arange(len(sizes)), sizes)
    word = np.arange(len(unit)) - offsets[unit] + words[unit, 0]
    cell_word, cell = members(offsets, ranked_unit)
    place = of_pairs[ranked_pair[cell]] + word[cell_word] - first[owner[unit[cell_word]]]
    return WordCells(unit, word, len(sizes), cell_word, cell, place, ranked_rank[cell])
