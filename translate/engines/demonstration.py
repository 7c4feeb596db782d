"""Two small packages that come with the project and know only the vocabulary of some sample stories.

They let these show real translations on a machine without a network. Nothing here is ever among
`installed_packages`, so that no text of a user's own is translated with them unless they are asked for by name.
"""

import threading
from functools import cache
from hashlib import sha256
from pathlib import Path

from translate.engines.argos import model_of
from translate.engines.ctranslate2_model import CTranslate2Model
from translate.engines.engine import EngineInfo
from translate.engines.packages import InstalledPackage, find_package, install_file
from translate.errors import EngineError
from translate.installation import shipped, user_cache_path
from translate.languages.registry import directions
from translate.options import Options
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, later

DEMO_FOLDER = shipped("demo")
KNOWN = ("economy", "flood", "museum", "supercomputers", "telescope")  # the samples whose sentences they were taught

_UNPACKING = threading.Lock()


def find_demonstration(from_code: str, to_code: str) -> InstalledPackage | None:
    """The demonstration package for a pair, unpacked on first use; None where the project's demo folder is absent.

    Raises:
        EngineError: The file is damaged, or the user's cache folder cannot be written to.
    """
    file = demonstration_file(from_code, to_code)
    if file is None:
        return None
    with _UNPACKING:
        # Keyed by content: another build of the file never meets the unpacked folder of this one.
        folder = user_cache_path("parallax") / "demonstration" / _digest(file, file.stat().st_mtime_ns) / "packages"
        return find_package(from_code, to_code, folder) or install_file(file, folder, trusted=True)


def demonstration_packages() -> tuple[InstalledPackage, ...]:
    """Both directions, sorted by pair; fewer or none where the files are absent.

    Raises:
        EngineError: As `find_demonstration` does.
    """
    found = [find_demonstration(*pair) for pair in sorted(directions())]
    return tuple(package for package in found if package is not None)


def demonstration_file(from_code: str, to_code: str) -> Path | None:
    """The package file for a pair, None where there is none."""
    if (from_code, to_code) not in directions():
        return None
    return next(iter(sorted(DEMO_FOLDER.glob(f"translate-{from_code}_{to_code}-*.argosmodel"))), None)


@cache  # the page asks at every rerun, and the files have 4 MB
def _digest(file: Path, changed: int) -> str:
    return sha256(file.read_bytes()).hexdigest()[:16]


class DemonstrationEngine:
    """The demonstration packages, where they are asked for by name."""

    info = EngineInfo(
        name="demonstration",
        title=Phrase("Demonstration packages, which know only the samples"),
        languages=Phrase("Russian and English, both ways"),
        licence="MIT",
        get=Phrase("They come with Parallax."),
        label=later("demonstration translation, knows only the samples"),
        notice=later(
            "Translated by the demonstration packages, which know only the vocabulary of the samples: "
            "of any other text they make nonsense."
        ),
        size_mb=2,
    )

    def model(self, source: str, target: str, options: Options) -> CTranslate2Model:
        """The demonstration package for a direction.

        Raises:
            EngineError: There is none here, or it is damaged.
        """
        package = find_demonstration(source, target)
        if package is not None:
            return model_of(package)
        raise EngineError(
            Phrase(
                "There is no demonstration package for {source:name} to {target:name} here.",
                source=Version(source),
                target=Version(target),
            )
        )
