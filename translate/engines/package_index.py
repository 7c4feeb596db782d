"""Packages from the Argos package index: connections are opened only when asked for."""

import json
from dataclasses import dataclass
from typing import Any

from translate.engines.downloading import (
    ConnectionLost,
    Progress,
    alone,
    broken_off,
    discard,
    fetch,
    opened,
    read,
    unwatched,
)
from translate.engines.packages import (
    CODE,
    VERSION,
    InstalledPackage,
    explained,
    install_file,
    packages_folder,
    pair_in_words,
)
from translate.errors import EngineError, LibraryMissing
from translate.installation import has_libraries
from translate.wording.phrase import Phrase, joined

MAX_INDEX = 5_000_000  # bytes; the index has about 50,000
MAX_PACKAGE = 1_000_000_000  # bytes; those of the compared languages have 156 and 196 million
ZIP = b"PK"  # begins every package
BY_FILE = Phrase("Without a connection, install from a file: python -m translate packages install FILE.argosmodel")


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
    address = _index_address()
    try:
        with opened(address) as answer:
            entries = json.loads(read(answer, MAX_INDEX))
    except ConnectionLost as error:
        raise EngineError(
            Phrase("Cannot read the index of translation packages: {error}. {advice}", error=error.what, advice=BY_FILE)
        ) from error
    except (ValueError, RecursionError) as error:
        raise EngineError(
            Phrase(
                "What is at {address} is no index of translation packages ({error}). {advice}",
                address=address,
                error=error,
                advice=BY_FILE,
            )
        ) from error
    newest: dict[tuple[str, str], AvailablePackage] = {}
    for entry in entries if isinstance(entries, list) else []:
        package = _package(entry)
        known = newest.get((package.from_code, package.to_code)) if package else None
        if package and (known is None or _order(package) > _order(known)):
            newest[package.from_code, package.to_code] = package
    if not newest:
        raise EngineError(
            Phrase(
                "There is no translation package in the index at {address}. {advice}", address=address, advice=BY_FILE
            )
        )
    return [newest[pair] for pair in sorted(newest)]


def install_pair(from_code: str, to_code: str, progress: Progress | None = None) -> InstalledPackage:
    """Download the newest package for a pair and install it; a download that broke off before goes on from there.

    Args:
        from_code, to_code: Languages, "ru" and "en".
        progress: Called with the bytes received and those expected (0 if not known).

    Raises:
        EngineError: No such package, no connection, a damaged file or one for other languages, or no place to put it.
    """
    offered = available_packages()
    package = next((p for p in offered if (p.from_code, p.to_code) == (from_code, to_code)), None)
    if package is None:
        known = joined(", ", [pair_in_words(p.from_code, p.to_code) for p in offered])
        raise EngineError(
            Phrase(
                "The index has no package for {source} to {target}. It has: {known}.",
                source=from_code,
                target=to_code,
                known=known,
            )
        )
    folder = packages_folder()
    part = folder.parent / f"translate-{from_code}_{to_code}.argosmodel.part"  # beside the packages, on their disk
    what = Phrase("Cannot download the package for {source} to {target}", source=from_code, target=to_code)
    with explained(what, folder), alone(part, what):
        try:
            fetch(package.links, part, MAX_PACKAGE, progress or unwatched, ZIP)
        except ConnectionLost as error:
            raise broken_off(what, error, BY_FILE, kept=part.exists()) from error
        try:
            return install_file(part, pair=(from_code, to_code))
        finally:
            discard(part)


def _package(entry: Any) -> AvailablePackage | None:
    """One entry of the index; None if it is no translation package."""
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    texts = [entry.get(key) for key in ("from_code", "to_code", "package_version")]
    links = entry.get("links")
    if not all(isinstance(text, str) for text in texts) or not isinstance(links, list):
        return None
    addresses = tuple(link for link in links if isinstance(link, str) and link.startswith(("https://", "http://")))
    from_code, to_code, version = map(str, texts)
    if not addresses or not (CODE.fullmatch(from_code) and CODE.fullmatch(to_code) and VERSION.fullmatch(version)):
        return None
    return AvailablePackage(from_code, to_code, version, addresses)


def _order(package: AvailablePackage) -> tuple[int, ...]:
    return tuple(int(part) for part in package.version.split("."))


def _index_address() -> str:
    """Address of index.json, by argostranslate's own settings (ARGOS_PACKAGE_INDEX among them)."""
    if not has_libraries("argostranslate"):
        raise LibraryMissing(Phrase("The index of translation packages"), "argos-translate-lt", "translate")
    try:
        import argostranslate.settings  # type: ignore[import-untyped]  # imported here: it makes folders when it loads
    except OSError as error:
        raise EngineError(
            Phrase(
                "Cannot make the folder {folder}, which argostranslate needs: {error}. "
                "ARGOS_PACKAGES_DIR and XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME choose other places.",
                folder=error.filename,
                error=error.strerror,
            )
        ) from error
    base: str = argostranslate.settings.package_index
    return f"{base.rstrip('/')}/index.json"
