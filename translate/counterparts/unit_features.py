"""What is measured of a sentence or clause that the other text may tell or not."""

import numpy as np

from translate.alignment.grouping import largest, means, members, smallest, sums
from translate.alignment.similarity import NO_RIVAL, Floats, Integers, cosines
from translate.counterparts import states
from translate.counterparts.cells import WordCells, word_cells
from translate.counterparts.context import two_best
from translate.counterparts.nearness import Part
from translate.counterparts.pair_features import WEAK, Both, first_clauses, headlines, pair_cosines
from translate.counterparts.units import Units
from translate.story.story import Story

TOPS = (1, 2, 4)  # likeliest counterparts that are taken together
UNIT_GROUPS = {
    "cosine": (
        "cosine",
        "second_cosine",
        "third_cosine",
        "run_cosine",
        "long_run_cosine",
        "clause_cosine",
        "union_cosine",
        "union_gain",
        "margin",
        "second_margin",
        "preferred",
        "over_usual",
        "of_sentence",
    ),
    "clauses": ("clauses", "worst_clause", "mean_clause", "best_clause", "unmet_share"),
    "words": (
        "words",
        "cover_1",
        "cover_2",
        "cover_4",
        "cover_all",
        "weak_1",
        "weak_2",
        "weak_4",
        "weak_all",
        "cover_anywhere",
        "weak_anywhere",
        "strongest",
        "missed_weight",
    ),
    "facts": ("keys", "keys_1", "keys_2", "keys_4", "keys_anywhere", "keys_alone"),
    "pairs": ("link_1", "link_2", "link_3", "link_sum", "link_any", "first_link"),
    "around": (
        "before",
        "behind",
        "told",
        "told_there",
        "rival",
        "closeness",
        "close_cover",
        "in_order",
        "sure_share",
        "over_closeness",
    ),
    "place": ("place", "headline", "length", "quotes", "question", "size", "size_there", "usual"),
    "beads": ("bead", "bead_probability", "bead_similarity", "bead_own", "bead_other", "rejected"),
}
UNIT_FEATURES = tuple(name for group in UNIT_GROUPS.values() for name in group)
UNIT_FEATURES_OF_BOTH = (*UNIT_FEATURES, *states.OF_UNITS)
UNMET = 0.4  # cosine of a clause below which nothing over there comes near to it
QUOTES = '«»“”"'


def unit_features(both: Both, side: int, units: Units, links: Floats, first_links: Floats) -> Floats:
    """Features of every unit of one side, in the order of UNIT_FEATURES, shape (u, features).

    Where the second encoder has read the stories too, in that of UNIT_FEATURES_OF_BOTH.

    Args:
        both: The two stories.
        side: 0 for the source's units, 1 for the target's.
        units: The sentences or clauses.
        links: Probability of each pair, shape (p,).
        first_links: The same before the context was asked.
    """
    ranked = Ranked(both, side, units, links)
    found = _of_cosines(both, side, units, ranked) | _of_clauses(both, side, units)
    cells = ranked.cells(both, side, units)
    found |= _of_words(both, side, cells) | _of_facts(both, side, units, ranked)
    found |= _of_links(both, side, units, ranked, first_links) | _of_place(both, side, units)
    found |= _of_beads(both, side, units)
    if both.states:
        found |= states.of_units(both.states, both.words[side], side, cells)
    names = UNIT_FEATURES_OF_BOTH if both.states else UNIT_FEATURES
    return np.stack([np.asarray(found[name], dtype=float) for name in names], axis=1)


