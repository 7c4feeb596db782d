"""How the page looks: its style sheet, and the words that stand in place of Streamlit's own."""

import json
from functools import cache
from importlib import resources

import streamlit as st
from streamlit import config

from translate.wording.phrase import say


def page_style() -> None:
    """The style sheet of the page; Streamlit's own words, which it has in English alone, in the language spoken now."""
    words = {
        "open": say("Choose a file"),
        "drop": say("or drop it here, up to {size} MB", size=config.get_option("server.maxUploadSize")),
        "apply": say("Ctrl+Enter takes it over"),
    }
    told = "".join(f"--words-{name}: {_in_css(text)};" for name, text in words.items())
    st.html(f"<style>{_sheet()} :root {{ {told} }}</style>")


def _in_css(text: str) -> str:
    """A string of ours as a style sheet has it."""
    return json.dumps(text, ensure_ascii=False)


@cache
def _sheet() -> str:
    return resources.files("translate.ui").joinpath("page.css").read_text(encoding="utf-8")
