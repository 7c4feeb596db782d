"""Reports of several versions: as JSON, Markdown or HTML, and the reports of every two beside them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from translate.errors import OptionError, OutputError
from translate.report import render_bytes
from translate.several.markdown import markdown_report
from translate.several.page import html_report
from translate.several.record import json_report
from translate.several.versions import Versions
from translate.text.files import write_output
from translate.wording.interface import DEFAULT, InterfaceLanguage, interface_language, speaking
from translate.wording.phrase import Phrase

FORMATS: Mapping[str, Callable[[Versions], str]] = MappingProxyType(
    {"markdown": markdown_report, "json": json_report, "html": html_report}
)
SUFFIXES: Mapping[str, str] = MappingProxyType({".md": "markdown", ".json": "json", ".html": "html", ".htm": "html"})


def render_many(versions: Versions, format: str = "markdown", language: InterfaceLanguage = DEFAULT) -> str:
    """A report of several versions.

    Args:
        format: "markdown", "json" or "html".
        language: Of the interface; JSON is the same in all.

    Raises:
        OptionError: There is no such format.
    """
    if format not in FORMATS:
        raise OptionError(
            Phrase("Unknown format {format}. Known: {known}.", format=repr(format), known=", ".join(FORMATS))
        )
    with speaking(language):
        return FORMATS[format](versions)


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
