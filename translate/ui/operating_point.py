"""How readily a difference is flagged: the visitor's choice."""

from typing import get_args

import streamlit as st

from translate.options import OperatingPoint
from translate.phrase import Phrase, said, say
from translate.ui.state import PageState

KEY = "operating-point"
NAMES: dict[OperatingPoint, Phrase] = {
    "careful": Phrase("Careful"),
    "balanced": Phrase("Balanced"),
    "sensitive": Phrase("Sensitive"),
}


def choose_operating_point(state: PageState) -> None:
    """Let the visitor choose; the same choice holds for the samples and their own texts."""
    points: tuple[OperatingPoint, ...] = get_args(OperatingPoint)
    names = {point: said(name) for point, name in NAMES.items()}
    state.operating_point = st.segmented_control(
        say("Operating point"),
        points,
        default=state.operating_point,
        required=True,
        format_func=names.__getitem__,
        key=KEY,
        help=say("How readily a difference is flagged. Careful: fewer false flags. Sensitive: fewer are missed."),
    )
