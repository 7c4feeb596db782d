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
from functools import cache
from typing import Literal

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.judgement import judged, likeliest
from translate.differences.difference import Severity, Side
from translate.facts.matching import SAME_SOUND, heard_in, name_likeness
from translate.facts.quotation import LONGEST, Quotation, count_words, read_quotations
from translate.facts.speakers import Speaker, roles_in, speakers, verbs_of_speech
from translate.languages.capitals import CAPITAL
from translate.languages.registry import have_table, is_second, language_of
from translate.story.story import Story
from translate.text.sides import SideName, in_order
from translate.wording.phrase import Phrase, counted

Sort = Literal["unmarked", "shortened", "speaker"]

BALANCED = 0.59  # 0.1 flags per 100 untouched sentence pairs
SHORTEST = 4  # words of direct speech; shorter passages are names, titles and words held at a distance
KEPT = 0.8  # share of a quote's words below which it may be shortened
RETOLD = 0.75  # share of the words of a bead that stay where a quote is retold; below it they are missing
SPOKEN = 2  # words in marks that are enough where a speaker stands beside them
AWAY = 8  # characters that a speaker in the sentence before or behind counts as further off
MOVED = 1.5  # times the quoted words of a neighbour above which part of a quote has moved there
MOST = 3  # what counts of a number of things

# Marks of any kind; "... : President Kovind" at the end of a headline.
_ANY_MARK = re.compile(f"[«»“”„\"]|(?<!\\w)['‘]\\w|\\w[.,!?]['’]|''|``|: {CAPITAL}\\w+(?: {CAPITAL}\\w+){{,3}}$")
_LETTERS = re.compile(r"[^\W\d_]+")
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class _Speech:
    """What one language says in and beside quotes, from its speech.toml; what that does not tell matches nothing.

    Attributes:
        words: How many it has for one word of English.
        first_person: Words by which somebody speaks of himself.
        that: What stands before words that are told and not quoted.
        pronoun: What stands for a speaker who is named in the sentence before.
        back: How a sentence begins that tells who said what stands before it.
        titled: What stands before the title of something.
    """

    words: float
    first_person: re.Pattern[str]
    that: re.Pattern[str]
    pronoun: re.Pattern[str]
    back: re.Pattern[str]
    titled: re.Pattern[str]


