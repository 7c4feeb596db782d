"""Reports of several versions: as JSON, Markdown, HTML or XLSX, and the reports of every two beside them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from translate.errors import OptionError, OutputError
from translate.report import FORMATS as OF_TWO
from translate.report import render_bytes
from translate.several.markdown import markdown_report
from translate.several.page import html_report
from translate.several.record import json_report
from translate.several.versions import Versions
from translate.text.files import write_output
from translate.wording.interface import DEFAULT, InterfaceLanguage, interface_language, speaking
from translate.wording.phrase import Phrase


def _xlsx_report(versions: Versions) -> bytes:
    from translate.several.workbook import xlsx_report  # openpyxl takes a fifth of a second to import

    return xlsx_report(versions)


@dataclass(frozen=True, slots=True)
class ManyFormat:
    """How a report of several versions is written.

    Attributes:
        write: Turns versions into the text of the report, or into bytes where it is no text.
        suffixes: Of file names, with the dot; the first is ours.
        media_type: For a download.
    """

    write: Callable[[Versions], str | bytes]
    suffixes: tuple[str, ...]
    media_type: str


FORMATS: Mapping[str, ManyFormat] = MappingProxyType(
    {
        "markdown": ManyFormat(markdown_report, (".md",), OF_TWO["markdown"].media_type),
        "json": ManyFormat(json_report, (".json",), OF_TWO["json"].media_type),
        "html": ManyFormat(html_report, (".html", ".htm"), OF_TWO["html"].media_type),
        "xlsx": ManyFormat(_xlsx_report, (".xlsx",), OF_TWO["xlsx"].media_type),
    }
)
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {suffix: name for name, format in FORMATS.items() for suffix in format.suffixes}
)


def render_many(versions: Versions, format: str = "markdown", language: InterfaceLanguage = DEFAULT) -> str:
    """A report of several versions.

    Args:
        versions: What was found.
        format: "markdown", "json" or "html".
        language: Of the interface; JSON is the same in all.

    Raises:
        OptionError: There is no such format, or it is no text.
    """
    report = _report(versions, format, language)
    if isinstance(report, bytes):
        raise OptionError(
            Phrase("{format} is no text. Take render_many_bytes, which gives the bytes of a file.", format=format)
        )
    return report


def render_many_bytes(versions: Versions, format: str = "markdown", language: InterfaceLanguage = DEFAULT) -> bytes:
    """The same as the bytes of a file; "xlsx" is a format as well.

    Raises:
        OptionError: There is no such format.
    """
    report = _report(versions, format, language)
    return report if isinstance(report, bytes) else report.encode()


def _report(versions: Versions, format: str, language: InterfaceLanguage) -> str | bytes:
    if format not in FORMATS:
        raise OptionError(
            Phrase("Unknown format {format}. Known: {known}.", format=repr(format), known=", ".join(FORMATS))
        )
    with speaking(language):
        return FORMATS[format].write(versions)


def write_pairs(versions: Versions, folder: Path) -> dict[tuple[int, int], str]:
    """The HTML report of every two versions in a folder, which is made where it is not there; the name of each file.

    Raises:
        OutputError: They cannot be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            Phrase("Cannot make the folder {folder}: {reason}. Name another.", folder=str(folder), reason=str(error))
        ) from error
    names = {}
    for (first, second), found in sorted(versions.comparisons.items()):
        names[first, second] = f"{first + 1}-{second + 1}.html"
        write_output(str(folder / names[first, second]), render_bytes(found, "html", interface_language()))
    return names
