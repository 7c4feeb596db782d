"""Names of people, places and organisations, comparable across languages and scripts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, localedata
from babel.languages import get_official_languages

from translate.facts.gazetteer import Entry, gazetteer
from translate.facts.mention import NameMention, NameSort
from translate.facts.name_rules import name_rules
from translate.facts.transliteration import readings, skeleton
from translate.languages.registry import english_name, language_of

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_OPENERS = frozenset("\"«“„‘'([—–-:")
_SENTENCE_ENDS = frozenset(".!?…")
_TITLE_CASE_SHARE = 0.6  # above it a line is a headline in title case, where capitals say nothing
_NAME_TAGS: tuple[tuple[str, NameSort], ...] = (  # of OpenCorpora
    ("Surn", "person"), ("Name", "person"), ("Patr", "person"), ("Geox", "place"), ("Orgn", "organisation"),
)  # fmt: skip
_NAMES = frozenset(tag for tag, _ in _NAME_TAGS)
_WOMANS_FIRST = frozenset(("Name", "femn"))  # the first name of a woman, likewise


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        text: As it stands there.
        start, end: Half-open offsets into the text.
        first: Whether it opens a sentence with a capital, which then says nothing.
    """

    text: str
    start: int
    end: int
    first: bool


def read_names(text: str, language: str) -> tuple[NameMention, ...]:
    """Names in a text.

    Args:
        text: Any text; offsets of the mentions count its code points.
        language: ISO 639-1 code.

    Example:
        >>> [(mention.text, mention.keys) for mention in read_names("Вчера Мишустин говорил о российских судах.", "ru")]
        [('Мишустин', ('mSstn',)), ('российских', ('country:RU',))]
    """
    words = words_of(text)
    plain = [word.text for word in words]
    known = gazetteer(language)
    title_case = name_rules(language).title_case and is_headline(words)
    mentions: list[NameMention] = []
    i = 0
    while i < len(words):
        entry = known.find(plain, i, language)
        if entry is not None and (entry.small or words[i].text[0].isupper()):
            last = i + len(entry.words) - 1
            start, end = words[i].start, words[last].end
            tongue = _tongue(entry, text, start, end, language)
            mentions.append(tongue or _mention(text, start, end, entry.label, (entry.key,), entry.sort, True))
            i = last + 1
            continue
        last = i
        while (
            last < len(words)
            and _is_name(words[last], language, title_case)
            and (last == i or _adjoin(text, words, last))
        ):
            if last > i and known.find(plain, last, language) is not None:
                break  # the known name stands for itself
            last += 1
        if last > i:
            run = words[i:last]
            keys = tuple(key for word in run if (key := skeleton(word.text)))
            if keys:
                value = _latin_all([word.text for word in run], language)
                mentions.append(_mention(text, run[0].start, run[-1].end, value, keys, _sort(run, language), False))
        i = max(last, i + 1)
    return tuple(mentions)


def _tongue(entry: Entry, text: str, start: int, end: int, language: str) -> NameMention | None:
    """The language that the adjective of a country names there; None where it names the country or its people."""
    if entry.sort != "country" or not name_rules(language).is_tongue(text, start, end):
        return None
    spoken = get_official_languages(entry.key.partition(":")[2], de_facto=True)
    if not spoken or not (entry.small or text[start:end].casefold() == _tongue_name(spoken[0], language)):
        return None
    value = english_name(spoken[0])
    return _mention(text, start, end, value, (f"language:{spoken[0]}", entry.key), "language", True)


def _tongue_name(code: str, language: str) -> str:
    """What a language calls another one, in small letters; "" where that is not known."""
    return str(Locale(language).languages.get(code, "")).casefold() if localedata.exists(language) else ""


def read_sounds(text: str) -> frozenset[str]:
    """Consonant skeletons of all words with a capital letter: what a name of the other text may be heard in."""
    return frozenset(key for word in _WORD.findall(text) if word[0].isupper() for key in readings(word))


