"""Several versions in a real browser: on a phone and a desk, in the dark, and into a pair and back."""

import pytest
from axe import problems
from browser import at_rest, chromium_page
from server import page_server
from standin import ENGLISH, RUSSIAN

from translate.ui.waiting import EVERY_TWO

TEXTS = (RUSSIAN, ENGLISH, ENGLISH.replace("15 million", "16 million"))
SIZES = ((1440, 900), (1024, 768), (390, 844))
FITS = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .every(node => node.scrollWidth <= node.clientWidth)"""


@pytest.mark.browser
@pytest.mark.model
def test_three_versions_are_compared_and_two_of_them_opened(tmp_path):
    with chromium_page(viewport={"width": 1440, "height": 900}) as page, page_server(tmp_path / "log") as address:
        page.set_default_timeout(120_000)
        page.goto(address)
        page.get_by_role("button", name="Add a version").click()
        page.get_by_label("Version 3", exact=True).wait_for()
        at_rest(page)
        for label, text in zip(("One version", "The other version", "Version 3"), TEXTS, strict=True):
            page.get_by_label(label, exact=True).fill(text)
            page.get_by_label(label, exact=True).blur()
            at_rest(page)
        page.get_by_role("button", name="Compare").first.click()
        matrix, without = page.locator(".versions .matrix"), page.get_by_role("button", name="Compare without")
        matrix.or_(without).first.wait_for()
        if without.count():  # where no translation model is installed
            without.click()
        matrix.wait_for()
        at_rest(page)
        assert page.get_by_text(str(EVERY_TWO)).count() == 0
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_function(FITS)
            assert problems(page) == []
        page.set_viewport_size({"width": 1440, "height": 900})
        page.locator('.versions a[href="#claim-3"]').first.click()
        page.wait_for_function("() => document.querySelector('#claim-3').getBoundingClientRect().top < innerHeight")
        page.get_by_role("button", name="ru1 – en2").click()
        page.frame_locator("iframe").first.locator(".item").first.wait_for()
        matrix.wait_for(state="detached")
        page.get_by_role("button", name="All versions").click()
        matrix.wait_for()
        assert page.locator('[data-testid="stException"]').count() == 0
