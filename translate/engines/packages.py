"""Argos translation packages on this machine: finding, installing from a file, removing; no network.

A package is a folder with metadata.json, a SentencePiece or BPE model, and a CTranslate2 model in model/. The folders
are read here and not by argostranslate, whose listing fails for every package as soon as one stray folder is there.
"""

import errno
import json
import os
import re
import stat
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, Any, ClassVar, TypeGuard

from filelock import Timeout

from translate.engines import moving_in
from translate.engines.child_process import WorkerFailed
from translate.engines.libraries import require
from translate.engines.moving_in import UNFINISHED, delete, locked, move_in
from translate.engines.trial import try_package
from translate.errors import EngineError
from translate.installation import user_home
from translate.text.formats.archive import BROKEN
from translate.wording.phrase import Phrase, in_context, joined

FOLDER_VARIABLE = "ARGOS_PACKAGES_DIR"
MAX_UNPACKED = 2_000_000_000  # bytes; real packages unpack to 100-300 MB
MAX_MEMBERS = 2_000
MAX_METADATA = 100_000  # bytes
CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,9}")
REQUIRED = ("from_code", "to_code", "package_version")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
FULL = (errno.ENOSPC, errno.EDQUOT)
LIBRARIES = ("ctranslate2", "sentencepiece")  # run every package
TOKENIZERS = ("sentencepiece.model", "bpe.model")


@dataclass(frozen=True, slots=True)
class ModelOnDisk:
    """A model of one pair of languages, of whatever kind.

    Attributes:
        from_code, to_code: Languages, "ru" and "en".
        version: As its source says, "1.9".
        path: Its folder.
    """

    KIND: ClassVar[str]  # begins the name

    from_code: str
    to_code: str
    version: str
    path: Path

    @property
    def name(self) -> str:
        """As reports name it, and Argos its files, "translate-ru_en-1_9"."""
        return f"{self.KIND}-{self.from_code}_{self.to_code}-{self.version.replace('.', '_')}"

    @property
    def pair(self) -> tuple[str, str]:
        """From and to."""
        return self.from_code, self.to_code


@dataclass(frozen=True, slots=True)
class InstalledPackage(ModelOnDisk):
    """One translation package on the disk.

    Attributes:
        target_prefix: Token that must begin every output of a multilingual model; "" for most.
    """

    KIND: ClassVar[str] = "translate"

    target_prefix: str = ""


def packages_folder() -> Path:
    """Where packages lie: ARGOS_PACKAGES_DIR, else the folder that Argos and LibreTranslate use. It need not exist."""
    if chosen := os.environ.get(FOLDER_VARIABLE):
        return Path(chosen)
    data = os.environ.get("XDG_DATA_HOME") or user_home() / ".local" / "share"
    return Path(data) / "argos-translate" / "packages"


def installed_packages(folder: Path | None = None) -> list[InstalledPackage]:
    """The newest usable package of every pair, sorted by pair; stray and half-made folders are passed over.

    Args:
        folder: Where to look; `packages_folder()` if not given, as for the other functions here.
    """
    newest: dict[tuple[str, str], InstalledPackage] = {}
    for package in _usable(folder or packages_folder()):
        known = newest.get(package.pair)
        if known is None or _order(package) > _order(known):
            newest[package.pair] = package
    return [newest[pair] for pair in sorted(newest)]


def pair_in_words(from_code: str, to_code: str) -> Phrase:
    """A pair of languages by their codes."""
    return Phrase("{source} to {target}", source=from_code, target=to_code)


def pairs_in_words(models: Sequence[ModelOnDisk]) -> Phrase:
    """The pairs of languages of some models; "none" in its place where there are none."""
    pairs = [pair_in_words(*model.pair) for model in models]
    return joined(", ", pairs) if pairs else in_context("packages", "none")


def find_package(from_code: str, to_code: str, folder: Path | None = None) -> InstalledPackage | None:
    """The newest package for a pair, None if there is none."""
    return next((package for package in installed_packages(folder) if package.pair == (from_code, to_code)), None)


