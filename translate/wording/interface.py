"""The language in which Parallax speaks to people: English or Russian, through gettext, numbers and dates by locale.

English is written in the code; translate/wording/locale/ru.po holds Russian, as text. benchmarks/build/catalogue.py
brings it up to date with the code, and a test fails as soon as the two disagree.
"""

import gettext as standard
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

InterfaceLanguage = Literal["en", "ru"]
Catalogue: TypeAlias = standard.NullTranslations

LANGUAGES: tuple[InterfaceLanguage, ...] = get_args(InterfaceLanguage)
NAMES: dict[InterfaceLanguage, str] = {"en": "English", "ru": "Русский"}  # as those call them who choose one

_CURRENT: ContextVar[InterfaceLanguage] = ContextVar("interface_language", default="en")
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


def catalogue() -> Catalogue:
    """The translations of the current language; those of English give every message as it is."""
    return _catalogue(interface_language())


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence of a catalogue.

    Attributes:
        english: Its templates: one, or those for one thing and for several.
        told: Its templates in the other language, one for each of that language's plural forms.
        files: Those that say it.
    """

    english: tuple[str, ...]
    told: tuple[str, ...]
    files: tuple[str, ...]


def messages(language: InterfaceLanguage) -> Iterator[Message]:
    """The sentences of a catalogue that need no context to be told apart."""
    for message in _listed(language):
        if message.id and message.context is None:
            files = tuple(file for file, _ in message.locations)
            yield Message(_together(message.id), _together(message.string), files)


def _together(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def number(value: float, form: str = ",") -> str:
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


def day(moment: date, *, year: bool = True) -> str:
    """A day in words, with or without its year.

    Example:
        >>> day(date(2023, 9, 6)), day(date(2023, 9, 6), year=False)
        ('September 6, 2023', 'September 6')
    """
    from babel.dates import format_date, format_skeleton

    language = interface_language()
    words: str = (
        format_date(moment, "long", locale=language) if year else format_skeleton("MMMMd", moment, locale=language)
    )
    return words


def month(moment: date) -> str:
    """The month of a day in words, with its year.

    Example:
        >>> month(date(2023, 9, 6))
        'September 2023'
    """
    from babel.dates import format_skeleton

    words: str = format_skeleton("yMMMM", moment, locale=interface_language())
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
def _catalogue(language: InterfaceLanguage) -> Catalogue:
    """A catalogue compiled from its text, so that no binary file lies beside it."""
    if language == "en":
        return standard.NullTranslations()
    from babel.messages.mofile import write_mo

    binary = io.BytesIO()
    write_mo(binary, _listed(language))
    binary.seek(0)
    return standard.GNUTranslations(binary)


@cache
def _listed(language: InterfaceLanguage) -> "Catalog":
    """The text of a catalogue, read."""
    from babel.messages.pofile import read_po

    with resources.files("translate.wording").joinpath("locale", f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def _signs(language: InterfaceLanguage) -> dict[int, str]:
    """What stands in place of Python's signs of a number."""
    if language == "en":
        return {}
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return {ord(","): get_group_symbol(language), ord("."): get_decimal_symbol(language)}
