"""Where a line of a page stands again: a page says many a line twice, and both pages may have it."""

from collections.abc import Collection, Sequence
from typing import TypeAlias

from translate.text.document import Document
from translate.text.lines import core_of
from translate.text.sides import SIDES, Sided, SideName, on_side

_Line: TypeAlias = tuple[str, int]  # what it says, and in how many sentences


def repetitions(pages: Sided[Document], side: SideName, sentences: Collection[int]) -> dict[SideName, set[int]]:
    """Sentences with those at the same place in every line that says the same, but for marks around it and case.

    A headline is never among the repetitions: a link or a share button with its words is no reason to move it.

    Args:
        pages: Both versions.
        side: Where the sentences stand.
        sentences: Their indices.
    """
    own = on_side(pages, side)
    chosen = {(_said(own, line), place) for line in own.lines() for place, i in enumerate(line) if i in sentences}
    found: dict[SideName, set[int]] = {name: set() for name in SIDES}
    for name in SIDES:
        document = on_side(pages, name)
        for line in document.lines():
            said = _said(document, line)
            found[name].update(line[place] for words, place in chosen if words == said)
        found[name] = {i for i in found[name] if document.sentences[i].role != "headline"}
    found[side].update(sentences)
    return found


def _said(document: Document, line: Sequence[int]) -> _Line:
    words = document.text[document.sentences[line[0]].start : document.sentences[line[-1]].end]
    return (core_of(words) or words).casefold(), len(line)
