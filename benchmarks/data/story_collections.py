"""The development documents and our own retold stories as two collections of articles, of which is known which tell
the same story.

Files of other events hold an article a line, written for this: the retold story on whose running topic it is, the
headline and the text. It is of another day: what came before the event or after it, with the same people and places.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.data.development import STORIES, Row, news, rows
from benchmarks.data.retold_stories import ALIGNED, OWN, REAL, own_files, own_rows
from translate.matching.articles import Article

OUTLETS, RETOLD = "two outlets", "retold"
APART = (OUTLETS, RETOLD)  # kinds whose articles were written apart
OTHER = "other events"
OTHER_EVENTS = Path(__file__).parent / "other_events"
OWN_NAME, KEPT_NAME = "retold", "retold/kept_back"  # of our own stories, in place of the name of a file
KINDS = {
    **dict.fromkeys(("dev_retold", OWN_NAME, KEPT_NAME), RETOLD),
    ALIGNED: "announcements",
    **dict.fromkeys(REAL, OUTLETS),
}
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
        kind: "news", "light", "medium" and "heavy" (edited on one side), "announcements", RETOLD, OUTLETS or OTHER.
        pair: Its counterpart in the same row of the data has the same one.
        topic: The story that it is told beside, of one of OTHER; of another one its own.
    """

    article: Article
    story: str
    kind: str
    pair: str
    topic: str

    @property
    def half(self) -> str:
        """Of HALVES; all articles on one story are in one half. Nothing is fitted on what is kept back."""
        if self.topic.startswith(KEPT_NAME):
            return HALVES[1]
        return HALVES[int(sha256(self.topic.encode()).hexdigest(), 16) % 2]


def files(folder: Path) -> tuple[str, ...]:
    """Names of all that is read."""
    return (*news(folder), *STORIES, ALIGNED, *COMPARABLE, "dev_retold", *REAL)


def known_articles(folder: Path) -> tuple[list[Known], list[Known]]:
    """All Russian and all English ones, in the order of the files; those of one row have the same number."""
    read = [(name, row) for name in files(folder) for row in rows(folder, name)]
    read += [(OWN_NAME, row) for row in own_rows(own_files())]
    read += [(KEPT_NAME, row) for row in own_rows(sorted((OWN / "kept_back").glob("*.jsonl")))]
    story = _stories(read)
    sides: tuple[list[Known], list[Known]] = ([], [])
    for name, row in read:
        for side, language, group in zip(sides, SIDES, _groups(name, row), strict=True):
            kind = KINDS.get(name, name.rpartition("_")[2] if name in STORIES else "news")
            kind = "announcements" if name in COMPARABLE else kind
            text = _text(row, language)
            pair = f"{name}/{row['id']}"
            side.append(Known(Article(f"{pair}/{language}", text), story[group], kind, pair, story[group]))
    retold = {str(row["id"]): story[_groups(name, row)[0]] for name, row in read if KINDS.get(name) == RETOLD}
    for side, language in zip(sides, SIDES, strict=True):
        side.extend(_other_events(language, retold))
    return sides


def withheld(one: Known) -> int | None:
    """In which of two collections, 0 or 1, an article is left out, so that its counterpart has none there.

    None for one of OTHER, which nobody's counterpart is.
    """
    if one.kind == OTHER:
        return None
    return int(sha256(f"2 withheld {one.story}".encode()).hexdigest(), 16) % 2


def own_sources() -> list[Path]:
    """The files of this folder that are read and that something is fitted on."""
    return [SAME_EVENTS, *own_files(), *(OTHER_EVENTS / f"{language}.tsv" for language in SIDES)]


def _other_events(language: str, retold: Mapping[str, str]) -> Iterator[Known]:
    """Articles that have no counterpart, and one that is like it."""
    lines = (OTHER_EVENTS / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        beside, headline, text = line.split("\t")
        name = f"other_events/{number}/{language}"
        yield Known(Article(name, f"{headline}\n\n{text}"), name, OTHER, name, retold[beside])


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
