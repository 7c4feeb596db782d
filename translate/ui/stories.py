"""The list of stories beside the page: which there are, how far each has come, and what is done with all of them."""

from datetime import UTC, datetime, timedelta
from functools import cache, partial
from importlib import resources

import streamlit as st

from translate.desk.bringing import brought
from translate.desk.story import Entry, Story, matching, next_undecided
from translate.desk.taking_away import reports_of_stories, workbook_of_stories
from translate.errors import TranslateError
from translate.report import FORMATS
from translate.report.headline import file_stem
from translate.report.wording import kind_name, verdict_name
from translate.review.carrying import Unplaced
from translate.review.session import Session
from translate.text.formats.contents import ENDINGS
from translate.ui.computing import compared_apart, options_for
from translate.ui.kept import Desk, desk, greet_again, leave, put_into_panes, set_aside, show
from translate.ui.plain import plain
from translate.ui.reviewing import Reviewing
from translate.ui.state import PageState
from translate.wording.interface import interface_language
from translate.wording.phrase import Phrase, said, say, say_counted

CHOICE, SEARCH, UPLOAD = "stories", "stories-search", "stories-files"
NEXT = "next-undecided"  # the button that a key of the page presses
MOST_LISTED = 100  # the others are found by a search
SEARCHED_FROM = 6  # stories; fewer are seen at a glance


def stories(state: PageState, reviewing: Reviewing | None) -> None:
    """Draw the list beside the page.

    Args:
        state: Of the visitor.
        reviewing: The review in sight.
    """
    place = desk(state)
    entries = place.entries(state) if place else ()
    with st.sidebar:
        if place:
            _head(state, entries, reviewing)
            _list(state, entries, reviewing)
            _more(state, place, entries)
        if state.stories_problem:
            st.warning(plain(said(state.stories_problem)), icon=":material/help:")
        if place:
            leave(state)
            greet_again(state)
            st.components.v2.component("parallax_stories", js=_script())(key="fold-stories", height=0)
            _compare_the_rest(state, place, entries)


@cache
def _script() -> str:
    return resources.files("translate.ui").joinpath("stories.js").read_text(encoding="utf-8")


def told_unplaced(reviewing: Reviewing) -> None:
    """Decisions that a change of the texts left without a place: how many, which, and a button that lets them go."""
    lost = reviewing.unplaced
    if not lost:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="unplaced"):
        st.caption(
            say_counted(
                "{count} decision belongs to sentences that changed.",
                "{count} decisions belong to sentences that changed.",
                len(lost),
            ),
            width="content",
        )
        with st.popover(say("Show them"), icon=":material/history:"):
            for each in lost:
                st.markdown(_unplaced(reviewing, each))
        st.button(say("Let them go"), icon=":material/check:", key="let-unplaced-go", on_click=reviewing.understood)


def _unplaced(reviewing: Reviewing, each: Unplaced) -> str:
    """What was decided, and about which words."""
    kind = kind_name(reviewing.session.found, each.decision.kind or each.key.kind)
    verdict = [verdict_name(each.decision.verdict)] if each.decision.verdict else []
    words = [f"«{plain(text)}»" for text in (each.source, each.target) if text]
    note = [plain(each.decision.note)] if each.decision.note else []
    return "  \n".join([f"**{plain(', '.join([kind, *verdict]))}**", *words, *note])


def _head(state: PageState, entries: tuple[Entry, ...], reviewing: Reviewing | None) -> None:
    """How many stories there are, and the way to the next one."""
    waiting = sum(not each.done for each in entries)
    with st.container(horizontal=True, vertical_alignment="center", key="stories-head"):
        st.markdown(f"**{say('Stories')}**", width="stretch")
        if entries:
            st.caption(say("{waiting} of {total} open", waiting=waiting, total=len(entries)), width="content")
    following = next_undecided(entries, state.shown if reviewing else None)
    if len(entries) > 1:
        st.button(
            f"{say('Next undecided story')} `N`",
            icon=":material/arrow_downward:",
            key=NEXT,
            on_click=_open,
            args=(state, following.number if following else None),
            disabled=following is None,
            width="stretch",
        )


