"""An empty package folder for every test, and a tiny real package."""

import pytest
from tiny_package import tiny_package as write_tiny_package


@pytest.fixture(autouse=True)
def packages(tmp_path, monkeypatch):
    """The package folder: empty, and no test sees the user's own."""
    folder = tmp_path / "argos" / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def tiny_package():
    """The function that writes a tiny package file."""
    return write_tiny_package
