"""What a translation model adds to the evidence: chances of words, and of one version without a part of the other."""

import math
from dataclasses import replace

import pytest

from translate.alignment.bead import Bead
from translate.differences import expectation
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.contrast import Contrast, Words
from translate.differences.expectation import Expectations, expectations_of
from translate.differences.finders import Search
from translate.engines.forced_decoding import scoring_model
from translate.errors import EngineError
from translate.options import Options
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences
from translate.wording.interface import speaking
from translate.wording.phrase import said

EMBEDDER = LetterEmbedder()
RUSSIAN = ("Был дождь.", "Приехали врачи из Казани.")
ENGLISH = ("It rained.", "The firemen came.", "They came from Kazan.")


class Model:
    """Holds every word as probable as it is told to, 1 else; a sentence with a word of `harmful` lowers them all."""

    def __init__(self, name: str = "tiny", harmful: str = "", harm: float = 1.0, **chances: float) -> None:
        self.name = self.key = name
        self.harmful, self.harm, self.chances = harmful, harm, chances
        self.read: list[str] = []

    def translate(self, sentences, quality, progress):
        raise AssertionError("nothing is to be translated")

    def log_probabilities(self, sentences, translations):
        self.read += sentences
        return [
            [(f"▁{word}", math.log(self.chances.get(word.strip("."), 1.0))) for word in translation.split()]
            + [("</s>", math.log(self.harm) if self.harmful and self.harmful in sentence else 0.0)]
            for sentence, translation in zip(sentences, translations, strict=True)
        ]


class Broken(Model):
    def log_probabilities(self, sentences, translations):
        raise EngineError("The package tiny is damaged.")


SEARCH = Search(
    Bead((0, 1), (1,), 0.5, 1.0),
    *sides_of(
        tell(document_of_sentences(RUSSIAN, "ru"), EMBEDDER),
        tell(document_of_sentences(ENGLISH, "en"), EMBEDDER),
        Bead((0, 1), (1,), 0.5, 1.0),
    ),
    EMBEDDER,
    0.0,
    0.0,
)


def placed(side: BeadSide, sentence: int, words: str) -> tuple[Words, ...]:
    start = side.story.sentences[sentence].text.index(words)
    return (Words(sentence, start, start + len(words), ""),)


OTHER_WORD = Contrast(
    "meaning", "both", "major", 0.8, placed(SEARCH.source, 1, "врачи"), placed(SEARCH.target, 1, "firemen"), "M.", "R."
)
PART = Contrast("partial", "source", "major", 0.8, placed(SEARCH.source, 1, "из Казани"), (), "M.", "R.")


def lines(contrast: Contrast, search: Search = SEARCH, **models: Model) -> list[str]:
    """What is added to its reason, from models by the side that they read."""
    ((number, same, found),) = Expectations(models).beside([(7, search, contrast)])
    assert (number, same, replace(found, reason="R.")) == (7, search, contrast)
    return [f"{line}." for line in said(found.reason).removesuffix(".").split(". ")[1:]]


@pytest.mark.parametrize(
    ("chance", "told"),
    [
        (1 / 3996, "expects something else here: it gives “firemen” a chance of 1 in 4,000."),
        (1 / 37.4, "expects something else here: it gives “firemen” a chance of 1 in 37."),
        (1e-9, "expects something else here: it gives “firemen” a chance of less than 1 in a million."),
        (0.1, "does not mind “firemen” here: it gives this a chance of 10 %."),
        (0.9999, "does not mind “firemen” here: it gives this a chance of 99 %."),
    ],
)
def test_a_reader_is_told_what_chance_the_model_gives_a_word(chance, told):
    model = Model(firemen=chance)
    assert lines(OTHER_WORD, source=model) == [f"Given the Russian version, the translation model {told}"]
    assert model.read == [" ".join(RUSSIAN)]  # all that corresponds


