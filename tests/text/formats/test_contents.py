"""What is in a file, whatever its name is."""

from contextlib import suppress
from email.message import EmailMessage

import pytest

from benchmarks.data.made_files import open_document, paragraph, pdf_file, word_file, workbook, zipped
from translate.errors import BinaryInput, EmptyText, InputError, UnreadableFile
from translate.text.formats.contents import contents_of
from translate.text.origin import BothVersions, FileText

STORY = "The government approved a programme on Monday."
MAIL = EmailMessage()
MAIL["Subject"] = "Programme"
MAIL.set_content(STORY)
ONE = {
    "pdf": pdf_file([[(50, 700, STORY)]]),
    "docx": word_file(paragraph(STORY)),
    "odt": open_document(f"<text:p>{STORY}</text:p>"),
    "srt": f"1\n00:00:01,000 --> 00:00:02,000\n{STORY}\n".encode(),
    "vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{STORY}\n".encode(),
    "eml": MAIL.as_bytes(),
    "txt": STORY.encode(),
    "html": f"<html><p>{STORY}</p></html>".encode(),
    "xlsx": workbook(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{STORY}</t></is></c></row>'),
}


@pytest.mark.parametrize("kind", ONE)
@pytest.mark.parametrize("name", ["story", "story.txt", "own"])
def test_a_file_is_known_by_its_content(kind: str, name: str) -> None:
    found = contents_of(ONE[kind], f"story.{kind}" if name == "own" else name)
    assert isinstance(found, FileText)
    assert found.text.strip() == STORY


def test_a_table_is_known_by_its_ending() -> None:
    table = f"Правительство одобрило программу.;{STORY}\n".encode()
    assert isinstance(contents_of(table, "both.csv"), BothVersions)
    assert isinstance(contents_of(table, "both.txt"), FileText)


@pytest.mark.parametrize("name", ["story.docx", "story.pdf", "story.doc"])
def test_a_text_under_a_wrong_ending_is_read_and_told(name: str) -> None:
    found = contents_of(STORY.encode(), name)
    assert isinstance(found, FileText)
    assert [str(note) for note in found.origin.notes] == [
        f"{name} is a plain text or a web page in spite of its ending."
    ]


def test_mended_lines_are_told() -> None:
    wrong = "Правительство утвердило программу в понедельник.".encode().decode("cp1251", errors="ignore")
    found = contents_of(f"{wrong}\n{STORY}".encode(), "story.txt")
    assert isinstance(found, FileText)
    assert found.text.startswith("Правительство")
    assert "story.txt: 1 line had been saved in a wrong encoding" in str(found.origin.notes[0])


def test_a_plain_text_has_no_origin_to_tell() -> None:
    found = contents_of(STORY.encode(), "story.txt")
    assert isinstance(found, FileText)
    assert not found.origin.tells


def test_an_empty_file_is_told() -> None:
    with pytest.raises(EmptyText):
        contents_of(b"", "story.docx")


def test_an_office_document_with_a_password_is_told() -> None:
    data = b"\xd0\xcf\x11\xe0" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableFile, match="password"):
        contents_of(data, "story.docx")


@pytest.mark.parametrize(
    "data", [zipped({"ppt/presentation.xml": "<a/>"}), b"\xd0\xcf\x11\xe0" + bytes(100), b"\x89PNG"]
)
def test_what_is_not_read_is_named(data: bytes) -> None:
    with pytest.raises(BinaryInput, match="looks like"):
        contents_of(data, "story.bin")


@pytest.mark.parametrize("kind", ONE)
def test_a_file_cut_anywhere_or_changed_is_read_or_told(kind: str) -> None:
    data = ONE[kind]
    for place in range(0, len(data), max(1, len(data) // 60)):
        changed = data[:place] + bytes([data[place] ^ 0x15]) + data[place + 1 :]
        for damaged in (data[:place], changed, data[place:]):
            with suppress(InputError):  # any other exception fails the test
                assert isinstance(contents_of(damaged, f"story.{kind}"), FileText | BothVersions)
