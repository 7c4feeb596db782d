"""How far from done an event is told to be: one version plans, tries or doubts what the other says has happened.

certainty.toml of a language lists under [realis] the expressions before a verb or a noun by which it is no fact yet
("verbs": intends to, may; "nouns": faces) and all that could stand for them ("weak", "plan"), those by which something
is proved ("proof") and by which it is not ("loose"), those that leave it to somebody else ("doubted": alleged,
according to preliminary data) and what may answer these ("answers"). An expression counts where the other version has
what stands behind it and nothing at all that could stand for the expression.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.counterpart import stand_for
from translate.differences.contrasts.polarity import denial_ahead, plain_apostrophes
from translate.languages.registry import language_of
from translate.text.sides import in_order
from translate.wording.phrase import Phrase

CONFIDENCE = 0.75
BEHIND = 3  # words behind an expression among which what it is about stands
AROUND = 3  # words beside a noun among which the verb stands that tells what has happened
LONG = 3  # letters of a word that tells anything
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_CLAUSE = re.compile(r"[;:!?()«»\"“”—–]")
_TELLING = ("verbs", "nouns", "doubted")  # say what they say only where they are not denied
_VERBS = frozenset(("VERB", "INFN", "PRTS"))

Sort = Literal["verbs", "nouns", "weak", "plan", "proof", "loose", "doubted", "answers"]


@dataclass(frozen=True, slots=True)
class _Mark:
    """An expression with its compared sentence, its offsets there, and the words behind it in small letters."""

    sentence: int
    start: int
    end: int
    about: tuple[str, ...]


def find_unrealised(source: BeadSide, target: BeadSide) -> tuple[Contrast, ...]:
    """At most one contrast of kind "certainty": an event of which only one version says that it has happened."""
    for one, other in ((source, target), (target, source)):
        for mark, done in (*_unproved(one, other), *_undone(one, other), *_undoubted(one, other)):
            return (_contrast(one, other, mark, done),)
    return ()


def _unproved(one: BeadSide, other: BeadSide) -> Iterator[tuple[_Mark, Words | None]]:
    """What one version has as possible or as somebody's claim, and the other as proved."""
    loose, proof = _marks(one, "loose"), _marks(other, "proof")
    if loose and proof and not _marks(one, "proof") and not _marks(other, "loose"):
        first = proof[0]
        yield loose[-1], Words(first.sentence, first.start, first.end, "")


def _undone(one: BeadSide, other: BeadSide) -> Iterator[tuple[_Mark, Words | None]]:
    """What one version plans, tries or thinks possible, and the other has done."""
    if _marks(other, "weak") or _marks(other, "plan") or _future(other):
        return
    for sort in ("verbs", "nouns"):
        for mark in _marks(one, sort):
            verbs = (word for word in mark.about if sort == "nouns" or _may_be_verb(word, one.language))
            head = next(verbs, "")
            for at, text in zip(other.sentences, other.texts, strict=True) if head else ():
                done = _done(head, one, text, other, reach=AROUND if sort == "nouns" else 0)
                if done is not None:
                    yield mark, Words(at, *done, "")


def _undoubted(one: BeadSide, other: BeadSide) -> Iterator[tuple[_Mark, Words | None]]:
    """What one version leaves to others, and the other tells of itself, with nothing near that could answer."""
    near = [other.story.sentences[k].text for k in (other.before, other.behind) if k is not None]
    if _marks(other, "answers") or _marks(other, "doubted") or _marks(other, "loose"):
        return
    if any(_listed(other.language, "doubted").search(plain_apostrophes(text)) for text in near):
        return
    for mark in _marks(one, "doubted"):
        yield mark, None


def _marks(side: BeadSide, sort: Sort) -> list[_Mark]:
    found = []
    for sentence, text in zip(side.sentences, side.texts, strict=True):
        small = plain_apostrophes(text)
        for match in _listed(side.language, sort).finditer(small):
            end = _CLAUSE.search(small, match.end())
            words = _WORD.findall(small[match.end() : end.start() if end else len(small)])
            light = _light(side.language)
            telling = [word for word in words if len(word) >= LONG and word not in light][:BEHIND]
            ahead, unclear = denial_ahead(small[: match.start()], side.language)
            named = text[match.start()].isupper() and match.start() > 0  # the month of May
            if named or (sort in _TELLING and (unclear or ahead is not None)):
                continue
            found.append(_Mark(sentence, *match.span(), tuple(telling)))
    return found


def _future(side: BeadSide) -> bool:
    """Whether a verb stands in the future."""
    of = language_of(side.language)
    return of.has_dictionary and any(
        "futr" in of.morphology.grammemes(word) for text in side.texts for word in _WORD.findall(text.lower())
    )


def _may_be_verb(word: str, language: str) -> bool:
    """Whether a word behind an expression is the verb that it is about."""
    of = language_of(language)
    return not of.has_dictionary or not _VERBS.isdisjoint(of.morphology.grammemes(word))


def _done(word: str, one: BeadSide, text: str, other: BeadSide, *, reach: int) -> tuple[int, int] | None:
    """Where a sentence has a word of the other version as something that has happened; None where it has not."""
    words = list(_WORD.finditer(plain_apostrophes(text)))
    for place, match in enumerate(words):
        near = [each.group() for each in words[max(0, place - reach) : place + reach + 1]]
        happened = any(_is_done(each, other.language) for each in near)
        if happened and len(match.group()) >= LONG and stand_for(word, one, match.group(), other):
            return match.span()
    return None


@cache
def _is_done(word: str, language: str) -> bool:
    """Whether a verb tells of the past."""
    of = language_of(language)
    if of.has_dictionary:
        grammemes = of.morphology.grammemes(word)
        return "PRTS" in grammemes or {"VERB", "past"} <= grammemes
    return len(of.bases(word)) > 1 and not word.endswith(("s", "ing", "er", "est"))


@cache
def _light(language: str) -> frozenset[str]:
    """Words between an expression and what it is about."""
    return frozenset(language_of(language).table("certainty").get("realis", {}).get("light", "").split())


@cache
def _listed(language: str, sort: Sort) -> re.Pattern[str]:
    listed = language_of(language).table("certainty").get("realis", {}).get(sort, "(?!)")
    return re.compile(rf"(?<![\w'-])(?:{listed.replace(' ', chr(92) + 's+')})(?![\w'-])")


def _contrast(one: BeadSide, other: BeadSide, mark: _Mark, done: Words | None) -> Contrast:
    """What the reader is told; `one` is the version that is less sure."""
    text = one.story.sentences[mark.sentence].text[mark.start : mark.end]
    mine = (Words(mark.sentence, mark.start, mark.end, text),)
    in_source, in_target = in_order(one.name, mine, (done,) if done else ())
    return Contrast(
        kind="certainty",
        side=one.name,
        severity="major",
        confidence=CONFIDENCE,
        source=in_source,
        target=in_target,
        message=Phrase(
            "{mine:capital} is less sure of this (“{words}”); {theirs} states it as a fact.",
            mine=one.version,
            words=text,
            theirs=other.version,
        ),
        reason=Phrase(
            "Nothing that could stand for “{words}” was found in the corresponding {theirs:name} sentence.",
            words=text,
            theirs=other.version,
        ),
    )
