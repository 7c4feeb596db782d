"""A version of a story with everything that was read from it, by places in the text as given."""

import numpy as np
import pytest

from translate.story import story as module
from translate.story.story import Story, encode_ahead, tell
from translate.testing import LetterEmbedder
from translate.text.document import Document, Sentence, document_of_sentences

TEXT = "Share\nThe ri\u00adver rose by 5 km on 6 May.\nIt fell."


@pytest.fixture
def story() -> Story:
    """Three sentences, the first page furniture, with a soft hyphen in the second."""
    roles = ("boilerplate", "headline", "body")
    borders = [(0, 5), (6, 39), (40, 48)]
    sentences = tuple(Sentence(a, b, i, role) for i, ((a, b), role) in enumerate(zip(borders, roles, strict=True)))
    return tell(Document("en", TEXT, sentences), LetterEmbedder())


def test_compared_sentences_are_counted_on_their_own(story: Story) -> None:
    assert story.number == (1, 2)
    assert [sentence.text for sentence in story.sentences] == ["The river rose by 5 km on 6 May.", "It fell."]
    assert story.text([1, 0]) == "It fell. The river rose by 5 km on 6 May."


def test_a_place_in_a_sentence_leads_to_the_text_as_given(story: Story) -> None:
    """Behind the soft hyphen everything stands one further."""
    places = [story.span(0, 0, 3), story.span(0, 4, 9), story.span(0, 4), story.span(1)]
    assert [TEXT[place.start : place.end] for place in places] == [
        "The",
        "ri\u00adver",
        "ri\u00adver rose by 5 km on 6 May.",
        "It fell.",
    ]


@pytest.mark.parametrize(
    ("start", "end", "texts"),
    [(0, 32, ["5 km", "6 May"]), (18, 19, ["5 km"]), (19, 26, []), (0, 18, []), (26, 27, ["6 May"])],
)
def test_facts_of_a_stretch_begin_in_it(story: Story, start: int, end: int, texts: list[str]) -> None:
    assert [mention.text for mention in story.mentions_in(0, start, end)] == texts


def test_vectors_stand_for_the_sentences_in_normal_spelling(story: Story) -> None:
    embedder = LetterEmbedder()
    texts = ["The river rose by 5 km on 6 May.", "It fell."]
    assert np.allclose(story.vectors.runs[0], embedder.encode(texts))
    assert np.allclose(story.vectors.runs[1], embedder.encode([" ".join(texts)]))
    assert story.vectors.clause_owner.tolist() == [0, 1]
    assert story.vectors.lengths.tolist() == [32.0, 8.0]
    assert "n:5" in story.vectors.anchors[0]


def test_every_sentence_has_a_clause() -> None:
    told = tell(document_of_sentences(["", "He left on Monday, but nobody noticed."], "en"), LetterEmbedder())
    assert told.clauses == (((0, 0),), ((0, 18), (19, 38)))
    assert told.vectors.clause_owner.tolist() == [0, 1, 1]


def test_relative_dates_are_counted_from_the_dateline() -> None:
    told = tell(document_of_sentences(["6 сентября 2023", "Он уехал вчера."], "ru"), LetterEmbedder())
    assert dict(told.facts[1].dates[0].resolved)["day"] == 5


def test_plain_facts_are_numbers_alone() -> None:
    document = document_of_sentences(["6 сентября 2023", "Он уехал вчера в 5 утра."], "ru")
    told = tell(document, LetterEmbedder(), plain_facts=True)
    assert [[mention.kind for mention in facts.mentions] for facts in told.facts] == [["number"] * 2, ["number"]]


def test_different_texts_are_encoded_once_and_progress_ends_at_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 4)
    asked: list[str] = []
    shares: list[float] = []

    class Counting(LetterEmbedder):
        def encode(self, texts):  # type: ignore[no-untyped-def]
            asked.extend(texts)
            return super().encode(texts)

    tell(document_of_sentences(["It fell.", "It fell.", "The river rose."], "en"), Counting(), shares.append)
    assert len(asked) == len(set(asked))
    assert shares == sorted(shares)
    assert (shares[0] > 0, shares[-1]) == (True, 1.0)


def test_what_is_encoded_ahead_is_what_telling_asks_for_but_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Counting(LetterEmbedder):
        def encode(self, texts):  # type: ignore[no-untyped-def]
            asked.extend(texts)
            return super().encode(texts)

    document = document_of_sentences(["It fell, he said, but rose.", "The river rose again."], "en")
    encode_ahead(document, Counting())
    ahead, asked = asked, []
    tell(document, Counting())
    assert ahead == [text for text in asked if " " in text]
    monkeypatch.setattr(module, "BLOCK", len(ahead) - 1)  # a long text is encoded when its turn comes
    asked = []
    encode_ahead(document, Counting())
    assert not asked


def test_a_sentence_that_stands_again_is_read_once_and_has_mentions_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    read = module.read_facts
    monkeypatch.setattr(module, "read_facts", lambda text, language: asked.append(text) or read(text, language))
    again = "It rose by 5 km."
    told = tell(document_of_sentences([again, "It fell.", again], "en"), LetterEmbedder())
    assert asked == [again, "It fell."]
    assert told.facts[0] == told.facts[2]
    assert told.facts[0].numbers[0] is not told.facts[2].numbers[0]