@cache
def _speech_of(language: str) -> _Speech:
    table = language_of(language).table("speech")
    return _Speech(
        table.get("words", 1.0),
        re.compile(rf"\b(?:{table.get('first_person', _NOTHING)})\b", re.IGNORECASE),
        re.compile(table.get("that", _NOTHING)),
        re.compile(rf"\b(?:{table.get('pronoun', _NOTHING)})\b", re.IGNORECASE),
        re.compile(rf"\W*(?:{table.get('back', _NOTHING)})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{table.get('titled', _NOTHING)})[\s,:]*$", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class QuoteMeasure:
    """What may be a difference in direct speech, before judgement.

    Attributes:
        sort: "unmarked" where the other side has nothing in quotation marks, "shortened" where it has less, "speaker".
        side: The side that has more; "source" for a speaker.
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
    def probability(self) -> float:
        """That a careful reader would call it a contrast."""
        return judged(self.sort, self.features, self.encoder)


@dataclass(frozen=True, slots=True)
class _Quoted:
    """What one side of a bead quotes.

    Attributes:
        side: The side.
        quoted: Its quotations, each with the number of its sentence.
        before, behind: Words in quotation marks in the sentences around.
        words: Words in all of it, counted as English ones.
    """

    side: BeadSide
    quoted: tuple[tuple[int, Quotation], ...]
    before: int
    behind: int
    words: float

    @property
    def quoted_words(self) -> float:
        """Words in quotation marks, counted as English ones."""
        return _english_words(sum(quotation.words for _, quotation in self.quoted), self.side.language)


def find_quotes(source: BeadSide, target: BeadSide, *, least: float = BALANCED) -> tuple[Contrast, ...]:
    """Differences in the direct speech of a two-sided bead, at most one: the likeliest.

    Args:
        source, target: The two sides; nothing is found where one of the languages has no speech.toml.
        least: Probability in [0, 1] below which nothing is told.
    """
    measure = likeliest(quote_measures(source, target), least)
    return () if measure is None else (_contrast(*in_order(measure.side, source, target), measure),)


def quote_measures(source: BeadSide, target: BeadSide) -> list[QuoteMeasure]:
    """All that may be a difference in direct speech, with its features."""
    if not have_table("speech", source.language, target.language):
        return []
    sides = _quoted(source), _quoted(target)
    if not any(side.quoted for side in sides):
        return []
    fewer = [measure for one, other in (sides, sides[::-1]) for measure in _fewer(one, other)]
    return [*fewer, *_other_speakers(*sides)]


def _quoted(side: BeadSide) -> _Quoted:
    return _Quoted(
        side,
        tuple((i, quotation) for i in side.sentences for quotation in _quotations(side.story, i)),
        sum(quotation.words for quotation in _quotations(side.story, side.before)),
        sum(quotation.words for quotation in _quotations(side.story, side.behind)),
        _english_words(sum(map(count_words, side.texts)), side.language),
    )


def _quotations(story: Story, sentence: int | None) -> tuple[Quotation, ...]:
    """Quotations of one sentence, as far as the sentences around it tell; none of a sentence that is not there."""
    if sentence is None:
        return ()
    first = max(0, sentence - LONGEST)
    texts = tuple(story.sentences[i].text for i in range(first, min(len(story.sentences), sentence + LONGEST + 1)))
    return read_quotations(texts)[sentence - first]


def _english_words(words: int, language: str) -> float:
    return words / _speech_of(language).words


def _speech(side: _Quoted, shortest: float = SHORTEST) -> list[tuple[int, Quotation]]:
    """Quotations of some words that begin in the bead and are no titles."""
    titled = _speech_of(side.side.language).titled
    return [
        (i, quotation)
        for i, quotation in side.quoted
        if quotation.opens
        and _english_words(quotation.words, side.side.language) >= shortest
        and not titled.search(side.side.story.sentences[i].text[: quotation.start])
    ]


def _fewer(one: _Quoted, other: _Quoted) -> Iterator[QuoteMeasure]:
    """Direct speech of which the other side has less in quotation marks, or nothing."""
    speech = _speech(one)
    said = _english_words(sum(quotation.words for _, quotation in speech), one.side.language)
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
        "that": float(any(_speech_of(other.side.language).that.search(text) for text in other.side.texts)),
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
        "I": float(_speech_of(side.language).first_person.search(inside) is not None),
        "comma": float(bool(re.search("[.,!?]\\W{0,2}$", inside)) or behind.startswith((",", "."))),
    }


def _other_speakers(source: _Quoted, target: _Quoted) -> Iterator[QuoteMeasure]:
    """The first speaker on either side, if they may be two people."""
    if not any(_speech(side, SPOKEN) for side in (source, target)):
        return
    ours, theirs = _named(source.side), _named(target.side)
    if not ours or not theirs:
        return
    pairs = [(left, right) for left in ours for right in theirs]
    if any(not _differ(left[1], right[1]) for left, right in pairs):
        return
    (i, left), (j, right) = pairs[0]
    features = {
        "name": float(left.name is not None),
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


def _speaking(side: BeadSide, sentence: int) -> tuple[Speaker, ...]:
    text, names = side.story.sentences[sentence].text, side.story.facts[sentence].names
    return speakers(text, side.language, names, _quotations(side.story, sentence))


def _named_beside(side: BeadSide) -> list[tuple[int, Speaker]]:
    """Who is told to speak by the sentence before or behind, if that has no quote of its own."""
    before, behind, words = side.before, side.behind, _speech_of(side.language)
    if before is not None and not _quotations(side.story, before):
        leads = side.story.sentences[before].text.rstrip().endswith(":")
        taken_up = any(words.pronoun.search(_unquoted(side, i)) for i in side.sentences)
        if (leads or taken_up) and (found := _speaking(side, before)):
            return [(before, one) for one in found]
    told_back = behind is not None and words.back.match(side.story.sentences[behind].text)
    if behind is not None and told_back and not _quotations(side.story, behind):
        return [(behind, one) for one in _speaking(side, behind)]
    return []


def _unquoted(side: BeadSide, sentence: int) -> str:
    """A sentence without what stands in quotation marks."""
    text = side.story.sentences[sentence].text
    for at in reversed(_quotations(side.story, sentence)):
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
    elif measure.sort == "shortened":
        message = Phrase("{mine:capital} quotes more of what was said than {theirs}.", mine=mine, theirs=theirs)
        terse, wordy = sorted((one, other), key=lambda side: _speech_of(side.language).words)
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
    side: Side = "both" if measure.sort == "speaker" else measure.side
    return Contrast("quote", side, severity, measure.probability, measure.source, measure.target, message, reason)
