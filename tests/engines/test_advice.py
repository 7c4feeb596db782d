"""How to get translations is told once in a process, and never stands in a result."""

import logging
import threading

import pytest

from translate.engines import advice
from translate.engines.advice import offer
from translate.engines.packages import install_file
from translate.engines.translator import translate_document
from translate.options import Options
from translate.text.document import document_of_sentences

RUSSIAN = document_of_sentences(["Кот спит."], "ru")
ENGLISH = document_of_sentences(["Cat sleeps."], "en")


@pytest.fixture(autouse=True)
def untold(monkeypatch):
    """A process that has told nothing yet."""
    monkeypatch.setattr(advice, "_untold", threading.Lock())


def test_it_is_told_once_and_not_with_the_translation(caplog):
    for document, to in ((RUSSIAN, "en"), (ENGLISH, "ru"), (RUSSIAN, "en")):
        assert translate_document(document, to, Options()).warnings == ("Word-by-word gloss, not a translation.",)
    (record,) = caplog.records
    assert (record.levelno, record.name) == (logging.WARNING, "translate.engines.advice")
    told = record.getMessage()
    assert "packages install ru en --from firefox; python -m translate packages install en ru --from firefox" in told
    assert "(52 MB, about 21 seconds at 20 Mbit/s)" in told


def test_only_what_is_missing_is_offered(caplog, tmp_path, tiny_package):
    install_file(tiny_package(tmp_path, pair=("en", "ru")))
    assert offer().directions == (("ru", "en"),)
    translate_document(RUSSIAN, "en", Options())
    assert "26 MB" in caplog.text
    assert "install en ru" not in caplog.text


def test_what_no_library_could_run_is_not_offered(monkeypatch):
    monkeypatch.setattr(advice, "has_libraries", lambda *names: "fxtranslate" not in names)
    assert offer().engine.info.name == "argos"


def test_who_asked_for_a_gloss_is_not_advised(caplog):
    assert translate_document(RUSSIAN, "en", Options(engine="gloss")).engine == "gloss"
    assert translate_document(RUSSIAN, "en", Options(engine="none")).engine == "none"
    assert caplog.records == []


def test_with_a_model_nothing_is_advised(caplog, tmp_path, tiny_package):
    for pair in (("ru", "en"), ("en", "ru")):
        install_file(tiny_package(tmp_path, pair=pair))
    assert offer() is None
    assert translate_document(RUSSIAN, "en", Options()).engine == "argos"
    assert caplog.records == []


def test_without_libraries_they_come_first(caplog, monkeypatch):
    """A model that nothing could run would be downloaded for nothing."""
    monkeypatch.setattr(advice, "can_translate", lambda: False)
    translate_document(RUSSIAN, "en", Options())
    assert "the libraries are not installed" in caplog.text
    assert "packages install" not in caplog.text
