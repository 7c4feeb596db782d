"""How sure two corresponding passages are of what they say: hedges and attributions that only one of them has.

Certainty is read on a ladder (certainty_words.toml): 0 a plain fact, 1 attributed to somebody, 2 likely, 3 possible,
4 alleged or doubted. Attributions, hedges and allegations are compared apart, since a journalist may attribute and
hedge at once. Translators reword all of them freely and move them to the sentence before or behind: every strong
expression is judged by what on the other side could stand for it.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from translate.alignment.bead import Bead
from translate.differences.contrasts.certainty_marks import ALLEGED, ATTRIBUTED, STEPS, Mark, Track, read_certainty
from translate.differences.contrasts.contrast import Contrast, Words
from translate.differences.contrasts.judgement import judged, likeliest
from translate.facts.speakers import verbs_of_speech
from translate.languages.ru.morphology import parses
from translate.story.story import Story
from translate.text.document import LANGUAGE_NAMES
from translate.wording.naming import Version
from translate.wording.phrase import Phrase

Sort = Literal["attribution", "hedge", "modal", "allegation", "steps"]

BALANCED = 0.63  # 0.3 flags per 100 untouched sentence pairs
STEPS_CONFIDENCE = 0.75  # of two hedges some steps apart: none was found among ten thousand untouched pairs
SIDE_BY_SIDE = 12  # characters between two expressions that are one: "would very likely"
FAR = 2  # steps between two hedges that are a difference
RUSSIAN_LENGTH = 1.06  # characters of a Russian sentence for one of the English one
MOST = 2  # what counts of a number of expressions
NAMES = (
    Phrase("a plain fact"),
    Phrase("attributed to somebody"),
    Phrase("likely"),
    Phrase("possible"),
    Phrase("alleged"),
)

# What may stand for "said": a quote of three words, "X:" at the beginning, "- X" or a colon at the end; in Russian also
# "по официальной статистике, ..." and "как выразилась Анна".
_MARKS = (
    '[«“„"][^«»“”„"]*\\s[^«»“”„"]*\\s[^«»“”„"]*|(?<!\\w)[\'‘]\\w+ \\w+|^\\w+(?: \\w+){,4}: '
    "| [-–—] [A-ZА-ЯЁ]\\w+(?: [^ ]+){,3}$|:$|\\b[Ii]n (?:\\w+ )?\\w+['’]s? (?:words|view|opinion|account)"
)
_SPEECH_MARKS = {
    "en": re.compile(_MARKS),
    "ru": re.compile(
        _MARKS + r"|(?:^|, )[Пп]о [^,]{3,60}, |\b[Кк]ак (?:\w+ ){,2}\w+(?:л|ла|ли|ет|ит|ют|ят)(?:ся|сь)?\b"
    ),
}
_WORD = re.compile(r"\w+")
_IF = re.compile(r"\b(?:if|whether|unless|если|ли)\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|won['’]t|\w+['’]ll|shall|going to)\b")


@dataclass(frozen=True, slots=True)
class CertaintyMeasure:
    """A strong expression of certainty with what is known of its counterpart, before judgement.

    Attributes:
        sort: What is judged: an adverb or set phrase ("hedge"), a verb ("modal"), or two expressions ("steps").
        side: The side that has it.
        step: Its step on the ladder.
        place: Its sentence.
        features: By name; models/ENCODER/contrasts.json weighs them.
        encoder: Name of the one that told the stories.
        other: Sentence and expression on the other side, where two stand some steps apart.
    """

    sort: Sort
    side: Literal["source", "target"]
    step: int
    sentence: int
    mark: Mark
    features: Mapping[str, float]
    encoder: str
    other: tuple[int, Mark] | None = None

    @property
    def probability(self) -> float:
        """That a careful reader would call it a contrast."""
        return STEPS_CONFIDENCE if self.sort == "steps" else judged(self.sort, self.features, self.encoder)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a bead with the sentences around it."""

    name: Literal["source", "target"]
    language: str
    encoder: str
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

    @property
    def length(self) -> float:
        """Characters, counted as English ones."""
        characters = sum(map(len, self.texts))
        return characters / RUSSIAN_LENGTH if self.language == "ru" else characters

    def futures(self) -> int:
        """How many verbs stand in the future."""
        if self.language == "en":
            return sum(len(_WILL.findall(text)) for text in self.texts)
        return sum("futr" in parses(word)[0].tag for text in self.texts for word in _WORD.findall(text.casefold()))

    def any(self, pattern: re.Pattern[str]) -> bool:
        return any(map(pattern.search, self.texts))


