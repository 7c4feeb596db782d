"""Which stories of the store are looked at: days, and behind a button outlets, languages, relation and kinds."""

from datetime import date
from typing import Final, Literal

import streamlit as st

from translate.differences.kinds import KINDS
from translate.report.wording import capital, language_name
from translate.store.asked import Asked
from translate.store.monitor import Choices
from translate.ui.state import LISTED, PageState
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, said, say

Period = Literal["all", "week", "month", "own"]

PERIODS: Final[dict[Period, Phrase]] = {
    "all": Phrase("All days"),
    "week": Phrase("7 days"),
    "month": Phrase("30 days"),
    "own": Phrase("From – to"),
}
LENGTHS: Final[dict[Period, int]] = {"week": 7, "month": 30}
RELATIONS: Final = {"translation": Phrase("translations"), "retelling": Phrase("retellings")}
PERIOD, DAYS, UNDECIDED = "monitor-period", "monitor-days", "monitor-undecided"
OUTLETS, LANGUAGES, RELATION, KIND = "monitor-outlets", "monitor-languages", "monitor-relation", "monitor-kinds"
KEYS: Final = (PERIOD, DAYS, UNDECIDED, OUTLETS, LANGUAGES, RELATION, KIND)


def filters(state: PageState, offered: Choices) -> Asked:
    """Draw them, as the visitor left them, and tell what they ask for."""
    _as_left(state, offered)
    with st.container(horizontal=True, vertical_alignment="center", key="monitor-filters"):
        since, until = _days(state, offered)
        undecided = st.toggle(say("Still to review"), key=UNDECIDED, on_change=_again, args=(state,))
        behind = sum(bool(st.session_state.get(key)) for key in (OUTLETS, LANGUAGES, RELATION, KIND))
        title = say("Filter ({count} set)", count=behind) if behind else say("Filter")
        with st.popover(title, icon=":material/filter_list:", key="monitor-more"):
            asked = Asked(
                since,
                until,
                _several(state, OUTLETS, say("Outlets"), {outlet: outlet for outlet in offered.outlets}),
                _languages(state, offered),
                _several(state, KIND, say("Kinds of differences"), _kinds(offered)),
                _relation(state, offered),
                undecided,
            )
        if asked != Asked():
            st.button(
                say("Show all"),
                icon=":material/close:",
                key="monitor-reset",
                type="tertiary",
                on_click=_reset,
                args=(state,),
            )
    state.monitor.chosen |= {key: st.session_state[key] for key in KEYS if key in st.session_state}
    return asked


def kind_label(kind: str, languages: tuple[str, str] | None) -> str:
    """What a kind is called; None for languages that differ from story to story."""
    about = next(about for name, about in KINDS.items() if name == kind)
    if about.family != "only" or languages is None or languages[0] == languages[1]:
        return said(about.label)
    return say("only in {version:alone}", version=Version(languages[kind == "addition"]))


def languages_of(offered: Choices) -> tuple[str, str] | None:
    """The languages of the source and the target where all stories have the same."""
    return offered.languages[0] if len(offered.languages) == 1 else None


def pair_name(languages: tuple[str, str]) -> str:
    """Both languages by name."""
    return " – ".join(map(language_name, languages))


def _as_left(state: PageState, offered: Choices) -> None:
    """Fill the filters as they were, as far as the store still offers that."""
    there: dict[str, list[object]] = {OUTLETS: [*offered.outlets], KIND: [*offered.kinds]}
    for key, left in state.monitor.chosen.items():
        value = [each for each in left if each in there[key]] if key in there else left
        st.session_state.setdefault(key, value)
    st.session_state.setdefault(PERIOD, "all")
    if st.session_state.get(LANGUAGES) not in offered.languages:
        st.session_state.pop(LANGUAGES, None)
    if st.session_state.get(RELATION) not in offered.relations:
        st.session_state.pop(RELATION, None)


def _days(state: PageState, offered: Choices) -> tuple[str, str]:
    """The first and the last day that are asked for; a period ends with the last story of the store."""
    if not offered.last:
        return "", ""
    period: Period | None = st.segmented_control(
        say("Days"),
        [*PERIODS],
        required=True,
        format_func=lambda each: said(PERIODS[each]),
        label_visibility="collapsed",
        key=PERIOD,
        on_change=_again,
        args=(state,),
    )
    if period in LENGTHS:
        found = Asked.last(LENGTHS[period], offered.last)
        return found.since, found.until
    if period != "own":
        return "", ""
    first, last = date.fromisoformat(offered.first), date.fromisoformat(offered.last)
    bounds = st.session_state.get(DAYS) or (first, last)
    st.session_state[DAYS] = tuple(min(max(each, first), last) for each in bounds)
    chosen = st.date_input(
        say("From – to"),
        min_value=first,
        max_value=last,
        format="YYYY-MM-DD",
        label_visibility="collapsed",
        key=DAYS,
        width=230,
        on_change=_again,
        args=(state,),
    )
    days: list[str] = [each.isoformat() for each in chosen] if isinstance(chosen, tuple) else []
    return (days[0], days[-1]) if days else ("", "")


def _several(state: PageState, key: str, label: str, names: dict[str, str]) -> tuple[str, ...]:
    if not names:
        return ()
    chosen = st.multiselect(
        label, [*names], format_func=names.__getitem__, placeholder=say("All"), key=key, on_change=_again, args=(state,)
    )
    return tuple(chosen)


def _kinds(offered: Choices) -> dict[str, str]:
    languages = languages_of(offered)
    return {kind: capital(kind_label(kind, languages)) for kind in offered.kinds}


def _languages(state: PageState, offered: Choices) -> tuple[str, str] | None:
    if len(offered.languages) < 2:
        return None
    return st.selectbox(
        say("Languages"),
        offered.languages,
        index=None,
        format_func=pair_name,
        placeholder=say("All"),
        key=LANGUAGES,
        on_change=_again,
        args=(state,),
    )


def _relation(state: PageState, offered: Choices) -> str:
    if len(offered.relations) < 2:
        return ""
    chosen = st.selectbox(
        say("Translations or retellings"),
        offered.relations,
        index=None,
        format_func=lambda each: capital(said(RELATIONS[each])),
        placeholder=say("All"),
        key=RELATION,
        on_change=_again,
        args=(state,),
    )
    return chosen or ""


def _again(state: PageState) -> None:
    """Begin the list anew."""
    state.monitor.listed = LISTED


def _reset(state: PageState) -> None:
    _again(state)
    for key in KEYS:
        state.monitor.chosen.pop(key, None)
        st.session_state.pop(key, None)
