"""What `compare` flags, from plain texts to differences, held against what is known to differ.

    python -m benchmarks.measure.differences [--data ../shared/eval] [--sample N] [--show N]

Planted edits of the development stories (own sentences, own alignment), flags in untouched parallel news, DEMETR's
controlled errors, omissions that people marked in machine translation, calibration of the confidences, and time. All
is done as `compare` and `find_differences` do it, without the translations. --sample N takes every N-th document,
--show N prints the N surest false alarms and N misses of each kind.
"""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.data.development import STORIES, Row, asked, data_parser, encoder, news, read, rows, told
from benchmarks.measure.alignment_scores import expected_calibration_error
from benchmarks.measure.facts import KIND_OF_EDIT as FACT_OF_EDIT
from translate.alignment.bead import Bead
from translate.alignment.search import align_vectors
from translate.counterparts.judgement import judge
from translate.differences.difference import Difference
from translate.differences.finding import find_all
from translate.differences.same_story import same_story
from translate.engines.encoder import default_encoder
from translate.engines.protocols import Embedder
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences

KIND_OF_EDIT = {**FACT_OF_EDIT, "negation": "negation", "clause_drop": "partial"}
PLANTED = tuple(dict.fromkeys(KIND_OF_EDIT.values()))
# Flags on which 1.5 per 100 pairs are allowed.
SMALL = ("number", "date", "name", "negation", "meaning", "quote", "certainty")
INSIDE = (*SMALL, "partial")  # kinds found inside two-sided beads
# What a flag on a DEMETR pair (Russian source, English target) should be: its kind and the side that has more.
DEMETR_ANSWER = {
    "omission": ("partial", "source"),
    "addition": ("partial", "target"),
    "number": ("number", "both"),
    "date": ("date", "both"),
    "entity": ("name", "both"),
    "negation": ("negation", None),
    "antonym": ("meaning", "both"),
    "mistranslation": ("meaning", "both"),
}
LANGUAGES = ("ru", "en")
SIDES = dict(zip(("source", "target"), LANGUAGES, strict=True))
TIMED_DOCUMENTS = 20
LONGEST_SHOWN = 300  # characters of a sentence


@dataclass
class Flag:
    """One difference in a development story.

    Attributes:
        difference: As found.
        places: Gold sentences of either side that its spans touch.
        right: Whether a planted edit explains it.
    """

    difference: Difference
    places: dict[str, set[int]]
    right: bool = False


def found(source: Story, target: Story, embedder: Embedder | None = None) -> tuple[tuple[Bead, ...], list[Difference]]:
    """Beads of two stories and differences inside them, as `compare` finds them."""
    beads = align_vectors(source.vectors, target.vectors)
    judged = judge(source, target, beads, embedder or encoder())
    if not same_story(source, target, judged.told, judged.links).likely:
        return beads, []
    differences = find_all(source, target, beads, embedder or encoder(), None, judged)
    return beads, [difference for difference in differences if difference.kind in INSIDE]


def found_in_pair(ru: str, en: str) -> list[Difference]:
    """Differences of two sentences that correspond, as `find_differences` finds them."""
    left, right = (
        tell(document_of_sentences([text], side), encoder()) for text, side in zip((ru, en), LANGUAGES, strict=True)
    )
    bead = Bead((0,), (0,), float(left.vectors.runs[0][0] @ right.vectors.runs[0][0]), 1.0)
    return list(find_all(left, right, (bead,), encoder()))


def flags_of(row: Row, differences: Iterable[Difference]) -> list[Flag]:
    """Differences with the gold sentences that they touch."""
    flags = []
    for difference in differences:
        places = {}
        for side, spans in (("ru", difference.source), ("en", difference.target)):
            places[side] = {
                k
                for span in spans
                for k, (start, end) in enumerate(row[f"{side}_offsets"])
                if span.start < end and start < span.end
            }
        flags.append(Flag(difference, places))
    return flags


def answers(flag: Flag, edit: Row) -> bool:
    """Whether a flag tells of an edit: its kind, on the sentences it changed; a dropped clause on the side that has it.

    A flag that marks both sides must touch both.
    """
    if flag.difference.kind != KIND_OF_EDIT[edit["type"]]:
        return False
    if edit["type"] == "clause_drop" and SIDES.get(flag.difference.side) == edit["side"]:
        return False
    marked = [side for side in LANGUAGES if flag.places[side]]
    return bool(marked) and all(flag.places[side] & set(edit[side] or ()) for side in marked)