def find_certainty(source: Story, target: Story, bead: Bead, *, least: float = BALANCED) -> tuple[Contrast, ...]:
    """What only one side of a two-sided bead hedges or attributes, at most one contrast: the likeliest.

    Args:
        source, target: The two stories, one Russian and one English; nothing is found in other languages.
        bead: Sentences of both that correspond.
        least: Probability in [0, 1] below which nothing is told.
    """
    measure = likeliest(certainty_measures(source, target, bead), least)
    return () if measure is None else (_contrast(source, target, measure),)


def certainty_measures(source: Story, target: Story, bead: Bead) -> list[CertaintyMeasure]:
    """Every strong expression on either side, with its features."""
    if {source.document.language, target.document.language} != set(LANGUAGE_NAMES):
        return []
    sides = _side("source", source, bead.source), _side("target", target, bead.target)
    tracks: tuple[Track, ...] = get_args(Track)
    lone = [
        measure for track in tracks for one, other in (sides, sides[::-1]) for measure in _measures(one, other, track)
    ]
    return [*lone, *_far_apart(*sides)]


def _side(name: Literal["source", "target"], story: Story, sentences: tuple[int, ...]) -> _Side:
    before, behind = sentences[0] - 1, sentences[-1] + 1
    return _Side(
        name,
        story.document.language,
        story.vectors.encoder,
        sentences,
        tuple(story.sentences[k].text for k in sentences),
        story.sentences[before].text if before >= 0 else "",
        story.sentences[behind].text if behind < len(story.sentences) else "",
    )


def _measures(one: _Side, other: _Side, track: Track) -> Iterator[CertaintyMeasure]:
    """The strong expressions of one track on one side."""
    ours, theirs = one.marks(track), other.marks(track)
    strong = [(sentence, mark) for sentence, mark in ours if _track(mark) == track]
    if not strong:
        return
    shared = _shared_features(one, other, track)
    if shared["moved"]:
        return  # moved into the sentence before or behind
    silent = not theirs
    modals = sum(mark.modal for _, mark in strong), sum(mark.modal for _, mark in theirs)
    adverbs = sum(not mark.modal for _, mark in strong), sum(not mark.modal for _, mark in theirs if mark.all_steps)
    for sentence, mark in strong:
        if mark.modal and shared["if"]:
            continue  # what depends on a condition is told with and without a modal verb
        step = min(mark.all_steps & STEPS[track])
        text = one.texts[one.sentences.index(sentence)]
        lone = silent and not shared["marked"]
        sort: Sort = "modal" if mark.modal else track
        features = {
            **shared,
            "modals": _within(modals[1] - modals[0]),
            "adverbs": _within(adverbs[1] - adverbs[0]),
            "step": float(step),
            "phrase": float(" " in text[mark.start : mark.end]),
            "loose": float(not mark.steps),
            "first": float(mark.start < 3),
            "lone": float(lone),
            "sourced": shared["sources named"] if ATTRIBUTED in mark.steps else 0.0,
            "lone loose": float(lone and not mark.steps),
            "certain": float(shared["futures"] > 0 and not modals[1]),
            "certain silent": float(shared["futures"] > 0 and silent),
            "certain loose": float(shared["futures"] > 0 and not modals[1] and not mark.steps),
        }
        yield CertaintyMeasure(sort, one.name, step, sentence, mark, features, one.encoder)


def _shared_features(one: _Side, other: _Side, track: Track) -> dict[str, float]:
    """What the expressions of one track and one side have in common: what may stand for them on the other side."""
    ours, theirs = one.marks(track), other.marks(track)
    firm, answers = (_clusters([at for at in marks if track in at[1].firm]) for marks in (ours, theirs))
    near = list(zip(one.nearby(track, faintly=True), other.nearby(track, faintly=False), strict=True))
    sources = [
        sum("attribution" in mark.firm and ALLEGED not in mark.steps for _, mark in side.marks("attribution"))
        for side in (one, other)
    ]
    return {
        "english": float(one.language == "en"),
        "answered": float(bool(answers)),
        "spare": float(max(-1, min(MOST, firm - answers))),
        "faint": _within(_clusters(theirs) - answers),
        "equal": float(_clusters(ours) <= _clusters(theirs)),
        "moved": float(any(there and not here for here, there in near)),
        "near": float(any(there for _, there in near)),
        "question": float(any("?" in text for text in (*one.texts, *other.texts))),
        "if": float(one.any(_IF) or other.any(_IF)),
        "marked": float(other.any(_SPEECH_MARKS[other.language])),
        "ours marked": float(one.any(_SPEECH_MARKS[one.language])),
        "sources": _within(sources[1] - sources[0]),
        "sources named": float(any(ATTRIBUTED in mark.all_steps for _, mark in other.marks("attribution"))),
        "speech": float(any(verbs_of_speech(text, other.language) for text in other.texts)),
        "futures": _within(other.futures() - one.futures()),
        "length": math.log((other.length + 10) / (one.length + 10)),
        "short": -math.log((one.length + 10) / 100),
    }


