"""Which stories are asked for, in SQL."""

import pytest

from translate.batch.asked import Asked, marks


def test_without_a_filter_all_stories_told_twice_are_asked_for():
    assert Asked().where() == ("same_story >= ?", (0.5,))


def test_a_period_counts_its_last_day():
    assert Asked.last(1, "2024-03-01") == Asked("2024-03-01", "2024-03-01")
    assert Asked.last(30, "2024-03-01").since == "2024-02-01"


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (Asked("2024-05-01", "2024-05-31"), ("2024-05-01", "2024-05-31")),
        (Asked(outlets=("a", "b")), ("a", "b", "a", "b")),
        (Asked(languages=("ru", "en")), ("ru", "en")),
        (Asked(kinds=("number", "date"), relation="retelling"), ("retelling", "number", "date")),
        (Asked(undecided=True), ()),
    ],
)
def test_what_is_given_stands_for_marks(asked, given):
    """So that no outlet, whatever its name, says anything in SQL."""
    where, parameters = asked.where()
    assert parameters[1:] == given
    assert where.count("?") == len(parameters)


def test_as_many_marks_as_values():
    assert (marks([]), marks("ab")) == ("", "?, ?")
