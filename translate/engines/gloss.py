"""Word-by-word gloss, where no package is installed: shows what a sentence is about, and is no translation."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import iuliia  # type: ignore[import-untyped]
from babel.dates import get_day_names, get_month_names

from translate.engines.encoder import default_encoder
from translate.engines.lexicon import Language, Lexicon
from translate.languages.ru.morphology import parses

FLOOR = 0.55  # cosine below which a neighbour is rather related than a translation
TOKEN = re.compile(r"\b[ap]\.m\.|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,:]\d+)*|\s+|.", re.DOTALL)
ENDS_SENTENCE = frozenset(".!?…")
ALPHABET = {"ru": re.compile("[а-яё]", re.IGNORECASE), "en": re.compile("[a-z]", re.IGNORECASE)}
WORDS_FILE = Path(__file__).with_name("gloss_words.toml")
NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})  # grammemes of pymorphy: surname, first name, patronymic, place


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    begins: bool  # first word of the sentence: a capital says nothing there


def gloss(sentences: Sequence[str], language: Language, *, lexicon: Lexicon | None = None) -> list[str]:
    """Each sentence with its words replaced one by one; order, numbers and punctuation stay as they are.

    Fixed words come from a small table, months and weekdays from CLDR, others from the nearest word in the lexicon.
    Names and words without a near neighbour are transliterated from Russian and kept as they are from English.

    Args:
        sentences: In the language named next.
        language: "ru" is glossed in English, "en" in Russian.
        lexicon: The lexicon of the encoder that comes with Parallax if None.
    """
    tokens = [TOKEN.findall(sentence) for sentence in sentences]
    words = [_marked(sentence_tokens, language) for sentence_tokens in tokens]
    known = {word: _fixed(word, language) for line in words for word in line if word is not None}
    # What is a name in the middle of one sentence is one at the beginning of another.
    names = {word.text for word in known if _name(word, language)}
    open_words = sorted({word.text for word, fixed in known.items() if fixed is None} - names)
    nearest = _nearest(open_words, language, lexicon or default_lexicon())
    lines = []
    for line, sentence_tokens in zip(words, tokens, strict=True):
        pieces = [_rendered(word, token, language, nearest) for word, token in zip(line, sentence_tokens, strict=True)]
        lines.append(_joined(pieces, capital=sentence_tokens[:1] != [] and sentence_tokens[0][:1].isupper()))
    return lines


@cache
def default_lexicon() -> Lexicon:
    """The lexicon of the default encoder, shared by all."""
    return Lexicon(default_encoder())


def _marked(tokens: Sequence[str], language: Language) -> list[_Word | None]:
    """The words of the language among the tokens, None for all else."""
    marked: list[_Word | None] = []
    begins = True
    for token in tokens:
        if token[0].isalpha():
            marked.append(_Word(token, begins) if ALPHABET[language].search(token) else None)
            begins = False
        else:
            marked.append(None)
            begins = begins or token in ENDS_SENTENCE
    return marked


def _rendered(word: _Word | None, token: str, language: Language, nearest: dict[str, str]) -> str:
    if word is None:
        return token
    found = _fixed(word, language)
    if found is None:
        found = nearest.get(word.text) or (_transliterated(word.text) if language == "ru" else word.text)
    return found[:1].upper() + found[1:] if word.begins and token[:1].isupper() else found


def _fixed(word: _Word, language: Language) -> str | None:
    """The word of the table or of the calendar; "" where the other language has none."""
    table, calendar = _table(language), _calendar(language)
    lower = word.text.lower()
    if language == "en" and lower == "us":  # the country and the pronoun differ in nothing but their case
        return "США" if word.text == "US" else "нам"
    if language == "en" and lower in calendar and not word.text[0].isupper():
        return table.get(lower)  # "may" and "march" are verbs unless they have a capital
    forms = (lower, *_lemmas(lower)) if language == "ru" else (lower,)
    for form in forms:
        for known in (calendar, table):
            if form in known and (known is table or language == "ru" or word.text[0].isupper()):
                return known[form]
    return None


def _name(word: _Word, language: Language) -> bool:
    """Whether a word looks like a name, which no lexicon may replace by a neighbour."""
    if word.text.isupper() and len(word.text) > 1:
        return True
    return word.text[0].isupper() and (not word.begins or (language == "ru" and _known_name(word.text)))


def _nearest(words: Sequence[str], language: Language, lexicon: Lexicon) -> dict[str, str]:
    """For each word its best neighbour above the floor, looked up as it stands and in its dictionary form."""
    forms = {word: sorted({word.lower(), *(_lemmas(word.lower())[:1] if language == "ru" else ())}) for word in words}
    queries = sorted({form for some in forms.values() for form in some})
    to: Language = "en" if language == "ru" else "ru"
    answers = dict(zip(queries, lexicon.neighbours(queries, to, k=1), strict=True))
    best = {
        word: max((answers[form][0] for form in some), key=lambda answer: answer[1]) for word, some in forms.items()
    }
    return {word: neighbour for word, (neighbour, cosine) in best.items() if cosine >= FLOOR}


def _joined(pieces: Sequence[str], capital: bool) -> str:
    """One line without the gaps that left-out words leave behind, its capital on the first word that is left."""
    text = re.sub(r"\s+", " ", "".join(pieces)).strip()
    text = re.sub(r"(?<=\w) (?=[,.;:!?…»)])", "", text)
    return text[:1].upper() + text[1:] if capital else text


@cache
def _table(language: Language) -> dict[str, str]:
    with WORDS_FILE.open("rb") as file:
        words: dict[str, str] = tomllib.load(file)[language]
    return words


@cache
def _calendar(language: Language) -> dict[str, str]:
    """Months and weekdays in lower case, in every form CLDR has, with their names in the other language."""
    other = "en" if language == "ru" else "ru"
    names: dict[str, str] = {}
    for listing in (get_month_names, get_day_names):
        for context in ("stand-alone", "format"):
            theirs = listing("wide", context=context, locale=other)
            names |= {name.lower(): theirs[i] for i, name in listing("wide", context=context, locale=language).items()}
    return names


def _lemmas(word: str) -> tuple[str, ...]:
    """Dictionary forms of a Russian word, likeliest first."""
    return tuple(dict.fromkeys(parse.normal_form for parse in parses(word)[:2]))


def _known_name(word: str) -> bool:
    return bool(NAMES & set(parses(word.lower())[0].tag.grammemes))


def _transliterated(word: str) -> str:
    """Latin letters as in Russian passports and news; names in their dictionary form, "Мишустину" as "Mishustin"."""
    form = word
    if word[0].isupper() and not word.isupper():
        named = [parse.normal_form for parse in parses(word.lower()) if NAMES & set(parse.tag.grammemes)]
        form = named[0].capitalize() if named else word
    return str(iuliia.WIKIPEDIA.translate(form))
