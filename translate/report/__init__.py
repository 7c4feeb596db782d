"""One writer per format; a report draws a Comparison and computes nothing about it.

Example:
    >>> list(FORMATS)
    ['console', 'json', 'html', 'markdown', 'csv', 'xlsx', 'tmx']
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from translate.comparison import Comparison
from translate.errors import OptionError, WrongType
from translate.records.comparison_record import comparison_from_json, json_report
from translate.report.console import console_report
from translate.report.csv_report import csv_report
from translate.report.html_report import html_report
from translate.report.markdown import markdown_report
from translate.report.tmx_report import tmx_report
from translate.wording.interface import DEFAULT, InterfaceLanguage, speaking
from translate.wording.phrase import Phrase

__all__ = ["FORMATS", "Format", "comparison_from_json", "render", "render_bytes"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a report is written and offered.

    Attributes:
        write: Turns a comparison into the text of the report, or into bytes where it is no text.
        suffix: Of a file name, with the dot.
        media_type: For a download.
        encoding: Of a file, None where the report is no text. CSV carries a byte order mark, without which Excel
            garbles Cyrillic.
    """

    write: Callable[[Comparison], str | bytes]
    suffix: str
    media_type: str
    encoding: str | None = "utf-8"


def _xlsx_report(comparison: Comparison) -> bytes:
    from translate.report.xlsx_report import xlsx_report  # openpyxl takes a fifth of a second to import

    return xlsx_report(comparison)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "console": Format(console_report, ".txt", "text/plain"),
        "json": Format(json_report, ".json", "application/json"),
        "html": Format(html_report, ".html", "text/html"),
        "markdown": Format(markdown_report, ".md", "text/markdown"),
        "csv": Format(csv_report, ".csv", "text/csv", encoding="utf-8-sig"),
        "xlsx": Format(
            _xlsx_report,
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            encoding=None,
        ),
        "tmx": Format(tmx_report, ".tmx", "application/xml"),
    }
)
"""The formats that reports are written in, by the names that `render` and `--format` take."""


def render(comparison: Comparison, format: str, language: InterfaceLanguage = DEFAULT) -> str:
    """A report as text; the console format comes without colour (`translate.report.console.draw` has it).

    Args:
        comparison: What was found.
        format: A key of FORMATS.
        language: Of everything but the two stories. JSON and TMX are the same in every language.

    Raises:
        OptionError: No such format, or it is no text.
    """
    report = _report(comparison, format, language)
    if isinstance(report, bytes):
        raise OptionError(
            Phrase("{format} is no text. Take render_bytes, which gives the bytes of a file.", format=format)
        )
    return report


def render_bytes(comparison: Comparison, format: str, language: InterfaceLanguage = DEFAULT) -> bytes:
    """A report as the bytes of a file; arguments as for `render`.

    Raises:
        OptionError: No such format.
    """
    report = _report(comparison, format, language)
    return report if isinstance(report, bytes) else report.encode(FORMATS[format].encoding or "utf-8")


def _report(comparison: Comparison, format: str, language: InterfaceLanguage) -> str | bytes:
    if not isinstance(comparison, Comparison):
        raise WrongType("comparison", comparison, Phrase("what compare returns"))
    if format not in FORMATS:
        raise OptionError(
            Phrase("Unknown format {format}. Known: {known}.", format=repr(format), known=", ".join(FORMATS))
        )
    with speaking(language):
        return FORMATS[format].write(comparison)
