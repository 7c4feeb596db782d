"""Clauses of a sentence: the stretches between commas, dashes and the like that can stand on one side only."""

import re

# A border between clauses: punctuation inside a sentence, followed by space so that "5,2" and "10:30" stay whole; the
# marks of Chinese and Japanese stand without space; Thai has spaces between clauses only. A run of
# white space is tried from its beginning alone, else a long one would take the square of its length.
BORDER = re.compile(
    r"[,;:،؛؟]\s+|(?<!\s)\s+[—–-]\s+|(?:(?<!\s)\s+)?—\s*|[()\[\]]+\s*|(?<=[.!?…])[»”\"']*\s+"
    r"|[，、；：](?!\d)\s*|[（）「」『』]+\s*|(?<=[。！？])\s*|(?<=[\u0e00-\u0e7f])\s+(?=[\u0e00-\u0e7f])"
)
DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # Chinese, Japanese and Korean letters
DENSITY = 3  # characters that one of them is worth elsewhere

SHORTEST = 12  # characters; a shorter stretch joins its neighbour, since the encoder cannot judge one or two words


def split_clauses(sentence: str) -> list[tuple[int, int]]:
    """Half-open offsets of the clauses of one sentence; they cover it but for white space at their ends.

    Example:
        >>> text = "He left on Monday, but nobody noticed, she said."
        >>> [text[start:end] for start, end in split_clauses(text)]
        ['He left on Monday,', 'but nobody noticed, she said.']
    """
    ends = [match.end() for match in BORDER.finditer(sentence) if match.end() < len(sentence)]
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*ends, len(sentence)]:
        if _size(sentence[start:end]) >= SHORTEST:
            spans.append((start, end))
            start = end
    if start < len(sentence):  # a short rest joins the clause before it
        start = spans.pop()[0] if spans else 0
        spans.append((start, len(sentence)))
    return [(start, start + len(sentence[start:end].rstrip())) for start, end in spans if sentence[start:end].strip()]


def _size(stretch: str) -> int:
    """Characters of a stretch, as many as it would have in an alphabet."""
    return len(stretch) + (DENSITY - 1) * len(DENSE.findall(stretch))
