"""compare(): the one place that knows the order of the stages."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from translate import __version__
from translate.alignment.bead import Bead
from translate.alignment.by_hand import Link
from translate.alignment.probability import models
from translate.alignment.search import align_vectors
from translate.alignment.selection import LEAST
from translate.comparison import Comparison
from translate.counterparts.judgement import judge
from translate.counterparts.model import models as counterpart_models
from translate.counterparts.numbering import numbered_counterparts, numbered_told
from translate.differences.confidence import Trust, fitted
from translate.differences.conflicts.fact_table import fact_table
from translate.differences.conflicts.shared import in_words
from translate.differences.difference import Difference
from translate.differences.expectation import Expectations, expectations_of
from translate.differences.finding import REVISION, find_all
from translate.differences.kinds import least_shown
from translate.differences.parts.coverage import coverage_of
from translate.differences.same_story import same_story
from translate.engines.cache import default_cache
from translate.engines.cached import caching
from translate.engines.encoder import default_encoder
from translate.engines.forced_decoding import turned_on
from translate.engines.protocols import Embedder, fitted_name
from translate.engines.translation import Translation, Translations, untranslated
from translate.engines.translator import translate_document
from translate.engines.word_states import ENCODER
from translate.errors import LanguageError, OptionError, SameLanguage, WrongType
from translate.facts.terms import term_uses
from translate.languages.registry import LANGUAGES, compared_languages, language_of
from translate.models.stored import OF_ALIGNMENT, OF_COMPARISON, OF_DIFFERENCES, require_models
from translate.options import OperatingPoint, Options, require_options
from translate.pages.cleaning import cleaned_together
from translate.settings.limits import Progress, watched
from translate.story.states import is_of_both, judged_by
from translate.story.story import Story, encode_ahead, tell
from translate.text import cleaning
from translate.text.detection import Detection, require_pair
from translate.text.document import Document
from translate.text.given import Text, is_running
from translate.text.rows import shared_rows
from translate.text.versions import (
    FIRST_TEXT,
    SECOND_TEXT,
    language_told,
    opened,
    read_for_alignment,
    read_passages,
    read_version,
    read_versions,
)
from translate.wording.naming import LanguageName, Version, called
from translate.wording.phrase import Phrase

# Probability from which sentences are paired, in [0, 1]; benchmarks/fit/alignment.py prints what each point reaches.
LEASTS: dict[OperatingPoint, float] = {"careful": 0.03, "balanced": LEAST, "sensitive": 0.5}
STAGES = ("reading", "encoding", "aligning", "comparing", "translating")


def compare(
    source: Text,
    target: Text,
    options: Options | None = None,
    *,
    progress: Progress | None = None,
    links: Sequence[Link] = (),
    translation: Translations | None = None,
    embedder: Embedder | None = None,
    one_language: bool = False,
) -> Comparison:
    """Compare two versions of a story in different languages, a Russian and an English one if nothing else is known.

    Args:
        source, target: The two versions in either order of languages, each a raw text or HTML, a sequence of sentences
            (kept as given, no cleaning), a Document (for example one whose roles a user has changed), the Path of a
            file, or what `read_file` read from one.
        options: Settings; the defaults suit a news story.
        progress: Called as progress(stage, done, total) with the stages of STAGES in that order.
        links: Sentences that a reviewer put together or set apart, by their indices in the documents. The two
            sentences of a row, where one file holds both versions, are linked besides.
        translation: Of these very sentences, where it is known already.
        embedder: The sentence encoder; the one that comes with Parallax if None. Its rows are kept in the cache under
            its name.
        one_language: Whether both may be in one language, two Russian versions for instance; nothing is translated
            then. `python -m benchmarks.measure.one_language` prints how well that is told.

    Raises:
        InputError: A text is empty, tiny, too long or no text.
        OptionError: A setting is of the wrong type, or PARALLAX_SECOND_ENCODER or PARALLAX_FORCED_DECODING is neither 0
            nor 1; a link names a sentence that is not compared, or that another link has.
        LanguageError: The texts are not in two different languages that can be compared; not in one either, if that
            was asked for.
        EngineError: A translation package was asked for and is not there.
        ModelMismatch: Nothing was fitted for the encoder.
        TooSlow: It took longer than it may.
    """
    options = require_options(options)
    _require_progress(progress)
    _require_links(links)
    encoder = remembering(embedder, OF_COMPARISON)
    with watched(options.limits, progress) as tick:
        return _compared(source, target, options, tick, links, translation, encoder, one_language=one_language)


def align(
    source: Text,
    target: Text,
    options: Options | None = None,
    *,
    languages: tuple[str | None, str | None] = (None, None),
    embedder: Embedder | None = None,
) -> tuple[Bead, ...]:
    """The alignment alone: no translation, no differences.

    Takes the same inputs as `compare`, and sentences already split in any two of the languages of
    `translate.languages.registry.LANGUAGES`; beads index the sentences of the documents, which for a sequence of
    sentences are the given ones.

    Args:
        source, target: The two versions in either order of languages.
        options: Settings; of these, only the operating point plays a part.
        languages: Codes of the two languages, such as ("de", "fr"); None is a language to be detected. Two texts in
            one language are aligned only where both are named.
        embedder: As in `compare`.

    Raises:
        InputError: A text is empty, tiny, too long or no text.
        LanguageError: A language is none of those, a raw text is in one that cannot be compared, or both texts are
            found to be in one language.
        ModelMismatch: Nothing was fitted for the encoder.
    """
    options = require_options(options)
    _require_languages(languages)
    encoder = remembering(embedder, OF_ALIGNMENT)
    with watched(options.limits) as tick:
        source, target = opened(source, FIRST_TEXT), opened(target, SECOND_TEXT)
        left = read_for_alignment(source, languages[0], "first")
        right = read_for_alignment(target, languages[1], "second")
        if left.language == right.language and None in languages:
            raise SameLanguage(LanguageName(left.language, LANGUAGES[left.language].name))
        left, right = cleaned_together(left, right, encoder, pasted=(is_running(source), is_running(target)))
        stories = _tell_both(left, right, encoder, tick)
        return _numbered(_beads(*stories, options), *stories)


def find_differences(
    source: str, target: str, options: Options | None = None, *, embedder: Embedder | None = None
) -> tuple[Difference, ...]:
    """Differences inside two sentences (or short passages) in different languages that are known to correspond.

    Offsets count from the beginning of each text; every difference is of bead 0. The embedder is as in `compare`.

    Raises:
        InputError: A text has no letters.
        LanguageError: The texts are not in two different languages that can be compared.
        ModelMismatch: Nothing was fitted for the encoder.
    """
    options = require_options(options)
    encoder = remembering(embedder, OF_DIFFERENCES)
    with watched(options.limits) as tick:
        left, right = read_passages(source, target)
        stories = _tell_both(left, right, encoder, tick)
        if max(len(story.sentences) for story in stories) == 1:
            beads: Sequence[Bead] = (Bead((0,), (0,), _cosine(*stories), 1.0),)
        else:  # too long for one sentence each
            beads = _beads(*stories, options)
        found = find_all(*stories, beads, encoder, _trust(options, encoder), glossary=options.terms)
    return tuple(replace(difference, bead=0) for difference in found)


def translate(text: Text, *, to: str, options: Options | None = None, embedder: Embedder | None = None) -> Translation:
    """Translate one text sentence by sentence; a word gloss where no package is installed.

    Args:
        text: In any language that can be compared.
        to: Code of another of them: "ru" or "en".
        options: Settings; of these, those of the translation play a part.
        embedder: As in `compare`; it tells a fluent translation of something else, if thresholds were fitted for it.

    Raises:
        LanguageError: The text is in none of the other languages that can be compared.
        OptionError: `to` is none of them.
        EngineError: A translation package was asked for and is not there.
    """
    options = require_options(options)
    if not language_of(to).compared:
        raise OptionError(
            Phrase(
                "Cannot translate into {language}. Known: {known}.",
                language=repr(to),
                known=", ".join(sorted(compared_languages())),
            )
        )
    with watched(options.limits):
        document = read_version(text)
        detection = language_told(document)
        if to == detection.language:
            raise LanguageError(
                Phrase("The text is {language:name} already. Name the other language.", language=Version(to))
            )
        require_pair(detection, Detection(to, 1.0, "asked for"))
        return translate_document(document, to, options, embedder=remembering(embedder))


def _compared(
    source: Text,
    target: Text,
    options: Options,
    tick: Progress,
    links: Sequence[Link],
    translation: Translations | None,
    encoder: Embedder,
    *,
    one_language: bool,
) -> Comparison:
    """The stages of `compare`, in their order."""
    forced = turned_on()
    tick("reading", 0, 2)
    source, target = opened(source, FIRST_TEXT), opened(target, SECOND_TEXT)
    links = (*links, *_links_of_rows(source, target, links))
    left, right = read_versions(source, target, lambda: tick("reading", 1, 2), one_language=one_language)
    for document in (left, right):
        encode_ahead(document, encoder)
    left, right = cleaned_together(left, right, encoder, pasted=(is_running(source), is_running(target)))
    tick("reading", 2, 2)
    stories = _tell_both(left, right, encoder, tick)
    tick("aligning", 0, 1)
    beads = _beads(*stories, options)
    judged = judge(*stories, beads, encoder)
    # Of what was found: a reviewer's links are no evidence of their own.
    story = same_story(*stories, judged.told, judged.links)
    if links:
        beads = _beads(*stories, options, _over_compared(links, left, right))
        judged = judge(*stories, beads, encoder)
    tick("aligning", 1, 1)
    tick("comparing", 0, 1)
    forced = forced and left.language != right.language
    asked = expectations_of(left.language, right.language, options) if forced and story.likely else None
    trust = _trust(options, encoder)
    found = find_all(*stories, beads, encoder, trust, judged, options.terms, asked) if story.likely else ()
    facts = fact_table(*stories, beads, found) if story.likely else ()
    tick("comparing", 1, 1)
    translation = translation or _translate_both(left, right, options, encoder, tick)
    if asked:
        warnings = dict.fromkeys((*translation.warnings, *asked.warnings))
        translation = replace(translation, warnings=tuple(warnings))
    return Comparison(
        source=left,
        target=right,
        beads=_numbered(beads, *stories),
        differences=found,
        coverage=coverage_of(*stories, judged.told),
        same_story=story,
        translation=translation,
        signature=_signature(left, right, translation, options, links, encoder, asked),
        facts=facts,
        counterparts=numbered_counterparts(judged, *stories),
        told=numbered_told(judged, *stories),
        relation=judged.relation,
        terms=term_uses(left, right, options.terms),
    )


def remembering(embedder: Embedder | None, models: Sequence[str] = ()) -> Embedder:
    """The sentence encoder, known to have its models, with what it has encoded before in the user's cache."""
    chosen = default_encoder() if embedder is None else embedder
    if not isinstance(getattr(chosen, "name", None), str) or not callable(getattr(chosen, "encode", None)):
        raise WrongType("embedder", embedder, Phrase("an object with a name and a function encode(texts)"))
    require_models(models, fitted_name(chosen))
    judged_by(fitted_name(chosen))  # a wrong setting is told of before anything is encoded
    return caching(chosen, default_cache())


