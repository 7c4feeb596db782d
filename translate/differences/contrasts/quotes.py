"""Direct speech in two corresponding passages: quotes that are gone, shortened ones, and another speaker.

What is quoted are passages of several words; that a verb of speech or a colon stands beside them, that they are no
title, and that the other version has nothing of the kind in its marks or in the sentences around, is weighed. Quotes
often move to the sentence before or behind, or are opened in one sentence and closed in the next. Direct speech that is
told in reported speech, and a quote whose words are told without marks, say the same and are no difference.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.judgement import judged, likeliest
from translate.differences.contrasts.quoted_side import (
    SHORTEST,
    Quoted,
    english_words,
    quotations_of,
    quoted_in,
    speech_in,
    speech_of,
)
from translate.differences.contrasts.quoted_words import quoted_words
from translate.differences.difference import Severity, Side
from translate.engines.protocols import Embedder
from translate.facts.matching import SAME_SOUND, heard_in, name_likeness
from translate.facts.quotation import Quotation
from translate.facts.speakers import Speaker, roles_beside, roles_in, speakers, verbs_of_speech
from translate.languages.capitals import CAPITAL
from translate.languages.registry import have_table, is_second
from translate.text.sides import SideName, in_order
from translate.wording.phrase import Phrase, counted

Sort = Literal["unmarked", "shortened", "speaker", "words"]

BALANCED = 0.7  # 0.2 flags per 100 untouched sentence pairs
KEPT = 0.8  # share of a quote's words below which it may be shortened
RETOLD = 0.75  # share of the words of a bead that stay where a quote is retold; below it they are missing
SPOKEN = 2  # words in marks that are enough where a speaker stands beside them
AWAY = 8  # characters that a speaker in the sentence before or behind counts as further off
MOVED = 1.5  # times the quoted words of a neighbour above which part of a quote has moved there
MOST = 3  # what counts of a number of things

# Marks of any kind; "... : President Kovind" at the end of a headline.
_ANY_MARK = re.compile(f"[«»“”„\"]|(?<!\\w)['‘]\\w|\\w[.,!?]['’]|''|``|: {CAPITAL}\\w+(?: {CAPITAL}\\w+){{,3}}$")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class QuoteMeasure:
    """What may be a difference in direct speech, before judgement.

    Attributes:
        sort: "unmarked" where the other side has nothing in quotation marks, "shortened" where it has less, "speaker",
            "words" where it has others.
        side: The side that has more; "source" for a speaker and for words.
        features: By name; models/ENCODER/contrasts.json weighs them.
        encoder: Name of the one that told the stories.
        source, target: The words on either side.
        words: English words of the quotes on this side and on the other.
    """

    sort: Sort
    side: SideName
    features: Mapping[str, float]
    encoder: str
    source: tuple[Words, ...]
    target: tuple[Words, ...]
    words: tuple[float, float] = (0.0, 0.0)

    @property
    def spans(self) -> tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]:
        """The words it stands on in source and target."""
        ours, theirs = ([(words.start, words.end) for words in side] for side in (self.source, self.target))
        return ours, theirs

    @property
    def probability(self) -> float:
        """That a careful reader would call it a contrast."""
        return judged(self.sort, self.features, self.encoder)


def find_quotes(
    source: BeadSide, target: BeadSide, embedder: Embedder | None = None, *, least: float = BALANCED
) -> tuple[Contrast, ...]:
    """Differences in the direct speech of a two-sided bead, at most one: the likeliest.

    Args:
        source, target: The two sides; nothing is found where one of the languages has no speech.toml.
        embedder: The encoder that told the stories; without it the words in two quotations are not compared.
        least: Probability in [0, 1] below which nothing is told.
    """
    measure = likeliest(quote_measures(source, target, embedder), least)
    return () if measure is None else (_contrast(*in_order(measure.side, source, target), measure),)


def quote_measures(source: BeadSide, target: BeadSide, embedder: Embedder | None = None) -> list[QuoteMeasure]:
    """All that may be a difference in direct speech, with its features."""
    if not have_table("speech", source.language, target.language):
        return []
    sides = quoted_in(source), quoted_in(target)
    if not any(side.quoted for side in sides):
        return []
    fewer = [measure for one, other in (sides, sides[::-1]) for measure in _fewer(one, other)]
    words = [] if embedder is None or not all(side.quoted for side in sides) else _other_words(source, target, embedder)
    return [*fewer, *_other_speakers(*sides), *words]


def _other_words(source: BeadSide, target: BeadSide, embedder: Embedder) -> Iterator[QuoteMeasure]:
    """What two quotations have instead of one another's words."""
    found = quoted_words(source, target, embedder)
    if found is None:
        return
    places = {
        language: () if word is None else (Words(word.sentence, word.start, word.end, word.text),)
        for language, word in found.least_told.items()
    }
    yield QuoteMeasure(
        "words", "source", found.features, source.encoder, places[source.language], places[target.language]
    )


