"""The cookie of a visitor of a shared page: set once there are stories to find again, and only then."""

from functools import cache
from importlib import resources

import streamlit as st

from translate.ui.visitors import COOKIE, visitor

_NAME = "parallax_visitor_cookie"


def remember_visitor(days: int) -> None:
    """Let the browser say at the next visit whose stories are to be shown.

    Args:
        days: Until the browser forgets, counted anew from every visit.

    Raises:
        OptionError: PARALLAX_SHARED is neither 0 nor 1.
    """
    if not visitor():
        return
    mount = st.components.v2.component(_NAME, js=_script())
    mount(key=_NAME, data={"name": COOKIE, "value": visitor(), "days": days}, height=0)


@cache
def _script() -> str:
    return resources.files("translate.ui").joinpath("visitor_cookie.js").read_text(encoding="utf-8")
