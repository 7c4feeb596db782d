"""Several versions of one story on the page: who tells what, and a way into the comparison of any two of them."""

from functools import partial
from itertools import groupby

import streamlit as st

from translate.errors import ServerError, TranslateError
from translate.options import Options
from translate.review.history import History
from translate.review.session import Session
from translate.several.comparing import text_named
from translate.several.page import conflicts_list, coverage_table, matrix_table, table_style
from translate.several.reports import FORMATS, render_many_bytes
from translate.several.versions import Versions
from translate.several.wording import summary
from translate.ui.computing import options_for, versions_of
from translate.ui.kept import resumed
from translate.ui.plain import plain
from translate.ui.reading_component import behave
from translate.ui.result import REPORT_NAMES
from translate.ui.reviewing import Basis, Reviewing
from translate.ui.sessions import story_of
from translate.ui.state import MOST_VERSIONS, PageState
from translate.wording.interface import interface_language
from translate.wording.phrase import said, say, say_counted

PANES = {text_named(pane + 1): pane for pane in range(MOST_VERSIONS)}  # by what errors call the text in each


def several_versions(state: PageState) -> Versions | None:
    """What the versions tell; None where they cannot be compared, which is told at the pane concerned or below all."""
    options = _options(state)
    try:
        return versions_of(state.together, options, partial(stop, state))
    except ServerError as error:  # comparing needs none
        state.server, state.server_problem = None, error.message
        st.error(plain(said(error.message)), icon=":material/error:")
        return several_versions(state)
    except TranslateError as error:
        stop(state)
        state.tell(error, PANES)
        return None


def draw_together(state: PageState, versions: Versions) -> None:
    """The answer, how much each version tells, conflicts with their pairs, and the matrix."""
    style = f"<style>{table_style()}</style>"
    with st.container(key="several"):
        for line in summary(versions):
            st.markdown(plain(line))
        st.header(say("How much of each version the others tell"), anchor=False)
        _html(style + coverage_table(versions))
        st.markdown(say("Two of them side by side:"))
        with st.container(horizontal=True, gap="small", key="pairs-of-versions"):
            for first, second in sorted(versions.comparisons):
                _pair_button(state, versions, first, second)
        st.header(say("Conflicts"), anchor=False)
        if not versions.conflicts:
            st.markdown(say("None found."))
        for (first, second), found in groupby(versions.conflicts, key=lambda each: (each.first, each.second)):
            conflicts = tuple(found)
            with st.container(horizontal=True, vertical_alignment="center"):
                names = plain(_pair_name(versions, first, second))
                count = say_counted("{count} conflict", "{count} conflicts", len(conflicts))
                st.markdown(f"**{names}**: {count}", width="content")
                _pair_button(state, versions, first, second, key="conflicts", label=say("Open the comparison"))
            _html(conflicts_list(versions, conflicts))
        st.header(say("Who tells what"), anchor=False)
        _html(matrix_table(versions))
    behave()


def downloads_together(versions: Versions, name: str) -> None:
    """A button in the bar that opens one for each report.

    Args:
        versions: What was found.
        name: Of the files, without an ending.
    """
    with st.popover(say("Download"), icon=":material/download:", key="downloads"):
        for format, about in FORMATS.items():
            st.download_button(
                said(REPORT_NAMES[format]),
                partial(render_many_bytes, versions, format, interface_language()),
                file_name=f"{name}{about.suffixes[0]}",
                mime=about.media_type,
                on_click="ignore",
                key=f"download-several-{format}",
                width="stretch",
            )


def _html(fragment: str) -> None:
    st.html(f'<div class="versions">{fragment}</div>')


def _pair_button(
    state: PageState, versions: Versions, first: int, second: int, key: str = "pair", label: str = ""
) -> None:
    st.button(
        label or plain(_pair_name(versions, first, second)),
        icon=":material/compare:",
        key=f"{key}-{first}-{second}",
        on_click=_open_pair,
        args=(state, versions, first, second),
    )


def _pair_name(versions: Versions, first: int, second: int) -> str:
    return f"{versions.names[first]} – {versions.names[second]}"


def _open_pair(state: PageState, versions: Versions, first: int, second: int) -> None:
    """Show two of the versions as a story of the visitor's own, with what was found in them and no second run."""
    options = _options(state)
    session = Session.of(versions.comparisons[first, second], options)
    story = story_of(session)
    state.mode, state.editing, state.offering = "own", False, False
    state.stories["own"] = story
    if story not in state.reviews:
        kept = resumed(state, story, options)
        state.take_up(story, kept or Reviewing(Basis(options, None), History(session)))


def _options(state: PageState) -> Options:
    return options_for(state.operating_point, state.engine, state.server, state.glossary)


def stop(state: PageState) -> None:
    """Give up comparing; the versions stay in their panes."""
    state.edit()
    state.together = ()
