"""What detection tells languages apart by: those that are compared, and the others it must not take for one of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from translate.languages.language import Language
from translate.languages.registry import HOME, compared_languages, language_of

KANA_SHARE = 0.05  # of the letters; fewer are a Japanese name in a Chinese text, and a Japanese one has far more
_KANA = ("HIRAGANA", "KATAKANA")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text in a language is known by; told_apart.toml says more of most fields.

    Attributes:
        script: First word of the Unicode names of its letters, "LATIN".
        words: Its small words, the most frequent first.
        spelled_like: Words to learn its spelling from; empty where langdetect has a profile of it.
        profile: Name of that profile.
        respelled: What the letters of the profile become, the longer first.
        rare: Whether it is seldom met.
        dictionary: What it says for the language, in natural log units, that its dictionary knows a word ("known"), or
            does not ("unknown"), and what part of the first counts for a short word ("short"); empty where the
            dictionary is not asked.
        beside: How much likelier, in the same units, a text is in the language because its other version is in the
            language that this one is compared with.
        alone: Words of which one that is a whole text is taken for this language, though others have them as well.
    """

    script: str = ""
    words: tuple[str, ...] = ()
    spelled_like: tuple[str, ...] = ()
    profile: str = ""
    respelled: tuple[tuple[str, str], ...] = ()
    rare: bool = False
    dictionary: Mapping[str, float] = field(default_factory=dict)
    beside: float = 0.0
    alone: tuple[str, ...] = ()


def marks_of(code: str) -> Marks:
    """What a language is known by; nothing where it is not told apart."""
    return _marks(language_of(code))


def languages_in(script: str) -> tuple[str, ...]:
    """Codes of the languages of a script: those that are compared, then the others; none for one that has no rivals."""
    compared = tuple(code for code in compared_languages() if language_of(code).script == script)
    return _with_others(script, compared)


def language_in(script: str, beside: Mapping[str, int]) -> str:
    """The language of a script that has but one, "und" if none is known.

    Args:
        script: As `Marks` names it.
        beside: Letters of the text by their script: Chinese signs are Japanese where kana stand among them.
    """
    known: Mapping[str, str] = _others()["scripts"]
    kana = sum(beside.get(name, 0) for name in _KANA)
    is_japanese = script == "CJK" and kana > KANA_SHARE * sum(beside.values())
    return known.get(_KANA[0] if is_japanese else script, "und")


@cache
def _with_others(script: str, compared: tuple[str, ...]) -> tuple[str, ...]:
    others = [code for code, about in _others()["languages"].items() if about["script"] == script]
    return tuple(dict.fromkeys((*compared, *others)))


@cache
def _marks(language: Language) -> Marks:
    about: Mapping[str, Any]
    if language.compared:
        small = language.table("function_words").get("words", "")
        about = {"script": language.script, "words": small, **language.table("detection")}
    else:
        about = _others()["languages"].get(language.code, {})
    return Marks(
        script=about.get("script", ""),
        words=tuple(about.get("words", "").split()),
        spelled_like=tuple(about.get("spelled_like", "").split()),
        profile=about.get("profile", language.code),
        respelled=tuple((given, spelled) for given, spelled in about.get("respelled", ())),
        rare=about.get("rare", False),
        dictionary=about.get("dictionary", {}),
        beside=about.get("beside", 0.0),
        alone=tuple(about.get("alone", "").split()),
    )


@cache
def _others() -> Mapping[str, Any]:
    return tomllib.loads((files(HOME) / "told_apart.toml").read_text(encoding="utf-8"))
