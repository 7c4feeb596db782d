"""Parallel lines as a free translator would leave them: joined, cut and regrouped, some of them left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.measure.alignment_scores import Indices
from translate.text.clauses import split_clauses

SHORTEST, LONGEST = 40, 100  # lines of a document
THIRD = 0.15  # of the joins take a third line
SHORTEST_PIECE = 25  # characters of a sentence cut off at a clause border
TAUGHT_LINES = 500  # of FLORES; the models are fitted on documents of these, the benchmark reads the others
TAUGHT_SEEDS = range(6)

FLORES = ("langid/flores-dev.ru", "langid/flores-dev.en")  # below the folder of the data; what the models learn from

Random = np.random.Generator


@dataclass(frozen=True)
class Freedom:
    """Shares of the places where a translator does what.

    Attributes:
        joined: Two or three lines become one.
        cut: One becomes two.
        regrouped: Two stay two, but are cut at another place.
        left_out: One is not translated.
        anywhere: Cuts fall at any border between clauses; otherwise at the one nearest to the middle.
    """

    joined: float
    cut: float
    regrouped: float
    left_out: float
    anywhere: bool


MODERATE = Freedom(joined=0.11, cut=0.13, regrouped=0.02, left_out=0.06, anywhere=False)
GREAT = Freedom(joined=0.12, cut=0.15, regrouped=0.08, left_out=0.03, anywhere=True)


@dataclass
class Made:
    """Two sides and their beads, while they are made."""

    sides: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    beads: list[tuple[Indices, Indices]] = field(default_factory=list)

    def add(self, source: list[str], target: list[str]) -> None:
        start = len(self.sides[0]), len(self.sides[1])
        self.sides[0].extend(source)
        self.sides[1].extend(target)
        places = tuple(range(start[0], start[0] + len(source))), tuple(range(start[1], start[1] + len(target)))
        self.beads.append(places)


def parallel_lines(folder: Path, languages: tuple[str, str]) -> list[tuple[str, str]]:
    """FLORES in two languages, line by line."""
    texts = (folder / "langid" / f"flores-dev.{language}" for language in languages)
    source, target = (text.read_text(encoding="utf-8").splitlines() for text in texts)
    return list(zip(source, target, strict=True))


def literary_rows(folder: Path) -> list[dict[str, Any]]:
    """Documents to fit on, as rows with gold beads; they share their lines and so their group."""
    lines = parallel_lines(folder, ("ru", "en"))[:TAUGHT_LINES]
    return [
        {
            "id": f"literary:{seed}:{k}",
            "group": "literary",
            "level": "literary",
            "ru": document.sides[0],
            "en": document.sides[1],
            "beads": document.beads,
        }
        for seed in TAUGHT_SEEDS
        for k, document in enumerate(documents(lines, GREAT, np.random.default_rng(seed)))
    ]


def documents(lines: Sequence[tuple[str, str]], freedom: Freedom, random: Random) -> Iterator[Made]:
    """All lines, cut into documents."""
    start = 0
    while start + SHORTEST <= len(lines):
        end = start + int(random.integers(SHORTEST, LONGEST + 1))
        yield made(lines[start:end], freedom, random)
        start = end


def made(lines: Sequence[tuple[str, str]], freedom: Freedom, random: Random) -> Made:
    """One document of parallel lines with what happens to a translation."""
    document = Made()
    k = 0
    joined = freedom.left_out + freedom.joined
    cut = joined + freedom.cut
    while k < len(lines):
        chance, side = random.random(), int(random.integers(2))
        taken = 1
        group: list[list[str]] = [[lines[k][0]], [lines[k][1]]]
        if chance < freedom.left_out:
            group[side] = []
        elif chance < joined and k + 1 < len(lines):
            taken = 3 if random.random() < THIRD and k + 2 < len(lines) else 2
            group = [[line[s] for line in lines[k : k + taken]] for s in (0, 1)]
            group[side] = [" ".join(group[side])]
        elif joined <= chance < cut:
            group[side] = pieces(lines[k][side], freedom, random)
        elif cut <= chance < cut + freedom.regrouped and k + 1 < len(lines):
            parts = pieces(lines[k][side], freedom, random)
            if len(parts) == 2:  # the second half moves over into the next sentence
                taken = 2
                group = [[line[s] for line in lines[k : k + 2]] for s in (0, 1)]
                group[side] = [parts[0], f"{parts[1]} {lines[k + 1][side]}"]
        document.add(*group)
        k += taken
    return document


def pieces(sentence: str, freedom: Freedom, random: Random) -> list[str]:
    """The sentence cut at a clause border; whole where there is none."""
    borders = [start for start, _ in split_clauses(sentence)[1:]]
    if not freedom.anywhere:
        borders = [place for place in borders if min(place, len(sentence) - place) >= SHORTEST_PIECE]
    if not borders:
        return [sentence]
    middle = min(borders, key=lambda border: abs(2 * border - len(sentence)))
    place = borders[int(random.integers(len(borders)))] if freedom.anywhere else middle
    return [sentence[:place].strip(), sentence[place:].strip()]
