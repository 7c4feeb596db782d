"""The stories of the store from above: how many, how serious, since when, by whom; each opens in the usual view."""

import html
from collections.abc import Sequence
from typing import Final, cast

import streamlit as st

from translate.batch.monitor import Choices, Conflict, LeftOut, Line, Numbers, Order, OutletRow, Told
from translate.errors import TranslateError
from translate.languages.registry import compared_languages
from translate.report.wording import capital, language_name, percent
from translate.ui.kept import desk
from translate.ui.masthead import theme
from translate.ui.monitor_filters import filters, kind_label, languages_of
from translate.ui.monitor_store import (
    CONFLICTS,
    Seen,
    Stand,
    choices,
    conflicts,
    open_story,
    outlets,
    page_store,
    put_on_list,
    seen,
)
from translate.ui.plain import plain
from translate.ui.state import LISTED, PageState
from translate.ui.values import value_in_words
from translate.ui.visitors import may_review_store
from translate.wording.interface import interface_language, number
from translate.wording.phrase import Phrase, said, say, say_counted

ORDERS: Final[dict[Order, Phrase]] = {
    "serious": Phrase("Most major differences"),
    "coverage": Phrase("Least covered"),
    "newest": Phrase("Newest"),
}
LEFT_OUT: Final[dict[LeftOut, Phrase]] = {
    "number": Phrase("Numbers"),
    "date": Phrase("Dates"),
    "name": Phrase("Names"),
    "quote": Phrase("Quotes"),
    "part": Phrase("Parts of sentences"),
    "sentence": Phrase("Sentences"),
}
RELATIONS: Final = {"translation": Phrase("a translation"), "retelling": Phrase("a retelling")}
TABS: Final = (Phrase("Stories"), Phrase("Facts in conflict"), Phrase("What outlets leave out"))
MOST_LISTED = 200  # more are found by a filter
ORDER, FACTS = "monitor-order", "monitor-facts"


def monitor_button(state: PageState) -> None:
    """A button in the bar that leads to the stories of the store; nothing where there is none."""
    if page_store() is not None and not state.monitoring:
        st.button(say("Monitor"), icon=":material/monitoring:", key="monitor-button", on_click=_enter, args=(state,))


def monitor(state: PageState) -> None:
    """Draw the view."""
    stand = page_store()
    assert stand is not None
    with st.container(key="monitor", gap="small"):
        told_monitor_problem(state)
        try:
            offered = choices(stand)
            if offered.stories:
                _stories(state, stand, offered)
            else:
                st.info(say("The store has no stories yet: parallax store add RESULTS -o FILE"))
        except TranslateError as error:
            st.error(plain(said(error.message)), icon=":material/error:")


def told_monitor_problem(state: PageState) -> None:
    """Why a story could not be opened, or what was decided about it could not be kept in the store."""
    if state.monitor.problem:
        st.warning(plain(said(state.monitor.problem)), icon=":material/help:")


def _enter(state: PageState) -> None:
    state.monitoring = True


def _stories(state: PageState, stand: Stand, offered: Choices) -> None:
    asked = filters(state, offered)
    order = cast(Order, state.monitor.chosen.get(ORDER, "serious"))
    found = seen(stand, asked, order, state.monitor.listed)
    if not found.numbers.stories:
        st.info(say("No story is like this. Take a filter away."))
        return
    _numbers(found.numbers)
    _over_time(found)
    if asked.since and offered.without_day:
        st.caption(
            say_counted(
                "{count:,} story without a day is not among them.",
                "{count:,} stories without a day are not among them.",
                offered.without_day,
            )
        )
    listed, facts, left_out = st.tabs([said(title) for title in TABS], key="monitor-tabs", on_change="rerun")
    languages = languages_of(offered)
    if listed.open:
        with listed:
            _list(state, stand, found, order)
    if facts.open:
        with facts:
            _facts(state, stand, conflicts(stand, asked), found.numbers, languages)
    if left_out.open:
        with left_out:
            _outlets(outlets(stand, asked))


