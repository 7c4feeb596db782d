"""The hand-made gold of the sample stories, and the scores of an alignment held against it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from translate.alignment.bead import Bead
from translate.samples import SAMPLES, load_sample
from translate.text.document import Document, Sentence, Span

LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True)
class GoldBead:
    """Sentences of both versions that say the same thing; an empty side has nothing that corresponds."""

    ru: tuple[int, ...]
    en: tuple[int, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class GoldDifference:
    """A difference a careful reader finds; kind "only" is an omission or an addition, depending on the order."""

    kind: str
    side: str
    severity: str
    ru: tuple[Span, ...]
    en: tuple[Span, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Gold:
    """One sample story with everything that is known about it; published is an ISO date or None."""

    name: str
    published: str | None
    ru: Document
    en: Document
    beads: tuple[GoldBead, ...]
    differences: tuple[GoldDifference, ...]


class Aligned(Protocol):
    """What the scores read of a Comparison."""

    @property
    def source(self) -> Document: ...
    @property
    def target(self) -> Document: ...
    @property
    def beads(self) -> Sequence[Bead]: ...


def load_gold(name: str) -> Gold:
    """Gold of one sample story."""
    raw = json.loads((SAMPLES / name / "gold.json").read_text(encoding="utf-8"))
    sample = load_sample(name)
    ru, en = (
        Document(language, text, tuple(Sentence(**sentence) for sentence in raw[language]["sentences"]))
        for language, text in (("ru", sample.source), ("en", sample.target))
    )
    beads = (GoldBead(tuple(bead["ru"]), tuple(bead["en"]), bead.get("moved", False)) for bead in raw["beads"])
    differences = (
        GoldDifference(
            **(entry | {language: tuple(Span(**span) for span in entry[language]) for language in LANGUAGES})
        )
        for entry in raw["differences"]
    )
    return Gold(name, raw["published"], ru, en, tuple(beads), tuple(differences))


def bead_f1(stories: Iterable[tuple[Gold, Aligned]]) -> float:
    """Strict F1 of the two-sided beads, in [0, 1], counted over all stories together.

    A bead is right if it covers exactly the gold sentences of one gold bead.
    """
    right = predicted = expected = 0
    for gold, aligned in stories:
        wanted = {(frozenset(bead.ru), frozenset(bead.en)) for bead in gold.beads if bead.ru and bead.en}
        found = {(ru, en) for ru, en in _in_gold_sentences(gold, aligned) if ru and en}
        right, predicted, expected = right + len(wanted & found), predicted + len(found), expected + len(wanted)
    return _f1(right, predicted, expected)


def null_f1(stories: Iterable[tuple[Gold, Aligned]]) -> float:
    """F1 of the one-sided sentences, in [0, 1], counted over all stories together.

    Page furniture that was taken for a one-sided sentence counts as wrong; 1.0 if there is nothing to find and
    nothing was found.
    """
    right = predicted = expected = 0
    for gold, aligned in stories:
        wanted = _alone((bead.ru, bead.en) for bead in gold.beads)
        found = _alone(_in_gold_sentences(gold, aligned))
        right, predicted, expected = right + len(wanted & found), predicted + len(found), expected + len(wanted)
    return _f1(right, predicted, expected)


def _alone(beads: Iterable[tuple[Iterable[int], Iterable[int]]]) -> set[tuple[str, int]]:
    """Sentences, as language and index, that stand in one-sided beads only."""
    pairs = [(set(ru), set(en)) for ru, en in beads]
    paired = {("ru", i) for ru, en in pairs if en for i in ru} | {("en", j) for ru, en in pairs if ru for j in en}
    single = {("ru", i) for ru, en in pairs if not en for i in ru} | {
        ("en", j) for ru, en in pairs if not ru for j in en
    }
    return single - paired


def _in_gold_sentences(gold: Gold, aligned: Aligned) -> list[tuple[frozenset[int], frozenset[int]]]:
    """Predicted beads, Russian side first, in indices of the gold's sentences.

    A predicted sentence stands for every gold sentence with which it shares half of the shorter of the two or more.
    """
    maps = {}
    for document in (aligned.source, aligned.target):
        wanted = (gold.ru if document.language == "ru" else gold.en).sentences
        maps[document.language] = [
            {number for number, other in enumerate(wanted) if _overlaps(sentence, other)}
            for sentence in document.sentences
        ]
    first, second = maps[aligned.source.language], maps[aligned.target.language]
    beads = []
    for bead in aligned.beads:
        source = frozenset(number for i in bead.source for number in first[i])
        target = frozenset(number for j in bead.target for number in second[j])
        beads.append((source, target) if aligned.source.language == "ru" else (target, source))
    return beads


def _overlaps(one: Sentence, other: Sentence) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= min(one.end - one.start, other.end - other.start)


def _f1(right: int, predicted: int, expected: int) -> float:
    return 2 * right / (predicted + expected) if predicted + expected else 1.0
