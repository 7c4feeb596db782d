"""The reading view as one self-contained HTML file: no request leaves it, no text of a story becomes markup."""

import json
from functools import cache
from typing import Literal

from markupsafe import Markup

from translate.comparison import Comparison
from translate.records.comparison_record import json_report
from translate.report.view import view_of
from translate.report.view_words import READING_KEYS, REVIEW_KEYS, word, words_for_script
from translate.report.whole_page import asset, whole_page
from translate.wording.interface import interface_language

Theme = Literal["auto", "light", "dark"]

# In this order: a part of the script may use names of those before it at once, of those after it when the reader acts.
STYLE_PARTS = ("view.css", "view/workbench.css", "print.css")
SCRIPT_PARTS = (
    "dom",
    "senses",
    "reading",
    "columns",
    "list",
    "filters",
    "review",
    "gathering",
    "by_hand",
    "doubts",
    "mending",
    "ribbons",
    "scrolling",
    "bridge",
    "keys",
)

# Inside <script> only these could end the element or start a comment; JSON reads the escapes as the same characters.
_SCRIPT_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def html_report(
    comparison: Comparison, *, embedded: bool = False, theme: Theme = "auto", reviewable: bool = False
) -> str:
    """The reading view of a comparison.

    Args:
        embedded: Whether it is shown inside a page that brings its own heading and downloads: then the view leaves
            out its masthead and the copy of the data.
        theme: "auto" follows the reader's system.
        reviewable: Whether the reader can decide about differences: then the page around it must listen. In a file
            decisions are only shown.
    """
    return whole_page(
        __package__,
        "view.html.j2",
        view=view_of(comparison),
        embedded=embedded,
        reviewable=reviewable,
        theme=theme,
        lang=interface_language(),
        word=word,
        view_keys=READING_KEYS + REVIEW_KEYS if reviewable else READING_KEYS,
        style=Markup("\n").join(asset(__package__, part) for part in STYLE_PARTS),
        script=_script(),
        strings=_for_script(json.dumps(words_for_script(), ensure_ascii=False)),
        data=None if embedded else _for_script(json_report(comparison)),
    )


def _for_script(data: str) -> Markup:
    """JSON that can stand inside a script element."""
    return Markup(data.translate(_SCRIPT_ESCAPES))


@cache
def _script() -> Markup:
    """The parts of the script, which share one scope."""
    parts = Markup("\n").join(asset(__package__, f"view/{part}.js") for part in SCRIPT_PARTS)
    return Markup('(() => {{\n"use strict";\n{}\n}})();').format(parts)