def _track(mark: Mark) -> Track | None:
    """The track on which an expression is judged; one that stands on several is least sure on the first of these."""
    order: tuple[Track, ...] = ("hedge", "allegation", "attribution")
    return next((track for track in order if mark.all_steps & STEPS[track]), None)


def _within(number: int) -> float:
    return float(max(0, min(MOST, number)))


def _clusters(marks: Sequence[tuple[int, Mark]]) -> int:
    """How many expressions there are if those side by side count as one: "would probably", "возможно, мог бы"."""
    return sum(
        not i or marks[i - 1][0] != sentence or mark.start - marks[i - 1][1].end > SIDE_BY_SIDE
        for i, (sentence, mark) in enumerate(marks)
    )


def _far_apart(source: _Side, target: _Side) -> Iterator[CertaintyMeasure]:
    """Two hedges, each alone on its side, that stand two steps apart or more."""
    hedges = [
        [at for at in side.marks("allegation") if not at[1].steps or at[1].steps - {ATTRIBUTED}]
        for side in (source, target)
    ]
    if any(len(found) != 1 for found in hedges):
        return
    ((i, left),), ((j, right),) = hedges
    distance = min((abs(a - b) for a in left.steps for b in right.steps), default=0)
    if distance >= FAR:
        features = {"distance": float(distance)}
        yield CertaintyMeasure("steps", "source", min(left.steps), i, left, features, source.encoder, (j, right))


def _contrast(source: Story, target: Story, measure: CertaintyMeasure) -> Contrast:
    """What the reader is told."""
    one, other = (source, target) if measure.side == "source" else (target, source)
    mine, theirs = Version(one.document.language), Version(other.document.language)
    value, words = _shown(one, measure.sentence, measure.mark, measure.step)
    if measure.other is not None:
        sentence, mark = measure.other
        other_value, other_words = _shown(other, sentence, mark, min(mark.steps))
        return Contrast(
            kind="certainty",
            side="both",
            severity="minor",
            confidence=measure.probability,
            source=(value,),
            target=(other_value,),
            message=Phrase(
                "{mine:capital} gives this as {words}, {theirs} as {others}.",
                mine=mine,
                words=words,
                theirs=theirs,
                others=other_words,
            ),
            reason=Phrase(
                "On a ladder from plain fact to alleged the two expressions stand {distance:.0f} steps apart.",
                distance=measure.features["distance"],
            ),
        )
    if measure.features["answered"]:
        reason = Phrase(
            "The {mine:name} sentence has more words of that kind than the corresponding {theirs:name} one.",
            mine=mine,
            theirs=theirs,
        )
    else:
        reason = Phrase("No word of that kind was found in the corresponding {theirs:name} sentence.", theirs=theirs)
    return Contrast(
        kind="certainty",
        side=measure.side,
        severity="major" if measure.step in (ATTRIBUTED, ALLEGED) else "minor",
        confidence=measure.probability,
        source=(value,) if measure.side == "source" else (),
        target=(value,) if measure.side == "target" else (),
        message=Phrase(
            "{mine:capital} gives this as {words}; {theirs} states it as a fact.",
            mine=mine,
            words=words,
            theirs=theirs,
        ),
        reason=reason,
    )


def _shown(story: Story, sentence: int, mark: Mark, step: int) -> tuple[Words, Phrase]:
    """Where an expression stands, and its step with the words themselves."""
    text = story.sentences[sentence].text[mark.start : mark.end]
    words = Phrase("{step} (“{words}”)", step=NAMES[step], words=text)
    return Words(sentence, mark.start, mark.end, NAMES[step]), words
