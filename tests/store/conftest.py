"""Batches of short stories, compared without a model."""

from batches import no_model, stories

__all__ = ["no_model", "stories"]
