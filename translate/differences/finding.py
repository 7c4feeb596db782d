"""From beads to the list of differences that a reader sees."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from translate.alignment.bead import Bead
from translate.counterparts.judgement import Judgement
from translate.counterparts.relation import Relation
from translate.differences.apart import Found, with_values_apart
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.confidence import Trust, fitted
from translate.differences.conflicts.other_names import strangers
from translate.differences.contrast import Contrast, Words, overlap
from translate.differences.difference import Difference, Evidence, Kind, Reading
from translate.differences.expectation import Expectations
from translate.differences.finders import Search
from translate.differences.identity import identified, in_reading_order
from translate.differences.kinds import KINDS, least_shown
from translate.differences.parts.partial_features import usual_length_ratio
from translate.differences.parts.repeated import repeated_once
from translate.differences.salience import severity_of
from translate.differences.searches import LONE, of_two, searches
from translate.differences.surest import surest_of
from translate.differences.whole_sentences import nearest
from translate.engines.protocols import Embedder
from translate.facts.in_words import mention_in_words
from translate.facts.mention import Mention
from translate.languages.glossary import Glossary
from translate.settings.limits import go_on
from translate.story.openings import openings
from translate.story.story import Story
from translate.text.document import SURE, Span
from translate.text.sides import SIDES, SideName, on_side

REVISION = 9  # of all that decides which differences are flagged; part of a comparison's signature
# What stands alone in a sure translation is surer to be missing than its likeness to the rest says: so much less is
# asked.
IN_TRANSLATION = 0.5
BALANCED = least_shown("balanced")
FURNITURE = 0.5  # certainty below which a sentence is more likely page furniture, of which nothing is told
# Kinds that say more closely what differs than that another word stands there.
CLOSER: frozenset[Kind] = frozenset({"number", "date", "name", "negation", "certainty"})
NAMES: frozenset[Kind] = frozenset({"name"})
IN_TURN = tuple(sorted(KINDS, key=lambda kind: KINDS[kind].turn))


def find_all(
    source: Story,
    target: Story,
    beads: Sequence[Bead],
    embedder: Embedder,
    trusted: Trust | None = None,
    judged: Judgement | None = None,
    glossary: Glossary | None = None,
    expectations: Expectations | None = None,
) -> tuple[Difference, ...]:
    """All differences of two aligned stories, in reading order.

    Args:
        source, target: The two stories.
        beads: Their alignment, over the stories' compared sentences.
        embedder: The encoder that told the stories; parts of sentences and strange names are read with it.
        trusted: How far flags are trusted, and which are shown; balanced if not told.
        judged: What of each sentence is told in the whole other text; None where the beads alone say it.
        glossary: Terms of the user's that are checked; None for none.
        expectations: What translation models add to the evidence; None where they are not asked.
    """
    relation = judged.relation if judged else None
    trust = (trusted or Trust(least_shown("balanced"), *fitted(source.vectors.encoder))).of(relation)
    ones = [(bead.source[0], bead.target[0]) for bead in beads if len(bead.source) == len(bead.target) == 1]
    usual_ratio = usual_length_ratio(source, target, ones)
    lone = {kind: trust.least.get(kind, BALANCED[kind]) for kind in LONE.values()}
    if judged:
        sure = max(0.0, 2 * judged.relation.translation - 1)
        lone = {kind: least * (1 - IN_TRANSLATION * sure) for kind, least in lone.items()}
    openings_of = {"source": openings(source), "target": openings(target)}

    def shown(search: Search, told: Contrast) -> bool:
        return trust.shows(told.kind, told.confidence) and not _beside_story(search, told, openings_of)

    def within(search: Search) -> list[Contrast]:
        return [told for told in _in_bead(search, trust) if not _beside_story(search, told, openings_of)]

    found: list[Found] = []
    searched: list[Search] = []
    for number, bead in enumerate(beads):
        search = Search(bead, *sides_of(source, target, bead), embedder, usual_ratio, 0.0, glossary=glossary)
        for part in searches(search, judged, lone) if judged else (search,):
            searched.append(part)
            found += [(number, part, told) for told in within(part)]
    if judged and searched:
        found = with_values_apart(found, searched, judged, beads, within, shown)
        for i, j in strangers(source, target, beads):
            number = next(number for number, each in enumerate(beads) if i in each.source)
            apart = of_two(searched[0], i, j, kinds=NAMES)
            found += [(number, apart, told) for told in within(apart)]
    found = repeated_once(surest_of(found))
    if expectations:
        found = expectations.beside(found)
    told_of = [_difference(number, part, told, relation) for number, part, told in found]
    return identified(in_reading_order(told_of), source.document, target.document)


def _beside_story(search: Search, contrast: Contrast, openings_of: Mapping[str, Sequence[int]]) -> bool:
    """Whether its words are likely page furniture, or all that it is about is a dateline."""
    return _on(search, contrast, FURNITURE) or all(
        at.end <= openings_of[side][at.sentence] for side in SIDES for at in on_side(contrast, side)
    )


def _in_bead(search: Search, trust: Trust) -> list[Contrast]:
    """What is shown of a bead, in the order in which the kinds are asked."""
    told: list[Contrast] = []
    for kind in IN_TURN:
        go_on()
        family = KINDS[kind].family
        if (family == "only") == search.bead.two_sided or (search.kinds is not None and kind not in search.kinds):
            continue
        asked = replace(search, least=trust.least.get(kind, 0.0))
        found = _judged(KINDS[kind].finder(asked), trust, everything=family == "only")
        told += _beside_conflicts(found, _told_once(told)) if family == "part" else found
    return _told_once(told)


def _beside_conflicts(parts: Sequence[Contrast], told: Sequence[Contrast]) -> list[Contrast]:
    """Parts of sentences that hold no words of a conflict, which tells of them already."""
    conflicts = [contrast for contrast in told if KINDS[contrast.kind].family == "conflict"]
    return [part for part in parts if not any(overlap(part, other, part.side) for other in conflicts)]


def _judged(found: Iterable[Contrast], trust: Trust, everything: bool) -> list[Contrast]:
    """What is sure enough to be shown, with confidences that come true; everything where that is decided already."""
    judged = [replace(contrast, confidence=trust.confidence(contrast.kind, contrast.confidence)) for contrast in found]
    return [contrast for contrast in judged if everything or trust.shows(contrast.kind, contrast.confidence)]


def _told_once(found: Sequence[Contrast]) -> list[Contrast]:
    """Without the names that a quote with another speaker tells of already, and the words of other conflicts."""
    quotes = [contrast for contrast in found if contrast.kind == "quote" and contrast.side == "both"]
    closer = [contrast for contrast in found if contrast.kind in CLOSER]
    return [
        contrast
        for contrast in found
        if not (
            (contrast.kind == "name" and any(all(overlap(contrast, at, side) for side in SIDES) for at in quotes))
            or (contrast.kind == "meaning" and any(overlap(contrast, at, side) for at in closer for side in SIDES))
        )
    ]


def _difference(number: int, search: Search, contrast: Contrast, relation: Relation | None) -> Difference:
    """A contrast in the form that reports and scripts are handed, its offsets into the documents."""
    side: SideName = "source" if contrast.source else "target"
    own, first = on_side(search, side), on_side(contrast, side)[0]
    named: Sequence[Mention] | None = contrast.lone
    if named is None:
        named = [m for at in on_side(contrast, side) for m in own.story.mentions_in(at.sentence, at.start, at.end)]
    readings = [reading for name in SIDES for reading in _read(on_side(search, name), on_side(contrast, name))]
    readings += [
        Reading(side, mention.text, mention.value, mention_in_words(mention)) for mention in contrast.lone or ()
    ]
    length = first.end - first.start
    severity = severity_of(contrast.kind, own.story, first.sentence, length, named, contrast.severity, relation)
    return Difference(
        id="",
        kind=contrast.kind,
        side=contrast.side,
        severity="minor" if _on(search, contrast, SURE) else severity,
        confidence=contrast.confidence * search.bead.probability,
        bead=number,
        source=_spans(search.source, contrast.source),
        target=_spans(search.target, contrast.target),
        message=contrast.message,
        evidence=Evidence(
            contrast.reason,
            tuple(readings),
            tuple(candidate for name in contrast.near for candidate in nearest(search.bead, on_side(search, name))),
        ),
    )


def _on(search: Search, contrast: Contrast, certainty: float) -> bool:
    """Whether some of its words stand in a sentence that is less certainly the story's."""
    return any(
        on_side(search, side).story.sentence(at.sentence).certainty < certainty
        for side in SIDES
        for at in on_side(contrast, side)
    )


def _read(side: BeadSide, words: Sequence[Words]) -> Iterator[Reading]:
    """What the finder read in some words, where it says so."""
    for at in words:
        if at.value:
            text = side.story.sentences[at.sentence].text[at.start : at.end]
            yield Reading(side.name, text, at.value, at.told)


def _spans(side: BeadSide, words: Sequence[Words]) -> tuple[Span, ...]:
    return tuple(side.story.span(at.sentence, at.start, at.end) for at in words)
