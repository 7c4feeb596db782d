"""Who says it: the speaker of a quote, by the name or the role that stands nearest to a verb of speech."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from translate.facts.mention import NameMention
from translate.facts.names import institution_words
from translate.facts.quotation import Quotation
from translate.languages.language import Reading
from translate.languages.registry import language_of

REACH = 40  # characters between a verb of speech and the name of who speaks
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOT_BETWEEN = re.compile('[:;.!?«»“”„"]|[-–—] ')  # what ends the clause in which somebody speaks
_PERSONS = ("person", "other")
_VERBS, _NOMINATIVE = frozenset(("VERB", "GRND")), "nomn"  # tags of OpenCorpora
_SUBJECTS = frozenset((_NOMINATIVE, "Fixd"))  # a word without cases may stand in any


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of speech in one language.

    Attributes:
        verbs: Verbs of speech, in dictionary form where the language has a dictionary.
        hearers: Those behind which stands who hears.
        roles: Words for a role to its key.
    """

    verbs: frozenset[str]
    hearers: frozenset[str]
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one sentence.

    Attributes:
        start, end: Half-open offsets into the sentence.
        value: The name in Latin letters, or the key of the role, an English word.
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
    verbs = _words_of(language).verbs
    return tuple(match.span() for match in _WORD.finditer(text) if _is_verb(match.group().casefold(), verbs, language))


def _is_verb(word: str, verbs: frozenset[str], language: str) -> bool:
    if word in verbs:
        return True
    reading = language_of(language).morphology.readings(word)[0]
    return reading.lemma in verbs and not _VERBS.isdisjoint(reading.grammemes)


def speakers(
    text: str, language: str, names: Sequence[NameMention], quotations: Sequence[Quotation]
) -> tuple[Speaker, ...]:
    """Who speaks beside the quotations of one sentence, the nearest to each verb of speech; none where nobody is named.

    Args:
        text: One sentence in normal spelling.
        language: ISO 639-1 code; in one without speech.toml nobody speaks.
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
    if not before and text[slice(*verb)].casefold() in _words_of(language).hearers:
        return 2 * REACH
    return len(between)


def _outside(place: int, quotations: Sequence[Quotation]) -> bool:
    return not any(quotation.start <= place < quotation.end for quotation in quotations)


def _can_speak(name: NameMention, language: str) -> bool:
    """Whether a name may be a person's in the case of a subject."""
    words = [word.casefold() for word in _WORD.findall(name.text)]
    if name.known or name.sort not in _PERSONS or name.text.isupper() or not words:
        return False
    if institution_words(language).intersection(words):
        return False
    morphology, last = language_of(language).morphology, words[-1]
    return not morphology.is_known(last) or any(_is_subject(reading) for reading in morphology.readings(last))


def _is_subject(reading: Reading) -> bool:
    """Whether a word read so may be a subject; what is not known may be."""
    return not reading.grammemes or not _SUBJECTS.isdisjoint(reading.grammemes)


def _roles(text: str, language: str) -> list[Speaker]:
    known, morphology = _words_of(language).roles, language_of(language).morphology
    found = []
    for match in _WORD.finditer(text) if known else ():
        reading = morphology.readings(match.group().casefold())[0]
        if (role := known.get(reading.lemma)) is not None and (
            not reading.grammemes or _NOMINATIVE in reading.grammemes
        ):
            found.append(Speaker(match.start(), match.end(), role, None))
    return found


@cache
def _words_of(language: str) -> _Words:
    table = language_of(language).table("speech")
    return _Words(
        frozenset(table.get("verbs", "").split()),
        frozenset(table.get("hearers", "").split()),
        {word: role for role, words in table.get("roles", {}).items() for word in words.split()},
    )
