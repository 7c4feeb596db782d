"""A story from a page: its text, whatever the server says of it, and the day of its publication."""

import sys
from datetime import date

import pytest
from awkward_site import PROSE, Site, story_page

from translate.errors import BinaryInput, LibraryMissing
from translate.facts.publication import publication_day
from translate.settings.limits import FileTooLarge, Limits, watched
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.reading import read_file_text
from translate.web.address import WebError
from translate.web.story import read_story, read_url

DATED = '<meta property="article:published_time" content="2024-09-06T10:00:00Z">'
RUSSIAN = "<p>Три реки вышли из берегов после двух дней дождя, и вода дошла до вокзала.</p>" * 8


def story_at(address):
    return read_story(address, allow_private=True)


def test_the_text_is_the_story_of_the_page(site: Site):
    site.sends_on("/short", "/a")
    story = story_at(site.page("/a", story_page()) and f"{site.url}/short")
    assert story.address == f"{site.url}/a"
    assert story.text.startswith("Flood in the north of the country\n")
    assert "Three rivers" in story.text
    assert (story.published, story.doubt) == (None, "")


def test_the_day_of_publication_is_kept_for_relative_dates(site: Site):
    story = story_at(site.page("/a", story_page(DATED, f"<p>The bridge was closed yesterday.</p>{PROSE}")))
    assert story.published == date(2024, 9, 6)
    assert "2024-09-06" not in story.text
    document = read_file_text(story.file)
    assert publication_day(document).value == "2024-09-06"
    dates = [at for fact in tell(document, LetterEmbedder()).facts for at in fact.dates]
    assert dict(next(at for at in dates if at.text == "yesterday").resolved)["day"] == 5


def test_a_day_that_the_text_tells_goes_before_the_one_beside_it(site: Site):
    story = story_at(site.page("/a", story_page(DATED, f"<p>September 5, 2024</p>{PROSE}")))
    assert publication_day(read_file_text(story.file)).value == "2024-09-05"


@pytest.mark.parametrize(
    ("encoding", "said", "meta"),
    [
        ("cp1251", "text/html; charset=utf-8", ""),
        ("cp1251", "text/html; charset=ISO-8859-1", ""),
        ("cp1251", "text/html", '<meta charset="windows-1251">'),
        ("cp1251", "text/html; charset=windows-1251", '<meta charset="utf-8">'),
        ("utf-8", "text/html; charset=windows-1251", '<meta charset="windows-1251">'),
        ("utf-8", "text/html; charset=no-such", ""),
        ("koi8-r", "text/html; charset=koi8-r", ""),
        ("utf-16", "text/html", ""),
    ],
)
def test_a_wrong_encoding_does_not_spoil_the_text(site: Site, encoding, said, meta):
    source = story_page(meta, RUSSIAN, "Наводнение на севере страны")
    text = read_url(site.page("/a", source.encode(encoding), Content_Type=said), allow_private=True).text
    assert text.startswith("Наводнение на севере страны")
    assert "Три реки вышли из берегов" in text


def test_a_plain_text_is_read_as_a_file_is(site: Site):
    found = read_url(site.page("/a.txt", "Storm hits city. " * 20, Content_Type="text/plain"), allow_private=True)
    assert found.text.startswith("Storm hits city.")
    assert found.origin.published == ""


def test_a_page_larger_than_any_text_is_refused_by_its_address(site: Site):
    address = site.page("/a", story_page())
    with watched(Limits(characters=10)), pytest.raises(FileTooLarge) as caught:
        story_at(address)
    assert caught.value.name == address


def test_what_is_no_text_is_told(site: Site):
    with pytest.raises(BinaryInput, match="PNG"):
        read_url(site.page("/a.png", b"\x89PNG\r\n\x1a\n" + bytes(500), Content_Type="image/png"), allow_private=True)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "<html><body><p>We value your privacy. Accept all.</p></body></html>",
            "asks about cookies",
        ),
        ('<html><body><div id="root"></div><script src="a.js"></script></body></html>', "where its scripts run"),
        ("<html><body><p>Subscribe to continue reading.</p></body></html>", "subscribers alone"),
        ("", "almost no text"),
    ],
)
def test_a_page_without_its_story_is_told(site: Site, source, told):
    address = site.page("/a", source)
    with pytest.raises(WebError, match=told) as caught:
        read_url(address, allow_private=True)
    assert str(caught.value).startswith(address)


def test_a_page_that_is_cut_off_for_some_says_so(site: Site):
    head = '<script type="application/ld+json">{"isAccessibleForFree":"False"}</script>'
    assert "subscribers" in story_at(site.page("/a", story_page(head))).doubt


def test_nothing_private_is_read_unless_it_is_allowed(site: Site):
    with pytest.raises(WebError, match="private network"):
        read_url(site.page("/a", story_page()))
    assert site.asked == []


def test_without_the_library_the_command_that_installs_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "httpcore", None)
    with pytest.raises(LibraryMissing, match="httpcore"):
        read_url("https://news.example/a")
