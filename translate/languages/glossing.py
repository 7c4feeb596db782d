"""What a word of a sentence is read as, and what stands for it in a gloss: the terms in which languages talk of it.

`tagging` of a language's folder reads its words in their sentence, `composing` of another's puts the glosses into a
form and an order that are possible there. Both say what a word is by the parts of speech of the dictionary and by
features, each a word of its own: "plural", "past", "present", "future", "third" (person), "infinitive", "gerund",
"participle", "active", "passive", "comparative", "superlative", "negated", "possessive", "feminine", "neuter", "opens"
(a phrase, behind an article), "month" and the cases "nominative", "genitive", "dative", "accusative", "instrumental",
"prepositional".
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from translate.languages.language import Language

NAME, NUMBER, SIGN = "name", "number", "sign"  # what is no word of the dictionary
HELPER = "aux"  # a word that other languages have no word for: "have" in "have gone", "the"
_AMBIGUOUS = frozenset(
    ("n", "adj")
)  # parts of speech of which a reader sees two senses; of verbs the first is likely enough
NOTHING: frozenset[str] = frozenset()
_OPENS = frozenset(("opens",))
_LONG = 4  # letters of a word that headlines in title case give a capital
_FEW = 3  # words of that length; fewer tell nothing
_TITLE_CASE = 0.75  # share of them


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a word in its sentence.

    Attributes:
        lemma: Dictionary form, in small letters.
        part: Part of speech as the dictionary calls it; "" where nothing is known.
        features: What the form says beyond that.
    """

    lemma: str
    part: str = ""
    features: frozenset[str] = NOTHING


@dataclass(frozen=True, slots=True)
class Unit:
    """Words of a sentence that one gloss stands for, or a sign between them.

    Attributes:
        text: As it stands in the sentence.
        start, end: Half-open offsets there.
        gap: The white space before it.
        reading: How it is taken: of a phrase its head.
        senses: What it says, in dictionary forms of the other language, the commonest first; empty where it stays.
        fixed: Whether the first of them may be bent to no other form.
        known: Whether it stands in the dictionary, or is a name, a number or a sign.
        capital: Whether it has a capital where not every word has one.
        likely: How many of the senses, from the first on, are likely enough for a reader to see.
    """

    text: str
    start: int
    end: int
    gap: str = ""
    reading: Reading = field(default_factory=lambda: Reading(""))
    senses: tuple[tuple[str, ...], ...] = ()
    fixed: bool = False
    known: bool = True
    capital: bool = False
    likely: int = 1

    @property
    def part(self) -> str:
        """Its part of speech, or NAME, NUMBER, SIGN."""
        return self.reading.part

    def has(self, *features: str) -> bool:
        """Whether its form says all of this."""
        return self.reading.features.issuperset(features)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A unit as the other language writes it.

    Attributes:
        unit: The unit.
        shown: Its glosses, the first first; two where its senses differ; empty where nothing is written for it.
    """

    unit: Unit
    shown: tuple[str, ...]


Tagger = Callable[[Sequence[str], Callable[[str], Collection[str]]], Sequence[Sequence[Reading]]]
"""From the words and signs of a sentence, and the parts of speech under which a lemma is listed, to their readings."""
Composer = Callable[[Sequence[Unit]], Sequence[Rendering]]


def plainly_tagged(
    words: Sequence[str], listed: Callable[[str], Collection[str]], language: Language
) -> list[tuple[Reading, ...]]:
    """The readings of words in a language that says nothing of their forms."""
    return [
        tuple(Reading(base, part) for base in language.bases(word.lower()) for part in listed(base) or ("",))
        for word in words
    ]


def plainly_composed(units: Sequence[Unit]) -> list[Rendering]:
    """Glosses in their dictionary form and in the order of the source."""
    return [Rendering(unit, (unit.senses[0][0],) if unit.senses else (unit.text,)) for unit in units]


def without_helpers(units: Sequence[Unit]) -> list[Unit]:
    """Units less those that only help others; the white space before one that goes is kept, and that a phrase opens."""
    kept: list[Unit] = []
    gap = ""
    opens = NOTHING
    for unit in units:
        gap = unit.gap or gap
        if unit.part != HELPER:
            reading = replace(unit.reading, features=unit.reading.features | opens)
            kept.append(replace(unit, gap=gap, reading=reading))
            gap, opens = "", NOTHING
        elif unit.text[0].isalpha():
            opens = _OPENS
    return kept


def capital_tells(words: Sequence[str]) -> bool:
    """Whether capitals in a sentence mark names: not where most of its longer words have one, as in a headline.

    Example:
        >>> capital_tells("The Court Rules in March for Bank".split()), capital_tells("Mr Johnson saw the bank".split())
        (False, True)
    """
    long = [word for word in words if len(word) >= _LONG and word[0].isalpha()]
    return len(long) < _FEW or sum(word[0].isupper() for word in long) <= _TITLE_CASE * len(long)


def capitalized(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def senses_shown(unit: Unit) -> tuple[tuple[str, ...], ...]:
    """The senses that a reader is to see: two of a single noun or adjective where both are likely, else one."""
    ambiguous = unit.part in _AMBIGUOUS and not unit.fixed and " " not in unit.text
    return unit.senses[: unit.likely if ambiguous else 1]
