"""An empty package folder for every test, and a tiny real package."""

import pytest
from tiny_firefox_model import tiny_firefox_model
from tiny_package import tiny_package as write_tiny_package


@pytest.fixture(autouse=True)
def packages(tmp_path, monkeypatch):
    """The package folder: empty, and no test sees the user's own."""
    folder = tmp_path / "argos" / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def firefox_folder(tmp_path, monkeypatch):
    """The folder of Firefox's models: empty."""
    folder = tmp_path / "firefox" / "models"
    monkeypatch.setenv("PARALLAX_FIREFOX_DIR", str(folder))
    monkeypatch.delenv("PARALLAX_FIREFOX_SOURCE", raising=False)
    return folder


@pytest.fixture(scope="session")
def firefox_files(tmp_path_factory):
    """A folder with the files of a tiny model for each direction, as Firefox names them."""
    folder = tmp_path_factory.mktemp("firefox-files")
    for pair in (("ru", "en"), ("en", "ru")):
        tiny_firefox_model(folder, pair)
    return folder


@pytest.fixture(scope="session")
def tiny_package():
    """The function that writes a tiny package file."""
    return write_tiny_package
