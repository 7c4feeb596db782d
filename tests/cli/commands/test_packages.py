"""`packages`: lists, places and errors."""

from pathlib import Path

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
