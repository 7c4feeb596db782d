"""Mails."""

from email.message import EmailMessage

import pytest

from translate.errors import UnreadableFile
from translate.text.formats.mail import is_mail, read_mail

RUSSIAN = "Путин подписал указ о выборах.\n\nЕго опубликовали в среду.\n"


def mail(*, html: str = "", plain: str = "", charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Анна Петрова <anna@example.org>"
    message["Subject"] = "Указ подписан"
    message["Date"] = "Fri, 31 May 2024 23:30:00 +0300"
    if plain:
        message.set_content(plain, charset=charset)
    if html:
        (message.add_alternative if plain else message.set_content)(html, subtype="html", charset=charset)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251"])
def test_the_plain_text_is_read_with_what_the_mail_says_of_itself(charset: str) -> None:
    found = read_mail(mail(plain=RUSSIAN, html="<p>другое</p>", charset=charset).as_bytes(), "a.eml")
    assert found.text.strip() == RUSSIAN.strip()
    assert (found.origin.title, found.origin.published) == ("Указ подписан", "2024-05-31")
    assert "Анна Петрова" in found.origin.author


def test_of_a_page_the_lines_are_read() -> None:
    page = "<html><h1>Указ</h1><p>Путин подписал указ.</p></html>"
    assert read_mail(mail(html=page).as_bytes(), "a.eml").text == "Указ\n\nПутин подписал указ."


def test_a_wrong_charset_is_found_out() -> None:
    data = mail(plain=RUSSIAN, charset="utf-8").as_bytes().replace(b'charset="utf-8"', b'charset="x-unknown"')
    assert read_mail(data, "a.eml").text.strip() == RUSSIAN.strip()


def test_attachments_are_no_text() -> None:
    message = EmailMessage()
    message["Subject"] = "x"
    message.add_attachment(b"123", maintype="application", subtype="pdf")
    with pytest.raises(UnreadableFile, match="no text in this mail"):
        read_mail(message.as_bytes(), "a.eml")


@pytest.mark.parametrize("date", ["nonsense", "31 February 2024", ""])
def test_a_wrong_date_is_none(date: str) -> None:
    data = mail(plain="words here").as_bytes().replace(b"Fri, 31 May 2024 23:30:00 +0300", date.encode())
    assert read_mail(data, "a.eml").origin.published == ""


def test_mails_are_known_by_their_headers() -> None:
    assert is_mail(mail(plain="x").as_bytes())
    assert not is_mail(b"Note: two people were hurt.\n\nMIME-Version: 1.0")
    assert not is_mail(b"Storm hits city")
