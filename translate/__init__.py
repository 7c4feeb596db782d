"""Parallax: the same story, seen from two languages.

Compares a Russian and an English version of a news story and shows what each of them tells and the other leaves out.

The public names are loaded when they are first asked for, so that `python -m translate --help` answers at once. Two of
them are values: KINDS is the table of the kinds of difference, FORMATS that of the formats of reports, both by name.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translate.alignment.bead import Bead, Explanation
    from translate.alignment.by_hand import Link
    from translate.comparison import Comparison
    from translate.differences.conflicts.fact import Fact
    from translate.differences.difference import Difference, Evidence
    from translate.differences.kinds import KINDS
    from translate.engines.protocols import Embedder
    from translate.engines.translation import Translation, Translations
    from translate.errors import (
        EngineError,
        InputError,
        LanguageError,
        OptionError,
        OutputError,
        ReviewError,
        TranslateError,
    )
    from translate.facts.terms import TermUse
    from translate.languages.glossary import Glossary, Term
    from translate.matching.articles import Article
    from translate.matching.matches import Match, Matches, match
    from translate.options import Options
    from translate.pipeline import align, compare, find_differences, translate
    from translate.report import FORMATS, comparison_from_json, render, render_bytes
    from translate.review.comparing import comparison_of
    from translate.review.decision import Decision
    from translate.review.history import History
    from translate.review.remembering import remembered_roles
    from translate.review.session import Mended, RoleChange, Session
    from translate.review.session_file import open_session, save_session
    from translate.samples import Sample, load_sample, sample_names
    from translate.several.comparing import compare_many
    from translate.several.record import versions_from_json
    from translate.several.reports import render_many, render_many_bytes
    from translate.several.versions import Versions
    from translate.text.detection import Detection, detect_language
    from translate.text.document import Document, Sentence, Span
    from translate.text.files import read_file, read_text, read_versions_file
    from translate.text.glossary_file import read_glossary
    from translate.text.origin import FileText, Origin, Place
    from translate.web.story import WebStory, read_story, read_url

__version__ = "0.1.0"

__all__ = [
    "FORMATS",
    "KINDS",
    "Article",
    "Bead",
    "Comparison",
    "Decision",
    "Detection",
    "Difference",
    "Document",
    "Embedder",
    "EngineError",
    "Evidence",
    "Explanation",
    "Fact",
    "FileText",
    "Glossary",
    "History",
    "InputError",
    "LanguageError",
    "Link",
    "Match",
    "Matches",
    "Mended",
    "OptionError",
    "Options",
    "Origin",
    "OutputError",
    "Place",
    "ReviewError",
    "RoleChange",
    "Sample",
    "Sentence",
    "Session",
    "Span",
    "Term",
    "TermUse",
    "TranslateError",
    "Translation",
    "Translations",
    "Versions",
    "WebStory",
    "align",
    "compare",
    "compare_many",
    "comparison_from_json",
    "comparison_of",
    "detect_language",
    "find_differences",
    "load_sample",
    "match",
    "open_session",
    "read_file",
    "read_glossary",
    "read_story",
    "read_text",
    "read_url",
    "read_versions_file",
    "remembered_roles",
    "render",
    "render_bytes",
    "render_many",
    "render_many_bytes",
    "sample_names",
    "save_session",
    "translate",
    "versions_from_json",
]

_HOMES = {
    "FORMATS": "translate.report",
    "KINDS": "translate.differences.kinds",
    "Article": "translate.matching.articles",
    "Bead": "translate.alignment.bead",
    "Comparison": "translate.comparison",
    "Decision": "translate.review.decision",
    "Detection": "translate.text.detection",
    "Difference": "translate.differences.difference",
    "Document": "translate.text.document",
    "Embedder": "translate.engines.protocols",
    "EngineError": "translate.errors",
    "Evidence": "translate.differences.difference",
    "Explanation": "translate.alignment.bead",
    "Fact": "translate.differences.conflicts.fact",
    "FileText": "translate.text.origin",
    "Glossary": "translate.languages.glossary",
    "History": "translate.review.history",
    "InputError": "translate.errors",
    "LanguageError": "translate.errors",
    "Link": "translate.alignment.by_hand",
    "Match": "translate.matching.matches",
    "Matches": "translate.matching.matches",
    "Mended": "translate.review.session",
    "OptionError": "translate.errors",
    "Options": "translate.options",
    "Origin": "translate.text.origin",
    "OutputError": "translate.errors",
    "Place": "translate.text.origin",
    "ReviewError": "translate.errors",
    "RoleChange": "translate.review.session",
    "Sample": "translate.samples",
    "Sentence": "translate.text.document",
    "Session": "translate.review.session",
    "Span": "translate.text.document",
    "Term": "translate.languages.glossary",
    "TermUse": "translate.facts.terms",
    "TranslateError": "translate.errors",
    "Translation": "translate.engines.translation",
    "Translations": "translate.engines.translation",
    "Versions": "translate.several.versions",
    "WebStory": "translate.web.story",
    "align": "translate.pipeline",
    "compare": "translate.pipeline",
    "compare_many": "translate.several.comparing",
    "comparison_from_json": "translate.report",
    "comparison_of": "translate.review.comparing",
    "detect_language": "translate.text.detection",
    "find_differences": "translate.pipeline",
    "load_sample": "translate.samples",
    "match": "translate.matching.matches",
    "open_session": "translate.review.session_file",
    "read_file": "translate.text.files",
    "read_glossary": "translate.text.glossary_file",
    "read_story": "translate.web.story",
    "read_text": "translate.text.files",
    "read_url": "translate.web.story",
    "read_versions_file": "translate.text.files",
    "remembered_roles": "translate.review.remembering",
    "render": "translate.report",
    "render_bytes": "translate.report",
    "render_many": "translate.several.reports",
    "render_many_bytes": "translate.several.reports",
    "sample_names": "translate.samples",
    "save_session": "translate.review.session_file",
    "translate": "translate.pipeline",
    "versions_from_json": "translate.several.record",
}


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'translate' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
