"""What the later stages ask of a sentence encoder, so that another one can take its place."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Embeddings: TypeAlias = NDArray[np.float32]
"""One row of length 1 for each text, shape (n, dim)."""


class Embedder(Protocol):
    """Turns texts of either language into vectors of one common space.

    Attributes:
        name: Model and version, "use3-0.2.1"; part of every signature and cache key.
    """

    @property
    def name(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Embeddings:
        """Embeddings, shape (len(texts), dim), rows of length 1.

        The same texts give the same bytes; beyond rounding (1e-6) a text's row does not depend on the others.
        """
        ...