def _tell_both(source: Document, target: Document, embedder: Embedder, tick: Progress) -> tuple[Story, Story]:
    """Encode both; progress counts sentences."""
    plain = not all(language_of(document.language).compared for document in (source, target))
    first, second = len(source.compared), len(target.compared)
    total = first + second
    tick("encoding", 0, total)
    one, two = called(source.language, target.language)

    def at(done: int, of: int) -> Callable[[float], None]:
        return lambda share: tick("encoding", done + int(share * of), total)

    left = tell(source, embedder, at(0, first), plain_facts=plain, version=one)
    right = tell(target, embedder, at(first, second), plain_facts=plain, version=two)
    return left, right


def _beads(source: Story, target: Story, options: Options, links: Sequence[Link] = ()) -> tuple[Bead, ...]:
    """Beads over the compared sentences of both, at the operating point asked for."""
    return align_vectors(source.vectors, target.vectors, least=LEASTS[options.operating_point], links=links)


def _links_of_rows(source: Text, target: Text, links: Sequence[Link]) -> list[Link]:
    """Links between the two sentences of each row of a file that holds both versions; a reviewer's go before them."""
    taken = {i for link in links for i in link.source}, {j for link in links for j in link.target}
    rows = (row for row in shared_rows(source, target) if row not in taken[0] and row not in taken[1])
    return [Link((row,), (row,)) for row in rows]


