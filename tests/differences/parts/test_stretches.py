"""The stretches of a sentence that the other side may lack; what is covered is given here."""

import pytest

from translate.differences.bead_side import BeadSide
from translate.differences.parts.stretches import LARGEST_SHARE, Stretch, suspicious_stretches
from translate.differences.parts.word_cover import WordCover, mean_of, tokens
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def found(text: str, *lone: str) -> list[tuple[str, str]]:
    """Kind and words of each stretch, where these words have no counterpart and all others have."""
    story = tell(document_of_sentences([text], "en"), LetterEmbedder())
    covers = [
        WordCover(0, token.start, token.end, 0.0 if token.text in lone else 0.9, 0.0, 0.0, "")
        for token in tokens(story, 0)
        if token.content
    ]
    stretches = suspicious_stretches(BeadSide("source", story, (0,)), covers)
    return [(at.kind, text[at.start : at.end]) for at in stretches]


def test_a_clause_a_run_and_a_tail_are_tried() -> None:
    stretches = found("The river rose quickly, while people slept in houses.", "people", "slept", "houses")
    assert stretches[0] == ("clause", "while people slept in houses.")
    assert ("tail", "in houses.") in stretches
    assert found("The river quickly rose above the banks yesterday.", "quickly", "rose")[0] == ("run", "quickly rose")


def test_small_words_before_a_run_belong_to_it() -> None:
    assert ("run", "in the houses") in found("People slept well in the houses yesterday evening.", "houses")


def test_a_stretch_that_is_nearly_all_of_its_side_is_no_part() -> None:
    text = "Quick brown foxes jumped."
    assert found(text, "quick", "brown", "foxes", "jumped") == []
    longest = max(
        len(words) for _, words in found("Quick brown foxes jumped over lazy dogs.", "quick", "brown", "foxes")
    )
    assert longest <= LARGEST_SHARE * len("Quick brown foxes jumped over lazy dogs.")


def test_few_stretches_are_tried_and_none_is_much_like_another() -> None:
    text = "One came home, two left town, three slept well, four ate bread, five drank wine, six sang songs."
    story = tell(document_of_sentences([text], "en"), LetterEmbedder())
    covers = [WordCover(0, at.start, at.end, 0.1, 0.0, 0.0, "") for at in tokens(story, 0) if at.content]
    stretches = suspicious_stretches(BeadSide("source", story, (0,)), covers)
    assert len(stretches) == 6
    assert all(a.common_share(b) <= 0.7 for a in stretches for b in stretches if a is not b)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ((0, 10), (0, 10), 1),
        ((0, 10), (5, 15), 1 / 3),
        ((0, 10), (10, 20), 0),
        ((0, 10), (12, 20), 0),
        ((0, 10), (2, 4), 0.2),
    ],
)
def test_the_share_that_two_stretches_have(one: tuple[int, int], other: tuple[int, int], share: float) -> None:
    first, second, elsewhere = (Stretch(at, *place, "run", ()) for at, place in ((0, one), (0, other), (1, other)))
    assert first.common_share(second) == second.common_share(first) == pytest.approx(share)
    assert first.common_share(elsewhere) == 0.0


def test_cover_and_mass_weigh_words_by_their_letters() -> None:
    long, short = WordCover(0, 0, 9, 0.1, 0.0, 0.0, ""), WordCover(0, 10, 13, 0.5, 0.0, 0.0, "")
    stretch = Stretch(0, 0, 13, "run", (long, short))
    assert stretch.cover == pytest.approx((9 * 0.1 + 3 * 0.5) / 12)
    assert stretch.lone_mass == pytest.approx(9 * 0.2 - 3 * 0.2)
    assert mean_of([], []) == 1.0
