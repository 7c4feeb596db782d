"""Cutting a text into the word pieces of the second encoder, with the place of each in the text.

Of all ways to cut a word into listed pieces the likeliest is taken, as SentencePiece's unigram model does. No piece
reaches over a space, so that words are cut one by one, and those cut before are remembered.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from translate.engines.packed_weights import PieceList
from translate.engines.word_pieces import KNOWN_WORDS, MARK

UNKNOWN_BELOW = 10.0  # how much less likely than the rarest piece a sign is that stands in none


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces.

    Attributes:
        numbers: Of the pieces, without the marks of beginning and end, shape (n,).
        starts, ends: Offsets into the text, shape (n,); equal where a piece stands for a space alone.
    """

    numbers: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


class Unigram:
    """A tokenizer; threads may share it."""

    def __init__(self, listed: PieceList) -> None:
        self._numbers = {piece: number for number, piece in enumerate(listed.pieces)}
        self._scores = listed.scores
        self._spelling = listed.spelling
        self._unknown = listed.unknown
        self._unknown_score = min(listed.scores) - UNKNOWN_BELOW
        self._longest = max(map(len, listed.pieces))
        self._of_word = lru_cache(KNOWN_WORDS)(self._cut)

    def cut(self, text: str) -> Pieces:
        """The pieces of a text; a text without any letter has one, for a space."""
        letters, starts, ends = self._spelled(text)
        numbers: list[int] = []
        borders = [0]
        for word in letters.split(MARK)[1:]:
            for number, length in self._of_word(MARK + word):
                numbers.append(number)
                borders.append(borders[-1] + length)
        places = np.array(borders)
        return Pieces(np.array(numbers), np.array(starts)[places[:-1]], np.array(ends)[places[1:] - 1])

    def _spelled(self, text: str) -> tuple[str, list[int], list[int]]:
        """The text as the pieces spell it, a mark before every word, and for each of its letters the place it is of."""
        letters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for place, sign in enumerate(text):
            for letter in self._spelling.get(sign, sign):
                if letter != " ":
                    letters.append(letter)
                    starts.append(place)
                elif letters and letters[-1] == MARK:  # several spaces are one, that before the word
                    starts[-1] = ends[-1] = place + 1
                    continue
                else:
                    letters.append(MARK)
                    starts.append(place + 1)
                ends.append(place + 1)
        if not letters or letters[0] != MARK:
            letters.insert(0, MARK)
            starts.insert(0, 0)
            ends.insert(0, 0)
        return "".join(letters), starts, ends

    def _cut(self, word: str) -> tuple[tuple[int, int], ...]:
        """Number and length of each piece of a word with its mark."""
        best = [0.0, *(-np.inf for _ in word)]  # score of the likeliest way to cut what stands before each place
        last = [(self._unknown, 0)] * (len(word) + 1)  # piece that ends there on this way
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                number = self._numbers.get(word[start:end])
                if number is not None and number != self._unknown and best[start] + self._scores[number] > best[end]:
                    best[end], last[end] = best[start] + self._scores[number], (number, end - start)
            if best[start] + self._unknown_score > best[start + 1]:
                best[start + 1], last[start + 1] = best[start] + self._unknown_score, (self._unknown, 1)
        found, end = [], len(word)
        while end:
            found.append(last[end])
            end -= last[end][1]
        return tuple(reversed(found))
