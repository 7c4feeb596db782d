"""The pieces of a text from the pieces of its words, of which a story has most more than once.

A sentence is encoded by itself, with either neighbour, clause by clause and, for its words in context, once more; the
encoder's tokenizer, written in Python, took a third of the time of an encoding. No piece and no rule of its spelling
reaches over a space, and its scores add up without rounding, so that words can be cut into pieces one by one;
tests/engines/test_word_pieces.py holds both ways against each other.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

KNOWN_WORDS = 50_000  # of which the pieces are kept, 12 MB; both versions of a story of 1,500 sentences have 20,000
MARK = "▁"  # stands for a space inside the tokenizer; a text that has it is cut as a whole


class WordPieces:
    """The tokenizer of the built-in encoder with a memory for words; stands in for it inside its library."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self.first, self._nothing, self.last = tokenizer.encode("", out_type=int, add_bos=True, add_eos=True)
        self.of_word = lru_cache(KNOWN_WORDS)(self._of_word)

    def encode(self, text: str, *, out_type: type = int, add_bos: bool = True, add_eos: bool = True) -> list[int]:
        """Numbers of the pieces of a text, as the tokenizer gives them.

        Args:
            text: Any text.
            out_type: int, the only thing that the library asks for.
            add_bos, add_eos: Whether the marks of the beginning and the end stand around them.
        """
        pieces = self._of_text(text)
        return [*((self.first,) if add_bos else ()), *pieces, *((self.last,) if add_eos else ())]

    def _of_text(self, text: str) -> Sequence[int]:
        if MARK in text:
            return self._of_word(text)
        empty = (self._nothing,)  # of a word of signs that are not written, which adds nothing to a text
        pieces = [piece for word in text.split(" ") if (found := self.of_word(word)) != empty for piece in found]
        return pieces or empty

    def _of_word(self, word: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(word, out_type=int, add_bos=False, add_eos=False))
