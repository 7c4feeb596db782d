"""The overview: nothing while it is closed, the table of facts and plots with words when its button is pressed."""

import json
from dataclasses import replace

import pytest
from standin import ENGLISH, RUSSIAN, UNRELATED, standin_compare
from streamlit.testing.v1 import AppTest

from translate.differences.conflicts.fact import Fact, Said
from translate.report.fact_rows import FactRow, FactSide
from translate.report.overview import overview_of
from translate.ui import plots
from translate.ui.overview import BUTTON, LINE, _row_height

FACTS = (
    Fact(
        "number",
        "different",
        (Said(3, 0, 3, "12000000", "12,000,000"),),
        (Said(2, 0, 3, "15000000", "15,000,000"),),
        next(each.id for each in standin_compare(RUSSIAN, ENGLISH).differences if each.kind == "number"),
    ),
    Fact("date", "matched", (Said(2, 0, 3, "Mon", "Monday"),), (Said(1, 0, 3, "Mon", "Monday"),)),
    Fact("name", "only", (Said(4, 0, 3, "mer", "Mer"),), ()),
)


@pytest.fixture
def comparison():
    return replace(standin_compare(RUSSIAN, ENGLISH), facts=FACTS)


def drawn(comparison):
    """The overview alone, as a page of its own."""

    def script(comparison):
        from translate.ui.overview import overview

        overview(comparison)

    app = AppTest.from_function(script, default_timeout=30, args=(comparison,))
    app.run()
    assert not app.exception
    return app


def charts(app):
    return [chart.proto for chart in app.get("vega_lite_chart")]


def test_the_page_has_it_closed_and_draws_nothing_yet(page):
    assert page.button(key=BUTTON).label == "Facts"
    assert charts(page) == []
    assert len(page.dataframe) == 0


def test_it_opens_on_the_page(page):
    page.button(key=BUTTON).click().run()
    assert not page.exception
    assert [tab.label for tab in page.tabs] == ["Facts", "Places", "Flow"]
    assert charts(page)[-1].alt == "Flow of the story"
    assert len(page.dataframe) == 1


def test_every_plot_has_a_name_and_a_sentence(comparison):
    app = drawn(comparison)
    assert [chart.alt for chart in charts(app)] == [
        "Differences in the Russian text", "Differences in the English text",
        "Flow of the story",
    ]  # fmt: skip
    seen = overview_of(comparison)
    captions = [caption.value for caption in app.caption]
    assert seen.counts_in_words in captions
    assert any(caption.startswith(seen.marks_in_words) for caption in captions)
    assert any(caption.startswith(seen.flow_in_words) for caption in captions)


def test_the_table_shows_every_fact(comparison):
    table = drawn(comparison).dataframe[0].value
    assert list(table.columns) == [
        "Kind", "Found", "Russian text", "English text", "Read as", "Russian sentences", "English sentences",
        "Difference",
    ]  # fmt: skip
    assert list(table["Found"]) == ["the versions differ", "only in Russian", "in both versions"]
    assert list(table["Read as"]) == ["12,000,000 ≠ 15,000,000", "Mer", "Monday"]
    assert list(table["Russian sentences"]) == ["4", "5", "3"]


@pytest.mark.parametrize(
    ("key", "chosen", "kinds"),
    [
        ("facts-found-en", ["the versions differ"], ["number"]),
        ("facts-found-en", ["the versions differ", "only in Russian"], ["number", "name"]),
        ("facts-kind-en", ["date"], ["date"]),
        ("facts-kind-en", [], ["number", "name", "date"]),
    ],
)
def test_the_table_can_be_filtered(comparison, key, chosen, kinds):
    app = drawn(comparison)
    app.button_group(key=key).set_value(chosen).run()
    assert list(app.dataframe[0].value["Kind"]) == kinds
    assert any(caption.value.startswith(f"{len(kinds)} of 3.") for caption in app.caption)


def test_texts_of_two_stories_have_nothing_to_plot():
    app = drawn(standin_compare(RUSSIAN, UNRELATED))
    assert charts(app) == []
    assert "nothing to plot" in app.caption[0].value


def test_a_comparison_without_differences_and_facts_can_be_opened(comparison):
    app = drawn(replace(comparison, differences=(), facts=()))
    assert [chart.alt for chart in charts(app)] == ["Flow of the story"]
    assert len(app.dataframe[0].value) == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_plots_wear_the_colours_of_the_reading_view(comparison, theme):
    seen = overview_of(comparison)
    drawings = [plots.places(seen, "Russian", theme), plots.flow(seen, theme)]
    for drawing in drawings:
        assert plots.INKS[theme]["only"] in json.dumps(drawing.to_dict())


def test_no_plot_tells_by_colour_alone(comparison):
    seen = overview_of(comparison)
    assert "shape" in plots.places(seen, "Russian", "light").to_dict()["encoding"]
    layers = plots.flow(seen, "light").to_dict()["layer"]
    assert all("strokeDash" in layer["encoding"] for layer in layers[:2])
    assert layers[2]["mark"]["shape"] == "square"


def test_hostile_words_stay_data(comparison):
    """A passage is a value in the data of a plot, where Vega reads no expression, and in no label of Streamlit's."""
    seen = overview_of(comparison)
    words = "<script>alert(1)</script> ${datum.x} [link](http://evil.example)"
    hostile = replace(seen, marks=tuple(replace(mark, words=words) for mark in seen.marks))
    record = plots.places(hostile, "Russian", "light").to_dict()
    (values,) = record.pop("datasets").values()
    assert {value["words"] for value in values} == {words}
    assert "script" not in json.dumps(record)


def test_long_values_are_shown_whole():
    """Streamlit breaks lines in rows that are high enough for them."""
    short, long = (
        (FactRow("number", "", FactSide("7", value, ()), FactSide("", "", ()), ""),) for value in ("7", "7" * 70)
    )
    assert _row_height(long) == _row_height(short) + 2 * LINE
    assert _row_height(()) == _row_height(short)