def _over_compared(links: Sequence[Link], source: Document, target: Document) -> list[Link]:
    """Links over the compared sentences alone instead of all sentences of the documents."""
    named = [i for link in links for i in link.source], [j for link in links for j in link.target]
    for side, document in zip(named, (source, target), strict=True):
        if len(set(side)) < len(side) or not set(side) <= set(document.compared):
            raise OptionError("A link must name sentences that are compared, each in no other link.")
    left = {sentence: place for place, sentence in enumerate(source.compared)}
    right = {sentence: place for place, sentence in enumerate(target.compared)}
    return [Link(tuple(left[i] for i in link.source), tuple(right[j] for j in link.target)) for link in links]


def _trust(options: Options, embedder: Embedder) -> Trust:
    """How sure a flag must be at the operating point asked for."""
    return Trust(least_shown(options.operating_point), *fitted(fitted_name(embedder)))


def _translate_both(
    source: Document, target: Document, options: Options, embedder: Embedder, tick: Progress
) -> Translations:
    """Each text in the language of the other, unless it is in it already; warnings of both, each once."""
    if source.language == target.language:
        return Translations(untranslated(source), untranslated(target))
    tick("translating", 0, 2)
    left = translate_document(source, target.language, options, embedder=embedder)
    tick("translating", 1, 2)
    right = translate_document(target, source.language, options, embedder=embedder)
    tick("translating", 2, 2)
    return Translations(left, right, tuple(dict.fromkeys((*left.warnings, *right.warnings))))


