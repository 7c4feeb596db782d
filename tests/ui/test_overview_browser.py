"""The overview in a real browser: a plot is saved as a picture without asking anyone outside."""

import re

import pytest
from browser import at_rest, chromium_page
from server import page_server


@pytest.mark.browser
@pytest.mark.model
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_visitor_opens_the_overview_and_saves_a_plot(tmp_path, theme):
    size = {"width": 1300, "height": 1000}
    with chromium_page(viewport=size, color_scheme=theme) as page, page_server(tmp_path / "log") as address:
        page.set_default_timeout(120_000)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.get_by_role("button", name="Compare").wait_for()
        at_rest(page)
        page.get_by_role("button", name="State support for supercomputer makers").click()
        page.frame_locator("iframe").first.locator(".item").first.wait_for()
        page.get_by_role("button", name="Facts").click()
        for tab, name in (("Places", "Differences in the Russian text"), ("Flow", "Flow of the story")):
            page.get_by_role("tab", name=tab).click()
            plot = page.get_by_label(name, exact=True).first
            plot.locator("svg.marks").wait_for()
            with page.expect_download() as saving:
                page.get_by_label(f"Download as PNG: {name}").press("Enter")
            picture = tmp_path / f"{tab}.png"
            saving.value.save_as(picture)
            assert picture.read_bytes().startswith(b"\x89PNG")
        page.get_by_role("tab", name="Facts").click()
        page.get_by_test_id("stDataFrame").wait_for()
        page.get_by_test_id("stDataFrame").hover()
        page.get_by_label(re.compile("^Search")).first.wait_for()
        assert page.get_by_label(re.compile("^Download as CSV")).count() == 0  # it would not be safe from formulas
        page.get_by_role("button", name="the versions differ").click()
        page.get_by_text("2 of ").wait_for()
        assert [url for url in asked if url.startswith("http") and not url.startswith(address)] == []
        assert page.locator('[data-testid="stException"]').count() == 0
