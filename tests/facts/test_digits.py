"""What written digits mean, where the marks of both languages meet."""

import pytest

from translate.facts.digits import digit_values


@pytest.mark.parametrize(
    ("digits", "russian", "english"),
    [
        ("7", [7], [7]),
        ("5,2", [5.2], [5.2]),
        ("5.2", [5.2], [5.2]),
        ("2,500", [2500, 2.5], [2500]),
        ("2.500", [2500, 2.5], [2.5, 2500]),
        ("250,500", [250500, 250.5], [250500]),
        ("0,500", [0.5], [0.5]),
        ("0.500", [0.5], [0.5]),
        ("1234,567", [1234.567], [1234.567]),
        ("12,3456", [12.3456], [12.3456]),
        ("1 638", [1638], [1638]),
        ("1\u00a0638\u202f450,5", [1638450.5], [1638450.5]),
        ("1.234,5", [1234.5], [1234.5]),
        ("1,234.5", [1234.5], [1234.5]),
        ("1,234,567.5", [1234567.5], [1234567.5]),
        ("12,345,678", [12345678], [12345678]),
        ("1.234.567", [1234567], [1234567]),
        ("3.12.5", [3], [3]),
        ("3.125.5", [3], [3]),
        ("0.125.500", [0], [0]),
        ("2½", [2.5], [2.5]),
        ("¾", [0.75], [0.75]),
        ("3/4", [0.75], [0.75]),
        (".500", [0.5], [0.5]),
    ],
)
def test_a_mark_groups_or_parts(digits: str, russian: list[float], english: list[float]) -> None:
    """Three digits behind a mark may be thousands in either language, but not behind a zero."""
    assert list(digit_values(digits, decimal_point=False)) == russian
    assert list(digit_values(digits, decimal_point=True)) == english
