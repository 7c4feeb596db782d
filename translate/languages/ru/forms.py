"""Forms that Russian glosses are put into, by the dictionary of pymorphy3."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from translate.languages.glossing import Unit
from translate.languages.ru.morphology import is_known, parses

_OF_VERBS = frozenset(("past", "pres", "futr", "GRND", "PRTS", "PRTF"))
_DAYS = frozenset(("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"))
_TURNED = {
    "ст": "щ",
    "т": "щ",
    "д": "жд",
    "з": "ж",
    "с": "ш",
    "б": "бл",
    "п": "пл",
    "в": "вл",
    "м": "мл",
}  # what the last consonant of a verb in "ить" becomes in its noun
_LONG_VERB = 7  # letters; the nouns of shorter ones are rarely regular
_ROOT = 3  # letters that two verbs of one meaning and different aspect begin with


def is_day(unit: Unit) -> bool:
    return bool(unit.senses) and unit.senses[0][0] in _DAYS


def of_aspect(sense: Sequence[str], aspect: str) -> str:
    """The first verb of a sense that is of an aspect, if it is near the first; else the first."""
    first = verb_parse(sense[0].split()[0])
    if first is None or first.tag.aspect == aspect:
        return sense[0]
    for gloss in sense[1:3]:
        parse = verb_parse(gloss.split()[0])
        if parse is not None and parse.tag.aspect == aspect and gloss[:_ROOT] == sense[0][:_ROOT]:
            return gloss
    return sense[0]


@lru_cache(maxsize=20_000)
def verb_parse(word: str) -> Any:
    return next((parse for parse in parses(word) if parse.tag.POS == "INFN"), None)


@lru_cache(maxsize=20_000)
def verbal_noun(infinitive: str) -> str:
    """The noun of what a verb does, if it is a regular one that the dictionary has; else "".

    Example:
        >>> verbal_noun("ограбить"), verbal_noun("использовать"), verbal_noun("бежать")
        ('ограбление', 'использование', '')
    """
    if len(infinitive) < _LONG_VERB or not infinitive.endswith(("ать", "ять", "ить")):
        return ""
    stem, vowel = infinitive[:-3], infinitive[-3]
    if vowel != "и":
        found = [f"{stem}{vowel}ние"]
    else:
        turned = [stem[: -len(end)] + new for end, new in _TURNED.items() if stem.endswith(end)]
        found = [f"{each}ение" for each in (*turned, stem)]
    return next((noun for noun in found if is_known(noun)), "")


@lru_cache(maxsize=20_000)
def noun_of(gloss: str) -> Any:
    """The head of a gloss, its first noun in the nominative."""
    for word in gloss.split():
        for parse in parses(word.lower()):
            if parse.tag.POS in ("NOUN", "NPRO") and parse.tag.case == "nomn":
                return parse
    return None


@lru_cache(maxsize=50_000)
def bent(gloss: str, wanted: frozenset[str], instead: frozenset[str] = frozenset()) -> str:
    """A gloss with its head, and the adjectives before it, in another form; as it is where that form does not exist."""
    words = gloss.split()
    verb = verb_parse(words[0]) if wanted & _OF_VERBS else None
    noun = None if verb else noun_of(gloss)
    for k, word in enumerate(words):
        parse = verb or base_parse(word, noun)
        if parse is None:
            break
        form = parse.inflect(_possible(parse, wanted, noun)) or (instead and parse.inflect(set(instead)))
        if not form:
            break
        words[k] = form.word.capitalize() if word[:1].isupper() and not word.isupper() else form.word
        if word.isupper() and len(word) > 1:
            words[k] = word
        if parse.tag.POS not in ("ADJF", "PRTF"):
            break
    return " ".join(words)


def _possible(parse: Any, wanted: frozenset[str], noun: Any) -> set[str]:
    """The grammemes asked for, less those that the word cannot have: the gender of a noun is its own."""
    if parse.tag.POS == "NOUN":
        keep = {g for g in wanted if g not in ("masc", "femn", "neut", "anim", "inan")}
        return keep - {"sing"} if parse.tag.number == "plur" else keep
    if parse.tag.POS in ("ADJF", "PRTF"):
        result = set(wanted)
        if noun is not None and "plur" not in wanted and noun.tag.number != "plur" and noun.tag.gender:
            result = {g for g in result if g not in ("masc", "femn", "neut")} | {str(noun.tag.gender)}
        if noun is not None and noun.tag.number == "plur":
            result = result - {"sing", "masc", "femn", "neut"} | {"plur"}
        return result
    if parse.tag.POS == "NPRO":
        return {g for g in wanted if g not in ("sing", "plur", "masc", "femn", "neut")}
    if parse.tag.POS == "NUMR":
        return {g for g in wanted if g not in ("sing", "plur")}
    return set(wanted)


def base_parse(word: str, noun: Any) -> Any:
    """The dictionary form of a word of a gloss."""
    for parse in parses(word.lower()):
        tag = parse.tag
        if tag.POS in ("INFN", "ADVB", "PRED") or (tag.POS == "NUMR" and tag.case == "nomn"):
            return parse
        if tag.POS == "ADJF" and tag.case == "nomn" and (noun is None or tag.number == noun.tag.number):
            return parse
        if (
            tag.POS in ("NOUN", "NPRO")
            and tag.case == "nomn"
            and (noun is None or parse.normal_form == noun.normal_form)
        ):
            return parse
    return None
