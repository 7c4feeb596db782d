"""A glossary of the user's: a table of terms in two languages, saved by a spreadsheet as CSV, and read as a whole.

The columns are the terms in one language, those in the other, and a note that may be left out; commas, semicolons or
tabs part them. Which column holds which language is told by a first line that names them, else by their letters.
Several renderings of a term stand in one cell with "|" between them.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from translate.errors import GlossaryError
from translate.languages.glossary import Glossary, Term
from translate.languages.language import Language, LanguagePair
from translate.languages.registry import language_of, language_pairs
from translate.languages.terms import WORD
from translate.wording.naming import Version
from translate.wording.phrase import Phrase

SEPARATORS = ("\t", ";", ",")  # the rarest inside a term first: of those that part the lines as well, it is taken
ALTERNATIVES = "|"
MOST_BYTES = 4_000_000
MOST_TERMS = 20_000
LONGEST_TERM, LONGEST_NOTE = 200, 1000  # code points
SHOWN = 40  # code points of a wrong cell that a message repeats
_SHEET = Phrase("A glossary is a table with the columns Russian, English and note, saved as CSV.")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that is not empty.

    Attributes:
        line: Its number in the file, from 1.
        width: How many cells it has.
        cells: Those up to the last that is filled.
    """

    line: int
    width: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """One of its cells; "" where it has none there."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the two languages of a pair stand, and the notes."""

    first: int
    second: int
    note: int | None


def read_glossary(path: str | PathLike[str]) -> Glossary:
    """The glossary of a file.

    Raises:
        GlossaryError: The file cannot be read, it is no such table, or its entries contradict one another.
        BinaryInput: It is no text.
    """
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: no file can have that name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        what = Phrase("{reason}. Give the path of a CSV file.", reason=reason)
        raise GlossaryError(name, what) from error
    return glossary_from(data, name)


def glossary_from(data: bytes, name: str) -> Glossary:
    """The glossary that a file holds.

    Args:
        data: The whole file, in UTF-8 or any encoding that texts are read in.
        name: What to call it in an error, usually its file name.

    Raises:
        GlossaryError: As `read_glossary` does.
        BinaryInput: It is no text.

    Example:
        >>> glossary = glossary_from("явка;turnout;Share of voters\\n".encode(), "terms.csv")
        >>> glossary.terms
        (Term(first=('явка',), second=('turnout',), note='Share of voters'),)
    """
    from translate.text.decoding import decode  # here: it brings numpy along, and --help reads nothing

    if len(data) > MOST_BYTES:
        raise GlossaryError(
            name,
            Phrase(
                "it is larger than {limit:,} bytes. Keep the terms that matter, and leave the rest out.",
                limit=MOST_BYTES,
            ),
        )
    read = _rows(decode(data, name), name)
    if not read:
        raise GlossaryError(name, Phrase("it is empty. {sheet}", sheet=_SHEET))
    pair, columns, rows = _laid_out(read, name)
    if len(rows) > MOST_TERMS:
        raise GlossaryError(
            name,
            Phrase(
                "it has more than {limit:,} terms. Keep those that matter, and leave the rest out.", limit=MOST_TERMS
            ),
            rows[MOST_TERMS].line,
        )
    return _glossary(rows, pair, columns, name)


def _rows(text: str, name: str) -> list[_Row]:
    """The lines that are not empty, by the separator that parts most of them."""
    read: list[list[_Row]] = []
    problems: list[GlossaryError] = []
    for separator in SEPARATORS:
        try:
            read.append(list(_parted(text, separator, name)))
        except GlossaryError as error:
            problems.append(error)
    if not read:
        raise problems[-1]
    best = max(read, key=lambda rows: sum(row.width > 1 for row in rows))  # max keeps the first of equals
    if best and not any(row.width > 1 for row in best):
        raise GlossaryError(
            name,
            Phrase(
                "it is no table: no line has two cells with a comma, a semicolon or a tab between them. {sheet}",
                sheet=_SHEET,
            ),
        )
    return best


