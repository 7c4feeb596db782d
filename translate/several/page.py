"""Versions as one self-contained HTML file: no request leaves it, no text of a story becomes markup."""

from collections.abc import Mapping

from translate.report.whole_page import asset, whole_page
from translate.several.versions import Versions
from translate.several.wording import (
    SIGNS,
    TOLD,
    conflict_kind,
    conflict_message,
    conflict_words,
    covered,
    summary,
    told_in,
)
from translate.text.shown import visible
from translate.wording.interface import interface_language
from translate.wording.phrase import said, say


def html_report(versions: Versions, links: Mapping[tuple[int, int], str] | None = None) -> str:
    """The matrix with the sentences of each version.

    Args:
        links: Where the report of two versions lies, relative to this file; none where it was not written.
    """
    return whole_page(
        __package__,
        "several.html.j2",
        lang=interface_language(),
        title=say("Several versions of one story"),
        summary=summary(versions),
        names=versions.names,
        languages=[document.language for document in versions.documents],
        legend=[(told, SIGNS[told], said(TOLD[told])) for told in SIGNS],
        coverage_title=say("How much of each version the others tell"),
        coverage=_coverage(versions, links or {}),
        version_label=say("version"),
        conflicts_title=say("Conflicts"),
        no_conflicts=say("None found."),
        conflicts=[
            {
                "kind": conflict_kind(conflict.difference),
                "message": visible(conflict_message(versions, conflict)),
                "sides": [
                    (versions.documents[version].language, *map(visible, said_there))
                    for version, said_there in zip(
                        (conflict.first, conflict.second), conflict_words(versions, conflict), strict=True
                    )
                ],
                "claims": [claim + 1 for claim in conflict.claims],
                "link": (links or {}).get((conflict.first, conflict.second), ""),
            }
            for conflict in versions.conflicts
        ],
        open_label=say("Open the comparison"),
        matrix_title=say("Who tells what"),
        rows=_rows(versions),
        style=asset(__package__, "several.css"),
    )


def _coverage(
    versions: Versions, links: Mapping[tuple[int, int], str]
) -> list[tuple[str, list[tuple[str, str]], tuple[int, ...]]]:
    count = range(len(versions.names))
    return [
        (
            name,
            [(covered(versions, v, other), links.get((min(v, other), max(v, other)), "")) for other in count],
            told_in(versions, v),
        )
        for v, name in enumerate(versions.names)
    ]


def _rows(versions: Versions) -> list[list[tuple[str, str, str, str]]]:
    """Claim by claim, of every version: what it tells of it as a word and a sign, its language and its sentences."""
    return [
        [
            (cell.told, SIGNS[cell.told], versions.documents[v].language, visible(versions.words(v, claim)))
            for v, cell in enumerate(claim.versions)
        ]
        for claim in versions.claims
    ]
