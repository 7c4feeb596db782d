"""How quick the page and the reading view are.

    python -m benchmarks.measure.page [--comparisons 150]

Prints the time of a rerun after a decision (the comparison is known), what a reading view of 2 x 500 sentences with
200 differences takes to be drawn and to answer a key, and how long ten visitors at once wait for their first result,
with the memory of the server before and after. At last one visitor compares so many stories, no two of them alike, and
the memory of the server is told on the way; 0 leaves that out. Needs Playwright and a Chromium on the path.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "helpers"))

from browser import chromium_page  # noqa: E402
from page_steps import FIRST_SAMPLE, show_sample  # noqa: E402
from server import page_server  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402

from benchmarks.measure.load import story  # noqa: E402
from translate.report.html_report import html_report  # noqa: E402
from translate.testing import drawn_comparison  # noqa: E402
from translate.ui.reading_component import ReviewEvent, digest_of  # noqa: E402

SENTENCES = 600  # of which either side lacks every sixth: 500 a side, 200 differences
FIRST_LETTER = 0x4E00  # letters of which there are enough
DECISIONS = 6
PATIENCE = 120_000  # milliseconds
VISITORS = 10
TOLD = 10  # lines about the memory of a visit
SIZE = {"width": 1440, "height": 900}  # pixels
TIMING = """() => ({paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  load: performance.timing.loadEventEnd - performance.timing.navigationStart})"""
PRESS = """key => new Promise(done => {
  const start = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def rerun() -> None:
    """The script of the page after a decision, without a browser."""
    page = show_sample(AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run())
    times = []
    for number in range(1, DECISIONS + 1):
        reviewing = next(iter(page.session_state["parallax"].reviews.values()))
        difference = reviewing.session.found.differences[number - 1]
        document = digest_of(reviewing.document("light"))
        reviewing.take([ReviewEvent(number, document, "accept", (difference.id,))])
        start = time.perf_counter()
        page.run()
        times.append(time.perf_counter() - start)
    sentences = len(reviewing.session.source.sentences)
    print(
        f"rerun after a decision, {sentences} sentences: {statistics.median(times):.3f} s, at most {max(times):.3f} s"
    )


def large_view() -> None:
    """A long story in a browser."""
    letters = [chr(FIRST_LETTER + number) for number in range(SENTENCES)]
    source, target = (
        "".join(letter for number, letter in enumerate(letters) if number % 6 != lacking) for lacking in (0, 3)
    )
    comparison = drawn_comparison(source, target)
    html = html_report(comparison, embedded=True, reviewable=True)
    with tempfile.TemporaryDirectory() as folder, chromium_page(viewport=SIZE) as page:
        file = Path(folder, "view.html")
        file.write_text(html, encoding="utf-8")
        page.goto(file.as_uri())
        page.wait_for_timeout(1500)
        timing = page.evaluate(TIMING)
        keys = [page.evaluate(PRESS, key) for key in ("j", "Enter", "j", "a", "r", "a", "u", "k")]
    count = len(comparison.differences)
    print(
        f"view of {len(source)} and {len(target)} sentences, {count} differences, {len(html.encode()) // 1024} KiB: "
        f"first paint {timing['paint']:.0f} ms, loaded {timing['load']:.0f} ms, "
        f"key to next frame {statistics.median(keys):.0f} ms, at most {max(keys):.0f} ms"
    )


def visitors() -> None:
    """Ten visitors who open the page in the same moment, one browser."""
    with (
        tempfile.TemporaryDirectory() as folder,
        page_server(Path(folder, "log")) as address,
        chromium_page(viewport=SIZE) as first,
    ):
        _open(first, address)
        before = _server_memory(address)
        start = time.perf_counter()
        pages = [first.context.browser.new_context().new_page() for _ in range(VISITORS)]
        for page in pages:
            page.goto(address, wait_until="commit")
        for page in pages:
            _shown(page)
        seconds = time.perf_counter() - start
        after = _server_memory(address)
    print(f"{VISITORS} visitors at once: a result after {seconds:.1f} s; server {before:.0f} -> {after:.0f} MiB")


def visit(comparisons: int) -> None:
    """One visitor who pastes one story after the other."""
    step = max(1, comparisons // TOLD)
    with (
        tempfile.TemporaryDirectory() as folder,
        page_server(Path(folder, "log")) as address,
        chromium_page(viewport=SIZE) as page,
    ):
        page.set_default_timeout(PATIENCE)
        _open(page, address)
        page.get_by_text("Your own texts").click()
        print(f"one visitor: server {_server_memory(address):.0f} MiB", end="", flush=True)
        for number in range(1, comparisons + 1):
            job = story(number)
            if number > 1:
                page.get_by_role("button", name="Edit the texts").click()
            page.get_by_label("One version", exact=True).fill(job.source)
            page.get_by_label("The other version", exact=True).fill(job.target)
            page.get_by_role("button", name="Compare").click()
            told = job.target.rsplit(" ", 1)[1]  # the last word is in no other story
            page.frame_locator("iframe").first.get_by_text(told).first.wait_for(state="attached")
            if not number % step:
                print(f", {_server_memory(address):.0f} after {number} stories", end="", flush=True)
    print()


def _open(page: Any, address: str) -> None:
    page.goto(address)
    _shown(page)


def _shown(page: Any) -> None:
    page.locator(f".st-key-sample-{FIRST_SAMPLE} button").click(timeout=120_000)
    page.frame_locator("iframe").first.locator(".item").first.wait_for(timeout=PATIENCE)


def _server_memory(address: str) -> float:
    """Resident MiB of the process that was started for an address; Linux alone tells."""
    port = address.rsplit(":", 1)[1]
    for process in Path("/proc").glob("[0-9]*"):
        command = (process / "cmdline").read_bytes() if (process / "cmdline").exists() else b""
        if f"--server.port={port}".encode() in command:
            status = (process / "status").read_text(encoding="utf-8")
            return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
    return float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--comparisons", type=int, default=150, help="of the one visitor (default: 150)")
    args = parser.parse_args()
    rerun()
    large_view()
    visitors()
    if args.comparisons:
        visit(args.comparisons)


if __name__ == "__main__":
    main()