class Ranked:
    """The pairs of every unit, the likeliest first.

    Attributes:
        unit, pair, rank: Of each cell: the unit, the pair of its sentence, and its place among these, from 0.
        link: Probability of the pair.
        cosine: Of the unit with the other sentence.
    """

    def __init__(self, both: Both, side: int, units: Units, links: Floats) -> None:
        pairs = both.pairs
        own, other = (pairs.source, pairs.target) if side == 0 else (pairs.target, pairs.source)
        order = np.argsort(own, kind="stable")
        first = np.searchsorted(own[order], np.arange(pairs.size[side] + 1))
        cell, unit = members(first, units.owner)
        pair = order[cell]
        cosine = cosines(units.vectors, unit, both.vectors[1 - side].runs[0], other[pair])
        whole = np.diff(np.append(units.owner, -1)) != 0  # a lone unit of its sentence: the sentence itself
        score = links[pair] + np.where(whole[unit], 0.05, 0.5) * cosine
        ranking = np.lexsort((-score, unit))
        self.unit, self.pair, self.cosine = unit[ranking], pair[ranking], cosine[ranking]
        starts = np.searchsorted(self.unit, np.arange(len(units.owner)))
        self.rank = np.arange(len(self.unit)) - starts[self.unit]
        self.link = links[self.pair]
        self.other = other[self.pair]
        self.count = len(units.owner)

    def top(self, values: Floats, rank: int, empty: float = 0.0) -> Floats:
        """The value of each unit's pair of a rank."""
        result = np.full(self.count, empty)
        chosen = self.rank == rank
        result[self.unit[chosen]] = values[chosen]
        return result

    def cells(self, both: Both, side: int, units: Units) -> WordCells:
        """The words of the units in their pairs."""
        ranked = self.unit, self.pair, self.rank
        return word_cells(units.words, both.words[side].first, units.owner, ranked, both.matches.first[side])

    def likeliest(self, most: int) -> list[list[int]]:
        """The sentences over there of each unit's likeliest pairs, at most so many, the likeliest first."""
        found: list[list[int]] = [[] for _ in range(self.count)]
        chosen = self.rank < most
        for unit, other in zip(self.unit[chosen].tolist(), self.other[chosen].tolist(), strict=True):
            found[unit].append(other)
        return found


def _of_cosines(both: Both, side: int, units: Units, ranked: Ranked) -> dict[str, Floats]:
    other = both.vectors[1 - side]
    near = both.nearness.near(side, units.part, "sentence").similarity
    others: tuple[Part, ...] = ("pair", "triple", "clause")
    runs = [both.nearness.near(side, units.part, kind).similarity[:, 0] for kind in others]
    own_mean = both.pairs.near[side].similarity.mean(axis=1)[units.owner]
    other_mean = both.pairs.near[1 - side].similarity.mean(axis=1)
    back = both.pairs.near[1 - side].similarity[:, 0]
    margin = ranked.cosine - own_mean[ranked.unit] / 2 - other_mean[ranked.other] / 2
    best, second = _two_best(margin, ranked.unit, ranked.count)
    total = np.zeros((ranked.count, units.vectors.shape[1]), dtype=np.float32)
    union = np.full((ranked.count, max(TOPS)), NO_RIVAL)
    for rank in range(max(TOPS)):
        chosen = ranked.rank == rank
        at = ranked.unit[chosen]
        total[at] += other.runs[0][ranked.other[chosen]]
        length = np.maximum(1e-9, np.linalg.norm(total[at], axis=1))
        union[at, rank] = np.einsum("ud,ud->u", total[at], units.vectors[at]) / length
    usual = float(both.pairs.near[side].similarity[:, 0].mean()) if len(own_mean) else 0.0
    whole = both.pairs.near[side].similarity[:, 0][units.owner]
    return {
        "cosine": near[:, 0],
        "second_cosine": near[:, 1],
        "third_cosine": near[:, 2],
        "run_cosine": runs[0],
        "long_run_cosine": runs[1],
        "clause_cosine": runs[2],
        "union_cosine": union.max(axis=1),
        "union_gain": union.max(axis=1) - union[:, 0],
        "margin": best,
        "second_margin": second,
        "preferred": ranked.top(ranked.cosine - back[ranked.other], 0, -1.0),
        "over_usual": near[:, 0] - usual,
        "of_sentence": near[:, 0] - whole,
        "usual": np.full(ranked.count, usual),
    }


