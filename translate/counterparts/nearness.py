"""What stands nearest over there to the sentences and clauses of two texts: each is looked for once, whoever asks."""

from typing import Literal

from translate.alignment.similarity import Neighbours, nearest
from translate.story.vectors import Embeddings, TextVectors

Part = Literal["sentence", "pair", "triple", "clause"]  # a pair and a triple are runs of neighbouring sentences
# Neighbours that are asked for; one of all others.
KEPT: dict[tuple[Part, Part], int] = {("sentence", "sentence"): 6, ("sentence", "pair"): 2, ("clause", "sentence"): 3}


class Nearness:
    """The nearest neighbours of the parts of two texts."""

    def __init__(self, source: TextVectors, target: TextVectors) -> None:
        self.texts = source, target
        self._found: dict[tuple[int, Part, Part], Neighbours] = {}

    def near(self, side: int, own: Part, other: Part) -> Neighbours:
        """The nearest parts of a kind over there, as many as KEPT says, of each part of a kind here.

        Args:
            side: 0 for those of the source, 1 for those of the target.
            own: What they are asked for.
            other: What they are sought among.
        """
        asked = side, own, other
        if asked not in self._found:
            here, there = vectors_of(self.texts[side], own), vectors_of(self.texts[1 - side], other)
            self._found[asked] = nearest(here, there, KEPT.get((own, other), 1))
        return self._found[asked]


def vectors_of(text: TextVectors, part: Part) -> Embeddings:
    """Embeddings of the parts of a kind."""
    return text.clauses if part == "clause" else text.runs[("sentence", "pair", "triple").index(part)]
