"""Glosses put into Russian: case by preposition and verb, agreement, aspect, and whose it is behind what it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from translate.languages.glossing import NAME, NUMBER, SIGN, Rendering, Unit, senses_shown, without_helpers
from translate.languages.registry import language_of
from translate.languages.ru.forms import base_parse, bent, is_day, noun_of, of_aspect, verbal_noun
from translate.languages.ru.tagging import government
from translate.languages.ru.word_order import ordered as in_order

_CASE_TAGS: Mapping[str, str] = {
    "nominative": "nomn", "genitive": "gent", "dative": "datv", "accusative": "accs", "instrumental": "ablt",
    "prepositional": "loct",
}  # fmt: skip
_FEW = frozenset(("2", "3", "4", "два", "три", "четыре", "оба"))
_YEAR = 4  # digits
_NOMINAL = frozenset(("n", "adj", NAME, NUMBER, "num", "pron", "det"))


@dataclass(slots=True)
class _Agreement:
    """What the words of a clause agree with so far."""

    case: str = "nominative"
    subject: tuple[str, str, str] = ("masc", "sing", "3per")  # gender, number and person
    last: tuple[str, str, str] = ("nominative", "sing", "masc")  # case, number and gender of the last noun
    animacy: str = "inan"  # of the last noun
    predicate: bool = False  # whether a form of "to be" says what the subject is
    after_comma: bool = False
    after_preposition: bool = False


def composed(units: Sequence[Unit]) -> list[Rendering]:
    """The units in a Russian order, each in its form."""
    ordered = in_order(without_helpers(units))
    state = _Agreement()
    done: list[Rendering] = []
    for i, (unit, owned) in enumerate(ordered):
        done.append(_rendered(ordered, i, unit, owned, state, done))
    return done


def _rendered(
    ordered: Sequence[tuple[Unit, bool]], i: int, unit: Unit, owned: bool, state: _Agreement, done: Sequence[Rendering]
) -> Rendering:
    state.after_comma = bool(done) and done[-1].unit.text == ","
    state.after_preposition = bool(done) and done[-1].unit.part == "prep" and bool(done[-1].shown)
    if unit.part == SIGN:
        if unit.text in ".,;:!?—–-()":
            state.case = "nominative"
        if unit.text in ".;!?":
            state.subject = _Agreement().subject
        return Rendering(unit, (unit.text,))
    if unit.part == "prep":
        return _preposition(ordered, i, unit, state, done)
    if unit.part in ("v", "pred"):
        does = _verbal_noun(unit, state)
        shown = (bent(does, frozenset((_CASE_TAGS[state.case], "sing"))),) if does else _verb(unit, state)
        state.predicate = bool(unit.senses) and unit.senses[0][0] == "быть"
        state.case = "genitive" if does else "nominative" if unit.has("passive") or state.predicate else "accusative"
        behind = ordered[i + 1][0] if i + 1 < len(ordered) else None
        if unit.senses and behind is not None and _first_word(unit) in _with_dative() and _is_person(behind):
            state.case = "dative"
        return Rendering(unit, shown)
    if unit.part in _NOMINAL:
        if unit.has("nominative"):
            state.case = "nominative"
        case = "genitive" if owned else state.case
        head = _head(ordered, i, owned)
        number, gender = _counted(head[1])
        if head[1].part == "adj" and unit.part == "adj" and state.predicate:
            gender, number, _ = state.subject
        elif head[0] == i and case == "nominative" and not owned:
            state.subject = (gender, number, _person(unit))
        if head[0] == i:
            state.last = case, number, gender
            state.animacy = _animacy(unit) or "inan"
        shown = _nominal(unit, case, number, gender, ordered, i, head)
        if head[0] == i and unit.part in ("n", "pron") and not (i + 1 < len(ordered) and ordered[i + 1][1]):
            behind = ordered[i + 1][0] if i + 1 < len(ordered) else None
            if behind is None or behind.part not in (NAME, "conj"):
                state.case = "nominative"
        return Rendering(unit, shown)
    if unit.part == "conj" and unit.reading.lemma not in ("and", "or"):
        state.case = "nominative"
    return Rendering(unit, _plain(unit))


def _first_word(unit: Unit) -> str:
    return unit.senses[0][0].split()[0]


@cache
def _with_dative() -> frozenset[str]:
    """Verbs that a person follows in the dative."""
    return frozenset(language_of("ru").table("government")["dative"].split())


@cache
def _of_in() -> frozenset[str]:
    """Verbs of which English says "of" what Russian says "в" what."""
    return frozenset(language_of("ru").table("government")["of_in"].split())


def _verbal_noun(unit: Unit, state: _Agreement) -> str:
    """The noun for a gerund behind a preposition: "of robbing" is "в ограблении"; "" elsewhere."""
    if not state.after_preposition or not unit.has("gerund") or not unit.senses:
        return ""
    return next(filter(None, map(verbal_noun, unit.senses[0][:2])), "")


def _is_person(unit: Unit) -> bool:
    return unit.part == "pron" or (unit.part == "n" and _animacy(unit) == "anim")


def _plain(unit: Unit) -> tuple[str, ...]:
    if not unit.senses:
        return (unit.text,)
    return tuple(dict.fromkeys(_compared(sense[0], unit) for sense in senses_shown(unit)))


def _compared(gloss: str, unit: Unit) -> str:
    if unit.has("comparative"):
        form = bent(gloss, frozenset(("COMP",)))
        return form if form != gloss else f"более {gloss}"
    return gloss


def _preposition(
    ordered: Sequence[tuple[Unit, bool]], i: int, unit: Unit, state: _Agreement, done: Sequence[Rendering]
) -> Rendering:
    gloss = unit.senses[0][0] if unit.senses else unit.text
    if unit.reading.lemma == "of":
        before = ordered[i - 1][0] if i else None
        state.case = "genitive"
        if before is not None and before.part in ("n", NAME, "num", "pron", "adj", "det", NUMBER):
            return Rendering(unit, ())
        if before is not None and before.senses and _first_word(before) in _of_in():
            state.case = "prepositional"
            return Rendering(unit, ("в",))
    behind = ordered[i + 1][0] if i + 1 < len(ordered) else None
    if behind is not None and is_day(behind):
        gloss = {"на": "в"}.get(gloss, gloss)
        state.case = "accusative" if gloss == "в" else _case_of(gloss)
        if gloss == "в" and behind.senses[0][0].startswith("вт"):
            gloss = "во"
        return Rendering(unit, (gloss,))
    if unit.reading.lemma == "by" and done and done[-1].unit.has("passive"):
        state.case = "instrumental"  # by whom
        return Rendering(unit, ())
    if unit.reading.lemma == "by" and behind is not None and behind.part == NUMBER:
        gloss, state.case = "на", "accusative"  # by how much
    else:
        state.case = _case_of(gloss)
    return Rendering(unit, (gloss,))


def _case_of(gloss: str) -> str:
    """The case that a preposition asks for; that of its last word where it has several, else the genitive."""
    known = government()
    cases = known.get(gloss) or (known.get(gloss.split()[-1]) if " " in gloss else None)
    return cases[0] if cases else "genitive"


def _head(ordered: Sequence[tuple[Unit, bool]], i: int, owned: bool) -> tuple[int, Unit]:
    """The noun with which a word agrees: itself, or that which its adjectives stand before."""
    place = i
    while (
        place + 1 < len(ordered)
        and _adjectival(ordered[place][0])
        and ordered[place + 1][0].part in ("adj", "n")
        and ordered[place + 1][1] == owned
    ):
        place += 1
    return place, ordered[place][0]


def _adjectival(unit: Unit) -> bool:
    """Whether a word stands before a noun and agrees with it."""
    if unit.part in ("adj", "num", NUMBER):
        return True
    if unit.part not in ("det", "pron") or not unit.senses:
        return False
    parse = base_parse(unit.senses[0][0], None)
    return parse is not None and parse.tag.POS == "ADJF"


def _counted(unit: Unit) -> tuple[str, str]:
    """Number and gender of a noun phrase, by its head."""
    gloss = unit.senses[0][0] if unit.senses else ""
    noun = noun_of(gloss)
    if unit.part == "pron":
        number = "plur" if unit.reading.lemma in ("they", "we", "you", "these", "those") else "sing"
        return number, "femn" if unit.reading.lemma == "she" else "neut" if unit.reading.lemma == "it" else "masc"
    plural = unit.has("plural") or (noun is not None and noun.tag.number == "plur")
    gender = str(noun.tag.gender) if noun is not None and noun.tag.gender else "masc"
    return "plur" if plural else "sing", gender


def _person(unit: Unit) -> str:
    return {"i": "1per", "we": "1per", "you": "2per"}.get(unit.reading.lemma, "3per")


def _nominal(
    unit: Unit,
    case: str,
    number: str,
    gender: str,
    ordered: Sequence[tuple[Unit, bool]],
    i: int,
    head: tuple[int, Unit],
) -> tuple[str, ...]:
    if not unit.senses:
        return (unit.text,)
    if unit.fixed or unit.part == NUMBER:
        return (unit.senses[0][0],)
    if is_day(unit) and (not i or ordered[i - 1][0].part not in ("prep", "conj", SIGN, "adj", "det", "pron", "n")):
        return (
            ("во " if unit.senses[0][0].startswith("вт") else "в ") + bent(unit.senses[0][0], frozenset(("accs",))),
        )
    if unit.part == "adj" and unit.has("comparative"):
        return _plain(unit)
    if unit.part == "pron" and not _adjectival(unit):
        if unit.has("nominative") or (unit.has("accusative") and case == "nominative"):
            case = "nominative" if unit.has("nominative") else "accusative"
        return (bent(unit.senses[0][0], frozenset((_CASE_TAGS[case],))),)
    if unit.part == "num" and unit.senses[0][0] in _FEW:
        return (_few(unit.senses[0][0], case, gender, _animacy(head[1]) or "inan"),)
    counted = _number_before(ordered, i)
    if counted == "few" and case == "accusative" and _animacy(head[1]) == "anim" and _word_before(ordered, i):
        counted = "many"
    if counted and unit.part in ("n", "adj") and case in ("nominative", "accusative"):
        case, number = "genitive", "sing" if counted == "few" and unit.part == "n" else "plur"
    if counted and unit.senses[0][0] in ("человек", "люди"):
        return ("человека" if number == "sing" else "человек",)
    wanted = {_CASE_TAGS[case], number}
    if unit.part != "n" and number == "sing":
        wanted.add(gender)
    animate = (
        _animacy(head[1])
        if unit.part != "n" and case == "accusative" and (number == "plur" or gender == "masc")
        else None
    )
    if animate:
        wanted.add(animate)
    return tuple(dict.fromkeys(bent(sense[0], frozenset(wanted)) for sense in senses_shown(unit)))


def _few(number: str, case: str, gender: str, animacy: str) -> str:
    """Two, three, four or both in a case: "две", "двух"."""
    wanted = {_CASE_TAGS[case]} | ({animacy} if case == "accusative" else set())
    if case == "nominative" or (case == "accusative" and animacy == "inan"):
        by_gender = bent(number, frozenset({*wanted, gender}))
        if by_gender != number:
            return by_gender
    return bent(number, frozenset(wanted))


def _animacy(head: Unit) -> str | None:
    noun = noun_of(head.senses[0][0]) if head.senses else None
    return str(noun.tag.animacy) if noun is not None and noun.tag.animacy else None


def _word_before(ordered: Sequence[tuple[Unit, bool]], i: int) -> bool:
    """Whether the number before a noun and its adjectives is written as a word."""
    place = next(k for k in range(i - 1, -1, -1) if ordered[k][0].part != "adj")
    return ordered[place][0].part == "num"


def _number_before(ordered: Sequence[tuple[Unit, bool]], i: int) -> str:
    """ "few" or "many" where a number stands before a noun and its adjectives, "" where none does."""
    place = i - 1
    while place >= 0 and ordered[place][0].part == "adj":
        place -= 1
    if place < 0:
        return ""
    unit = ordered[place][0]
    if unit.part == NUMBER:
        digits = unit.text.replace(",", "")
        if not digits.isdigit():
            return "few" if "." in digits else ""
        if len(digits) == _YEAR and digits[:2] in ("19", "20"):
            return ""
        if digits[-2:-1] == "1" or digits[-1] in "056789":
            return "many"
        return "" if digits[-1] == "1" else "few"
    if unit.part == "num" and unit.senses:
        told = unit.senses[0][0]
        return "" if told == "один" or _is_ordinal(told) else "few" if told in _FEW else "many"
    if (
        unit.part == "n"
        and unit.senses
        and unit.senses[0][0] in ("миллион", "миллиард", "тысяча", "процент", "триллион")
    ):
        return "many" if place == i - 1 else ""
    return "many" if unit.senses and unit.senses[0][0] in ("много", "мало", "несколько", "больше") else ""


def _is_ordinal(word: str) -> bool:
    return word.endswith(("ый", "ой", "ий"))


def _verb(unit: Unit, state: _Agreement) -> tuple[str, ...]:
    if not unit.senses:
        return (unit.text,)
    if unit.fixed:
        return (unit.senses[0][0],)
    return tuple(dict.fromkeys(_verb_form(sense, unit, state) for sense in senses_shown(unit)))


def _verb_form(sense: Sequence[str], unit: Unit, state: _Agreement) -> str:
    gender, number, person = state.subject
    features = unit.reading.features
    many = {number} if number == "plur" else {number, gender}
    if "participle" in features and "passive" in features:
        if "short" in features:
            short = bent(sense[0], frozenset({"PRTS", "past", *many}), frozenset({"past", *many}))
            return _being(features, many, number, person) + short
        return _participle(sense, state, many)
    if "conditional" in features:
        return bent(of_aspect(sense, "perf"), frozenset({"past", *many})) + " бы"
    if "past" in features:
        return bent(of_aspect(sense, "perf"), frozenset({"past", *many}))
    if "gerund" in features and not state.after_comma:
        return of_aspect(sense, "impf")
    if "gerund" in features:
        return bent(of_aspect(sense, "impf"), frozenset({"GRND", "pres"}), frozenset({"GRND"}))
    if "future" in features:
        return bent(of_aspect(sense, "perf"), frozenset({"futr", number, person}))
    if "present" in features:
        if sense[0] == "быть":
            return "есть"
        return bent(of_aspect(sense, "impf"), frozenset({"pres", number, person}), frozenset({"futr", number, person}))
    return sense[0]


def _being(features: frozenset[str], many: set[str], number: str, person: str) -> str:
    """What stands before a short participle: nothing for what was or is done."""
    if "infinitive" in features:
        return "быть "
    if "future" in features:
        return bent("быть", frozenset(("futr", number, person))) + " "
    if "conditional" in features:
        return bent("быть", frozenset(("past", *many))) + " бы "
    return ""


def _participle(sense: Sequence[str], state: _Agreement, many: set[str]) -> str:
    """A passive participle that agrees with the last noun: of the past if the verb has one, else of the present."""
    case, number, gender = state.last
    full = {_CASE_TAGS[case], number} | ({gender} if number == "sing" else set())
    if case == "accusative" and (number == "plur" or gender == "masc"):
        full.add(state.animacy)
    verbs = dict.fromkeys((sense[0], of_aspect(sense, "perf")))
    for time in ("past", "pres"):
        for verb in verbs:
            form = bent(verb, frozenset({"PRTF", "pssv", time, *full}))
            if form != verb:
                return form
    return bent(sense[0], frozenset({"past", *many}))
