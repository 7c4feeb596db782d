"""Direct speech in two corresponding passages: lost quotation marks, shortened quotes, and another speaker.

What is quoted are passages of several words beside a verb of speech or behind a colon; names of companies and works,
and single words in quotation marks are no direct speech. Quotes often move to the sentence before or behind, or are
opened in one sentence and closed in the next: the sentences around the bead are read as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from translate.alignment.bead import Bead
from translate.differences.contrast import Contrast, Words
from translate.differences.matching import SAME_SOUND, heard_in, name_likeness
from translate.differences.quotation import LONGEST, Quotation, count_words, read_quotations
from translate.differences.speakers import Speaker, speakers, verbs_of_speech
from translate.differences.story import Story
from translate.text.document import LANGUAGE_NAMES

SHORTEST = 5  # words of direct speech; shorter passages are names, titles and words held at a distance
RUSSIAN_WORDS = 0.8  # for one English word, in parallel news
KEPT = 0.5  # share of a quote's words below which it is shortened
LONG = 12  # words of a quote that can be shortened
RETOLD = 0.75  # share of the words of a bead that stay where a quote is retold; below it they are missing
MOVED = 1.5  # times the quoted words of a neighbour above which part of a quote has moved there
MOSTLY = 0.7  # share of a sentence in quotation marks that is said by somebody named elsewhere

# Marks of any kind; "... : President Kovind" at the end of a headline.
_ANY_MARK = re.compile("[«»“”„\"]|(?<!\\w)['‘]\\w|\\w[.,!?]['’]|''|``|: [A-ZА-ЯЁ]\\w+(?: [A-ZА-ЯЁ]\\w+){,3}$")


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a bead.

    Attributes:
        quoted: Its quotations, each with the number of its sentence.
        before, behind: Words in quotation marks in the sentences around.
        words: Words in all of it.
    """

    name: Literal["source", "target"]
    story: Story
    sentences: tuple[int, ...]
    quoted: tuple[tuple[int, Quotation], ...]
    before: int
    behind: int
    words: float

    @property
    def language(self) -> str:
        return self.story.document.language

    @property
    def version(self) -> str:
        return f"the {LANGUAGE_NAMES[self.language]} version"

    @property
    def quoted_words(self) -> float:
        """Words in quotation marks, counted as English ones."""
        return _english_words(sum(quotation.words for _, quotation in self.quoted), self.language)

    def texts(self) -> Iterator[str]:
        return (self.story.sentences[i].text for i in self.sentences)


def find_quotes(source: Story, target: Story, bead: Bead) -> tuple[Contrast, ...]:
    """Differences in the direct speech of a two-sided bead, at most one.

    Args:
        source, target: The two stories, one Russian and one English; nothing is found in other languages.
        bead: Sentences of both that correspond.
    """
    if {source.document.language, target.document.language} != set(LANGUAGE_NAMES):
        return ()
    sides = _side("source", source, bead.source), _side("target", target, bead.target)
    if not any(side.quoted for side in sides):
        return ()
    found: list[Contrast] = []
    for one, other in (sides, sides[::-1]):
        found += _unmarked(one, other)
        found += _shortened(one, other)
    return tuple(found[:1] or _attributed_otherwise(*sides))


def _side(name: Literal["source", "target"], story: Story, sentences: tuple[int, ...]) -> _Side:
    language = story.document.language
    words = sum(count_words(story.sentences[i].text) for i in sentences)
    return _Side(
        name,
        story,
        sentences,
        tuple((i, quotation) for i in sentences for quotation in _quotations(story, i)),
        sum(quotation.words for quotation in _quotations(story, sentences[0] - 1)),
        sum(quotation.words for quotation in _quotations(story, sentences[-1] + 1)),
        _english_words(words, language),
    )


def _quotations(story: Story, sentence: int) -> tuple[Quotation, ...]:
    """Quotations of one sentence, as far as the sentences around it tell."""
    if not 0 <= sentence < len(story.sentences):
        return ()
    first = max(0, sentence - LONGEST)
    texts = tuple(story.sentences[i].text for i in range(first, min(len(story.sentences), sentence + LONGEST + 1)))
    return read_quotations(texts)[sentence - first]


def _english_words(words: int, language: str) -> float:
    return words / RUSSIAN_WORDS if language == "ru" else words


def _speech(side: _Side) -> list[tuple[int, Quotation]]:
    """Direct speech that begins in the bead."""
    return [
        (i, quotation)
        for i, quotation in side.quoted
        if quotation.opens
        and _english_words(quotation.words, side.language) >= SHORTEST
        and _is_said(side.story.sentences[i].text, side.language, quotation)
    ]


