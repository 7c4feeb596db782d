"""The same words missing in sentence after sentence of a list: told once, with how often."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from translate.differences.apart import Found
from translate.differences.contrast import Contrast
from translate.differences.finders import Search
from translate.text.sides import on_side
from translate.wording.phrase import counted, joined

OFTEN = 3  # times from which the same words are told once


def repeated_once(found: Sequence[Found]) -> list[Found]:
    """Without the parts of sentences whose words have been told before, where they are missing often."""
    times = Counter(_words(search, told) for _, search, told in found if told.kind == "partial")
    kept: list[Found] = []
    seen: set[tuple[str, str]] = set()
    for number, search, told in found:
        words = _words(search, told) if told.kind == "partial" else ("", "")
        if told.kind != "partial" or times[words] < OFTEN:
            kept.append((number, search, told))
        elif words not in seen:
            seen.add(words)
            often = counted(
                "These words are missing in {count} sentence.",
                "These words are missing in {count} sentences.",
                times[words],
            )
            kept.append((number, search, replace(told, message=joined(" ", (told.message, often)))))
    return kept


def _words(search: Search, told: Contrast) -> tuple[str, str]:
    """The side of a part, and its words in small letters."""
    side = on_side(search, told.side)
    texts = (side.story.sentences[at.sentence].text[at.start : at.end] for at in on_side(told, told.side))
    return told.side, " ".join(" ".join(texts).casefold().split())
