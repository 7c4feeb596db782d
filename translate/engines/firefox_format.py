"""What the files of Firefox's models say of themselves, so far as it tells whether they belong together."""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from translate.errors import EngineError
from translate.wording.phrase import Phrase

MARIAN_VERSION = 1
MOST_ITEMS, MOST_NAME, MOST_DIMENSIONS = 10_000, 1_000, 8
INTEGERS = 0x4101  # Marian's number of the type that its int8 weights have
SHARED, OF_SOURCE, OF_TARGET = "Wemb", "encoder_Wemb", "decoder_Wemb"
SHORTLIST_HEADER = 6  # numbers of eight bytes


@dataclass(frozen=True, slots=True)
class Sizes:
    """Tokens that a model knows, of the language it reads and of the one it writes."""

    source: int
    target: int


def model_sizes(model: Path) -> Sizes:
    """Tokens of a model's two vocabularies.

    Raises:
        EngineError: This is no model as Firefox has them.
    """
    try:
        shapes = _shapes(model)
        if SHARED in shapes:
            return Sizes(shapes[SHARED], shapes[SHARED])
        return Sizes(shapes[OF_SOURCE], shapes[OF_TARGET])
    except (struct.error, KeyError, ValueError) as error:
        raise EngineError(
            Phrase(
                "{file} is no model of Firefox's translations: those are Marian's binary files with 8-bit weights.",
                file=model.name,
            )
        ) from error


def require_vocabulary(vocabulary: Path, tokens: int, model: Path) -> None:
    """See that a vocabulary is one, and as large as its model expects.

    Raises:
        EngineError: It is not.
    """
    import sentencepiece

    try:
        count = sentencepiece.SentencePieceProcessor(model_proto=vocabulary.read_bytes()).get_piece_size()
    except RuntimeError as error:
        raise EngineError(Phrase("{file} is no vocabulary of SentencePiece.", file=vocabulary.name)) from error
    if count != tokens:
        raise EngineError(
            Phrase(
                "The vocabulary {vocabulary} does not fit the model {model}: it has {count:,} tokens, the model "
                "{tokens:,}. Both must come from the same place and version.",
                vocabulary=vocabulary.name,
                model=model.name,
                count=count,
                tokens=tokens,
            )
        )


def require_shortlist(shortlist: Path, sizes: Sizes) -> None:
    """See that a shortlist is one, and names no token that its model does not know.

    Raises:
        EngineError: It is not.
    """
    data = shortlist.read_bytes()
    head = 8 * SHORTLIST_HEADER
    sound = False
    if len(data) >= head:
        _, _, first, _, words, entries = struct.unpack(f"<{SHORTLIST_HEADER}Q", data[:head])
        if len(data) == head + 8 * words + 4 * entries and words <= sizes.source + 1 and first <= sizes.target:
            places = np.frombuffer(data, "<u8", words, head)
            tokens = np.frombuffer(data, "<u4", entries, head + 8 * words)
            sound = bool(
                (places[1:] >= places[:-1]).all() and (places <= entries).all() and (tokens < sizes.target).all()
            )
    if not sound:
        raise EngineError(
            Phrase(
                "The shortlist {file} is damaged or belongs to another model. A model works without one, if slower: "
                "it may be left out.",
                file=shortlist.name,
            )
        )


def _shapes(model: Path) -> dict[str, int]:
    """First dimension of every 8-bit weight, by its name."""
    size = model.stat().st_size
    with model.open("rb") as file:

        def numbers(layout: str) -> tuple[int, ...]:
            return struct.unpack(f"<{layout}", file.read(struct.calcsize(f"<{layout}")))

        version, count = numbers("QQ")
        if version != MARIAN_VERSION or count > MOST_ITEMS:
            raise ValueError
        heads = [numbers("QQQQ") for _ in range(count)]
        if any(name > MOST_NAME or shape > MOST_DIMENSIONS for name, _, shape, _ in heads):
            raise ValueError
        names = [file.read(length).split(b"\0")[0].decode("utf-8") for length, *_ in heads]
        shapes = [numbers(f"{length}i") for _, _, length, _ in heads]
        (gap,) = numbers("Q")
        if file.tell() + gap + sum(length for *_, length in heads) > size:  # it has been cut off
            raise ValueError
    return {name: shape[0] for name, (_, kind, *_), shape in zip(names, heads, shapes, strict=True) if kind == INTEGERS}
