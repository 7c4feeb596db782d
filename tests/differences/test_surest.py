"""What several searches find of the same words."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.apart import Found
from translate.differences.bead_side import sides_of
from translate.differences.contrast import Contrast, Words
from translate.differences.finders import Search
from translate.differences.surest import surest_of
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()
STORIES = tuple(tell(document_of_sentences(["Вода.", "Вода."], "ru"), EMBEDDER) for _ in range(2))


def searched(*told: tuple[str, tuple[int, str], tuple[int, str], float]) -> list[Found]:
    """Conflicts of one search each: their kind, where and what each side gives, and how sure they are."""
    found: list[Found] = []
    for kind, *sides, confidence in told:
        bead = Bead((0,), (0,), 1.0, 1.0)
        search = Search(bead, *sides_of(*STORIES, bead), EMBEDDER, 0.0, 0.0)
        words = [(Words(0, start, start + 2, value),) for start, value in sides]
        found.append((0, search, Contrast(kind, "both", "major", confidence, *words, "", "")))  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        # The same words on both sides.
        ([("number", (0, "7"), (0, "6"), 0.6), ("number", (0, "7"), (0, "6"), 0.8)], [1]),
        ([("name", (0, "Oslo"), (0, "Bonn"), 0.9), ("name", (0, "Oslo"), (0, "Bonn"), 0.8)], [0]),
        # One value is held against two others: the surer stands.
        ([("number", (0, "7"), (0, "6"), 0.6), ("number", (0, "7"), (5, "9"), 0.8)], [1]),
        ([("date", (0, "May"), (0, "June"), 0.9), ("date", (5, "July"), (0, "June"), 0.8)], [0]),
        # Against the same value in a headline and in its sentence.
        ([("number", (0, "7"), (0, "6"), 0.6), ("number", (0, "7"), (5, "6"), 0.8)], [0, 1]),
        ([("name", (0, "Oslo"), (0, "Bonn"), 0.6), ("name", (0, "Oslo"), (5, "Rome"), 0.8)], [0, 1]),
        ([("number", (0, "7"), (0, "6"), 0.6), ("date", (0, "7"), (0, "6"), 0.8)], [0, 1]),
    ],
)
def test_each_is_told_by_the_surest(
    told: list[tuple[str, tuple[int, str], tuple[int, str], float]], kept: list[int]
) -> None:
    found = searched(*told)
    assert surest_of(found) == [found[k] for k in kept]


def test_what_one_search_tells_of_the_same_words_stands() -> None:
    """A date may differ in its day and in its month."""
    ((number, search, day),) = searched(("date", (0, "6 May"), (0, "7 June"), 0.9))
    found = [(number, search, day), (number, search, day)]
    assert surest_of(found) == found
