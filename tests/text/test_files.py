"""Where results go: a whole file or the old one, and a line that says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_disk_that_is_full_in_the_middle_leaves_the_old_report(tmp_path):
    """A limit on the size of files stands for the full disk: half of the report goes in."""
    (tmp_path / "report.html").write_text("old")
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
        "from translate.text.files import write_output; write_output('report.html', bytes(200_000))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
    )
    assert "OutputError: Cannot write report.html: file too large. Give another place with -o." in done.stderr
    assert (tmp_path / "report.html").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_standard_output_that_is_full_is_told():
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "translate", "samples"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("parallax: Cannot write to standard output: no space left on device")
    assert done.stderr.count("\n") == 1
