"""What only one of two corresponding passages plans, threatens, suspects or claims, and the other has done or proved.

Every expression of a stance is judged by what the other version has instead: an expression that may stand for it, one
that closes what it leaves open, and the verb that it is about, as done or as open as here.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.counterpart import counterparts, mean_vector
from translate.differences.contrasts.judgement import judged
from translate.differences.contrasts.polarity import plain_apostrophes
from translate.differences.contrasts.stances import CLOSED, FUTURE, GROUPS, WORD, Stance, read_stances
from translate.facts import mention
from translate.languages.registry import have_table, language_of
from translate.text.sides import SideName, in_order
from translate.wording.phrase import Phrase

LONG = 3  # letters of a word that tells anything
BEHIND, AHEAD = 4, 3  # words beside an expression that tell what it is about
MOST = 3.0  # what counts of a number of expressions
REACH = 5  # words between an expression and what depends on it
_CLAUSE = re.compile(r"[;:!?()«»\"“”—–]")
_VERBS = frozenset(("VERB", "INFN", "PRTS", "PRTF", "GRND"))  # tags of OpenCorpora
_FORMS = (
    ("past", {"VERB", "past"}),
    ("past", {"PRTS"}),
    ("future", {"VERB", "futr"}),
    ("present", {"VERB", "pres"}),
    ("bare", {"INFN"}),
    ("past", {"GRND"}),
)
_NOT_PAST = ("s", "ing", "er", "est")


@dataclass(frozen=True, slots=True)
class StanceMeasure:
    """An expression that the other version has none of its class for, before judgement.

    Attributes:
        side: The version that has it.
        sentence: Its compared sentence.
        stance: The expression.
        features: By name; models/ENCODER/contrasts.json weighs them.
        encoder: Name of the one that told the stories.
        answer: What the other version has instead: its sentence and the expression; None where that has nothing.
    """

    side: SideName
    sentence: int
    stance: Stance
    features: Mapping[str, float]
    encoder: str
    answer: tuple[int, Stance] | None

    @property
    def sort(self) -> str:
        return "stance"

    @property
    def spans(self) -> tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]:
        """The words it stands on in source and target."""
        theirs = () if self.answer is None else ((self.answer[1].start, self.answer[1].end),)
        return in_order(self.side, ((self.stance.start, self.stance.end),), theirs)

    @property
    def probability(self) -> float:
        """That a careful reader would call it a contrast."""
        return judged("stance", self.features, self.encoder)


Placed = tuple[int, Stance]


def stance_measures(source: BeadSide, target: BeadSide) -> list[StanceMeasure]:
    """Every class that only one version has, by its first expression; none where a language has no stances.toml."""
    if not have_table("stances", source.language, target.language):
        return []
    ours, theirs = _placed(source), _placed(target)
    shared = _shared_features(source, target)
    return [
        *_measures(source, target, ours, theirs, shared),
        *_measures(target, source, theirs, ours, {**shared, "longer": -shared["longer"]}),
    ]


def _placed(side: BeadSide) -> list[Placed]:
    """What is said of how sure things are; no more than of other facts, so that time does not grow with the square."""
    placed = (
        (sentence, stance)
        for sentence, text in zip(side.sentences, side.texts, strict=True)
        for stance in read_stances(text, side.language)
    )
    return list(islice(placed, mention.MOST))


def _shared_features(source: BeadSide, target: BeadSide) -> dict[str, float]:
    return {
        "similarity": float(mean_vector(source) @ mean_vector(target)),
        "longer": math.log((source.length + 10) / (target.length + 10)),
        "short": -math.log((source.length + target.length + 20) / 200),
        "question": float(any("?" in text for text in (*source.texts, *target.texts))),
        "several": float(len(source.sentences) + len(target.sentences) > 2),
    }


def _measures(
    one: BeadSide, other: BeadSide, ours: Sequence[Placed], theirs: Sequence[Placed], shared: Mapping[str, float]
) -> Iterator[StanceMeasure]:
    """The classes that a version has and the other has not."""
    mine, others = ({stance.sort for _, stance in of} for of in (ours, theirs))
    near = {
        stance.sort
        for place in (other.before, other.behind)
        if place is not None
        for stance in read_stances(other.story.sentences[place].text, other.language)
    }
    firm = {stance.sort for _, stance in theirs if not stance.faint} - mine
    closers, openers = firm & CLOSED, firm - CLOSED
    for sentence, stance in ours:
        if stance.faint:
            continue
        sort = stance.sort
        group = frozenset[str]().union(*(of for of in GROUPS if sort in of))
        kin = others & group
        lone, closed = not kin, stance.closed
        against = openers if closed else closers
        head = _head(one, sentence, stance, other, theirs)
        told = _told(one, sentence, stance, other)
        said = _said(one, sentence, stance, other)
        ends = "closed" if closed else "will" if sort in GROUPS[0] else "known"
        features = {
            **shared,
            one.language: 1.0,
            f"{sort} lone": float(lone),
            f"{sort} {one.language} lone": float(lone),
            f"{sort} against any": float(bool(against)),
            f"{sort} against": float(lone and bool(against)),
            "same": float(sort in others),
            "lone": float(lone),
            "none": float(not others - {"done"}),
            f"{ends}, excess": max(-MOST, min(MOST, _clusters(ours, group) - _clusters(theirs, group))),
            f"{ends}, against": min(MOST, float(len(against))),
            f"{ends}, against lone": float(lone and bool(against)),
            f"{ends}, other open": float(bool(openers)),
            "said": said,
            "said lone": said * lone,
            "beside": float(bool(near & group)),
            "told behind": told[0],
            "told ahead": told[1],
            "first": float(stance.start < LONG),
            **_of_head(head, ends, lone),
        }
        answer = next((item for item in theirs if item[1].closed != closed and not item[1].faint), None)
        yield StanceMeasure(one.name, sentence, stance, features, one.encoder, answer)


def _clusters(placed: Sequence[Placed], group: frozenset[str]) -> float:
    """How many places have an expression of some classes."""
    return float(len({(sentence, stance.start) for sentence, stance in placed if stance.sort in group}))


def _said(one: BeadSide, sentence: int, stance: Stance, other: BeadSide) -> float:
    """Whether a word of an expression has its counterpart in the other version."""
    small = plain_apostrophes(one.story.sentences[sentence].text)[stance.start : stance.end]
    words = [word for word in WORD.findall(small) if len(word) > LONG]
    return float(counterparts(one, words, other, _telling(other)).any())


def _telling(side: BeadSide) -> list[str]:
    """The words of a version that tell anything, in small letters."""
    return [word for text in side.texts for word in WORD.findall(plain_apostrophes(text)) if len(word) > LONG]


@dataclass(frozen=True, slots=True)
class _Head:
    """What an expression is about, as the other version has it.

    Attributes:
        form: How it stands there: "past", "future", "present", "bare" (an infinitive) or "noun".
        under: The class of what leaves it open or closes it there; "" for nothing.
    """

    form: str
    under: str


def _of_head(head: _Head | None, ends: str, lone: bool) -> dict[str, float]:
    if head is None:
        return {f"{ends}, no head": 1.0, f"{ends}, no head{', lone' if lone else ''}": 1.0}
    form = f"{ends}, {head.form} {'under' if head.under else 'free'}"
    return {form: 1.0, f"{form}{', lone' if lone else ''}": 1.0}


def _head(one: BeadSide, sentence: int, stance: Stance, other: BeadSide, theirs: Sequence[Placed]) -> _Head | None:
    """How the other version has the first word behind an expression that it has at all."""
    text = one.story.sentences[sentence].text
    small = plain_apostrophes(text)
    end, itself = _CLAUSE.search(small, stance.end), stance.sort == FUTURE and language_of(one.language).has_dictionary
    first = stance.start if itself else stance.end
    words = [match.group() for match in WORD.finditer(small, first, end.start() if end else len(small))]
    heads = [word for word in words if len(word) >= LONG and _may_be_verb(word, one.language)][:BEHIND]
    placed = [
        (at, match)
        for at, said in zip(other.sentences, other.texts, strict=True)
        for match in WORD.finditer(plain_apostrophes(said))
    ]
    if not heads or not placed:
        return None
    found = counterparts(one, heads, other, [match.group() for _, match in placed])
    for row in found:
        for k in row.nonzero()[0]:
            at, match = placed[int(k)]
            if len(match.group()) >= LONG:
                return _Head(_form(other, at, match), _under(other, at, match, theirs))
    return None


def _may_be_verb(word: str, language: str) -> bool:
    of = language_of(language)
    return not of.has_dictionary or not _VERBS.isdisjoint(of.morphology.grammemes(word))


def _form(side: BeadSide, sentence: int, match: re.Match[str]) -> str:
    """How a word stands in its sentence."""
    of, word = language_of(side.language), match.group()
    if of.has_dictionary:
        grammemes = of.morphology.grammemes(word)
        return next((form for form, tags in _FORMS if tags <= grammemes), "noun")
    signs = _before(side.language)
    before = plain_apostrophes(side.story.sentences[sentence].text)[: match.start()]
    for form, pattern in signs.items():
        if pattern.search(before):
            return form
    if len(of.bases(word)) > 1 and not word.endswith(_NOT_PAST):
        return "past"
    return "noun"


def _under(side: BeadSide, sentence: int, match: re.Match[str], stances: Sequence[Placed]) -> str:
    """The class of the nearest expression that a word depends on."""
    small = plain_apostrophes(side.story.sentences[sentence].text)
    for at, stance in sorted(stances, key=lambda item: -item[1].end):
        between = small[stance.end : match.start()]
        if at != sentence or stance.end > match.start() or _CLAUSE.search(between):
            continue
        if len(WORD.findall(between)) <= REACH:
            return stance.sort
    return ""


def _told(one: BeadSide, sentence: int, stance: Stance, other: BeadSide) -> tuple[float, float]:
    """Which share of the words behind an expression, and of those ahead of it, the other version has."""
    small = plain_apostrophes(one.story.sentences[sentence].text)
    words = [match for match in WORD.finditer(small) if len(match.group()) > LONG]
    behind = [word.group() for word in words if word.start() >= stance.end][:BEHIND]
    ahead = [word.group() for word in words if word.end() <= stance.start][-AHEAD:]
    others = _telling(other)
    shares = []
    for beside in (behind, ahead):
        found = counterparts(one, beside, other, others).any(axis=1) if beside and others else None
        shares.append(float(found.mean()) if found is not None else 0.5)
    return shares[0], shares[1]


@cache
def _before(language: str) -> Mapping[str, re.Pattern[str]]:
    """By form what stands before a verb in it, in a language without a dictionary."""
    listed = language_of(language).table("stances").get("before", {})
    return {form: re.compile(rf"(?<![\w'-])(?:{before})\s+(?:\w+ly\s+)?$") for form, before in listed.items()}


def stance_contrast(one: BeadSide, other: BeadSide, measure: StanceMeasure) -> Contrast:
    """What the reader is told; `one` is the version that has the expression."""
    mine = _words(one, measure.sentence, measure.stance)
    theirs = () if measure.answer is None else (_words(other, *measure.answer),)
    in_source, in_target = in_order(one.name, (mine,), theirs)
    if theirs:
        message = Phrase(
            "{mine:capital} has “{one}” here, {theirs} “{other}”.",
            mine=one.version,
            one=mine.value,
            theirs=other.version,
            other=theirs[0].value,
        )
    elif measure.stance.closed:
        message = Phrase(
            "{mine:capital} gives this as certain or done (“{words}”), {theirs} does not.",
            mine=one.version,
            words=mine.value,
            theirs=other.version,
        )
    else:
        message = Phrase(
            "{mine:capital} is less sure of this (“{words}”); {theirs} states it as a fact.",
            mine=one.version,
            words=mine.value,
            theirs=other.version,
        )
    return Contrast(
        kind="certainty",
        side="both" if theirs else one.name,
        severity="major",
        confidence=measure.probability,
        source=in_source,
        target=in_target,
        message=message,
        reason=Phrase(
            "Nothing that could stand for “{words}” was found in the corresponding {theirs:name} sentence.",
            words=mine.value,
            theirs=other.version,
        ),
    )


def _words(side: BeadSide, sentence: int, stance: Stance) -> Words:
    text = side.story.sentences[sentence].text[stance.start : stance.end]
    return Words(sentence, stance.start, stance.end, text)
