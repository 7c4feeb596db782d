"""What a Russian or English sentence denies, and with which words."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any, Literal

from translate.languages.ru.morphology import is_known, parses

Form = Literal["verb", "none", "without", "part"]

_WORD = re.compile(r"[a-zа-яё]+(?:['’][a-z]+)?(?:-[a-zа-яё]+)*")
_START = r"(?<!\w)(?<!\w')"  # a word's own beginning, not the "t" of "can't"
_MARK = re.compile(r"[,;:.!?()«»\"“”—–]")
_ABSENT = frozenset(("нет", "нету", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "no one"))


@dataclass(frozen=True, slots=True)
class Negation:
    """One plain negation.

    Attributes:
        start, end: Half-open offsets of it with the verb it stands with.
        text: As written there, in small letters.
        form: "verb" where a verb or a short predicate is denied, "none" for "no" and "нет", "without", or "part" where
            another part of the clause is.
        modal: Whether it denies a modal or future verb: "will not", "не должен".
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
    negation: re.Pattern[str]
    idioms: re.Pattern[str]
    strong: tuple[str, ...]
    stems: tuple[str, ...]
    words: frozenset[str]
    plain: tuple[str, ...]
    light: frozenset[str]
    modal: re.Pattern[str]


def read_polarity(text: str, language: str) -> Polarity:
    """Read what a normalised Russian ("ru") or English ("en") passage denies."""
    small = text.lower().replace("’", "'")
    if len(small) != len(text):  # a letter whose small form is two: offsets go first
        small = text
    lexicon = _lexicon(language)
    words = list(_WORD.finditer(small))
    idioms = [match.span() for match in lexicon.idioms.finditer(small)]
    plain = [
        match
        for match in lexicon.negation.finditer(small)
        if not any(start <= match.start() < end for start, end in idioms)
    ]
    negations = tuple(_single([_negation(match, words, small, language) for match in plain]))
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


def _single(negations: Sequence[Negation]) -> Iterator[Negation]:
    """Leave out the words that only repeat a negation: "никто не", "nor" after "neither"."""
    verbal = any(negation.text in ("не", "нет", "нельзя", "neither") for negation in negations)
    for negation in negations:
        if not (verbal and (negation.text.startswith("ни") or negation.text == "nor")):
            yield negation


def _negation(match: re.Match[str], words: Sequence[re.Match[str]], small: str, language: str) -> Negation:
    text = match.group()
    start, end = _clause(small, match)
    behind = [word for word in words if match.end() <= word.start() < end]
    ahead = [word for word in words if start <= word.start() < match.start()][::-1]
    after, before = [word.group() for word in behind], [word.group() for word in ahead]
    modal = _is_modal(text, after, before, language)
    heads = tuple(_heads(after, language, 3)) or tuple(_heads(before, language, 2))
    form = _form(text, after, before, language)
    first = ahead[0].start() if text == "not" and form == "verb" else match.start()
    last = behind[0].end() if text == "не" and behind else match.end()
    return Negation(first, last, text, form, modal, heads)


def _clause(small: str, match: re.Match[str]) -> tuple[int, int]:
    """The stretch between marks of punctuation around a negation."""
    marks = [mark.start() for mark in _MARK.finditer(small)]
    start = max((mark for mark in marks if mark < match.start()), default=0)
    return start, min((mark for mark in marks if mark >= match.end()), default=len(small))


def _form(text: str, after: Sequence[str], before: Sequence[str], language: str) -> Form:
    if text in ("без", "безо", "without"):
        return "without"
    if text in _ABSENT or text.startswith(("ни", "нек", "неч")):
        return "none"
    if language == "en":
        with_verb = text.endswith("t") and text != "not"
        return "verb" if with_verb or text == "never" or _is_light(before[:1], "en") else "part"
    if text == "нельзя" or not after:
        return "verb"
    tag = parses(after[0])[0].tag
    return "verb" if tag.POS in ("VERB", "INFN", "PRTS", "ADJS", "PRED", "GRND") else "part"


def _is_modal(text: str, after: Sequence[str], before: Sequence[str], language: str) -> bool:
    """Whether a negation denies a modal or future verb."""
    near = after[:1] if language == "ru" else before[:1] if text == "not" else [text]
    return any(_lexicon(language).modal.fullmatch(word) for word in near)


def _heads(words: Sequence[str], language: str, most: int) -> Iterator[str]:
    """The nearest words of content, of the few nearest words."""
    content = (word for word in words[: most + 4] if len(word) > 2 and not _is_light([word], language))
    yield from islice(content, most)


def _is_light(words: Sequence[str], language: str) -> bool:
    """Whether the word, if there is one, only stands between a negation and what it denies."""
    light = _lexicon(language).light
    return any(word in light or (language == "ru" and parses(word)[0].normal_form in light) for word in words)


@lru_cache(maxsize=50_000)
def _is_prefixed(word: str, language: str) -> bool:
    """Whether a word denies by its prefix or its suffix."""
    if word.startswith(_lexicon(language).plain):
        return False
    if language == "en":
        return (len(word) > 5 and word.startswith(("un", "non", "dis"))) or (len(word) > 5 and word.endswith("less"))
    if word.startswith("не-"):
        return True
    for prefix in ("не", "без", "бес"):
        if word.startswith(prefix) and len(word) > len(prefix) + 3:
            return prefix != "не" or is_known(word[2:])
    return False


@cache
def _lexicon(language: str) -> _Lexicon:
    table: Mapping[str, Any] = tomllib.loads(
        files("translate.differences.contrasts").joinpath("negation_words.toml").read_text(encoding="utf-8")
    )[language]
    negations, modal = (table[name].replace("\n", "") for name in ("negations", "modal"))
    idioms = "|".join(f"(?:{idiom})" for idiom in table["idioms"].split("\n") if idiom)
    return _Lexicon(
        re.compile(rf"{_START}(?:{negations})(?![\w-])"),
        re.compile(rf"{_START}(?:{idioms})(?!\w)".replace("NEG", f"(?:{negations})")),
        tuple(table["strong"].split()),
        tuple(table["stems"].split()),
        frozenset(table["words"].split()),
        tuple(table["plain"].split()),
        frozenset(table["light"].split()),
        re.compile(modal),
    )
