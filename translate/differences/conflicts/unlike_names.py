"""Names that only letters can tell: each side has one that the other does not spell, in the same place.

A name that sounds is spelt over there or it is not there, whatever an encoder thinks of it: to that, Airbus is as good
as Boeing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from weakref import WeakKeyDictionary

from translate.differences.bead_side import BeadSide
from translate.differences.conflicts.named_apart import is_inside, tabled
from translate.differences.conflicts.strange_names import Stretch, Word, is_common, sounds_like, words_of
from translate.facts.given_names import is_listed_given_name, same_given_name
from translate.facts.mention import NameMention, NameSort
from translate.facts.name_rules import name_rules
from translate.facts.names import dictionary_sorts, institution_words, is_small_word, is_tagged_name
from translate.facts.related import are_related
from translate.facts.spelling import is_listed_alike, misfit
from translate.facts.transliteration import readings, skeleton
from translate.languages.capitals import FIRST_CYRILLIC
from translate.languages.dictionary import dictionary
from translate.languages.equivalents import equivalents
from translate.languages.registry import language_of
from translate.story.story import Story

OTHER = 0.89  # misfit from which two words do not spell one name: of 2,877 pairs of names in news 1 % go further
_FAINT = 0.5  # likeness of skeletons below which misfit need not be asked
_SHORT = 3  # letters of a word that says little
_QUOTED = re.compile('«[^»]{1,120}»|“[^”]{1,120}”|"[^"]{1,120}"')
_PARTICLE = re.compile("[a-z]{1,2}['’][A-Z]")
_APOSTROPHE = re.compile("['’]")
_PLACES = ("city", "place")  # sorts of a table
_MARKS = '«»“”".,:;!?()'
_BRIEF, _OTHER_BRIEF = 4, 0.7  # letters of a short name, and the misfit from which it is another
_DERIVED = 0.35  # misfit below which a word without a capital is made of a name: Basque and баскский
_ROLE = 3  # words around a name in which what it names may be told
IN_ROLE, ALONE = 0.9, 0.75  # confidence in rivals with the same words beside them, and in those that are the only ones

_capitals: WeakKeyDictionary[Story, frozenset[str]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two names in each other's place.

    Attributes:
        first, second: Their words.
        confidence: In [0, 1], that they name different things.
        role: Whether words beside them say that they stand for the same.
    """

    first: Stretch
    second: Stretch
    confidence: float
    role: bool


def unlike_names(first: BeadSide, second: BeadSide) -> list[Rivals]:
    """Names of the two sides of a bead that stand in each other's place and are not spelt alike.

    Args:
        first, second: Sides in the first and in the second language of a pair.
    """
    ours, theirs = _lone_names(first, second), _lone_names(second, first)
    # A word of the language in quotation marks may be a title that is translated in other words.
    sure = not any(len(name) == 1 and _quoted_alone(name[0], first) for name in ours)
    alone = sure and len(ours) == len(theirs) == 1
    rivals = [
        Rivals(one, other, IN_ROLE if role else ALONE, role)
        for one in ours
        for other in theirs
        for role in (same_role(one, first, other, second) or (alone and _in_place(one, first, other, second)),)
        if _may_be_two_places(one, first, other, second)
        if _comparable(one, other) and _of_one_sort(one, first, other, second) and (role or alone)
    ]
    rivals += [each for one in ours for each in _titled(one, first, second)]
    kept: list[Rivals] = []
    for each in sorted(rivals, key=lambda each: -each.confidence):
        if not any(each.first == other.first or each.second == other.second for other in kept):
            kept.append(each)
    return kept


def same_role(one: Stretch, first: BeadSide, other: Stretch, second: BeadSide) -> bool:
    """Whether words that mean the same stand beside both names."""
    known = equivalents(first.language, second.language)
    if known is None:
        return False
    ours, theirs = _beside(one, first), _beside(other, second)
    return any(
        known.meanings(a.text, first.language) & known.meanings(b.text, second.language) for a in ours for b in theirs
    )


