"""How well parts flagged in a pair meet what people marked as omitted or invented: HalOmi, for measuring only.

    python -m benchmarks.measure.halomi FILE

HalOmi (Dale et al., 2023, https://arxiv.org/abs/2305.11746) is 2,865 sentences of Wikipedia and FLORES with
translations by weak systems, in which people marked the words that were left out or invented; FILE is its
`halomi_core.tsv`, which the repository chenyangh/OTTAWA holds. The pairs of Russian and English alone are read. Nothing
was fitted on them. Prints, for each operating point and each side, how many of the sentences with marked words have a
flag of a part on one of them, the share of such flags that meet a marked word, and how many pairs without any mark
draw one; what is no Russian and English pair at all is told and left out. Takes half a minute.
"""

import argparse
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from translate import Options, TranslateError, find_differences
from translate.options import OperatingPoint

LANGUAGES = {"rus_Cyrl", "eng_Latn"}
NONE = {"1_No_hallucination", "1_No_omission"}
WHOLE = "4_Full"  # begins the class of a translation that has nothing of its source: no question of parts
MARK = re.compile("<<<|>>>")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence and its translation.

    Attributes:
        texts: Both, without marks.
        marked: Of each, what people marked, as half-open offsets.
        clean: Whether they found nothing on either side.
    """

    texts: tuple[str, str]
    marked: tuple[tuple[Span, ...], tuple[Span, ...]]
    clean: bool


def judged_pairs(file: Path) -> Iterator[Judged]:
    """The pairs of both languages whose translation is one, and is read as such."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            classes = {row["class_hall"], row["class_omit"]}
            if {row["src_lang"], row["tgt_lang"]} != LANGUAGES or any(name.startswith(WHOLE) for name in classes):
                continue
            (source, omitted), (target, invented) = unmarked(row["omit_spans"]), unmarked(row["hall_spans"])
            try:
                find_differences(source, target)
            except TranslateError as error:  # a translation that is hardly text
                print(f"left out: {error}")
                continue
            yield Judged((source, target), (omitted, invented), classes == NONE)


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its marks, and the offsets of what they held that is more than punctuation."""
    pieces, spans, length = MARK.split(text), [], 0
    for place, piece in enumerate(pieces):
        if place % 2 and any(map(str.isalnum, piece)):
            spans.append((length, length + len(piece)))
        length += len(piece)
    return "".join(pieces), tuple(spans)


def flagged_spans(pair: Judged, point: OperatingPoint) -> tuple[list[Span], list[Span]]:
    """What is flagged on either side as a part that the other has not."""
    found = [d for d in find_differences(*pair.texts, Options(operating_point=point)) if d.kind == "partial"]
    return [(s.start, s.end) for d in found for s in d.source], [(s.start, s.end) for d in found for s in d.target]


def meets(span: Span, others: tuple[Span, ...] | list[Span]) -> bool:
    """Whether a span shares a character with any of others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="halomi_core.tsv")
    pairs = list(judged_pairs(parser.parse_args().file))
    clean = sum(pair.clean for pair in pairs)
    print(f"{len(pairs)} pairs of Russian and English, {clean} without a mark")
    print(f"{'point':10} {'side':10} {'marked':>7} {'found':>6} {'flags':>6} {'right':>6}   clean pairs flagged")
    for point in get_args(OperatingPoint):
        flagged = [flagged_spans(pair, point) for pair in pairs]
        false = sum(pair.clean and any(spans) for pair, spans in zip(pairs, flagged, strict=True))
        for side, name in enumerate(("omitted", "invented")):
            marked = [(p.marked[side], f[side]) for p, f in zip(pairs, flagged, strict=True)]
            having = [any(meets(span, spans) for span in gold) for gold, spans in marked if gold]
            right = [meets(span, gold) for gold, spans in marked for span in spans]
            print(
                f"{point:10} {name:10} {len(having):7} {sum(having) / max(1, len(having)):6.2f} {len(right):6} "
                f"{sum(right) / max(1, len(right)):6.2f}   {false} of {clean}"
            )


if __name__ == "__main__":
    main()