def _cosine(source: Story, target: Story) -> float:
    """Cosine of the first sentences of two stories."""
    return float(source.vectors.runs[0][0] @ target.vectors.runs[0][0])


def _numbered(beads: Sequence[Bead], source: Story, target: Story) -> tuple[Bead, ...]:
    """Beads over the sentences of the documents instead of the compared ones alone, explained in words."""
    return tuple(bead.renumbered(source.number, target.number) for bead in in_words(beads, source, target))


def _signature(
    source: Document,
    target: Document,
    translation: Translations,
    options: Options,
    links: Sequence[Link],
    embedder: Embedder,
    asked: Expectations | None,
) -> str:
    """Every setting, model and version that shaped the result."""
    engines = [
        f"{side.engine}:{side.package}" if side.package else side.engine
        for side in (translation.source, translation.target)
    ]
    judged_as = judged_by(fitted_name(embedder))
    parts = (
        f"{source.language}-{target.language}",
        f"mt:{'+'.join(dict.fromkeys(engines))}",
        f"quality:{options.quality}",
        f"operating_point:{options.operating_point}",
        f"cleaning:{cleaning.REVISION}",
        f"encoder:{embedder.name}",
        *([f"second:{ENCODER}"] if is_of_both(judged_as) else []),
        f"alignment:{models(fitted_name(embedder)).version}",
        f"counterparts:{counterpart_models(judged_as).version}",
        f"differences:{REVISION}",
        *([f"forced:{'+'.join(asked.names)}"] if asked and asked.names else []),
        *([f"glossary:{options.terms.digest}"] if options.terms else []),
        *([f"links:{len(links)}"] if links else []),
        f"v{__version__}",
    )
    return "|".join(parts)


def _require_progress(progress: Progress | None) -> None:
    """Refuse what cannot be told of the progress."""
    if progress is not None and not callable(progress):
        raise WrongType("progress", progress, "progress(stage, done, total)")


def _require_links(links: Sequence[Link]) -> None:
    """Refuse what is no sequence of links, whose sentences `_over_compared` checks."""
    wrong = [link for link in links if not isinstance(link, Link)] if isinstance(links, Sequence) else [links]
    if wrong:
        raise WrongType("links", wrong[0], "[translate.Link((0, 1), (2,))]")


def _require_languages(languages: tuple[str | None, str | None]) -> None:
    """Refuse what is no pair of codes, which `known_language` checks."""
    codes = languages if isinstance(languages, tuple | list) else ()
    if len(codes) != 2 or not all(isinstance(code, str | None) for code in codes):
        raise WrongType("languages", languages, '("de", "fr")')
