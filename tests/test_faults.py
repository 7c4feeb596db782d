"""What the machine does to a run: a clear error or a correct result, and nothing lost.

Closed streams, signals and memory are in cli/test_process.py, kills of installations in engines/test_moving_in.py, the
cache's own damage in engines/test_cache.py.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, process
from filelock import FileLock
from tiny_package import tiny_package

from translate import Options
from translate.cli.main import main
from translate.engines.argos import translate_sentences
from translate.engines.cache import Cache
from translate.engines.packages import find_package, install_file
from translate.engines.translator import translate_document
from translate.errors import EngineError, OutputError
from translate.text.files import write_output
from translate.text.reading import read_document

posix = pytest.mark.skipif(os.name != "posix", reason="sends signals, forks or mounts")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 KB, where the system lets a test mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        not shutil.which("mount")
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # lazily: a cache may have its file open still


@pytest.fixture
def full(monkeypatch):
    """Every disk is full: the first byte of a new file finds no room."""
    real = Path.open

    def opened(self, mode="r", *rest, **named):
        if set(mode) & set("wxa+"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return real(self, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.usefixtures("no_model")
def test_a_report_that_finds_no_room_leaves_the_old_one(pair, tmp_path, capsys, full):
    report = tmp_path / "report.html"
    os.write(descriptor := os.open(report, os.O_WRONLY | os.O_CREAT), b"old")
    os.close(descriptor)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert main(["compare", *pair, "-o", str(report)]) == 2
    err = capsys.readouterr().err
    assert "no space left on device" in err.lower()
    assert err.count("\n") == 1
    assert report.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_disk_that_is_really_full_leaves_the_old_report(small_disk):
    report = small_disk / "report.html"
    write_output(str(report), b"old")
    with pytest.raises(OutputError, match="no space left"):
        write_output(str(report), b"x" * 1_000_000)
    assert report.read_bytes() == b"old"
    assert [path.name for path in small_disk.iterdir()] == ["report.html"]


def test_a_cache_on_a_disk_that_is_really_full_is_gone_without(small_disk, caplog):
    cache = Cache(small_disk / "parallax" / "cache.sqlite")
    cache.put_many("translation", "m", {str(i): b"x" * 1000 for i in range(500)})
    assert cache.get_many("translation", "m", ["1"]) in ({}, {"1": b"x" * 1000})
    assert len(caplog.records) == 1
    assert "cannot be used" in caplog.text


def test_a_package_on_a_disk_that_is_really_full_is_told_and_leaves_nothing(small_disk, tmp_path, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(small_disk / "packages"))
    with pytest.raises(EngineError, match="the disk is full"):
        install_file(tiny_package(tmp_path))
    assert list((small_disk / "packages").iterdir()) == []


@posix
def test_a_report_that_is_killed_while_it_is_written_is_old_or_new(tmp_path):
    """Never half of it, whatever the step; see `killed_at_each_step`."""
    from killed import killed_at_each_step

    report = tmp_path / "report.html"
    new = b"new" * 100_000
    report.write_bytes(b"old")
    kills = 0
    for _ in killed_at_each_step(lambda: write_output(str(report), new)):
        kills += 1
        assert report.read_bytes() in (b"old", new)
        report.write_bytes(b"old")
    assert kills >= 2
    assert report.read_bytes() == new


def test_a_clock_that_is_set_back_loses_nothing(tmp_path):
    """By a year, and to before 1970: what is there is found, the newest still counts as the newest, the limit holds."""
    now = [1_800_000_000.0]
    cache = Cache(tmp_path / "cache.sqlite", limit=400_000, clock=lambda: now[0])
    cache.put_many("translation", "m", {"a": b"1"})
    for time in (1_768_000_000.0, -5.0):
        now[0] = time
        assert cache.get_many("translation", "m", ["a"]) == {"a": b"1"}
        cache.put_many("translation", "m", {"a": b"1", f"at {time}": b"2"})
        assert cache.get_many("translation", "m", [f"at {time}"]) == {f"at {time}": b"2"}
    for block in range(20):
        cache.put_many("translation", "m", {f"{block}-{i}": bytes(500) for i in range(100)})
    assert cache.info().bytes < 3_000_000


def test_a_cache_that_another_program_locks_is_gone_without(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("translate.engines.cache.BUSY_SECONDS", 0.1)
    path = tmp_path / "cache.sqlite"
    with FileLock(f"{path}.lock"):
        cache = Cache(path)
        cache.put_many("translation", "m", {"a": b"1"})
        assert cache.get_many("translation", "m", ["a"]) == {}
    assert len(caplog.records) == 1


@pytest.fixture
def packages(tmp_path, monkeypatch):
    folder = tmp_path / "argos" / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


def test_a_package_that_is_removed_while_it_is_used_is_told(tmp_path, packages):
    package = install_file(tiny_package(tmp_path))
    assert translate_sentences(["Кот спит."], package) == ["Cat sleeps."]
    shutil.rmtree(packages)
    with pytest.raises(EngineError, match=r"does not work .*No such file"):
        translate_sentences(["Кот спит дома."], package)


def test_what_comes_after_a_removed_package_is_glossed(tmp_path, packages):
    install_file(tiny_package(tmp_path))
    document = read_document("Кот спит дома. Собака спит.")
    assert translate_document(document, "en", Options()).engine == "argos"
    shutil.rmtree(packages)
    assert find_package("ru", "en") is None
    assert translate_document(document, "en", Options()).engine == "gloss"


@posix
@pytest.mark.model
def test_eight_processes_at_once_give_the_same_report(tmp_path):
    """On one new cache, with demonstration packages that none of them finds unpacked."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "translate", "compare", "--sample", "flood", "--format", "json"]
    runs = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(8)
    ]
    done = [run.communicate(timeout=600) for run in runs]
    assert [run.returncode for run in runs] == [0] * 8
    assert {err for _, err in done} == {b""}
    assert len({out for out, _ in done}) == 1


@posix
@pytest.mark.model
def test_a_run_that_is_killed_leaves_a_cache_that_works(tmp_path, pair):
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "translate", "align", *pair]
    for seconds in (0.5, 1.0, 2.0):
        run = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            run.wait(seconds)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("megabytes", ["9" * 5000, "9" * 400, "1e3", "-1", "٣"])
def test_a_limit_of_the_cache_that_is_none_is_told(monkeypatch, megabytes):
    monkeypatch.setenv("PARALLAX_CACHE_MB", megabytes)
    done = process("cache", "info")
    assert done.returncode == 2
    assert done.stderr.startswith(b"parallax: PARALLAX_CACHE_MB is ")
    assert len(done.stderr) < 300
