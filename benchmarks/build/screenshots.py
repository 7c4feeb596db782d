"""Take the pictures of the README and of docs/: the page, the report with a card open, the overview, the Monitor.

All but the last are of the first sample; that one is of all samples on made-up days and of made-up outlets.

    python -m benchmarks.build.screenshots

Needs Playwright and a Chromium on the path.
"""

import json
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "helpers"))

from browser import chromium_page  # noqa: E402
from server import page_server, serving  # noqa: E402

import translate.batch  # noqa: E402
from benchmarks.data.development import no_arguments  # noqa: E402
from translate import Options, compare  # noqa: E402
from translate.engines.sample_engine import engine_for_sample  # noqa: E402
from translate.report import render  # noqa: E402
from translate.samples import load_sample, sample_names  # noqa: E402

SAMPLE = "supercomputers"
SIZE = {"width": 1440, "height": 1000}  # pixels
SETTLED = 1500  # milliseconds, after which nothing moves any more
DAYS, FIRST_DAY = 12, date(2024, 5, 27)  # of the Monitor
OUTLETS = (
    ("kurier.example", "The Northern Post"),
    ("vestnik.example", "Daily Ledger"),
    ("obzor.example", "The Evening"),
)


def store_of_samples(folder: Path) -> Path:
    """A store with a few samples for each day."""
    rows = []
    for day in range(DAYS):
        for place, name in enumerate(sample_names()):
            if (day * 5 + place * 3) % 7 < 2 + day % 2:
                sample, (source, target) = load_sample(name), OUTLETS[(day + place) % len(OUTLETS)]
                rows.append(
                    {
                        "id": f"{name}-{day}",
                        "source_text": sample.source,
                        "target_text": sample.target,
                        "target_published": (FIRST_DAY + timedelta(days=day)).isoformat(),
                        "source_outlet": source,
                        "target_outlet": target,
                    }
                )
    table = folder / "pairs.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    translate.batch.run(table, folder / "compared", Options(engine="none"), workers=0)
    store = translate.batch.Store(folder / "stories.sqlite")
    store.add(folder / "compared")
    return store.path


def take_monitor(folder: Path, picture: Path) -> None:
    """The Monitor of such a store."""
    with (
        chromium_page(viewport=SIZE, color_scheme="light") as page,
        serving(folder / "monitor.log", PARALLAX_STORE=str(store_of_samples(folder))) as server,
    ):
        page.goto(server.address)
        page.get_by_role("button", name="Monitor").click(timeout=60_000)
        page.locator(".st-key-monitor svg.marks").wait_for(timeout=60_000)
        page.wait_for_timeout(SETTLED)
        page.screenshot(path=picture)


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
        take_monitor(Path(folder), docs / "monitor.png")
    for name in ("page.png", "report.png", "overview.png", "monitor.png"):
        print(f"{docs / name}  {(docs / name).stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
