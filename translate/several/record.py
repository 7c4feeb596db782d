"""Versions as JSON, schema parallax/versions/1, and back."""

from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from translate.comparison import Comparison
from translate.differences.difference import Kind
from translate.errors import InputError
from translate.records.comparison_record import (
    ComparisonFile,
    comparison_of_record,
    comparison_record,
    json_text,
    require_schema,
)
from translate.records.soundness import ascending, require
from translate.records.strict_json import given_json
from translate.records.typed_json import from_json, to_json
from translate.several.versions import Claim, Conflict, Versions
from translate.text.document import Document, Sentence
from translate.wording.phrase import Phrase
from translate.wording.stored import DIGITS

SCHEMA: Final = "parallax/versions/1"


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of the story.

    Attributes:
        name: What it is called.
    """

    name: str
    language: str
    text: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Conflict:
    """A fact in which two versions contradict each other.

    Attributes:
        first, second: The versions, by index.
        difference: Its id in their comparison.
        claims: Indices of the claims that its sentences make up, ascending.
    """

    first: int
    second: int
    difference: str
    kind: Kind
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two of the versions compared.

    Attributes:
        first, second: The versions, by index, the smaller first; they are source and target of the comparison.
    """

    first: int
    second: int
    comparison: ComparisonFile


@dataclass(frozen=True, slots=True)
class VersionsFile:
    """What was found about several versions of a story; versions, sentences and claims are named by their indices.

    Attributes:
        claims: The matrix, in reading order.
        coverage: By version and other version, the share of the former that the latter tells, in [0, 1].
        comparisons: Of every two versions.
    """

    schema: str
    versions: tuple[_Version, ...]
    claims: tuple[Claim, ...]
    coverage: tuple[tuple[float, ...], ...]
    conflicts: tuple[_Conflict, ...]
    comparisons: tuple[_Compared, ...]


def json_report(versions: Versions) -> str:
    """All that was found; the same versions always give the same bytes.

    Every entry of `comparisons` holds a whole comparison of the schema parallax/comparison/1, so that it can be opened
    by itself; versions, sentences and claims are named by their indices everywhere.
    """
    record = {
        "schema": SCHEMA,
        "versions": [
            to_json(_Version(name, document.language, document.text, document.sentences))
            for name, document in zip(versions.names, versions.documents, strict=True)
        ],
        "claims": [_claim(claim) for claim in versions.claims],
        "coverage": to_json(versions.coverage, DIGITS),
        "conflicts": [
            to_json(_Conflict(each.first, each.second, each.difference.id, each.difference.kind, each.claims))
            for each in versions.conflicts
        ],
        "comparisons": [
            {"first": first, "second": second, "comparison": comparison_record(found)}
            for (first, second), found in sorted(versions.comparisons.items())
        ],
    }
    return json_text(record)


def versions_from_json(text: str) -> Versions:
    """Read several versions back; written again, they give the same bytes.

    What the JSON does not carry is what that of a comparison does not, see `comparison_from_json`.

    Raises:
        InputError: The text is not several versions of this schema.
    """
    record = given_json(text)
    require_schema(record, SCHEMA)
    try:
        return _versions(record)
    except ValueError as error:
        raise InputError(Phrase("The comparison is damaged: {error}. Write it again.", error=error)) from error


def _claim(claim: Claim) -> dict[str, Any]:
    return {"own": list(claim.own), "versions": [to_json(cell, DIGITS) for cell in claim.versions]}


def _versions(record: dict[str, Any]) -> Versions:
    """The versions of a record whose schema is right.

    Raises:
        ValueError: Something in it is not what it should be, or does not go together.
    """
    given = from_json(tuple[_Version, ...], record.get("versions"), "versions")
    count = len(given)
    require(len({each.name for each in given}) == count, "the names of the versions")
    comparisons = _comparisons(record.get("comparisons"), given)
    documents = tuple(_document(number, comparisons) for number in range(count))
    claims = from_json(tuple[Claim, ...], record.get("claims"), "claims")
    for claim in claims:
        _require_claim(claim, documents)
    coverage = from_json(tuple[tuple[float, ...], ...], record.get("coverage"), "coverage")
    square = len(coverage) == count and all(len(row) == count for row in coverage)
    require(square and all(0 <= share <= 1 for row in coverage for share in row), "the coverage")
    conflicts = from_json(tuple[_Conflict, ...], record.get("conflicts"), "conflicts")
    return Versions(
        tuple(each.name for each in given),
        documents,
        comparisons,
        claims,
        coverage,
        tuple(_conflict(each, comparisons, len(claims)) for each in conflicts),
    )


def _comparisons(records: Any, given: tuple[_Version, ...]) -> dict[tuple[int, int], Comparison]:
    require(isinstance(records, list) and all(isinstance(each, dict) for each in records), "the comparisons")
    pairs = (tuple(from_json(int, each.get(name), name) for name in ("first", "second")) for each in records)
    found = {pair: comparison_of_record(each.get("comparison")) for pair, each in zip(pairs, records, strict=True)}
    every = list(combinations(range(len(given)), 2))
    require(len(records) == len(every) and set(found) == set(every) and bool(every), "the pairs that were compared")
    for pair, comparison in found.items():
        for number, document in zip(pair, (comparison.source, comparison.target), strict=True):
            same = (document.language, document.text, document.sentences)
            version = given[number]
            require(same == (version.language, version.text, version.sentences), "a text of two versions compared")
    return dict(sorted(found.items()))


def _document(number: int, comparisons: dict[tuple[int, int], Comparison]) -> Document:
    """A version, as a comparison has it."""
    (first, _), found = next((pair, found) for pair, found in comparisons.items() if number in pair)
    return found.source if number == first else found.target


def _require_claim(claim: Claim, documents: tuple[Document, ...]) -> None:
    """Raise ValueError unless the cells of a claim fit the versions."""
    require(len(claim.versions) == len(documents), "the versions of a claim")
    inside = all(0 <= v < len(documents) and claim.versions[v].told == "full" for v in claim.own)
    require(bool(claim.own) and ascending(claim.own) and inside, "the versions that make up a claim")
    for cell, document in zip(claim.versions, documents, strict=True):
        places = not cell.sentences or (ascending(cell.sentences) and set(cell.sentences) <= set(document.compared))
        require(places, "the sentences of a claim")
        require(0 <= cell.probability <= 1, "a probability of a claim")
    require(all(claim.versions[v].sentences for v in claim.own), "the sentences of a claim")


def _conflict(each: _Conflict, comparisons: dict[tuple[int, int], Comparison], claims: int) -> Conflict:
    found = comparisons.get((each.first, each.second))
    of = {difference.id: difference for difference in (*found.differences, *found.rejected)} if found else {}
    difference = of.get(each.difference)
    if difference is None or difference.kind != each.kind:
        raise ValueError("a conflict cannot be right")
    right = ascending(each.claims) and all(0 <= claim < claims for claim in each.claims)
    require(not each.claims or right, "the claims of a conflict")
    return Conflict(each.first, each.second, difference, each.claims)
