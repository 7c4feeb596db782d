"""Two people in each other's place, told by sound alone: "Olga Vetrova" and "Olga Petrova".

Full names of two people contradict each other without any help of the encoder, to which one rare word is as good as
another.
"""

from collections.abc import Iterator, Sequence

from translate.differences.conflicts.strange_names import Stretch, Word, heard, is_common, runs, sounds_like
from translate.facts.mention import Facts
from translate.facts.names import institution_words, is_tagged_name
from translate.facts.transliteration import readings
from translate.languages.registry import language_of

_SAME_NAME = 0.8  # likeness of two given names that are one
_DIFFERENT = 0.6  # likeness below which two words are not one name in two scripts
_GIVEN = "Name"  # tag of OpenCorpora
_SHORTEST = 2  # consonants; with fewer a name cannot be told from another


def other_people(
    words: Sequence[Word], others: Sequence[Word], near: Sequence[Facts], near_others: Sequence[Facts]
) -> list[tuple[Stretch, Stretch]]:
    """Names of the two sides of a bead that stand in each other's place and name different people.

    Either the given names are one and the surnames are two, or each side has one full name of which the other side
    gives no word.

    Args:
        words, others: All words of the two sides; given names are told by the dictionary of the second, if it has one.
        near, near_others: Facts of the two sides and of their neighbours.
    """
    named, rivals = list(_people(words)), list(_people(others))
    if not named or not rivals:
        return []
    ours = [(name, _lone(name, others, near_others)) for name in named]
    theirs = [(name, _lone(name, words, near)) for name in rivals]
    surnames: list[tuple[Stretch, Stretch]] = [
        ((name[i + 1],), (other[k + 1],))
        for name, lone in ours
        for other, lone_other in theirs
        for i in range(len(name) - 1)
        for k in range(len(other) - 1)
        if lone[i + 1] and lone_other[k + 1] and _apart(name[i + 1], other[k + 1])
        if _is_given_name(other[k]) and not other[k + 1].patronymic
        if sounds_like(name[i].text, other[k].text) >= _SAME_NAME
    ]
    if surnames:
        return surnames
    left = [name for name, lone in ours if all(lone)]
    right = [name for name, lone in theirs if all(lone)]
    if len(left) != 1 or len(right) != 1 or not _is_given_name(right[0][0]):
        return []
    apart = all(_apart(one, other) for one in left[0] for other in right[0])
    return [(left[0], right[0])] if apart else []


def _people(words: Sequence[Word]) -> Iterator[Stretch]:
    """Stretches of at least two words that can name a person."""
    for run in runs(words):
        stretch: list[Word] = []
        for word in run:
            if _may_be_person(word):
                stretch.append(word)
                continue
            if len(stretch) > 1:
                yield tuple(stretch)
            stretch = []
        if len(stretch) > 1:
            yield tuple(stretch)


def _may_be_person(word: Word) -> bool:
    """Whether a word may be part of a person's name, as far as a dictionary or lists of words tell."""
    if not word.capital or word.text[-1].isupper():
        return False
    if language_of(word.language).has_dictionary:
        return not word.first or is_tagged_name(word.text, word.language)
    return word.text.casefold() not in institution_words(word.language) and not is_common(word)


def _lone(name: Stretch, others: Sequence[Word], near: Sequence[Facts]) -> list[bool]:
    """Which words of a name are said nowhere on the other side."""
    sounds = frozenset(key for facts in near for key in facts.sounds)
    return [
        min(map(len, readings(word.text)), default=0) >= _SHORTEST
        and not heard(word.text, others)
        and not sounds.intersection(readings(word.text))
        for word in name
    ]


def _apart(one: Word, other: Word) -> bool:
    return sounds_like(one.text, other.text) < _DIFFERENT


def _is_given_name(word: Word) -> bool:
    """Whether a word may be a given name; foreign ones are in no dictionary."""
    morphology = language_of(word.language).morphology
    known = morphology.is_known(word.text)
    return not known or any(_GIVEN in reading.grammemes for reading in morphology.readings(word.text))
