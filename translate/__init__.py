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
    from translate.review.comparing import comparison_of
    from translate.review.decision import Decision
    from translate.review.history import History
    from translate.review.session import Session
    from translate.review.session_file import open_session, save_session
    from translate.text.detection import Detection, detect_language
    from translate.text.document import Document, Sentence

__version__ = "0.1.0"

__all__ = [
    "Bead",
    "Comparison",
    "Decision",
    "Detection",
    "Difference",
    "Document",
    "History",
    "Options",
    "Sentence",
    "Session",
    "TranslateError",
    "Translation",
    "align",
    "compare",
    "comparison_of",
    "detect_language",
    "find_differences",
    "open_session",
    "save_session",
    "translate",
]

_HOMES = {
    "Bead": "translate.alignment.bead",
    "Comparison": "translate.comparison",
    "Decision": "translate.review.decision",
    "Detection": "translate.text.detection",
    "Difference": "translate.differences.difference",
    "Document": "translate.text.document",
    "History": "translate.review.history",
    "Options": "translate.options",
    "Sentence": "translate.text.document",
    "Session": "translate.review.session",
    "TranslateError": "translate.errors",
    "Translation": "translate.engines.translation",
    "align": "translate.pipeline",
    "compare": "translate.pipeline",
    "comparison_of": "translate.review.comparing",
    "detect_language": "translate.text.detection",
    "find_differences": "translate.pipeline",
    "open_session": "translate.review.session_file",
    "save_session": "translate.review.session_file",
    "translate": "translate.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'translate' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
