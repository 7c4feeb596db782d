"""Where the texts come from: the gallery of samples, and two panes for the visitor's own."""

from typing import Literal

import streamlit as st

from translate.errors import TranslateError
from translate.languages.registry import compared_languages, counterpart_of
from translate.report.wording import language_name
from translate.samples import load_sample, sample_names
from translate.text.formats.contents import ENDINGS, contents_of
from translate.text.html_page import plain_text
from translate.text.origin import BothVersions, FileText
from translate.ui.computing import language_of
from translate.ui.masthead import dark
from translate.ui.plain import plain
from translate.ui.state import Mode, PageState, Story
from translate.ui.visitors import pages_by_address, private_addresses
from translate.ui.waiting import time_needed
from translate.web.story import read_story
from translate.wording.interface import interface_language
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, said, say, say_counted

FIRST_SAMPLE = "supercomputers"  # shows every kind of difference, and page furniture
MODES: dict[Mode, Phrase] = {"sample": Phrase("Sample stories"), "own": Phrase("Your own texts")}
PANE_NAMES = (Phrase("One version"), Phrase("The other version"))
PANE_HEIGHT = 300  # pixels


def choose_mode(state: PageState) -> None:
    """Let the visitor choose between the samples and their own texts."""
    names = {mode: said(name) for mode, name in MODES.items()}
    chosen = st.segmented_control(
        say("What to compare"),
        list(MODES),
        default=state.mode,
        format_func=names.__getitem__,
        label_visibility="collapsed",
        key="mode",
    )
    state.mode = chosen or state.mode  # pressing the chosen one again releases it


def sample_gallery(state: PageState) -> None:
    """Titles of the sample stories; the chosen one is compared."""
    names = sample_names()
    titles = {name: load_sample(name, language=interface_language()).title for name in names}
    state.sample = state.sample or (FIRST_SAMPLE if FIRST_SAMPLE in names else names[0])
    chosen = st.pills(
        say("Sample"),
        names,
        default=state.sample,
        format_func=lambda name: titles[name],
        label_visibility="collapsed",
        key="sample",
    )
    sample = load_sample(chosen or state.sample, language=interface_language())
    if sample.name != state.sample or "sample" not in state.stories:
        state.sample = sample.name
        state.stories["sample"] = Story(sample.source, sample.target)
    st.caption(sample.description)


def edit_button(state: PageState) -> None:
    """What stands in place of the panes while their texts are compared: it opens them again."""
    st.button(say("Edit the texts"), icon=":material/edit:", on_click=_edit, args=(state,))


def own_texts(state: PageState) -> None:
    """Two panes to paste or upload texts into."""
    st.markdown(say("Paste or open the Russian and the English version of one story, in either order."))
    for number, column in enumerate(st.columns(2, gap="medium")):
        with column:
            _pane(state, number)
    # Streamlit writes white on a primary button; on the light blue that the dark theme needs nobody could read it.
    kind: Literal["primary", "secondary"] = "secondary" if dark() else "primary"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(say("Compare"), type=kind, icon=":material/compare:", on_click=_compare, args=(state,))
        if all(draft.strip() for draft in state.drafts):
            words = sum(len(draft.split()) for draft in state.drafts)
            st.caption(say("Takes {time}.", time=time_needed(words)), width="content")
    # Below the button: an error that goes when its text changes must not move the button away from under the pointer.
    for number, column in enumerate(st.columns(2, gap="medium")):
        if number in state.problems:
            column.error(plain(said(state.problems[number])), icon=":material/error:")


def _pane(state: PageState, number: int) -> None:
    key = f"text-{number}"
    if key not in st.session_state:  # Streamlit forgets the text of a pane while it is not drawn
        st.session_state[key] = state.drafts[number]
    st.text_area(
        said(PANE_NAMES[number]),
        key=key,
        height=PANE_HEIGHT,
        placeholder=say("Paste the text here, headline included."),
        on_change=_type,
        args=(state, number),
    )
    st.caption(_about(state.drafts[number], state.drafts[1 - number]))
    st.file_uploader(
        say("or open a file: text, web page, Word, PDF, subtitles, a table with both versions …"),
        type=list(ENDINGS),
        key=f"file-{number}",
        on_change=_open,
        args=(state, number),
    )
    if pages_by_address():
        _page_field(state, number)


