"""Machine translation with Firefox's models, by fxtranslate: our own sentences, in processes that share the work."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from translate.engines.child_process import WorkerFailed
from translate.engines.engine import EngineInfo, Progress
from translate.engines.firefox_models import (
    LIBRARIES,
    LICENCE,
    FirefoxModel,
    find_model,
    installed_models,
    require_libraries,
)
from translate.engines.firefox_process import Workers
from translate.engines.firefox_source import install_pair
from translate.engines.kept import Kept
from translate.engines.long_sentences import in_parts
from translate.engines.packages import pairs_in_words
from translate.engines.published import published
from translate.errors import EngineError
from translate.options import Options, Quality
from translate.wording.phrase import Phrase, later

MAX_TOKENS = 126  # the models learned from sentences of 128 tokens with the two that mark their ends
BYTES = re.compile("(?:<0x[0-9A-F]{2}>)+")  # how fxtranslate writes a letter that is in no vocabulary: byte by byte


@dataclass(frozen=True, slots=True)
class _Ready:
    """A model that can translate.

    Attributes:
        tokenizer: sentencepiece.SentencePieceProcessor of the source.
        workers: Processes that hold the model.
    """

    tokenizer: Any
    workers: Workers


def translate_sentences(
    sentences: Sequence[str], model: FirefoxModel, quality: Quality = "fast", progress: Progress | None = None
) -> list[str]:
    """Translate sentences one by one, several at the same time.

    Blank ones give "", those without a letter or a digit come back as they are: a model would make words of them.

    Args:
        sentences: In the model's source language, any length.
        model: From `installed_models`; it stays loaded for the next call, until unused for a while.
        quality: "fast" chooses among the words of the model's shortlist, as Firefox does; "careful" among all that it
            knows, and takes twice as long. Neither searches: fxtranslate decodes greedily.
        progress: Called with the number of parts done and in all.

    Raises:
        EngineError: The model is damaged.
        LibraryMissing: What runs it is not installed.
    """
    try:
        with _READY.lent((model, quality)) as ready:
            return _translated(sentences, ready, progress)
    except WorkerFailed as error:
        raise _damaged(model, error.what) from error


def _translated(sentences: Sequence[str], ready: _Ready, progress: Progress | None) -> list[str]:
    worded = [(i, sentence) for i, sentence in enumerate(sentences) if any(map(str.isalnum, sentence))]
    parts = [(i, part) for i, text in worded for part, _ in in_parts(text, ready.tokenizer.encode, MAX_TOKENS)]
    order = sorted(range(len(parts)), key=lambda p: (-len(parts[p][1]), p))  # long ones first: no process ends alone

    def told(done: int) -> None:
        if progress is not None:
            progress(done, len(order))

    found = ready.workers.translated([parts[p][1] for p in order], told)
    outputs: list[list[str]] = [[] for _ in sentences]
    for place, text in sorted(zip(order, found, strict=True)):
        outputs[parts[place][0]].append(_with_letters(text, parts[place][1]).strip())
    translated = [" ".join(filter(None, texts)) for texts in outputs]
    for i in set(range(len(sentences))) - {i for i, _ in worded}:
        translated[i] = sentences[i].strip()
    return translated


def _with_letters(translation: str, source: str) -> str:
    """A translation with letters in place of their bytes, but for what the source itself spells in this way."""

    def letters(run: re.Match[str]) -> str:
        return run[0] if run[0] in source else bytes.fromhex(re.sub("<0x|>", "", run[0])).decode(errors="ignore")

    return BYTES.sub(letters, translation)


def _state(key: tuple[FirefoxModel, Quality]) -> int:
    """When the model was written, ns."""
    try:
        return key[0].file("model").stat().st_mtime_ns
    except OSError as error:
        raise _damaged(key[0], error) from error


def _loaded(key: tuple[FirefoxModel, Quality]) -> _Ready:
    model, quality = key
    require_libraries()
    import sentencepiece  # here: 0.05 s that a gloss does not need

    shortlist = [model.shortlist] if model.shortlist is not None and quality == "fast" else []
    try:
        tokenizer = sentencepiece.SentencePieceProcessor(model_proto=model.vocabularies[0].read_bytes())
    except (OSError, RuntimeError) as error:
        raise _damaged(model, error) from error
    return _Ready(tokenizer, Workers([model.file("model"), *model.vocabularies, *shortlist]))


_READY = Kept(_loaded, _state)


def _damaged(model: FirefoxModel, error: object) -> EngineError:
    return EngineError(
        Phrase(
            "Firefox's model {model} does not work ({error}). To replace it: "
            "python -m translate packages install {source} {target} --from firefox",
            model=model.name,
            error=error,
            source=model.from_code,
            target=model.to_code,
        )
    )


@dataclass(frozen=True, slots=True)
class FirefoxTranslator:
    """A model of Firefox's, as `engine.Model` asks for it."""

    model: FirefoxModel

    @property
    def name(self) -> str:
        """Of the model."""
        return self.model.name

    @property
    def key(self) -> str:
        """With the time when the model was written.

        Raises:
            EngineError: There is no model any more.
        """
        return f"{self.model.name}|{_state((self.model, 'fast'))}"

    def translate(self, sentences: Sequence[str], quality: Quality, progress: Progress | None) -> list[str]:
        """As `translate_sentences` does."""
        return translate_sentences(sentences, self.model, quality, progress)


class FirefoxEngine:
    """Firefox's models on this machine."""

    info = EngineInfo(
        name="firefox",
        title=Phrase("Firefox's translation models"),
        languages=Phrase("Russian and English, both ways"),
        licence=LICENCE,
        install="python -m translate packages install {source} {target} --from firefox",
        label=later("machine translation by {model}, a model of Firefox's"),
        quality=published("firefox"),
        size_mb=26,  # as downloaded
        libraries=LIBRARIES,
        speed=35,  # with 6 + 4 layers of width 384, on a busy machine: benchmarks.measure.translation --firefox-size
        automatic=True,
    )

    def model(self, source: str, target: str, options: Options) -> FirefoxTranslator | None:
        """The model for a direction; None where there is none and any engine will do.

        Raises:
            EngineError: There is none, and Firefox's was asked for.
            LibraryMissing: There is one, and no library to run it.
        """
        model = find_model(source, target)
        if model is not None:
            require_libraries()
            return FirefoxTranslator(model)
        if options.engine != self.info.name:
            return None
        raise EngineError(
            Phrase(
                "No model of Firefox's for {source} to {target} is installed. Installed: {installed}. To install it: "
                "{command}",
                source=source,
                target=target,
                installed=pairs_in_words(installed_models()),
                command=self.info.how_to_get(source, target),
            )
        )

    def install(self, source: str, target: str, progress: Progress | None) -> str:
        """The best model for a direction of Mozilla's catalogue, or of the source that the environment names.

        Raises:
            EngineError: As `firefox_source.install_pair` does.
        """
        return install_pair(source, target, progress=progress).name
