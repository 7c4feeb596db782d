"""Files of Firefox's translation models as they come: in a folder or a ZIP file, packed or not, named by Firefox."""

import gzip
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Literal, TypeAlias, get_args

from translate.engines.child_process import WorkerFailed
from translate.engines.firefox_process import unpacked
from translate.engines.packages import pair_in_words, safe_members
from translate.errors import EngineError
from translate.languages.registry import directions
from translate.wording.phrase import Phrase, joined

MAX_FILE = 300_000_000  # bytes unpacked; the largest model has 60 million
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"  # first bytes of packed files
BLOCK = 1 << 20  # bytes

Role = Literal["model", "lex", "vocab", "srcvocab", "trgvocab"]
ROLES: tuple[Role, ...] = get_args(Role)
NAME = re.compile(rf"({'|'.join(ROLES)})\.(?:([\w.-]+)\.)?(?:bin|spm)(?:\.gz|\.zst)?")
"""How Firefox names a file: "model.ruen.intgemm.alphas.bin", "lex.50.50.ruen.s2t.bin.gz", "srcvocab.enja.spm.zst"."""

Opener: TypeAlias = Callable[[], IO[bytes]]
"""Opens a file for reading."""


@contextmanager
def opened_files(given: Path) -> Iterator[dict[str, Opener]]:
    """What a folder, one below it, or a ZIP file holds, by paths with "/"; opened only when asked for.

    Raises:
        EngineError: The ZIP file is not safe to unpack, or is none.
    """
    if given.is_dir():
        found = sorted([*given.glob("*"), *given.glob("*/*")])
        names = [path for path in found if path.is_file() and NAME.fullmatch(path.name)]
        yield {path.relative_to(given).as_posix(): partial(open_file, path) for path in names}
        return
    with given.open("rb") as file:
        if not zipfile.is_zipfile(file):
            raise EngineError(
                Phrase(
                    "{name} is neither a folder nor a ZIP file. A model of Firefox's is several files: name the folder "
                    "in which they lie.",
                    name=given.name,
                )
            )
        with zipfile.ZipFile(file) as archive:
            members = [member.filename for member in safe_members(archive, given.name) if not member.is_dir()]
            yield {name: partial(archive.open, name) for name in members if NAME.fullmatch(PurePosixPath(name).name)}


def open_file(path: Path) -> IO[bytes]:
    """A file, open for reading."""
    return path.open("rb")


def files_by_pair(
    names: Iterable[str], given: str, pair: tuple[str, str] | None
) -> dict[tuple[str, str], dict[Role, str]]:
    """Files of each model, one for each of its parts; of two for one part, what is not packed and the longer name.

    Args:
        names: Paths of files, with "/", named as Firefox names them.
        given: What they lie in.
        pair: Languages that are meant; all that Parallax translates between if not given.

    Raises:
        EngineError: There is no model, or half of one.
    """
    codes = {"".join(one): one for one in (*directions(), *([pair] if pair else []))}
    found: dict[tuple[str, str], dict[Role, str]] = {}
    unknown = set()
    for name in sorted(names, key=lambda name: (name.endswith((".gz", ".zst")), -len(name), name)):
        path = PurePosixPath(name)
        match = NAME.fullmatch(path.name)
        assert match is not None
        inside = [part for part in (match[2] or "").split(".") if re.fullmatch("[a-z]{4,6}", part)]
        told = [part for part in inside if part not in ("intgemm", "alphas")]
        hints = told or [part.replace("-", "") for part in (path.parent.name, given)]
        one = next((codes[hint] for hint in hints if hint in codes), None if told else pair)
        if one is None:
            unknown.update(told)
        elif pair in (None, one):
            found.setdefault(one, {}).setdefault(match[1], name)  # type: ignore[arg-type]  # NAME knows no other role
        else:
            unknown.add("".join(one))
    if not found:
        raise _nothing(given, pair, unknown)
    for one, files in found.items():
        missing = [part for part in ("model", "vocab") if part not in files]
        if "vocab" in missing and {"srcvocab", "trgvocab"} <= set(files):
            missing.remove("vocab")
        if missing:
            raise EngineError(
                Phrase(
                    "{name} holds but a part of the model for {source} to {target}: {missing} is missing. It needs "
                    "{model} and {vocabulary}.",
                    name=given,
                    source=one[0],
                    target=one[1],
                    missing=missing[0],
                    model=f"model.{''.join(one)}.intgemm.alphas.bin",
                    vocabulary=f"vocab.{''.join(one)}.spm",
                )
            )
    return found


def _nothing(given: str, pair: tuple[str, str] | None, others: set[str]) -> EngineError:
    wanted = [pair] if pair else directions()
    words = {"name": given, "wanted": joined(", ", [pair_in_words(*one) for one in wanted])}
    if others:
        return EngineError(
            Phrase(
                "{name} holds models of other languages ({found}), none for {wanted}.",
                found=", ".join(sorted(others)),
                **words,
            )
        )
    example = "".join(wanted[0])
    return EngineError(
        Phrase(
            "{name} holds no model of Firefox's for {wanted}. Its files are named {model}, {vocabulary} and so on; "
            "where names do not tell the languages: python -m translate packages install FROM TO FOLDER --from firefox",
            model=f"model.{example}.intgemm.alphas.bin",
            vocabulary=f"vocab.{example}.spm",
            **words,
        )
    )


def unpacked_files(files: Mapping[Role, Opener], pair: str, folder: Path) -> dict[Role, str]:
    """Write the files of a model unpacked into a folder; their names there.

    Args:
        files: Opens each of them.
        pair: As Firefox names it, "ruen".
        folder: Empty.

    Raises:
        EngineError: One is damaged, or larger than any model.
    """
    endings = {"model": "intgemm.alphas.bin", "lex": "s2t.bin"}
    names: dict[Role, str] = {}
    for role, opener in files.items():
        names[role] = f"{role}.{pair}.{endings.get(role, 'spm')}"
        with opener() as file:
            _unpack(file, folder / names[role])
    return names


def _unpack(file: IO[bytes], to: Path) -> None:
    begins = file.read(4)
    packed = to.with_name(f"{to.name}.packed")
    with packed.open("wb") as out:
        out.write(begins)
        _copy(file, out, packed.name)
    if begins.startswith(GZIP):
        with gzip.open(packed) as stream, to.open("wb") as out:
            _copy(stream, out, to.name)
        packed.unlink()
    elif begins == ZSTD:
        try:
            unpacked(packed, to)
        except WorkerFailed as error:
            raise EngineError(
                Phrase("{file} is damaged: {error}. Get it again.", file=to.name, error=error.what)
            ) from error
        packed.unlink()
    else:
        packed.rename(to)


def _copy(stream: IO[bytes] | gzip.GzipFile, out: IO[bytes], name: str) -> None:
    written = 0
    while block := stream.read(BLOCK):
        written += len(block)
        if written > MAX_FILE:
            raise EngineError(
                Phrase("{file} has more than {limit:,} bytes, more than any model.", file=name, limit=MAX_FILE)
            )
        out.write(block)
