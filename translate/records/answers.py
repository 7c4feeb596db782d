"""An alignment, the differences of two passages and a detected language as JSON: answers without a comparison."""

from collections.abc import Sequence
from typing import Final

from translate.alignment.bead import Bead
from translate.differences.difference import Difference
from translate.records.comparison_record import difference_record, json_text
from translate.records.typed_json import to_json
from translate.text.detection import Detection
from translate.text.document import Document
from translate.wording.stored import DIGITS

SCHEMA: Final = "parallax/alignment/1"
OF_DIFFERENCES: Final = "parallax/differences/1"
OF_DETECTION: Final = "parallax/detection/1"


def alignment_json(source: Document, target: Document, beads: tuple[Bead, ...]) -> str:
    """The alignment as JSON: the sentences of both sides, and beads of indices into them."""
    record = {
        "schema": SCHEMA,
        "source": _side(source),
        "target": _side(target),
        "beads": [_bead(bead) for bead in beads],
    }
    return json_text(record)


def differences_json(differences: Sequence[Difference]) -> str:
    """The differences of two passages as JSON, each as in a comparison."""
    return json_text({"schema": OF_DIFFERENCES, "differences": [difference_record(each) for each in differences]})


def detection_json(detection: Detection) -> str:
    """The language of a text as JSON: its code, how sure that is, and why."""
    record = {
        "schema": OF_DETECTION,
        "language": detection.language,
        "probability": round(detection.probability, DIGITS),
        "reason": to_json(detection.reason),
    }
    return json_text(record)


def _side(document: Document) -> dict[str, object]:
    sentences = [document.sentence_text(i) for i in range(len(document.sentences))]
    return {"language": document.language, "sentences": sentences}


def _bead(bead: Bead) -> dict[str, object]:
    record: dict[str, object] = {
        "source": list(bead.source),
        "target": list(bead.target),
        "similarity": round(bead.similarity, DIGITS),
        "probability": round(bead.probability, DIGITS),
    }
    return record | {"moved": True} if bead.moved else record
