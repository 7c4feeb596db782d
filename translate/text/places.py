"""Files on this machine and in stores such as s3://BUCKET/FOLDER: any file system that fsspec knows, by its address."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, BinaryIO, Final, cast

from translate.errors import InputError, LibraryMissing, TranslateError, UnreadableFile
from translate.installation import has_libraries
from translate.text.drafts import replace_whole, replaced_whole
from translate.wording.phrase import Phrase

# Their addresses name no host: what leads there are the settings and keys of whoever runs this.
STORES: Final = frozenset(["s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oci", "oss", "memory"])
LOCAL: Final = frozenset(["file", "local"])
MEMORY: Final = "memory"  # of one process, which no other one sees
CHAIN: Final = "::"

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_OF_PAGES: Final = frozenset(["http", "https"])  # translate/web reads those


class PlaceError(InputError):
    """An address leads to no file system."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        super().__init__(Phrase("Cannot use {name}: {what}", name=name, what=what))


def scheme_of(name: object) -> str:
    """What an address begins with, in small letters; "" for a path of this machine and for a page of the web.

    Example:
        >>> scheme_of("s3://bucket/ru.txt"), scheme_of("C:/ru.txt"), scheme_of("https://example.org/")
        ('s3', '', '')
    """
    found = _ADDRESS.match(str(name))
    scheme = found[1].lower() if found else ""
    return "" if scheme in _OF_PAGES else scheme


def place_of(name: str | Path) -> Path:
    """The path of a name; of an address what behaves as one (a UPath), as which it is given back. Nothing is opened.

    Raises:
        PlaceError: There is no such file system, or several are named at once.
        LibraryMissing: It takes a library that is not installed.
    """
    if not isinstance(name, str):
        return name
    scheme = scheme_of(name)
    if not scheme:
        return Path(name)
    if CHAIN in str(name):
        raise PlaceError(str(name), Phrase("it names several file systems. Give the address of one."))
    if not has_libraries("upath"):
        raise LibraryMissing(f"{scheme}://", "universal-pathlib", "s3")
    from upath import UPath  # here: the core goes without

    try:
        place: Any = UPath(name)
        place.fs  # noqa: B018  # imports what it takes
    except ImportError as error:
        if scheme in ("s3", "s3a"):
            raise LibraryMissing(f"{scheme}://", "s3fs", "s3") from error
        raise PlaceError(str(name), f"{error}.") from error
    except ValueError as error:
        raise PlaceError(str(name), f"{error}.") from error
    return Path(place.path) if scheme in LOCAL else cast(Path, place)


def require_store(name: str) -> None:
    """Refuse, in a row of a table, the address of a server: what strangers wrote leads into no private network.

    Raises:
        PlaceError: It is one.
    """
    if scheme_of(name) not in ("", *STORES, *LOCAL):
        what = Phrase(
            "it may lead into a private network. Give the path of a file, or an address that begins with one of: "
            "{known}.",
            known=", ".join(f"{scheme}://" for scheme in sorted(STORES)),
        )
        raise PlaceError(name, what)


def beside(table: Path, name: str) -> Path:
    """Where a row of a table leads: to an address in a store, or to a path that is looked for beside the table.

    Raises:
        PlaceError, LibraryMissing: Nowhere.
    """
    if not scheme_of(name):
        return table.parent / name
    require_store(name)
    return place_of(name)


def is_remote(place: Path) -> bool:
    """Whether a place is no path of this machine."""
    return not isinstance(place, Path)


def store_of(place: Path) -> Any:
    """The file system of fsspec's that a remote place is in."""
    return cast(Any, place).fs


def key_of(place: Path) -> str:
    """What that file system calls a remote place."""
    return str(cast(Any, place).path)


@contextmanager
def reached(place: Path) -> Iterator[None]:
    """What a store raises while its block runs, as errors of the system, which everybody expects of files.

    Raises:
        OSError: It cannot be reached, or refuses.
    """
    try:
        yield
    except (OSError, ValueError, TranslateError):
        raise
    except Exception as error:  # each store has its own, with no ancestor in common
        if not is_remote(place):
            raise
        raise OSError(f"{type(error).__name__}: {error}") from error


@contextmanager
def readable(place: Path, called: str) -> Iterator[None]:
    """The same for somebody who reads, as the error of a file.

    Args:
        place: What is read.
        called: What the error calls it.

    Raises:
        UnreadableFile: It cannot be reached or read.
    """
    try:
        with reached(place):
            yield
    except OSError as error:
        raise UnreadableFile(called, Phrase("{reason}.", reason=error.strerror or error)) from error


def put_whole(place: Path, data: bytes) -> None:
    """Put a file in its place in one step, as `replace_whole`; in a store folders need not be there.

    Raises:
        OSError: The disk or the store refuses.
    """
    if not is_remote(place):
        replace_whole(place, data)
        return
    with reached(place):
        try:
            store_of(place).pipe_file(key_of(place), data)
        except FileNotFoundError:
            if scheme_of(place) in STORES:  # its folders are but names: the bucket is missing
                raise
            store_of(place).makedirs(store_of(place)._parent(key_of(place)), exist_ok=True)
            store_of(place).pipe_file(key_of(place), data)


@contextmanager
def put_piece_by_piece(place: Path) -> Iterator[BinaryIO]:
    """The same for what is written piece by piece, as `replaced_whole`.

    Raises:
        OSError: The disk or the store refuses.
    """
    if not is_remote(place):
        with replaced_whole(place) as file:
            yield file
        return
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft"
        with draft.open("xb") as file:
            yield file
        put_file(draft, place)


def put_file(file: Path, place: Path) -> None:
    """Copy a file of this machine into a store.

    Raises:
        OSError: The store refuses.
    """
    with reached(place):
        store_of(place).put_file(str(file), key_of(place))


def get_file(place: Path, file: Path) -> None:
    """Copy a file of a store to this machine, whole or not at all.

    Raises:
        OSError: It cannot be read.
    """
    with reached(place), place.open("rb") as there, replaced_whole(file) as here:
        shutil.copyfileobj(there, here)


def sizes_in(folder: Path) -> dict[str, int]:
    """The files of a folder in a store by their names, each with its bytes; of one that is not there, none.

    Raises:
        OSError: The store cannot be reached.
    """
    store = store_of(folder)
    with reached(folder):
        store.invalidate_cache()
        try:
            found = store.ls(key_of(folder), detail=True)
        except FileNotFoundError:
            return {}
    return {entry["name"].rpartition("/")[2]: entry["size"] or 0 for entry in found if entry["type"] == "file"}


def files_below(folder: Path, *, others: bool = False) -> list[tuple[Path, PurePath]]:
    """The files in a folder and below it with their paths from there, in the order of these; hidden ones are left out.

    Args:
        folder: On this machine or in a store.
        others: Whether what is neither file nor folder counts, too, such as a link that leads nowhere.

    Raises:
        OSError: The store cannot be reached.
    """
    if is_remote(folder):
        with reached(folder):
            root = PurePosixPath(key_of(folder))
            insides = [PurePosixPath(name).relative_to(root) for name in store_of(folder).find(str(root))]
            found: list[tuple[Path, PurePath]] = [(folder / inside, inside) for inside in insides]
    else:
        found = [(path, path.relative_to(folder)) for path in folder.rglob("*")]
        found = [(path, inside) for path, inside in found if (not path.is_dir() if others else path.is_file())]
    shown = [(path, inside) for path, inside in found if not any(part.startswith(".") for part in inside.parts)]
    return sorted(shown, key=lambda file: file[1].parts)
