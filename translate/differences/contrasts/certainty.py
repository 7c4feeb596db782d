"""How sure two corresponding passages are of what they say: hedges and attributions that only one of them has.

Certainty is read on a ladder (certainty_marks.py): 0 a plain fact, 1 attributed to somebody, 2 likely, 3 possible, 4
alleged or doubted. Attributions, hedges and allegations are compared apart, since a journalist may attribute and
hedge at once. Translators reword all of them freely and move them to the sentence before or behind: every strong
expression is judged by what on the other side could stand for it.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.certainty_marks import ALLEGED, ATTRIBUTED, STEPS, Mark, Track, read_certainty
from translate.differences.contrasts.counterpart import counterparts
from translate.differences.contrasts.judgement import judged, likeliest
from translate.differences.contrasts.polarity import plain_apostrophes
from translate.differences.contrasts.stance_measures import stance_contrast, stance_measures
from translate.facts.speakers import verbs_of_speech
from translate.languages.capitals import CAPITAL
from translate.languages.equivalents import equivalents
from translate.languages.registry import have_table, is_second, language_of
from translate.story.story import Story
from translate.text.sides import SideName, in_order
from translate.wording.phrase import Phrase

Sort = Literal["attribution", "hedge", "modal", "allegation", "steps"]

BALANCED = 0.63  # 0.4 flags per 100 untouched pairs
STEPS_CONFIDENCE = 0.75  # of two hedges some steps apart: none was found among ten thousand untouched pairs
SIDE_BY_SIDE = 12  # characters between two expressions that are one: "would very likely"
FAR = 2  # steps between two hedges that are a difference
BEHIND, SHORTEST = 4, 3  # words beside an expression that tell what it is about, and letters of those that do not
MOST = 2  # what counts of a number of expressions
NAMES = (
    Phrase("a plain fact"),
    Phrase("attributed to somebody"),
    Phrase("likely"),
    Phrase("possible"),
    Phrase("alleged"),
)

# What may stand for "said": a quote of three words, "X:" at the beginning, "- X" or a colon at the end.
_SPEECH_MARKS = (
    '[«“„"][^«»“”„"]*\\s[^«»“”„"]*\\s[^«»“”„"]*|(?<!\\w)[\'‘]\\w+ \\w+|^\\w+(?: \\w+){,4}: '
    f"| [-–—] {CAPITAL}\\w+(?: [^ ]+){{,3}}$|:$"
)
_WORD = re.compile(r"\w+")
_NOTHING = "(?!)"
_FUTURE = "futr"  # tag of OpenCorpora


@dataclass(frozen=True, slots=True)
class _Signs:
    """What else one language says of certainty; what its table does not tell matches nothing.

    Attributes:
        length: Characters of a sentence for one of the same sentence in English.
        speech: What may stand for a verb of speech.
        conditions: Words such as "if".
        future: Verbs in the future, beside those that the dictionary knows.
    """

    length: float
    speech: re.Pattern[str]
    conditions: re.Pattern[str]
    future: re.Pattern[str]


@cache
def _signs(language: str) -> _Signs:
    table = language_of(language).table("certainty")
    signs = table.get("signs", {})
    return _Signs(
        table.get("length", 1.0),
        re.compile("|".join(filter(None, (_SPEECH_MARKS, signs.get("speech"))))),
        re.compile(rf"\b(?:{signs.get('conditions', _NOTHING)})\b", re.IGNORECASE),
        re.compile(signs.get("future", _NOTHING)),
    )


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
    side: SideName
    step: int
    sentence: int
    mark: Mark
    features: Mapping[str, float]
    encoder: str
    other: tuple[int, Mark] | None = None

    @property
    def spans(self) -> tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]:
        """The words it stands on in source and target."""
        theirs = () if self.other is None else ((self.other[1].start, self.other[1].end),)
        return in_order(self.side, ((self.mark.start, self.mark.end),), theirs)

    @property
    def probability(self) -> float:
        """That a careful reader would call it a contrast."""
        return STEPS_CONFIDENCE if self.sort == "steps" else judged(self.sort, self.features, self.encoder)


def find_certainty(source: BeadSide, target: BeadSide, *, least: float = BALANCED) -> tuple[Contrast, ...]:
    """What only one side of a two-sided bead hedges or attributes, at most one contrast: the likeliest.

    Args:
        source, target: The two sides; nothing is found where one of the languages has no certainty.toml.
        least: Probability in [0, 1] below which nothing is told.
    """
    likely = [measure for measure in certainty_measures(source, target) if measure.probability >= least]
    for measure in sorted(likely, key=lambda each: -each.probability):
        if _is_told(measure, source, target):
            return (_contrast(*in_order(measure.side, source, target), measure),)
    stance = likeliest(stance_measures(source, target), least)
    return () if stance is None else (stance_contrast(*in_order(stance.side, source, target), stance),)


def _is_told(measure: CertaintyMeasure, source: BeadSide, target: BeadSide) -> bool:
    """Whether the other version has something of what an expression stands beside: else it lacks more than that."""
    if equivalents(source.language, target.language) is None:
        return True  # vectors alone do not tell it of short words
    one, other = in_order(measure.side, source, target)
    text = plain_apostrophes(one.story.sentences[measure.sentence].text)
    words = [word for word in _WORD.finditer(text) if len(word.group()) > SHORTEST]
    behind = [word.group() for word in words if word.start() >= measure.mark.end][:BEHIND]
    ahead = [word.group() for word in words if word.end() <= measure.mark.start][-BEHIND:]
    others = [word for each in other.texts for word in _WORD.findall(plain_apostrophes(each)) if len(word) > SHORTEST]
    beside = (behind or ahead) if measure.sort in ("hedge", "modal") else [*ahead, *behind]
    return not beside or bool(counterparts(one, beside, other, others).any())


def certainty_measures(source: BeadSide, target: BeadSide) -> list[CertaintyMeasure]:
    """Every strong expression on either side, with its features."""
    if not have_table("certainty", source.language, target.language):
        return []
    sides = source, target
    tracks: tuple[Track, ...] = get_args(Track)
    lone = [
        measure for track in tracks for one, other in (sides, sides[::-1]) for measure in _measures(one, other, track)
    ]
    return [*lone, *_far_apart(*sides)]


def _marks(side: BeadSide, track: Track) -> list[tuple[int, Mark]]:
    """All that says something on a track, be it faintly, with the number of its sentence."""
    return [
        (sentence, mark)
        for sentence, text in zip(side.sentences, side.texts, strict=True)
        for mark in read_certainty(text, side.language)
        if track in mark.firm or track in mark.faint
    ]


def _nearby(side: BeadSide, track: Track, *, faintly: bool) -> tuple[bool, bool]:
    """Whether the sentence before the bead, and the one behind it, says something on a track."""
    before, behind = (
        place is not None
        and any(
            track in mark.firm or (faintly and track in mark.faint)
            for mark in read_certainty(side.story.sentences[place].text, side.language)
        )
        for place in (side.before, side.behind)
    )
    return before, behind


def _length(side: BeadSide) -> float:
    """Characters, counted as English ones."""
    return side.length / _signs(side.language).length


def _futures(side: BeadSide) -> int:
    """How many verbs stand in the future."""
    language = language_of(side.language)
    said = sum(len(_signs(side.language).future.findall(text)) for text in side.texts)
    if not language.has_dictionary:
        return said
    words = (word for text in side.texts for word in _WORD.findall(text.casefold()))
    return said + sum(_FUTURE in language.morphology.grammemes(word) for word in words)


def _has(side: BeadSide, pattern: re.Pattern[str]) -> bool:
    return any(map(pattern.search, side.texts))


def _measures(one: BeadSide, other: BeadSide, track: Track) -> Iterator[CertaintyMeasure]:
    """The strong expressions of one track on one side."""
    ours, theirs = _marks(one, track), _marks(other, track)
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


def _shared_features(one: BeadSide, other: BeadSide, track: Track) -> dict[str, float]:
    """What the expressions of one track and one side have in common: what may stand for them on the other side."""
    ours, theirs = _marks(one, track), _marks(other, track)
    firm, answers = (_clusters([at for at in marks if track in at[1].firm]) for marks in (ours, theirs))
    near = list(zip(_nearby(one, track, faintly=True), _nearby(other, track, faintly=False), strict=True))
    sources = [
        sum("attribution" in mark.firm and ALLEGED not in mark.steps for _, mark in _marks(side, "attribution"))
        for side in (one, other)
    ]
    return {
        "english": float(is_second(one.language, other.language)),
        "answered": float(bool(answers)),
        "spare": float(max(-1, min(MOST, firm - answers))),
        "faint": _within(_clusters(theirs) - answers),
        "equal": float(_clusters(ours) <= _clusters(theirs)),
        "moved": float(any(there and not here for here, there in near)),
        "near": float(any(there for _, there in near)),
        "question": float(any("?" in text for text in (*one.texts, *other.texts))),
        "if": float(any(_has(side, _signs(side.language).conditions) for side in (one, other))),
        "marked": float(_has(other, _signs(other.language).speech)),
        "ours marked": float(_has(one, _signs(one.language).speech)),
        "sources": _within(sources[1] - sources[0]),
        "sources named": float(any(ATTRIBUTED in mark.all_steps for _, mark in _marks(other, "attribution"))),
        "speech": float(any(verbs_of_speech(text, other.language) for text in other.texts)),
        "futures": _within(_futures(other) - _futures(one)),
        "length": math.log((_length(other) + 10) / (_length(one) + 10)),
        "short": -math.log((_length(one) + 10) / 100),
    }


def _track(mark: Mark) -> Track | None:
    """The track on which an expression is judged; one that stands on several is least sure on the first of these."""
    order: tuple[Track, ...] = ("hedge", "allegation", "attribution")
    return next((track for track in order if mark.all_steps & STEPS[track]), None)


def _within(number: int) -> float:
    return float(max(0, min(MOST, number)))


def _clusters(marks: Sequence[tuple[int, Mark]]) -> int:
    """How many expressions there are if those side by side count as one: "would probably"."""
    return sum(
        not i or marks[i - 1][0] != sentence or mark.start - marks[i - 1][1].end > SIDE_BY_SIDE
        for i, (sentence, mark) in enumerate(marks)
    )


def _far_apart(source: BeadSide, target: BeadSide) -> Iterator[CertaintyMeasure]:
    """Two hedges, each alone on its side, that stand two steps apart or more."""
    hedges = [
        [at for at in _marks(side, "allegation") if not at[1].steps or at[1].steps - {ATTRIBUTED}]
        for side in (source, target)
    ]
    if any(len(found) != 1 for found in hedges):
        return
    ((i, left),), ((j, right),) = hedges
    distance = min((abs(a - b) for a in left.steps for b in right.steps), default=0)
    if distance >= FAR:
        features = {"distance": float(distance)}
        yield CertaintyMeasure("steps", "source", min(left.steps), i, left, features, source.encoder, (j, right))


def _contrast(one: BeadSide, other: BeadSide, measure: CertaintyMeasure) -> Contrast:
    """What the reader is told; `one` is the side that has the expression."""
    mine, theirs = one.version, other.version
    value, words = _shown(one.story, measure.sentence, measure.mark, measure.step)
    if measure.other is not None:
        sentence, mark = measure.other
        other_value, other_words = _shown(other.story, sentence, mark, min(mark.steps))
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
    in_source, in_target = in_order(measure.side, (value,), ())
    return Contrast(
        kind="certainty",
        side=measure.side,
        severity="major" if measure.step in (ATTRIBUTED, ALLEGED) else "minor",
        confidence=measure.probability,
        source=in_source,
        target=in_target,
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
    return Words(sentence, mark.start, mark.end, str(NAMES[step]), NAMES[step]), words
