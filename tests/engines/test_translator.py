import numpy as np
import pytest

from translate.engines import libretranslate, translator
from translate.engines.ctranslate2_model import CTranslate2Model
from translate.engines.encoder import default_encoder
from translate.engines.gloss import GlossToken
from translate.engines.packages import install_file
from translate.engines.translator import translate_document
from translate.errors import LanguageError, ModelNotInstalled, OptionError
from translate.languages.glossary import Glossary, Term
from translate.options import Options
from translate.text.document import Document, Sentence, document_of_sentences


@pytest.fixture
def story():
    """A headline, a paragraph of two sentences, page furniture, an English sentence."""
    text = "Кот дома\n\nКот спит. Собака спит.\n\nЧитайте также\n\nIt is English."
    parts = [
        ("Кот дома", 0, "headline"),
        ("Кот спит.", 1, "body"),
        ("Собака спит.", 1, "body"),
        ("Читайте также", 2, "boilerplate"),
        ("It is English.", 3, "body"),
    ]
    spans = [(text.index(part), text.index(part) + len(part), paragraph, role) for part, paragraph, role in parts]
    return Document("ru", text, tuple(Sentence(*span) for span in spans), foreign=(4,))


@pytest.fixture
def words_in_brackets(monkeypatch):
    """The gloss without its model."""
    monkeypatch.setattr(
        translator,
        "glossed",
        lambda texts, source, target, *, terms=None: [(GlossToken(f"[{text}]", 0, len(text)),) for text in texts],
    )


def test_installed_package_translates(story, tmp_path, tiny_package):
    install_file(tiny_package(tmp_path), trusted=True)
    translation = translate_document(story, "en", Options())
    assert translation.sentences == ("Cat home", "Cat sleeps.", "Dog sleeps.", "", "")
    assert translation.text == "Cat home\n\nCat sleeps. Dog sleeps."
    assert (translation.engine, translation.package) == ("argos", "translate-ru_en-1_0")
    assert translation.warnings == ("Sentence 5 is not in Russian and was left untranslated: It is English.",)


@pytest.mark.usefixtures("words_in_brackets")
def test_without_package_a_gloss_says_that_it_is_one(story):
    translation = translate_document(story, "en", Options())
    assert translation.text == "[Кот дома]\n\n[Кот спит.] [Собака спит.]"
    assert (translation.engine, translation.package) == ("gloss", None)
    assert translation.warnings[0] == "Word-by-word gloss, not a translation."


@pytest.mark.usefixtures("words_in_brackets")
def test_gloss_can_be_asked_for_in_spite_of_a_package(story, tmp_path, tiny_package):
    install_file(tiny_package(tmp_path), trusted=True)
    translation = translate_document(story, "en", Options(engine="gloss"))
    assert translation.engine == "gloss"
    assert translation.warnings[0] == "Word-by-word gloss, not a translation."


@pytest.mark.usefixtures("words_in_brackets")
def test_package_of_the_other_direction_does_not_count(tmp_path, tiny_package):
    install_file(tiny_package(tmp_path), trusted=True)
    assert translate_document(document_of_sentences(["A cat."], "en"), "ru", Options()).engine == "gloss"


def test_argos_without_package_says_what_to_do(story, tmp_path, tiny_package):
    install_file(tiny_package(tmp_path, pair=("en", "ru")), trusted=True)
    with pytest.raises(ModelNotInstalled, match=r"Installed: en to ru.*packages install ru en"):
        translate_document(story, "en", Options(engine="argos"))


def test_none_translates_nothing(story):
    translation = translate_document(story, "en", Options(engine="none"))
    assert (translation.text, translation.sentences, translation.engine) == ("", ("",) * 5, "none")


@pytest.mark.parametrize("to", ["ru", "de", ""])
def test_only_the_other_of_the_two_languages(story, to):
    with pytest.raises(LanguageError):
        translate_document(story, to, Options())


def test_empty_document():
    assert translate_document(Document("ru", "", ()), "en", Options(engine="gloss")).sentences == ()


