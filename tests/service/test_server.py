"""The service as a process: killed in the middle of a job and begun again, and told to end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from server import ROOT, free_port, wait_for
from service import SECONDS, Client
from standin import ENGLISH, RUSSIAN

from translate.batch import Here, Pair, run
from translate.batch.pairs import Given
from translate.options import Options
from translate.pipeline import compare

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]
COUNT = 12


class Process:
    """`parallax serve`, which can be ended and begun again."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()
        self.ask = Client(f"http://127.0.0.1:{self.port}")

    def start(self):
        command = [
            sys.executable,
            "-m",
            "translate",
            "serve",
            "--port",
            str(self.port),
            "--jobs",
            str(self.folder / "jobs"),
        ]
        log = self.folder / "log"
        with log.open("ab") as output:
            environment = {**os.environ, "PARALLAX_WORKERS": "1"}
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        wait_for(f"{self.ask.address}/health", self.process, log)

    def end(self, number):
        self.process.send_signal(number)
        return self.process.wait(SECONDS)


@pytest.fixture
def process(tmp_path):
    made = Process(tmp_path)
    made.start()
    yield made
    if made.process.poll() is None:
        made.end(signal.SIGKILL)


def story(number):
    return RUSSIAN.replace("12", str(number + 12)), ENGLISH


def test_a_job_survives_a_kill_and_its_bytes_are_the_same(process, tmp_path, monkeypatch):
    monkeypatch.setattr("translate.batch.task.compare", compare)  # no stand-in
    pairs = [{"source": source, "target": target} for source, target in map(story, range(1, COUNT + 1))]
    body = {"pairs": pairs, "options": {"engine": "none"}}
    id = process.ask("/v1/jobs/batch", body).json["id"]
    journal = process.folder / "jobs" / id / "results" / "journal.jsonl"

    def noted():
        return journal.read_bytes().count(b"\n") - 1 if journal.exists() else 0

    end = time.monotonic() + SECONDS
    while noted() < 2 and time.monotonic() < end:
        time.sleep(0.005)
    assert process.end(signal.SIGKILL) == -signal.SIGKILL
    before = noted()
    assert 2 <= before < COUNT
    process.start()
    job = process.ask.ended(id)
    assert (job["state"], job["done"], job["errors"]) == ("done", COUNT, 0)
    assert noted() == COUNT  # none was compared again

    given = [Given("text", text) for number in range(1, COUNT + 1) for text in story(number)]
    alone = [Pair(number, str(number), *given[2 * number - 2 : 2 * number]) for number in range(1, COUNT + 1)]
    limits = process.ask("/v1/limits").json
    options = Options(
        engine="none",
        max_characters=limits["characters"],
        max_sentences=limits["sentences"],
        max_seconds=limits["seconds"],
    )
    folder = run(alone, tmp_path / "alone", options, executor=Here()).folder
    assert process.ask(f"/v1/jobs/{id}/result").data == (folder / "summary.jsonl").read_bytes()
    for number in (1, before, before + 1, COUNT):
        file = folder / f"results/00000/{number:08}.json"
        assert process.ask(f"/v1/jobs/{id}/result/{number}").data == file.read_bytes()

    id = process.ask("/v1/jobs/batch", body).json["id"]
    assert process.end(signal.SIGTERM) == 128 + signal.SIGTERM
    log = (process.folder / "log").read_text()
    assert "Application shutdown complete" in log
    assert "Traceback" not in log
