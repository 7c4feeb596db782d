"""A sentence of the program: English text that remembers its template, so that another language can tell it too.

What the program finds is told in Phrases and stays English wherever it is data, in JSON and in messages of exceptions.
Only what is shown to people passes through `said`.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from translate.wording.catalogue import catalogue
from translate.wording.interface import interface_language, number


class Word(ABC):
    """A value whose form depends on its place in a sentence: templates ask for it as "{version:in}"."""

    __slots__ = ()

    @abstractmethod
    def told(self, form: str) -> str:
        """The form in the current language."""


class Phrase(str):
    """An English sentence made from a template; everywhere a plain string.

    Attributes:
        template: With named fields as `str.format` takes them; what a catalogue of translations lists.
        values: What fills the fields: strings, numbers, Words, and Phrases, which are translated as well.
        plural: The template for other counts than one, with the count; None where nothing is counted.
        context: Tells equal templates apart that other languages translate differently; None for most.

    Example:
        >>> Phrase("{name} is no Argos package.", name="story.txt")
        'story.txt is no Argos package.'
    """

    __slots__ = ("context", "plural", "template", "values")
    template: str
    values: Mapping[str, Any]
    plural: tuple[str, int] | None
    context: str | None

    def __new__(cls, template: str, /, **values: Any) -> "Phrase":
        return cls.of(template, values)

    @classmethod
    def of(
        cls,
        template: str,
        values: Mapping[str, Any],
        plural: tuple[str, int] | None = None,
        context: str | None = None,
    ) -> "Phrase":
        """The phrase with these attributes."""
        english = template if plural is None or plural[1] == 1 else plural[0]
        phrase = super().__new__(cls, english.format(**values))
        phrase.template, phrase.values, phrase.plural, phrase.context = template, values, plural, context
        return phrase

    def __reduce__(self) -> tuple[Any, ...]:
        """For copies and pickles."""
        return Phrase.of, (self.template, self.values, self.plural, self.context)

    def told(self) -> str:
        """The sentence in the current language."""
        if interface_language() == "en":
            return str(self)
        values = {name: _told(value) for name, value in self.values.items()}
        if self.template == BESIDE and _alike(values["value"], values["words"]):
            return str(values["value"])
        return self.translated_template().format(**values)

    def translated_template(self) -> str:
        """What the current language fills; of a phrase about a number of things the template for that number."""
        known = catalogue()
        if self.plural is not None:
            return known.ngettext(self.template, *self.plural)
        if self.context is not None:
            return known.pgettext(self.context, self.template)
        return known.gettext(self.template)


# What is told to people: a sentence of the program, or plain words, which are the same in every language.
Telling: TypeAlias = str | Phrase


def counted(one: str, many: str, count: int, /, **values: Any) -> Phrase:
    """A phrase about a number of things, which also fills the field "count".

    Example:
        >>> counted("{count} line", "{count} lines", 2)
        '2 lines'
    """
    return Phrase.of(one, {"count": count, **values}, (many, count))


def in_context(context: str, template: str, /, **values: Any) -> Phrase:
    """A phrase that other languages translate in its own way where it stands in this context."""
    return Phrase.of(template, values, context=context)


def joined(separator: str, parts: Sequence[str | Word]) -> Phrase:
    """Several phrases or names in a row, each of them translated.

    Example:
        >>> joined("; ", ("it is empty", "it stutters"))
        'it is empty; it stutters'
    """
    fields = separator.join(f"{{part{i}}}" for i in range(len(parts)))
    return Phrase(fields, **{f"part{i}": part for i, part in enumerate(parts)})


def later(template: str) -> str:
    """A template that is filled elsewhere; the mark puts it into the catalogue. Scripts get it from `translated`."""
    return template


BESIDE = later("{value} ({words})")


def beside_words(value: Phrase, words: str) -> Phrase:
    """A value with the words that it was read from, "7 (seven)"; told once in a language that has the same for both.

    Example:
        >>> beside_words(Phrase("7"), "семи"), beside_words(Phrase("March"), "march")
        ('7 (семи)', 'March')
    """
    return value if _alike(value, words) else Phrase.of(BESIDE, {"value": value, "words": words})


def _alike(value: str, words: str) -> bool:
    """Whether two strings differ in nothing but capitals and kinds of blanks."""
    return value.casefold().split() == words.casefold().split()


def translated(template: str) -> str:
    """A template as the current language has it, its fields still to be filled."""
    return catalogue().gettext(template)


def said(text: str) -> str:
    """A phrase in the current language; any other string as it is."""
    return text.told() if isinstance(text, Phrase) else text


def say(template: str, /, **values: Any) -> str:
    """A sentence in the current language, from its English template."""
    return Phrase(template, **values).told()


def say_counted(one: str, many: str, count: int, /, **values: Any) -> str:
    """A sentence about a number of things in the current language.

    Example:
        >>> say_counted("{count} word", "{count} words", 1)
        '1 word'
    """
    return counted(one, many, count, **values).told()


class _Number:
    """A number as a sentence of another language writes it."""

    __slots__ = ("value",)

    def __init__(self, value: float) -> None:
        self.value = value

    def __format__(self, form: str) -> str:
        return number(self.value, form)


class _Form:
    """A word as a sentence of another language needs it."""

    __slots__ = ("word",)

    def __init__(self, word: Word) -> None:
        self.word = word

    def __format__(self, form: str) -> str:
        return self.word.told(form)


def _told(value: Any) -> Any:
    """A value of a template in the current language."""
    if isinstance(value, Phrase):
        return value.told()
    if isinstance(value, Word):
        return _Form(value)
    return _Number(value) if isinstance(value, int | float) else value
