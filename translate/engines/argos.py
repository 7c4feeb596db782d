"""Machine translation with an installed Argos package: all sentences in as few CTranslate2 batches as possible."""

import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from translate.engines.engine import EngineInfo, Progress, Published
from translate.engines.packages import InstalledPackage, find_package, installed_packages, pair_in_words
from translate.errors import EngineError, LibraryMissing, ModelNotInstalled
from translate.installation import has_libraries
from translate.options import Options, Quality
from translate.wording.phrase import Phrase

# Source tokens a batch. 32, argostranslate's default, is about one sentence and three times slower; a beam multiplies
# what a batch holds, and of 256 to 2,048 these were the fastest on two cores: 88 and 33 sentences a second.
GREEDY_BATCH_TOKENS, BEAM_BATCH_TOKENS = 1024, 512
BEAMS: dict[Quality, int] = {"fast": 1, "careful": 4}
LENGTH_PENALTY = 0.2  # as argostranslate sets it: its models were tuned with it
MAX_TOKENS = 250  # models learned from shorter sentences, and beyond 1,024 tokens CTranslate2 cuts without a word
LIBRARIES = ("ctranslate2", "sentencepiece")
CHUNK = 256  # sentences between two calls of the progress callback
IDLE_SECONDS = 15 * 60  # a model of Argos's size holds 130 MB and is loaded again in a second
BREAKS = (";", ":", ",", " —", " –", " -", "")  # where an over-long sentence may be split, best first


class Tokenizer(Protocol):
    """What both kinds of package tokenizers can do."""

    def encode(self, sentence: str) -> list[str]: ...
    def decode(self, tokens: list[str]) -> str: ...


@dataclass(frozen=True, slots=True)
class _Model:
    tokenizer: Tokenizer
    translator: Any  # ctranslate2.Translator, which may be used by several threads at once


class _SentencePiece:
    def __init__(self, path: str) -> None:
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_file=path)

    def encode(self, sentence: str) -> list[str]:
        pieces: list[str] = self._processor.encode(sentence, out_type=str)
        return pieces

    def decode(self, tokens: list[str]) -> str:
        return str(self._processor.decode(tokens)).replace("▁", " ").strip()


def can_translate() -> bool:
    """Whether the libraries are there that packages need; the core goes without them."""
    return has_libraries(*LIBRARIES)


def translate_sentences(
    sentences: Sequence[str], package: InstalledPackage, quality: Quality = "fast", progress: Progress | None = None
) -> list[str]:
    """Translate sentences one by one in meaning, together in computation.

    Blank ones give "", those without a letter or a digit come back as they are: a model would make words of them.

    Args:
        sentences: In the package's source language, any length.
        package: From `installed_packages`; its model stays loaded for the next call, until unused for IDLE_SECONDS.
        quality: "fast" is greedy, "careful" searches with a beam of 4 and takes three times as long.
        progress: Called with the number of parts done and in all.

    Raises:
        EngineError: The package is damaged or needs a module that is not installed.
    """
    return [found[0] for found in _searched(sentences, package, BEAMS[quality], 1, progress)]


def hypotheses(sentences: Sequence[str], package: InstalledPackage, count: int = 4) -> list[list[str]]:
    """The best translations of each sentence by a beam search of that width, best first; for a second try.

    Raises:
        EngineError: The package is damaged or needs a module that is not installed.
    """
    return _searched(sentences, package, count, count, None)


@dataclass(frozen=True, slots=True)
class ArgosModel:
    """A package, as `engine.Searching` asks for it."""

    package: InstalledPackage

    @property
    def name(self) -> str:
        """Of the package."""
        return self.package.name

    @property
    def key(self) -> str:
        """With the time when the model was written.

        Raises:
            EngineError: There is no model any more.
        """
        return f"{self.package.name}|{_changed(self.package)}"

    def translate(self, sentences: Sequence[str], quality: Quality, progress: Progress | None) -> list[str]:
        """As `translate_sentences` does."""
        return translate_sentences(sentences, self.package, quality, progress)

    def hypotheses(self, sentences: Sequence[str], count: int) -> list[list[str]]:
        """As the function of this name does."""
        return hypotheses(sentences, self.package, count)


