"""The development documents as two collections of articles, of which is known which tell the same story."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.data.development import STORIES, Row, news, rows
from benchmarks.data.retold_stories import ALIGNED, REAL
from translate.matching.articles import Article

OUTLETS, RETOLD = "two outlets", "retold"
APART = (OUTLETS, RETOLD)  # kinds whose articles were written apart
KINDS = {"dev_retold": RETOLD, ALIGNED: "announcements", **dict.fromkeys(REAL, OUTLETS)}
COMPARABLE = ("dev_comparable_debian_news", "dev_comparable_ruby_news", "dev_comparable_organicmaps_news")
SAME_EVENTS = Path(__file__).parent / "same_events.txt"  # found by reading what a first model took for one story
SIDES = ("ru", "en")
HALVES = ("fit", "measure")


@dataclass(frozen=True, slots=True)
class Known:
    """An article of which is known what it tells.

    Attributes:
        article: Its text.
        story: Articles with the same one tell the same story.
        kind: "news", "light", "medium" and "heavy" (edited on one side), "announcements", RETOLD or OUTLETS.
        pair: Its counterpart in the same row of the data has the same one.
    """

    article: Article
    story: str
    kind: str
    pair: str

    @property
    def half(self) -> str:
        """Of HALVES; all articles on one story are in one half."""
        return HALVES[int(sha256(self.story.encode()).hexdigest(), 16) % 2]


def files(folder: Path) -> tuple[str, ...]:
    """Names of all that is read."""
    return (*news(folder), *STORIES, ALIGNED, *COMPARABLE, "dev_retold", *REAL)


def known_articles(folder: Path) -> tuple[list[Known], list[Known]]:
    """All Russian and all English ones, in the order of the files; those of one row have the same number."""
    read = [(name, row) for name in files(folder) for row in rows(folder, name)]
    story = _stories(read)
    sides: tuple[list[Known], list[Known]] = ([], [])
    for name, row in read:
        for side, language, group in zip(sides, SIDES, _groups(name, row), strict=True):
            kind = KINDS.get(name, name.rpartition("_")[2] if name in STORIES else "news")
            kind = "announcements" if name in COMPARABLE else kind
            text = _text(row, language)
            side.append(
                Known(Article(f"{name}/{row['id']}/{language}", text), story[group], kind, f"{name}/{row['id']}")
            )
    return sides


def _groups(name: str, row: Row) -> tuple[str, str]:
    """The documents that both sides were made from."""
    group = str(row.get("group", f"{name}:{row['id']}"))
    return group, str(row.get("group2", group))


def _stories(read: list[tuple[str, Row]]) -> dict[str, str]:
    """The story of each document: documents that a row or a line of SAME_EVENTS puts together share one."""
    story: dict[str, str] = {}

    def root(group: str) -> str:
        while story.setdefault(group, group) != group:
            group = story[group]
        return group

    for together in [*(_groups(name, row) for name, row in read), *_same_events()]:
        for group in together[1:]:
            story[root(group)] = root(together[0])
    return {group: root(group) for group in [*story]}


def _same_events() -> Iterator[list[str]]:
    return (line.split() for line in SAME_EVENTS.read_text(encoding="utf-8").splitlines())


def _text(row: Row, language: str) -> str:
    """The text as published where the row has it, else its sentences, the first as the headline."""
    if f"{language}_text" in row:
        return str(row[f"{language}_text"])
    sentences = [sentence["text"] if isinstance(sentence, dict) else sentence for sentence in row[language]]
    starts = set(row.get(f"{language}_paragraphs") or (0, 1))
    whole = ""
    for number, sentence in enumerate(sentences):
        whole += ("\n\n" if number in starts else " ") + sentence
    return whole.strip()
