"""The languages whose sentences can be aligned: those that the sentence encoder was trained on."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from translate.errors import UnknownLanguage


@dataclass(frozen=True, slots=True)
class Language:
    """What the alignment must know about a language besides its sentences.

    Attributes:
        name: In English.
        length: Characters that a text takes, as a share of what it takes in Russian or English.
        capital_nouns: Whether common nouns begin with a capital, so that a capital marks no name.
    """

    name: str
    length: float = 1.0
    capital_nouns: bool = False


# Lengths are rounded from the message catalogues of free software (4,000 long messages a language) and, for German,
# Polish and Russian, from FLORES. Russian and English share 1.0: the alignment was fitted on that pair as it is.
LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "ar": Language("Arabic", 0.8),
        "de": Language("German", 1.1, capital_nouns=True),
        "en": Language("English"),
        "es": Language("Spanish", 1.1),
        "fr": Language("French", 1.15),
        "it": Language("Italian", 1.1),
        "ja": Language("Japanese", 0.5),
        "ko": Language("Korean", 0.55),
        "nl": Language("Dutch", 1.1),
        "pl": Language("Polish"),
        "pt": Language("Portuguese", 1.05),
        "ru": Language("Russian"),
        "th": Language("Thai", 0.9),
        "tr": Language("Turkish"),
        "zh": Language("Chinese", 0.35),
        "zh-tw": Language("Traditional Chinese", 0.35),
    }
)


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
