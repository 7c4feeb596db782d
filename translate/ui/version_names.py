"""What several versions are called on the page: as the visitor says, else by their language and number."""

from dataclasses import replace

import streamlit as st

from translate.languages.registry import compared_languages
from translate.several.comparing import names_by_language
from translate.several.versions import Versions
from translate.ui.computing import language_of
from translate.ui.state import PageState
from translate.wording.phrase import Phrase, say

LONGEST = 24  # characters, which head a column
ALIKE = Phrase("Another version has this name as well. Give each a name of its own, or none.")


def name_field(state: PageState, number: int) -> None:
    """Room for a short name over a pane."""
    key = f"name-{number}"
    # As with the text of the pane: Streamlit forgets it while it is not drawn.
    if st.session_state.get(key, "") != state.names.get(number, ""):
        st.session_state[key] = state.names.get(number, "")
    st.text_input(
        say("Name of version {number}", number=number + 1),
        key=key,
        max_chars=LONGEST,
        placeholder=_default(state)[number],
        on_change=_name,
        args=(state, number),
        width=260,
    )


def named(versions: Versions, names: tuple[str, ...]) -> Versions:
    """The versions under the names that were given to them, "" for none; under their own where two would be alike."""
    called = tuple(name or own for name, own in zip(names, versions.names, strict=True)) if names else versions.names
    return replace(versions, names=called) if len(set(called)) == len(called) else versions


def alike(state: PageState) -> tuple[int, ...]:
    """Panes whose version is called like one in a pane before."""
    called = [state.names.get(pane) or own for pane, own in enumerate(_default(state))]
    return tuple(pane for pane, name in enumerate(called) if name and name in called[:pane])


def typed_names(state: PageState) -> dict[int, str]:
    """What stands in each field now."""
    fields = {
        pane: st.session_state.get(f"name-{pane}", state.names.get(pane, "")) for pane in range(len(state.drafts))
    }
    return {pane: " ".join(name.split()) for pane, name in fields.items()}


def _name(state: PageState, number: int) -> None:
    state.names = typed_names(state)
    state.problems.pop(number, None)


def _default(state: PageState) -> list[str]:
    """What the version in each pane is called without a name; "" where its language is not known."""
    codes = [_code(draft, state.drafts) for draft in state.drafts]
    names = iter(names_by_language([code for code in codes if code]))
    return [next(names) if code else "" for code in codes]


def _code(draft: str, drafts: list[str]) -> str:
    if not draft.strip():
        return ""
    beside = next((other for other in drafts if other is not draft and other.strip()), "")
    code = language_of(draft, language_of(beside).language if beside else "").language
    return code if code in compared_languages() else ""
