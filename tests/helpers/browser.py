"""A headless Chromium for the tests that need a real browser; they skip by name where there is none."""

import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def at_rest(page: Any) -> None:
    """Wait until the page has drawn everything: a click while it moves would go to where its target was."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.evaluate("() => document.fonts.ready.then(() => null)")


@contextmanager
def chromium_page(**context_options: Any) -> Iterator[Any]:
    """A fresh page of a headless Chromium, closed at the end; the test skips where Chromium or Playwright is missing.

    Args:
        context_options: What playwright's `Browser.new_context` takes, such as `viewport` or `color_scheme`.
    """
    if importlib.util.find_spec("playwright") is None:
        pytest.skip("playwright is not installed")
    path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if path is None:
        pytest.skip(f"no browser on the path (looked for {', '.join(CHROMIUM_NAMES)})")
    from playwright.sync_api import sync_playwright  # optional, so it is met only here

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser.new_context(**context_options).new_page()
        finally:
            browser.close()
