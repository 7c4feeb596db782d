"""The comparison from above: kinds of difference, where they lie, how the story flows, and the table of facts."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from translate.comparison import Comparison
from translate.report.fact_rows import CAVEAT, FactRow, fact_rows
from translate.report.overview import overview_of
from translate.report.wording import side_name
from translate.ui.masthead import dark

KEY = "overview"


@st.fragment
def overview(comparison: Comparison) -> None:
    """Plots and the table of facts, made when the visitor opens them; what is chosen here redraws nothing else."""
    box = st.expander("Overview: plots and facts", icon=":material/bar_chart:", key=KEY, on_change="rerun")
    if not box.open:
        return
    with box:
        if not comparison.same_story.likely:
            st.caption("The two texts seem to be about different things, so there is nothing to plot.")
            return
        kinds, places, flow, facts = st.tabs(["Kinds", "Places", "Flow", "Facts"])
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
            st.altair_chart(plots.counts(seen, theme), alt="Differences by kind")
        st.caption(seen.counts_in_words)
    with places:
        if seen.marks:
            for name, column in zip(seen.names, st.columns(2), strict=True):
                column.altair_chart(plots.places(seen, name, theme), alt=f"Differences in the {name} text")
        st.caption(f"{seen.marks_in_words} Left is the beginning of a text, right is its end.")
    with flow:
        st.altair_chart(plots.flow(seen, theme), alt="Flow of the story")
        st.caption(
            f"{seen.flow_in_words} A line leads from a passage of the {seen.names[0]} text to the same in the "
            f"{seen.names[1]} one, a square is a passage without counterpart; the beginning is on top."
        )


@st.fragment
def _facts(comparison: Comparison) -> None:
    """Every number, date and name, with what either version says; a filter redraws the table alone."""
    rows = fact_rows(comparison)
    with st.container(horizontal=True):
        found = _chosen("Found", [row.status for row in rows], key="facts-found")
        kinds = _chosen("Kind", [row.kind for row in rows], key="facts-kind")
    shown = [row for row in rows if row.status in found and row.kind in kinds]
    source, target = side_name(comparison, "source"), side_name(comparison, "target")
    st.dataframe(
        _columns(shown, source, target),
        hide_index=True,
        width="stretch",
        column_config={
            f"{source} text": st.column_config.TextColumn(width="medium"),
            f"{target} text": st.column_config.TextColumn(width="medium"),
        },
        alt=f"{len(shown)} numbers, dates and names with what either version says",
        key="facts",
    )
    st.caption(f"{len(shown)} of {len(rows)}. {CAVEAT}")


def _chosen(label: str, values: Sequence[str], *, key: str) -> Sequence[str]:
    """The values that the visitor wants to see; all of them while none is chosen."""
    counts = Counter(values)
    names = sorted(counts)
    chosen = st.pills(label, names, selection_mode="multi", format_func=lambda name: f"{name} {counts[name]}", key=key)
    return chosen or names


def _columns(rows: Sequence[FactRow], source: str, target: str) -> Mapping[str, list[str]]:
    """The rows as columns with titles."""
    return {
        "Kind": [row.kind for row in rows],
        "Found": [row.status for row in rows],
        f"{source} text": [row.source.words for row in rows],
        f"{target} text": [row.target.words for row in rows],
        "Read as": [row.value for row in rows],
        f"{source} sentences": [row.source.numbers for row in rows],
        f"{target} sentences": [row.target.numbers for row in rows],
        "Difference": [row.difference for row in rows],
    }
