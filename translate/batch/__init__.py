"""Many stories at once: reading tables and collections of them, comparing pairs, finding out which belong together."""

from translate.batch.cluster import Dask
from translate.batch.cluster_worker import ClusterError
from translate.batch.executor import Executor, Here, Processes
from translate.batch.outcome import Outcome
from translate.batch.pairs import Columns, Given, Pair, pairs_of
from translate.batch.progress import BatchProgress
from translate.batch.running import BatchResult, run

__all__ = [
    "BatchProgress",
    "BatchResult",
    "ClusterError",
    "Columns",
    "Dask",
    "Executor",
    "Given",
    "Here",
    "Outcome",
    "Pair",
    "Processes",
    "pairs_of",
    "run",
]
