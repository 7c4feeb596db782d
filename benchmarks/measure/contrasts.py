"""How well contrasts are found, on sentences that are known to correspond.

    python -m benchmarks.measure.contrasts [--data ../shared/eval] [--kind negation] [--show 20]

For each kind: recall of the planted edits of the development stories and precision of its flags there, flags per 100
sentence pairs of untouched news, DEMETR's pairs with a flag, recall of the edits of contrast_edits.py, and milliseconds
for a pair. The first run encodes all.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.data.contrast_edits import recall
from benchmarks.data.development import STORIES, Row, asked, data_parser, encoder, news, rows, told
from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.contrast import Contrast
from translate.differences.contrasts.certainty import find_certainty
from translate.differences.contrasts.meaning import find_meanings
from translate.differences.contrasts.negation import find_negations
from translate.differences.contrasts.quotes import find_quotes
from translate.story.story import Story

DEMETR = "dev_errors_demetr"
Finder = Callable[[BeadSide, BeadSide], Sequence[Contrast]]


def in_place(source: BeadSide, target: BeadSide) -> Sequence[Contrast]:
    """Other words in the same place, as the benchmarks' encoder reads them."""
    return find_meanings(source, target, encoder())


def quoted(source: BeadSide, target: BeadSide) -> Sequence[Contrast]:
    """Direct speech, its words as the benchmarks' encoder reads them."""
    return find_quotes(source, target, encoder())


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of contrast and where the development data shows it.

    Attributes:
        name: As in `Contrast.kind`.
        find: Its finder.
        edits: Types of planted edits that it should find; none where nothing of the kind was planted.
        errors: Labels of DEMETR that it should find.
    """

    name: str
    find: Finder
    edits: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


KINDS = (
    Kind("negation", find_negations, edits=("negation",), errors=("negation",)),
    Kind("meaning", in_place, errors=("antonym", "mistranslation")),
    Kind("quote", quoted),
    Kind("certainty", find_certainty),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups of sentences that correspond.

    Attributes:
        edits: Types of the edits planted in them.
    """

    where: str
    source: Story
    target: Story
    bead: Bead
    edits: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"    {self.source.text(self.bead.source)}\n    {self.target.text(self.bead.target)}"


@cache
def story_pairs(folder: Path) -> tuple[Pair, ...]:
    """All two-sided gold beads of the development stories."""
    return tuple(
        Pair(row["id"], *sides, Bead(tuple(ru), tuple(en), 1.0, 1.0), _edits(row, ru, en))
        for row in rows(folder, *STORIES)
        for sides in [(told(row, "ru"), told(row, "en"))]
        for ru, en in row["beads"]
        if ru and en
    )


def _edits(row: Row, ru: Sequence[int], en: Sequence[int]) -> tuple[str, ...]:
    return tuple(edit["type"] for edit in row["edits"] if set(edit["ru"]) & set(ru) and set(edit["en"]) & set(en))


@cache
def untouched_pairs(folder: Path) -> tuple[Pair, ...]:
    """The sentence pairs of parallel news, in their documents."""
    return tuple(
        Pair(row["id"], *sides, Bead((line,), (line,), 1.0, 1.0))
        for row in rows(folder, *news(folder))
        for sides in [(told(row, "ru"), told(row, "en"))]
        for line in range(min(len(row["ru"]), len(row["en"])))
    )


@cache
def demetr_pairs(folder: Path) -> tuple[tuple[str, Pair], ...]:
    """DEMETR's pairs with their labels; the unchanged translations are "good"."""
    found = []
    for row in rows(folder, DEMETR):
        labelled = [(row["label"], row["tgt"])] + ([("good", row["good"])] if row.get("good") else [])
        for label, text in labelled:
            both = {"ru": [row["src"]], "en": [text]}
            found.append((label, Pair(row["id"], told(both, "ru"), told(both, "en"), Bead((0,), (0,), 1.0, 1.0))))
    return tuple(found)


