"""Sentences and clauses as what is judged."""

from translate.counterparts.units import clauses_of, inside, sentences_of
from translate.counterparts.words import read_words
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()
SENTENCES = ["The river rose by 3 metres, and the bridge near Samara broke.", "It rained."]
STORY = tell(document_of_sentences(SENTENCES, "en"), EMBEDDER)
WORDS = read_words(STORY, EMBEDDER)


def test_a_sentence_has_all_its_words_and_facts() -> None:
    units = sentences_of(STORY, WORDS)
    assert units.owner.tolist() == [0, 1]
    assert units.lengths.tolist() == [len(sentence.text) for sentence in STORY.sentences]
    assert units.keys == STORY.vectors.anchors
    assert units.words[0, 1] == units.words[1, 0] == WORDS.first[1]


def test_clauses_share_out_what_their_sentence_has() -> None:
    units = clauses_of(STORY, WORDS)
    assert units.owner.tolist() == [0, 0, 1]
    assert "n:3" in units.keys[0]
    assert "n:3" not in units.keys[1]
    assert units.keys[0] | units.keys[1] == STORY.vectors.anchors[0]
    assert units.words[0, 0] == 0
    assert units.words[0, 1] == units.words[1, 0]
    assert units.words[1, 1] == WORDS.first[1]


def test_facts_of_a_stretch_are_those_that_begin_in_it() -> None:
    facts = STORY.facts[0]
    assert inside(facts, 0, 10).mentions == ()
    assert len(inside(facts, 0, len(STORY.sentences[0].text)).mentions) == len(facts.mentions)
