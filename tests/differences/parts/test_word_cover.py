"""How near the other side comes to each word, with an encoder that sees letters by their sounds."""

import numpy as np
import pytest
from fitted_measures import EMBEDDER, sides

from translate.differences.parts.word_cover import WordCover, lone_facts, tokens, word_covers
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def covers(russian: list[str], english: list[str], *, of_english: bool = False) -> dict[str, WordCover]:
    """By the words as they stand; "=" stands before the sentences that correspond."""
    ru, en = sides(russian, english)
    own, other = (en, ru) if of_english else (ru, en)
    found = word_covers(own, other, EMBEDDER)
    return {own.story.sentences[at.sentence].text[at.start : at.end]: at for at in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The river of the BBC is at a, 7 or 1,500.5 km.", "river BBC 7 1,500.5"),
        ("It is an old well-known O’Neil’s US ox.", "old well-known O’Neil’s US"),
        ("He x 7, 12, a1 b", "7 12 1"),
    ],
)
def test_words_of_content_are_those_that_say_something_by_themselves(text: str, expected: str) -> None:
    """Numbers, words in capitals, and words of three letters and more that are no small words."""
    story = tell(document_of_sentences([text], "en"), LetterEmbedder())
    read = tokens(story, 0)
    assert " ".join(text[token.start : token.end] for token in read if token.content) == expected
    assert all(token.text == text[token.start : token.end].lower() for token in read)


def test_what_facts_decide_the_encoder_is_not_asked() -> None:
    """1 where the other side gives it, 0.7 where a sentence beside that does, 0 for a figure that nobody gives."""
    found = covers(["=Вода 17 40 90."], ["In 40 houses.", "=Water 17.", "It is so."])
    assert [found[word].cover for word in ("17", "40", "90")] == [1.0, 0.7, 0.0]
    assert [found[word].shared for word in ("17", "40", "90")] == [1.0, 0.7, 0.0]
    assert [found[word].beside for word in ("17", "40", "90")] == [1.0, 0.7, 0.0]
    assert {found[word].fact for word in ("17", "40", "90")} == {"number"}
    assert found["Вода"].fact == ""


def test_a_sentence_further_off_gives_nothing() -> None:
    found = covers(["=Вода 40 90."], ["In 90 houses.", "It is so.", "=Water.", "So it is.", "There are 40."])
    assert (found["40"].cover, found["90"].cover) == (0.0, 0.0)


def test_a_name_is_heard_and_a_small_word_is_not() -> None:
    """A likeness in sound below the same sound says nothing."""
    found = covers(["=Гришко щука."], ["=Grishko shchuka left."])
    assert found["Гришко"].cover == 1.0
    assert 0.3 < found["щука"].cover < 0.99
    assert covers(["=Гришко рад."], ["=Gibson left."])["Гришко"].cover < 0.99


def test_the_same_word_in_both_is_its_own_partner() -> None:
    found = covers(["=Про iphone книга."], ["=Book about iphone."])
    assert (found["iphone"].cover, found["iphone"].partner) == (1.0, 1)  # "about" is a small word


def test_each_word_serves_one_word_only() -> None:
    """The surest pair is joined first; the other word is left without."""
    found = covers(["=Тут дом, домна."], ["=Dom."])
    assert (found["дом"].partner, found["домна"].partner) == (0, -1)
    assert found["домна"].cover > 0.5
    assert found["домна"].shared == 0.0
    assert found["дом"].shared == found["дом"].cover == pytest.approx(1.0, abs=1e-3)


def test_words_alone_and_in_their_sentences_count_alike() -> None:
    ru, en = sides(["=Дом стоит."], ["=Zamok tam."])
    (house, stands) = word_covers(ru, en, EMBEDDER)
    words = EMBEDDER.encode(["дом", "стоит", "zamok", "tam"])
    assert house.cover == pytest.approx(max(words[0] @ words[2], words[0] @ words[3]), abs=0.02)
    assert stands.cover == pytest.approx(max(words[1] @ words[2], words[1] @ words[3]), abs=0.02)


def test_what_stands_beside_the_counterpart_is_measured_apart() -> None:
    found = covers(["=Дом стоит."], ["Dom.", "=Xyz wyx.", "Qwy."])
    assert found["Дом"].beside == pytest.approx(1.0, abs=1e-3)
    assert found["Дом"].cover < 0.6
    assert covers(["=Дом стоит."], ["=Xyz wyx."])["Дом"].beside == 0.0


def test_lone_facts_are_given_neither_there_nor_beside() -> None:
    ru, en = sides(["=Вода 17 40.", "=Дом 90."], ["In 40 houses.", "=Water 17."])
    assert [(i, mention.text) for i, mention in lone_facts(ru, en)] == [(1, "90")]
    assert lone_facts(en, ru) == []


def test_covers_are_kept_for_the_other_side_of_the_same_bead_alone() -> None:
    ru, en = sides(["=Дом стоит."], ["=Dom tam."])
    assert word_covers(ru, en, EMBEDDER) is word_covers(ru, en, EMBEDDER)
    other = sides(["=Дом стоит."], ["=Xyz."])[1]
    assert word_covers(ru, other, EMBEDDER)[0].cover < word_covers(ru, en, EMBEDDER)[0].cover


def test_a_long_story_gives_the_same_covers() -> None:
    """Sentences are forgotten as others come, and read again."""
    many = ["=вот дом стоит" for _ in range(70)]
    ru, en = sides(many, ["=Dom tam."])
    found = word_covers(ru, en, EMBEDDER)
    houses = [word.cover for word in found if word.start == 4]
    assert len(houses) == 70
    assert np.allclose(houses, 1.0, atol=1e-3)
