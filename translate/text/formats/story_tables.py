"""Tables of whole stories (.csv, .tsv, .xlsx): a row for each, with its two versions in two of the cells."""

from collections.abc import Sequence

from translate.languages.registry import compared_languages
from translate.text.decoding import decode
from translate.text.detection import detect_language
from translate.text.formats.archive import entry_names, is_archive
from translate.text.formats.tables import MAX_COLUMNS, SAMPLE, WORKBOOK, Row, csv_rows, workbook_rows

STORY_CHARACTERS = 300  # mean of the longer cell from which a row holds a story; a sentence has half as many
HEAD_CHARACTERS = 60  # a cell of the head has fewer


def stories_in_table(data: bytes, name: str) -> tuple[tuple[str, str], ...]:
    """Both texts of each row; none where the table is of another kind, such as one of sentences.

    Args:
        data: The whole file.
        name: With its ending; what to call it in an error.

    Raises:
        UnreadableFile, BinaryInput: The file is damaged, protected or no table.
    """
    if is_archive(data):
        if WORKBOOK not in entry_names(data, name):
            return ()
        rows = workbook_rows(data, name)
    else:
        rows = csv_rows(decode(data, name), name)
    columns = _columns(rows)
    if not columns:
        return ()
    texts = [(_cell(row, columns[0]), _cell(row, columns[1])) for row in rows]
    if texts and max(map(len, texts[0])) < HEAD_CHARACTERS:
        del texts[0]
    filled = [pair for pair in texts if all(pair)]
    return tuple(filled) if filled and _are_stories(filled) else ()


def _are_stories(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether the cells hold whole texts: by their length, or because most of them have several lines."""
    longer = sum(max(map(len, pair)) for pair in pairs)
    lined = sum("\n" in "".join(pair) for pair in pairs)
    return longer >= STORY_CHARACTERS * len(pairs) or 2 * lined > len(pairs)


def _columns(rows: Sequence[Row]) -> tuple[int, int] | None:
    """The longest column in each of the languages that are compared, in their order in the table."""
    begun = rows[:SAMPLE]
    width = min(MAX_COLUMNS, max(map(len, begun), default=0))
    texts = [" ".join(filter(None, (_cell(row, i) for row in begun))) for i in range(width)]
    longest: dict[str, int] = {}
    for i in sorted(range(width), key=lambda i: len(texts[i])):
        longest[detect_language(texts[i]).language] = i
    found = sorted(i for language, i in longest.items() if language in compared_languages())
    return (found[0], found[1]) if len(found) > 1 else None


def _cell(row: Row, column: int) -> str:
    return row[column].strip() if column < len(row) else ""
