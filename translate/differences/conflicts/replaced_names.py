"""A name in the place of another one, told by the encoder where neither tables nor sounds can tell.

Of the two languages of a pair, a name in the second one is strange where the sentences in the first do not come near
its meaning and where the two sides grow more alike without it. It contradicts them if they have words, names above all,
that the second side lacks in the same way.
"""

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from translate.differences.bead_side import BeadSide
from translate.differences.conflicts.named_apart import is_inside, mention_of, named_apart, tabled, text_of
from translate.differences.conflicts.opposition import FactConflict
from translate.differences.conflicts.other_people import other_people
from translate.differences.conflicts.strange_names import (
    Stretch,
    Word,
    heard,
    is_common,
    run_of,
    sounds_like,
    strange_names,
    words_of,
)
from translate.differences.conflicts.unlike_names import capitals, is_spelt
from translate.engines.protocols import Embedder
from translate.facts.name_rules import name_rules
from translate.facts.names import is_tagged_name
from translate.facts.related import are_related
from translate.languages.registry import is_second, language_of, pair_of
from translate.models.logistic import Logistic, logistic_from
from translate.models.stored import read_model
from translate.story.vectors import Embeddings
from translate.story.words import word_vectors
from translate.wording.phrase import Phrase

# Logistic regression on these, see benchmarks/fit/replaced_names.py: parallel news as it is and with one name replaced.
FEATURES = ("support", "gain", "joint_gain", "tabled")
THRESHOLD = 0.8  # nine of ten replaced names that reach the judgement; 5 flags in 9788 untouched sentence pairs
OTHER_PERSON = 0.9  # confidence in two full names, which sound alone tells apart
_PLAUSIBLE_SUPPORT = 0.6  # a name whose meaning comes nearer than this is a translation
_LEAST_GAIN = -0.08  # a name whose loss costs more than this belongs there
_COVERED = 0.5  # cosine of two words that mean about the same
_FAINTLY_HEARD = 0.5  # of two skeletons: below it nobody takes one name for the other
_SMALL_LONE = 0.38  # below it a word without a capital is said nowhere on the other side
_LONGEST_MISSING = 4  # words
_CANDIDATES = 6  # stretches of the first side that are tried, the least covered first


@dataclass(frozen=True, slots=True)
class NameMeasure:
    """A strange name of the second side and the words of the first in whose place it may stand, before judgement.

    Attributes:
        features: In the order of FEATURES.
        encoder: Name of the one that told the stories.
        strange, rival: The words.
    """

    features: tuple[float, ...]
    encoder: str
    strange: Stretch
    rival: Stretch

    @property
    def log_odds(self) -> float:
        """Of the two naming different things."""
        return names_model(self.encoder).log_odds(dict(zip(FEATURES, self.features, strict=True)))


@cache
def names_model(encoder: str) -> Logistic:
    """What was fitted for an encoder.

    Raises:
        ModelMismatch, StaleModel: Nothing was, or for other features.
    """
    return logistic_from(read_model("replaced_names", encoder), FEATURES, "replaced_names")


def find_replaced(source: BeadSide, target: BeadSide, embedder: Embedder) -> tuple[FactConflict, ...]:
    """Names of a two-sided bead that stand in each other's place; none unless the languages are known as a pair."""
    if pair_of(source.language, target.language) is None:
        return ()
    swapped = is_second(source.language, target.language)
    first, second = (target, source) if swapped else (source, target)
    people = [
        (one, other)
        for one, other in other_people(_words(second), _words(first), second.around, first.around)
        if tabled(one, second) is None and tabled(other, first) is None
    ]
    if people:
        return tuple(_conflict(one, other, OTHER_PERSON, first, second, swapped) for one, other in people)
    needed = math.log(THRESHOLD / (1 - THRESHOLD))
    sure = sorted(
        (m for m in name_measures(first, second, embedder) if m.log_odds >= needed), key=lambda m: -m.log_odds
    )
    conflicts: list[FactConflict] = []
    used: set[Stretch] = set()
    for measure in sure:
        if measure.rival not in used:
            used.add(measure.rival)
            probability = round(1 / (1 + math.exp(-measure.log_odds)), 3)
            conflicts.append(_conflict(measure.strange, measure.rival, probability, first, second, swapped))
    return tuple(conflicts)


