"""Take the pictures of the README, all from the first sample: the page, the report with a card open, the overview.

    python -m benchmarks.build.screenshots

Needs Playwright and a Chromium on the path.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "helpers"))

from browser import chromium_page  # noqa: E402
from server import page_server  # noqa: E402

from benchmarks.data.development import no_arguments  # noqa: E402
from translate import Options, compare  # noqa: E402
from translate.engines.sample_engine import engine_for_sample  # noqa: E402
from translate.report import render  # noqa: E402
from translate.samples import load_sample  # noqa: E402

SAMPLE = "supercomputers"
SIZE = {"width": 1440, "height": 1000}  # pixels
SETTLED = 1500  # milliseconds, after which nothing moves any more


def main() -> None:
    """Write the pictures and say where."""
    no_arguments(__doc__)
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    sample = load_sample(SAMPLE)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.html")
        report.write_text(
            render(compare(sample.source, sample.target, Options(engine=engine_for_sample(SAMPLE))), "html"),
            encoding="utf-8",
        )
        with chromium_page(viewport=SIZE, color_scheme="light") as page:
            page.goto(report.as_uri())
            page.locator(".item .head").first.click()
            page.wait_for_timeout(SETTLED)
            page.screenshot(path=docs / "report.png")
            with page_server(Path(folder, "log")) as address:
                page.goto(address)
                page.locator(f".st-key-sample-{SAMPLE} button").click(timeout=60_000)
                page.frame_locator("iframe").first.locator(".item").first.wait_for(timeout=60_000)
                page.get_by_role("button", name="Skip the tour").click()
                page.wait_for_timeout(SETTLED)
                page.screenshot(path=docs / "page.png")
                page.get_by_role("button", name="Facts").click()
                page.get_by_role("tab", name="Flow").click()
                page.get_by_label("Flow of the story", exact=True).first.locator("svg.marks").wait_for(timeout=60_000)
                overview = page.get_by_role("dialog")
                page.wait_for_timeout(SETTLED)
                overview.screenshot(path=docs / "overview.png")
    for name in ("page.png", "report.png", "overview.png"):
        print(f"{docs / name}  {(docs / name).stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
