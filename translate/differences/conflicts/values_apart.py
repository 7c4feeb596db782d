"""Numbers and dates that two sentences give for the same thing though nothing joins the sentences as a whole.

"Turnout was about 55 percent, officials said." and "Явка составила 43,9 %." need not be counterparts: one value stands
where the other would, and each version gives its own alone. What speaks for one thing is that the sentences are likely
to tell of the same (`Judgement.links`), that the words around the values do, and that the values are of one size.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Literal

import numpy as np

from translate.counterparts.judgement import Judgement
from translate.counterparts.words import Words
from translate.differences.conflicts.fact_words import gives, number_in_words, says
from translate.differences.conflicts.opposition import FactConflict
from translate.facts.matching import date_fields, date_likeness, may_be_one_day, number_likeness, same_amount
from translate.facts.mention import DateMention, Facts, Mention, NumberMention
from translate.story.story import Story

# Found on retold stories. With links of models that had not seen them, about 12 of 15 such conflicts were right on the
# 142 stories of which the values were chosen, and 1 of 2 on 40 others; 9,900 sentences of untouched news had none.
LINKED = 0.2  # probability of a link below which no values are compared: real reports pair other things there
APART = 0.15  # taken off for every time that one value is e times the other
CENTRE, STEEPNESS = 0.72, 8.0  # the evidence at which a pair is as likely right as wrong, and how fast that changes
FAINTEST = 0.2  # probability from which a pair is looked at

Place = tuple[int, Mention]  # a compared sentence and a mention there
Values = NumberMention | DateMention


@dataclass(frozen=True, slots=True)
class ValuesApart:
    """Two values of one thing.

    Attributes:
        source, target: The compared sentences in which they stand.
        conflict: What disagrees; its positions are 0.
    """

    source: int
    target: int
    conflict: FactConflict


def values_apart(
    source: Story,
    target: Story,
    judged: Judgement,
    together: Collection[tuple[int, int]] = (),
    taken: tuple[Collection[Place], Collection[Place]] = ((), ()),
) -> tuple[ValuesApart, ...]:
    """Values that contradict each other in sentences that were not compared, each used once, in order of the source.

    Args:
        source, target: The stories.
        judged: What is told of them.
        together: Sentences of the source and of the target that were compared already.
        taken: Of either side the mentions that another conflict tells of.
    """
    weighed = []
    for p in np.flatnonzero(judged.links >= LINKED).tolist():
        i, j = int(judged.source[p]), int(judged.target[p])
        if (i, j) in together:
            continue
        for one, other in _rivals(source.facts[i], target.facts[j]):
            evidence = (
                float(judged.links[p]) + likeness(judged.words, (i, one), (j, other)) - APART * _apart(one, other)
            )
            probability = 1 / (1 + exp(-STEEPNESS * (evidence - CENTRE)))
            if probability >= FAINTEST:
                weighed.append((probability, (i, one), (j, other)))
    weighed.sort(key=lambda pair: (-pair[0], pair[1][0], pair[2][0], pair[1][1].start, pair[2][1].start))
    used = set(taken[0]), set(taken[1])
    found = []
    for probability, ours, theirs in weighed:
        if ours in used[0] or theirs in used[1] or is_given(ours[1], target.facts) or is_given(theirs[1], source.facts):
            continue
        used[0].add(ours)
        used[1].add(theirs)
        conflict = _conflict(ours[1], theirs[1], source, target, probability)
        found.append(ValuesApart(ours[0], theirs[0], conflict))
    return tuple(sorted(found, key=lambda pair: (pair.source, pair.target, pair.conflict.source[0][1].start)))


def _rivals(ours: Facts, theirs: Facts) -> Iterator[tuple[Values, Values]]:
    """Values of two sentences that could be given for one thing."""
    for number in ours.numbers:
        for other in theirs.numbers:
            if number.unit == other.unit and not (number.weak or other.weak or same_amount(number, other)):
                yield number, other
    for date in ours.dates:
        for another in theirs.dates:
            if _field(date, another):
                yield date, another


def _field(one: DateMention, other: DateMention) -> str:
    """The first field that two dates give differently; empty for none."""
    theirs = dict(date_fields(other))
    differing = [name for name, value in date_fields(one) if theirs.get(name, value) != value]
    if (one.swappable or other.swappable) and may_be_one_day(one, other):
        differing = [name for name in differing if name not in ("day", "month")]
    return differing[0] if differing else ""


def likeness(words: tuple[Words, Words], ours: Place, theirs: Place) -> float:
    """Best cosine of the words around two values; 0 where the encoder was asked for none."""
    left, right = (of.windows[_inside(of, *place)] for of, place in zip(words, (ours, theirs), strict=True))
    cosines = left @ right.T
    return float(cosines.max()) if cosines.size else 0.0


def _inside(words: Words, sentence: int, mention: Mention) -> slice:
    """The words of a mention."""
    first, last = words.first[sentence : sentence + 2].tolist()
    begin = first + int(np.searchsorted(words.end[first:last], mention.start, side="right"))
    return slice(begin, first + int(np.searchsorted(words.start[first:last], mention.end, side="left")))


def _apart(one: Values, other: Values) -> float:
    """Log ratio of two amounts; dates and times of the day have no size."""
    if isinstance(one, DateMention) or isinstance(other, DateMention) or one.unit == "clock":
        return 0.0
    left, right = abs(one.amounts[0]), abs(other.amounts[0])
    return abs(log(left / right)) if left and right else 1 / APART


def is_given(value: Values, sentences: Sequence[Facts]) -> bool:
    """Whether the other version gives a value somewhere, be it for another thing."""
    if isinstance(value, DateMention):
        years = {amount for name, amount in date_fields(value) if name in ("year", "decade")}
        return any(
            any(date_likeness(value, date) for date in facts.dates)
            or any(years.intersection(number.amounts) for number in facts.numbers)
            for facts in sentences
        )
    # What is counted ("14 arrested") is no day of a month.
    fields = () if value.unit not in (None, "year") else ("year", "decade", "month", "day")[: 4 if value.bare else 2]
    return any(
        any(number_likeness(value, number) > 0 for number in facts.numbers)
        or any(name in fields and given in value.amounts for date in facts.dates for name, given in date_fields(date))
        for facts in sentences
    )


def _conflict(one: Values, other: Values, source: Story, target: Story, probability: float) -> FactConflict:
    ours, theirs = source.version, target.version
    if isinstance(one, DateMention) and isinstance(other, DateMention):
        message = gives(_field(one, other), ours, one, theirs, other)
    elif isinstance(one, NumberMention) and isinstance(other, NumberMention):
        message = says(ours, number_in_words(one), theirs, number_in_words(other))
    kind: Literal["number", "date"] = "date" if isinstance(one, DateMention) else "number"
    return FactConflict(kind, ((0, one),), ((0, other),), "major", round(probability, 3), message)
