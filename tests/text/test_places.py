"""Places: paths of this machine as they are, addresses in stores through fsspec, and what leads nowhere."""

import re

import pytest

pytest.importorskip("upath")

from translate.errors import InputError, LibraryMissing, OutputError
from translate.text import files, places
from translate.text.files import read_file, write_output
from translate.text.places import PlaceError, beside, files_below, place_of, put_piece_by_piece, put_whole, scheme_of

STORY = "Мост через реку открыли в понедельник."


@pytest.fixture
def memory():
    from fsspec.implementations.memory import MemoryFileSystem

    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    return "memory://places"


@pytest.mark.parametrize(
    ("name", "scheme"),
    [("ru.txt", ""), ("C:\\ru.txt", ""), ("S3://b/ru.txt", "s3"), ("https://a.org/x", ""), ("a/s3://b", "")],
)
def test_an_address_is_told_from_a_path(name, scheme):
    assert scheme_of(name) == scheme


def test_a_path_stays_one(tmp_path):
    assert place_of(tmp_path) is not None
    assert place_of("ru.txt") == places.Path("ru.txt")
    assert place_of(f"file://{tmp_path}/ru.txt") == tmp_path / "ru.txt"


def test_a_file_of_a_store_is_read_and_written_as_one_of_this_machine(memory):
    write_output(f"{memory}/deep/ru.txt", STORY.encode())
    assert read_file(f"{memory}/deep/ru.txt").text == STORY
    with put_piece_by_piece(place_of(f"{memory}/deep/ru.txt")) as file:
        file.write(b"other ")
        file.write(b"words here")
    assert read_file(f"{memory}/deep/ru.txt").text == "other words here"


def test_a_failure_leaves_the_old_file(memory):
    place = place_of(f"{memory}/ru.txt")
    put_whole(place, b"old")

    def fail():
        with put_piece_by_piece(place) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert place.read_bytes() == b"old"


def test_the_same_limit_of_size_holds(memory, monkeypatch):
    put_whole(place_of(f"{memory}/long.txt"), b"word " * 10)
    monkeypatch.setattr(files, "MAX_BYTES", 49)
    with pytest.raises(InputError, match="larger than 49 bytes"):
        read_file(f"{memory}/long.txt")


def test_what_is_not_there_is_told(memory):
    with pytest.raises(InputError, match=r"Cannot read memory://places/gone\.txt"):
        read_file(f"{memory}/gone.txt")


def test_files_below_are_those_of_a_folder(memory, tmp_path):
    for folder in (memory, str(tmp_path)):
        for name in ("b.txt", "a/c.txt", ".hidden", "a/.d/e.txt"):
            (place_of(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            put_whole(place_of(folder) / name, b"x")
        assert [str(inside) for _, inside in files_below(place_of(folder))] == ["a/c.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere://x", "Cannot use nowhere://x"),
        ("s3://a::http://10.0.0.1", "several"),
    ],
)
def test_what_leads_nowhere_is_refused(name, told):
    with pytest.raises(PlaceError, match=told):
        place_of(name)


def test_a_row_names_no_server(tmp_path):
    assert beside(tmp_path / "table.csv", "ru.txt") == tmp_path / "ru.txt"
    assert str(beside(tmp_path / "table.csv", "memory://x/ru.txt")) == "memory://x/ru.txt"
    for name in ("ftp://10.0.0.1/x", "sftp://host/x", "smb://host/x", "webhdfs://host/x"):
        with pytest.raises(PlaceError, match="private network"):
            beside(tmp_path / "table.csv", name)


def test_what_a_store_raises_is_an_error_of_ours(memory, monkeypatch):
    from fsspec.implementations.memory import MemoryFileSystem

    class NoCredentials(Exception):
        """As the library of a store has its own."""

    def refuse(*arguments, **named):
        raise NoCredentials("Unable to locate credentials")

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", refuse)
    with pytest.raises(OutputError, match="Unable to locate credentials"):
        write_output(f"{memory}/x", b"x")
    monkeypatch.setattr(MemoryFileSystem, "_open", refuse)
    with pytest.raises(InputError, match="Unable to locate credentials"):
        read_file(f"{memory}/x")


def test_a_library_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr(places, "has_libraries", lambda *modules: False)
    with pytest.raises(LibraryMissing, match=re.escape("s3:// needs universal-pathlib")):
        place_of("s3://bucket/x")
