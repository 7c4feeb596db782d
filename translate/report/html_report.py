"""The reading view as one self-contained HTML file: no request leaves it, no text of a story becomes markup."""

from functools import cache
from importlib import resources
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from translate.comparison import Comparison
from translate.report.json_report import json_report
from translate.report.view import view_of

Theme = Literal["auto", "light", "dark"]

# Inside <script> only these could end the element or start a comment; JSON reads the escapes as the same characters.
_SCRIPT_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def html_report(comparison: Comparison, *, embedded: bool = False, theme: Theme = "auto") -> str:
    """The reading view of a comparison.

    Args:
        embedded: Whether it is shown inside a page that brings its own heading and downloads: then the view leaves
            out its masthead and the copy of the data.
        theme: "auto" follows the reader's system.
    """
    return _template().render(
        view=view_of(comparison),
        embedded=embedded,
        theme=theme,
        style=_asset("view.css") + _asset("print.css"),
        script=_asset("view.js"),
        data=None if embedded else Markup(json_report(comparison).translate(_SCRIPT_ESCAPES)),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("translate.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("view.html.j2")


@cache
def _asset(name: str) -> Markup:
    """A style sheet or script of ours, which goes into the page as it is."""
    return Markup(resources.files("translate.report").joinpath("templates", name).read_text(encoding="utf-8"))
