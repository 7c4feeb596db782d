"""Where the texts come from: two panes for the visitor's own, and the samples."""

import streamlit as st

from translate.desk.story import Story
from translate.errors import TranslateError
from translate.languages.registry import compared_languages, counterpart_of
from translate.report.wording import language_name
from translate.samples import load_sample, sample_names
from translate.text.formats.contents import ENDINGS, contents_of
from translate.text.html_page import plain_text
from translate.text.origin import BothVersions, FileText
from translate.ui.computing import language_of
from translate.ui.packages import offer_is_due
from translate.ui.plain import plain
from translate.ui.sessions import open_session, told_unopened
from translate.ui.state import PageState
from translate.ui.visitors import pages_by_address, private_addresses
from translate.ui.waiting import time_needed
from translate.web.story import read_story
from translate.wording.interface import interface_language
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, said, say, say_counted

PANE_NAMES = (Phrase("One version"), Phrase("The other version"))
EMPTY = (
    Phrase(
        "Paste the Russian or the English version here, headline included. Menus, share buttons and other parts of "
        "the page may come along: they are left out of the comparison."
    ),
    Phrase(
        "Paste the other version here. Either may be the Russian one, and neither has to be a translation of the other."
    ),
)
PANE_HEIGHT = 260  # pixels


def start(state: PageState) -> None:
    """What stands on the page before a comparison: what it does, two panes, and the samples."""
    with st.container(key="start"):
        st.title(say("The same story, seen from two languages"), anchor=False)
        st.markdown(
            say("See what only the Russian or only the English version of a story tells, and where the two disagree.")
        )
        _own_texts(state)
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="samples"):
            _samples(state)
            open_session(state)
        told_unopened(state)


def _own_texts(state: PageState) -> None:
    """Two panes to paste or upload texts into."""
    for number, column in enumerate(st.columns(2, gap="medium")):
        with column:
            _pane(state, number)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(say("Compare"), type="primary", icon=":material/compare:", on_click=_compare, args=(state,))
        if state.can_go_back:
            st.button(say("Back to the result"), icon=":material/arrow_back:", on_click=state.back)
        if all(draft.strip() for draft in state.drafts):
            words = sum(len(draft.split()) for draft in state.drafts)
            st.caption(say("Takes {time}.", time=time_needed(words)), width="content")
    if state.problem:  # of both texts together
        with st.container(key="problem"):
            st.error(plain(said(state.problem)), icon=":material/error:")


def _samples(state: PageState) -> None:
    """A button for each sample story, which compares it."""
    language = interface_language()
    st.markdown(say("Or look at a sample:"), width="content")
    for name in sample_names():
        title = load_sample(name, language=language).title
        st.button(title, key=f"sample-{name}", on_click=_show_sample, args=(state, name))


def _show_sample(state: PageState, name: str) -> None:
    sample = load_sample(name)
    state.mode, state.sample, state.stories["sample"] = "sample", name, Story(sample.source, sample.target)
    state.problems, state.problem = {}, ""


def open_again(state: PageState) -> None:
    """In the bar, the ways back to the panes: for another story, or to change the texts of this one."""
    st.button(say("New comparison"), icon=":material/add:", key="new", on_click=state.begin)
    if state.mode == "own":
        st.button(say("Edit the texts"), icon=":material/edit:", key="edit", on_click=state.edit)


def _pane(state: PageState, number: int) -> None:
    key = f"text-{number}"
    # Streamlit forgets the text of a pane while it is not drawn, and knows nothing of texts that were put aside.
    if st.session_state.get(key) != state.drafts[number]:
        st.session_state[key] = state.drafts[number]
    st.text_area(
        said(PANE_NAMES[number]),
        key=key,
        height=PANE_HEIGHT,
        placeholder=said(EMPTY[number]),
        on_change=_type,
        args=(state, number),
    )
    with st.container(key=f"about-{number}"):
        if number in state.problems:
            st.error(plain(said(state.problems[number])), icon=":material/error:")
        else:
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


def _settled(state: PageState, number: int) -> None:
    """Forget what was wrong with a text that is changed now."""
    state.problems.pop(number, None)
    state.problem = ""


def _type(state: PageState, number: int) -> None:
    """Keep what was typed, before anything of the page is drawn; of a page's HTML, the lines."""
    _settled(state, number)
    state.drafts[number] = st.session_state[f"text-{number}"]
    try:
        st.session_state[f"text-{number}"] = state.drafts[number] = plain_text(state.drafts[number])
    except TranslateError as error:
        state.problems[number] = error.message


def _open(state: PageState, number: int) -> None:
    """Put an uploaded file into its pane; one that holds both versions into both."""
    _settled(state, number)
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
    _settled(state, number)
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


def _compare(state: PageState) -> None:
    """Take both panes as the story to compare, or tell which of them is empty."""
    state.drafts = [st.session_state[f"text-{number}"] for number in (0, 1)]
    empty = [number for number in (0, 1) if not state.drafts[number].strip()]
    state.problems, state.problem = {number: _ask_for(state.drafts[1 - number]) for number in empty}, ""
    if not empty:
        state.stories["own"] = state.draft
        state.editing, state.offering = False, offer_is_due(state)


def _ask_for(other: str) -> str:
    """What an empty pane lacks, given the text in the other pane."""
    found = language_of(other).language
    asked = counterpart_of(found) if found in compared_languages() else None
    if asked is None:
        return Phrase("This text is still empty. Paste one version of the story here, or open a file.")
    return Phrase(
        "This text is still empty. Paste {version} of the story here, or open a file.", version=Version(asked)
    )
