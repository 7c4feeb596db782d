"""HTML inside a page saved as one file."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from browser import chromium_page

from translate.text.files import one_version, read_text
from translate.text.html_page import plain_text
from translate.text.web_archive import page_in_archive

RUSSIAN = "<html><h1>В Заречье открыли больницу</h1><p>Строительство продолжалось три года.</p></html>"


def archive(page: bytes, *, mixed: bool = False, charset: str = "", encoding: str = "quoted-printable") -> bytes:
    """A page in a file as browsers write it, with a style sheet beside it."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Subject"] = "=?utf-8?Q?=D0=92?="
    message.set_content(page, maintype="text", subtype="html", cte=encoding)
    if charset:
        message.set_param("charset", charset)
    add = message.add_attachment if mixed else message.add_related
    add(b"p { color: red }", maintype="text", subtype="css")
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_the_page_of_an_archive_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "page.mhtml").write_bytes(archive(RUSSIAN.encode(), encoding=encoding))
    assert read_text(tmp_path / "page.mhtml") == "В Заречье открыли больницу\n\nСтроительство продолжалось три года."


@pytest.mark.parametrize("charset", ["windows-1251", "unknown-8"])
def test_the_encoding_is_the_one_that_the_archive_names(charset: str) -> None:
    assert "открыли" in one_version(archive(RUSSIAN.encode("cp1251"), charset=charset), "page.mhtml").text


@pytest.mark.browser
def test_a_page_that_a_browser_saves_as_one_file_is_read_like_the_page() -> None:
    source = (Path(__file__).parent / "data" / "saved_pages" / "daily.en.html").read_text(encoding="utf-8")
    with chromium_page() as page:
        page.set_content(source)
        saved = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    assert one_version(saved.encode(), "page.mhtml").text == plain_text(source)


@pytest.mark.parametrize(
    "data", [b"", b"Storm hits city", b"Note: two people were hurt.\n\nmultipart/related", archive(b"x", mixed=True)]
)
def test_all_else_is_no_archive(data: bytes) -> None:
    assert page_in_archive(data) is None
