"""Pages with a label for every line: whole pasted pages, the same with less furniture, and stories without any.

Files of pages hold one pair a line: `id`, and for either language [line, label] in `ru` and `en`, where a label is
headline, lead, body, furniture or furniture:KIND, and "" stands at a blank line.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.data.development import STORIES, news, rows
from translate.text.lines import Line, lines_of
from translate.text.paragraphs import split_paragraphs
from translate.text.segmentation import split_sentences

Row = dict[str, Any]
OWN = Path(__file__).parent / "pasted_pages"
LANGUAGES = ("ru", "en")
FOLDS = 4
FURNITURE, HEADLINE, STORY, UNKNOWN = "furniture", "headline", "story", "unknown"
PLAIN = (
    "dev_align_real",
    "dev_comparable_debian_news",
    "dev_comparable_ruby_news",
    "dev_comparable_organicmaps_news",
    "dev_comparable_samestory",
    "dev_comparable_samestory_more",
)
KEPT = (0.3, 0.6)  # shares of its furniture that a thinner page keeps
BORROWED = 2  # other stories that the furniture of a page is put around


@dataclass
class Page:
    """One side of a pair.

    Attributes:
        name: Of the pair.
        language: Its code.
        written: Each line with its label, blank lines included.
        fold: Number of its fold; all sides and variations of a pair are in one.
        source: What it comes from: the name of its file, or what was done to it.
        original: Whether it is a page as pasted.
        lines: The lines as the product reads them.
        labels: FURNITURE, HEADLINE, STORY or UNKNOWN (story, and perhaps a headline) of each.
        kinds: For each line the kind of furniture that its label names, else "".
    """

    name: str
    language: str
    written: Sequence[tuple[str, str]]
    fold: int
    source: str
    original: bool = False
    text: str = ""
    lines: list[Line] = field(default_factory=list)
    paragraphs: list[list[tuple[int, int]]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = "\n".join(line for line, _ in self.written)
        for start, end in split_paragraphs(self.text):
            spans = split_sentences(self.text[start:end], self.language)
            if spans:
                self.paragraphs.append([(start + first, start + last) for first, last in spans])
        self.lines = list(lines_of(self.text, self.paragraphs))
        ends = np.cumsum([len(line) + 1 for line, _ in self.written])
        for spans in self.paragraphs:
            label = self.written[int(np.searchsorted(ends, spans[0][0], side="right"))][1]
            kind, _, detail = label.partition(":")
            self.labels.append(kind if kind in (FURNITURE, HEADLINE, UNKNOWN) else STORY)
            self.kinds.append(detail or ("furniture" if kind == FURNITURE else ""))


def fold_of(group: str) -> int:
    return int(sha256(group.encode()).hexdigest(), 16) % FOLDS


def pages(files: Sequence[Path]) -> list[Page]:
    """Both sides of all pairs of files of pages, the pairs in turn in other folds."""
    found = []
    for path in files:
        for place, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            for language in LANGUAGES:
                written = [(text, label) for text, label in row[language]]
                found.append(Page(row["id"], language, written, place % FOLDS, path.stem, original=True))
    return found


def stories(folder: Path) -> list[Page]:
    """Development documents as pages: all story, but for the lines of furniture that the development stories gained."""
    found = []
    for name in (*STORIES, *PLAIN, *news(folder), "dev_retold"):
        for row in rows(folder, name):
            for language in LANGUAGES:
                text = _text(row, language)
                gained = {
                    row[language][index]
                    for edit in row.get("edits", ())
                    if edit["type"] == "add_boilerplate" and edit["side"] == language
                    for index in edit[language]
                }
                lines = [(line, _label(line, gained)) for line in text.split("\n")]
                first = next(place for place, (line, _) in enumerate(lines) if line.strip())
                lines[first] = lines[first][0], UNKNOWN if lines[first][1] == STORY else lines[first][1]
                found.append(Page(row["id"], language, lines, fold_of(row.get("group", row["id"])), name))
    return found


def _label(line: str, gained: set[str]) -> str:
    if not line.strip():
        return ""
    return FURNITURE if line.strip() in gained else STORY


def _text(row: Row, language: str) -> str:
    """A document as plain text; its sentences as lines where it has no text of its own."""
    if f"{language}_text" in row:
        return str(row[f"{language}_text"])
    sentences = [item if isinstance(item, str) else item["text"] for item in row[language]]
    starts = row.get(f"{language}_paragraphs")
    if not starts:
        return "\n".join(sentences)
    return "\n\n".join(" ".join(sentences[start:end]) for start, end in pairwise([*starts, len(sentences)]))


def variations(originals: Sequence[Page], documents: Sequence[Page]) -> Iterator[Page]:
    """Each page with part of its furniture, without any, and its furniture around other stories.

    Args:
        originals: Pages as pasted.
        documents: Stories without furniture, of which those of a page's own language and fold are put inside.
    """
    random = np.random.default_rng(0)
    bare = [item for item in documents if FURNITURE not in item.labels and 5 <= len(item.lines) <= 40]
    for page in originals:
        for share in KEPT:
            kept = random.random(len(page.written)) < share
            thinner = [
                item for item, keep in zip(page.written, kept, strict=True) if keep or not _is_furniture(item[1])
            ]
            yield Page(page.name, page.language, _parted(thinner, random), page.fold, "thinner")
        for part in (slice(None, _middle(page)), slice(_middle(page), None)):
            half = [
                item
                for place, item in enumerate(page.written)
                if not _is_furniture(item[1]) or place in range(len(page.written))[part]
            ]
            yield Page(page.name, page.language, half, page.fold, "half")
        story = [item for item in page.written if not _is_furniture(item[1])]
        yield Page(page.name, page.language, _parted(story, random), page.fold, "no furniture")
        near = [item for item in bare if (item.language, item.fold) == (page.language, page.fold)]
        for pick in random.choice(len(near), size=BORROWED, replace=False):
            yield Page(page.name, page.language, _around(page, near[pick], random), page.fold, "borrowed")


def _is_furniture(label: str) -> bool:
    return label.startswith(FURNITURE)


def _middle(page: Page) -> int:
    """Number of the written line in the middle of the story."""
    told = [place for place, (_, label) in enumerate(page.written) if label and not _is_furniture(label)]
    return told[len(told) // 2]


def _parted(written: Sequence[tuple[str, str]], random: np.random.Generator) -> list[tuple[str, str]]:
    """The lines as they are, all parted by blank lines, or none."""
    way = random.integers(3)
    if way == 0:
        return list(written)
    lines = [item for item in written if item[1]]
    return lines if way == 1 else [item for line in lines for item in (line, ("", ""))]


def _around(page: Page, story: Page, random: np.random.Generator) -> list[tuple[str, str]]:
    """The furniture of a page around another story: its lines in their order, the story's spread over the body."""
    told = [(line.text, label) for line, label in zip(story.lines, story.labels, strict=True)]
    own = [item for item in page.written if item[1]]
    places = [place for place, (_, label) in enumerate(own) if not _is_furniture(label)]
    head, bodies = places[0], places[1:]
    title = told[0][0] if story.lines[0].title_like else ""
    rest = told[1:] if title else told
    cuts = np.sort(random.integers(0, len(rest) + 1, size=len(bodies) - 1)) if bodies else np.array([], dtype=int)
    parts = np.split(np.arange(len(rest)), cuts)
    written: list[tuple[str, str]] = []
    for place, item in enumerate(own):
        if _is_furniture(item[1]):
            written.append(item)
        elif place == head:
            written += [(title, HEADLINE)] if title else []
        else:
            written += [(rest[k][0], STORY) for k in parts[bodies.index(place)]]
    return _parted(written, random)
