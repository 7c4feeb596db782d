"""Versions as a workbook: the matrix with what each version says, how much each tells, and the conflicts."""

from translate.report.headline import headline_or_beginning
from translate.report.workbook import Column, Sheet, Value, workbook_bytes
from translate.several.versions import Versions
from translate.several.wording import (
    TOLD,
    conflict_kind,
    conflict_message,
    conflict_words,
    covered,
    told_in,
)
from translate.wording.phrase import said, say

NARROW, WIDE = 12, 50  # characters


def xlsx_report(versions: Versions) -> bytes:
    """The same versions always give the same bytes."""
    sheets = (_matrix(versions), _coverage(versions), _conflicts(versions))
    return workbook_bytes(sheets, title=say("Several versions of one story"))


def _matrix(versions: Versions) -> Sheet:
    told = [Column(name, NARROW) for name in versions.names]
    words = [Column(say("{name}: sentences", name=name), WIDE) for name in versions.names]
    rows: list[list[Value]] = [
        [
            number,
            *(said(TOLD[cell.told]) for cell in claim.versions),
            *(versions.words(v, claim) for v in range(len(versions.names))),
        ]
        for number, claim in enumerate(versions.claims, start=1)
    ]
    return Sheet(say("Who tells what"), [Column(say("claim"), NARROW), *told, *words], rows)


def _coverage(versions: Versions) -> Sheet:
    others = [Column(name, NARROW) for name in versions.names]
    counts = [Column(said(word), NARROW) for word in TOLD.values()]
    rows: list[list[Value]] = [
        [
            name,
            headline_or_beginning(versions.documents[v]),
            *(covered(versions, v, other) for other in range(len(versions.names))),
            *told_in(versions, v),
        ]
        for v, name in enumerate(versions.names)
    ]
    columns = [Column(say("version"), NARROW), Column(say("Headline"), WIDE), *others, *counts]
    return Sheet(say("Coverage"), columns, rows)


def _conflicts(versions: Versions) -> Sheet:
    rows: list[list[Value]] = []
    for conflict in versions.conflicts:
        (one, words, passage), (other, other_words, other_passage) = conflict_words(versions, conflict)
        kind, message = conflict_kind(conflict.difference), conflict_message(versions, conflict)
        claims = ", ".join(str(claim + 1) for claim in conflict.claims)
        rows.append([kind, message, claims, one, words, passage, other, other_words, other_passage])
    version = Column(say("version"), NARROW)
    both = [version, Column(say("Words"), 24), Column(say("Passage"), WIDE)] * 2
    columns = [Column(say("Kind"), 16), Column(say("Message"), WIDE), Column(say("claim"), NARROW), *both]
    return Sheet(say("Conflicts"), columns, rows)
