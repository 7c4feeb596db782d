"""A process of ours from outside: what it tells, its time, its end."""

import pickle
import sys
import threading

import pytest
from standin import ENGLISH, RUSSIAN
from standin_process import JOB, OPTIONS, Stopped, a_child, silent

from benchmarks.data.families import family_text
from translate.engines import advice
from translate.errors import SameLanguage
from translate.options import Options
from translate.pipeline import STAGES
from translate.processes import process as room
from translate.processes.process import ComparisonEnded, Worker
from translate.processes.worker import Advised, Ended, Job, Progressed
from translate.settings.limits import TooSlow
from translate.wording.phrase import Phrase


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
        worker.done(JOB, leave)
    assert not worker.usable
    worker.end()
    assert worker._process.poll() is not None


@pytest.mark.model
def test_a_process_keeps_the_time_that_the_operator_allows(monkeypatch):
    """The visitor is told, and the process goes on with the next visitor's texts."""
    monkeypatch.setenv("PARALLAX_MAX_SECONDS", "1")
    monkeypatch.setenv("PARALLAX_CACHE_MB", "0")
    source, target = (family_text("transcript", language, 200_000) for language in ("ru", "en"))
    worker = Worker()
    try:
        with pytest.raises(TooSlow, match="longer than 1 seconds and was stopped") as refused:
            worker.done(Job(source, target, OPTIONS), silent)
        assert refused.value.seconds == 1
        assert isinstance(refused.value.message, Phrase)  # so that it can be told in Russian
        assert worker.usable
        with pytest.raises(SameLanguage):
            worker.done(Job(RUSSIAN, RUSSIAN, OPTIONS), silent)
    finally:
        worker.end()


def test_what_processes_advise_is_told_once_by_whoever_began_them(monkeypatch, caplog):
    monkeypatch.setattr(advice, "_untold", threading.Lock())
    told = b"".join(map(pickle.dumps, [Advised(Phrase("Install a model.")), Ended("found", 0.0)]))
    code = f"import sys; sys.stdout.buffer.write({told!r}); sys.stdout.flush(); sys.stdin.read()"
    monkeypatch.setattr(room, "_started", lambda: a_child(code))
    for worker in (Worker(), Worker()):
        assert worker.done(JOB, silent) == "found"
        worker.end()
    assert caplog.messages == ["Install a model."]


@pytest.mark.model
def test_a_process_tells_its_advice_through_its_pipe_and_nowhere_else(monkeypatch, caplog, capfd):
    monkeypatch.setattr(advice, "_untold", threading.Lock())
    worker = Worker(rehearsed=True)
    try:
        worker.done(Job(RUSSIAN, ENGLISH, Options()), silent)
    finally:
        worker.end()
    (told,) = caplog.messages
    assert told.startswith("Texts are glossed word by word")
    assert "glossed" not in capfd.readouterr().err


def test_a_process_that_says_something_else_is_not_believed(monkeypatch):
    monkeypatch.setattr(room, "_started", lambda: a_child("print('no answer', flush=True)"))
    with pytest.raises(ComparisonEnded):
        Worker().done(JOB, silent)


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
        worker.done(JOB, leave_at_third)
    assert not worker.usable
    worker.end()
    assert worker._process.poll() is not None


@pytest.mark.parametrize(("last_words", "status"), [("sys.exit(3)", 3), ("os.kill(os.getpid(), 9)", -9)])
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_a_process_ended_with_is_told(monkeypatch, last_words, status):
    monkeypatch.setattr(room, "_started", lambda: a_child("import os, sys", last_words))
    with pytest.raises(ComparisonEnded) as ended:
        Worker().done(JOB, silent)
    assert ended.value.status == status
