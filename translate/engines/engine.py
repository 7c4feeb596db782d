"""What translates by machine, as the rest of the house knows it: engines, and the models that they lend.

Another package brings an engine of its own by an entry point of the group "parallax.engines" that names an object of
this kind, or a class whose object is one; see `engine_table`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from translate.options import Options, Quality
from translate.wording.phrase import Telling, later

Progress: TypeAlias = Callable[[int, int], None]
"""Called with the number of parts done and in all."""


@dataclass(frozen=True, slots=True)
class Published:
    """Quality of one direction on the news of WMT20, as published.

    Attributes:
        pair: Languages from and to, "ru-en".
        bleu: 0 to 100, higher is better.
        comet: About 0 to 1, higher is better.
    """

    pair: str
    bleu: float
    comet: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineInfo:
    """What a reader has to know to choose an engine.

    Attributes:
        name: What options, reports and the command line call it, "argos".
        title: What the page calls it.
        languages: Which it translates, in words or codes.
        licence: Of its models.
        get: How to get it, as a sentence; "" where `install` says it all.
        install: Command that installs a direction, with the fields "source" and "target"; "" where none does.
        label: Template of what a report calls its translations, marked by `later`; its field is "model".
        notice: Template of what every reader of its translations must be told, marked by `later`; its field is "model",
            the model's name. "" where nothing must.
        quality: As published; empty where nothing is.
        size_mb: Megabytes on the disk for a direction; None if unknown.
        speed: Sentences a second on two cores, as benchmarks/measure/translation.py measures it; None if unknown.
        libraries: Modules that it needs; for some machines there is no wheel of one.
        qualities: Whether it translates with more care when asked; a server has a quality of its own.
        offline: Whether the text stays on this machine.
        automatic: Whether "auto" may choose it: neither an engine that sends texts away nor one that makes nonsense.
    """

    name: str
    title: Telling
    languages: Telling
    licence: Telling
    get: Telling = ""
    install: str = ""
    label: str = later("machine translation by {model}")
    notice: str = ""
    quality: tuple[Published, ...] = ()
    size_mb: float | None = None
    speed: float | None = None
    libraries: tuple[str, ...] = ()
    qualities: bool = True
    offline: bool = True
    automatic: bool = False

    def how_to_get(self, source: str, target: str) -> Telling:
        """What to do to get it for a direction."""
        return self.install.format(source=source, target=target) if self.install else self.get


class Model(Protocol):
    """Translates from one language into one other.

    Attributes:
        name: As reports name it, "translate-ru_en-1_9"; no path and no secret.
        key: Name and state, other where its files are others: the cache keeps translations under it.
    """

    @property
    def name(self) -> str: ...

    @property
    def key(self) -> str: ...

    def translate(self, sentences: Sequence[str], quality: Quality, progress: Progress | None) -> list[str]:
        """One translation for each sentence, "" for a blank one.

        Args:
            sentences: Any number, of any length.
            quality: How well, if the engine has several qualities.
            progress: To be called while it takes time.

        Raises:
            EngineError: The model is damaged or cannot be reached.
        """
        ...


@runtime_checkable
class Searching(Model, Protocol):
    """A model that can tell more than its best translation; the least doubtful is taken where the best is doubted."""

    def hypotheses(self, sentences: Sequence[str], count: int) -> list[list[str]]:
        """`count` translations of each sentence, best first.

        Raises:
            EngineError: The model is damaged.
        """
        ...


@runtime_checkable
class Scoring(Model, Protocol):
    """A model that can tell how probable a translation is that somebody else made."""

    def log_probabilities(self, sentences: Sequence[str], translations: Sequence[str]) -> list[list[tuple[str, float]]]:
        """The pieces of each translation with their log-probability, 0 or less, given the sentence and what precedes.

        Raises:
            EngineError: The model is damaged.
        """
        ...


class Engine(Protocol):
    """Finds models on this machine, or a server."""

    @property
    def info(self) -> EngineInfo: ...

    def model(self, source: str, target: str, options: Options) -> Model | None:
        """The model for a direction, None where none is there.

        Asked often: a model loads its weights at its first translation.

        Args:
            source, target: Languages, "ru" and "en".
            options: Folders and addresses that the user named; `options.engine` may be "auto" or this one.

        Raises:
            LibraryMissing: There is a model, and no library to run it.
            EngineError: The model is damaged.
        """
        ...


@runtime_checkable
class Installing(Engine, Protocol):
    """An engine that fetches its models itself."""

    def install(self, source: str, target: str, progress: Progress | None) -> str:
        """Fetch and install the model for a direction; its name.

        Args:
            source, target: Languages, "ru" and "en".
            progress: Called with the bytes received and in all, 0 where that is unknown.

        Raises:
            EngineError: There is none, or it does not come; nothing is left half-made.
        """
        ...
