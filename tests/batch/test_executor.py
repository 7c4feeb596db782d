"""Where tasks are done: each is answered once, whatever becomes of the process."""

import subprocess
import sys

import pytest
from standin import ENGLISH, RUSSIAN

from translate.batch.executor import TRIES, Here, Processes
from translate.batch.outcome import failed
from translate.batch.pairs import Given, Pair
from translate.batch.task import Plan, Task
from translate.errors import OutputError
from translate.options import Options
from translate.processes import process
from translate.processes.process import Worker


def task(number, plan):
    return Task(Pair(number, str(number), Given("text", RUSSIAN), Given("text", ENGLISH)), plan)


@pytest.fixture
def plan(tmp_path):
    return Plan(str(tmp_path), Options(engine="none"))


def done_in_the_child(code):
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("code", "status", "told"),
    [
        ("import os; os.kill(os.getpid(), 9)", 137, "ended by signal 9, 2 times"),
        ("import os; os._exit(1)", 70, "ended before it was done, 2 times"),
    ],
)
def test_a_pair_whose_process_ends_is_tried_again_and_then_an_error(monkeypatch, plan, code, status, told):
    begun = []
    monkeypatch.setattr(process, "_started", lambda: begun.append(done_in_the_child(code)) or begun[-1])
    (outcome,) = Processes(1).map([task(1, plan)])
    assert (outcome.number, outcome.exit_status) == (1, status)
    assert told in outcome.error
    assert len(begun) == TRIES


@pytest.fixture
def quick(monkeypatch):
    """Processes that are begun but answer without being asked."""
    monkeypatch.setattr(process, "_started", lambda: done_in_the_child("input()"))

    def done(worker, given, progress):
        return failed(given.pair, 0, "")

    monkeypatch.setattr(Worker, "done", done)


def test_tasks_are_taken_as_there_is_room_for_them(quick, plan):
    """A table may be longer than memory."""
    taken = []

    def tasks():
        for number in range(1, 101):
            taken.append(number)
            yield task(number, plan)

    answered = 0
    for _ in Processes(2).map(tasks()):
        answered += 1
        assert len(taken) <= answered + 4
    assert answered == 100


def test_each_task_is_answered_once(quick, plan):
    outcomes = Processes(3).map(task(number, plan) for number in range(1, 51))
    assert sorted(outcome.number for outcome in outcomes) == list(range(1, 51))


def test_whoever_stops_ends_the_processes(monkeypatch, quick, plan):
    begun = []
    monkeypatch.setattr(process, "_started", lambda: begun.append(done_in_the_child("input()")) or begun[-1])
    outcomes = Processes(2).map(task(number, plan) for number in range(1, 51))
    next(outcomes)
    outcomes.close()
    assert begun
    assert all(child.poll() is not None for child in begun)


def test_what_no_other_task_would_do_better_is_raised(monkeypatch, quick, plan):
    def full(worker, given, progress):
        raise OutputError("the disk is full")

    monkeypatch.setattr(Worker, "done", full)
    with pytest.raises(OutputError, match="full"):
        list(Processes(2).map(task(number, plan) for number in range(1, 9)))


def test_this_process_does_one_after_the_other(no_model, plan):
    outcomes = Here().map(task(number, plan) for number in (1, 2))
    assert [(outcome.number, outcome.exit_status) for outcome in outcomes] == [(1, 0), (2, 0)]
