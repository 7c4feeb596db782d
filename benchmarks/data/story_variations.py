"""More stories to learn from: development documents with other sentences left out, put in, joined, parted and moved."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from translate.alignment.candidates import WIDEST_GAP

Row = dict[str, Any]
Random = np.random.Generator

SIDES = ("ru", "en")
THINNED = 0.15  # share of the neighbouring pairs of beads that lose one sentence on either side
PARTED = 0.5  # share of the split sentences that have others put between their halves
RATES = (0.0, 0.06, 0.12, 0.25)  # edits a sentence, from an untouched document to a heavily edited one
EDITS = {"omit": 0.25, "add": 0.25, "join": 0.18, "split": 0.1, "swap": 0.12, "move": 0.1}
LONGEST_RUN = 3  # sentences left out, put in or moved together
SHORTEST_DOCUMENT = 4  # lines
SHORTEST_HALF = 25  # characters
BREAK = {
    "ru": re.compile(r"[,;] (?=(?:а|но|однако|и|при этом) )"),
    "en": re.compile(r"[,;] (?=(?:and|but|while|which) )"),
}


def varied(stories: Sequence[Row], documents: Sequence[Row]) -> Iterator[Row]:
    """Every story as it is, thinned, and parted where it has split sentences; then every document, edited.

    Args:
        stories: Rows with gold beads.
        documents: Rows of sentence-parallel lines.
    """
    yield from stories
    for row in stories:
        yield thinned(row)
    for row in stories:
        if any(sorted(map(len, bead)) == [1, 2] for bead in gold_beads(row)):
            yield parted(row, stories)
    long_enough = [row for row in documents if len(row["ru"]) >= SHORTEST_DOCUMENT]
    for row in long_enough:
        yield edited(row, long_enough)


def gold_beads(row: Row) -> list[list[list[int]]]:
    """Two-sided gold beads in Russian order."""
    return sorted(bead for bead in row.get("beads") or row["gold"] if bead[0] and bead[1])


def seeded(purpose: str, row: Row) -> Random:
    return np.random.default_rng(int(hashlib.sha256(f"{purpose}:{row['id']}".encode()).hexdigest()[:8], 16))


def thinned(row: Row) -> Row:
    """The same document with neighbouring sentences left out of opposite sides, so that what is left stands opposite
    a sentence of the same topic that says something else.

    The lone sentences of the development stories come from other documents; in two versions of one event they do not.
    """
    random = seeded("thinned", row)
    beads = gold_beads(row)
    story = _Story(row, beads)
    k = 0
    while k + 1 < len(beads):
        pairs = all(len(side) == 1 for bead in beads[k : k + 2] for side in bead)
        if pairs and random.random() < THINNED:
            first, second = SIDES if random.random() < 0.5 else SIDES[::-1]
            story.drop(first, beads[k][SIDES.index(first)][0])
            story.drop(second, beads[k + 1][SIDES.index(second)][0])
            k += 1
        k += 1
    return story.row("thinned")


def parted(row: Row, others: Sequence[Row]) -> Row:
    """The same document with sentences of another one put between the two halves of some split sentences."""
    random = seeded("parted", row)
    story = _Story(row, gold_beads(row))
    for bead in gold_beads(row):
        if sorted(map(len, bead)) == [1, 2] and random.random() < PARTED:
            number = 0 if len(bead[0]) == 2 else 1
            story.insert(SIDES[number], bead[number][0], _passage(others, SIDES[number], WIDEST_GAP, random))
    return story.row("parted")


def edited(row: Row, others: Sequence[Row]) -> Row:
    """A sentence-parallel document with edits like those of the development stories."""
    random = seeded("edited", row)
    count = len(row["ru"])
    story = _Story(row, [[[i], [i]] for i in range(count)])
    rate = RATES[random.integers(len(RATES))]
    for i in range(count):
        if random.random() >= rate:
            continue
        edit = random.choice(list(EDITS), p=list(EDITS.values()))
        side = SIDES[random.integers(2)]
        run = range(i, min(count, i + int(random.integers(1, LONGEST_RUN + 1))))
        if edit == "omit":
            for k in run:
                story.drop(side, k)
        elif edit == "add":
            story.insert(side, i, _passage(others, side, LONGEST_RUN, random))
        elif edit == "join":
            story.join(side, i)
        elif edit == "split":
            story.split(side, i)
        else:
            story.move(side, list(run), 1 if edit == "swap" else int(random.integers(-8, 9)))
    return story.row("edited")


def _passage(others: Sequence[Row], side: str, longest: int, random: Random) -> list[str]:
    other = others[random.integers(len(others))][side]
    start = random.integers(len(other))
    return list(other[start : start + random.integers(1, longest + 1)])


class _Story:
    """Two texts under edit; sentences keep their keys wherever they go."""

    def __init__(self, row: Row, beads: Sequence[Sequence[Sequence[int]]]) -> None:
        self._row = row
        self._texts: dict[str, dict[int, str]] = {side: dict(enumerate(row[side])) for side in SIDES}
        self._order: dict[str, list[int]] = {side: list(range(len(row[side]))) for side in SIDES}
        self._beads: list[list[set[int]]] = [[set(side) for side in bead] for bead in beads]

    def drop(self, side: str, key: int) -> None:
        if key in self._order[side]:
            self._order[side].remove(key)

    def insert(self, side: str, after: int, texts: Sequence[str]) -> None:
        if after in self._order[side]:
            place = self._order[side].index(after) + 1
            self._order[side][place:place] = [self._new(side, text) for text in texts]

    def join(self, side: str, key: int) -> None:
        """With the next sentence into one; what either says is then said by the one."""
        order = self._order[side]
        if key not in order or order.index(key) + 1 >= len(order):
            return
        follower = order[order.index(key) + 1]
        own, other = (self._bead(side, k) for k in (key, follower))
        if own is None or other is None or own is other:
            return
        head, tail = self._texts[side][key].rstrip(" .…"), self._texts[side][follower]
        self._texts[side][key] = f"{head}; {tail[:1].lower() if tail[1:2].islower() else tail[:1]}{tail[1:]}"
        order.remove(follower)
        for number in (0, 1):
            own[number] |= other[number]
        self._beads.remove(other)

    def split(self, side: str, key: int) -> None:
        """At a conjunction, where both halves are long enough."""
        bead = self._bead(side, key)
        if key not in self._order[side] or bead is None:
            return
        text = self._texts[side][key]
        for match in BREAK[side].finditer(text):
            head, tail = text[: match.start()], text[match.end() :]
            if min(len(head), len(tail)) >= SHORTEST_HALF:
                self._texts[side][key] = f"{head}."
                half = self._new(side, tail[:1].upper() + tail[1:])
                self._order[side].insert(self._order[side].index(key) + 1, half)
                bead[SIDES.index(side)].add(half)
                return

    def move(self, side: str, keys: Sequence[int], by: int) -> None:
        order = self._order[side]
        kept = [key for key in keys if key in order]
        if not kept:
            return
        place = order.index(kept[0])
        rest = [key for key in order if key not in kept]
        place = min(max(0, place + by), len(rest))
        self._order[side] = [*rest[:place], *kept, *rest[place:]]

    def row(self, level: str) -> Row:
        """The story as a row with gold beads."""
        place = {side: {key: i for i, key in enumerate(self._order[side])} for side in SIDES}
        beads = [
            [
                sorted(place[side][key] for key in bead[number] if key in place[side])
                for number, side in enumerate(SIDES)
            ]
            for bead in self._beads
        ]
        return {
            "id": self._row["id"],
            "group": self._row["group"],
            "level": level,
            **{side: [self._texts[side][key] for key in self._order[side]] for side in SIDES},
            "beads": [bead for bead in beads if bead[0] and bead[1]],
        }

    def _new(self, side: str, text: str) -> int:
        key = max(self._texts[side]) + 1
        self._texts[side][key] = text
        return key

    def _bead(self, side: str, key: int) -> list[set[int]] | None:
        number = SIDES.index(side)
        return next((bead for bead in self._beads if key in bead[number]), None)
