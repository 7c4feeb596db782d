"""A bilingual lexicon for free: the sentence encoder puts a word near its translations."""

import os
import tempfile
import threading
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from translate.engines.in_context import unit
from translate.engines.protocols import Embedder, Embeddings, fitted_name
from translate.languages.registry import language_of
from translate.models.stored import COMMANDS, model_file

Lists: TypeAlias = Mapping[str, Sequence[str]]
"""The listed words of each language, by its code."""

DIMENSIONS = 192  # of 512: the leading singular directions; precision is the same, a fifth of the size with int8
STEPS = 127  # int8 levels on either side of zero
# A frequent word is the better guess among near equals (взрыв, not взрывной): benchmarks/measure/lexicon.py moves it.
RARITY_PENALTY = 0.02  # cosine taken off for each doubling of the rank
COMMON_RANK = 500  # ranks below count as one


@dataclass(frozen=True, slots=True)
class Vectors:
    """Word vectors of a few languages in one smaller space.

    Attributes:
        rows: For each language one row of length 1 for each listed word.
        projection: From the encoder's space into this one, shape (encoder dimensions, dimensions).
    """

    rows: Mapping[str, Embeddings]
    projection: NDArray[np.float32]


class Lexicon:
    """Nearest words of another language, by the cosine of an encoder; loads at the first use, threads may share it.

    Its languages are those of a pair with words.txt in their folders.

    The vectors for the encoder that comes with Parallax lie in translate/models. For another encoder they are
    computed once and kept in the user's cache folder.
    """

    def __init__(self, embedder: Embedder, languages: Collection[str]) -> None:
        self._embedder = embedder
        self._encoder = _space(embedder)
        self._languages = tuple(sorted(languages))
        self._loading = threading.Lock()
        self._vectors: Vectors | None = None

    def neighbours(self, words: Sequence[str], to: str, k: int = 5) -> list[list[tuple[str, float]]]:
        """For each word the k best of the other language's list with their cosine in [-1, 1], best first.

        The order favours frequent words a little, so the cosines need not fall steadily.
        """
        if not words:
            return []
        vectors = self._loaded()
        listed = listed_words(to)
        cosines = unit(self._embedder.encode(words) @ vectors.projection) @ vectors.rows[to].T
        ranked = cosines - _rarity(len(listed))
        near = np.sort(np.argpartition(-ranked, min(k, len(listed) - 1), axis=1)[:, :k], axis=1)  # in the list's order
        order = np.argsort(-np.take_along_axis(ranked, near, axis=1), axis=1, kind="stable")
        best = np.take_along_axis(near, order, axis=1)
        return [[(listed[j], round(float(row[j]), 4)) for j in order] for row, order in zip(cosines, best, strict=True)]

    def similarity(self, words_a: Sequence[str], words_b: Sequence[str]) -> NDArray[np.float32]:
        """Cosine of every word of one list with every word of the other, shape (len(words_a), len(words_b))."""
        if not words_a or not words_b:
            return np.zeros((len(words_a), len(words_b)), dtype=np.float32)
        return self._embedder.encode(words_a) @ self._embedder.encode(words_b).T

    def _loaded(self) -> Vectors:
        with self._loading:
            if self._vectors is None:
                self._vectors = self._found() or self._computed()
            return self._vectors

    def _found(self) -> Vectors | None:
        cached = _cache_file(self._encoder, self._lists())
        for path in (model_file("lexicon", self._encoder, "npz"), cached):
            if path.is_file():
                try:
                    return _read(path, self._encoder, self._lists())
                except (OSError, ValueError, KeyError, EOFError, BadZipFile):
                    continue  # damaged on the disk, or made for other lists: computed anew
        return None

    def _lists(self) -> Lists:
        return {language: listed_words(language) for language in self._languages}

    def _computed(self) -> Vectors:
        vectors = shrunk({language: self._embedder.encode(words) for language, words in self._lists().items()})
        with suppress(OSError):  # no room or no right to write: the next process computes them again
            saved(vectors, _cache_file(self._encoder, self._lists()), self._encoder, self._lists())
        return vectors


def listed_words(language: str) -> tuple[str, ...]:
    """The most frequent words of a language, most frequent first; Russian ones in their dictionary form."""
    return language_of(language).words("words")


def shrunk(rows: Mapping[str, Embeddings]) -> Vectors:
    """The same words in the leading singular directions of the languages together, rounded to int8 steps."""
    together = np.concatenate(list(rows.values()))
    _, directions = np.linalg.eigh(together.T @ together)  # ascending; far cheaper than a decomposition of all rows
    projection = directions[:, ::-1][:, :DIMENSIONS].astype(np.float16).astype(np.float32)
    return Vectors({language: _rounded(unit(values @ projection)) for language, values in rows.items()}, projection)


def saved(vectors: Vectors, path: Path, encoder: str, lists: Lists) -> None:
    """Write vectors to a file that appears whole or not at all, and that names its encoder, its lists and its command.

    Raises:
        OSError: The folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays = {f"words_{language}": np.round(rows * STEPS).astype(np.int8) for language, rows in vectors.rows.items()}
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        names = {"encoder": encoder, "data": digest_of(lists), "command": COMMANDS["lexicon"]}
        arrays |= {name: np.array(value) for name, value in names.items()}
        with os.fdopen(handle, "wb") as file:
            np.savez(file, allow_pickle=False, projection=vectors.projection.astype(np.float16), **arrays)
        os.chmod(name, 0o644)  # mkstemp keeps others out
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _space(embedder: Embedder) -> str:
    """Name of the encoder whose vectors an embedder's are; a stand-in borrows another one's models, not its vectors."""
    fitted = fitted_name(embedder)
    return fitted if embedder.name.startswith(f"{fitted}.") else embedder.name


def _read(path: Path, encoder: str, lists: Lists) -> Vectors:
    with np.load(path, allow_pickle=False) as stored:
        if (str(stored["encoder"]), str(stored["data"])) != (encoder, digest_of(lists)):
            raise ValueError(f"{path} belongs to another encoder or other lists")
        rows = {language: stored[f"words_{language}"].astype(np.float32) for language in lists}
        projection = stored["projection"].astype(np.float32)
    return Vectors({language: unit(values) for language, values in rows.items()}, projection)


def _rounded(rows: Embeddings) -> Embeddings:
    """As if written to a file and read again, so that a first run and a later one agree."""
    return unit(np.round(rows * STEPS))


def _rarity(count: int) -> NDArray[np.float32]:
    return np.asarray(RARITY_PENALTY * np.log2(1 + np.arange(count) / COMMON_RANK), dtype=np.float32)


def _cache_file(name: str, lists: Lists) -> Path:
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name)
    return user_cache_path("parallax") / f"lexicon-{safe}-{digest_of(lists)}.npz"


def digest_of(lists: Lists) -> str:
    """Digest of word lists, whatever their order among each other, in hexadecimal digits."""
    return sha256("\n".join(word for code in sorted(lists) for word in lists[code]).encode()).hexdigest()[:16]
