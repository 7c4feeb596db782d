"""Where a part of a sentence that is shown begins and ends: no bracket, comma or conjunction is left over there."""

import re
from functools import cache

from translate.languages.registry import language_of

_PAIRS = {")": "(", "]": "[", "»": "«", "”": "“"}
_LEADING, _TRAILING = re.compile(r"[\s,;:)\]»”–—-]*"), re.compile(r"(?<![\s,;:(\[«“–—-])[\s,;:(\[«“–—-]*$")


def trimmed(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """The same stretch of a text without what is left over at its ends; as it is where nothing else is in it.

    Example:
        >>> text = "The deal (worth $96 million) and, it says, ended."
        >>> [text[slice(*trimmed(text, start, end, "en"))] for start, end in ((10, 28), (16, 29), (27, 48))]
        ['worth $96 million', '$96 million', 'it says, ended']
    """
    first, last = start, end
    while (cut := _cut(text, first, last, language)) != (first, last):
        first, last = cut
    return (first, last) if first < last else (start, end)


def _cut(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """One round: marks, then brackets and quotation marks that stand alone, then a conjunction at either end."""
    inside = text[start:end]
    for closing, opening in _PAIRS.items():
        if inside.startswith(opening) and (closing not in inside or inside.count(opening) > inside.count(closing)):
            return start + 1, end
        if inside.endswith(closing) and inside.count(closing) > inside.count(opening):
            return start, end - 1
    leading, trailing = _LEADING.match(inside), _TRAILING.search(inside)
    if leading and leading.end():
        return start + leading.end(), end
    if trailing and trailing.start() < len(inside):
        return start, start + trailing.start()
    before, behind = _conjunctions(language)
    if match := before.match(inside):
        return start + match.end(), end
    if match := behind.search(inside):
        return start, start + match.start()
    return start, end


@cache
def _conjunctions(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(str(language_of(language).table("function_words").get("conjunctions", "(?!)")).split())
    return re.compile(rf"(?:{words})\b\s*", re.IGNORECASE), re.compile(rf"(?<!\s)\s+(?:{words})$", re.IGNORECASE)
