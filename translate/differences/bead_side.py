"""One side of a bead: what every finder is handed."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate.alignment.bead import Bead
from translate.facts.mention import Facts
from translate.story.story import Story
from translate.text.sides import SideName
from translate.wording.naming import Version


@dataclass(frozen=True, slots=True)
class BeadSide:
    """The sentences of one story that stand in a bead.

    Attributes:
        name: "source" or "target".
        story: The whole story.
        sentences: Its compared sentences in the bead, ascending; empty on the silent side of a one-sided bead.
    """

    name: SideName
    story: Story
    sentences: tuple[int, ...]

    @property
    def language(self) -> str:
        """Code of the story's language."""
        return self.story.document.language

    @property
    def encoder(self) -> str:
        """Name of the encoder whose fitted models judge the bead."""
        return self.story.vectors.encoder

    @property
    def version(self) -> Version:
        """What messages call the story."""
        return self.story.version

    @property
    def texts(self) -> tuple[str, ...]:
        """Its sentences in normal spelling."""
        return tuple(self.story.sentences[i].text for i in self.sentences)

    @property
    def length(self) -> int:
        """Characters of its sentences."""
        return sum(len(self.story.sentences[i].text) for i in self.sentences)

    @property
    def facts(self) -> tuple[Facts, ...]:
        """What its sentences state."""
        return tuple(self.story.facts[i] for i in self.sentences)

    @property
    def before(self) -> int | None:
        """The sentence before the bead; None at the beginning of the story."""
        return self.sentences[0] - 1 if self.sentences[0] else None

    @property
    def behind(self) -> int | None:
        """The sentence behind the bead; None at the end of the story."""
        return self.sentences[-1] + 1 if self.sentences[-1] + 1 < len(self.story.sentences) else None

    @property
    def near(self) -> tuple[Facts, ...]:
        """What the sentences before and behind the bead state."""
        return tuple(self.story.facts[k] for k in (self.before, self.behind) if k is not None)

    @property
    def around(self) -> tuple[Facts, ...]:
        """What the bead and its neighbours state, with all that stands between its sentences."""
        return self.story.facts[max(0, self.sentences[0] - 1) : self.sentences[-1] + 2]

    @property
    def beside(self) -> tuple[int, ...]:
        """All sentences that stand next to one of the bead."""
        steps = {i + step for i in self.sentences for step in (-1, 1)} - set(self.sentences)
        return tuple(sorted(i for i in steps if 0 <= i < len(self.story.sentences)))


def sides_of(source: Story, target: Story, bead: Bead) -> tuple[BeadSide, BeadSide]:
    """Both sides of a bead over the compared sentences of two stories, the source first."""
    return sides_between(source, target, bead.source, bead.target)


def sides_between(
    source: Story, target: Story, ours: Sequence[int], theirs: Sequence[int]
) -> tuple[BeadSide, BeadSide]:
    """The same for sentences that are known to correspond, each side ascending."""
    return BeadSide("source", source, tuple(ours)), BeadSide("target", target, tuple(theirs))