def _list(state: PageState, entries: tuple[Entry, ...], reviewing: Reviewing | None) -> None:
    """The stories, the one in sight marked."""
    if not entries:
        st.caption(say("What you compare is listed here, and is still here tomorrow."))
        return
    found = entries
    if len(entries) >= SEARCHED_FROM:
        words = st.text_input(
            say("Search the stories"),
            key=SEARCH,
            placeholder=say("Search the stories"),
            label_visibility="collapsed",
            icon=":material/search:",
        )
        found = matching(entries, words)
    by_number = {each.number: each for each in found[:MOST_LISTED]}
    if by_number:
        st.session_state[CHOICE] = state.shown if reviewing and state.shown in by_number else None
        st.radio(
            say("Stories"),
            list(by_number),
            index=None,
            format_func=lambda number: _headline(by_number[number]),
            captions=[_progress(each) for each in by_number.values()],
            label_visibility="collapsed",
            key=CHOICE,
            on_change=_chosen,
            args=(state,),
        )
    else:
        st.caption(say("No story has these words in its headline."))
    if more := len(found) - len(by_number):
        st.caption(say_counted("{count} more: search for it.", "{count} more: search for them.", more))


def _headline(entry: Entry) -> str:
    """What a story is called, for a place that shows Markdown."""
    return plain(_plain_headline(entry))


def _progress(entry: Entry) -> str:
    """Languages, how far it has come, and when it was touched."""
    languages = "–".join(code.upper() for code in entry.languages if code != "und")
    if entry.total is None:
        far = say("not compared yet")
    elif entry.total == 0:
        far = say("no differences")
    elif entry.done:
        far = say("all {total} decided", total=entry.total)
    else:
        far = say("{decided} of {total} decided", decided=entry.decided, total=entry.total)
    return plain(" · ".join(filter(None, [languages, far, _when(entry.touched)])))


def _when(seconds: float) -> str:
    """The time of today, or the day, where the visitor is."""
    offset = timedelta(minutes=-(st.context.timezone_offset or 0))
    then, now = (each + offset for each in (datetime.fromtimestamp(seconds, UTC), datetime.now(UTC)))
    return then.strftime("%H:%M" if then.date() == now.date() else "%Y-%m-%d")


def _more(state: PageState, place: Desk, entries: tuple[Entry, ...]) -> None:
    """What is done with several stories, and with the one in sight."""
    with st.popover(say("Add several stories"), icon=":material/library_add:", type="tertiary"):
        st.markdown(
            say(
                "A table (CSV, XLSX) with a story in each row and its two versions in two columns, or files in pairs "
                "that are called alike but for the language, such as flood-ru.txt and flood-en.txt."
            )
        )
        st.file_uploader(
            say("Files"),
            type=list(ENDINGS),
            accept_multiple_files=True,
            label_visibility="collapsed",
            key=UPLOAD,
            on_change=_bring,
            args=(state, place),
        )
    for problem in state.brought_problems:
        st.warning(plain(said(problem)), icon=":material/help:")
    waiting = _waiting(state, entries)
    if len(waiting) > 1 and not state.comparing_the_rest:
        st.button(
            say_counted("Compare {count} story", "Compare {count} stories", len(waiting)),
            icon=":material/compare:",
            key="compare-the-rest",
            on_click=_begin_the_rest,
            args=(state,),
            width="stretch",
        )
    compared = sum(each.total is not None for each in entries)
    if compared:
        _take_away(place)
    _delete(state, place, entries)


