"""The page's processes: what they find, who waits for whom, and what a crash or a cancelled comparison leaves."""

import os
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from standin import ENGLISH, RUSSIAN
from standin_process import JOB, OPTIONS, Stopped, a_child, silent

from translate.errors import OptionError, SameLanguage
from translate.pipeline import compare
from translate.processes import process
from translate.processes import workers as room
from translate.processes.process import ComparisonEnded, Worker
from translate.processes.worker import Job
from translate.processes.workers import QUEUED, Workers, workers
from translate.wording.phrase import Phrase


@pytest.fixture
def pool():
    made = Workers(1)
    yield made
    made.end()


@pytest.fixture(scope="module")
def real_pool():
    """One for all tests that load models, because a process takes seconds to begin."""
    made = Workers(1)
    made.get_one_ready()
    yield made
    made.end()


@pytest.mark.model
def test_a_process_finds_what_compare_finds(real_pool):
    stages = []
    found = real_pool.done(JOB, lambda stage, done, total: stages.append(stage))
    assert found == compare(RUSSIAN, ENGLISH, OPTIONS)
    assert list(dict.fromkeys(stages)) == ["reading", "encoding", "aligning", "comparing", "translating"]


@pytest.mark.model
def test_what_cannot_be_compared_is_told_and_ends_no_process(real_pool):
    with pytest.raises(SameLanguage, match="Both texts are in Russian") as refused:
        real_pool.done(Job(RUSSIAN, RUSSIAN, OPTIONS), silent)
    assert refused.value.language == "ru"
    assert isinstance(refused.value.message, Phrase)  # so that it can be told in Russian
    (worker,) = real_pool._free
    real_pool.done(JOB, silent)
    assert real_pool._free == [worker]


@pytest.mark.model
def test_a_visitor_who_cancels_ends_the_process_and_the_next_one_is_served(real_pool):
    def leave(stage, done, total):
        raise Stopped

    with pytest.raises(Stopped):
        real_pool.done(JOB, leave)
    (fresh,) = real_pool._free
    assert fresh.usable
    assert real_pool.done(JOB, silent).beads


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_crash_is_told_and_the_next_visitor_is_served(real_pool):

    def crash(stage, done, total):
        os.kill(begun.pid, signal.SIGSEGV)

    begun = real_pool._free[0]._process
    with pytest.raises(ComparisonEnded, match="Compare again"):
        real_pool.done(JOB, crash)
    assert real_pool.done(JOB, silent).beads


def test_where_no_process_can_be_begun_that_is_told(monkeypatch, pool):
    def refuse(*arguments):
        raise OSError("no memory")

    monkeypatch.setattr(process, "_started", refuse)
    pool.get_one_ready()
    with pytest.raises(ComparisonEnded):
        pool.done(JOB, silent)


class Scripted:
    """In place of a process: its work ends when a test says so."""

    usable = True

    def __init__(self):
        self.finish = threading.Event()

    def done(self, job, progress):
        assert self.finish.wait(20)
        return job.source

    def end(self):
        pass


def test_who_comes_first_is_served_first(monkeypatch):
    monkeypatch.setattr(room, "PULSE", 0.01)
    pool = Workers(1)
    pool._free.append(worker := Scripted())
    served, before = [], {1: set(), 2: set()}

    def visit(number):
        served.append(
            pool.done(Job(str(number), "", OPTIONS), lambda stage, done, total: before[number].add((stage, total)))
        )

    with ThreadPoolExecutor() as visitors:
        visitors.submit(visit, 0)
        _until(lambda: not pool._places)
        visitors.submit(visit, 1)
        _until(lambda: before[1])
        visitors.submit(visit, 2)
        _until(lambda: before[2])
        worker.finish.set()
    assert served == ["0", "1", "2"]
    assert (QUEUED, 1) in before[1]
    assert (QUEUED, 2) in before[2]


def test_who_leaves_the_line_holds_nobody_up(monkeypatch):
    monkeypatch.setattr(room, "PULSE", 0.01)
    pool = Workers(1)
    pool._free.append(worker := Scripted())

    def leave(stage, done, total):
        raise Stopped

    with ThreadPoolExecutor() as visitors:
        first = visitors.submit(pool.done, JOB, silent)
        _until(lambda: not pool._places)
        with pytest.raises(Stopped):
            pool.done(JOB, leave)
        last = visitors.submit(pool.done, Job("last", "", OPTIONS), silent)
        worker.finish.set()
        assert (first.result(20), last.result(20)) == (RUSSIAN, "last")


def _until(true):
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize(("jobs", "peak"), [(process.JOBS, 0.0), (1, process.PEAK + 1)])
def test_a_worn_process_makes_room_for_a_fresh_one(monkeypatch, pool, jobs, peak):
    monkeypatch.setattr(process, "_started", lambda *arguments: a_child("input()"))
    monkeypatch.setattr(Worker, "done", lambda self, job, progress: _wear(self, jobs, peak))
    pool.get_one_ready()
    (before,) = pool._free
    pool.done(JOB, silent)
    (after,) = pool._free
    assert after is not before
    assert before._process.poll() is not None


def _wear(worker, jobs, peak):
    worker._jobs, worker._peak = jobs, peak


@pytest.fixture
def anew(monkeypatch):
    """What the variable says is read again, and no process is begun."""
    monkeypatch.setattr(Workers, "get_one_ready", lambda self: None)
    workers.cache_clear()
    yield
    workers.cache_clear()


@pytest.mark.parametrize(("value", "most"), [("3", 3), (" 1 ", 1), ("64", 64)])
def test_an_operator_says_how_many_there_are(monkeypatch, anew, value, most):
    monkeypatch.setenv("PARALLAX_WORKERS", value)
    assert workers()._places == most


def test_there_are_two_at_least_unless_an_operator_says_otherwise(monkeypatch, anew):
    """One would make everybody wait for a long text, on a machine of one core too."""
    monkeypatch.setenv("PARALLAX_WORKERS", "")
    for cores, most in ((1, 2), (3, 3), (32, 4)):
        monkeypatch.setattr(room, "cores", lambda cores=cores: cores)
        workers.cache_clear()
        assert workers()._places == most


def test_all_get_ready_once_where_many_come(monkeypatch, anew):
    begun = []
    monkeypatch.setattr(Workers, "get_one_ready", lambda _: begun.append("one"))
    monkeypatch.setenv("PARALLAX_WORKERS", "3")
    made = workers()
    assert len(begun) == 1
    made.get_all_ready()
    made.get_all_ready()
    assert len(begun) == 3


@pytest.mark.parametrize("value", ["two", "-1", "65", "1.5", "٣", "9" * 5000])
def test_what_is_no_number_of_processes_is_refused(monkeypatch, anew, value):
    monkeypatch.setenv("PARALLAX_WORKERS", value)
    with pytest.raises(OptionError, match="up to 64") as refused:
        workers()
    assert len(str(refused.value)) < 200
