"""What was found earlier, file by file: the results of a batch, or comparisons and reviews that stand alone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal

from translate.batch.journal import NAME as JOURNAL
from translate.batch.summary import JSONL_NAME
from translate.comparison import Comparison
from translate.errors import TranslateError, UnreadableFile
from translate.records.comparison_record import comparison_of_record
from translate.records.strict_json import given_json, strict_json
from translate.records.typed_json import from_json
from translate.review.session import Session
from translate.review.session_file import FAMILY, session_from
from translate.settings.limits import SESSION_BYTES, require_size
from translate.wording.phrase import Phrase

HEAD: Final = 200  # bytes of a file in which its schema stands, as we write it


@dataclass(frozen=True, slots=True)
class Naming:
    """How a batch calls a pair.

    Attributes:
        id, source, target: As in an Outcome.
        about: Likewise.
    """

    id: str
    source: str
    target: str
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A file of a comparison or a review.

    Attributes:
        file: Where it is.
        batch: The folder of the batch that it is of; None where it stands alone.
        naming: How that batch calls it; likewise.
    """

    file: Path
    batch: Path | None = None
    naming: Naming | None = None

    def data(self) -> bytes:
        """What the file holds.

        Raises:
            FileTooLarge: It is larger than any comparison.
            UnreadableFile: It cannot be read.
        """
        try:
            require_size(self.file.stat().st_size, str(self.file), SESSION_BYTES)
            return self.file.read_bytes()
        except OSError as error:
            raise _unreadable(self.file, error) from error


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read.

    Attributes:
        name: Of the file, perhaps with a line.
        error: Why.
    """

    name: str
    error: TranslateError


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A pair of a batch that could not be compared; its summary says why."""

    id: str


@dataclass(frozen=True, slots=True)
class _Line:
    """What is read of a line of a summary, beside `about`."""

    number: int
    exit_status: int
    id: str
    source: str
    target: str
    result: str = field(default="")


def results_in(path: Path) -> Iterator[Result | Unread | NotCompared]:
    """The results of a batch in the order of its pairs, the JSON files of another folder by their names, or a file.

    A batch that is under way gives what it has done so far.

    Raises:
        UnreadableFile: There is nothing of the kind.
    """
    if path.is_file():
        yield Result(path)
    elif (path / JOURNAL).is_file():
        yield from _of_batch(path, path / JOURNAL, "outcome")
    elif (path / JSONL_NAME).is_file():
        yield from _of_batch(path, path / JSONL_NAME, None)
    elif path.is_dir() and (files := sorted(file for file in path.rglob("*.json") if file.is_file())):
        yield from map(Result, files)
    else:
        raise UnreadableFile(
            str(path),
            Phrase(
                "it is neither a file nor a folder with results. Give the folder of a batch, a comparison in JSON or a "
                "session."
            ),
        )


def comparison_of(result: Result, data: bytes) -> Comparison:
    """The comparison that a file holds; of a review as the reviewer left it.

    Raises:
        InputError: It holds none, or what it holds does not go together.
    """
    if _is_session(data):
        return session_from(data, str(result.file)).comparison
    return comparison_of_record(given_json(data))


def session_of(result: Result, data: bytes) -> Session:
    """The review that a file holds; of a comparison with what was decided in it.

    Raises:
        InputError: As `comparison_of`.
    """
    if _is_session(data):
        return session_from(data, str(result.file))
    return Session.of(comparison_of_record(given_json(data)))


def _is_session(data: bytes) -> bool:
    return FAMILY.encode() in data[:HEAD]


def digest_of(result: Result, data: bytes, place: str, batch: str | None) -> str:
    """Another one where the file, what it is called or where it or its batch lies is another."""
    naming = result.naming
    told = [place, batch, naming and [naming.id, naming.source, naming.target, naming.about]]
    head = json.dumps(told, ensure_ascii=True).encode()
    return sha256(sha256(head).digest() + sha256(data).digest()).hexdigest()


def _of_batch(folder: Path, file: Path, inside: Literal["outcome"] | None) -> Iterator[Result | Unread | NotCompared]:
    """Results by the lines of a summary or a journal, the last line of each pair, in the order of the pairs."""
    home = folder.resolve()
    try:
        with file.open("rb") as lines:
            for number, place in _places(lines, inside):
                lines.seek(place)
                try:
                    yield _result(folder, home, _record(lines.readline(), inside))
                except ValueError as error:
                    what = Phrase("line {line} is damaged ({error}).", line=number, error=error)
                    yield Unread(str(file), UnreadableFile(str(file), what))
    except OSError as error:
        raise _unreadable(file, error) from error


def _places(lines: BinaryIO, inside: str | None) -> list[tuple[int, int]]:
    """The last line of each pair, its number and the place of its first byte; behind them those that are damaged."""
    places: dict[int, tuple[int, int]] = {}
    damaged: list[tuple[int, int]] = []
    place = 0
    for number, line in enumerate(lines, 1):
        settings = inside is not None and number == 1  # the head of a journal
        if line.endswith(b"\n") and not settings:  # of another one the rest is still to come
            try:
                places[from_json(int, _record(line, inside).get("number"))] = (number, place)
            except ValueError:
                damaged.append((number, place))
        place += len(line)
    return [places[pair] for pair in sorted(places)] + damaged


def _record(line: bytes, inside: str | None) -> dict[str, Any]:
    record = strict_json(line.decode())
    found = record.get(inside) if inside and isinstance(record, dict) else record
    if not isinstance(found, dict):
        raise ValueError("it holds no record")
    return found


def _result(folder: Path, home: Path, record: dict[str, Any]) -> Result | NotCompared:
    """What a line tells.

    Raises:
        ValueError: Something that no batch writes.
    """
    names = ("number", "exit_status", "id", "source", "target", "result")
    line: _Line = from_json(_Line, {name: record[name] for name in names if name in record})
    if line.exit_status:
        return NotCompared(line.id)
    about = record.get("about", {})
    if not isinstance(about, dict) or not all(isinstance(value, str) for value in about.values()):
        raise ValueError("about should be a record of texts")
    file = folder / line.result
    if not line.result or not file.resolve().is_relative_to(home):
        raise ValueError("its result lies outside the folder")
    return Result(file, folder, Naming(line.id, line.source, line.target, tuple(about.items())))


def _unreadable(file: Path, error: OSError) -> UnreadableFile:
    return UnreadableFile(str(file), Phrase("{reason}.", reason=error.strerror or str(error)))
