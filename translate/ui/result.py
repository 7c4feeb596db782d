"""What was found: the answer, the reading view, and the reports to take away."""

from functools import partial

import streamlit as st

from translate.comparison import Comparison
from translate.report import FORMATS, render_bytes
from translate.report.reading_language import reads_at_first
from translate.report.told_words import coverage_explained, text_covered, told_count
from translate.report.verdict import verdict_of
from translate.report.wording import capital, percent, same_story_sentence, version_of
from translate.review.session_file import SUFFIX, session_bytes
from translate.text.sides import SIDES, SideName, on_side
from translate.ui import reading_component
from translate.ui.help import tours_asked_for
from translate.ui.masthead import theme
from translate.ui.plain import plain
from translate.ui.reviewing import Reviewing
from translate.wording.interface import interface_language
from translate.wording.phrase import Phrase, said, say

REPORT_NAMES = {
    "html": Phrase("Web page"),
    "xlsx": Phrase("Workbook (XLSX)"),
    "markdown": Phrase("Markdown"),
    "csv": Phrase("Table (CSV)"),
    "tmx": Phrase("Translation memory (TMX)"),
    "json": Phrase("Data (JSON)"),
    "console": Phrase("Plain text"),
}


def answer(reviewing: Reviewing) -> None:
    """What the two versions differ in, in a sentence or two, and the figures in a line below it."""
    comparison = reviewing.session.comparison
    if not comparison.same_story.likely:
        st.warning(same_story_sentence(comparison), icon=":material/help:")
        return  # figures of coverage would only puzzle
    with st.container(key="verdict"):
        st.markdown(plain(verdict_of(comparison)))
    major = sum(difference.severity == "major" for difference in comparison.differences)
    figures = [_told(comparison, side) for side in SIDES]
    figures.append(
        (
            say("Differences ({major} major)", major=major),
            str(len(comparison.differences)),
            say("Major ones change what a reader learns"),
        )
    )
    progress = reviewing.session.progress
    with st.container(horizontal=True, gap="medium", key="figures"):
        for label, value, explained in figures:
            st.metric(label, value, help=explained, width="content")
        if progress.total:
            done = say("Review: {decided} of {total} decided", decided=progress.decided, total=progress.total)
            st.markdown(done, width="content")


def _told(comparison: Comparison, side: SideName) -> tuple[str, str, str]:
    """What of one text the other tells: what it is called, the figure and what it means."""
    share = percent(on_side(comparison.coverage, side))
    told = told_count(comparison, side)
    if told is None:
        return text_covered(comparison, side), share, coverage_explained(comparison, side)
    return (
        capital(say("{version:name} sentences with a counterpart", version=version_of(comparison, side))),
        say("{told} of {count}", told=told[0], count=told[1]),
        f"{text_covered(comparison, side)}: {share}. {coverage_explained(comparison, side)}",
    )


def reading_view(reviewing: Reviewing) -> None:
    """Both texts side by side with the differences, as in the report that is a file, and decided upon here."""
    if reviewing.problem:
        st.error(plain(said(reviewing.problem)), icon=":material/error:")
    reading_component.draw(
        reviewing.document(theme()),
        reviewing.data,
        reviewing.take,
        key="reading-view",
        story=reviewing.story,
        title=say("Both texts and their differences"),
        tour=tours_asked_for(),
        reads=reads_at_first(reviewing.session.found, interface_language()),
    )


def downloads(reviewing: Reviewing, name: str) -> None:
    """A button in the bar that opens one for each report, and one for the session.

    Args:
        name: Of the files, without an ending.
    """
    comparison = reviewing.session.comparison
    with st.popover(say("Download"), icon=":material/download:", key="downloads"):
        for format in REPORT_NAMES:
            _download(comparison, format, name)
        st.download_button(
            say("Save the session"),
            partial(session_bytes, reviewing.session),
            file_name=f"{name}{SUFFIX}",
            mime="application/json",
            icon=":material/save:",
            on_click="ignore",
            key="save-session",
            help=say("Both texts, what was found and every decision, to go on with another day"),
            width="stretch",
        )


def _download(comparison: Comparison, format: str, name: str) -> None:
    about = FORMATS[format]
    st.download_button(
        said(REPORT_NAMES[format]),
        partial(render_bytes, comparison, format, interface_language()),  # made when it is asked for
        file_name=f"{name}{about.suffix}",
        mime=about.media_type,
        on_click="ignore",
        key=f"download-{format}",
        width="stretch",
    )
