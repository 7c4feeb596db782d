"""A document in the other language: by the engine that the options ask for, else word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from translate.engines.advice import advise
from translate.engines.cache import default_cache
from translate.engines.cached import cached_translations
from translate.engines.engine import EngineInfo, Model, Progress, Searching
from translate.engines.engine_table import find_model
from translate.engines.gloss import GlossToken, glossed, guesses_in, has_gloss, text_of, unknown_in
from translate.engines.health import best_hypothesis, check_translation, likenesses
from translate.engines.honoured import HYPOTHESES as FOR_TERMS
from translate.engines.honoured import REVISION as OF_TERMS
from translate.engines.honoured import Honoured
from translate.engines.protocols import Embedder
from translate.engines.translation import DOUBTED, GLOSS, Translation, assembled, untranslated
from translate.errors import EngineError, LanguageError
from translate.languages.registry import language_of
from translate.options import Options
from translate.text.document import Document
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, joined

REVISION = 3  # of how translations are made here and by engines; a new one forgets those in the cache
QUOTED_LENGTH = 40  # code points of a sentence shown in a warning
HYPOTHESES = 4  # of a second try


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
        EngineError: Another engine that was asked for has no model for the pair, or the model is damaged.
        ServerError: The server cannot be reached, refuses, or answers with no translation.
    """
    source = _language(document.language)
    target = _language(to)
    if source == target:
        raise LanguageError(Phrase("The text is already in {language:name}.", language=Version(target)))
    chosen = [i for i in document.compared if i not in set(document.foreign)]
    texts = [document.sentence_text(i) for i in chosen]
    found = find_model(source, target, options)
    if options.engine == "none":
        return untranslated(document)
    if found is not None:
        engine, model = found
        return _by_machine(document, chosen, _Guard(source, target, embedder), engine.info, model, options, progress)
    if options.engine == "auto":
        advise(source, target)
    if not has_gloss(source, target):
        what = Phrase(
            "Not translated: there is no model for {source:name} to {target:name}, and no words to gloss.",
            source=Version(source),
            target=Version(target),
        )
        return Translation("", ("",) * len(document.sentences), "none", warnings=(what,))
    lines = _glossed(texts, source, target, options, progress)
    done = [text_of(line) for line in lines]
    sentences = _spread(done, chosen, document)
    unknown = dict(zip(chosen, map(unknown_in, lines), strict=True))
    guesses = dict(zip(chosen, map(guesses_in, lines), strict=True))
    warnings = (
        Phrase("Word-by-word gloss, not a translation."),
        *_left(document, source),
        *_unrendered(texts, done, chosen, source, target, options),
    )
    return Translation(
        text=assembled(document, sentences),
        sentences=tuple(sentences),
        engine=GLOSS,
        warnings=warnings,
        unknown=tuple(unknown.get(i, ()) for i in range(len(sentences))) if any(unknown.values()) else (),
        guesses=tuple(guesses.get(i, ()) for i in range(len(sentences))) if any(guesses.values()) else (),
    )


def _language(code: str) -> str:
    if language_of(code).compared:
        return code
    raise LanguageError(
        Phrase("Translation works between Russian and English, not with {language}.", language=repr(code))
    )


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

    def trusts(self, text: str, translation: str) -> bool:
        """Whether a translation is reliable."""
        return self.doubts([text], [translation]) == [""]


def _by_machine(
    document: Document,
    chosen: Sequence[int],
    guard: _Guard,
    info: EngineInfo,
    model: Model,
    options: Options,
    progress: Progress | None,
) -> Translation:
    """The chosen sentences as a model translates them, judged."""
    texts = [document.sentence_text(i) for i in chosen]
    done = _translated(texts, guard, info, model, options, progress)
    found = guard.doubts(texts, done)
    sentences, doubts = _spread(done, chosen, document), _spread(found, chosen, document)
    notice = (Phrase.of(info.notice, {"model": model.name}),) if info.notice else ()
    return Translation(
        text=assembled(document, sentences),
        sentences=tuple(sentences),
        engine=info.name,
        package=model.name,
        warnings=(
            *notice,
            *_left(document, guard.source),
            *_doubted(doubts, guard.source),
            *_unrendered(texts, done, chosen, guard.source, guard.target, options),
        ),
        doubts=tuple(doubts) if found else (),
    )


