"""From beads to the list of differences that a reader sees."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from translate.alignment.bead import Bead
from translate.differences.confidence import LEAST_SHOWN, Trust, fitted
from translate.differences.conflicts.opposition import FactConflict
from translate.differences.conflicts.replaced_names import find_replaced
from translate.differences.conflicts.value_conflicts import compare_facts
from translate.differences.contrasts.certainty import find_certainty
from translate.differences.contrasts.contrast import Contrast, Words
from translate.differences.contrasts.negation import find_negations
from translate.differences.contrasts.quotes import find_quotes
from translate.differences.difference import Candidate, Difference, Evidence, Kind, Reading, Side
from translate.differences.parts.partial import find_partial
from translate.differences.parts.partial_features import usual_length_ratio
from translate.differences.salience import severity_of
from translate.engines.protocols import Embedder
from translate.facts.mention import Facts, Mention
from translate.story.story import Story
from translate.text.document import Span
from translate.wording.naming import Version
from translate.wording.phrase import Phrase

# Each gives the contrasts of one kind inside a two-sided bead.
CONTRASTS = (find_negations, find_quotes, find_certainty)
FAINTEST = 0.2  # confidence, uncorrected, from which a contrast is looked at
REVISION = 2  # of all that decides which differences are flagged; part of a comparison's signature
SIDES: tuple[Literal["source", "target"], Literal["source", "target"]] = ("source", "target")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both stories, the names by which messages call them, and the log ratio in which their lengths usually stand."""

    source: Story
    target: Story
    embedder: Embedder
    trust: Trust
    usual_ratio: float  # log ratio of the lengths of corresponding sentences, source to target

    def story(self, side: Side) -> Story:
        return self.source if side == "source" else self.target

    def version(self, side: Side) -> Version:
        return Version(self.story(side).document.language)


def find_all(
    source: Story, target: Story, beads: Sequence[Bead], embedder: Embedder, judged: Trust | None = None
) -> tuple[Difference, ...]:
    """All differences of two aligned stories, in reading order of the beads.

    Args:
        source, target: The two stories.
        beads: Their alignment, over the stories' compared sentences.
        embedder: The encoder that told the stories; parts of sentences and strange names are read with it.
        judged: How far flags inside two-sided beads are trusted, and which are shown; balanced if not told.
    """
    judged = judged or Trust(LEAST_SHOWN["balanced"], fitted(source.vectors.encoder))
    ones = [(bead.source[0], bead.target[0]) for bead in beads if len(bead.source) == len(bead.target) == 1]
    pair = _Pair(source, target, embedder, judged, usual_length_ratio(source, target, ones))
    found = [difference for number, bead in enumerate(beads) for difference in _in_bead(pair, number, bead)]
    return tuple(replace(difference, id=f"d{place}") for place, difference in enumerate(found, start=1))


def _in_bead(pair: _Pair, number: int, bead: Bead) -> Iterator[Difference]:
    if not bead.two_sided:
        yield _one_sided(pair, number, bead)
        return
    if bead.moved:
        yield _moved(pair, number, bead)
    conflicts = [_as_contrast(bead, conflict) for conflict in _conflicts(pair, bead)]
    contrasts = [contrast for find in CONTRASTS for contrast in find(pair.source, pair.target, bead, least=FAINTEST)]
    told = _told_once(_judged(pair, (*conflicts, *contrasts)))
    parts = [part for side in SIDES for part in _parts(pair, bead, side)]
    told += [part for part in _judged(pair, parts) if not any(_overlap(part, other, part.side) for other in told)]
    for contrast in told:
        yield _of_contrast(pair, number, bead, contrast)


def _judged(pair: _Pair, found: Iterable[Contrast]) -> list[Contrast]:
    """What is sure enough to be shown, with confidences that come true."""
    judged = [
        replace(contrast, confidence=pair.trust.confidence(contrast.kind, contrast.confidence)) for contrast in found
    ]
    return [contrast for contrast in judged if pair.trust.shows(contrast.kind, contrast.confidence)]


