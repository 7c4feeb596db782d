"""What messages about differences are made of."""

from translate.phrase import Phrase
from translate.text.naming import Version

__all__ = ["Phrase", "Version"]
