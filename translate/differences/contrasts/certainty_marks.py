"""Reading how sure a sentence is of what it says: hedges, attributions and the words that may stand for them.

Certainty is read on a ladder: 0 a plain fact, 1 attributed, 2 likely, 3 possible, 4 alleged or doubted. certainty.toml
of a language lists its expressions; what is listed on several steps spans them. What is on the ladder ("attributed",
"likely", "possible", "alleged") starts a flag; what the "loose" lists have may do so as well, less surely ("X said
that ...", "can"). "firm" lists what surely answers an attribution or a hedge of the other language, "faint" what a
translator may have used instead, "idle" what only looks like an expression. A verb of step 1 is strong in a clause
behind what is told ("..., the ministry said.") and loose elsewhere; modal verbs tell where the other language has the
future in their place.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Literal, get_args

from translate.languages.language import Reading
from translate.languages.registry import language_of

Track = Literal["attribution", "hedge", "allegation"]

ATTRIBUTED, LIKELY, POSSIBLE, ALLEGED = 1, 2, 3, 4  # steps of the ladder; 0 is a plain fact
STEPS: Mapping[Track, frozenset[int]] = {
    "attribution": frozenset((ATTRIBUTED,)),
    "hedge": frozenset((LIKELY, POSSIBLE)),
    "allegation": frozenset((ALLEGED,)),
}
_LISTS = {"attributed": ATTRIBUTED, "likely": LIKELY, "possible": POSSIBLE, "alleged": ALLEGED}

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_VERB_WITHIN = 5  # words behind a modal verb among which its verb stands
_TAIL_WORDS, _SUBJECT_WORDS = 10, 6  # words in a clause such as ", the head of the ministry said on Monday."
# Tags of OpenCorpora: forms that tell nothing, and persons to whom nobody else is quoted.
_NOT_FINITE = frozenset(("INFN", "PRTF", "PRTS", "GRND"))
_ADDRESSED = frozenset(("1per", "2per", "impr"))


@dataclass(frozen=True, slots=True)
class Mark:
    """An expression of certainty in one sentence.

    Attributes:
        start, end: Half-open offsets into the sentence, in code points.
        steps: Steps of the ladder it surely stands for; empty where it only answers expressions of the other side.
        firm: Tracks on which it surely says something.
        faint: Tracks on which it may be what a translator used instead.
        modal: Whether it is a verb (may, might), of which much may also be ability or permission.
        loose: Steps that it may stand for, less surely than those in `steps`: "X said that ...", "can".
    """

    start: int
    end: int
    steps: frozenset[int]
    firm: frozenset[Track]
    faint: frozenset[Track]
    modal: bool
    loose: frozenset[int] = frozenset()

    @property
    def all_steps(self) -> frozenset[int]:
        """Steps that it stands for, surely or not."""
        return self.steps | self.loose


@lru_cache(maxsize=4096)
def read_certainty(text: str, language: str) -> tuple[Mark, ...]:
    """Expressions of certainty in one sentence, in reading order.

    Args:
        text: One sentence in normal spelling.
        language: ISO 639-1 code; nothing is found in a language without certainty.toml.

    Example:
        >>> [sorted(mark.steps) for mark in read_certainty("It may snow, the ministry said.", "en")]
        [[3], [1]]
    """
    table, longest = _table(language)
    if not table:
        return ()
    context, morphology = _context(language), language_of(language).morphology
    words = list(_WORD.finditer(text))
    plain = [word.group().casefold() for word in words]
    marks: list[Mark] = []
    i = 0
    while i < len(words):
        step = 1
        for length in range(min(longest, len(words) - i), 0, -1):
            entry = table.get(" ".join(plain[i : i + length]))
            reading = morphology.readings(plain[i])[0] if length == 1 else None
            if entry is None and reading is not None:
                entry = table.get(reading.lemma)
            if entry is not None:
                strong = bool(entry.steps) and _is_strong(words, i, length, language)
                if strong and entry.steps == {ATTRIBUTED} and length == 1:
                    strong = _ends_the_sentence(text, words, i)
                steps = entry.steps if strong else frozenset[int]()
                loose = (
                    entry.loose if not strong and _is_loose(words, i, length, context, reading) else frozenset[int]()
                )
                modal = reading is not None and reading.lemma in context.modals
                place = words[i].start(), words[i + length - 1].end()
                marks.append(Mark(*place, steps, entry.firm, entry.faint, modal, loose))
                step = length
                break
        i += step
    return tuple(marks)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the table says of one expression."""

    steps: frozenset[int]
    firm: frozenset[Track]
    faint: frozenset[Track]
    loose: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Context:
    """Words around an expression that say whether it has its strong meaning.

    Attributes:
        modals: Modal verbs, in dictionary form.
        strong_modals: Those that may be strong.
        no_sources: What nobody says: "according to the law".
        before_no_modal: What stands before a noun that looks like a modal verb: "military might".
        before_no_speech: What stands before a verb of speech by which nobody else is quoted: "I said".
        behind_no_hedge: What stands behind a hedge that is none.
        compared, before_compared: Hedges that are none behind these words: "more likely".
        denied_before, denied_behind: Negations of a modal verb, before and behind it.
    """

    modals: frozenset[str]
    strong_modals: frozenset[str]
    no_sources: frozenset[str]
    before_no_modal: frozenset[str]
    before_no_speech: frozenset[str]
    behind_no_hedge: frozenset[str]
    compared: frozenset[str]
    before_compared: frozenset[str]
    denied_before: frozenset[str]
    denied_behind: frozenset[str]


