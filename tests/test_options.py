"""Settings are checked when they are made."""

import pytest

from translate.errors import OptionError
from translate.options import Options


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"engine": "magic"}, "Unknown engine 'magic'. Known: auto, "),
        ({"quality": "best"}, "Unknown quality 'best'. Known: fast, careful."),
        ({"operating_point": "bold"}, "Unknown operating point 'bold'. Known: careful, balanced, sensitive."),
    ],
)
def test_an_unknown_value_is_told_with_the_known_ones(setting: dict[str, str], told: str) -> None:
    with pytest.raises(OptionError) as error:
        Options(**setting)  # type: ignore[arg-type]
    assert told in str(error.value)
