"""Word-by-word gloss, where no package is installed: shows what a sentence is about, and is no translation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import localedata
from babel.dates import get_day_names, get_month_names

from translate.engines.encoder import default_encoder
from translate.engines.lexicon import Lexicon, listed_words
from translate.languages.language import Language
from translate.languages.registry import language_of, pair_of

FLOOR = 0.55  # cosine below which a neighbour is rather related than a translation
TOKEN = re.compile(r"\b[ap]\.m\.|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,:]\d+)*|\s+|.", re.DOTALL)
ENDS_SENTENCE = frozenset(".!?…")
NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})  # grammemes: surname, first name, patronymic, place
READINGS = 2  # of a word, the likeliest, whose dictionary forms are looked up


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    begins: bool  # first word of the sentence: a capital says nothing there


@dataclass(frozen=True, slots=True)
class _Direction:
    """From which language into which, with what the pair says of it.

    Attributes:
        source, target: The languages.
        table: Words of the source with their gloss.
        calendar: Months and weekdays, as `_calendar` gives them.
        letters: What tells a word of the source from signs and foreign words.
        inflected: Whether the words of the table and of the lexicon's list are dictionary forms.
    """

    source: Language
    target: Language
    table: Mapping[str, str]
    calendar: Mapping[str, tuple[str, bool]]
    letters: re.Pattern[str]
    inflected: bool

    def forms(self, word: str, readings: int) -> tuple[str, ...]:
        """Dictionary forms of a word in small letters, of its likeliest readings; none where they help nobody."""
        if not self.inflected:
            return ()
        return tuple(dict.fromkeys(reading.lemma for reading in self.source.morphology.readings(word)[:readings]))


def has_gloss(source: str, target: str) -> bool:
    """Whether there are words to gloss one language in another."""
    pair = pair_of(source, target)
    return pair is not None and bool(pair.table("gloss").get(source))


def gloss(sentences: Sequence[str], source: str, target: str, *, lexicon: Lexicon | None = None) -> list[str]:
    """Each sentence with its words replaced one by one; order, numbers and punctuation stay as they are.

    Fixed words come from a small table, months and weekdays from CLDR, others from the nearest word in the lexicon.
    Names and words without a near neighbour are put into Latin letters where their language has others, or stay.

    Args:
        sentences: In the language named next.
        source, target: Codes of two languages for which `has_gloss` is true.
        lexicon: The lexicon of the encoder that comes with Parallax if None; without lists of words, there is none.
    """
    way = _direction(source, target)
    tokens = [TOKEN.findall(sentence) for sentence in sentences]
    words = [_marked(sentence_tokens, way.letters) for sentence_tokens in tokens]
    known = {word: _fixed(word, way) for line in words for word in line if word is not None}
    # What is a name in the middle of one sentence is one at the beginning of another.
    names = {word.text for word in known if _name(word, way.source)}
    open_words = sorted({word.text for word, fixed in known.items() if fixed is None} - names)
    if lexicon is None and all(listed_words(code) for code in (source, target)):
        lexicon = default_lexicon(source, target)
    nearest = _nearest(open_words, way, lexicon) if lexicon else {}
    lines = []
    for line, sentence_tokens in zip(words, tokens, strict=True):
        pieces = [_rendered(word, token, way, nearest) for word, token in zip(line, sentence_tokens, strict=True)]
        lines.append(_joined(pieces, capital=sentence_tokens[:1] != [] and sentence_tokens[0][:1].isupper()))
    return lines


def default_lexicon(source: str, target: str) -> Lexicon:
    """The lexicon of the default encoder for two languages, shared by all."""
    return _lexicon(frozenset((source, target)))


@cache
def _lexicon(languages: frozenset[str]) -> Lexicon:
    return Lexicon(default_encoder(), languages)


@cache
def _direction(source: str, target: str) -> _Direction:
    pair = pair_of(source, target)
    table = pair.table("gloss") if pair else {}
    language = language_of(source)
    return _Direction(
        source=language,
        target=language_of(target),
        table=table.get(source, {}),
        calendar=_calendar(source, target),
        letters=re.compile(f"[{language.letters}]", re.IGNORECASE),
        inflected=source in table.get("dictionary_forms", ()),
    )


def _marked(tokens: Sequence[str], letters: re.Pattern[str]) -> list[_Word | None]:
    """The words of the language among the tokens, None for all else."""
    marked: list[_Word | None] = []
    begins = True
    for token in tokens:
        if token[0].isalpha():
            marked.append(_Word(token, begins) if letters.search(token) else None)
            begins = False
        else:
            marked.append(None)
            begins = begins or token in ENDS_SENTENCE
    return marked


def _rendered(word: _Word | None, token: str, way: _Direction, nearest: dict[str, str]) -> str:
    if word is None:
        return token
    found = _fixed(word, way)
    if found is None:
        found = nearest.get(word.text) or way.source.romanized(word.text)
    return found[:1].upper() + found[1:] if word.begins and token[:1].isupper() else found


def _fixed(word: _Word, way: _Direction) -> str | None:
    """The word of the table or of the calendar; "" where the other language has none."""
    lower = word.text.lower()
    if word.text != lower and word.text in way.table:
        return way.table[word.text]
    for form in (lower, *way.forms(lower, READINGS)):
        name, capital = way.calendar.get(form, (None, False))
        if name is not None and (word.text[0].isupper() or not capital):
            return name
        if form in way.table:
            return way.table[form]
    return None


def _name(word: _Word, language: Language) -> bool:
    """Whether a word looks like a name, which no lexicon may replace by a neighbour."""
    if word.text.isupper() and len(word.text) > 1:
        return True
    if not word.text[0].isupper():
        return False
    return not word.begins or bool(NAMES & language.morphology.grammemes(word.text.lower()))


def _nearest(words: Sequence[str], way: _Direction, lexicon: Lexicon) -> dict[str, str]:
    """For each word its best neighbour above the floor, looked up as it stands and in its dictionary form."""
    forms = {word: sorted({word.lower(), *way.forms(word.lower(), 1)}) for word in words}
    queries = sorted({form for some in forms.values() for form in some})
    answers = dict(zip(queries, lexicon.neighbours(queries, way.target.code, k=1), strict=True))
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
def _calendar(source: str, target: str) -> dict[str, tuple[str, bool]]:
    """Months and weekdays in small letters, in every form CLDR has.

    Each with its name in the other language, and whether it is written with a capital: "may" and "march" are verbs.
    """
    names: dict[str, tuple[str, bool]] = {}
    if not (localedata.exists(source) and localedata.exists(target)):
        return names
    for listing in (get_month_names, get_day_names):
        for context in ("stand-alone", "format"):
            theirs = listing("wide", context=context, locale=target)
            ours = listing("wide", context=context, locale=source)
            names |= {name.lower(): (theirs[i], name[0].isupper()) for i, name in ours.items()}
    return names
