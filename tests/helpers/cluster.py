"""A Dask cluster for tests: in this process, where stand-ins count, or a scheduler and workers as processes."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

HERE = "127.0.0.1"
PRELOADED = Path(__file__).with_name("standin_worker.py")
LIMIT = 120.0  # seconds that a busy machine may take to begin


@contextmanager
def cluster_here():
    """The address of a scheduler with one worker, all in threads of this process."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        protocol="tcp",
        host=HERE,
        dashboard_address=f"{HERE}:0",
        worker_dashboard_address=f"{HERE}:0",
    ) as cluster:
        yield cluster.scheduler_address


@contextmanager
def cluster_of_processes(folder, workers):
    """The address of a scheduler, its process, and those of its workers; all end with the block."""
    told = folder / "scheduler.json"
    environment = {**os.environ, "DASK_TEMPORARY_DIRECTORY": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    address = ["--host", HERE, "--dashboard-address", f"{HERE}:0"]
    own = ["--scheduler-file", str(told), "--no-nanny", "--nthreads", "1", "--preload", str(PRELOADED)]
    commands = [["dask_scheduler", "--scheduler-file", str(told), "--port", "0", *address]]
    commands += [["dask_worker", *own, *address]] * workers
    running = []
    try:
        for name, *arguments in commands:
            command = [sys.executable, "-m", f"distributed.cli.{name}", *arguments]
            running.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
        yield _address(told, running), running[0], running[1:]
    finally:
        for process in running:
            process.kill()
            process.wait()


def _address(told, running):

    deadline = time.monotonic() + LIMIT
    while True:
        try:
            return json.loads(told.read_text(encoding="utf-8"))["address"]
        except (OSError, ValueError, KeyError):  # not there yet, or half of it
            assert all(process.poll() is None for process in running), "a process of the cluster ended"
            assert time.monotonic() < deadline
            time.sleep(0.02)
