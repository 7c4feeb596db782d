"""How far from done, and how sure, a sentence tells an event to be, by its expressions: a plan, a suspicion, a verdict.

stances.toml of a language lists expressions by class under [strong], and under [faint] what only answers an expression
of the other version. Some classes leave an event open (it is planned, threatened, suspected, claimed), others close it
(it is proved, admitted, decided, done).
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.differences.contrasts.polarity import denial_ahead, plain_apostrophes
from translate.languages.registry import language_of

# Classes of which one may stand for another: what somebody will do, what somebody knows or says, what is certain.
GROUPS = (
    frozenset(
        (
            "plan",
            "promise",
            "threat",
            "attempt",
            "hope",
            "fear",
            "demand",
            "proposal",
            "expectation",
            "possible",
            "future",
        )
    ),
    frozenset(
        ("possible", "probable", "belief", "suspicion", "accusation", "claim", "rumour", "provisional", "almost")
    ),
    frozenset(("proof", "verdict", "admission")),
    frozenset(("decision", "done", "certain")),
    frozenset(("admission", "claim", "verdict")),
)
FUTURE = "future"  # the class of verbs in that tense, which the dictionary of a language tells
CLOSED = GROUPS[2] | GROUPS[3]
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Stance:
    """An expression of one class in one sentence, in small letters.

    Attributes:
        sort: Its class.
        closed: Whether that closes the event.
        faint: Whether it only answers expressions of the other version.
        start, end: Half-open offsets.
    """

    sort: str
    closed: bool
    faint: bool
    start: int
    end: int


@lru_cache(maxsize=4096)
def read_stances(text: str, language: str) -> tuple[Stance, ...]:
    """The expressions of a sentence in normal spelling, class by class; denied ones are none."""
    small = plain_apostrophes(text)
    found = []
    for sort, closed, faint, pattern in _classes(language):
        for match in pattern.finditer(small):
            named = text[match.start()].isupper() and match.start() > 0
            if not named and denial_ahead(small[: match.start()], language)[0] is None:
                found.append(Stance(sort, closed, faint, *match.span()))
    of = language_of(language)
    for match in WORD.finditer(small) if of.has_dictionary else ():
        if {"VERB", "futr"} <= of.morphology.readings(match.group())[0].grammemes:
            found.append(Stance(FUTURE, False, False, *match.span()))
    return tuple(found)


@cache
def _classes(language: str) -> tuple[tuple[str, bool, bool, re.Pattern[str]], ...]:
    table = language_of(language).table("stances")
    return tuple(
        (sort, sort in CLOSED, faint, re.compile(rf"(?<![\w'-])(?:{listed.replace(' ', chr(92) + 's+')})(?![\w'-])"))
        for name, faint in (("strong", False), ("faint", True))
        for sort, listed in table.get(name, {}).items()
    )