def is_small_word(word: str, language: str) -> bool:
    """Whether a word may have a capital without being a name: articles, pronouns, days and months."""
    return word.casefold() in name_rules(language).not_names


def is_tagged_name(word: str, language: str) -> bool:
    """Whether the dictionary takes a word for a name first of all."""
    return not _NAMES.isdisjoint(language_of(language).morphology.grammemes(word))


def dictionary_sorts(word: str, language: str) -> frozenset[NameSort]:
    """Everything that a word may name in any of its readings, as far as the dictionary knows; guesses do not count."""
    morphology = language_of(language).morphology
    if not morphology.is_known(word):
        return frozenset()
    tags = frozenset[str]().union(*(reading.grammemes for reading in morphology.readings(word)))
    return frozenset(sort for tag, sort in _NAME_TAGS if tag in tags)


def latin_name(text: str, language: str) -> str:
    """A name in base form and Latin letters, word by word.

    Example:
        >>> latin_name("Михаилу Мишустину", "ru")
        'mikhail mishustin'
    """
    return _latin_all(_WORD.findall(text), language)


def institution_words(language: str) -> frozenset[str]:
    """Words that make a name one of an institution or a place on the map, translated and not transliterated."""
    return name_rules(language).institutions


def words_of(text: str) -> list[Word]:
    """All words of a text, in order."""
    words = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        words.append(Word(match.group(), start, end, text[start].isupper() and _opens_sentence(text, start)))
    return words


def _opens_sentence(text: str, start: int) -> bool:
    before = start - 1
    while before >= 0 and (text[before] in _OPENERS or text[before].isspace()):
        before -= 1
    return before < 0 or text[before] in _SENTENCE_ENDS


def is_headline(words: Sequence[Word]) -> bool:
    """Whether words are those of a headline in title case, where capitals say nothing."""
    long = [word for word in words if len(word.text) > 3]
    return len(long) > 3 and sum(word.text[0].isupper() for word in long) > _TITLE_CASE_SHARE * len(long)


def _is_name(word: Word, language: str, title_case: bool) -> bool:
    rules = name_rules(language)
    if title_case or not word.text[0].isupper() or rules.bare(word.text.casefold()) in rules.not_names:
        return False
    return not word.first or is_tagged_name(word.text, language)


def _adjoin(text: str, words: list[Word], i: int) -> bool:
    return text[words[i - 1].end : words[i].start] in (" ", "\u00a0", "-", ". ", ".")


def _sort(run: list[Word], language: str) -> NameSort:
    """What a name of several words names, as far as the dictionary knows; guesses do not count."""
    morphology = language_of(language).morphology
    for word in run:
        if word.text.isupper() or not morphology.is_known(word.text):
            continue
        grammemes = morphology.grammemes(word.text)
        for name, sort in _NAME_TAGS:
            if name in grammemes:
                return sort
    return "other"


def _latin_all(words: Sequence[str], language: str) -> str:
    """A name of one or several words in its base form and in Latin letters, for the reader: "mikhail mishustin"."""
    of_woman = any(language_of(language).morphology.grammemes(word) >= _WOMANS_FIRST for word in words)
    return " ".join(_latin(word, language, of_woman) for word in words)


@lru_cache(maxsize=20000)
def _latin(word: str, language: str, of_woman: bool) -> str:
    known = language_of(language)
    readings = known.morphology.readings(word)
    named = known.womans_name(word, told=of_woman) or next(
        (reading.lemma for reading in readings if not _NAMES.isdisjoint(reading.grammemes)), word
    )
    return known.romanized(name_rules(language).bare(named.casefold()))


def _mention(
    text: str, start: int, end: int, value: str, keys: tuple[str, ...], sort: NameSort, known: bool
) -> NameMention:
    return NameMention("name", start, end, text[start:end], value, keys, sort, known)
