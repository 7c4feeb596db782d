"""A model in CTranslate2's format with its tokenizer: all sentences in as few batches as possible."""

import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from translate.engines.cache import default_cache
from translate.engines.cached import cached_translations
from translate.engines.child_process import WorkerFailed
from translate.engines.ctranslate2_file import require_sound
from translate.engines.engine import Progress
from translate.engines.kept import Kept
from translate.engines.libraries import require
from translate.engines.long_sentences import in_parts
from translate.engines.packages import LIBRARIES
from translate.engines.shortlist import with_shortlist
from translate.engines.trial import PLAIN, try_model
from translate.errors import EngineError
from translate.installation import has_libraries
from translate.options import Quality
from translate.wording.phrase import Phrase

# Source tokens a batch. 32, argostranslate's default, is about one sentence and three times slower; a beam multiplies
# what a batch holds, and of 256 to 2,048 these were the fastest on two cores.
GREEDY_BATCH_TOKENS, BEAM_BATCH_TOKENS = 1024, 512
BEAMS: dict[Quality, int] = {"fast": 1, "careful": 4}
LENGTH_PENALTY = 0.2  # as argostranslate sets it: its models were tuned with it
MAX_TOKENS = 250  # models learned from shorter sentences, and beyond 1,024 tokens CTranslate2 cuts without a word
SEARCH = 2  # to be counted up where a model is asked in another way, so that what it said before is not remembered
END = "</s>"  # as CTranslate2 writes the end of a sentence
CHUNK = 256  # sentences between two calls of the progress callback


class Tokenizer(Protocol):
    """What the tokenizers of all models can do."""

    def encode(self, sentence: str) -> list[str]: ...
    def decode(self, tokens: list[str]) -> str: ...


class TokenizerFiles(Protocol):
    """Where a tokenizer lies; equal ones load equal tokenizers."""

    @property
    def paths(self) -> tuple[Path, ...]: ...

    def load(self) -> tuple[Tokenizer, Tokenizer]:
        """The tokenizers of source and target, read anew; they may be one."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in memory.

    Attributes:
        source, target: Tokenizers of either language, which may be one.
        translator: A `ctranslate2.Translator`, which may be used by several threads at once.
        shortlisted: Whether it has a shortlist of what it may write.
    """

    source: Tokenizer
    target: Tokenizer
    translator: Any
    shortlisted: bool = False


@dataclass(frozen=True, slots=True)
class CTranslate2Model:
    """A model on the disk, as `engine.Searching` and `engine.Scoring` ask for it; weights are loaded at the first use.

    Attributes:
        name: As reports name it.
        folder: With model.bin, config.json and vocabularies.
        tokenizer_files: Where its tokenizer lies.
        damage: Template of what is told where the model does not work, marked by `later`; its fields are "package", the
            name, and "error".
        pair: Its languages, from and into; None for one of many languages, which has no shortlist.
        source_prefix, source_suffix: Tokens that the model wants before and behind every source sentence.
        target_prefix: Tokens that must begin every output.
        untried: Whether it did not show that it translates when it came, and has to before it is loaded here.
    """

    name: str
    folder: Path
    tokenizer_files: TokenizerFiles
    damage: str
    pair: tuple[str, str] | None = None
    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ()
    target_prefix: tuple[str, ...] = ()
    untried: bool = False

    @property
    def key(self) -> str:
        """Name, tags, the times when its files were written, and the way in which it is asked.

        Raises:
            EngineError: They are not there any more.
        """
        written = "+".join(str(time) for time in changed(self))
        tags = " ".join((*self.source_prefix, *self.source_suffix, *self.target_prefix))
        return f"{self.name}|{written}|{tags}|{SEARCH}"

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

    def log_probabilities(self, sentences: Sequence[str], translations: Sequence[str]) -> list[list[tuple[str, float]]]:
        """The pieces of each translation, and the mark of its end, with their log-probability given what precedes them.

        A translation is read as far as MAX_TOKENS pieces, without the mark if there is more; one that is blank, or
        whose sentence is, has none.

        Raises:
            EngineError: The model is damaged or needs a module that is not installed.
        """
        with MODELS.lent(self) as loaded:
            sources = [loaded.source.encode(text)[:MAX_TOKENS] for text in sentences]
            targets = [loaded.target.encode(text)[:MAX_TOKENS] for text in translations]
            asked = [i for i, both in enumerate(zip(sources, targets, strict=True)) if all(both)]
            try:
                results = loaded.translator.score_batch(
                    [[*self.source_prefix, *sources[i], *self.source_suffix] for i in asked],
                    [[*self.target_prefix, *targets[i]] for i in asked],
                    max_batch_size=GREEDY_BATCH_TOKENS,
                    batch_type="tokens",
                    offset=len(self.target_prefix),
                )
            except (RuntimeError, ValueError, UnicodeDecodeError) as error:
                raise self.damaged(error) from error
        found: list[list[tuple[str, float]]] = [[] for _ in sentences]
        for i, result in zip(asked, results, strict=True):
            pieces = [*targets[i], END][:MAX_TOKENS]
            found[i] = list(zip(pieces, result.log_probs[: len(pieces)], strict=True))
        return found

    def damaged(self, error: Exception) -> EngineError:
        """What is told of a model that does not work."""
        return EngineError(Phrase.of(self.damage, {"package": self.name, "error": error}))

    def _searched(self, sentences: Sequence[str], beam: int, count: int, progress: Progress | None) -> list[list[str]]:
        """`count` translations of each sentence; a sentence of several parts joins those of the same rank."""
        with MODELS.lent(self) as loaded:
            encode = loaded.source.encode
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
                use_vmap=loaded.shortlisted,
            )
            found = [result.hypotheses for result in results]
        except (RuntimeError, ValueError, UnicodeDecodeError) as error:
            raise self.damaged(error) from error

        def text(tokens: list[str]) -> str:
            return loaded.target.decode(tokens[len(prefix) :] if tokens[: len(prefix)] == prefix else tokens)

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

    def load(self) -> tuple[Tokenizer, Tokenizer]:
        """The tokenizers of source and target, read anew; they may be one."""
        loaded = {path: _SentencePiece(path, self.letters) for path in self.paths}
        return loaded[self.source], loaded[self.target]