def _told_once(found: Sequence[Contrast]) -> list[Contrast]:
    """Without the names that a quote with another speaker tells of already."""
    quotes = [contrast for contrast in found if contrast.kind == "quote" and contrast.side == "both"]
    return [
        contrast
        for contrast in found
        if contrast.kind != "name" or not any(all(_overlap(contrast, at, side) for side in SIDES) for at in quotes)
    ]


def _overlap(one: Contrast, other: Contrast, side: Side) -> bool:
    """Whether both mark some of the same characters of one side."""
    return any(
        a.sentence == b.sentence and a.start < b.end and b.start < a.end
        for a in one.words(side)
        for b in other.words(side)
    )


def _one_sided(pair: _Pair, number: int, bead: Bead) -> Difference:
    """An omission or an addition: a sentence that only one version has."""
    side, other = SIDES if bead.source else SIDES[::-1]
    story = pair.story(side)
    sentence = (bead.source or bead.target)[0]
    kind: Kind = "omission" if bead.source else "addition"
    mentions = story.facts[sentence].mentions
    candidates = _candidates(pair, bead, other)
    if bead.explanation and bead.explanation.by_hand:
        reason = Phrase("A reviewer found no sentence of {other} that says the same.", other=pair.version(other))
    elif not candidates:
        reason = Phrase("No sentence of {other} says the same.", other=pair.version(other))
    else:
        reason = Phrase(
            "No sentence of {other} says the same. The nearest one has a similarity of {similarity:.2f} on a scale "
            "from 0 to 1.",
            other=pair.version(other),
            similarity=candidates[0].similarity,
        )
    return Difference(
        id="",
        kind=kind,
        side=side,
        severity=severity_of(kind, story, sentence, len(story.sentences[sentence].text), mentions),
        confidence=bead.probability,
        bead=number,
        source=(story.span(sentence),) if side == "source" else (),
        target=(story.span(sentence),) if side == "target" else (),
        message=Phrase("Found only in {version}.", version=pair.version(side)),
        evidence=Evidence(reason, _readings(side, mentions), candidates),
    )


def _moved(pair: _Pair, number: int, bead: Bead) -> Difference:
    return Difference(
        id="",
        kind="moved",
        side="both",
        severity="minor",
        confidence=bead.probability,
        bead=number,
        source=_spans(pair.source, bead.source),
        target=_spans(pair.target, bead.target),
        message=Phrase("Both versions say this, but in another place of the story."),
        evidence=Evidence(
            Phrase("The sentences around it follow one another in both versions; this passage stands elsewhere.")
        ),
    )


def _conflicts(pair: _Pair, bead: Bead) -> tuple[FactConflict, ...]:
    told = compare_facts(
        [pair.source.facts[i] for i in bead.source],
        [pair.target.facts[j] for j in bead.target],
        near_source=_around(pair.source.facts, bead.source),
        near_target=_around(pair.target.facts, bead.target),
    )
    if any(conflict.kind == "name" for conflict in told):
        return told
    return (*told, *find_replaced(pair.source, pair.target, bead.source, bead.target, pair.embedder))


def _around(facts: Sequence[Facts], sentences: Sequence[int]) -> list[Facts]:
    """Facts of the sentences before and behind a bead."""
    return [facts[k] for k in (sentences[0] - 1, sentences[-1] + 1) if 0 <= k < len(facts)]


def _as_contrast(bead: Bead, conflict: FactConflict) -> Contrast:
    def words(placed: Sequence[tuple[int, Mention]], sentences: Sequence[int]) -> tuple[Words, ...]:
        return tuple(Words(sentences[position], m.start, m.end, m.value) for position, m in placed)

    return Contrast(
        kind=conflict.kind,
        side="both",
        severity=conflict.severity,
        confidence=conflict.confidence,
        source=words(conflict.source, bead.source),
        target=words(conflict.target, bead.target),
        message=conflict.reason,
        reason=_read_differently(conflict.note),
        lone=(),
    )


def _read_differently(note: str) -> Phrase:
    if not note:
        return Phrase("The two sentences correspond, and this is read differently in them.")
    return Phrase("The two sentences correspond, and this is read differently in them. {note}", note=note)


