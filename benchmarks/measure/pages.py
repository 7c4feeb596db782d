"""What becomes of whole pasted pages: their furniture, their story, and the differences that are found in them.

    python -m benchmarks.measure.pages [--pages FILE ...] [--show]

Measures the model as it is shipped, on pages that no model has learned from unless others are named with --pages; what
it reaches in cross-validation on those that it learned from, benchmarks.fit.page_pairs prints. Pages are read as users
paste them, with the defaults.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.data.development import encoder
from benchmarks.data.page_examples import Tally
from benchmarks.data.pages import FURNITURE, KEPT_BACK, LANGUAGES, pages
from translate import Comparison, Options, compare
from translate.pages.cleaning import cleaned_together
from translate.text.reading import read_document
from translate.text.sides import SIDES, SideName, on_side


def flags(row: Mapping[str, Any], code: str, found: Comparison, side: SideName) -> Iterator[str]:
    """What is counted on one side of a comparison of pages."""
    yield "pages"
    text = on_side(found, side).text
    ends = np.cumsum([len(line) + 1 for line, _ in row[code]])
    for difference in found.differences:
        spans = on_side(difference, side)
        labels = {row[code][int(np.searchsorted(ends, span.start, side="right"))][1] for span in spans}
        if any(label.startswith(FURNITURE) for label in labels):
            yield "on furniture"
            if difference.severity == "major":
                yield "major on furniture"
    lone = [on_side(d, side)[0] for d in found.differences if d.kind in ("omission", "addition") and on_side(d, side)]
    for sentence in row[f"only_{code}"]:
        yield "only"
        start = text.index(sentence)
        if any(min(start + len(sentence), span.end) - max(start, span.start) > len(sentence) / 2 for span in lone):
            yield "found"


def milliseconds(files: list[Path]) -> float:
    """CPU time that a page takes to be read and cleaned with the other at hand, beside encoding its sentences."""
    spent, count = 0.0, 0
    for pair in pages(files):
        for _ in range(2):  # the first time its sentences are encoded
            start = time.process_time()
            source, target = (read_document(page.text, page.language) for page in pair)
            cleaned_together(source, target, encoder())
            took = time.process_time() - start
        spent += took
        count += 2
    return 1000 * spent / count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, nargs="+", default=sorted(KEPT_BACK.glob("*.jsonl")))
    parser.add_argument("--show", action="store_true", help="print every line judged wrongly")
    given = parser.parse_args()
    tally, count = Tally(given.show), Counter[str]()
    for file in given.pages:
        for text, pair in zip(file.read_text(encoding="utf-8").splitlines(), pages([file]), strict=True):
            found = compare(pair.source.text, pair.target.text, Options(engine="none"))
            for side, code, page in zip(SIDES, LANGUAGES, pair, strict=True):
                document = on_side(found, side)
                tally.add(page, document.sentences)
                count.update(flags(json.loads(text), code, found, side))
    tally.show_all()
    sides = count["pages"]
    print(f"differences on furniture: {count['on furniture'] / sides:.2f} a page", end=", ")
    print(f"{count['major on furniture'] / sides:.2f} of them major")
    print(f"sentences that only one version has: {count['found'] / count['only']:.2f} of {count['only']} found")
    print(f"reading and cleaning: {milliseconds(given.pages):.0f} ms of CPU a page, encoding apart")


if __name__ == "__main__":
    main()
