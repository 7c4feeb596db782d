"""Trials in processes of their own: a crash is an outcome like any other."""

import subprocess
import sys

import pytest

from translate.cli import trials as room
from translate.cli.trials import tried


@pytest.mark.model
def test_a_sample_is_compared():
    outcome = tried("compare")
    assert outcome.error == ""
    assert "differences in the sample economy" in outcome.found
    assert outcome.seconds > 0


def test_an_engine_that_is_not_there_is_told():
    assert "Unknown engine 'tiny'" in tried("translate", "tiny", "ru", "en").error


@pytest.mark.parametrize(
    ("process", "error"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "its process crashed (signal 11)"),
        ("raise ImportError('a library is broken')", "ImportError: a library is broken"),
        ("raise SystemExit(3)", "its process ended with status 3"),
        ("""print('a library says hello\\n{"found": "x", "error": "no"}')""", "no"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_however_it_ends_it_is_told(monkeypatch, process, error):
    monkeypatch.setattr(room, "START", process)
    assert tried("compare").error == error


def test_a_trial_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(room, "START", "import time; time.sleep(60)")
    monkeypatch.setattr(room, "LONGEST", 0.2)
    assert tried("compare").error == "it was not done within 0.2 seconds"


def test_where_no_process_can_be_begun_that_is_told(monkeypatch):
    def refuse(*arguments, **how):
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(subprocess, "run", refuse)
    assert "Cannot allocate memory" in tried("compare").error


def test_a_sample_in_which_less_is_found_fails(monkeypatch):
    monkeypatch.setattr(room, "EXPECTED", ("addition", "no such kind"))
    assert room._compared()[1] == "of its major differences these were not found: no such kind"
