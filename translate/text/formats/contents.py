"""The bytes of a file -> what it holds: known by its beginning, and by its ending only where that tells nothing."""

from dataclasses import replace
from pathlib import PurePath
from typing import Final

from translate.errors import EmptyText, UnreadableFile
from translate.text.decoding import decode
from translate.text.formats import office, pdf, tables, translation_memory
from translate.text.formats.archive import PROTECTED, entry_names, is_archive
from translate.text.formats.mail import is_mail, read_mail
from translate.text.formats.mojibake import mended
from translate.text.formats.page_about import about_page
from translate.text.formats.subtitles import are_subtitles, read_subtitles
from translate.text.html_page import plain_text, source_tags
from translate.text.origin import BothVersions, FileText, Origin
from translate.text.web_archive import page_in_archive
from translate.wording.phrase import Phrase, counted

# Of the files that are read, as an upload asks for them
ENDINGS: Final = tuple(
    "txt md html htm mhtml mht docx odt pdf srt vtt eml csv tsv xlsx tmx xlf xliff".split()  # noqa: SIM905
)

_OLE: Final = b"\xd0\xcf\x11\xe0"  # the container of old Office documents, and of new ones with a password
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_TABLES: Final = frozenset([".csv", ".tsv"])
# Endings of files that are no plain text; a text that has one is read, and its reader told.
_NO_TEXTS: Final = frozenset([".docx", ".odt", ".pdf", ".xlsx", ".doc", ".xls"])


def contents_of(data: bytes, name: str) -> FileText | BothVersions:
    """What a file holds: one version of a story, or both.

    Args:
        data: The whole file.
        name: Of the file, without its folder; what to call it in an error.

    Raises:
        EmptyText: It is empty.
        BinaryInput: It is of no kind that is read.
        HtmlInput: It is the source of a page that shows no text.
        UnreadableFile: It is damaged, protected, too large, or holds no text.
    """
    if not data:
        raise EmptyText(0)
    ending = PurePath(name).suffix.lower()
    if pdf.is_pdf(data):
        return pdf.read_pdf(data, name)
    if is_archive(data):
        return _of_archive(data, name)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise UnreadableFile(name, PROTECTED)
    if translation_memory.is_memory(data):
        return translation_memory.read_memory(data, name)
    page = page_in_archive(data) if ending != ".eml" else None
    if page is None and is_mail(data):
        return read_mail(data, name)
    return _of_text(page or data, name, ending)


def _of_archive(data: bytes, name: str) -> FileText | BothVersions:
    entries = entry_names(data, name)
    if office.word_text(entries):
        return office.read_word(data, name)
    if tables.WORKBOOK in entries:
        return tables.read_workbook(data, name)
    if office.OPEN_TEXT in entries:
        return office.read_open_document(data, name)
    return _of_text(data, name, "")  # which says what it is instead


def _of_text(data: bytes, name: str, ending: str) -> FileText | BothVersions:
    text, count = mended(decode(data, name))
    notes = [_mended_note(name, count)] if count else []
    if ending in _NO_TEXTS:
        notes.append(Phrase("{name} is a plain text or a web page in spite of its ending.", name=name))
    found: FileText | BothVersions
    if ending in _TABLES:
        found = tables.read_csv(text, name)
    elif are_subtitles(text):
        found = read_subtitles(text, name)
    else:
        about = about_page(text, name) if source_tags(text) else Origin(name)
        found = FileText(plain_text(text), about)
    return _noted(found, tuple(notes)) if notes else found


def _mended_note(name: str, count: int) -> Phrase:
    return counted(
        "{name}: {count} line had been saved in a wrong encoding and was mended. Compare it with the original.",
        "{name}: {count} lines had been saved in a wrong encoding and were mended. Compare them with the original.",
        count,
        name=name,
    )


def _noted(found: FileText | BothVersions, notes: tuple[Phrase, ...]) -> FileText | BothVersions:
    if isinstance(found, BothVersions):
        return replace(found, source=_with(found.source, notes))
    return _with(found, notes)


def _with(found: FileText, notes: tuple[Phrase, ...]) -> FileText:
    return replace(found, origin=replace(found.origin, notes=(*found.origin.notes, *notes)))
