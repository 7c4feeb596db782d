"""What was judged over the compared sentences, told over the sentences of the documents."""

from translate.counterparts.judgement import Judgement, counterparts_of
from translate.counterparts.told import Counterpart, Told, ToldSides
from translate.story.story import Story


def numbered_counterparts(judged: Judgement, source: Story, target: Story) -> tuple[Counterpart, ...]:
    """The counterparts, in reading order of the source."""
    return tuple(
        Counterpart(
            tuple(source.number[i] for i in found.source),
            tuple(target.number[j] for j in found.target),
            found.strength,
            found.probability,
        )
        for found in counterparts_of(judged)
    )


def numbered_told(judged: Judgement, source: Story, target: Story) -> ToldSides:
    """The verdicts, None for a line that is not compared."""
    return ToldSides(*(_spread(told, story) for told, story in zip(judged.told, (source, target), strict=True)))


def _spread(told: tuple[Told, ...], story: Story) -> tuple[Told | None, ...]:
    place = {sentence: k for k, sentence in enumerate(story.number)}
    return tuple(
        told[place[sentence]] if sentence in place else None for sentence in range(len(story.document.sentences))
    )
