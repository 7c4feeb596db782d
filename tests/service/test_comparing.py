"""What is answered at once: the bytes that the library and the command line give, and errors that say what to do."""

import json
from dataclasses import replace

import pytest
from service import BOUNDS, served
from standin import ENGLISH, RUSSIAN, standin_align, standin_compare

from translate.batch.pairs import Given
from translate.options import Options
from translate.records.answers import alignment_json, detection_json
from translate.records.schema import schema
from translate.report import FORMATS, render_bytes
from translate.service.asked import ToCompare
from translate.service.work import Comparing
from translate.text.detection import detect_language
from translate.text.versions import read_for_alignment
from translate.web.story import WebStory

OPTIONS = Options(max_characters=10_000, max_sentences=500, max_seconds=60)
PAIR = {"source": RUSSIAN, "target": ENGLISH}


def test_a_comparison_is_that_of_the_library_to_the_byte(ask):
    reply = ask("/v1/compare", PAIR)
    assert (reply.status, reply.headers["Content-Type"]) == (200, "application/json")
    assert reply.data == render_bytes(standin_compare(RUSSIAN, ENGLISH, OPTIONS), "json")


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "xlsx"])  # whose archive holds the time
def test_reports_are_those_of_the_library(ask, format):
    reply = ask(f"/v1/compare?format={format}&language=ru", PAIR)
    assert reply.data == render_bytes(standin_compare(RUSSIAN, ENGLISH, OPTIONS), format, "ru")
    assert reply.headers["Content-Type"].split(";")[0] == FORMATS[format].media_type
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_a_workbook_is_one(ask):
    assert ask("/v1/compare?format=xlsx", PAIR).data.startswith(b"PK")


def test_an_answer_keeps_to_its_schema(ask):
    validator = pytest.importorskip("jsonschema").Draft202012Validator
    validator(schema("comparison")).validate(ask("/v1/compare", PAIR).json)


def test_sentences_are_taken_as_they_are(ask):
    source, target = ["Мост открыли.", "Ремонт стоил 12 млн рублей."], ["The bridge was opened."]
    reply = ask("/v1/compare", {"source": source, "target": target})
    assert reply.data == render_bytes(standin_compare(source, target, OPTIONS), "json")
    assert len(reply.json["source"]["sentences"]) == 2


def test_the_day_of_publication_is_kept(ask):
    reply = ask("/v1/compare", {"source": {"text": RUSSIAN, "published": "2024-05-31"}, "target": ENGLISH})
    assert reply.json["source"]["origin"]["published"] == "2024-05-31"


def test_a_glossary_is_honoured(ask):
    reply = ask("/v1/compare", {**PAIR, "options": {"glossary": "Russian,English\nмост,bridge\n"}})
    assert reply.json["terms"]
    assert ask("/v1/compare", {**PAIR, "options": {"glossary": "no table"}}).code == "input"


def test_an_alignment_is_that_of_the_command_line(ask):
    sides = [read_for_alignment(text, None, side) for text, side in ((RUSSIAN, "first"), (ENGLISH, "second"))]
    assert ask("/v1/align", PAIR).data.decode() == alignment_json(*sides, standin_align(*sides))


def test_sentences_of_other_languages_are_aligned_where_they_are_named(ask):
    body = {"source": ["Die Brücke ist offen."], "target": ["Le pont est ouvert."]}
    reply = ask("/v1/align", {**body, "source_language": "de", "target_language": "fr"})
    assert [reply.json[side]["language"] for side in ("source", "target")] == ["de", "fr"]
    assert ask("/v1/align", {**body, "source_language": "xx", "target_language": "fr"}).code == "language"


def test_a_language_is_told_with_its_reason(ask):
    assert ask("/v1/detect", {"text": RUSSIAN}).data.decode() == detection_json(detect_language(RUSSIAN))


