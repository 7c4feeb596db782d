"""The words of a sentence as a gloss reads it: parted, with what each may be a form of and how it may be taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from translate.languages.gloss_book import GlossBook, forms_of
from translate.languages.glossing import NOTHING, Reading, Tagger, Unit, capital_tells, plainly_tagged
from translate.languages.language import Language

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,16}(?!\w)|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,:]\d+)*(?:-?[^\W\d_]{1,2}(?![^\W\d_]))?|\S"
)
_ENDS_SENTENCE = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in its words and signs.

    Attributes:
        texts: As they stand.
        starts: Where each begins, in code points.
        begins: Whether each begins a sentence, where a capital says nothing; all of them in a headline in title case.
        plain: In small letters, letters that are written for each other as one.
        forms: What each may be a form of.
        readings: How each may be taken, the likeliest first; empty for signs.
    """

    sentence: str
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    begins: tuple[bool, ...]
    plain: tuple[str, ...]
    forms: tuple[frozenset[str], ...]
    readings: tuple[Sequence[Reading], ...]

    @classmethod
    def of(cls, sentence: str, language: Language, book: GlossBook) -> "Words":
        """Read a sentence."""
        tagging = language.module("tagging")
        texts: list[str] = []
        starts: list[int] = []
        for match in TOKEN.finditer(sentence):
            at = match.start()
            for part in tagging.parted(match.group()) if tagging and match.group()[0].isalpha() else (match.group(),):
                texts.append(part)
                starts.append(at)
                at += len(part)

        def listed(lemma: str) -> Sequence[str]:
            return book.parts(language.folded(lemma))

        plain = [language.folded(text.lower().replace("’", "'")) for text in texts]
        tagged: Tagger = tagging.tagged if tagging else partial(plainly_tagged, language=language)
        readings = tagged(texts, listed)
        forms = [forms_of(word, language.code) if word[0].isalpha() else frozenset((word,)) for word in plain]
        return cls(
            sentence,
            tuple(texts),
            tuple(starts),
            tuple(_begin(texts)) if capital_tells(texts) else (True,) * len(texts),
            tuple(plain),
            tuple(forms),
            tuple(map(tuple, readings)),
        )

    def unit(
        self,
        places: Sequence[int],
        reading: Reading,
        senses: tuple[tuple[str, ...], ...] = (),
        *,
        fixed: bool = False,
        known: bool = True,
        likely: int = 1,
    ) -> Unit:
        """The unit of words in a row, or of the first of words that stand apart."""
        first = places[0]
        last = places[-1] if places[-1] - first == len(places) - 1 else first
        start, end = self.starts[first], self.starts[last] + len(self.texts[last])
        before = self.starts[first - 1] + len(self.texts[first - 1]) if first else 0
        gap = self.sentence[before:start]
        text = self.sentence[start:end]
        return Unit(text, start, end, gap, reading, senses, fixed, known, any(map(self.capital, places)), likely)

    def features(self, place: int) -> frozenset[str]:
        """What the form of a word says in its likeliest reading."""
        return self.readings[place][0].features if self.readings[place] else NOTHING

    def capital(self, place: int) -> bool:
        """Whether a word has a capital that says something."""
        return self.texts[place][0].isupper() and not self.begins[place]


def _begin(texts: Sequence[str]) -> list[bool]:
    begins: list[bool] = []
    beginning = True
    for text in texts:
        begins.append(beginning)
        if text[0].isalnum():
            beginning = False
        elif text in _ENDS_SENTENCE:
            beginning = True
    return begins
