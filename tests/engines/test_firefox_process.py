"""Processes at work: what they are asked, what becomes of those that fail."""

import gc
import os
import time

import pytest
from zstd_frame import zstd, zstd_bomb

from translate.engines.child_process import WorkerFailed, started
from translate.engines.firefox_process import WORKER, Workers, unpacked


@pytest.fixture
def files(firefox_files):
    vocabulary = firefox_files / "vocab.ruen.spm"
    return [firefox_files / "model.ruen.intgemm.alphas.bin", vocabulary, vocabulary]


def ignored(done):
    pass


def test_sentences_are_shared_among_processes(files):
    workers = Workers(files)
    assert workers.translated(["Кот."] * 100, ignored) == ["Cat."] * 100
    assert 1 <= len(workers._all) <= (os.cpu_count() or 1)


def test_nothing_starts_no_process(files):
    workers = Workers(files)
    assert workers.translated([], ignored) == []
    assert workers._all == []


def test_processes_end_with_their_owner(files):
    workers = Workers(files)
    workers.translated(["Кот."] * 30, ignored)
    processes = list(workers._all)
    del workers
    gc.collect()
    assert [process.poll() for process in processes] == [0] * len(processes)


def test_one_that_was_killed_is_told_and_replaced(files):
    workers = Workers(files)
    workers.translated(["Кот."], ignored)
    (worker,) = workers._all
    worker.kill()
    worker.wait()
    with pytest.raises(WorkerFailed, match="the process that works with the model ended"):
        workers.translated(["Кот."], ignored)
    assert workers.translated(["Кот."], ignored) == ["Cat."]


def test_what_the_library_says_of_a_damaged_file_is_passed_on(files, tmp_path):
    damaged = tmp_path / "model.bin"
    damaged.write_bytes(b"\1" * 100)
    with pytest.raises(WorkerFailed, match="ValueError"):
        Workers([damaged, *files[1:]]).translated(["Кот."], ignored)


@pytest.mark.parametrize(
    ("shortlist", "told"),
    [
        (lambda sound: sound[:100], "PanicException"),  # which is no Exception of Python's
        (lambda sound: b"\1" * 60, "the process that works with the model ended"),  # by a signal
    ],
)
def test_a_crash_of_the_library_ends_the_other_process_alone(files, firefox_files, tmp_path, shortlist, told):
    damaged = tmp_path / "lex.bin"
    damaged.write_bytes(shortlist((firefox_files / "lex.50.50.ruen.s2t.bin").read_bytes()))
    with pytest.raises(WorkerFailed, match=told):
        Workers([*files, damaged]).translated(["Кот."], ignored)


def test_a_process_ends_when_nobody_speaks_to_it_any_more(files):
    worker = started([str(WORKER), "translate", *map(str, files)])
    worker.stdin.close()
    deadline = time.monotonic() + 10
    while worker.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert worker.poll() == 0
    worker.stdout.close()


def test_what_zstd_packed_is_unpacked(tmp_path):
    content = "Кот спит.".encode() * 20_000
    (tmp_path / "a.zst").write_bytes(zstd(content))
    unpacked(tmp_path / "a.zst", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == content


def test_a_damaged_frame_is_told(tmp_path):
    (tmp_path / "a.zst").write_bytes(zstd(b"cat")[:-1])
    with pytest.raises(WorkerFailed, match="zstd"):
        unpacked(tmp_path / "a.zst", tmp_path / "a")
    assert not (tmp_path / "a").exists()


@pytest.mark.skipif(os.name != "posix", reason="only there memory is limited")
def test_a_small_file_that_unpacks_to_all_memory_is_stopped(tmp_path):
    """10 GB in 320 KB."""
    (tmp_path / "a.zst").write_bytes(zstd_bomb(80_000))
    with pytest.raises(WorkerFailed):
        unpacked(tmp_path / "a.zst", tmp_path / "a")
    assert not (tmp_path / "a").exists()
