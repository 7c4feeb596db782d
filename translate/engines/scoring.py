"""How probable a model finds what somebody else wrote: word by word, and with a part of the source left out.

A translation model is made to write a sentence that is there already (forced decoding), and tells the probability of
each of its pieces. A word that it did not expect is a sign of another meaning. What a sentence leaves out is found by
contrast: if it is no less probable once a part of its source is left out, it says nothing of that part. The method is
that of Vamvas and Sennrich, "As Little as Possible, as Much as Necessary: Detecting Over- and Undertranslations with
Contrastive Conditioning" (ACL 2022), whose parts are those of a parse; here whoever asks names them. What is added
instead is found the same way by a model of the other direction.

`compare` asks for this only where it is told to, for a line of evidence: the small packages that come with Parallax
know too little to fit anything on, and of the larger ones it has to be shown first that flags may rest on it.
benchmarks/measure/forced_decoding.py proves the mechanics.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from translate.engines.engine import Scoring

WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
BYTE = re.compile("<0x([0-9A-F]{2})>")
Span = tuple[int, int]
Piece = tuple[str, float]


@dataclass(frozen=True, slots=True)
class ScoredWord:
    """A word of a translation.

    Attributes:
        start, end: Offsets into the translation.
        log_probability: Of all its pieces together, given the source and the words before; 0 or less.
        lowest: Of its least expected piece.
    """

    start: int
    end: int
    log_probability: float
    lowest: float


@dataclass(frozen=True, slots=True)
class Gain:
    """How much more probable a translation becomes once a part of its source is left out, in natural logarithms.

    Below 0, the more the surer, the translation says something of the part; at 0 and above it does without.

    Attributes:
        piece: Of a piece, on average: comparable between translations of any length.
        whole: Of the whole translation.
    """

    piece: float
    whole: float


def score_words(model: Scoring, sentences: Sequence[str], translations: Sequence[str]) -> list[list[ScoredWord]]:
    """The words and numbers of each translation with what the model holds of them, in order.

    A word without a score is left out: one of signs that the model does not read, or one beyond the length that it can
    read.

    Args:
        model: From the language of the sentences into that of the translations.
        sentences, translations: As many of each.

    Raises:
        EngineError: The model is damaged.
    """
    scored = model.log_probabilities(sentences, translations)
    return [_words(text, pieces) for text, pieces in zip(translations, scored, strict=True)]


def contrast(
    model: Scoring, sentences: Sequence[str], translations: Sequence[str], parts: Sequence[Sequence[Span]]
) -> list[list[Gain]]:
    """How much more probable each translation becomes once a part of its sentence is left out.

    Args:
        model: From the language of the sentences into that of the translations.
        sentences, translations: As many of each.
        parts: For each sentence the stretches to be left out, one at a time, as offsets.

    Returns:
        For each part the log-probability without it less that with it; 0.0 where nothing is left to compare.

    Raises:
        EngineError: The model is damaged.
    """
    asked = [
        (text, translation)
        for sentence, translation, spans in zip(sentences, translations, parts, strict=True)
        for text in (sentence, *(without(sentence, span) for span in spans))
    ]
    scored = iter(model.log_probabilities([text for text, _ in asked], [translation for _, translation in asked]))
    found = []
    for spans in parts:
        whole = next(scored)
        found.append([_gain(whole, next(scored)) for _ in spans])
    return found


def without(sentence: str, span: Span) -> str:
    """A sentence without a stretch of it, and without the space and the comma that stood before it for its sake.

    Example:
        >>> without("He left on Friday, she said.", (8, 17))
        'He left, she said.'
    """
    before, after = sentence[: span[0]].rstrip(), sentence[span[1] :].lstrip()
    if re.match(r"[,;:.!?…]", after):
        return f"{before.rstrip(',;:')}{after}"
    return f"{before} {after}".strip()


def _words(text: str, pieces: Sequence[Piece]) -> list[ScoredWord]:
    places = offsets_of([piece for piece, _ in pieces], text)
    found = []
    for match in WORD.finditer(text):
        inside = [
            score
            for (_, score), place in zip(pieces, places, strict=True)
            if place is not None and place[0] < match.end() and place[1] > match.start()
        ]
        if inside:
            found.append(ScoredWord(*match.span(), sum(inside), min(inside)))
    return found


def offsets_of(pieces: Sequence[str], text: str) -> list[Span | None]:
    """Where each piece stands in the text that was cut; None for one that stands for no letter of it.

    Models cut what they have normalised ("№" into "No"), mark spaces and inner borders ("▁", "@@"), and spell signs
    that they do not know in bytes. So the letters of both are held against each other, in order.
    """
    letters: list[str] = []
    owners: list[int] = []
    for number, letter in _spelled(pieces):
        letters.append(letter)
        owners.append(number)
    plain: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for letter in unicodedata.normalize("NFKC", sign):
            if not letter.isspace():
                plain.append(letter)
                places.append(place)
    found: list[Span | None] = [None] * len(pieces)
    for block in SequenceMatcher(None, letters, plain, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            number, place = owners[block.a + step], places[block.b + step]
            known = found[number]
            found[number] = (place if known is None else known[0], place + 1)
    return found


def _spelled(pieces: Sequence[str]) -> list[tuple[int, str]]:
    """Every letter of the pieces with the number of its piece; that of bytes counts for the first of them."""
    spelled: list[tuple[int, str]] = []
    place = 0
    while place < len(pieces):
        end = place
        while end < len(pieces) and BYTE.fullmatch(pieces[end]):
            end += 1
        if end > place:
            signs = bytes(int(piece[3:5], 16) for piece in pieces[place:end]).decode("utf-8", errors="replace")
            spelled += [(place, sign) for sign in unicodedata.normalize("NFKC", signs)]
            place = end
            continue
        spelled += [(place, letter) for letter in pieces[place].removesuffix("@@") if letter != "▁"]
        place += 1
    return spelled


def _gain(whole: Sequence[Piece], less: Sequence[Piece]) -> Gain:
    if not whole or not less:
        return Gain(0.0, 0.0)
    found = sum(score for _, score in less) - sum(score for _, score in whole)
    return Gain(found / len(whole), found)
