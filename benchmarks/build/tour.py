"""Run docs/tour.ipynb and write its outputs anew.

    python -m benchmarks.build.tour

Needs requirements-dev.txt. What changes from run to run (times, the version of Python) is left out, so that a notebook
that was run twice is the same file.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

from benchmarks.data.development import no_arguments

ROOT = Path(__file__).resolve().parents[2]
TOUR = ROOT / "docs" / "tour.ipynb"
SECONDS = 120  # for one cell, of which the first that compares loads the encoder


def run() -> Any:
    """The notebook, run from the root of the checkout and not written.

    Raises:
        CellExecutionError: A cell failed.
    """
    notebook = nbformat.read(TOUR, as_version=4)
    place = {"metadata": {"path": str(ROOT)}}
    with TemporaryDirectory() as pipes:  # in place of ports of this machine
        settings = Config(KernelManager={"transport": "ipc", "ip": f"{pipes}/kernel"})
        NotebookClient(notebook, config=settings, timeout=SECONDS, record_timing=False, resources=place).execute()
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return notebook


def main() -> None:
    """Write the notebook with its outputs."""
    no_arguments(__doc__)
    nbformat.write(run(), TOUR)


if __name__ == "__main__":
    main()
