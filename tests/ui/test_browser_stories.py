"""A day's work in a real browser: nothing is lost by a reload, or by a server that is killed in the middle of it."""

import os
import signal
import subprocess
import sys

import pytest
from browser import chromium_page
from server import ROOT, free_port, wait_for
from standin import ENGLISH, RUSSIAN

pytestmark = [pytest.mark.browser, pytest.mark.model]
WAIT = 60_000  # milliseconds; a first comparison loads the model
SETTLED = 3000  # milliseconds
VIEW = 'iframe[title="Both texts and their differences"]'


class Server:
    """The page, started and killed at one address, with the stories of one folder."""

    def __init__(self, folder):
        self.port, self.folder = free_port(), folder
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self):
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
        command += [f"--server.port={self.port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
        environment = os.environ | {"PARALLAX_KEEP_STORIES": "1", "XDG_DATA_HOME": str(self.folder)}
        log = self.folder / "log"
        with log.open("ab") as output:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        wait_for(f"{self.address}/_stcore/health", self.process, log)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    server.start()
    yield server
    server.kill()


def decided(page, count):
    page.get_by_text(f"Review: {count} of").wait_for()


def test_a_reload_and_a_kill_lose_no_decision(server):
    with chromium_page(viewport={"width": 1440, "height": 1000}) as page:
        page.set_default_timeout(WAIT)
        page.goto(server.address)
        view = page.frame_locator(VIEW)
        page.get_by_role("button", name="Help").wait_for()
        page.wait_for_timeout(SETTLED)  # the list folds; a click meanwhile would go to where the button was
        page.get_by_role("button", name="State support for supercomputer makers").click()
        view.locator(".item .head").first.click()
        page.keyboard.press("a")
        decided(page, 1)
        page.keyboard.press("r")
        decided(page, 2)

        page.reload()
        view.locator(".item").first.wait_for()
        decided(page, 2)
        assert view.locator('.item[data-verdict="rejected"]').count() == 1

        view.locator(".item:not([data-verdict]) .head, .item[data-verdict=''] .head").first.click()
        page.keyboard.press("a")
        decided(page, 3)
        page.keyboard.press("a")  # on the way when the server ends
        server.kill()
        server.start()
        page.goto(server.address)
        view.locator(".item").first.wait_for()
        page.get_by_text("Review:").wait_for()
        assert int(page.get_by_text("Review:").inner_text().split()[1]) >= 3

        page.get_by_role("button", name="New comparison").click()
        page.locator("textarea").nth(1).wait_for()
        page.wait_for_timeout(SETTLED)
        for number, text in enumerate((RUSSIAN, ENGLISH)):
            page.locator("textarea").nth(number).fill(text)
        page.get_by_text("Compare", exact=True).click()
        page.get_by_role("button", name="Compare without").click()
        view.locator(".item").first.wait_for()
        page.get_by_role("radio", name="Bridge reopens after repairs").wait_for(state="attached")
        page.get_by_test_id("stExpandSidebarButton").click()  # it is folded as long as there is one story
        page.wait_for_timeout(SETTLED)
        page.get_by_role("button", name="Next undecided story").click()
        decided(page, 3)
