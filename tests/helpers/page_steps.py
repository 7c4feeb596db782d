"""What a visitor does on the page, for tests that have no browser."""

from typing import Any

FIRST_SAMPLE = "supercomputers"  # shows every kind of difference, and page furniture
VIEW = "parallax_reading_view"


def show_sample(page: Any, name: str = FIRST_SAMPLE) -> Any:
    """Compare a sample, from wherever the visitor is."""
    own_texts(page)
    return page.button(key=f"sample-{name}").click().run()


def own_texts(page: Any) -> Any:
    """Come to the two panes, which hold what was never compared."""
    if "text-0" not in {area.key for area in page.text_area}:
        page.button(key="new").click().run()
    return page


def views(page: Any) -> list[Any]:
    """The reading views in sight."""
    return [found for found in page.get("bidi_component") if found.proto.component_name == VIEW]