def _fewer(one: Quoted, other: Quoted) -> Iterator[QuoteMeasure]:
    """Direct speech of which the other side has less in quotation marks, or nothing."""
    speech = speech_in(one)
    said = english_words(sum(quotation.words for _, quotation in speech), one.side.language)
    if not speech or (other.quoted and other.quoted_words >= KEPT * said):
        return
    if not other.quoted and ((other.before and not one.before) or (other.behind and not one.behind)):
        return  # moved, or opened earlier and closed later
    length = math.log((other.words + 3) / (one.words + 3))
    if math.exp(length) >= RETOLD:
        return  # the words are told, in marks or not
    features = {
        **_speech_features(one.side, other.side, speech),
        "words": math.log(said / 10),
        "length": length,
        "any mark": float(any(_ANY_MARK.search(text) for text in other.side.texts)),
        "moved before": float(other.before > MOVED * one.before + SHORTEST),
        "moved behind": float(other.behind > MOVED * one.behind + SHORTEST),
        "none before": float(not other.before),
        "none behind": float(not other.behind),
        "that": float(any(speech_of(other.side.language).that.search(text) for text in other.side.texts)),
        "told": float(any(verbs_of_speech(text, other.side.language) for text in other.side.texts)),
        "surplus": float(min(MOST, max(-1, len(one.quoted) - len(other.quoted)))),
    }
    if other.quoted:
        kept = (other.quoted_words + 1) / (said + 1)
        features |= {
            "kept": math.log(kept),
            "missing": said - other.quoted_words > SHORTEST + 3,
            "open": float(any(at.dash or not at.closed for _, at in (*one.quoted, *other.quoted))),
            "lost": length - math.log(kept),
        }
    places = in_order(one.side.name, _places(speech), _places(other.quoted))
    sort: Sort = "shortened" if other.quoted else "unmarked"
    words = said, other.quoted_words
    yield QuoteMeasure(sort, one.side.name, features, one.side.encoder, *places, words)


def _speech_features(side: BeadSide, other: BeadSide, speech: Sequence[tuple[int, Quotation]]) -> dict[str, float]:
    """Whether passages in quotation marks are what somebody says: titles and slogans need not be."""
    longest, quotation = max(speech, key=lambda at: at[1].words)
    text = side.story.sentences[longest].text
    inside = text[quotation.start : quotation.end]
    before, behind = text[: quotation.start], text[quotation.end :]
    words = [word for word in _LETTERS.findall(inside) if len(word) > 3]
    beside = verbs_of_speech(before, side.language) or verbs_of_speech(behind, side.language)
    return {
        "english": float(is_second(side.language, other.language)),
        "verb": float(bool(beside)),
        "colon": float(before.rstrip().endswith(":")),
        "share": len(inside) / len(text),
        "first": float(quotation.start == 0),
        "title": float(sum(word[0].isupper() for word in words) > len(words) / 2),
        "small": float(inside.strip("«»“”„\"'‘’ ")[:1].islower()),
        "closed": float(quotation.closed or quotation.goes_on),
        "dash": float(quotation.dash),
        "I": float(speech_of(side.language).first_person.search(inside) is not None),
        "comma": float(bool(re.search("[.,!?]\\W{0,2}$", inside)) or behind.startswith((",", "."))),
    }


