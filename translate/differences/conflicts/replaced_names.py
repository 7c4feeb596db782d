"""A name in the place of another one, told by the encoder where neither tables nor sounds can tell.

An English name is strange where the Russian sentences do not come near its meaning and where the two sides grow more
alike without it. It contradicts them if they have words, names above all, that the English side lacks in the same way.
"""

import math
from dataclasses import dataclass

import numpy as np

from translate.differences.bead_side import BeadSide
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
from translate.engines.protocols import Embedder
from translate.facts.mention import NameMention
from translate.facts.names import is_tagged_name, latin_name
from translate.languages.ru.morphology import is_known
from translate.story.vectors import Embeddings
from translate.story.words import word_vectors
from translate.wording.phrase import Phrase

# Logistic regression on these, see benchmarks/fit/replaced_names.py: parallel news as it is and with one name replaced.
FEATURES = ("support", "gain", "joint_gain", "tabled")
WEIGHTS = (-20.2, 9.1, 13.3, 2.6)
INTERCEPT = 9.8
THRESHOLD = 0.8  # nine of ten replaced names that reach the judgement; 5 flags in 9788 untouched sentence pairs
OTHER_PERSON = 0.9  # confidence in two full names, which sound alone tells apart
_PLAUSIBLE_SUPPORT = 0.6  # a name whose meaning comes nearer than this is a translation
_LEAST_GAIN = -0.08  # a name whose loss costs more than this belongs there
_COVERED = 0.5  # cosine of two words that mean about the same
_FAINTLY_HEARD = 0.5  # of two skeletons: below it nobody takes one name for the other
_SMALL_LONE = 0.38  # below it a word without a capital is said nowhere on the other side
_LONGEST_MISSING = 4  # words
_SHORT_FOR = ("Мин", "Рос", "Гос", "Мос", "Глав", "Центр", "Гидро", "Спец", "Обл", "Гор")  # beginnings of abbreviations
_CANDIDATES = 6  # Russian stretches that are tried, the least covered first


@dataclass(frozen=True, slots=True)
class NameMeasure:
    """A strange English name and the Russian words in whose place it may stand, before judgement.

    Attributes:
        features: In the order of FEATURES.
        english, russian: The words.
    """

    features: tuple[float, ...]
    english: Stretch
    russian: Stretch

    @property
    def log_odds(self) -> float:
        """Of the two naming different things."""
        return INTERCEPT + sum(weight * value for weight, value in zip(WEIGHTS, self.features, strict=True))


def find_replaced(source: BeadSide, target: BeadSide, embedder: Embedder) -> tuple[FactConflict, ...]:
    """Names of a two-sided bead that stand in each other's place; none unless the texts are Russian and English."""
    if {source.language, target.language} != {"ru", "en"}:
        return ()
    swapped = source.language == "en"
    ru, en = (target, source) if swapped else (source, target)
    people = [
        (one, other)
        for one, other in other_people(words_of(en.texts), words_of(ru.texts), en.around, ru.around)
        if _tabled(one, en) is None and _tabled(other, ru) is None
    ]
    if people:
        return tuple(_conflict(one, other, OTHER_PERSON, ru, en, swapped) for one, other in people)
    needed = math.log(THRESHOLD / (1 - THRESHOLD))
    sure = sorted((m for m in name_measures(ru, en, embedder) if m.log_odds >= needed), key=lambda m: -m.log_odds)
    conflicts: list[FactConflict] = []
    used: set[Stretch] = set()
    for measure in sure:
        if measure.russian not in used:
            used.add(measure.russian)
            probability = round(1 / (1 + math.exp(-measure.log_odds)), 3)
            conflicts.append(_conflict(measure.english, measure.russian, probability, ru, en, swapped))
    return tuple(conflicts)


def name_measures(ru: BeadSide, en: BeadSide, embedder: Embedder) -> list[NameMeasure]:
    """For each strange English name of a bead the Russian words that it most likely stands for."""
    strange = strange_names(words_of(en.texts), en.facts, words_of(ru.texts), ru.around)
    strange = [name for name in strange if _has_rival(name, ru, en)]  # the encoder is slow
    if not strange:
        return []
    ru_rows, en_rows = (_rows(side, embedder) for side in (ru, en))
    measures = []
    for name in strange:
        measure = _measure(name, ru, en, ru_rows, en_rows, embedder)
        if measure is not None:
            measures.append(measure)
    return measures


def _measure(
    name: Stretch, ru: BeadSide, en: BeadSide, ru_rows: Embeddings, en_rows: Embeddings, embedder: Embedder
) -> NameMeasure | None:
    named = [
        tuple(
            word
            for word in words_of(ru.texts)
            if word.sentence == i and word.start >= mention.start and word.end <= mention.end
        )
        for i, facts in enumerate(ru.facts)
        for mention in facts.names
    ]
    phrases = [_said(ru, stretch) for stretch in named if len(stretch) > 1]
    rows = embedder.encode([_said(en, name), _without(en, name), *phrases])
    support = float((np.concatenate([ru_rows, rows[2:]]) @ rows[0]).max())
    whole_ru, whole_en = _whole(ru, embedder), _whole(en, embedder)
    similarity = float(whole_ru @ whole_en)
    gain = float(rows[1] @ whole_ru) - similarity
    if support > _PLAUSIBLE_SUPPORT or gain < _LEAST_GAIN:
        return None
    missing = _missing(name, ru, en, ru_rows, en_rows)
    if not missing:
        return None
    joint = embedder.encode([_without(ru, stretch) for stretch in missing]) @ rows[1] - similarity
    best = int(np.argmax(joint))
    features = (support, gain, float(joint[best]), float(_tabled(name, en) is not None))
    return NameMeasure(features, name, missing[best])


