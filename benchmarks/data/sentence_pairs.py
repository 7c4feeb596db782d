"""Our own pairs of a Russian and an English sentence with one known difference, or none, and those of the development
data.

A row has `ru`, `en`, `kind` ("same" where both say the same in other words, else what differs), `ru_words` and
`en_words`, which tell where. Rows of one group, "a001a" to "a001d", have a sentence in common.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.data.development import Row, rows, told
from translate.story.story import Story

OWN = Path(__file__).parent / "pairs"
DEVELOPMENT = "dev_pairs"
LANGUAGES = ("ru", "en")


def files() -> list[Path]:
    """Those of our own that may be looked at."""
    return sorted(OWN.glob("*.jsonl"))


def read(folder: Path) -> list[Row]:
    """The pairs that lists, rules and models are made from: our own and every second one of the development data."""
    return [*_rows(files()), *rows(folder, DEVELOPMENT)[::2]]


def kept_back(folder: Path) -> list[Row]:
    """Those that are counted on and that nobody reads."""
    return [*_rows(sorted((OWN / "kept_back").glob("*.jsonl"))), *rows(folder, DEVELOPMENT)[1::2]]


def stories_of(row: Row) -> tuple[Story, Story]:
    """Both sentences of a row, each as a story of its own.

    Raises:
        TranslateError: One is taken for another language.
    """
    source, target = (told({language: [row[language]]}, language) for language in LANGUAGES)
    return source, target


def group_of(row: Row) -> str:
    """What the rows with a common sentence are called."""
    name: str = row["id"]
    return name[:-1] if name[-1].isalpha() else name


def words_of(row: Row, language: str) -> tuple[int, int] | None:
    """Where the words that differ stand in a sentence; None where it has none."""
    words = row[f"{language}_words"]
    start = row[language].index(words)
    return (start, start + len(words)) if words else None


def _rows(found: list[Path]) -> Iterator[Row]:
    for path in found:
        yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
