"""What words say about their language."""

import numpy as np
import pytest

from translate.languages.told_apart import languages_in, marks_of
from translate.text.language_model import function_words, word_scores

NEIGHBOURS = ("ru", "uk", "be", "bg", "mk", "sr")


def likeliest(text, languages=NEIGHBOURS):
    return languages[int(np.argmax(word_scores(text.split(), languages)))]


@pytest.mark.parametrize(
    ("word", "language"),
    [("правительство", "ru"), ("зростання", "uk"), ("дзяржаўнага", "be"), ("правителството", "bg"), ("њихових", "sr")],
)
def test_spelling_tells_the_language_of_a_word(word, language):
    assert likeliest(word) == language


def test_a_small_word_tells_more_than_its_letters():
    assert likeliest("said", ("de", "en")) == "en"
    assert likeliest("auf", ("de", "en")) == "de"


def test_a_name_weighs_less_than_another_word():
    plain, name = (word_scores([word], NEIGHBOURS) for word in ("гридли", "Гридли"))
    assert np.ptp(name) < np.ptp(plain)


def test_a_word_counts_as_often_as_it_stands():
    assert np.allclose(word_scores(["дом", "дом"], NEIGHBOURS), 2 * word_scores(["дом"], NEIGHBOURS))


def test_a_monstrous_word_has_a_likelihood():
    assert np.isfinite(word_scores(["ы" * 5000], NEIGHBOURS)).all()


def test_no_list_names_a_word_twice():
    told_apart = [language for script in ("CYRILLIC", "LATIN") for language in languages_in(script)]
    assert {"ru", "en", "uk", "sr-Latn"} <= set(told_apart)
    for language in told_apart:
        words = marks_of(language).words
        assert len(function_words(language)) == len(words), language
        assert list(words) == [word.lower() for word in words], language


def test_small_words_have_their_rank() -> None:
    ranks = function_words("en")
    assert ranks["the"] < ranks["there"]
    assert sorted(ranks.values()) == list(range(len(ranks)))
    assert function_words("xx") == {}


def test_a_frequent_small_word_is_likelier_than_a_rare_one() -> None:
    words = sorted(function_words("de"), key=function_words("de").get)
    frequent, rare = (word_scores([word], ("de", "en")) for word in (words[0], words[-1]))
    assert frequent[0] > rare[0]


def test_a_small_word_with_a_capital_counts_in_full() -> None:
    """A sentence begins with one."""
    assert np.allclose(word_scores(["The"], ("en", "de")), word_scores(["the"], ("en", "de")))


def test_a_likelihood_is_one_of_at_most_one() -> None:
    scores = word_scores(["правительство"], NEIGHBOURS)
    assert (scores < 0).all()
    assert scores.shape == (len(NEIGHBOURS),)


def test_the_letters_of_a_word_share_its_likelihood() -> None:
    """All words of one letter together, small words aside, are no likelier than what is left for them."""
    letters = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
    total = sum(
        np.exp(word_scores([letter], NEIGHBOURS))[0] for letter in letters if letter not in function_words("ru")
    )
    assert 0 < total < 0.6


def test_apostrophes_of_two_kinds_are_one() -> None:
    assert np.allclose(word_scores(["don't"], ("en", "de")), word_scores(["don’t"], ("en", "de")))


@pytest.mark.parametrize(
    ("word", "language"), [("vlasništvo", "sr-Latn"), ("regering", "nl"), ("gouvernement", "fr"), ("бештијата", "mk")]
)
def test_serbian_is_read_in_both_alphabets(word: str, language: str) -> None:
    assert likeliest(word, ("sr-Latn", "nl", "fr", "mk", "ru")) == language


@pytest.mark.parametrize(("word", "share"), [("the", 0.048), ("of", 0.0333), ("a", 0.0166), ("she", 0.0022)])
def test_small_words_are_as_frequent_as_in_running_text(word: str, share: float) -> None:
    """Four of ten words are small ones, the frequent ones by far the most; what its spelling says comes on top."""
    assert np.exp(word_scores([word], ("en", "fr"))[0]) == pytest.approx(share, rel=0.03)


def test_a_name_says_six_tenths_of_what_another_word_says() -> None:
    assert np.allclose(word_scores(["Гридли"], NEIGHBOURS), 0.6 * word_scores(["гридли"], NEIGHBOURS))


@pytest.mark.parametrize(
    ("languages", "word", "scores"),
    [
        (("ru", "sr", "be"), "гридли", (-24.117, -24.444, -43.986)),
        (("ru", "sr", "be"), "þъ", (-25.784, -25.978, -25.980)),  # letters that none of them has
        (("ru", "sr", "be"), "дзень", (-25.255, -35.306, -10.267)),
        (("en", "sr-Latn", "pl"), "gridley", (-25.079, -34.173, -31.591)),
        (("en", "sr-Latn", "pl"), "zło", (-28.088, -24.769, -13.605)),
    ],
)
def test_a_word_is_as_likely_as_its_letter_groups(
    languages: tuple[str, ...], word: str, scores: tuple[float, ...]
) -> None:
    """Belarusian is learnt from words of its own, Serbian in Cyrillic letters from a profile in Latin ones."""
    assert word_scores([word], languages) == pytest.approx(scores, abs=0.002)
