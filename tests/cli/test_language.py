"""The command line in Russian, where it is asked for; English everywhere else."""

import json

import pytest

from translate.cli.main import main
from translate.wording.interface import interface_language

RUSSIAN_PLEASE = ("--interface-language", "ru")
pytestmark = pytest.mark.usefixtures("no_model")


@pytest.mark.parametrize("order", ["before", "behind"])
def test_a_report_in_russian(pair, capsys, order):
    arguments = ["compare", *pair]
    assert main([*RUSSIAN_PLEASE, *arguments] if order == "before" else [*arguments, *RUSSIAN_PLEASE]) == 0
    out = capsys.readouterr().out
    assert "Оба текста об одном и том же (вероятность 99\u00a0%)." in out
    assert "только в русской версии — 1" in out
    assert interface_language() == "en"


def test_without_being_asked_it_is_english(pair, capsys, monkeypatch):
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert main(["compare", *pair]) == 0
    assert "Both texts are about the same thing (probability 99 %)." in capsys.readouterr().out


def test_data_is_the_same_in_both(pair, capsys):
    printed = []
    for words in (RUSSIAN_PLEASE, ()):
        assert main(["compare", *pair, "--format", "json", *words]) == 0
        printed.append(capsys.readouterr().out)
    assert json.loads(printed[0]) == json.loads(printed[1])


def test_the_headings_of_csv_stay(pair, capsys):
    assert main(["compare", *pair, "--format", "csv", *RUSSIAN_PLEASE]) == 0
    assert capsys.readouterr().out.startswith("id,kind,side,severity,confidence")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["compare", "nowhere.txt", "else.txt"], "Не удалось прочитать nowhere.txt"),
        (["compare", "--sample", "nothing"], "Примера 'nothing' нет."),
        (["compare"], "Нужны два текста"),
        (["nonsense"], "Справка: python -m translate --help"),
    ],
)
def test_errors_in_russian(capsys, arguments, told):
    assert main([*arguments, *RUSSIAN_PLEASE]) == 2
    assert told in capsys.readouterr().err


def test_an_unknown_language_is_an_error(capsys):
    assert main(["samples", "--interface-language", "de"]) == 2
    assert "Unknown language 'de'. Known: en, ru." in capsys.readouterr().err
    assert main(["samples", "--interface-language"]) == 2
