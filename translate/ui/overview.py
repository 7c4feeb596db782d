"""The comparison from above: kinds of difference, where they lie, how the story flows, and the table of facts."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from translate.comparison import Comparison
from translate.report.fact_rows import CAVEAT, FactRow, fact_rows
from translate.report.overview import overview_of
from translate.report.wording import sentences_name, text_name
from translate.text.sides import SIDES
from translate.ui.masthead import dark, speak_as_chosen
from translate.wording.interface import interface_language
from translate.wording.phrase import said, say

KEY = "overview"


@st.fragment
def overview(comparison: Comparison) -> None:
    """Plots and the table of facts, made when the visitor opens them; what is chosen here redraws nothing else."""
    speak_as_chosen()
    box = st.expander(say("Overview: plots and facts"), icon=":material/bar_chart:", key=KEY, on_change="rerun")
    if not box.open:
        return
    with box:
        if not comparison.same_story.likely:
            st.caption(say("The two texts seem to be about different things, so there is nothing to plot."))
            return
        kinds, places, flow, facts = st.tabs([say("Kinds"), say("Places"), say("Flow"), say("Facts")])
        _plots(comparison, (kinds, places, flow))
        with facts:
            _facts(comparison)


def _plots(comparison: Comparison, tabs: Sequence["st.delta_generator.DeltaGenerator"]) -> None:
    """Each plot with a sentence that says the same; Streamlit's toolbar on it saves it and shows its data."""
    from translate.ui import plots  # altair takes a third of a second to import

    seen = overview_of(comparison)
    theme: plots.Theme = "dark" if dark() else "light"
    kinds, places, flow = tabs
    # The words stand below, because Streamlit's toolbar covers what is above a plot.
    with kinds:
        if seen.counts:
            st.altair_chart(plots.counts(seen, theme), alt=say("Differences by kind"))
        st.caption(seen.counts_in_words)
    with places:
        if seen.marks:
            for name, column in zip(seen.names, st.columns(2), strict=True):
                about = say("Differences in the {language} text", language=name)
                column.altair_chart(plots.places(seen, name, theme), alt=about)
        st.caption(seen.marks_in_words + " " + say("Left is the beginning of a text, right is its end."))
    with flow:
        st.altair_chart(plots.flow(seen, theme), alt=say("Flow of the story"))
        legend = say(
            "A line leads from a passage of the {one} text to the same in the {other} one, a square is a passage "
            "without counterpart; the beginning is on top.",
            one=seen.names[0],
            other=seen.names[1],
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
        column_config={text: st.column_config.TextColumn(width="medium") for text in texts},
        alt=say("Numbers, dates and names with what either version says: {count}", count=len(shown)),
        key="facts",
    )
    st.caption(f"{say('{shown} of {total}', shown=len(shown), total=len(rows))}. {said(CAVEAT)}")


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
