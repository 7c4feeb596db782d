"""What an alignment keeps when texts change places or grow, on the samples with the real encoder."""

import random
from collections.abc import Callable, Sequence
from itertools import chain

import pytest
from gold import load_gold

from translate.alignment.bead import Bead
from translate.alignment.search import align_vectors
from translate.engines.cache import default_cache
from translate.engines.cached import CachingEmbedder
from translate.engines.encoder import default_encoder
from translate.samples import sample_names
from translate.story.story import Story, tell
from translate.text.document import Document, document_of_sentences

pytestmark = pytest.mark.model

FIRM = 0.45  # cosine below which a pair of the samples rests on its place among the others as well
Paragraphs = list[list[str]]
Key = tuple[tuple[int, ...], tuple[int, ...]]


@pytest.fixture(scope="module")
def told() -> Callable[[Paragraphs, str], Story]:
    """Tells the paragraphs of a story; each sentence is encoded once."""
    embedder = CachingEmbedder(default_encoder(), default_cache())
    return lambda paragraphs, language: tell(document_of_sentences([*chain(*paragraphs)], language), embedder)


def paragraphs_of(document: Document) -> Paragraphs:
    """Compared sentences, paragraph by paragraph; no furniture that a page read without its witness keeps."""
    found: dict[int, list[str]] = {}
    for i in document.compared:
        found.setdefault(document.sentences[i].paragraph, []).append(document.sentence_text(i))
    return list(found.values())


def keys(beads: Sequence[Bead]) -> set[Key]:
    return {(bead.source, bead.target) for bead in beads}


@pytest.mark.parametrize("name", sample_names())
def test_swapping_the_versions_mirrors_everything(name: str, told: Callable[[Paragraphs, str], Story]) -> None:
    """Bead by bead: similarity, probability, which one moved, and what was rejected."""
    gold = load_gold(name)
    russian, english = told(paragraphs_of(gold.ru), "ru"), told(paragraphs_of(gold.en), "en")
    there = align_vectors(russian.vectors, english.vectors)
    back = {(bead.target, bead.source): bead for bead in align_vectors(english.vectors, russian.vectors)}
    assert keys(there) == set(back)
    for bead in there:
        other = back[bead.source, bead.target]
        assert bead.moved == other.moved
        assert (bead.similarity, bead.probability) == pytest.approx((other.similarity, other.probability), abs=1e-6)
        assert bead.explanation is not None
        assert other.explanation is not None
        assert bead.explanation.shared == other.explanation.shared
        rejected = {(r.source, r.target) for r in bead.explanation.rejected}
        assert rejected == {(r.target, r.source) for r in other.explanation.rejected}


@pytest.mark.parametrize("name", sample_names())
def test_an_unrelated_paragraph_at_the_end_changes_no_earlier_bead(
    name: str, told: Callable[[Paragraphs, str], Story]
) -> None:
    gold = load_gold(name)
    russian, english = paragraphs_of(gold.ru), paragraphs_of(gold.en)
    source, target = told(russian, "ru"), told(english, "en")
    before = keys(align_vectors(source.vectors, target.vectors))
    for other in sample_names():
        if other == name:
            continue
        stranger = load_gold(other)
        grown = told([*russian, paragraphs_of(stranger.ru)[-1]], "ru")
        after = keys(align_vectors(grown.vectors, target.vectors))
        assert {key for key in after if not key[0] or key[0][0] < len(source.vectors)} == before
        grown = told([*english, paragraphs_of(stranger.en)[-1]], "en")
        after = keys(align_vectors(source.vectors, grown.vectors))
        assert {key for key in after if not key[1] or key[1][0] < len(target.vectors)} == before


@pytest.mark.parametrize("name", sample_names())
def test_permuting_paragraphs_keeps_every_firm_pair(name: str, told: Callable[[Paragraphs, str], Story]) -> None:
    """Order is evidence: a pair of headings alike in little else ("Что с плотиной") is not found just anywhere."""
    gold = load_gold(name)
    english = paragraphs_of(gold.en)
    source = told(paragraphs_of(gold.ru), "ru")
    beads = align_vectors(source.vectors, told(english, "en").vectors)
    firm = {(bead.source, bead.target) for bead in beads if bead.two_sided and bead.similarity >= FIRM}
    shuffler = random.Random(name)
    starts = [sum(map(len, english[:k])) for k in range(len(english))]
    for _ in range(5):
        order = shuffler.sample(range(len(english)), len(english))
        was = [starts[k] + place for k in order for place in range(len(english[k]))]
        after = align_vectors(source.vectors, told([english[k] for k in order], "en").vectors)
        assert firm <= {(bead.source, tuple(sorted(was[j] for j in bead.target))) for bead in after}
