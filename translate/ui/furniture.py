"""Page furniture: which lines are not compared, and how to turn a line back into text, or text into furniture."""

from collections.abc import Sequence

import streamlit as st

from translate.report.wording import language_name
from translate.text.document import Document
from translate.text.sides import SIDES, SideName
from translate.ui.plain import plain
from translate.ui.remembered import remembering
from translate.ui.reviewing import Reviewing
from translate.wording.phrase import say, say_counted


def furniture(reviewing: Reviewing) -> None:
    """The lines that were taken for furniture on either side, each with a box that takes it back in."""
    documents = tuple(reviewing.session.document(side) for side in SIDES)
    count = sum(len(_lines(document, ())) for document in documents)
    title = say_counted(
        "Page furniture: {count} line not compared", "Page furniture: {count} lines not compared", count
    )
    with st.expander(title, icon=":material/filter_alt:"):
        st.caption(
            say(
                "Menus, share buttons, headlines of other stories and the like never count as a difference. "
                "Tick a line that is part of the story to compare it."
            )
        )
        for side, document, column in zip(SIDES, documents, st.columns(2, gap="large"), strict=True):
            with column:
                st.markdown(f"**{language_name(document.language)}**")
                _draw_lines(reviewing, side, document)
                _draw_choice(reviewing, side, document)
        remembering(reviewing)


def _lines(document: Document, also: Sequence[int]) -> list[tuple[int, ...]]:
    """Sentences of every line of furniture, and of those named; a line is what stands in one paragraph."""
    lines: dict[int, list[int]] = {}
    for i, sentence in enumerate(document.sentences):
        if sentence.role == "boilerplate" or i in also:
            lines.setdefault(sentence.paragraph, []).append(i)
    return [tuple(line) for line in lines.values()]


def _draw_lines(reviewing: Reviewing, side: SideName, document: Document) -> None:
    lines = _lines(document, [change.sentence for change in reviewing.session.roles if change.side == side])
    if not lines:
        st.caption(say("No line was taken for furniture."))
    for line in lines:
        key = f"{side}-{line[0]}-compared"
        st.session_state[key] = document.sentences[line[0]].role != "boilerplate"
        st.checkbox(
            plain(" ".join(document.sentence_text(i) for i in line)),
            key=key,
            on_change=_ticked,
            args=(reviewing, side, line, key),
        )


def _draw_choice(reviewing: Reviewing, side: SideName, document: Document) -> None:
    key = f"{side}-leave-out"
    st.selectbox(
        say("Leave another sentence out"),
        document.compared,
        index=None,
        format_func=document.sentence_text,
        placeholder=say("Choose a sentence"),
        key=key,
        on_change=_leave_out,
        args=(reviewing, side, key),
    )


def _ticked(reviewing: Reviewing, side: SideName, line: Sequence[int], key: str) -> None:
    reviewing.give_role(side, line, "body" if st.session_state[key] else "boilerplate")


def _leave_out(reviewing: Reviewing, side: SideName, key: str) -> None:
    chosen = st.session_state[key]
    if chosen is not None:
        reviewing.give_role(side, (chosen,), "boilerplate")
        st.session_state[key] = None
