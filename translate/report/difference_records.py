"""The differences as flat records, one dict each, for tables of any kind: CSV, pandas, a database."""

from typing import TypeAlias

from translate.comparison import Comparison
from translate.differences.difference import Difference, Review
from translate.report.passages import passage
from translate.text.document import Document, Span
from translate.text.shown import one_line
from translate.wording.phrase import said

Value: TypeAlias = str | float | int | None


def difference_records(comparison: Comparison) -> list[dict[str, Value]]:
    """One record for each difference, in reading order, all with the same keys.

    `Comparison.to_records` lists the keys. Texts that are ours are in the language of the interface.
    """
    return [_record(comparison, difference) for difference in comparison.differences]


def _record(comparison: Comparison, difference: Difference) -> dict[str, Value]:
    source, target = passage(comparison, difference, "source"), passage(comparison, difference, "target")
    review = difference.review or Review()
    return {
        "id": difference.id,
        "kind": difference.kind,
        "side": difference.side,
        "severity": difference.severity,
        "confidence": None if difference.by_hand else difference.confidence,
        "bead": difference.bead,
        "source_text": source.text,
        "target_text": target.text,
        "source_words": _words(comparison.source, difference.source),
        "target_words": _words(comparison.target, difference.target),
        "source_translation": source.translation,
        "target_translation": target.translation,
        "message": one_line(said(difference.message)),
        "reason": one_line(said(difference.evidence.reason)),
        "source_start": min((span.start for span in difference.source), default=None),
        "source_end": max((span.end for span in difference.source), default=None),
        "target_start": min((span.start for span in difference.target), default=None),
        "target_end": max((span.end for span in difference.target), default=None),
        "verdict": review.verdict,
        "note": one_line(review.note),
        "kind_found": review.kind_found,
        "severity_found": review.severity_found,
        "by_hand": review.by_hand,
    }


def _words(document: Document, spans: tuple[Span, ...]) -> str:
    return " … ".join(one_line(document.text[span.start : span.end]) for span in spans)
