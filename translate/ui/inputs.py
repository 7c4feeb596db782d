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
from translate.ui.state import MOST_VERSIONS, PageState
from translate.ui.visitors import pages_by_address, private_addresses
from translate.ui.waiting import time_needed
from translate.web.story import read_story
from translate.wording.interface import interface_language
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, said, say, say_counted

PANE_NAMES = (Phrase("One version"), Phrase("The other version"))
ONE_MORE = Phrase("Paste one more version of the story here, in either language.")
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
    """Panes to paste or upload texts into: two, and more where the visitor adds some."""
    for row in range(0, len(state.drafts), 2):
        for number, column in enumerate(st.columns(2, gap="medium"), start=row):
            if number < len(state.drafts):
                with column:
                    _pane(state, number)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(say("Compare"), type="primary", icon=":material/compare:", on_click=_compare, args=(state,))
        if len(state.drafts) < MOST_VERSIONS:
            st.button(
                say("Add a version"),
                icon=":material/add:",
                key="add-version",
                on_click=state.add_a_pane,
            )
        if state.can_go_back:
            st.button(say("Back to the result"), icon=":material/arrow_back:", on_click=state.back)
        if state.put_aside:
            _all_versions(state)
        if all(draft.strip() for draft in state.drafts):
            # Every version is in one comparison with each other one.
            words = (len(state.drafts) - 1) * sum(len(draft.split()) for draft in state.drafts)
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
    if state.one_of_several:
        _all_versions(state)
    if state.mode != "sample":
        st.button(say("Edit the texts"), icon=":material/edit:", key="edit", on_click=state.edit)


def _all_versions(state: PageState) -> None:
    st.button(say("All versions"), icon=":material/grid_on:", key="all-versions", on_click=state.show_together)


def _pane(state: PageState, number: int) -> None:
    key = f"text-{number}"
    # Streamlit forgets the text of a pane while it is not drawn, and knows nothing of texts that were put aside.
    if st.session_state.get(key) != state.drafts[number]:
        st.session_state[key] = state.drafts[number]
    st.text_area(
        said(PANE_NAMES[number]) if number < 2 else say("Version {number}", number=number + 1),
        key=key,
        height=PANE_HEIGHT,
        placeholder=said(EMPTY[number] if number < 2 else ONE_MORE),
        on_change=_type,
        args=(state, number),
    )
    with st.container(key=f"about-{number}"):
        if number in state.problems:
            st.error(plain(said(state.problems[number])), icon=":material/error:")
        else:
            st.caption(_about(state.drafts[number], _beside(state, number)))
    st.file_uploader(
        say("or open a file: text, web page, Word, PDF, subtitles, a table with both versions …"),
        type=list(ENDINGS),
        key=f"file-{number}",
        on_change=_open,
        args=(state, number),
    )
    if pages_by_address():
        _page_field(state, number)
    if number >= 2:
        st.button(
            say("Remove version {number}", number=number + 1),
            icon=":material/close:",
            key=f"remove-{number}",
            type="tertiary",
            on_click=_remove,
            args=(state, number),
        )


def _beside(state: PageState, number: int) -> str:
    """A text in another pane, which helps to tell the language of one."""
    others = (draft for pane, draft in enumerate(state.drafts) if pane != number)
    return next(filter(str.strip, others), "")


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


def _remove(state: PageState, number: int) -> None:
    """Close a pane; what was typed in the others a moment ago is kept, whichever of the two is told first."""
    state.drafts = _typed(state)
    state.remove_pane(number)
    for pane, draft in enumerate(state.drafts):
        st.session_state[f"text-{pane}"] = draft


def _typed(state: PageState) -> list[str]:
    """What stands in each pane now."""
    return [st.session_state.get(f"text-{pane}", draft) for pane, draft in enumerate(state.drafts)]


def _type(state: PageState, number: int) -> None:
    """Keep what was typed, before anything of the page is drawn; of a page's HTML, the lines."""
    if number >= len(state.drafts):  # its pane was closed in the same moment
        return
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
    """Take what stands in the panes as the story to compare, or tell which of them is empty."""
    state.drafts = _typed(state)
    empty = [number for number, draft in enumerate(state.drafts) if not draft.strip()]
    state.problems, state.problem = {number: _ask_for(number, _beside(state, number)) for number in empty}, ""
    if empty:
        return
    if len(state.drafts) > 2:
        state.together = state.given
        state.show_together()
    else:
        state.stories["own"] = state.draft
        state.editing = False
    state.offering = offer_is_due(state)


def _ask_for(number: int, other: str) -> str:
    """What an empty pane lacks, given the text in another pane."""
    if number >= 2:
        return Phrase("This text is still empty. Paste a version of the story here, open a file, or remove it.")
    found = language_of(other).language
    asked = counterpart_of(found) if found in compared_languages() else None
    if asked is None:
        return Phrase("This text is still empty. Paste one version of the story here, or open a file.")
    return Phrase(
        "This text is still empty. Paste {version} of the story here, or open a file.", version=Version(asked)
    )
