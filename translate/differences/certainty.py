"""How sure two corresponding passages are of what they say: hedges and attributions that only one of them has.

Certainty is read on a ladder (certainty_words.toml): 0 a plain fact, 1 attributed to somebody, 2 likely, 3 possible,
4 alleged or doubted. Attributions, hedges and allegations are compared apart, since a journalist may attribute and
hedge at once. Translators reword all of them freely and move them to the sentence before or behind, so a flag needs a
strong expression on one side and nothing on the other that could stand for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from translate.alignment.bead import Bead
from translate.differences.certainty_marks import (
    ALLEGED,
    ATTRIBUTED,
    LIKELY,
    POSSIBLE,
    STEPS,
    Mark,
    Track,
    read_certainty,
)
from translate.differences.contrast import Contrast, Words
from translate.differences.story import Story
from translate.text.document import LANGUAGE_NAMES
from translate.text.morphology import parses

NAMES = {ATTRIBUTED: "attributed to somebody", LIKELY: "likely", POSSIBLE: "possible", ALLEGED: "alleged"}
CONFIDENCE = {ATTRIBUTED: 0.7, LIKELY: 0.6, POSSIBLE: 0.6, ALLEGED: 0.8}
SIDE_BY_SIDE = 12  # characters between two expressions that are one: "would very likely"
FAR = 2  # steps between two hedges that are a difference

# What may stand for "said": a quote of three words, "X:" at the beginning, "- X" or a colon at the end; in Russian also
# "по официальной статистике, ..." and "как выразилась Анна".
_MARKS = (
    '[«“„"][^«»“”„"]*\\s[^«»“”„"]*\\s[^«»“”„"]*|(?<!\\w)[\'‘]\\w+ \\w+|^\\w+(?: \\w+){,4}: '
    "| [-–—] [A-ZА-ЯЁ]\\w+(?: [^ ]+){,3}$|:$"
)
_SPEECH_MARKS = {
    "en": re.compile(_MARKS),
    "ru": re.compile(
        _MARKS + r"|(?:^|, )[Пп]о [^,]{3,60}, |\b[Кк]ак (?:\w+ ){,2}\w+(?:л|ла|ли|ет|ит|ют|ят)(?:ся|сь)?\b"
    ),
}
_WORD = re.compile(r"\w+")
_IF = re.compile(r"\b(?:if|whether|unless|если|ли)\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|won['’]t|\w+['’]ll)\b")


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a bead with the sentences around it."""

    name: Literal["source", "target"]
    language: str
    sentences: tuple[int, ...]
    texts: tuple[str, ...]
    before: str
    behind: str

    def marks(self, track: Track) -> list[tuple[int, Mark]]:
        """All that says something on a track, be it faintly, with the number of its sentence."""
        return [
            (sentence, mark)
            for sentence, text in zip(self.sentences, self.texts, strict=True)
            for mark in read_certainty(text, self.language)
            if track in mark.firm or track in mark.faint
        ]

    def nearby(self, track: Track, *, faintly: bool) -> tuple[bool, bool]:
        """Whether the sentence before the bead, and the one behind it, says something on a track."""
        before, behind = (
            any(track in mark.firm or (faintly and track in mark.faint) for mark in read_certainty(text, self.language))
            for text in (self.before, self.behind)
        )
        return before, behind

    def names_a_source(self) -> bool:
        """Whether the bead says who says it."""
        return any(ATTRIBUTED in mark.steps for _, mark in self.marks("attribution"))

    def futures(self) -> int:
        """How many verbs stand in the future."""
        if self.language == "en":
            return sum(len(_WILL.findall(text)) for text in self.texts)
        return sum("futr" in parses(word)[0].tag for text in self.texts for word in _WORD.findall(text.casefold()))


def find_certainty(source: Story, target: Story, bead: Bead) -> tuple[Contrast, ...]:
    """What only one side of a two-sided bead hedges or attributes, at most one contrast.

    Args:
        source, target: The two stories, one Russian and one English; nothing is found in other languages.
        bead: Sentences of both that correspond.
    """
    if {source.document.language, target.document.language} != set(LANGUAGE_NAMES):
        return ()
    sides = _side("source", source, bead.source), _side("target", target, bead.target)
    tracks: tuple[Track, ...] = ("allegation", "hedge", "attribution")
    for track in tracks:
        for one, other in (sides, sides[::-1]):
            found = tuple(_lone(one, other, track))
            if found:
                return found
    return tuple(_far_apart(*sides))


def _side(name: Literal["source", "target"], story: Story, sentences: tuple[int, ...]) -> _Side:
    before, behind = sentences[0] - 1, sentences[-1] + 1
    return _Side(
        name,
        story.document.language,
        sentences,
        tuple(story.sentences[k].text for k in sentences),
        story.sentences[before].text if before >= 0 else "",
        story.sentences[behind].text if behind < len(story.sentences) else "",
    )


