"""Who says it: the speaker of a quote, by the name or the role that stands nearest to a verb of speech."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from translate.facts.mention import NameMention
from translate.facts.names import institution_words
from translate.facts.quotation import Quotation
from translate.languages.capitals import CAPITAL
from translate.languages.language import Reading
from translate.languages.registry import language_of

REACH = 40  # characters between a verb of speech and the name of who speaks
LONGEST_ROLE = 4  # words of a role
SHOWN = 60  # characters of what a speaker is called that are shown
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOT_BETWEEN = re.compile('[:;.!?«»“”„"]|[-–—] ')  # what ends the clause in which somebody speaks
_END = re.compile('[:;,.!?«»“”„"()]|[-–—] ')  # what ends the words for somebody
_ASIDE = re.compile(
    '[,.!?…]\\s+[-–—−]\\s+([^«»“”„"]{3,80}?)[,.]\\s+[-–—−]\\s'
)  # where the author speaks inside the marks
_HOUSE = re.compile(rf'\s+[«“„"](?={CAPITAL})[^«»“”„"]{{1,60}}[»”“"]\s+')
_CAPITALS = re.compile(rf"\b{CAPITAL}{{2,}}\b")  # an office or a title
_POSSESSIVE = ("'", "’")
_BESIDE_QUOTE = " ,-–—"
_PERSONS = ("person", "other")
_VERBS, _NOMINATIVE = frozenset(("VERB", "GRND")), "nomn"  # tags of OpenCorpora
_SUBJECTS = frozenset((_NOMINATIVE, "Fixd"))  # a word without cases may stand in any
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of speech in one language.

    Attributes:
        verbs: Verbs of speech, in dictionary form where the language has a dictionary.
        rarer: Verbs by which speech may be given as well.
        hearers: Those behind which stands who hears.
        roles: Words for a role, a space between those of one role, to its keys.
        heads: Those for whoever leads something.
        head_roles: The keys of these.
        firms: Words for what has no minister and no mayor.
        firm_roles: The keys of their heads.
        by: What stands before whoever is meant: "according to".
        inside: Words that show that no head of a subject follows; none where cases show it.
        dependent: Those that show it even before a verb.
        modified: A noun behind a role, and none of the words that stand before a verb.
        articles: Words that begin the words for somebody.
    """

    verbs: frozenset[str]
    rarer: frozenset[str]
    hearers: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    heads: frozenset[str]
    head_roles: frozenset[str]
    firms: frozenset[str]
    firm_roles: frozenset[str]
    by: re.Pattern[str]
    inside: re.Pattern[str] | None
    dependent: re.Pattern[str]
    modified: re.Pattern[str]
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one sentence.

    Attributes:
        start, end: Half-open offsets into the sentence.
        value: The name in Latin letters, or the key of the role, an English word.
        name: The name as it was read; None for a role.
        distance: Characters between it and the verb of speech.
        roles: Keys of the roles that the words for him may mean; none where no role is told.
        told: What he is called, as it stands.
    """

    start: int
    end: int
    value: str
    name: NameMention | None
    distance: int = 0
    roles: frozenset[str] = frozenset()
    told: str = ""


@lru_cache(maxsize=1024)
def verbs_of_speech(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where verbs of speech stand in a text, as half-open offsets."""
    return _verbs_in(text, language, _words_of(language).verbs)


def _verbs_in(text: str, language: str, verbs: frozenset[str]) -> tuple[tuple[int, int], ...]:
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
    words = _words_of(language)
    quotations = tuple(_without_asides(text, quotations, language))
    persons = [
        Speaker(name.start, name.end, name.value, name, told=name.text)
        for name in names
        if _outside(name.start, quotations) and _can_speak(name, language) and text[name.end : name.end + 1] != "-"
    ]
    roles = [role for role in _roles(text, language) if _outside(role.start, quotations)]
    found = []
    for verb in _verbs_in(text, language, words.verbs | words.rarer):
        if not _outside(verb[0], quotations):
            continue
        rare = text[slice(*verb)].casefold() not in words.verbs and not verbs_of_speech(text[slice(*verb)], language)
        behind = _behind_quote(text, verb[0], quotations)
        near = [(_distance(verb, one, text, language), one.start, one) for one in persons]
        near = [item for item in near if item[0] <= REACH and (item[1] < verb[0] or behind or not rare)]
        near += [
            (_distance(verb, one, text, language), one.start, one)
            for one in roles
            if _may_be_subject(one, verb, text, language, behind)
        ]
        near += [
            (distance, person.start, person)
            for distance, _, one in near
            if one.name is None and (person := _named_behind(one, persons, text)) is not None
        ]
        near = [item for item in near if item[0] <= REACH]
        if near:
            distance, _, one = min(near, key=lambda item: (item[2].name is None, *item[:2]))
            beside = [other for _, _, other in near if other.name is None] if one.name else []
            found.append(replace(one, distance=distance, roles=beside[0].roles if beside else one.roles))
    found += [one for one in _meant(text, language, names) if _outside(one.start, quotations)]
    nearest: dict[tuple[int, int], Speaker] = {}
    for one in found:
        at = one.start, one.end
        if at not in nearest or one.distance < nearest[at].distance:
            nearest[at] = one
    return tuple(nearest.values())


