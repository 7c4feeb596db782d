"""A text in the other language, sentence by sentence, and where it came from."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from translate.text.document import Document, Span
from translate.wording.brief import excerpt, several
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, Telling, later, say

DOUBTED = later("{language:name} text, sentence {number}: translation unreliable ({doubt}).")
GLOSS = "gloss"  # in place of the name of an engine
MENDED = later("[mended by hand] {translation}")


@dataclass(frozen=True, slots=True)
class Guess:
    """Words of a gloss that are only likely, because the dictionary has several senses of what they stand for.

    Attributes:
        start, end: Half-open offsets in the gloss of the sentence.
        others: Words of the other senses, the likeliest first; at least one.
    """

    start: int
    end: int
    others: tuple[str, ...]


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
        by_hand: Indices of the sentences whose translation a reviewer mended, ascending.
        unknown: One entry for each sentence, where in its gloss words are left as they stand because no dictionary
            knows them. Empty as a whole where there are none.
        guesses: One entry for each sentence, which words of its gloss are only likely. Empty as a whole likewise.
    """

    text: str
    sentences: tuple[str, ...]
    engine: str
    package: str | None = None
    warnings: tuple[Telling, ...] = ()
    doubts: tuple[Telling, ...] = ()
    by_hand: tuple[int, ...] = ()
    unknown: tuple[tuple[Span, ...], ...] = ()
    guesses: tuple[tuple[Guess, ...], ...] = ()

    def __repr__(self) -> str:
        made = f"{self.engine} {self.package}" if self.package else self.engine
        doubtful = sum(map(bool, self.doubts))
        parts = [several(sum(map(bool, self.sentences)), "sentence"), *([f"{doubtful:,} doubtful"] if doubtful else [])]
        return f"<Translation by {made}: {', '.join(parts)}, {excerpt(self.text)}>"

    def unknown_words(self, index: int) -> tuple[Span, ...]:
        """Where one sentence, as a report shows it, has words that no dictionary knows."""
        return self.unknown[index] if index < len(self.unknown) else ()

    def guessed_words(self, index: int) -> tuple[Guess, ...]:
        """The words of one sentence, as a report shows it, that are only likely."""
        return self.guesses[index] if index < len(self.guesses) else ()

    def is_gloss(self, indices: Iterable[int]) -> bool:
        """Whether some of these sentences are shown word by word: by no engine, nor by a reviewer."""
        return self.engine == GLOSS and any(
            i < len(self.sentences) and self.sentences[i] and i not in self.by_hand for i in indices
        )

    def shown(self, index: int) -> str:
        """Translation of one sentence as a report shows it: an unreliable one says so and why, a mended one that it is.

        Example:
            >>> Translation("♪", ("♪",), "argos", doubts=("it has no words",)).shown(0)
            '[translation unreliable: it has no words] ♪'
        """
        if index >= len(self.sentences):
            return ""
        if index in self.by_hand:
            return Phrase.of(MENDED, {"translation": self.sentences[index]}).told()
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


def untranslated(document: Document) -> Translation:
    """Nothing, of a text that needs no translation or gets none."""
    return Translation("", ("",) * len(document.sentences), "none")


def mended(translation: Translation, document: Document, texts: Mapping[int, str]) -> Translation:
    """A translation with other words for some sentences, which a reviewer wrote; nothing is in doubt of those.

    Args:
        translation: Of the document.
        document: The text in its own language.
        texts: The words by the index of the sentence.
    """
    if not texts:
        return translation
    sentences = tuple(texts.get(i, words) for i, words in enumerate(translation.sentences))
    return replace(
        translation,
        text=assembled(document, sentences),
        sentences=sentences,
        warnings=without_doubts(translation.warnings, document.language, texts),
        doubts=tuple("" if i in texts else doubt for i, doubt in enumerate(translation.doubts)),
        by_hand=tuple(sorted({*translation.by_hand, *texts})),
        unknown=tuple(() if i in texts else words for i, words in enumerate(translation.unknown)),
        guesses=tuple(() if i in texts else words for i, words in enumerate(translation.guesses)),
    )


def without_doubts(warnings: Sequence[Telling], language: str, sentences: Collection[int]) -> tuple[Telling, ...]:
    """Warnings without those that the translation of some sentences of the text in a language is unreliable."""

    def is_of_them(warning: Telling) -> bool:
        if not isinstance(warning, Phrase) or warning.template != DOUBTED:
            return False
        return warning.values["language"] == Version(language) and warning.values["number"] - 1 in sentences

    return tuple(warning for warning in warnings if not is_of_them(warning))


def assembled(document: Document, sentences: Sequence[str]) -> str:
    """The running text of translated sentences: paragraphs with a blank line between, without those that are empty."""
    paragraphs: dict[int, list[str]] = {}
    for sentence, text in zip(document.sentences, sentences, strict=True):
        if text:
            paragraphs.setdefault(sentence.paragraph, []).append(text)
    return "\n\n".join(" ".join(texts) for texts in paragraphs.values())
