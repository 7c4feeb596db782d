"""Translations by hand: a step of a review like every other, kept in its file, and written into every report."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from every_kind import make_story

from translate.engines.translation import DOUBTED, mended
from translate.errors import ReviewError, SessionFileError
from translate.languages.glossary import Glossary, Term
from translate.options import Options
from translate.records.comparison_record import comparison_from_json, json_report
from translate.report import render
from translate.review.history import History
from translate.review.session import LONGEST_MENDED, Mended, Session
from translate.review.session_file import session_bytes, session_from
from translate.wording.naming import Version
from translate.wording.phrase import Phrase

GLOSSARY = Glossary(("ru", "en"), (Term(("плотина",), ("dam",), "note"),))


@pytest.fixture
def session() -> Session:
    """A story with machine translations of both texts."""
    return Session.of(make_story(), Options(glossary=GLOSSARY))


def translated(session: Session) -> int:
    """A sentence of the source that has a translation, and whose translation is in doubt."""
    return next(i for i, words in enumerate(session.found.translation.source.sentences) if words)


def test_a_mended_translation_stands_in_place_of_the_machines(session):
    i = translated(session)
    comparison = session.with_translation("source", i, " In my\nwords ").comparison
    translation = comparison.translation.source
    assert (translation.sentences[i], translation.by_hand) == ("In my words", (i,))
    assert "In my words" in translation.text
    assert translation.shown(i) == "[mended by hand] In my words"
    assert session.found.translation.source.by_hand == ()
    assert comparison.translation.target == session.found.translation.target


def test_nothing_is_in_doubt_of_a_mended_translation(session):
    i = translated(session)
    found = session.found.translation.source
    doubtful = replace(found, doubts=tuple("it is empty" for _ in found.sentences))
    assert mended(doubtful, session.source, {i: "Mine"}).doubts[i] == ""
    assert mended(doubtful, session.source, {i: "Mine"}).doubts.count("") == 1


def test_a_warning_of_a_mended_translation_goes_and_the_others_stay(session):
    i = translated(session)
    doubts = [
        Phrase.of(DOUBTED, {"language": Version(code), "number": number, "doubt": "it is empty"})
        for code, number in (("ru", i + 1), ("ru", i + 2), ("en", i + 1))
    ]
    found = session.found.translation
    found = replace(found, source=replace(found.source, warnings=tuple(doubts[:2])), warnings=("Plain.", *doubts))
    doubted = replace(session, found=replace(session.found, translation=found))
    left = session_from(session_bytes(doubted)).with_translation("source", i, "Mine").comparison.translation
    assert left.warnings == ("Plain.", *doubts[1:])
    assert left.source.warnings == (doubts[1],)


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_translation_gives_the_machines_back(session, text):
    i = translated(session)
    assert session.with_translation("source", i, "Mine").with_translation("source", i, text) == session


def test_the_machines_words_are_no_correction(session):
    i = translated(session)
    assert session.with_translation("source", i, session.found.translation.source.sentences[i]) == session


def test_it_is_undone_like_every_step(session):
    history = History(session).did(session.with_translation("target", 1, "Одно")).did(session)
    history = History(session).did(session.with_translation("target", 1, "Одно"))
    history = history.did(history.present.with_translation("target", 1, "Другое"))
    assert history.present.mended == (Mended("target", 1, "Другое"),)
    assert history.undone().present.mended == (Mended("target", 1, "Одно"),)
    assert history.undone().undone().present == session


@pytest.mark.parametrize(("sentence", "text"), [(999, "x"), (-1, "x"), (1, "x" * (LONGEST_MENDED + 1))])
def test_what_cannot_be_kept_is_refused(session, sentence, text):
    with pytest.raises(ReviewError):
        session.with_translation("source", sentence, text)


def test_a_session_keeps_translations_and_glossary(session):
    kept = session.with_translation("target", 1, "«Одно» \ud800").with_translation("source", 3, "Two")
    back = session_from(session_bytes(kept))
    assert back == kept
    assert back.options.terms == GLOSSARY
    assert back.comparison.translation.source.sentences[3] == "Two"


def test_a_session_without_them_says_nothing_of_them():
    record = json.loads(session_bytes(Session.of(make_story())))
    assert "mended" not in record
    assert "glossary" not in record["options"]
    assert "terms" not in record["found"]
    assert "by_hand" not in record["found"]["translation"]["source"]
    assert "unknown" not in record["found"]["translation"]["source"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda record: record["mended"][0].update(text=""), "mended translation of source sentence 3"),
        (lambda record: record["mended"][0].update(text="x" * (LONGEST_MENDED + 1)), "mended translation"),
        (lambda record: record["mended"][0].update(text=5), "should be a text"),
        (lambda record: record["mended"][0].update(sentence=999), "mended translation of source sentence 999"),
        (lambda record: record["mended"][0].update(side="both"), "should be one of"),
        (lambda record: record["mended"].append(record["mended"][0]), "the order of the mended translations"),
        (lambda record: record["options"]["glossary"].update(languages=["ru"]), "the languages of the glossary"),
        (lambda record: record["options"]["glossary"].update(languages=["ru", "xx"]), "the languages of the glossary"),
        (lambda record: record["options"]["glossary"].update(terms=[]), "the number of terms"),
        (lambda record: record["options"]["glossary"]["terms"][0].update(first=[]), "term 0 of the glossary"),
        (lambda record: record["options"]["glossary"]["terms"][0].update(second=["…"]), "term 0 of the glossary"),
        (lambda record: record["options"]["glossary"]["terms"][0].update(note="x" * 1001), "term 0 of the glossary"),
        (lambda record: record["found"]["translation"]["source"].update(by_hand=[99]), "the mended translations"),
        (
            lambda record: record["found"].update(
                terms=[
                    {"side": "source", "sentence": 99, "start": 0, "end": 1, "term": "a", "renderings": [], "note": ""}
                ]
            ),
            "a sentence of a term",
        ),
    ],
)
def test_a_session_with_wrong_corrections_is_refused(session, change, message):
    record = json.loads(session_bytes(session.with_translation("source", 3, "Two")))
    change(record)
    with pytest.raises(SessionFileError, match=message):
        session_from(json.dumps(record).encode())


def test_the_translation_memory_has_the_sentence_with_its_translation(session):
    root = ET.fromstring(render(session.with_translation("target", 1, "По-русски <так>").comparison, "tmx"))
    (unit,) = [unit for unit in root.iter("tu") if unit.find("prop[@type='x-translation']") is not None]
    assert unit.find("prop").text == "by hand"
    assert unit.get("srclang") == "en"
    texts = [(variant.attrib, variant.findtext("seg")) for variant in unit.iter("tuv")]
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert texts == [
        ({language: "ru"}, "По-русски <так>"),
        ({language: "en"}, " ".join(session.target.sentence_text(1).split())),
    ]
    plain = ET.fromstring(render(session.comparison, "tmx"))
    assert len(list(root.iter("tu"))) == len(list(plain.iter("tu"))) + 1


def test_a_report_in_json_keeps_what_was_mended(session):
    comparison = session.with_translation("source", 3, "Two").comparison
    back = comparison_from_json(json_report(comparison))
    assert (back.translation.source.sentences[3], back.translation.source.by_hand) == ("Two", (3,))
    assert Session.of(back).mended == (Mended("source", 3, "Two"),)
    assert json_report(Session.of(back).comparison) == json_report(comparison)


@pytest.mark.parametrize("format", ["console", "markdown", "html"])
def test_every_report_shows_a_mended_translation(session, format):
    difference = session.found.differences[0]
    sentence = session.found.beads[difference.bead].source[0]
    assert "In my words" in render(session.with_translation("source", sentence, "In my words").comparison, format)
