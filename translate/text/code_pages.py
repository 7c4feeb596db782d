"""Which of the old code pages bytes are written in: the one in which they read most like language.

Words that are not plain ASCII are read in each page. A wrong Cyrillic page turns small letters into capitals or signs,
or into words that nobody spells like that; one of the West makes words of nothing but accents.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from translate.languages.registry import compared_languages, language_of
from translate.text.language_model import word_likelihood

# Log probability of each page before anything is read; the last two are far rarer in what people have.
CODE_PAGES: Final = {
    "cp1251": 0.0,
    "cp1252": 0.0,
    "koi8-r": -1.0,
    "cp866": -1.0,
    "mac-cyrillic": -4.0,
    "iso8859-5": -4.0,
}
SAMPLE = 2_000  # words beyond ASCII that are read, the first ones; a few dozen are enough
LONGEST = 40  # bytes of a word that are read
ODD = 9.0  # nats that a word costs with capitals inside it or in two scripts
CAPITAL, SHOUTED = 1.0, 0.5  # nats of a word's capital, and of each letter of a word in capitals
FOREIGN = -12.0  # log probability of a letter that none of the languages has
TYPOGRAPHIC, RARE = math.log(0.02), math.log(0.0002)  # of a sign, and of what is hardly ever written
ENDING = 2  # letters of an ending behind an abbreviation
UNKNOWN = 3.0  # nats of a word that is spelled as none is, beside those of its letters
UNCLOSED = 5.0  # nats for each quotation that is opened and not closed
ACCENTS = 2.0  # nats for each further letter with an accent in a Latin word, and for each where there is no other
UNREAD = -20.0  # of what a page has no character for

_WORD = re.compile(rb"[\x21-\xff]+")
_LATIN_WORD = re.compile(rb"(?<![\x80-\xff])[A-Za-z]+(?![\x80-\xff])")
# A sign that no word of these letters begins or goes on behind, and signs that stand alone.
_MISPLACED = re.compile(
    r"[^\x00-\x7f\w«„“\xa0\xad](?=[\u0400-\u04ff])|(?<=[\u0400-\u04ff])№|[€£°](?=[^\W\d_])|^[^\w—–\xa0]+$"
)
_LETTERS = re.compile(r"[^\W\d_¹²³¼½¾]+")
_LATIN = re.compile("[a-zA-Zà-ÿÀ-ß]")
# Latin letters of western languages and typographic signs, which is all that windows-1252 is wanted for
_WESTERN = frozenset("éèêëáàâäãåçñíìîïóòôöõøúùûüýßæœšžÉÈÁÀÂÄÅÇÑÍÓÖØÚÜÆŒŠŽ£€©®°²³½¼«»“”‘’–—…•§№ \xa0")


def likeliest_page(data: bytes) -> str:
    """The code page of a text that is no Unicode.

    Args:
        data: The whole text.

    Example:
        >>> [likeliest_page("Путин поручил".encode(page)) for page in ("koi8-r", "mac-cyrillic")]
        ['koi8-r', 'mac-cyrillic']
    """
    words: Counter[bytes] = Counter()
    for found in _WORD.finditer(data):
        if found[0].isascii():
            continue
        words[found[0][:LONGEST]] += 1
        if len(words) >= SAMPLE:
            break
    # What a word in another script costs in a text that has so many Latin words.
    aside = math.log1p(sum(1 for _ in _LATIN_WORD.finditer(data)) / max(1, words.total()))
    scores = {page: prior + _likelihood(words, page, aside) for page, prior in CODE_PAGES.items()}
    return max(scores, key=scores.__getitem__)  # the first of equals


def _likelihood(words: Mapping[bytes, int], page: str, aside: float) -> float:
    """How much a reading looks like language; good for comparing readings of the same bytes."""
    readings = [(word.decode(page, errors="replace"), count) for word, count in words.items()]
    opened = sum(count * (reading.count("«") - reading.count("»")) for reading, count in readings)
    return sum(count * _likelihood_of(reading, aside) for reading, count in readings) - UNCLOSED * abs(opened)


def _likelihood_of(text: str, aside: float) -> float:
    score = sum(_sign(character) for character in _LETTERS.sub("", text) if not character.isascii())
    score -= ODD * len(_MISPLACED.findall(text))
    for word in _LETTERS.findall(text):
        if word.isascii():
            continue
        if not _frequencies().keys().isdisjoint(word.lower()):
            score += _spelled(word) - aside
        else:
            beyond = [character for character in word if not character.isascii()]
            score += sum(map(_sign, beyond))
            score -= ACCENTS * (len(beyond) - 1 + (len(beyond) == len(word)) * len(word))
            score -= 0 if word.islower() or word.istitle() or word.isupper() else ODD
    return score


def _sign(character: str) -> float:
    if character == "\ufffd":
        return UNREAD
    return TYPOGRAPHIC if character in _WESTERN else RARE


def _spelled(word: str) -> float:
    """Log likelihood of a word in a script whose languages say how frequent its letters are."""
    lower = word.lower()
    # The letters alone, where their order is one that no word had on which the spelling was counted.
    alone = sum(_frequencies().get(letter, FOREIGN) for letter in lower) - UNKNOWN
    score = max(word_likelihood(lower, compared_languages()), alone)
    ending = word.lstrip(word.upper())
    short = len(ending) <= ENDING and len(word) - len(ending) > 1 and ending.islower()  # "ЦУМа"
    if _LATIN.search(word) or not (short or word.islower() or word.isupper() or word.istitle()):
        return score - ODD
    if short or word.isupper():
        return score - CAPITAL - SHOUTED * (len(word) - 1)
    return score - (0 if word.islower() else CAPITAL)


@cache
def _frequencies() -> Mapping[str, float]:
    """Log frequency of the small letters beyond ASCII of the languages that say how frequent theirs are."""
    tables = [language_of(code).table("letters").get("frequency", {}) for code in compared_languages()]
    listed = {letter for table in tables for letter in table}
    return {letter: math.log(max(table.get(letter, 0) for table in tables) / 1e3) for letter in listed}
