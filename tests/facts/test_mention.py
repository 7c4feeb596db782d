"""What a mention says of itself where nothing else was read."""

from translate.facts.mention import DateMention, Facts, NameMention, NumberMention, anew


def test_a_mention_claims_nothing_that_was_not_read() -> None:
    """A number is exact and has no bound, a date stands as it was written, a name is one of many."""
    number = NumberMention("number", 0, 2, "40", "40", (40.0,))
    assert (number.unit, number.approximate, number.bound, number.zone, number.bare, number.weak) == (
        None,
        False,
        0,
        "",
        False,
        False,
    )
    date = DateMention("date", 0, 4, "2023", "2023", year=2023)
    assert (date.month, date.day, date.weekday, date.decade, date.relative, date.resolved) == (*[None] * 5, ())
    assert not date.swappable
    assert not date.eve
    name = NameMention("name", 0, 5, "Smith", "smith", ("smt",))
    assert (name.sort, name.known) == ("other", False)


def test_mentions_are_numbers_then_dates_then_names() -> None:
    number, date, name = (
        NumberMention("number", 9, 11, "40", "40", (40.0,)),
        DateMention("date", 0, 4, "2023", "2023", year=2023),
        NameMention("name", 12, 17, "Smith", "smith", ("smt",)),
    )
    assert Facts("en", 20, (number,), (date,), (name,)).mentions == (number, date, name)


def test_facts_of_the_same_words_elsewhere_are_equal_and_others() -> None:
    """Who pairs mentions tells them apart by what they are, not by what they say."""
    facts = Facts("en", 20, (NumberMention("number", 9, 11, "40", "40", (40.0,)),), sounds=frozenset({"smt"}))
    again = anew(facts)
    assert again == facts
    assert again.numbers[0] is not facts.numbers[0]
