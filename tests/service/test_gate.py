"""What every request passes: keys, rates, sizes and names, before anything is read of it."""

import http.client
import socket
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from service import Client, served
from standin import ENGLISH, RUSSIAN

from translate.service import gate
from translate.service.bounds import Bounds
from translate.service.keys import Keys, new_key
from translate.service.rates import Rates
from translate.settings.limits import Limits

KEY, LINE = new_key("newsroom")
PAIR = {"source": RUSSIAN, "target": ENGLISH}


@pytest.fixture(scope="module")
def stranger(tmp_path_factory, _no_model):
    """Whoever has no key of a service that asks for one."""
    with served(tmp_path_factory.mktemp("jobs"), Keys((LINE.split()[1],)), rate=20) as (ask, _):
        yield ask


def test_a_key_is_asked_for(stranger):
    for path, body in (("/v1/compare", PAIR), ("/v1/limits", None), ("/metrics", None), ("/v1/nothing", None)):
        reply = stranger(path, body)
        assert (reply.status, reply.code) == (401, "unauthorized")
        assert reply.headers["WWW-Authenticate"] == "Bearer"
    for wrong in (KEY[:-1], f"{KEY}x", "", "ключ".encode().decode("latin-1")):
        assert stranger("/v1/limits", Authorization=f"Bearer {wrong}").status == 401
    assert stranger("/v1/limits", Authorization=f"Basic {KEY}").status == 401


def test_either_header_takes_it(stranger):
    assert stranger("/v1/limits", Authorization=f"Bearer {KEY}").status == 200
    assert stranger("/v1/limits", X_API_Key=KEY).status == 200


def test_health_and_the_list_of_addresses_are_for_all(stranger):
    assert [stranger(path).status for path in ("/health", "/docs", "/openapi.json")] == [200] * 3


def test_a_large_body_without_a_key_is_refused_and_the_answer_is_read(stranger):
    assert stranger("/v1/compare", b"x" * 2_000_000).code == "unauthorized"


def test_a_rate_is_kept_for_each_key(stranger):
    ask = Client(stranger.address, KEY)
    replies = [ask("/v1/limits") for _ in range(25)]
    assert {reply.status for reply in replies} == {200, 429}
    assert replies[-1].code == "rate"
    assert 1 <= int(replies[-1].headers["Retry-After"]) <= 60
    assert stranger("/health").status == 200


def test_a_rate_comes_back_with_time():
    now = [0.0]
    rates = Rates(60, clock=lambda: now[0])
    assert [rates.wait("a") for _ in range(61)] == [0] * 60 + [1]
    assert rates.wait("b") == 0
    now[0] = 1.0
    assert [rates.wait("a") for _ in range(2)] == [0, 1]


@pytest.mark.parametrize(("host", "status"), [("localhost:8600", 200), ("127.0.0.1", 200), ("[::1]:80", 200)])
def test_without_keys_the_names_of_this_machine_are_answered(ask, host, status):
    assert ask("/v1/limits", Host=host).status == status


@pytest.mark.parametrize("host", ["site.example", "site.example:8600", "localhost.site.example", "127.0.0.1.nip.io"])
def test_without_keys_a_page_whose_name_leads_here_gets_nothing(ask, host):
    assert ask("/v1/limits", Host=host).code == ask("/health", Host=host).code == "host"


def sent_in_parts(ask, parts):
    """The status of the answer to a body whose length nobody tells beforehand."""
    connection = http.client.HTTPConnection(urlsplit(ask.address).netloc, timeout=60)
    headers = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}
    connection.request("POST", "/v1/compare", body=iter(parts), headers=headers, encode_chunked=True)
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_a_body_of_no_told_length_is_limited_as_well(ask):
    status, told = sent_in_parts(ask, [b'{"source": "', *[b"x" * 100_000] * 9, b'"}'])
    assert (status, b"too_large" in told) == (413, True)


def test_headers_are_limited_as_well(ask):
    where = urlsplit(ask.address)
    with socket.create_connection((where.hostname, where.port), timeout=60) as client, suppress(OSError):
        client.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n")
        for _ in range(100):
            client.sendall(b"X-Long: " + b"x" * 100_000 + b"\r\n")
        client.sendall(b"\r\n")
        assert client.recv(12) != b"HTTP/1.1 200"


def test_a_body_of_very_many_parts_is_refused_before_it_is_read(ask, monkeypatch):
    monkeypatch.setattr(gate, "OPENED", 1000)
    body = {"text": [[]] * 1000}
    assert ask("/v1/detect", body).code == "too_large"
    assert ask("/v1/detect", {"text": [[]] * 900}).code == "invalid"


def test_what_is_compared_at_once_is_as_large_as_two_texts():
    bounds = Bounds(Limits(1000, 10, 10), body=10**9, waiting=1, rate=1, jobs=1, days=1, kept=1)
    assert bounds.largest("/v1/jobs/batch") == 10**9
    assert 12_000 < bounds.largest("/v1/compare") < 200_000


def test_requests_are_counted_by_their_routes(ask):
    ask("/v1/limits", method="PROPFIND")
    ask("/v1/jobs/" + "0" * 32)
    told = ask("/metrics")
    assert told.headers["Content-Type"].startswith("text/plain")
    text = told.data.decode()
    assert 'parallax_requests_total{method="GET",route="/v1/jobs/{id}",status="404"}' in text
    assert 'method="other"' in text
    assert "PROPFIND" not in text
    assert "0" * 32 not in text
    assert 'parallax_jobs{state="waiting"} 0.0' in text
