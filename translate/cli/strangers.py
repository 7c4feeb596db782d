"""Files of another project in our folder: pip lets two distributions install the same module, and tells nobody."""

from importlib.metadata import Distribution, distribution
from pathlib import Path

from translate.installation import DISTRIBUTION, installed_version
from translate.wording.brief import several

OTHER = "translate"  # a distribution that installs a module of our name; what is installed last overwrites the other
SHOWN = 3  # files that a warning names


def strangers(package: Path = Path(__file__).parents[1]) -> list[str]:
    """Warnings about files that are not ours, each with its remedy; none where all is well.

    Args:
        package: Folder of the module.
    """
    source = f"{DISTRIBUTION} (or the folder that Parallax was installed from)"
    other = installed_version(OTHER)
    if other is not None and _installs(distribution(OTHER), package):
        return [
            f"The distribution {OTHER} {other} is another project whose files lie in the same folder as those of "
            f"Parallax, {package}: one overwrites the other. To mend it: pip uninstall {OTHER}, then "
            f"pip install --force-reinstall --no-deps {source}"
        ]
    if foreign := _foreign(package):
        named = ", ".join(foreign[:SHOWN]) + (" ..." if len(foreign) > SHOWN else "")
        return [
            f"Parallax knows nothing of {several(len(foreign), 'file')} in {package}: {named}. To mend it: "
            f"pip uninstall {DISTRIBUTION}, delete that folder, pip install {source}"
        ]
    return []


def _foreign(package: Path) -> list[str]:
    """Python files beside ours that our distribution did not install; none in a checkout, which has no list."""
    if installed_version(DISTRIBUTION) is None:
        return []
    ours = distribution(DISTRIBUTION)
    if not _installs(ours, package):
        return []
    listed = {Path(str(ours.locate_file(file))).resolve() for file in ours.files or ()}
    there = (path for path in package.rglob("*.py") if path.resolve() not in listed)
    return sorted(path.relative_to(package).as_posix() for path in there)


def _installs(installed: Distribution, package: Path) -> bool:
    """Whether a distribution put the module's first file into this folder."""
    first = (package / "__init__.py").resolve()
    return any(Path(str(installed.locate_file(file))).resolve() == first for file in installed.files or ())