@cache
def _context(language: str) -> _Context:
    table = language_of(language).table("certainty").get("context", {})
    return _Context(*(frozenset(table.get(name, "").split()) for name in (field.name for field in fields(_Context))))


@cache
def _table(language: str) -> tuple[Mapping[str, _Entry], int]:
    """Expressions of one language, and how many words the longest has."""
    lists = {
        name: {" ".join(part.split()) for part in expressions.split("|")}
        for name, expressions in language_of(language).table("certainty").get("expressions", {}).items()
    }
    tracks: tuple[Track, ...] = get_args(Track)
    table = {}
    for expression in set().union(*lists.values()):
        steps = frozenset(step for name, step in _LISTS.items() if expression in lists.get(name, ()))
        loose = frozenset(step for name, step in _LISTS.items() if expression in lists.get(f"loose_{name}", ()))
        firm = frozenset(t for t in tracks if (steps | loose) & STEPS[t] or expression in lists.get(f"firm_{t}", ()))
        hedged = (
            {"allegation"} if expression in lists.get("firm_hedge", ()) else set()
        )  # "thought to be" for "allegedly"
        faint = frozenset(t for t in tracks if t in hedged or expression in lists.get(f"faint_{t}", ())) - firm
        table[expression] = _Entry(steps, _hedging(firm, steps | loose), faint, loose)
    return table, max((len(expression.split()) for expression in table), default=0)


def _hedging(firm: frozenset[Track], steps: frozenset[int]) -> frozenset[Track]:
    """Hedges answer allegations, and the other way round."""
    return firm | {"hedge", "allegation"} if steps - {ATTRIBUTED} else firm


def _ends_the_sentence(text: str, words: Sequence[re.Match[str]], i: int) -> bool:
    """Whether a verb of speech stands in a clause behind all that is told: ", the ministry said on Monday."."""
    start = max(text.rfind(mark, 0, words[i].start()) for mark in (", ", " - ", " – ", " — "))
    if start < len(text) / 3 or len(words) - i > _TAIL_WORDS:
        return False
    return sum(word.start() > start for word in words[:i]) <= _SUBJECT_WORDS and "," not in text[words[i].end() :]


def _is_loose(words: Sequence[re.Match[str]], i: int, length: int, context: _Context, reading: Reading | None) -> bool:
    """Whether an expression may stand for a step where it is not strong: not a name, and not denied."""
    before = words[i - 1].group().casefold() if i else ""
    after = {other.group().casefold() for other in words[i + length : i + length + _VERB_WITHIN]}
    capital = words[i].group()[0].isupper() and i > 0
    if reading is not None:
        if reading.lemma in context.modals and "past" in reading.grammemes:
            return False  # was able to
        if not reading.grammemes.isdisjoint(_NOT_FINITE | _ADDRESSED):
            return False
    quoted = before not in context.before_no_speech and before not in context.before_no_modal
    return not capital and quoted and not context.no_sources & after


def _is_strong(words: Sequence[re.Match[str]], i: int, length: int, language: str) -> bool:
    """Whether an expression of the ladder has its strong meaning where it stands."""
    before = words[i - 1].group().casefold() if i else ""
    after = [other.group().casefold() for other in words[i + length : i + length + _VERB_WITHIN]]
    context = _context(language)
    if not language_of(language).has_dictionary:
        return _is_strong_beside(words[i].group(), before, after, context, at_start=length > 1 or not i)
    return length > 1 or _is_strong_form(words[i].group().casefold(), before, after, language, context)


def _is_strong_beside(word: str, before: str, after: Sequence[str], context: _Context, *, at_start: bool) -> bool:
    """The same in a language without a dictionary, by the words beside it; `at_start`: its capital says nothing."""
    plain = word.casefold()
    if plain in context.modals:  # May is a month
        denied = before in context.denied_before or not context.denied_behind.isdisjoint(after[:1])
        return (
            plain in context.strong_modals and word.islower() and before not in context.before_no_modal and not denied
        )
    if word in context.compared and before in context.before_compared:
        return False
    sourced = not context.no_sources & set(after[:4])
    return before not in context.before_no_speech and (word.islower() or at_start) and sourced


def _is_strong_form(word: str, before: str, after: Sequence[str], language: str, context: _Context) -> bool:
    """The same for one word that a dictionary knows, by its form."""
    morphology = language_of(language).morphology
    reading = morphology.readings(word)[0]
    if reading.lemma in context.strong_modals:
        has_verb = any("INFN" in morphology.grammemes(other) for other in after)
        return "3per" in reading.grammemes and before not in context.denied_before and has_verb
    if "VERB" in reading.grammemes:
        told = "past" in reading.grammemes or {"3per", "pres"} <= reading.grammemes
        return told and before not in context.before_no_speech
    return reading.grammemes.isdisjoint(_NOT_FINITE) and context.behind_no_hedge.isdisjoint(after[:1])
