"""Reading how sure a sentence is of what it says: hedges, attributions and the words that may stand for them."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from translate.languages.ru.morphology import parses

Track = Literal["attribution", "hedge", "allegation"]

ATTRIBUTED, LIKELY, POSSIBLE, ALLEGED = 1, 2, 3, 4  # steps of the ladder; 0 is a plain fact
STEPS: Mapping[Track, frozenset[int]] = {
    "attribution": frozenset((ATTRIBUTED,)),
    "hedge": frozenset((LIKELY, POSSIBLE)),
    "allegation": frozenset((ALLEGED,)),
}
_LISTS = {"attributed": ATTRIBUTED, "likely": LIKELY, "possible": POSSIBLE, "alleged": ALLEGED}

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_VERB_WITHIN = 5  # words behind "может" among which its verb stands
_TAIL_WORDS, _SUBJECT_WORDS = 10, 6  # words in a clause such as ", the head of the ministry said on Monday."
_MODALS = frozenset(("may", "might", "could", "can", "мочь", "смочь", "можно"))
# "according to the law", "to plan", "to which": nobody says it
_NO_SOURCES = frozenset(
    (
        "rules",
        "law",
        "laws",
        "legislation",
        "plan",
        "plans",
        "schedule",
        "order",
        "which",
        "agreement",
        "agreements",
        "contract",
        "number",
        "principle",
        "size",
        "age",
        "type",
        "level",
        "sales",
        "terms",
        "закону",
        "законам",
        "правилам",
        "плану",
        "графику",
        "договору",
        "соглашению",
        "расписанию",
    )
)
# "military might"; "that said", "I said", "to be told": nobody else is quoted
_BEFORE_NO_MODAL = frozenset(("the", "military", "of", "its", "their", "his", "her", "our", "with"))
_BEFORE_NO_SPEECH = frozenset(("not", "that", "never", "i", "we", "you", "be", "не", "я", "мы"))


@dataclass(frozen=True, slots=True)
class Mark:
    """An expression of certainty in one sentence.

    Attributes:
        start, end: Half-open offsets into the sentence, in code points.
        steps: Steps of the ladder it surely stands for; empty where it only answers expressions of the other side.
        firm: Tracks on which it surely says something.
        faint: Tracks on which it may be what a translator used instead.
        modal: Whether it is a verb (may, might, мочь), of which much may also be ability or permission.
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
        language: "ru" or "en".

    Example:
        >>> [sorted(mark.steps) for mark in read_certainty("It may snow, the ministry said.", "en")]
        [[3], [1]]
    """
    table, longest = _table(language)
    words = list(_WORD.finditer(text))
    plain = [word.group().casefold() for word in words]
    marks: list[Mark] = []
    i = 0
    while i < len(words):
        step = 1
        for length in range(min(longest, len(words) - i), 0, -1):
            entry = table.get(" ".join(plain[i : i + length]))
            if entry is None and length == 1 and language == "ru":
                entry = table.get(str(parses(plain[i])[0].normal_form))
            if entry is not None:
                strong = bool(entry.steps) and _is_strong(words, i, length, language)
                if strong and entry.steps == {ATTRIBUTED} and length == 1:
                    strong = _ends_the_sentence(text, words, i)
                steps = entry.steps if strong else frozenset[int]()
                loose = entry.loose if not strong and _is_loose(words, i, length, language) else frozenset[int]()
                modal = length == 1 and (plain[i] if language == "en" else parses(plain[i])[0].normal_form) in _MODALS
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


@lru_cache(maxsize=2)
def _table(language: str) -> tuple[Mapping[str, _Entry], int]:
    """Expressions of one language, and how many words the longest has."""
    text = files("translate.differences.contrasts").joinpath("certainty_words.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    lists = {
        name: {" ".join(part.split()) for part in expressions.split("|")} for name, expressions in raw[language].items()
    }
    tracks: tuple[Track, ...] = get_args(Track)
    table = {}
    for expression in set().union(*lists.values()):
        steps = frozenset(step for name, step in _LISTS.items() if expression in lists[name])
        loose = frozenset(step for name, step in _LISTS.items() if expression in lists.get(f"loose_{name}", ()))
        firm = frozenset(t for t in tracks if (steps | loose) & STEPS[t] or expression in lists.get(f"firm_{t}", ()))
        hedged = {"allegation"} if expression in lists["firm_hedge"] else set()  # "thought to be" for "allegedly"
        faint = frozenset(t for t in tracks if t in hedged or expression in lists.get(f"faint_{t}", ())) - firm
        table[expression] = _Entry(steps, _hedging(firm, steps | loose), faint, loose)
    return table, max(len(expression.split()) for expression in table)


def _hedging(firm: frozenset[Track], steps: frozenset[int]) -> frozenset[Track]:
    """Hedges answer allegations, and the other way round."""
    return firm | {"hedge", "allegation"} if steps - {ATTRIBUTED} else firm


def _ends_the_sentence(text: str, words: Sequence[re.Match[str]], i: int) -> bool:
    """Whether a verb of speech stands in a clause behind all that is told: ", the ministry said on Monday."."""
    start = max(text.rfind(mark, 0, words[i].start()) for mark in (", ", " - ", " – ", " — "))
    if start < len(text) / 3 or len(words) - i > _TAIL_WORDS:
        return False
    return sum(word.start() > start for word in words[:i]) <= _SUBJECT_WORDS and "," not in text[words[i].end() :]


def _is_loose(words: Sequence[re.Match[str]], i: int, length: int, language: str) -> bool:
    """Whether an expression may stand for a step where it is not strong: not a name, and not denied."""
    before = words[i - 1].group().casefold() if i else ""
    after = {other.group().casefold() for other in words[i + length : i + length + _VERB_WITHIN]}
    capital = words[i].group()[0].isupper() and i > 0
    if language == "ru" and length == 1:
        tag = parses(words[i].group().casefold())[0].tag
        if parses(words[i].group().casefold())[0].normal_form in _MODALS and "past" in tag:
            return False  # was able to
        if tag.POS in ("INFN", "PRTF", "PRTS", "GRND") or {"1per", "2per", "impr"} & set(tag.grammemes):
            return False
    return not capital and before not in _BEFORE_NO_SPEECH | _BEFORE_NO_MODAL and not _NO_SOURCES & after


def _is_strong(words: Sequence[re.Match[str]], i: int, length: int, language: str) -> bool:
    """Whether an expression of the ladder has its strong meaning where it stands."""
    word = words[i].group()
    before = words[i - 1].group().casefold() if i else ""
    after = [other.group().casefold() for other in words[i + length : i + length + _VERB_WITHIN]]
    if language == "en":
        if word.casefold() in _MODALS:
            return (
                word.casefold() != "can" and word.islower() and before not in _BEFORE_NO_MODAL and after[:1] != ["not"]
            )  # May is a month
        if word == "likely" and before in ("more", "less", "how"):
            return False
        return (
            before not in _BEFORE_NO_SPEECH
            and (word.islower() or length > 1 or not i)
            and not _NO_SOURCES & set(after[:4])
        )
    if length > 1:
        return True
    reading = parses(word.casefold())[0]
    if reading.normal_form == "мочь":
        return "3per" in reading.tag and before != "не" and any("INFN" in parses(next_)[0].tag for next_ in after)
    if "VERB" in reading.tag:
        told = "past" in reading.tag or {"3per", "pres"} in reading.tag
        return told and before not in _BEFORE_NO_SPEECH
    return reading.tag.POS not in ("INFN", "PRTF", "PRTS", "GRND") and after[:1] != ["на"]  # "похоже на" is no hedge
