"""Names of a bead that no word of the other side sounds like and no table finds there.

Whether such a name was replaced or only translated ("Supreme Court") is for the encoder to tell: see replaced_names.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.facts.mention import Facts
from translate.facts.name_rules import name_rules
from translate.facts.names import is_small_word
from translate.facts.related import stand_ins
from translate.facts.transliteration import comparable_readings, likeness, readings, starts_alike
from translate.languages.registry import language_of

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BEFORE = "\"“„«‘'([—–- "
_PATRONYMIC = "Patr"  # tag of OpenCorpora
_HEARD = 0.66  # of two skeletons: the words may be one name in two scripts
_HEARD_SMALL = 0.8  # the same for a word without a capital, which is rarely a name
_OTHER_START = 0.65  # what is left of the likeness where the first sounds are never confused


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a bead's side.

    Attributes:
        text: As written, without a possessive ending.
        language: That of its side.
        sentence: Position of its sentence in the bead.
        start, end: Half-open offsets into that sentence.
        first: Whether a capital says nothing, at the beginning of a sentence.
    """

    text: str
    language: str
    sentence: int
    start: int
    end: int
    first: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def patronymic(self) -> bool:
        """Whether the dictionary of its language reads it as a patronymic."""
        return _PATRONYMIC in language_of(self.language).morphology.grammemes(self.text)


Stretch = tuple[Word, ...]  # words that follow one another in one sentence


@lru_cache(maxsize=64)  # both sides of a bead are asked for again and again while it is looked at
def words_of(texts: tuple[str, ...], language: str) -> tuple[Word, ...]:
    """All words of the sentences of one side, in order."""
    bare = name_rules(language).bare
    found = []
    for sentence, text in enumerate(texts):
        for match in _WORD.finditer(text):
            before = text[: match.start()].rstrip(_BEFORE)
            word, start = bare(match.group()), match.start()
            opens = not before or before[-1] in ".!?…:"
            found.append(Word(word, language, sentence, start, start + len(word), opens))
    return tuple(found)


def strange_names(
    words: Sequence[Word], facts: Sequence[Facts], others: Sequence[Word], around: Sequence[Facts]
) -> list[Stretch]:
    """Names of one side that the other neither gives by a table nor by sound.

    Args:
        words, facts: The one side.
        others: Words of the other side.
        around: Facts of the other side and its neighbours.
    """
    known = {key for fact in around for name in fact.names for key in name.keys}
    known |= stand_ins(known - {key for fact in facts for name in fact.names for key in name.keys})
    sounds = frozenset(key for fact in around for key in fact.sounds)
    stretches: list[Stretch] = []
    for run in runs(words):
        fact = facts[run[0].sentence]
        tabled = [name for name in fact.names if name.known and name.start < run[-1].end and run[0].start < name.end]
        if any(known.intersection(name.keys) for name in tabled):
            continue
        opener = run[0].first and not tabled and is_common(run[0])
        stretches += _unheard(run[1:] if opener else run, others, sounds)  # any word has a capital at the beginning
    return stretches


def is_common(word: Word) -> bool:
    """Whether a word is among the frequent ones of its language; names are not listed there."""
    listed = _common_words(word.language).issuperset(word.text.casefold().split("-"))
    return listed or word.text in name_rules(word.language).links


def run_of(name: Stretch, words: Sequence[Word]) -> Stretch:
    """All words with a capital around a name."""
    return next((run for run in runs(words) if name[0] in run), name)


def heard(word: str, others: Sequence[Word]) -> bool:
    """Whether a word sounds like one of the other script."""
    return any(
        sounds_like(one, part) >= (_HEARD if other.capital and word[0].isupper() else _HEARD_SMALL)
        for other in others
        for part in {other.text, *other.text.split("-")}
        for one in {word, *word.split("-")}
        if one and part
    )


@lru_cache(maxsize=100_000)
def sounds_like(one: str, other: str) -> float:
    """How alike two words of different scripts sound, in [0, 1]."""
    ours, theirs = comparable_readings(one, other)
    best = max((likeness(a, b) for a in ours for b in theirs), default=0.0)
    if best < 1 and min(len(readings(word)[0]) if readings(word) else 0 for word in (one, other)) < 2:
        return 0.0  # one consonant says nothing
    return best if starts_alike(one, other) else best * _OTHER_START


@cache
def _common_words(language: str) -> frozenset[str]:
    return frozenset(language_of(language).words("words"))


def runs(words: Sequence[Word]) -> Iterator[Stretch]:
    """Words with a capital that follow one another in one sentence, small links between them included."""
    run: list[Word] = []
    for word in words:
        if run and (word.sentence != run[-1].sentence or word.start - run[-1].end > 3 or not _goes_on(word)):
            yield from _trimmed(run)
            run = []
        if run or (word.capital and not is_small_word(word.text, word.language)):
            run.append(word)
    yield from _trimmed(run)


def _goes_on(word: Word) -> bool:
    return word.text in name_rules(word.language).links or (word.capital and not word.first)


def _trimmed(run: Sequence[Word]) -> Iterator[Stretch]:
    end = len(run)
    while end and not run[end - 1].capital:
        end -= 1
    if end:
        yield tuple(run[:end])


def _unheard(run: Stretch, others: Sequence[Word], sounds: frozenset[str]) -> Iterator[Stretch]:
    """The stretches of a name between the words that are heard on the other side."""
    stretch: list[Word] = []
    for word in run:
        known = word.capital and (
            heard(word.text, others) or any(reading in sounds for reading in readings(word.text) if len(reading) > 1)
        )
        if known:
            yield from _trimmed(stretch)
            stretch = []
        elif stretch or (word.capital and not is_small_word(word.text, word.language)):
            stretch.append(word)
    yield from _trimmed(stretch)
