"""`packages`: lists, places and errors."""

from pathlib import Path

import pytest
from tiny_firefox_model import tiny_firefox_model

from translate.cli.main import main


def test_packages_list_and_where(capsys):
    assert main(["packages", "list"]) == 0
    assert capsys.readouterr().out.strip()
    assert main(["packages", "where"]) == 0
    assert Path(capsys.readouterr().out.strip()).is_absolute()


def test_a_package_that_is_not_there_cannot_be_removed(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    assert main(["packages", "remove", "ru", "en"]) == 2
    assert "No package for ru to en" in capsys.readouterr().err


def test_a_file_that_is_no_package_is_refused(pair, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    assert main(["packages", "install", pair[0]]) == 2
    assert capsys.readouterr().err.startswith("parallax: ")


@pytest.fixture
def firefox_folder(monkeypatch, tmp_path):
    folder = tmp_path / "firefox" / "models"
    monkeypatch.setenv("PARALLAX_FIREFOX_DIR", str(folder))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    return folder


def test_models_of_firefox_are_installed_from_a_folder_listed_and_removed(capsys, tmp_path, firefox_folder):
    tiny_firefox_model(tmp_path / "files")
    assert main(["packages", "install", str(tmp_path / "files"), "--from", "firefox"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Installed firefox-ru_en-")
    assert "MPL-2.0" in told
    assert main(["packages", "list"]) == 0
    assert capsys.readouterr().out.startswith("ru -> en  firefox  ")
    assert main(["packages", "where", "--from", "firefox"]) == 0
    assert capsys.readouterr().out == f"{firefox_folder}\n"
    assert main(["packages", "remove", "ru", "en", "--from", "firefox"]) == 0
    assert "Removed firefox-ru_en-" in capsys.readouterr().out
    assert main(["packages", "remove", "ru", "en", "--from", "firefox"]) == 2


def test_languages_that_no_name_tells_are_named(capsys, tmp_path, firefox_folder):
    files = tiny_firefox_model(tmp_path / "files")
    for file in files.iterdir():
        file.rename(files / file.name.replace("ruen.", ""))
    assert main(["packages", "install", str(files), "--from", "firefox"]) == 2
    assert "packages install FROM TO FOLDER --from firefox" in capsys.readouterr().err
    assert main(["packages", "install", "ru", "en", str(files), "--from", "firefox"]) == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["install", "ru", "en", "--source", "http://localhost:1/x"], "--source belongs to --from firefox"),
        (["available", "--source", "http://localhost:1/x"], "--source belongs to --from firefox"),
        (["install", "ru", "en", "--from", "firefox", "--source", "http://localhost:1/x"], "localhost:1/x: "),
        (["available", "--from", "firefox", "--source", "http://localhost:1/x"], "localhost:1/x: "),
        (["install", ".", "--from", "firefox", "--source", "http://localhost:1/x"], "Name two languages"),
        (["install", "a", "b", "c", "d", "--from", "firefox"], "Name two languages"),
    ],
)
def test_what_does_not_go_together_or_cannot_be_reached_is_told(capsys, firefox_folder, given, told):
    assert main(["packages", *given]) == 2
    assert told in capsys.readouterr().err
