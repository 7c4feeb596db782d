"""Every finder in the form in which the table of kinds asks it: a search in one bead, and what was found there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from translate.alignment.bead import Bead
from translate.counterparts.judgement import Judgement
from translate.counterparts.relation import is_retelling
from translate.differences.bead_side import BeadSide
from translate.differences.conflicts.name_conflicts import name_conflicts
from translate.differences.conflicts.opposition import FactConflict, as_contrast
from translate.differences.conflicts.replaced_names import find_replaced
from translate.differences.conflicts.same_thing import SameThing
from translate.differences.conflicts.unspelt import apart_from, unspelt_names
from translate.differences.conflicts.value_conflicts import date_conflicts, number_conflicts
from translate.differences.contrast import Contrast, overlap
from translate.differences.contrasts.certainty import find_certainty
from translate.differences.contrasts.meaning import find_meanings
from translate.differences.contrasts.negation import find_negations
from translate.differences.contrasts.quotes import find_quotes
from translate.differences.contrasts.terms import find_terms
from translate.differences.difference import Kind
from translate.differences.parts.list_items import missing_items
from translate.differences.parts.partial import partial_contrasts
from translate.differences.whole_sentences import find_lone, find_moved
from translate.engines.protocols import Embedder
from translate.languages.glossary import Glossary
from translate.text.sides import SIDES, SideName, on_side, other_side

FAINTEST = 0.2  # confidence, uncorrected, from which a contrast is looked at


@dataclass(frozen=True, slots=True)
class Search:
    """One bead that a finder is to look at.

    Attributes:
        bead: The bead.
        source, target: Its sides; one has no sentences where the bead is one-sided.
        embedder: The encoder that told the stories.
        usual_ratio: Log ratio in which the lengths of corresponding sentences usually stand, source to target.
        least: Corrected confidence, in [0, 1], from which a find of this kind is shown; a finder may spare itself less.
        told_by: For "source" and "target" the sentences that tell of that side, where these are more than the other
            side of the bead.
        sides: Sides that are searched for parts.
        kinds: Kinds that are looked for; None for all.
        judged: What is told of both stories; None where these sentences are known to correspond.
        glossary: Terms of the user's, which are looked for; None for none.
        none: Of a sentence that stands alone the probability, in [0, 1], that nothing of it is told over there.
    """

    bead: Bead
    source: BeadSide
    target: BeadSide
    embedder: Embedder
    usual_ratio: float
    least: float
    told_by: Mapping[SideName, BeadSide] = field(default_factory=dict)
    sides: tuple[SideName, ...] = SIDES
    kinds: frozenset[Kind] | None = None
    glossary: Glossary | None = None
    none: float = 1.0
    judged: Judgement | None = None

    @property
    def retold(self) -> Judgement | None:
        """What is told of both stories where they retell one event; None elsewhere."""
        return self.judged if self.judged is not None and is_retelling(self.judged.relation) else None


Finder = Callable[[Search], Iterable[Contrast]]


def omissions(search: Search) -> Iterable[Contrast]:
    return find_lone("omission", search.source, search.target, search.bead, search.none)


def additions(search: Search) -> Iterable[Contrast]:
    return find_lone("addition", search.target, search.source, search.bead, search.none)


def moved(search: Search) -> Iterable[Contrast]:
    return find_moved(search.source, search.target, search.bead)


def numbers(search: Search) -> Iterable[Contrast]:
    retold = search.retold
    same_thing = SameThing(search.source, search.target, retold).probability if retold else None
    return _told(number_conflicts(search.source, search.target, same_thing), search)


def dates(search: Search) -> Iterable[Contrast]:
    return _told(date_conflicts(search.source, search.target), search)


def names(search: Search) -> Iterable[Contrast]:
    """What tables and letters tell; the encoder, which is slow, is asked where these tell nothing.

    In a retelling, where sentences name other people for good reasons, and beside sentences with beads of their own,
    only names of which the whole other text has nothing are told.
    """
    beside = search.kinds is not None
    if beside or search.retold:
        return _told(unspelt_names(search.source, search.target, retold=True, beside=beside), search)
    spelt = tuple(unspelt_names(search.source, search.target))
    found = (*spelt, *apart_from(name_conflicts(search.source, search.target), spelt))
    return _told(found or find_replaced(search.source, search.target, search.embedder), search)


def negations(search: Search) -> Iterable[Contrast]:
    return find_negations(search.source, search.target, least=FAINTEST)


def meanings(search: Search) -> Iterable[Contrast]:
    return find_meanings(search.source, search.target, search.embedder, least=max(FAINTEST, search.least))


def quotes(search: Search) -> Iterable[Contrast]:
    return find_quotes(search.source, search.target, search.embedder, least=FAINTEST)


def certainty(search: Search) -> Iterable[Contrast]:
    return find_certainty(search.source, search.target, least=FAINTEST)


def terms(search: Search) -> Iterable[Contrast]:
    """Of either side those that the sentences which tell of it do not render."""
    if search.glossary is not None:
        for name in SIDES:
            told_by = search.told_by.get(name, on_side(search, other_side(name)))
            yield from find_terms(on_side(search, name), told_by, search.glossary)


def parts(search: Search) -> Iterable[Contrast]:
    found = []
    for name, ratio in zip(SIDES, (search.usual_ratio, -search.usual_ratio), strict=True):
        own, other = on_side(search, name), on_side(search, other_side(name))
        if name in search.sides:
            told_by = search.told_by.get(name, other)
            parts_of = tuple(
                partial_contrasts(
                    own, told_by, search.embedder, least=search.least, usual_ratio=ratio, judged=search.judged
                )
            )
            items = () if search.retold else missing_items(own, told_by)
            found.append(parts_of)
            found.append(tuple(each for each in items if not any(overlap(each, part, name) for part in parts_of)))
    return chain(*found)


def _told(conflicts: Iterable[FactConflict], search: Search) -> Iterable[Contrast]:
    return (as_contrast(conflict, search.source, search.target) for conflict in conflicts)