def name_measures(first: BeadSide, second: BeadSide, embedder: Embedder) -> list[NameMeasure]:
    """For each strange name of the second side the words of the first that it most likely stands for."""
    strange = strange_names(_words(second), second.facts, _words(first), first.around)
    said = capitals(first.texts, first.language)
    strange = [name for name in strange if not any(is_spelt(word, said, first.language) for word in name)]
    strange = [name for name in strange if _has_rival(name, first, second)]  # the encoder is slow
    if not strange:
        return []
    first_rows, second_rows = (_rows(side, embedder) for side in (first, second))
    measures = []
    for name in strange:
        measure = _measure(name, first, second, first_rows, second_rows, embedder)
        if measure is not None:
            measures.append(measure)
    return measures


def _measure(
    name: Stretch,
    first: BeadSide,
    second: BeadSide,
    first_rows: Embeddings,
    second_rows: Embeddings,
    embedder: Embedder,
) -> NameMeasure | None:
    named = [
        tuple(
            word
            for word in _words(first)
            if word.sentence == i and word.start >= mention.start and word.end <= mention.end
        )
        for i, facts in enumerate(first.facts)
        for mention in facts.names
    ]
    phrases = [text_of(stretch, first) for stretch in named if len(stretch) > 1]
    rows = embedder.encode([text_of(name, second), _without(second, name), *phrases])
    support = float((np.concatenate([first_rows, rows[2:]]) @ rows[0]).max())
    whole_first, whole_second = _whole(first, embedder), _whole(second, embedder)
    similarity = float(whole_first @ whole_second)
    gain = float(rows[1] @ whole_first) - similarity
    if support > _PLAUSIBLE_SUPPORT or gain < _LEAST_GAIN:
        return None
    missing = _missing(name, first, second, first_rows, second_rows)
    if not missing:
        return None
    joint = embedder.encode([_without(first, stretch) for stretch in missing]) @ rows[1] - similarity
    best = int(np.argmax(joint))
    features = (support, gain, float(joint[best]), float(tabled(name, second) is not None))
    return NameMeasure(features, second.encoder, name, missing[best])


def _comparable(name: Stretch, second: BeadSide, stretch: Stretch, first: BeadSide) -> bool:
    """Whether two names would have to be heard in each other or found in a table, were they one.

    Names that are translated word by word or shortened by each language in its own way ("IIT", "Lucky Trouble") can be
    one without any likeness.
    """
    ours, theirs = tabled(stretch, first), tabled(name, second)
    if (ours is not None and ours.sort == "country") != (theirs is not None and theirs.sort == "country"):
        return False  # readers abroad are told that a town they never heard of is Russian
    if theirs is None:
        if any(_is_acronym(word.text) for word in name):
            return ours is not None and ours.sort == "organisation"
        if all(is_common(word) for word in name):
            return (
                ours is not None
                and any(word.capital for word in stretch)
                and len(name) == len(run_of(name, _words(second)))
            )
    if ours is not None and theirs is not None and are_related(ours.keys, theirs.keys):
        return False
    if ours is not None and theirs is None and ours.sort in ("country", "city", "place") and len(name) > 1:
        return False  # a leader may stand for his country, and a lake for its city
    if ours is not None and theirs is not None:
        return (ours.sort == "organisation") == (theirs.sort == "organisation")
    if ours is not None:
        return any(word.capital for word in stretch)
    if stretch[-1].patronymic:
        return False  # a person without a surname
    if any(_is_abbreviation(word) for word in stretch) or not any(_would_sound(word) for word in stretch):
        return False
    return max(sounds_like(one.text, other.text) for one in name for other in stretch) < _FAINTLY_HEARD


def _is_acronym(word: str) -> bool:
    return word[-1].isupper() or word[:2].isupper() or "." in word


def _has_rival(name: Stretch, first: BeadSide, second: BeadSide) -> bool:
    """Whether a word of the first side could stand for a name that the second side lacks."""
    others = [word for word in _words(second) if word not in name]
    keys = _keys(name, second)
    for word in _words(first):
        if _comparable(name, second, (word,), first):
            known = tabled((word,), first)
            if not keys.intersection(known.keys) if known is not None else not heard(word.text, others):
                return True
    return False


def _keys(name: Stretch, second: BeadSide) -> set[str]:
    """What the second side and its neighbours name besides one name."""
    return {
        key
        for facts in second.around
        for mention in facts.names
        if not is_inside(mention, name)
        for key in mention.keys
    }


