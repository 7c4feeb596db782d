"""Numbers and names of a text that another, its translation or what it translates, keeps no trace of.

The question is whether a number or a name is there at all, in whatever form: digits, words, a field of a date, another
unit, other letters. Which of two readings is right is not asked here: the differences do that, for two versions that
may both be right. The readers are those that find the facts of a story. Most numbers and names come again as they are,
so the rest of a text is read only where one does not.
"""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from translate.facts.dates import read_dates
from translate.facts.matching import (
    EXACT,
    date_fields,
    measured_otherwise,
    name_likeness,
    number_likeness,
    same_in_other_units,
)
from translate.facts.mention import DateMention, NameMention, NumberMention
from translate.facts.names import Word, institution_words, is_headline, is_small_word, read_names, words_of
from translate.facts.number_tokens import split_tokens
from translate.facts.number_words import vocabulary
from translate.facts.plain_facts import read_plain_facts
from translate.facts.transliteration import blurred, readings
from translate.facts.values import read_numbers
from translate.languages.registry import language_of
from translate.text.language_model import function_words

MOST_TOLD = 5  # lost numbers or names that are looked for: more say nothing new
HEARD = 60  # likeness of two skeletons, in [0, 100]; unrelated names of four consonants reach 50
MIN_CONSONANTS = 2  # a skeleton of one consonant is heard in everything
MIN_LETTERS = 4  # shorter words with a capital are rather acronyms, and those are translated
_NAME_TAGS = frozenset({"Surn", "Name", "Geox"})  # of OpenCorpora: surname, first name, place
_CENTURY = 100  # "1998" and "'98"
_YEARS = range(1000, 2100)


class Traces:
    """One of the two texts, read as far as the other asks; two of them ask one another.

    Args:
        text: A sentence or a passage.
        language: ISO 639-1 code.
    """

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language

    def lost_numbers(self, other: "Traces") -> tuple[str, ...]:
        """Numbers in digits that the other text gives in no form, as they are written; at most MOST_TOLD.

        Example:
            >>> Traces("В 18:00 погибли 43 из 60.", "ru").lost_numbers(Traces("Sixty people at 6 p.m.", "en"))
            ('43',)
        """
        absent = (number for number in self._digits if other._amounts.isdisjoint(number.amounts))
        return _told(number.text for number in absent if not self._is_given(number, other))

    def converts(self, other: "Traces") -> bool:
        """Whether one text measures in miles and the other in kilometres, so that numbers differ for a good reason."""
        return any(measured_otherwise(own, given) for own in self._numbers for given in other._numbers)

    def lost_names(self, other: "Traces") -> tuple[str, ...]:
        """Names that neither sound like a word of the other text nor are known by another name; at most MOST_TOLD.

        Example:
            >>> Traces("Мишустин был в Англии.", "ru").lost_names(Traces("He was in the UK.", "en"))
            ()
        """
        names = (word for word in self._capitals if _is_name(word.text, self.language, other.language))
        unheard = (word for word in names if not _heard(word.text, other._sounds))
        return _told(word.text for word in unheard if not self._is_known(word, other))

    @cached_property
    def _digits(self) -> tuple[NumberMention, ...]:
        """Numbers in digits by themselves; a date has several."""
        return read_plain_facts(self.text, self.language).numbers

    @cached_property
    def _amounts(self) -> frozenset[float]:
        return frozenset(amount for number in self._digits for amount in number.amounts)

    @cached_property
    def _dates(self) -> tuple[DateMention, ...]:
        return read_dates(self.text, self.language)

    @cached_property
    def _numbers(self) -> tuple[NumberMention, ...]:
        """Numbers in digits and in words, without those of dates."""
        return read_numbers(self.text, self.language, skip=tuple((date.start, date.end) for date in self._dates))

    @cached_property
    def _known_names(self) -> tuple[NameMention, ...]:
        return tuple(name for name in read_names(self.text, self.language) if name.known)

    @cached_property
    def _fields(self) -> frozenset[float]:
        """What dates say in numbers, years also without their century."""
        said = [value for date in self._dates for name, value in date_fields(date) if name != "weekday"]
        return frozenset(float(part) for value in said for part in (value, value % _CENTURY))

    @cached_property
    def _said(self) -> tuple[NumberMention, ...]:
        """All numbers, a lone unit ("a decade") or scale ("thousands") as one of its kind."""
        words = vocabulary(self.language)
        lone = (
            NumberMention("number", token.start, token.end, token.raw, "1", (words.scale(token.text) or 1.0,), unit)
            for token in split_tokens(self.text)
            if (unit := words.unit(token.text)) is not None or words.scale(token.text) is not None
        )
        return tuple({(said.amounts, said.unit): said for said in (*self._numbers, *lone)}.values())

    @cached_property
    def _capitals(self) -> list[Word]:
        """Words that have a capital for a reason of their own."""
        if language_of(self.language).capital_nouns or is_headline(self._words):
            return []
        return [word for word in self._words if word.text[0].isupper() and not word.first]

    @cached_property
    def _words(self) -> list[Word]:
        return words_of(self.text)

    @cached_property
    def _sounds(self) -> frozenset[str]:
        return frozenset(sound for word in self._words for sound in _sounds_of(word.text))

    def _is_given(self, number: NumberMention, other: "Traces") -> bool:
        """Whether the other text gives a number in another form than these digits."""
        if not other._fields.isdisjoint(number.amounts):
            return True
        if any(amount in _YEARS and amount % _CENTURY in other._amounts for amount in number.amounts):
            return True
        own = [said for said in self._numbers if said.start < number.end and number.start < said.end]
        return any(said.weak for said in own) or any(
            number_likeness(said, given) == EXACT or same_in_other_units(said, given)
            for said in (number, *own)
            for given in other._said
        )

    def _is_known(self, name: Word, other: "Traces") -> bool:
        """Whether tables know a name of the other text for the same: "Англии" and "UK"."""
        own = [known for known in self._known_names if known.start < name.end and name.start < known.end]
        return any(name_likeness(one, given) > 0 for one in own for given in other._known_names)


