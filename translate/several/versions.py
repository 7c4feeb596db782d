"""Versions: all that was found about three or more versions of a story."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from translate.comparison import Comparison
from translate.differences.difference import Difference
from translate.text.document import Document

Telling = Literal["full", "part", "none"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version says of a claim.

    Attributes:
        told: Whether it tells it: in full, in part or not.
        sentences: Its sentences that do, ascending; in part, those that tell of the same thing. Sentences that tell a
            claim in part may stand in other claims as well.
        probability: Probability, in [0, 1], that it tells it at all; 1 where the claim is its own.
    """

    told: Telling
    sentences: tuple[int, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that at least one version says: a row of the matrix.

    Attributes:
        versions: One cell for each version, in their order.
        own: Versions whose sentences make up the claim, ascending; the others were judged against these.
    """

    versions: tuple[Cell, ...]
    own: tuple[int, ...]

    @property
    def telling(self) -> tuple[int, ...]:
        """Versions that tell it, in full or in part."""
        return tuple(v for v, cell in enumerate(self.versions) if cell.told != "none")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact in which two versions contradict each other.

    Attributes:
        first, second: The versions; those of the comparison that found it.
        difference: What was found, with its evidence; its source is in the first version, its target in the second.
        claims: Indices of the claims that its sentences make up, ascending.
    """

    first: int
    second: int
    difference: Difference
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """Everything that was found about several versions of a story.

    Attributes:
        names: What each version is called.
        documents: The versions, in the order given.
        comparisons: Every two of them compared, by their indices, the smaller first; that one is the source.
        claims: The matrix, in reading order; every compared sentence makes up exactly one claim.
        coverage: By version and other version, the share of the former's characters in sentences that the latter
            tells, in [0, 1]; 1 of a version by itself, 0 where the two seem to tell different stories.
        conflicts: Where two versions contradict each other, pair by pair.
    """

    names: tuple[str, ...]
    documents: tuple[Document, ...]
    comparisons: Mapping[tuple[int, int], Comparison]
    claims: tuple[Claim, ...]
    coverage: tuple[tuple[float, ...], ...]
    conflicts: tuple[Conflict, ...]

    def __repr__(self) -> str:
        return f"<Versions {', '.join(self.names)}: {len(self.claims):,} claims, {len(self.conflicts):,} conflicts>"

    def between(self, one: str, other: str) -> Comparison:
        """The comparison of two versions by their names, in either order.

        Raises:
            KeyError: There is no version of that name, or both are the same.
        """
        if one not in self.names or other not in self.names:
            raise KeyError((one, other))
        first, second = sorted((self.names.index(one), self.names.index(other)))
        return self.comparisons[first, second]

    def words(self, version: int, claim: Claim) -> str:
        """What a version says of a claim, its sentences one behind the other; "" where it says nothing."""
        document = self.documents[version]
        return " ".join(document.sentence_text(i) for i in claim.versions[version].sentences)

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain dicts and lists: what the JSON report writes, key by key."""
        from translate.several.record import json_report

        record: dict[str, Any] = json.loads(json_report(self))
        return record
