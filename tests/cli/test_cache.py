import argparse

import pytest

from translate.cli.cache import add_actions
from translate.engines import cache as room
from translate.engines.cache import default_cache
from translate.errors import EngineError


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "user_cache_path", lambda name: tmp_path / name)
    monkeypatch.delenv("PARALLAX_CACHE_MB", raising=False)
    return tmp_path / "parallax"


def run(*arguments):
    parser = argparse.ArgumentParser()
    add_actions(parser)
    args = parser.parse_args(arguments)
    args.action(args)


def test_info_tells_size_and_contents(capsys, folder):
    default_cache().put_many("translation", "m", {"a": b"x", "b": b"y"})
    run("info")
    shown = capsys.readouterr().out
    assert str(folder / "cache.sqlite") in shown
    assert "MB of at most 256 MB" in shown
    assert "2 of kind translation" in shown


def test_info_tells_that_it_is_off(capsys, monkeypatch):
    monkeypatch.setenv("PARALLAX_CACHE_MB", "0")
    run("info")
    assert "the cache is off (PARALLAX_CACHE_MB=0)" in capsys.readouterr().out


def test_clear_empties_it(capsys):
    default_cache().put_many("translation", "m", {"a": b"x" * 1_000_000})
    run("clear")
    assert "MB freed" in capsys.readouterr().out
    assert default_cache().info().entries == {}


def test_clear_says_when_it_cannot(folder):
    (folder / "cache.sqlite").mkdir(parents=True)
    with pytest.raises(EngineError, match=r"cache\.sqlite"):
        run("clear")


def test_where_prints_the_file(capsys, folder):
    run("where")
    assert capsys.readouterr().out == f"{folder / 'cache.sqlite'}\n"