def _take_away(place: Desk) -> None:
    language = interface_language()
    stem = file_stem(say("Stories"), datetime.now(UTC).date())
    with st.popover(say("Download all"), icon=":material/download:", type="tertiary"):
        st.download_button(
            say("One workbook (XLSX)"),
            partial(workbook_of_stories, place.stories, place.visitor, language),
            file_name=f"{stem}.xlsx",
            mime=FORMATS["xlsx"].media_type,
            on_click="ignore",
            key="download-workbook-of-all",
            width="stretch",
        )
        st.download_button(
            say("A web page for each (ZIP)"),
            partial(reports_of_stories, place.stories, place.visitor, language),
            file_name=f"{stem}.zip",
            mime="application/zip",
            on_click="ignore",
            key="download-reports-of-all",
            width="stretch",
        )


def _delete(state: PageState, place: Desk, entries: tuple[Entry, ...]) -> None:
    """A way to delete the story in sight, asked about once more."""
    entry = next((each for each in entries if each.number == state.shown), None)
    if entry is None:
        return
    with st.popover(say("Delete this story"), icon=":material/delete:", type="tertiary"):
        st.markdown(f"**{_headline(entry)}**")
        st.markdown(
            say_counted(
                "Both texts and {count} decision go, for good.",
                "Both texts and {count} decisions go, for good.",
                entry.decided,
            )
        )
        st.button(
            say("Delete"),
            icon=":material/delete_forever:",
            key="delete-story",
            on_click=_remove,
            args=(state, place, entry.number),
        )


def _chosen(state: PageState) -> None:
    _open(state, st.session_state[CHOICE])


def _open(state: PageState, number: int | None) -> None:
    """Put a story in sight; texts in the panes that were never compared become a story of their own."""
    place = desk(state)
    if place is None or number is None:
        return
    set_aside(state, place)
    if kept := place.open(state, number):
        show(state, kept)


def _bring(state: PageState, place: Desk) -> None:
    """Put the stories of uploaded files on the list, to be compared when they are opened."""
    files = [(file.name, file.getvalue()) for file in st.session_state[UPLOAD] or ()]
    if not files:
        return
    found = brought(files)
    state.brought_problems = found.problems
    for story in reversed(found.stories):  # so that the first of them stands on top
        place.add(state, story)


def _waiting(state: PageState, entries: tuple[Entry, ...]) -> list[Entry]:
    """Stories that can still be compared."""
    return [each for each in entries if each.total is None and each.number not in state.not_comparable]


def _begin_the_rest(state: PageState) -> None:
    state.comparing_the_rest = True


def _compare_the_rest(state: PageState, place: Desk, entries: tuple[Entry, ...]) -> None:
    """Compare the stories that wait, one after the other.

    Whatever the visitor does meanwhile comes first: the page is drawn anew then, and this goes on at its end.
    """
    waiting = _waiting(state, entries)
    if not state.comparing_the_rest or not waiting:
        state.comparing_the_rest = False
        return
    bar = st.progress(0.0)
    for done, entry in enumerate(waiting):
        bar.progress(
            done / len(waiting),
            text=say("Comparing story {number} of {count}", number=done + 1, count=len(waiting)),
        )
        kept = place.open(state, entry.number)
        if kept is None:
            continue
        options = options_for(state.operating_point, state.engine, state.server, state.glossary)
        try:
            session = Session.of(compared_apart(*kept.story.given, options), options)
            place.stories.keep(place.visitor, kept.story, session, number=entry.number)
        except TranslateError as error:
            state.not_comparable.add(entry.number)
            state.brought_problems = (
                *state.brought_problems,
                Phrase("{headline}: {what}", headline=_plain_headline(entry), what=error.message),
            )
    state.comparing_the_rest = False
    st.rerun()


def _plain_headline(entry: Entry) -> str:
    return entry.headline(interface_language()) or say("Without a headline")


def _remove(state: PageState, place: Desk, number: int) -> None:
    """Delete a story, in the file and on the page."""
    place.remove(state, number)
    for story, review in list(state.reviews.items()):
        if review.keeping and review.keeping.number == number:
            del state.reviews[story]
            for mode in [mode for mode, shown in state.stories.items() if shown == story]:
                del state.stories[mode]
    state.shown, state.last_own = None, None
    put_into_panes(state, Story("", ""))
    state.edit()
