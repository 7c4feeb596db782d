"""Processes that several threads share: a job is tried again, and none is begun once the pool has ended."""

import pytest
from standin_process import Ending

from translate.processes import pool
from translate.processes.pool import TRIES, Pool
from translate.processes.process import ComparisonEnded


@pytest.fixture
def processes(monkeypatch):
    monkeypatch.setattr(pool, "Worker", Ending)
    Ending.ends = Ending.begun = 0
    return Ending


def test_a_process_does_one_job_after_the_other(processes):
    shared = Pool(10)
    assert [shared.done(job) for job in range(5)] == list(range(5))
    assert processes.begun == 1


def test_a_job_whose_process_ends_is_tried_again_in_a_fresh_one(processes):
    processes.ends = TRIES - 1
    assert Pool(10).done(1) == 1
    assert processes.begun == TRIES


def test_a_job_that_ends_every_process_says_how(processes):
    processes.ends = 100
    with pytest.raises(ComparisonEnded) as told:
        Pool(10).done(1)
    assert told.value.status == -9
    assert processes.begun == TRIES


def test_nothing_is_begun_after_the_end(processes):
    shared = Pool(10)
    shared.end()
    with pytest.raises(ComparisonEnded):
        shared.done(1)
    assert processes.begun == 0
