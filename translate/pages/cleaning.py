"""Roles once more, when both versions are read: the other one is the best witness of what is the story.

Only pages that were read as they were pasted are judged; what a user has decided stands.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from translate.engines.protocols import Embedder, Embeddings, fitted_name
from translate.facts.reading import anchor_keys, read_facts
from translate.models.stored import has_model
from translate.models.trees import Floats
from translate.pages.pair_model import Facing, PairModel, judge_facing, pair_model
from translate.pages.witness import Witness
from translate.text.cleaning import MAX_LINES, Sureness, sentences_of, verdict
from translate.text.document import Document
from translate.text.line_features import page_features
from translate.text.lines import Line, lines_of
from translate.text.normalization import normalize
from translate.text.page_model import Judgement, first_judgement
from translate.text.paragraphs import Span
from translate.text.reading import with_foreign

Guess: TypeAlias = Callable[[Floats], Judgement]

# benchmarks/fit/page_pairs.py prints what other probabilities reach.
TOGETHER = Sureness(0.78, 0.9, 0.3)


def cleaned_together(
    source: Document,
    target: Document,
    embedder: Embedder,
    *,
    pasted: tuple[bool, bool] = (True, True),
    model: PairModel | None = None,
    guess: Guess = first_judgement,
) -> tuple[Document, Document]:
    """Both documents, their roles judged anew with the other as the witness.

    Args:
        source, target: As `read_document` has them.
        embedder: Encodes their sentences.
        pasted: Which of them were read from raw text; the roles of the other are taken as they are.
        model: What was fitted for the encoder, if None; without any the documents stay as they are.
        guess: What is thought of the lines of one page, from their features.
    """
    documents = (source, target)
    pages = [_paragraphs(document) for document in documents]
    fit = all(1 < len(paragraphs) <= MAX_LINES for paragraphs in pages)
    encoder = fitted_name(embedder)
    if not (any(pasted) and fit and (model or has_model("page_pairs", encoder))):
        return documents
    model = model or pair_model(encoder)
    facing = [
        _facing(document, paragraphs, embedder, guess if judged else None)
        for document, paragraphs, judged in zip(documents, pages, pasted, strict=True)
    ]
    left, right = (
        _judged(document, own, other.witness, model) if judged else document
        for document, own, other, judged in zip(documents, facing, facing[::-1], pasted, strict=True)
    )
    return left, right


def _paragraphs(document: Document) -> list[list[Span]]:
    """For each paragraph the offsets of its sentences."""
    places = [(sentence.start, sentence.end) for sentence in document.sentences]
    return [[places[i] for i in line] for line in document.lines()]


def _facing(
    document: Document, paragraphs: Sequence[Sequence[Span]], embedder: Embedder, guess: Guess | None
) -> Facing:
    """A document ready to face the other; where nobody is to guess, what its user has decided is taken."""
    lines = list(lines_of(document.text, paragraphs))
    texts = [normalize(document.sentence_text(i)).text for i in range(len(document.sentences))]
    features = page_features(lines)[1]
    guesses = guess(features) if guess else _as_decided(document, lines)
    return facing_of(lines, texts, document.language, embedder.encode(texts), features, guesses)


def facing_of(
    lines: Sequence[Line],
    texts: Sequence[str],
    language: str,
    rows: Embeddings,
    features: Floats,
    guesses: Judgement,
) -> Facing:
    """A page ready to face the other version.

    Args:
        lines: Of the page.
        texts: Of its sentences, in normal spelling.
        language: Its code.
        rows: Embeddings of the sentences.
        features: Of the lines, as `page_features` has them.
        guesses: First judgement of the lines.
    """
    keys = [anchor_keys(read_facts(text, language)) for text in texts]
    owner = np.repeat(np.arange(len(lines)), [len(line.sentences) for line in lines])
    of_lines = [frozenset[str]().union(*(keys[k] for k in line.sentences)) for line in lines]
    return Facing(lines, features, Witness(owner, rows, of_lines, guesses))


def _as_decided(document: Document, lines: Sequence[Line]) -> Judgement:
    """What is known of the lines of a document whose roles a user has given."""
    first = [document.sentences[line.sentences.start] for line in lines]
    return Judgement(
        np.array([float(sentence.role == "boilerplate") for sentence in first]),
        np.array([float(sentence.role == "headline") for sentence in first]),
    )


def _judged(document: Document, own: Facing, other: Witness, model: PairModel) -> Document:
    found = judge_facing(own, other, model)
    decided = verdict(own.lines, found.lines, TOGETHER, found.leads)
    sentences = sentences_of(document.text, _paragraphs(document), own.lines, found.lines, decided, found.labels)
    return with_foreign(replace(document, sentences=sentences))
