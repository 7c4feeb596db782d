"""From beads to the list of differences that a reader sees."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from translate.alignment.bead import Bead
from translate.differences.certainty import find_certainty
from translate.differences.contrast import Contrast, Words
from translate.differences.difference import Candidate, Difference, Evidence, Kind, Reading, Severity, Side, Span
from translate.differences.facts import FactConflict, compare_facts
from translate.differences.mention import Facts, Mention
from translate.differences.negation import find_negations
from translate.differences.partial import PartialFinding, find_partial
from translate.differences.quotes import find_quotes
from translate.differences.story import Story
from translate.engines.protocols import Embedder
from translate.text.document import LANGUAGE_NAMES

# Each gives the contrasts of one kind inside a two-sided bead.
CONTRASTS: tuple[Callable[[Story, Story, Bead], Sequence[Contrast]], ...] = (
    find_negations,
    find_quotes,
    find_certainty,
)
SHORT = 40  # characters; a lone sentence below it that names no fact is a minor difference


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both stories, and the names by which messages call them."""

    source: Story
    target: Story
    embedder: Embedder

    def story(self, side: Side) -> Story:
        return self.source if side == "source" else self.target

    def version(self, side: Side) -> str:
        return f"the {LANGUAGE_NAMES[self.story(side).document.language]} version"


def find_all(source: Story, target: Story, beads: Sequence[Bead], embedder: Embedder) -> tuple[Difference, ...]:
    """All differences of two aligned stories, in reading order of the beads.

    Args:
        source, target: The two stories.
        beads: Their alignment, over the stories' compared sentences.
        embedder: The encoder that told the stories; a suspicious clause is tried with and without.
    """
    pair = _Pair(source, target, embedder)
    found = [difference for number, bead in enumerate(beads) for difference in _in_bead(pair, number, bead)]
    return tuple(replace(difference, id=f"d{place}") for place, difference in enumerate(found, start=1))


def _in_bead(pair: _Pair, number: int, bead: Bead) -> Iterator[Difference]:
    if not bead.two_sided:
        yield _one_sided(pair, number, bead)
        return
    if bead.moved:
        yield _moved(pair, number, bead)
    conflicts = _conflicts(pair, bead)
    taken: list[tuple[Side, Span]] = []
    told = [_of_conflict(pair, number, bead, conflict) for conflict in conflicts]
    told += [
        _of_contrast(pair, number, bead, contrast)
        for find in CONTRASTS
        for contrast in find(pair.source, pair.target, bead)
    ]
    for difference in told:
        taken += [("source", span) for span in difference.source] + [("target", span) for span in difference.target]
        yield difference
    sides: tuple[Side, Side] = ("source", "target")
    for side in sides:
        for finding in _partial(pair, bead, side):
            span = pair.story(side).span(finding.sentence, finding.start, finding.end)
            if not any(other == side and span.start < at.end and at.start < span.end for other, at in taken):
                yield _of_partial(pair, number, bead, side, finding, span)


def _one_sided(pair: _Pair, number: int, bead: Bead) -> Difference:
    """An omission or an addition: a sentence that only one version has."""
    side: Side = "source" if bead.source else "target"
    other: Literal["source", "target"] = "target" if bead.source else "source"
    story = pair.story(side)
    sentence = (bead.source or bead.target)[0]
    kind: Kind = "omission" if bead.source else "addition"
    candidates = _candidates(bead, pair.story(other), other)
    reason = f"No sentence of {pair.version(other)} says the same."
    if bead.explanation and bead.explanation.by_hand:
        reason = f"A reviewer found no sentence of {pair.version(other)} that says the same."
    if candidates:
        reason += f" The nearest one has a similarity of {candidates[0].similarity:.2f} on a scale from 0 to 1."
    return Difference(
        id="",
        kind=kind,
        side=side,
        severity=_weight_of(story, sentence),
        confidence=bead.probability,
        bead=number,
        source=(story.span(sentence),) if side == "source" else (),
        target=(story.span(sentence),) if side == "target" else (),
        message=f"Found only in {pair.version(side)}.",
        evidence=Evidence(reason, _readings(side, story.facts[sentence].mentions), candidates),
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
        message="Both versions say this, but in another place of the story.",
        evidence=Evidence(
            "The sentences around it follow one another in both versions; this passage stands elsewhere."
        ),
    )


def _conflicts(pair: _Pair, bead: Bead) -> tuple[FactConflict, ...]:
    return compare_facts(
        [pair.source.facts[i] for i in bead.source],
        [pair.target.facts[j] for j in bead.target],
        near_source=_around(pair.source.facts, bead.source),
        near_target=_around(pair.target.facts, bead.target),
    )


