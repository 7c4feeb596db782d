"""How to get a better translation than word by word: told once in a process, through the log."""

import logging
import threading
from dataclasses import dataclass

from translate.engines.ctranslate2_model import can_translate
from translate.engines.engine import Installing
from translate.engines.engine_table import automatic_engines, best_installed, missing_library
from translate.errors import EngineError
from translate.installation import has_libraries, install_command
from translate.languages.registry import directions
from translate.options import Options
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, joined

MEGABIT = 1 / 8  # megabytes
LINE = 20 * MEGABIT  # megabytes a second, of a line that most readers have

_log = logging.getLogger(__name__)
_untold = threading.Lock()


@dataclass(frozen=True, slots=True)
class Offer:
    """What would translate by machine the directions that are glossed.

    Attributes:
        engine: The best that installs itself.
        directions: Pairs of languages without a model, from and into.
    """

    engine: Installing
    directions: tuple[tuple[str, str], ...]

    @property
    def cost(self) -> Phrase:
        """Size and time of a download of them all."""
        size = (self.engine.info.size_mb or 0) * len(self.directions)
        return Phrase("{size:.0f} MB, about {seconds:.0f} seconds at 20 Mbit/s", size=size, seconds=size / LINE)


def offer() -> Offer | None:
    """What could be installed for the directions without a model; None where nothing lacks or libraries do."""
    lacking = tuple(pair for pair in directions() if _lacks(*pair))
    if not lacking or any(missing_library(*pair, Options()) for pair in lacking):
        return None
    for engine in automatic_engines():
        if isinstance(engine, Installing) and has_libraries(*engine.info.libraries):
            return Offer(engine, lacking)
    return None


def advise(source: str, target: str) -> None:
    """Tell in the log how to get translations instead of a gloss, unless this process has told it before."""
    if _untold.acquire(blocking=False):  # never given back
        _log.warning(_advice(source, target))  # as it is, so that who hears it can tell it in another language


def tell_once(advice: Phrase) -> None:
    """Tell what another process, which works for this one, was advised, unless this one has told it before."""
    if _untold.acquire(blocking=False):
        _log.warning(advice)


def _advice(source: str, target: str) -> Phrase:
    """How to translate a direction by machine, and the other directions with it."""
    lacking = missing_library(source, target, Options())
    if lacking is not None or not can_translate():
        return Phrase(
            "Texts are glossed word by word: the libraries are not installed that translation models need. "
            "To install them: {command}",
            command=install_command("translate"),
        )
    found = offer()
    if found is None or (source, target) not in found.directions:
        return Phrase(
            "No translation model for {source:name} to {target:name} is installed. All that can translate: "
            "python -m translate engines list",
            source=Version(source),
            target=Version(target),
        )
    return Phrase(
        "Texts are glossed word by word, for no translation model is installed. To install the best ({cost}): "
        "{commands}. All that can translate: python -m translate engines list",
        cost=found.cost,
        commands=joined("; ", [found.engine.info.how_to_get(*pair) for pair in found.directions]),
    )


def _lacks(source: str, target: str) -> bool:
    try:
        return best_installed(source, target, Options()) is None
    except EngineError:  # a damaged one, which translating tells
        return False
