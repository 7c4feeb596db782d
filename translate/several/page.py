"""Versions as one self-contained HTML file, and its tables by themselves for the page; texts never become markup."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from translate.report.headline import headline_or_beginning
from translate.report.whole_page import asset, whole_page
from translate.several.versions import Conflict, Versions
from translate.several.wording import (
    SIGNS,
    TOLD,
    UNPLACED,
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

Links = Mapping[tuple[int, int], str]


def html_report(versions: Versions, links: Links | None = None) -> str:
    """The matrix with the sentences of each version.

    Args:
        versions: What was found.
        links: Where the report of two versions lies, relative to this file; none where it was not written.
    """
    links = links or {}
    tables = {
        **_coverage(versions, links),
        **_conflicts(versions, versions.conflicts, links),
        **_matrix(versions),
    }
    return whole_page(
        __package__,
        "several.html.j2",
        lang=interface_language(),
        title=say("Several versions of one story"),
        summary=summary(versions),
        conflicts_title=say("Conflicts"),
        no_conflicts=say("None found."),
        style=asset(__package__, "several.css"),
        table_style=table_style(),
        **tables,
    )


def table_style() -> Markup:
    """The style sheet of the tables, for what stands in an element of the class `versions`."""
    return asset(__package__, "tables.css")


def coverage_table(versions: Versions) -> str:
    """How much of each version the others tell, as HTML."""
    return whole_page(__package__, "coverage.html.j2", **_coverage(versions, {}))


def conflicts_list(versions: Versions, conflicts: Sequence[Conflict]) -> str:
    """Some of the conflicts as HTML."""
    return whole_page(__package__, "conflicts.html.j2", **_conflicts(versions, conflicts, {}))


def matrix_table(versions: Versions) -> str:
    """Who tells what, as HTML."""
    return whole_page(__package__, "matrix.html.j2", **_matrix(versions))


def _coverage(versions: Versions, links: Links) -> dict[str, Any]:
    count = range(len(versions.names))
    rows = [
        (
            name,
            versions.documents[v].language,
            visible(headline_or_beginning(versions.documents[v])),
            [(covered(versions, v, other), links.get((min(v, other), max(v, other)), "")) for other in count],
            told_in(versions, v),
        )
        for v, name in enumerate(versions.names)
    ]
    return {
        **_common(versions),
        "coverage_title": say("How much of each version the others tell"),
        "coverage_note": say(
            "In a row: how much of that version each other one tells, and how many of all claims it tells itself."
        ),
        "version_label": say("version"),
        "coverage": rows,
    }


def _conflicts(versions: Versions, conflicts: Sequence[Conflict], links: Links) -> dict[str, Any]:
    shown = []
    for conflict in conflicts:
        both = conflict.first, conflict.second
        languages = [versions.documents[version].language for version in both]
        told = conflict_words(versions, conflict)
        shown.append(
            {
                "kind": conflict_kind(conflict.difference),
                "message": visible(conflict_message(versions, conflict)),
                "sides": [(language, *map(visible, each)) for language, each in zip(languages, told, strict=True)],
                "claims": [claim + 1 for claim in conflict.claims],
                "link": links.get(both, ""),
            }
        )
    return {**_common(versions), "conflicts": shown, "open_label": say("Open the comparison")}


def _matrix(versions: Versions) -> dict[str, Any]:
    """Claim by claim, what every version tells of it."""
    rows = [
        [
            {
                "told": cell.told,
                "sign": SIGNS[cell.told],
                "words": said(TOLD[cell.told]),
                "name": versions.names[v],
                "language": versions.documents[v].language,
                "sentences": visible(versions.words(v, claim)),
                "borrowed": v not in claim.own,
                "unplaced": "" if cell.sentences or cell.told == "none" else said(UNPLACED),
            }
            for v, cell in enumerate(claim.versions)
        ]
        for claim in versions.claims
    ]
    return {
        **_common(versions),
        "matrix_title": say("Who tells what"),
        "borrowed_label": say("in italics: sentences that make up another claim"),
        "rows": rows,
    }


def _common(versions: Versions) -> dict[str, Any]:
    return {
        "names": versions.names,
        "legend": [(told, SIGNS[told], said(TOLD[told])) for told in SIGNS],
        "claim_label": say("claim"),
    }
