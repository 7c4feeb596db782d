"""The comparisons of `every_kind`, and a view opened in a browser, for every test of this folder."""

import pytest
from every_kind import hostile, story, unrelated

from translate.report.html_report import html_report

__all__ = ["hostile", "story", "unrelated"]


@pytest.fixture
def opened(tmp_path):
    """A function that opens a view; at the end no script may have failed."""
    failures: list[str] = []

    def open_(page, comparison, **options):
        file = tmp_path / "view.html"
        file.write_text(html_report(comparison, **options), encoding="utf-8")
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.goto(file.as_uri())
        page.wait_for_selector(".ribbon", state="attached")  # polling a script is what the file forbids

    yield open_
    assert failures == []
