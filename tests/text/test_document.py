"""A story as sentences with offsets into the text as given."""

from translate.text.document import Document, Sentence, document_of_sentences


def test_sentences_that_are_split_already_stand_one_a_line() -> None:
    document = document_of_sentences(["One 🙂.", "", "Three."], "en")
    assert document.text == "One 🙂.\n\nThree."
    assert [document.sentence_text(i) for i in range(3)] == ["One 🙂.", "", "Three."]
    assert [sentence.paragraph for sentence in document.sentences] == [0, 1, 2]
    assert {sentence.role for sentence in document.sentences} == {"body"}


def test_page_furniture_takes_no_part_in_the_comparison() -> None:
    roles = ("boilerplate", "headline", "body", "boilerplate")
    sentences = tuple(Sentence(i, i + 1, i, role) for i, role in enumerate(roles))
    assert Document("en", "abcd", sentences).compared == (1, 2)