def _parted(text: str, separator: str, name: str) -> Iterator[_Row]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            what = Phrase(
                "its cells cannot be told apart ({error}). A quotation mark that opens a cell must close it, and one "
                "inside of it is written twice.",
                error=error,
            )
            raise GlossaryError(name, what, line) from error
        plain = [" ".join(cell.split()) for cell in cells]
        while plain and not plain[-1]:
            plain.pop()
        if plain:
            yield _Row(line, len(cells), tuple(plain))
        line = reader.line_num + 1


def _laid_out(rows: Sequence[_Row], name: str) -> tuple[LanguagePair, _Columns, Sequence[_Row]]:
    """The languages, where they stand, and the rows below the heading.

    Raises:
        GlossaryError: No two columns hold two languages that go together.
    """
    for pair in language_pairs():
        headed = _by_heading(rows[0], pair)
        if headed is not None:
            return pair, headed, rows[1:]
    body = rows[1:] if _is_heading(rows[0]) else rows
    for pair in language_pairs():
        columns = _by_letters(body, pair)
        if columns is not None:
            return pair, columns, body
    line = next((row.line for row in body if not _tells_apart(row)), rows[0].line)
    raise GlossaryError(
        name,
        Phrase(
            "its first two columns are not in two languages that can be compared. {sheet}",
            sheet=_SHEET,
        ),
        line,
    )


def _by_heading(row: _Row, pair: LanguagePair) -> _Columns | None:
    """Where a first line that names the languages says that they stand; None where it does not."""
    cells = [cell.casefold() for cell in row.cells]
    places = [[i for i, cell in enumerate(cells) if cell in _names(language)] for language in (pair.first, pair.second)]
    if any(len(place) != 1 for place in places):
        return None
    (first,), (second,) = places
    notes = [i for i, cell in enumerate(cells) if cell in _heads("notes")]
    others = [i for i in range(len(cells)) if i not in (first, second)]
    return _Columns(first, second, next(iter(notes or others), None))


def _is_heading(row: _Row) -> bool:
    """Whether a first line only says that terms and notes stand below it."""
    known = _heads("terms") | _heads("notes")
    return all(cell.casefold() in known for cell in row.cells)


def _names(language: Language) -> frozenset[str]:
    """What a language is called at the head of a column: its code and its names in the languages of the pairs."""
    from babel import Locale  # most commands do without

    names = {language.code, language.name}
    for code in _codes():
        names.add(str(Locale(code).languages.get(language.code, language.code)))
    return frozenset(name.casefold() for name in names)


def _heads(which: str) -> frozenset[str]:
    return frozenset(word for code in _codes() for word in language_of(code).table("glossary").get(which, ()))


def _codes() -> frozenset[str]:
    return frozenset(language.code for pair in language_pairs() for language in (pair.first, pair.second))


def _by_letters(rows: Sequence[_Row], pair: LanguagePair) -> _Columns | None:
    """Which of the first two columns is in which language; None where their letters do not tell."""
    lead = 0  # rows whose first cell is the one in the first language, less those with the second one
    for row in rows:
        lead += _lead(row, pair)
    if not lead:
        lead = next(filter(None, (_lead(row, pair) for row in rows)), 0)
    return _Columns(*(0, 1) if lead > 0 else (1, 0), 2) if lead else None


def _lead(row: _Row, pair: LanguagePair) -> int:
    """Which cell of a row is in the first language: 1 for the first, -1 for the second, 0 where it cannot be told."""
    left, right = (_written_in(row.cell(column), pair) for column in (0, 1))
    if left is right:
        return 0
    return 1 if left is pair.first or right is pair.second else -1


def _tells_apart(row: _Row) -> bool:
    """Whether the letters of a row tell the language of either cell."""
    return any(_lead(row, pair) for pair in language_pairs())


def _written_in(cell: str, pair: LanguagePair) -> Language | None:
    """The language of the pair that most letters of a cell speak for; None where they speak for neither."""
    small = cell.casefold()
    counts = [len(re.findall(f"[{language.letters}]", small)) for language in (pair.first, pair.second)]
    if counts[0] == counts[1]:
        return None
    return pair.first if counts[0] > counts[1] else pair.second


