"""What a difference is called: by what it is about, so that the same one has the same id in another comparison."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from translate.differences.difference import Difference
from translate.differences.kinds import KINDS
from translate.text.content import folded, sentences_at
from translate.text.document import Document, Span
from translate.text.sides import SIDES, SideName, on_side

DIGITS = 8  # of the digest; of a thousand differences of one comparison two are named alike once in ten thousand times
_TURNS = {kind: turn for turn, kind in enumerate(sorted(KINDS, key=lambda kind: KINDS[kind].turn))}


def identified(differences: Iterable[Difference], source: Document, target: Document) -> tuple[Difference, ...]:
    """Differences with an id each: "d" and a digest of the kind, the side, the words and the sentences they stand in.

    Neither the other sentences nor the alignment have a part in it. The second one alike gets "-2" behind it.
    """
    met: Counter[str] = Counter()
    named = []
    for difference in differences:
        name = _name(difference, {"source": source, "target": target})
        met[name] += 1
        named.append(replace(difference, id=name if met[name] == 1 else f"{name}-{met[name]}"))
    return tuple(named)


def in_reading_order(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences of one comparison by their beads, and in a bead by kind and place, whatever a reviewer calls them."""
    return tuple(sorted(differences, key=_place))


def _place(difference: Difference) -> tuple[int, int, list[int], list[int]]:
    kind = (difference.review and difference.review.kind_found) or difference.kind
    source, target = ([span.start for span in on_side(difference, side)] for side in SIDES)
    return difference.bead, _TURNS[kind], source, target


def _name(difference: Difference, texts: Mapping[SideName, Document]) -> str:
    parts = ["by hand" if difference.by_hand else difference.kind, difference.side]
    for side in SIDES:
        parts += [side, *_words(texts[side], on_side(difference, side))]
    # A lone surrogate, which badly decoded text may hold, has no bytes of its own.
    content = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return f"d{hashlib.sha256(content).hexdigest()[:DIGITS]}"


def _words(document: Document, spans: Sequence[Span]) -> Iterator[str]:
    """The words of a side, and behind them the sentences that they stand in."""
    for span in spans:
        yield folded(document.text[span.start : span.end])
    yield "in"
    for i in dict.fromkeys(i for span in spans for i in sentences_at(document.sentences, span)):
        yield folded(document.sentence_text(i))
