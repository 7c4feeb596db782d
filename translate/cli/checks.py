"""What `doctor` checks of this machine: whether it works, and what to do where it does not."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from translate.cli.ports import LOOKED_AT, refusal
from translate.cli.trials import tried
from translate.engines.engine import EngineInfo
from translate.errors import EngineError, OptionError
from translate.installation import install_command, user_cache_path
from translate.languages.registry import directions

State = Literal["ok", "note", "problem"]

MODELS_MB = 300  # of room on the disk for two directions of the larger engine
DRAFTS_MB = 100  # for files that are being written
COMPARISON_MB = 550  # of memory that one comparison takes, with the models it loads, the second encoder among them
PAGE_MB = 1300  # that the page takes with its two processes; benchmarks/measure/load.py prints both
CACHE_LOG = "translate.engines.cache"
MEMORY = Path("/proc/meminfo")
GROUP = Path("/sys/fs/cgroup")  # of a container or a unit


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried.

    Attributes:
        name: The same in every run; of a translation with the engine and the languages.
        state: "ok", "problem" for what has to be mended, "note" for what works otherwise.
        found: What was tried and seen.
        advice: What to do; "" where all is well.
    """

    name: str
    state: State
    found: str
    advice: str = ""


def checks(*, port: int | None = None, quick: bool = False) -> Iterator[Check]:
    """Try everything, one after the other.

    Args:
        port: Of the page; None for the one that it finds.
        quick: Leave out what loads models, which takes seconds.
    """
    if not quick:
        yield _comparison()
    yield _cache()
    if not quick:
        yield from _translations()
    yield _port(port)
    yield from _disk()
    yield _memory()


def _comparison() -> Check:
    outcome = tried("compare")
    if not outcome.error:
        return Check("comparison", "ok", f"{outcome.found}, {outcome.seconds:.1f} s with loading")
    advice = f"Install what it needs anew: {install_command()}. If that is no help, report it with this output."
    return Check("comparison", "problem", f"comparing a sample fails: {outcome.error}", advice)


def _cache() -> Check:
    from translate.engines.cache import LIMIT_VARIABLE, Cache, default_cache

    try:
        usual = default_cache()
    except OptionError as error:
        return Check("cache", "problem", str(error), f"Give {LIMIT_VARIABLE} a number of megabytes, or none.")
    if not usual.limit:
        return Check("cache", "note", f"it is off ({LIMIT_VARIABLE}=0): the same text is encoded again each time")
    value = os.urandom(8)
    with _heard(CACHE_LOG) as warnings:
        cache = Cache(usual.path, usual.limit)  # one that has not given its warning yet
        cache.put_many("check", "doctor", {"a value": value})
        read = cache.get_many("check", "doctor", ["a value"])
    if read == {"a value": value}:
        return Check("cache", "ok", f"written and read: {usual.path}")
    why = warnings[0] if warnings else f"what was written is not read again: {usual.path}"
    folder = usual.path.parent
    advice = (
        f"Make room on its disk and let this user write to {folder}, or delete {usual.path}; another place is named by "
        f"XDG_CACHE_HOME (Linux), and {LIMIT_VARIABLE}=0 goes without."
    )
    return Check("cache", "problem", why, advice)


class _heard(logging.Handler):
    """What a log is told meanwhile, kept from the console."""

    def __init__(self, log: str) -> None:
        super().__init__()
        self._log = logging.getLogger(log)
        self._told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._told.append(record.getMessage())

    def __enter__(self) -> list[str]:
        self._log.addHandler(self)
        self._before, self._log.propagate = self._log.propagate, False
        return self._told

    def __exit__(self, *error: object) -> None:
        self._log.removeHandler(self)
        self._log.propagate = self._before


def _translations() -> Iterator[Check]:
    """A sentence by each model that is installed."""
    from translate.engines.engine_table import all_engines
    from translate.options import Options

    for engine in all_engines():
        if isinstance(engine, EngineError):
            yield Check("translation", "problem", str(engine), "Update the package that brings it, or remove it.")
            continue
        name = engine.info.name
        for source, target in directions():
            about = f"translation {name} {source}-{target}"
            try:
                installed = engine.info.offline and engine.model(source, target, Options()) is not None
            except EngineError as error:
                yield Check(about, "problem", str(error), f"Install it anew: {engine.info.how_to_get(source, target)}")
                continue
            if installed:
                yield _translation(about, engine.info, source, target)


