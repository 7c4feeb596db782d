"""The list of variables: complete, told in the docs, and strict about what they say."""

import re
from pathlib import Path

import pytest

from translate.errors import OptionError
from translate.settings.environment import ALLOW_PRIVATE, PAGE_SERVERS, VARIABLES, is_on, told, whole_number

ROOT = Path(__file__).resolve().parents[2]
USUALLY_ON, USUALLY_OFF = "PARALLAX_REMEMBER", "PARALLAX_FORCED_DECODING"
NAMES = {variable.name for variable in VARIABLES}


def test_every_variable_that_is_read_is_listed():
    read = set()
    for path in (ROOT / "translate").rglob("*.py"):
        read |= set(re.findall(r'"((?:PARALLAX|ARGOS)_[A-Z][A-Z0-9_]*)"', path.read_text(encoding="utf-8")))
    assert read == NAMES


def test_the_docs_tell_each_in_a_row_of_their_table():
    docs = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `((?:PARALLAX|ARGOS)_\w+)` \| (.*?) \| (.*?) \|$", docs, re.MULTILINE)
    assert rows == [(each.name, f"`{each.usual}`" if each.usual else "", each.meaning) for each in VARIABLES]


def test_what_is_not_said_is_as_usual(monkeypatch):
    monkeypatch.delenv(PAGE_SERVERS, raising=False)
    assert told(PAGE_SERVERS) == "any"
    monkeypatch.setenv(PAGE_SERVERS, "  ")
    assert told(PAGE_SERVERS) == "any"
    monkeypatch.setenv(PAGE_SERVERS, " https://a.example ")
    assert told(PAGE_SERVERS) == "https://a.example"


def test_a_switch_is_0_or_1(monkeypatch):
    monkeypatch.delenv(ALLOW_PRIVATE, raising=False)
    assert not is_on(ALLOW_PRIVATE)
    monkeypatch.setenv(ALLOW_PRIVATE, "1")
    assert is_on(ALLOW_PRIVATE)
    for wrong in ("yes", "9" * 5000):
        monkeypatch.setenv(ALLOW_PRIVATE, wrong)
        with pytest.raises(OptionError, match="Give 0 or 1") as caught:
            is_on(ALLOW_PRIVATE)
        assert len(str(caught.value)) < 300


@pytest.mark.parametrize(("value", "on"), [("", True), (" 1 ", True), ("0", False)])
def test_a_variable_turns_something_off_with_0(monkeypatch: pytest.MonkeyPatch, value: str, on: bool) -> None:
    monkeypatch.setenv(USUALLY_ON, value)
    assert is_on(USUALLY_ON, "{variable} is {value}.") is on
    monkeypatch.delenv(USUALLY_ON)
    assert is_on(USUALLY_ON, "{variable} is {value}.")


@pytest.mark.parametrize(("value", "on"), [("", False), (" 1 ", True), ("0", False)])
def test_a_variable_turns_something_on_with_1(monkeypatch: pytest.MonkeyPatch, value: str, on: bool) -> None:
    monkeypatch.setenv(USUALLY_OFF, value)
    assert is_on(USUALLY_OFF, "{variable} is {value}.") is on
    monkeypatch.delenv(USUALLY_OFF)
    assert not is_on(USUALLY_OFF, "{variable} is {value}.")


def test_another_value_of_a_switch_is_told_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USUALLY_ON, "off")
    with pytest.raises(OptionError, match=r"^PARALLAX_REMEMBER is 'off'\. Give 0, or 1\.$"):
        is_on(USUALLY_ON, "{variable} is {value}. Give 0, or 1.")


@pytest.mark.parametrize("given", ["", "-1", "+1", " 1", "1 ", "1.0", "1_0", "1e3", "²", "٣", "65", "9" * 5000])
def test_a_whole_number_is_written_with_plain_digits_within_its_bounds(given: str) -> None:
    assert whole_number(given, 0, 64) is None


def test_a_whole_number_may_be_either_bound() -> None:
    assert [whole_number(given, 1, 64) for given in ("0", "1", "64", "007")] == [None, 1, 64, None]
