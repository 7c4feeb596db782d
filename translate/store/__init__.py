"""What was found in many stories, kept in one file: asked in SQL, and seen from above."""

from translate.store.answer import Answer
from translate.store.asked import Asked
from translate.store.monitor import Monitor
from translate.store.store import Added, Store

__all__ = ["Added", "Answer", "Asked", "Monitor", "Store"]
