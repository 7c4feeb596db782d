"""A document in the other language: by an Argos package where one is installed, else word by word."""

from collections.abc import Callable, Sequence

from translate.engines.argos import translate_sentences
from translate.engines.gloss import gloss
from translate.engines.lexicon import Language
from translate.engines.packages import InstalledPackage, find_package, installed_packages
from translate.engines.translation import Translation
from translate.errors import LanguageError, ModelNotInstalled
from translate.options import Options
from translate.text.document import Document

NAMES: dict[Language, str] = {"ru": "Russian", "en": "English"}
QUOTED_LENGTH = 40  # code points of a sentence shown in a warning

Progress = Callable[[int, int], None]


def translate_document(document: Document, to: str, options: Options, progress: Progress | None = None) -> Translation:
    """Translate a document, sentence by sentence; boilerplate and sentences in another language stay "".

    Args:
        document: In Russian or English.
        to: The other of the two.
        options: `engine` and `quality` count.
        progress: Called with the number of parts done and in all.

    Raises:
        LanguageError: The document's language and `to` are not Russian and English.
        ModelNotInstalled: The engine is "argos" and there is no package for the pair.
        EngineError: The package is damaged.
    """
    source = _language(document.language)
    target = _language(to)
    if source == target:
        raise LanguageError(f"The text is already in {NAMES[target]}.")
    chosen = [i for i in document.compared if i not in set(document.foreign)]
    texts = [document.sentence_text(i) for i in chosen]
    package = None if options.engine in ("gloss", "none") else find_package(source, target)
    if options.engine == "argos" and package is None:
        raise ModelNotInstalled((source, target), [f"{p.from_code} to {p.to_code}" for p in installed_packages()])
    if options.engine == "none":
        return Translation("", ("",) * len(document.sentences), "none")
    if package is not None:
        done = translate_sentences(texts, package, options.quality, progress)
    else:
        done = _glossed(texts, source, progress)
    sentences = [""] * len(document.sentences)
    for i, text in zip(chosen, done, strict=True):
        sentences[i] = text
    return Translation(
        text=_assembled(document, sentences),
        sentences=tuple(sentences),
        engine="gloss" if package is None else "argos",
        package=None if package is None else package.name,
        warnings=_warnings(document, source, target, package),
    )


def _language(code: str) -> Language:
    if code == "ru":
        return "ru"
    if code == "en":
        return "en"
    raise LanguageError(f"Translation works between Russian and English, not with {code!r}.")


def _glossed(texts: Sequence[str], source: Language, progress: Progress | None) -> list[str]:
    done = gloss(texts, source)
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
    document: Document, source: Language, target: Language, package: InstalledPackage | None
) -> tuple[str, ...]:
    warnings = []
    if package is None:
        warnings.append(
            f"Word-by-word gloss, not a translation: no translation package for {NAMES[source]} to {NAMES[target]} "
            f"is installed. To install one: python -m translate packages install {source} {target}"
            if find_package(source, target) is None
            else "Word-by-word gloss, not a translation, as asked for."
        )
    for i in document.foreign:
        text = " ".join(document.sentence_text(i).split())
        shown = text if len(text) <= QUOTED_LENGTH else text[: QUOTED_LENGTH - 1] + "…"
        warnings.append(f"Sentence {i + 1} is not in {NAMES[source]} and was left untranslated: {shown}")
    return tuple(warnings)
