"""The page's processes under a real server: a crash is told, a cancelled comparison ends, and all goes on."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from browser import chromium_page
from server import page_server

from translate.samples import load_sample, sample_names

WAIT = 90_000  # milliseconds; a process loads its models
pytestmark = pytest.mark.skipif(
    os.environ.get("PARALLAX_SLOW_TESTS") != "1", reason="takes two minutes: PARALLAX_SLOW_TESTS=1 runs it"
)
ENDED = 10  # seconds; what is cancelled ends within one, on a machine at rest
LONG = 5  # times all samples: many seconds of work


@pytest.fixture
def visitor(tmp_path):
    with chromium_page(viewport={"width": 1440, "height": 1000}) as page, page_server(tmp_path / "log", "1") as address:
        page.set_default_timeout(WAIT)
        page.goto(address)
        page.get_by_role("button", name="State support for supercomputer makers").click()
        page.frame_locator("iframe").first.locator(".item").first.wait_for()
        page.get_by_role("button", name="New comparison").click()
        yield page


def compare(page, times):
    samples = [load_sample(name) for name in sample_names()] * times
    page.get_by_label("One version", exact=True).fill("\n\n".join(sample.source for sample in samples))
    page.get_by_label("The other version", exact=True).fill("\n\n".join(sample.target for sample in samples))
    page.get_by_role("button", name="Compare").click()
    offer, cancel = (page.get_by_role("button", name=name) for name in ("Compare without", "Cancel"))
    offer.or_(cancel).or_(page.locator("iframe")).first.wait_for()
    if offer.is_visible():  # no model is installed
        offer.click()


def working():
    """Processes that compare for some server of this machine, by their command line."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if b"from translate.processes.worker import main" in command and _is_ours(process):
            found.add(int(process.name))
    return found


def _is_ours(process):
    """Whether one of its forebears is this test."""
    while process.name not in ("0", "1"):
        try:
            status = (process / "status").read_text(encoding="utf-8")
        except OSError:
            return False
        process = Path("/proc", next(line for line in status.splitlines() if line.startswith("PPid:")).split()[1])
        if process.name == str(os.getpid()):
            return True
    return False


@pytest.mark.browser
@pytest.mark.model
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_crash_is_told_cancelling_ends_the_work_and_both_leave_a_page_that_compares(visitor):
    (first,) = working()
    compare(visitor, LONG)
    visitor.get_by_role("button", name="Cancel").wait_for()
    os.kill(first, signal.SIGKILL)
    visitor.get_by_text("The comparison ended before it was done").wait_for()

    visitor.get_by_role("button", name="Compare").click()
    visitor.get_by_role("button", name="Cancel").wait_for()
    (second,) = working()
    visitor.get_by_role("button", name="Cancel").click()
    deadline = time.monotonic() + ENDED
    while second in working():
        assert time.monotonic() < deadline
        visitor.wait_for_timeout(100)

    compare(visitor, 1)
    visitor.frame_locator("iframe").first.locator(".item").first.wait_for()
    assert visitor.locator('[data-testid="stException"]').count() == 0