def _two_best(values: Floats, group: Integers, count: int) -> tuple[Floats, Floats]:
    best, second = two_best(values + 2, group, count)
    return best - 2, second - 2


def _of_clauses(both: Both, side: int, units: Units) -> dict[str, Floats]:
    """Of the clauses of the sentence that a unit stands in."""
    own, fit = both.vectors[side], both.clause_fit[side]
    spans = [end - start for clauses in both.stories[side].clauses for start, end in clauses]
    rows, place = members(first_clauses(own), units.owner)
    count, length = len(units.owner), np.array(spans, dtype=float)[rows]
    return {
        "clauses": np.bincount(place, minlength=count).astype(float),
        "worst_clause": smallest(fit[rows], place, count, NO_RIVAL),
        "mean_clause": means(fit[rows], length, place, count, NO_RIVAL),
        "best_clause": largest(fit[rows], place, count, NO_RIVAL),
        "unmet_share": means((fit[rows] < UNMET).astype(float), length, place, count, 0.0),
    }


def _of_words(both: Both, side: int, cells: WordCells) -> dict[str, Floats]:
    words, unit, count = both.words[side], cells.unit, cells.count
    weight = words.weights[cells.word]
    found: dict[str, Floats] = {"words": np.log1p(sums(weight, unit, count))}
    for name, most in (*((str(top), top) for top in TOPS), ("all", None)):
        reached = cells.reached(both.matches.best[side], most, -1.0)
        found[f"cover_{name}"] = means(reached, weight, unit, count, -0.2)
        found[f"weak_{name}"] = means((reached < WEAK).astype(float), weight, unit, count, 1.0)
    found["strongest"] = largest(reached, unit, count, -1.0)
    found["missed_weight"] = sums(weight * (reached < WEAK), unit, count)
    anywhere = np.append(both.anywhere[side], 0.0)[words.alone[cells.word]]
    found["cover_anywhere"] = means(anywhere, weight, unit, count, -0.2)
    found["weak_anywhere"] = means((anywhere < UNMET).astype(float), weight, unit, count, 1.0)
    return found


def _of_facts(both: Both, side: int, units: Units, ranked: Ranked) -> dict[str, Floats]:
    anchors = both.stories[1 - side].vectors.anchors
    everything = frozenset[str]().union(*anchors)
    own = both.stories[side].vectors.anchors
    frequency: dict[str, int] = {}
    for keys in own:
        for key in keys:
            frequency[key] = frequency.get(key, 0) + 1
    near = ranked.likeliest(max(TOPS))
    table = np.full((ranked.count, len(UNIT_GROUPS["facts"])), -1.0)
    for unit, keys in enumerate(units.keys):
        listed = sorted(keys)  # in one order, so that sums are the same
        weights = [1 / frequency.get(key, 1) for key in listed]
        total = sum(weights)
        table[unit, [0, -1]] = total, len(keys - everything)
        if keys:
            given = [frozenset[str]().union(*(anchors[j] for j in near[unit][:top])) for top in TOPS]
            for column, there in enumerate((*given, everything), start=1):
                shared = sum(weight for key, weight in zip(listed, weights, strict=True) if key in there)
                table[unit, column] = shared / total
    return dict(zip(UNIT_GROUPS["facts"], table.T, strict=True))


