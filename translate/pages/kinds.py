"""What kind of line each line of a page seems to be, by its words and its meaning: body, headline, caption, menu ...

Asked twice as well: the second answer, of the kind that a reader is told, knows the first answers of the lines around.
"""

import re
from collections.abc import Sequence
from typing import get_args

import numpy as np

from translate.engines.protocols import Embeddings
from translate.models.trees import Floats
from translate.text.document import Label
from translate.text.furniture import matching_rule
from translate.text.line_features import NEAR, SHORT, feature_names, shifted
from translate.text.lines import Line
from translate.text.page_model import STEPS

FURNITURE_KINDS: tuple[Label, ...] = tuple(label for label in get_args(Label) if label not in ("", "lead"))
KINDS = ("body", "headline", "lead", *FURNITURE_KINDS)
ABOVE = 5  # lines above whose label counts: a list under it is hardly longer before the next
OF_BLOCKS = ("form", "block", "place", "above", "mean", "below")
_MARK = re.compile(r"^(?:([•●▪■·*►▶▸→✔✓☞])|([-–—])\s|(\d{1,2})[.)/]|([\"«“„]))")


def own_columns(names: Sequence[str]) -> list[int]:
    """Numbers of the features that a line has by itself, without those of its neighbours."""
    of_neighbours = tuple(f"{step:+d}" for step in NEAR)
    return [number for number, name in enumerate(names) if not name.endswith(of_neighbours)]


def kind_features(lines: Sequence[Line], features: Floats, owner: Sequence[int], rows: Embeddings) -> Floats:
    """What the first answer is given by: form, what a rule says of the line and of the label above it, and meaning.

    Args:
        lines: Of the page, n of them.
        features: As `page_features` has them, shape (n, k).
        owner: For each sentence the number of its line, shape (s,).
        rows: Embeddings of the sentences, shape (s, dim).
    """
    labels = [rule.label if rule else "" for rule in (matching_rule(line.text) for line in lines)]
    above = [next(filter(None, reversed(labels[max(0, n - ABOVE) : n])), "") for n in range(len(lines))]
    meaning = np.zeros((len(lines), rows.shape[1]))
    np.add.at(meaning, owner, rows)
    meaning /= np.maximum(np.linalg.norm(meaning, axis=1, keepdims=True), 1e-9)
    return np.hstack([features[:, own_columns(feature_names())], _named(labels), _named(above), meaning])


def _named(labels: Sequence[str]) -> Floats:
    return np.array([[label == kind for kind in KINDS] for label in labels], dtype=float)


def around_kinds(first: Floats) -> Floats:
    """What the second answer is given by: the first answers for the line and its neighbours, shape (n, 7 c)."""
    return np.hstack([first, *(shifted(first, step) for step in STEPS)])


def kinds_seen(first: Floats) -> Floats:
    """What the trees are told of kinds: those of the line, of both neighbours, and the likeliest of the lines above."""
    recent = np.zeros_like(first)
    for line in range(1, len(first)):
        recent[line] = first[max(0, line - ABOVE) : line].max(axis=0)
    return np.hstack([first, shifted(first, -1), shifted(first, 1), recent])


def names_of_kinds() -> tuple[str, ...]:
    """Names of the columns of `kinds_seen` and `block_features`."""
    parts = ("kind", "kind-1", "kind+1", "kind_recent")
    seen = [f"{part}:{kind}" for part in parts for kind in KINDS]
    blocks = [f"block:{name}" for name in OF_BLOCKS]
    return (*seen, *blocks, *(f"block_above:{kind}" for kind in KINDS), *(f"block_mean:{kind}" for kind in KINDS))


def block_features(lines: Sequence[Line], first: Floats, furniture: Floats) -> Floats:
    """A list is the story's or not as a whole: what stands above it and what its lines are on average.

    Args:
        lines: Of the page, n of them.
        first: First answers of their kinds, shape (n, c).
        furniture: Probability of each line that it is furniture.
    """
    forms = [_form(line) for line in lines]
    count, kinds = first.shape
    found = np.zeros((count, len(OF_BLOCKS) + 2 * kinds))
    for start, end in _runs(forms):
        inside = slice(start, end)
        found[inside, 0] = forms[start]
        found[inside, 1] = end - start
        found[inside, 2] = np.arange(end - start)
        found[inside, 3] = furniture[start - 1] if start else -1
        found[inside, 4] = furniture[inside].mean()
        found[inside, 5] = furniture[end] if end < count else -1
        if start:
            found[inside, len(OF_BLOCKS) : len(OF_BLOCKS) + kinds] = first[start - 1]
        found[inside, len(OF_BLOCKS) + kinds :] = first[inside].mean(axis=0)
    return found


def _form(line: Line) -> int:
    """Which lines look alike: by the mark in front, else by length and end."""
    mark = _MARK.match(line.text)
    if mark:
        return int(mark.lastindex or 0)
    if len(line.core) < SHORT:
        return 5
    return 7 if line.ended else 6


def _runs(forms: Sequence[int]) -> list[tuple[int, int]]:
    """Half-open runs of lines of one form."""
    starts = [number for number in range(len(forms)) if number == 0 or forms[number] != forms[number - 1]]
    return list(zip(starts, [*starts[1:], len(forms)], strict=True))