def _numbers(found: Numbers) -> None:
    """A row of numbers."""
    shown = (
        (say("Stories"), found.stories, say("That tell the same in two versions")),
        (say("With major differences"), found.serious, say("Major ones change what a reader learns")),
        (
            say("Facts in conflict"),
            found.conflicts,
            say_counted("In {count:,} story", "In {count:,} stories", found.in_conflict),
        ),
        (say("Still to review"), found.undecided, say("With differences that nobody has decided about")),
    )
    with st.container(horizontal=True, gap="medium", key="monitor-numbers"):
        for label, value, explained in shown:
            st.metric(label, number(value), help=explained, width="content")


def _over_time(found: Seen) -> None:
    """A bar for each day, week or month."""
    if len(found.spans) < 2:
        return
    from translate.ui import plots  # altair takes a third of a second to import

    about = say(
        "Stories over time: {count} bars from {first} to {last}",
        count=len(found.spans),
        first=found.spans[0].day,
        last=found.spans[-1].day,
    )
    st.altair_chart(plots.over_time(found.spans, found.step, theme()), alt=about)


def _list(state: PageState, stand: Stand, found: Seen, order: Order) -> None:
    """The stories in an order, each a button with what it comes to beside it."""
    with st.container(horizontal=True, vertical_alignment="center", key="monitor-head"):
        st.session_state.setdefault(ORDER, order)
        st.segmented_control(
            say("Order"),
            [*ORDERS],
            required=True,
            format_func=lambda each: said(ORDERS[each]),
            label_visibility="collapsed",
            key=ORDER,
            on_change=_reordered,
            args=(state,),
        )
        if desk(state):
            label = say_counted("Put {count} on my list", "Put {count} on my list", len(found.lines))
            if st.button(label, icon=":material/playlist_add:", key="monitor-put", type="tertiary"):
                came = put_on_list(state, stand, found.lines)
                st.toast(say_counted("{count} story is on your list now", "{count} stories are on your list now", came))
                st.rerun()
    with st.container(key="monitor-list", gap=None):
        for line in found.lines:
            _line(state, stand, line)
    if (more := found.numbers.stories - len(found.lines)) > 0:
        if len(found.lines) < MOST_LISTED:
            count = min(more, LISTED)
            st.button(
                say("{count} more of {total}", count=count, total=number(more)),
                icon=":material/expand_more:",
                key="monitor-longer",
                on_click=_longer,
                args=(state,),
            )
        else:
            st.caption(say("{count:,} more: filter them.", count=more))
    st.caption(
        say("What you decide about a story is kept in the store, for everybody who sees it.")
        if may_review_store()
        else say("What you decide about a story stays with you; the store is not changed.")
    )


def _line(state: PageState, stand: Stand, line: Line) -> None:
    first, second = _headlines(line.told)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="medium", key=f"monitor-story-{line.told.number}"
    ):
        with st.container(gap=None):
            st.button(
                plain(first),
                key=f"open-{line.told.number}",
                type="tertiary",
                on_click=open_story,
                args=(state, stand, line.told.number),
            )
            st.html(_about(line, second))
        st.html(_figures(line), width="content")


def _headlines(told: Told) -> tuple[str, str]:
    """In the language of the interface, and the other one."""
    one, other = told.headlines
    if told.languages[1] == interface_language() != told.languages[0]:
        one, other = other, one
    return one or other or told.id, other if one else ""


def _about(line: Line, second: str) -> str:
    """The other headline, where the versions are from, and when."""
    told = line.told
    where = " – ".join(dict.fromkeys(filter(None, told.outlets)))
    small = " · ".join(filter(None, [where, told.day, said(RELATIONS[line.relation]) if line.relation else ""]))
    lines = [f'<p class="second">{html.escape(second)}</p>'] if second else []
    return f'<div class="story-about">{"".join(lines)}<p>{html.escape(small)}</p></div>'


def _figures(line: Line) -> str:
    """Coverage of both versions, differences by kind, and how far the review is."""
    covered = "".join(
        _covered(code, share)
        for code, share in sorted(zip(line.told.languages, line.coverage, strict=True), key=_place)
    )
    kinds = " · ".join(f"{kind_label(kind, line.told.languages)} {count}" for kind, count in line.kinds)
    found = say("Differences: {count}, {major} major", count=line.differences, major=line.major)
    review = say("{decided} of {total} decided", decided=line.decided, total=line.total) if line.total else ""
    return (
        f'<div class="story-figures"><div class="covered">{covered}</div>'
        f'<div class="kinds"><p><strong>{html.escape(found)}</strong></p><p>{html.escape(kinds)}</p></div>'
        f'<p class="decided">{html.escape(review)}</p></div>'
    )


