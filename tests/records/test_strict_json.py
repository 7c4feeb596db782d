"""JSON of strangers: one meaning or none."""

import pytest

from translate.records.strict_json import strict_json


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1, "b": {"c": 1, "c": 1}}', "'c' stands twice"),
        ('{"' + "n" * 900 + '": 1, "' + "n" * 900 + '": 1}', "n{30,40}' stands twice"),
        ("[NaN]", "NaN is no number"),
        ("[Infinity]", "Infinity is no number"),
        ("[-Infinity]", "-Infinity is no number"),
        ("9" * 5_000, "integer string conversion"),
        ("[" * 100_000, "too deep"),
        ('{"a":' * 100_000, "too deep"),
        ("[" * 100_000 + "]" * 100_000, "too deep"),
        ("[1,]", "Expecting value"),
    ],
)
def test_what_two_readers_could_take_for_two_things_is_refused(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        strict_json(text)


def test_all_that_json_has_is_read() -> None:
    assert strict_json('{"a": [1, -2.5e3, "\\u0441", true, null, {}], "": ""}') == {
        "a": [1, -2500.0, "с", True, None, {}],
        "": "",
    }
