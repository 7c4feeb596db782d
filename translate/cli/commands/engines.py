"""The `engines` commands: what can translate, how well, and what of it is here."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from translate.cli.command import add_action, add_command_of_actions
from translate.text.files import print_output
from translate.wording.phrase import Phrase, in_context, said, say

if TYPE_CHECKING:
    from translate.engines.engine import EngineInfo
    from translate.engines.standing import Standing

GAP = "  "


def add(commands: Any) -> None:
    """Add the command with its actions."""
    summary = "show what can translate by machine"
    actions = add_command_of_actions(commands, "engines", summary, "list")
    add_action(actions, "list", _list, "list the engines, best first, with their quality and how to get them")


def _list(args: argparse.Namespace) -> None:
    from translate.engines.standing import standings
    from translate.report.engine_words import engine_rows

    found = standings()
    rows = engine_rows(found)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(rows[0], widths)]
    for standing, row in zip([each for each in found if each.engine], rows[1:], strict=True):
        lines += [_line(row, widths), *(f"    {line}" for line in _facts(standing))]
    lines += [said(standing.problem) for standing in found if standing.engine is None]
    lines += ["", *_notes()]
    print_output("\n".join(lines))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _facts(standing: "Standing") -> Iterator[str]:
    """What is said in words below a row."""
    assert standing.engine is not None
    info = standing.engine.info
    yield said(_described(info))
    if standing.problem:
        yield said(standing.problem)
    if not standing.whole:
        from translate.languages.registry import directions

        missing = [pair for pair in directions() if pair not in standing.directions]
        for way in dict.fromkeys(said(info.how_to_get(*pair)) for pair in missing):
            yield say("To get it: {how}", how=way)


def _described(info: "EngineInfo") -> Phrase:
    return Phrase(
        "{title}. Languages: {languages}. Licence: {licence}.",
        title=info.title,
        languages=info.languages,
        licence=info.licence,
    )


def _notes() -> Iterator[str]:
    """What the figures are, and who translates if nobody is named."""
    from translate.engines.engine_table import best_installed
    from translate.errors import EngineError
    from translate.languages.registry import directions
    from translate.options import Options
    from translate.report.engine_words import FIGURES

    yield said(FIGURES)
    for source, target in directions():
        try:
            best = best_installed(source, target, Options())
        except EngineError as error:
            yield said(error.message)
            continue
        name = best[0].info.name if best else in_context("engines", "word by word").told()
        yield say("{way} without --engine: {engine}", way=f"{source}-{target}", engine=name)
