"""A finder asks for the tables that it needs: without one nothing is found, and a few words are enough."""

import pytest
from little_language import little_language

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.conflicts.replaced_names import find_replaced
from translate.differences.contrasts.certainty import find_certainty
from translate.differences.contrasts.certainty_marks import ATTRIBUTED, read_certainty
from translate.differences.contrasts.meaning import find_meanings
from translate.differences.contrasts.negation import find_negations
from translate.differences.contrasts.polarity import denial_before, read_polarity
from translate.differences.contrasts.quotes import find_quotes
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()

NEGATION = """
negations = 'ne'
particle = "ne"
none = ["neniu"]
denied = '\\bne'
prefixes = [["mal", 6, false]]
"""
CERTAINTY = '[expressions]\nattributed = "diris"\nlikely = "verŝajne"'
SPEECH = 'verbs = "diris"'

ATTRIBUTED_THERE = "La ponto estas fermita ĝis mardo, diris la urbestro.", "The bridge is closed until Tuesday."
QUOTED_THERE = "«Ni konstruos ĉi tie novan lernejon», diris la urbestro.", "The mayor spoke."


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A language that has a folder and no table."""
    with little_language(tmp_path_factory.mktemp("bare"), "qba") as code:
        yield code


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The same with a handful of words."""
    tables = {"negation": NEGATION, "certainty": CERTAINTY, "speech": SPEECH}
    with little_language(tmp_path_factory.mktemp("told"), "qbb", **tables) as code:
        yield code


def sides(language, sentence, english):
    """A bead of one sentence in a little language and one in English."""
    stories = (
        tell(document_of_sentences((text,), code), EMBEDDER) for text, code in ((sentence, language), (english, "en"))
    )
    return sides_of(*stories, Bead((0,), (0,), 1.0, 1.0))


def test_a_few_words_tell_what_is_denied(told):
    polarity = read_polarity("La maljusta leĝo ne estas subskribita.", told)
    assert [(negation.text, negation.heads[0]) for negation in polarity.negations] == [("ne", "estas")]
    assert polarity.prefixed == ("maljusta",)
    assert denial_before("La leĝo ne ", told)


def test_nothing_is_denied_where_no_table_says_how(bare):
    polarity = read_polarity("La maljusta leĝo ne estas subskribita.", bare)
    assert not any((polarity.negations, polarity.idioms, polarity.strong, polarity.weak, polarity.prefixed))
    assert not denial_before("La leĝo ne ", bare)


def test_a_few_words_tell_how_sure_a_sentence_is(told, bare):
    assert [mark.steps for mark in read_certainty(ATTRIBUTED_THERE[0], told)] == [{ATTRIBUTED}]
    assert read_certainty(ATTRIBUTED_THERE[0], bare) == ()


def test_what_only_a_little_language_attributes_is_found(told):
    (contrast,) = find_certainty(*sides(told, *ATTRIBUTED_THERE))
    assert (contrast.side, [words.value for words in contrast.source]) == ("source", ["attributed to somebody"])


def test_what_only_a_little_language_quotes_is_found(told):
    (contrast,) = find_quotes(*sides(told, *QUOTED_THERE))
    assert (contrast.kind, contrast.side) == ("quote", "source")


def test_what_only_a_little_language_denies_is_measured(told):
    """One more negation there than in the English sentence; how much that weighs is for the encoder to say."""
    (contrast,) = find_negations(*sides(told, "La leĝo ne estas subskribita.", "The law is signed."), least=0.0)
    assert contrast.source[0].value == "ne"


@pytest.mark.parametrize(
    ("find", "pair"), [(find_certainty, ATTRIBUTED_THERE), (find_quotes, QUOTED_THERE)], ids=["certainty", "quotes"]
)
def test_without_its_table_nothing_is_found(find, pair, bare):
    assert find(*sides(bare, *pair), least=0.0) == ()


def test_without_words_for_a_denial_an_english_one_is_no_difference(bare):
    """Otherwise every English "not" would stand alone."""
    assert find_negations(*sides(bare, "La leĝo estas subskribita.", "The law is not signed."), least=0.0) == ()


def test_other_words_and_replaced_names_need_a_pair(told):
    """A name or another word is judged by what the pair of the two languages knows."""
    both = sides(told, "La prezo falis, diris Anna Verda.", "Prices rose, said Olga Petrova.")
    assert find_meanings(*both, EMBEDDER, least=0.0) == ()
    assert find_replaced(*both, EMBEDDER) == ()
