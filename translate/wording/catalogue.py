"""The translations of what the program says, through gettext.

English is written in the code; translate/wording/locale/ru.po holds Russian, as text. benchmarks/build/catalogue.py
brings it up to date with the code, and a test fails as soon as the two disagree.
"""

import gettext as standard
import io
from functools import cache
from importlib import resources
from typing import TypeAlias

from translate.wording.interface import InterfaceLanguage, interface_language

Catalogue: TypeAlias = standard.NullTranslations


def catalogue() -> Catalogue:
    """The translations of the current language; those of English give every message as it is."""
    return _catalogue(interface_language())


@cache
def _catalogue(language: InterfaceLanguage) -> Catalogue:
    """A catalogue compiled from its text, so that no binary file lies beside it."""
    if language == "en":
        return standard.NullTranslations()
    from babel.messages.mofile import write_mo  # a run of the command line in English needs neither
    from babel.messages.pofile import read_po

    binary = io.BytesIO()
    with resources.files("translate.wording").joinpath("locale", f"{language}.po").open("rb") as file:
        write_mo(binary, read_po(file, locale=language))
    binary.seek(0)
    return standard.GNUTranslations(binary)
