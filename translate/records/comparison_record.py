"""A Comparison as JSON, schema parallax/comparison/1, and back: the format that scripts stand on."""

import json
import math
import re
from dataclasses import asdict
from typing import Any

from translate.alignment.bead import Bead, Explanation, Rejected
from translate.comparison import Comparison
from translate.differences.conflicts.fact import Fact, Said
from translate.differences.difference import Candidate, Difference, Evidence, Reading, Review, in_reading_order
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Translation, Translations
from translate.errors import InputError
from translate.records.recognition import recognised
from translate.text.document import Document, Sentence, Span
from translate.wording.phrase import Phrase

SCHEMA = "parallax/comparison/1"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_report(comparison: Comparison) -> str:
    """The whole comparison; the same comparison always gives the same bytes.

    Raises:
        ValueError: A number in the comparison is not finite.
    """
    return json_text(comparison_record(comparison))


def json_text(record: dict[str, Any]) -> str:
    """Plain dicts and lists as JSON that UTF-8 can hold.

    Raises:
        ValueError: A number is not finite.
    """
    text = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    # UTF-8 cannot hold a lone surrogate, which badly decoded text may contain; an escape can.
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain dicts and lists, keys in the order of the contract."""
    return {
        "schema": SCHEMA,
        "source": _document(comparison.source),
        "target": _document(comparison.target),
        "beads": [_bead(bead) for bead in comparison.beads],
        "differences": [_difference(difference) for difference in _all_differences(comparison)],
        "facts": [asdict(fact) for fact in comparison.facts],
        "coverage": _rounded(asdict(comparison.coverage)),
        "same_story": {"probability": _rounded(comparison.same_story.probability)},
        "translation": {
            "source": _translation(comparison.translation.source),
            "target": _translation(comparison.translation.target),
            "warnings": list(comparison.translation.warnings),
        },
        "signature": comparison.signature,
    }


def comparison_from_json(text: str) -> Comparison:
    """Read a comparison back.

    The JSON does not carry everything: `Document.foreign` and the warnings of a single translation come back empty
    (the joint warnings stay), a translation's running text is joined again from its sentences. Messages, reasons and
    warnings of Parallax are phrases again, which can be told in another language.

    Raises:
        InputError: The text is not a comparison of this schema.
    """
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            Phrase("This is not JSON ({error}). Give a file written with --format json.", error=error)
        ) from error
    schema = record.get("schema") if isinstance(record, dict) else None
    if schema != SCHEMA:
        raise InputError(
            Phrase(
                "Expected a comparison of schema {expected}, found {found}.", expected=repr(SCHEMA), found=repr(schema)
            )
        )
    try:
        return _comparison(record)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            Phrase(
                "The comparison is damaged ({kind}: {error}). Write it again.", kind=type(error).__name__, error=error
            )
        ) from error


def _rounded(value: Any) -> Any:
    """The value with every float, at any depth, rounded to 4 decimals; tuples become lists."""
    if isinstance(value, float):
        # + 0.0 turns -0.0 into 0.0; a value that is not finite is left for json.dumps to refuse
        return round(value, 4) + 0.0 if math.isfinite(value) else value
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value


def _document(document: Document) -> dict[str, Any]:
    return {
        "language": document.language,
        "text": document.text,
        "sentences": [asdict(sentence) for sentence in document.sentences],
    }


def _bead(bead: Bead) -> dict[str, Any]:
    record: dict[str, Any] = _rounded(asdict(bead))
    if not bead.moved:
        del record["moved"]
    if bead.explanation is None:
        del record["explanation"]
    elif not bead.explanation.by_hand:
        del record["explanation"]["by_hand"]
    return record


def _all_differences(comparison: Comparison) -> tuple[Difference, ...]:
    """Also those that a reviewer rejected: scripts see the verdict, and reading back loses nothing."""
    if not comparison.rejected:
        return comparison.differences
    return in_reading_order((*comparison.differences, *comparison.rejected))


def _rejected(difference: Difference) -> bool:
    return difference.review is not None and difference.review.verdict == "rejected"


def _difference(difference: Difference) -> dict[str, Any]:
    record: dict[str, Any] = _rounded(asdict(difference))
    review = record.pop("review")
    if review is not None:
        record["review"] = {name: value for name, value in review.items() if value}
    return record


def _translation(translation: Translation) -> dict[str, Any]:
    return {
        "engine": translation.engine,
        "package": translation.package,
        "sentences": list(translation.sentences),
    }


def _comparison(record: dict[str, Any]) -> Comparison:
    source, target = _read_document(record["source"]), _read_document(record["target"])
    translation = record["translation"]
    differences = [_read_difference(difference) for difference in record["differences"]]
    return Comparison(
        source=source,
        target=target,
        beads=tuple(_read_bead(bead) for bead in record["beads"]),
        differences=tuple(found for found in differences if not _rejected(found)),
        coverage=Coverage(**record["coverage"]),
        same_story=SameStory(**record["same_story"]),
        translation=Translations(
            source=_read_translation(translation["source"], source),
            target=_read_translation(translation["target"], target),
            warnings=tuple(map(recognised, translation["warnings"])),
        ),
        signature=record["signature"],
        facts=tuple(_read_fact(fact) for fact in record.get("facts", ())),  # absent in files of earlier versions
        rejected=tuple(found for found in differences if _rejected(found)),
    )


def _read_document(record: dict[str, Any]) -> Document:
    return Document(record["language"], record["text"], tuple(Sentence(**sentence) for sentence in record["sentences"]))


def _read_bead(record: dict[str, Any]) -> Bead:
    explanation = record.get("explanation")  # absent in files of earlier versions
    return Bead(**_with_tuples(record) | {"explanation": _read_explanation(explanation) if explanation else None})


def _read_explanation(record: dict[str, Any]) -> Explanation:
    rejected = tuple(Rejected(**_with_tuples(other)) for other in record["rejected"])
    return Explanation(**{**record, "shared": tuple(record["shared"]), "rejected": rejected})


def _with_tuples(record: dict[str, Any]) -> dict[str, Any]:
    """A record whose sentences of either side are tuples again."""
    return {**record, "source": tuple(record["source"]), "target": tuple(record["target"])}


def _read_difference(record: dict[str, Any]) -> Difference:
    evidence = record["evidence"]
    return Difference(
        **{
            **record,
            "source": tuple(Span(**span) for span in record["source"]),
            "target": tuple(Span(**span) for span in record["target"]),
            "message": recognised(record["message"]),
            "evidence": Evidence(
                reason=recognised(evidence["reason"]),
                readings=tuple(Reading(**reading) for reading in evidence["readings"]),
                candidates=tuple(Candidate(**candidate) for candidate in evidence["candidates"]),
            ),
            "review": Review(**record["review"]) if "review" in record else None,
        }
    )


def _read_fact(record: dict[str, Any]) -> Fact:
    said = {side: tuple(Said(**place) for place in record[side]) for side in ("source", "target")}
    return Fact(**{**record, **said})


def _read_translation(record: dict[str, Any], document: Document) -> Translation:
    sentences = tuple(record["sentences"])
    paragraphs: dict[int, list[str]] = {}
    for sentence, translated in zip(document.sentences, sentences, strict=True):
        if translated:
            paragraphs.setdefault(sentence.paragraph, []).append(translated)
    text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs.values())
    return Translation(text, sentences, record["engine"], record["package"])
