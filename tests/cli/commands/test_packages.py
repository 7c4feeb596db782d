"""`packages`: lists, places and errors."""

from pathlib import Path

import pytest
from argos_mirror import argos_mirror, real_layout
from command_line import process
from tiny_firefox_model import tiny_firefox_model

from translate.cli.main import main
from translate.engines.demonstration import demonstration_file

TOLD = {
    "ru": "Выручка увеличилась на 11,3 %, до 94,2 млрд рублей.",
    "en": "Revenue was up 11.3 percent at 94.2 billion roubles.",
}


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
    assert capsys.readouterr().out.rstrip().endswith("(Firefox, MPL-2.0)")
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


def test_first_contact_with_an_index_from_a_machine_that_has_nothing(tmp_path, monkeypatch):
    """Both directions are installed, listed, used for a sentence and removed, each by a process of its own."""
    for kind in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    stanza = {"stanza/resources.json": b"{}", "stanza/ru/tokenize/syntagrus.pt": b"not read"}
    with argos_mirror() as mirror:
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", mirror.address)
        for pair, top in ((("ru", "en"), "translate-ru_en-1_9"), (("en", "ru"), "en_ru")):
            packed = real_layout(demonstration_file(*pair), "1.9", top, stanza, tmp_path)
            mirror.files[f"translate-{pair[0]}_{pair[1]}-1_9.argosmodel"] = packed
        assert printed("packages", "list").startswith("No translation package is installed")
        assert "ru -> en  1.9\n" in printed("packages", "available")
        assert printed("packages", "install", "ru", "en") == "Installed translate-ru_en-1_9\n"
        assert printed("packages", "install", "en", "ru") == "Installed translate-en_ru-1_9\n"
    listed = printed("packages", "list").splitlines()
    assert [line.split()[:4] for line in listed] == [["en", "->", "ru", "1.9"], ["ru", "->", "en", "1.9"]]
    for source, target in (("ru", "en"), ("en", "ru")):
        (tmp_path / "story.txt").write_text(TOLD[source], encoding="utf-8")
        printed("translate", str(tmp_path / "story.txt"), "--to", target, "-o", str(tmp_path / "out.txt"))
        assert (tmp_path / "out.txt").read_text(encoding="utf-8").strip() == TOLD[target]
        assert printed("packages", "remove", source, target) == f"Removed translate-{source}_{target}-1_9\n"
    assert printed("packages", "list").startswith("No translation package is installed")


def printed(*arguments: str) -> str:
    done = process(*arguments)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize("page", [b"<!DOCTYPE html><title>Sign in to the network</title>", b""])
def test_a_page_in_place_of_a_package_is_told_in_one_line(page, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    with argos_mirror() as mirror:
        monkeypatch.setattr("translate.engines.package_index._index_address", lambda: f"{mirror.address}/index.json")
        mirror.files["translate-ru_en-1_9.argosmodel"] = page
        mirror.kinds["translate-ru_en-1_9.argosmodel"] = "text/html"
        assert main(["packages", "install", "ru", "en"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "the server answers with something else (text/html) than the file" in line
    assert not [path for path in (tmp_path / "argos").rglob("*") if path.suffix != ".lock"]
