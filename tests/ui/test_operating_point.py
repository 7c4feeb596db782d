"""The operating point on the page: part of what a result depends on."""

import pytest
from page_steps import own_texts
from standin import ENGLISH, RUSSIAN, standin_compare
from streamlit.testing.v1 import AppTest

from translate.review import comparing
from translate.ui import computing
from translate.ui.operating_point import KEY, MEASURED


@pytest.fixture
def used(page: AppTest, monkeypatch):
    """Operating points of the comparisons made after the first screen."""
    seen = []

    def watched(source, target, options=None, *, progress=None, links=(), translation=None):
        seen.append(options.operating_point)
        return standin_compare(source, target, options, progress=progress, links=links)

    monkeypatch.setattr(computing, "compare", watched)
    monkeypatch.setattr(comparing, "compare", watched)
    return seen


def choose(page, point):
    page.button_group(key=KEY).set_value(point).run()
    assert not page.exception
    assert page.button_group(key=KEY).value == point


def test_the_page_begins_balanced_and_says_what_the_points_mean(page):
    control = page.button_group(key=KEY)
    assert control.value == "balanced"
    assert list(control.options) == ["fewer flags", "balanced", "more flags"]
    assert "Fewer flags: more of them are right" in control.help
    assert "more flags: 69 % of the flags on sentences in one version only are right, 90 % of these" in control.help
    assert "Where one version translates the other, 98 % of the balanced flags" in control.help
    assert "47 % of the flags on parts of sentences are right" in control.help


def test_the_points_trade_precision_for_recall():
    careful, balanced, sensitive = (MEASURED[point] for point in ("careful", "balanced", "sensitive"))
    assert careful.precision > balanced.precision > sensitive.precision
    assert careful.recall < balanced.recall < sensitive.recall


def test_another_point_computes_another_result_once(page, used):
    choose(page, "sensitive")
    choose(page, "careful")
    choose(page, "balanced")  # what the first screen showed
    choose(page, "sensitive")
    page.run()
    assert used == ["sensitive", "careful"]


def test_the_choice_holds_for_own_texts_and_for_changed_roles(page, used):
    choose(page, "careful")
    own_texts(page)
    for pane, text in (("text-0", RUSSIAN), ("text-1", ENGLISH)):
        page.text_area(key=pane).input(text)
    next(button for button in page.button if button.label == "Compare").click().run()
    assert page.button_group(key=KEY).value == "careful"
    page.checkbox(key="source-0-compared").check().run()
    assert not page.exception
    assert used == ["careful"] * 3
