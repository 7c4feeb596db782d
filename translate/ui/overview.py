"""The comparison from above: the table of facts, where the differences lie, and how the story flows."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from translate.comparison import Comparison
from translate.report.fact_rows import CAVEAT, FactRow, fact_rows
from translate.report.overview import Overview, overview_of
from translate.report.wording import sentences_name, text_name
from translate.text.sides import SIDES
from translate.ui.masthead import speak_as_chosen, theme
from translate.wording.interface import interface_language
from translate.wording.phrase import said, say

BUTTON = "facts-button"
IN_A_LINE = 30  # characters in a column of medium width
LINE, PADDING = 20, 15  # pixels
MOST_LINES = 4  # the words of a wording that is longer are shown where its cell is clicked


def facts_button(comparison: Comparison) -> None:
    """A button in the bar that opens the comparison from above in a dialog."""
    if st.button(say("Facts"), icon=":material/table:", key=BUTTON):
        st.dialog(say("Facts, and where the differences lie"), width="large")(overview)(comparison)


def overview(comparison: Comparison) -> None:
    """The table of facts, and plots where they say more than a number does."""
    speak_as_chosen()
    if not comparison.same_story.likely:
        st.caption(say("The two texts seem to be about different things, so there is nothing to plot."))
        return
    seen = overview_of(comparison)
    st.caption(seen.counts_in_words)
    moved = any(thread.link == "moved" for thread in seen.threads)
    shown: list[tuple[str, Callable[[], None]]] = [(say("Facts"), partial(_facts, comparison))]
    if seen.marks:
        shown.append((say("Places"), partial(_places, seen)))
    if seen.ends or moved:  # else every line is level, which the sentence says as well
        shown.append((say("Flow"), partial(_flow, seen)))
    for tab, (_, draw) in zip(st.tabs([title for title, _ in shown]), shown, strict=True):
        with tab:
            draw()


def _places(seen: Overview) -> None:
    """Where the differences lie; Streamlit's toolbar on a plot saves it and shows its data."""
    from translate.ui import plots  # altair takes a third of a second to import

    # The words stand below, because Streamlit's toolbar covers what is above a plot.
    for name, kind, column in zip(seen.names, seen.kinds, st.columns(2), strict=True):
        about = say("Differences in the {language} text", language=kind)
        column.altair_chart(plots.places(seen, name, theme()), alt=about)
    st.caption(seen.marks_in_words + " " + say("Left is the beginning of a text, right is its end."))


def _flow(seen: Overview) -> None:
    """The order of the passages in one version beside that in the other."""
    from translate.ui import plots

    st.altair_chart(plots.flow(seen, theme()), alt=say("Flow of the story"))
    legend = say(
        "A line leads from a passage of the {one} text to the same in the {other} one, a square is a passage "
        "without counterpart; the beginning is on top.",
        one=seen.kinds[0],
        other=seen.kinds[1],
    )
    st.caption(f"{seen.flow_in_words} {legend}")


@st.fragment
def _facts(comparison: Comparison) -> None:
    """Every number, date and name, with what either version says; a filter redraws the table alone."""
    speak_as_chosen()
    rows = fact_rows(comparison)
    language = interface_language()  # what can be chosen has other names in another one
    with st.container(horizontal=True):
        found = _chosen(say("Found"), [row.status for row in rows], key=f"facts-found-{language}")
        kinds = _chosen(say("Kind"), [row.kind for row in rows], key=f"facts-kind-{language}")
    shown = [row for row in rows if row.status in found and row.kind in kinds]
    texts = tuple(text_name(comparison, side) for side in SIDES)
    st.dataframe(
        _columns(comparison, shown),
        hide_index=True,
        width="stretch",
        row_height=_row_height(shown),
        column_config={name: st.column_config.TextColumn(width="medium") for name in (*texts, say("Read as"))},
        alt=say("Numbers, dates and names with what either version says: {count}", count=len(shown)),
        key="facts",
    )
    st.caption(f"{say('{shown} of {total}', shown=len(shown), total=len(rows))}. {said(CAVEAT)}")


def _row_height(rows: Sequence[FactRow]) -> int:
    """Pixels that each row needs for the longest value or wording in it; Streamlit gives all rows the same."""
    longest = max((len(cell) for row in rows for cell in (row.value, row.source.words, row.target.words)), default=0)
    return PADDING + LINE * min(MOST_LINES, -(-longest // IN_A_LINE) or 1)


def _chosen(label: str, values: Sequence[str], *, key: str) -> Sequence[str]:
    """The values that the visitor wants to see; all of them while none is chosen."""
    counts = Counter(values)
    names = sorted(counts)
    chosen = st.pills(label, names, selection_mode="multi", format_func=lambda name: f"{name} {counts[name]}", key=key)
    return chosen or names


def _columns(comparison: Comparison, rows: Sequence[FactRow]) -> Mapping[str, list[str]]:
    """The rows as columns with titles."""
    return {
        say("Kind"): [row.kind for row in rows],
        say("Found"): [row.status for row in rows],
        text_name(comparison, "source"): [row.source.words for row in rows],
        text_name(comparison, "target"): [row.target.words for row in rows],
        say("Read as"): [row.value for row in rows],
        sentences_name(comparison, "source"): [row.source.numbers for row in rows],
        sentences_name(comparison, "target"): [row.target.numbers for row in rows],
        say("Difference"): [row.difference for row in rows],
    }
