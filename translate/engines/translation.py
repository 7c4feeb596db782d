"""A text in the other language, sentence by sentence, and where it came from."""

from dataclasses import dataclass

from translate.text.document import Span
from translate.wording.brief import excerpt, several
from translate.wording.phrase import Telling, say


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in the other language.

    Attributes:
        text: The whole translation, paragraphs kept; boilerplate left out.
        sentences: One entry for each sentence of the document; "" where nothing was translated
            (boilerplate, a sentence already in the other language, engine "none").
        engine: Name of the engine that translated, "argos", "libretranslate" or "demonstration" (the small package of
            the samples) among others; "gloss" (word by word, no engine installed) or "none".
        package: Name of its model, "translate-ru_en-1_9"; host of a server; None for a gloss.
        warnings: What a reader should know before relying on it.
        doubts: One entry for each sentence, why its machine translation is unreliable; "" where there is no doubt.
            Empty as a whole where nothing was translated by machine.
        unknown: One entry for each sentence, where in its gloss words are left as they stand because no dictionary
            knows them. Empty as a whole where there are none.
    """

    text: str
    sentences: tuple[str, ...]
    engine: str
    package: str | None = None
    warnings: tuple[Telling, ...] = ()
    doubts: tuple[Telling, ...] = ()
    unknown: tuple[tuple[Span, ...], ...] = ()

    def __repr__(self) -> str:
        made = f"{self.engine} {self.package}" if self.package else self.engine
        doubtful = sum(map(bool, self.doubts))
        parts = [several(sum(map(bool, self.sentences)), "sentence"), *([f"{doubtful:,} doubtful"] if doubtful else [])]
        return f"<Translation by {made}: {', '.join(parts)}, {excerpt(self.text)}>"

    def unknown_words(self, index: int) -> tuple[Span, ...]:
        """Where one sentence, as a report shows it, has words that no dictionary knows."""
        return self.unknown[index] if index < len(self.unknown) else ()

    def shown(self, index: int) -> str:
        """Translation of one sentence as a report shows it: an unreliable one says so and why.

        Example:
            >>> Translation("♪", ("♪",), "argos", doubts=("it has no words",)).shown(0)
            '[translation unreliable: it has no words] ♪'
        """
        if index >= len(self.sentences):
            return ""
        doubt = self.doubts[index] if index < len(self.doubts) else ""
        if not doubt:
            return self.sentences[index]
        return say("[translation unreliable: {doubt}] {translation}", doubt=doubt, translation=self.sentences[index])


@dataclass(frozen=True, slots=True)
class Translations:
    """Both texts, each in the language of the other; warnings gather what concerns either side."""

    source: Translation
    target: Translation
    warnings: tuple[Telling, ...] = ()

    def __repr__(self) -> str:
        engines = f"source by {self.source.engine}, target by {self.target.engine}"
        return f"<Translations: {engines}, {several(len(self.warnings), 'warning')}>"