def _told(lost: Iterable[str]) -> tuple[str, ...]:
    """The first few different ones; each is worth a search through the other text, so the rest is not looked for."""
    told: dict[str, None] = {}
    for item in lost:
        told[item] = None
        if len(told) == MOST_TOLD:
            break
    return tuple(told)


def _heard(name: str, sounds: frozenset[str]) -> bool:
    own = _sounds_of(name)
    return not sounds.isdisjoint(own) or any(
        process.extractOne(sound, sounds, scorer=ratio, score_cutoff=HEARD) is not None for sound in own
    )


@lru_cache(maxsize=50_000)
def _sounds_of(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(blurred(reading) for reading in readings(word)))


@lru_cache(maxsize=50_000)
def _is_name(word: str, language: str, other_language: str) -> bool:
    """Whether a word with a capital is one that translations transliterate, and no common word of a longer name.

    Words of the other language are known as well: texts quote "Group" and "Times" as they are.
    """
    lower = word.casefold()
    if not word[1:2].islower() or len(word) < MIN_LETTERS:
        return False
    if len(next(iter(readings(word)), "")) < MIN_CONSONANTS:
        return False
    traits = language_of(language).table("health")
    forms = {lower, *(lower.removesuffix(ending) for ending in traits.get("noun_endings", ()))}
    if any(is_small_word(form, language) or form in institution_words(language) for form in forms):
        return False
    morphology = language_of(language).morphology
    if morphology.is_known(lower):
        return not _NAME_TAGS.isdisjoint(morphology.grammemes(lower))
    if lower.startswith(tuple(traits.get("office_beginnings", ()))):
        return False
    return _common_words(language).isdisjoint(forms) and _common_words(other_language).isdisjoint(forms)


@lru_cache(maxsize=8)
def _common_words(language: str) -> frozenset[str]:
    return frozenset((*language_of(language).words("words"), *function_words(language)))
