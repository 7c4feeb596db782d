"""Tables of sentences (.csv, .tsv, .xlsx): a column for each version, a row for what belongs together."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from translate.errors import UnreadableFile
from translate.languages.registry import LANGUAGES, compared_languages
from translate.text.detection import detect_language
from translate.text.formats.archive import DAMAGED, read_archive
from translate.text.formats.xml_tree import text_in, tree_of
from translate.text.origin import BothVersions, FileText, text_of_rows
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WORKBOOK: Final = "xl/workbook.xml"
MAX_ROWS = 200_000
MAX_COLUMNS = 100
LONGEST_CELL = 131_072  # characters; the usual limit of the csv module
SAMPLE = 50  # rows by which columns are told

_STRINGS: Final = "xl/sharedStrings.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_COLUMN = re.compile(r"[A-Z]{1,3}")
_LETTERS, _BEFORE_A = 26, ord("A") - 1
_DELIMITERS: Final = "\t;,|"
_EVEN = 0.6  # share of the rows with the same number of cells, from which a sign parts cells
_SIDES: Final = frozenset(["source", "target"])
_READINGS: Final = frozenset(["rPh"])  # how East Asian words are spoken

Row = Sequence[str]


def read_csv(text: str, name: str) -> FileText | BothVersions:
    """The sentences of a table whose cells are parted by tabs, semicolons, commas or bars.

    Args:
        text: Of the whole file.
        name: What to call it in an error.

    Raises:
        UnreadableFile: It is no table, or has no columns of text.
    """
    return _versions(csv_rows(text, name), name)


def csv_rows(text: str, name: str) -> list[Row]:
    """The cells of such a table.

    Raises:
        UnreadableFile: It is damaged, or longer than tables of texts are.
    """
    text = text.removeprefix("\ufeff")
    sample = text.split("\n", SAMPLE)[:SAMPLE]
    sign = max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))
    if _evenness(sample, sign) < _EVEN:
        return _bounded(([line] for line in text.splitlines()), name)
    try:
        return _bounded(_closed(csv.reader(io.StringIO(text, newline=""), delimiter=sign)), name)
    except csv.Error as error:
        raise UnreadableFile(name, Phrase("its table is damaged ({error}).", error=error)) from error


def _closed(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Rows as they are; a mark that is never closed makes the rest of a file one cell.

    Python's own limit is one for the whole process, which others may set higher.
    """
    for row in rows:
        if any(len(cell) > LONGEST_CELL for cell in row):
            raise csv.Error(f"field larger than field limit ({LONGEST_CELL})")
        yield row


def _evenness(lines: Sequence[str], delimiter: str) -> float:
    """Share of the rows with as many cells, more than one, as most have."""
    try:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    except csv.Error:
        return 0.0
    return max((share / counts.total() for cells, share in counts.items() if cells > 1), default=0.0)


def read_workbook(data: bytes, name: str) -> FileText | BothVersions:
    """The sentences of the first sheet of a workbook (.xlsx).

    Args:
        data: The whole file.
        name: What to call it in an error.

    Raises:
        UnreadableFile: It is damaged or protected, or has no columns of text.
    """
    return _versions(workbook_rows(data, name), name)


def workbook_rows(data: bytes, name: str) -> list[Row]:
    """The cells of the first sheet.

    Raises:
        UnreadableFile: It is damaged or protected, or longer than tables of texts are.
    """
    known = {WORKBOOK, _STRINGS, _RELATIONS}
    files = read_archive(data, name, lambda entry: entry in known or _SHEET.fullmatch(entry) is not None)
    sheet = _first_sheet(files, name)
    strings: list[str] = []
    if _STRINGS in files:
        strings = [text_in(item, _READINGS) for item in tree_of(files[_STRINGS], name).iter("si")]
    try:
        return _bounded(_cells(tree_of(files[sheet], name), strings), name)
    except (IndexError, ValueError) as error:
        raise UnreadableFile(name, DAMAGED) from error


