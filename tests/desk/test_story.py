"""What a list of stories tells of each, and which is the next."""

import pytest

from translate.desk.story import (
    Entry,
    Story,
    first_line,
    known_as,
    matching,
    next_undecided,
)
from translate.report.headline import LONGEST


def entry(number, total=2, decided=0, headlines=("Дождь в Перми", "Rain in Perm"), languages=("ru", "en")):
    return Entry(number, headlines, languages, total, decided, 0.0, 0.0)


def test_other_words_make_another_story():
    assert Story("a", "b").digest == Story("a", "b").digest
    assert len({Story("a", "b").digest, Story("b", "a").digest, Story("a\0b", "").digest}) == 3


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Rain in Perm"), ("ru", "Дождь в Перми"), ("de", "Дождь в Перми")]
)
def test_a_headline_is_in_the_language_of_the_reader(language, told):
    assert entry(1).headline(language) == told
    assert entry(1, headlines=("", "Rain in Perm")).headline("ru") == "Rain in Perm"


def test_a_long_headline_is_cut():
    assert first_line("") == ""
    told = first_line("word " * 100)
    assert len(told) <= LONGEST
    assert told.endswith("word…")


def test_a_search_knows_words_in_any_order_and_case():
    entries = (entry(1), entry(2, headlines=("Снег", "Snow in Perm")))
    assert matching(entries, "perm RAIN") == entries[:1]
    assert matching(entries, "дождь") == entries[:1]
    assert matching(entries, "") == entries
    assert matching(entries, "hail") == ()


@pytest.mark.parametrize(
    ("current", "following"),
    [(None, 1), (1, 3), (3, 5), (5, 1), (9, 1)],  # 2 and 4 are decided; 9 is not on the list
)
def test_the_next_story_is_the_next_undecided_one_and_after_the_last_the_first(current, following):
    entries = [entry(n, decided=2 if n in (2, 4) else 0, total=None if n == 5 else 2) for n in range(1, 6)]
    assert next_undecided(entries, current).number == following


def test_there_is_no_next_story_where_all_are_decided():
    assert next_undecided([entry(1, decided=2), entry(2, total=0)], 1) is None
    assert next_undecided([entry(1)], 1) is None  # it is in sight


def test_a_visitor_is_known_without_the_secret():
    assert known_as("secret") != known_as("another")
    assert "secret" not in known_as("secret")