def _parts(pair: _Pair, bead: Bead, side: Literal["source", "target"]) -> list[Contrast]:
    """Parts of one side of a bead that the other side does not have."""
    own, others, usual_ratio = pair.source, pair.target, pair.usual_ratio
    mine, theirs = bead.source, bead.target
    if side == "target":
        own, others, mine, theirs, usual_ratio = others, own, theirs, mine, -usual_ratio
    least = pair.trust.least.get("partial", 0.0)
    other: Side = "target" if side == "source" else "source"
    found = []
    for finding in find_partial(own, others, mine, theirs, pair.embedder, least=least, usual_ratio=usual_ratio):
        words = (Words(finding.sentence, finding.start, finding.end, ""),)
        reason = Phrase("The rest of the sentence has its counterpart in {other}.", other=pair.version(other))
        if finding.nearest:
            sentence, start, end = finding.nearest
            reason = Phrase(
                "The rest of the sentence has its counterpart in {other}. The nearest words there, “{words}”, have a "
                "similarity of {similarity:.2f} on a scale from 0 to 1.",
                other=pair.version(other),
                words=others.sentences[sentence].text[start:end].strip(" ,;:."),
                similarity=max(0.0, finding.fit),
            )
        found.append(
            Contrast(
                kind="partial",
                side=side,
                severity="major",
                confidence=finding.probability,
                source=words if side == "source" else (),
                target=words if side == "target" else (),
                message=Phrase("This part of the sentence is found only in {version}.", version=pair.version(side)),
                reason=reason,
                lone=tuple(m for m in _inside(own, words[0]) if m.text in finding.lone),
            )
        )
    return found


def _of_contrast(pair: _Pair, number: int, bead: Bead, contrast: Contrast) -> Difference:
    side = SIDES[0] if contrast.source else SIDES[1]
    story, first = pair.story(side), contrast.words(side)[0]
    named = contrast.lone
    if named is None:
        named = tuple(mention for at in contrast.words(side) for mention in _inside(story, at))
    readings = [reading for at_side in SIDES for at in contrast.words(at_side) for reading in _read(pair, at_side, at)]
    return Difference(
        id="",
        kind=contrast.kind,
        side=contrast.side,
        severity=severity_of(
            contrast.kind,
            story,
            first.sentence,
            first.end - first.start,
            named,
            contrast.severity,
        ),
        confidence=contrast.confidence * bead.probability,
        bead=number,
        source=tuple(pair.source.span(at.sentence, at.start, at.end) for at in contrast.source),
        target=tuple(pair.target.span(at.sentence, at.start, at.end) for at in contrast.target),
        message=contrast.message,
        evidence=Evidence(
            contrast.reason,
            (*readings, *_readings(side, contrast.lone or ())),
            tuple(candidate for side in SIDES for candidate in _candidates(pair, bead, side)),
        ),
    )


def _read(pair: _Pair, side: Literal["source", "target"], at: Words) -> list[Reading]:
    """What the finder read in some words, if it says so."""
    words = pair.story(side).sentences[at.sentence].text[at.start : at.end]
    return [Reading(side, words, at.value)] if at.value else []


def _inside(story: Story, at: Words) -> list[Mention]:
    return [mention for mention in story.facts[at.sentence].mentions if at.start <= mention.start < at.end]


def _candidates(pair: _Pair, bead: Bead, side: Literal["source", "target"]) -> tuple[Candidate, ...]:
    """Sentences of one text that come near to the other side of a bead but were not chosen, best first."""
    rejected = bead.explanation.rejected if bead.explanation else ()
    chosen = bead.source if side == "source" else bead.target
    return tuple(
        Candidate(side, pair.story(side).number[k], other.similarity)
        for other in rejected
        for k in (other.source if side == "source" else other.target)
        if k not in chosen
    )


def _spans(story: Story, sentences: Sequence[int]) -> tuple[Span, ...]:
    return tuple(story.span(sentence) for sentence in sentences)


def _readings(side: Literal["source", "target"], mentions: Sequence[Mention]) -> tuple[Reading, ...]:
    return tuple(Reading(side, mention.text, mention.value) for mention in mentions)
