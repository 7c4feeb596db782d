"""Pairs of texts of which is known, sentence by sentence, what the other one tells.

Files of retold stories hold one pair a line: `ru` and `en` list sentences with `text` and `says`, [words, proposition];
`ru_paragraphs` and `en_paragraphs` are the sentences that begin a paragraph; `conflicts` and `same` as their names say.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.data.development import STORIES, data_file, encoder, news, rows
from translate.differences.difference import Difference
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences
from translate.text.reading import read_document

Row = dict[str, Any]
OWN = Path(__file__).parent / "retold"
LANGUAGES = ("ru", "en")
OTHER = {"ru": "en", "en": "ru"}
REAL = ("dev_comparable_samestory", "dev_comparable_samestory_more")
ALIGNED = "dev_align_real"
NONE, PART, FULL, UNKNOWN = 0, 1, 2, -1
EXCERPTS = 2  # of each retold story, at most
SHORTEST, LONGEST = 2, 5  # sentences of an excerpt
SPREAD = 3  # so many more sentences the passage over there may have
RULES = frozenset("abkmpqw")  # first letters of the stories that rules were written from; of our own files their names
PARAGRAPH = 3  # sentences of a paragraph of news whose own paragraphs are not known


@dataclass
class Known:
    """One side of a pair.

    Attributes:
        text: As it is read; None where sentences are given.
        sentences: Likewise the other way round.
        spans: Where each gold sentence stands in the text.
        told: NONE, PART or FULL of each gold sentence.
        says: Start, end and proposition of words whose propositions are known; start and end count in the text.
        lacking: Start and end of words that the other side does not have, in sentences that are linked.
        clauses_known: Whether `says` or `lacking` is known word by word.
    """

    spans: list[tuple[int, int]]
    told: list[int]
    text: str | None = None
    sentences: Sequence[str] = ()
    says: list[tuple[int, int, str]] = field(default_factory=list)
    lacking: list[tuple[int, int]] = field(default_factory=list)
    clauses_known: bool = True


@dataclass
class Pair:
    """Two texts of which is known who tells what.

    Attributes:
        name: Of the pair.
        kind: "retold", "excerpts", "real", "stories", "news", "news as text" or "announcements".
        groups: Of its documents; pairs with a common one must stay in one fold.
        sides: Both, by language.
        links: Gold sentences that tell of the same, each with "full" or "partial".
        row: As the file has it.
    """

    name: str
    kind: str
    groups: tuple[str, ...]
    sides: dict[str, Known]
    links: list[tuple[tuple[int, ...], tuple[int, ...], str]]
    row: Row

    def story(self, language: str) -> Story:
        """One side, read and encoded."""
        side = self.sides[language]
        if side.text is None:
            return tell(document_of_sentences(side.sentences, language), encoder())
        return tell(read_document(side.text, language), encoder())


def running_text(sentences: Sequence[Row], paragraphs: Sequence[int]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a retold story with its paragraphs, and the offsets of its sentences."""
    text, spans, starts = "", [], set(paragraphs)
    for k, sentence in enumerate(sentences):
        text += "" if k == 0 else "\n\n" if k in starts else " "
        spans.append((len(text), len(text) + len(sentence["text"])))
        text += sentence["text"]
    return text, spans


def own_files() -> list[Path]:
    """The files of this folder's own retold stories."""
    return sorted(OWN.glob("*.jsonl"))


def own_rows(files_of: Sequence[Path]) -> list[Row]:
    """The retold stories of some of our own files."""
    return [json.loads(line) for path in files_of for line in path.read_text(encoding="utf-8").splitlines()]


def kept_back() -> list[Pair]:
    """Our own retold stories that nothing is fitted on, and that nobody reads to better the product."""
    return [retold(row) for row in own_rows(sorted((OWN / "kept_back").glob("*.jsonl")))]


