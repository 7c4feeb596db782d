"""Text -> Document, and what is refused."""

import pytest

from translate.errors import EmptyText, HtmlInput, TextTooLong, TextTooShort
from translate.settings.limits import CHARACTERS
from translate.text.origin import FileText, Origin, Place, text_of_rows
from translate.text.reading import read_document, read_file_text, read_list


def test_headline_paragraphs_and_offsets_are_those_of_the_text_given():
    text = "\ufeffStorm hits ci\u00adty\r\n\r\nTwo people were hurt 😀. Trains\u00a0stopped.\r\n"
    document = read_document(text)
    assert document.text == text
    assert [document.sentence_text(i) for i in range(3)] == [
        "\ufeffStorm hits ci\u00adty",
        "Two people were hurt 😀.",
        "Trains\u00a0stopped.",
    ]
    assert [(sentence.paragraph, sentence.role) for sentence in document.sentences] == [
        (0, "headline"),
        (1, "body"),
        (1, "body"),
    ]


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("", EmptyText, "it is empty"),
        (" \r\n\u00a0", EmptyText, "it is empty"),
        ("😀 12", EmptyText, "4 characters hold no letters"),
        ("Путин", TextTooShort, "1 word"),
        ("<html><body><script>draw()</script></body></html>", HtmlInput, "shows no text by itself.*copy it and paste"),
        ("word " * (CHARACTERS // 5 + 1), TextTooLong, "Split it into parts"),
    ],
)
def test_what_is_no_story_is_refused_with_advice(text, error, message):
    with pytest.raises(error, match=message):
        read_document(text)


def test_a_text_that_mentions_tags_is_no_page_source():
    text = "The <b> tag makes letters bold, and <p> starts a paragraph, the author of the book writes." * 2
    assert read_document(text).language == "en"


def test_a_headline_alone_is_enough():
    assert len(read_document("Путин поручил").sentences) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Hel\x00lo world of news. It is here.",
        "\u200fHello dear world.\u200e \u202eIt is here.\u202c",
        "Hello \ud83d world of news. It is \udc00 broken.",
        "no stops at all " * 2000,
        "a" * 100_000 + " is a word",
        "Президент said that он уедет tomorrow из Москвы.",
        "...\n!!!\nHello world again\n***",
    ],
)
def test_odd_texts_keep_every_visible_character(text):
    document = read_document(text)
    covered = {place for sentence in document.sentences for place in range(sentence.start, sentence.end)}
    assert {i for i, character in enumerate(document.text) if not character.isspace()} <= covered
    document.text.encode("utf-8")  # a report must be able to write it


def test_a_given_language_is_not_questioned():
    assert read_document("Putin said so.", "ru").language == "ru"


def test_foreign_sentences_are_named():
    text = "The president has left for Omsk.\nПрезидент уехал в Омск и скоро вернётся домой.\nThe trip will be short."
    assert read_document(text).foreign == (1,)


def test_a_list_is_kept_as_given():
    document = read_list(["Follow us on Twitter.", "", "The president left for Omsk."])
    assert [document.sentence_text(i) for i in document.compared] == [
        "Follow us on Twitter.",
        "",
        "The president left for Omsk.",
    ]


@pytest.mark.parametrize("sentences", [[], ["", ""]])
def test_an_empty_list_is_refused(sentences):
    with pytest.raises(EmptyText):
        read_list(sentences)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("Четыре ли", None),
        ("Четыре", TextTooShort),
        ("Три и да", TextTooShort),  # six letters
        ("Абвгдежз", TextTooShort),  # one word
        ("Абвгдеж з", None),
        ("Абвгде ж", TextTooShort),
    ],
)
def test_eight_letters_in_two_words_are_a_text(text: str, error: type[Exception] | None) -> None:
    if error is None:
        assert read_document(text).text == text
    else:
        with pytest.raises(error):
            read_document(text)


def test_a_refusal_counts_what_there_is() -> None:
    with pytest.raises(TextTooShort) as refused:
        read_document("Три и да!")
    assert (refused.value.letters, refused.value.words) == (6, 3)
    with pytest.raises(EmptyText, match="2 characters hold no letters"):
        read_document("  12 ")


@pytest.mark.parametrize(("length", "refused"), [(0, False), (1, True)])
def test_a_text_may_have_so_many_characters(length: int, refused: bool) -> None:
    text = "Storm hits.".ljust(CHARACTERS + length)
    if refused:
        with pytest.raises(TextTooLong):
            read_document(text)
    else:
        assert len(read_document(text).sentences) == 1


def test_the_source_of_a_page_is_read_as_its_lines() -> None:
    document = read_document("<html><h1>Storm hits city</h1><p>Two people were hurt. Trains stopped.</p></html>")
    assert document.text == "Storm hits city\n\nTwo people were hurt. Trains stopped."
    assert [sentence.role for sentence in document.sentences] == ["headline", "body", "body"]


def test_a_page_may_be_longer_than_its_story() -> None:
    """What is too short is told of the lines, not of the source."""
    with pytest.raises(TextTooShort):
        read_document("<html><script>a = 'words enough for a text'</script><p>Storm</p></html>")


def test_a_list_tells_its_language_and_its_foreign_sentences() -> None:
    russian = "Президент уехал в Омск и скоро вернётся домой."
    sentences = ["The president left for Omsk today.", russian, "Nobody knows when he will come back to the town."]
    document = read_list(sentences)
    assert (document.language, document.foreign) == ("en", (1,))
    assert read_list(sentences, "de").language == "de"
    assert read_list(["a\ud800b c is a list"]).text == "a\ufffdb c is a list"


def test_foreign_sentences_keep_their_place_among_all() -> None:
    """Page furniture above them counts as well."""
    text = (
        "Share\nThe president left for Omsk.\nПрезидент уехал в Омск и скоро вернётся домой.\nThe trip will be short."
    )
    document = read_document(text)
    assert [sentence.role for sentence in document.sentences][:1] == ["boilerplate"]
    assert document.foreign == (2,)


def test_what_a_file_tells_stays_with_its_text() -> None:
    origin = Origin("story.pdf", places=(Place(0, "page", "1"),))
    document = read_file_text(FileText("Storm hits city. Two people were hurt.", origin))
    assert document.origin == origin
    assert [document.sentence_text(i) for i in range(2)] == ["Storm hits city.", "Two people were hurt."]
    assert read_file_text(FileText("Storm hits city today.", Origin("story.txt"))).origin is None


def test_sentences_of_a_file_are_kept_as_they_are() -> None:
    document = read_file_text(text_of_rows(["Storm hits", "", "the city. Trains stopped."], "list.csv", "en"))
    assert [document.sentence_text(i) for i in range(3)] == ["Storm hits", "", "the city. Trains stopped."]
    assert document.language == "en"
