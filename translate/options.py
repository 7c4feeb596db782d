"""Every setting of one run."""

import os
from dataclasses import dataclass, field
from os import PathLike
from typing import Literal, get_args

from translate.errors import OptionError, WrongType
from translate.languages.glossary import Glossary
from translate.wording.phrase import Phrase

EngineName = Literal["auto", "argos", "libretranslate", "demonstration", "gloss", "none"]
Quality = Literal["fast", "careful"]
OperatingPoint = Literal["careful", "balanced", "sensitive"]


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one comparison; the defaults suit a news story.

    Attributes:
        engine: "auto" uses an installed Argos package and falls back on the gloss; "argos" insists on a package;
            "libretranslate" is a server, to which the sentences are sent;
            "demonstration" is the small package that comes with the samples and knows only their vocabulary;
            "gloss" and "none" never translate by machine.
        quality: "fast" translates greedily, "careful" with beam search; a server has its own.
        operating_point: How readily a difference is flagged. "careful" flags fewer, so fewer flags are false;
            "sensitive" flags more, so fewer differences are missed; "balanced" is best in both together.
        url: Address of the LibreTranslate server, "http://localhost:5000"; None for every other engine.
        api_key: For servers that ask for one; in no report or message.
        glossary: Terms of the house, which translations honour and the comparison checks: as `read_glossary` gives
            them, or the path of the file, in whose place its terms then stand here. `terms` has them either way.

    Raises:
        OptionError: A value that is not listed here, or a server without an address.
        GlossaryError: The file of the glossary cannot be used.
    """

    engine: EngineName = "auto"
    quality: Quality = "fast"
    operating_point: OperatingPoint = "balanced"
    url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    glossary: Glossary | str | PathLike[str] | None = None

    def __post_init__(self) -> None:
        for name, value, known in (
            (Phrase("Unknown engine"), self.engine, get_args(EngineName)),
            (Phrase("Unknown quality"), self.quality, get_args(Quality)),
            (Phrase("Unknown operating point"), self.operating_point, get_args(OperatingPoint)),
        ):
            if value not in known:
                raise OptionError(
                    Phrase("{what} {value}. Known: {known}.", what=name, value=repr(value), known=", ".join(known))
                )
        for setting, given in (("url", self.url), ("api_key", self.api_key)):
            if not isinstance(given, str | None):
                raise WrongType(setting, given, Phrase("a string"))
        if self.engine == "libretranslate" and not self.url:
            raise OptionError(
                Phrase("The engine libretranslate needs its server's address: --url http://localhost:5000")
            )
        if self.engine != "libretranslate" and (self.url or self.api_key):
            raise OptionError(
                Phrase("An address or key of a server belongs to the engine libretranslate: name it as well.")
            )
        if isinstance(self.glossary, str | PathLike):
            from translate.text.glossary_file import read_glossary  # most runs have no such file

            object.__setattr__(self, "glossary", read_glossary(self.glossary))
        elif not isinstance(self.glossary, Glossary | None):
            raise WrongType("glossary", self.glossary, Phrase("the path of a CSV file, or what read_glossary returns"))

    @property
    def terms(self) -> Glossary | None:
        """The glossary as it was read; None where there is none."""
        return self.glossary if isinstance(self.glossary, Glossary) else None


def require_options(given: Options | None) -> Options:
    """Settings as they were given; the defaults for None.

    Raises:
        WrongType: Something else was given.
    """
    if not isinstance(given, Options | None):
        raise WrongType("options", given, 'translate.Options(operating_point="careful")')
    return given or Options()


def switched_on(variable: str, refusal: str) -> bool:
    """Whether a variable of the environment leaves on what 0 turns off.

    Args:
        variable: Its name.
        refusal: Template of what is told of another value, marked by `later`; its fields are "variable" and "value".

    Raises:
        OptionError: It is neither 0 nor 1.
    """
    value = os.environ.get(variable, "").strip() or "1"
    if value not in ("0", "1"):
        raise OptionError(Phrase.of(refusal, {"variable": variable, "value": repr(value)}))
    return value == "1"
