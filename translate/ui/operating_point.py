"""How readily a difference is flagged: the visitor's choice, with what was measured for each point."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

import streamlit as st

from translate.options import OperatingPoint
from translate.ui.state import PageState
from translate.wording.interface import percent
from translate.wording.phrase import Phrase, said, say

KEY = "operating-point"
NAMES: dict[OperatingPoint, Phrase] = {
    "careful": Phrase("Careful"),
    "balanced": Phrase("Balanced"),
    "sensitive": Phrase("Sensitive"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """How well what stands in one version only is found, in whole percent.

    Attributes:
        precision: Of the whole sentences flagged, how many are rightly flagged.
        recall: Of those there are, how many are flagged.
        parts: Of the parts of sentences flagged, how many are rightly flagged.
    """

    precision: int
    recall: int
    parts: int


# Over stories made from translated news, cross-validated; benchmarks/fit/alignment.py and partial.py print them.
MEASURED: Mapping[OperatingPoint, Measured] = {
    "careful": Measured(98, 93, 77),
    "balanced": Measured(96, 96, 63),
    "sensitive": Measured(93, 97, 49),
}


def choose_operating_point(state: PageState) -> None:
    """Let the visitor choose; the same choice holds for the samples and their own texts."""
    points: tuple[OperatingPoint, ...] = get_args(OperatingPoint)
    state.operating_point = st.segmented_control(
        say("Operating point: right flags on whole sentences"),
        points,
        default=state.operating_point,
        required=True,
        format_func=_label,
        key=KEY,
        help=_help(),
        width="content",
    )


def _label(point: OperatingPoint) -> str:
    return f"{said(NAMES[point])} {percent(MEASURED[point].precision / 100)}"


def _help() -> str:
    """What the points mean, with a line for each."""
    words = say(
        "How readily a difference is flagged. Careful: fewer false flags. Sensitive: fewer are missed. "
        "Measured over stories made from translated news:"
    )
    lines = [
        say(
            "{name}: {precision} of the flags on sentences in one version only are right, {recall} of these sentences "
            "are found; {parts} of the flags on parts of sentences are right",
            name=NAMES[point],
            precision=percent(found.precision / 100),
            recall=percent(found.recall / 100),
            parts=percent(found.parts / 100),
        )
        for point, found in MEASURED.items()
    ]
    return "\n".join([words, "", *(f"- {line}" for line in lines)])
