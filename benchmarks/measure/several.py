"""Measure what several versions of one story tell: two outlets, each in Russian and in English.

    python -m benchmarks.measure.several [--data ../shared/eval] [--half looked|counted] [--sweep]

The data are real articles of two outlets about one event, linked by hand, and their professional translations. The
links of one outlet's Russian and the other's English hold for all four versions, as line i of a translation is line i
of its original: so they are gold within Russian and within English too, where nothing was fitted. The models of
counterparts have seen these very documents across languages, not within one.

Of every two versions: sentences that the other outlet does not tell, as the comparison flags them. Of all four: pairs
of sentences that stand in one claim, and claims that one outlet has alone. Every other event was looked at while the
thresholds of clusters were held against them; the others were only counted. `--sweep` prints the claims for other
thresholds.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from unittest.mock import patch

from benchmarks.data.development import Row, asked, data_parser, encoder, rows
from benchmarks.data.retold_stories import REAL
from translate import Options, Versions, compare_many
from translate.report.passages import sentences_under
from translate.several import clusters
from translate.several.matrix import versions_of
from translate.text.document import document_of_sentences
from translate.text.sides import SIDES, on_side

LONE = ("omission", "addition")
SIDES_OF = (("ru", 0), ("ru", 1), ("en", 0), ("en", 1))  # language and outlet of each version
HALVES = ("looked", "counted")
SWEPT = (0.25, 0.4, 0.5, 0.6, 0.75, 1.0)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Event:
    """One event as two outlets tell it.

    Attributes:
        texts: Sentences by language and outlet.
        links: Sentences of the first and the second outlet that tell of the same thing, and whether in full.
        alone: Of each outlet, sentences of which the other tells nothing.
    """

    texts: dict[tuple[str, int], list[str]]
    links: dict[tuple[int, int], bool]
    alone: tuple[frozenset[int], frozenset[int]]

    def same(self, one: tuple[int, int], other: tuple[int, int]) -> bool | None:
        """Whether a sentence of an outlet and another one say the same: in full, in part (False) or not (None)."""
        (first, i), (second, j) = sorted((one, other))
        return (True if i == j else None) if first == second else self.links.get((i, j))


def events(rows_of: Iterable[Row]) -> Iterator[Event]:
    """The events of which both outlets are there in both languages."""
    linked = {(row["ru_doc"], row["en_doc"]): row for row in rows_of if row.get("links")}
    for (first, second), row in sorted(linked.items()):
        turned = linked.get((second, first))
        if turned is None or first > second:
            continue
        texts = {("ru", 0): row["ru"], ("en", 1): row["en"], ("ru", 1): turned["ru"], ("en", 0): turned["en"]}
        links = {(i, j): link["strength"] == "full" for link in row["links"] for i in link["ru"] for j in link["en"]}
        yield Event(texts, links, (frozenset(row["ru_uncovered"]), frozenset(row["en_uncovered"])))


def compared(event: Event) -> Versions:
    """The four versions of an event."""
    texts = [document_of_sentences(event.texts[side], side[0]) for side in SIDES_OF]
    return compare_many(texts, Options(engine="none"), embedder=encoder())


def lone_counts(event: Event, found: Versions) -> Counter[str]:
    """Sentences that the other outlet does not tell, for every two versions of two outlets, by their languages."""
    counts: Counter[str] = Counter()
    for pair, comparison in found.comparisons.items():
        (one, first), (other, second) = (SIDES_OF[version] for version in pair)
        if first == second:
            continue
        kind = "-".join(sorted({one, other})) if one != other else f"{one}-{one}"
        for side, outlet in zip(SIDES, (first, second), strict=True):
            document = on_side(comparison, side)
            flagged = {
                i
                for difference in comparison.differences
                if difference.kind in LONE
                for i in sentences_under(document, on_side(difference, side))
            }
            alone = event.alone[outlet]
            counts += Counter({f"{kind} alone": len(alone), f"{kind} flagged": len(flagged)})
            counts[f"{kind} right"] += len(flagged & alone)
            counts[f"{kind} sentences"] += len(document.sentences)
    return counts


def claim_counts(event: Event, found: Versions) -> Counter[str]:
    """Pairs of sentences of two versions in one claim, and claims of one outlet alone."""
    counts: Counter[str] = Counter()
    places = [(v, i) for v, document in enumerate(found.documents) for i in range(len(document.sentences))]
    row_of = {
        (v, i): number
        for number, claim in enumerate(found.claims)
        for v in claim.own
        for i in claim.versions[v].sentences
    }
    for one, other in combinations(places, 2):
        if one[0] == other[0]:
            continue
        outlet, other_outlet = SIDES_OF[one[0]][1], SIDES_OF[other[0]][1]
        kind = "translated" if outlet == other_outlet else "of two outlets"
        same = event.same((outlet, one[1]), (other_outlet, other[1]))
        joined = one in row_of and row_of.get(one) == row_of.get(other)
        counts[f"{kind} gold"] += same is True
        counts[f"{kind} joined"] += joined
        counts[f"{kind} found"] += joined and same is True
        counts[f"{kind} right"] += joined and same is not None
    for claim in found.claims:
        outlets = {SIDES_OF[v][1] for v in claim.own}
        telling = {SIDES_OF[v][1] for v in claim.telling}
        gold = len(outlets) == 1 and all(
            i in event.alone[SIDES_OF[v][1]] for v in claim.own for i in claim.versions[v].sentences
        )
        counts += Counter({"claims": 1, "own gold": int(gold), "own told": int(len(telling) == 1)})
        counts["own right"] += gold and len(telling) == 1
        for version, cell in enumerate(claim.versions):
            if outlets == {0, 1} or SIDES_OF[version][1] in outlets:
                continue  # judged against the other outlet alone
            counts[f"cell {'alone' if gold else 'told'} {cell.told}"] += 1
    return counts


def share(counts: Counter[str], part: str, whole: str) -> str:
    """A share with what it is of."""
    return f"{counts[part] / max(1, counts[whole]):.3f} of {counts[whole]}"


def show_claims(counts: Counter[str]) -> None:
    """Print what the matrix has right."""
    for kind in ("translated", "of two outlets"):
        precision, recall = (
            share(counts, f"{kind} right", f"{kind} joined"),
            share(counts, f"{kind} found", f"{kind} gold"),
        )
        print(f"  in one claim, {kind}: precision {precision}, recall {recall}")
    precision, recall = share(counts, "own right", "own told"), share(counts, "own right", "own gold")
    print(f"  claims of one outlet alone: precision {precision}, recall {recall}; {counts['claims']} claims")
    for gold in ("told", "alone"):
        cells = ", ".join(f"{told} {counts[f'cell {gold} {told}']}" for told in ("full", "part", "none"))
        truth = "told at least in part" if gold == "told" else "not told"
        print(f"  cells of the other outlet, {truth} in truth: {cells}")


def show(name: str, found: Sequence[tuple[Event, Versions]]) -> None:
    """Print the figures of some events."""
    lone, claims = Counter[str](), Counter[str]()
    for event, versions in found:
        lone += lone_counts(event, versions)
        claims += claim_counts(event, versions)
    print(f"{name}: {len(found)} events")
    for kind in ("ru-ru", "en-en", "en-ru"):
        precision, recall = (
            share(lone, f"{kind} right", f"{kind} flagged"),
            share(lone, f"{kind} right", f"{kind} alone"),
        )
        print(f"  {kind}, sentences of one outlet alone: precision {precision}, recall {recall}")
    show_claims(claims)


def sweep(found: Sequence[tuple[Event, Versions]]) -> None:
    """Print the claims for other thresholds; the comparisons are the same."""
    for most in (1, 2, 3, 5):
        for linked in SWEPT:
            counts = Counter[str]()
            with patch.object(clusters, "MOST", most), patch.object(clusters, "LINKED", linked):
                for event, old in found:
                    counts += claim_counts(event, versions_of(old.names, old.documents, old.comparisons))
            print(f"MOST {most}, LINKED {linked}")
            show_claims(counts)


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--half", choices=HALVES, help="of the events; both if left out")
    parser.add_argument("--sweep", action="store_true", help="print the claims for other thresholds")
    given = asked(parser)
    all_events = list(events(rows(given.data, *REAL)))
    for number, half in enumerate(HALVES):
        if given.half in (None, half):
            found = [(event, compared(event)) for event in all_events[number::2]]
            show(half, found)
            if given.sweep:
                sweep(found)


if __name__ == "__main__":
    main()