def _is_abbreviation(word: Word) -> bool:
    """Whether a word is short for a name."""
    return word.text[:2].isupper() or word.text.startswith(name_rules(word.language).short_for)


def _would_sound(word: Word) -> bool:
    """Whether a word is a name that another language would transliterate and not translate."""
    known = language_of(word.language).morphology.is_known(word.text)
    return word.capital and not word.first and (not known or is_tagged_name(word.text, word.language))


def _missing(
    name: Stretch, first: BeadSide, second: BeadSide, first_rows: Embeddings, second_rows: Embeddings
) -> list[Stretch]:
    """Names of the first side that no word of the second outside the strange name covers, the least covered first."""
    words = _words(first)
    rest = [i for i, word in enumerate(_words(second)) if word not in name]
    if not rest:
        return []
    others = [_words(second)[i] for i in rest]
    cover = (first_rows @ second_rows[rest].T).max(axis=1)
    keys = _keys(name, second)
    lone: list[bool] = []
    for i, word in enumerate(words):
        mention = next(
            (m for m in first.facts[word.sentence].names if m.start <= word.start and word.end <= m.end), None
        )
        if mention is not None and mention.known:
            lone.append(not keys.intersection(mention.keys))
        elif word.capital and heard(word.text, others):
            lone.append(False)
        elif mention is not None:
            lone.append(bool(cover[i] < _COVERED))
        else:
            limit = _COVERED if word.capital and not word.first else _SMALL_LONE
            lone.append(len(word.text) > 3 and bool(cover[i] < limit) and not heard(word.text, others))
    stretches: list[tuple[float, Stretch]] = []
    i = 0
    while i < len(lone):
        if not lone[i]:
            i += 1
            continue
        end = i + 1
        while (
            end < len(lone)
            and end - i < _LONGEST_MISSING
            and words[end].sentence == words[i].sentence
            and words[end].start - words[end - 1].end <= 2
            and (lone[end] or (words[i].capital and len(words[end].text) > 3 and cover[end] < _COVERED))
        ):
            end += 1
        stretch = words[i:end]
        if _comparable(name, second, stretch, first):
            stretches.append((float(cover[i:end].mean()), stretch))
        i = end
    return [stretch for _, stretch in sorted(stretches, key=lambda item: item[0])[:_CANDIDATES]]


def _words(side: BeadSide) -> tuple[Word, ...]:
    return words_of(side.texts, side.language)


def _without(side: BeadSide, stretch: Stretch) -> str:
    """All sentences of a side without a stretch."""
    texts = list(side.texts)
    text = texts[stretch[0].sentence]
    texts[stretch[0].sentence] = f"{text[: stretch[0].start].rstrip()} {text[stretch[-1].end :].lstrip()}".strip()
    return " ".join(texts)


def _rows(side: BeadSide, embedder: Embedder) -> Embeddings:
    """Embeddings of all words of one side; those with a capital are encoded here."""
    words = _words(side)
    known = word_vectors(side.story, side.sentences)
    wanted = sorted({word.text for word in words} - known.keys())
    encoded = dict(zip(wanted, embedder.encode(wanted), strict=True)) if wanted else {}
    return np.array([known[word.text] if word.text in known else encoded[word.text] for word in words])


def _whole(side: BeadSide, embedder: Embedder) -> Embeddings:
    runs, sentences = side.story.vectors.runs, side.sentences
    if len(sentences) <= len(runs) and sentences[-1] - sentences[0] == len(sentences) - 1:
        return np.asarray(runs[len(sentences) - 1][sentences[0]])
    return np.asarray(embedder.encode([" ".join(side.texts)])[0])


def _conflict(
    name: Stretch, rival: Stretch, confidence: float, first: BeadSide, second: BeadSide, swapped: bool
) -> FactConflict:
    instead = mention_of(rival, first)
    reason = Phrase(
        "{second:opening} names “{strange}”; nothing in {first:text} sounds like it or means it, and “{instead}” "
        "({latin}) stands there instead.",
        second=second.version,
        strange=text_of(name, second),
        first=first.version,
        instead=instead.text,
        latin=instead.value,
    )
    return named_apart(rival, first, name, second, confidence, reason, swapped=swapped)
