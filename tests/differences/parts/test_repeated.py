"""The same words missing in sentence after sentence."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.apart import Found
from translate.differences.bead_side import sides_of
from translate.differences.contrast import Contrast, Words
from translate.differences.finders import Search
from translate.differences.parts.repeated import repeated_once
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences
from translate.wording.phrase import Phrase

EMBEDDER = LetterEmbedder()
MESSAGE = Phrase("It is missing.")


def missing(*sentences: str) -> list[Found]:
    """The words in brackets of each sentence, missing in the other version."""
    plain = [sentence.replace("[", "").replace("]", "") for sentence in sentences]
    english = tell(document_of_sentences(plain, "en"), EMBEDDER)
    russian = tell(document_of_sentences(["Да."] * len(plain), "ru"), EMBEDDER)
    found: list[Found] = []
    for number, sentence in enumerate(sentences):
        bead = Bead((number,), (number,), 1.0, 1.0)
        search = Search(bead, *sides_of(english, russian, bead), EMBEDDER, 0.0, 0.0)
        words = Words(number, sentence.index("["), sentence.index("]") - 1, "")
        found.append((number, search, Contrast("partial", "source", "major", 0.5, (words,), (), MESSAGE, MESSAGE)))
    return found


def test_words_missing_in_a_list_are_told_once_with_how_often() -> None:
    found = missing("Oslo is cold [in winter].", "Bergen is wet [in winter].", "Bodø is dark [In winter].")
    ((number, _, told),) = repeated_once(found)
    assert number == 0
    assert told.message == "It is missing. These words are missing in 3 sentences."


@pytest.mark.parametrize(
    "sentences",
    [
        ("Oslo is cold [in winter].", "Bergen is wet [in winter]."),
        ("Oslo is cold [in winter].", "Bergen is wet [in autumn].", "Bodø is dark [in spring]."),
    ],
)
def test_others_stay(sentences: tuple[str, ...]) -> None:
    found = missing(*sentences)
    assert repeated_once(found) == found