def _covered(code: str, share: float) -> str:
    """A bar for one version."""
    about = say("Share of the {language} text that the other version covers", language=language_name(code))
    bar = f'<i aria-hidden="true"><b style="width:{round(100 * share)}%"></b></i>'
    return (
        f'<p title="{html.escape(about)}"><span>{html.escape(code.upper())}</span>{bar}'
        f"<span>{html.escape(percent(share))}</span></p>"
    )


def _place(covered: tuple[str, float]) -> int:
    """The languages in one order, whichever text came first."""
    known = compared_languages()
    return known.index(covered[0]) if covered[0] in known else len(known)


def _facts(
    state: PageState, stand: Stand, found: Sequence[Conflict], numbers: Numbers, languages: tuple[str, str] | None
) -> None:
    """What the versions give differently."""
    if not found:
        st.caption(say("No fact that the versions give differently."))
        return
    names = [language_name(code) for code in languages] if languages and languages[0] != languages[1] else []
    titles = names or [say("One version"), say("The other version")]
    st.dataframe(
        {
            say("Day"): [each.story.day for each in found],
            say("Kind"): [capital(kind_label(each.kind, None)) for each in found],
            **{
                title: [value_in_words(each.kind, each.values[side]) for each in found]
                for side, title in enumerate(titles)
            },
            say("Story"): [_headlines(each.story)[0] for each in found],
            say("Outlets"): [" – ".join(dict.fromkeys(filter(None, each.story.outlets))) for each in found],
            say("Confidence"): [round(each.confidence, 2) for each in found],
        },
        hide_index=True,
        width="stretch",
        column_config={
            say("Story"): st.column_config.TextColumn(width="large"),
            say("Confidence"): st.column_config.NumberColumn(format="percent", width="small"),
        },
        on_select=lambda: _chosen(state, stand, found),
        selection_mode="single-row",
        alt=say("Facts that the versions give differently: {count}", count=len(found)),
        key=FACTS,
    )
    shown = say("{shown} of {total}", shown=number(len(found)), total=number(numbers.conflicts))
    how = say("Mark a row to open its story.")
    st.caption(f"{shown}. {how}" if numbers.conflicts > CONFLICTS else how)


def _chosen(state: PageState, stand: Stand, found: Sequence[Conflict]) -> None:
    rows = st.session_state[FACTS].selection.rows
    if rows:
        open_story(state, stand, found[rows[0]].story.number)


def _outlets(found: Sequence[OutletRow]) -> None:
    """What each outlet leaves out."""
    if not found:
        st.caption(
            say(
                "The store knows no outlets. It takes them from the columns source_outlet and target_outlet of the "
                "table of a batch, or from the addresses of the versions."
            )
        )
        return
    rows = sorted(found, key=lambda row: (-row.shares["number"], -row.stories, row.outlet))
    shares = {
        said(title): [round(row.shares[what], 2) for row in rows]
        for what, title in LEFT_OUT.items()
        if any(row.shares[what] for row in rows)
    }
    st.dataframe(
        {say("Outlet"): [row.outlet for row in rows], say("Stories"): [row.stories for row in rows], **shares},
        hide_index=True,
        width="stretch",
        column_config={
            title: st.column_config.ProgressColumn(format="percent", min_value=0.0, max_value=1.0) for title in shares
        },
        alt=say("What outlets leave out: {count}", count=len(rows)),
        key="monitor-outlets-table",
    )
    st.caption(
        say(
            "Share of an outlet's stories in which the other version tells at least one thing of the kind that it does "
            "not tell. It says nothing about why: a version may be shorter, earlier or for other readers."
        )
    )


def _reordered(state: PageState) -> None:
    state.monitor.chosen[ORDER] = st.session_state[ORDER]
    state.monitor.listed = LISTED


def _longer(state: PageState) -> None:
    state.monitor.listed += LISTED
