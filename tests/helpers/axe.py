"""axe-core in the browser, for the tests that look for what keeps readers out; skipped by name where it is missing."""

import importlib.util
from typing import Any

import pytest

GRAVE = {"serious", "critical"}


def grave_problems(page: Any) -> list[tuple[str, str]]:
    """Serious and critical problems on a page, each by its rule and the first element that has it."""
    return [(rule, element) for rule, element, impact in _found(page) if impact in GRAVE]


def problems(page: Any) -> list[tuple[str, str]]:
    """All problems on a page, the moderate and minor ones too, each by its rule and the first element that has it."""
    return [(rule, element) for rule, element, _ in _found(page)]


def _found(page: Any) -> list[tuple[str, str, str]]:
    if importlib.util.find_spec("axe_playwright_python") is None:
        pytest.skip("axe-playwright-python is not installed")
    from axe_playwright_python.sync_playwright import Axe  # optional, so it is met only here

    response = Axe().run(page).response
    assert response["passes"]  # it did look
    return [(found["id"], found["nodes"][0]["html"], found["impact"]) for found in response["violations"]]
