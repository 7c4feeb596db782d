"""Page furniture: which lines are not compared, and how to turn a line back into text, or text into furniture."""

from collections.abc import Sequence

import streamlit as st

from translate.comparison import Comparison
from translate.report.wording import SIDES, SideName, language_name
from translate.text.document import Document, Role
from translate.ui.plain import plain
from translate.ui.state import PageState


def furniture(state: PageState, comparison: Comparison) -> None:
    """The lines that were taken for furniture on either side, each with a box that takes it back in."""
    documents = (comparison.source, comparison.target)
    count = sum(len(_lines(document, ())) for document in documents)
    title = f"Page furniture: {count} {'line' if count == 1 else 'lines'} not compared"
    with st.expander(title, icon=":material/filter_alt:"):
        st.caption(
            "Menus, share buttons, headlines of other stories and the like never count as a difference. "
            "Tick a line that is part of the story to compare it."
        )
        for side, document, column in zip(SIDES, documents, st.columns(2, gap="large"), strict=True):
            with column:
                st.markdown(f"**{language_name(document.language)}**")
                _draw_lines(state, side, document)
                _draw_choice(state, side, document)


def _lines(document: Document, also: Sequence[int]) -> list[tuple[int, ...]]:
    """Sentences of every line of furniture, and of those named; a line is what stands in one paragraph."""
    lines: dict[int, list[int]] = {}
    for i, sentence in enumerate(document.sentences):
        if sentence.role == "boilerplate" or i in also:
            lines.setdefault(sentence.paragraph, []).append(i)
    return [tuple(line) for line in lines.values()]


def _draw_lines(state: PageState, side: SideName, document: Document) -> None:
    lines = _lines(document, state.story.changed(side) if state.story else ())
    if not lines:
        st.caption("No line was taken for furniture.")
    for line in lines:
        key = f"{side}-{line[0]}-compared"
        st.session_state[key] = document.sentences[line[0]].role != "boilerplate"
        st.checkbox(
            plain(" ".join(document.sentence_text(i) for i in line)),
            key=key,
            on_change=_ticked,
            args=(state, side, line, key),
        )


def _draw_choice(state: PageState, side: SideName, document: Document) -> None:
    key = f"{side}-leave-out"
    st.selectbox(
        "Leave another sentence out",
        document.compared,
        index=None,
        format_func=document.sentence_text,
        placeholder="Choose a sentence",
        key=key,
        on_change=_leave_out,
        args=(state, side, key),
    )


def _ticked(state: PageState, side: SideName, line: Sequence[int], key: str) -> None:
    _give_role(state, side, line, "body" if st.session_state[key] else "boilerplate")


def _leave_out(state: PageState, side: SideName, key: str) -> None:
    chosen = st.session_state[key]
    if chosen is not None:
        _give_role(state, side, (chosen,), "boilerplate")
        st.session_state[key] = None


def _give_role(state: PageState, side: SideName, sentences: Sequence[int], role: Role) -> None:
    if state.story:
        state.stories[state.mode] = state.story.with_role(side, sentences, role)
