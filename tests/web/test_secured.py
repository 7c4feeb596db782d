"""Pages over https: from a server whose certificate an authority of the test's own has signed."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from awkward_site import Site, awkward_site, story_page

from translate.web import connection
from translate.web.address import WebError
from translate.web.fetching import Limits, fetch_page
from translate.web.story import UNSECURED, read_story

QUICK = Limits(connect=2, read=2, total=5)

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")


def made(folder: Path, name: str, *how: str) -> Path:
    """A certificate, with its key in NAME.key."""
    path = folder / f"{name}.pem"
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{folder / name}.key")
    command = ("openssl", "req", "-x509", *key, "-out", str(path), "-subj", f"/CN={name}", *how)
    subprocess.run(command, check=True, capture_output=True)
    return path


@pytest.fixture(scope="module")
def certificates(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("certificates")
    authority = made(folder, "authority")
    signed = ("-CA", str(authority), "-CAkey", str(folder / "authority.key"), "-addext", "basicConstraints=CA:FALSE")
    here, there = "subjectAltName=DNS:localhost", "subjectAltName=DNS:other.example"
    return {
        "authority": authority,
        "good": made(folder, "good", *signed, "-addext", here),
        "of another": made(folder, "another", *signed, "-addext", there),
        "signed by itself": made(folder, "alone", "-addext", here),
    }


@pytest.fixture
def secured(request, certificates, monkeypatch) -> Iterator[Site]:
    """A site over https, as the authority of the test is one that this machine trusts."""
    connection._certificates.cache_clear()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates["authority"]))
    certificate = certificates[getattr(request, "param", "good")]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    with awkward_site(context) as running:
        yield running
    connection._certificates.cache_clear()


def test_a_page_with_a_good_certificate_is_read(secured: Site):
    story = read_story(secured.page("/a", story_page()), allow_private=True)
    assert story.address.startswith("https://localhost:")
    assert "Three rivers" in story.text
    assert story.doubt == ""


@pytest.mark.parametrize(
    ("secured", "reason"),
    [
        ("of another", "Hostname mismatch"),
        ("signed by itself", "self-signed certificate"),
    ],
    indirect=["secured"],
)
def test_a_bad_certificate_is_refused_and_told(secured: Site, reason: str):
    address = secured.page("/a", story_page())
    with pytest.raises(WebError, match=f"does not prove that it is localhost.*{reason}.*clock"):
        fetch_page(address, allow_private=True, limits=QUICK)
    assert secured.asked == []


def test_an_authority_that_nobody_trusts_is_none(secured: Site, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    connection._certificates.cache_clear()
    with pytest.raises(WebError, match="does not prove"):
        fetch_page(secured.page("/a", "story"), allow_private=True, limits=QUICK)


def test_http_behind_https_is_read_with_a_doubt_and_https_behind_http_without(secured: Site, site: Site):
    plain = site.page("/a", story_page())
    assert read_story(secured.sends_on("/b", plain), allow_private=True).doubt == UNSECURED
    safe = secured.page("/a", story_page())
    assert read_story(site.sends_on("/b", safe), allow_private=True).doubt == ""
