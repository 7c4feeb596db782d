"""Measure the comparison of two texts in one language, for which nothing was fitted, and of several versions.

    python -m benchmarks.measure.one_language [--data ../shared/eval] [--stories 12]

Two kinds of pairs, in Russian and in English:

- edited: development stories with their planted edits undone against the edited ones, every fifth other sentence
  removed from the latter. Every sentence is known to be untouched, edited or removed.
- reworded: news that two people translated into Russian independently, every fifth sentence removed from the second
  translation: what is left says the same in other words. Beside it the same with the English original in place of
  the first translation: the models were fitted on these very documents, so that figure is no fair rival.

Then both translations and the original as three versions, another fifth of the sentences removed from each: pairs of
sentences of two versions that stand in one claim, against those that render one sentence; and cells of the matrix.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data.development import STORIES, Row, asked, data_parser, encoder, rows
from translate import Options, compare, compare_many
from translate.comparison import Comparison
from translate.report.passages import sentences_under
from translate.text.document import document_of_sentences

LONE = ("omission", "addition")
EDITS = ("number", "percent", "date", "weekday", "entity", "negation", "clause_drop")
PAIRS = ((0, 1), (0, 2), (1, 2))
STEP = 5  # every so manieth sentence is removed
REWORDED = "dev_docs_wmt21_enru"
Sentences = list[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts with what is known of their sentences.

    Attributes:
        source, target: The sentences, and their languages.
        removed: Of the source, those that the target lacks.
        edited: Of the source, those that the target has with an edit; the kind of edit and the place in the target.
    """

    source: tuple[Sentences, str]
    target: tuple[Sentences, str]
    removed: frozenset[int]
    edited: dict[int, tuple[str, int]]


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--stories", type=int, default=12, help="stories of each set and language")
    given = asked(parser)
    for language in ("en", "ru"):
        show(f"{language}: edited", edited(given.data, language, given.stories))
    show("ru: reworded", reworded(given.data, "ru_alt", given.stories))
    show("en-ru: the same across languages", reworded(given.data, "en", given.stories))
    show_claims(given.data, given.stories)


def edited(folder: Path, language: str, count: int) -> Iterator[Pair]:
    """Stories against themselves with planted edits and removed sentences."""
    for name in STORIES:
        chosen = [row for row in rows(folder, name) if _edits(row, language)][:count]
        for row in chosen:
            yield _edited(row, language)


def _edits(row: Row, language: str) -> dict[int, tuple[str, str]]:
    """By sentence, its only edit and what stood there before."""
    found: dict[int, list[tuple[str, str]]] = {}
    for edit in row["edits"]:
        if edit["type"] in EDITS and edit["side"] == language and len(edit[language]) == 1:
            found.setdefault(edit[language][0], []).append((edit["type"], edit["detail"].get("before", "")))
    return {
        place: of[0] for place, of in found.items() if len(of) == 1 and of[0][1] and of[0][1] != row[language][place]
    }


def _edited(row: Row, language: str) -> Pair:
    text: Sentences = row[language]
    edits = _edits(row, language)
    source = [edits[k][1] if k in edits else sentence for k, sentence in enumerate(text)]
    removed = frozenset(range(1, len(text), STEP)) - edits.keys()
    left = [k for k in range(len(text)) if k not in removed]
    places = {k: (kind, left.index(k)) for k, (kind, _) in edits.items()}
    return Pair((source, language), ([text[k] for k in left], language), removed, places)


def reworded(folder: Path, other: str, count: int) -> Iterator[Pair]:
    """A Russian translation with sentences removed against another one, or against the original."""
    for row in [row for row in rows(folder, REWORDED) if row.get("ru_alt")][:count]:
        removed = frozenset(range(1, len(row["ru"]), STEP))
        left = [sentence for k, sentence in enumerate(row["ru"]) if k not in removed]
        yield Pair((row[other], other[:2]), (left, "ru"), removed, {})


