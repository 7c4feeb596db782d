"""The reading view under axe-core: nothing serious at any width, in either theme, file or workbench."""

import pytest
from axe import grave_problems
from browser import chromium_page
from labelled_page import labelled_comparison

from translate.report.html_report import html_report

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("width", "scheme", "reviewable"),
    [(1440, "light", True), (1440, "dark", True), (1024, "light", False), (390, "light", False), (390, "dark", True)],
)
def test_axe_finds_nothing_grave(story, tmp_path, width, scheme, reviewable):
    file = tmp_path / "view.html"
    file.write_text(html_report(story, reviewable=reviewable), encoding="utf-8")
    size = {"width": width, "height": 900}
    # The view's own policy would keep axe out.
    with chromium_page(viewport=size, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(file.as_uri())
        for key in ("j", "Enter", "a", "r", "k"):
            page.keyboard.press(key)
        assert grave_problems(page) == []
        if width == 390:
            page.click(".tabs .one[data-tab=source]")
        page.click("#source-10 .words")
        page.select_option("#reading", "target")
        assert grave_problems(page) == []
        page.click("#keys")
        assert grave_problems(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing_grave_on_lines_in_doubt(tmp_path, width, scheme):
    file = tmp_path / "view.html"
    file.write_text(html_report(labelled_comparison(), reviewable=True), encoding="utf-8")
    size = {"width": width, "height": 900}
    with chromium_page(viewport=size, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce") as page:
        page.goto(file.as_uri())
        for _ in range(3):
            page.keyboard.press("d")
            assert page.locator(".s.pinned:focus").is_visible()
            assert grave_problems(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("document.querySelectorAll('details').forEach(found => { found.open = true; })")
        assert grave_problems(page) == []


def test_at_200_percent_nothing_is_cut_off(story, tmp_path):
    """Zooming a window of 1280 pixels to 200 % leaves 640; the text grows with the reader's own size as well."""
    file = tmp_path / "view.html"
    file.write_text(html_report(story, reviewable=True), encoding="utf-8")
    with chromium_page(viewport={"width": 640, "height": 480}, device_scale_factor=2) as page:
        page.goto(file.as_uri())
        page.add_style_tag(content=":root { font-size: 125%; }")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        assert page.locator("#accept").is_visible()
