"""Where and when a story was written: what stands in front of its headline and of its first paragraph."""

from itertools import groupby

from translate.facts.dateline import is_date_line, opening_length
from translate.facts.publication import FIRST_LINES
from translate.story.story import Story


def openings(story: Story) -> tuple[int, ...]:
    """For each compared sentence the characters of it that belong to a dateline: all of them if it is nothing else.

    Datelines are written with full stops as well ("SAMARA, May 3. /Agency/."), so that whole sentences are one; and the
    day may have a line of its own above the story.
    """
    lengths = [
        len(sentence.text) if place < FIRST_LINES and is_date_line(sentence.text, story.document.language) else 0
        for place, sentence in enumerate(story.sentences)
    ]
    roles = set[str]()
    places = range(len(story.sentences))
    for _, members in groupby(places, key=lambda place: story.sentence(place).paragraph):
        paragraph = list(members)
        role = story.sentence(paragraph[0]).role
        if role not in roles:
            roles.add(role)
            left = opening_length(story.text(paragraph), story.document.language)
            for place in paragraph:
                lengths[place] = max(lengths[place], min(left, len(story.sentences[place].text)))
                left -= len(story.sentences[place].text) + 1
    return tuple(lengths)
