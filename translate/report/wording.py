"""The words that every report shares: names of languages and kinds, and sentences about the whole comparison.

They stand in one place so that two formats never disagree, and a translated interface has one thing to translate.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from babel.dates import get_day_names, get_month_names

from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.differences.difference import Difference, Kind, Reading
from translate.engines.translation import Translation
from translate.text.document import LANGUAGE_NAMES

SideName = Literal["source", "target"]
Family = Literal["only", "part", "conflict", "moved"]

DATE = re.compile(
    r"(?:(?P<year>\d{4})|-)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?(?: (?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun))?"
)
RELATIVE = re.compile(r"(?P<unit>\w+) (?P<offset>[+-][01])")
WEEKDAYS: dict[str, str] = {name[:3]: name for name in get_day_names(locale="en").values()}
GROUPED = re.compile(r"(?P<digits>\d{5,})(?P<rest>(?: \S.*)?)")  # shorter ones may be years
SIDES: tuple[SideName, SideName] = ("source", "target")


# The family of a kind decides its colour. The order is that of the counts.
FAMILIES: dict[Kind, Family] = {
    "omission": "only",
    "addition": "only",
    "partial": "part",
    "number": "conflict",
    "date": "conflict",
    "name": "conflict",
    "quote": "conflict",
    "negation": "conflict",
    "certainty": "conflict",
    "moved": "moved",
}

TAGS: dict[Family, str] = {"only": "only here", "part": "part only here", "conflict": "", "moved": "moved"}

ENGINE_LABELS = {
    "argos": "machine translation",
    "libretranslate": "machine translation by a LibreTranslate server",
    "demonstration": "demonstration translation, knows only the samples",
    "gloss": "gloss, no translation package installed",
    "none": "not translated",
}


def language_name(language: str) -> str:
    """Name of a language for display; the bare code where there is no name for it.

    Example:
        >>> language_name("ru"), language_name("tt")
        ('Russian', 'tt')
    """
    return LANGUAGE_NAMES.get(language, language)


def side_name(comparison: Comparison, side: str) -> str:
    """What a side is called: its language, or "both"."""
    if side == "both":
        return "both"
    return language_name((comparison.source if side == "source" else comparison.target).language)


def kind_name(comparison: Comparison, kind: Kind) -> str:
    """What a kind of difference is called in this comparison, "only in Russian" for an omission."""
    if kind == "omission":
        return f"only in {side_name(comparison, 'source')}"
    if kind == "addition":
        return f"only in {side_name(comparison, 'target')}"
    return "part of a sentence" if kind == "partial" else kind


def tag(kind: Kind) -> str:
    """The short label that stands inside the text, next to its colour."""
    return TAGS[FAMILIES[kind]] or kind


def percent(share: float) -> str:
    """A share in words of whole percent; 100 % and 0 % are kept for what is exactly that.

    Example:
        >>> percent(0.824), percent(0.9991), percent(0.001), percent(1.0)
        ('82 %', '99 %', '1 %', '100 %')
    """
    if share in (0.0, 1.0):
        return f"{share:.0%}".replace("%", " %")
    return f"{min(99, max(1, round(share * 100)))} %"


def chance(probability: float) -> str:
    """A probability that is mostly small, in whole percent.

    Example:
        >>> chance(0.034), chance(0.0002)
        ('3 %', 'under 1 %')
    """
    return percent(probability) if probability >= 0.01 else "under 1 %"


def sentences_named(comparison: Comparison, side: SideName, indices: Sequence[int]) -> str:
    """Sentences of one side by their numbers, which count from 1: "Russian sentences 4 and 5"."""
    numbers = [str(index + 1) for index in indices]
    listed = " and ".join(filter(None, [", ".join(numbers[:-1]), numbers[-1]]))
    return f"{side_name(comparison, side)} {'sentence' if len(numbers) == 1 else 'sentences'} {listed}"


def pairing_sentence(bead: Bead) -> str:
    """Why the sentences of a two-sided bead are taken to say the same; "" for any other bead."""
    explanation = bead.explanation
    if explanation is None or not bead.two_sided:
        return ""
    words = "A reviewer linked these sentences. " if explanation.by_hand else ""
    words += f"Their similarity is {bead.similarity:.2f} on a scale from 0 to 1"
    if explanation.lead is not None and explanation.lead >= 0:
        words += f", {explanation.lead:.2f} above that of any other sentence with one of them"
    elif explanation.lead is not None:
        words += f"; another sentence comes nearer by {-explanation.lead:.2f}, but fits worse otherwise"
    if explanation.shared:
        words += f". Both have: {', '.join(map(fact_in_words, explanation.shared))}"
    return words + "."


def fact_in_words(value: str) -> str:
    """A fact in normal form as a reader would write it; what is neither date, number nor name stays as it is.

    Example:
        >>> fact_in_words("--07-19"), fact_in_words("2023-12-01"), fact_in_words("5200000000 RUB")
        ('July 19', 'December 1, 2023', '5,200,000,000 RUB')
        >>> fact_in_words("--11-14 Fri"), fact_in_words("2023-06"), fact_in_words("year -1"), fact_in_words("day +1")
        ('Friday, November 14', 'June 2023', 'last year', 'tomorrow')
        >>> fact_in_words("mikhail mishustin")
        'Mikhail Mishustin'
    """
    if date := DATE.fullmatch(value):
        return _date_in_words(date)
    if relative := RELATIVE.fullmatch(value):
        return _relative_in_words(relative["unit"], int(relative["offset"]))
    if value in WEEKDAYS:
        return WEEKDAYS[value]
    if number := GROUPED.fullmatch(value):
        return f"{int(number['digits']):,}{number['rest']}"
    return " ".join(word[:1].upper() + word[1:] for word in value.split()) if value.islower() else value


def _date_in_words(date: re.Match[str]) -> str:
    day = f"{get_month_names(locale='en')[int(date['month'])]}" + (f" {int(date['day'])}" if date["day"] else "")
    if date["year"]:
        day += f", {date['year']}" if date["day"] else f" {date['year']}"
    return f"{WEEKDAYS[date['weekday']]}, {day}" if date["weekday"] else day


def _relative_in_words(unit: str, offset: int) -> str:
    """A date told by its distance from the day of writing, in days, weeks, months or years, or as a day of a week."""
    if unit == "day":
        return ("today", "tomorrow", "yesterday")[offset]
    return f"{('this', 'next', 'last')[offset]} {WEEKDAYS.get(unit, unit)}"


def read_as(difference: Difference, reading: Reading) -> str:
    """What was read in the words of a difference, as a reader would write it."""
    return fact_in_words(reading.value) if difference.kind in ("date", "number", "name") else reading.value


def coverage_sentence(comparison: Comparison, side: SideName) -> str:
    """How much of one side the other covers, as a sentence."""
    own, other = side_name(comparison, side), side_name(comparison, SIDES[1 - SIDES.index(side)])
    share = comparison.coverage.source if side == "source" else comparison.coverage.target
    return f"The {other} version covers {percent(share)} of the {own} text."


def same_story_sentence(comparison: Comparison) -> str:
    """Whether the two texts are about the same events, as a sentence."""
    probability = comparison.same_story.probability
    if not comparison.same_story.likely:
        return f"The two texts seem to be about different things (probability of one story: {percent(probability)})."
    sure = "" if probability >= 0.9 else "probably "  # above 0.9 the word would only sow doubt
    return f"Both texts {sure}tell the same story (probability {percent(probability)})."


def kind_counts(comparison: Comparison) -> tuple[tuple[Kind, int], ...]:
    """Kinds that occur, in a fixed order, with their numbers."""
    counts = Counter(difference.kind for difference in comparison.differences)
    return tuple((kind, counts[kind]) for kind in FAMILIES if counts[kind])


def counts_line(comparison: Comparison) -> str:
    """All differences in one line, "4 differences: 2 only in Russian, 1 number, 1 moved (3 major)"."""
    total = len(comparison.differences)
    if comparison.rejected and not total:
        return f"No differences left, {rejected_words(comparison)}."
    if not total:
        return "No differences found." if comparison.same_story.likely else "Not compared sentence by sentence."
    major = sum(difference.severity == "major" for difference in comparison.differences)
    listed = ", ".join(f"{count} {kind_name(comparison, kind)}" for kind, count in kind_counts(comparison))
    left_out = f", {rejected_words(comparison)}" if comparison.rejected else ""
    return f"{total} {'difference' if total == 1 else 'differences'}: {listed} ({major} major){left_out}"


def rejected_words(comparison: Comparison) -> str:
    """How many differences are left out because a reviewer rejected them, "3 rejected in review"; "" for none."""
    return f"{len(comparison.rejected)} rejected in review" if comparison.rejected else ""


def review_words(comparison: Comparison, difference: Difference) -> str:
    """What a reviewer decided, "accepted, found as number, minor: the sum is right"; "" where nobody did."""
    review = difference.review
    if review is None:
        return ""
    found = [kind_name(comparison, review.kind_found)] if review.kind_found else []
    found += [review.severity_found] if review.severity_found else []
    words = [review.verdict or "", f"found as {', '.join(found)}" if found else ""]
    return ": ".join(filter(None, [", ".join(filter(None, words)), review.note]))


def translation_label(translation: Translation) -> str:
    """What a reader must know about a translation before trusting it."""
    return ENGINE_LABELS.get(translation.engine, translation.engine)


def by_severity(differences: tuple[Difference, ...]) -> list[Difference]:
    """Major differences first, each group in reading order."""
    return sorted(differences, key=lambda difference: difference.severity != "major")
