"""Archives from strangers: what is wanted, and never too much."""

import io
import zipfile

import pytest

from benchmarks.data.made_files import zipped
from translate.errors import UnreadableFile
from translate.text.formats.archive import Limits, entry_names, is_archive, read_archive

DATA = zipped({"a.xml": "one", "b.xml": "two", "../c.png": "three"})


def everything(name: str) -> bool:
    return True


def test_only_what_is_wanted_is_unpacked() -> None:
    assert read_archive(DATA, "x.docx", {"a.xml", "d.xml"}.__contains__) == {"a.xml": b"one"}


def test_names_are_names_and_no_places_on_the_disk() -> None:
    assert entry_names(DATA, "x.docx") == {"a.xml", "b.xml", "../c.png"}
    assert read_archive(DATA, "x.docx", everything)["../c.png"] == b"three"


@pytest.mark.parametrize(("unpacked", "refused"), [(11, False), (10, True)])
def test_all_files_together_count(unpacked: int, refused: bool) -> None:
    if refused:
        with pytest.raises(UnreadableFile, match="unpacked it holds more than 10 bytes"):
            read_archive(DATA, "x.docx", everything, Limits(unpacked=unpacked))
    else:
        assert len(read_archive(DATA, "x.docx", everything, Limits(unpacked=unpacked))) == 3


def test_a_bomb_is_not_unpacked_to_its_end() -> None:
    bomb = zipped({"a.xml": bytes(20_000_000)})
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableFile, match=r"x\.docx: unpacked it holds more than 1,000 bytes"):
        read_archive(bomb, "x.docx", everything, Limits(unpacked=1000))


def test_what_an_archive_says_of_its_size_is_not_believed() -> None:
    bomb = zipped({"a.xml": bytes(1_000_000)})
    lying = bomb.replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != bomb
    with pytest.raises(UnreadableFile):
        read_archive(lying, "x.docx", everything, Limits(unpacked=1000))


def test_more_files_than_any_document_has_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="more than 2 files"):
        read_archive(DATA, "x.docx", everything, Limits(entries=2))


@pytest.mark.parametrize("data", [DATA[:40], DATA[:-30], b"PK\x03\x04", b"PK\x03\x04" + bytes(100), DATA[20:]])
def test_a_damaged_archive_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read_archive(data, "x.docx", everything)


def test_a_changed_byte_is_told() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.xml", "some words")
    with pytest.raises(UnreadableFile, match="damaged"):
        read_archive(data.getvalue().replace(b"some", b"same"), "x.docx", everything)


def test_a_password_is_told() -> None:
    flagged = bytearray(DATA)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = flagged.find(mark)
        flagged[at + place] |= 1
    with pytest.raises(UnreadableFile, match="password"):
        read_archive(bytes(flagged), "x.docx", everything)


def test_other_ways_of_packing_are_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.xml", "x" * 1000)
    with pytest.raises(UnreadableFile, match="damaged"):
        read_archive(data.getvalue(), "x.docx", everything)


def test_an_archive_is_known_by_its_beginning() -> None:
    assert is_archive(DATA)
    assert not is_archive(b"PK is no mark")