def _lone(one: _Side, other: _Side, track: Track) -> Iterator[Contrast]:
    """A strong expression of one side to which nothing on the other answers, there or in a neighbour.

    A faint expression of the other side answers unless a faint one on this side needs it.
    """
    ours, theirs = one.marks(track), other.marks(track)
    strong = [(sentence, mark) for sentence, mark in ours if mark.steps & STEPS[track]]
    firm, answers = (_clusters([at for at in marks if track in at[1].firm]) for marks in (ours, theirs))
    if not strong or firm <= answers or _clusters(ours) <= _clusters(theirs):
        return
    if _said_otherwise(one, other, track, answers):
        return
    near = zip(one.nearby(track, faintly=True), other.nearby(track, faintly=False), strict=True)
    if any(there and not here for here, there in near):
        return  # moved into the sentence before or behind
    for sentence, mark in strong:
        if _is_alone(mark, [each for _, each in strong], one, other, track):
            yield _contrast(one, other, sentence, mark, min(mark.steps & STEPS[track]))
            return


def _is_alone(mark: Mark, strong: Sequence[Mark], one: _Side, other: _Side, track: Track) -> bool:
    """Whether one of the strong expressions of a side has none of its own sort on the other side.

    "May" and "мочь" can mean ability or permission, so the other side must have the future in their place.
    """
    theirs, verbs = other.marks(track), sum(mark.modal for mark in strong)
    if mark.modal:
        certain = other.futures() > one.futures()
        return certain and verbs > _modals(theirs) and not any(map(_IF.search, (*one.texts, *other.texts)))
    if ATTRIBUTED in mark.steps and other.names_a_source():
        return False
    adverbs = sum(not answer.modal for _, answer in theirs if answer.steps - {ATTRIBUTED})
    return len(strong) - verbs > adverbs and _modals(theirs) <= _modals(one.marks(track))


def _modals(marks: Sequence[tuple[int, Mark]]) -> int:
    return sum(mark.modal for _, mark in marks)


def _clusters(marks: Sequence[tuple[int, Mark]]) -> int:
    """How many expressions there are if those side by side count as one: "would probably", "возможно, мог бы"."""
    return sum(
        not i or marks[i - 1][0] != sentence or mark.start - marks[i - 1][1].end > SIDE_BY_SIDE
        for i, (sentence, mark) in enumerate(marks)
    )


def _said_otherwise(one: _Side, other: _Side, track: Track, answers: int) -> bool:
    """Whether the other side may say it without an expression that the table knows."""
    if track == "attribution":
        return bool(answers) or any(_SPEECH_MARKS[other.language].search(text) for text in other.texts)
    if any("?" in text for text in (*one.texts, *other.texts)):
        return True  # a question states nothing
    return track == "allegation" and _surplus(other, one)


def _surplus(one: _Side, other: _Side) -> bool:
    """Whether one side names its sources oftener than the other: "allegedly" is then said in other words."""
    here, there = (
        sum("attribution" in mark.firm and ALLEGED not in mark.steps for _, mark in side.marks("attribution"))
        for side in (one, other)
    )
    return here > there


def _contrast(one: _Side, other: _Side, sentence: int, mark: Mark, step: int) -> Contrast:
    mine, theirs = LANGUAGE_NAMES[one.language], LANGUAGE_NAMES[other.language]
    words = (Words(sentence, mark.start, mark.end, NAMES[step]),)
    return Contrast(
        kind="certainty",
        side=one.name,
        severity="major" if step in (ATTRIBUTED, ALLEGED) else "minor",
        confidence=CONFIDENCE[step],
        source=words if one.name == "source" else (),
        target=words if one.name == "target" else (),
        message=f"The {mine} version gives this as {NAMES[step]}; the {theirs} version states it as a fact.",
        reason=f"No word for that was found in the corresponding {theirs} sentence or taken into one beside it.",
    )


def _far_apart(source: _Side, target: _Side) -> Iterator[Contrast]:
    """Two hedges, each alone on its side, that stand two steps apart or more."""
    hedges = [
        [at for at in side.marks("allegation") if not at[1].steps or at[1].steps - {ATTRIBUTED}]
        for side in (source, target)
    ]
    if any(len(found) != 1 for found in hedges):
        return
    ((i, left),), ((j, right),) = hedges
    distance = min((abs(a - b) for a in left.steps for b in right.steps), default=0)
    if distance < FAR:
        return
    ours, theirs = (
        Words(i, left.start, left.end, NAMES[min(left.steps)]),
        Words(j, right.start, right.end, NAMES[min(right.steps)]),
    )
    first, second = LANGUAGE_NAMES[source.language], LANGUAGE_NAMES[target.language]
    yield Contrast(
        kind="certainty",
        side="both",
        severity="minor",
        confidence=0.6,
        source=(ours,),
        target=(theirs,),
        message=f"The {first} version gives this as {ours.value}, the {second} version as {theirs.value}.",
        reason=f"On a ladder from plain fact to alleged the two expressions stand {distance} steps apart.",
    )
