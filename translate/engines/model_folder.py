"""Models of the user's own, each in a folder: OPUS-MT, NLLB, M2M-100 and others in CTranslate2's format."""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from translate.engines.argos import model_of
from translate.engines.ctranslate2_file import SHARED, vocabulary, vocabulary_files, vocabulary_sizes
from translate.engines.ctranslate2_model import CTranslate2Model, SentencePieceFiles, require_libraries
from translate.engines.engine import EngineInfo
from translate.engines.packages import pair_in_words, read_package
from translate.engines.published import published
from translate.errors import EngineError
from translate.languages.registry import compared_languages, language_of
from translate.options import Options
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, Telling, joined, later

Pair = tuple[str, str]

STATED = re.compile(r"(?P<source>[a-z]{2,3})-(?P<target>[a-z]{2,3})=(?P<folder>.+)")
NAMED = re.compile(r"(?<![a-z])(?=([a-z]{2,3})[-_]([a-z]{2,3})(?![a-z]))")  # overlapping: "opus-mt-ru-en"
# SentencePiece models of source and target as converters and publishers leave them: OPUS-MT; Argos; NLLB, M2M-100 and
# mBART-50 of Hugging Face; others; M2M-100 of fairseq.
PIECES = (
    ("source.spm", "target.spm"),
    *((name, name) for name in ("sentencepiece.model", "sentencepiece.bpe.model", "spm.model", "spm.128k.model")),
)
UNCONVERTED = ("decoder.yml", "pytorch_model.bin", "model.safetensors")
FITTING = 0.8  # least share of a SentencePiece model's pieces in the vocabulary; above 0.97 in published models
# How models of many languages name one: NLLB-200 and mBART-50, M2M-100, OPUS-MT.
TAG = re.compile(r"[a-z]{3}_[A-Z][a-z]{3}|[a-z]{2}_[A-Z]{2}|__[a-z]{2,3}__|>>[a-z]{2,3}(?:_[A-Z][a-z]{3})?<<")
# NLLB-200, mBART-50 and M2M-100 want the source language before the sentence, and the target language as the first
# token of the output; OPUS-MT from one language into several wants the target language before the sentence.
BOTH_TAGS = ("{long}_[A-Z][a-z]{{3}}", "{code}_[A-Z]{{2}}", "__{code}__")
TARGET_TAGS = (">>{long}(?:_[A-Z][a-z]{{3}})?<<", ">>{code}<<")
# What OPUS-MT learned from went through Moses' normalize-punctuation.perl.
MOSES = (
    *((letter, '"') for letter in "„“”«»"),
    *((letter, "'") for letter in "‘’‚´`"),
    *(("…", "..."), ("–", "-"), ("—", " - "), ("\xa0", " ")),
)
DAMAGE = later("The model {package} does not work ({error}). Convert it again, or get it anew.")


class CTranslate2Engine:
    """Folders of models that the user names."""

    info = EngineInfo(
        name="ctranslate2",
        title=Phrase("A model of yours in CTranslate2's format, such as OPUS-MT (whose quality is told) or NLLB"),
        languages=Phrase("those of the model"),
        licence=Phrase("that of the model; OPUS-MT: CC BY 4.0"),
        get=Phrase(
            "Convert a model with ct2-transformers-converter, and name its folder: --engine ctranslate2 --model FOLDER"
        ),
        quality=published("ctranslate2"),
        size_mb=80,
        speed=148,  # with 6 + 6 layers of width 512, greedy: benchmarks.measure.translation --argos-size
    )

    def model(self, source: str, target: str, options: Options) -> CTranslate2Model | None:
        """The first of the named models that translates a direction; None where none is named.

        Raises:
            LibraryMissing: There is no library to run it.
            EngineError: A folder holds no model, or none of the models is for this direction.
        """
        if not options.models:
            return None
        require_libraries()
        folders = [_stated(named) for named in options.models]
        for folder, pair in folders:
            found = model_in(folder, (source, target), pair)
            if found is not None:
                return found
        told = [_described(folder, pair) for folder, pair in folders]
        raise EngineError(
            Phrase(
                "None of the models translates {source:name} to {target:name}: {models}. "
                "Give the folder of one that does as well: --model FOLDER",
                source=Version(source),
                target=Version(target),
                models=joined("; ", told),
            )
        )


