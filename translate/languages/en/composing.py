"""Glosses put into English: forms of words, "of" for the genitive, "did not" for a negated past."""

from collections.abc import Callable, Sequence
from functools import cache

from translate.languages.en.forms import comparative, past, plural, present_participle, third_person
from translate.languages.glossing import NAME, NUMBER, SIGN, Rendering, Unit, capitalized, senses_shown, without_helpers
from translate.languages.registry import language_of

_YEAR = 4  # digits
_BEFORE_NUMBERS = {"до": "to", "более": "more than", "больше": "more than", "менее": "less than", "меньше": "less than"}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language_of("en").table("glossing")["words"][name].split())


def composed(units: Sequence[Unit]) -> list[Rendering]:
    """The units in their order, each in its form."""
    units = without_helpers(units)
    done: list[Rendering] = []
    for i, unit in enumerate(units):
        before = units[i - 1] if i else None
        behind = units[i + 1] if i + 1 < len(units) else None
        if _left_out(unit, before, behind):
            done.append(Rendering(unit, ()))
            continue
        counted = unit.part == "n" and before is not None and before.part == NUMBER  # a measure, not its other sense
        senses = senses_shown(unit)[: 1 if counted else None]
        shown = tuple(dict.fromkeys(_form(sense[0], unit, before) for sense in senses))
        if not unit.senses:
            shown = (unit.text,)
        if shown[0] == "this is" and (behind is None or behind.part not in ("n", "adj", "pron", NAME)):
            shown = ("this",)
        if unit.capital:
            shown = tuple(dict.fromkeys(map(capitalized, shown)))
        if unit.part == "prep" and shown[0] == "in" and behind is not None:
            shown = (_preposition_of_time(units, i),)
        if behind is not None and behind.part in ("num", NUMBER) and unit.reading.lemma in _BEFORE_NUMBERS:
            shown = (_BEFORE_NUMBERS[unit.reading.lemma],)
        if _takes_of(units, i):
            shown = tuple(f"of {text}" for text in shown[:1]) + shown[1:]
        done.append(Rendering(unit, shown))
    return done


def _left_out(unit: Unit, before: Unit | None, behind: Unit | None) -> bool:
    if unit.part == "part" and unit.reading.lemma in ("бы", "же", "ли"):
        return True
    if unit.reading.lemma == "год" and "plural" not in unit.reading.features:
        return before is not None and before.part == NUMBER and len(before.text) == _YEAR
    # "не" goes into the verb behind it
    return unit.reading.lemma == "не" and behind is not None and _is_finite(behind) and bool(behind.senses)


def _is_finite(unit: Unit) -> bool:
    return (
        unit.part == "v" and bool(unit.reading.features & {"past", "present", "future"}) and not unit.has("participle")
    )


def _takes_of(units: Sequence[Unit], i: int) -> bool:
    """Whether a genitive begins here that says whose or of what the noun before it is."""
    unit, before = units[i], units[i - 1] if i else None
    if (
        before is None
        or before.part != "n"
        or not unit.has("genitive")
        or unit.part not in ("n", "adj", "v", "name", "pron")
    ):
        return False
    if unit.part == "v" and not unit.has("participle"):
        return False
    if any(told.senses and told.senses[0][0] in _words("months") for told in (before, unit)):
        return False
    return not unit.senses or not unit.senses[0][0].startswith(("of ", "his", "her", "its", "their"))


def _preposition_of_time(units: Sequence[Unit], i: int) -> str:
    behind = units[i + 1]
    after = units[i + 2] if i + 2 < len(units) else None
    told = behind.senses[0][0] if behind.senses else ""
    if told in _words("days"):
        return "on"
    if behind.part == NUMBER and ":" in behind.text:
        return "at"
    if behind.part == NUMBER and after is not None and after.senses and after.senses[0][0] in _words("months"):
        return "on"
    return "in"


def _form(gloss: str, unit: Unit, before: Unit | None) -> str:
    """A gloss in the form that the unit asks for."""
    if unit.fixed:
        return gloss
    features = unit.reading.features
    if unit.part == "v":
        negated = before is not None and before.reading.lemma == "не"
        return _verb(gloss, features, before, negated)
    if unit.part == "n" and "plural" in features and not _after_one(before):
        return _of_phrase(gloss, plural)
    if unit.part == "n" and before is not None and _counts(before) and gloss not in _words("months"):
        return _of_phrase(gloss, plural)
    if unit.part in ("adj", "adv") and "comparative" in features:
        return comparative(gloss)
    return gloss


def _after_one(before: Unit | None) -> bool:
    return before is not None and before.part == NUMBER and before.text == "1"


def _counts(before: Unit) -> bool:
    """Whether what stands before a noun says that there are several."""
    if before.part == NUMBER:
        return before.text.isdigit() and before.text != "1" and len(before.text) < _YEAR
    return before.part == "num" and bool(before.senses) and before.senses[0][0] not in ("one", "half")


def _of_phrase(phrase: str, bend: Callable[[str], str]) -> str:
    """A phrase with its head bent: the word before "of" and other prepositions, else the last."""
    head, mark, rest = phrase, "", ""
    for preposition in (" of ", " in ", " for ", " to ", " on ", " at ", " from ", " with "):
        at = phrase.find(preposition)
        if at > 0 and at < len(head):
            head, mark, rest = phrase[:at], preposition, phrase[at + len(preposition) :]
    first, space, last = head.rpartition(" ")
    return f"{first}{space}{bend(last)}{mark}{rest}"


def _verb(gloss: str, features: frozenset[str], before: Unit | None, negated: bool) -> str:
    first, space, rest = gloss.partition(" ")
    tail = space + rest
    if first in _words("modals"):
        return f"{'could' if first in ('can', 'may') and 'past' in features else first}{' not' * negated}{tail}"
    if first == "be":
        return _being(features, negated) + tail
    if "participle" in features:
        return (present_participle(first) if "active" in features and "past" not in features else past(first)[1]) + tail
    if "gerund" in features:
        return ("having " + past(first)[1] if "past" in features else present_participle(first)) + tail
    if "infinitive" in features:
        alone = before is None or before.part in (SIGN, "conj")
        modal = (
            before is not None and bool(before.senses) and before.senses[0][0].split()[0] in {*_words("modals"), "be"}
        )
        return gloss if alone or modal else f"to {gloss}"
    if "past" in features:
        return f"did not {gloss}" if negated else past(first)[0] + tail
    if "future" in features:
        return f"will {'not ' * negated}{gloss}"
    if "present" in features:
        third = "third" in features and "plural" not in features
        return (
            f"{'does' if third else 'do'} not {gloss}" if negated else (third_person(first) if third else first) + tail
        )
    return gloss


def _being(features: frozenset[str], negated: bool) -> str:
    denied = " not" * negated
    if "infinitive" in features:
        return "be" + denied
    if "gerund" in features or "participle" in features:
        return "being" + denied
    if "past" in features:
        return ("were" if "plural" in features else "was") + denied
    if "future" in features:
        return f"will{denied} be"
    return ("are" if "plural" in features else "is") + denied
