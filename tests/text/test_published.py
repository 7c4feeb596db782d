"""The day of publication, as pages tell it to search engines."""

from datetime import date

import pytest

from translate.text.published import publication_date

DAY = date(2024, 9, 6)


@pytest.mark.parametrize(
    "source",
    [
        '<meta property="article:published_time" content="2024-09-06T23:10:00+03:00">',
        "<META content='2024-09-06' name='pubdate' />",
        '<meta itemprop="datePublished" content="2024-09-06">',
        '<time itemprop="datePublished" datetime="2024-09-06T10:00">6 September</time>',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished" : "2024-09-06T07:00Z"}</script>',
        '<meta name="date" content="0000-00-00"><meta name="dcterms.created" content="2024-09-06">',
    ],
)
def test_it_is_found_wherever_it_is_told(source):
    assert publication_date(f"<html><head>{source}</head></html>") == DAY


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<p>2024-09-06</p>",
        '<meta property="article:modified_time" content="2024-09-06">',
        '<meta name="date" content="2024-13-41">',
        '<meta name="date" content="1024-09-06">',
        '<time datetime="2024-09-06">a comment of that day</time>',
        '<meta name="update" content="2024-09-06">',
    ],
)
def test_other_days_are_not_taken_for_it(source):
    assert publication_date(source) is None


@pytest.mark.parametrize("piece", ["<meta ", '<meta name="date" ', "<time =", '"datePublished":'])
def test_a_hostile_page_is_searched_in_time(piece):
    assert publication_date(piece * 200_000) is None
