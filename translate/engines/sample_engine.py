"""Who translates the sample stories."""

import logging

from translate.engines.ctranslate2_model import can_translate
from translate.engines.demonstration import KNOWN, demonstration_packages
from translate.engines.engine_table import best_installed
from translate.errors import EngineError
from translate.languages.registry import directions
from translate.options import Options

_log = logging.getLogger(__name__)


def engine_for_sample(name: str) -> str:
    """Who translates a sample story: installed models, else the demonstration packages where they know its words.

    For the samples alone: a text of the user's own is never given to the demonstration packages unasked.
    """
    if name not in KNOWN or not can_translate():
        return "auto"
    if all(best_installed(*pair, Options()) for pair in directions()):
        return "auto"
    try:
        return "demonstration" if len(demonstration_packages()) == len(directions()) else "auto"
    except EngineError as error:  # no room to unpack them, which must not keep a sample from being compared
        _log.warning("The demonstration packages cannot be used. %s", error)
        return "auto"