def _is_said(text: str, language: str, quotation: Quotation) -> bool:
    """Whether a passage in quotation marks is what somebody says: a title or a slogan need not be."""
    inside = text[quotation.start : quotation.end]
    words = [word for word in re.findall(r"[^\W\d_]+", inside) if len(word) > 3]
    if sum(word[0].isupper() for word in words) > len(words) / 2:
        return False  # a title in title case
    beside = verbs_of_speech(text[: quotation.start], language) or verbs_of_speech(text[quotation.end :], language)
    colon = text[: quotation.start].rstrip().endswith(":")
    if quotation.dash:
        return bool(beside)
    return bool(beside) or colon or ((quotation.closed or quotation.goes_on) and len(inside) > MOSTLY * len(text))


def _unmarked(one: _Side, other: _Side) -> Iterator[Contrast]:
    """Direct speech of which the other side has nothing in quotation marks."""
    speech = _speech(one)
    if not speech or other.quoted or any(_ANY_MARK.search(text) for text in other.texts()):
        return
    if (other.before and not one.before) or (other.behind and not one.behind):
        return  # moved, or opened earlier and closed later
    retold = other.words >= RETOLD * one.words
    message = f"{_capital(one.version)} quotes this word for word; {other.version} has "
    message += "the words without quotation marks." if retold else "no such quote."
    reason = "There are no quotation marks in the corresponding sentence and none more in those beside it."
    yield _contrast(one, other, speech, message, reason, "minor" if retold else "major", 0.8)


def _shortened(one: _Side, other: _Side) -> Iterator[Contrast]:
    """Direct speech of which the other side has less than half in quotation marks."""
    speech = _speech(one)
    said = _english_words(sum(quotation.words for _, quotation in speech), one.language)
    if said < LONG or not other.quoted or other.quoted_words >= KEPT * said:
        return
    if other.before > MOVED * one.before + SHORTEST or other.behind > MOVED * one.behind + SHORTEST:
        return
    if any(quotation.dash or not quotation.closed for _, quotation in (*one.quoted, *other.quoted)):
        return  # where it ends is not sure
    message = f"{_capital(one.version)} quotes more of what was said than {other.version}."
    reason = (
        f"About {said:.0f} words stand in quotation marks in {one.version} and {other.quoted_words:.0f} in "
        f"{other.version}, Russian words counted as English ones."
    )
    yield _contrast(one, other, speech, message, reason, "minor", 0.7)


def _attributed_otherwise(source: _Side, target: _Side) -> Iterator[Contrast]:
    """A quote with another speaker on either side."""
    if not all(_speech(side) for side in (source, target)):
        return
    ours, theirs = _named(source), _named(target)
    if len(ours) != 1 or len(theirs) != 1:
        return
    ((i, left),), ((j, right),) = ours, theirs
    if not _differ(left, right, source, target):
        return
    yield Contrast(
        kind="quote",
        side="both",
        severity="major",
        confidence=0.7,
        source=(Words(i, left.start, left.end, left.value),),
        target=(Words(j, right.start, right.end, right.value),),
        message=f"{_capital(source.version)} gives these words to another speaker than {target.version}.",
        reason=f"Beside the verb of speech stands {left.value} in {source.version}, {right.value} in {target.version}.",
    )


def _named(side: _Side) -> list[tuple[int, Speaker]]:
    """Who speaks in the bead, each once."""
    return [
        (i, speaker)
        for i in side.sentences
        for speaker in speakers(
            side.story.sentences[i].text, side.language, side.story.facts[i].names, _quotations(side.story, i)
        )
    ]


def _differ(left: Speaker, right: Speaker, source: _Side, target: _Side) -> bool:
    """Whether two speakers are two people: both names, or both roles, of which neither is found on the other side."""
    if left.name is None or right.name is None:
        return left.name is None and right.name is None and left.value != right.value
    if name_likeness(left.name, right.name):
        return False
    ours, theirs = (replace(name, text=name.text.split()[-1]) for name in (left.name, right.name))  # family names
    return not (heard_in(ours, _sounds(target), SAME_SOUND) or heard_in(theirs, _sounds(source), SAME_SOUND))


def _sounds(side: _Side) -> list[str]:
    """Consonants of the words with a capital letter in a bead."""
    return sorted(set().union(*(side.story.facts[i].sounds for i in side.sentences)))


def _contrast(
    one: _Side,
    other: _Side,
    speech: Sequence[tuple[int, Quotation]],
    message: str,
    reason: str,
    severity: Literal["major", "minor"],
    confidence: float,
) -> Contrast:
    def words(side: _Side, quotations: Sequence[tuple[int, Quotation]]) -> tuple[Words, ...]:
        return tuple(Words(i, at.start, at.end, f"{at.words} words") for i, at in quotations)

    pair = {one.name: words(one, speech), other.name: words(other, other.quoted)}
    return Contrast("quote", one.name, severity, confidence, pair["source"], pair["target"], message, reason)


def _capital(version: str) -> str:
    return version[0].upper() + version[1:]
