"""Every setting of one run."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from os import PathLike
from typing import TYPE_CHECKING, Literal, get_args

from translate.errors import OptionError, WrongType
from translate.languages.glossary import Glossary
from translate.settings.limits import Limits, limits_with
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

BuiltInEngine = Literal["auto", "firefox", "argos", "ctranslate2", "libretranslate", "demonstration", "gloss", "none"]
Quality = Literal["fast", "careful"]
OperatingPoint = Literal["careful", "balanced", "sensitive"]
WITHOUT_MACHINE = ("gloss", "none")  # of the engines, those that never translate by machine
NEEDING_MORE = ("ctranslate2", "libretranslate")  # those that need a folder or an address besides
GROUP = "parallax.engines"  # of the entry points by which other packages bring engines


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one comparison; the defaults suit a news story.

    Attributes:
        engine: "auto" uses the best engine that is installed and falls back on the gloss; "argos" insists on a package;
            "ctranslate2" is a model of the user's own, in a folder that `models` names;
            "libretranslate" is a server, to which the sentences are sent;
            "demonstration" is the small package that comes with the samples and knows only their vocabulary;
            "gloss" and "none" never translate by machine. Other installed packages may bring more.
        quality: "fast" translates greedily, "careful" with beam search; a server has its own.
        operating_point: How readily a difference is flagged. "careful" flags fewer, so fewer flags are false;
            "sensitive" flags more, so fewer differences are missed; "balanced" is best in both together.
        url: Address of the LibreTranslate server, "http://localhost:5000"; None for every other engine.
        api_key: For servers that ask for one; in no report or message.
        public_server: Whether the server has to be one of the public internet, because a stranger named it; one on this
            machine or in a private network is then refused.
        models: Folders of models for the engine "ctranslate2", "FOLDER" or "ru-en=FOLDER"; empty for every other one.
        glossary: Terms of the house, which translations honour and the comparison checks: as `read_glossary` gives
            them, or the path of the file, in whose place its terms then stand here. `terms` has them either way.
        max_characters, max_sentences: Most of either text; None for PARALLAX_MAX_CHARACTERS and PARALLAX_MAX_SENTENCES,
            without these a million and 20,000.
        max_seconds: Time after which the run is stopped; None for PARALLAX_MAX_SECONDS, without it an hour.

    Raises:
        OptionError: A value that is not listed here, a server without an address, no folder of models, or no limit.
        GlossaryError: The file of the glossary cannot be used.
    """

    engine: str = "auto"
    quality: Quality = "fast"
    operating_point: OperatingPoint = "balanced"
    url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    models: tuple[str, ...] = ()
    glossary: Glossary | str | PathLike[str] | None = None
    public_server: bool = False
    max_characters: int | None = None
    max_sentences: int | None = None
    max_seconds: float | None = None

    @property
    def limits(self) -> Limits:
        """How much the run may take: as these settings say, else the environment, else the defaults."""
        return limits_with(self.max_characters, self.max_sentences, self.max_seconds)

    def __post_init__(self) -> None:
        for name, value, known in (
            (Phrase("Unknown engine"), self.engine, _engines_with(self.engine)),
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
        if not isinstance(self.models, tuple) or not all(isinstance(folder, str) for folder in self.models):
            raise WrongType("models", self.models, Phrase('a tuple of folders: models=("FOLDER",)'))
        if self.engine == "ctranslate2" and not self.models:
            raise OptionError(Phrase("The engine ctranslate2 needs the folder of a model: --model FOLDER"))
        if self.engine != "ctranslate2" and self.models:
            raise OptionError(Phrase("The folder of a model belongs to the engine ctranslate2: name it as well."))
        usual = Limits()
        Limits(
            usual.characters if self.max_characters is None else self.max_characters,
            usual.sentences if self.max_sentences is None else self.max_sentences,
            usual.seconds if self.max_seconds is None else self.max_seconds,
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


def engine_names() -> tuple[str, ...]:
    """Every engine that `Options` takes, those of other installed packages last."""
    own: tuple[str, ...] = get_args(BuiltInEngine)
    return (*own, *(entry.name for entry in plugged_engines()))


def named_engines() -> list[str]:
    """Those for which their name is enough."""
    return [name for name in engine_names() if name not in NEEDING_MORE]


@cache
def plugged_engines() -> tuple["EntryPoint", ...]:
    """Engines of other installed packages, sorted by name and none of them loaded; names that we have stay ours."""
    from importlib.metadata import entry_points  # here: it brings the parser of e-mails along

    found = {entry.name: entry for entry in entry_points(group=GROUP) if entry.name not in get_args(BuiltInEngine)}
    return tuple(found[name] for name in sorted(found))


def _engines_with(name: object) -> Sequence[str]:
    """Names of engines; those of other packages, for which the whole disk is searched, only where they matter."""
    own: tuple[str, ...] = get_args(BuiltInEngine)
    return own if name in own else engine_names()


def require_options(given: Options | None) -> Options:
    """Settings as they were given; the defaults for None.

    Raises:
        WrongType: Something else was given.
    """
    if not isinstance(given, Options | None):
        raise WrongType("options", given, 'translate.Options(operating_point="careful")')
    return given or Options()
