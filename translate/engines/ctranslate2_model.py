"""A model in CTranslate2's format with its tokenizer: all sentences in as few batches as possible."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from translate.engines.engine import Progress
from translate.engines.kept import Kept
from translate.engines.long_sentences import in_parts
from translate.errors import EngineError, LibraryMissing
from translate.installation import has_libraries
from translate.options import Quality
from translate.wording.phrase import Phrase

# Source tokens a batch. 32, argostranslate's default, is about one sentence and three times slower; a beam multiplies
# what a batch holds, and of 256 to 2,048 these were the fastest on two cores: 88 and 33 sentences a second.
GREEDY_BATCH_TOKENS, BEAM_BATCH_TOKENS = 1024, 512
BEAMS: dict[Quality, int] = {"fast": 1, "careful": 4}
LENGTH_PENALTY = 0.2  # as argostranslate sets it: its models were tuned with it
MAX_TOKENS = 250  # models learned from shorter sentences, and beyond 1,024 tokens CTranslate2 cuts without a word
CHUNK = 256  # sentences between two calls of the progress callback
LIBRARIES = ("ctranslate2", "sentencepiece")


class Tokenizer(Protocol):
    """What the tokenizers of all models can do."""

    def encode(self, sentence: str) -> list[str]: ...
    def decode(self, tokens: list[str]) -> str: ...


class TokenizerFiles(Protocol):
    """Where a tokenizer lies; equal ones load equal tokenizers."""

    @property
    def paths(self) -> tuple[Path, ...]: ...

    def load(self) -> Tokenizer:
        """The tokenizer, read anew."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in memory.

    Attributes:
        tokenizer: Of both languages.
        translator: A `ctranslate2.Translator`, which may be used by several threads at once.
    """

    tokenizer: Tokenizer
    translator: Any


@dataclass(frozen=True, slots=True)
class CTranslate2Model:
    """A model on the disk, as `engine.Searching` asks for it; its weights are loaded at the first translation.

    Attributes:
        name: As reports name it.
        folder: With model.bin, config.json and vocabularies.
        tokenizer_files: Where its tokenizer lies.
        damage: Template of what is told where the model does not work, marked by `later`; its fields are "package", the
            name, and "error".
        source_prefix, source_suffix: Tokens that the model wants before and behind every source sentence.
        target_prefix: Tokens that must begin every output.
    """

    name: str
    folder: Path
    tokenizer_files: TokenizerFiles
    damage: str
    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ()
    target_prefix: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Name, tags, and the times when its files were written.

        Raises:
            EngineError: They are not there any more.
        """
        written = "+".join(str(time) for time in changed(self))
        tags = " ".join((*self.source_prefix, *self.source_suffix, *self.target_prefix))
        return f"{self.name}|{written}|{tags}"

    def translate(self, sentences: Sequence[str], quality: Quality, progress: Progress | None) -> list[str]:
        """Translate sentences one by one in meaning, together in computation.

        Blank ones give "", those without a letter or a digit come back as they are: a model would make words of them.

        Args:
            sentences: In the model's source language, any length.
            quality: "fast" is greedy, "careful" searches with a beam of 4 and takes three times as long.
            progress: Called with the number of parts done and in all.

        Raises:
            EngineError: The model is damaged or needs a module that is not installed.
        """
        return [found[0] for found in self._searched(sentences, BEAMS[quality], 1, progress)]

    def hypotheses(self, sentences: Sequence[str], count: int = 4) -> list[list[str]]:
        """The best translations of each sentence by a beam search of that width, best first; for a second try.

        Raises:
            EngineError: The model is damaged or needs a module that is not installed.
        """
        return self._searched(sentences, count, count, None)

    def damaged(self, error: Exception) -> EngineError:
        """What is told of a model that does not work."""
        return EngineError(Phrase.of(self.damage, {"package": self.name, "error": error}))

    def _searched(self, sentences: Sequence[str], beam: int, count: int, progress: Progress | None) -> list[list[str]]:
        """`count` translations of each sentence; a sentence of several parts joins those of the same rank."""
        with MODELS.lent(self) as loaded:
            encode = loaded.tokenizer.encode
            worded = [(i, sentence) for i, sentence in enumerate(sentences) if any(map(str.isalnum, sentence))]
            pieces = [(i, tokens) for i, text in worded for _, tokens in in_parts(text, encode, MAX_TOKENS)]
            # Long ones first: sentences of one length share a batch without padding, and the progress bar never
            # overrates.
            order = sorted(range(len(pieces)), key=lambda p: (-len(pieces[p][1]), p))
            outputs: list[list[str]] = [[] for _ in pieces]
            for start in range(0, len(order), CHUNK):
                chosen = order[start : start + CHUNK]
                found = self._translated([pieces[p][1] for p in chosen], loaded, beam, count)
                for place, texts in zip(chosen, found, strict=True):
                    outputs[place] = texts
                if progress is not None:
                    progress(min(start + CHUNK, len(order)), len(order))
        gathered: list[list[list[str]]] = [[] for _ in sentences]
        for (i, _), output in zip(pieces, outputs, strict=True):
            gathered[i].append(output)
        translated = [
            [" ".join(part[rank] for part in parts if part[rank]) for rank in range(count)] for parts in gathered
        ]
        for i in set(range(len(sentences))) - {i for i, _ in worded}:
            translated[i] = [sentences[i].strip()] * count
        return translated

    def _translated(self, batch: list[list[str]], loaded: LoadedModel, beam: int, count: int) -> list[list[str]]:
        prefix = list(self.target_prefix)
        try:
            results = loaded.translator.translate_batch(
                [[*self.source_prefix, *tokens, *self.source_suffix] for tokens in batch],
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
            raise self.damaged(error) from error

        def text(tokens: list[str]) -> str:
            return loaded.tokenizer.decode(tokens[len(prefix) :] if tokens[: len(prefix)] == prefix else tokens)

        return [[text(tokens) for tokens in ranked] for ranked in found]


@dataclass(frozen=True, slots=True)
class SentencePieceFiles:
    """SentencePiece models of both languages, which may be one file.

    Attributes:
        source, target: The files.
        letters: What is put in place of some letters before a sentence is cut, each letter with its replacement.
    """

    source: Path
    target: Path
    letters: tuple[tuple[str, str], ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Both files, or the one."""
        return tuple(dict.fromkeys((self.source, self.target)))

    def load(self) -> Tokenizer:
        """The tokenizer, read anew."""
        return _SentencePiece(self)


class _SentencePiece:
    def __init__(self, files: SentencePieceFiles) -> None:
        import sentencepiece

        processors = {path: sentencepiece.SentencePieceProcessor(model_file=str(path)) for path in files.paths}
        self._source, self._target = processors[files.source], processors[files.target]
        self._letters = str.maketrans(dict(files.letters))

    def encode(self, sentence: str) -> list[str]:
        pieces: list[str] = self._source.encode(sentence.translate(self._letters), out_type=str)
        return pieces

    def decode(self, tokens: list[str]) -> str:
        return str(self._target.decode(tokens)).replace("▁", " ").strip()


def can_translate() -> bool:
    """Whether the libraries are there that such models need; the core goes without them."""
    return has_libraries(*LIBRARIES)


def require_libraries() -> None:
    """See that what such models need is there.

    Raises:
        LibraryMissing: One of the libraries is not.
    """
    for library in LIBRARIES:
        if not has_libraries(library):
            raise LibraryMissing(Phrase("Translation by a package"), library, "translate")


def changed(model: CTranslate2Model) -> tuple[int, ...]:
    """When each of the files was written that shape a model's translations, ns.

    Raises:
        EngineError: One is not there any more.
    """
    try:
        files = (model.folder / "model.bin", *model.tokenizer_files.paths)
        return tuple(file.stat().st_mtime_ns for file in files)
    except OSError as error:
        raise model.damaged(error) from error


def _loaded(model: CTranslate2Model) -> LoadedModel:
    require_libraries()
    try:
        return _load(model)
    except (OSError, RuntimeError, ValueError, UnicodeDecodeError) as error:
        raise model.damaged(error) from error


def _load(model: CTranslate2Model) -> LoadedModel:
    import ctranslate2  # type: ignore[import-untyped]  # imported here: 0.1 s and 60 MB that a gloss does not need

    translator = ctranslate2.Translator(
        str(model.folder),
        device="cpu",
        compute_type="int8",
        inter_threads=os.cpu_count()
        or 1,  # whole sentences to each core: threads inside one matrix wait for each other
        intra_threads=1,
    )
    return LoadedModel(model.tokenizer_files.load(), translator)


MODELS = Kept(_loaded, changed)