def model_in(folder: Path, wanted: Pair, pair: Pair | None = None) -> CTranslate2Model | None:
    """The model in a folder for a direction; None where it is one of another direction.

    Args:
        folder: As a converter of CTranslate2 leaves it with the tokenizer's files, or an unpacked Argos package.
        wanted: Languages from and to.
        pair: Those of the model, as the user says; None to read them from its files and its name.

    Raises:
        EngineError: There is no whole model, or nothing tells its languages.
    """
    found = _read(folder)
    if isinstance(found, CTranslate2Model):  # an Argos package, which says its pair
        own = found.pair
        assert own is not None
        if pair is not None and pair != own:
            raise EngineError(
                Phrase(
                    "The model {model} is one from {own}, as its metadata.json says, and not from {pair}.",
                    model=found.name,
                    own=pair_in_words(*own),
                    pair=pair_in_words(*pair),
                )
            )
        return found if own == wanted else None
    tagged = found.tagged(wanted)
    pair = pair or (None if tagged else _named(folder.name))
    if pair is None and not tagged:
        raise EngineError(
            Phrase(
                "Nothing tells which languages the model {folder} translates. Say it before its folder: "
                "--model ru-en={folder}",
                folder=str(folder),
            )
        )
    if pair is not None and pair != wanted:
        return None
    return tagged or found.model(wanted, found.target_tag(wanted[1]))


@dataclass(frozen=True, slots=True)
class _Folder:
    """What a folder holds.

    Attributes:
        path: The folder.
        pieces: Its SentencePiece models.
        suffix: Tokens that end a source sentence where the model itself does not add them.
        tags: Tokens of its source vocabulary that name languages, sorted.
    """

    path: Path
    pieces: SentencePieceFiles
    suffix: tuple[str, ...]
    tags: tuple[str, ...]

    def model(self, pair: Pair | None, prefix: tuple[str, ...] = (), begun: tuple[str, ...] = ()) -> CTranslate2Model:
        """The model of a pair, or of many languages, with tags before the sentence and the output."""
        return CTranslate2Model(
            self.path.name, self.path, self.pieces, DAMAGE, pair, prefix, self.suffix, begun, untried=True
        )

    def tagged(self, wanted: Pair) -> CTranslate2Model | None:
        """The model for a direction by its tags; None where it does not have both."""
        for style in BOTH_TAGS:
            source, target = (self._tag(style, code) for code in wanted)
            if source and target:
                return self.model(None, (source,), (target,))
        return None

    def target_tag(self, code: str) -> tuple[str, ...]:
        """What a model into several languages wants before the sentence; nothing for most."""
        found = [tag for style in TARGET_TAGS if (tag := self._tag(style, code))]
        return tuple(found[:1])

    def _tag(self, style: str, code: str) -> str | None:
        """The first token that names a language in some style."""
        wanted = re.compile(style.format(code=code, long=language_of(code).long_code or code))
        return next((tag for tag in self.tags if wanted.fullmatch(tag)), None)


def _stated(named: str) -> tuple[Path, Pair | None]:
    """A folder as the user names it, with the languages if they stand before it."""
    stated = STATED.fullmatch(named)
    if stated is None:
        return Path(os.path.expanduser(named)).resolve(), None
    source, target = (_code(stated[end]) for end in ("source", "target"))
    return Path(os.path.expanduser(stated["folder"])).resolve(), (source, target)


def _code(code: str) -> str:
    """The code that we have for a language; the Tatoeba challenge names its models by ISO 639-3."""
    return next((ours for ours in compared_languages() if language_of(ours).long_code == code), code)


def _named(name: str) -> Pair | None:
    """The pair that a folder's name tells, as "opus-mt-ru-en" and "rus_eng" do; None where it tells none or several."""
    known = compared_languages()
    codes = [(_code(one), _code(other)) for one, other in NAMED.findall(name.lower())]
    pairs = {(one, other) for one, other in codes if one in known and other in known and one != other}
    return pairs.pop() if len(pairs) == 1 else None


def _described(folder: Path, pair: Pair | None) -> Telling:
    """A model and its languages, for a message."""
    if pair is None:
        package = read_package(folder)
        pair = package.pair if package is not None else _named(folder.name)
    if pair is None:
        return folder.name
    return Phrase("{model} ({pair})", model=folder.name, pair=pair_in_words(*pair))


