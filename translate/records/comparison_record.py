"""A Comparison as JSON, schema parallax/comparison/1, and back: the format that scripts stand on."""

import json
from dataclasses import dataclass, fields
from typing import Any

from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.counterparts.relation import Relation
from translate.counterparts.told import NOTHING_JUDGED, Counterpart, ToldSides
from translate.differences.conflicts.fact import Fact
from translate.differences.difference import Difference
from translate.differences.identity import in_reading_order
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Guess, Translation, Translations, assembled
from translate.errors import InputError
from translate.facts.terms import TermUse
from translate.records.soundness import require_sound_comparison
from translate.records.strict_json import given_json
from translate.records.typed_json import from_json, to_json, without_empty
from translate.text.document import Document, Sentence, Span
from translate.text.origin import Origin
from translate.text.shown import STEERING
from translate.wording.phrase import Phrase, Telling
from translate.wording.stored import DIGITS

SCHEMA = "parallax/comparison/1"


@dataclass(frozen=True, slots=True)
class _Text:
    """A document without what only the comparing needs.

    Attributes:
        origin: The file that it was read from, where more is known of it than its text. Absent otherwise.
    """

    language: str
    text: str
    sentences: tuple[Sentence, ...]
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class _Translated:
    """A translation sentence by sentence.

    Attributes:
        by_hand: Sentences whose translation a reviewer mended; absent where there are none.
        unknown: For each sentence, where in its gloss words are left as they stand because no dictionary knows them.
            Absent where there are none.
        guesses: For each sentence, which words of its gloss are only likely. Absent likewise.
    """

    engine: str
    package: str | None
    sentences: tuple[str, ...]
    by_hand: tuple[int, ...] = ()
    unknown: tuple[tuple[Span, ...], ...] = ()
    guesses: tuple[tuple[Guess, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Translations:
    """Both texts, each in the language of the other; warnings gather what concerns either side."""

    source: _Translated
    target: _Translated
    warnings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonFile:
    """What one run found about two versions of a story, in the order of the contract.

    Attributes:
        facts: Absent in files of earlier versions.
        counterparts: Sentences that tell of the same thing; a sentence may stand in several. Absent likewise.
        told: Whether the whole other text tells each sentence. Absent likewise.
        relation: Whether the texts translate or retell each other. Absent likewise.
        terms: Where either text has terms of the user's glossary. Absent where there are none.
    """

    schema: str
    source: _Text
    target: _Text
    beads: tuple[Bead, ...]
    differences: tuple[Difference, ...]
    facts: tuple[Fact, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    told: ToldSides = NOTHING_JUDGED
    relation: Relation | None = None
    terms: tuple[TermUse, ...] = ()
    coverage: Coverage
    same_story: SameStory
    translation: _Translations
    signature: str


def json_report(comparison: Comparison) -> str:
    """The whole comparison; the same comparison always gives the same bytes.

    Raises:
        ValueError: A number in the comparison is not finite.
    """
    return json_text(comparison_record(comparison))


def json_text(record: dict[str, Any]) -> str:
    """Plain dicts and lists as JSON that UTF-8 can hold, and that a terminal can show.

    Raises:
        ValueError: A number is not finite.
    """
    text = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    # UTF-8 cannot hold a lone surrogate, which badly decoded text may contain; an escape can.
    return STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain dicts and lists, keys in the order of the contract."""
    translation = comparison.translation
    return {
        "schema": SCHEMA,
        "source": without_empty(to_json(_text(comparison.source)), "origin"),
        "target": without_empty(to_json(_text(comparison.target)), "origin"),
        "beads": [_bead(bead) for bead in comparison.beads],
        "differences": [difference_record(difference) for difference in _all_differences(comparison)],
        "facts": [_without_empty_words(to_json(fact), ("source", "target")) for fact in comparison.facts],
        **_judged(comparison),
        **({"terms": to_json(comparison.terms)} if comparison.terms else {}),
        "coverage": to_json(comparison.coverage, DIGITS),
        "same_story": to_json(comparison.same_story, DIGITS),
        "translation": {
            "source": _translated(translation.source),
            "target": _translated(translation.target),
            "warnings": to_json(translation.warnings),
        },
        "signature": comparison.signature,
    }


def comparison_from_json(text: str) -> Comparison:
    """Read a comparison back.

    The JSON does not carry everything: `Document.foreign` and the warnings of a single translation come back empty
    (the joint warnings stay), a translation's running text is joined again from its sentences. Messages, reasons and
    warnings of Parallax are phrases again, which can be told in another language; in files of earlier versions they are
    plain English, and so they stay.

    Raises:
        InputError: The text is not a comparison of this schema.
    """
    return comparison_of_record(given_json(text))


def comparison_of_record(record: Any) -> Comparison:
    """The same from plain dicts and lists, as `comparison_record` makes them.

    Raises:
        InputError: It is not a comparison of this schema.
    """
    require_schema(record, SCHEMA)
    try:
        comparison = _comparison(from_json(ComparisonFile, _known(record)))
        require_sound_comparison(comparison)
    except ValueError as error:
        raise InputError(Phrase("The comparison is damaged: {error}. Write it again.", error=error)) from error
    return comparison


def require_schema(record: Any, expected: str) -> None:
    """Raise InputError unless what was read from a file says that it follows a schema."""
    schema = record.get("schema") if isinstance(record, dict) else None
    if schema != expected:
        raise InputError(
            Phrase(
                "Expected a comparison of schema {expected}, found {found}.",
                expected=repr(expected),
                found=repr(schema),
            )
        )


def _known(record: dict[str, Any]) -> dict[str, Any]:
    """The entries that this version knows: a later one may add others to the same schema."""
    names = {field.name for field in fields(ComparisonFile)}
    return {name: value for name, value in record.items() if name in names}


def _judged(comparison: Comparison) -> dict[str, Any]:
    """What is told over there; nothing of a comparison that was read from a file of an earlier version."""
    names = ("counterparts", "told", "relation") if comparison.relation else ()
    return {name: to_json(getattr(comparison, name), DIGITS) for name in names}


def _text(document: Document) -> _Text:
    return _Text(document.language, document.text, document.sentences, document.origin)


def _translated(translation: Translation) -> dict[str, Any]:
    made = _Translated(
        translation.engine,
        translation.package,
        translation.sentences,
        by_hand=translation.by_hand,
        unknown=translation.unknown,
        guesses=translation.guesses,
    )
    return without_empty(to_json(made), "by_hand", "unknown", "guesses")


def _bead(bead: Bead) -> dict[str, Any]:
    record = without_empty(to_json(bead, DIGITS), "moved", "explanation")
    if bead.explanation is not None:
        without_empty(record["explanation"], "by_hand", "shared_words")
    return record


def _all_differences(comparison: Comparison) -> tuple[Difference, ...]:
    """Also those that a reviewer rejected: scripts see the verdict, and reading back loses nothing."""
    if not comparison.rejected:
        return comparison.differences
    return in_reading_order((*comparison.differences, *comparison.rejected))


def _rejected(difference: Difference) -> bool:
    return difference.review is not None and difference.review.verdict == "rejected"


def difference_record(difference: Difference) -> dict[str, Any]:
    """A difference as plain dicts and lists, as it stands in a comparison."""
    record: dict[str, Any] = to_json(difference, DIGITS)
    _without_empty_words(record["evidence"], ("readings",))
    review = record.pop("review")
    if review is not None:
        record["review"] = {name: value for name, value in review.items() if value}
    return record


def _without_empty_words(record: dict[str, Any], rows: tuple[str, ...]) -> dict[str, Any]:
    """The record; what was read before there were words for it has none."""
    for row in rows:
        for place in record[row]:
            without_empty(place, "words")
    return record


def _comparison(file: ComparisonFile) -> Comparison:
    source, target = (
        Document(text.language, text.text, text.sentences, origin=text.origin) for text in (file.source, file.target)
    )
    translation = file.translation
    return Comparison(
        source=source,
        target=target,
        beads=file.beads,
        differences=tuple(found for found in file.differences if not _rejected(found)),
        coverage=file.coverage,
        same_story=file.same_story,
        translation=Translations(
            source=_translation(translation.source, source),
            target=_translation(translation.target, target),
            warnings=translation.warnings,
        ),
        signature=file.signature,
        facts=file.facts,
        counterparts=file.counterparts,
        told=file.told,
        relation=file.relation,
        terms=file.terms,
        rejected=tuple(found for found in file.differences if _rejected(found)),
    )


def _translation(translated: _Translated, document: Document) -> Translation:
    """A translation with its running text.

    Raises:
        ValueError: It has not as many sentences as the document.
    """
    text = assembled(document, translated.sentences)
    return Translation(
        text,
        translated.sentences,
        translated.engine,
        translated.package,
        by_hand=translated.by_hand,
        unknown=translated.unknown,
        guesses=translated.guesses,
    )