def _titled(name: Stretch, first: BeadSide, second: BeadSide) -> Iterator[Rivals]:
    """A name behind a word ("судья") that the other side has before another word with a capital: "Judge Cannon".

    There even what is a word of the language is a name.
    """
    known = equivalents(first.language, second.language)
    words, others = words_of(first.texts, first.language), words_of(second.texts, second.language)
    before = _before(name, first)
    if known is None or before is None:
        return
    title = known.meanings(before.text, first.language)
    said = frozenset[str]().union(*(known.meanings(word.text, first.language) for word in words))
    spelt = capitals_of(first.story)
    for one, other in pairwise(others):
        if (
            one.sentence == other.sentence
            and other.start - one.end == 1
            and other.capital
            and other.text[1:].islower()
            and len(other.text) > _SHORT
            and title & known.meanings(one.text, second.language)
            and not said & known.meanings(other.text, second.language)
            and other.text.casefold() not in institution_words(second.language)
            and not is_small_word(other.text, second.language)
            and not is_spelt(other, spelt, first.language)
        ):
            yield Rivals(name, (other,), IN_ROLE, role=True)


def _in_place(one: Stretch, first: BeadSide, other: Stretch, second: BeadSide) -> bool:
    """Whether the same small words of places stand before two names: "в Ницце", "in Lisbon"."""
    return bool(_where(one, first) & _where(other, second))


def _where(name: Stretch, side: BeadSide) -> set[int]:
    """Groups of the small words of places that stand before a name."""
    before = _before(name, side)
    if before is None:
        return set()
    word = before.text.casefold()
    return {number for number, group in enumerate(name_rules(side.language).where) if word in group}


def _before(name: Stretch, side: BeadSide) -> Word | None:
    """The word before a name in its sentence; None where it is the first."""
    words = words_of(side.texts, side.language)
    i = words.index(name[0])
    return words[i - 1] if i and words[i - 1].sentence == name[0].sentence else None


def _beside(name: Stretch, side: BeadSide) -> list[Word]:
    """Words that stand around a name and are none."""
    words = words_of(side.texts, side.language)
    i, j = words.index(name[0]), words.index(name[-1])
    near = (*words[max(0, i - _ROLE) : i], *words[j + 1 : j + _ROLE])
    return [word for word in near if word.sentence == name[0].sentence and len(word.text) > 3]


def _comparable(one: Stretch, other: Stretch) -> bool:
    """Whether one language would spell the one and the other the other; parts of a full name are told by the whole."""
    return all(_sounds(name) for name in (one, other)) and not spells(
        "".join(w.text for w in one), one[0].language, "".join(w.text for w in other), other[0].language
    )


def _of_one_sort(one: Stretch, first: BeadSide, other: Stretch, second: BeadSide) -> bool:
    """Whether two names may name things of one sort, people or places; what is not known may be of any."""
    ours, theirs = _sorts(one, first, second.language), _sorts(other, second, first.language)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _sorts(name: Stretch, side: BeadSide, other_language: str) -> frozenset[NameSort]:
    """What a name may name: by a dictionary, or a person by a given name or a surname's ending; none if unknown."""
    language = language_of(side.language)
    if place_of(name, side):
        return frozenset(("place",))
    if language.has_dictionary:
        return frozenset[NameSort]().union(*(dictionary_sorts(word.text, side.language) for word in name))
    if _where(name, side):
        return frozenset()  # "from Rostov"
    called = len(name) > 1 and is_listed_given_name(name[0].text, other_language, side.language)
    endings = name_rules(side.language).surnames
    is_person = called or (bool(endings) and name[-1].text.endswith(endings))
    return frozenset(("person",)) if is_person else frozenset()


def _sounds(name: Stretch) -> bool:
    return any(len(max(readings(word.text), key=len, default="")) > 1 for word in name)


