"""The index: it lists every pair, opens its report, and shows what strangers wrote as text."""

import re

import pytest

from translate.batch import index_page as room
from translate.batch.index_page import Index
from translate.batch.outcome import Outcome


def outcome(number, **told):
    return Outcome(**{"number": number, "id": f"p{number}", "source": "", "target": "", "exit_status": 0, **told})


def page(folder, *outcomes, language="en", name="index.html"):
    index = Index(folder, len(outcomes), sum(bool(each.exit_status) for each in outcomes), language)
    for each in outcomes:
        index.add(each)
    index.end()
    return (folder / name).read_text(encoding="utf-8")


def test_what_strangers_wrote_is_text(tmp_path):
    bad = "<script>alert(1)</script>\u202e\x1b"
    text = page(
        tmp_path,
        outcome(1, id=bad, source_title=bad, result="results/00000/00000001.json", doubts=(bad,)),
        outcome(2, id=bad, exit_status=2, error=bad),
    )
    assert text.count("<script>") == 1
    assert text.count("&lt;script&gt;alert(1)") == 6  # in a row as title, its key, and doubt or error
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_nothing_is_loaded_from_anywhere(tmp_path):
    text = page(tmp_path, outcome(1))
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|href)=\"(?!summary\.)", text)
    assert "http:" not in text
    assert "https:" not in text


def test_a_title_opens_the_report_and_without_one_the_json(tmp_path):
    result = "results/00000/00000001.json"
    text = page(tmp_path, outcome(1, result=result, source_title="T", reports={"html": "r.html", "csv": "r.csv"}))
    assert '<a href="r.html"><bdi>T</bdi></a>' in text
    assert f'<a class="more" href="{result}">json</a> <a class="more" href="r.csv">csv</a>' in text
    assert f'<a href="{result}"><bdi>T</bdi></a>' in page(tmp_path, outcome(1, result=result, source_title="T"))


def test_shares_are_sorted_by_their_value_and_what_is_unknown_has_none(tmp_path):
    text = page(tmp_path, outcome(1, source_coverage=0.1234, target_coverage=1.0), outcome(2, exit_status=2, error="E"))
    assert '<td data-key="0.1234">12 %</td>' in text
    assert '<td data-key="1.0">100 %</td>' in text
    assert '<td data-key=""></td>' in text


@pytest.mark.parametrize(("language", "told"), [("en", "1 could not be."), ("ru", "Сравнённые сюжеты")])
def test_it_speaks_the_language_of_the_interface(tmp_path, language, told):
    text = page(tmp_path, outcome(1), outcome(2, exit_status=2, error="E"), language=language)
    assert told in text
    assert f'<html lang="{language}">' in text


def test_many_pairs_stand_on_several_pages(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "ON_A_PAGE", 2)
    pairs = [outcome(number) for number in range(1, 6)]
    first, last = page(tmp_path, *pairs), page(tmp_path, *pairs, name="index-3.html")
    assert '<b aria-current="page">1–2</b> <a href="index-2.html">3–4</a> <a href="index-3.html">5–5</a>' in first
    assert [number for number in range(1, 6) if f'<td data-key="{number}">' in last] == [5]


def test_no_pair_is_a_page_as_well(tmp_path):
    assert "0 pairs were compared." in page(tmp_path)
