"""Where two groups of sentences that correspond name different people, places or organisations."""

from collections import Counter
from collections.abc import Iterator, Sequence

from translate.differences.conflicts.opposition import (
    FactConflict,
    Lone,
    Stating,
    confidence_of,
    names_in_place,
    opposed,
    placed_in,
)
from translate.facts.matching import SAME_SOUND, heard_in
from translate.facts.mention import Facts, NameMention
from translate.facts.names import institution_words
from translate.facts.related import are_related, stand_ins
from translate.languages.language import Language
from translate.languages.registry import language_of

_SAME_HALF = 0.9  # names further apart, in shares of the bead, do not stand in each other's place
_SAME_PLACE = 0.2  # the same where one of the names is not that sure to be alone
_FAINTLY_HEARD = 0.6  # of two skeletons: names below it have nothing to do with each other


def name_conflicts(ours: Stating, theirs: Stating) -> Iterator[FactConflict]:
    """Names of the two sides of a bead that stand in each other's place, told by tables and by sound."""
    for sort in ("country", "city", "place", "organisation", "language"):
        yield from _opposed_names(_lone_names(sort, ours, theirs), _lone_names(sort, theirs, ours), 0.9, ours, theirs)
    left, right = _unheard_names(ours, theirs), _unheard_names(theirs, ours)
    if len(left) == len(right) == 1:
        yield from _opposed_names(left, right, 0.75, ours, theirs)


def _opposed_names(
    left: Sequence[Lone[NameMention]],
    right: Sequence[Lone[NameMention]],
    start: float,
    ours: Stating,
    theirs: Stating,
) -> Iterator[FactConflict]:
    for one, other in _once(opposed(left, right, _apart)):
        distance = abs(one.place - other.place)
        sure = one.novel and other.novel and start > 0.8
        if distance > (_SAME_HALF if sure else _SAME_PLACE):
            continue
        yield FactConflict(
            "name",
            ((one.sentence, one.mention),),
            ((other.sentence, other.mention),),
            "major",
            confidence_of(start, one, other, len(left) + len(right)),
            names_in_place(ours.version, one.mention, theirs.version, other.mention),
        )


def _apart(one: NameMention, other: NameMention) -> bool:
    return not are_related(one.keys, other.keys)


def _once(
    pairs: Sequence[tuple[Lone[NameMention], Lone[NameMention]]],
) -> list[tuple[Lone[NameMention], Lone[NameMention]]]:
    """Each name at most as often as it is lone: of several mentions the ones that stand nearest to their rivals."""
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    kept = []
    for one, other in sorted(pairs, key=lambda pair: abs(pair[0].place - pair[1].place)):
        ours, theirs = one.mention.keys[0], other.mention.keys[0]
        if left[ours] < one.surplus and right[theirs] < other.surplus:
            left[ours] += 1
            right[theirs] += 1
            kept.append((one, other))
    return sorted(kept, key=lambda pair: (pair[0].sentence, pair[0].mention.start))


def _unheard_names(ours: Stating, theirs: Stating) -> list[Lone[NameMention]]:
    """People in no table that nothing with a capital letter on the other side sounds like.

    A dictionary tells people from other names; names of a language without one are taken as they come, save those with
    a word of institutions ("Academy Awards") or in capitals, which are translated and not transliterated.
    """
    language = language_of(ours.language)
    sounds = {key for facts in (*theirs.facts, *theirs.near) for key in facts.sounds}
    return [
        at
        for at in placed_in(ours.facts, _names)
        if not at.mention.known
        and (at.mention.sort == "person" if language.has_dictionary else _may_be_person(at.mention, language))
        and not heard_in(at.mention, sounds, _FAINTLY_HEARD)
    ]


def _may_be_person(name: NameMention, language: Language) -> bool:
    institutions = institution_words(language.code)
    return not any(word.isupper() or word.casefold() in institutions for word in name.text.split())


def _lone_names(sort: str, ours: Stating, theirs: Stating) -> list[Lone[NameMention]]:
    """Known names of one sort that the other side gives less often; which of several mentions is lone, nobody knows."""

    def keys(sentences: Sequence[Facts]) -> Counter[str]:
        return Counter(key for facts in sentences for name in facts.names for key in name.keys)

    given, near, near_given = keys(theirs.facts), keys(ours.near), keys(theirs.near)
    meant = stand_ins(given - keys(ours.facts)) - given.keys()
    surplus = keys(ours.facts) - given
    lone = []
    for at in placed_in(ours.facts, _names):
        name = at.mention
        if name.sort != sort or not name.known or not surplus[name.keys[0]]:
            continue
        if name.keys[0] in meant:  # by what stands for it
            continue
        if heard_in(name, [key for key in given if ":" not in key], SAME_SOUND):  # Tom Holland is no country
            continue
        moved = near_given[name.keys[0]] > near[name.keys[0]]
        lone.append(Lone(at.sentence, name, at.place, not given[name.keys[0]], moved, surplus[name.keys[0]]))
    return lone


def _names(facts: Facts) -> Sequence[NameMention]:
    return facts.names
