"""Versions as Markdown: coverage, conflicts and the matrix; no text of a story can become markup."""

from translate.report.markdown import escaped
from translate.several.versions import Claim, Versions
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
from translate.wording.phrase import said, say


def markdown_report(versions: Versions) -> str:
    """All versions side by side as GitHub's Markdown, readable as plain text too."""
    legend = ", ".join(f"{sign} {said(TOLD[told])}" for told, sign in SIGNS.items())
    blocks = [
        f"# {say('Several versions of one story')}",
        "\n".join(f"- {escaped(line)}" for line in summary(versions)),
        f"## {say('How much of each version the others tell')}",
        _coverage(versions),
        f"## {say('Conflicts')}",
        _conflicts(versions),
        f"## {say('Who tells what')}",
        f"{legend}. {say('Numbers are those of the sentences.')}",
        _matrix(versions),
    ]
    return "\n\n".join(blocks) + "\n"


def _coverage(versions: Versions) -> str:
    heads = [say("version"), *map(escaped, versions.names), *(said(TOLD[told]) for told in SIGNS)]
    rows = [
        [
            escaped(name),
            *(covered(versions, v, other) for other in range(len(versions.names))),
            *map(str, told_in(versions, v)),
        ]
        for v, name in enumerate(versions.names)
    ]
    return _table(heads, rows)


def _conflicts(versions: Versions) -> str:
    if not versions.conflicts:
        return say("None found.")
    entries = []
    for conflict in versions.conflicts:
        kind, message = conflict_kind(conflict.difference), conflict_message(versions, conflict)
        lines = [f"- **{escaped(kind)}**" + (f": {escaped(message)}" if message else "")]
        for name, words, sentences in conflict_words(versions, conflict):
            marked = f"**{escaped(words)}**. " if words else ""
            lines.append(f"  - {escaped(name)}: {marked}{escaped(sentences)}")
        entries.append("\n".join(lines))
    return "\n".join(entries)


def _matrix(versions: Versions) -> str:
    rows = [
        [
            str(number),
            *(
                " ".join(filter(None, (SIGNS[cell.told], _numbers(cell.sentences), _words(versions, v, claim))))
                for v, cell in enumerate(claim.versions)
            ),
        ]
        for number, claim in enumerate(versions.claims, start=1)
    ]
    return _table(["", *map(escaped, versions.names)], rows)


def _words(versions: Versions, version: int, claim: Claim) -> str:
    cell = claim.versions[version]
    if cell.told == "none" or cell.sentences:
        return escaped(versions.words(version, claim))
    return f"*{escaped(said(UNPLACED))}*"


def _numbers(sentences: tuple[int, ...]) -> str:
    return "+".join(str(i + 1) for i in sentences)


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
