"""Packages from the Argos package index: connections are opened only when asked for."""

import json
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any

from translate.engines.packages import VERSION, InstalledPackage, install_file
from translate.errors import EngineError

TIMEOUT = 20  # seconds without an answer
BLOCK = 1 << 16  # bytes
MAX_INDEX = 5_000_000  # bytes; the index has about 50,000
MAX_PACKAGE = 1_000_000_000  # bytes; packages have about 100 million

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class AvailablePackage:
    """One package that the index offers.

    Attributes:
        from_code, to_code: Languages, "ru" and "en".
        version: "1.9".
        links: Addresses of the file, tried in this order.
    """

    from_code: str
    to_code: str
    version: str
    links: tuple[str, ...]


def available_packages() -> list[AvailablePackage]:
    """What the index (ARGOS_PACKAGE_INDEX, or Argos's own) offers: the newest version of each pair, sorted by pair.

    Raises:
        EngineError: The index cannot be reached or is no index.
    """
    with _reached("Cannot read the index of translation packages"), _opened(_index_address()) as answer:
        entries = json.loads(answer.read(MAX_INDEX))
    newest: dict[tuple[str, str], AvailablePackage] = {}
    for entry in entries if isinstance(entries, list) else []:
        package = _package(entry)
        known = newest.get((package.from_code, package.to_code)) if package else None
        if package and (known is None or _order(package) > _order(known)):
            newest[package.from_code, package.to_code] = package
    if not newest:
        raise EngineError(f"There is no translation package in the index at {_index_address()}.")
    return [newest[pair] for pair in sorted(newest)]


def install_pair(from_code: str, to_code: str, progress: Progress | None = None) -> InstalledPackage:
    """Download the newest package for a pair and install it; a broken download leaves nothing behind.

    Args:
        from_code, to_code: Languages, "ru" and "en".
        progress: Called with the bytes received and those expected (0 if not known).

    Raises:
        EngineError: No such package, no connection, a damaged file, or no place to put it.
    """
    offered = available_packages()
    package = next((p for p in offered if (p.from_code, p.to_code) == (from_code, to_code)), None)
    if package is None:
        known = ", ".join(f"{p.from_code} to {p.to_code}" for p in offered)
        raise EngineError(f"The index has no package for {from_code} to {to_code}. It has: {known}.")
    with tempfile.TemporaryDirectory(prefix="parallax-download-") as folder:
        file = Path(folder) / f"translate-{from_code}_{to_code}.argosmodel"
        with _reached(f"Cannot download the package for {from_code} to {to_code}"):
            _download(package.links, file, progress or _silent)
        return install_file(file)


def _download(links: tuple[str, ...], file: Path, progress: Progress) -> None:
    """From the first address that answers; the last failure counts."""
    for link in links[:-1]:
        try:
            return _fetch(link, file, progress)
        except (OSError, HTTPException):
            continue  # the next address may do better, and the last one's failure is reported
    return _fetch(links[-1], file, progress)


def _fetch(link: str, file: Path, progress: Progress) -> None:
    with _opened(link) as answer, file.open("wb") as out:
        expected = int(answer.headers.get("Content-Length") or 0)
        received = 0
        while block := answer.read(BLOCK):
            received += len(block)
            if received > MAX_PACKAGE:
                raise OSError(f"the file has more than {MAX_PACKAGE:,} bytes")
            out.write(block)
            progress(received, expected)
    if expected and received != expected:
        raise OSError(f"the connection broke after {received:,} of {expected:,} bytes")


@contextmanager
def _opened(address: str) -> Iterator[HTTPResponse]:
    if not address.startswith(("https://", "http://")):
        raise OSError(f"{address} is no web address")
    with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
        yield answer


@contextmanager
def _reached(what: str) -> Iterator[None]:
    """Turns what connections raise into an error that names the way without one."""
    try:
        yield
    except (OSError, HTTPException, ValueError) as error:  # URLError and a timeout are kinds of OSError
        reason = getattr(error, "reason", None) or error
        raise EngineError(
            f"{what}: {reason}. Without a connection, install from a file: "
            "python -m translate packages install FILE.argosmodel"
        ) from error


def _package(entry: Any) -> AvailablePackage | None:
    """One entry of the index; None if it is no translation package."""
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    texts = [entry.get(key) for key in ("from_code", "to_code", "package_version")]
    links = entry.get("links")
    if not all(isinstance(text, str) for text in texts) or not isinstance(links, list):
        return None
    addresses = tuple(link for link in links if isinstance(link, str) and link.startswith(("https://", "http://")))
    if not addresses or not VERSION.fullmatch(str(texts[2])):
        return None
    return AvailablePackage(str(texts[0]), str(texts[1]), str(texts[2]), addresses)


def _order(package: AvailablePackage) -> tuple[int, ...]:
    return tuple(int(part) for part in package.version.split("."))


def _index_address() -> str:
    """Address of index.json, by argostranslate's own settings (ARGOS_PACKAGE_INDEX among them)."""
    import argostranslate.settings  # type: ignore[import-untyped]  # imported here: it makes folders when it loads

    base: str = argostranslate.settings.package_index
    return f"{base.rstrip('/')}/index.json"


def _silent(received: int, expected: int) -> None:
    """Progress that nobody watches."""