def test_demonstration_is_used_only_where_it_is_asked_for():
    """The samples' small package translates when named, says what it is, and is never taken for a user's own text."""
    document = document_of_sentences(["Число погибших при наводнении в Верхнереченске выросло до семи"], "ru")
    asked = translate_document(document, "en", Options(engine="demonstration"))
    assert asked.engine == "demonstration"
    assert "flood" in asked.text.lower()
    assert any("nonsense" in warning for warning in asked.warnings)
    assert translate_document(document, "en", Options()).engine == "gloss"


def test_an_unhealthy_translation_is_tried_again_and_marked(story, tmp_path, tiny_package, monkeypatch):
    """A sentence that came out as debris gets the best other hypothesis; if none is sound, every report says so."""
    install_file(tiny_package(tmp_path), trusted=True)
    monkeypatch.setattr(CTranslate2Model, "translate", lambda _, texts, *__: ["♪" for _ in texts])
    monkeypatch.setattr(
        CTranslate2Model,
        "hypotheses",
        lambda _, texts, __: [["Cat sleeps." if "Кот спит" in t else "(applause)"] for t in texts],
    )
    translation = translate_document(story, "en", Options())
    assert translation.sentences[1] == "Cat sleeps."
    assert translation.doubts[1] == ""
    assert translation.doubts[2]
    assert translation.shown(2).startswith("[translation unreliable: ")
    assert any(
        warning.startswith("Russian text, sentence 3: translation unreliable") for warning in translation.warnings
    )


class Subjects:
    """Stands in for the default encoder: texts about the same animal mean the same."""

    name = "subjects"
    fitted_as = default_encoder().fitted_as

    def encode(self, texts):
        return np.array([[1, 0] if "кот" in t.lower() or "cat" in t.lower() else [0, 1] for t in texts], np.float32)


@pytest.fixture
def off_the_point(tmp_path, tiny_package, monkeypatch):
    """One sentence, and a package whose first two thoughts are fluent and about something else."""
    install_file(tiny_package(tmp_path), trusted=True)
    monkeypatch.setattr(CTranslate2Model, "translate", lambda _, texts, *__: ["Dog runs." for _ in texts])
    monkeypatch.setattr(
        CTranslate2Model, "hypotheses", lambda _, texts, __: [["Dog eats.", "Cat sleeps."] for _ in texts]
    )
    return document_of_sentences(["Кот спит."], "ru")


def test_a_fluent_translation_of_something_else_is_tried_again(off_the_point):
    translation = translate_document(off_the_point, "en", Options(), embedder=Subjects())
    assert (translation.sentences, translation.doubts) == (("Cat sleeps.",), ("",))


def test_a_fluent_translation_of_something_else_is_marked(off_the_point, monkeypatch):
    monkeypatch.setattr(CTranslate2Model, "hypotheses", lambda _, texts, __: [["Dog eats."] for _ in texts])
    translation = translate_document(off_the_point, "en", Options(), embedder=Subjects())
    assert translation.doubts == ("it seems to say something else",)
    assert translation.warnings == (
        "Russian text, sentence 1: translation unreliable (it seems to say something else).",
    )


class Unknown(Subjects):
    """An encoder of which nobody knows what its cosines mean."""

    fitted_as = "unknown"


@pytest.mark.parametrize("embedder", [None, Unknown()])
def test_without_known_cosines_the_meaning_is_not_judged(off_the_point, embedder):
    translation = translate_document(off_the_point, "en", Options(), embedder=embedder)
    assert (translation.sentences, translation.doubts) == (("Dog runs.",), ("",))


def test_the_cache_keeps_the_choices_of_different_guards_apart(off_the_point):
    """What one guard let pass is not what the other finds, whichever came first."""
    for _ in range(2):
        assert translate_document(off_the_point, "en", Options()).sentences == ("Dog runs.",)
        assert translate_document(off_the_point, "en", Options(), embedder=Subjects()).sentences == ("Cat sleeps.",)


def test_what_a_server_says_is_judged_by_its_meaning_too(monkeypatch):
    monkeypatch.setattr(
        libretranslate, "translate_by_server", lambda texts, *_, **__: ["Cat sleeps.", "Cat is running."]
    )
    options = Options(engine="libretranslate", url="http://localhost:5001")
    document = document_of_sentences(["Кот спит.", "Собака бежит."], "ru")
    translation = translate_document(document, "en", options, embedder=Subjects())
    assert translation.doubts == ("", "it seems to say something else")


