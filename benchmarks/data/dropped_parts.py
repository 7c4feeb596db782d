"""Sentence-parallel documents with parts of some sentences left out on one side, to learn what a missing part is."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.data.story_variations import Random, Row
from translate.text.language_model import function_words

TOUCHED = 0.45  # share of the sentences that lose something
KINDS = {"clause": 0.35, "opening": 0.05, "phrase": 0.25, "short": 0.13, "word": 0.22}
LEAST_LEFT = 0.35  # share of the sentence that stays
SHORTEST_LEFT = 25  # characters
LENGTHS = {"clause": (12, 130), "opening": (8, 70), "phrase": (8, 130), "short": (5, 50), "word": (4, 40)}
MARK = re.compile(r",(?!\d)|[();]| [—–-] ")
BREAK = re.compile(r"[,;:)—–]|[.!?…]*$")
ENDS = '.!?…"»” '
# Words with which a subordinate clause or a phrase begins.
LEAD = {
    "en": re.compile(
        r",? (?:which|who|that|where|when|while|because|although|after|before|including|according to|as|with|despite|"
        r"to|in|on|at|from|for|of|by|said|says) "
    ),
    "ru": re.compile(
        r",? (?:котор\w+|где|когда|пока|потому что|поскольку|хотя|после|до|в том числе|включая|по словам|чтобы|так как|"
        r"несмотря|в|на|с|из|для|от|о|об|по|при|за|к|у|сообщ\w+|заявил\w?) |, \w+(?:вш|ющ|ящ|ащ|нн|ем)\w+ "
    ),
}
WORD = re.compile(r"(?<= )[^\W\d_]{3,}")


@dataclass(frozen=True)
class Drop:
    """What one side of a sentence pair lost.

    Attributes:
        kind: One of KINDS.
        side: "ru" or "en", the side that lost it.
        removed: The words.
        left: The sentence without them.
    """

    kind: str
    side: str
    removed: str
    left: str


def with_drops(row: Row, variant: int) -> tuple[Row, dict[int, Drop]]:
    """The same document with parts of TOUCHED of its sentences left out on one side, and what that was by line.

    Args:
        row: A sentence-parallel document.
        variant: Others are left out in another variant.
    """
    random = np.random.default_rng(int(hashlib.sha256(f"drops:{variant}:{row['id']}".encode()).hexdigest()[:8], 16))
    texts = {side: list(row[side]) for side in ("ru", "en")}
    drops = {}
    for k in range(len(row["ru"])):
        if random.random() >= TOUCHED:
            continue
        side = ("ru", "en")[random.integers(2)]
        drop = _drop(texts[side][k], side, random)
        if drop:
            texts[side][k] = drop.left
            drops[k] = drop
    return {**row, **texts}, drops


def _drop(text: str, side: str, random: Random) -> Drop | None:
    kind = str(random.choice(list(KINDS), p=list(KINDS.values())))
    shortest, longest = LENGTHS[kind]
    places = [place for place in _places(kind, text, side, random) if shortest <= place[1] - place[0] <= longest]
    for k in random.permutation(len(places)):
        start, end = places[k]
        left = _mended(text[:start].rstrip() + text[end:])
        if len(left) >= max(SHORTEST_LEFT, LEAST_LEFT * len(text)):
            return Drop(kind, side, text[start:end].strip(" ,;()—–-"), left)
    return None


def _places(kind: str, text: str, side: str, random: Random) -> Iterator[tuple[int, int]]:
    if kind == "clause":
        marks = [mark.start() for mark in MARK.finditer(text)] + [len(text.rstrip(ENDS))]
        yield from ((one, two) for k, one in enumerate(marks) for two in marks[k + 1 : k + 3])
    elif kind == "opening":
        yield from ((0, mark.end()) for mark in list(MARK.finditer(text))[:1])
    elif kind == "word":
        small = function_words(side)
        yield from ((m.start() - 1, m.end()) for m in WORD.finditer(text) if m.group().lower() not in small)
    else:
        for match in LEAD[side].finditer(text):
            words = [word.end() for word in re.finditer(r"\S+", text[match.start() :])]
            count = int(random.integers(2, 5))
            if kind == "phrase":
                yield match.start(), BREAK.search(text, match.end()).start()  # type: ignore[union-attr]
            elif len(words) > count:
                yield match.start(), match.start() + words[count - 1]


def _mended(text: str) -> str:
    """Punctuation and the first letter put right after a cut."""
    text = re.sub(r"\(\s*\)", "", text).lstrip(" ,;)—–-")
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r",\s*([.;:!?,]|$)", r"\1", text)
    text = re.sub(r"\s+", " ", text).strip()
    return text[:1].upper() + text[1:]
