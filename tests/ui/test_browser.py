"""The page in a real browser: the journey of a new visitor."""

import pytest
from browser import at_rest, chromium_page
from server import page_server

from translate.samples import load_sample

WAIT = 120_000  # milliseconds; a first comparison loads the model


@pytest.fixture
def asked():
    """Every address that the page asked for."""
    return []


@pytest.fixture
def visitor(tmp_path, asked):
    with chromium_page(viewport={"width": 1440, "height": 1000}) as page, page_server(tmp_path / "log") as address:
        page.set_default_timeout(WAIT)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.get_by_role("button", name="Compare").wait_for()
        at_rest(page)
        page.get_by_role("button", name="State support for supercomputer makers").click()
        yield page


def reading_view(page):
    return page.frame_locator("iframe").first


@pytest.mark.browser
@pytest.mark.model
def test_a_visitor_sees_a_sample_and_compares_own_texts(visitor, asked, tmp_path):
    view = reading_view(visitor)
    view.locator(".item").first.wait_for()
    visitor.get_by_text("Russian sentences with a counterpart", exact=True).wait_for()

    visitor.get_by_role("button", name="New comparison").click()
    visitor.locator("iframe").wait_for(state="detached")
    sample = load_sample("flood")
    visitor.get_by_label("One version", exact=True).fill(sample.target)
    visitor.get_by_label("The other version", exact=True).fill(sample.source)
    at_rest(visitor)
    visitor.get_by_role("button", name="Compare").click()
    offer = visitor.get_by_role("button", name="Compare without")
    offer.or_(visitor.locator("iframe")).first.wait_for()
    if offer.is_visible():  # no model is installed
        offer.click()

    view.locator("h3.headline", has_text="Число погибших").first.wait_for()
    item = view.locator('.item[data-kind="number"]').first
    item.locator(".head").click()
    assert item.locator(".card").is_visible()

    picture = tmp_path / "page.png"
    visitor.screenshot(path=picture)
    assert picture.stat().st_size > 10_000
    assert [url for url in asked if url.startswith("http") and not url.startswith("http://127.0.0.1:")] == []
    assert visitor.locator('[data-testid="stException"]').count() == 0
