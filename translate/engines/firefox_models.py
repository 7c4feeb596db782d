"""Firefox's translation models on this machine: finding, installing from files, removing; no network.

A model is a folder with the files that Firefox downloads, unpacked, under Firefox's own names: the model, one or two
vocabularies, and a lexical shortlist. What they are for stands in about.json, which is written here.
"""

import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from translate.engines.child_process import WorkerFailed
from translate.engines.firefox_files import ROLES, Opener, Role, files_by_pair, opened_files, unpacked_files
from translate.engines.firefox_format import model_sizes, require_shortlist, require_vocabulary
from translate.engines.firefox_process import Workers
from translate.engines.libraries import require
from translate.engines.moving_in import UNFINISHED, delete, locked, move_in
from translate.engines.packages import CODE, ModelOnDisk, explained, pairs_in_words
from translate.engines.trial import trial_of
from translate.errors import EngineError
from translate.installation import user_data_path
from translate.wording.phrase import Phrase

FOLDER_VARIABLE = "PARALLAX_FIREFOX_DIR"
LICENCE = "MPL-2.0"
ABOUT = "about.json"
LIBRARIES = ("fxtranslate", "sentencepiece")
MAX_ABOUT = 100_000  # bytes


@dataclass(frozen=True, slots=True)
class FirefoxModel(ModelOnDisk):
    """One model on the disk; without a version of its source it has the first figures of its checksum.

    Attributes:
        files: Names in it by what they are for.
    """

    KIND: ClassVar[str] = "firefox"

    files: tuple[tuple[Role, str], ...]

    def file(self, *roles: Role) -> Path:
        """The first of these files that is there."""
        names = dict(self.files)
        return self.path / next(names[role] for role in roles if role in names)

    @property
    def vocabularies(self) -> tuple[Path, Path]:
        """Of the source and of the target; the same file for most models."""
        return self.file("srcvocab", "vocab"), self.file("trgvocab", "vocab")

    @property
    def shortlist(self) -> Path | None:
        """Which words of the target a word of the source makes likely; None where none came with the model."""
        return self.path / dict(self.files)["lex"] if "lex" in dict(self.files) else None


