"""Stand-ins that load no model: stories drawn with letters, where the same letter means the same thing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from translate.alignment.bead import Bead
from translate.alignment.by_hand import Link
from translate.comparison import Comparison
from translate.differences.conflicts.name_conflicts import name_conflicts
from translate.differences.conflicts.opposition import FactConflict
from translate.differences.conflicts.value_conflicts import date_conflicts, number_conflicts
from translate.engines.encoder import default_encoder
from translate.engines.translation import Translations
from translate.facts.mention import Facts
from translate.languages.registry import directions
from translate.options import Options
from translate.pipeline import compare
from translate.story.vectors import Embeddings, TextVectors, with_longer_runs
from translate.text.document import Document, document_of_sentences
from translate.wording.naming import Version

DIMENSIONS = 64


class LetterEmbedder:
    """Encodes a text by its letters: the same letters in any order and any script give the same vector.

    Example:
        >>> rows = LetterEmbedder().encode(["ab", "ba", "c"])
        >>> bool(np.allclose(rows[0], rows[1])), bool(rows[0] @ rows[2] > 0.5)
        (True, False)
    """

    name = "letters"
    fitted_as = default_encoder().fitted_as  # no model of it is fitted: what is the same has a cosine of 1 in both

    def encode(self, texts: Sequence[str]) -> Embeddings:
        """Mean of the letters' directions, shape (len(texts), 64), rows of length 1; a text without letters is 0."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for place, text in enumerate(texts):
            for letter in text:
                if letter.isalpha():
                    rows[place] += _direction(letter)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(np.divide(rows, lengths, out=rows, where=lengths > 0))


def drawn_story(letters: str) -> TextVectors:
    """A story as arrays, each letter one sentence of 80 characters; "(ab)" is one sentence that says a and b.

    Example:
        >>> len(drawn_story("a(bc)d"))
        3
    """
    sentences = _sentences(letters)
    embedder = LetterEmbedder()
    single = embedder.encode(sentences)
    double = embedder.encode([one + two for one, two in pairwise(sentences)])
    words = sorted(set("".join(sentences)))
    clauses = [letter for sentence in sentences for letter in sentence]
    return TextVectors(
        encoder=embedder.fitted_as,
        runs=with_longer_runs(single, double),
        lengths=np.array([80.0 * len(sentence) for sentence in sentences]),
        clauses=embedder.encode(clauses),
        clause_owner=np.repeat(np.arange(len(sentences)), [len(sentence) for sentence in sentences]),
        anchors=tuple(frozenset[str]() for _ in sentences),
        words=embedder.encode(words),
        word_rows=tuple(np.array(sorted({words.index(letter) for letter in s}), dtype=np.int64) for s in sentences),
        word_weights=np.ones(len(words)),
    )


def drawn(beads: Sequence[Bead], source: str, target: str) -> str:
    """Beads as text: "a=a" for a pair, "b=" for an omission, "=c" for an addition, "a~a" for a moved pair.

    Example:
        >>> drawn([Bead((0,), (0,), 1.0, 1.0), Bead((1,), (), 0.1, 0.9)], "ab", "a")
        'a=a b='
    """
    left, right = _sentences(source), _sentences(target)
    return " ".join(
        "".join(left[i] for i in bead.source) + ("~" if bead.moved else "=") + "".join(right[j] for j in bead.target)
        for bead in beads
    )


def drawn_comparison(source: str, target: str) -> Comparison:
    """A Russian and an English story compared, each letter one sentence.

    Example:
        >>> [found.kind for found in drawn_comparison("abcdef", "abdef").differences]
        ['omission']
    """
    left, right = (
        document_of_sentences([" ".join([letters * 4] * 5) + "." for letters in _sentences(side)], language)
        for side, language in zip((source, target), directions()[0], strict=True)
    )
    return compare_by_letters(left, right)


def compare_by_letters(
    source: Document,
    target: Document,
    options: Options | None = None,
    *,
    progress: Callable[[str, int, int], None] | None = None,
    links: Sequence[Link] = (),
    translation: Translations | None = None,
) -> Comparison:
    """What `translate.compare` does with two documents, by letters instead of meaning and without a translation."""
    chosen = replace(options or Options(), engine="none", url=None, api_key=None, models=())
    return compare(
        source, target, chosen, progress=progress, links=links, translation=translation, embedder=LetterEmbedder()
    )


@dataclass(frozen=True, slots=True)
class _FactsAlone:
    """Facts of some sentences as if they stood in a bead."""

    facts: Sequence[Facts]
    near: Sequence[Facts]

    @property
    def language(self) -> str:
        return self.facts[0].language

    @property
    def version(self) -> Version:
        return Version(self.language)


def compare_facts(
    source: Sequence[Facts],
    target: Sequence[Facts],
    *,
    near_source: Sequence[Facts] = (),
    near_target: Sequence[Facts] = (),
) -> tuple[FactConflict, ...]:
    """Where two groups of sentences that correspond give different numbers, dates or names, told without an encoder.

    Args:
        source, target: Facts of the sentences of one bead, in order; neither side is empty.
        near_source, near_target: Facts of the neighbouring sentences: what moved there contradicts nothing.

    Example:
        >>> from translate.facts.reading import read_facts
        >>> found = compare_facts([read_facts("Ранены 17 человек.", "ru")], [read_facts("14 were hurt.", "en")])
        >>> [conflict.kind for conflict in found]
        ['number']
    """
    ours, theirs = _FactsAlone(source, near_source), _FactsAlone(target, near_target)
    return (*number_conflicts(ours, theirs), *date_conflicts(ours, theirs), *name_conflicts(ours, theirs))


def _sentences(letters: str) -> list[str]:
    found: list[str] = []
    inside = False
    for letter in letters:
        if letter in "()":
            inside = letter == "("
            found += [""] if inside else []
        elif inside:
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _direction(letter: str) -> Embeddings:
    """A fixed random direction for each letter."""
    direction = np.random.default_rng(ord(letter)).standard_normal(DIMENSIONS)
    return (direction / np.linalg.norm(direction)).astype(np.float32)
