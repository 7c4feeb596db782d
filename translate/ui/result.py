"""What was found: the summary, the reading view, and the reports to take away."""

from functools import partial
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from translate.comparison import Comparison
from translate.report import FORMATS, render_bytes
from translate.report.told_words import coverage_explained, relation_sentence, text_covered, told_count
from translate.report.wording import percent, same_story_sentence, version_of
from translate.text.sides import SIDES, SideName, on_side
from translate.ui import reading_component
from translate.ui.masthead import dark
from translate.ui.plain import plain
from translate.ui.reviewing import Reviewing
from translate.wording.interface import interface_language
from translate.wording.phrase import Phrase, said, say

VIEW_HEIGHT = 820  # pixels: the view scrolls inside its columns, so it should nearly fill a laptop's window

REPORT_NAMES = {
    "html": Phrase("Web page"),
    "xlsx": Phrase("Workbook (XLSX)"),
    "markdown": Phrase("Markdown"),
    "csv": Phrase("Table (CSV)"),
    "tmx": Phrase("Translation memory (TMX)"),
    "json": Phrase("Data (JSON)"),
    "console": Phrase("Plain text"),
}
IN_SIGHT = ("html", "xlsx")  # what is read and what is worked on; seven buttons in a row hid both


def summary(comparison: Comparison, head: DeltaGenerator) -> None:
    """Coverage, differences and the same-story check at a glance.

    Args:
        head: A row that has room for the figures.
    """
    if not comparison.same_story.likely:
        st.warning(same_story_sentence(comparison), icon=":material/help:")
        return  # figures of coverage would only puzzle
    major = sum(difference.severity == "major" for difference in comparison.differences)
    figures = [_told(comparison, side) for side in SIDES]
    figures.append(
        (
            say("Differences ({major} major)", major=major),
            str(len(comparison.differences)),
            say("Major ones change what a reader learns"),
        )
    )
    with head, st.container(horizontal=True, gap="medium", width="content"):  # wraps as a whole
        for label, value, explained in figures:
            st.metric(label, value, help=explained, width="content")
    if relation := relation_sentence(comparison):
        st.caption(relation)


def _told(comparison: Comparison, side: SideName) -> tuple[str, str, str]:
    """What of one text the other tells: what it is called, the figure and what it means."""
    share = percent(on_side(comparison.coverage, side))
    told = told_count(comparison, side)
    if told is None:
        return text_covered(comparison, side), share, coverage_explained(comparison, side)
    return (
        say("{version:name} sentences with a counterpart", version=version_of(comparison, side)),
        say("{told} of {count}", told=told[0], count=told[1]),
        f"{text_covered(comparison, side)}: {share}. {coverage_explained(comparison, side)}",
    )


def reading_view(reviewing: Reviewing) -> None:
    """Both texts side by side with the differences, as in the report that is a file, and decided upon here."""
    theme: Literal["dark", "light"] = "dark" if dark() else "light"
    if reviewing.problem:
        st.error(plain(said(reviewing.problem)), icon=":material/error:")
    reading_component.draw(
        reviewing.document(theme),
        reviewing.data,
        reviewing.take,
        key="reading-view",
        story=reviewing.story,
        theme=theme,
        title=say("Both texts and their differences"),
        height=VIEW_HEIGHT,
    )


def downloads(comparison: Comparison, name: str) -> None:
    """One button for each report: those that most readers want in sight, the rest behind one more.

    Args:
        name: Of the files, without an ending.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(say("Download the report:"), width="content")
        for format in IN_SIGHT:
            _download(comparison, format, name)
        with st.popover(say("Other formats"), icon=":material/download:"):
            for format in REPORT_NAMES:
                if format not in IN_SIGHT:
                    _download(comparison, format, name, width="stretch")


def _download(
    comparison: Comparison, format: str, name: str, *, width: Literal["content", "stretch"] = "content"
) -> None:
    about = FORMATS[format]
    st.download_button(
        said(REPORT_NAMES[format]),
        partial(render_bytes, comparison, format, interface_language()),  # made when it is asked for
        file_name=f"{name}{about.suffix}",
        mime=about.media_type,
        icon=":material/download:" if format in IN_SIGHT else None,
        on_click="ignore",
        key=f"download-{format}",
        width=width,
    )
