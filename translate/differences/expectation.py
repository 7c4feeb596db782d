"""What translation models hold of what was found: one more line of evidence, on which no flag and no confidence rests.

Of words in the same place that say something else, how probable a model finds each where it has read the other version;
of a part that one version has alone, how much more probable it finds the other version once the part is left out. See
`translate.engines.scoring`.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translate.differences.apart import Found
from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Words
from translate.engines.engine import Scoring
from translate.engines.forced_decoding import scoring_model
from translate.engines.scoring import Span, contrast, score_words
from translate.errors import EngineError
from translate.options import Options
from translate.text.sides import SIDES, SideName, on_side, other_side
from translate.wording.interface import whole_hundredths
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, counted, joined

EXPECTED = 0.1  # chance of a word from which nobody would say that something else was expected
SAME = math.log(1.5)  # change of the logarithm below which a reader is told of none
MOST = 1_000_000  # beyond it figures mean no more to a reader


@dataclass(frozen=True, slots=True)
class _Question:
    """What a model is asked about one thing that was found.

    Attributes:
        place: Of what was found.
        read, written: The side that the model reads, and the one that it is made to write.
        span: Of a part in the text that is read, or of words in the one that is written.
    """

    place: int
    read: BeadSide
    written: BeadSide
    span: Span


@dataclass(frozen=True, slots=True)
class Expectations:
    """Translation models that can be asked.

    Attributes:
        models: By the side whose language they read.
        warnings: What went wrong with them, in order; grows.
    """

    models: Mapping[SideName, Scoring]
    warnings: list[Phrase] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """Of the models, each once."""
        return tuple(dict.fromkeys(model.name for model in self.models.values()))

    def beside(self, found: Sequence[Found]) -> list[Found]:
        """The same with what the models say at the end of its reasons; a model that fails says nothing."""
        lines: dict[int, list[Phrase]] = {}
        for name, model in self.models.items():
            try:
                told = [*_of_parts(model, found, name), *_of_words(model, found, name)]
            except EngineError as error:
                self.warnings.append(_failed(error))
                continue
            for place, line in told:
                lines.setdefault(place, []).append(line)
        return [
            (number, search, replace(each, reason=joined(" ", (each.reason, *lines.get(place, ())))))
            if place in lines
            else (number, search, each)
            for place, (number, search, each) in enumerate(found)
        ]


def expectations_of(source: str, target: str, options: Options) -> Expectations:
    """The models for both directions that can be asked, none where none can; what is damaged becomes a warning.

    Args:
        source, target: Languages, "ru" and "en".
        options: Its engine counts, and what belongs to it.
    """
    languages: dict[SideName, str] = {"source": source, "target": target}
    models: dict[SideName, Scoring] = {}
    warnings: list[Phrase] = []
    for side in SIDES:
        try:
            model = scoring_model(languages[side], languages[other_side(side)], options)
        except EngineError as error:
            warnings.append(_failed(error))
            continue
        if model is not None:
            models[side] = model
    return Expectations(models, warnings)


def _of_parts(model: Scoring, found: Sequence[Found], name: SideName) -> Iterator[tuple[int, Phrase]]:
    """A line for each part that one side has alone, from a model that reads this side."""
    asked = []
    for place, (_, search, each) in enumerate(found):
        if each.kind == "partial" and each.side == name:
            own = on_side(search, name)
            told_by = search.told_by.get(name, on_side(search, other_side(name)))
            asked.append(_Question(place, own, told_by, _span(own, on_side(each, name)[:1])))
    gains = contrast(model, *_texts(asked), [(one.span,) for one in asked])
    for one, (gain,) in zip(asked, gains, strict=True):
        if gain.whole:  # nothing but the part was there to be read
            yield one.place, _without_part(gain.whole, one.written.version)


def _of_words(model: Scoring, found: Sequence[Found], name: SideName) -> Iterator[tuple[int, Phrase]]:
    """A line for words of the side opposite to the one that the model reads; none for words that it cannot score."""
    asked = []
    for place, (_, search, each) in enumerate(found):
        if each.kind == "meaning":
            read, written = on_side(search, name), on_side(search, other_side(name))
            asked.append(_Question(place, read, written, _span(written, on_side(each, written.name))))
    sentences, translations = _texts(asked)
    for one, text, words in zip(asked, translations, score_words(model, sentences, translations), strict=True):
        start, end = one.span
        inside = [word.log_probability for word in words if word.start < end and word.end > start]
        if inside:
            yield one.place, _chance_of(text[start:end], math.exp(sum(inside)), one.read.version)


def _texts(asked: Sequence[_Question]) -> tuple[list[str], list[str]]:
    return [" ".join(one.read.texts) for one in asked], [" ".join(one.written.texts) for one in asked]


def _span(side: BeadSide, words: Sequence[Words]) -> Span:
    """Where words of one sentence, from the first to the last, stand among all sentences of a side."""
    before = sum(len(side.story.sentences[k].text) + 1 for k in side.sentences if k < words[0].sentence)
    return before + words[0].start, before + words[-1].end


def _without_part(gain: float, other: Version) -> Phrase:
    """What a reader is told of a part, from the change of a logarithm where it is left out."""
    if abs(gain) < SAME:
        return Phrase("The translation model finds what {other} says as probable without these words.", other=other)
    count = _rounded(abs(gain))
    times = (
        Phrase("more than a million times") if count >= MOST else counted("{count:,} time", "{count:,} times", count)
    )
    if gain > 0:
        return Phrase(
            "Without these words the translation model finds what {other} says {times} as probable.",
            other=other,
            times=times,
        )
    return Phrase(
        "Without these words the translation model finds what {other} says {times} less probable, as if it told of "
        "them.",
        other=other,
        times=times,
    )


def _chance_of(words: str, chance: float, read: Version) -> Phrase:
    """What a reader is told of words to which a model that has read the other side gives a chance in [0, 1]."""
    if chance >= EXPECTED:
        return Phrase(
            "Given {read}, the translation model does not mind “{words}” here: it gives this a chance of "
            "{percent:.0f} %.",
            read=read,
            words=words,
            percent=100 * whole_hundredths(chance),
        )
    times = _rounded(-math.log(chance)) if chance > 0 else MOST
    return Phrase(
        "Given {read}, the translation model expects something else here: it gives “{words}” a chance of {chance}.",
        read=read,
        words=words,
        chance=Phrase("less than 1 in a million") if times >= MOST else Phrase("1 in {count:,}", count=times),
    )


def _rounded(logarithm: float) -> int:
    """A number of times, from its logarithm of 0 or more, to two figures; MOST where it is more."""
    times = math.exp(min(logarithm, math.log(MOST)))
    return int(round(times, min(0, 1 - math.floor(math.log10(times)))))


def _failed(error: EngineError) -> Phrase:
    return Phrase("The translation model was not asked about differences: {error}", error=error.message)