def retold_rows(folder: Path) -> list[Row]:
    """The retold stories of the development data and our own, without those that are kept back."""
    return [*rows(folder, "dev_retold"), *own_rows(own_files())]


def retold(row: Row) -> Pair:
    """A retold story: a sentence is told in full where the other version says all its propositions."""
    sides, propositions = {}, {}
    for language in LANGUAGES:
        text, spans = running_text(row[language], row[f"{language}_paragraphs"])
        says = [
            (start + at, start + at + len(words), proposition)
            for (start, _), sentence in zip(spans, row[language], strict=True)
            for words, proposition in sentence["says"]
            for at in [sentence["text"].index(words)]
        ]
        propositions[language] = [{p for _, p in sentence["says"]} for sentence in row[language]]
        sides[language] = Known(spans, [], text, says=says)
    for language in LANGUAGES:
        there = set().union(*propositions[OTHER[language]])
        sides[language].told = [verdict(said, there) for said in propositions[language]]
        sides[language].lacking = [(a, b) for a, b, p in sides[language].says if p not in there]
    links = [
        ((i,), (j,), "full" if here == there else "partial")
        for i, here in enumerate(propositions["ru"])
        for j, there in enumerate(propositions["en"])
        if here & there
    ]
    return Pair(row["id"], "retold", (f"retold:{row['id']}",), sides, links, row)


def conflict_places(pair: Pair, entry: Row) -> dict[str, tuple[int, int]]:
    """Where the words of an entry of `conflicts` or `same` stand in both texts."""
    starts = {language: (pair.sides[language].text or "").index(entry[language]) for language in LANGUAGES}
    return {language: (start, start + len(entry[language])) for language, start in starts.items()}


def stands_on(found: Difference, places: Mapping[str, tuple[int, int]]) -> bool:
    """Whether a flag has some of the words of an entry, on either side."""
    return any(
        span.start < places[language][1] and places[language][0] < span.end
        for language, spans in zip(LANGUAGES, (found.source, found.target), strict=True)
        for span in spans
    )


def verdict(said: set[str], there: set[str]) -> int:
    """Whether propositions are told over there."""
    if not said:
        return UNKNOWN
    shared = said & there
    return NONE if not shared else FULL if shared == said else PART


def real(row: Row) -> Pair:
    """Two articles about one event, linked by hand."""
    links = [(tuple(link["ru"]), tuple(link["en"]), link["strength"]) for link in row["links"]]
    sides = {}
    for language in LANGUAGES:
        told = [UNKNOWN] * len(row[language])
        for name, value in (("covered", FULL), ("partial", PART), ("uncovered", NONE)):
            for k in row[f"{language}_{name}"]:
                told[k] = value
        spans = [tuple(span) for span in row[f"{language}_offsets"]]
        sides[language] = Known(spans, told, row[f"{language}_text"], clauses_known=False)
    return Pair(row["id"], "real", (row["group"], row["group2"]), sides, links, row)


def aligned(row: Row, kind: str = "stories") -> Pair:
    """A story or announcement with gold beads."""
    beads = row.get("beads") or row["gold"]
    sides = {}
    for side, language in enumerate(LANGUAGES):
        told = [NONE] * len(row[language])
        for bead in beads:
            for k in bead[side] if all(bead) else ():
                told[k] = FULL
        spans = [tuple(span) for span in row[f"{language}_offsets"]]
        lacking = []
        for edit in row["edits"]:
            # A clause that one side lost: its sentence on the other side still has it, but nobody knows where.
            if edit["type"] == "clause_drop" and edit["side"] != language:
                for k in edit[language] or ():
                    told[k] = PART
        sides[language] = Known(spans, told, row[f"{language}_text"], lacking=lacking, clauses_known=False)
    links = [(tuple(bead[0]), tuple(bead[1]), "full") for bead in beads if all(bead)]
    return Pair(row["id"], kind, (row["group"],), sides, links, row)


