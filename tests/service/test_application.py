"""What becomes of whatever is sent: an answer or an error that says what to do, and never a fault of ours."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from service import served
from standin import ENGLISH, RUSSIAN

from translate.errors import TextTooLong, TranslateError
from translate.report import FORMATS
from translate.service.asked import BatchAsked, FormatName, MatchAsked, ToCompare
from translate.service.jobs import JobsError
from translate.service.refusals import KINDS, Refusal, refusal_of

ADDRESSES = ("/v1/compare", "/v1/align", "/v1/differences", "/v1/detect", "/v1/jobs/batch", "/v1/jobs/match")


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "invalid"),
        (b"{", "not_json"),
        (b"\xff\xfe", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"9" * 10_000, "not_json"),
        (b'{"source": "\\ud800", "target": "a", "text": "\\ud800"}', "invalid"),
        (b"null", "invalid"),
        (b"NaN", "invalid"),
    ],
)
def test_a_body_that_is_no_request_is_told(ask, path, body, code):
    reply = ask(path, body)
    assert (reply.status // 100, reply.code) == (4, code)


def test_a_form_of_another_site_is_no_request(ask):
    """A browser sends it without asking this service first, and so for whoever made that site."""
    body = json.dumps({"source": RUSSIAN, "target": ENGLISH}).encode()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert ask("/v1/compare", body, Content_Type=kind).code == "invalid"
    assert "Access-Control-Allow-Origin" not in ask("/v1/limits", Origin="https://site.example").headers


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/compare", {"source": [0] * 1000, "target": [0] * 1000}),
        ("/v1/compare", {"source": "a", "target": "b"} | {str(number): 0 for number in range(1001)}),
        ("/v1/compare", {"source": {str(number): 0 for number in range(1001)}, "target": "b"}),
        ("/v1/jobs/batch", {"pairs": [{}] * 1000}),
        ("/v1/jobs/batch", {"pairs": [{"source": "a", "target": "b", "about": {str(n): 0 for n in range(1001)}}]}),
        ("/v1/jobs/match", {"source": [{}] * 1000, "target": [0] * 1000}),
    ],
)
def test_of_much_that_is_wrong_little_is_told(path, body):
    """A million errors take a gigabyte, and a minute in which nobody else is answered."""
    kind = {"/v1/compare": ToCompare, "/v1/jobs/batch": BatchAsked, "/v1/jobs/match": MatchAsked}[path]
    with pytest.raises(ValidationError) as raised:
        kind.model_validate(body)
    assert raised.value.error_count() < 10


def test_other_addresses_and_ways_are_told(ask):
    assert (ask("/v2").status, ask("/v2").code) == (404, "not_found")
    other = ask("/v1/compare")
    assert (other.status, other.code, other.headers["Allow"]) == (405, "method", "POST")
    assert ask("/v1/compare?format=exe", {"source": RUSSIAN, "target": ENGLISH}).code == "invalid"
    assert ask("/v1/compare?language=xx", {"source": RUSSIAN, "target": ENGLISH}).code == "invalid"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
SIDE = st.text(max_size=60) | st.lists(st.text(max_size=30), max_size=3) | JSON | st.just(RUSSIAN) | st.just(ENGLISH)
OPTIONS = st.fixed_dictionaries({}, optional={"engine": SIDE, "glossary": SIDE, "max_seconds": JSON, "quality": JSON})
BODY = st.fixed_dictionaries(
    {"source": SIDE, "target": SIDE},
    optional={"options": OPTIONS | JSON, "text": SIDE, "pairs": st.lists(JSON, max_size=2), "least": JSON},
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ADDRESSES), BODY | JSON)
def test_nothing_that_is_sent_is_a_fault_of_ours(ask, path, body):
    reply = ask(path, json.dumps(body).encode())
    assert reply.status in (200, 202, 403, 413, 422, 503)
    if reply.status > 202:
        assert reply.code in KINDS


def test_what_nobody_foresaw_is_told_without_details(tmp_path, monkeypatch, capsys):
    def broken(*given, **named):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("translate.service.work.compare", broken)
    with served(tmp_path) as (ask, _):
        reply = ask("/v1/compare", {"source": RUSSIAN, "target": ENGLISH})
    assert (reply.status, reply.code) == (500, "internal")
    assert b"secret" not in reply.data
    assert "secret" in capsys.readouterr().err  # where the operator looks


def test_errors_in_files_of_the_service_are_for_the_log_alone():
    refusal = refusal_of(JobsError("/var/lib/parallax/jobs", "disk full"))
    assert (refusal.code, refusal.status) == ("internal", 500)
    assert "/var" not in json.dumps(refusal.record)


def test_every_error_has_a_kind_and_every_kind_says_what_to_do():
    assert refusal_of(TextTooLong(11, 10, "LIMIT")).status == 413
    assert refusal_of(TranslateError("whatever")).status == 422
    for code in KINDS:
        refusal = Refusal(code)
        assert 400 <= refusal.status < 600
        assert all(refusal.record["error"].values())
        assert ("Retry-After" in refusal.headers) == (refusal.status == 503)


def test_the_formats_are_those_of_the_library():
    assert FormatName.__args__ == (*FORMATS,)


def test_openapi_tells_all_addresses(ask):
    api = ask("/openapi.json").json
    assert set(ADDRESSES) <= set(api["paths"])
    assert api["components"]["schemas"]["comparison"]["properties"]["schema"] == {"const": "parallax/comparison/1"}
    for ways in api["paths"].values():
        for way in ways.values():
            assert way["description"]
            error = way["responses"]["default"]["content"]["application/json"]["schema"]
            assert error == {"$ref": "#/components/schemas/Error"}
    named = re.findall(r'"#/components/schemas/(\w+)"', json.dumps(api))
    assert set(named) <= set(api["components"]["schemas"])


def test_the_page_of_the_addresses_loads_nothing(ask):
    reply = ask("/docs")
    page = reply.data.decode()
    assert all(path in page for path in ADDRESSES)
    assert not re.search(r"<script|<link|<img|url\(|https?://", page)
    assert "default-src 'none'" in reply.headers["Content-Security-Policy"]
    assert ask("/redoc").status == ask("/docs/oauth2-redirect").status == 401 or ask("/redoc").status == 404