def _read(folder: Path) -> _Folder | CTranslate2Model:
    """What a folder holds, read anew where its files have changed."""
    if not folder.exists():
        raise EngineError(Phrase("There is no folder {folder}. See whether its path is right.", folder=str(folder)))
    if not folder.is_dir():
        raise EngineError(
            Phrase(
                "{file} is a file. Give the folder that holds model.bin; a package file is installed by: "
                "python -m translate packages install FILE.argosmodel",
                file=str(folder),
            )
        )
    try:
        if (folder / "model" / "model.bin").is_file() or (folder / "metadata.json").is_file():
            return _package(folder)
        written = tuple(sorted((file.name, file.stat().st_mtime_ns) for file in folder.iterdir()))
        return _converted(folder, written)
    except OSError as error:
        raise _unreadable(folder, error) from error


def _package(folder: Path) -> CTranslate2Model:
    """The model of an unpacked Argos package."""
    package = read_package(folder)
    if package is None:
        raise EngineError(
            Phrase(
                "The folder {folder} is no complete Argos package: it needs metadata.json, model/model.bin and a "
                "tokenizer. Unpack it again.",
                folder=str(folder),
            )
        )
    return replace(model_of(package), damage=DAMAGE, untried=True)


@lru_cache(maxsize=8)  # a vocabulary of NLLB has 256,000 tokens, and every text asks
def _converted(folder: Path, written: tuple[tuple[str, int], ...]) -> _Folder:
    """What a converter left, checked."""
    names = {name for name, _ in written}
    lacking = [name for name in ("model.bin", "config.json") if name not in names]
    if "model.bin" in lacking and names.intersection(UNCONVERTED):
        raise EngineError(
            Phrase(
                "The model in {folder} is still to be converted: "
                "ct2-transformers-converter --model {folder} --output_dir ru-en --copy_files source.spm target.spm",
                folder=str(folder),
            )
        )
    if not vocabulary_files(names):
        lacking.append(f"{SHARED}.json")
    pieces = next((files for files in PIECES if names.issuperset(files)), None)
    if pieces is None:
        lacking.append(_wanted_pieces(names))
    if lacking or pieces is None:
        raise EngineError(
            Phrase(
                "The folder {folder} is no complete CTranslate2 model: it lacks {files}. Convert it again, with the "
                "files of its tokenizer: ct2-transformers-converter … --copy_files source.spm target.spm",
                folder=str(folder),
                files=", ".join(lacking),
            )
        )
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        vocabularies = [vocabulary(folder / name) for name in vocabulary_files(names)]
        suffix = () if config.get("add_source_eos") else (str(config.get("eos_token") or "</s>"),)
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        raise _unreadable(folder, error) from error
    letters = MOSES if pieces == PIECES[0] else ()
    files = SentencePieceFiles(folder / pieces[0], folder / pieces[1], letters)
    for tokens, known in zip(vocabularies, vocabulary_sizes(folder / "model.bin") or (), strict=False):
        if len(tokens) == known:
            continue
        raise EngineError(
            Phrase(
                "The vocabulary of the model {folder} is that of another model: it has {found:,} tokens, and the model "
                "knows {known:,}. Convert it again, or get it anew.",
                folder=folder.name,
                found=len(tokens),
                known=known,
            )
        )
    for path, tokens in zip((files.source, files.target), vocabularies, strict=True):
        _check_fit(path, frozenset(tokens))
    return _Folder(folder, files, suffix, tuple(sorted(filter(TAG.fullmatch, vocabularies[0]))))


def _wanted_pieces(names: set[str]) -> str:
    """The half of a pair that is missing, else the files that would do."""
    for pair in PIECES:
        if names.intersection(pair):
            return next(name for name in pair if name not in names)
    return f"source.spm, target.spm ({', '.join(name for name, _ in PIECES[1:])})"


def _check_fit(path: Path, tokens: frozenset[str]) -> None:
    """See that a SentencePiece model is that of a vocabulary.

    Raises:
        EngineError: It is that of another model, or none at all.
    """
    import sentencepiece

    try:
        processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise _unreadable(path, error) from error
    pieces: Sequence[str] = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    fitting = sum(piece in tokens for piece in pieces) / max(1, len(pieces))
    if fitting < FITTING:
        raise EngineError(
            Phrase(
                "The vocabulary of the model {folder} does not fit {file}: it has {share:.0f} % of its pieces. "
                "Take that file from the model that was converted.",
                folder=path.parent.name,
                file=path.name,
                share=100 * fitting,
            )
        )


def _unreadable(path: Path, error: Exception) -> EngineError:
    return EngineError(
        Phrase(
            "The model {folder} cannot be read ({error}). Convert it again, or get it anew.",
            folder=str(path),
            error=error,
        )
    )
