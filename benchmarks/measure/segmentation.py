"""Which sentence splitter makes the fewest errors on news: borders found inside paragraphs against gold offsets.

    python -m benchmarks.measure.segmentation [--data ../shared/eval]

Paragraphs are given; only the borders between two sentences of one paragraph count, since the ends of paragraphs
are free. Splitters that are not installed are named and left out; the product itself needs only the best ones.
"""

import importlib.metadata
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.data.development import STORIES, asked, data_parser, rows
from translate.text.segmentation import split_sentences

Splitter = Callable[[str], list[str]]
FILES = (*STORIES, "dev_align_real")


def rivals(language: str) -> dict[str, Splitter]:
    """Published splitters by name, each as a function from a paragraph to its sentences, and their absence told."""
    found: dict[str, Splitter] = {}
    for name, build in (("razdel", _razdel), ("pysbd", _pysbd), ("nupunkt", _nupunkt), ("sentencex", _sentencex)):
        try:
            found[f"{name} {importlib.metadata.version(name)}"] = build(language)
        except ImportError:
            print(f"{name}: not installed, left out (pip install {name})")
    return found


def _razdel(language: str) -> Splitter:
    import razdel  # type: ignore[import-untyped]

    return lambda paragraph: [sentence.text for sentence in razdel.sentenize(paragraph)]


def _pysbd(language: str) -> Splitter:
    import pysbd  # type: ignore[import-untyped]

    segmenter = pysbd.Segmenter(language=language, clean=False)
    return lambda paragraph: [str(sentence) for sentence in segmenter.segment(paragraph)]


def _nupunkt(language: str) -> Splitter:
    import nupunkt

    return lambda paragraph: [str(sentence) for sentence in nupunkt.sent_tokenize(paragraph)]


def _sentencex(language: str) -> Splitter:
    import sentencex  # type: ignore[import-untyped]

    return lambda paragraph: list(sentencex.segment(language, paragraph))


def borders_of(sentences: list[str], paragraph: str) -> set[int]:
    """Offsets at which a sentence starts, without the first, found by reading the sentences along the paragraph."""
    borders, position = set(), 0
    for sentence in sentences:
        core = sentence.strip()
        start = paragraph.find(core, position) if core else -1
        if start >= 0:
            borders.add(start)
            position = start + len(core)
    return borders - {min(borders, default=0)}


def gold_paragraphs(folder: Path, language: str) -> Iterator[tuple[str, set[int]]]:
    """Paragraphs of the development texts with the offsets at which their second and later sentences start."""
    for row in rows(folder, *FILES):
        text, starts = row[f"{language}_text"], {start for start, _ in row[f"{language}_offsets"]}
        for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
            inside = {start - match.start() for start in starts if match.start() < start < match.end()}
            yield match.group(), inside


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--worst", type=int, default=0, help="print so many errors of our own splitter")
    args = asked(parser)
    for language in ("en", "ru"):
        paragraphs = list(dict.fromkeys((text, frozenset(gold)) for text, gold in gold_paragraphs(args.data, language)))
        total = sum(len(gold) for _, gold in paragraphs)
        print(f"\n{language}: {len(paragraphs)} different paragraphs, {total} borders inside them")
        print(f"{'splitter':20} {'precision':>9} {'recall':>7} {'F1':>7} {'missed':>7} {'false':>6} {'MB/s':>6}")
        splitters = rivals(language)
        splitters["parallax"] = (
            lambda text, language=language: [  # type: ignore[misc]
                text[start:end] for start, end in split_sentences(text, language)
            ]
        )
        for name, split in splitters.items():
            split("One. Two.")
            started, right, found = time.perf_counter(), 0, 0
            predictions = [split(text) for text, _ in paragraphs]
            seconds = time.perf_counter() - started
            left = args.worst if name == "parallax" else 0
            for sentences, (text, gold) in zip(predictions, paragraphs, strict=True):
                borders = borders_of(sentences, text)
                right, found = right + len(borders & gold), found + len(borders)
                for place in sorted(borders ^ gold):
                    if left > 0:
                        left -= 1
                        kind = "false " if place in borders else "missed"
                        print(f"  {kind} {text[max(0, place - 50) : place]!r} | {text[place : place + 40]!r}")
            precision, recall = right / max(found, 1), right / total
            speed = sum(len(text) for text, _ in paragraphs) / 1e6 / seconds
            print(
                f"{name:20} {precision:9.4f} {recall:7.4f} {2 * precision * recall / (precision + recall):7.4f} "
                f"{total - right:7} {found - right:6} {speed:6.2f}"
            )


if __name__ == "__main__":
    main()
