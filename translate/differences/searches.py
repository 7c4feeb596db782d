"""What is searched for differences: beads, corrected by what the whole other text tells of their sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from translate.alignment.bead import Bead, Explanation, Rejected
from translate.counterparts.judgement import Judgement
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.difference import Kind
from translate.differences.finders import Search
from translate.text.sides import SIDES, SideName, in_order, on_side, other_side

LONE: dict[SideName, Kind] = {"source": "omission", "target": "addition"}
# What is looked for beside sentences that have beads of their own. Names and wordings are often others there, and
# nothing contradicts: on retold stories one such flag of ten was right, of numbers and dates every second. Only people
# of whom one name is the same are told there.
BESIDE: frozenset[Kind] = frozenset({"number", "date", "name", "partial"})
WEIGHED = 3  # nearest sentences that are named where none tells of a sentence


def searches(search: Search, judged: Judgement, least: Mapping[Kind, float]) -> Iterator[Search]:
    """The searches that a bead comes to.

    A sentence that nothing over there tells of stands alone, even where it shares a bead with others; what is left of
    the bead is searched as before, for parts beside all sentences that tell of a side. A sentence without a bead that
    others tell of is searched beside these.

    Args:
        search: The bead with its sides.
        judged: What is told of each sentence.
        least: For "omission" and "addition" the probability, in [0, 1], from which nothing is told of a sentence.
    """
    kept: dict[SideName, tuple[int, ...]] = {}
    for side in SIDES:
        sentences = on_side(search, side).sentences
        lone = [k for k in sentences if judged.told[side == "target"][k].none >= least[LONE[side]]]
        kept[side] = tuple(k for k in sentences if k not in lone)
        for sentence in lone:
            yield _alone(search, judged, side, sentence)
    if kept["source"] and kept["target"]:
        source, target = (replace(on_side(search, side), sentences=kept[side]) for side in SIDES)
        told_by: dict[SideName, BeadSide] = {}
        for side, own, other in (("source", source, target), ("target", target, source)):
            told_by[side] = replace(other, sentences=_with_partners(judged, side, own.sentences, other.sentences))
        yield replace(search, source=source, target=target, told_by=told_by, judged=judged)
        return
    for side in SIDES:
        for sentence in kept[side]:
            partners = _with_partners(judged, side, (sentence,), ())
            if partners:
                yield _beside(search, judged, side, sentence, partners)


def of_two(
    search: Search,
    source: int,
    target: int,
    *,
    kinds: frozenset[Kind] | None = None,
    judged: Judgement | None = None,
) -> Search:
    """A search of two sentences that share no bead, of the stories that another search is of.

    Args:
        search: The other search; nothing of its own sentences is kept.
        source, target: The compared sentences.
        kinds: Kinds that are looked for; None for all.
        judged: What is told of both stories, where these sentences are not known to correspond.
    """
    stories = search.source.story, search.target.story
    similarity = float(stories[0].vectors.runs[0][source] @ stories[1].vectors.runs[0][target])
    bead = Bead((source,), (target,), similarity, 1.0)
    sides = sides_of(*stories, bead)
    return Search(bead, *sides, search.embedder, search.usual_ratio, 0.0, kinds=kinds, judged=judged)


def _with_partners(
    judged: Judgement, side: SideName, sentences: tuple[int, ...], others: tuple[int, ...]
) -> tuple[int, ...]:
    number = int(side == "target")
    return tuple(sorted({*others, *(j for k in sentences for j in judged.partners(number, k))}))


def _alone(search: Search, judged: Judgement, side: SideName, sentence: int) -> Search:
    """A sentence by itself, with those that came nearest to it."""
    bead = search.bead
    near = bead.explanation.rejected if bead.explanation else ()
    if bead.two_sided:
        near = _weighed(judged, search, side, sentence)
    by_hand = bead.explanation is not None and bead.explanation.by_hand
    members = in_order(side, (sentence,), ())
    alone = Bead(*members, bead.similarity, 1.0, explanation=Explanation(rejected=near, by_hand=by_hand))
    sides = {name: replace(on_side(search, name), sentences=on_side(alone, name)) for name in SIDES}
    none = judged.told[side == "target"][sentence].none
    return replace(search, bead=alone, source=sides["source"], target=sides["target"], none=none)


def _weighed(judged: Judgement, search: Search, side: SideName, sentence: int) -> tuple[Rejected, ...]:
    """The sentences over there that came nearest, the likeliest first."""
    own, other = in_order(side, judged.source, judged.target)
    left, right = on_side(search, side).story, on_side(search, other_side(side)).story
    here = sorted((-float(judged.links[p]), int(other[p])) for p in (own == sentence).nonzero()[0])[:WEIGHED]
    return tuple(
        Rejected(
            *in_order(side, (sentence,), (j,)),
            similarity=float(left.vectors.runs[0][sentence] @ right.vectors.runs[0][j]),
            probability=-link,
        )
        for link, j in here
    )


def _beside(search: Search, judged: Judgement, side: SideName, sentence: int, partners: tuple[int, ...]) -> Search:
    """A sentence beside those that tell of it, which have beads of their own."""
    own = replace(on_side(search, side), sentences=(sentence,))
    other = replace(on_side(search, other_side(side)), sentences=partners)
    source, target = in_order(side, own, other)
    probability = 1 - judged.told[side == "target"][sentence].none
    bead = Bead(source.sentences, target.sentences, search.bead.similarity, probability)
    return replace(search, bead=bead, source=source, target=target, sides=(side,), kinds=BESIDE, judged=judged)
