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
    "careful": Phrase("fewer flags"),
    "balanced": Phrase("balanced"),
    "sensitive": Phrase("more flags"),
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


# Of two newsrooms on one event, cross-validated; benchmarks/measure/retold.py prints them.
MEASURED: Mapping[OperatingPoint, Measured] = {
    "careful": Measured(93, 36, 69),
    "balanced": Measured(81, 77, 58),
    "sensitive": Measured(69, 90, 47),
}
# The same of stories made from translated news, at the balanced point.
RIGHT_IN_TRANSLATIONS, FOUND_IN_TRANSLATIONS = 98, 83


def choose_operating_point(state: PageState) -> None:
    """Let the visitor choose; the same choice holds for the samples and their own texts."""
    points: tuple[OperatingPoint, ...] = get_args(OperatingPoint)
    st.segmented_control(
        say("How readily a difference is flagged"),
        points,
        default=state.operating_point,
        required=True,
        format_func=lambda point: said(NAMES[point]),
        key=KEY,
        help=_help(),
        width="content",
        on_change=_choose,  # before the page is drawn: this stands below the comparison that depends on it
        args=(state,),
    )


def _choose(state: PageState) -> None:
    state.operating_point = st.session_state[KEY]


def _help() -> str:
    """What the points mean, with a line for each."""
    words = say(
        "Fewer flags: more of them are right. More flags: fewer differences are missed. "
        "Measured where two newsrooms tell of one event:"
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
    translated = say(
        "Where one version translates the other, {precision} of the balanced flags on sentences are right, and "
        "{recall} of these sentences are found.",
        precision=percent(RIGHT_IN_TRANSLATIONS / 100),
        recall=percent(FOUND_IN_TRANSLATIONS / 100),
    )
    return "\n".join([words, "", *(f"- {line}" for line in lines), "", translated])
