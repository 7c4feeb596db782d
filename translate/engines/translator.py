"""A document in the other language: by an Argos package or a server, else word by word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate.engines.argos import can_translate, hypotheses, translate_sentences
from translate.engines.cache import default_cache
from translate.engines.cached import cached_translations
from translate.engines.demonstration import find_demonstration
from translate.engines.gloss import gloss, has_gloss
from translate.engines.health import best_hypothesis, check_translation, likenesses
from translate.engines.libretranslate import server_name, translate_by_server
from translate.engines.packages import InstalledPackage, find_package, installed_packages, pair_in_words
from translate.engines.protocols import Embedder
from translate.engines.translation import Translation
from translate.errors import EngineError, LanguageError, ModelNotInstalled
from translate.installation import install_command
from translate.languages.registry import language_of
from translate.options import EngineName, Options
from translate.text.document import Document
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, joined

REVISION = 3  # of how translations are made here and in argos.py; a new one forgets those in the cache
QUOTED_LENGTH = 40  # code points of a sentence shown in a warning

Progress = Callable[[int, int], None]


def translate_document(
    document: Document,
    to: str,
    options: Options,
    progress: Progress | None = None,
    *,
    embedder: Embedder | None = None,
) -> Translation:
    """Translate a document, sentence by sentence; boilerplate and sentences in another language stay "".

    Args:
        document: In a language that can be compared.
        to: Another one.
        options: all of them count.
        progress: Called with the number of parts done and in all.
        embedder: Where it is known what its cosines mean, it tells a fluent translation of something else, at 3 ms for
            each text that its cache has not met. A gloss is not judged and needs none.

    Raises:
        LanguageError: The document's language and `to` are not two that can be compared.
        ModelNotInstalled: The engine is "argos" and there is no package for the pair.
        EngineError: The package is damaged.
        ServerError: The server cannot be reached, refuses, or answers with no translation.
    """
    source = _language(document.language)
    target = _language(to)
    if source == target:
        raise LanguageError(Phrase("The text is already in {language:name}.", language=Version(target)))
    chosen = [i for i in document.compared if i not in set(document.foreign)]
    texts = [document.sentence_text(i) for i in chosen]
    package = _package(source, target, options)
    if options.engine == "none":
        return Translation("", ("",) * len(document.sentences), "none")
    if package is None and not options.url and not has_gloss(source, target):
        warnings = _warnings(document, source, target, package, options)
        return Translation("", ("",) * len(document.sentences), "none", warnings=warnings)
    if package is not None or options.url:
        guard = _Guard(source, target, embedder)
        if package is not None:
            done = _by_machine(texts, guard, package, options, progress)
        else:
            done = _by_server(texts, source, target, options, progress)
        found = guard.doubts(texts, done)
    else:
        done, found = _glossed(texts, source, target, progress), []
    sentences, doubts = _spread(done, chosen, document), _spread(found, chosen, document)
    return Translation(
        text=_assembled(document, sentences),
        sentences=tuple(sentences),
        engine=_engine(package, options),
        package=server_name(options.url) if options.url else None if package is None else package.name,
        warnings=(*_warnings(document, source, target, package, options), *_doubted(doubts, source)),
        doubts=tuple(doubts) if found else (),
    )


def _language(code: str) -> str:
    if language_of(code).compared:
        return code
    raise LanguageError(
        Phrase("Translation works between Russian and English, not with {language}.", language=repr(code))
    )


def _package(source: str, target: str, options: Options) -> InstalledPackage | None:
    """The package that is to translate; None for a gloss."""
    if options.engine in ("gloss", "libretranslate", "none"):
        return None
    if options.engine == "demonstration":
        package = find_demonstration(source, target)
        if package is None:
            raise EngineError(
                Phrase(
                    "There is no demonstration package for {source:name} to {target:name} here.",
                    source=Version(source),
                    target=Version(target),
                )
            )
        return package
    package = find_package(source, target)
    if options.engine == "argos" and package is None:
        raise ModelNotInstalled((source, target), [pair_in_words(*p.pair) for p in installed_packages()])
    if options.engine == "auto" and not can_translate():
        return None
    return package


@dataclass(frozen=True, slots=True)
class _Guard:
    """Judges translations of sentences from one language into another."""

    source: str
    target: str
    embedder: Embedder | None

    def doubts(self, texts: Sequence[str], translations: Sequence[str]) -> list[str]:
        """Why each translation is unreliable; "" where there is no doubt."""
        alike = likenesses(texts, translations, self.embedder)
        healths = [
            check_translation(text, translation, self.source, self.target, likeness)
            for text, translation, likeness in zip(texts, translations, alike, strict=True)
        ]
        return ["" if health.reliable else joined("; ", health.reasons) for health in healths]

    def best(self, text: str, hypotheses: Sequence[str]) -> str:
        """The first reliable translation, the least bad one if none is."""
        alike = likenesses([text] * len(hypotheses), hypotheses, self.embedder)
        return best_hypothesis(text, hypotheses, self.source, self.target, alike)[0]


def _by_machine(
    texts: Sequence[str], guard: _Guard, package: InstalledPackage, options: Options, progress: Progress | None
) -> list[str]:
    """Translations, those of earlier runs from the cache; an unhealthy one is tried again with several hypotheses."""

    def translated(missing: list[str]) -> list[str]:
        done = translate_sentences(missing, package, options.quality, progress)
        doubtful = [i for i, doubt in enumerate(guard.doubts(missing, done)) if doubt]
        for i, more in zip(doubtful, hypotheses([missing[i] for i in doubtful], package), strict=True):
            done[i] = guard.best(missing[i], [done[i], *more])
        return done

    changed = (package.path / "model" / "model.bin").stat().st_mtime_ns
    # With the embedder's name: another guard may choose another hypothesis.
    key = f"{package.name}|{changed}|{options.quality}|{guard.embedder.name if guard.embedder else ''}|{REVISION}"
    return cached_translations(texts, key, translated, default_cache())


def _by_server(
    texts: Sequence[str], source: str, target: str, options: Options, progress: Progress | None
) -> list[str]:
    """Translations by the server, those of earlier runs from the cache."""
    url = options.url or ""

    def translated(missing: list[str]) -> list[str]:
        return translate_by_server(missing, source, target, url, api_key=options.api_key, progress=progress)

    return cached_translations(texts, f"libretranslate|{url}|{source}-{target}|{REVISION}", translated, default_cache())


def _engine(package: InstalledPackage | None, options: Options) -> EngineName:
    """Who translated, as a report names it."""
    if options.engine in ("demonstration", "libretranslate"):
        return options.engine
    return "gloss" if package is None else "argos"


def _by_whom(options: Options) -> tuple[str, ...]:
    """The warning that belongs to every translation by a server or by the demonstration packages."""
    if options.url:
        name = server_name(options.url)
        return (Phrase("Translated by the LibreTranslate server {server}, to which sentences are sent.", server=name),)
    if options.engine != "demonstration":
        return ()
    return (
        Phrase(
            "Translated by the demonstration packages, which know only the vocabulary of the samples: "
            "of any other text they make nonsense."
        ),
    )


def _doubted(doubts: Sequence[str], source: str) -> tuple[str, ...]:
    return tuple(
        Phrase(
            "{language:name} text, sentence {number}: translation unreliable ({doubt}).",
            language=Version(source),
            number=i + 1,
            doubt=doubt,
        )
        for i, doubt in enumerate(doubts)
        if doubt
    )


def _spread(values: Sequence[str], chosen: Sequence[int], document: Document) -> list[str]:
    """Values of the chosen sentences at their places among all sentences, "" elsewhere."""
    spread = [""] * len(document.sentences)
    for i, value in zip(chosen, values, strict=False):
        spread[i] = value
    return spread


def _glossed(texts: Sequence[str], source: str, target: str, progress: Progress | None) -> list[str]:
    done = gloss(texts, source, target)
    if progress is not None:
        progress(len(texts), len(texts))
    return done


def _assembled(document: Document, sentences: Sequence[str]) -> str:
    """Paragraphs with a blank line between them, without those that have nothing to show."""
    paragraphs: dict[int, list[str]] = {}
    for sentence, text in zip(document.sentences, sentences, strict=True):
        if text:
            paragraphs.setdefault(sentence.paragraph, []).append(text)
    return "\n\n".join(" ".join(texts) for texts in paragraphs.values())


def _warnings(
    document: Document, source: str, target: str, package: InstalledPackage | None, options: Options
) -> tuple[str, ...]:
    warnings = [*_by_whom(options)]
    if package is None and not options.url:
        warnings.append(_unpacked(source, target, options))
    if package is None and not options.url and not has_gloss(source, target):
        return tuple(warnings)
    for i in document.foreign:
        text = " ".join(document.sentence_text(i).split())
        shown = text if len(text) <= QUOTED_LENGTH else text[: QUOTED_LENGTH - 1] + "…"
        warnings.append(
            Phrase(
                "Sentence {number} is not in {language:name} and was left untranslated: {words}",
                number=i + 1,
                language=Version(source),
                words=shown,
            )
        )
    return tuple(warnings)


def _unpacked(source: str, target: str, options: Options) -> str:
    """What is done without a package, and how to get one where there is none."""
    names = {"source": Version(source), "target": Version(target)}
    codes = {"from_code": source, "to_code": target}
    installed = find_package(source, target) is not None
    if has_gloss(source, target):
        if installed and options.engine == "auto":
            return Phrase(
                "Word-by-word gloss, not a translation: the libraries are not installed that translation packages "
                "need. To install them: {command}",
                command=install_command("translate"),
            )
        if installed:
            return Phrase("Word-by-word gloss, not a translation, as asked for.")
        return Phrase(
            "Word-by-word gloss, not a translation: no translation package for {source:name} to {target:name} is "
            "installed. To install one: python -m translate packages install {from_code} {to_code}",
            **names,
            **codes,
        )
    if installed:
        return Phrase("Not translated: there are no words to gloss {source:name} in {target:name}.", **names)
    return Phrase(
        "Not translated: no translation package for {source:name} to {target:name} is installed. "
        "To install one: python -m translate packages install {from_code} {to_code}",
        **names,
        **codes,
    )
