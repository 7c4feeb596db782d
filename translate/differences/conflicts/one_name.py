"""Whether two names may be one, by all their words: "Ivan Petrov" and "Sergei Petrov" share a word only."""

import re

from translate.differences.conflicts.unlike_names import spells
from translate.facts.mention import NameMention
from translate.languages.registry import pair_of

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SHORT = 3  # letters; shorter words are initials and particles, and say nothing


def may_be_one(one: NameMention, language: str, other: NameMention, other_language: str) -> bool:
    """Whether every word of the shorter name may be spelt as one of the longer; what tables know their keys tell.

    Args:
        one, other: Two names that sound alike somewhere.
        language, other_language: Those they are written in; between languages that are no known pair all may be.

    Example:
        >>> from translate.facts.names import read_names
        >>> (ivan,) = read_names("Выступил Иван Петров.", "ru")
        >>> [may_be_one(ivan, "ru", read_names(f"It was {name}.", "en")[0], "en") for name in ("Petrov", "Oleg Petrov")]
        [True, False]
    """
    if one.known or other.known or pair_of(language, other_language) is None:
        return True
    ours, theirs = _words(one), _words(other)
    if len(ours) > len(theirs):
        ours, theirs, language, other_language = theirs, ours, other_language, language
    return all(any(spells(a, language, b, other_language) for b in theirs) for a in ours)


def _words(name: NameMention) -> list[str]:
    return [word for word in _WORD.findall(name.text) if len(word) >= _SHORT]
