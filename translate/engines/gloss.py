"""Word-by-word gloss, where no package is installed: shows what a sentence says, and is no translation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.engines.gloss_lookup import Lookup
from translate.engines.gloss_words import Words
from translate.engines.translation import Guess
from translate.languages.dictionary import Entry
from translate.languages.gloss_book import gloss_book, phrases_of
from translate.languages.glossing import SIGN, Composer, Rendering, capitalized, plainly_composed
from translate.languages.registry import language_of
from translate.settings.limits import go_on
from translate.text.document import Span

SENSES_TOLD = 5  # words of other senses that are told of one word
_TOLD = frozenset(("n", "adj", "v", "adv"))  # parts of speech of which these are told; of small words they say little


@dataclass(frozen=True, slots=True)
class GlossToken:
    """A run of a glossed sentence; the texts of all of them in a row are the gloss.

    Attributes:
        text: What is shown, white space and signs included.
        start, end: Half-open offsets of the words of the source that it stands for; empty for white space.
        known: False for a word that is left as it stands because nothing is known of it.
        shown: The glosses in it, two where senses differ; empty for signs and white space.
        others: Further words that the dictionary has for it, the likeliest first.
        senses: The words of its other senses among all these; empty where the dictionary has but one.
    """

    text: str
    start: int
    end: int
    known: bool = True
    shown: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    senses: tuple[str, ...] = ()


def has_gloss(source: str, target: str) -> bool:
    """Whether there are words to gloss one language in another."""
    return gloss_book(source, target) is not None


def gloss(sentences: Sequence[str], source: str, target: str, *, terms: Mapping[str, str] | None = None) -> list[str]:
    """Each sentence with its words and phrases replaced by those of another language, in a form that is cheap to find.

    Args:
        sentences: In the language named next.
        source, target: Codes of two languages for which `has_gloss` is true.
        terms: Words and phrases of the source with what a user wants them to be called; they go before all others.

    Example:
        >>> gloss(["Рижский окружной суд закрыл дело."], "ru", "en")
        ['Riga district court closed a case.']
    """
    return [text_of(line) for line in glossed(sentences, source, target, terms=terms)]


def glossed(
    sentences: Sequence[str], source: str, target: str, *, terms: Mapping[str, str] | None = None
) -> list[tuple[GlossToken, ...]]:
    """As `gloss`, with what each run of it stands for and what else that may say."""
    book = gloss_book(source, target)
    if book is None:
        raise KeyError(f"no gloss from {source} to {target}: ask has_gloss")
    own = [Entry(term.lower(), "n", ((said,),)) for term, said in (terms or {}).items()]
    lookup = Lookup(language_of(source), language_of(target), book, phrases_of(own, source))
    composing = language_of(target).module("composing")
    compose: Composer = composing.composed if composing else plainly_composed
    lines: dict[str, tuple[GlossToken, ...]] = {}
    for sentence in dict.fromkeys(sentences):
        go_on()
        units = lookup.units(Words.of(sentence, lookup.source, book))
        lines[sentence] = _tokens(compose(units), any(unit.text[0].isupper() for unit in units[:1]))
    return [lines[sentence] for sentence in sentences]


def text_of(line: Sequence[GlossToken]) -> str:
    """A gloss as plain text."""
    return "".join(token.text for token in line)


def unknown_in(line: Sequence[GlossToken]) -> tuple[Span, ...]:
    """Where a gloss, as plain text, has words that are left as they stand because nothing is known of them."""
    spans: list[Span] = []
    at = 0
    for token in line:
        if not token.known:
            spans.append(Span(at, at + len(token.text)))
        at += len(token.text)
    return tuple(spans)


def guesses_in(line: Sequence[GlossToken]) -> tuple[Guess, ...]:
    """Which words of a gloss, as plain text, are only likely, with the words of the other senses."""
    guesses: list[Guess] = []
    at = 0
    for token in line:
        if token.senses:
            guesses.append(Guess(at, at + len(token.text), token.senses))
        at += len(token.text)
    return tuple(guesses)


def _tokens(renderings: Sequence[Rendering], capital: bool) -> tuple[GlossToken, ...]:
    """The tokens of a sentence, its white space among them, with a capital where the sentence has one."""
    tokens: list[GlossToken] = []
    gap = ""
    for rendering in renderings:
        unit = rendering.unit
        gap = unit.gap or gap
        if not rendering.shown:
            continue
        if gap and tokens and (unit.part != SIGN or unit.gap):
            tokens.append(GlossToken(" " if gap.isspace() else gap, unit.start, unit.start))
        gap = ""
        text = (" / " if any(" " in gloss for gloss in rendering.shown) else "/").join(rendering.shown)
        if unit.part != SIGN and capital:
            text, capital = capitalized(text), False
        if unit.part == SIGN or not unit.senses:
            tokens.append(GlossToken(text, unit.start, unit.end, unit.known))
        else:
            said = [gloss for sense in unit.senses for gloss in sense]
            others = tuple(gloss for gloss in dict.fromkeys(said) if gloss not in rendering.shown)
            told = unit.part in _TOLD and not unit.fixed
            second = dict.fromkeys(gloss for sense in unit.senses[1:] for gloss in sense) if told else ()
            senses = tuple(gloss for gloss in second if gloss not in rendering.shown[:1])[:SENSES_TOLD]
            tokens.append(GlossToken(text, unit.start, unit.end, unit.known, rendering.shown, others, senses))
    return tuple(tokens)
