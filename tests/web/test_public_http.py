"""`urllib` with connections to the public internet alone; what it asks and how it is answered stays the same."""

import socket
import ssl
from urllib.request import OpenerDirector, Request

import pytest
from awkward_site import Site

from translate.web import public_http
from translate.web.guard import AddressRefused
from translate.web.public_http import PublicHTTPHandler, PublicHTTPSHandler


@pytest.fixture
def opener() -> OpenerDirector:
    opener = OpenerDirector()
    opener.add_handler(PublicHTTPHandler())
    opener.add_handler(PublicHTTPSHandler())
    return opener


@pytest.fixture
def public(site: Site, monkeypatch):
    """Public names lead to the site; what was connected to, with the seconds that it may take."""
    asked = []

    def connect(host, port, seconds):
        asked.append((host, port, seconds))
        return socket.create_connection(("127.0.0.1", int(site.url.rpartition(":")[2])))

    monkeypatch.setattr(public_http, "checked_socket", connect)
    return asked


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "[::ffff:127.0.0.1]"])
def test_private_hosts_are_refused(opener, site: Site, scheme, host):
    with pytest.raises(AddressRefused):
        opener.open(f"{scheme}://{host}:{site.url.rpartition(':')[2]}/", timeout=1)
    assert site.asked == []


def test_a_public_server_is_asked_under_its_name(opener, site: Site, public):
    site.page("/a", "answer")
    with opener.open(Request("http://server.example/a"), timeout=3) as answer:
        assert answer.read() == b"answer"
    assert public == [("server.example", 80, 3.0)]
    assert site.asked[0][1]["Host"] == "server.example"


def test_certificates_are_checked_against_the_name(opener, site: Site, public, monkeypatch):
    names = []
    real = ssl.SSLContext.wrap_socket

    def wrapped(self, plain, server_hostname=None):
        names.append((server_hostname, self.check_hostname, self.verify_mode))
        return real(self, plain, server_hostname=server_hostname)

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", wrapped)
    with pytest.raises(OSError, match=r"(?i)ssl|eof"):
        opener.open("https://server.example/", timeout=3)
    assert names == [("server.example", True, ssl.CERT_REQUIRED)]