def install_file(
    package: str | Path | IO[bytes],
    folder: Path | None = None,
    pair: tuple[str, str] | None = None,
    trusted: bool = False,
) -> InstalledPackage:
    """Install a package file, replacing other versions of the same pair; it appears whole or not at all.

    Args:
        package: Path of the file, or the file itself, open for reading; its own name then plays no part.
        folder: Where packages lie; `packages_folder()` if not given.
        pair: Languages that the package must be for; any if not given.
        trusted: It comes with Parallax, and need not show in a process of its own that it translates.

    Raises:
        EngineError: Not a package or not for that pair, damaged, hostile, or the folder cannot be written to.
    """
    name = Path(package).name if isinstance(package, str | Path) else Phrase("the package")
    folder = folder or packages_folder()
    with (
        explained(Phrase("Cannot install {name}", name=name), folder),
        locked(folder),
        zipfile.ZipFile(package) as archive,
    ):
        metadata = _checked(archive, name, pair)
        # Beside the packages and not among them, where others would list it half-made; the same disk, for os.replace.
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=UNFINISHED) as beside:
            archive.extractall(beside)
            return _moved_in(Path(beside) / metadata.parent, folder, name, trusted)


def remove(from_code: str, to_code: str) -> list[InstalledPackage]:
    """Delete every version of a pair; what was deleted.

    Raises:
        EngineError: None is installed, or the folder cannot be written to.
    """
    folder = packages_folder()
    with (
        explained(Phrase("Cannot remove {source} to {target}", source=from_code, target=to_code), folder),
        locked(folder),
    ):
        found = [package for package in _usable(folder) if package.pair == (from_code, to_code)]
        if not found:
            raise EngineError(
                Phrase(
                    "No package for {source} to {target} is installed. Installed: {installed}.",
                    source=from_code,
                    target=to_code,
                    installed=pairs_in_words(installed_packages()),
                )
            )
        for package in found:
            delete(package.path)
        return found


def _usable(packages: Path) -> list[InstalledPackage]:
    try:
        folders = sorted(entry for entry in packages.iterdir() if entry.is_dir())
    except OSError:  # not made yet, or not readable: nothing that could be used
        return []
    found = [read_package(folder) for folder in folders if not folder.name.startswith(".")]
    return [package for package in found if package is not None]


def read_package(folder: Path) -> InstalledPackage | None:
    """The package in a folder, None if anything it needs is absent or broken."""
    try:
        if not any((folder / name).is_file() for name in TOKENIZERS) or not (folder / "model" / "model.bin").is_file():
            return None
        metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not _valid(metadata):
        return None
    prefix = metadata.get("target_prefix")
    return InstalledPackage(
        metadata["from_code"],
        metadata["to_code"],
        metadata["package_version"],
        folder,
        prefix if isinstance(prefix, str) else "",
    )


def _valid(metadata: object) -> TypeGuard[dict[str, Any]]:
    if not isinstance(metadata, dict) or not all(isinstance(metadata.get(key), str) for key in REQUIRED):
        return False
    codes = metadata["from_code"], metadata["to_code"]
    return (
        all(CODE.fullmatch(code) for code in codes)
        and bool(VERSION.fullmatch(metadata["package_version"]))
        and metadata.get("type", "translate") == "translate"
    )


def _order(package: InstalledPackage) -> tuple[tuple[int, ...], str]:
    return tuple(int(part) for part in package.version.split(".")), package.path.name


def _checked(archive: zipfile.ZipFile, name: str, pair: tuple[str, str] | None) -> PurePosixPath:
    """Path of metadata.json inside an archive that is safe to unpack."""
    members = safe_members(archive, name)
    found = [path for member in members if (path := PurePosixPath(member.filename)).name == "metadata.json"]
    top = [path for path in found if len(path.parts) == 2]
    if len(top) != 1:
        raise EngineError(
            Phrase("{name} is no Argos package: it has no folder with metadata.json. Nothing was installed.", name=name)
        )
    small = archive.getinfo(str(top[0])).file_size <= MAX_METADATA
    metadata = json.loads(archive.read(str(top[0]))) if small else None
    if not _valid(metadata):
        raise EngineError(Phrase("{name} is no Argos translation package: its metadata.json is not valid.", name=name))
    found_pair = metadata["from_code"], metadata["to_code"]
    if pair is not None and found_pair != pair:
        raise EngineError(
            Phrase(
                "{name} is a package for {pair}, not for {wanted}. Nothing was installed.",
                name=name,
                pair=pair_in_words(*found_pair),
                wanted=pair_in_words(*pair),
            )
        )
    return top[0]