def _page_field(state: PageState, number: int) -> None:
    """The address of a page on the web, whose text is put into the pane to be seen before it is compared."""
    with st.form(f"page-{number}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(say("or give the address of a page on the web"), key=f"address-{number}", placeholder="https://")
        st.form_submit_button(
            say("Fetch"), key=f"fetch-{number}", icon=":material/language:", on_click=_fetch, args=(state, number)
        )


def _about(text: str, other: str) -> str:
    """One line about a pane, always there, so that nothing moves under the pointer while texts change."""
    if not text.strip():
        return say("No text yet.")
    detection = language_of(text, language_of(other).language)
    words = say_counted("{count:,} word", "{count:,} words", len(text.split()))
    if detection.language in compared_languages():
        return f"{language_name(detection.language)}, {words}"
    doubt = say("Neither Russian nor English?")
    return f":orange[{doubt}] {plain(said(detection.reason))}. {words}"


def _type(state: PageState, number: int) -> None:
    """Keep what was typed, before anything of the page is drawn; of a page's HTML, the lines."""
    state.problems.pop(number, None)
    state.drafts[number] = st.session_state[f"text-{number}"]
    try:
        st.session_state[f"text-{number}"] = state.drafts[number] = plain_text(state.drafts[number])
    except TranslateError as error:
        state.problems[number] = error.message


def _open(state: PageState, number: int) -> None:
    """Put an uploaded file into its pane; one that holds both versions into both."""
    state.problems.pop(number, None)
    file = st.session_state[f"file-{number}"]
    if file is None:
        return
    try:
        found = contents_of(file.getvalue(), file.name)
    except TranslateError as error:
        state.problems[number] = error.message
        return
    if isinstance(found, BothVersions):
        state.problems.clear()
        _put(state, 0, found.source)
        _put(state, 1, found.target)
    else:
        _put(state, number, found)


def _put(state: PageState, number: int, found: FileText) -> None:
    """Show in a pane what was read from a file or from the web."""
    state.opened[number] = found
    st.session_state[f"text-{number}"] = state.drafts[number] = found.text


def _fetch(state: PageState, number: int) -> None:
    """Put the story of a page into its pane."""
    state.problems.pop(number, None)
    address = st.session_state[f"address-{number}"].strip()
    if not address:
        state.problems[number] = Phrase("Give the address of a page: copy it from the browser, from http on.")
        return
    address = address if "://" in address else f"https://{address}"
    try:
        story = read_story(address, allow_private=private_addresses())
    except TranslateError as error:
        state.problems[number] = error.message
    else:
        _put(state, number, story.file)
        if story.doubt:
            state.problems[number] = story.doubt


def _edit(state: PageState) -> None:
    state.editing = True


def _compare(state: PageState) -> None:
    """Take both panes as the story to compare, or tell which of them is empty."""
    state.drafts = [st.session_state[f"text-{number}"] for number in (0, 1)]
    empty = [number for number in (0, 1) if not state.drafts[number].strip()]
    state.problems = {number: _ask_for(state.drafts[1 - number]) for number in empty}
    if not empty:
        first, second = (_unchanged(state, number) for number in (0, 1))
        state.stories["own"] = Story(state.drafts[0], state.drafts[1], (first, second))
        state.editing = False


def _unchanged(state: PageState, number: int) -> FileText | None:
    """The file of a pane, if its text stands there as it was read."""
    found = state.opened.get(number)
    return found if found is not None and found.text == state.drafts[number] else None


def _ask_for(other: str) -> str:
    """What an empty pane lacks, given the text in the other pane."""
    found = language_of(other).language
    asked = counterpart_of(found) if found in compared_languages() else None
    if asked is None:
        return Phrase("This text is still empty. Paste one version of the story here, or open a file.")
    return Phrase(
        "This text is still empty. Paste {version} of the story here, or open a file.", version=Version(asked)
    )