def roles_beside(text: str, language: str, quotations: Sequence[Quotation]) -> tuple[Speaker, ...]:
    """The roles beside the quotations of a sentence that may be the subject of a verb, whichever verb that is."""
    words, quotations = _words_of(language), tuple(_without_asides(text, quotations, language))
    found = [role for role in _roles(text, language) if _outside(role.start, quotations)]
    if words.inside is None:
        return tuple(found)
    return tuple(role for role in found if not _is_inside(role, text, words))


def _is_inside(role: Speaker, text: str, words: _Words) -> bool:
    """Whether a role stands behind a word that makes it no subject, or behind a verb whose object hears."""
    before = [match.group().casefold() for match in _WORD.finditer(text, 0, role.start)]
    last = before[-1] if before else ""
    return last in words.hearers or (words.inside is not None and words.inside.fullmatch(last) is not None)


def _without_asides(text: str, quotations: Sequence[Quotation], language: str) -> Iterator[Quotation]:
    """Quotations without the words of the author that stand between two dashes in their marks."""
    words = _words_of(language)
    for quotation in quotations:
        start = quotation.start
        for match in _ASIDE.finditer(text, quotation.start, quotation.end):
            if _verbs_in(match.group(1), language, words.verbs | words.rarer):
                yield replace(quotation, start=start, end=match.start(1))
                start = match.end(1)
        yield replace(quotation, start=start)


def roles_in(text: str, language: str) -> frozenset[str]:
    """Keys of all roles that words of a text may mean, in any case."""
    return frozenset[str]().union(*(one.roles for one in _roles(text, language, any_case=True)))


def _meant(text: str, language: str, names: Sequence[NameMention]) -> Iterator[Speaker]:
    """Whoever is meant by "according to": the name behind it, else the first role."""
    by = _words_of(language).by
    for match in by.finditer(text):
        end = _END.search(text, match.end())
        last = end.start() if end else len(text)
        inside = [name for name in names if match.end() <= name.start < last]
        persons = [
            name for name in inside if name.sort in _PERSONS and not name.known and not _CAPITALS.search(name.text)
        ]
        roles = [
            role
            for role in _roles(text, language, any_case=True)
            if match.end() <= role.start < last and not _inside(text[match.end() : role.start], language)
        ]
        known = roles[0].roles if roles else frozenset[str]()
        if persons and (known or not _WORD.search(text, match.end(), persons[0].start)):
            name = persons[0]
            yield Speaker(name.start, name.end, name.value, name, name.start - match.end(), known, told=name.text)
        elif roles:
            yield replace(roles[0], distance=roles[0].start - match.end())


def _inside(between: str, language: str) -> bool:
    pattern = _words_of(language).inside
    return pattern is not None and pattern.search(between) is not None


def _behind_quote(text: str, verb: int, quotations: Sequence[Quotation]) -> bool:
    """Whether a verb follows a quotation, as in '"We won," said the coach'."""
    before = len(text[:verb].rstrip(_BESIDE_QUOTE))
    return any(quotation.end == before for quotation in quotations)


def _may_be_subject(role: Speaker, verb: tuple[int, int], text: str, language: str, behind: bool) -> bool:
    """Whether a role may be the head of the subject of a verb: in a language without cases, by its place."""
    words = _words_of(language)
    pattern = words.inside
    if pattern is None:
        return True
    if role.start > verb[0]:
        return behind and pattern.search(text, verb[1], role.start) is None
    ends = [match.end() for match in _END.finditer(text, 0, role.start)]
    between = text[ends[-1] if ends else 0 : role.start]
    return words.dependent.search(between) is None


def _distance(verb: tuple[int, int], one: Speaker, text: str, language: str) -> int:
    """Characters between a verb and who may be its subject; a large number where he cannot be."""
    before = one.end <= verb[0]
    end = one.end if one.name else max(one.end, one.start + len(one.told))  # of all the words for a role
    between = text[end : verb[0]] if before else text[verb[1] : one.start]
    if _NOT_BETWEEN.search(between):
        return 2 * REACH
    if not before and text[slice(*verb)].casefold() in _words_of(language).hearers:
        return 2 * REACH
    return len(between)


def _named_behind(role: Speaker, persons: Sequence[Speaker], text: str) -> Speaker | None:
    """Whose name follows a role, with the name of a house between them: "аналитик центра «Горизонт» Павел Ершов"."""
    house = _HOUSE.match(text, role.start + len(role.told))
    return next((person for person in persons if house is not None and person.start == house.end()), None)


