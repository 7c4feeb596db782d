"""How well the story is found on real pages of the web, from their HTML as a browser copies it.

    git clone --depth 1 https://github.com/scrapinghub/article-extraction-benchmark
    python -m benchmarks.measure.real_pages article-extraction-benchmark

The folder may also be a checkout of https://github.com/mozilla/readability, whose pages lie in test/test-pages, or of
https://github.com/adbar/trafilatura, whose pages lie in tests/. Words are counted as the first of them counts them:
precision, recall and F1 over runs of four words, a mean over pages; of the last, pieces that the story must hold and
must not. Below stands which of them would be taken for a question about cookies, a demand to subscribe or the like
in place of a story. Side by side stand every line of the page, what Parallax keeps of it as
pasted and as HTML, and what trafilatura and inscriptis make of it where they are installed. Pages in other languages
than those that are compared are left out.
"""

import argparse
import json
import statistics
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.data.real_pages import BODY, FURNITURE, HEADLINE, RealPage, labels, real_pages, shingles
from translate.errors import InputError
from translate.languages.registry import compared_languages
from translate.text.decoding import decode
from translate.text.detection import detect_language
from translate.text.html_page import copied_text, page_text
from translate.text.reading import read_document
from translate.web.obstacles import obstacle
from translate.wording.phrase import said

Reading = Callable[[RealPage], str]
ADDRESS = "https://news.example/"  # where none of the pages stands


@dataclass
class Score:
    """What one way of reading reaches."""

    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)
    pieces: Counter[str] = field(default_factory=Counter)

    def add(self, page: RealPage, story: str) -> None:
        """Count the story that was read on a page."""
        if page.article:
            wanted, got = shingles(page.article), shingles(story)
            hit = (wanted & got).total()
            self.recalls.append(hit / wanted.total())
            if got:
                self.precisions.append(hit / got.total())
        plain = " ".join(story.split())
        held = [sum(" ".join(piece.split()) in plain for piece in pieces) for pieces in (page.wanted, page.unwanted)]
        self.pieces.update(wanted=len(page.wanted), unwanted=len(page.unwanted), held=held[0], wrong=held[1])

    def row(self) -> str:
        if self.recalls:
            precision, recall = statistics.mean(self.precisions), statistics.mean(self.recalls)
        else:
            held, wrong = self.pieces["held"], self.pieces["wrong"]
            precision, recall = held / max(1, held + wrong), held / max(1, self.pieces["wanted"])
        f1 = 2 * precision * recall / (precision + recall)
        return f"{precision:9.3f} {recall:9.3f} {f1:9.3f}"


def story_of(text: str, language: str | None = None) -> str:
    """The sentences that Parallax keeps as body."""
    try:
        document = read_document(text, language)
    except InputError:
        return ""
    return "\n".join(document.sentence_text(i) for i, item in enumerate(document.sentences) if item.role == "body")


def judged(page: RealPage, text: str, language: str) -> Counter[str]:
    """Lines of each label and what became of them: the role that most of a line's sentences have. None of a page
    on which nothing was found."""
    try:
        document = read_document(text, language)
    except InputError:
        return Counter()
    lines = text.split("\n")
    roles: list[Counter[str]] = [Counter() for _ in lines]
    start, number = 0, 0
    starts = []
    for line in lines:
        starts.append(start)
        start += len(line) + 1
    for sentence in document.sentences:
        while number + 1 < len(starts) and starts[number + 1] <= sentence.start:
            number += 1
        roles[number][sentence.role] += 1
    count: Counter[str] = Counter()
    for label, found in zip(labels(page, lines), roles, strict=True):
        if label and found:
            count[label] += 1
            count[f"{label} {found.most_common(1)[0][0]}"] += 1
    return count


def readings() -> dict[str, Reading]:
    """The ways to read a page that are compared."""
    ways: dict[str, Reading] = {
        "all lines": lambda page: copied_text(decode(page.source, page.name)),
        "Parallax, pasted": lambda page: story_of(copied_text(decode(page.source, page.name))),
        "HTML": lambda page: page_text(decode(page.source, page.name)),
        "Parallax, HTML": lambda page: story_of(page_text(decode(page.source, page.name))),
    }
    if find_spec("inscriptis"):
        inscriptis = import_module("inscriptis")
        ways["inscriptis, Parallax"] = lambda page: story_of(inscriptis.get_text(decode(page.source, page.name)))
    if find_spec("trafilatura"):
        trafilatura = import_module("trafilatura")

        def extracted(page: RealPage) -> str:
            return trafilatura.extract(page.source, include_comments=False) or ""

        ways["trafilatura"] = extracted
        ways["trafilatura, Parallax"] = lambda page: story_of(extracted(page))
    return ways


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="checkout of one of the three collections")
    parser.add_argument("--labelled", type=Path, help="write the lines of the pages with their labels to this file")
    args = parser.parse_args()
    try:
        pages = list(real_pages(args.folder))
    except FileNotFoundError as error:
        sys.exit(str(error))
    ways = readings()
    scores = {way: Score() for way in ways}
    count: Counter[str] = Counter()
    lines = {"pasted": Counter[str](), "HTML": Counter[str]()}
    rows, walls = [], []
    for page in pages:
        source = decode(page.source, page.name)
        pasted = copied_text(source)
        language = detect_language(page.article or pasted).language
        if language not in compared_languages():
            count["other languages"] += 1
            continue
        count[language] += 1
        for way, read in ways.items():
            scores[way].add(page, read(page))
        story = page_text(source)
        for form, text in (("pasted", pasted), ("HTML", story)):
            lines[form] += judged(page, text, language)
        if (why := obstacle(ADDRESS, source, story)) is not None:
            walls.append(f"{page.name}: {said(why)}")
        found = zip(pasted.split("\n"), labels(page, pasted.split("\n")), strict=True)
        rows.append({"id": page.name, "language": language, "lines": list(found)})
    print(", ".join(f"{number} pages {language}" for language, number in sorted(count.items())))
    print(f"{'':24} {'precision':>9} {'recall':>9} {'F1':>9}")
    for way, score in scores.items():
        print(f"{way:24} {score.row()}")
    for way, found in lines.items():
        print(f"{way}: furniture set aside {_share(found, FURNITURE, 'boilerplate')}")
        print(f"{way}: story lost {_share(found, BODY, 'boilerplate')}")
        print(f"{way}: headline found {_share(found, HEADLINE, 'headline')}")
    print(f"taken for a wall: {len(walls)} of {len(rows)} pages", *walls, sep="\n  ")
    if args.labelled:
        args.labelled.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _share(lines: Counter[str], label: str, role: str) -> str:
    hit = lines[f"{label} {role}"]
    return f"{hit} of {lines[label]} lines, {hit / max(1, lines[label]):.1%}"


if __name__ == "__main__":
    main()
