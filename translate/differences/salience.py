"""How much a difference weighs for a reader: points for what it says and where it stands."""

from collections.abc import Sequence

from translate.counterparts.relation import Relation, is_retelling
from translate.differences.difference import Kind, Severity
from translate.differences.kinds import KINDS
from translate.facts.mention import DateMention, Mention, NameMention, NameSort, NumberMention
from translate.facts.quotation import LONGEST, read_quotations
from translate.facts.speakers import speakers
from translate.languages.registry import have_table
from translate.story.story import Story
from translate.text.document import Document

_MAJOR = 2  # points
_SHORT = 40  # characters; a shorter lone sentence without facts weighs less, a longer part weighs more
_STORY = 5  # compared sentences; a shorter text is a passage and has no lead
_LEAD = 3  # sentences of the first paragraph; where all stands in one paragraph, the rest is no lead
_ALWAYS_MINOR: frozenset[Kind] = frozenset(("moved", "term"))  # both versions say it
_ACTORS: frozenset[NameSort] = frozenset(("person", "organisation", "other"))
QUOTED = 4  # words; what is shorter is a name, a title or a word held at a distance


def severity_of(
    kind: Kind,
    story: Story,
    sentence: int,
    length: int,
    mentions: Sequence[Mention],
    found: Severity = "major",
    relation: Relation | None = None,
) -> Severity:
    """Severity of a difference.

    A point each for standing in the headline or lead, where most readers stop, and for naming a figure, a date or a
    name, which is what they remember; a part of some length has one as well. A point less for a short lone sentence
    without any of these, and for what its finder holds for minor.

    Where two newsrooms tell of one event, dozens of sentences that only one of them has are no surprise. There such a
    sentence is major only if it stands in the headline or lead, says a figure or date of somebody, or quotes somebody
    by name.

    Args:
        kind: Of the difference.
        story: The version that has the content, or either of two that contradict each other.
        sentence: The compared sentence in which it begins.
        length: Of its words there, in characters.
        mentions: Values and names among these words, beside the one that the difference is about.
        found: What the finder says, which knows a shortened quote from a lost one.
        relation: Of the two stories; None where it is not known.
    """
    leading = in_lead(story.document, story.number[sentence])
    lone = KINDS[kind].family == "only"
    if lone and is_retelling(relation):
        weighty = leading or _figure_of_somebody(mentions) or _quotes_by_name(story, sentence)
        return "major" if weighty else "minor"
    points = KINDS[kind].points + leading + bool(mentions) - (found == "minor")
    if kind == "partial":
        points += length >= _SHORT
    elif lone and length < _SHORT and not mentions:
        points -= 1
    return "major" if points >= _MAJOR and kind not in _ALWAYS_MINOR else "minor"


def in_lead(document: Document, sentence: int) -> bool:
    """Whether a sentence stands in the headline or among the first of the paragraph that follows it."""
    places = [(i, document.sentences[i]) for i in document.compared]
    if document.sentences[sentence].role == "headline":
        return True
    body = [(i, place.paragraph) for i, place in places if place.role == "body"]
    lead = [i for i, paragraph in body[:_LEAD] if paragraph == body[0][1]]
    return len(places) >= _STORY and sentence in lead


def _figure_of_somebody(mentions: Sequence[Mention]) -> bool:
    """Whether a figure or a date stands together with the name of somebody who acts."""
    figures = any(isinstance(m, DateMention) or (isinstance(m, NumberMention) and not m.weak) for m in mentions)
    return figures and any(isinstance(m, NameMention) and m.sort in _ACTORS for m in mentions)


def _quotes_by_name(story: Story, sentence: int) -> bool:
    """Whether a sentence quotes some words of somebody who is named beside them."""
    language = story.document.language
    if not have_table("speech", language):
        return False
    first = max(0, sentence - LONGEST)
    texts = tuple(told.text for told in story.sentences[first : sentence + LONGEST + 1])
    quotations = read_quotations(texts)[sentence - first]
    if not any(quotation.words >= QUOTED for quotation in quotations):
        return False
    said_by = speakers(texts[sentence - first], language, story.facts[sentence].names, quotations)
    return any(speaker.name is not None for speaker in said_by)
