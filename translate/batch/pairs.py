"""Pairs of stories to be compared: rows of a table, or the files of two folders that are called alike."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from translate.batch.tables import is_table, rows_of
from translate.errors import InputError
from translate.text.files import read_file, read_sentences
from translate.text.given import Text
from translate.text.origin import FileText, Origin
from translate.text.places import files_below, is_remote, place_of, readable, require_store, scheme_of
from translate.web.address import is_web_address
from translate.web.story import read_story
from translate.wording.phrase import Phrase, Telling

SIDES = ("source", "target")  # columns of paths and addresses; with _text or _published behind, of texts and their days
ID = "id"
LONGEST_ABOUT = 500  # characters of a cell that is handed on to the summary


@dataclass(frozen=True, slots=True)
class Given:
    """One version of a story, still to be read.

    Attributes:
        kind: Of what `value` is: the path of a file or its address in a store, the address of a page, or the text
            itself.
        value: That.
        published: The day of its publication, "2024-05-31", where it does not tell that itself; "" where nobody knows.
    """

    kind: Literal["file", "address", "text"]
    value: str
    published: str = ""

    def read(self, *, sentences: bool = False, allow_private: bool = False) -> tuple[Text, Telling]:
        """The text as `compare` takes it, and what speaks against its being whole, "" for nothing.

        Args:
            sentences: Whether a file or a text holds a sentence a line, taken as it is.
            allow_private: Whether a page may stand on this machine or in a private network, and a file on a server
                that its address names.

        Raises:
            InputError: It cannot be read.
            LibraryMissing: Its reader needs a library that is not installed.
        """
        doubt: Telling = ""
        if self.kind == "address":
            story = read_story(self.value, allow_private=allow_private)
            file, doubt = story.file, story.doubt
        elif self.kind == "file":
            path = self._place(allow_private=allow_private)
            if sentences:
                return read_sentences(path), ""
            file = read_file(path)
        elif sentences or not self.published:
            return (self.value.splitlines() if sentences else self.value), ""
        else:
            file = FileText(self.value, Origin(""))
        if self.published and not file.origin.published:
            file = replace(file, origin=replace(file.origin, published=self.published))
        return file, doubt

    def _place(self, *, allow_private: bool) -> Path:
        """Where the file is; a file called "-" is no standard input."""
        if not allow_private:
            require_store(self.value)
        return place_of(self.value)

    @property
    def name(self) -> str:
        """What to call it: its path or address; "" for a text."""
        return "" if self.kind == "text" else self.value

    @property
    def version(self) -> tuple[int, int]:
        """Of a file its size in bytes and when it was changed, in nanoseconds; by these a changed one is noticed.

        One in a store is not asked for them: a request for each would take longer than comparing.
        """
        if self.kind == "file" and not scheme_of(self.value):
            with suppress(OSError, ValueError):  # whoever reads it is told
                found = Path(self.value).stat()
                return found.st_size, found.st_mtime_ns
        return 0, 0


NOTHING = Given("text", "")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of a story.

    Attributes:
        number: Its place among the others, from 1.
        id: What the user calls it; the number where there is no name.
        source, target: The versions.
        about: What else its row says of it, by column, in cells of at most LONGEST_ABOUT characters.
        problem: Why it cannot be compared; "" where it can.
    """

    number: int
    id: str
    source: Given
    target: Given
    about: Mapping[str, str] = field(default_factory=dict)
    problem: Telling = ""

    @property
    def digest(self) -> str:
        """Another one where anything about the pair is another, the files that it names included."""
        told = [asdict(self), self.source.version, self.target.version]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode(errors="replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what.

    Attributes:
        source, target: Of the versions: paths (beside the table, unless they are absolute) and addresses. Where a row
            has the column source_text or target_text, that text stands in their place.
        texts: Whether those columns hold the texts themselves.
        id: Of the names.
    """

    source: str = "source"
    target: str = "target"
    texts: bool = False
    id: str = ID


USUAL = Columns()


def pairs_of_table(table: str | Path, columns: Columns = USUAL) -> Iterator[Pair]:
    """The pairs of a table, one of each row, read as they are asked for.

    Args:
        table: A file whose name ends in .csv, .tsv, .jsonl, .ndjson or .parquet.
        columns: Where the versions stand.

    Raises:
        InputError: It is no table, is damaged, or its first row has no such columns.
        LibraryMissing: Parquet is read by pyarrow, which is not installed.
    """
    path = place_of(table)
    rows = rows_of(path)
    for first in rows:
        for side in SIDES:
            _require_column(path, first, side, columns)
        for number, row in enumerate(chain((first,), rows), 1):
            yield _pair(number, row, path.parent, columns)


def pairs_of_folders(source: str | Path, target: str | Path) -> Iterator[Pair]:
    """A pair for each name that a file has in either folder or below; endings need not agree.

    A file that is alone, or one of several that differ in nothing but their endings, makes a pair with a problem.

    Raises:
        InputError: One of them is no folder, or there is no file in either.
    """
    folders = place_of(source), place_of(target)
    found = tuple(map(_files_in, folders))
    names = sorted({*found[0], *found[1]})
    if not names:
        raise InputError(
            Phrase("There is no file in {first} and none in {second}. Give folders of stories.", **_named(folders))
        )
    for number, name in enumerate(names, 1):
        sides = tuple(files.get(name, []) for files in found)
        given = [Given("file", str(files[0])) if files else NOTHING for files in sides]
        yield Pair(number, name, given[0], given[1], problem=_problem(sides, folders))


def pairs_of(given: str | Path | tuple[str | Path, str | Path], columns: Columns = USUAL) -> Iterator[Pair]:
    """The pairs of a table, or those of two folders.

    Raises:
        InputError: As for `pairs_of_table` and `pairs_of_folders`.
    """
    if isinstance(given, tuple):
        return pairs_of_folders(*given)
    place = place_of(given)
    if not is_table(place) or (not is_remote(place) and place.is_dir()):
        raise InputError(
            Phrase(
                "{name} is no table of pairs. Give a file that ends in .csv, .tsv, .jsonl, .ndjson or .parquet, or two "
                "folders whose files are called alike.",
                name=given,
            )
        )
    return pairs_of_table(given, columns)


def numbered(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Pairs as they come, checked to be numbered from 1 on without a gap, as the files of their results are.

    Raises:
        InputError: They are not.
    """
    for number, pair in enumerate(pairs, 1):
        if pair.number != number:
            raise InputError(
                Phrase(
                    "Pair {number} is numbered {found}. Number pairs from 1 on, without a gap.",
                    number=number,
                    found=pair.number,
                )
            )
        yield pair


def _require_column(path: Path, row: Mapping[str, Any], side: str, columns: Columns) -> None:
    wanted = getattr(columns, side)
    if wanted not in row and f"{side}_text" not in row:
        raise InputError(
            Phrase(
                "{name} has no column {column}. It has: {known}. Call the columns of the versions source and target "
                "where they hold paths or addresses, source_text and target_text where they hold texts, or name them "
                "with --columns.",
                name=path.name,
                column=wanted,
                known=", ".join(map(str, row)),
            )
        )


def _pair(number: int, row: Mapping[str, Any], folder: Path, columns: Columns) -> Pair:
    taken = {columns.id, columns.source, columns.target}
    taken |= {f"{side}_{kind}" for side in SIDES for kind in ("text", "published")}
    about = {name: _cell(row, name) for name in row if name not in taken}
    source, target = (_given(row, side, folder, columns) for side in SIDES)
    lacking = [side for side, given in zip(SIDES, (source, target), strict=True) if not given.value.strip()]
    problem = (
        Phrase("Row {number} names no {side}. Fill the cell, or take the row out.", number=number, side=lacking[0])
        if lacking
        else ""
    )
    kept = {name: cell for name, cell in about.items() if 0 < len(cell) <= LONGEST_ABOUT}
    return Pair(number, _cell(row, columns.id) or str(number), source, target, kept, problem)


def _given(row: Mapping[str, Any], side: str, folder: Path, columns: Columns) -> Given:
    published = _day(_cell(row, f"{side}_published"))
    if text := _cell(row, f"{side}_text"):
        return Given("text", text, published)
    value = _cell(row, getattr(columns, side))
    if columns.texts or not value.strip():
        return Given("text", value, published)
    value = value.strip()
    if is_web_address(value):
        return Given("address", value, published)
    return Given("file", value if scheme_of(value) else str(folder / value), published)


def _cell(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)


def _day(cell: str) -> str:
    """The day of "2024-05-31T12:00:00Z" or "2024-05-31"; "" where there is none."""
    with suppress(ValueError):
        return date.fromisoformat(cell.strip()[:10]).isoformat()
    return ""


def _files_in(folder: Path) -> dict[str, list[Path]]:
    """The files in a folder and below it by their paths there without the ending; hidden ones are left out."""
    with readable(folder, str(folder)):
        files = files_below(folder)
    if not (files if is_remote(folder) else folder.is_dir()):  # a store has no empty folders
        raise InputError(
            Phrase("{name} is no folder. Give two folders whose files are called alike, or one table.", name=folder)
        )
    found: dict[str, list[Path]] = {}
    for path, inside in files:
        found.setdefault(inside.with_suffix("").as_posix(), []).append(path)
    return found


def _problem(sides: tuple[list[Path], ...], folders: tuple[Path, Path]) -> Telling:
    for files, folder in zip(sides, folders, strict=True):
        if not files:
            (alone,) = (other for other in sides if other is not files)
            return Phrase("There is no file in {folder} that is called like {name}.", folder=folder, name=alone[0].name)
        if len(files) > 1:
            return Phrase(
                "Several files in {folder} differ in their endings alone: {names}. Leave one.",
                folder=folder,
                names=", ".join(path.name for path in files),
            )
    return ""


def _named(folders: tuple[Path, Path]) -> dict[str, Path]:
    return {"first": folders[0], "second": folders[1]}
