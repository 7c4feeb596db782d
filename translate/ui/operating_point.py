"""How readily a difference is flagged: the visitor's choice."""

from typing import get_args

import streamlit as st

from translate.options import OperatingPoint
from translate.ui.state import PageState

KEY = "operating-point"
HELP = "How readily a difference is flagged. Careful: fewer false flags. Sensitive: fewer are missed."


def choose_operating_point(state: PageState) -> None:
    """Let the visitor choose; the same choice holds for the samples and their own texts."""
    points: tuple[OperatingPoint, ...] = get_args(OperatingPoint)
    state.operating_point = st.segmented_control(
        "Operating point",
        points,
        default=state.operating_point,
        required=True,
        format_func=str.capitalize,
        key=KEY,
        help=HELP,
    )
