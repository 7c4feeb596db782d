"""Where the part of a sentence that is shown begins and ends."""

import pytest

from translate.differences.parts.trimming import trimmed


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("en", "It cost [$96 million)] in all.", "$96 million"),
        ("en", "It cost[, (about $96 million] in all).", "about $96 million"),
        ("en", "It cost [(about $96 million)] in all.", "(about $96 million)"),
        ("en", "It opened[, and closed late, and] then it rained.", "closed late"),
        ("en", "It opened [– nobody knows why –] at last.", "nobody knows why"),
        ("en", "It rose[ but fell again.]", "fell again."),
        ("en", "It rose [, and,] fell.", ", and,"),
        ("en", "An [android, orally] fed.", "android, orally"),
        ("ru", "Мэр [и его жена, или] сын.", "его жена"),
        ("ru", "Он сказал[, «да», но] ушёл.", "«да»"),
        ("ru", "Певица отменила концерт[ и вернула деньги за билеты].", "вернула деньги за билеты"),
    ],
)
def test_nothing_is_left_over_at_the_ends(language: str, text: str, part: str) -> None:
    """The brackets [ ] of the case mark what was found."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    first, last = trimmed(plain, start, end, language)
    assert plain[first:last] == part
