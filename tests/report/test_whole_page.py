"""Pages that are whole in one file: what they are made of is ours, and what they tell stays text."""

import pytest
from jinja2 import UndefinedError

from translate.report.whole_page import asset, whole_page

VALUES = {
    "lang": "en",
    "title": "<i>Two</i>",
    "pages_label": "Pages",
    "count": "a \u202e b \x9b c",
    "errors": "",
    "pages": (),
    "page": "index.html",
    "heads": (),
    "rows": (),
    "style": asset("translate.batch", "index.css"),
    "script": asset("translate.batch", "index.js"),
}


def test_what_is_told_becomes_neither_markup_nor_steers_a_terminal() -> None:
    page = whole_page("translate.batch", "index.html.j2", **VALUES)
    assert "<h1>&lt;i&gt;Two&lt;/i&gt;</h1>" in page
    assert "a &#8238; b &#155; c" in page


def test_style_sheets_and_scripts_go_in_as_they_are() -> None:
    page = whole_page("translate.batch", "index.html.j2", **VALUES)
    assert str(VALUES["style"]) in page
    assert str(VALUES["script"]) in page


def test_nothing_is_left_out_unnoticed() -> None:
    with pytest.raises(UndefinedError, match="title"):
        whole_page("translate.batch", "index.html.j2", lang="en")