def parallel(row: Row) -> Pair:
    """News of which line i is line i."""
    sides = {
        language: Known(spans, [FULL] * len(spans), sentences=row[language])
        for language in LANGUAGES
        for _, spans in [running_text([{"text": line} for line in row[language]], ())]
    }
    links = [((k,), (k,), "full") for k in range(len(row["ru"]))]
    return Pair(row["id"], "news", (row["group"],), sides, links, row)


def parallel_text(row: Row) -> Pair:
    """The same as it is pasted: a headline, then paragraphs that correspond."""
    pair = parallel(row)
    sides = {}
    for language in LANGUAGES:
        sentences = [{"text": line} for line in row[language]]
        text, spans = running_text(sentences, range(1, len(sentences), PARAGRAPH))
        sides[language] = Known(spans, [FULL] * len(sentences), text, clauses_known=False)
    return replace(pair, kind="news as text", sides=sides)


def excerpts(row: Row) -> Iterator[Pair]:
    """A few sentences of a retold story with the passage over there that tells of them, as people paste to try it out.

    Which these are depends on the story's name alone.
    """
    chance = np.random.default_rng(int(hashlib.sha256(f"excerpts:{row['id']}".encode()).hexdigest()[:8], 16))
    for number in range(EXCERPTS):
        length = int(chance.integers(SHORTEST, LONGEST + 1))
        own = LANGUAGES[chance.integers(2)]
        if len(row[own]) <= length + 2:
            continue
        first = int(chance.integers(1, len(row[own]) - length))
        taken = row[own][first : first + length]
        said = {p for sentence in taken for _, p in sentence["says"]}
        there = [k for k, sentence in enumerate(row[OTHER[own]]) if said & {p for _, p in sentence["says"]}]
        if there and there[-1] - there[0] < length + SPREAD:
            passages = {own: taken, OTHER[own]: row[OTHER[own]][there[0] : there[-1] + 1]}
            plain = {f"{language}_paragraphs": [] for language in LANGUAGES}
            pair = retold({**row, **passages, **plain, "id": f"{row['id']}/{number}"})
            yield replace(pair, kind="excerpts", groups=(f"retold:{row['id']}",))


def pairs(folder: Path, *, every_story: int = 1, every_news: int = 1) -> Iterator[Pair]:
    """All pairs of the development data and our own; of stories and news every so-manieth."""
    yield from map(retold, retold_rows(folder))
    yield from map(real, (row for row in rows(folder, *REAL) if row.get("links")))
    yield from map(partial(aligned, kind="announcements"), rows(folder, ALIGNED))
    yield from map(aligned, rows(folder, *STORIES)[::every_story])
    yield from map(parallel, rows(folder, *news(folder))[::every_news])
    yield from (pair for row in retold_rows(folder) for pair in excerpts(row))


def files(folder: Path) -> list[Path]:
    """All files that `pairs` reads."""
    names = ("dev_retold", *REAL, ALIGNED, *STORIES, *news(folder))
    return [*(data_file(folder, name) for name in names), *own_files()]


def folds(found: Sequence[Pair], count: int) -> np.ndarray:
    """Fold of every pair; pairs with a common document are in one, and every kind is spread evenly."""
    parent: dict[str, str] = {}

    def root(group: str) -> str:
        while parent.setdefault(group, group) != group:
            group = parent[group]
        return group

    for pair in found:
        for group in pair.groups[1:]:
            parent[root(group)] = root(pair.groups[0])
    fold_of: dict[str, int] = {}
    sizes: dict[tuple[str, int], int] = {}
    for pair in found:
        top = root(pair.groups[0])
        if top not in fold_of:
            fold_of[top] = min(range(count), key=lambda fold: (sizes.get((pair.kind, fold), 0), fold))
        key = (pair.kind, fold_of[top])
        sizes[key] = sizes.get(key, 0) + 1
    return np.array([fold_of[root(pair.groups[0])] for pair in found])