def _around(facts: Sequence[Facts], sentences: Sequence[int]) -> list[Facts]:
    """Facts of the sentences before and behind a bead."""
    return [facts[k] for k in (sentences[0] - 1, sentences[-1] + 1) if 0 <= k < len(facts)]


def _of_conflict(pair: _Pair, number: int, bead: Bead, conflict: FactConflict) -> Difference:
    source = tuple(
        pair.source.span(bead.source[position], mention.start, mention.end) for position, mention in conflict.source
    )
    target = tuple(
        pair.target.span(bead.target[position], mention.start, mention.end) for position, mention in conflict.target
    )
    readings = (
        *_readings("source", [mention for _, mention in conflict.source]),
        *_readings("target", [mention for _, mention in conflict.target]),
    )
    return Difference(
        id="",
        kind=conflict.kind,
        side="both",
        severity=conflict.severity,
        confidence=conflict.confidence * bead.probability,
        bead=number,
        source=source,
        target=target,
        message=conflict.reason,
        evidence=Evidence("The two sentences correspond, and this is read differently in them.", readings),
    )


def _of_contrast(pair: _Pair, number: int, bead: Bead, contrast: Contrast) -> Difference:
    sides: tuple[tuple[Literal["source", "target"], tuple[Words, ...]], ...] = (
        ("source", contrast.source),
        ("target", contrast.target),
    )
    readings = [
        Reading(side, pair.story(side).sentences[at.sentence].text[at.start : at.end], at.value)
        for side, words in sides
        for at in words
        if at.value
    ]
    return Difference(
        id="",
        kind=contrast.kind,
        side=contrast.side,
        severity=contrast.severity,
        confidence=contrast.confidence * bead.probability,
        bead=number,
        source=tuple(pair.source.span(at.sentence, at.start, at.end) for at in contrast.source),
        target=tuple(pair.target.span(at.sentence, at.start, at.end) for at in contrast.target),
        message=contrast.message,
        evidence=Evidence(contrast.reason, tuple(readings)),
    )


def _partial(pair: _Pair, bead: Bead, side: Side) -> tuple[PartialFinding, ...]:
    if side == "source":
        return find_partial(pair.source, pair.target, bead.source, bead.target, pair.embedder)
    return find_partial(pair.target, pair.source, bead.target, bead.source, pair.embedder)


def _of_partial(pair: _Pair, number: int, bead: Bead, side: Side, finding: PartialFinding, span: Span) -> Difference:
    other: Side = "target" if side == "source" else "source"
    reason = (
        f"The rest of the sentence has its counterpart in {pair.version(other)}; nothing there comes nearer to these "
        f"words than a similarity of {finding.fit:.2f} on a scale from 0 to 1."
    )
    story = pair.story(side)
    inside = [
        mention
        for mention in story.facts[finding.sentence].mentions
        if mention.text in finding.lone and finding.start <= mention.start < finding.end
    ]
    return Difference(
        id="",
        kind="partial",
        side=side,
        severity="major" if inside else "minor",
        confidence=finding.probability * bead.probability,
        bead=number,
        source=(span,) if side == "source" else (),
        target=(span,) if side == "target" else (),
        message=f"This part of the sentence is found only in {pair.version(side)}.",
        evidence=Evidence(reason, _readings(side, inside)),
    )


def _candidates(bead: Bead, others: Story, side: Literal["source", "target"]) -> tuple[Candidate, ...]:
    """Sentences of the other text that the alignment found nearest to a lone one, best first."""
    rejected = bead.explanation.rejected if bead.explanation else ()
    return tuple(
        Candidate(side, others.number[k], other.similarity)
        for other in rejected
        for k in (other.source if side == "source" else other.target)
    )


def _weight_of(story: Story, sentence: int) -> Severity:
    """Short sentences without any fact weigh little, unless they are the headline."""
    headline = story.document.sentences[story.number[sentence]].role == "headline"
    short = len(story.sentences[sentence].text) < SHORT
    return "minor" if short and not headline and not story.facts[sentence].mentions else "major"


def _spans(story: Story, sentences: Sequence[int]) -> tuple[Span, ...]:
    return tuple(story.span(sentence) for sentence in sentences)


def _readings(side: Side, mentions: Sequence[Mention]) -> tuple[Reading, ...]:
    if side == "both":
        return ()
    return tuple(Reading(side, mention.text, mention.value) for mention in mentions)