def models_folder() -> Path:
    """Where models lie: PARALLAX_FIREFOX_DIR, else a folder of the user's data. It need not exist."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen) if chosen else user_data_path("parallax") / "firefox"


def installed_models() -> list[FirefoxModel]:
    """Every usable model, one for a pair, sorted by pair; stray and half-made folders are passed over."""
    return sorted({model.pair: model for model in _usable()}.values(), key=lambda model: model.pair)


def find_model(from_code: str, to_code: str) -> FirefoxModel | None:
    """The model for a pair, None if there is none."""
    return next((model for model in installed_models() if model.pair == (from_code, to_code)), None)


def install_files(given: Path, pair: tuple[str, str] | None = None) -> list[FirefoxModel]:
    """Install the models whose files lie in a folder or in a ZIP file, each whole or not at all.

    Args:
        given: The folder or file. Names of files are Firefox's; they may be packed by gzip or zstd.
        pair: Languages of the model that is meant; those that the files are named by if not given.

    Raises:
        EngineError: No such files, or not all that a model needs; they are damaged, do not fit each other, or translate
            something else; or the folder of models cannot be written to.
        LibraryMissing: What runs these models is not installed.
    """
    what = Phrase("Cannot install {name}", name=given.name)
    with explained(what, models_folder(), FOLDER_VARIABLE), opened_files(given) as files:
        chosen = files_by_pair(files, given.name, pair)
        return [install_model(one, {role: files[name] for role, name in chosen[one].items()}) for one in sorted(chosen)]


def install_model(
    pair: tuple[str, str], files: Mapping[Role, Opener], version: str = "", hashes: Mapping[Role, str] | None = None
) -> FirefoxModel:
    """Put a model in its place, after it has shown that it translates; any other of the same pair goes.

    Args:
        pair: Languages from and to.
        files: Opens each file, which may be packed.
        version: As the source says; the checksum's first figures if not given.
        hashes: SHA-256 of the unpacked files, where they are known.

    Raises:
        EngineError: As `install_files` does.
    """
    require_libraries()
    folder = models_folder()
    what = Phrase("Cannot install the model for {source} to {target}", source=pair[0], target=pair[1])
    with (
        explained(what, folder, FOLDER_VARIABLE),
        locked(folder),
        tempfile.TemporaryDirectory(dir=folder.parent, prefix=UNFINISHED) as beside,
    ):
        top = Path(beside) / "model"
        top.mkdir()
        named = unpacked_files(files, "".join(pair), top)
        sums = {role: _sha256(top / name) for role, name in named.items()}
        for role, expected in (hashes or {}).items():
            if role in sums and sums[role] != expected.lower():
                raise EngineError(
                    Phrase("{file} is not the file that its source lists: its checksum differs.", file=named[role])
                )
        model = FirefoxModel(*pair, version or sums["model"][:8], top, tuple(sorted(named.items())))
        _require_fit(model)
        require_translation(model)
        _write_about(model, sums)
        others = [other.path for other in _usable() if other.pair == pair]
        target = move_in(top, folder / model.name, others)
    return replace(model, path=target)


def remove(from_code: str, to_code: str) -> FirefoxModel:
    """Delete the model of a pair; what was deleted.

    Raises:
        EngineError: None is installed, or the folder cannot be written to.
    """
    what = Phrase("Cannot remove {source} to {target}", source=from_code, target=to_code)
    with explained(what, models_folder(), FOLDER_VARIABLE), locked(models_folder()):
        found = [model for model in _usable() if model.pair == (from_code, to_code)]
        if not found:
            raise EngineError(
                Phrase(
                    "No model of Firefox's for {source} to {target} is installed. Installed: {installed}.",
                    source=from_code,
                    target=to_code,
                    installed=pairs_in_words(installed_models()),
                )
            )
        for model in found:  # a killed installation leaves the old one beside the new one
            delete(model.path)
        return found[-1]


def require_libraries() -> None:
    """See that what these models need is there.

    Raises:
        LibraryMissing: One of the libraries is not.
    """
    require(Phrase("Translation by Firefox's models"), LIBRARIES)


def require_translation(model: FirefoxModel) -> None:
    """See that a model translates a sentence which none gets wrong; in processes of its own, so that it can do no harm.

    Raises:
        EngineError: It fails, or gives something else.
    """
    trial = trial_of(*model.pair)
    if trial is None:
        return
    files = [model.file("model"), *model.vocabularies]
    shortlisted = [[*files, model.shortlist]] if model.shortlist else []
    for worker_files in (files, *shortlisted):
        try:
            (said,) = Workers(worker_files).translated([trial.sentence], lambda done: None)
        except WorkerFailed as error:
            raise EngineError(
                Phrase(
                    "The model {model} does not translate: {error}.", model=model.file("model").name, error=error.what
                )
            ) from error
        if not trial.passed(said):
            raise EngineError(
                Phrase(
                    "The files are no model for {source} to {target}, or do not belong together: they make {said} of "
                    "{sentence}. Nothing was installed.",
                    source=model.from_code,
                    target=model.to_code,
                    said=f"“{said[:80]}”",
                    sentence=f"“{trial.sentence}”",
                )
            )


def _require_fit(model: FirefoxModel) -> None:
    """See that the files are what they are named and belong together."""
    sizes = model_sizes(model.file("model"))
    for vocabulary, tokens in zip(model.vocabularies, (sizes.source, sizes.target), strict=True):
        require_vocabulary(vocabulary, tokens, model.file("model"))
    if model.shortlist is not None:
        require_shortlist(model.shortlist, sizes)


def _write_about(model: FirefoxModel, sums: Mapping[Role, str]) -> None:
    about = {
        "from_code": model.from_code,
        "to_code": model.to_code,
        "version": model.version,
        "licence": LICENCE,
        "files": dict(model.files),
        "sha256": dict(sums),
    }
    (model.path / ABOUT).write_text(json.dumps(about, indent=1), encoding="utf-8")


def _usable() -> list[FirefoxModel]:
    """Every usable model, sorted by name; two of a pair where an installation was killed at its end."""
    try:
        folders = sorted(entry for entry in models_folder().iterdir() if entry.is_dir())
    except OSError:  # not made yet, or not readable: nothing that could be used
        return []
    return [model for folder in folders if (model := _read(folder)) is not None]


def _read(folder: Path) -> FirefoxModel | None:
    """The model in a folder, None if anything it needs is absent or broken."""
    try:
        about = folder / ABOUT
        told: Any = json.loads(about.read_text(encoding="utf-8")) if about.stat().st_size <= MAX_ABOUT else {}
        codes, version, files = (told["from_code"], told["to_code"]), told["version"], told["files"]
        sound = all(CODE.fullmatch(code) for code in codes) and bool(re.fullmatch(r"[\w.]{1,60}", version))
        known = all(role in ROLES and PurePosixPath(name).name == name for role, name in files.items())
        if not sound or not known or not all((folder / name).is_file() for name in files.values()):
            return None
        model = FirefoxModel(*codes, version, folder, tuple(sorted(files.items())))
        return model if model.file("model").is_file() and all(path.is_file() for path in model.vocabularies) else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, StopIteration, RecursionError):
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
