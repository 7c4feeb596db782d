"""What a model.bin of CTranslate2 says of itself, read without loading its weights."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

BINARY_VERSION = 6  # of the layout; of another one nothing is said
# Of a model from one text to another. A matrix that others share stands once, the others are its aliases.
EMBEDDINGS = ("encoder/embeddings_0/weight", "decoder/embeddings/weight")


def vocabulary_sizes(path: Path) -> tuple[int, int] | None:
    """How many tokens a model knows of source and target; None where its file does not say so.

    CTranslate2 loads a model with a vocabulary of another size without a word, and translates with wrong words.

    Args:
        path: A model.bin.
    """
    with path.open("rb") as file:
        try:
            rows = dict(_rows(file))
        except (struct.error, UnicodeDecodeError):  # cut off or of another kind, which loading it tells
            return None
    source, target = (rows.get(name) for name in EMBEDDINGS)
    return (source, target) if source and target else None


def _rows(file: IO[bytes]) -> Iterator[tuple[str, int]]:
    """The variables of a model by name, with the first dimension of each."""
    (version,) = _numbers(file, "I")
    if version != BINARY_VERSION:
        return
    _string(file)
    _, count = _numbers(file, "II")
    rows = {}
    for _ in range(count):
        name = _string(file)
        (rank,) = _numbers(file, "B")
        shape = _numbers(file, f"{rank}I")
        _, size = _numbers(file, "BI")
        file.seek(size, 1)
        rows[name] = shape[0] if shape else 1
    yield from rows.items()
    (aliases,) = _numbers(file, "I")
    for _ in range(aliases):
        alias, name = _string(file), _string(file)
        yield alias, rows.get(name, 0)


def _numbers(file: IO[bytes], form: str) -> tuple[Any, ...]:
    return struct.unpack(f"<{form}", file.read(struct.calcsize(f"<{form}")))


def _string(file: IO[bytes]) -> str:
    (length,) = _numbers(file, "H")
    return file.read(length).rstrip(b"\0").decode()
