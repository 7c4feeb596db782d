"""One side of a bead: its own sentences and those around them."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

STORY = tell(document_of_sentences([f"There are {number}." for number in range(10, 16)], "en"), LetterEmbedder())


def numbers(facts) -> list[str]:  # type: ignore[no-untyped-def]
    return [mention.text for fact in facts for mention in fact.numbers]


@pytest.mark.parametrize(
    ("sentences", "before", "behind", "near", "around", "beside"),
    [
        ((0,), None, 1, ["11"], ["10", "11"], (1,)),
        ((2,), 1, 3, ["11", "13"], ["11", "12", "13"], (1, 3)),
        ((5,), 4, None, ["14"], ["14", "15"], (4,)),
        ((1, 2), 0, 3, ["10", "13"], ["10", "11", "12", "13"], (0, 3)),
        ((1, 4), 0, 5, ["10", "15"], ["10", "11", "12", "13", "14", "15"], (0, 2, 3, 5)),  # two halves apart
        ((0, 5), None, None, [], ["10", "11", "12", "13", "14", "15"], (1, 4)),
    ],
)
def test_a_side_knows_its_neighbours(  # type: ignore[no-untyped-def]
    sentences, before, behind, near, around, beside
) -> None:
    side, _ = sides_of(STORY, STORY, Bead(sentences, (0,), 1.0, 1.0))
    assert (side.before, side.behind, side.beside) == (before, behind, beside)
    assert (numbers(side.near), numbers(side.around)) == (near, around)
    assert numbers(side.facts) == [str(10 + i) for i in sentences]


def test_a_side_has_a_name_a_language_and_a_length() -> None:
    source, target = sides_of(STORY, STORY, Bead((0, 1), (2,), 1.0, 1.0))
    assert (source.name, target.name, source.language) == ("source", "target", "en")
    assert (source.texts, source.length) == (("There are 10.", "There are 11."), 26)
