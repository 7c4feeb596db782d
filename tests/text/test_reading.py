"""Text -> Document, and what is refused."""

import pytest

from translate.errors import EmptyText, HtmlInput, TextTooLong, TextTooShort
from translate.text.reading import MAX_CHARACTERS, read_document, read_list


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
        ("<html><body><p>Some words of a story</p></body></html>", HtmlInput, "copy it and paste"),
        ("word " * (MAX_CHARACTERS // 5 + 1), TextTooLong, "Split it into parts"),
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
