"""The file of the jobs: whose turn it is, what is deleted, and what a service finds after the end of another."""

import os
import time

import pytest

from translate.service.jobs import BLOCK, DAY, FILE, REQUEST, Jobs, JobsError


@pytest.fixture
def jobs(tmp_path):
    return Jobs(tmp_path / "jobs")


def added(jobs, owner="a", kind="batch", size=10):
    return jobs.add(owner, kind, b"x" * size, 3)


def test_a_job_is_on_the_disk_for_its_owner_alone(jobs):
    job = added(jobs)
    assert jobs.job("a", job.id) == job
    assert jobs.job("b", job.id) is None
    assert (jobs.place(job.id) / REQUEST).read_bytes() == b"x" * 10
    if os.name == "posix":
        assert (jobs.folder / FILE).stat().st_mode & 0o077 == jobs.place(job.id).stat().st_mode & 0o077 == 0


def test_clients_take_turns(jobs):
    many = [added(jobs, "a") for _ in range(3)]
    one = added(jobs, "b")
    order = [jobs.next() for _ in range(4)]
    assert [job.id for job in order] == [many[0].id, one.id, many[1].id, many[2].id]
    assert jobs.next() is None
    assert jobs.counts() == {"waiting": 0, "running": 4, "done": 0, "failed": 0}


def test_what_was_running_waits_again_and_folders_of_no_job_go(jobs):
    job = added(jobs)
    assert jobs.next() == job
    stray = jobs.place("0" * 32)
    stray.mkdir()
    jobs.begin_again()
    assert jobs.next().id == job.id
    assert not stray.exists()


def test_whatever_else_is_in_the_folder_stays(jobs):
    """Somebody may well give the folder of all he has."""
    others = [jobs.place(name) for name in ("Documents", "0" * 31, "0" * 32 + "-", "G" * 32)]
    for other in others:
        (other / "inside").mkdir(parents=True)
    added(jobs)
    jobs.begin_again()
    assert all((other / "inside").is_dir() for other in others)


def test_a_job_that_was_deleted_stays_deleted(jobs):
    job = added(jobs)
    jobs.forget(job.id)
    jobs.tell(job.id, state="done")
    assert jobs.of("a") == []
    jobs.begin_again()
    assert not jobs.place(job.id).exists()


def test_old_ones_are_deleted(jobs, monkeypatch):
    old, young, waiting = (added(jobs) for _ in range(3))
    for job in (old, young):
        jobs.tell(job.id, state="done")
    now = time.time()
    monkeypatch.setattr("translate.service.jobs.time.time", lambda: now + 8 * DAY)
    jobs.tell(young.id, done=3)
    jobs.sweep(days=7, kept=10**9)
    assert {job.id for job in jobs.of("a")} == {young.id, waiting.id}
    assert not jobs.place(old.id).exists()


def test_where_room_is_short_those_that_ended_first_go(jobs):
    first, second, third = (added(jobs) for _ in range(3))
    for job in (second, first):
        jobs.tell(job.id, state="done", bytes=100)
    assert jobs.size() == 200 + BLOCK
    jobs.sweep(days=7, kept=150 + BLOCK)
    assert {job.id for job in jobs.of("a")} == {first.id, third.id}
    jobs.sweep(days=7, kept=5)
    assert {job.id for job in jobs.of("a")} == {third.id}  # it waits


def test_whoever_keeps_most_loses_first(jobs):
    one, *many = [added(jobs, owner) for owner in "abbb"]
    for job in (one, *many):
        jobs.tell(job.id, state="done", bytes=100)
    jobs.sweep(days=7, kept=200)
    assert [job.id for job in jobs.of("b")] == [many[2].id]
    assert [job.id for job in jobs.of("a")] == [one.id]


def test_a_folder_is_weighed(jobs):
    job = added(jobs, size=1000)
    assert jobs.weight(job.id) == BLOCK
    assert jobs.weight("none") == 0


def test_a_file_of_another_program_is_left_alone(jobs):
    jobs.folder.mkdir()
    (jobs.folder / FILE).write_bytes(b"something else" * 100)
    for use in (lambda: added(jobs), jobs.begin_again, lambda: jobs.of("a")):
        with pytest.raises(JobsError, match="cannot be read or written"):
            use()
    assert (jobs.folder / FILE).read_bytes() == b"something else" * 100
    assert [path.name for path in jobs.folder.iterdir() if path.is_dir()] == []
