"""A sentence that is too long for a model, in parts it can translate one by one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

BREAKS = (";", ":", ",", " —", " –", " -", "")  # where an over-long sentence may be split, best first

Tokens = TypeVar("Tokens", bound=Sequence[object])


def in_parts(sentence: str, encode: Callable[[str], Tokens], limit: int) -> list[tuple[str, Tokens]]:
    """The parts of a sentence with their tokens: one where it fits, none if it is blank.

    Args:
        sentence: Any length.
        encode: The model's tokenizer.
        limit: Most tokens of a part.

    Example:
        >>> [text for text, _ in in_parts("One two, three four.", str.split, 3)]
        ['One two,', ' three four.']
    """
    if not sentence.strip():
        return []
    tokens = encode(sentence)
    if not tokens:  # invisible characters, which some tokenizers drop
        return []
    if len(tokens) <= limit or len(sentence) < 2:
        return [(sentence, tokens)]
    cut = _break(sentence)
    return in_parts(sentence[:cut], encode, limit) + in_parts(sentence[cut:], encode, limit)


def _break(sentence: str) -> int:
    """Offset near the middle of a sentence after a mark or before a space, by force where there is neither."""
    middle = len(sentence) // 2
    for mark in BREAKS:
        after = [i + len(mark) for i in range(len(sentence)) if sentence.startswith(mark + " ", i)]
        inner = [i for i in after if len(sentence) // 4 <= i <= 3 * len(sentence) // 4]
        if inner:
            return min(inner, key=lambda i: abs(i - middle))
    return middle
