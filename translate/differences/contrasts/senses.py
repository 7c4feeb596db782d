"""Polarity by sense: what one version affirms in other words than those in which the other one denies it.

polarity.toml of a pair of languages lists scales such as agreeing - refusing or going on - stopping, each with the
expressions of both languages for either end. A plain negation before an expression turns it to the other end. Where
each version stands at one end only, both at the same one say the same, and at different ones the versions contradict
each other. Words that deny by their prefix are read likewise: "незаконный" against "lawful".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.counterpart import counterparts, mean_vector
from translate.differences.contrasts.polarity import (
    affirmed_form,
    denial_ahead,
    denial_behind,
    idioms_of,
    is_denial,
    plain_apostrophes,
    read_polarity,
    repeats_denial,
)
from translate.differences.contrasts.stances import WORD
from translate.languages.dictionary import renders
from translate.languages.equivalents import equivalents
from translate.languages.registry import pair_of
from translate.story.words import word_vectors
from translate.wording.phrase import Phrase

ANCHORED, LOOSE = 0.75, 0.6  # confidence where what stands beside the expressions corresponds, and where nothing does
NEAR, OBJECT = 8, 4  # words beside an expression that tell what it is about, and behind one among which its object is
ALIKE = 0.45  # cosine of two passages from which they tell the same; retellings may share a word and nothing else
SURE = 2  # words beside two expressions that must correspond in passages that are less alike
BESIDE = 4  # the same for words that are one of the other denied
LONG = 3  # letters of a word that tells anything


@dataclass(frozen=True, slots=True)
class Stand:
    """An expression of a scale in one sentence.

    Attributes:
        scale: Number of the scale.
        affirms: Whether it says yes, its negation heeded.
        turned: Whether that is what a plain negation makes of it.
        start, end: Half-open offsets, with its negation.
    """

    scale: int
    affirms: bool
    turned: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Scale:
    """One scale in one language.

    Attributes:
        expressions: Those that deny as the group "denies", those that affirm as "affirms".
        near: Whether something beside the expressions of both versions must correspond for them to contradict.
        object: Whether this must be the word behind them.
        apart: Whether its negations count as others do where both versions say the same.
        unclear: What makes an expression behind it say neither.
    """

    expressions: re.Pattern[str]
    near: bool
    object: bool
    apart: bool
    unclear: re.Pattern[str]


@lru_cache(maxsize=4096)
def read_stands(text: str, language: str, other: str) -> tuple[Stand, ...]:
    """Where a normalised sentence stands on the scales that its language has with another; scale by scale."""
    small = plain_apostrophes(text)
    idioms = idioms_of(small, language)
    return tuple(
        stand
        for number, scale in enumerate(_scales(language, other))
        for stand in _stands(number, scale, small, idioms, language)
    )


def settled(source: BeadSide, target: BeadSide) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """By version and sentence, the stretches that say what the other version says too, perhaps without a negation."""
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    both = [*_all_stands(source, target), *_all_stands(target, source)]
    for number, scale in enumerate(_scales(source.language, target.language)):
        here = [item for item in both if item[2].scale == number]
        versions, ends = {side.name for side, _, _ in here}, {stand.affirms for _, _, stand in here}
        if not scale.apart and len(versions) == 2 and len(ends) == 1:
            for side, sentence, stand in here:
                found.setdefault((side.name, sentence), []).append((stand.start, stand.end))
    return found


def find_senses(source: BeadSide, target: BeadSide) -> tuple[Contrast, ...]:
    """At most one contrast of kind "negation": where both versions stand at different ends, the surest."""
    found = [*_contradictions(source, target), *_prefixed(source, target), *_prefixed(target, source)]
    return tuple(sorted(found, key=lambda each: -each.confidence)[:1])


Standing = tuple[BeadSide, int, Stand]


def _all_stands(side: BeadSide, other: BeadSide) -> list[Standing]:
    return [
        (side, sentence, stand)
        for sentence, text in zip(side.sentences, side.texts, strict=True)
        for stand in read_stands(text, side.language, other.language)
    ]


def _contradictions(source: BeadSide, target: BeadSide) -> Iterator[Contrast]:
    mine, theirs = _all_stands(source, target), _all_stands(target, source)
    for number, scale in enumerate(_scales(source.language, target.language)):
        ours, others = _without_equals(*([item for item in of if item[2].scale == number] for of in (mine, theirs)))
        ends = {stand.affirms for _, _, stand in ours}
        if len(ends) != 1 or {stand.affirms for _, _, stand in others} != {not min(ends)}:
            continue
        if _denials(source, ours).isdisjoint(_denials(target, others)):
            continue
        pairs = [(one, two) for one in ours for two in others if not _is_plain(one, two) and not _is_plain(two, one)]
        if not pairs:
            continue
        reach = OBJECT if scale.object else NEAR
        shared = [_shared(one, two, reach, behind=scale.object) for one, two in pairs]
        alike = float(mean_vector(source) @ mean_vector(target)) >= ALIKE
        if max(shared) >= (1 if alike else SURE):
            yield _contrast(*pairs[shared.index(max(shared))], ANCHORED)
        elif alike and not scale.near and not scale.object:
            yield _contrast(*pairs[0], LOOSE)


def _without_equals(
    ours: Sequence[Standing], others: Sequence[Standing]
) -> tuple[Sequence[Standing], Sequence[Standing]]:
    """What is left of two versions if as many expressions of either end are left out as both have."""
    if len({stand.affirms for _, _, stand in (*ours, *others)}) < 2:
        return (), ()
    for affirms in (True, False):
        left, right = (sum(stand.affirms == affirms for _, _, stand in of) for of in (ours, others))
        if left and right and left <= right:
            ours = [item for item in ours if item[2].affirms != affirms]
        if left and right and right <= left:
            others = [item for item in others if item[2].affirms != affirms]
    return ours, others


def _is_plain(one: Standing, two: Standing) -> bool:
    """Whether only a plain negation parts two expressions that affirm, and the second version may deny elsewhere."""
    if not (one[2].turned and not one[2].affirms and two[2].affirms):
        return False
    polarities = [read_polarity(text, two[0].language) for text in two[0].texts]
    return any(of.negations or of.idioms or of.strong or of.prefixed for of in polarities)


def _denials(side: BeadSide, stands: Sequence[Standing]) -> set[int]:
    """How much a version denies apart from some expressions, with and without what they make others repeat.

    Where this differs, the expressions of two versions may mean the same.
    """
    total = repeats = 0
    for sentence, text in zip(side.sentences, side.texts, strict=True):
        told = [(stand.start, stand.end) for _, at, stand in stands if at == sentence]
        repeated = any(repeats_denial(plain_apostrophes(text)[start:end], side.language) for start, end in told)
        negations = read_polarity(text, side.language).negations
        total += sum(not any(each.start < end and start < each.end for start, end in told) for each in negations)
        repeats += repeated
    return {total, max(0, total - repeats)}


def _shared(one: Standing, two: Standing, reach: int, *, behind: bool = False) -> int:
    """How many words beside one expression have a counterpart beside the other."""
    left, right = (_beside(item, reach, behind=behind) for item in (one, two))
    return int(counterparts(one[0], left, two[0], right).any(axis=1).sum())


def _beside(standing: Standing, reach: int, *, behind: bool) -> list[str]:
    """The words that tell something beside an expression, in small letters."""
    side, sentence, stand = standing
    small = plain_apostrophes(side.story.sentences[sentence].text)
    words = list(WORD.finditer(small))
    after = [word.group() for word in words if word.start() >= stand.end][:reach]
    before = [] if behind else [word.group() for word in words if word.end() <= stand.start][-reach:]
    known = word_vectors(side.story, (sentence,))
    telling = [word for word in (*before, *after) if len(word) > LONG and word in known]
    return telling[:1] if behind else telling


def _prefixed(one: BeadSide, other: BeadSide) -> Iterator[Contrast]:
    """Words of a version that deny by their prefix, of which the other has what they deny and nothing that denies."""
    book = equivalents(one.language, other.language)
    polarities = [read_polarity(text, other.language) for text in other.texts]
    ours, theirs = list(_words(one)), list(_words(other))
    if book is None or any(of.idioms for of in polarities) or _denials(one, ()) != _denials(other, ()):
        return
    denying = [word for of in polarities for word in (*of.prefixed, *of.strong)]
    told = book.matrix(denying, other.language, [_told(item) for item in ours], one.language)
    if denying and not told.any(axis=1).all():
        return
    scaled = {(sentence, stand.start) for _, sentence, stand in _all_stands(one, other)}
    for mine in ours:
        word = _told(mine)
        base = affirmed_form(word, one.language) if (mine[1], mine[2].start) not in scaled else ""
        found = next(
            (item for item in theirs if base and renders(base, one.language, _told(item), other.language)), None
        )
        if found is None or book.matrix([word], one.language, [_told(item) for item in theirs], other.language).any():
            continue
        rivals = [item for item in ours if renders(_told(item), one.language, _told(found), other.language)]
        near = _shared(mine, found, BESIDE)
        if near and all(_shared(rival, found, BESIDE) < near for rival in rivals):
            yield _contrast(*((mine, found) if one.name == "source" else (found, mine)), ANCHORED)
            return


def _words(side: BeadSide) -> Iterator[Standing]:
    """The words of a version that may tell something, on no scale."""
    for sentence, text in zip(side.sentences, side.texts, strict=True):
        for match in WORD.finditer(plain_apostrophes(text)):
            if len(match.group()) >= LONG:
                yield side, sentence, Stand(-1, True, False, *match.span())


def _told(standing: Standing) -> str:
    """The words of an expression in small letters."""
    side, sentence, stand = standing
    return plain_apostrophes(side.story.sentences[sentence].text)[stand.start : stand.end]


def _contrast(one: Standing, two: Standing, confidence: float) -> Contrast:
    """What the reader is told of an expression of the source and one of the target."""
    mine, theirs = (
        Words(sentence, stand.start, stand.end, side.story.sentences[sentence].text[stand.start : stand.end])
        for side, sentence, stand in (one, two)
    )
    return Contrast(
        kind="negation",
        side="both",
        severity="major",
        confidence=confidence,
        source=(mine,),
        target=(theirs,),
        message=Phrase(
            "{source:capital} says “{one}” where {target} says “{other}”, its opposite.",
            source=one[0].version,
            one=mine.value,
            target=two[0].version,
            other=theirs.value,
        ),
        reason=Phrase(
            "“{one}” and “{other}” were read with the negations before them: one affirms what the other one denies.",
            one=mine.value,
            other=theirs.value,
        ),
    )


def _stands(
    number: int, scale: _Scale, small: str, idioms: Sequence[tuple[int, int]], language: str
) -> Iterator[Stand]:
    for match in scale.expressions.finditer(small):
        if any(first < match.start() < last and last > match.end() + 1 for first, last in idioms):
            continue
        affirms = match.lastgroup == "affirms"
        if affirms and denial_behind(small[match.end() :], language):
            continue  # "still not"
        denial, unclear = denial_ahead(small[: match.start()], language)
        if unclear or scale.unclear.search(small, 0, match.start()):
            continue
        if denial is None:
            yield Stand(number, affirms, False, *match.span())
        elif not is_denial(match.group(), language):  # a second negation of the same: "никто не", "not ... without"
            yield Stand(number, not affirms, True, denial, match.end())


@cache
def _scales(language: str, other: str) -> tuple[_Scale, ...]:
    pair = pair_of(language, other)
    table = pair.table("polarity") if pair else {}
    if not table:
        return ()
    unclear = re.compile(rf"(?<!\w)(?:{_pattern(table['unclear'][language])})\s+$")
    return tuple(
        _Scale(
            re.compile(
                rf"(?<![\w'-])(?:(?P<denies>{_pattern(of['denies'][language])})"
                rf"|(?P<affirms>{_pattern(of['affirms'][language])}))(?![\w'-])"
            ),
            bool(of.get("near")),
            bool(of.get("object")),
            bool(of.get("apart")),
            unclear,
        )
        for of in table["scales"]
    )


def _pattern(listed: str) -> str:
    """A regular expression as the table lists it, with any ending for "~" and any space for one, be it optional."""
    return listed.replace("~", r"\w*").replace(" ?", r"\s*").replace(" ", r"\s+")
