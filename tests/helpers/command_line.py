"""The command line as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def process(*arguments: str, **options) -> "subprocess.CompletedProcess[bytes]":
    """Run `python -m translate` from the checkout, in a terminal that knows ASCII alone."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "translate", *arguments]
    return subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, timeout=60, check=False, **options)
