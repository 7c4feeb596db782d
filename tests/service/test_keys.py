"""Keys: made, kept as digests, told from others."""

import re

import pytest

from translate.errors import OptionError
from translate.service.keys import NOBODY, Keys, key_sent, keys_told, new_key


@pytest.fixture
def told(monkeypatch, tmp_path):
    """What the environment says."""

    def say(keys="", lines=None):
        monkeypatch.setenv("PARALLAX_API_KEYS", keys)
        if lines is not None:
            (tmp_path / "keys").write_text(lines, encoding="utf-8")
        monkeypatch.setenv("PARALLAX_API_KEYS_FILE", "" if lines is None else str(tmp_path / "keys"))
        return keys_told()

    return say


def test_a_new_key_is_let_in_by_its_line(told):
    (one, line), (other, _) = new_key("one"), new_key("other")
    assert re.fullmatch(r"one [0-9a-f]{64}", line)
    assert one not in line
    keys = told(lines=f"# the newsroom\n\n{line}\n")
    assert keys.owner(one)
    assert keys.owner(other) is None
    assert one not in repr(keys)


def test_keys_of_the_environment_and_of_the_file_go_together(told):
    (one, line), third = new_key("one"), "k" * 32
    keys = told(f"{third}  {'l' * 40}", line)
    owners = {keys.owner(key) for key in (one, third, "l" * 40)}
    assert len(owners) == 3
    assert None not in owners
    assert [keys.owner(wrong) for wrong in (None, "", "k" * 31, "\udcff")] == [None] * 4


def test_without_keys_all_are_nobody(told):
    assert told().owner(None) == told().owner("whatever") == NOBODY


@pytest.mark.parametrize("keys", ["short", f"{'k' * 32} {'k' * 31}", "ключ" * 10])
def test_a_key_that_can_be_guessed_is_refused(told, keys):
    with pytest.raises(OptionError, match="--new-key"):
        told(keys)


@pytest.mark.parametrize("lines", ["", "# nothing", "name", f"name {'0' * 63}", f"name {'0' * 64} more", "\x00"])
def test_a_file_that_lets_nobody_in_is_no_open_door(told, lines):
    with pytest.raises(OptionError, match="file of keys"):
        told(lines=lines)


def test_a_file_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("PARALLAX_API_KEYS_FILE", str(tmp_path / "none"))
    with pytest.raises(OptionError, match="No such file"):
        keys_told()


@pytest.mark.parametrize("name", ["", "two words", "#"])
def test_a_name_is_a_word(name):
    with pytest.raises(OptionError, match="without blanks"):
        new_key(name)


def test_a_key_is_looked_for_in_two_headers():
    assert key_sent({"authorization": "bearer  abc "}) == key_sent({"x-api-key": "abc"}) == "abc"
    assert key_sent({"authorization": "Basic abc"}) is key_sent({}) is None
    assert Keys().owner(key_sent({})) == NOBODY
