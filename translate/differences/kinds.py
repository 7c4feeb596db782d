"""The table of kinds: all that there is to know about a kind of difference but how it is found.

Whoever adds a kind adds its name to `Kind`, a line here, a finder, its words and its tests; CONTRIBUTING.md tells how.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from translate.differences import finders
from translate.differences.contrasts import certainty, meaning, negation, quotes
from translate.differences.difference import Kind
from translate.differences.finders import Finder
from translate.differences.parts import partial
from translate.options import OperatingPoint
from translate.wording.phrase import Phrase, in_context

Family = Literal["only", "part", "conflict", "moved"]
Leasts = Mapping[OperatingPoint, float]

# Points of salience.py: what contradicts the other version, or is wholly missing there, weighs by itself.
WEIGHTY, LIGHT = 2, 0


@dataclass(frozen=True, slots=True)
class KindOfDifference:
    """One line of the table.

    Attributes:
        family: Decides its colour; "only" is found in one-sided beads and all others in two-sided ones.
        points: How much it weighs by itself, see salience.py.
        finder: Who finds it.
        turn: When its finder is asked, the lowest first, equal ones in the order of the table; what stands in the words
            of an earlier one, a part of a sentence does not tell again.
        least: Corrected confidence in [0, 1] from which it is shown at each operating point; empty where always.
        label: What it is called, in lists and counts.
        tag: The short label inside a text, next to its colour.
    """

    family: Family
    points: int
    finder: Finder
    turn: int
    least: Leasts
    label: Phrase
    tag: Phrase


def _leasts(careful: float, balanced: float, sensitive: float) -> Leasts:
    return MappingProxyType({"careful": careful, "balanced": balanced, "sensitive": sensitive})


_ALWAYS: Leasts = MappingProxyType({})
# "balanced" keeps the flags in untouched news rare; parts of sentences are shown from where three flags of five are
# right. benchmarks/fit/confidence.py, contrasts.py and partial.py print what each point reaches.
_FACTS = _leasts(0.75, 0.4, 0.2)
# Of sentences that nothing over there tells of, in a retelling: "careful" is right in 93 of 100, "balanced" calls 7 of
# 100 sentences lone that are told in full and misses as many lone ones as it calls others so, on retold stories and on
# real articles alike. benchmarks/fit/counterparts.py prints what each point reaches.
_LONE = _leasts(0.86, 0.5, 0.25)

# In the order in which counts list them.
KINDS: Mapping[Kind, KindOfDifference] = MappingProxyType(
    {
        "omission": KindOfDifference(
            "only", WEIGHTY, finders.omissions, 0, _LONE, Phrase("only in the first text"), Phrase("only here")
        ),
        "addition": KindOfDifference(
            "only", WEIGHTY, finders.additions, 0, _LONE, Phrase("only in the second text"), Phrase("only here")
        ),
        "partial": KindOfDifference(
            "part",
            LIGHT,
            finders.parts,
            3,
            _leasts(partial.CAREFUL, partial.BALANCED, partial.SENSITIVE),
            Phrase("part of a sentence"),
            Phrase("part only here"),
        ),
        "number": KindOfDifference(
            "conflict",
            WEIGHTY,
            finders.numbers,
            1,
            _FACTS,
            in_context("kind", "number"),
            in_context("tag", "number"),
        ),
        "date": KindOfDifference(
            "conflict", WEIGHTY, finders.dates, 1, _FACTS, in_context("kind", "date"), in_context("tag", "date")
        ),
        "name": KindOfDifference(
            "conflict", WEIGHTY, finders.names, 1, _FACTS, in_context("kind", "name"), in_context("tag", "name")
        ),
        "quote": KindOfDifference(
            "conflict",
            WEIGHTY,
            finders.quotes,
            2,
            _leasts(0.8, quotes.BALANCED, 0.35),
            in_context("kind", "quote"),
            in_context("tag", "quote"),
        ),
        "negation": KindOfDifference(
            "conflict",
            WEIGHTY,
            finders.negations,
            1,
            _leasts(0.75, negation.BALANCED, 0.25),
            in_context("kind", "negation"),
            in_context("tag", "negation"),
        ),
        "meaning": KindOfDifference(
            "conflict",
            WEIGHTY,
            finders.meanings,
            2,
            _leasts(meaning.CAREFUL, meaning.BALANCED, meaning.SENSITIVE),
            in_context("kind", "meaning"),
            in_context("tag", "meaning"),
        ),
        "certainty": KindOfDifference(
            "conflict",
            WEIGHTY,
            finders.certainty,
            2,
            _leasts(0.8, certainty.BALANCED, 0.35),
            in_context("kind", "certainty"),
            in_context("tag", "certainty"),
        ),
        "moved": KindOfDifference(
            "moved", LIGHT, finders.moved, 0, _ALWAYS, in_context("kind", "moved"), in_context("tag", "moved")
        ),
        # Asked last: what a glossary says of a word hides nothing that is found without one.
        "term": KindOfDifference(
            "conflict", LIGHT, finders.terms, 4, _ALWAYS, in_context("kind", "term"), in_context("tag", "term")
        ),
    }
)
"""All kinds of difference by name, with their family, their weight and what they are called."""


def least_shown(point: OperatingPoint) -> dict[Kind, float]:
    """Corrected confidence in [0, 1] from which each kind is shown at an operating point; 0 where always."""
    return {kind: about.least.get(point, 0.0) for kind, about in KINDS.items()}