def show(name: str, pairs: Iterator[Pair]) -> None:
    """Compare them and print what was found."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        source, target = (document_of_sentences(*side) for side in (pair.source, pair.target))
        counts += counted(pair, compare(source, target, Options(engine="none"), embedder=encoder(), one_language=True))
    print(f"{name}: {counts['pairs']} pairs, {counts['sentences']} sentences")
    hits, wrong = counts["removed flagged"], counts["kept flagged"]
    print(f"  removed: recall {hits / max(1, counts['removed']):.3f}, precision {hits / max(1, hits + wrong):.3f}")
    print(f"  kept, told in full: {counts['kept in full'] / max(1, counts['kept']):.3f}")
    print(f"  kept sentences with any flag: {counts['untouched flagged'] / max(1, counts['untouched']):.3f}", end="")
    print(f" ({', '.join(f'{kind} {n}' for kind, n in sorted(_of(counts, 'false ').items()))})")
    for kind, all_of in sorted(_of(counts, "edit ").items()):
        print(f"  {kind}: {counts[f'found {kind}']} of {all_of} found, {counts[f'named {kind}']} under a fitting kind")


def _of(counts: Counter[str], prefix: str) -> dict[str, int]:
    return {name.removeprefix(prefix): number for name, number in counts.items() if name.startswith(prefix)}


FITTING = {
    "number": ("number",),
    "percent": ("number",),
    "date": ("date",),
    "weekday": ("date",),
    "entity": ("name", "meaning"),
    "negation": ("negation",),
    "clause_drop": ("partial",),
}


def counted(pair: Pair, found: Comparison) -> Counter[str]:
    """What was found in one pair."""
    counts = Counter(pairs=1, sentences=len(pair.source[0]))
    flags: dict[int, set[str]] = {}
    source_of = {place: k for k, (_, place) in pair.edited.items()}
    for difference in found.differences:
        if difference.kind == "moved":
            continue
        touched = sentences_under(found.source, difference.source)
        if not difference.source:  # what only the target says belongs to the sentence that was edited there, if any
            touched = tuple(source_of[j] for j in sentences_under(found.target, difference.target) if j in source_of)
            counts["kept flagged"] += difference.kind in LONE and not touched
        for k in touched:
            flags.setdefault(k, set()).add(difference.kind)
    for k in range(len(pair.source[0])):
        kinds = flags.get(k, set())
        lone = not kinds.isdisjoint(LONE)
        verdict = found.told.source[k]
        if k in pair.removed:
            counts.update({"removed": 1, "removed flagged": int(lone)})
            continue
        counts.update({"kept": 1, "kept flagged": int(lone)})
        counts["kept in full"] += bool(verdict and verdict.likely and verdict.strength == "full")
        if k in pair.edited:
            kind = pair.edited[k][0]
            counts.update({f"edit {kind}": 1, f"found {kind}": int(bool(kinds))})
            counts[f"named {kind}"] += not kinds.isdisjoint(FITTING[kind])
        else:
            counts.update({"untouched": 1, "untouched flagged": int(bool(kinds))})
            counts.update(f"false {kind}" for kind in kinds)
    return counts


def show_claims(folder: Path, count: int) -> None:
    """Compare two translations and their original as three versions, and print what the matrix has right."""
    counts: Counter[str] = Counter()
    for row in [row for row in rows(folder, REWORDED) if row.get("ru_alt")][:count]:
        kept = [[k for k in range(len(row["en"])) if k % STEP != version + 1] for version in range(3)]
        texts = [
            document_of_sentences([row[side][k] for k in kept[version]], side[:2])
            for version, side in enumerate(("ru", "ru_alt", "en"))
        ]
        found = compare_many(texts, Options(engine="none"), embedder=encoder())
        gold = {
            ((u, i), (v, j)) for u, v in PAIRS for i, k in enumerate(kept[u]) for j, m in enumerate(kept[v]) if k == m
        }
        joined = set()
        for claim in found.claims:
            own = [(v, i) for v in claim.own for i in claim.versions[v].sentences]
            joined |= {(one, other) for one in own for other in own if (one[0], other[0]) in PAIRS}
            said = {kept[v][i] for v, i in own}
            for version, cell in enumerate(claim.versions):
                if version not in claim.own:
                    there = not said.isdisjoint(kept[version])
                    counts[f"{'there' if there else 'missing'} {cell.told}"] += 1
        counts += Counter(gold=len(gold), joined=len(joined), right=len(gold & joined))
    precision, recall = counts["right"] / max(1, counts["joined"]), counts["right"] / max(1, counts["gold"])
    print(f"three versions: sentences in one claim: precision {precision:.3f}, recall {recall:.3f} of {counts['gold']}")
    for state in ("there", "missing"):
        cells = ", ".join(f"{told} {counts[f'{state} {told}']}" for told in ("full", "part", "none"))
        print(f"  versions outside a claim, {state} in truth: {cells}")


if __name__ == "__main__":
    main()
