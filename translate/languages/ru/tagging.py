"""Russian words read in their sentence: of the readings of the dictionary, the one that suits those beside it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from translate.languages.glossing import HELPER, Reading
from translate.languages.registry import language_of
from translate.languages.ru.morphology import parses

PARTS = {
    "NOUN": "n", "ADJF": "adj", "ADJS": "adj", "COMP": "adj", "VERB": "v", "INFN": "v", "PRTF": "v", "PRTS": "v",
    "GRND": "v", "NUMR": "num", "ADVB": "adv", "NPRO": "pron", "PRED": "pred", "PREP": "prep", "CONJ": "conj",
    "PRCL": "part", "INTJ": "intj",
}  # fmt: skip
CASES = {
    "nomn": "nominative", "gent": "genitive", "gen1": "genitive", "gen2": "genitive", "datv": "dative",
    "accs": "accusative", "ablt": "instrumental", "loct": "prepositional", "loc1": "prepositional",
    "loc2": "prepositional",
}  # fmt: skip
FEATURES = CASES | {
    "plur": "plural", "past": "past", "pres": "present", "futr": "future", "INFN": "infinitive", "GRND": "gerund",
    "PRTF": "participle", "PRTS": "participle", "pssv": "passive", "actv": "active", "COMP": "comparative",
    "Supr": "superlative", "femn": "feminine", "neut": "neuter", "3per": "third", "Impe": "third", "Qual": "describing",
    "impr": "imperative", "perf": "perfective", "1per": "first", "2per": "second",
}  # fmt: skip
_POSSESSIVE = {"его": "его", "её": "её", "ее": "её", "их": "их"}  # before a noun; elsewhere they are objects
NAMES = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn"})
# What speaks for a reading, on the scale of the dictionary's own probabilities.
GOVERNED = 0.9  # its case is one that the preposition before it takes
AGREES = 0.6  # with the adjective before it, or the noun behind it
OWNED = 0.2  # a genitive behind a noun
LISTED = 0.3  # somebody wrote down what it says
APPOSED = 0.5  # a name in the case of the noun or name before it
DOES = 0.9  # a finite verb that agrees with the nominative before it, where the clause has none yet
NAMING = 0.25  # a name that nothing governs does something itself
NAMED = 0.5  # a name with a capital, twice that behind another word; as much against one without
UNLIKELY = 0.4  # orders and calls are rare in the news


@cache
def government() -> Mapping[str, tuple[str, ...]]:
    """The cases that each preposition takes."""
    return {word: tuple(cases.split()) for word, cases in language_of("ru").table("government")["prepositions"].items()}


def parted(word: str) -> tuple[str, ...]:
    """A word by itself: Russian contracts nothing."""
    return (word,)


def tagged(words: Sequence[str], listed: Callable[[str], Collection[str]]) -> list[tuple[Reading, ...]]:
    """The readings of the words and signs of a sentence, that which suits it best first.

    Args:
        words: As they stand there.
        listed: The parts of speech under which a lemma is known.
    """
    chosen: list[Any] = []
    orders: list[list[Any]] = []
    found = [parses(word.lower()) if word[0].isalpha() else () for word in words]
    for i, word in enumerate(words):
        before = chosen[i - 1] if i else None
        behind = found[i + 1] if i + 1 < len(words) else ()
        governed = _governed(words, chosen, i)
        capital, subject = word[:1].isupper(), _subject(chosen, i)
        inner = capital and not word.isupper() and i > 0 and words[i - 1][0].isalnum()
        order = sorted(
            found[i],
            key=lambda parse: (
                -(
                    _likelihood(parse, before, behind, governed, capital, bool(listed(parse.normal_form)))
                    + DOES * _does(parse, subject)
                    + NAMED * (inner and not NAMES.isdisjoint(parse.tag.grammemes))
                )
            ),
        )
        orders.append(order)
        chosen.append(order[0] if order else None)
    readings = [tuple(_readings(order, listed)) for order in orders]
    for i, word in enumerate(words[:-1]):
        if (
            word.lower() in _POSSESSIVE
            and chosen[i + 1] is not None
            and chosen[i + 1].tag.POS in ("NOUN", "ADJF", "PRTF")
        ):
            readings[i] = (Reading(_POSSESSIVE[word.lower()], "adj"), *readings[i])
    for i, parse in enumerate(chosen[:-1]):
        if parse is not None and parse.tag.POS == "PREP" and readings[i + 1]:
            cases = readings[i + 1][0].features & set(CASES.values())
            readings[i] = tuple(replace(reading, features=cases) for reading in readings[i])
        if parse is not None and parse.normal_form == "быть" and "futr" in parse.tag:
            _help(chosen, readings, i)
    return readings


def _help(chosen: Sequence[Any], readings: list[tuple[Reading, ...]], i: int) -> None:
    """The future of "to be" told apart where it is that of the infinitive behind it."""
    ahead = next((k for k in range(i + 1, min(i + 3, len(chosen))) if _is_infinitive(chosen[k])), None)
    if ahead is not None:
        said = readings[i][0].features & {"plural", "third", "future"}
        readings[i] = (replace(readings[i][0], part=HELPER), *readings[i])
        readings[ahead] = (replace(readings[ahead][0], features=said), *readings[ahead])


def _is_infinitive(parse: Any) -> bool:
    return parse is not None and parse.tag.POS == "INFN"


def _governed(words: Sequence[str], chosen: Sequence[Any], i: int) -> tuple[str, ...]:
    """The cases that a preposition before a word, or before the adjectives that it stands behind, asks for."""
    at = i - 1
    while at >= 0 and chosen[at] is not None and chosen[at].tag.POS in ("ADJF", "PRTF", "NUMR"):
        at -= 1
    if at < 0 or chosen[at] is None or chosen[at].tag.POS != "PREP":
        return ()
    return government().get(words[at].lower(), ())


def _subject(chosen: Sequence[Any], i: int) -> Any:
    """The nominative before a word in its clause, if nothing there says yet what it does."""
    for parse in reversed(chosen[:i]):
        if parse is None or parse.tag.POS in ("VERB", "CONJ", "PRTS", "PRED"):
            return None
        if parse.tag.POS in ("NOUN", "NPRO") and parse.tag.case == "nomn":
            return parse
    return None


def _does(parse: Any, subject: Any) -> bool:
    """Whether a word is a verb that says what a subject does."""
    tag = parse.tag
    if subject is None or tag.POS != "VERB" or tag.number != subject.tag.number:
        return False
    return tag.gender is None or subject.tag.gender is None or tag.gender == subject.tag.gender


def _likelihood(
    parse: Any, before: Any, behind: Sequence[Any], governed: Sequence[str], capital: bool, listed: bool
) -> float:
    tag = parse.tag
    score = float(parse.score) + LISTED * listed
    case = CASES.get(str(tag.case), "")
    if governed and case:
        score += GOVERNED if case in governed else -GOVERNED
    elif governed and tag.POS in ("VERB", "GRND", "PRTS"):
        score -= GOVERNED
    if before is not None and before.tag.POS in ("ADJF", "PRTF") and tag.POS in ("NOUN", "ADJF", "PRTF"):
        score += AGREES * _agree(before.tag, tag)
    if tag.POS in ("ADJF", "PRTF", "NUMR") and any(
        other.tag.POS in ("NOUN", "ADJF", "PRTF") and _agree(tag, other.tag) for other in behind
    ):
        score += AGREES
    if before is not None and before.tag.POS == "NOUN" and not governed:
        if capital and "Geox" not in tag.grammemes and case == CASES.get(str(before.tag.case)):
            score += APPOSED * (before.tag.gender is None or tag.gender is None or before.tag.gender == tag.gender)
        if case == "genitive":
            score += OWNED
    if (
        capital
        and "Name" in tag.grammemes
        and any("Surn" in other.tag.grammemes and _agree(tag, other.tag) for other in behind)
    ):
        score += APPOSED
    if capital and case == "nominative" and not governed:
        score += NAMING
    if not NAMES.isdisjoint(tag.grammemes):
        score += NAMED if capital else -NAMED
    if "impr" in tag.grammemes or "voct" in tag.grammemes or tag.POS == "INTJ":
        score -= UNLIKELY
    return score


def _agree(one: Any, other: Any) -> bool:
    """Whether two forms may belong together."""
    same = one.case == other.case and one.number == other.number
    return same and (one.number == "plur" or one.gender is None or one.gender == other.gender)


def _readings(order: Sequence[Any], listed: Callable[[str], Collection[str]]) -> list[Reading]:
    """Participles also as the adjective that they have become."""
    readings: list[Reading] = []
    if order and order[0].tag.POS == "COMP" and "adv" in listed(order[0].word):
        readings.append(Reading(str(order[0].word), "adv"))  # "больше" is listed by itself
    for parse in order:
        grammemes = set(map(str, parse.tag.grammemes))
        features = frozenset(FEATURES[grammeme] for grammeme in grammemes if grammeme in FEATURES)
        if parse.tag.POS in ("PRTS", "ADJS"):
            features |= {"short"}
        if grammemes & NAMES and not grammemes & {"Orgn"}:
            features |= {"named"}
        part = PARTS.get(str(parse.tag.POS), "")
        if parse.tag.POS in ("PRTF", "PRTS"):
            full = parse.inflect({"PRTF", "sing", "masc", "nomn"})
            if full is not None and set(listed(full.word)) & {"adj", "n"}:
                plain = features - {"participle", "passive", "active", "past", "present"}
                readings += [Reading(full.word, part, plain) for part in listed(full.word) if part in ("adj", "n")]
        if part == "pron" and "nominative" not in features:
            features |= {"oblique"}
        reading = Reading(_lemma(parse), part, features)
        if (
            part == "adj"
            and "ADJS" not in grammemes
            and "n" in listed(reading.lemma)
            and "adj" not in listed(reading.lemma)
        ):
            reading = Reading(reading.lemma, "n", features)
        if reading not in readings:
            readings.append(reading)
    return readings


def _lemma(parse: Any) -> str:
    """The dictionary form; of a surname that of the same gender."""
    if "Surn" in parse.tag.grammemes and parse.tag.number == "sing":
        named = parse.inflect({"nomn", "sing"})
        return str(named.word if named is not None else parse.word)
    return str(parse.normal_form)
