"""Where in a file a text stands."""

import pytest

from translate.text.origin import Origin, Place, TextWithPlaces, text_of_rows


@pytest.mark.parametrize(("offset", "name"), [(0, None), (3, "1"), (9, "1"), (10, "2"), (99, "2")])
def test_a_place_reaches_to_the_next(offset: int, name: str | None) -> None:
    place = Origin("a.pdf", places=(Place(3, "page", "1"), Place(10, "page", "2"))).place_at(offset)
    assert (place and place.name) == name


def test_a_text_is_put_together_with_its_places() -> None:
    text = TextWithPlaces()
    for piece, page in (("One", "1"), ("two", "1"), ("three", "2")):
        text.add(piece, "page", page, " ")
    assert text.text == "One two three"
    assert text.places == [Place(0, "page", "1"), Place(8, "page", "2")]


def test_rows_without_a_sentence_keep_their_place() -> None:
    found = text_of_rows(["One.", "", " Two\nlines. "], "a.csv", "en")
    assert found.sentences == ("One.", "", "Two lines.")
    assert [place.start for place in found.origin.places] == [0, 5, 6]


def test_an_origin_of_which_only_the_name_is_known_tells_nothing() -> None:
    assert not Origin("story.txt").tells
    assert Origin("story.txt", title="Storm").tells
