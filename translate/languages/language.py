"""A language, and a pair of languages: what is particular to them, as data and a few functions in their own folder."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word.

    Attributes:
        lemma: Dictionary form, in small letters.
        grammemes: What it is, in the tags of OpenCorpora ("VERB", "Surn"); empty if not known.
    """

    lemma: str
    grammemes: frozenset[str]


class Morphology(Protocol):
    """What the dictionary of a language knows of its words; a module `morphology` in the folder of the language."""

    def readings(self, word: str) -> Sequence[Reading]:
        """Every way to read a word, likeliest first; at least one."""
        ...

    def lemmas(self, word: str) -> Sequence[str]:
        """Dictionary forms that a word can have, likeliest first, in small letters; at least one."""
        ...

    def grammemes(self, word: str) -> frozenset[str]:
        """What the likeliest reading of a word is, in the tags of OpenCorpora ("VERB", "Surn"); empty if not known."""
        ...

    def is_known(self, word: str) -> bool:
        """Whether the dictionary has the word, in any of its forms."""
        ...


class PlainMorphology:
    """The morphology of a language without a dictionary: every word stands for itself, and none is known."""

    def readings(self, word: str) -> Sequence[Reading]:
        return (Reading(word.casefold(), frozenset()),)

    def lemmas(self, word: str) -> Sequence[str]:
        return (word.casefold(),)

    def grammemes(self, word: str) -> frozenset[str]:
        return frozenset()

    def is_known(self, word: str) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Language:
    """A language whose sentences can be aligned, and compared where it has a folder.

    Attributes:
        code: ISO 639-1 code, or that of a variant.
        name: In English.
        long_code: ISO 639-3 code, by which models of many languages are told it; "" where they are not.
        length: Characters that a text takes, as a share of what it takes in Russian or English.
        capital_nouns: Whether common nouns begin with a capital, so that a capital marks no name.
        decimal_point: Whether a point parts the decimals, so that 2,500 is a large number.
        script: First word of the Unicode names of its letters, "LATIN"; "" where it can only be aligned.
        letters: Its small letters, as a regular expression lists them in brackets: "a-z"; "" likewise.
        pack: Python package that is its folder, "translate.languages.ru"; None where it can only be aligned.
    """

    code: str
    name: str
    long_code: str = ""
    length: float = 1.0
    capital_nouns: bool = False
    decimal_point: bool = False
    script: str = ""
    letters: str = ""
    pack: str | None = None

    @property
    def compared(self) -> bool:
        """Whether texts in it can be compared and not only aligned."""
        return self.pack is not None

    def table(self, name: str) -> Mapping[str, Any]:
        """What NAME.toml of its folder says; nothing where there is none.

        Example:
            >>> from translate.languages.registry import language_of
            >>> language_of("ru").table("language")["name"], language_of("de").table("dates")
            ('Russian', {})
        """
        return _table(self.pack, name) if self.pack else {}

    def words(self, name: str) -> tuple[str, ...]:
        """The words of NAME.txt of its folder, in their order; none where there is no such file."""
        return _words(self.pack, name) if self.pack else ()

    def folded(self, word: str) -> str:
        """A word with one letter for all that are written for it, by names.toml of its folder.

        Example:
            >>> from translate.languages.registry import language_of
            >>> language_of("ru").folded("королёв"), language_of("en").folded("королёв")
            ('королев', 'королёв')
        """
        for letter, other in self.table("names").get("alike", {}).items():
            word = word.replace(letter, other)
        return word

    def romanized(self, word: str) -> str:
        """A word in Latin letters, by the function of that name in the module `romanization` of its folder; else as is.

        Example:
            >>> from translate.languages.registry import language_of
            >>> language_of("ru").romanized("Мишустину"), language_of("en").romanized("Smith")
            ('Mishustin', 'Smith')
        """
        module = _module(self.pack, "romanization") if self.pack else None
        return str(module.romanized(word)) if module else word

    def womans_name(self, word: str, *, told: bool = False) -> str:
        """The dictionary form of a woman's surname, by the function of that name in the same module; "" where it may be
        a man's and nothing beside it tells (`told`) that it is a woman's.

        Example:
            >>> from translate.languages.registry import language_of
            >>> language_of("ru").womans_name("Орловой"), language_of("ru").womans_name("Орлова")
            ('орлова', '')
        """
        module = _module(self.pack, "romanization") if self.pack else None
        return str(module.womans_name(word, told=told)) if module else ""

    def forms(self, word: str) -> Sequence[str]:
        """Regular forms of a word, by the function of that name in the module `inflection` of its folder; else itself.

        Example:
            >>> from translate.languages.registry import language_of
            >>> language_of("en").forms("stop")[3], language_of("ru").forms("мир")
            ('stopped', ('мир',))
        """
        module = _module(self.pack, "inflection") if self.pack else None
        return tuple(module.forms(word)) if module else (word,)

    def bases(self, word: str) -> Sequence[str]:
        """What a form in small letters may be a form of, likeliest first: by its dictionary, else by the function of
        that name in the module `inflection` of its folder.

        Example:
            >>> from translate.languages.registry import language_of
            >>> language_of("en").bases("said"), language_of("ru").bases("домами")
            (('said', 'say'), ('дом',))
        """
        module = _module(self.pack, "inflection") if self.pack else None
        return tuple(module.bases(word)) if module else self.morphology.lemmas(word)

    def module(self, name: str) -> Any:
        """A module of functions in its folder; None where it has none of that name."""
        return _module(self.pack, name) if self.pack else None

    @property
    def morphology(self) -> Morphology:
        """Its dictionary."""
        morphology: Morphology | None = _module(self.pack, "morphology") if self.pack else None
        return morphology or PlainMorphology()

    @property
    def has_dictionary(self) -> bool:
        """Whether its dictionary tells anything of a word, people from other names for instance."""
        return not isinstance(self.morphology, PlainMorphology)


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """Two languages that have data of their own as a pair: a gloss, a dictionary, roles of speakers.

    Attributes:
        first, second: The languages, in the order of the folder's name.
        pack: Python package that is its folder, "translate.languages.ru_en".
    """

    first: Language
    second: Language
    pack: str

    def table(self, name: str) -> Mapping[str, Any]:
        """What NAME.toml of its folder says; nothing where there is none."""
        return _table(self.pack, name)


@cache
def _table(pack: str, name: str) -> Mapping[str, Any]:
    file = files(pack) / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


@cache
def _words(pack: str, name: str) -> tuple[str, ...]:
    file = files(pack) / f"{name}.txt"
    return tuple(file.read_text(encoding="utf-8").split()) if file.is_file() else ()


@cache
def _module(pack: str, name: str) -> Any:
    """A module of functions of a folder; None where it has none of that name."""
    module = f"{pack}.{name}"
    return import_module(module) if find_spec(module) is not None else None