class ArgosEngine:
    """Installed Argos packages."""

    info = EngineInfo(
        name="argos",
        title=Phrase("Argos packages on this machine"),
        languages=Phrase("Russian and English, both ways; packages of many more"),
        licence="MIT, CC BY 4.0",
        get="python -m translate packages install ru en",
        quality=(Published("ru-en", 25.5, 0.774), Published("en-ru", 22.0, 0.814)),
        size_mb=90,
        automatic=True,
    )

    def model(self, source: str, target: str, options: Options) -> ArgosModel | None:
        """The newest package for a direction; None where there is none and any engine will do.

        Raises:
            ModelNotInstalled: There is none, and Argos was asked for.
            LibraryMissing: There is one, and no library to run it.
        """
        package = find_package(source, target)
        if package is None:
            if options.engine == self.info.name:
                raise ModelNotInstalled((source, target), [pair_in_words(*p.pair) for p in installed_packages()])
            return None
        require_libraries()
        return ArgosModel(package)


def require_libraries() -> None:
    """See that what packages need is there.

    Raises:
        LibraryMissing: One of the libraries is not.
    """
    for library in LIBRARIES:
        if not has_libraries(library):
            raise LibraryMissing(Phrase("Translation by a package"), library, "translate")


def _searched(
    sentences: Sequence[str], package: InstalledPackage, beam: int, count: int, progress: Progress | None
) -> list[list[str]]:
    """`count` translations of each sentence; a sentence of several parts joins those of the same rank."""
    with _MODELS.lent(package) as model:
        return _searched_by(model, sentences, package, beam, count, progress)


def _searched_by(
    model: _Model,
    sentences: Sequence[str],
    package: InstalledPackage,
    beam: int,
    count: int,
    progress: Progress | None,
) -> list[list[str]]:
    worded = [(i, sentence) for i, sentence in enumerate(sentences) if any(map(str.isalnum, sentence))]
    pieces = [(i, part) for i, sentence in worded for part in _parts(sentence, model.tokenizer)]
    # Long ones first: sentences of one length share a batch without padding, and the progress bar never overrates.
    order = sorted(range(len(pieces)), key=lambda p: (-len(pieces[p][1]), p))
    outputs: list[list[str]] = [[] for _ in pieces]
    for start in range(0, len(order), CHUNK):
        chosen = order[start : start + CHUNK]
        found = _translated([pieces[p][1] for p in chosen], model, package, beam, count)
        for place, texts in zip(chosen, found, strict=True):
            outputs[place] = texts
        if progress is not None:
            progress(min(start + CHUNK, len(order)), len(order))
    gathered: list[list[list[str]]] = [[] for _ in sentences]
    for (i, _), output in zip(pieces, outputs, strict=True):
        gathered[i].append(output)
    translated = [[" ".join(part[rank] for part in parts if part[rank]) for rank in range(count)] for parts in gathered]
    for i in set(range(len(sentences))) - {i for i, _ in worded}:
        translated[i] = [sentences[i].strip()] * count
    return translated


def _translated(
    batch: list[list[str]], model: _Model, package: InstalledPackage, beam: int, count: int
) -> list[list[str]]:
    prefix = [package.target_prefix] if package.target_prefix else []
    try:
        results = model.translator.translate_batch(
            batch,
            target_prefix=[prefix] * len(batch) if prefix else None,
            beam_size=beam,
            num_hypotheses=count,
            max_batch_size=GREEDY_BATCH_TOKENS if beam == 1 else BEAM_BATCH_TOKENS,
            batch_type="tokens",
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            max_decoding_length=2 * MAX_TOKENS,
        )
        found = [result.hypotheses for result in results]
    except (RuntimeError, ValueError, UnicodeDecodeError) as error:
        raise _damaged(package, error) from error

    def text(tokens: list[str]) -> str:
        return model.tokenizer.decode(tokens[len(prefix) :] if tokens[: len(prefix)] == prefix else tokens)

    return [[text(tokens) for tokens in ranked] for ranked in found]


def _parts(sentence: str, tokenizer: Tokenizer) -> list[list[str]]:
    """Tokens of a sentence, in several parts if it is too long for the model; none if it is blank."""
    if not sentence.strip():
        return []
    tokens = tokenizer.encode(sentence)
    if not tokens:  # invisible characters, which some tokenizers drop
        return []
    if len(tokens) <= MAX_TOKENS or len(sentence) < 2:
        return [tokens]
    cut = _break(sentence)
    return _parts(sentence[:cut], tokenizer) + _parts(sentence[cut:], tokenizer)


