"""Facts of a sentence (numbers, dates, names): reading them, pairing them, and those without counterpart."""

from collections.abc import Sequence
from functools import lru_cache

from translate.facts.dates import read_dates
from translate.facts.matching import date_fields, date_likeness, name_likeness, number_likeness, pair_up
from translate.facts.mention import MOST, Facts, Mention, NumberMention, Placed, anew
from translate.facts.names import read_names, read_sounds
from translate.facts.quantities import read_quantities
from translate.facts.values import read_numbers


def read_facts(text: str, language: str) -> Facts:
    """Numbers, dates and names of one sentence, the first MOST of each; a number inside a date is no number of its own.

    Args:
        text: One sentence; offsets of the mentions count its code points.
        language: ISO 639-1 code.
    """
    return anew(_read(text, language))


@lru_cache(maxsize=4_000)  # a sentence is read when pages are cleaned and once more when its story is told
def _read(text: str, language: str) -> Facts:
    dates = read_dates(text, language)
    numbers = read_numbers(text, language, skip=tuple((mention.start, mention.end) for mention in dates))
    quantities = read_quantities(text, language, (*numbers, *dates))
    names = read_names(text, language)
    return Facts(language, len(text), numbers[:MOST], dates[:MOST], names[:MOST], read_sounds(text), quantities[:MOST])


def anchor_keys(facts: Facts) -> frozenset[str]:
    """Keys that a sentence shares with its counterpart in the other language."""
    keys = {f"n:{mention.amounts[0]:g}" for mention in facts.numbers if not mention.weak}
    for date in facts.dates:
        keys.update(f"d:{name}:{value}" for name, value in date_fields(date))
    for name_mention in facts.names:
        keys.update(key for key in name_mention.keys if ":" in key or len(key) > 1)
    return frozenset(keys)


def counterparts(source: Facts, target: Facts) -> tuple[tuple[Mention, Mention], ...]:
    """Mentions that say the same in two sentences, for highlighting them together; each stands in one pair at most."""
    pairs: list[tuple[Mention, Mention]] = []
    numbers = pair_up(source.numbers, target.numbers, number_likeness)
    pairs += [(source.numbers[i], target.numbers[j]) for i, j in numbers]
    dates = pair_up(source.dates, target.dates, date_likeness)
    pairs += [(source.dates[i], target.dates[j]) for i, j in dates]
    names = pair_up(source.names, target.names, name_likeness)
    pairs += [(source.names[i], target.names[j]) for i, j in names]
    return tuple(sorted(pairs, key=lambda pair: (pair[0].start, pair[1].start)))


def unmatched_facts(
    source: Sequence[Facts],
    target: Sequence[Facts],
    *,
    near_source: Sequence[Facts] = (),
    near_target: Sequence[Facts] = (),
) -> tuple[tuple[Placed, ...], tuple[Placed, ...]]:
    """Facts of a bead that the other side does not give, each with the position of its sentence in the bead."""
    return _lone(source, [*target, *near_target]), _lone(target, [*source, *near_source])


def _lone(sentences: Sequence[Facts], others: Sequence[Facts]) -> tuple[Placed, ...]:
    lone: list[Placed] = []
    for position, facts in enumerate(sentences):
        lone += [(position, number) for number in facts.numbers if not _number_elsewhere(number, others)]
        lone += [
            (position, date)
            for date in facts.dates
            if any(date_fields(date)) and not any(date_likeness(date, other) for side in others for other in side.dates)
        ]
        lone += [
            (position, name)
            for name in facts.names
            if not any(name_likeness(name, other) for side in others for other in side.names)
        ]
    return tuple(sorted(lone, key=lambda placed: (placed[0], placed[1].start, placed[1].kind)))


def _number_elsewhere(number: NumberMention, sentences: Sequence[Facts]) -> bool:
    """Whether the other side gives a number, be it as part of a date; weak numbers ("one of") count as given."""
    return number.weak or any(
        any(number_likeness(number, other) > 0 for other in facts.numbers)
        or any(value in number.amounts for date in facts.dates for _, value in date_fields(date))
        for facts in sentences
    )
