"""What a sentence denies, and with which words: negation.toml of its language lists them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import Literal

from translate.languages.registry import language_of

Form = Literal["verb", "none", "without", "part"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+)*")
_START = r"(?<!\w)(?<!\w')"  # a word's own beginning, not the "t" of "can't"
_MARK = re.compile(r"[,;:.!?()«»\"“”—–]")
_VERBS = frozenset(("VERB", "INFN", "PRTS", "ADJS", "PRED", "GRND"))  # tags of OpenCorpora: verbs and short predicates
_NOTHING = "(?!)"
_FAR_AHEAD = re.compile(r"(?:\s+[\w'-]+){0,3}\s*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛´`ʼ′＇", "'"))


@dataclass(frozen=True, slots=True)
class Negation:
    """One plain negation.

    Attributes:
        start, end: Half-open offsets of it with the verb it stands with.
        text: As written there, in small letters.
        form: "verb" where a verb or a short predicate is denied, "none" for "no" and "nobody", "without", or "part"
            where another part of the clause is.
        modal: Whether it denies a modal or future verb: "will not".
        heads: The content words it denies, the nearest first, in small letters.
    """

    start: int
    end: int
    text: str
    form: Form
    modal: bool
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Polarity:
    """What one passage denies.

    Attributes:
        negations: Its plain negations in reading order, idioms left out.
        idioms: How many idioms with a negation it has.
        strong: The words that say what a plain negation says, in small letters.
        weak: Other words that deny by their meaning.
        prefixed: Words that deny by their prefix or suffix.
    """

    negations: tuple[Negation, ...]
    idioms: int
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    prefixed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """How one language denies something; each entry is empty, or matches nothing, where its table has none.

    Attributes:
        negation: The plain negations: one regular expression over lines, in small letters.
        behind_verb: Whether they stand behind a light verb ("is not") and not before what they deny.
        particle: The plainest of them, shown with the verb beside it.
        with_verb: Those of them that always deny a verb, as a regular expression.
        none, none_stems: Those that say that there is none, whole and as beginnings.
        without: Those that say that something is left out.
        verbal: One of these makes the words that begin as `repeats` mere repetitions of itself: "nor" after "neither".
        repeats: The beginnings.
        denied: What stands before a word that is denied, with at most one word between, as a regular expression.
        idioms: Negations that deny nothing, or that another language commonly says without one: a regular expression in
            small letters to a line, in which NEG stands for any plain negation. They excuse a negation of the other
            side and are never reported.
        strong: Beginnings of words that say what a plain negation says: "failed", "lack".
        stems, words: Beginnings of words, and whole words, that deny something in a weaker or narrower way.
        plain: Beginnings of words that look denied by their prefix and are not: "uniform".
        prefixes: Beginnings of words that deny by them, the letters that such a word has at least, and whether the rest
            must be a word of the dictionary.
        suffixes: Likewise ends of words.
        light: Dictionary forms of words that may stand between a negation and what it denies.
        modal: Verbs of will, duty and ability, as a regular expression.
    """

    negation: re.Pattern[str]
    behind_verb: bool
    particle: str
    with_verb: re.Pattern[str]
    none: frozenset[str]
    none_stems: tuple[str, ...]
    without: frozenset[str]
    verbal: frozenset[str]
    repeats: tuple[str, ...]
    denied: re.Pattern[str]
    denied_next: re.Pattern[str]
    idioms: re.Pattern[str]
    strong: tuple[str, ...]
    stems: tuple[str, ...]
    words: frozenset[str]
    plain: tuple[str, ...]
    prefixes: tuple[tuple[str, int, bool], ...]
    suffixes: tuple[tuple[str, int], ...]
    light: frozenset[str]
    modal: re.Pattern[str]


@lru_cache(maxsize=4096)
def read_polarity(text: str, language: str) -> Polarity:
    """Read what a normalised passage denies; nothing in a language without negation.toml."""
    small = plain_apostrophes(text)
    lexicon = _lexicon(language)
    words = list(_WORD.finditer(small))
    idioms = [match.span() for match in lexicon.idioms.finditer(small)]
    plain = [
        match
        for match in lexicon.negation.finditer(small)
        if not any(start <= match.start() < end for start, end in idioms)
    ]
    negations = tuple(_single([_negation(match, words, small, language) for match in plain], lexicon))
    denied = {match.start() for match in plain}
    free = [
        word.group()
        for word in words
        if word.start() not in denied and not any(start <= word.start() < end for start, end in idioms)
    ]
    strong = tuple(word for word in free if word.startswith(lexicon.strong))
    rest = [word for word in free if not word.startswith(lexicon.strong)]
    weak = tuple(word for word in rest if word in lexicon.words or word.startswith(lexicon.stems))
    prefixed = tuple(word for word in rest if word not in weak and _is_prefixed(word, language))
    return Polarity(negations, len(idioms), strong, weak, prefixed)


def plain_apostrophes(text: str) -> str:
    """A text in small letters, as long as before, with one sort of apostrophe."""
    small = text.lower()
    if len(small) != len(text):  # a letter whose small form is two: offsets go first
        small = text
    return small.translate(_APOSTROPHES)


def denial_ahead(before: str, language: str) -> tuple[int | None, bool]:
    """Where the denial stands with which a stretch of small letters ends, else None; and whether it is no clear one.

    Only what stands in the clause of the next word is read. A negation some words ahead is not clear, nor is an idiom.
    """
    start = max((mark.end() for mark in _MARK.finditer(before)), default=0)
    lexicon, clause = _lexicon(language), before[start:]
    idioms = [match.span() for match in lexicon.idioms.finditer(clause)]
    plain = [match for match in lexicon.negation.finditer(clause) if _FAR_AHEAD.fullmatch(clause[match.end() :])]
    if any(first < match.end() and match.start() < last for match in plain for first, last in idioms):
        return None, True
    match = lexicon.denied.search(clause)
    if match is not None and not any(last > match.start() for _, last in idioms):
        return start + match.start(), False
    return None, bool(plain)


def idioms_of(small: str, language: str) -> list[tuple[int, int]]:
    """Where the idioms with a negation stand in a text of small letters."""
    return [match.span() for match in _lexicon(language).idioms.finditer(small)]


def repeats_denial(words: str, language: str) -> bool:
    """Whether some small letters begin with what only repeats the negation of their verb."""
    repeats = _lexicon(language).repeats
    return bool(repeats) and words.startswith(repeats)


def is_denial(words: str, language: str) -> bool:
    """Whether some small letters begin with a plain negation."""
    return _lexicon(language).negation.match(words) is not None


def denial_behind(after: str, language: str) -> bool:
    """Whether a stretch of small letters begins with a plain negation, at most one word before it."""
    return _lexicon(language).denied_next.match(after) is not None


@lru_cache(maxsize=50_000)
def affirmed_form(word: str, language: str) -> str:
    """What is left of a word in small letters that denies by its prefix or its suffix; "" for any other word."""
    lexicon = _lexicon(language)
    if word.startswith(lexicon.plain):
        return ""
    for prefix, least, _ in lexicon.prefixes:
        rest = word[len(prefix) :]
        if (
            word.startswith(prefix)
            and len(word) >= least
            and (not language_of(language).has_dictionary or language_of(language).morphology.is_known(rest))
        ):
            return rest
    ending = next((end for end, least in lexicon.suffixes if word.endswith(end) and len(word) >= least), "")
    return word.removesuffix(ending) if ending else ""


def denial_before(text: str, language: str) -> bool:
    """Whether a text ends with what denies the next word."""
    return _lexicon(language).denied.search(text) is not None


def _single(negations: Sequence[Negation], lexicon: _Lexicon) -> Iterator[Negation]:
    """Leave out the words that only repeat a negation."""
    verbal = any(negation.text in lexicon.verbal for negation in negations)
    for negation in negations:
        if not (verbal and negation.text.startswith(lexicon.repeats)):
            yield negation


def _negation(match: re.Match[str], words: Sequence[re.Match[str]], small: str, language: str) -> Negation:
    text = match.group()
    start, end = _clause(small, match)
    behind = [word for word in words if match.end() <= word.start() < end]
    ahead = [word for word in words if start <= word.start() < match.start()][::-1]
    after, before = [word.group() for word in behind], [word.group() for word in ahead]
    lexicon = _lexicon(language)
    modal = _is_modal(text, after, before, lexicon)
    heads = tuple(_heads(after, language, 3)) or tuple(_heads(before, language, 2))
    form = _form(text, after, before, language)
    first, last = match.start(), match.end()
    if text == lexicon.particle and lexicon.behind_verb and form == "verb":
        first = ahead[0].start()
    elif text == lexicon.particle and not lexicon.behind_verb and behind:
        last = behind[0].end()
    return Negation(first, last, text, form, modal, heads)


def _clause(small: str, match: re.Match[str]) -> tuple[int, int]:
    """The stretch between marks of punctuation around a negation."""
    marks = [mark.start() for mark in _MARK.finditer(small)]
    start = max((mark for mark in marks if mark < match.start()), default=0)
    return start, min((mark for mark in marks if mark >= match.end()), default=len(small))


def _form(text: str, after: Sequence[str], before: Sequence[str], language: str) -> Form:
    lexicon = _lexicon(language)
    if text in lexicon.without:
        return "without"
    if text in lexicon.none or text.startswith(lexicon.none_stems):
        return "none"
    if lexicon.with_verb.fullmatch(text):
        return "verb"
    if lexicon.behind_verb:
        return "verb" if _is_light(before[:1], language) else "part"
    if not after:
        return "verb"
    return "part" if _VERBS.isdisjoint(language_of(language).morphology.grammemes(after[0])) else "verb"


def _is_modal(text: str, after: Sequence[str], before: Sequence[str], lexicon: _Lexicon) -> bool:
    """Whether a negation denies a modal or future verb."""
    near = after[:1] if not lexicon.behind_verb else before[:1] if text == lexicon.particle else [text]
    return any(lexicon.modal.fullmatch(word) for word in near)


def _heads(words: Sequence[str], language: str, most: int) -> Iterator[str]:
    """The nearest words of content, of the few nearest words."""
    content = (word for word in words[: most + 4] if len(word) > 2 and not _is_light([word], language))
    yield from islice(content, most)


def _is_light(words: Sequence[str], language: str) -> bool:
    """Whether the word, if there is one, only stands between a negation and what it denies."""
    light, morphology = _lexicon(language).light, language_of(language).morphology
    return any(word in light or morphology.readings(word)[0].lemma in light for word in words)


@lru_cache(maxsize=50_000)
def _is_prefixed(word: str, language: str) -> bool:
    """Whether a word denies by its prefix or its suffix."""
    lexicon = _lexicon(language)
    if word.startswith(lexicon.plain):
        return False
    for prefix, least, rest_is_word in lexicon.prefixes:
        if word.startswith(prefix) and len(word) >= least:
            return not rest_is_word or language_of(language).morphology.is_known(word[len(prefix) :])
    return any(word.endswith(suffix) and len(word) >= least for suffix, least in lexicon.suffixes)


@cache
def _lexicon(language: str) -> _Lexicon:
    table = language_of(language).table("negation")
    listed = {name: tuple(words.split()) for name, words in table.items() if isinstance(words, str)}
    negations, modal = (table.get(name, _NOTHING).replace("\n", "") for name in ("negations", "modal"))
    idioms = "|".join(f"(?:{idiom})" for idiom in table.get("idioms", "").split("\n") if idiom) or _NOTHING
    return _Lexicon(
        negation=re.compile(rf"{_START}(?:{negations})(?![\w-])"),
        behind_verb=bool(table.get("behind_verb")),
        particle=table.get("particle", ""),
        with_verb=re.compile(table.get("with_verb", _NOTHING)),
        none=frozenset(table.get("none", ())),
        none_stems=listed.get("none_stems", ()),
        without=frozenset(listed.get("without", ())),
        verbal=frozenset(listed.get("verbal", ())),
        repeats=listed.get("repeats", ()),
        denied_next=re.compile(rf"\s+(?:\w+\s+)?(?:{negations})(?![\w-])"),
        denied=re.compile(rf"(?:{table.get('denied', _NOTHING)})\W+(?:\w+\W+)?$", re.IGNORECASE),
        idioms=re.compile(rf"{_START}(?:{idioms})(?!\w)".replace("NEG", f"(?:{negations})")),
        strong=listed.get("strong", ()),
        stems=listed.get("stems", ()),
        words=frozenset(listed.get("words", ())),
        plain=listed.get("plain", ()),
        prefixes=tuple((prefix, least, rest) for prefix, least, rest in table.get("prefixes", ())),
        suffixes=tuple((suffix, least) for suffix, least in table.get("suffixes", ())),
        light=frozenset(listed.get("light", ())),
        modal=re.compile(modal),
    )
