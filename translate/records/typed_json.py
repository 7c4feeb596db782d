"""Plain JSON values into frozen dataclasses, with a message that names the place where a file is wrong."""

import dataclasses
import sys
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

PLAIN = {str: "a text", int: "a whole number", float: "a finite number", bool: "true or false"}
SHOWN = 40  # characters of a wrong value that a message repeats


class WrongRecord(ValueError):
    """A value is not what its place asks for."""

    def __init__(self, place: str, wanted: str, value: object) -> None:
        shown = repr(value) if isinstance(value, str | int | float | NoneType) else f"a {type(value).__name__}"
        cut = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
        super().__init__(f"{place or 'the file'} should be {wanted}, not {cut}")


def from_json(wanted: Any, value: Any, place: str = "") -> Any:
    """The value as what is wanted, which JSON cannot say by itself.

    Args:
        wanted: A dataclass, `tuple[..., ...]` of one kind, a `Literal`, a union with None, or a plain type.
        value: As `json.loads` returns it. A record has every field of its dataclass and no other.
        place: Where it stands, for messages.

    Raises:
        WrongRecord: The value is something else.

    Example:
        >>> from translate.text.document import Span
        >>> from_json(tuple[Span, ...], [{"start": 2, "end": 5}])
        (Span(start=2, end=5),)
        >>> from_json(tuple[Span, ...], [{"start": 2, "end": "x"}], "source")
        Traceback (most recent call last):
        translate.records.typed_json.WrongRecord: source[0].end should be a whole number, not 'x'
    """
    origin = get_origin(wanted)
    if origin is Literal:
        return _choice(get_args(wanted), value, place)
    if origin is tuple:
        return _row(get_args(wanted)[0], value, place)
    if origin in (Union, UnionType):
        (inner,) = (kind for kind in get_args(wanted) if kind is not NoneType)
        return None if value is None else from_json(inner, value, place)
    if dataclasses.is_dataclass(wanted):
        return _record(wanted, value, place)
    return _plain(wanted, value, place)


def _choice(known: tuple[Any, ...], value: Any, place: str) -> Any:
    if not isinstance(value, str) or value not in known:
        raise WrongRecord(place, f"one of {', '.join(known)}", value)
    return value


def _row(wanted: Any, value: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise WrongRecord(place, "a list", value)
    return tuple(from_json(wanted, item, f"{place}[{number}]") for number, item in enumerate(value))


def _record(wanted: Any, value: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise WrongRecord(place, "a record", value)
    kinds = _fields(wanted)
    if wrong := sorted(value.keys() ^ kinds.keys()):
        what = "lacks" if wrong[0] in kinds else "has the unknown entry"
        raise ValueError(f"{place or 'the file'} {what} {wrong[0][:SHOWN]!r}")
    inside = f"{place}." if place else ""
    return wanted(**{name: from_json(kind, value[name], f"{inside}{name}") for name, kind in kinds.items()})


@cache
def _fields(wanted: type) -> dict[str, Any]:
    hints = get_type_hints(wanted)
    return {field.name: hints[field.name] for field in dataclasses.fields(wanted)}


def _plain(wanted: Any, value: Any, place: str) -> Any:
    if wanted is float and type(value) in (int, float) and abs(value) <= sys.float_info.max:
        return float(value)
    if type(value) is not wanted or wanted is float:
        raise WrongRecord(place, PLAIN[wanted], value)
    return value
