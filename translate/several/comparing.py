"""compare_many(): every two of several versions compared, in one language or across languages."""

from collections.abc import Sequence
from itertools import combinations

from translate.comparison import Comparison
from translate.engines.protocols import Embedder
from translate.engines.translation import Translation, Translations, untranslated
from translate.engines.translator import translate_document
from translate.errors import LanguageError, OptionError, WrongType
from translate.languages.registry import language_of
from translate.models.stored import OF_COMPARISON
from translate.options import Options, require_options
from translate.pages.cleaning import cleaned_together
from translate.pipeline import compare, remembering
from translate.settings.limits import Progress, watched
from translate.several.matrix import versions_of
from translate.several.versions import Versions
from translate.text.document import Document
from translate.text.given import Text, is_running
from translate.text.versions import beside, language_told, opened, read_version
from translate.wording.phrase import Phrase

FEWEST, MOST = 3, 12  # versions; by judgement: every two of twelve are 66 comparisons


class UnknownVersion(LanguageError):
    """A version is in no language that can be compared.

    Attributes:
        side: What errors call the text; see `text_named`.
    """

    def __init__(self, number: int, reason: str) -> None:
        self.side = text_named(number)
        super().__init__(
            Phrase(
                "Text {number} is in no language that can be compared. {reason}. Leave it out.",
                number=number,
                reason=reason,
            )
        )


def text_named(number: int) -> str:
    """What errors call one of the texts, counted from 1."""
    return Phrase("Text {number}", number=number)


def compare_many(
    texts: Sequence[Text],
    options: Options | None = None,
    *,
    names: Sequence[str] | None = None,
    progress: Progress | None = None,
    embedder: Embedder | None = None,
) -> Versions:
    """Compare three or more versions of one story, in any mix of the languages that can be compared.

    Versions in one language are compared by the models that were fitted across languages, and not translated;
    `python -m benchmarks.measure.one_language` and, for articles of two outlets, `python -m benchmarks.measure.several`
    print how well they do.

    Args:
        texts: The versions, each in any form that `compare` takes.
        options: Settings, as for `compare`.
        names: What each version is called; its language and number, such as "ru1", if None.
        progress: Called as progress("comparing", done, total), counting pairs of versions.
        embedder: As in `compare`.

    Raises:
        InputError: A text is empty, tiny, too long or no text.
        OptionError: There are fewer than three texts or more than twelve; names are not as many, or not all different;
            a setting is of the wrong type.
        LanguageError: A text is in a language that cannot be compared.
        EngineError: A translation package was asked for and is not there.
        ModelMismatch: Nothing was fitted for the encoder.
        TooSlow: It took longer than it may.
    """
    options = require_options(options)
    if progress is not None and not callable(progress):
        raise WrongType("progress", progress, "progress(stage, done, total)")
    _require_versions(texts, names)
    encoder = remembering(embedder, OF_COMPARISON)
    with watched(options.limits, progress) as tick:
        documents = _read(texts, encoder)
        called = names_by_language([document.language for document in documents]) if names is None else tuple(names)
        pairs = list(combinations(range(len(documents)), 2))
        translated = _Translated(documents, options, encoder)
        comparisons: dict[tuple[int, int], Comparison] = {}
        for done, (first, second) in enumerate(pairs):
            tick("comparing", done, len(pairs))
            comparisons[first, second] = compare(
                documents[first],
                documents[second],
                options,
                translation=translated.both(first, second),
                embedder=embedder,
                one_language=True,
            )
        tick("comparing", len(pairs), len(pairs))
    return versions_of(called, documents, comparisons)


class _Translated:
    """Each document in the languages of the others, translated once."""

    def __init__(self, documents: Sequence[Document], options: Options, encoder: Embedder) -> None:
        self._documents, self._options, self._encoder = documents, options, encoder
        self._known: dict[tuple[int, str], Translation] = {}

    def both(self, first: int, second: int) -> Translations:
        """The translations of two documents, each into the language of the other."""
        left = self._into(first, self._documents[second].language)
        right = self._into(second, self._documents[first].language)
        return Translations(left, right, tuple(dict.fromkeys((*left.warnings, *right.warnings))))

    def _into(self, number: int, language: str) -> Translation:
        document = self._documents[number]
        if document.language == language:
            return untranslated(document)
        if (number, language) not in self._known:
            self._known[number, language] = translate_document(
                document, language, self._options, embedder=self._encoder
            )
        return self._known[number, language]


def _require_versions(texts: Sequence[Text], names: Sequence[str] | None) -> None:
    if isinstance(texts, str) or not isinstance(texts, Sequence):
        raise WrongType("texts", texts, Phrase("a list of three or more texts"))
    if len(texts) < FEWEST:
        raise OptionError(
            Phrase(
                "{count} texts were given, but several versions are three or more. For two: compare.", count=len(texts)
            )
        )
    if len(texts) > MOST:
        raise OptionError(
            Phrase(
                "{count} texts were given; at most {most} are compared together, because every two of them are. "
                "Leave some out.",
                count=len(texts),
                most=MOST,
            )
        )
    if names is None:
        return
    if isinstance(names, str) or not all(isinstance(name, str) and name.strip() for name in names):
        raise WrongType("names", names, Phrase("a list of names, one for each text"))
    if len(names) != len(texts) or len(set(names)) != len(names):
        raise OptionError(
            Phrase(
                "{texts} texts need as many names, all different, not: {names}.",
                texts=len(texts),
                names=", ".join(names) or "none",
            )
        )


def _read(texts: Sequence[Text], encoder: Embedder) -> tuple[Document, ...]:
    """The texts as documents; what is page furniture in one, another one tells, best of another language."""
    sides = [text_named(number) for number in range(1, len(texts) + 1)]
    given = [opened(text, side) for text, side in zip(texts, sides, strict=True)]
    read = [read_version(text, side) for text, side in zip(given, sides, strict=True)]
    known = next((document for document in read if language_of(document.language).compared), None)
    if known is not None:
        read = [beside(text, own, known, side) for text, own, side in zip(given, read, sides, strict=True)]
    for number, document in enumerate(read, start=1):
        if not language_of(document.language).compared:
            raise UnknownVersion(number, language_told(document).reason)
    found = []
    for number, own in enumerate(read):
        witness = _witness(number, read)
        pasted = is_running(given[number]), is_running(given[witness])
        found.append(cleaned_together(own, read[witness], encoder, pasted=pasted)[0])
    return tuple(found)


def _witness(number: int, documents: Sequence[Document]) -> int:
    """The version that helps to clean another: the first of another language, else the first other."""
    others = [k for k in range(len(documents)) if k != number]
    across = [k for k in others if documents[k].language != documents[number].language]
    return (across or others)[0]


def names_by_language(languages: Sequence[str]) -> tuple[str, ...]:
    """The codes of languages, each with the number of its version.

    Example:
        >>> names_by_language(["ru", "en", "ru"])
        ('ru1', 'en1', 'ru2')
    """
    return tuple(f"{code}{languages[: place + 1].count(code)}" for place, code in enumerate(languages))
