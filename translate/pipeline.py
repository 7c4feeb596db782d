"""compare(): the one place that knows the order of the stages."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from translate import __version__
from translate.alignment.bead import Bead
from translate.alignment.probability import models
from translate.alignment.search import align_vectors
from translate.comparison import Comparison
from translate.differences.coverage import coverage_of
from translate.differences.difference import Difference
from translate.differences.finding import find_all
from translate.differences.same_story import same_story
from translate.differences.story import Story, tell
from translate.engines.cache import default_cache
from translate.engines.cached import CachingEmbedder
from translate.engines.encoder import default_encoder
from translate.engines.protocols import Embedder
from translate.engines.translation import Translation, Translations
from translate.engines.translator import translate_document
from translate.errors import EmptyText, InputError, LanguageError, OptionError
from translate.options import Options
from translate.text.detection import SUPPORTED, Detection, detect_language, language_name, require_pair
from translate.text.document import Document, document_of_sentences
from translate.text.reading import read_document, read_list

Text: TypeAlias = str | Sequence[str] | Document
Progress: TypeAlias = Callable[[str, int, int], None]

SURE_WORDS = 4  # a passage of fewer is not refused for a language that its few words seem to be in
STAGES = ("reading", "encoding", "aligning", "comparing", "translating")


def compare(
    source: Text, target: Text, options: Options | None = None, *, progress: Progress | None = None
) -> Comparison:
    """Compare a Russian and an English version of a story.

    Args:
        source, target: The two versions in either order of languages, each a raw text, a sequence of sentences
            (kept as given, no cleaning) or a Document (for example one whose roles a user has changed).
        options: Settings; the defaults suit a news story.
        progress: Called as progress(stage, done, total) with the stages of STAGES in that order.

    Raises:
        InputError: A text is empty, tiny, too long or no text.
        LanguageError: The texts are not one Russian and one English version.
        EngineError: A translation package was asked for and is not there.
    """
    options = options or Options()
    tick = progress or _silent
    tick("reading", 0, 2)
    left = _read(source, "First text")
    tick("reading", 1, 2)
    right = _read(target, "Second text")
    _require_pair(left, right)
    tick("reading", 2, 2)
    stories = _tell_both(left, right, tick)
    tick("aligning", 0, 1)
    beads = align_vectors(stories[0].vectors, stories[1].vectors)
    story = same_story(*stories, beads)
    tick("aligning", 1, 1)
    tick("comparing", 0, 1)
    found = find_all(*stories, beads, _embedder()) if story.likely else ()
    tick("comparing", 1, 1)
    translation = _translate_both(left, right, options, tick)
    return Comparison(
        source=left,
        target=right,
        beads=_numbered(beads, *stories),
        differences=found,
        coverage=coverage_of(*stories, beads),
        same_story=story,
        translation=translation,
        signature=_signature(left, right, translation, options),
    )


def align(source: Text, target: Text, options: Options | None = None) -> tuple[Bead, ...]:
    """The alignment alone: no translation, no differences.

    Takes the same inputs as `compare`; beads index the sentences of the documents, which for a sequence of sentences
    are the given ones.
    """
    left, right = _read(source, "First text"), _read(target, "Second text")
    _require_pair(left, right)
    stories = _tell_both(left, right, _silent)
    return _numbered(align_vectors(stories[0].vectors, stories[1].vectors), *stories)


def find_differences(source: str, target: str, options: Options | None = None) -> tuple[Difference, ...]:
    """Differences inside one Russian and one English sentence (or short passage) that are known to correspond.

    Offsets count from the beginning of each text; every difference is of bead 0.
    """
    left, right = _passage(source, "First text"), _passage(target, "Second text")
    _require_pair(left, right)
    stories = _tell_both(left, right, _silent)
    bead = Bead((0,), (0,), float(stories[0].vectors.runs[0][0] @ stories[1].vectors.runs[0][0]), 1.0)
    return find_all(*stories, (bead,), _embedder())


def translate(text: Text, *, to: str, options: Options | None = None) -> Translation:
    """Translate one text sentence by sentence into "ru" or "en"; a word gloss where no package is installed.

    Raises:
        LanguageError: The text is not in the other of the two languages.
        OptionError: `to` is neither.
        EngineError: A translation package was asked for and is not there.
    """
    if to not in SUPPORTED:
        raise OptionError(f"Cannot translate into {to!r}. Known: {', '.join(sorted(SUPPORTED))}.")
    document = _read(text)
    detection = _detected(document)
    if to == detection.language:
        raise LanguageError(f"The text is {language_name(to)} already. Name the other language.")
    require_pair(detection, Detection(to, 1.0, "asked for"))
    return translate_document(document, to, options or Options())


def _read(text: Text, side: str = "") -> Document:
    """The text as a document; an error names the side where there are two."""
    if isinstance(text, Document):
        return text
    try:
        return read_document(text) if isinstance(text, str) else read_list(text)
    except InputError as error:
        error.side = side
        raise


def _passage(text: str, side: str) -> Document:
    """One sentence or short passage, kept whole; so short that its letters may have to tell its language."""
    letters = [letter for letter in text if letter.isalpha()]
    if not letters:
        error = EmptyText(len(text.strip()))
        error.side = side
        raise error
    language = detect_language(text).language
    if language not in SUPPORTED and len(text.split()) < SURE_WORDS:
        language = "ru" if sum("а" <= letter.lower() <= "я" for letter in letters) * 2 > len(letters) else "en"
    return document_of_sentences([text], language)


def _detected(document: Document) -> Detection:
    """The document's language, with the reason that a message about it needs."""
    if document.language in ("ru", "en"):
        return Detection(document.language, 1.0, "")
    return detect_language(document.text)


