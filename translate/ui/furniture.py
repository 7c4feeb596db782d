"""Page furniture: which lines are not compared, by kind, and how to take a line back in or to leave another out."""

from collections.abc import Callable, Sequence

import streamlit as st

from translate.report.page_lines import kinds_in_words, line_kind
from translate.report.wording import capital, side_name
from translate.text.document import Document
from translate.text.sides import SIDES, SideName
from translate.ui.plain import plain
from translate.ui.remembered import remembering
from translate.ui.reviewing import Reviewing
from translate.wording.phrase import Phrase, counted, joined, said, say

STORY, FURNITURE = Phrase("Story"), Phrase("Furniture")


def furniture(reviewing: Reviewing) -> None:
    """The lines in doubt and those that were taken for furniture on either side, each with a way to say what it is."""
    documents = tuple(reviewing.session.document(side) for side in SIDES)
    with st.expander(_title(documents), icon=":material/filter_alt:"):
        st.caption(
            say(
                "Menus, share buttons, headlines of other stories and the like never count as a difference. "
                "Tick a line that is part of the story to compare it. What you say of a line holds wherever it is "
                "repeated, on both sides."
            )
        )
        for side, document, column in zip(SIDES, documents, st.columns(2, gap="large"), strict=True):
            with column:
                st.markdown(f"**{side_name(reviewing.session.found, side)}**")
                _draw_doubts(reviewing, side, document)
                _draw_lines(reviewing, side, document)
                _draw_choice(reviewing, side, document)
        remembering(reviewing)


def _title(documents: Sequence[Document]) -> str:
    left_out = sum(len(_lines(document, _left_out)) for document in documents)
    doubts = sum(len(_lines(document, _in_doubt)) for document in documents)
    title = counted("Page furniture: {count} line not compared", "Page furniture: {count} lines not compared", left_out)
    if not doubts:
        return said(title)
    return said(joined(", ", (title, counted("{count} line in doubt", "{count} lines in doubt", doubts))))


def _left_out(document: Document, index: int) -> bool:
    return document.sentences[index].role == "boilerplate"


def _in_doubt(document: Document, index: int) -> bool:
    return document.sentences[index].doubtful


def _lines(document: Document, wanted: Callable[[Document, int], bool]) -> list[tuple[int, ...]]:
    """The wanted sentences, by line."""
    return document.lines(i for i in range(len(document.sentences)) if wanted(document, i))


def _draw_doubts(reviewing: Reviewing, side: SideName, document: Document) -> None:
    """Lines that may be story or furniture: nothing is chosen for the reader, and what is chosen settles it."""
    lines = _lines(document, _in_doubt)
    if lines:
        st.caption(say("Story or furniture?"))
    for line in lines:
        key = f"{side}-{line[0]}-doubt"
        st.segmented_control(
            _words(document, line),
            (True, False),
            format_func=lambda story: said(STORY if story else FURNITURE),
            key=key,
            help=_taken_for(document, line),
            on_change=_answered,
            args=(reviewing, side, line, key),
        )


def _taken_for(document: Document, line: Sequence[int]) -> str:
    """What a line in doubt counts as for now."""
    if not _left_out(document, line[0]):
        return say("Compared as part of the story until you say what it is")
    kinds = kinds_in_words(line_kind(document.sentences[i].label) for i in line)
    if not kinds:
        return say("Not compared until you say what it is")
    return say("Taken for furniture ({kinds}), not compared until you say what it is", kinds=kinds)


def _draw_lines(reviewing: Reviewing, side: SideName, document: Document) -> None:
    """Lines of furniture by kind, and those whose role was changed."""
    changed = {change.sentence for change in reviewing.session.roles if change.side == side}
    lines = _lines(document, lambda _, i: not _in_doubt(document, i) and (_left_out(document, i) or i in changed))
    if not lines:
        st.caption(say("No line was taken for furniture."))
    kinds: dict[str, list[tuple[int, ...]]] = {}
    for line in lines:
        kinds.setdefault(line_kind(document.sentences[line[0]].label), []).append(line)
    for kind, alike in sorted(kinds.items(), key=lambda found: found[0] == ""):  # those of no known kind last
        if kind:
            st.caption(capital(kind))
        elif len(kinds) > 1:
            st.caption(say("Without a kind"))
        for line in alike:
            _draw_line(reviewing, side, document, line)


def _draw_line(reviewing: Reviewing, side: SideName, document: Document, line: Sequence[int]) -> None:
    key = f"{side}-{line[0]}-compared"
    st.session_state[key] = not _left_out(document, line[0])
    st.checkbox(_words(document, line), key=key, on_change=_ticked, args=(reviewing, side, line, key))


def _words(document: Document, line: Sequence[int]) -> str:
    return plain(" ".join(document.sentence_text(i) for i in line))


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


def _answered(reviewing: Reviewing, side: SideName, line: Sequence[int], key: str) -> None:
    story = st.session_state[key]
    if story is not None:
        reviewing.tell(side, line, story=story)


def _ticked(reviewing: Reviewing, side: SideName, line: Sequence[int], key: str) -> None:
    reviewing.tell(side, line, story=bool(st.session_state[key]))


def _leave_out(reviewing: Reviewing, side: SideName, key: str) -> None:
    chosen = st.session_state[key]
    if chosen is not None:
        reviewing.tell(side, (chosen,), story=False)
        st.session_state[key] = None
