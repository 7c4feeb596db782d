"""Addresses of pages, as people type and copy them."""

import pytest

from translate.web.address import WebError, is_web_address, read_address


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("https://example.org", "https://example.org/"),
        (" HTTP://Example.ORG:80/a?b=c#d\n", "http://example.org/a?b=c"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://ru.wikipedia.org/wiki/Москва", "https://ru.wikipedia.org/wiki/%D0%9C%D0%BE%D1%81%D0%BA%D0%B2%D0%B0"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://пример.рф/", "https://xn--e1afmkfd.xn--p1ai/"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("http://2130706433/", "http://2130706433/"),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(given, read):
    assert is_web_address(given)
    assert str(read_address(given)) == read


@pytest.mark.parametrize(
    "given",
    [
        "",
        "story.txt",
        "example.org/a",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "gopher://example.org/",
        "javascript:alert(1)",
        "http://",
        "http://exa mple.org/",
        "http://example.org/a b",
        "http://example.org\\@evil.example/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://example.org:port/",
        "http://[::1",
        "http://a..b/",
        "http://<b>.example/",
        "http://example.org/a\r\nHost: evil.example",
        f"http://example.org/{'a' * 5000}",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(given):
    with pytest.raises(WebError, match=r"no (page|address)") as caught:
        read_address(given)
    assert len(str(caught.value)) < 300


def test_a_password_is_neither_sent_nor_shown():
    with pytest.raises(WebError, match="not sent") as caught:
        read_address("https://user:secret@example.org/a")
    assert "secret" not in str(caught.value)
    with pytest.raises(WebError) as caught:
        read_address("ftp://user:secret@example.org/a")
    assert "secret" not in str(caught.value)


def test_files_are_no_pages():
    assert not any(map(is_web_address, ["story.txt", "-", "http", "C:\\http\\a.txt", "https/story.txt"]))


def test_a_redirect_may_be_relative():
    here = read_address("https://example.org/a/b?c")
    assert str(here.led_to("../d")) == "https://example.org/d"
    assert str(here.led_to("//other.example/новости")).startswith("https://other.example/%D0%BD")
    with pytest.raises(WebError):
        here.led_to("file:///etc/passwd")
