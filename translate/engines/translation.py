"""A text in the other language, sentence by sentence, and where it came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in the other language.

    Attributes:
        text: The whole translation, paragraphs kept; boilerplate left out.
        sentences: One entry for each sentence of the document; "" where nothing was translated
            (boilerplate, a sentence already in the other language, engine "none").
        engine: "argos" (machine translation), "gloss" (word by word, no package installed) or "none".
        package: Name and version of the Argos package, "translate-ru_en-1_9"; None for a gloss.
        warnings: What a reader should know before relying on it.
    """

    text: str
    sentences: tuple[str, ...]
    engine: str
    package: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Translations:
    """Both texts, each in the language of the other; warnings gather what concerns either side."""

    source: Translation
    target: Translation
    warnings: tuple[str, ...] = ()
