"""Firefox's models from Mozilla's public catalogue, or from a mirror: connections are opened only when asked for.

Two layouts of a list are read. Mozilla's catalogue for downloads in bulk has "models" by "ru-en", each with "files" and
their paths. What Firefox itself asks, Remote Settings, has "data": one record a file, with an attachment; mirrors
repeat it with their files beside it. Firefox's own service is not for others: it is asked only where a user names it.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

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
from translate.engines.firefox_files import ROLES, Role, open_file
from translate.engines.firefox_models import (
    FOLDER_VARIABLE,
    FirefoxModel,
    install_model,
    models_folder,
    require_libraries,
)
from translate.engines.packages import CODE, explained, pair_in_words
from translate.errors import EngineError
from translate.languages.registry import directions
from translate.wording.phrase import Phrase, joined

SOURCE_VARIABLE = "PARALLAX_FIREFOX_SOURCE"
CATALOGUE = (
    "https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/db/models.json"  # Mozilla's
)
MAX_LIST = 30_000_000  # bytes; Mozilla's lists have about a million
MAX_DOWNLOAD = 300_000_000  # bytes; the largest file has 60 million
LATEST_KIND = 3  # first figure of versions: 4 may be of a format that fxtranslate does not read
ARCHITECTURES = ("base-memory", "base", "tiny")  # best first that a page can wait for
OF_CATALOGUE: Mapping[Role, str] = {
    "model": "model",
    "lex": "lexicalShortlist",
    "vocab": "vocab",
    "srcvocab": "srcVocab",
    "trgvocab": "trgVocab",
}
SUM = re.compile("[0-9a-fA-F]{64}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that a source offers.

    Attributes:
        address: Where it is.
        size: Bytes of the download; 0 if not told.
        packed_sum, sum: SHA-256 of the download and of what it holds, "" where they are not told.
    """

    address: str
    size: int = 0
    packed_sum: str = ""
    sum: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that a source offers.

    Attributes:
        pair: Languages from and to.
        version: As the source says; "" where it does not.
        architecture: "base-memory", "tiny".
        files: What it consists of.
    """

    pair: tuple[str, str]
    version: str
    architecture: str
    files: tuple[tuple[Role, Listed], ...]

    @property
    def size(self) -> int:
        """Bytes of the download; 0 if not told."""
        sizes = [file.size for _, file in self.files]
        return sum(sizes) if all(sizes) else 0


def source_address(source: str | None = None) -> str:
    """Where models are listed: as given, else as PARALLAX_FIREFOX_SOURCE says, else Mozilla's catalogue."""
    return source or os.environ.get(SOURCE_VARIABLE) or CATALOGUE


def offered_models(source: str | None = None) -> list[Offer]:
    """The best model that a source offers for every pair of languages that Parallax compares, sorted by pair.

    Args:
        source: Address of a list; see `source_address`.

    Raises:
        EngineError: It cannot be reached, or is no list of models.
    """
    best: dict[tuple[str, str], Offer] = {}
    for offer in _offers(source_address(source)):
        if offer.pair in directions():
            best.setdefault(offer.pair, offer)
    return [best[pair] for pair in sorted(best)]


