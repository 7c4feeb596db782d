"""`engines list`: what can translate, how well, and what of it is here; and the advice that is told once."""

import re

import pytest

from translate.cli.main import main

FIGURES = "25.5 / 0.774  22.0 / 0.814"


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))


def test_every_engine_is_listed_with_what_matters(capsys):
    assert main(["engines", "list"]) == 0
    heading, *lines = capsys.readouterr().out.splitlines()
    assert heading.split()[:4] == ["engine", "ru-en", "en-ru", "MB"]
    (argos,) = [line for line in lines if line.startswith("argos ")]
    assert FIGURES in argos
    assert re.search(r"  stays here +–$", argos)
    (server,) = [line for line in lines if line.startswith("libretranslate ")]
    assert re.search(r"  is sent away +–$", server)
    assert any(line.startswith("demonstration ") and line.endswith("ru-en, en-ru") for line in lines)
    assert "    To get it: python -m translate packages install ru en" in lines
    assert lines[-2:] == ["ru-en without --engine: word by word", "en-ru without --engine: word by word"]


def test_in_russian_too(capsys):
    assert main(["--interface-language", "ru", "engines", "list"]) == 0
    told = capsys.readouterr().out
    assert FIGURES in told
    assert "Лицензия" in told


def test_what_is_installed_is_named(capsys, monkeypatch, tmp_path):
    from translate.engines.demonstration import demonstration_file

    assert main(["packages", "install", str(demonstration_file("ru", "en"))]) == 0
    assert main(["engines", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "ru-en without --engine: argos" in lines
    assert "en-ru without --engine: word by word" in lines
    assert "    To get it: python -m translate packages install en ru" in lines
    assert "    To get it: python -m translate packages install ru en" not in lines


def test_a_broken_plug_in_is_named_below(capsys, monkeypatch):
    from translate.engines import engine_table
    from translate.errors import EngineError

    monkeypatch.setattr(
        "translate.engines.standing.all_engines",
        lambda: [*engine_table.BUILT_IN, EngineError("The engine shouting cannot be loaded.")],
    )
    assert main(["engines", "list"]) == 0
    assert "\nThe engine shouting cannot be loaded.\n" in capsys.readouterr().out


def test_advice_comes_on_standard_error_once_and_in_the_language_asked_for(capsys, monkeypatch, tmp_path):
    import threading

    from translate.engines import advice

    monkeypatch.setattr(advice, "_untold", threading.Lock())
    (tmp_path / "ru.txt").write_text("Мост через реку открыли в понедельник утром.", encoding="utf-8")
    command = ["translate", str(tmp_path / "ru.txt"), "--to", "en", "--interface-language", "ru"]
    assert main(command) == 0
    first, *others = capsys.readouterr().err.splitlines()
    assert first.startswith("parallax: Вместо перевода – пословный подстрочник: модель")
    assert "python -m translate packages install ru en" in first
    assert len(others) == 1  # what the translation is
    assert main(command) == 0
    assert capsys.readouterr().err.splitlines() == others
