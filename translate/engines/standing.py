"""What each engine can do on this machine now."""

from dataclasses import dataclass

from translate.engines.engine import Engine
from translate.engines.engine_table import all_engines
from translate.errors import EngineError
from translate.languages.registry import directions
from translate.options import Options
from translate.wording.phrase import Telling

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """An engine and what it can do.

    Attributes:
        engine: None where the package that brings it is broken.
        directions: Pairs of languages, from and into, that it translates now.
        problem: What keeps it from more; "" where nothing does.
    """

    engine: Engine | None
    directions: tuple[Pair, ...] = ()
    problem: Telling = ""

    @property
    def whole(self) -> bool:
        """Whether it translates every direction that texts are compared in."""
        return set(self.directions) >= set(directions())


def standings() -> list[Standing]:
    """Every engine, best first; folders and servers that only options name are not among what one can do."""
    return [_standing(engine) for engine in all_engines()]


def _standing(engine: Engine | EngineError) -> Standing:
    if isinstance(engine, EngineError):
        return Standing(None, problem=engine.message)
    able: list[Pair] = []
    problem: Telling = ""
    for pair in directions():
        try:
            model = engine.model(*pair, Options())
        except EngineError as error:
            problem = error.message
        else:
            able += [pair] if model is not None else []
    return Standing(engine, tuple(able), problem)