def install_pair(
    from_code: str, to_code: str, source: str | None = None, progress: Progress | None = None
) -> FirefoxModel:
    """Download the best model for a pair and install it; a download that broke off before goes on from there.

    Args:
        from_code, to_code: Languages, "ru" and "en".
        source: Address of a list of models; see `source_address`.
        progress: Called with the bytes received and those expected (0 if not known).

    Raises:
        EngineError: No such model, no connection, files that are damaged or do not translate, or no place to put them.
        LibraryMissing: What runs these models is not installed.
    """
    require_libraries()
    address, pair = source_address(source), (from_code, to_code)
    offers = _offers(address)
    offer = next((offer for offer in offers if offer.pair == pair), None)
    if offer is None:
        known = joined(", ", [pair_in_words(*one) for one in sorted({offer.pair for offer in offers})])
        raise EngineError(
            Phrase(
                "{address} lists no model for {source} to {target} that can be used here. It has: {known}.",
                address=address,
                source=from_code,
                target=to_code,
                known=known,
            )
        )
    folder = models_folder()
    start = folder.parent / f"firefox-{from_code}_{to_code}"
    what = Phrase("Cannot download the model for {source} to {target}", source=from_code, target=to_code)
    with explained(what, folder, FOLDER_VARIABLE), alone(start, what):
        try:
            places = _fetched(offer, start, progress or unwatched)
        except ConnectionLost as error:
            kept = any(start.parent.glob(f"{start.name}-*"))
            raise broken_off(what, error, _advice(), kept=kept) from error
        try:
            _require_sums(offer, places)
            sums = {role: file.sum for role, file in offer.files if file.sum}
            openers = {role: partial(open_file, place) for role, place in places.items()}
            return install_model(pair, openers, offer.version, sums)
        finally:
            for left in start.parent.glob(f"{start.name}-*"):
                discard(left)


def _fetched(offer: Offer, start: Path, progress: Progress) -> dict[Role, Path]:
    """Where each file of an offer lies, as it was sent; those of an earlier try are not asked for again."""
    places: dict[Role, Path] = {}
    before, sizes = 0, {role: file.size for role, file in offer.files}
    for role, file in offer.files:
        later = sum(sizes[other] for other, _ in offer.files if other not in places and other != role)
        name = sha256(file.address.encode()).hexdigest()[:12]
        place = start.with_name(f"{start.name}-{role}-{name}")
        if not place.exists():
            part = place.with_name(f"{place.name}.part")

            def told(received: int, expected: int, before: int = before, later: int = later) -> None:
                progress(before + received, before + expected + later if expected else 0)

            fetch([file.address], part, MAX_DOWNLOAD, told)
            os.replace(part, place)
            discard(part)  # the note of its version
        places[role] = place
        before += place.stat().st_size
    return places


def _require_sums(offer: Offer, places: Mapping[Role, Path]) -> None:
    for role, file in offer.files:
        place = places[role]
        with place.open("rb") as stream:
            same = not file.packed_sum or file_digest(stream, "sha256").hexdigest() == file.packed_sum
        if not same or (file.size and place.stat().st_size != file.size):
            raise EngineError(
                Phrase(
                    "What {address} sends is not the file that the source lists: its size or checksum differs. "
                    "Nothing was installed. {advice}",
                    address=file.address,
                    advice=_advice(),
                )
            )


def _offers(address: str) -> list[Offer]:
    """Usable models of a list, best first for every pair."""
    told = _read_json(address)
    try:
        if isinstance(told, dict) and isinstance(told.get("models"), dict):
            found = sorted(_of_catalogue(told, address), key=lambda ranked: ranked[0])
        else:
            records = told.get("data", told.get("records")) if isinstance(told, dict) else told
            if not isinstance(records, list):
                raise ValueError(Phrase("it has neither models nor records"))
            found = sorted(_of_records(records, address), key=lambda ranked: ranked[0])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _no_list(address, error) from error
    if not found:
        raise _no_list(address, Phrase("it lists no model that is complete"))
    return [offer for _, offer in found]