def test_each_model_is_asked_about_the_words_that_it_writes():
    (first, second) = lines(OTHER_WORD, source=Model(firemen=0.01), target=Model(врачи=0.5))
    assert "Given the Russian version" in first
    assert "“firemen” a chance of 1 in 100." in first
    assert "Given the English version" in second
    assert "“врачи” here: it gives this a chance of 50 %." in second


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (
            1 / 330,
            "Without these words the translation model finds what the English version says 330 times as probable.",
        ),
        (
            1e-9,
            "Without these words the translation model finds what the English version says more than a million times "
            "as probable.",
        ),
        (0.7, "The translation model finds what the English version says as probable without these words."),
        (1.3, "The translation model finds what the English version says as probable without these words."),
        (
            12.0,
            "Without these words the translation model finds what the English version says 12 times less probable, as "
            "if it told of them.",
        ),
    ],
)
def test_a_reader_is_told_how_much_more_probable_the_rest_is_without_a_part(harm, told):
    model = Model(harmful="Казани", harm=harm)
    assert lines(PART, source=model) == [told]
    assert model.read == ["Был дождь. Приехали врачи из Казани.", "Был дождь. Приехали врачи."]


def test_a_part_is_held_against_all_that_tells_of_its_side():
    asked: list[str] = []

    class Listening(Model):
        def log_probabilities(self, sentences, translations):
            asked.extend(translations)
            return super().log_probabilities(sentences, translations)

    told_by = {"source": replace(SEARCH.target, sentences=(1, 2))}
    lines(PART, replace(SEARCH, told_by=told_by), source=Listening())
    assert set(asked) == {"The firemen came. They came from Kazan."}


def test_only_parts_and_other_words_are_asked_about_and_each_by_its_own_side():
    model = Model()
    assert lines(PART, target=model) == []
    assert lines(replace(OTHER_WORD, kind="negation"), source=model) == []
    assert lines(OTHER_WORD) == []
    assert model.read == []


def test_a_part_beside_which_nothing_stands_gets_no_line():
    whole = replace(PART, source=placed(SEARCH.source, 1, RUSSIAN[1]))
    silent = replace(SEARCH, source=replace(SEARCH.source, sentences=(1,)))

    class Deaf(Model):
        def log_probabilities(self, sentences, translations):
            found = super().log_probabilities(sentences, translations)
            return [pieces if sentence else [] for sentence, pieces in zip(sentences, found, strict=True)]

    assert lines(whole, silent, source=Deaf()) == []


def test_the_lines_are_told_in_russian():
    found = Expectations({"source": Model(firemen=1 / 4000, harmful="Казани", harm=1 / 21)})
    with speaking("ru"):
        word, part = (said(each.reason) for _, _, each in found.beside([(0, SEARCH, OTHER_WORD), (0, SEARCH, PART)]))
    assert "По тексту русской версии модель перевода ждёт здесь другого: вероятность «firemen»" in word
    assert word.endswith(" — 1 из 4\xa0000.")
    assert "Без этих слов модель перевода считает сказанное в английской версии в 21 раз более вероятным." in part


def test_a_model_that_fails_becomes_a_warning_and_the_other_one_is_still_asked():
    asked = Expectations({"source": Broken("broken"), "target": Model(врачи=0.5)})
    ((_, _, found),) = asked.beside([(0, SEARCH, OTHER_WORD)])
    assert "“врачи”" in found.reason
    assert "“firemen”" not in found.reason
    assert asked.warnings == ["The translation model was not asked about differences: The package tiny is damaged."]
    assert asked.names == ("broken", "tiny")


def test_a_direction_without_a_model_that_can_be_asked_is_left_out(monkeypatch):
    model = scoring_model("en", "ru", Options(engine="demonstration"))
    monkeypatch.setattr(expectation, "scoring_model", lambda source, target, options: model if source == "en" else None)
    assert expectations_of("ru", "en", Options()) == Expectations({"target": model})


def test_a_damaged_model_becomes_a_warning(monkeypatch):
    def damaged(source, target, options):
        raise EngineError(f"The package {source}-{target} is damaged.")

    monkeypatch.setattr(expectation, "scoring_model", damaged)
    asked = expectations_of("ru", "en", Options())
    assert asked.models == {}
    assert [warning.split(": ")[1] for warning in asked.warnings] == [
        "The package ru-en is damaged.",
        "The package en-ru is damaged.",
    ]