def _of_links(both: Both, side: int, units: Units, ranked: Ranked, first_links: Floats) -> dict[str, Floats]:
    pairs = both.pairs
    own, other = (pairs.source, pairs.target) if side == 0 else (pairs.target, pairs.source)
    links = np.zeros(len(pairs))
    links[ranked.pair] = ranked.link
    best, _ = two_best(links, own, pairs.size[side])
    there, second = two_best(links, other, pairs.size[1 - side])
    rival = np.where(ranked.link >= there[ranked.other], second[ranked.other], there[ranked.other])
    around = np.concatenate([[0.0], best, [0.0]])
    first = np.zeros(pairs.size[side])
    np.maximum.at(first, own, first_links)
    weight = links**2
    total = max(1e-6, float(weight.sum()))
    cosine = pair_cosines(both)
    closeness = float((weight * cosine).sum()) / total
    weights, of_pair = both.words[side].weights[_word_of_cells(both, side)], _pair_of_cells(both, side)
    cover = sums(both.matches.best[side] * weights, of_pair, len(pairs))
    heavy = sums(weights, of_pair, len(pairs))
    cover = np.divide(cover, heavy, out=np.zeros(len(pairs)), where=heavy > 0)
    likeliest = _likeliest(own, other, links, pairs.size[side])
    known = likeliest[best > 0.5]
    in_order = float((np.diff(known) >= 0).mean()) if len(known) > 1 else 0.5
    none = np.zeros(ranked.count)
    np.add.at(none, ranked.unit, np.log1p(-np.minimum(0.999, ranked.link)))
    return {
        **{f"link_{rank + 1}": ranked.top(ranked.link, rank) for rank in range(3)},
        "link_sum": sums(ranked.link, ranked.unit, ranked.count),
        "link_any": 1 - np.exp(none),
        "first_link": first[units.owner],
        "before": around[units.owner],
        "behind": around[units.owner + 2],
        "told": np.full(ranked.count, best.mean() if len(best) else 0.0),
        "told_there": np.full(ranked.count, there.mean() if len(there) else 0.0),
        "rival": ranked.top(rival, 0),
        "closeness": np.full(ranked.count, closeness),
        "close_cover": np.full(ranked.count, float((weight * cover).sum()) / total),
        "in_order": np.full(ranked.count, in_order),
        "sure_share": np.full(ranked.count, float((best > 0.8).mean()) if len(best) else 0.0),
        "over_closeness": ranked.top(ranked.cosine, 0, NO_RIVAL) - closeness,
    }


def _pair_of_cells(both: Both, side: int) -> Integers:
    """The pair of every word of every pair."""
    return np.repeat(np.arange(len(both.pairs)), np.diff(both.matches.first[side]))


def _word_of_cells(both: Both, side: int) -> Integers:
    """The word of every word of every pair."""
    own = both.pairs.source if side == 0 else both.pairs.target
    return members(both.words[side].first, own)[0]


def _likeliest(own: Integers, other: Integers, links: Floats, count: int) -> Integers:
    """The likeliest counterpart of each sentence; 0 where it has none."""
    order = np.lexsort((-links, own))
    starts = order[np.flatnonzero(np.diff(own[order], prepend=-1))]
    result = np.zeros(count, dtype=np.int64)
    result[own[starts]] = other[starts]
    return result


def _of_place(both: Both, side: int, units: Units) -> dict[str, Floats]:
    story: Story = both.stories[side]
    texts = [story.sentences[i].text[start:end] for i, (start, end) in zip(units.owner, units.spans, strict=True)]
    count = len(texts)
    return {
        "place": units.owner / max(1, both.pairs.size[side]),
        "headline": headlines(story)[units.owner] if count else np.zeros(0),
        "length": np.log(np.maximum(1.0, units.lengths)),
        "quotes": np.array([float(any(mark in text for mark in QUOTES)) for text in texts]),
        "question": np.array([float("?" in text) for text in texts]),
        "size": np.full(count, np.log1p(both.pairs.size[side])),
        "size_there": np.full(count, np.log1p(both.pairs.size[1 - side])),
    }


def _of_beads(both: Both, side: int, units: Units) -> dict[str, Floats]:
    table = np.zeros((both.pairs.size[side], len(UNIT_GROUPS["beads"])))
    for bead in both.beads:
        own, other = (bead.source, bead.target) if side == 0 else (bead.target, bead.source)
        rejected = bead.explanation.rejected if bead.explanation else ()
        for i in own:
            beside = [item.probability for item in rejected if i in (item.source if side == 0 else item.target)]
            row = bead.two_sided, bead.probability, bead.similarity, len(own), len(other), max(beside, default=0.0)
            table[i] = row
    return dict(zip(UNIT_GROUPS["beads"], table[units.owner].T, strict=True))