def stories(documents: Sequence[Row], show: int) -> list[Flag]:
    """Recall of the planted edits by type, precision of the flags by kind; each edit is explained by one flag."""
    planted: Counter[str] = Counter()
    met: Counter[str] = Counter()
    missed: list[tuple[str, str]] = []
    everything: list[Flag] = []
    texts: dict[int, list[str]] = {}
    for row in documents:
        flags = flags_of(row, found(read(row, "ru"), read(row, "en"))[1])
        for edit in (edit for edit in row["edits"] if edit["type"] in KIND_OF_EDIT):
            planted[edit["type"]] += 1
            flag = next((flag for flag in flags if not flag.right and answers(flag, edit)), None)
            if flag:
                flag.right = True
                met[edit["type"]] += 1
            else:
                missed.append((KIND_OF_EDIT[edit["type"]], _missed(row, edit)))
        texts |= {id(flag): _texts(row, flag) for flag in flags}
        everything += flags
    print(f"Stories: planted edits in {len(documents)} stories, own sentences")
    for kind in PLANTED:
        _print_planted(kind, planted, met, [flag for flag in everything if flag.difference.kind == kind])
    for kind in PLANTED:
        wrong = [flag for flag in everything if flag.difference.kind == kind and not flag.right]
        _show_wrong(kind, [(flag.difference, texts[id(flag)]) for flag in wrong], show)
        for text in [text for of, text in missed if of == kind][:show]:
            print(f"MISS {text}")
    return everything


def _print_planted(kind: str, planted: Counter[str], met: Counter[str], flags: Sequence[Flag]) -> None:
    types = [name for name, of in KIND_OF_EDIT.items() if of == kind]
    recall = sum(met[name] for name in types) / max(1, sum(planted[name] for name in types))
    precision = sum(flag.right for flag in flags) / max(1, len(flags))
    each = ", ".join(f"{name} {met[name]}/{planted[name]}" for name in types)
    print(f"  {kind:9s} recall {recall:.3f} ({each})  precision {precision:.3f} of {len(flags)}")


def untouched(documents: Sequence[Row], show: int) -> None:
    """Flags per 100 sentence pairs of parallel news, by kind."""
    pairs = sum(len(row["ru"]) for row in documents)
    wrong: dict[str, list[tuple[Difference, list[str]]]] = {kind: [] for kind in INSIDE}
    for row in documents:
        source, target = told(row, "ru"), told(row, "en")
        beads, differences = found(source, target)
        for difference in differences:
            bead = beads[difference.bead]
            wrong[difference.kind].append((difference, [source.text(bead.source), target.text(bead.target)]))
    print(f"\nUntouched news: flags per 100 of {pairs} sentence pairs")
    for kind in INSIDE:
        print(f"  {kind:9s} {100 * len(wrong[kind]) / pairs:.2f} ({len(wrong[kind])})")
    print(f"  all but partial {100 * sum(len(wrong[kind]) for kind in SMALL) / pairs:.2f}")
    for kind in INSIDE:
        _show_wrong(kind, wrong[kind], show)


def demetr(cases: Sequence[Row], show: int) -> None:
    """DEMETR: share of the pairs with a flag, and with the flag that the error asks for."""
    total: Counter[str] = Counter()
    any_flag: Counter[str] = Counter()
    right: Counter[str] = Counter()
    print(f"\nDEMETR, {len(cases)} Russian-English pairs: any flag, the right flag")
    clean = {(row["src"], row["good"]) for row in cases if row.get("good")}
    clean |= {(row["src"], row["tgt"]) for row in cases if row["label"] == "ok"}
    for label, ru, en in [
        *(("clean", *pair) for pair in sorted(clean)),
        *((row["label"], row["src"], row["tgt"]) for row in cases if row["label"] != "ok"),
    ]:
        differences = found_in_pair(ru, en)
        kind, side = DEMETR_ANSWER.get(label, (None, None))
        hit = any(flag.kind == kind and side in (None, flag.side) for flag in differences)
        total[label] += 1
        any_flag[label] += bool(differences)
        right[label] += hit
        if label == "clean" and differences and any_flag[label] <= show:
            _show_wrong("DEMETR", [(flag, [ru, en]) for flag in differences], show)
        if kind and not hit and total[label] - right[label] <= show:
            print(f"MISS DEMETR {label}\n  {ru}\n  {en}")
    for label in sorted(total):
        share = f"{right[label] / total[label]:.2f}" if label in DEMETR_ANSWER else "   -"
        print(f"  {label:14s} {any_flag[label] / total[label]:.2f}  {share}  of {total[label]}")


