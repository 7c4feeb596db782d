"""All engines in one table, best first: those that come with Parallax, and those of other installed packages."""

import logging
from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint

from translate.engines.argos import ArgosEngine
from translate.engines.demonstration import DemonstrationEngine
from translate.engines.engine import Engine, EngineInfo, Model
from translate.engines.firefox import FirefoxEngine
from translate.engines.libretranslate import LibreTranslateEngine
from translate.engines.model_folder import CTranslate2Engine
from translate.errors import EngineError, LibraryMissing
from translate.options import WITHOUT_MACHINE, Options, plugged_engines
from translate.wording.naming import Version
from translate.wording.phrase import Phrase

# In order of preference; where an engine comes with Parallax, translate.options names it as well.
BUILT_IN: tuple[Engine, ...] = (
    FirefoxEngine(),
    ArgosEngine(),
    CTranslate2Engine(),
    LibreTranslateEngine(),
    DemonstrationEngine(),
)

_log = logging.getLogger(__name__)


def engine_named(name: str) -> Engine:
    """The engine of a name.

    Raises:
        EngineError: There is none, or the package that brings it is broken.
    """
    for engine in BUILT_IN:
        if engine.info.name == name:
            return engine
    for entry in plugged_engines():
        if entry.name == name:
            return _plugged(entry)
    raise EngineError(Phrase("There is no engine {engine} here.", engine=repr(name)))


def all_engines() -> Iterator[Engine | EngineError]:
    """Every engine, best first; an error that names it in place of one whose package is broken."""
    yield from BUILT_IN
    for entry in plugged_engines():
        try:
            yield _plugged(entry)
        except EngineError as error:
            yield error


def find_model(source: str, target: str, options: Options) -> tuple[Engine, Model] | None:
    """Who translates a direction as asked; None where nobody does by machine.

    Args:
        source, target: Languages, "ru" and "en".
        options: Its engine counts, and what belongs to it.

    Raises:
        ModelNotInstalled: An engine was named, and has nothing for this direction.
        EngineError: So was one that is damaged or lacks a library; or the best one is damaged.
    """
    if options.engine in WITHOUT_MACHINE:
        return None
    if options.engine == "auto":
        return best_installed(source, target, options)
    engine = engine_named(options.engine)
    model = engine.model(source, target, options)
    if model is None:
        raise EngineError(
            Phrase(
                "The engine {engine} has no model for {source:name} to {target:name}. {advice}",
                engine=engine.info.name,
                source=Version(source),
                target=Version(target),
                advice=engine.info.how_to_get(source, target),
            )
        )
    return engine, model


def best_installed(source: str, target: str, options: Options) -> tuple[Engine, Model] | None:
    """The first engine that has a model for a direction, can run it, and may be used unasked.

    Raises:
        EngineError: Its model is damaged.
    """
    for engine in automatic_engines():
        try:
            model = engine.model(source, target, options)
        except LibraryMissing:
            continue
        if model is not None:
            return engine, model
    return None


def missing_library(source: str, target: str, options: Options) -> LibraryMissing | None:
    """What keeps a model from being used that is there for a direction; None where nothing does."""
    for engine in automatic_engines():
        try:
            engine.model(source, target, options)
        except LibraryMissing as error:
            return error
    return None


def label_of(name: str, model: str) -> Phrase:
    """What a report calls the translations of an engine, be it here or not.

    Args:
        name: Of the engine.
        model: Name of what translated, "" where it has none.
    """
    try:
        return Phrase.of(engine_named(name).info.label, {"model": model or name})
    except EngineError:
        return Phrase("machine translation by {model}", model=model or name)


def automatic_engines() -> Iterator[Engine]:
    """Engines that may be used unasked; a broken one is passed over with a word in the log."""
    for engine in all_engines():
        if isinstance(engine, EngineError):
            _log.warning("%s", engine)
        elif engine.info.automatic and engine.info.offline:
            yield engine


@cache
def _plugged(entry: EntryPoint) -> Engine:
    """The engine that another package brings."""
    try:
        found = entry.load()
        engine: Engine = found() if isinstance(found, type) else found
        sound = isinstance(engine.info, EngineInfo) and engine.info.name == entry.name and callable(engine.model)
    except Exception as error:  # whatever code of others may raise: it must not take the other engines along
        raise _broken(entry, error) from error
    if not sound:
        raise _broken(entry, Phrase("it is no engine of this name"))
    return engine


def _broken(entry: EntryPoint, error: object) -> EngineError:
    package = entry.dist.name if entry.dist else entry.value
    return EngineError(
        Phrase(
            "The engine {engine} of the package {package} cannot be loaded ({error}). "
            "Update that package or remove it.",
            engine=entry.name,
            package=package,
            error=error or type(error).__name__,
        )
    )
