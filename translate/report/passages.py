"""The words a difference rests on: sentences of one side cut into marked pieces, safe to show anywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.comparison import Comparison
from translate.differences.difference import Difference
from translate.differences.kinds import KINDS
from translate.engines.translation import Translation
from translate.report.origins import place_words
from translate.text.document import Document, Span
from translate.text.shown import one_line, visible
from translate.text.sides import SideName, on_side

_UNKNOWN = "unknown"  # mark of a word of a gloss that no dictionary knows


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks.

    Attributes:
        text: Safe to show: control characters are replaced one for one.
        marks: The ids given with the spans that cover it, in the order given; empty for plain text.
    """

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What one side says where a difference lies.

    Attributes:
        sentences: Indices on that side; empty where that side is silent.
        pieces: Their text with the difference's own spans marked by its id.
        translation: Their translation or gloss, "" if there is none.
        translated: The same cut into its words, as far as something is to be said of them.
        place: Where in its file they stand, such as "page 3"; "" where that is not known.
    """

    sentences: tuple[int, ...]
    pieces: tuple[Piece, ...]
    translation: str
    place: str = ""
    translated: tuple["TranslatedPiece", ...] = ()

    @property
    def text(self) -> str:
        """The passage on one line, without marks."""
        return one_line("".join(piece.text for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class TranslatedPiece:
    """A run of a translation of which the same is to be said.

    Attributes:
        text: Safe to show.
        unknown: Whether it is a word of a gloss that no dictionary knows.
        others: What else it may say, where it is a word of a gloss that is only likely; empty elsewhere.
    """

    text: str
    unknown: bool = False
    others: tuple[str, ...] = ()


def translated_pieces(translation: Translation, index: int) -> tuple[TranslatedPiece, ...]:
    """The translation of a sentence, words of a gloss that say little marked as such; empty where there is none."""
    shown = translation.shown(index)
    if not shown:
        return ()
    guesses = translation.guessed_words(index)
    marks = [(span, _UNKNOWN) for span in translation.unknown_words(index)]
    marks += [(Span(guess.start, guess.end), str(number)) for number, guess in enumerate(guesses)]
    return tuple(
        TranslatedPiece(
            piece.text,
            _UNKNOWN in piece.marks,
            tuple(visible(other) for mark in piece.marks if mark != _UNKNOWN for other in guesses[int(mark)].others),
        )
        for piece in cut(shown, 0, len(shown), marks)
    )


def joined_pieces(sentences: Iterable[Sequence[TranslatedPiece]]) -> tuple[TranslatedPiece, ...]:
    """Translations of several sentences with a blank between them."""
    pieces: list[TranslatedPiece] = []
    for of_one in filter(None, sentences):
        pieces += [TranslatedPiece(" "), *of_one] if pieces else of_one
    return tuple(pieces)


def cut(text: str, start: int, end: int, spans: Sequence[tuple[Span, str]]) -> tuple[Piece, ...]:
    """Cut text[start:end] wherever a span begins or ends; spans may nest, overlap or reach beyond.

    Example:
        >>> [(p.text, p.marks) for p in cut("abcdef", 0, 6, [(Span(1, 4), "x"), (Span(3, 9), "y")])]
        [('a', ()), ('bc', ('x',)), ('d', ('x', 'y')), ('ef', ('y',))]
    """
    here = [(span, mark) for span, mark in spans if span.start < end and span.end > start and span.start < span.end]
    borders = sorted({start, end, *(max(s.start, start) for s, _ in here), *(min(s.end, end) for s, _ in here)})
    return tuple(
        # dict.fromkeys: two spans of one difference may touch or overlap, and its id counts once
        Piece(
            visible(text[a:b]), tuple(dict.fromkeys(mark for span, mark in here if span.start <= a and b <= span.end))
        )
        for a, b in pairwise(borders)
    )


def sentences_under(document: Document, spans: Sequence[Span]) -> tuple[int, ...]:
    """Indices of the sentences that the spans touch, ascending."""
    return tuple(
        i
        for i, sentence in enumerate(document.sentences)
        if any(span.start < sentence.end and span.end > sentence.start for span in spans)
    )


def stands_alone(difference: Difference) -> bool:
    """Whether it is a whole sentence that one version alone tells."""
    return KINDS[difference.kind].family == "only"


def passage(comparison: Comparison, difference: Difference, side: SideName) -> Passage:
    """What one side says where the difference lies: its bead's sentences and any other that its spans touch.

    Of what one version alone tells, that is its own sentence, whatever else shares a bead with it.
    """
    document = on_side(comparison, side)
    translation = on_side(comparison.translation, side)
    spans = on_side(difference, side)
    inside = () if stands_alone(difference) else on_side(comparison.beads[difference.bead], side)
    indices = tuple(sorted({*inside, *sentences_under(document, spans)}))
    pieces: list[Piece] = []
    for before, i in zip((None, *indices), indices, strict=False):
        if before is not None:
            pieces.append(Piece(" " if i == before + 1 else " … "))
        sentence = document.sentences[i]
        # A span over the whole sentence marks nothing in particular: the bead already says it.
        inner = [(s, difference.id) for s in spans if s.start > sentence.start or s.end < sentence.end]
        pieces.extend(cut(document.text, sentence.start, sentence.end, inner))
    translated = (translation.shown(i) for i in indices)
    return Passage(
        indices,
        tuple(pieces),
        one_line(" ".join(text for text in translated if text)),
        one_line(place_words(document, indices)),
        joined_pieces(translated_pieces(translation, i) for i in indices),
    )
