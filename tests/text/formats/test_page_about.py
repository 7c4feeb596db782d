"""What a page says of itself."""

import pytest

from translate.text.formats.page_about import about_page


def test_what_a_page_tells_its_readers_is_kept() -> None:
    page = (
        '<html dir=ltr lang="ru-RU"><head><title>Гроза | Газета</title>'
        '<meta property="og:title" content="Гроза &amp; град">'
        "<meta name=author content='Анна  Петрова'><meta content=\"2024-05-31T23:30:00+03:00\" "
        'property="article:published_time"></head>'
    )
    about = about_page(page, "page.html")
    assert (about.title, about.author, about.published, about.language) == (
        "Гроза & град",
        "Анна Петрова",
        "2024-05-31",
        "ru",
    )


def test_what_it_tells_search_engines_is_read_where_it_says_nothing_else() -> None:
    page = (
        '<title>Storm</title><script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        '"headline": "Storm",'
        '"datePublished": "2024-05-31T10:00:00Z", "author": [{"name": "A. Smith"}, {"name": "B. Jones"}]}]}</script>'
    )
    about = about_page(page, "page.html")
    assert (about.title, about.author, about.published) == ("Storm", "A. Smith, B. Jones", "2024-05-31")


@pytest.mark.parametrize(
    "page",
    [
        "<p>words</p>",
        '<meta name="date" content="yesterday">',
        '<meta name="date" content="2024-02-31">',
        '<script type="application/ld+json">"{"datePublished": 7, "author": {"name": 5}}</script>',
        '<script type="application/ld+json">' + "[" * 100_000,
        '<script type="application/ld+json">{broken',
    ],
)
def test_nothing_is_made_of_nothing(page: str) -> None:
    about = about_page(page, "page.html")
    assert not about.tells
