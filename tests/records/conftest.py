"""The comparisons of `every_kind`, for every test of this folder."""

from every_kind import hostile, story, unrelated

__all__ = ["hostile", "story", "unrelated"]
