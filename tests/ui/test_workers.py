"""The page's processes: what they find, who waits for whom, and what a crash or a cancelled comparison leaves."""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from standin import ENGLISH, RUSSIAN

from benchmarks.data.families import family_text
from translate.errors import OptionError, SameLanguage
from translate.options import Options
from translate.pipeline import STAGES, compare
from translate.settings.limits import TooSlow
from translate.ui import workers as room
from translate.ui.worker import Job, Progressed
from translate.ui.workers import QUEUED, ComparisonEnded, Worker, Workers, workers
from translate.wording.phrase import Phrase

OPTIONS = Options(engine="none")
JOB = Job(RUSSIAN, ENGLISH, OPTIONS)


class Stopped(BaseException):
    """As Streamlit ends the script of a visitor who has left."""


def silent(stage, done, total):
    pass


def a_child(*lines):
    """A process that stands in for one that compares."""
    return subprocess.Popen([sys.executable, "-c", "\n".join(lines)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


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
    found = real_pool.compared(JOB, lambda stage, done, total: stages.append(stage))
    assert found == compare(RUSSIAN, ENGLISH, OPTIONS)
    assert list(dict.fromkeys(stages)) == ["reading", "encoding", "aligning", "comparing", "translating"]


@pytest.mark.model
def test_what_cannot_be_compared_is_told_and_ends_no_process(real_pool):
    with pytest.raises(SameLanguage, match="Both texts are in Russian") as refused:
        real_pool.compared(Job(RUSSIAN, RUSSIAN, OPTIONS), silent)
    assert refused.value.language == "ru"
    assert isinstance(refused.value.message, Phrase)  # so that it can be told in Russian
    (worker,) = real_pool._free
    real_pool.compared(JOB, silent)
    assert real_pool._free == [worker]


@pytest.mark.model
def test_a_visitor_who_cancels_ends_the_process_and_the_next_one_is_served(real_pool):
    def leave(stage, done, total):
        raise Stopped

    with pytest.raises(Stopped):
        real_pool.compared(JOB, leave)
    (fresh,) = real_pool._free
    assert fresh.usable
    assert real_pool.compared(JOB, silent).beads


@pytest.mark.parametrize("stage", STAGES)
def test_a_visitor_may_leave_in_any_stage_and_the_process_ends(monkeypatch, stage):
    told = b"".join(pickle.dumps(Progressed(each, 0, 1)) for each in STAGES)
    code = f"import sys, time; sys.stdout.buffer.write({told!r}); sys.stdout.flush(); time.sleep(60)"
    monkeypatch.setattr(room, "_started", lambda: a_child(code))
    worker = Worker()

    def leave(now, done, total):
        if now == stage:
            raise Stopped

    with pytest.raises(Stopped):
        worker.compared(JOB, leave)
    assert not worker.usable
    worker.end()
    assert worker._process.poll() is not None


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_crash_is_told_and_the_next_visitor_is_served(real_pool):

    def crash(stage, done, total):
        os.kill(process.pid, signal.SIGSEGV)

    process = real_pool._free[0]._process
    with pytest.raises(ComparisonEnded, match="Compare again"):
        real_pool.compared(JOB, crash)
    assert real_pool.compared(JOB, silent).beads


@pytest.mark.model
def test_a_process_keeps_the_time_that_the_operator_allows(monkeypatch):
    """The visitor is told, and the process goes on with the next visitor's texts."""
    monkeypatch.setenv("PARALLAX_MAX_SECONDS", "1")
    monkeypatch.setenv("PARALLAX_CACHE_MB", "0")
    source, target = (family_text("transcript", language, 200_000) for language in ("ru", "en"))
    worker = Worker()
    try:
        with pytest.raises(TooSlow, match="longer than 1 seconds and was stopped") as refused:
            worker.compared(Job(source, target, OPTIONS), silent)
        assert refused.value.seconds == 1
        assert isinstance(refused.value.message, Phrase)  # so that it can be told in Russian
        assert worker.usable
        with pytest.raises(SameLanguage):
            worker.compared(Job(RUSSIAN, RUSSIAN, OPTIONS), silent)
    finally:
        worker.end()


def test_a_process_that_says_something_else_is_not_believed(monkeypatch):
    monkeypatch.setattr(room, "_started", lambda: a_child("print('no answer', flush=True)"))
    with pytest.raises(ComparisonEnded):
        Worker().compared(JOB, silent)


def test_where_no_process_can_be_begun_that_is_told(monkeypatch, pool):
    def refuse():
        raise OSError("no memory")

    monkeypatch.setattr(room, "_started", refuse)
    pool.get_one_ready()
    with pytest.raises(ComparisonEnded):
        pool.compared(JOB, silent)


def test_a_silent_process_leaves_the_visitor_free_to_cancel(monkeypatch):
    """The last stage is told again and again while nothing comes, and that is where Streamlit stops a script."""
    monkeypatch.setattr(room, "_started", lambda: a_child("import time", "time.sleep(60)"))
    monkeypatch.setattr(room, "PULSE", 0.01)
    worker, told = Worker(), []

    def leave_at_third(stage, done, total):
        told.append(stage)
        if len(told) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        worker.compared(JOB, leave_at_third)
    assert not worker.usable
    worker.end()
    assert worker._process.poll() is not None


class Scripted:
    """In place of a process: its work ends when a test says so."""

    usable = True

    def __init__(self):
        self.finish = threading.Event()

    def compared(self, job, progress):
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
            pool.compared(Job(str(number), "", OPTIONS), lambda stage, done, total: before[number].add((stage, total)))
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
        first = visitors.submit(pool.compared, JOB, silent)
        _until(lambda: not pool._places)
        with pytest.raises(Stopped):
            pool.compared(JOB, leave)
        last = visitors.submit(pool.compared, Job("last", "", OPTIONS), silent)
        worker.finish.set()
        assert (first.result(20), last.result(20)) == (RUSSIAN, "last")


def _until(true):
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize(("jobs", "peak"), [(room.COMPARISONS, 0.0), (1, room.PEAK + 1)])
def test_a_worn_process_makes_room_for_a_fresh_one(monkeypatch, pool, jobs, peak):
    monkeypatch.setattr(room, "_started", lambda: a_child("input()"))
    monkeypatch.setattr(Worker, "compared", lambda self, job, progress: _wear(self, jobs, peak))
    pool.get_one_ready()
    (before,) = pool._free
    pool.compared(JOB, silent)
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
        monkeypatch.setattr(room, "_cores", lambda cores=cores: cores)
        workers.cache_clear()
        assert workers()._places == most


@pytest.mark.parametrize("value", ["two", "-1", "65", "1.5", "٣", "9" * 5000])
def test_what_is_no_number_of_processes_is_refused(monkeypatch, anew, value):
    monkeypatch.setenv("PARALLAX_WORKERS", value)
    with pytest.raises(OptionError, match="up to 64") as refused:
        workers()
    assert len(str(refused.value)) < 200
