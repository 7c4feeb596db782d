"""Regular and irregular forms that English words are put into."""

import re
from functools import cache, lru_cache

from translate.languages.en.inflection import irregular_forms
from translate.languages.registry import language_of

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
_SIBILANT = ("s", "x", "z", "ch", "sh")
_SHORT = 4  # letters of an adjective that takes "er" and no "more"


@cache
def exceptions(name: str) -> frozenset[str]:
    """Words of glossing.toml that form something otherwise than the rules say."""
    return frozenset(language_of("en").table("glossing")["forms"][name].split())


@lru_cache(maxsize=10_000)
def plural(noun: str) -> str:
    """A noun in the plural.

    Example:
        >>> plural("city"), plural("man"), plural("church"), plural("police")
        ('cities', 'men', 'churches', 'police')
    """
    if noun in exceptions("no_plural") or not noun[-1:].isalpha():
        return noun
    irregular = irregular_forms(noun)
    if noun in exceptions("irregular_plural"):
        return irregular[0]
    if noun.endswith("man") and noun.lower() not in exceptions("no_man"):
        return noun[:-3] + "men"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "as", "is")):
        return noun  # listed in the plural
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANT) else "s")


def third_person(verb: str) -> str:
    """What she does."""
    if verb in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith((*_SIBILANT, "o")) else "s")


@lru_cache(maxsize=10_000)
def past(verb: str) -> tuple[str, str]:
    """The past of a verb and its participle.

    Example:
        >>> past("rise"), past("stop"), past("carry"), past("visit"), past("put")
        (('rose', 'risen'), ('stopped', 'stopped'), ('carried', 'carried'), ('visited', 'visited'), ('put', 'put'))
    """
    told = [form for form in irregular_forms(verb) if not form.endswith("ing") and not form.endswith("es")]
    if verb in exceptions("unchanged"):
        return verb, verb
    if verb in exceptions("one_regular"):
        regular = _regular(verb)
        return (told[0], regular) if verb not in ("prove", "show", "swell") else (regular, told[0])
    if verb in exceptions("participle_as_base"):
        return told[0], verb
    if told == [verb + "en"]:
        return verb, told[0]  # "beat"
    if told and verb not in exceptions("regular"):
        return told[0], told[-1]
    regular = _regular(verb)
    return regular, regular


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def present_participle(verb: str) -> str:
    """A verb that goes on.

    Example:
        >>> present_participle("die"), present_participle("make"), present_participle("run")
        ('dying', 'making', 'running')
    """
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    long = sum(letter in _VOWELS for letter in verb) > 1  # stressed elsewhere, if it is no "begin"
    stressed = not long or verb.endswith(("mit", "fer", "pel", "bel", "gin", "get", "cur", "trol", "gret", "lap"))
    return verb + verb[-1] if _DOUBLED.search(verb) and stressed and verb not in exceptions("undoubled") else verb


def comparative(word: str) -> str:
    """More of it."""
    irregular = irregular_forms(word)
    if irregular and word in exceptions("irregular_degrees"):
        return irregular[0]
    if len(word) <= _SHORT and " " not in word and not word.endswith("ly"):
        return (word + "r") if word.endswith("e") else _doubled(word) + "er"
    return word if word.split()[0] in exceptions("comparatives") else f"more {word}"
