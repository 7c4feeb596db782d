"""`cache`: how much there is, emptying it, and where it lies."""

import pytest

from translate.cli.main import main
from translate.engines import cache as room
from translate.engines.cache import default_cache


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "user_cache_path", lambda name: tmp_path / name)
    monkeypatch.delenv("PARALLAX_CACHE_MB", raising=False)
    return tmp_path / "parallax"


def test_info_tells_size_and_contents(capsys, folder):
    default_cache().put_many("translation", "m", {"a": b"x", "b": b"y"})
    assert main(["cache", "info"]) == 0
    shown = capsys.readouterr().out
    assert str(folder / "cache.sqlite") in shown
    assert "MB of at most 256 MB" in shown
    assert "2 of kind translation" in shown


def test_info_tells_that_it_is_off(capsys, monkeypatch):
    monkeypatch.setenv("PARALLAX_CACHE_MB", "0")
    assert main(["cache", "info"]) == 0
    assert "the cache is off (PARALLAX_CACHE_MB=0)" in capsys.readouterr().out


def test_clear_empties_it(capsys):
    default_cache().put_many("translation", "m", {"a": b"x" * 1_000_000})
    assert main(["cache", "clear"]) == 0
    assert "MB freed" in capsys.readouterr().out
    assert default_cache().info().entries == {}


def test_clear_says_when_it_cannot(capsys, folder):
    (folder / "cache.sqlite").mkdir(parents=True)
    assert main(["cache", "clear"]) == 2
    assert "cache.sqlite" in capsys.readouterr().err


def test_where_prints_the_file(capsys, folder):
    assert main(["cache", "where"]) == 0
    assert capsys.readouterr().out == f"{folder / 'cache.sqlite'}\n"
