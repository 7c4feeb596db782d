"""JSON of strangers, read so that no two readers understand it differently."""

import json
from typing import Any, NoReturn

from translate.errors import InputError
from translate.wording.phrase import Phrase

SHOWN = 40  # characters of a name that a message repeats


def strict_json(text: str) -> Any:
    """The value that a text of JSON holds.

    Raises:
        ValueError: It is no JSON, by the letter of RFC 8259, or nobody could read it: a name stands twice in a record,
            a number is not finite or has thousands of digits, or lists lie in each other by the thousand.

    Example:
        >>> strict_json('{"a": 1, "a": 2}')
        Traceback (most recent call last):
        ValueError: 'a' stands twice in a record
    """
    try:
        return json.loads(text, object_pairs_hook=_record, parse_constant=_refused)
    except RecursionError as error:
        raise ValueError("lists or records lie too deep in each other") from error


def given_json(text: str | bytes) -> Any:
    """The same of a file that a user gives as one of our own.

    Raises:
        InputError: It is no JSON that can be read, or not in UTF-8.
    """
    try:
        return strict_json(text.decode("utf-8-sig") if isinstance(text, bytes) else text)
    except ValueError as error:
        raise InputError(
            Phrase("This is not JSON ({error}). Give a file written with --format json.", error=error)
        ) from error


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, value in pairs:
        if name in record:
            raise ValueError(f"{name[:SHOWN]!r} stands twice in a record")
        record[name] = value
    return record


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON")
