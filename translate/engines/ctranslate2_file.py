"""What a model.bin of CTranslate2 says of itself, read without loading its weights."""

import json
import math
import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

BINARY_VERSION = 6  # of the layout; of another one nothing is said
# Of a model from one text to another. A matrix that others share stands once, the others are its aliases.
EMBEDDINGS = ("encoder/embeddings_0/weight", "decoder/embeddings/weight")
ITEM_BYTES = (4, 1, 2, 4, 2, 2)  # of the types by their numbers: float32, int8, int16, int32, float16, bfloat16
SHARED, SOURCE, TARGET = "shared_vocabulary", "source_vocabulary", "target_vocabulary"


@dataclass(frozen=True, slots=True)
class _Variable:
    """One matrix, vector or number.

    Attributes:
        shape: Its dimensions.
        kind: Number of its type.
        size: Bytes that it has in the file.
    """

    shape: tuple[int, ...]
    kind: int
    size: int

    @property
    def rows(self) -> int:
        """Its first dimension."""
        return self.shape[0] if self.shape else 1

    @property
    def whole(self) -> bool:
        """Whether its bytes are as many as its shape says."""
        return self.kind < len(ITEM_BYTES) and self.size == math.prod(self.shape) * ITEM_BYTES[self.kind]


def require_sound(folder: Path) -> None:
    """See that the parts of a model have the sizes that they state, and a row for each token of its vocabularies.

    CTranslate2 believes what it is told: with one other byte it reads what is not there, and the process ends.

    Args:
        folder: Of a model.

    Raises:
        ValueError: They have not; the message says which. A model of another layout passes.
        OSError: A file cannot be read.
    """
    path = folder / "model.bin"
    with path.open("rb") as file:
        try:
            parts = dict(_variables(file))
            ended = not file.read(1)
        except (struct.error, UnicodeDecodeError, KeyError) as error:
            raise ValueError("model.bin is cut off, or has another thing in place of a name") from error
    if not parts:
        return
    broken = next((name for name, part in parts.items() if not part.whole), None)
    if broken is not None:
        raise ValueError(f"model.bin: {broken} has another size than it states")
    if not ended:
        raise ValueError("model.bin goes on behind its end")
    names = vocabulary_files({entry.name for entry in folder.iterdir()})
    for name, matrix in zip(names, EMBEDDINGS, strict=False):
        tokens = len(vocabulary(folder / name))
        if matrix in parts and parts[matrix].rows != tokens:
            raise ValueError(f"{name} has {tokens} tokens, and the model knows {parts[matrix].rows}")


def vocabulary_files(names: Collection[str]) -> tuple[str, ...]:
    """Those of source and target, which may be one; none where they are not there. Old converters wrote plain lines."""
    for ending in (".json", ".txt"):
        if SHARED + ending in names:
            return SHARED + ending, SHARED + ending
        if SOURCE + ending in names and TARGET + ending in names:
            return SOURCE + ending, TARGET + ending
    return ()


def vocabulary(path: Path) -> list[str]:
    """The tokens in a file.

    Raises:
        ValueError, TypeError, RecursionError: It is no list of tokens.
        OSError: It cannot be read.
    """
    text = path.read_text(encoding="utf-8")
    tokens = json.loads(text) if path.suffix == ".json" else text.removesuffix("\n").split("\n")
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise TypeError(f"{path.name} is no list of tokens")
    return tokens


def vocabulary_sizes(path: Path) -> tuple[int, int] | None:
    """How many tokens a model knows of source and target; None where its file does not say so.

    CTranslate2 loads a model with a vocabulary of another size without a word, and translates with wrong words.

    Args:
        path: A model.bin.
    """
    with path.open("rb") as file:
        try:
            parts = dict(_variables(file))
        except (struct.error, UnicodeDecodeError, KeyError):  # cut off or of another kind, which loading it tells
            return None
    source, target = (parts[name].rows if name in parts else 0 for name in EMBEDDINGS)
    return (source, target) if source and target else None


def _variables(file: IO[bytes]) -> Iterator[tuple[str, _Variable]]:
    """The variables of a model by name, and its aliases with what they stand for; nothing of another layout."""
    (version,) = _numbers(file, "I")
    if version != BINARY_VERSION:
        return
    _string(file)
    _, count = _numbers(file, "II")
    parts = {}
    for _ in range(count):
        name = _string(file)
        (rank,) = _numbers(file, "B")
        parts[name] = _Variable(_numbers(file, f"{rank}I"), *_numbers(file, "BI"))
        file.seek(parts[name].size, 1)
    yield from parts.items()
    (aliases,) = _numbers(file, "I")
    for _ in range(aliases):
        alias, name = _string(file), _string(file)
        yield alias, parts[name]


def _numbers(file: IO[bytes], form: str) -> tuple[Any, ...]:
    return struct.unpack(f"<{form}", file.read(struct.calcsize(f"<{form}")))


def _string(file: IO[bytes]) -> str:
    (length,) = _numbers(file, "H")
    return file.read(length).rstrip(b"\0").decode()
