"""A second encoder without weights: the same word gets the same state wherever it stands, other words other ones."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
import pytest

from translate.engines.word_states import LAYER, WORD, WordStatesOf
from translate.story import states

DIM = 384
FAR = 1000.0  # the means of languages, which are taken off, are nothing beside it


class LetterStates:
    """Reads words by their spelling in small letters; counts the texts that it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def states(self, texts: Sequence[str], layer: int = LAYER) -> list[WordStatesOf]:
        self.texts += texts
        return [_told(text) for text in texts]


def _told(text: str) -> WordStatesOf:
    words = list(WORD.finditer(text))
    rows = [np.random.default_rng(crc32(word.group().lower().encode())).normal(size=DIM) * FAR for word in words]
    return WordStatesOf(
        text,
        np.array([word.start() for word in words], dtype=np.int64),
        np.array([word.end() for word in words], dtype=np.int64),
        np.array(rows, dtype=np.float32).reshape(-1, DIM),
    )


def use_letter_states(monkeypatch: pytest.MonkeyPatch) -> LetterStates:
    """Let the stand-in take the place of the second encoder."""
    found = LetterStates()
    monkeypatch.setattr(states, "second_encoder", lambda: found)
    return found
