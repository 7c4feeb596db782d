"""A language that is nothing but a folder: Interlingua, in tests/helpers/interlingua, compared with English."""

from collections.abc import Iterator

import pytest

from translate import Options, align, compare, detect_language, find_differences, translate
from translate.engines.gloss import gloss
from translate.errors import LanguageError
from translate.languages import registry
from translate.languages.registry import (
    add_language,
    add_pair,
    compared_languages,
    counterpart_of,
    language_of,
    pair_of,
)
from translate.text.reading import read_document

INTERLINGUA = """Le ponte super le fluvio es claudite

Le citate claudeva le ponte super le fluvio venerdi.
Secundo le major, 43 personas laborava in le projecto de construction.
Le labores habera un costo de 12 milliones de euros.
Le hospital recipeva tres infantes post le accidente.
Le schola in le strata vicin remane aperte pro omne infantes.
Le journalistas non poteva parlar con le director del interprisa.
Le aqua in le fluvio es ancora multe alte post le pluvia."""
ENGLISH = """The bridge over the river is closed

The city closed the bridge over the river on Friday.
According to the mayor, 43 people worked on the construction project.
The works will cost 12 million euros.
The hospital received four children after the accident.
The school in the neighbouring street remains open to all children.
The water in the river is still very high after the rain."""
PAIRED = [((i,), (i,)) for i in range(6)] + [((6,), ()), ((7,), (6,))]


@pytest.fixture(autouse=True)
def interlingua() -> Iterator[None]:
    """Interlingua is known while a test runs."""
    language = add_language("interlingua")
    yield
    registry._KNOWN.pop(language.code)


def test_a_folder_makes_a_language_known() -> None:
    assert compared_languages() == ("en", "ru", "ia")
    assert language_of("ia").name == "Interlingua"
    assert counterpart_of("en") is None  # with a third language, a text in one alone does not tell the other


def test_its_small_words_tell_it() -> None:
    found = detect_language(INTERLINGUA)
    assert (found.language, str(found.reason)) == ("ia", "Interlingua: common words found (in, pro, non)")
    assert detect_language(ENGLISH).language == "en"
    assert detect_language("El puente sobre el río está cerrado porque ha llovido mucho.").language == "es"


def test_its_sentences_are_split_and_a_foreign_one_is_noticed() -> None:
    document = read_document(f"{INTERLINGUA}\nThis is a sentence that somebody wrote in English by mistake.")
    assert [sentence.role for sentence in document.sentences] == ["headline", *["body"] * 8]
    assert document.foreign == (8,)


def test_two_texts_in_it_are_no_pair() -> None:
    with pytest.raises(LanguageError, match=r"Both texts are in Interlingua\. Give the other version"):
        compare(INTERLINGUA, INTERLINGUA)


def test_without_a_package_and_a_gloss_it_stays_untranslated() -> None:
    translation = translate(INTERLINGUA, to="en")
    assert (translation.engine, translation.text, set(translation.sentences)) == ("none", "", {""})
    assert [str(warning) for warning in translation.warnings] == [
        "Not translated: there is no model for Interlingua to English, and no words to gloss."
    ]


def test_words_of_a_pair_make_a_gloss() -> None:
    """What has no entry stays as it is."""
    pair = add_pair("ia_en")
    try:
        assert pair_of("en", "ia") == pair
        translation = translate(INTERLINGUA, to="en", options=Options(engine="gloss"))
        assert translation.engine == "gloss"
        assert translation.sentences[0] == "The bridge super the fluvio is closed"
        assert gloss(["The bridge of July"], "en", "ia") == ["Le ponte of July"]
    finally:
        registry._PAIRS.pop(("ia", "en"))


@pytest.mark.model
def test_two_texts_are_aligned() -> None:
    beads = align(INTERLINGUA, ENGLISH)
    assert [(bead.source, bead.target) for bead in beads] == PAIRED


@pytest.mark.model
def test_two_texts_are_compared() -> None:
    """Its number words are read, so three children are no four; 12 million euros are the same in both."""
    comparison = compare(INTERLINGUA, ENGLISH)
    assert (comparison.source.language, comparison.target.language) == ("ia", "en")
    assert [(bead.source, bead.target) for bead in comparison.beads] == PAIRED
    assert [(found.kind, str(found.message)) for found in comparison.differences] == [
        ("number", "The Interlingua text says 3 (tres), the English text says 4 (four)."),
        ("omission", "Found only in the Interlingua version."),
    ]
    assert comparison.translation.source.engine == comparison.translation.target.engine == "none"


@pytest.mark.model
def test_either_text_may_come_first() -> None:
    comparison = compare(ENGLISH, INTERLINGUA)
    assert [(bead.target, bead.source) for bead in comparison.beads] == PAIRED
    assert [(found.kind, found.side) for found in comparison.differences] == [
        ("number", "both"),
        ("addition", "target"),
    ]


@pytest.mark.model
def test_two_sentences_are_compared() -> None:
    found = find_differences("Le hospital recipeva tres infantes.", "The hospital received four children.")
    assert [difference.kind for difference in found] == ["number"]
