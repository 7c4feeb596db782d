"""Days of publication, however they are written."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from translate.matching.days import day_in, day_of

FAR = timezone(timedelta(hours=-8))


@pytest.mark.parametrize(
    "value",
    [
        date(2024, 6, 4),
        datetime(2024, 6, 4, 1, 0),
        datetime(2024, 6, 3, 23, 30, tzinfo=FAR),
        datetime(2024, 6, 4, 23, 30, tzinfo=UTC),
        "2024-06-04",
        "20240604",
        "2024/06/04 12:00",
        "2024-06-03T23:30:00-08:00",
        "2024-06-04T23:30:00Z",
        "Mon, 03 Jun 2024 23:30:00 -0800",
        "04.06.2024",
        "4.6.2024, 12:30",
        1717486200,
        1717486200000,
        "1717486200",
        "1717486200000",
    ],
    ids=str,
)
def test_a_day_is_that_of_its_time_in_utc(value: object) -> None:
    assert day_of(value) == date(2024, 6, 4)


@pytest.mark.parametrize("value", [None, True, "", "yesterday", "32.01.2024", "1024-06-04", float("nan"), 1e300])
def test_what_tells_no_day_has_none(value: object) -> None:
    assert day_of(value) is None


def test_numbers_that_are_no_days_are_passed_over() -> None:
    assert day_in("report-20249999-2024-02-30-2024-02-29") == date(2024, 2, 29)
    assert day_in("1000-01-01, 123456789") is None