def machine_translation(cases: Sequence[Row], show: int) -> None:
    """mqm22, English to Russian: share of the pairs with something found in the source alone."""
    total: Counter[str] = Counter()
    partial: Counter[str] = Counter()
    for row in cases:
        label = {"ok": "clean", "omission": "omission"}.get(row["label"], "other error")
        flags = [flag for flag in found_in_pair(row["tgt"], row["src"]) if flag.kind == "partial"]
        hit = any(flag.side == "target" for flag in flags)
        total[label] += 1
        partial[label] += hit
        if label == "clean" and hit and partial[label] <= show:
            _show_wrong("mqm22", [(flag, [row["src"], row["tgt"]]) for flag in flags], show)
        if label == "omission" and not hit and total[label] - partial[label] <= show:
            print(f"MISS mqm22 omission\n  {row['src']}\n  {row['tgt']}")
    print("\nmqm22: pairs with a partial flag in the English source")
    for label in sorted(total):
        print(f"  {label:12s} {partial[label] / total[label]:.2f} of {total[label]}")


def calibration(flags: Sequence[Flag]) -> None:
    """Expected calibration error of the confidences in the stories, by kind and over all; planted edits alone count as
    right, so natural differences of the references make the confidences look too high."""
    print("\nCalibration on the stories: expected error, mean confidence, share that is right")
    for kind in (*PLANTED, "all"):
        said = [
            (flag.difference.confidence, flag.right)
            for flag in flags
            if flag.difference.kind == kind or (kind == "all" and flag.difference.kind in PLANTED)
        ]
        if said:
            mean = sum(confidence for confidence, _ in said) / len(said)
            share = sum(right for _, right in said) / len(said)
            print(f"  {kind:9s} {expected_calibration_error(said):.3f}  {mean:.2f}  {share:.2f}  of {len(said)}")


def speed(documents: Sequence[Row]) -> None:
    """Milliseconds for each two-sided bead after the encoding, what is encoded for the differences included."""
    seconds, pairs = 0.0, 0
    for row in documents[:TIMED_DOCUMENTS]:
        source, target = told(row, "ru"), told(row, "en")
        beads = align_vectors(source.vectors, target.vectors)
        started = time.perf_counter()
        find_all(source, target, beads, default_encoder())
        seconds += time.perf_counter() - started
        pairs += sum(bead.two_sided for bead in beads)
    print(f"\n{1000 * seconds / max(1, pairs):.1f} ms per sentence pair after encoding, over {pairs} pairs")


def _missed(row: Row, edit: Row) -> str:
    detail = edit["detail"]
    change = detail.get("removed") or f"{detail.get('from')} -> {detail.get('to')}"
    texts = [" ".join(row[side][k] for k in edit[side] or ()) for side in LANGUAGES]
    return "\n  ".join([f"{edit['type']} in {edit['side']}: {change}", *(text[:LONGEST_SHOWN] for text in texts)])


def _texts(row: Row, flag: Flag) -> list[str]:
    return [" ".join(row[side][k] for k in sorted(flag.places[side])) for side in LANGUAGES]


def _show_wrong(kind: str, wrong: Sequence[tuple[Difference, list[str]]], show: int) -> None:
    """The surest false alarms first."""
    for difference, texts in sorted(wrong, key=lambda item: -item[0].confidence)[:show]:
        print(f"FALSE {kind} {difference.confidence:.2f}: {difference.message} {difference.evidence.reason}")
        for reading in difference.evidence.readings:
            print(f"    {reading.side}: {reading.text} = {reading.value}")
        for text in texts:
            print(f"  {text[:LONGEST_SHOWN]}")


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--sample", type=int, default=1, help="take every N-th document")
    parser.add_argument("--show", type=int, default=0, help="print that many false alarms and misses of each kind")
    args = asked(parser)
    folder = args.data
    documents = rows(folder, *news(folder))[:: args.sample]
    flags = stories(rows(folder, *STORIES)[:: args.sample], args.show)
    untouched(documents, args.show)
    demetr(rows(folder, "dev_errors_demetr"), args.show)
    machine_translation(rows(folder, "dev_errors_mqm22"), args.show)
    calibration(flags)
    speed(documents)


if __name__ == "__main__":
    main()