def _read_json(address: str) -> Any:
    try:
        with opened(address) as answer:
            return json.loads(read(answer, MAX_LIST))
    except ConnectionLost as error:
        raise EngineError(
            Phrase(
                "Cannot read the list of Firefox's models at {address}: {error}. {advice}",
                address=address,
                error=error.what,
                advice=_advice(),
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise _no_list(address, error) from error


Rank = tuple[Any, ...]


def _of_catalogue(told: Mapping[str, Any], address: str) -> Iterator[tuple[Rank, Offer]]:
    """Models of Mozilla's catalogue, each with its rank: what Firefox has released comes first."""
    base = urljoin(address, str(told.get("baseUrl") or ".").rstrip("/") + "/")
    for entry in (entry for entries in told["models"].values() for entry in entries if isinstance(entry, dict)):
        files: dict[Role, Listed] = {}
        for role, name in OF_CATALOGUE.items():
            file = (entry.get("files") or {}).get(name)
            if isinstance(file, dict) and isinstance(file.get("path"), str):
                place = urljoin(base, file["path"])
                files[role] = Listed(place, sum=_sum(file.get("uncompressedHash")))
        pair = entry.get("sourceLanguage"), entry.get("targetLanguage")
        architecture = str(entry.get("architecture"))
        offer = _offer(pair, files["model"].sum[:8] if "model" in files else "", architecture, files)
        if offer is not None:
            released = str(entry.get("releaseStatus")).startswith("Release")
            yield (offer.pair, not released, _place(architecture)), offer


def _of_records(records: Iterable[Any], address: str) -> Iterator[tuple[Rank, Offer]]:
    """Models of Remote Settings, each with its rank: what every Firefox gets and what is newest comes first."""
    base = _attachments(address)
    sets: dict[tuple[Any, ...], dict[Role, Listed]] = {}
    for record in records:
        attachment = record.get("attachment") if isinstance(record, dict) else None
        if not isinstance(attachment, dict) or record.get("fileType") not in ROLES:
            continue
        pair = record.get("sourceLanguage", record.get("fromLang")), record.get("targetLanguage", record.get("toLang"))
        known = (str(record.get(key) or "") for key in ("version", "architecture", "filter_expression"))
        size = attachment.get("size")
        sets.setdefault((pair, *known), {})[record["fileType"]] = Listed(
            urljoin(base, str(attachment.get("location"))),
            size if isinstance(size, int) and size > 0 else 0,
            _sum(attachment.get("hash")),
            _sum(record.get("decompressedHash")),
        )
    for (pair, version, architecture, condition), files in sets.items():
        offer = _offer(pair, version, architecture, files)
        number = re.match(r"([0-9]{1,4})(?:\.([0-9]{1,4}))?", version)
        if offer is not None and number is not None and int(number[1]) <= LATEST_KIND:
            trial = number[0] != version  # "3.0a1"
            order = -int(number[1]), -int(number[2] or 0)
            yield (offer.pair, bool(condition), trial, order, _place(architecture)), offer


def _offer(pair: tuple[Any, Any], version: str, architecture: str, files: Mapping[Role, Listed]) -> Offer | None:
    """A model of a list; None if that is no such thing, or has not all its files."""
    complete = "model" in files and ("vocab" in files or {"srcvocab", "trgvocab"} <= set(files))
    known = all(isinstance(code, str) and CODE.fullmatch(code) for code in pair)
    reachable = all(file.address.startswith(("https://", "http://")) for file in files.values())
    if not complete or not known or not reachable or not re.fullmatch(r"[\w.]{0,60}", version):
        return None
    return Offer((pair[0], pair[1]), version, architecture, tuple(files.items()))


def _attachments(address: str) -> str:
    """Below which address the attachments of records lie: as a server of Remote Settings says, else beside the list."""
    parts = urlsplit(address)
    root = re.match(r"(.*/v1/)buckets/", parts.path)
    if root is None:
        return urljoin(address, ".")
    told = _read_json(parts._replace(path=root[1], query="", fragment="").geturl())
    try:
        return str(told["capabilities"]["attachments"]["base_url"])
    except (KeyError, TypeError) as error:
        raise ValueError(Phrase("its server does not say where attachments are")) from error


def _place(architecture: str) -> int:
    return ARCHITECTURES.index(architecture) if architecture in ARCHITECTURES else len(ARCHITECTURES)


def _sum(told: object) -> str:
    return told.lower() if isinstance(told, str) and SUM.fullmatch(told) else ""


def _no_list(address: str, error: object) -> EngineError:
    return EngineError(
        Phrase(
            "What is at {address} is no list of Firefox's models ({error}). {advice}",
            address=address,
            error=error,
            advice=_advice(),
        )
    )


def _advice() -> Phrase:
    return Phrase(
        "--source ADDRESS or {variable} names another source, such as a mirror of yours. With files got by hand: "
        "python -m translate packages install FOLDER --from firefox",
        variable=SOURCE_VARIABLE,
    )