def safe_members(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """What an archive holds, where it is safe to unpack.

    Args:
        archive: Open for reading.
        name: What messages call it.

    Raises:
        EngineError: An entry would be written elsewhere or is no file, or they are too many or too large together.
    """
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or total > MAX_UNPACKED:
        raise EngineError(
            Phrase(
                "{name} would unpack to {bytes:,} bytes in {files:,} files, more than a package may have "
                "({max_bytes:,} bytes, {max_files:,} files). Nothing was installed.",
                name=name,
                bytes=total,
                files=len(members),
                max_bytes=MAX_UNPACKED,
                max_files=MAX_MEMBERS,
            )
        )
    for member in members:
        parts = PurePosixPath(member.filename).parts
        kind = stat.S_IFMT(member.external_attr >> 16)
        # orig_filename: zipfile cuts names at NUL and turns the system's separators round before anyone can look.
        if (
            not parts
            or member.filename.startswith("/")
            or ".." in parts
            or any(letter in member.orig_filename for letter in "\\:\0")
            or kind not in (0, stat.S_IFREG, stat.S_IFDIR)
            or member.compress_type not in METHODS
        ):
            raise EngineError(
                Phrase(
                    "{name} holds an unsafe entry, {entry}. Nothing was installed.",
                    name=name,
                    entry=repr(member.filename),
                )
            )
    return members


def _moved_in(unpacked: Path, folder: Path, name: str, trusted: bool) -> InstalledPackage:
    package = read_package(unpacked)
    if package is None:
        raise EngineError(
            Phrase(
                "{name} is no complete Argos package: it needs model/model.bin and {one} or {other}. "
                "Nothing was installed.",
                name=name,
                one=TOKENIZERS[0],
                other=TOKENIZERS[1],
            )
        )
    if not trusted:
        _require_translation(package, name)
    others = [other.path for other in _usable(folder) if other.pair == package.pair]
    # Never under the archive's own folder name, which could be that of another package.
    target = move_in(unpacked, folder / package.name, others)
    return replace(package, path=target)


def _require_translation(package: InstalledPackage, name: str) -> None:
    """See that a package translates; what is damaged in it may end the process that finds out.

    Raises:
        EngineError: It does not.
        LibraryMissing: What runs it is not installed.
    """
    require(Phrase("Installing a package"), LIBRARIES)
    try:
        try_package(package.path, *package.pair)
    except WorkerFailed as error:
        raise EngineError(
            Phrase("{name} does not translate: {error}. Nothing was installed.", name=name, error=error.what)
        ) from error


@contextmanager
def explained(what: str, folder: Path, variable: str | None = None) -> Iterator[None]:
    """Turns what disks and archives raise into an error that says what to do.

    Args:
        what: Failed, as a sentence without its end.
        folder: Where packages lie.
        variable: Of the environment, that chooses the folder; found out if not given.

    Raises:
        EngineError: In place of every other error.
    """

    def damaged(error: object) -> EngineError:
        return EngineError(
            Phrase("{what}: the file is damaged or no package ({error}). Download it again.", what=what, error=error)
        )

    try:
        yield
    except FileNotFoundError as error:
        raise EngineError(
            Phrase("{what}: there is no file {file}. See whether its path is right.", what=what, file=error.filename)
        ) from error
    except Timeout as error:
        raise EngineError(
            Phrase(
                "{what}: another installation has been running for {seconds} s. Try again.",
                what=what,
                seconds=moving_in.LOCK_SECONDS,
            )
        ) from error
    except OSError as error:
        if error.errno in (None, errno.EINVAL):  # a place before the beginning of a file, which only an archive names
            raise damaged(error.strerror or error) from error
        reason = Phrase("the disk is full") if error.errno in FULL else error.strerror
        advice = Phrase("Packages lie in {folder}, which needs room and the right to write.", folder=folder)
        chosen_by = variable or (FOLDER_VARIABLE if folder == packages_folder() else None)
        if chosen_by:
            words = {"folder": folder, "variable": chosen_by}
            advice = Phrase("Packages lie in {folder}; {variable} chooses another folder.", **words)
        raise EngineError(Phrase("{what}: {error}. {advice}", what=what, error=reason, advice=advice)) from error
    except BROKEN as error:
        raise damaged(error) from error
