"""How much a difference weighs for a reader: points for what it says and where it stands."""

from collections.abc import Sequence

from translate.differences.difference import Kind, Severity
from translate.differences.kinds import KINDS
from translate.facts.mention import Mention
from translate.story.story import Story

_MAJOR = 2  # points
_SHORT = 40  # characters; a shorter lone sentence without facts weighs less, a longer part weighs more
_STORY = 5  # compared sentences; a shorter text is a passage and has no lead
_LEAD = 3  # sentences of the first paragraph; where all stands in one paragraph, the rest is no lead


def severity_of(
    kind: Kind, story: Story, sentence: int, length: int, mentions: Sequence[Mention], found: Severity = "major"
) -> Severity:
    """Severity of a difference.

    A point each for standing in the headline or lead, where most readers stop, and for naming a figure, a date or a
    name, which is what they remember; a part of some length has one as well. A point less for a short lone sentence
    without any of these, and for what its finder holds for minor.

    Args:
        kind: Of the difference.
        story: The version that has the content, or either of two that contradict each other.
        sentence: The compared sentence in which it begins.
        length: Of its words there, in characters.
        mentions: Values and names among these words, beside the one that the difference is about.
        found: What the finder says, which knows a shortened quote from a lost one.
    """
    points = KINDS[kind].points + in_lead(story, sentence) + bool(mentions) - (found == "minor")
    if kind == "partial":
        points += length >= _SHORT
    elif kind in ("omission", "addition") and length < _SHORT and not mentions:
        points -= 1
    return "major" if points >= _MAJOR and kind != "moved" else "minor"


def in_lead(story: Story, sentence: int) -> bool:
    """Whether a compared sentence stands in the headline or among the first of the paragraph that follows it."""
    places = [story.document.sentences[i] for i in story.number]
    if places[sentence].role == "headline":
        return True
    body = [number for number, place in enumerate(places) if place.role == "body"]
    lead = [number for number in body[:_LEAD] if places[number].paragraph == places[body[0]].paragraph]
    return len(places) >= _STORY and sentence in lead
