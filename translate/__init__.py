"""Parallax: the same story, seen from two languages.

Compares a Russian and an English version of a news story and shows what each of them tells and the other leaves out.

The public names are loaded when they are first asked for, so that `python -m translate --help` answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translate.alignment.bead import Bead
    from translate.comparison import Comparison
    from translate.differences.difference import Difference
    from translate.engines.translation import Translation
    from translate.errors import TranslateError
    from translate.options import Options
    from translate.pipeline import align, compare, find_differences, translate
    from translate.text.detection import Detection, detect_language
    from translate.text.document import Document, Sentence

__version__ = "0.1.0"

__all__ = [
    "Bead",
    "Comparison",
    "Detection",
    "Difference",
    "Document",
    "Options",
    "Sentence",
    "TranslateError",
    "Translation",
    "align",
    "compare",
    "detect_language",
    "find_differences",
    "translate",
]

_HOMES = {
    "Bead": "translate.alignment.bead",
    "Comparison": "translate.comparison",
    "Detection": "translate.text.detection",
    "Difference": "translate.differences.difference",
    "Document": "translate.text.document",
    "Options": "translate.options",
    "Sentence": "translate.text.document",
    "TranslateError": "translate.errors",
    "Translation": "translate.engines.translation",
    "align": "translate.pipeline",
    "compare": "translate.pipeline",
    "detect_language": "translate.text.detection",
    "find_differences": "translate.pipeline",
    "translate": "translate.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'translate' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
