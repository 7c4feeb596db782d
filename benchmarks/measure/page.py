"""How quick the page and the reading view are.

    python -m benchmarks.measure.page [--comparisons 150]

Prints the time of a rerun after a decision (the comparison is known), what a reading view of 2 x 500 sentences with
200 differences takes to be drawn and to answer a key, how long a visitor waits for the result of texts of some 30
sentences after Compare, and how long each of twenty visitors does who press it at once, with what each of them adds to
the memory of the server, and where the processor time went: here their browsers take most of it, which stand on other
machines elsewhere. At last one visitor compares so many stories, no two of them alike, and the memory of the
server is told on the way; 0 leaves that out. Needs Playwright and a Chromium on the path.
"""

import argparse
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "helpers"))

from browser import at_rest, chromium_page  # noqa: E402
from page_steps import show_sample  # noqa: E402
from server import Server, serving  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402

from benchmarks.measure.load import story  # noqa: E402
from translate.processes.worker import Job  # noqa: E402
from translate.report.html_report import html_report  # noqa: E402
from translate.samples import sample_names  # noqa: E402
from translate.testing import drawn_comparison  # noqa: E402
from translate.text.versions import read_version  # noqa: E402
from translate.ui.reading_component import ReviewEvent, digest_of  # noqa: E402

SENTENCES = 600  # of which either side lacks every sixth: 500 a side, 200 differences
FIRST_LETTER = 0x4E00  # letters of which there are enough
DECISIONS = 6
PATIENCE = 120_000  # milliseconds
OWN_SENTENCES = 30  # of each text of a visitor's own
OWN_TEXTS = 5
VISITORS = 20
LOOK = 200  # milliseconds between two looks at all pages, which cost time themselves
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


@contextmanager
def page_of_its_own() -> Iterator[tuple[Server, Any]]:
    """A shared server with an empty folder of stories, which offers no models, and a page of a browser on it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"XDG_DATA_HOME": folder, "PARALLAX_SHARED": "1"}
        with serving(Path(folder, "log"), **environment) as server, chromium_page(viewport=SIZE) as page:
            page.set_default_timeout(PATIENCE)
            page.goto(server.address)
            yield server, page


def own_texts(number: int) -> Job:
    """Two texts of about OWN_SENTENCES sentences that are no others': a sample of 24, and some more."""
    job = story(len(sample_names()) * number)
    told = [OWN_SENTENCES * number + more for more in range(OWN_SENTENCES - len(read_version(job.source).sentences))]
    source = " ".join(f"Потом в списке стоит номер {each}." for each in told)
    target = " ".join(f"Then number {each} stands in the list." for each in told)
    return Job(f"{job.source}\n\n{source}", f"{job.target}\n\n{target}", job.options)


def first_result() -> None:
    """One visitor who compares texts of their own, on a page that has compared before."""
    times = []
    with page_of_its_own() as (_, page):
        for number in range(OWN_TEXTS + 1):
            if number:
                page.get_by_role("button", name="New comparison").click()
                page.locator("iframe").wait_for(state="detached")
            paste(page, own_texts(number))
            start = time.perf_counter()
            page.get_by_role("button", name="Compare").click()
            page.frame_locator("iframe").locator(".item").first.wait_for()
            times.append(time.perf_counter() - start)
    first, *warm = times
    print(
        f"own texts of {OWN_SENTENCES} sentences: a result {statistics.median(warm):.2f} s after Compare, "
        f"at most {max(warm):.2f} s, the first {first:.2f} s"
    )


def visitors() -> None:
    """Visitors who press Compare in the same moment, each with texts of their own, in one browser."""
    with page_of_its_own() as (server, first):
        paste(first, own_texts(OWN_TEXTS))
        first.get_by_role("button", name="Compare").click()
        first.frame_locator("iframe").locator(".item").first.wait_for()
        pid = _server_process(server.address)
        before = _resident(pid)
        pages = [first.context.browser.new_context(viewport=SIZE).new_page() for _ in range(VISITORS)]
        for number, page in enumerate(pages, OWN_TEXTS + 1):
            page.set_default_timeout(PATIENCE)
            page.goto(server.address)
            paste(page, own_texts(number))
        worked = _worked(pid)
        clicked = {}
        for page in pages:
            page.get_by_role("button", name="Compare").click()
            clicked[page] = time.perf_counter()
        waited: list[float] = []
        while clicked:
            for page in list(clicked):
                if page.frame_locator("iframe").locator(".item").count():
                    waited.append(time.perf_counter() - clicked.pop(page))
            first.wait_for_timeout(LOOK)
        after, done = _resident(pid), _worked(pid)
    print(
        f"{VISITORS} visitors at once: a result {statistics.median(waited):.1f} s after their click, "
        f"at most {max(waited):.1f} s; {(after - before) / VISITORS:.1f} MiB of the server for each; processor time "
        f"of the server {done[0] - worked[0]:.1f} s, of its processes {done[1] - worked[1]:.1f} s, "
        f"of the browser {done[2] - worked[2]:.1f} s, which visitors have on machines of their own"
    )


def paste(page: Any, job: Job) -> None:
    """Put two texts into the panes, and wait until the page has taken them."""
    for label, text in (("One version", job.source), ("The other version", job.target)):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("One version", exact=True).focus()
    page.get_by_text(re.compile("^Takes ")).wait_for()
    at_rest(page)


def visit(comparisons: int) -> None:
    """One visitor who pastes one story after the other."""
    step = max(1, comparisons // TOLD)
    with page_of_its_own() as (server, page):
        address = server.address
        page.get_by_role("button", name="Compare").wait_for()
        print(f"one visitor: server {_server_memory(address):.0f} MiB", end="", flush=True)
        for number in range(1, comparisons + 1):
            job = story(number)
            if number > 1:
                page.get_by_role("button", name="Edit the texts").click()
            paste(page, job)
            page.get_by_role("button", name="Compare").click()
            told = job.target.rsplit(" ", 1)[1]  # the last word is in no other story
            page.frame_locator("iframe").first.get_by_text(told).first.wait_for(state="attached")
            if not number % step:
                print(f", {_server_memory(address):.0f} after {number} stories", end="", flush=True)
    print()


def _server_process(address: str) -> int:
    """The process that was started for an address; Linux alone tells."""
    port = f"--server.port={address.rsplit(':', 1)[1]}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            if port in (process / "cmdline").read_bytes():
                return int(process.name)
    raise RuntimeError(f"no process of {address} is found, as on other systems than Linux")


def _resident(pid: int) -> float:
    """MiB of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def _server_memory(address: str) -> float:
    return _resident(_server_process(address))


def _worked(pid: int) -> tuple[float, float, float]:
    """Seconds of a processor that the server has had, the processes that it began, and the browser with all its own."""
    begun: dict[int, list[int]] = {}  # by parent
    seconds: dict[int, float] = {}
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parts = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            begun.setdefault(int(parts[1]), []).append(int(process.name))
            seconds[int(process.name)] = (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")

    def of_all(parent: int) -> float:
        return sum(seconds[child] + of_all(child) for child in begun.get(parent, ()) if child != pid)

    return seconds[pid], of_all(pid), of_all(os.getpid())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--comparisons", type=int, default=150, help="of the one visitor (default: 150)")
    args = parser.parse_args()
    rerun()
    large_view()
    first_result()
    visitors()
    if args.comparisons:
        visit(args.comparisons)


if __name__ == "__main__":
    main()