def _translated(
    texts: Sequence[str],
    guard: _Guard,
    info: EngineInfo,
    model: Model,
    options: Options,
    progress: Progress | None,
) -> list[str]:
    """Translations, those of earlier runs from the cache; an unhealthy one is tried again with several hypotheses."""

    def translated(missing: list[str]) -> list[str]:
        done = model.translate(missing, options.quality, progress)
        if len(done) != len(missing):
            raise EngineError(
                Phrase(
                    "The model {model} gives {received} translations for {sent} sentences. Choose another engine.",
                    model=model.name,
                    received=len(done),
                    sent=len(missing),
                )
            )
        if isinstance(model, Searching):
            doubtful = [i for i, doubt in enumerate(guard.doubts(missing, done)) if doubt]
            tried = model.hypotheses([missing[i] for i in doubtful], HYPOTHESES) if doubtful else []
            for i, more in zip(doubtful, tried, strict=True):
                done[i] = guard.best(missing[i], [done[i], *more])
        return done

    # Another guard may choose another hypothesis, where there is one to choose.
    judge = guard.embedder.name if guard.embedder and isinstance(model, Searching) else ""
    key = f"{model.key}|{options.quality if info.qualities else ''}|{judge}|{REVISION}"
    done = cached_translations(texts, key, translated, default_cache())
    if options.terms is None:
        return done
    terms = Honoured(guard.source, guard.target, options.terms)
    plain = {text: made for text, made in zip(texts, done, strict=True) if terms.lacking(text, made)}

    def honoured(missing: list[str]) -> list[str]:
        tried = model.hypotheses(missing, FOR_TERMS) if isinstance(model, Searching) else [[] for _ in missing]
        wordings = sorted({place.wording for text in missing for place in terms.lacking(text, plain[text])})
        usual = dict(zip(wordings, cached_translations(wordings, key, translated, default_cache()), strict=True))
        found = []
        for text, more in zip(missing, tried, strict=True):
            reliable = partial(guard.trusts, text)
            best = terms.best(text, [plain[text], *more], reliable)
            found.append(terms.replaced(text, best, usual, reliable))
        return found

    of_terms = f"{key}|terms:{options.terms.digest}:{OF_TERMS}"
    better = dict(zip(plain, cached_translations(list(plain), of_terms, honoured, default_cache()), strict=True))
    return [better.get(text, made) for text, made in zip(texts, done, strict=True)]


def _unrendered(
    texts: Sequence[str], done: Sequence[str], chosen: Sequence[int], source: str, target: str, options: Options
) -> tuple[Phrase, ...]:
    """Warnings of the terms that translations of some sentences lack; none without a glossary."""
    if options.terms is None:
        return ()
    return Honoured(source, target, options.terms).warnings(texts, done, [i + 1 for i in chosen])


def _doubted(doubts: Sequence[str], source: str) -> tuple[str, ...]:
    return tuple(
        Phrase.of(DOUBTED, {"language": Version(source), "number": i + 1, "doubt": doubt})
        for i, doubt in enumerate(doubts)
        if doubt
    )


def _spread(values: Sequence[str], chosen: Sequence[int], document: Document) -> list[str]:
    """Values of the chosen sentences at their places among all sentences, "" elsewhere."""
    spread = [""] * len(document.sentences)
    for i, value in zip(chosen, values, strict=False):
        spread[i] = value
    return spread


def _glossed(
    texts: Sequence[str], source: str, target: str, options: Options, progress: Progress | None
) -> list[tuple[GlossToken, ...]]:
    done = glossed(texts, source, target, terms=options.terms.preferred(source) if options.terms else None)
    if progress is not None:
        progress(len(texts), len(texts))
    return done


def _left(document: Document, source: str) -> tuple[str, ...]:
    """A warning for each sentence that is in another language than its text."""
    warnings = []
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
