"""What stands for the words of a sentence: terms of the user, phrases, names, numbers, and then single words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from translate.engines.gloss_words import Words
from translate.facts.gazetteer import gazetteer, name_in
from translate.languages.dictionary import Entry
from translate.languages.gloss_book import GIVEN, GlossBook, Phrase, longest, part_of
from translate.languages.glossing import HELPER, NAME, NUMBER, SIGN, Reading, Unit, capitalized
from translate.languages.language import Language

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_HEADS = {"n": ("n", "name"), "adj": ("adj", "v"), "v": ("v",)}
SHORTEST_REST = 4  # letters of a word behind a beginning that is taken off


@dataclass(frozen=True, slots=True)
class Lookup:
    """From which language into which, with what is known of their words.

    Attributes:
        source, target: The languages.
        book: What is written down.
        terms: Phrases of a user, which go before all others.
    """

    source: Language
    target: Language
    book: GlossBook
    terms: Mapping[str, tuple[Phrase, ...]]

    def units(self, words: Words) -> list[Unit]:
        """The units of a sentence, in its order."""
        units: list[Unit] = []
        taken: set[int] = set()
        for i in range(len(words.texts)):
            if i not in taken:
                unit, places = self._unit(words, i, taken)
                taken.update(places)
                units.append(unit)
        return units

    def _unit(self, words: Words, i: int, taken: set[int]) -> tuple[Unit, tuple[int, ...]]:
        """The gloss that begins at a word, with the places of the words that it stands for."""
        text = words.texts[i]
        if text[0].isdigit():
            return words.unit((i,), Reading(text, NUMBER), ((self._number(text),),), fixed=True), (i,)
        if not text[0].isalpha() and not text[-1].isalpha():
            return words.unit((i,), Reading(text, SIGN)), (i,)
        for phrases in (self.terms, self.book.phrases):
            found = longest(phrases, words.forms, words.plain, i)
            if found is not None and taken.isdisjoint(found[1]):
                return self._phrase(words, *found, fixed=phrases is self.terms), found[1]
        return self._known_name(words, i) or (self._word(words, i), (i,))

    def _number(self, text: str) -> str:
        """A number with the marks of the other language, an ordinal with its ending."""
        here, there = self.source.table("glossing"), self.target.table("glossing")
        ordinal = re.fullmatch(here["ordinal"], text) if "ordinal" in here else None
        if ordinal and "ordinal_endings" in there:
            digits, endings = ordinal.group(1), there["ordinal_endings"]
            return str(digits + next(endings[last] for last in (digits[-2:], digits[-1:], "") if last in endings))
        if self.source.decimal_point and not self.target.decimal_point:
            if _GROUPED.fullmatch(text):
                return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
            return text.replace(".", ",") if _DECIMAL.fullmatch(text) else text
        if self.target.decimal_point and not self.source.decimal_point:
            return text.replace(",", ".") if _DECIMAL.fullmatch(text) else text
        return text

    def _phrase(self, words: Words, phrase: Phrase, places: tuple[int, ...], *, fixed: bool) -> Unit:
        entry = phrase.entry
        features: frozenset[str] = frozenset()
        if entry.part in _HEADS:
            head_last = entry.part != "v" and self.source.table("glossing").get("head_last", False)
            order = places[::-1] if head_last else places
            heads = [
                words.readings[place][0]
                for place in order
                if words.readings[place] and words.readings[place][0].part in _HEADS[entry.part]
            ]
            if heads:
                features = heads[0].features
        if " ".join(words.plain[place] for place in places) == self.source.folded(entry.word.lower()):
            features -= {"plural"}  # listed in the plural
        return words.unit(places, Reading(entry.word, entry.part, features), entry.senses, fixed=fixed)

    def _known_name(self, words: Words, i: int) -> tuple[Unit, tuple[int, ...]] | None:
        """A name that has a form of its own in the other language: a country, a city, an institution."""
        if not words.texts[i][0].isupper():
            return None
        entry = gazetteer(self.source.code).find(words.texts, i, self.source.code)
        if entry is None or entry.small or (len(entry.words) == 1 and self._entry(words, i) is not None):
            return None
        name = name_in(entry, self.source.code, self.target.code)
        if name is None:
            return None
        places = tuple(range(i, i + len(entry.words)))
        reading = Reading(" ".join(entry.words), "n", words.features(i) - {"plural", "named"})
        return words.unit(places, reading, ((name,),)), places

    def _entry(self, words: Words, i: int) -> tuple[Reading, Entry] | None:
        """The entry of a word in its likeliest listed reading."""
        text = words.texts[i]
        named = [entry for entry in self.book.words.get(words.plain[i], ()) if entry.part == NAME]
        if named and (
            words.capital(i)
            or (
                text[0].isupper()
                and ((text.isupper() and not all(words.begins)) or len(self.book.words[words.plain[i]]) == 1)
            )
        ):
            return Reading(words.plain[i], NAME, words.features(i) | {"named"}), named[0]
        for reading in words.readings[i]:
            plain = replace(reading, lemma=self.source.folded(reading.lemma))
            for each in dict.fromkeys((reading, plain)):
                entry_found = self.book.entry(each)
                if entry_found is not None and (entry_found.part != NAME or text[0].isupper()):
                    return plain, entry_found
        for entry_found in self.book.words.get(words.plain[i], ()):
            return Reading(words.plain[i], part_of(entry_found)), entry_found
        return None

    def _word(self, words: Words, i: int) -> Unit:
        text, found = words.texts[i], self._entry(words, i)
        features = words.features(i)
        if found is None and words.readings[i] and words.readings[i][0].part == HELPER:
            return words.unit((i,), words.readings[i][0])
        if found is not None and not self._rather_name(words, i, found):
            reading, entry = found
            part = HELPER if reading.part == HELPER else part_of(entry)
            return words.unit((i,), Reading(reading.lemma, part, reading.features), entry.senses, likely=entry.likely)
        if not self._own(text) or (text[0].isupper() and (found or words.capital(i) or "named" in features)):
            return self._name(words, i, features)
        parts = self._by_parts(words, i)
        if parts is not None:
            return parts
        if text[0].isupper():
            return self._name(words, i, features)
        return words.unit((i,), words.readings[i][0] if words.readings[i] else Reading(text), known=False)

    def _name(self, words: Words, i: int, features: frozenset[str]) -> Unit:
        text = words.texts[i]
        transcription = self.target.module("transcription")
        if transcription is not None and (usual := transcription.transcribed(text)):
            return words.unit((i,), Reading(text, NAME, features), ((usual,),))
        reading = words.readings[i][0] if words.readings[i] else None
        if reading is not None and "named" in features:
            said = self._romanized(text, reading.lemma, features)
        else:
            said = self.source.romanized(text)
        return words.unit((i,), Reading(text, NAME, features), ((said,),), fixed=True)

    def _romanized(self, text: str, lemma: str, features: frozenset[str]) -> str:
        """A name in Latin letters: as it stands where it is no other form, that of a woman as a woman's."""
        base = text.lower() if "nominative" in features else lemma
        if "feminine" not in features:
            return self.source.romanized(text[0] + base[1:])
        # In small letters it is spelled letter by letter, not put into the dictionary form, which is a man's.
        spelled = self.source.romanized(base)
        return "-".join(map(capitalized, spelled.split("-"))) if "-" in text else capitalized(spelled)

    def _own(self, text: str) -> bool:
        """Whether a word is written in the letters of its language."""
        return re.search(f"[{self.source.letters}]", text, re.IGNORECASE) is not None

    def _rather_name(self, words: Words, i: int, found: tuple[Reading, Entry]) -> bool:
        """Whether a word that is listed as another is a name here: "Лев Толстой", "Tim Cook"."""
        reading, entry = found
        if not words.capital(i) or entry.part == NAME or entry.senses[0][0][:1].isupper():
            return False
        if "named" in reading.features or "named" in words.features(i):
            return True
        if reading.part == "v" and words.readings[i] and words.readings[i][0].part == "n":
            return True  # a river that no dictionary lists: "через Тошню" makes nobody sick
        before = self._entry(words, i - 1) if i else None
        return before is not None and before[1].part == NAME and GIVEN in before[1].opposites

    def _by_parts(self, words: Words, i: int) -> Unit | None:
        """A word that is not listed, by what it is made of: "state-backed", "экс-министр", "суперзвезда"."""
        readings = words.readings[i] or (Reading(words.plain[i]),)
        first, hyphen, second = words.plain[i].rpartition("-")
        halves = [self._half(first), self._half(second)] if hyphen else []
        if halves and all(halves):
            part = part_of(halves[1][0])
            said = (f"{halves[0][0].senses[0][0]}-{halves[1][0].senses[0][0]}",)
            return words.unit((i,), Reading(words.plain[i], part, readings[0].features), (said,), fixed=True)
        table = self.source.table("glossing").get("beginnings", {}).get(self.target.code, {})
        for beginning in sorted(table, key=len, reverse=True):
            for reading in readings:
                rest = reading.lemma.removeprefix(beginning)
                if len(rest) >= SHORTEST_REST and rest != reading.lemma and (entries := self.book.words.get(rest)):
                    senses = tuple((table[beginning] + sense[0],) for sense in entries[0].senses[:1])
                    return words.unit((i,), Reading(reading.lemma, entries[0].part, reading.features), senses)
        return None

    def _half(self, word: str) -> list[Entry]:
        """The entries of half a word."""
        joined = self.source.table("glossing").get("joined", {})
        whole = [
            word[: -len(end)] + ending for end, endings in joined.items() if word.endswith(end) for ending in endings
        ]
        bases = [*(self.source.bases(word) if self.source.has_dictionary else (word,)), *whole]
        return [entry for base in bases for entry in self.book.words.get(self.source.folded(base), ())]
