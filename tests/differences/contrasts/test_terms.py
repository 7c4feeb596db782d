"""Terms that the corresponding sentence does not render: told once a bead, and never without a glossary."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.contrast import Contrast
from translate.differences.contrasts.terms import find_terms
from translate.languages.glossary import Glossary, Term
from translate.options import Options
from translate.pipeline import find_differences
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()
GLOSSARY = Glossary(
    ("ru", "en"),
    (
        Term(("Следственный комитет",), ("Investigative Committee", "SK"), "Not: commission"),
        Term(("явка",), ("turnout",)),
    ),
)


def story(language: str, sentences: list[str]) -> Story:
    return tell(document_of_sentences(sentences, language), EMBEDDER)


def found(russian: list[str], english: list[str], own: str = "source") -> tuple[Contrast, ...]:
    """Contrasts of one bead that holds all sentences."""
    bead = Bead(tuple(range(len(russian))), tuple(range(len(english))), 1.0, 1.0)
    source, target = sides_of(story("ru", russian), story("en", english), bead)
    return tuple(find_terms(*((source, target) if own == "source" else (target, source)), GLOSSARY))


@pytest.mark.parametrize(
    "english",
    [
        "The Investigative Committee opened a case.",
        "Investigative Committees opened a case.",
        "The Investigative Committee's men came.",
        "The SK opened a case.",
    ],
)
def test_a_term_that_is_rendered_in_any_allowed_form_is_no_difference(english):
    assert found(["Дело открыл Следственный комитет."], [english]) == ()


def test_a_term_that_is_rendered_otherwise_is_told_with_its_place():
    russian = "По данным Следственного комитета, открыто дело."
    (contrast,) = found([russian], ["The Investigative Commission opened a case."])
    assert (contrast.kind, contrast.side, contrast.severity, contrast.target) == ("term", "both", "minor", ())
    (words,) = contrast.source
    assert russian[words.start : words.end] == "Следственного комитета"
    assert words.value == "Investigative Committee | SK"
    assert contrast.message == (
        "The glossary renders “Следственный комитет” of the Russian version as “Investigative Committee | SK”, which "
        "the English version does not use here."
    )


def test_a_term_that_stands_twice_is_told_once():
    (contrast,) = found(["Явка упала.", "Низкая явка удивила."], ["Few people voted."])
    assert [words.sentence for words in contrast.source] == [0, 1]


def test_its_rendering_may_stand_in_any_sentence_of_the_bead():
    assert found(["Явка упала."], ["Few people came.", "It was the lowest turnout."]) == ()


def test_the_other_side_is_checked_as_well():
    (contrast,) = found(["Пришло мало людей."], ["The turnout was low."], own="target")
    assert (contrast.source, contrast.target[0].value) == ((), "явка")


PAIR = ("По данным Следственного комитета, дело открыто в мае.", "The Commission says that a case was opened in May.")


@pytest.mark.model
def test_it_is_told_only_where_a_glossary_is_given_and_changes_nothing_else():
    plain = find_differences(*PAIR)
    checked = find_differences(*PAIR, Options(glossary=GLOSSARY))
    assert [each.kind for each in checked if each.kind == "term"] == ["term"]
    assert "term" not in {each.kind for each in plain}
    told = [(each.kind, each.source, each.target, each.confidence) for each in checked if each.kind != "term"]
    assert told == [(each.kind, each.source, each.target, each.confidence) for each in plain]


@pytest.mark.model
def test_it_is_minor_wherever_it_stands():
    (term,) = [each for each in find_differences(*PAIR, Options(glossary=GLOSSARY)) if each.kind == "term"]
    assert term.severity == "minor"
    assert PAIR[0][term.source[0].start : term.source[0].end] == "Следственного комитета"
