"""All languages that Parallax knows, and the pairs that have data of their own: the one place that lists them.

A language with a folder beside this file can be compared; the others of others.toml, on which the sentence encoder was
trained as well, can be aligned.
"""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from translate.errors import UnknownLanguage
from translate.languages.language import Language, LanguagePair

HOME = "translate.languages"


def language_from(pack: str) -> Language:
    """The language whose folder is a Python package; its language.toml says what it is.

    Example:
        >>> language_from("translate.languages.ru").name
        'Russian'
    """
    return Language(pack=pack, **tomllib.loads((files(pack) / "language.toml").read_text(encoding="utf-8")))


def _listed() -> dict[str, Language]:
    others = tomllib.loads((files(HOME) / "others.toml").read_text(encoding="utf-8"))
    known = [Language(code=code, **about) for code, about in others.items()]
    packs = [f"{HOME}.{folder.name}" for folder in files(HOME).iterdir() if (folder / "language.toml").is_file()]
    known += [language_from(pack) for pack in packs]
    return {language.code: language for language in sorted(known, key=lambda language: language.code)}


def _paired() -> dict[tuple[str, str], str]:
    """Packages of the pairs beside this file: folders named by the codes of two languages."""
    names = sorted(folder.name for folder in files(HOME).iterdir() if "_" in folder.name.strip("_") and folder.is_dir())
    return {(first, second): f"{HOME}.{first}_{second}" for first, second in (name.split("_") for name in names)}


_KNOWN = _listed()
_PAIRS = _paired()
LANGUAGES: Mapping[str, Language] = MappingProxyType(_KNOWN)
"""Every language by its code, in alphabetical order of the codes."""


def add_language(pack: str) -> Language:
    """Make a language known whose folder stands elsewhere, until the end of the process.

    To be called before texts are read: what detection has learned of a language of told_apart.toml it keeps.

    Args:
        pack: The Python package that is its folder.

    Raises:
        ModuleNotFoundError, FileNotFoundError: There is no such package, or it has no language.toml.
    """
    language = language_from(pack)
    _KNOWN[language.code] = language
    return language


def add_pair(pack: str) -> LanguagePair:
    """Make the data of a pair known whose folder stands elsewhere, until the end of the process.

    Args:
        pack: The Python package that is its folder, named by the codes of two known languages: "anywhere.ru_en".

    Raises:
        ModuleNotFoundError: There is no such package.
    """
    files(pack)
    pair = _pair(pack)
    _PAIRS[pair.first.code, pair.second.code] = pack
    return pair


def english_name(code: str) -> str:
    """What any language of the CLDR is called in English; its code where it has no name there.

    Example:
        >>> english_name("es")
        'Spanish'
    """
    from babel import Locale  # most commands do without

    return str(Locale("en").languages.get(code, code))


def language_of(code: str) -> Language:
    """The language of a code; one that nobody listed knows nothing of itself but its code."""
    return LANGUAGES.get(code) or Language(code, code)


def compared_languages() -> tuple[str, ...]:
    """Codes of the languages that can be compared, in alphabetical order, those added later at the end."""
    return tuple(code for code, language in LANGUAGES.items() if language.compared)


def counterpart_of(code: str) -> str | None:
    """The language that a text in this one is compared with; None where there is more than one, or none."""
    others = [other for other in compared_languages() if other != code]
    return others[0] if len(others) == 1 else None


def language_pairs() -> tuple[LanguagePair, ...]:
    """The pairs that have data of their own, in alphabetical order, those added later at the end."""
    return tuple(_pair(pack) for pack in _PAIRS.values())


def directions() -> tuple[tuple[str, str], ...]:
    """Codes of the languages of each such pair, from and into, both ways."""
    pairs = [(pair.first.code, pair.second.code) for pair in language_pairs()]
    return tuple(way for first, second in pairs for way in ((first, second), (second, first)))


def pair_of(one: str, other: str) -> LanguagePair | None:
    """The pair of two languages, in either order; None where it has no data of its own."""
    pack = _PAIRS.get((one, other)) or _PAIRS.get((other, one))
    return _pair(pack) if pack else None


def _pair(pack: str) -> LanguagePair:
    first, second = pack.rpartition(".")[2].split("_")
    return LanguagePair(language_of(first), language_of(second), pack)


def is_second(code: str, other: str) -> bool:
    """Whether a language is the second one of its pair with another: what was fitted on a pair knows its sides by it.

    Example:
        >>> is_second("en", "ru"), is_second("ru", "en"), is_second("de", "en")
        (True, False, False)
    """
    pair = pair_of(code, other)
    return pair is not None and pair.second.code == code


def have_table(name: str, *codes: str) -> bool:
    """Whether all of some languages have a table of a name.

    Example:
        >>> have_table("numbers", "ru", "en"), have_table("numbers", "ru", "de")
        (True, False)
    """
    return all(language_of(code).table(name) for code in codes)


def known_language(code: str, *, side: str = "", reason: str = "") -> str:
    """The code as LANGUAGES has it, whatever its case: "DE" and "zh_TW" are known.

    Args:
        code: ISO 639-1 code, or that of a variant.
        side: "first" or "second" where it was detected in one of two texts.
        reason: Why it was detected, for the message.

    Raises:
        UnknownLanguage: There is no such language.

    Example:
        >>> known_language("zh_TW")
        'zh-tw'
    """
    plain = code.strip().casefold().replace("_", "-")
    if plain not in LANGUAGES:
        names = {known: language.name for known, language in LANGUAGES.items()}
        raise UnknownLanguage(code, names, side=side, reason=reason)
    return plain
