"""The thread of the jobs: what a stopped one leaves, and what the next one makes of it."""

import json
import time
from dataclasses import replace

import pytest
from service import BOUNDS, SECONDS
from standin import ENGLISH, RUSSIAN, standin_compare

from translate.service import running as room
from translate.service.asked import BatchAsked
from translate.service.doing import Doing
from translate.service.jobs import RESULTS, Jobs
from translate.service.running import Runner

PAIRS = BatchAsked.model_validate({"pairs": [{"source": RUSSIAN, "target": ENGLISH}] * 4})


@pytest.fixture
def jobs(tmp_path):
    return Jobs(tmp_path / "jobs")


@pytest.fixture
def runner(jobs):
    """Makes a runner; all are stopped at the end."""
    made = []

    def make(**bounds):
        made.append(Runner(jobs, Doing(None), replace(BOUNDS, **bounds)))
        made[-1].start()
        return made[-1]

    yield make
    for each in made:
        each.stop()


def added(jobs):
    return jobs.add("a", "batch", PAIRS.model_dump_json().encode(), 4).id


def until(condition):
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def journal(jobs, id):
    path = jobs.place(id) / RESULTS / "journal.jsonl"
    return path.read_text().splitlines()[1:] if path.exists() else []


@pytest.fixture
def slow(monkeypatch):
    """Pairs of which the third takes for ever, until it is let go; how many were compared."""
    counted = {"pairs": 0, "held": True}

    def compare(source, target, options=None, *, progress=None):
        counted["pairs"] += 1
        while counted["held"] and counted["pairs"] == 3:
            time.sleep(0.01)
            progress("reading", 0, 1)
        return standin_compare(source, target, options, progress=progress)

    monkeypatch.setattr("translate.batch.task.compare", compare)
    return counted


def test_a_job_that_was_stopped_is_gone_on_with(jobs, runner, slow):
    id = added(jobs)
    first = runner()
    until(lambda: slow["pairs"] == 3)
    first.stop()
    assert len(journal(jobs, id)) == 2
    assert jobs.job("a", id).state == "running"  # as after a kill
    slow["held"] = False
    jobs.begin_again()
    runner()
    until(lambda: jobs.job("a", id).state == "done")
    assert slow["pairs"] == 5  # the third one twice
    assert len(journal(jobs, id)) == 4
    assert jobs.job("a", id).done == 4
    assert jobs.job("a", id).bytes > 10_000
    assert not (jobs.place(id) / "request.json").exists()


def test_what_another_version_has_found_is_not_mixed_with_this_one_s(jobs, runner, slow, monkeypatch):
    id = added(jobs)
    first = runner()
    until(lambda: slow["pairs"] == 3)
    first.stop()
    slow["held"] = False
    monkeypatch.setattr(room, "__version__", "9.9")
    jobs.begin_again()
    runner()
    until(lambda: jobs.job("a", id).state == "done")
    assert slow["pairs"] == 3 + 4
    assert jobs.job("a", id).version == "9.9"


def test_a_job_begins_anew_where_the_operator_has_changed_the_limits(jobs, runner, slow):
    id = added(jobs)
    first = runner()
    until(lambda: slow["pairs"] == 3)
    first.stop()
    slow["held"] = False
    jobs.begin_again()
    runner(texts=replace(BOUNDS.texts, characters=9_000))
    until(lambda: jobs.job("a", id).state in ("done", "failed"))
    assert (jobs.job("a", id).state, slow["pairs"]) == ("done", 3 + 4)


def test_a_job_that_outgrows_the_room_fails(jobs, runner, monkeypatch):
    monkeypatch.setattr(room, "WEIGH", 0.0)
    monkeypatch.setattr("translate.batch.running.OFTEN", 0.0)
    id = added(jobs)
    runner(kept=5000)
    until(lambda: jobs.job("a", id).state == "failed")
    assert jobs.job("a", id).code == "no_room"


def test_a_request_that_cannot_be_read_fails_and_stops_no_other(jobs, runner):
    broken = jobs.add("a", "batch", b"{", 1).id
    whole = added(jobs)
    runner()
    until(lambda: jobs.job("a", whole).state == "done")
    assert jobs.job("a", broken).code == "internal"
    assert json.loads((jobs.place(whole) / RESULTS / "summary.jsonl").read_text().splitlines()[0])["number"] == 1
