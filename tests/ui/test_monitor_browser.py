"""The Monitor in a real browser: nobody is kept out of it, and a story opens by the keyboard."""

import pytest
from axe import problems
from browser import at_rest, chromium_page
from monitored import fill
from server import serving

WAIT = 120_000  # milliseconds; the machine may have much else to do
FITS = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .every(node => node.scrollWidth <= node.clientWidth)"""


@pytest.mark.browser
def test_a_reader_finds_and_opens_a_story_by_keyboard(tmp_path):
    store = fill(tmp_path / "store")
    settings = {"PARALLAX_STORE": str(store.path), "PARALLAX_KEEP_STORIES": "0"}
    with (
        serving(tmp_path / "log", **settings) as server,
        chromium_page(viewport={"width": 1440, "height": 900}, color_scheme="dark", locale="ru-RU") as page,
    ):
        page.set_default_timeout(WAIT)
        page.goto(server.address)
        page.get_by_role("button", name="Монитор").press("Enter")
        stories = page.locator(".st-key-monitor-list button")
        stories.first.wait_for()
        page.locator(".st-key-monitor svg.marks").wait_for()
        at_rest(page)
        assert problems(page) == []
        for width in (1024, 390):
            page.set_viewport_size({"width": width, "height": 844})
            page.wait_for_function(FITS)
        page.get_by_role("button", name="Мост открыли после ремонта").first.press("Enter")
        page.get_by_role("heading", name="Мост открыли после ремонта", level=1).wait_for()
        page.frame_locator("iframe").first.locator(".item").first.wait_for(state="attached")
        at_rest(page)
        page.wait_for_function(FITS)
        assert page.locator('[data-testid="stException"]').count() == 0