class _SentencePiece:
    def __init__(self, path: Path, letters: tuple[tuple[str, str], ...]) -> None:
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
        self._letters = str.maketrans(dict(letters))

    def encode(self, sentence: str) -> list[str]:
        pieces: list[str] = self._processor.encode(sentence.translate(self._letters), out_type=str)
        return pieces

    def decode(self, tokens: list[str]) -> str:
        return str(self._processor.decode(tokens)).replace("▁", " ").strip()


def can_translate() -> bool:
    """Whether the libraries are there that such models need; the core goes without them."""
    return has_libraries(*LIBRARIES)


def require_libraries() -> None:
    """See that what such models need is there.

    Raises:
        LibraryMissing: One of the libraries is not.
    """
    require(Phrase("Translation by a package"), LIBRARIES)


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
        require_sound(model.folder)
        if model.untried:
            _require_proven(model)
        return _load(model)
    except (OSError, RuntimeError, ValueError, TypeError, WorkerFailed) as error:
        raise model.damaged(error) from error


def _require_proven(model: CTranslate2Model) -> None:
    """See that a model translates, in a process of its own, as a damaged one may end it; once for the same files.

    Raises:
        WorkerFailed: It does not.
        OSError: A file cannot be read.
    """
    files = sorted((file.name, file.stat()) for file in model.folder.iterdir() if file.is_file())
    written = " ".join(f"{name} {about.st_size} {about.st_mtime_ns}" for name, about in files)
    size = sum(about.st_size for _, about in files)
    sound = replace(model, untried=False)
    # What it says is kept as any translation is: it is there only where the process came through.
    key = f"trial|{model.folder}|{written}|{model.key}"
    cached_translations([PLAIN], key, lambda _: [try_model(sound, size)], default_cache())


def _load(model: CTranslate2Model) -> LoadedModel:
    import ctranslate2  # type: ignore[import-untyped]  # imported here: 0.1 s and 60 MB that a gloss does not need

    plain = nullcontext((model.folder, False))
    with with_shortlist(model.folder, *model.pair) if model.pair else plain as (folder, shortlisted):
        translator = ctranslate2.Translator(
            str(folder),
            device="cpu",
            compute_type="int8",
            inter_threads=os.cpu_count()
            or 1,  # whole sentences to each core: threads inside one matrix wait for each other
            intra_threads=1,
        )
    return LoadedModel(*model.tokenizer_files.load(), translator, shortlisted)


MODELS = Kept(_loaded, changed)