def _lone_names(own: BeadSide, other: BeadSide) -> list[Stretch]:
    """Names that nothing with a capital letter in the whole other text spells, as many words as follow each other."""
    here = capitals(other.texts, other.language)  # looked through first, since most names are spelt there
    others = capitals_of(other.story)
    small = frozenset(word.text for word in words_of(other.texts, other.language) if len(word.text) > _BRIEF)
    words = words_of(own.texts, own.language)
    without_surname = {one for one, other in pairwise(words) if other.capital and other.patronymic}
    stretch: list[Word] = []
    found: list[Stretch] = []
    for word in words:
        lone = (
            word not in without_surname
            and (may_sound(word, own, other.language) or _is_lone_place(word, own, other))
            and not any(is_spelt(word, said, other.language) for said in (here, others))
            and not any(spells(word.text, word.language, each, other.language, _DERIVED) for each in small)
        )
        if stretch and (not lone or word.sentence != stretch[-1].sentence or word.start - stretch[-1].end > 1):
            found.append(tuple(stretch))
            stretch = []
        if lone:
            stretch.append(word)
    return [*found, tuple(stretch)] if stretch else found


def _is_lone_place(word: Word, own: BeadSide, other: BeadSide) -> bool:
    """Whether a word is a place of a table of which the whole other text has nothing; a country has too many names."""
    place = place_of((word,), own)
    return place is not None and not any(
        are_related(place.keys, name.keys) for facts in other.story.facts for name in facts.names
    )


def _may_be_two_places(one: Stretch, first: BeadSide, other: Stretch, second: BeadSide) -> bool:
    """Whether of two names none is a place of a table, or one is and the other may be one; of two the tables tell."""
    known = [place_of(one, first) is not None, place_of(other, second) is not None]
    if not any(known):
        return True
    places = [_where(one, first) or "place" in _sorts(one, first, second.language)]
    places.append(_where(other, second) or "place" in _sorts(other, second, first.language))
    return not all(known) and all(places)


def place_of(name: Stretch, side: BeadSide) -> NameMention | None:
    """The city or region of a table that a name is; None for any other."""
    mentions = side.facts[name[0].sentence].names
    return next((at for at in mentions if at.known and at.sort in _PLACES and is_inside(at, name)), None)


def is_spelt(word: Word, others: Iterable[str], other_language: str) -> bool:
    """Whether a word of the other language spells a name, or a part of one with a hyphen."""
    return any(
        spells(part, word.language, other, other_language)
        for part in {word.text, *word.text.split("-")}
        for other in others
        if part
    )


@lru_cache(maxsize=200_000)
def spells(one: str, language: str, other: str, other_language: str, least: float | None = None) -> bool:
    """Whether two words of two languages can be one name: whether less than `least` misfits, as usual if None."""
    if _bare(one) == _bare(other) or is_listed_alike(one, language, other, other_language):
        return True
    if same_given_name(one, language, other, other_language):
        return True
    enough = min((len(max(readings(word), key=len, default="")) for word in (one, other)), default=0) > 2
    if enough and sounds_like(one, other) < _FAINT:
        return False
    if least is None and _is_slip(one, other):
        return True
    unfit = misfit(one, language, other, other_language)
    return unfit is not None and unfit < (other_from(one, other) if least is None else least)


def _is_slip(one: str, other: str) -> bool:
    """Whether a name has the other's sounds in another order, or one more part: "Бакалот", "DiCaprio"."""
    ours, theirs = skeleton(one), skeleton(other)
    if min(len(ours), len(theirs)) < _SHORT:
        return False
    return sorted(ours) == sorted(theirs) or ours.endswith(theirs) or theirs.endswith(ours)


def other_from(one: str, other: str) -> float:
    """The misfit from which two words do not spell one name; short ones have less to differ in."""
    return OTHER if min(len(one), len(other)) > _BRIEF else _OTHER_BRIEF


def _bare(word: str) -> str:
    """A word in Latin letters that both texts can have as it is: Wi-Fi and WiFi, MasterCard and MasterCards."""
    return word.casefold().removesuffix("'s").removesuffix("s").replace("-", "")


@lru_cache(maxsize=16)
def capitals(texts: tuple[str, ...], language: str) -> frozenset[str]:
    """All words with a capital letter, those with a hyphen in parts as well, and every two that follow each other."""
    words = [word for word in words_of(texts, language) if has_capital(word)]
    found = {part for word in words for part in (word.text, *word.text.split("-")) if part}
    found |= {
        one.text + other.text
        for one, other in pairwise(words)
        if one.sentence == other.sentence and 0 <= other.start - one.end <= 3
    }
    return frozenset(found)


