"""How well numbers, dates and names are compared.

    python -m benchmarks.measure.facts [--data ../shared/eval] [--show 20]

On gold-aligned sentences: recall and precision for the planted edits of the development stories, false alarms per 100
untouched sentence pairs, DEMETR's controlled errors, and milliseconds per sentence.
"""

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.data.development import STORIES, asked, data_parser, news, rows
from translate.differences.conflicts.opposition import FactConflict
from translate.facts.mention import Facts
from translate.facts.reading import read_facts
from translate.testing import compare_facts

KIND_OF_EDIT = {"number": "number", "percent": "number", "date": "date", "weekday": "date", "entity": "name"}


def main() -> None:
    """Print the tables."""
    parser = data_parser(__doc__)
    parser.add_argument("--show", type=int, default=0, help="print that many false alarms and misses of each kind")
    args = asked(parser)
    stories(args.data, args.show)
    untouched(args.data, args.show)
    demetr(args.data)


def neighbours(facts: Sequence[Facts], bead: Sequence[int]) -> list[Facts]:
    """Facts of the sentences before and after a bead."""
    return [facts[i] for i in (bead[0] - 1, bead[-1] + 1) if 0 <= i < len(facts)]


def stories(data: Path, show: int) -> None:
    """Planted edits found, and what else was flagged, over all two-sided gold beads."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    right: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for story in rows(data, *STORIES):
        ru, en = ([read_facts(text, side) for text in story[side]] for side in ("ru", "en"))
        edits = [edit for edit in story["edits"] if edit["type"] in KIND_OF_EDIT]
        for beads in story["beads"]:
            if not beads[0] or not beads[1]:
                continue
            here = [
                edit
                for edit in edits
                if set(edit["ru"] or ()) & set(beads[0]) and set(edit["en"] or ()) & set(beads[1])
            ]
            conflicts = compare_facts(
                [ru[i] for i in beads[0]],
                [en[j] for j in beads[1]],
                near_source=neighbours(ru, beads[0]),
                near_target=neighbours(en, beads[1]),
            )
            kinds = {conflict.kind for conflict in conflicts}
            texts = [" ".join(story[side][i] for i in bead) for side, bead in zip(("ru", "en"), beads, strict=True)]
            for edit in here:
                planted[edit["type"]] += 1
                kind = KIND_OF_EDIT[edit["type"]]
                found[edit["type"]] += kind in kinds
                if kind not in kinds and shown[f"miss {kind}"] < show:
                    shown[f"miss {kind}"] += 1
                    change = f"{edit['detail']['from']} -> {edit['detail']['to']}"
                    print(f"MISS {edit['type']} {change}", *texts, sep="\n  ")
            for conflict in conflicts:
                flagged[conflict.kind] += 1
                if any(KIND_OF_EDIT[edit["type"]] == conflict.kind for edit in here):
                    right[conflict.kind] += 1
                elif shown[f"false {conflict.kind}"] < show:
                    shown[f"false {conflict.kind}"] += 1
                    print_conflict("STORY", conflict, texts)
    print("\nStories: planted edits found, and precision of all flags on their gold beads")
    for kind in ("number", "date", "name"):
        types = [name for name, of in KIND_OF_EDIT.items() if of == kind]
        per_type = ", ".join(f"{name} {found[name]}/{planted[name]}" for name in types)
        recall = sum(found[name] for name in types) / max(1, sum(planted[name] for name in types))
        precision = right[kind] / max(1, flagged[kind])
        print(f"  {kind:<7} recall {recall:.3f} ({per_type})  precision {precision:.3f} of {flagged[kind]}")


def untouched(data: Path, show: int) -> None:
    """False alarms on sentence-parallel news, each line with its neighbours."""
    alarms: Counter[str] = Counter()
    pairs, seconds, sentences = 0, 0.0, 0
    shown: Counter[str] = Counter()
    for document in rows(data, *news(data)):
        started = time.perf_counter()
        ru, en = ([read_facts(text, side) for text in document[side]] for side in ("ru", "en"))
        seconds += time.perf_counter() - started
        sentences += len(ru) + len(en)
        for i in range(min(len(ru), len(en))):
            pairs += 1
            for conflict in compare_facts(
                [ru[i]], [en[i]], near_source=neighbours(ru, [i]), near_target=neighbours(en, [i])
            ):
                alarms[conflict.kind] += 1
                if shown[conflict.kind] < show:
                    shown[conflict.kind] += 1
                    print_conflict(document["id"], conflict, [document["ru"][i], document["en"][i]])
    print(f"\nUntouched news: flags per 100 of {pairs} sentence pairs")
    for kind in ("number", "date", "name"):
        print(f"  {kind:<7} {100 * alarms[kind] / pairs:.2f} ({alarms[kind]})")
    print(f"  total   {100 * sum(alarms.values()) / pairs:.2f}")
    print(f"Reading: {1000 * seconds / sentences:.2f} ms per sentence")


def demetr(data: Path) -> None:
    """DEMETR's controlled errors that a fact flag finds, and flags on its clean and otherwise changed pairs."""
    total: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for row in rows(data, "dev_errors_demetr"):
        conflicts = compare_facts([read_facts(row["src"], "ru")], [read_facts(row["tgt"], "en")])
        total[row["label"]] += 1
        hits[row["label"]] += bool(conflicts)
    print("\nDEMETR: pairs with a flag")
    for label in sorted(total):
        print(f"  {label:<15} {hits[label]}/{total[label]}")


def print_conflict(where: str, conflict: FactConflict, texts: Sequence[str]) -> None:
    """One flag with its sentences."""
    print(f"{where} {conflict.kind} {conflict.confidence}: {conflict.reason}", *texts, sep="\n  ")


if __name__ == "__main__":
    main()
