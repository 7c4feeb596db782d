"""Given names that are one though nobody hears it: Вова and Vladimir, Иоанн and John."""

from collections.abc import Mapping
from functools import cache

from translate.languages.language import LanguagePair
from translate.languages.registry import language_of, pair_of


def same_given_name(one: str, language: str, other: str, other_language: str) -> bool:
    """Whether two given names of two languages are forms of one, by given_names.toml of the pair.

    Example:
        >>> same_given_name("Володе", "ru", "Vladimir", "en"), same_given_name("Иван", "ru", "Peter", "en")
        (True, False)
    """
    pair = pair_of(language, other_language)
    if pair is None:
        return False
    if pair.first.code != language:
        one, other = other, one
    first = language_of(pair.first.code)
    bases = {one.casefold(), *first.morphology.lemmas(one.casefold())}
    forms = frozenset[str]().union(*(_forms(pair).get(first.folded(base), frozenset()) for base in bases))
    return other.casefold() in forms


def is_listed_given_name(word: str, first: str, second: str) -> bool:
    """Whether a word of the second language of a pair is a given name that the list of the pair has."""
    pair = pair_of(first, second)
    return pair is not None and word.casefold() in _listed(pair)


@cache
def _forms(pair: LanguagePair) -> Mapping[str, frozenset[str]]:
    """For each given name of the first language those of the second."""
    found: dict[str, frozenset[str]] = {}
    for ours, theirs in pair.table("given_names").get("given_names", {}).items():
        for name in ours.split():
            found[name] = found.get(name, frozenset()) | frozenset(theirs.split())
    return found


@cache
def _listed(pair: LanguagePair) -> frozenset[str]:
    """All given names of the second language."""
    return frozenset[str]().union(*_forms(pair).values())