def _first_sheet(files: dict[str, bytes], name: str) -> str:
    """Name of the file of the first sheet, as the workbook orders them."""
    places = {
        relation.get("Id"): (relation.get("Target") or "").lstrip("/").removeprefix("xl/")
        for relation in (tree_of(files[_RELATIONS], name) if _RELATIONS in files else ())
    }
    for sheet in tree_of(files[WORKBOOK], name).iter("sheet"):
        if (file := f"xl/{places.get(sheet.get('id'))}") in files:
            return file
    raise UnreadableFile(name, DAMAGED)


def _cells(sheet: "Element", strings: Sequence[str]) -> Iterable[Row]:
    """The rows of a sheet, empty ones where the file leaves them out."""
    done = 0
    for row in sheet.iter("row"):
        number = int(row.get("r") or done + 1)
        if not done < number <= MAX_ROWS:
            raise ValueError(number)
        yield from ([] for _ in range(number - done - 1))
        done = number
        cells: list[str] = []
        for cell in row.iter("c"):
            column = _column(cell.get("r") or "") or len(cells) + 1
            if len(cells) < column <= MAX_COLUMNS:
                cells += [""] * (column - len(cells))
                cells[column - 1] = _value(cell, strings)
        yield cells


def _column(reference: str) -> int:
    """Number of a column, from 1: 28 for "AB7"; 0 where none is named."""
    letters = _COLUMN.match(reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = _LETTERS * number + ord(letter) - _BEFORE_A
    return number


def _value(cell: "Element", strings: Sequence[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(text_in(inner, _READINGS) for inner in cell.iter("is"))
    value = cell.findtext("v") or ""
    return strings[int(value)] if cell.get("t") == "s" else value


def _bounded(given: Iterable[Row], name: str) -> list[Row]:
    rows: list[Row] = []
    for row in given:
        rows.append(row)
        if len(rows) > MAX_ROWS:
            raise UnreadableFile(name, Phrase("it has more than {limit:,} rows.", limit=MAX_ROWS))
    return rows


def _versions(rows: Sequence[Row], name: str) -> FileText | BothVersions:
    """The column of sentences, or the two columns of two versions."""
    columns = _columns(rows)
    if not columns:
        raise UnreadableFile(name, Phrase("there is no column of sentences in it."))
    head = [_cell(rows[0], column).strip().casefold() for column in columns]
    named = _languages_by_name()
    headed = all(cell in named or cell in _SIDES for cell in head)
    found = []
    for column, cell in zip(columns, head, strict=True):
        cells = [_cell(row, column) for row in rows]
        if headed:
            cells[0] = ""  # it keeps its place, so that rows count as the program shows them
        found.append(text_of_rows(cells, name, named.get(cell, "")))
    return BothVersions(found[0], found[1]) if len(found) > 1 else found[0]


def _columns(rows: Sequence[Row]) -> list[int]:
    """The columns that hold sentences, two at the most: of more, one in each of the languages that are compared."""
    begun = rows[:SAMPLE]
    width = min(MAX_COLUMNS, max(map(len, begun), default=0))
    texts = [" ".join(filter(None, (_cell(row, i) for row in begun))) for i in range(width)]
    filled = [i for i in range(width) if sum(map(str.isalpha, texts[i])) > len(begun)]
    if len(filled) <= len(compared_languages()):
        return filled
    first: dict[str, int] = {}
    for i in filled:
        first.setdefault(detect_language(texts[i]).language, i)
    return sorted(i for language, i in first.items() if language in compared_languages())


def _cell(row: Row, column: int) -> str:
    return row[column] if column < len(row) else ""


def _languages_by_name() -> dict[str, str]:
    """Codes of languages by what the head of a column may call them."""
    return {word.casefold(): code for code, language in LANGUAGES.items() for word in (code, language.name)}