def capitals_of(story: Story) -> frozenset[str]:
    """The same of a whole text; looked for once, not for every bead."""
    if story not in _capitals:
        texts = tuple(sentence.text for sentence in story.sentences)
        _capitals[story] = capitals(texts, story.document.language)
    return _capitals[story]


def may_sound(word: Word, side: BeadSide, other: str) -> bool:
    """Whether a word is a name that the other language would spell by its sound."""
    text = word.text
    if not has_capital(word) or len(text) < 3 or text.isupper() or text.removesuffix("s").isupper() or is_mixed(text):
        return False
    if is_small_word(text, word.language) or tabled((word,), side) is not None:
        return False
    language = language_of(word.language)
    if any(letter.isupper() for letter in text[2:]) and text[:1] < FIRST_CYRILLIC:
        return True
    if not language.has_dictionary:
        return not is_translatable(word, other) and text.casefold() not in institution_words(word.language)
    if text[:1] < FIRST_CYRILLIC:
        return True  # in Latin letters
    tags = language.morphology.grammemes(text)
    if any(letter.isupper() for part in _APOSTROPHE.split(text) for letter in part[2:]) and "-" not in text:
        return False  # put together for the occasion, or an abbreviation
    if _APOSTROPHE.split(text)[-1][:_SHORT].isupper() or "Patr" in tags or _in_title(word, side):
        return False
    if text.startswith(name_rules(word.language).short_for) and not tags & {"Surn", "Geox"}:
        return False
    if is_tagged_name(text, word.language) or (
        tags and "ADJF" not in tags and "-" not in text and _quoted_alone(word, side)
    ):
        return True
    if _looks_like_surname(word, side):
        return True
    return not ("ADJF" in tags or language.morphology.is_known(text.rpartition("-")[2]))


def is_mixed(text: str) -> bool:
    """Whether a word has letters of two scripts, which nobody can spell: "O'Нилл"."""
    letters = [letter for letter in text if letter.isalpha()]
    return len({letter < FIRST_CYRILLIC for letter in letters}) > 1


def _looks_like_surname(word: Word, side: BeadSide) -> bool:
    """Whether a word has the ending of a surname and a capital behind a word for a person: "премьер Рудов"."""
    endings = name_rules(word.language).surnames
    if word.first or not endings or not word.text.endswith(endings):
        return False
    words = words_of(side.texts, side.language)
    before = words[words.index(word) - 1]
    return "anim" in language_of(word.language).morphology.grammemes(before.text)


def _quoted_alone(word: Word, side: BeadSide) -> bool:
    """Whether a word stands in quotation marks by itself, as the names of clubs, firms and brands do: «Локомотив»."""
    text = side.texts[word.sentence]
    return any(quoted.start() + 1 == word.start and word.end == quoted.end() - 1 for quoted in _QUOTED.finditer(text))


def _in_title(word: Word, side: BeadSide) -> bool:
    """Whether a word stands in quotation marks with others that are no names: a title, which is translated."""
    text = side.texts[word.sentence]
    for quoted in _QUOTED.finditer(text):
        if quoted.start() < word.start and word.end < quoted.end():
            words = quoted.group().split()
            return len(words) > 1 and any(not each.strip(_MARKS)[:1].isupper() for each in words)
    return False


def has_capital(word: Word) -> bool:
    """Whether a word begins with a capital, be it behind a small particle: d'Hermy."""
    return word.capital or _PARTICLE.match(word.text) is not None


def is_translatable(word: Word, other_language: str) -> bool:
    """Whether a word of a language without a dictionary of forms is no name but for its capital."""
    common = _common(word.language, other_language)
    return is_common(word) or any(base in common for base in language_of(word.language).bases(word.text.casefold()))


@cache
def _common(language: str, other: str) -> frozenset[str]:
    """Words of a language that its dictionary with another one writes small, and so their translations."""
    there, back = dictionary(language, other), dictionary(other, language)
    if there is None or back is None:
        return frozenset()
    small = {
        word for word, entries in there.entries.items() if any(not said[0][:1].isupper() for said in entries[0].senses)
    }
    said = {said for entries in back.entries.values() for entry in entries for sense in entry.senses for said in sense}
    return frozenset(small | {each for each in said if each.islower()})
