"""What was judged, over the sentences of the documents."""

from translate.testing import drawn_comparison


def test_a_comparison_carries_verdicts_and_counterparts() -> None:
    found = drawn_comparison("abcdef", "abdef")
    assert [told is not None and told.none > 0.5 for told in found.told.source] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]
    assert {(pair.source, pair.target) for pair in found.counterparts} == {
        ((0,), (0,)),
        ((1,), (1,)),
        ((3,), (2,)),
        ((4,), (3,)),
        ((5,), (4,)),
    }
