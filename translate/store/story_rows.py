"""What the store keeps of a comparison: a row of the story, and rows of its differences and its facts."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from translate.batch.outcome import title_of
from translate.comparison import Comparison
from translate.differences.conflicts.fact import Said
from translate.differences.difference import Difference
from translate.differences.identity import in_reading_order
from translate.store.results import Naming, Result
from translate.text.document import Document
from translate.text.published import FIRST_YEAR
from translate.web.address import is_web_address
from translate.wording.stored import DIGITS

Cell = str | int | float | None
BETWEEN: Final = " | "  # the values of a fact that a version gives several of
NAMED: Final = ("id", "batch", "source", "target", "source_outlet", "target_outlet")  # columns that a batch fills
NOBODY: Final = Naming("", "", "")


@dataclass(frozen=True, slots=True)
class StoryRows:
    """A story as the store keeps it.

    Attributes:
        story: Cells of its row by their columns, but for its number.
        about: What else its pair's row in a table says: column and cell.
        differences, facts: Rows, without the story.
        reviewed: Whether a reviewer decided anything.
    """

    story: dict[str, Cell]
    about: tuple[tuple[str, str], ...]
    differences: tuple[tuple[Cell, ...], ...]
    facts: tuple[tuple[Cell, ...], ...]
    reviewed: bool


def rows_of(comparison: Comparison, result: Result, place: str, batch: str | None) -> StoryRows:
    """What is kept of a comparison.

    Args:
        comparison: What was found.
        result: Its file.
        place, batch: That file and the folder of its batch, as the store tells them.
    """
    everything = in_reading_order((*comparison.differences, *comparison.rejected))
    days = [_day(document) for document in (comparison.source, comparison.target)]
    relation = comparison.relation
    story: dict[str, Cell] = {
        "texts": texts_of(comparison),
        **_names(comparison, result, batch),
        "result": place,
        "source_headline": title_of(comparison.source),
        "target_headline": title_of(comparison.target),
        "source_language": comparison.source.language,
        "target_language": comparison.target.language,
        "source_published": days[0],
        "target_published": days[1],
        "day": min(filter(None, days), default=None),
        "source_sentences": len(comparison.source.compared),
        "target_sentences": len(comparison.target.compared),
        "source_coverage": round(comparison.coverage.source, DIGITS),
        "target_coverage": round(comparison.coverage.target, DIGITS),
        "same_story": round(comparison.same_story.probability, DIGITS),
        "relation": relation.kind if relation else None,
        "relation_probability": round(relation.probability, DIGITS) if relation else None,
        "differences": len(comparison.differences),
        "major": sum(difference.severity == "major" for difference in comparison.differences),
        "decided": sum(_decision(difference) is not None for difference in everything),
    }
    return StoryRows(
        {name: _clean(cell) for name, cell in story.items()},
        tuple((_text(name), _text(cell)) for name, cell in (result.naming or NOBODY).about),
        tuple(_difference_row(number, difference) for number, difference in enumerate(everything)),
        tuple(
            (number, fact.kind, fact.status, _values(fact.source), _values(fact.target), fact.difference)
            for number, fact in enumerate(comparison.facts)
        ),
        any(difference.review for difference in everything),
    )


def place_of(file: Path, home: Path) -> str:
    """A file as it is told from the folder of the store, so that both may be moved together."""
    with suppress(ValueError):  # on another drive of Windows
        return Path(os.path.relpath(file.resolve(), home.resolve())).as_posix()
    return file.resolve().as_posix()


def _names(comparison: Comparison, result: Result, batch: str | None) -> dict[str, Cell]:
    """What the story and its versions are called; by the file alone where no batch names them."""
    if result.naming is None:
        names = [document.origin.name if document.origin else "" for document in (comparison.source, comparison.target)]
        naming = Naming(result.file.name.partition(".")[0], names[0], names[1])
    else:
        naming = result.naming
    about = dict(naming.about)
    outlets = [
        about.get(f"{side}_outlet") or _host(name)
        for side, name in (("source", naming.source), ("target", naming.target))
    ]
    return dict(zip(NAMED, (naming.id, batch, naming.source, naming.target, *outlets), strict=True))


def _host(name: str) -> str | None:
    """The outlet that an address is of."""
    if is_web_address(name):
        with suppress(ValueError):
            return (urlsplit(name).hostname or "").removeprefix("www.") or None
    return None


def _day(document: Document) -> str | None:
    """The day of publication; None also for what stands for an unknown one, such as 0001-01-01."""
    with suppress(ValueError):  # in a file that was not written by Parallax
        day = date.fromisoformat(_published(document))
        if day.year >= FIRST_YEAR:
            return day.isoformat()
    return None


def _published(document: Document) -> str:
    return document.origin.published if document.origin else ""


def texts_of(comparison: Comparison) -> str:
    """The same for the same two texts of the same days, by which "yesterday" means something."""
    found = sha256()
    days = (_published(comparison.source), _published(comparison.target))
    for part in (comparison.source.text, comparison.target.text, *days):
        found.update(sha256(part.encode("utf-8", "surrogatepass")).digest())
    return found.hexdigest()


def _difference_row(number: int, difference: Difference) -> tuple[Cell, ...]:
    return (
        number,
        difference.id,
        difference.kind,
        difference.side,
        difference.severity,
        None if difference.by_hand else round(difference.confidence, DIGITS),
        _text(str(difference.message)),
        _decision(difference),
        _text(difference.review.note) if difference.review else "",
    )


def _decision(difference: Difference) -> str | None:
    """What a reviewer decided; one who flags a difference says that it is one."""
    if difference.review is None:
        return None
    return "accepted" if difference.by_hand else difference.review.verdict


def _values(places: Iterable[Said]) -> str | None:
    """The values that a version gives; None for none."""
    return _text(BETWEEN.join(dict.fromkeys(said.value for said in places))) or None


def _clean(cell: Cell) -> Cell:
    return _text(cell) if isinstance(cell, str) else cell


def _text(given: str) -> str:
    """A text that UTF-8 can hold."""
    return given.encode(errors="replace").decode()
