"""Versions as JSON, schema parallax/versions/1."""

from typing import Any, Final

from translate.records.comparison_record import comparison_record, json_text
from translate.records.typed_json import to_json
from translate.several.versions import Claim, Versions
from translate.wording.stored import DIGITS

SCHEMA: Final = "parallax/versions/1"


def json_report(versions: Versions) -> str:
    """All that was found; the same versions always give the same bytes.

    Every entry of `comparisons` holds a whole comparison of the schema parallax/comparison/1, so that it can be opened
    by itself; versions, sentences and claims are named by their indices everywhere.
    """
    record = {
        "schema": SCHEMA,
        "versions": [
            {
                "name": name,
                "language": document.language,
                "text": document.text,
                "sentences": to_json(document.sentences),
            }
            for name, document in zip(versions.names, versions.documents, strict=True)
        ],
        "claims": [_claim(claim) for claim in versions.claims],
        "coverage": to_json(versions.coverage, DIGITS),
        "conflicts": [
            {
                "first": conflict.first,
                "second": conflict.second,
                "difference": conflict.difference.id,
                "kind": conflict.difference.kind,
                "claims": list(conflict.claims),
            }
            for conflict in versions.conflicts
        ],
        "comparisons": [
            {"first": first, "second": second, "comparison": comparison_record(found)}
            for (first, second), found in sorted(versions.comparisons.items())
        ],
    }
    return json_text(record)


def _claim(claim: Claim) -> dict[str, Any]:
    return {"own": list(claim.own), "versions": [to_json(cell, DIGITS) for cell in claim.versions]}