def _other_speakers(source: Quoted, target: Quoted) -> Iterator[QuoteMeasure]:
    """The first speaker on either side, if they may be two people."""
    if not any(speech_in(side, SPOKEN) for side in (source, target)):
        return
    ours, theirs = _named(source.side), _named(target.side)
    loose = not ours or not theirs
    ours, theirs = ours or _mentioned(source.side), theirs or _mentioned(target.side)
    if not ours or not theirs:
        return
    pairs = [(left, right) for left in ours for right in theirs]
    if any(not _differ(left[1], right[1]) for left, right in pairs):
        return
    (i, left), (j, right) = pairs[0]
    features = {
        "name": float(left.name is not None),
        "mixed": float((left.name is None) != (right.name is None)),
        "loose": float(loose),
        "loose heard": float(loose and _is_heard(left, target.side)),
        "loose heard back": float(loose and _is_heard(right, source.side)),
        "heard": float(_is_heard(left, target.side)),
        "heard back": float(_is_heard(right, source.side)),
        "more": float(len(ours) > 1) + float(len(theirs) > 1),
        "long": float(sum(" " in side.value for side in (left, right))),
        "distance": (left.distance + right.distance) / 20,
    }
    yield QuoteMeasure(
        "speaker",
        "source",
        features,
        source.side.encoder,
        (Words(i, left.start, left.end, left.value, left.told),),
        (Words(j, right.start, right.end, right.value, right.told),),
    )


def _named(side: BeadSide) -> list[tuple[int, Speaker]]:
    """Who speaks in the bead, each once; where nobody is named there, who is in the sentence before or behind."""
    inside = [(i, speaker) for i in side.sentences for speaker in _speaking(side, i)]
    return inside or [(i, replace(one, distance=one.distance + AWAY)) for i, one in _named_beside(side)]


def _mentioned(side: BeadSide) -> list[tuple[int, Speaker]]:
    """Whoever is told of beside the quotes of a bead in which no verb tells who speaks."""
    return [
        (i, replace(one, distance=2 * AWAY))
        for i in side.sentences
        if (quoted := quotations_of(side.story, i))
        for one in roles_beside(side.story.sentences[i].text, side.language, quoted)
    ]


def _speaking(side: BeadSide, sentence: int) -> tuple[Speaker, ...]:
    text, names = side.story.sentences[sentence].text, side.story.facts[sentence].names
    return speakers(text, side.language, names, quotations_of(side.story, sentence))


def _named_beside(side: BeadSide) -> list[tuple[int, Speaker]]:
    """Who is told to speak by the sentence before or behind, if that has no quote of its own."""
    before, behind, words = side.before, side.behind, speech_of(side.language)
    if before is not None and not quotations_of(side.story, before):
        leads = side.story.sentences[before].text.rstrip().endswith(":")
        taken_up = any(words.pronoun.search(_unquoted(side, i)) for i in side.sentences)
        if (leads or taken_up) and (found := _speaking(side, before)):
            return [(before, one) for one in found]
    told_back = behind is not None and words.back.match(side.story.sentences[behind].text)
    if behind is not None and told_back and not quotations_of(side.story, behind):
        return [(behind, one) for one in _speaking(side, behind)]
    return []


def _unquoted(side: BeadSide, sentence: int) -> str:
    """A sentence without what stands in quotation marks."""
    text = side.story.sentences[sentence].text
    for at in reversed(quotations_of(side.story, sentence)):
        text = f"{text[: at.start]} {text[at.end :]}"
    return text


