"""The conflict of two names by their words."""

from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.conflicts.named_apart import is_inside, mention_of, named_apart, tabled
from translate.differences.conflicts.strange_names import Stretch, Word
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences
from translate.wording.phrase import Phrase


def sides(russian: str, english: str) -> tuple[BeadSide, BeadSide]:
    stories = (
        tell(document_of_sentences([text], code), LetterEmbedder()) for text, code in ((russian, "ru"), (english, "en"))
    )
    return sides_of(*stories, Bead((0,), (0,), 0.8, 0.9))


def stretch(side: BeadSide, *words: str) -> Stretch:
    text = side.texts[0]
    starts = [text.index(word) for word in words]
    return tuple(
        Word(word, side.language, 0, start, start + len(word), False) for word, start in zip(words, starts, strict=True)
    )


def test_a_name_is_told_in_latin_letters_and_keeps_its_capitals() -> None:
    russian, english = sides("Пришла Анна Орлова.", "It was Anna Belova.")
    assert mention_of(stretch(russian, "Анна", "Орлова"), russian).value == "Anna Orlova"  # with a woman's first name
    assert mention_of(stretch(english, "Anna", "Belova"), english).value == "Anna Belova"


def test_a_name_of_a_table_is_told_as_the_table_calls_it() -> None:
    russian, _ = sides("Он приехал из Франции.", "He came from Spain.")
    words = stretch(russian, "Франции")
    known = tabled(words, russian)
    assert known is not None
    assert is_inside(known, words)
    assert mention_of(words, russian).value == "France"


def test_the_sides_of_a_conflict_are_those_of_source_and_target() -> None:
    russian, english = sides("Пришла Анна Орлова.", "It was Anna Belova.")
    words = stretch(russian, "Орлова"), stretch(english, "Belova")
    for swapped in (False, True):
        found = named_apart(words[0], russian, words[1], english, 0.7, Phrase("They differ."), swapped=swapped)
        told = [sides_words[0][1].text for sides_words in (found.source, found.target)]
        assert told == (["Belova", "Орлова"] if swapped else ["Орлова", "Belova"])
        assert (found.kind, found.confidence) == ("name", 0.7)
