"""An empty package folder for every test, and a tiny real package."""

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def packages(tmp_path, monkeypatch):
    """The package folder: empty, and no test sees the user's own."""
    folder = tmp_path / "argos" / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def tiny_package():
    """The function that writes a tiny package file."""
    spec = importlib.util.spec_from_file_location("tiny_package", Path(__file__).with_name("tiny_package.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.tiny_package
