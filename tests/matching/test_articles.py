"""Collections of articles: folders, tables and feeds give the same articles, and what cannot be read is told."""

import json
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from translate.errors import LibraryMissing, UnreadableFile
from translate.matching import articles
from translate.matching.articles import Article, articles_of

HEADLINE, BODY = "Мост открыли после ремонта", "Мост через реку открыли в понедельник."
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Новости</title>
<item><title>{HEADLINE}</title><link>https://example.org/1</link><pubDate>Fri, 31 May 2024 21:30:00 +0300</pubDate>
<description>Коротко.</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>Мэр &amp; рабочие.</p>]]></content:encoded></item>
<item><title>Второе</title><guid isPermaLink="false">x-2</guid><description>Текст второй заметки.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>{HEADLINE}</title>
<link href="https://example.org/2"/><updated>2024-05-31T23:00:00Z</updated><summary>{BODY}</summary></entry></feed>"""

FEED = pytest.mark.skipif(find_spec("feedparser") is None, reason="feedparser is not installed")


def read(collection: Path) -> tuple[list[Article], list[tuple[str, str]]]:
    told: list[tuple[str, str]] = []
    found = list(articles_of(str(collection), lambda name, error: told.append((name, str(error)))))
    return found, told


def test_a_folder_gives_its_files_with_the_days_in_their_names(tmp_path: Path) -> None:
    (tmp_path / "2024" / "05").mkdir(parents=True)
    (tmp_path / "2024-05-31-bridge.txt").write_text(f"{HEADLINE}\n\n{BODY}", encoding="utf-8")
    (tmp_path / "2024" / "05" / "30.txt").write_text("Снег.", encoding="utf-8")
    (tmp_path / ".hidden").write_text("Снег.", encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    found, told = read(tmp_path)
    assert [(one.name, one.published) for one in found] == [
        (str(Path("2024", "05", "30.txt")), date(2024, 5, 30)),
        ("2024-05-31-bridge.txt", date(2024, 5, 31)),
    ]
    assert found[1].text == f"{HEADLINE}\n\n{BODY}"
    assert found[1].address == str(tmp_path / "2024-05-31-bridge.txt")
    assert [name for name, _ in told] == ["broken.pdf"]


def test_a_page_tells_the_day_of_its_publication(tmp_path: Path) -> None:
    told = '<meta property="article:published_time" content="2024-05-31T10:00:00Z">'
    page = f"<html><head>{told}</head><body><article><h1>{HEADLINE}</h1><p>{BODY}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert read(tmp_path)[0][0].published == date(2024, 5, 31)


@pytest.mark.parametrize("published", ["2024-05-31T10:00:00+03:00", "20240531", 1717142400])
def test_a_table_gives_an_article_a_row(tmp_path: Path, published: object) -> None:
    rows = [
        {"Title": HEADLINE, "text": BODY, "url": "https://example.org/1", "date": published},
        {"id": "second", "body": f"{HEADLINE}. {BODY}"},
    ]
    table = tmp_path / "a.jsonl"
    table.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    found, told = read(table)
    assert found == [
        Article("https://example.org/1", f"{HEADLINE}\n\n{BODY}", "https://example.org/1", date(2024, 5, 31)),
        Article("second", f"{HEADLINE}. {BODY}"),
    ]
    assert told == []


def test_a_table_may_name_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    table = tmp_path / "a.csv"
    table.write_text("path,published\na.txt,2024-05-31\nb.txt,2024-05-31\n,2024-05-31\n", encoding="utf-8")
    found, told = read(table)
    assert found == [Article("a.txt", BODY, str(tmp_path / "a.txt"), date(2024, 5, 31))]
    assert [name for name, _ in told] == ["b.txt", "3"]
    assert "No such file" in told[0][1] or "no such file" in told[0][1]
    assert "row 3 has neither a text nor an address" in told[1][1]


@FEED
def test_a_feed_gives_all_the_text_it_has(tmp_path: Path) -> None:
    (tmp_path / "rss.xml").write_text(RSS, encoding="utf-8")
    found, told = read(tmp_path / "rss.xml")
    assert found == [
        Article(
            "https://example.org/1",
            f"{HEADLINE}\n\n{BODY}\n\nМэр & рабочие.",
            "https://example.org/1",
            date(2024, 5, 31),
        ),
        Article("x-2", "Второе\n\nТекст второй заметки."),
    ]
    assert told == []
    (tmp_path / "news.atom").write_text(ATOM, encoding="utf-8")
    assert read(tmp_path / "news.atom")[0] == [
        Article("https://example.org/2", f"{HEADLINE}\n\n{BODY}", "https://example.org/2", date(2024, 5, 31))
    ]


@FEED
def test_a_feed_is_read_from_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "_fetched", lambda address: RSS.encode())
    assert len(list(articles_of("https://example.org/rss", print))) == 2


@FEED
def test_what_is_no_feed_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a>/etc/hostname</a>", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="no feed"):
        read(tmp_path / "a.xml")
    (tmp_path / "a.xml").write_bytes(b"")
    with pytest.raises(UnreadableFile, match="no feed"):
        read(tmp_path / "a.xml")
    (tmp_path / "b.xml").write_bytes(str(tmp_path / "rss.xml").encode())  # the path of a feed is none
    (tmp_path / "rss.xml").write_text(RSS, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="no feed"):
        read(tmp_path / "b.xml")


def test_feeds_say_what_they_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rss.xml").write_text(RSS, encoding="utf-8")
    monkeypatch.setattr(articles, "has_libraries", lambda module: False)
    with pytest.raises(LibraryMissing, match="feeds needs feedparser"):
        read(tmp_path / "rss.xml")


def test_other_files_are_no_collections(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    with pytest.raises(UnreadableFile, match="no collection of articles"):
        read(tmp_path / "a.docx")
    with pytest.raises(UnreadableFile, match="no collection of articles"):
        read(tmp_path / "absent")


def test_a_table_without_texts_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("headline,date\nA,2024-05-31\nB,2024-05-31\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="no column of texts"):
        read(tmp_path / "a.csv")


@FEED
def test_of_a_damaged_feed_comes_what_can_be_read_and_the_rest_is_told(tmp_path: Path) -> None:
    (tmp_path / "rss.xml").write_text(RSS[: RSS.index("</description></item>")], encoding="utf-8")
    found, told = read(tmp_path / "rss.xml")
    assert found[0].name == "https://example.org/1"
    [(name, reason)] = told
    assert name == "rss.xml"
    assert "it is damaged" in reason
    assert f"read from it: {len(found)}; others may be lacking" in reason


@FEED
def test_a_folder_may_hold_feeds_and_tables_beside_texts(tmp_path: Path) -> None:
    for name in ("monday.xml", "tuesday.xml"):  # a feed that was saved twice has most of its articles twice
        (tmp_path / name).write_text(RSS, encoding="utf-8")
    (tmp_path / "broken.xml").write_bytes(b"")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1")
    (tmp_path / "rows.csv").write_text(f"text,date\n{BODY},31.05.2024\n", encoding="utf-8")
    (tmp_path / "text.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("nowhere")
    found, told = read(tmp_path)
    assert [one.name for one in found] == [
        "https://example.org/1",
        "monday.xml: x-2",
        "rows.csv: 1",
        "text.txt",
        "tuesday.xml: x-2",
    ]
    assert [name for name, _ in told] == ["broken.parquet", "broken.xml", "link.txt"]
