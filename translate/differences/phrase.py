"""A sentence about a difference: English text that remembers its template, so that another language can tell it too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from translate.text.document import LANGUAGE_NAMES


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a story as a sentence calls it: "the Russian version".

    In a template "{name}" and "{name:capital}" give it in English; other languages may need other forms, and their
    catalogues list it under the name of the form: "{name:in}" is "русской версии".
    """

    language: str

    def __str__(self) -> str:
        return f"the {LANGUAGE_NAMES[self.language]} version"

    def __format__(self, form: str) -> str:
        words = str(self)
        return words[0].upper() + words[1:] if form == "capital" else words


class Phrase(str):
    """An English sentence made from a template; everywhere a plain string.

    Attributes:
        template: With named fields as `str.format` takes them; what a catalogue of translations lists.
        values: What fills the fields: strings, numbers, Versions, and Phrases, which are translated as well.

    Example:
        >>> Phrase("Found only in {version}.", version=Version("ru"))
        'Found only in the Russian version.'
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> "Phrase":
        phrase = super().__new__(cls, template.format(**values))
        phrase.template, phrase.values = template, values
        return phrase

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """For copies and pickles."""
        return (self.template,), dict(self.values)

    def told(self, gettext: Callable[[str], str], pgettext: Callable[[str, str], str]) -> str:
        """The sentence in another language.

        Args:
            gettext: Gives a template in that language, or as it is.
            pgettext: Gives the form of a word (its first argument) in that language.

        Example:
            >>> said = Phrase("Found only in {version}.", version=Version("ru"))
            >>> said.told(lambda _: "Есть только в {version:in}.", lambda form, words: "русской версии")
            'Есть только в русской версии.'
        """
        values = {
            name: value.told(gettext, pgettext)
            if isinstance(value, Phrase)
            else _Told(value, pgettext)
            if isinstance(value, Version)
            else value
            for name, value in self.values.items()
        }
        return gettext(self.template).format(**values)


@dataclass(frozen=True, slots=True)
class _Told:
    """A version as a sentence in another language calls it."""

    version: Version
    pgettext: Callable[[str, str], str]

    def __format__(self, form: str) -> str:
        return self.pgettext(form, str(self.version))