def _differ(left: Speaker, right: Speaker) -> bool:
    """Whether two speakers may be two people: names that sound different, or roles of which none may be the same."""
    if left.name and right.name:
        return not name_likeness(left.name, right.name)
    return bool(left.roles) and bool(right.roles) and not left.roles & right.roles


def _is_heard(speaker: Speaker, side: BeadSide) -> bool:
    """Whether the family name of a speaker, or a word for his role, is found on the other side."""
    if speaker.name is None:
        return any(speaker.roles & roles_in(text, side.language) for text in side.texts)
    family = replace(speaker.name, text=speaker.name.text.split()[-1])
    return heard_in(family, sorted(set().union(*(facts.sounds for facts in side.facts))), SAME_SOUND)


def _places(quotations: Sequence[tuple[int, Quotation]]) -> tuple[Words, ...]:
    lengths = [counted("{count} word", "{count} words", at.words) for _, at in quotations]
    return tuple(
        Words(i, at.start, at.end, str(length), length) for (i, at), length in zip(quotations, lengths, strict=True)
    )


def _contrast(one: BeadSide, other: BeadSide, measure: QuoteMeasure) -> Contrast:
    """What the reader is told; `one` is the side that has more."""
    mine, theirs = one.version, other.version
    severity: Severity = "minor"
    if measure.sort == "speaker":
        severity = "major"
        speaker, another = (words.told or words.value for (words,) in (measure.source, measure.target))
        message = Phrase(
            "{mine:capital} gives these words to “{one}”, {theirs} to “{other}”.",
            mine=mine,
            one=speaker,
            theirs=theirs,
            other=another,
        )
        reason = Phrase(
            "“{one}” stands beside the words of speech in {mine}, “{other}” in {theirs}.",
            one=speaker,
            mine=mine,
            other=another,
            theirs=theirs,
        )
    elif measure.sort == "words":
        severity = "major"
        message, reason = _told_of_words(one, other, measure)
    elif measure.sort == "shortened":
        message = Phrase("{mine:capital} quotes more of what was said than {theirs}.", mine=mine, theirs=theirs)
        terse, wordy = sorted((one, other), key=lambda side: speech_of(side.language).words)
        reason = Phrase(
            "About {more:.0f} words stand in quotation marks in {mine} and {fewer:.0f} in {theirs}, {terse:name} words "
            "counted as {wordy:name} ones.",
            more=measure.words[0],
            mine=mine,
            fewer=measure.words[1],
            theirs=theirs,
            terse=terse.version,
            wordy=wordy.version,
        )
    else:
        severity = "major"
        message = Phrase(
            "{mine:capital} quotes this word for word; {theirs} has no such quote.", mine=mine, theirs=theirs
        )
        reason = Phrase(
            "No words of several stand in quotation marks in the corresponding {theirs:name} sentence.", theirs=theirs
        )
    side: Side = "both" if measure.sort in ("speaker", "words") else measure.side
    return Contrast("quote", side, severity, measure.probability, measure.source, measure.target, message, reason)


def _told_of_words(source: BeadSide, target: BeadSide, measure: QuoteMeasure) -> tuple[Phrase, Phrase]:
    """Message and reason of words that only one of two quotations has."""
    reason = Phrase("Both versions have this in quotation marks; the words in them were compared one by one.")
    if measure.source and measure.target:
        message = Phrase(
            "The quotation has other words: “{one}” in {source}, “{other}” in {target}.",
            one=measure.source[0].value,
            source=source.version,
            other=measure.target[0].value,
            target=target.version,
        )
        return message, reason
    mine, theirs, words = (source, target, measure.source) if measure.source else (target, source, measure.target)
    message = Phrase(
        "The quotation says “{words}” in {mine} and nothing of it in {theirs}.",
        words=words[0].value,
        mine=mine.version,
        theirs=theirs.version,
    )
    return message, reason