def _translation(about: str, engine: EngineInfo, source: str, target: str) -> Check:
    outcome = tried("translate", engine.name, source, target)
    if not outcome.error:
        sentence = outcome.found if engine.automatic else "it works, with the vocabulary of the samples alone"
        return Check(about, "ok", f"{sentence} ({outcome.seconds:.1f} s with loading)")
    advice = engine.how_to_get(source, target)
    return Check(
        about, "problem", outcome.error, f"Remove it and install it anew: {advice}" if advice else "Remove it."
    )


def _port(asked: int | None) -> Check:
    if asked is not None:
        reason = refusal(asked)
        if not reason:
            return Check("port", "ok", f"{asked} is free")
        advice = "End the program that has it, or give the page another: --port."
        return Check("port", "problem", f"{asked} cannot be had: {reason}", advice)
    free = next((port for port in LOOKED_AT if not refusal(port)), None)
    if free is None:
        why = refusal(LOOKED_AT[0])
        return Check(
            "port", "problem", f"none of {LOOKED_AT[0]} to {LOOKED_AT[-1]} can be had: {why}", "Name one: --port."
        )
    if free == LOOKED_AT[0]:
        return Check("port", "ok", f"{free} is free")
    found = f"{LOOKED_AT[0]} is taken, perhaps by a page that runs; another page will be at {free}"
    return Check("port", "note", found, "Name another with --port if it has to stay the same.")


def _disk() -> Iterator[Check]:
    """Room where files are kept; a disk that holds several kinds is told of once, with the most that is needed."""
    from translate.engines.cache import DEFAULT_LIMIT
    from translate.engines.packages import packages_folder

    wanted = (
        (user_cache_path("parallax"), DEFAULT_LIMIT / 1e6, "cached results"),
        (packages_folder(), MODELS_MB, "translation models"),
        (Path(tempfile.gettempdir()), DRAFTS_MB, "unfinished files"),
    )
    disks: dict[int, list[tuple[Path, float, str]]] = {}
    for folder, megabytes, use in wanted:
        there = next(each for each in (folder, *folder.parents) if each.exists())
        disks.setdefault(there.stat().st_dev, []).append((there, megabytes, use))
    for kept in disks.values():
        uses = ", ".join(use for _, _, use in kept)
        needed = sum(megabytes for _, megabytes, _ in kept)
        free = shutil.disk_usage(kept[0][0]).free / 1e6
        found = f"{free:,.0f} MB free at {kept[0][0]} for {uses}"
        if free >= needed:
            yield Check("disk", "ok", found)
        else:
            advice = f"Make room: {needed:,.0f} MB are used there when all is full; `cache clear` empties the cache."
            yield Check("disk", "problem", found, advice)


def _memory() -> Check:
    free = available_memory()
    if free is None:
        return Check("memory", "note", "this system does not tell how much is free")
    found = f"{free:,.0f} MB free; a comparison takes {COMPARISON_MB} MB, the page {PAGE_MB:,} MB"
    if free < COMPARISON_MB:
        return Check("memory", "problem", found, "End other programs, or give this machine more memory.")
    if free < PAGE_MB:
        advice = "For the page, end other programs or set PARALLAX_WORKERS=1."
        return Check("memory", "note", found, advice)
    return Check("memory", "ok", found)


def available_memory() -> float | None:
    """Megabytes that programs may still take, of the machine or of the container; None where nothing tells."""
    known = [*_of_the_machine(), *_of_the_group()]
    return min(known) if known else None


def _of_the_machine() -> Iterable[float]:
    if MEMORY.exists():
        lines = MEMORY.read_text(encoding="ascii").splitlines()
        yield from (int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("MemAvailable:"))


def _of_the_group() -> Iterable[float]:
    most, used = GROUP / "memory.max", GROUP / "memory.current"
    if most.exists() and used.exists() and (limit := most.read_text(encoding="ascii").strip()).isdigit():
        yield (int(limit) - int(used.read_text(encoding="ascii"))) / 1e6
