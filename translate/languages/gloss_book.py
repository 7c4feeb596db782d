"""All that a gloss looks up from one language into another: words, and phrases of several.

GLOSS.CODE.tsv of a pair's folder has what only a gloss needs (small words, forms), which goes before the entries of
DICTIONARY.CODE.tsv; PHRASES.CODE.tsv has what is told as one. All have the columns of the dictionary; behind the part
of speech GLOSS.CODE.tsv may have a feature that the word must have ("prep+genitive"), and PHRASES.CODE.tsv "+aside" for
what says this only between signs ("может быть" between commas is "maybe", elsewhere a verb). NAMES.tsv has names: those
of the first language, those of the second, and "given" behind a first name. SENSES.CODE.tsv has the first words of the
senses that the news has of a word (benchmarks/build/senses.py).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from translate.languages.dictionary import Entry, by_word, entries_in
from translate.languages.glossing import NAME, Reading
from translate.languages.language import LanguagePair
from translate.languages.registry import language_of, pair_of

GIVEN = "given"  # mark of a first name in NAMES.tsv
_BENDING = frozenset(("n", "v", "adj", "name"))  # parts of speech whose phrases stand in other forms as well
_ASIDE = "+aside"
_VERB_AND_PARTICLE = 2  # words
_GAP = 3  # words that may stand between a verb and its particle: "called the match off"
_PARTICLES = frozenset(("off", "up", "out", "down", "away", "back", "over", "on", "in", "through"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of several words.

    Attributes:
        forms: For each word what it may be a form of, if it bends: a word that is no form of another stands for itself.
        entry: What it says.
        aside: Whether it says this only between signs.
    """

    forms: tuple[frozenset[str], ...]
    entry: Entry
    aside: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class GlossBook:
    """What is known of the words of one language.

    Attributes:
        words: Entries by their word.
        phrases: Those of several words by what the first may be a form of.
    """

    words: Mapping[str, tuple[Entry, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]

    def plain_entry(self, reading: Reading) -> Entry | None:
        """The entry of a word in that part of speech and no other, as the dictionary has it."""
        alike = (entry for entry in self.words.get(reading.lemma, ()) if entry.part == reading.part)
        return next(alike, None)

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Under which parts of speech a word is listed, in their order."""
        return tuple(part_of(entry) for entry in self.words.get(lemma, ()))

    def entry(self, reading: Reading) -> Entry | None:
        """The entry of a word as it is read: in that part of speech and with that feature, if it is listed so."""
        entries = self.words.get(reading.lemma, ())
        alike = [entry for entry in entries if part_of(entry) == reading.part] or entries
        for entry in alike:
            feature = entry.part.partition("+")[2]
            if not feature or feature in reading.features:
                return entry
        return None


def part_of(entry: Entry) -> str:
    """The part of speech of an entry, without the feature that it asks for."""
    return entry.part.partition("+")[0]


def gloss_book(source: str, target: str, *, by_news: bool = True) -> GlossBook | None:
    """From one language into another; None where nothing is written down.

    Args:
        source, target: Codes of the languages.
        by_news: Whether senses that the news has go first; else they stand in the order of the dictionary.
    """
    pair = pair_of(source, target)
    return _book(pair, source, by_news) if pair is not None else None


@cache
def _book(pair: LanguagePair, source: str, by_news: bool) -> GlossBook | None:
    listed = entries_in(pair, f"dictionary.{source}")
    own = (*entries_in(pair, f"gloss.{source}"), *_names(pair, source))
    if not own and not listed:
        return None
    everything = _merged(own, (*entries_in(pair, f"phrases.{source}"), *listed))
    single = [entry for entry in everything if " " not in entry.word]
    words = by_word(_by_news(single, pair, source) if by_news else single)
    for word, entries in tuple(words.items()):
        words.setdefault(language_of(source).folded(word), entries)
    return GlossBook(words, phrases_of((entry for entry in everything if " " in entry.word), source))


def _merged(own: Iterable[Entry], listed: Sequence[Entry]) -> list[Entry]:
    """The entries that go before the others, which keep what they say beside that, then the others."""
    known = {(entry.word, entry.part): entry for entry in listed}
    first = {(entry.word, entry.part): _preferring(entry, known.get((entry.word, entry.part))) for entry in own}
    return [*first.values(), *(entry for key, entry in known.items() if key not in first)]


def _preferring(entry: Entry, listed: Entry | None) -> Entry:
    """An entry with the senses of the dictionary; a single word that is one of theirs only goes before the others."""
    if listed is None:
        return entry
    word = entry.senses[0][0]
    for sense in listed.senses:
        if entry.senses == ((word,),) and word in sense:
            rest = [other for other in listed.senses if other is not sense]
            return replace(listed, senses=((word, *(other for other in sense if other != word)), *rest))
    return entry


def _by_news(listed: Iterable[Entry], pair: LanguagePair, source: str) -> Iterator[Entry]:
    """Words with the senses first that the news has, by SENSES.CODE.tsv."""
    file = files(pair.pack) / f"senses.{source}.tsv"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    told = {(word, part): order.split(" | ") for word, part, order in (line.split("\t") for line in lines)}
    for entry in listed:
        leading = {sense[0]: sense for sense in entry.senses}
        first = [leading[word] for word in told.get((entry.word, entry.part), ()) if word in leading]
        rest = [sense for sense in entry.senses if sense not in first]
        yield replace(entry, senses=(*first, *rest), likely=max(len(first), 1))


def _names(pair: LanguagePair, source: str) -> Iterator[Entry]:
    """The entries that NAMES.tsv makes in one direction."""
    file = files(pair.pack) / "names.tsv"
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        first, second, *marks = line.split("\t")
        own, other = (first, second) if source == pair.first.code else (second, first)
        for name in own.split(", "):
            yield Entry(name.lower(), NAME, (tuple(other.split(", ")),), tuple(marks))


def phrases_of(entries: Iterable[Entry], language: str) -> dict[str, tuple[Phrase, ...]]:
    """Phrases by what their first word may be a form of."""
    folded = language_of(language).folded
    found: dict[str, list[Phrase]] = {}
    for entry in entries:
        words = entry.word.lower().split()
        bends = entry.part in _BENDING
        forms = tuple(_forms_listed(word, language) if bends else frozenset((folded(word),)) for word in words)
        for form in forms[0]:
            found.setdefault(form, []).append(Phrase(forms, entry, entry.part.endswith(_ASIDE)))
    return {form: tuple(sorted(of, key=lambda phrase: -len(phrase.forms))) for form, of in found.items()}


def _forms_listed(word: str, language: str) -> frozenset[str]:
    """What a word of a phrase may be a form of: a dictionary form of itself alone ("ruling" is none of "rule")."""
    about = language_of(language)
    return frozenset((about.folded(word),)) if word in about.bases(word) else forms_of(word, language)


def forms_of(word: str, language: str) -> frozenset[str]:
    """A word in small letters and all that it may be a form of."""
    about = language_of(language)
    return frozenset(map(about.folded, (word, *about.bases(word))))


def longest(
    phrases: Mapping[str, tuple[Phrase, ...]], forms: Sequence[frozenset[str]], plain: Sequence[str], at: int
) -> tuple[Phrase, tuple[int, ...]] | None:
    """The longest phrase that begins at a word, with the places of its words; a verb may stand apart from its particle.

    Args:
        phrases: By what their first word may be a form of.
        forms: For each word or sign of a sentence what it may be a form of; a sign stands for itself.
        plain: The same as they stand, in small letters.
        at: Place of the first word.
    """
    best: tuple[Phrase, tuple[int, ...]] | None = None
    for form in forms[at]:
        for phrase in phrases.get(form, ()):
            if best is not None and (len(phrase.forms), phrase.aside) <= (len(best[1]), best[0].aside):
                continue
            places = _places(phrase, forms, plain, at)
            if places:
                best = phrase, places
    return best


def _places(phrase: Phrase, forms: Sequence[frozenset[str]], plain: Sequence[str], at: int) -> tuple[int, ...] | None:
    count = len(phrase.forms)
    if at + count <= len(forms) and all(
        not phrase.forms[k].isdisjoint(forms[at + k]) for k in range(1 if count > 1 else 0, count)
    ):
        around = (*plain[max(at - 1, 0) : at], *plain[at + count : at + count + 1])
        if not phrase.aside or not any(word[0].isalnum() for word in around):
            return tuple(range(at, at + count))
        return None
    if phrase.entry.part != "v" or count != _VERB_AND_PARTICLE:
        return None
    particle = phrase.entry.word.split()[1]
    if particle not in _PARTICLES:
        return None
    for place in range(at + 2, min(at + 2 + _GAP, len(plain))):
        if not plain[place - 1][0].isalpha():
            return None
        if plain[place] == particle:
            return at, place
    return None
