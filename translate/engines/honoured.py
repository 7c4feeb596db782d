"""Translations in which the terms of the user's glossary stand as it says, as far as a model can be brought to it.

Small models carry no placeholder through a sentence, so none is put there. Of several translations that the model can
tell, the first reliable one that has the terms is taken. Where none has, what the model calls a term by itself, or the
dictionary does, is looked for in its translation, and the glossary's words are put in its place.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from translate.languages.dictionary import dictionary
from translate.languages.glossary import Glossary
from translate.languages.registry import language_of
from translate.languages.terms import WORD, Place, places_of, says
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, counted

REVISION = 1  # of how terms are honoured; a new one forgets what the cache has
HYPOTHESES = 8  # of a sentence whose translation lacks a term
_ENDS = " .!?…"


@dataclass(frozen=True, slots=True)
class Honoured:
    """The terms of a glossary in translations from one language into another."""

    source: str
    target: str
    glossary: Glossary

    def lacking(self, text: str, translation: str) -> tuple[Place, ...]:
        """The terms of a sentence, each once, whose renderings do not stand in its translation."""
        found = {place.wording: place for place in places_of(text, self.source, self.glossary)}
        return tuple(place for place in found.values() if not says(translation, self.target, place.renderings))

    def best(self, text: str, translations: Sequence[str], reliable: Callable[[str], bool]) -> str:
        """Of several translations, the first of those that lack fewest terms; but for the first one, only if reliable.

        Args:
            text: The sentence.
            translations: At least one, the model's favourite first.
            reliable: Whether a translation can be shown.
        """
        best, *others = translations
        fewest = len(self.lacking(text, best))
        for other in others:
            lacking = len(self.lacking(text, other))
            if lacking < fewest and reliable(other):
                best, fewest = other, lacking
        return best

    def replaced(self, text: str, translation: str, usual: Mapping[str, str], reliable: Callable[[str], bool]) -> str:
        """A translation with the glossary's words where others stand for a term; as it is where none are known.

        Only what stands in its dictionary form is replaced, of nouns also the plural that a rule makes: the glossary's
        words are put in the same. What stands there more often than the term does may stand for something else, and
        stays.

        Args:
            text: The sentence.
            translation: What the model made of it.
            usual: What the model makes of each term by itself.
            reliable: As in `best`.
        """
        for place in self.lacking(text, translation):
            times = sum(other.wording == place.wording for other in places_of(text, self.source, self.glossary))
            put = place.renderings[0]
            alone = (usual.get(place.wording, "").strip(_ENDS), put)
            for words, others in (alone, *self._nouns(place.wording, put)):
                changed = _with(translation, words, others, times)
                if changed != translation and reliable(changed):
                    translation = changed
                    break
        return translation

    def _nouns(self, wording: str, rendering: str) -> Iterator[tuple[str, str]]:
        """What the dictionary says for a noun, the commonest first, each with what to put in its place."""
        book = dictionary(self.source, self.target)
        if book is None or WORD.fullmatch(wording) is None:
            return
        for entry in book.entries_of(wording):
            for phrase in (phrase for sense in entry.senses for phrase in sense if entry.part == "n"):
                yield from zip(self._numbers(phrase), self._numbers(rendering), strict=False)

    def _numbers(self, words: str) -> tuple[str, ...]:
        """A noun of the target as it is, and its plural where a rule makes it."""
        last = words.split()[-1]
        return tuple(words.removesuffix(last) + form for form in language_of(self.target).forms(last)[:2])

    def warnings(self, texts: Sequence[str], translations: Sequence[str], numbers: Sequence[int]) -> tuple[Phrase, ...]:
        """One for each term that some translations lack.

        Args:
            texts, translations: Sentences and what became of them; "" where nothing was translated.
            numbers: Of the sentences in their text, from 1.
        """
        found: dict[str, list[int]] = {}
        renderings: dict[str, str] = {}
        for text, translation, number in zip(texts, translations, numbers, strict=True):
            for place in self.lacking(text, translation) if translation else ():
                found.setdefault(place.wording, []).append(number)
                renderings[place.wording] = " | ".join(place.renderings)
        return tuple(
            counted(
                "{language:name} text, sentence {numbers}: the translation does not render “{term}” as “{renderings}”, "
                "as the glossary asks.",
                "{language:name} text, sentences {numbers}: the translation does not render “{term}” as "
                "“{renderings}”, as the glossary asks.",
                len(places),
                language=Version(self.source),
                term=term,
                renderings=renderings[term],
                numbers=", ".join(map(str, places)),
            )
            for term, places in found.items()
        )


def _with(translation: str, words: str, others: str, times: int) -> str:
    """A translation with other words in place of some that stand in it so often at most."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    if words and 0 < len(pattern.findall(translation)) <= times:
        return pattern.sub(partial(_in_place, others), translation)
    return translation


def _in_place(words: str, match: re.Match[str]) -> str:
    """Words in place of others, which keep a capital at the beginning of a text."""
    capital = match.start() == 0 and match.group()[:1].isupper()
    return words[:1].upper() + words[1:] if capital else words
