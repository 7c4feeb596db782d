"""How short a text may be for its old code page to be known: the share of texts that are read letter by letter right.

    python -m benchmarks.measure.encodings [--data ../shared/eval]

Russian words in a row, whole sentences and three of them, in every code page that Russian texts come in; and English
ones with typographic signs and accents in that of the West.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.data.development import asked, data_parser
from translate.text.decoding import decode

CYRILLIC = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")
LENGTHS = (1, 2, 3, 4, 6, 10)  # words
NO_WORDS = ("whole", "three")
WESTERN = ("“no”", "the café’s", "José Muñoz —", "€5", "Angela Müller’s")  # put into English sentences


def cut(lines: Sequence[str], length: int | str) -> list[str]:
    """Texts of a length, one from each sentence; words from its middle, so that not all begin with a capital."""
    if length == "whole":
        return list(lines)
    if length == "three":
        return [" ".join(lines[i : i + 3]) for i in range(0, len(lines) - 2, 3)]
    texts = []
    for number, line in enumerate(lines):
        words = line.split()
        start = 0 if number % 2 else max(0, (len(words) - int(length)) // 2)
        texts.append(" ".join(words[start : start + int(length)]))
    return texts


def share_right(texts: Sequence[str], encoding: str, wrong: list[str]) -> str:
    """Of those that the encoding can write and that are not plain ASCII; the others are read right in any."""
    tried = right = 0
    for text in texts:
        data = text.encode(encoding, errors="ignore")
        written = data.decode(encoding)
        if not data or data.isascii():
            continue
        tried += 1
        read = decode(data, "story.txt")
        right += read == written
        if read != written:
            wrong.append(f"{encoding}: {written[:60]!r} -> {read[:60]!r}")
    return f"{right / max(1, tried):8.2%}"


def main() -> None:
    parser: argparse.ArgumentParser = data_parser(__doc__)
    parser.add_argument("--wrong", type=int, default=0, help="print so many misread texts of each kind")
    parser.add_argument("--every", type=int, default=1, help="try every so many of the sentences")
    args = asked(parser)
    folder: Path = args.data / "langid"
    russian, english = (
        (folder / f"flores-dev.{code}").read_text(encoding="utf-8").splitlines()[:: args.every] for code in ("ru", "en")
    )
    western = [f"{line} {WESTERN[i % len(WESTERN)]}" for i, line in enumerate(english)]
    print(f"{len(russian)} Russian sentences")
    print(f"{'words':14} " + " ".join(f"{length:>8}" for length in (*LENGTHS, *NO_WORDS)))
    for encoding, lines in [*((page, russian) for page in CYRILLIC), ("cp1252", western)]:
        wrong: list[list[str]] = [[] for _ in (*LENGTHS, *NO_WORDS)]
        cells = [
            share_right(cut(lines[::-1] if encoding == "cp1252" else lines, length), encoding, found)
            for length, found in zip((*LENGTHS, *NO_WORDS), wrong, strict=True)
        ]
        print(f"{encoding:14} " + " ".join(cells))
        for found in wrong:
            print(*(f"    {line}" for line in found[: args.wrong]), sep="\n", end="\n" if found[: args.wrong] else "")


if __name__ == "__main__":
    main()
