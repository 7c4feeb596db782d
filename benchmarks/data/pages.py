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
from typing import Any, NamedTuple

import numpy as np

from benchmarks.data.development import STORIES, news, rows
from translate.text.lines import Line, lines_of
from translate.text.normalization import normalize
from translate.text.paragraphs import split_paragraphs
from translate.text.segmentation import split_sentences

Row = dict[str, Any]
OWN = Path(__file__).parent / "pasted_pages"
KEPT_BACK = OWN / "kept_back"  # pages that nothing is learned from
LANGUAGES = ("ru", "en")
FOLDS = 4
FURNITURE, HEADLINE, LEAD, STORY, UNKNOWN = "furniture", "headline", "lead", "story", "unknown"
UNTOLD = "untold"  # a line of a real page of which its gold does not say what it is
PLAIN = (
    "dev_align_real",
    "dev_comparable_debian_news",
    "dev_comparable_ruby_news",
    "dev_comparable_organicmaps_news",
    "dev_comparable_samestory",
    "dev_comparable_samestory_more",
)
REAL = "real"
VARIED = ("thinner", "half", "no furniture", "borrowed")
KEPT = (0.3, 0.6)  # shares of its furniture that a thinner page keeps, one side each


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
        sentences: Texts of its sentences, in normal spelling.
        paragraphs: For each line the offsets of its sentences.
        labels: FURNITURE, HEADLINE, STORY or UNKNOWN (story, and perhaps a headline) of each.
        kinds: For each line the kind of furniture that its label names, LEAD for a lead, else "".
    """

    name: str
    language: str
    written: Sequence[tuple[str, str]]
    fold: int
    source: str
    original: bool = False
    text: str = ""
    lines: list[Line] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
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
        self.sentences = [normalize(self.text[start:end]).text for spans in self.paragraphs for start, end in spans]
        ends = np.cumsum([len(line) + 1 for line, _ in self.written])
        for spans in self.paragraphs:
            label = self.written[int(np.searchsorted(ends, spans[0][0], side="right"))][1]
            kind, _, detail = label.partition(":")
            self.labels.append(kind if kind in (FURNITURE, HEADLINE, UNKNOWN, UNTOLD) else STORY)
            self.kinds.append(detail or (kind if kind in (FURNITURE, LEAD) else ""))


class Pair(NamedTuple):
    """Both sides of a pair, in the order of LANGUAGES."""

    source: Page
    target: Page

    @property
    def as_read(self) -> bool:
        """Whether it is a pair as it stands in its file, and no variation of one."""
        return self.source.name == self.target.name and not {page.source for page in self} & set(VARIED)


def fold_of(group: str) -> int:
    return int(sha256(group.encode()).hexdigest(), 16) % FOLDS


def pages(files: Sequence[Path]) -> list[Pair]:
    """All pairs of files of pages, in turn in other folds."""
    found = []
    for path in files:
        for place, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            sides = [
                Page(row["id"], code, [(text, label) for text, label in row[code]], place % FOLDS, path.stem, True)
                for code in LANGUAGES
            ]
            found.append(Pair(*sides))
    return found


def real_pages(file: Path) -> list[Page]:
    """Pages as benchmarks.measure.real_pages labels them: of one side only, and with lines that are UNTOLD."""
    found = []
    for text in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        written = [(line, UNTOLD if label == UNKNOWN else label) for line, label in row["lines"]]
        found.append(Page(row["id"], row["language"], written, fold_of(row["id"]), REAL))
    return found


def around_stories(real: Sequence[Page], documents: Sequence[Pair]) -> Iterator[Pair]:
    """The furniture of real pages around stories in both languages; the other side stands alone."""
    random = np.random.default_rng(1)
    bare = [pair for pair in documents if all(_is_bare(page) for page in pair)]
    for page in real:
        near = [item for item in bare if item.source.fold == page.fold]
        inside = near[random.integers(len(near))]
        if not any(_is_story(label) for _, label in page.written):
            continue
        told = _around(_sure(page), inside[LANGUAGES.index(page.language)], random)
        yield Pair(told, inside.target) if page.language == LANGUAGES[0] else Pair(inside.source, told)


def _sure(page: Page) -> Page:
    """A real page without the lines of which nothing is known."""
    told = [item for item in page.written if item[1] != UNTOLD]
    return Page(page.name, page.language, told, page.fold, page.source)


def _is_story(label: str) -> bool:
    return bool(label) and label != UNTOLD and not _is_furniture(label)


def stories(folder: Path) -> list[Pair]:
    """Development documents as pages: all story, but for the lines of furniture that the development stories gained."""
    names = (*STORIES, *PLAIN, *news(folder), "dev_retold")
    return [Pair(*(_plain(row, code, name) for code in LANGUAGES)) for name in names for row in rows(folder, name)]


def _plain(row: Row, language: str, source: str) -> Page:
    gained = {
        row[language][index]
        for edit in row.get("edits", ())
        if edit["type"] == "add_boilerplate" and edit["side"] == language
        for index in edit[language]
    }
    lines = [(line, _label(line, gained)) for line in _text(row, language).split("\n")]
    first = next(place for place, (line, _) in enumerate(lines) if line.strip())
    lines[first] = lines[first][0], UNKNOWN if lines[first][1] == STORY else lines[first][1]
    return Page(row["id"], language, lines, fold_of(row.get("group", row["id"])), source)


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


def variations(originals: Sequence[Pair], documents: Sequence[Pair]) -> Iterator[Pair]:
    """Each pair with part of its furniture, on one side or both, without any, and its furniture around other stories;
    pairs that tell different stories.

    Args:
        originals: Pages as pasted.
        documents: Stories without furniture, of which those of a pair's own fold are put inside.
    """
    random = np.random.default_rng(0)
    bare = [pair for pair in documents if all(_is_bare(page) for page in pair)]
    for pair in originals:
        yield Pair(*(_thinner(page, share, random) for page, share in zip(pair, random.permutation(KEPT), strict=True)))
        yield Pair(*(_half(page, above) for page, above in zip(pair, random.random(2) < 0.5, strict=True)))
        story = Pair(*(_without(page, random) for page in pair))
        yield story
        yield Pair(pair.source, story.target) if random.random() < 0.5 else Pair(story.source, pair.target)
        near = [item for item in bare if item.source.fold == pair.source.fold]
        inside = near[random.integers(len(near))]
        yield Pair(*(_around(page, told, random) for page, told in zip(pair, inside, strict=True)))
        yield Pair(inside.source, near[random.integers(len(near))].target)
        others = [item for item in originals if item.source.fold == pair.source.fold and item is not pair]
        yield Pair(pair.source, others[random.integers(len(others))].target)


def _is_bare(page: Page) -> bool:
    return FURNITURE not in page.labels and 5 <= len(page.lines) <= 40


def _thinner(page: Page, share: float, random: np.random.Generator) -> Page:
    kept = random.random(len(page.written)) < share
    written = [item for item, keep in zip(page.written, kept, strict=True) if keep or not _is_furniture(item[1])]
    return Page(page.name, page.language, _parted(written, random), page.fold, "thinner")


def _half(page: Page, above: bool) -> Page:
    """The page with what stands above the middle of its story, or below it."""
    middle = _middle(page)
    written = [
        item for place, item in enumerate(page.written) if not _is_furniture(item[1]) or (place < middle) == above
    ]
    return Page(page.name, page.language, written, page.fold, "half")


def _without(page: Page, random: np.random.Generator) -> Page:
    story = [item for item in page.written if not _is_furniture(item[1])]
    return Page(page.name, page.language, _parted(story, random), page.fold, "no furniture")


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


def _around(page: Page, story: Page, random: np.random.Generator) -> Page:
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
    return Page(page.name, page.language, _parted(written, random), page.fold, "borrowed")
