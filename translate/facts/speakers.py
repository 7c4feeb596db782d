"""Who says it: the speaker of a quote, by the name or the role that stands nearest to a verb of speech."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from translate.facts.mention import NameMention
from translate.facts.names import institution_words
from translate.facts.quotation import Quotation
from translate.languages.ru.morphology import is_known, parses

REACH = 40  # characters between a verb of speech and the name of who speaks
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOT_BETWEEN = re.compile('[:;.!?«»“”„"]|[-–—] ')  # what ends the clause in which somebody speaks
_PERSONS = ("person", "other")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one sentence.

    Attributes:
        start, end: Half-open offsets into the sentence.
        value: The name in Latin letters, or the English word for the role.
        name: The name as it was read; None for a role.
        distance: Characters between it and the verb of speech.
    """

    start: int
    end: int
    value: str
    name: NameMention | None
    distance: int = 0


@lru_cache(maxsize=1024)
def verbs_of_speech(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where verbs of speech stand in a text, as half-open offsets."""
    known = _table()[0][language]
    return tuple(
        match.span()
        for match in _WORD.finditer(text)
        if (word := match.group().casefold()) in known
        or (language == "ru" and _is_verb(word) and parses(word)[0].normal_form in known)
    )


def speakers(
    text: str, language: str, names: Sequence[NameMention], quotations: Sequence[Quotation]
) -> tuple[Speaker, ...]:
    """Who speaks beside the quotations of one sentence, the nearest to each verb of speech; none where nobody is named.

    Args:
        text: One sentence in normal spelling.
        language: "ru" or "en".
        names: The names read in it.
        quotations: What stands in quotation marks there; verbs and names inside are no concern.
    """
    verbs = [span for span in verbs_of_speech(text, language) if _outside(span[0], quotations)]
    candidates = [
        Speaker(name.start, name.end, name.value, name)
        for name in names
        if _outside(name.start, quotations) and _can_speak(name, language)
    ]
    candidates += [role for role in _roles(text, language) if _outside(role.start, quotations)]
    found = []
    for verb in verbs:
        near = [(_distance(verb, one, text, language), one.start, one) for one in candidates]
        near = [item for item in near if item[0] <= REACH]
        if near:
            distance, _, one = min(near, key=lambda item: (item[2].name is None, *item[:2]))
            found.append(replace(one, distance=distance))
    return tuple({(one.start, one.end): one for one in found}.values())


def _distance(verb: tuple[int, int], one: Speaker, text: str, language: str) -> int:
    """Characters between a verb and who may be its subject; a large number where he cannot be."""
    before = one.end <= verb[0]
    between = text[one.end : verb[0]] if before else text[verb[1] : one.start]
    if _NOT_BETWEEN.search(between):
        return 2 * REACH
    if language == "en" and not before and text[slice(*verb)].casefold() in ("told", "tells", "asked", "asks"):
        return 2 * REACH  # the hearer
    return len(between)


def _outside(place: int, quotations: Sequence[Quotation]) -> bool:
    return not any(quotation.start <= place < quotation.end for quotation in quotations)


def _can_speak(name: NameMention, language: str) -> bool:
    """Whether a name may be a person's in the case of a subject."""
    words = [word.casefold() for word in _WORD.findall(name.text)]
    if name.known or name.sort not in _PERSONS or name.text.isupper() or not words:
        return False
    if language == "en":
        return not institution_words() & set(words)
    return not is_known(words[-1]) or any("nomn" in parse.tag or "Fixd" in parse.tag for parse in parses(words[-1]))


def _is_verb(word: str) -> bool:
    tag = parses(word)[0].tag
    return "VERB" in tag or "GRND" in tag


def _roles(text: str, language: str) -> list[Speaker]:
    known = _table()[1][language]
    found = []
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        reading = parses(word)[0] if language == "ru" else None
        role = known.get(word if reading is None else str(reading.normal_form))
        if role is not None and (reading is None or "nomn" in reading.tag):
            found.append(Speaker(match.start(), match.end(), role, None))
    return found


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, frozenset[str]], Mapping[str, Mapping[str, str]]]:
    """Verbs of speech by language, and the roles behind words by language."""
    raw = tomllib.loads(files("translate.facts").joinpath("speech_words.toml").read_text(encoding="utf-8"))
    verbs = {language: frozenset(words.split()) for language, words in raw["verbs"].items()}
    roles: dict[str, dict[str, str]] = {"ru": {}, "en": {}}
    for role, words in raw["roles"].items():
        for language, side in zip(("ru", "en"), words.split("|"), strict=True):
            roles[language].update(dict.fromkeys(side.split(), role))
    return verbs, roles