def test_differences_of_two_sentences(ask, monkeypatch):
    monkeypatch.setattr("translate.service.work.find_differences", lambda *given: ())
    reply = ask("/v1/differences", {"source": "Мост открыли.", "target": "The bridge was opened."})
    assert reply.json == {"schema": "parallax/differences/1", "differences": []}


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"source": RUSSIAN}, 422, "invalid"),
        ({**PAIR, "path": "/etc/passwd"}, 422, "invalid"),
        ({**PAIR, "options": {"models": ["/models"]}}, 422, "invalid"),
        ({**PAIR, "options": {"url": "http://localhost:5000"}}, 422, "invalid"),
        ({**PAIR, "options": {"engine": "ctranslate2"}}, 422, "option"),
        ({**PAIR, "options": {"engine": "libretranslate"}}, 422, "option"),
        ({**PAIR, "options": {"engine": "nobody"}}, 422, "option"),
        ({**PAIR, "options": {"max_seconds": 0}}, 422, "invalid"),
        ({"source": {"text": "a", "url": "b"}, "target": ENGLISH}, 422, "invalid"),
        ({"source": {"url": "http://127.0.0.1/"}, "target": ENGLISH}, 403, "address"),
        ({"source": {"url": "file:///etc/passwd"}, "target": ENGLISH}, 403, "address"),
        ({"source": "", "target": ENGLISH}, 422, "input"),
        ({"source": RUSSIAN, "target": RUSSIAN}, 422, "language"),
        ({"source": RUSSIAN * 100, "target": ENGLISH}, 413, "too_long"),
        ({"source": ["Мост открыли."] * 501, "target": ENGLISH}, 413, "too_long"),
        ({"source": RUSSIAN, "target": "x" * 600_000}, 413, "too_large"),
    ],
)
def test_what_cannot_be_compared_is_told(ask, body, status, code):
    reply = ask("/v1/compare", body)
    assert (reply.status, reply.code) == (status, code)


@pytest.mark.parametrize("text", ["/etc/passwd", "http://localhost/story", "C:\\story.txt"])
def test_a_text_is_never_taken_for_a_place(text):
    asked = ToCompare(source=text, target=text).work(replace(BOUNDS, urls=True))
    assert asked.source.given == asked.target.given == Given("text", text)


def test_a_client_shortens_the_time_and_never_makes_it_longer():
    for asked, taken in ((5, 5), (5000, 60)):
        body = ToCompare.model_validate({**PAIR, "options": {"max_seconds": asked}})
        assert body.work(BOUNDS).options.max_seconds == taken


def test_errors_are_told_in_the_language_that_is_asked_for(ask):
    body = {"source": RUSSIAN, "target": RUSSIAN}
    assert "Both texts are in Russian" in ask("/v1/compare", body).json["error"]["message"]
    error = ask("/v1/compare?language=ru", body).json["error"]
    assert "Оба текста" in error["message"]
    assert error["action"] != ask("/v1/compare", body).json["error"]["action"]


def test_where_addresses_are_allowed_private_ones_are_refused_still(tmp_path):
    with served(tmp_path, urls=True) as (ask, service):
        private = {"source": {"url": f"{ask.address}/health"}, "target": ENGLISH}
        assert ask("/v1/compare", private).code == "input"
        assert not service.bounds.allow_private


def test_what_speaks_against_a_page_is_told_beside_the_answer(tmp_path, monkeypatch):
    from translate.text.origin import FileText, Origin

    page = WebStory("http://site.example/", FileText(RUSSIAN, Origin("")), "Часть страницы скрыта")
    monkeypatch.setattr("translate.batch.pairs.read_story", lambda address, allow_private: page)
    with served(tmp_path, urls=True) as (ask, _):
        reply = ask("/v1/compare", {"source": {"url": "http://site.example/"}, "target": ENGLISH})
    assert json.loads(reply.headers["Parallax-Doubts"]) == ["Часть страницы скрыта"]


def test_a_comparison_travels_to_a_process_as_it_is():
    import pickle

    work = ToCompare(**PAIR).work(BOUNDS, "html", "ru")
    assert isinstance(work, Comparing)
    assert pickle.loads(pickle.dumps(work)) == work
