"""Many stories at once: reading tables and collections of them, comparing pairs, finding out which belong together."""

from translate.batch.answer import Answer
from translate.batch.asked import Asked
from translate.batch.cluster import Dask
from translate.batch.cluster_worker import ClusterError
from translate.batch.executor import Executor, Here, Processes
from translate.batch.monitor import Monitor
from translate.batch.outcome import Outcome
from translate.batch.pairs import Columns, Given, Pair, pairs_of
from translate.batch.progress import BatchProgress
from translate.batch.running import BatchResult, run
from translate.batch.store import Added, Store

__all__ = [
    "Added",
    "Answer",
    "Asked",
    "BatchProgress",
    "BatchResult",
    "ClusterError",
    "Columns",
    "Dask",
    "Executor",
    "Given",
    "Here",
    "Monitor",
    "Outcome",
    "Pair",
    "Processes",
    "Store",
    "pairs_of",
    "run",
]
