"""Forms of English words: the regular ones of a word, and what a form may be one of."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")  # "stop" doubles its last letter: "stopped"
_ENDINGS = ("ing", "ed", "es", "s", "est", "er")
_SHORTEST = 3  # letters of a stem


def forms(word: str) -> tuple[str, ...]:
    """A word as verb, noun and adjective; forms that do not exist do no harm where words are looked up."""
    stem = word[:-1] if word.endswith("e") else word[:-1] + "i" if word.endswith("y") else word
    if _DOUBLED.search(word):
        stem += word[-1]
    going = word[:-1] + "ing" if word.endswith("e") else word + "ing" if word.endswith("y") else stem + "ing"
    return word, word + "s", stem + "es", stem + "ed", stem + "er", stem + "est", going


@lru_cache(maxsize=50_000)
def bases(word: str) -> tuple[str, ...]:
    """What a form in small letters may be a form of, itself first; what does not exist does no harm likewise.

    Example:
        >>> bases("stopped"), bases("said"), bases("cities")
        (('stopped', 'stop', 'stopp', 'stoppe'), ('said', 'say'), ('cities', 'city', 'citi', 'citie'))
    """
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    found = [word, *_irregular().get(word, ())]
    if word not in _irregular():
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < _SHORTEST:
                continue
            if stem.endswith("i"):
                found.append(stem[:-1] + "y")
            if ending != "s" and len(stem) > _SHORTEST and stem[-1] == stem[-2]:
                found.append(stem[:-1])
            found += [stem, stem + "e"] if ending != "s" else [stem]
    return tuple(dict.fromkeys(found))


def irregular_forms(word: str) -> tuple[str, ...]:
    """The forms of a word that no rule makes, in the order of the table: of a verb the past, then its participle.

    Example:
        >>> irregular_forms("rise"), irregular_forms("walk")
        (('rose', 'risen'), ())
    """
    return _listed().get(word, ())


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    text = (files(__package__) / "irregular.toml").read_text(encoding="utf-8")
    return {base: tuple(listed.split()) for base, listed in tomllib.loads(text)["forms"].items()}


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """The words that an irregular form belongs to."""
    found: dict[str, list[str]] = {}
    for base, listed in _listed().items():
        for form in listed:
            found.setdefault(form, []).append(base)
    return {form: tuple(bases) for form, bases in found.items()}
