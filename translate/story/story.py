"""One version of a story with everything the stages read from it: made once, handed on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from translate.engines.protocols import Embedder, Embeddings, fitted_name
from translate.facts.mention import Facts, Mention, anew
from translate.facts.plain_facts import read_plain_facts
from translate.facts.publication import publication_day, with_resolved_dates
from translate.facts.reading import anchor_keys, read_facts
from translate.languages.language import Language
from translate.languages.registry import language_of
from translate.settings.limits import go_on
from translate.story.vectors import TextVectors, content_words, runs_of, with_longer_runs
from translate.text.clauses import split_clauses
from translate.text.document import Document, Sentence, Span
from translate.text.normalization import Normalized, normalize
from translate.wording.naming import Version

BLOCK = 256  # texts encoded between two steps of a progress bar, half a second


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Story:
    """One version of a story; all sequences run over its compared sentences, which beads index after `Story.number`.

    Attributes:
        document: The text and its sentences.
        number: For each compared sentence its index in the document.
        sentences: Their texts in normal spelling.
        facts: Their numbers, dates and names; offsets count from the beginning of the normalised sentence.
        clauses: Offsets of their clauses, likewise.
        vectors: The same sentences as arrays.
        version: What sentences call it.
    """

    document: Document
    number: tuple[int, ...]
    sentences: tuple[Normalized, ...]
    facts: tuple[Facts, ...]
    clauses: tuple[tuple[tuple[int, int], ...], ...]
    vectors: TextVectors
    version: Version

    def sentence(self, sentence: int) -> Sentence:
        """One compared sentence as the document has it."""
        return self.document.sentences[self.number[sentence]]

    def span(self, sentence: int, start: int = 0, end: int | None = None) -> Span:
        """Offsets into the document of a stretch of one compared sentence (all of it if not told)."""
        normalized = self.sentences[sentence]
        first, last = normalized.span(start, len(normalized.text) if end is None else end)
        offset = self.sentence(sentence).start
        return Span(offset + first, offset + last)

    def mentions_in(self, sentence: int, start: int, end: int) -> tuple[Mention, ...]:
        """Facts of one compared sentence that begin in a stretch of it."""
        return tuple(mention for mention in self.facts[sentence].mentions if start <= mention.start < end)

    def text(self, sentences: Sequence[int]) -> str:
        """Normalised text of some compared sentences."""
        return " ".join(self.sentences[i].text for i in sentences)


def tell(
    document: Document,
    embedder: Embedder,
    progress: Callable[[float], None] = lambda share: None,
    *,
    plain_facts: bool = False,
    version: Version | None = None,
) -> Story:
    """Read facts and clauses of a document's compared sentences and encode them.

    Args:
        document: One version of a story.
        embedder: Encodes its sentences, neighbouring pairs of them and their clauses.
        progress: Called with the share of the encoding that is done, in [0, 1].
        plain_facts: Read only facts that every language has; both texts must be read alike, so this is for all pairs
            but those of languages that can be compared.
        version: What sentences call it; by its language alone if None.
    """
    number = document.compared
    sentences = tuple(normalize(document.sentence_text(i)) for i in number)
    texts = [sentence.text for sentence in sentences]
    read = read_plain_facts if plain_facts else read_facts
    facts = _each_time(texts, lambda text: read(text, document.language))
    if not plain_facts:
        facts = with_resolved_dates(facts, publication_day(document))
    of_text = {text: tuple(split_clauses(text) or [(0, len(text))]) for text in dict.fromkeys(texts)}
    clauses = tuple(of_text[text] for text in texts)
    vectors = _vectors(texts, language_of(document.language), facts, clauses, embedder, progress)
    return Story(document, number, sentences, facts, clauses, vectors, version or Version(document.language))


def encode_ahead(document: Document, embedder: Embedder) -> None:
    """Have an embedder with a memory encode what telling a document will ask for, where that is not much.

    Its sentences are asked for first, when the roles of a page are judged. Encoded together with pairs of them and
    their clauses, whose words stand among the same others, they cost half as much as one by one.
    """
    texts = [normalize(document.sentence_text(i)).text for i in document.compared]
    clauses = [text[start:end] for text in texts for start, end in split_clauses(text)]
    wanted = list(dict.fromkeys([*texts, *runs_of(texts, 2), *clauses]))
    if len(wanted) <= BLOCK:
        embedder.encode(wanted)


def _each_time(texts: Sequence[str], read: Callable[[str], Facts]) -> tuple[Facts, ...]:
    """Facts of each text, of equal ones read once; each has its own mentions, which are told apart by what they are."""
    known: dict[str, Facts] = {}
    found = []
    for text in texts:
        go_on()
        if text in known:
            found.append(anew(known[text]))
        else:
            known[text] = read(text)
            found.append(known[text])
    return tuple(found)


def _vectors(
    texts: Sequence[str],
    language: Language,
    facts: Sequence[Facts],
    clauses: Sequence[Sequence[tuple[int, int]]],
    embedder: Embedder,
    progress: Callable[[float], None],
) -> TextVectors:
    """Encode sentences, pairs of neighbours, clauses and words, each different text once."""
    words, word_rows, word_weights = content_words(texts, capital_nouns=language.capital_nouns)
    parts = [runs_of(texts, 1), runs_of(texts, 2)]
    parts.append([text[start:end] for text, spans in zip(texts, clauses, strict=True) for start, end in spans])
    parts.append(words)
    wanted = list(dict.fromkeys(text for part in parts for text in part))
    place = {text: row for row, text in enumerate(wanted)}
    rows = _encoded(wanted, embedder, progress)
    single, double, clause_rows, word_vectors = (
        rows[np.array([place[text] for text in part], dtype=np.int64)] for part in parts
    )
    return TextVectors(
        encoder=fitted_name(embedder),
        runs=with_longer_runs(single, double),
        lengths=np.array([len(text) for text in texts], dtype=float) / language.length,
        clauses=clause_rows,
        clause_owner=np.repeat(np.arange(len(texts)), [len(spans) for spans in clauses]),
        anchors=tuple(anchor_keys(fact) for fact in facts),
        words=word_vectors,
        word_rows=word_rows,
        word_weights=word_weights,
    )


def _encoded(texts: Sequence[str], embedder: Embedder, progress: Callable[[float], None]) -> Embeddings:
    """Embeddings of many texts, in blocks so that a progress bar can move."""
    blocks = [embedder.encode(texts[:BLOCK])]
    for start in range(BLOCK, len(texts), BLOCK):
        progress(start / len(texts))
        blocks.append(embedder.encode(texts[start : start + BLOCK]))
    progress(1.0)
    return np.concatenate(blocks)
