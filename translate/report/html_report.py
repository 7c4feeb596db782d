"""The reading view as one self-contained HTML file: no request leaves it, no text of a story becomes markup."""

import json
from functools import cache
from importlib import resources
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from translate.comparison import Comparison
from translate.records.comparison_record import json_report
from translate.report.view import view_of
from translate.report.view_words import READING_KEYS, REVIEW_KEYS, word, words_for_script
from translate.report.wording import capital
from translate.text.shown import STEERING
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
    page = _template().render(
        view=view_of(comparison),
        embedded=embedded,
        reviewable=reviewable,
        theme=theme,
        lang=interface_language(),
        word=word,
        view_keys=READING_KEYS + REVIEW_KEYS if reviewable else READING_KEYS,
        style=Markup("\n").join(map(_asset, STYLE_PARTS)),
        script=_script(),
        strings=_for_script(json.dumps(words_for_script(), ensure_ascii=False)),
        data=None if embedded else _for_script(json_report(comparison)),
    )
    # The scripts hold none of these: left are the direction marks and carriage returns of the texts, which a terminal
    # must not meet raw.
    return STEERING.sub(lambda sign: f"&#{ord(sign[0])};", page)


def _for_script(data: str) -> Markup:
    """JSON that can stand inside a script element."""
    return Markup(data.translate(_SCRIPT_ESCAPES))


@cache
def _script() -> Markup:
    """The parts of the script, which share one scope."""
    parts = Markup("\n").join(_asset(f"view/{part}.js") for part in SCRIPT_PARTS)
    return Markup('(() => {{\n"use strict";\n{}\n}})();').format(parts)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("translate.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["first_capital"] = capital
    return environment.get_template("view.html.j2")


@cache
def _asset(name: str) -> Markup:
    """A style sheet or script of ours, which goes into the page as it is."""
    return Markup(resources.files("translate.report").joinpath("templates", name).read_text(encoding="utf-8"))
