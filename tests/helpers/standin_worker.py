"""What a worker of a cluster loads before its first task, so that it compares and sketches without a model.

python -m distributed.cli.dask_worker ... --preload tests/helpers/standin_worker.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def dask_setup(worker):
    """Called by Dask with the worker that begins."""
    from standin import standin_compare

    from translate.batch import task

    task.compare = standin_compare
