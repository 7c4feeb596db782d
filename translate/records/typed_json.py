"""Frozen dataclasses as plain JSON values, and back, with a message that names the place where a file is wrong."""

import dataclasses
import math
import sys
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from translate.wording.phrase import Phrase, Telling
from translate.wording.stored import WrongSentence, restored, stored

PLAIN = {str: "a text", int: "a whole number", float: "a finite number", bool: "true or false"}
SHOWN = 40  # characters of a wrong value that a message repeats


class WrongRecord(ValueError):
    """A value is not what its place asks for."""

    def __init__(self, place: str, wanted: str, value: object) -> None:
        shown = repr(value) if isinstance(value, str | int | float | NoneType) else f"a {type(value).__name__}"
        cut = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
        super().__init__(f"{place or 'the file'} should be {wanted}, not {cut}")


def to_json(value: Any, digits: int | None = None) -> Any:
    """A value as dicts and lists: phrases as records that can be told in another language, tuples as lists.

    Args:
        value: A dataclass, or anything JSON knows.
        digits: Decimals that floats are rounded to; None for all they have.

    Example:
        >>> from translate.text.document import Span
        >>> to_json((Span(2, 5), 0.123456), digits=4)
        [{'start': 2, 'end': 5}, 0.1235]
    """
    if dataclasses.is_dataclass(value):
        return {field.name: to_json(getattr(value, field.name), digits) for field in dataclasses.fields(value)}
    if isinstance(value, list | tuple):
        return [to_json(item, digits) for item in value]
    if isinstance(value, Phrase):
        return stored(value)
    if isinstance(value, float) and digits is not None and math.isfinite(value):
        return round(value, digits) + 0.0  # which turns -0.0 into 0.0; json.dumps refuses what is not finite
    return value


def without_empty(record: dict[str, Any], *names: str) -> dict[str, Any]:
    """The record less those of the named entries that say nothing: empty rows and words, False and None."""
    for name in names:
        if not record[name]:
            del record[name]
    return record


def from_json(wanted: Any, value: Any, place: str = "") -> Any:
    """The value as what is wanted, which JSON cannot say by itself.

    Args:
        wanted: A dataclass, `tuple[..., ...]` of one kind, a `Literal`, `Telling`, a union with None, or a plain type.
        value: As `json.loads` returns it. A record has every field of its dataclass that has no default, and none that
            is no field of it.
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
    if wanted == Telling:
        return _telling(value, place)
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


def _telling(value: Any, place: str) -> Telling:
    try:
        return restored(value)
    except WrongSentence as error:
        raise ValueError(f"{place or 'the file'} {error}") from error


def _record(wanted: Any, value: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise WrongRecord(place, "a record", value)
    kinds, needed = _fields(wanted)
    if wrong := sorted((needed - value.keys()) | (value.keys() - kinds.keys())):
        what = "lacks" if wrong[0] in kinds else "has the unknown entry"
        raise ValueError(f"{place or 'the file'} {what} {wrong[0][:SHOWN]!r}")
    inside = f"{place}." if place else ""
    return wanted(**{name: from_json(kinds[name], item, f"{inside}{name}") for name, item in value.items()})


@cache
def _fields(wanted: type) -> tuple[dict[str, Any], frozenset[str]]:
    """What each field of a dataclass holds, and which of them have no default."""
    hints, own = get_type_hints(wanted), dataclasses.fields(wanted)
    needed = frozenset(field.name for field in own if field.default is field.default_factory is dataclasses.MISSING)
    return {field.name: hints[field.name] for field in own}, needed


def _plain(wanted: Any, value: Any, place: str) -> Any:
    if wanted is float and type(value) in (int, float) and abs(value) <= sys.float_info.max:
        return float(value)
    if type(value) is not wanted or wanted is float:
        raise WrongRecord(place, PLAIN[wanted], value)
    return value
