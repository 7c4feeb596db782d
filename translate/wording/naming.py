"""A language, and the version of a story in it, as sentences call them."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from translate.wording.catalogue import catalogue
from translate.wording.interface import InterfaceLanguage, interface_language, name_of_language, number, speaking
from translate.wording.phrase import Word, say


@dataclass(frozen=True, slots=True)
class Version(Word):
    """One version of a story as a sentence calls it: "the Russian version".

    In a template "{version}" and "{version:capital}" give it in English, "{version:text}" and "{version:opening}" "the
    Russian text" inside a sentence and at its beginning, "{version:name}" its language alone, as do "{version:kind}"
    before "text" and "{version:alone}" behind "only in". Other languages may need other forms; their catalogues list
    each under the name of the form as context: "{version:in}" is "в русской версии".
    """

    language: str

    def __str__(self) -> str:
        return f"the {language_name(self.language)} version"

    def __format__(self, form: str) -> str:
        name = language_name(self.language)
        forms = {
            "name": name,
            "kind": name,
            "alone": name,
            "text": f"the {name} text",
            "opening": f"The {name} text",
            "capital": f"The {name} version",
        }
        return forms.get(form, str(self))

    def told(self, form: str) -> str:
        """The form in the current language."""
        words = catalogue().pgettext(form or "version", str(self))
        # Only the languages that are compared stand in a catalogue; of others the bare name is told.
        return words if words != str(self) else name_of_language(self.language) or self.language


@dataclass(frozen=True, slots=True)
class VersionOfTwo(Version):
    """One of two versions in the same language: "the first Russian version", the source being the first.

    Its forms are those of a `Version`; as the language tells nothing, "{version:name}" is "first Russian version".

    Attributes:
        place: 1 or 2.

    Raises:
        ValueError: There is no such place.
    """

    place: int

    def __post_init__(self) -> None:
        if self.place not in (1, 2):
            raise ValueError(f"of two versions none is in place {self.place}")

    def __str__(self) -> str:
        return f"the {self._kind()} version"

    def __format__(self, form: str) -> str:
        kind = self._kind()
        forms = {
            "name": f"{kind} version",
            "kind": kind,
            "text": f"the {kind} text",
            "opening": f"The {kind} text",
            "capital": f"The {kind} version",
        }
        return forms.get(form, str(self))

    def _kind(self) -> str:
        return f"{'first' if self.place == 1 else 'second'} {language_name(self.language)}"


def called(source: str, target: str) -> tuple[Version, Version]:
    """What sentences call two versions in these languages, which may be one.

    Example:
        >>> [str(version) for version in called("ru", "ru")], [str(version) for version in called("ru", "en")]
        (['the first Russian version', 'the second Russian version'], ['the Russian version', 'the English version'])
    """
    if source == target:
        return VersionOfTwo(source, 1), VersionOfTwo(target, 2)
    return Version(source), Version(target)


@dataclass(frozen=True, slots=True)
class LanguageName(Word):
    """The bare name of any language: "Ukrainian"; as "{name:capital}" it can begin a sentence.

    Attributes:
        language: ISO 639-1 code.
        english: The name where it is not that of the CLDR tables, such as "Traditional Chinese".
    """

    language: str
    english: str = ""

    def __str__(self) -> str:
        return self.english or language_name(self.language)

    def __format__(self, form: str) -> str:
        return str(self)

    def told(self, form: str) -> str:
        """The name in the current language."""
        name = name_of_language(self.language) or str(self)
        if self.language == "und":
            name = say("an unknown language")
        return name[:1].upper() + name[1:] if form == "capital" else name


@dataclass(frozen=True, slots=True)
class CalendarName(Word):
    """A month or a day of the week where it stands by itself: "February".

    Attributes:
        unit: Which of the two.
        number: Months count from 1, days from Monday as 0.

    Raises:
        ValueError: There is no such month or day.
    """

    unit: Literal["month", "weekday"]
    number: int

    def __post_init__(self) -> None:
        if self.number not in (range(1, 13) if self.unit == "month" else range(7)):
            raise ValueError(f"there is no {self.unit} {self.number}")

    def __str__(self) -> str:
        return self._in("en")

    def __format__(self, form: str) -> str:
        return str(self)

    def told(self, form: str) -> str:
        """The name in the current language."""
        return self._in(interface_language())

    def _in(self, language: InterfaceLanguage) -> str:
        from babel.dates import get_day_names, get_month_names

        names = get_month_names if self.unit == "month" else get_day_names
        return str(names("wide", context="stand-alone", locale=language)[self.number])


@dataclass(frozen=True, slots=True)
class CalendarDate(Word):
    """A month as far as it is given: with its day, with its year, or with both.

    Attributes:
        month: From 1.
        day: Of the month; None for the whole month, which then has its year.
        year: None where it was not said.

    Raises:
        ValueError: There is no such day.

    Example:
        >>> str(CalendarDate(9, 6, 2023)), str(CalendarDate(9, 6)), str(CalendarDate(9, year=2023))
        ('September 6, 2023', 'September 6', 'September 2023')
    """

    month: int
    day: int | None = None
    year: int | None = None

    def __post_init__(self) -> None:
        if self.day is None and self.year is None:
            raise ValueError("a month without day and year is a CalendarName")
        self._moment()

    def __str__(self) -> str:
        return self._in("en")

    def __format__(self, form: str) -> str:
        return str(self)

    def told(self, form: str) -> str:
        """The date in the current language."""
        return self._in(interface_language())

    def _in(self, language: InterfaceLanguage) -> str:
        from babel.dates import format_date, format_skeleton

        moment = self._moment()
        if self.day and self.year:
            return str(format_date(moment, "long", locale=language))
        return str(format_skeleton("MMMMd" if self.day else "yMMMM", moment, locale=language))

    def _moment(self) -> date:
        return date(_LEAP_YEAR if self.year is None else self.year, self.month, 1 if self.day is None else self.day)


_LEAP_YEAR = 2000  # stands for the year of a day without one, which may be February 29


@dataclass(frozen=True, slots=True)
class Amount(Word):
    """A number in normal form, with its unit: "5200000 RUB", "3.5–4 %"; only its signs depend on the language.

    In English "{number}" gives it as it is and "{number:grouped}" with thousands apart, as other languages always do.
    """

    value: str

    def __str__(self) -> str:
        return self.value

    def __format__(self, form: str) -> str:
        return self._in("en") if form == "grouped" else self.value

    def told(self, form: str) -> str:
        """The same with the signs of the current language, thousands apart from five digits on."""
        return self._in(interface_language())

    def _in(self, language: InterfaceLanguage) -> str:
        return _PLAIN_NUMBER.sub(lambda found: _with_signs(found, language), self.value)


# As short ones may be years, they stay whole.
_PLAIN_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.]|-\d)")


def _with_signs(found: re.Match[str], language: InterfaceLanguage) -> str:
    whole, _, rest = found[0].partition(".")
    with speaking(language):
        shown = number(Decimal(whole)) if len(whole) > 4 else whole
        return f"{shown}{number(0.5, '.1f')[1]}{rest}" if rest else shown


@dataclass(frozen=True, slots=True)
class ScriptName(Word):
    """What a script is called: "Latin".

    Attributes:
        english: As the names of its letters in Unicode have it, whatever the case.
    """

    english: str

    def __format__(self, form: str) -> str:
        return self.english.capitalize()

    def told(self, form: str) -> str:
        """The name in the current language."""
        from babel import Locale

        codes = {name.lower(): code for code, name in Locale("en").scripts.items()}
        name: str = Locale(interface_language()).scripts.get(codes.get(self.english.lower(), ""), f"{self}")
        return name


def territory_name(code: str) -> str | None:
    """English name of a country, from the CLDR tables; None where they have none."""
    from babel import Locale

    return Locale("en").territories.get(code)


def language_name(code: str) -> str:
    """English name of a language, from the CLDR tables.

    Example:
        >>> language_name("be")
        'Belarusian'
    """
    from babel import Locale

    return Locale("en").languages.get(code, code) if code != "und" else "an unknown language"