def _glossary(rows: Sequence[_Row], pair: LanguagePair, columns: _Columns, name: str) -> Glossary:
    """The terms of all rows.

    Raises:
        GlossaryError: A row is no entry, or contradicts another one.
    """
    known: dict[str, tuple[int, frozenset[str]]] = {}
    terms: dict[tuple[str, ...], Term] = {}
    for row in rows:
        term = _term(row, pair, columns, name)
        left, right = (term.first, term.second) if columns.first < columns.second else (term.second, term.first)
        for wording in left:
            _require_agreement(known, wording, right, row.line, name)
        key = tuple(map(_folded, (*term.first, ALTERNATIVES, *term.second)))
        same = terms.get(key)
        if same is None or (term.note and not same.note):
            terms[key] = term
    if not terms:
        raise GlossaryError(name, Phrase("it has a heading and no terms. {sheet}", sheet=_SHEET))
    return Glossary((pair.first.code, pair.second.code), tuple(terms.values()))


def _term(row: _Row, pair: LanguagePair, columns: _Columns, name: str) -> Term:
    if len(row.cells) > 3:
        raise GlossaryError(
            name,
            Phrase(
                "it has {count} cells, while an entry has a term, its translation and a note. Put a cell in quotation "
                "marks if it holds the separator.",
                count=len(row.cells),
            ),
            row.line,
        )
    first, second, note = row.cell(columns.first), row.cell(columns.second), row.cell(columns.note)
    for language, cell in ((pair.first, first), (pair.second, second)):
        if not any(WORD.search(part) for part in cell.split(ALTERNATIVES)):
            raise GlossaryError(
                name,
                Phrase(
                    "the cell for {language:name} is empty. Fill it, or take the line out.",
                    language=Version(language.code),
                ),
                row.line,
            )
    for language, other, cell in ((pair.first, pair.second, first), (pair.second, pair.first, second)):
        if _is_foreign(cell, language, other) or (
            cell == first and _lead(_Row(row.line, 2, (first, second)), pair) < 0
        ):
            raise GlossaryError(
                name,
                Phrase(
                    "{term} stands in the column for {language:name}. Put it into the other column.",
                    term=_shown(cell),
                    language=Version(language.code),
                ),
                row.line,
            )
    for cell, longest in ((first, LONGEST_TERM), (second, LONGEST_TERM), (note, LONGEST_NOTE)):
        for part in cell.split(ALTERNATIVES) if longest == LONGEST_TERM else (cell,):
            if len(part) > longest:
                raise GlossaryError(
                    name,
                    Phrase("{term} is longer than {limit:,} characters. Shorten it.", term=_shown(part), limit=longest),
                    row.line,
                )
    return Term(_alternatives(first), _alternatives(second), note)


def _is_foreign(cell: str, language: Language, other: Language) -> bool:
    """Whether a cell is in the other language; names in Latin letters stand in texts of every language."""
    own = re.search(f"[{language.letters}]", cell.casefold())
    return own is None and other.script != "LATIN" and re.search(f"[{other.letters}]", cell.casefold()) is not None


def _alternatives(cell: str) -> tuple[str, ...]:
    """The wordings of a cell, each once."""
    parts = (part.strip() for part in cell.split(ALTERNATIVES))
    return tuple(dict.fromkeys(part for part in parts if WORD.search(part)))


def _require_agreement(
    known: dict[str, tuple[int, frozenset[str]]], wording: str, renderings: Sequence[str], line: int, name: str
) -> None:
    """Refuse a term that another line has with another translation."""
    said = frozenset(map(_folded, renderings))
    before, theirs = known.setdefault(_folded(wording), (line, said))
    if theirs != said:
        raise GlossaryError(
            name,
            Phrase(
                "{term} is translated as {here} here and otherwise in line {before}. Keep one of them, or put both "
                "into one cell with {sign} between them.",
                term=_shown(wording),
                here=_shown(ALTERNATIVES.join(renderings)),
                before=before,
                sign=ALTERNATIVES,
            ),
            line,
        )


def _folded(wording: str) -> str:
    """What is the same for the same term; an acronym may be another word in small letters."""
    return wording if wording.isupper() else wording.casefold()


def _shown(text: str) -> str:
    return f"“{text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}”"
