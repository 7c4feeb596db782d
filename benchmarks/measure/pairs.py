"""Measure what is found in sentence pairs with one known difference, and what is flagged where both say the same.

    python -m benchmarks.measure.pairs [--data ../shared/eval]

Prints for the pairs whose misses were read while lists and rules were written (our own and the odd lines of dev_pairs),
and for those that nobody read (`kept_back` and the even lines): how many of the differences a flag meets,
by kind, how many of the pairs that say the same are flagged, by what, and the calibration error of the confidences.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from benchmarks.data.development import Row, asked, data_parser
from benchmarks.data.sentence_pairs import LANGUAGES, kept_back, read, words_of
from benchmarks.measure.alignment_scores import expected_calibration_error
from translate import Difference, Options, find_differences
from translate.errors import TranslateError
from translate.options import OperatingPoint

POINTS: tuple[OperatingPoint, ...] = ("careful", "balanced", "sensitive")


def flags(row: Row, point: OperatingPoint) -> tuple[Difference, ...]:
    """What is found in a pair; nothing where a sentence is refused."""
    try:
        return find_differences(row["ru"], row["en"], Options(operating_point=point))
    except TranslateError:
        return ()


def meets(row: Row, found: Difference) -> bool:
    """Whether a flag stands on some of the words that differ, on either side."""
    for language, spans in zip(LANGUAGES, (found.source, found.target), strict=True):
        words = words_of(row, language)
        if words and any(span.start < words[1] and words[0] < span.end for span in spans):
            return True
    return False


def print_score(name: str, found: Sequence[Row], point: OperatingPoint) -> None:
    kinds: Counter[str] = Counter(row["kind"] for row in found)
    met: Counter[str] = Counter()
    false: Counter[str] = Counter()
    beside, said = 0, defaultdict(list)
    flagged = 0
    for row in found:
        told = flags(row, point)
        right = [row["kind"] != "same" and meets(row, each) for each in told]
        for each, true in zip(told, right, strict=True):
            said[each.kind].append((each.confidence, true))
        if row["kind"] == "same":
            flagged += bool(told)
            false.update(each.kind for each in told)
        else:
            met[row["kind"]] += any(right)
            beside += right.count(False)
    different = len(found) - kinds["same"]
    print(
        f"{name}, {point}: {sum(met.values()) / different:.2f} of {different} differences found, "
        f"{100 * beside / different:.1f} flags beside them for 100; of {kinds['same']} pairs that say the same "
        f"{flagged / kinds['same']:.3f} flagged {dict(false)}"
    )
    shares = {kind: f"{met[kind] / count:.2f}" for kind, count in sorted(kinds.items()) if kind != "same"}
    print(f"  found: {shares}")
    right_of = {kind: f"{sum(true for _, true in of)}/{len(of)}" for kind, of in sorted(said.items())}
    error = expected_calibration_error([each for of in said.values() for each in of])
    print(f"  flags right: {right_of}; calibration error {error:.3f}")


def main() -> None:
    given = asked(data_parser(__doc__))
    for point in POINTS:
        print_score("read", read(given.data), point)
        print_score("kept back", kept_back(given.data), point)


if __name__ == "__main__":
    main()