def measure(kind: Kind, folder: Path, show: int) -> None:
    """Print all figures of one kind, then its worst false alarms and some misses."""
    print(f"\n{kind.name}")
    alarms = stories(kind, story_pairs(folder), show) + untouched(kind, untouched_pairs(folder))
    demetr(kind, demetr_pairs(folder), show)
    recall(kind.name, kind.find, rows(folder, *news(folder)), show)
    shown = sorted(alarms, key=lambda alarm: -alarm[0].confidence)[:show]
    for contrast, pair in shown:
        print(f"  FALSE {contrast.confidence:.2f} {_words(pair, contrast)} [{pair.where}]\n{pair}")


def stories(kind: Kind, pairs: Sequence[Pair], show: int) -> list[tuple[Contrast, Pair]]:
    """Recall of planted edits and precision of all flags; returns the false ones."""
    planted = found = flags = 0
    false = []
    misses = []
    for pair in pairs:
        contrasts = kind.find(*sides_of(pair.source, pair.target, pair.bead))
        has_edit = any(edit in kind.edits for edit in pair.edits)
        planted += has_edit
        found += has_edit and bool(contrasts)
        flags += bool(contrasts)
        if has_edit and not contrasts:
            misses.append(pair)
        if contrasts and not has_edit:
            false.append((contrasts[0], pair))
    if kind.edits:
        precision = f"precision {(flags - len(false)) / max(1, flags):.3f} of {flags} flags"
        print(f"  planted edits: recall {found / max(1, planted):.3f} of {planted}, {precision}")
    else:
        print(
            f"  stories: {100 * flags / len(pairs):.2f} flags per 100 of {len(pairs)} pairs; nothing of it was planted"
        )
    for pair in misses[:show]:
        print(f"  MISS [{pair.where}]\n{pair}")
    return false


def untouched(kind: Kind, pairs: Sequence[Pair]) -> list[tuple[Contrast, Pair]]:
    """False alarms on parallel news, and the time for a pair; returns the flags."""
    started = time.perf_counter()
    alarms = [(contrast, pair) for pair, contrast in _flags(kind, pairs)]
    elapsed = 1000 * (time.perf_counter() - started) / len(pairs)
    flagged = len({id(pair) for _, pair in alarms})
    print(f"  untouched news: {100 * flagged / len(pairs):.2f} of 100 pairs flagged ({flagged} of {len(pairs)})")
    print(f"  {elapsed:.2f} ms for a pair")
    return alarms


def demetr(kind: Kind, pairs: Sequence[tuple[str, Pair]], show: int) -> None:
    """Share of DEMETR's pairs with a flag, by label."""
    total: Counter[str] = Counter(label for label, _ in pairs)
    flagged: Counter[str] = Counter()
    for label, pair in pairs:
        contrasts = kind.find(*sides_of(pair.source, pair.target, pair.bead))
        flagged[label] += bool(contrasts)
        if show and bool(contrasts) != (label in kind.errors):
            print(f"  DEMETR {label} {'flagged' if contrasts else 'missed'}\n{pair}")
    print("  DEMETR: " + ", ".join(f"{label} {flagged[label]}/{total[label]}" for label in sorted(total)))


def _flags(kind: Kind, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Contrast]]:
    for pair in pairs:
        for contrast in kind.find(*sides_of(pair.source, pair.target, pair.bead)):
            yield pair, contrast


def _words(pair: Pair, contrast: Contrast) -> str:
    """What was marked on both sides, in brackets."""
    sides = ((pair.source, contrast.source), (pair.target, contrast.target))
    return " ".join(
        "[" + ", ".join(story.sentences[at.sentence].text[at.start : at.end] for at in words) + "]"
        for story, words in sides
    )


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--kind", choices=[kind.name for kind in KINDS], help="only this kind")
    parser.add_argument("--show", type=int, default=0, help="print that many false alarms and misses of each kind")
    args = asked(parser)
    for kind in KINDS:
        if args.kind in (None, kind.name):
            measure(kind, args.data, args.show)


if __name__ == "__main__":
    main()