def test_a_server_translates_what_it_is_sent_and_is_named(story, monkeypatch):
    """Page furniture and sentences in the other language stay here; the second time the cache answers."""
    sent = []

    def served(sentences, source, target, url, **more):
        sent.append((list(sentences), source, target, url, more["api_key"]))
        return ["Cat home", "Cat sleeps.", "Dog sleeps."]

    monkeypatch.setattr(libretranslate, "translate_by_server", served)
    options = Options(engine="libretranslate", url="http://localhost:5000", api_key="key")
    translation = translate_document(story, "en", options)
    assert translation == translate_document(story, "en", options)
    assert sent == [(["Кот дома", "Кот спит.", "Собака спит."], "ru", "en", "http://localhost:5000", "key")]
    assert translation.text == "Cat home\n\nCat sleeps. Dog sleeps."
    assert (translation.engine, translation.package) == ("libretranslate", "localhost:5000")
    assert translation.warnings[0] == (
        "Translated by the LibreTranslate server localhost:5000, to which sentences are sent."
    )


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"engine": "libretranslate"}, "needs its server's address"),
        ({"url": "http://localhost:5000"}, "belongs to the engine libretranslate"),
        ({"engine": "argos", "api_key": "key"}, "belongs to the engine libretranslate"),
    ],
)
def test_a_server_needs_its_engine_and_an_address(settings, told):
    with pytest.raises(OptionError, match=told):
        Options(**settings)


def test_a_key_is_not_shown_with_the_options():
    assert "secret" not in repr(Options(engine="libretranslate", url="http://localhost:5000", api_key="secret"))


def glossary(*terms):
    return Glossary(("ru", "en"), tuple(Term((first,), (second,)) for first, second in terms))


def test_a_hypothesis_with_the_terms_of_the_glossary_is_taken(story, tmp_path, tiny_package, monkeypatch):
    """Only for sentences that lack a term, and kept apart from what is made without a glossary."""
    install_file(tiny_package(tmp_path), trusted=True)
    asked = []

    def hypotheses(model, texts, count):
        asked.extend(texts)
        return [["Cat sleeps.", "Tomcat sleeps."] for _ in texts]

    monkeypatch.setattr(CTranslate2Model, "hypotheses", hypotheses)
    termed = Options(glossary=glossary(("спит", "sleeps"), ("кот", "tomcat")))
    translation = translate_document(story, "en", termed)
    assert translation.sentences[1:3] == ("Tomcat sleeps.", "Dog sleeps.")
    assert "Собака спит." not in asked
    assert translate_document(story, "en", Options()).sentences[1] == "Cat sleeps."
    seen = len(asked)
    assert translate_document(story, "en", termed).sentences == translation.sentences
    assert len(asked) == seen  # from the cache


def test_what_the_model_says_of_a_term_by_itself_is_replaced(story, tmp_path, tiny_package):
    install_file(tiny_package(tmp_path), trusted=True)
    translation = translate_document(story, "en", Options(glossary=glossary(("спит", "is asleep"))))
    assert translation.sentences[1:3] == ("Cat is asleep.", "Dog is asleep.")
    assert translation.text == "Cat home\n\nCat is asleep. Dog is asleep."
    assert not any("glossary" in warning for warning in translation.warnings)


def test_a_term_that_would_make_a_translation_unreliable_is_told_of(story, tmp_path, tiny_package):
    install_file(tiny_package(tmp_path), trusted=True)
    translation = translate_document(story, "en", Options(glossary=glossary(("спит", "unk"))))
    assert translation.sentences[1:3] == ("Cat sleeps.", "Dog sleeps.")
    assert translation.warnings[-1] == (
        "Russian text, sentences 2, 3: the translation does not render “спит” as “unk”, as the glossary asks."
    )
    assert translation.doubts == ("",) * 5


def test_the_gloss_gives_the_terms_of_the_glossary_in_any_form():
    document = document_of_sentences(["Явку изучает Следственный комитет."], "ru")
    terms = glossary(("явка", "turnout figure"), ("Следственный комитет", "Probe Committee"))
    glossed = translate_document(document, "en", Options(engine="gloss", glossary=terms))
    assert "turnout figure" in glossed.text.lower()
    assert "Probe Committee" in glossed.text
    assert not any("as the glossary asks" in warning for warning in glossed.warnings)
