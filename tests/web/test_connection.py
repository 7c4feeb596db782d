"""Connections to checked addresses: after redirects, behind a changing resolver, and through proxies."""

import socket
import time

import pytest
from awkward_site import Site

from translate.web import connection, guard
from translate.web.address import WebError
from translate.web.connection import Deadline, OutOfTime
from translate.web.fetching import fetch_page

PUBLIC = "93.184.216.34"


@pytest.fixture
def internet(site: Site, monkeypatch):
    """Names of an internet: `names` holds the answers of its resolver, public ones are served by the site."""
    names: dict[str, list[str]] = {}
    look_up_here, connect_here = socket.getaddrinfo, connection.httpcore.SyncBackend.connect_tcp

    def look_up(host, port, *rest, **named):
        if host == "127.0.0.1":
            return look_up_here(host, port, *rest, **named)
        if not names.get(host):
            raise socket.gaierror(-2, "Name or service not known")
        answer = names[host].pop(0) if len(names[host]) > 1 else names[host][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answer, port))]

    def connect(self, host, port, *rest):
        if host == PUBLIC:
            host, port = "127.0.0.1", int(site.url.rpartition(":")[2])
        return connect_here(self, host, port, *rest)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(connection.httpcore.SyncBackend, "connect_tcp", connect)
    return names


def test_a_public_page_is_read_under_its_name(site: Site, internet):
    internet["news.example"] = [PUBLIC]
    site.page("/a", "story")
    assert fetch_page("http://news.example/a").data == b"story"
    assert site.asked[0][1]["Host"] == "news.example"


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://inside.example/",
    ],
)
def test_a_redirect_inside_is_refused(site: Site, internet, place):
    internet.update({"news.example": [PUBLIC], "inside.example": ["10.0.0.5"], "localhost": ["127.0.0.1"]})
    site.sends_on("/a", place)
    with pytest.raises(WebError, match="private network"):
        fetch_page("http://news.example/a")
    assert len(site.asked) == 1


def test_a_name_that_changes_its_address_gains_nothing(site: Site, internet):
    """The address that was checked is the one that is connected to; the next request is checked anew."""
    internet["rebinding.example"] = [PUBLIC, "127.0.0.1"]
    site.sends_on("/a", "http://rebinding.example/b")
    with pytest.raises(WebError, match="private network"):
        fetch_page("http://rebinding.example/a")
    assert [path for path, _ in site.asked] == ["/a"]


def test_a_proxy_is_used_and_gets_the_whole_address(site: Site, internet, monkeypatch):
    site.page("http://far.example/a", "story")
    monkeypatch.setenv("http_proxy", site.url.replace("//", "//user:p%40ss@"))
    assert fetch_page("http://far.example/a").data == b"story"
    path, headers = site.asked[0]
    assert path == "http://far.example/a"
    assert headers["Proxy-Authorization"].startswith("Basic ")


def test_what_the_environment_excepts_goes_past_the_proxy(site: Site, internet, monkeypatch):
    internet["news.example"] = [PUBLIC]
    site.page("/a", "story")
    monkeypatch.setenv("http_proxy", "http://proxy.invalid:3128")
    monkeypatch.setenv("no_proxy", "news.example")
    assert fetch_page("http://news.example/a").data == b"story"


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://2130706433/", "http://inside.example/"])
def test_private_addresses_are_refused_behind_a_proxy_too(site: Site, internet, monkeypatch, address):
    internet["inside.example"] = ["192.168.1.1"]
    monkeypatch.setenv("http_proxy", site.url)
    with pytest.raises(WebError, match="private network"):
        fetch_page(address)
    assert site.asked == []


def test_an_unknown_kind_of_proxy_is_told_without_its_password(monkeypatch, internet):
    monkeypatch.setenv("http_proxy", "socks5://user:secret@localhost:1080")
    with pytest.raises(WebError, match="neither http nor https") as caught:
        fetch_page("http://news.example/")
    assert "secret" not in str(caught.value)


def test_a_deadline_shortens_what_is_waited_for_and_ends():
    deadline = Deadline(0.05)
    assert deadline.left(10) <= 0.05
    assert Deadline(10).left(1) == 1
    time.sleep(0.06)
    with pytest.raises(OutOfTime):
        deadline.left()


def test_names_are_looked_up_nowhere_else(site: Site, monkeypatch):
    """An address in numbers needs no resolver."""
    monkeypatch.setattr(guard.socket, "getaddrinfo", lambda *_, **__: pytest.fail("looked up"))
    site.page("/a", "story")
    with pytest.raises(WebError):
        fetch_page(f"{site.url}/a")


def test_certificates_are_of_the_name_and_not_of_the_address(site: Site, internet, monkeypatch):
    internet["news.example"] = [PUBLIC]
    asked = []

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        asked.append((server_hostname, ssl_context.check_hostname))
        raise connection.httpcore.ConnectError("no certificate")

    stream = type(connection.httpcore.SyncBackend().connect_tcp(PUBLIC, 443))
    monkeypatch.setattr(stream, "start_tls", start_tls)
    with pytest.raises(WebError, match="no certificate"):
        fetch_page("https://news.example/a")
    assert asked == [("news.example", True)]