def _require_pair(source: Document, target: Document) -> None:
    require_pair(_detected(source), _detected(target))


def _embedder() -> Embedder:
    """The sentence encoder, with what it has encoded before in the user's cache."""
    return CachingEmbedder(default_encoder(), default_cache())


def _tell_both(source: Document, target: Document, tick: Progress) -> tuple[Story, Story]:
    """Encode both; progress counts sentences."""
    embedder = _embedder()
    first, second = len(source.compared), len(target.compared)
    total = first + second
    tick("encoding", 0, total)
    left = tell(source, embedder, lambda share: tick("encoding", int(share * first), total))
    right = tell(target, embedder, lambda share: tick("encoding", first + int(share * second), total))
    return left, right


def _translate_both(source: Document, target: Document, options: Options, tick: Progress) -> Translations:
    """Each text in the language of the other; warnings of both, each once."""
    tick("translating", 0, 2)
    left = translate_document(source, target.language, options)
    tick("translating", 1, 2)
    right = translate_document(target, source.language, options)
    tick("translating", 2, 2)
    return Translations(left, right, tuple(dict.fromkeys((*left.warnings, *right.warnings))))


def _numbered(beads: Sequence[Bead], source: Story, target: Story) -> tuple[Bead, ...]:
    """Beads over the sentences of the documents instead of the compared ones alone."""
    return tuple(
        replace(
            bead,
            source=tuple(source.number[i] for i in bead.source),
            target=tuple(target.number[j] for j in bead.target),
        )
        for bead in beads
    )


def _signature(source: Document, target: Document, translation: Translations, options: Options) -> str:
    """Every setting, model and version that shaped the result."""
    engines = [
        f"{side.engine}:{side.package}" if side.package else side.engine
        for side in (translation.source, translation.target)
    ]
    parts = (
        f"{source.language}-{target.language}",
        f"mt:{'+'.join(dict.fromkeys(engines))}",
        f"quality:{options.quality}",
        f"encoder:{default_encoder().name}",
        f"alignment:{models().version}",
        f"v{__version__}",
    )
    return "|".join(parts)


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
