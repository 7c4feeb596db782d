"""The language in which Parallax speaks to people, English or Russian, and how numbers are written in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from typing import Literal, get_args

InterfaceLanguage = Literal["en", "ru"]

LANGUAGES: tuple[InterfaceLanguage, ...] = get_args(InterfaceLanguage)
DEFAULT: InterfaceLanguage = "en"  # stands in the code; the others have a catalogue
NAMES: dict[InterfaceLanguage, str] = {"en": "English", "ru": "Русский"}  # as those call them who choose one
LABEL = "Language / Язык"  # of the switch between them, for readers of any

_CURRENT: ContextVar[InterfaceLanguage] = ContextVar("interface_language", default=DEFAULT)
_PERCENT: dict[InterfaceLanguage, str | None] = {"en": "#,##0 %", "ru": None}  # None: as the locale has it


def interface_language() -> InterfaceLanguage:
    """The language spoken now, in this thread or task."""
    return _CURRENT.get()


def speak(language: InterfaceLanguage) -> None:
    """Speak a language from now on, in this thread or task."""
    _CURRENT.set(language)


@contextmanager
def speaking(language: InterfaceLanguage) -> Iterator[None]:
    """Speak a language inside the block.

    Example:
        >>> with speaking("ru"):
        ...     number(5200000.5, ",.1f")
        '5\\xa0200\\xa0000,5'
    """
    before = _CURRENT.set(language)
    try:
        yield
    finally:
        _CURRENT.reset(before)


def number(value: float | Decimal, form: str = ",") -> str:
    """A number with the signs of the current language.

    Args:
        value: Any.
        form: As `format` takes it.

    Example:
        >>> number(5200000), number(0.816, ".2f")
        ('5,200,000', '0.82')
    """
    return str(format(value, form)).translate(_signs(interface_language()))


def whole_hundredths(share: float) -> float:
    """A share in [0, 1] rounded to hundredths; 1 and 0 are kept for what is exactly that.

    Example:
        >>> whole_hundredths(0.824), whole_hundredths(0.9991), whole_hundredths(0.001), whole_hundredths(1.0)
        (0.82, 0.99, 0.01, 1.0)
    """
    return share if share in (0.0, 1.0) else min(0.99, max(0.01, round(share, 2)))


def percent(share: float) -> str:
    """A share in [0, 1] in whole percent.

    Example:
        >>> percent(0.816)
        '82 %'
    """
    from babel.numbers import format_percent  # here and below: a run of the command line in English needs no tables

    language = interface_language()
    words: str = format_percent(share, format=_PERCENT[language], locale=language)
    return words


def name_of_language(code: str) -> str:
    """What a language is called in the current one, "" where the CLDR tables have no name for it.

    Example:
        >>> name_of_language("be")
        'Belarusian'
    """
    from babel import Locale

    name: str = Locale(interface_language()).languages.get(code, "")
    return name


@cache
def _signs(language: InterfaceLanguage) -> dict[int, str]:
    """What stands in place of Python's signs of a number."""
    if language == "en":
        return {}
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return {ord(","): get_group_symbol(language), ord("."): get_decimal_symbol(language)}