def _comparable(name: Stretch, en: BeadSide, stretch: Stretch, ru: BeadSide) -> bool:
    """Whether an English and a Russian name would have to be heard in each other or found in a table, were they one.

    Names that are translated word by word or shortened by each language in its own way ("IIT", "Росздравнадзор",
    "Lucky Trouble") can be one without any likeness.
    """
    ours, theirs = _tabled(stretch, ru), _tabled(name, en)
    if theirs is None:
        if any(_is_acronym(word.text) for word in name):
            return ours is not None and ours.sort == "organisation"
        if all(is_common(word.text) for word in name):
            return (
                ours is not None
                and any(word.capital for word in stretch)
                and len(name) == len(run_of(name, words_of(en.texts)))
            )
    if ours is not None and theirs is not None:
        return (ours.sort == "organisation") == (theirs.sort == "organisation")
    if ours is not None:
        return any(word.capital for word in stretch)
    if any(_is_abbreviation(word.text) for word in stretch) or not any(_would_sound(word) for word in stretch):
        return False
    return max(sounds_like(one.text, other.text) for one in name for other in stretch) < _FAINTLY_HEARD


def _is_acronym(word: str) -> bool:
    return word[-1].isupper() or word[:2].isupper() or "." in word


def _has_rival(name: Stretch, ru: BeadSide, en: BeadSide) -> bool:
    """Whether a Russian word could stand for a name that the English side lacks."""
    others = [word for word in words_of(en.texts) if word not in name]
    keys = _keys(name, en)
    for word in words_of(ru.texts):
        if _comparable(name, en, (word,), ru):
            known = _tabled((word,), ru)
            if not keys.intersection(known.keys) if known is not None else not heard(word.text, others):
                return True
    return False


def _keys(name: Stretch, en: BeadSide) -> set[str]:
    """What the English side and its neighbours name besides one name."""
    return {key for facts in en.around for mention in facts.names if not _inside(mention, name) for key in mention.keys}


def _tabled(stretch: Stretch, side: BeadSide) -> NameMention | None:
    names = side.facts[stretch[0].sentence].names
    return next((name for name in names if name.known and _inside(name, stretch)), None)


def _is_abbreviation(word: str) -> bool:
    """Whether a Russian word is short for a name: "ФАС", "Мосгорсуд", "Минприроды"."""
    return word[:2].isupper() or word.startswith(_SHORT_FOR)


def _would_sound(word: Word) -> bool:
    """Whether a Russian word is a name that English would transliterate and not translate."""
    return word.capital and not word.first and (not is_known(word.text) or is_tagged_name(word.text))


def _missing(name: Stretch, ru: BeadSide, en: BeadSide, ru_rows: Embeddings, en_rows: Embeddings) -> list[Stretch]:
    """Russian names that no English word outside the strange name covers, the least covered first."""
    words = words_of(ru.texts)
    rest = [i for i, word in enumerate(words_of(en.texts)) if word not in name]
    if not rest:
        return []
    others = [words_of(en.texts)[i] for i in rest]
    cover = (ru_rows @ en_rows[rest].T).max(axis=1)
    keys = _keys(name, en)
    lone: list[bool] = []
    for i, word in enumerate(words):
        mention = next((m for m in ru.facts[word.sentence].names if m.start <= word.start and word.end <= m.end), None)
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
        if _comparable(name, en, stretch, ru):
            stretches.append((float(cover[i:end].mean()), stretch))
        i = end
    return [stretch for _, stretch in sorted(stretches, key=lambda item: item[0])[:_CANDIDATES]]


def _inside(mention: NameMention, name: Stretch) -> bool:
    return mention.start < name[-1].end and name[0].start < mention.end


def _said(side: BeadSide, stretch: Stretch) -> str:
    """The words of a stretch as they stand there."""
    return side.texts[stretch[0].sentence][stretch[0].start : stretch[-1].end]


def _without(side: BeadSide, stretch: Stretch) -> str:
    """All sentences of a side without a stretch."""
    texts = list(side.texts)
    text = texts[stretch[0].sentence]
    texts[stretch[0].sentence] = f"{text[: stretch[0].start].rstrip()} {text[stretch[-1].end :].lstrip()}".strip()
    return " ".join(texts)


def _rows(side: BeadSide, embedder: Embedder) -> Embeddings:
    """Embeddings of all words of one side; those with a capital are encoded here."""
    words = words_of(side.texts)
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
    name: Stretch, rival: Stretch, confidence: float, russian: BeadSide, english: BeadSide, swapped: bool
) -> FactConflict:
    ru, en = _mention_of(rival, russian), _mention_of(name, english)
    placed_ru, placed_en = (rival[0].sentence, ru), (name[0].sentence, en)
    return FactConflict(
        "name",
        (placed_en if swapped else placed_ru,),
        (placed_ru if swapped else placed_en,),
        "major",
        confidence,
        Phrase(
            "The English text names “{english}”; nothing in the Russian text sounds like it or means it, and "
            "“{russian}” ({latin}) stands there instead.",
            english=en.text,
            russian=ru.text,
            latin=ru.value,
        ),
    )


def _mention_of(stretch: Stretch, side: BeadSide) -> NameMention:
    text = _said(side, stretch)
    known = _tabled(stretch, side)
    value = known.value if known is not None else latin_name(text, side.language)
    return NameMention("name", stretch[0].start, stretch[-1].end, text, value)
