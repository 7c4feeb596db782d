"""What both sides of a bead have, in words."""

import pytest

from translate.alignment.bead import Bead, Explanation
from translate.differences.conflicts.shared import in_words
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def story(language: str, *sentences: str) -> Story:
    return tell(document_of_sentences(sentences, language), LetterEmbedder())


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("Мишустин дал 5,2 млрд рублей.", "So 5.2 billion roubles from Mishustin.", ("5200000000 RUB", "mishustin")),
        ("Выборы прошли 6 сентября 2023 года.", "The vote was held on September 6.", ("--09-06",)),
        ("Вчера Владимир Путин выступил.", "On stage spoke Putin.", ("putin",)),
        ("Погибли 7 человек.", "As many as 9 people died.", ()),
    ],
)  # fmt: skip
def test_what_is_shared_is_named_as_far_as_both_sides_give_it(
    russian: str, english: str, expected: tuple[str, ...]
) -> None:
    source, target = story("ru", russian), story("en", english)
    keys = tuple(sorted(source.vectors.anchors[0] & target.vectors.anchors[0]))
    (bead,) = in_words([Bead((0,), (0,), 0.8, 0.9, explanation=Explanation(shared=keys))], source, target)
    assert bead.explanation is not None
    assert bead.explanation.shared == expected


def test_a_bead_without_explanation_stays_as_it_is() -> None:
    source, target = story("ru", "Погибли 7 человек."), story("en", "As many as 9 people died.")
    beads = Bead((0,), (0,), 0.8, 0.9), Bead((), (0,), 0.1, 0.9, explanation=Explanation())
    assert in_words(beads, source, target) == beads


@pytest.mark.parametrize(
    ("russian", "english", "expected", "words"),
    [
        ("Владимир Путин выступил, Путин рад.", "So Vladimir Putin spoke, Putin is glad.", ("vladimir putin",),
         ("Vladimir Putin",)),
        ("Выборы прошли 6 сентября.", "The vote was on September 6.", ("--09-06",), ("September 6",)),
        ("Путин дал 17 домов.", "So 17 houses Putin gave.", ("17", "putin"), ("17", "Putin")),
    ],
)  # fmt: skip
def test_each_thing_is_named_once_and_as_a_reader_would(
    russian: str, english: str, expected: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """A part of a name that is shared as a whole is not named beside it."""
    source, target = story("ru", russian), story("en", english)
    keys = tuple(sorted(source.vectors.anchors[0] & target.vectors.anchors[0]))
    (bead,) = in_words([Bead((0,), (0,), 0.8, 0.9, explanation=Explanation(shared=keys))], source, target)
    assert bead.explanation is not None
    assert (bead.explanation.shared, bead.explanation.shared_words) == (expected, words)
