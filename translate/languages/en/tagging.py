"""English words read in their sentence, by their endings and by the words beside them."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from translate.languages.en.forms import exceptions
from translate.languages.en.inflection import bases, irregular_forms
from translate.languages.glossing import HELPER, NOTHING, Reading, capital_tells
from translate.languages.registry import language_of

CONTRACTED = re.compile(r"(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))", re.IGNORECASE)
_CLIPPED = {
    "ca": "can", "wo": "will", "sha": "shall", "n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am",
    "'d": "would", "an": "a",
}  # fmt: skip
_OBJECTS = {
    "him": "he",
    "her": "her",
    "them": "they",
    "us": "we",
    "me": "i",
    "whom": "who",
    "these": "this",
    "those": "that",
}
_SUBJECTS = frozenset(("i", "you", "he", "she", "it", "we", "they", "who", "which", "that", "there"))
_DETERMINERS = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "my",
        "your",
        "his",
        "her",
        "its",
        "our",
        "their",
        "some",
        "any",
        "no",
        "every",
        "each",
        "all",
        "both",
        "another",
        "'s",
    )
)
_MODALS = frozenset(
    ("can", "could", "may", "might", "must", "shall", "should", "will", "would", "'ll", "'d", "wo", "ca")
)
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'re", "'m"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve"))
_DO = frozenset(("do", "does", "did"))
_TO = "to"
_FINITE = frozenset(("past", "present"))
_RANK = 0.35  # how much less likely each further part of speech of a word is, in the order of the dictionary
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")  # "stop" doubles its last letter: "stopped"
_HISSING = ("s", "x", "z", "ch", "sh", "o")
Read = tuple[Reading, ...]


def parted(word: str) -> tuple[str, ...]:
    """A word and what is contracted with it.

    Example:
        >>> parted("didn't"), parted("court’s"), parted("o'clock")
        (('did', "n't"), ('court', '’s'), ("o'clock",))
    """
    match = CONTRACTED.fullmatch(word)
    return tuple(match.groups()) if match else (word,)


def tagged(words: Sequence[str], listed: Callable[[str], Collection[str]]) -> list[Read]:
    """The readings of the words and signs of a sentence, that which suits it best first.

    Args:
        words: As they stand there, parted.
        listed: The parts of speech under which a lemma is known.
    """
    months = language_of("en").table("glossing")["words"]["months"].lower().split()
    lower = [_CLIPPED.get(plain, plain) for plain in (word.lower().replace("’", "'") for word in words)]
    found = [tuple(_analyses(word, listed)) if word[0].isalpha() or word == "'s" else () for word in lower]
    for i, word in enumerate(lower):
        if word in months:
            found[i] = _by_capital(words, i, found[i])
    orders: list[Read] = []
    for i, readings in enumerate(found):
        ahead = next((place for place in range(i + 1, len(words)) if not _skipped(lower, found, place)), None)
        back = next((place for place in range(i - 1, -1, -1) if not _skipped(lower, orders, place)), None)
        before = (lower[back], orders[back][:1]) if back is not None else ("", ())
        behind = (lower[ahead], found[ahead]) if ahead is not None else ("", ())
        scores = {reading: _likelihood(reading, before, behind) - _RANK * rank for rank, reading in enumerate(readings)}
        orders.append(tuple(sorted(readings, key=lambda reading: -scores[reading])))
    return _subjects(lower, _helped(lower, orders))


def _by_capital(words: Sequence[str], i: int, readings: Read) -> Read:
    """The readings of a word that is a month with a capital only: "in March", "they march", "it may"."""
    if not words[i][0].isupper():
        return tuple(reading for reading in readings if reading.part != "n" or reading.lemma not in _MODALS) or readings
    named = tuple(
        replace(reading, features=reading.features | {"month"}) if reading.part == "n" else reading
        for reading in readings
    )
    if i == 0 or not capital_tells(words):
        return named
    return tuple(reading for reading in named if reading.part == "n") or named


def _skipped(words: Sequence[str], readings: Sequence[Read], place: int) -> bool:
    """Whether a word stands between others that belong together: "has also said"."""
    return words[place] in ("not", "also", "never", "already", "just", "still") or (
        words[place].endswith("ly") and any(reading.part == "adv" for reading in readings[place])
    )


def _analyses(word: str, listed: Callable[[str], Collection[str]]) -> Iterator[Reading]:
    """Every way to take a word by itself, the listed ones; else one that says what its ending says."""
    if word in ("'s", "a", "the"):
        yield Reading(word, HELPER)
        yield from (Reading(word, part) for part in listed(word))
        return
    if word == _TO:
        yield Reading(word, "prep")
        return
    if word in _OBJECTS:
        number = frozenset(("plural",)) if word in ("these", "those") else frozenset(("accusative",))
        yield Reading(_OBJECTS[word], "pron", number)
        return
    found = False
    for base in candidates(word):
        for part in listed(base):
            for features in _forms(word, base, part):
                found = True
                yield Reading(base, part, features)
    if not found:
        yield Reading(word)


@lru_cache(maxsize=50_000)
def candidates(word: str) -> tuple[str, ...]:
    """What a form may be a form of, likeliest first.

    As `bases`, but for stems that would have been doubled ("hoped" is no form of "hop") or written with "es", and with
    the short words that those leave alone ("used").
    """
    found = [word]
    if word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
    for ending in ("ed", "ing", "er", "est"):
        if word.endswith(ending):
            found.append(word[: -len(ending)] + "e")
    found += [
        base
        for base in bases(word)
        if not (word in _regular(base) and _DOUBLING.search(base))
        and not (word == base + "es" and not base.endswith(_HISSING))
    ]
    return tuple(dict.fromkeys(found))


def _regular(base: str) -> tuple[str, ...]:
    return base + "ed", base + "ing", base + "er", base + "est"


def _forms(word: str, base: str, part: str) -> Iterator[frozenset[str]]:
    """What the form of a word says if it is one of this part of speech; nothing if it cannot be one."""
    irregular = irregular_forms(base)
    if word == base and base in _MODALS and part == "v":
        yield frozenset(("present",))
    elif word == base:
        if part == "v":
            yield frozenset(("infinitive",))
            yield frozenset(("present",))
            if word in irregular or word in exceptions("unchanged"):
                yield frozenset(("past",))
                yield frozenset(("participle", "passive", "past"))
        else:
            yield NOTHING
    elif part == "v":
        yield from _verb_forms(word, base, irregular)
    elif part == "n" and (word.endswith("s") or word in irregular):
        yield frozenset(("plural",))
    elif part in ("adj", "adv", "det") and (word.endswith(("er", "r")) or (irregular and word == irregular[0])):
        yield frozenset(("comparative",))
    elif part in ("adj", "adv", "det") and (word.endswith("st") or word in irregular):
        yield frozenset(("superlative",))


def _verb_forms(word: str, base: str, irregular: Sequence[str]) -> Iterator[frozenset[str]]:
    if base == "be":
        past = word in ("was", "were")
        yield frozenset(
            ("participle", "past")
            if word == "been"
            else ("gerund",)
            if word == "being"
            else ("past",)
            if past
            else ("present",)
        )
    elif word.endswith("ing"):
        yield frozenset(("gerund", "active"))
    elif word in irregular and not word.endswith("s"):
        told = [form for form in irregular if not form.endswith(("ing", "es"))]
        if word == told[0]:
            yield frozenset(("past",))
        if word == told[-1] or base in ("do", "go"):
            yield frozenset(("participle", "passive", "past"))
    elif word.endswith("d"):
        yield frozenset(("past",))
        yield frozenset(("participle", "passive", "past"))
    elif word.endswith("s"):
        yield frozenset(("present", "third"))


def _likelihood(reading: Reading, before: tuple[str, Sequence[Reading]], behind: tuple[str, Read]) -> float:
    """How well a reading suits the words around it, in units that the rules below share."""
    word, tags = before
    part, features = reading.part, reading.features
    verb, finite = part == "v", not features.isdisjoint(_FINITE) and "participle" not in features
    score = 0.0
    if word in _MODALS or word in _DO or word == _TO:
        score += 2.0 * (verb and "infinitive" in features) - 1.0 * (verb and "infinitive" not in features)
        score += 0.5 * (word == _TO and part in ("n", "adj"))
    elif verb and "infinitive" in features:
        score -= 1.0
    if word in _DETERMINERS and not (word == "that" and verb):
        score += 2.0 * (part == "n") + 1.5 * (part == "adj") - 2.0 * (verb and finite) - 0.5 * verb
    elif word in _BE:
        score += 2.2 * (verb and ("participle" in features or "gerund" in features)) + 1.0 * (part == "adj")
        score -= 1.5 * finite
    elif word in _HAVE:
        score += 2.0 * ("participle" in features) - 1.0 * finite
    elif word in _SUBJECTS:
        score += 1.5 * finite
    elif tags:
        score += _behind(tags[0], part, features, finite)
    elif not word:
        score += 0.3 * (part in ("n", "adj", "det", "prep", "pron", "adv", "conj")) - 0.5 * (verb and finite)
    if verb and reading.lemma in _MODALS and word not in _DETERMINERS:
        score += 1.5 * any("infinitive" in other.features for other in behind[1])
    if reading.lemma == "that":
        score += 1.5 * (part == "conj" and behind[0] in _SUBJECTS)
        score += 1.5 * (part == "conj" and bool(tags) and tags[0].part in ("v", "adj", "adv"))
        score += 0.8 * (part == "pron" and bool(tags) and tags[0].part == "n")
    follower, followers = behind
    if follower in _DETERMINERS or follower in _OBJECTS:
        score += 0.8 * verb + 0.5 * (part in ("prep", "conj")) - 0.6 * (part == "adj") - 0.3 * (part == "n")
    elif follower in ("by", "of"):
        score += 1.6 * ("participle" in features)
    elif any(other.part == "n" for other in followers):
        score += 0.7 * (part == "adj" and bool(followers)) + 0.2 * (part == "prep") - 0.4 * (part == "adv")
    if not follower or not follower[0].isalpha():
        score += 0.5 * (part == "n") + 0.4 * (part == "adv") - 0.6 * (part in ("prep", "conj", "det"))
    return score


def _behind(tag: Reading, part: str, features: frozenset[str], finite: bool) -> float:
    """How well a reading follows a word that is read already."""
    if tag.part in ("adj", "num", "det") or (tag.part == "pron" and tag.lemma in _DETERMINERS):
        return 1.5 * (part == "n") + 0.7 * (part == "adj") - 1.5 * finite
    if tag.part == "prep":
        return 1.0 * (part == "n") + 0.7 * (part == "adj") + 0.8 * ("gerund" in features) - 2.0 * finite
    if tag.part in ("n", "name", ""):
        plural = "plural" in tag.features
        suits = finite and ("past" in features or plural != ("third" in features))
        return 0.9 * suits + 0.5 * (part == "n") - 0.6 * (part == "adj")
    if tag.part == "v":
        return 0.6 * (part in ("n", "adj", "prep", "adv")) - 1.2 * finite
    return 0.0


def _helped(words: Sequence[str], orders: list[Read]) -> list[Read]:
    """Helping verbs told apart, and what they say handed to the verb that they help."""
    done = list(orders)
    for i, order in enumerate(orders):
        word = words[i]
        ahead = next((place for place in range(i + 1, len(words)) if not _skipped(words, orders, place)), None)
        if not order or ahead is None or not orders[ahead]:
            continue
        verb = done[ahead][0]
        if verb.part != "v":
            continue
        helps, added = _help(word, done[i][0], verb)
        if helps:
            done[i] = (Reading(order[0].lemma, HELPER, order[0].features), *order)
            done[ahead] = (Reading(verb.lemma, "v", added), *done[ahead])
    return done


def _subjects(words: Sequence[str], orders: list[Read]) -> list[Read]:
    """Pronouns that do what the verb behind them says, and owners, marked as such."""
    for i, order in enumerate(orders[:-1]):
        behind = orders[i + 1][:1]
        if order and words[i + 1] == "'s":
            if order[0].lemma in _SUBJECTS or order[0].lemma in ("what", "here"):
                orders[i + 1] = (Reading("be", "v", frozenset(("present",))),)
            else:
                orders[i] = tuple(replace(reading, features=reading.features | {"possessive"}) for reading in order)
        if order and words[i] in _SUBJECTS and behind and behind[0].part in ("v", HELPER) and order[0].part == "pron":
            orders[i] = (replace(order[0], features=order[0].features | {"nominative"}), *order)
    return orders


def _help(word: str, helper: Reading, verb: Reading) -> tuple[bool, frozenset[str]]:
    """Whether a word helps a verb, and what the verb says then."""
    tense = helper.features & {"past", "present", "future"}
    if word == _TO and "infinitive" in verb.features:
        return True, frozenset(("infinitive",))
    if word in _DO and not {"infinitive", "present"}.isdisjoint(verb.features):
        return True, frozenset(("past",)) if word == "did" else frozenset(("present",))
    if word == "would" and not {"infinitive", "present"}.isdisjoint(verb.features):
        return True, frozenset(("conditional",))
    if word in ("will", "shall") and not {"infinitive", "present"}.isdisjoint(verb.features):
        return True, frozenset(("future",))
    if word in _HAVE and "participle" in verb.features:
        return True, frozenset(("past",)) if verb.lemma != "be" else verb.features | {"past"}
    if word in _BE and "gerund" in verb.features:
        return True, tense or frozenset(("infinitive",))
    if word in _BE and "participle" in verb.features:
        tense |= helper.features & {"infinitive", "conditional"}
        return True, frozenset(("participle", "passive", "short")) | tense
    return False, NOTHING
