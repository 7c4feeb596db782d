"""A difference as a script sees it."""

import pytest

from translate.differences.difference import Difference, Evidence, Review


@pytest.mark.parametrize(
    ("review", "decided"),
    [
        (None, ""),
        (Review("accepted"), ", accepted"),
        (Review("rejected", "a note"), ", rejected"),
        (Review(note="a note"), ""),  # noted, and nothing decided
    ],
)
def test_a_difference_shows_what_it_is_and_what_was_decided(review: Review | None, decided: str) -> None:
    found = Difference("d3", "moved", "both", "minor", 0.5, 0, (), (), "Both say this.", Evidence(""), review)
    assert repr(found) == f"<Difference d3 (moved, both, minor, 50 %{decided}): 'Both say this.'>"


@pytest.mark.parametrize(("length", "cut"), [(90, False), (91, True)])
def test_a_long_message_is_cut(length: int, cut: bool) -> None:
    message = "a" * length
    found = Difference("d3", "moved", "both", "minor", 0.5, 0, (), (), message, Evidence(""))
    assert (message in repr(found)) != cut