def _break(sentence: str) -> int:
    """Offset near the middle of a sentence after a mark or before a space, by force where there is neither."""
    middle = len(sentence) // 2
    for mark in BREAKS:
        after = [i + len(mark) for i in range(len(sentence)) if sentence.startswith(mark + " ", i)]
        inner = [i for i in after if len(sentence) // 4 <= i <= 3 * len(sentence) // 4]
        if inner:
            return min(inner, key=lambda i: abs(i - middle))
    return middle


@dataclass(slots=True)
class _Loaded:
    model: _Model
    changed: int  # when model.bin was written, ns
    users: int = 0
    last_used: float = 0.0  # on the monotonic clock, s


class _Models:
    """Loaded models, each shared by all threads and let go once nobody has used it for a while.

    Letting go is dropping the reference: a translation under way has one of its own and is not disturbed.
    """

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        self._idle_seconds = idle_seconds
        self._loaded: dict[InstalledPackage, _Loaded] = {}
        self._lock = threading.Lock()  # held while loading, so that two threads do not load the same model twice

    @contextmanager
    def lent(self, package: InstalledPackage) -> Iterator[_Model]:
        """The package's model for the time of the `with`; loaded if it is not, and anew where its file has changed."""
        with self._lock:
            loaded = self._current(package)
            loaded.users += 1
        try:
            yield loaded.model
        finally:
            with self._lock:
                loaded.users -= 1
                loaded.last_used = time.monotonic()

    def _current(self, package: InstalledPackage) -> _Loaded:
        try:
            changed = _changed(package)
            loaded = self._loaded.get(package)
            if loaded is None or loaded.changed != changed:
                loaded = _Loaded(_load(package), changed)
        except (OSError, RuntimeError, ValueError, UnicodeDecodeError) as error:
            raise _damaged(package, error) from error
        if not self._loaded:
            self._look_later()
        self._loaded[package] = loaded
        return loaded

    def _look_later(self) -> None:
        # One sleeping thread while anything is loaded, none otherwise; a third: unloaded after 15 to 20 minutes.
        timer = threading.Timer(self._idle_seconds / 3, self._unload_idle)
        timer.daemon = True
        timer.start()

    def _unload_idle(self) -> None:
        with self._lock:
            latest = time.monotonic() - self._idle_seconds
            self._loaded = {
                package: loaded for package, loaded in self._loaded.items() if loaded.users or loaded.last_used > latest
            }
            if self._loaded:
                self._look_later()


_MODELS = _Models()


def _changed(package: InstalledPackage) -> int:
    """When the model was written, ns."""
    try:
        return (package.path / "model" / "model.bin").stat().st_mtime_ns
    except OSError as error:
        raise _damaged(package, error) from error


def _load(package: InstalledPackage) -> _Model:
    require_libraries()
    import ctranslate2  # type: ignore[import-untyped]  # imported here: 0.1 s and 60 MB that a gloss does not need

    translator = ctranslate2.Translator(
        str(package.path / "model"),
        device="cpu",
        compute_type="int8",
        inter_threads=os.cpu_count()
        or 1,  # whole sentences to each core: threads inside one matrix wait for each other
        intra_threads=1,
    )
    return _Model(_tokenizer(package), translator)


def _tokenizer(package: InstalledPackage) -> Tokenizer:
    pieces = package.path / "sentencepiece.model"
    if pieces.is_file():
        return _SentencePiece(str(pieces))
    try:  # Moses tokens and BPE: argostranslate does it, and does it well
        from argostranslate.tokenizer import BPETokenizer  # type: ignore[import-untyped]
    except ImportError as error:
        what = Phrase("The BPE package {package}", package=package.name)
        raise LibraryMissing(what, "argos-translate-lt", "translate") from error
    tokenizer: Tokenizer = BPETokenizer(package.path / "bpe.model", package.from_code, package.to_code)
    return tokenizer


def _damaged(package: InstalledPackage, error: Exception) -> EngineError:
    return EngineError(
        Phrase(
            "The translation package {package} does not work ({error}). To replace it: "
            "python -m translate packages install FILE.argosmodel",
            package=package.name,
            error=error,
        )
    )