def _outside(place: int, quotations: Sequence[Quotation]) -> bool:
    return not any(quotation.start <= place < quotation.end for quotation in quotations)


def _can_speak(name: NameMention, language: str) -> bool:
    """Whether a name may be a person's in the case of a subject."""
    words = [word.casefold() for word in _WORD.findall(name.text)]
    if name.known or name.sort not in _PERSONS or _CAPITALS.search(name.text) or not words:
        return False
    if institution_words(language).intersection(words):
        return False
    morphology, last = language_of(language).morphology, words[-1]
    return not morphology.is_known(last) or any(_is_subject(reading) for reading in morphology.readings(last))


def _is_subject(reading: Reading) -> bool:
    """Whether a word read so may be a subject; what is not known may be."""
    return not reading.grammemes or not _SUBJECTS.isdisjoint(reading.grammemes)


def _roles(text: str, language: str, *, any_case: bool = False) -> list[Speaker]:
    """The roles of a text in the case of a subject, or in any; each by its longest words."""
    words, morphology = _words_of(language), language_of(language).morphology
    if not words.roles:
        return []
    tokens = list(_WORD.finditer(text))
    readings = [morphology.readings(token.group().casefold())[0] for token in tokens]
    found: list[Speaker] = []
    for first, (token, reading) in enumerate(zip(tokens, readings, strict=True)):
        if (found and token.start() < found[-1].end) or not (
            any_case or not reading.grammemes or _NOMINATIVE in reading.grammemes
        ):
            continue
        for length in range(LONGEST_ROLE, 0, -1):
            called = _called(readings[first : first + length], words, language)
            roles = words.roles.get(called)
            if roles is None and called in words.heads:
                roles = words.head_roles
            if roles is None or first + length > len(tokens):
                continue
            end = tokens[first + length - 1].end()
            if words.inside is not None and not any_case and not _ends_phrase(text, end, language):
                continue
            span = _phrase(text, token.start(), end, language)
            if called in words.heads:
                around = {
                    each.lemma for at, each in zip(tokens, readings, strict=True) if span[0] <= at.start() < span[1]
                }
                roles = words.firm_roles if words.firms & around else roles
            found.append(Speaker(span[0], end, min(roles), None, roles=roles, told=text[slice(*span)]))
            break
    return found


def _called(readings: Sequence[Reading], words: _Words, language: str) -> str:
    """What some words are called in the table: in a language without a dictionary, in the singular as well."""
    *first, last = (reading.lemma for reading in readings) if readings else ("",)
    forms = (last, *(() if language_of(language).has_dictionary else language_of(language).bases(last)))
    named = (" ".join((*first, form)) for form in forms)
    return next(
        (called for called in named if called in words.roles or called in words.heads), " ".join((*first, last))
    )


def _ends_phrase(text: str, end: int, language: str) -> bool:
    """Whether a word is the last of its group and no attribute of the next: "the coach driver"."""
    if text[end : end + 1] in _POSSESSIVE:
        return False
    words = _words_of(language)
    match = words.modified.match(text, end)
    if match is None:
        return True
    following, pattern = match.group().strip(), words.inside
    return following in words.verbs | words.rarer or (pattern is not None and pattern.fullmatch(following) is not None)


def _phrase(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Where the words for somebody begin and end, around the one for his role."""
    words = _words_of(language)
    stop = _END.search(text, end)
    last = stop.start() if stop else len(text)
    for match in _WORD.finditer(text, end, last):
        if match.start() - start > SHOWN or _is_verb(match.group().casefold(), words.verbs | words.rarer, language):
            last = match.start()
            break
    first = start
    if words.inside is not None:
        ends = [match.end() for match in _END.finditer(text, 0, start)]
        for match in reversed(list(_WORD.finditer(text, ends[-1] if ends else 0, start))):
            word = match.group().casefold()
            if words.inside.fullmatch(word) or word in words.verbs | words.rarer or start - match.start() > SHOWN:
                break
            first = match.start()
            if word in words.articles:
                break
    return first, len(text[:last].rstrip())


@cache
def _words_of(language: str) -> _Words:
    table = language_of(language).table("speech")
    roles: dict[str, set[str]] = {}
    for role, words in table.get("roles", {}).items():
        for word in words.split():
            roles.setdefault(word.replace("_", " "), set()).add(role)

    def those(name: str) -> frozenset[str]:
        return frozenset(table.get(name, "").split())

    return _Words(
        those("verbs"),
        those("rarer_verbs"),
        those("hearers"),
        {word: frozenset(keys) for word, keys in roles.items()},
        those("heads"),
        those("head_roles"),
        those("firms"),
        those("firm_roles"),
        re.compile(table.get("by", _NOTHING), re.IGNORECASE),
        re.compile(table["inside"], re.IGNORECASE) if "inside" in table else None,
        re.compile(table.get("dependent", _NOTHING)),
        re.compile(table.get("modified", _NOTHING)),
        those("articles"),
    )
