"""What a difference weighs, by what it says and where it stands."""

import pytest

from translate.counterparts.relation import Relation
from translate.differences.salience import in_lead, severity_of
from translate.facts.mention import Mention, NumberMention
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import Document, Sentence

EMBEDDER = LetterEmbedder()
NUMBER = (NumberMention("number", 0, 1, "7", "7", (7.0,)),)
NOTHING: tuple[Mention, ...] = ()


def story(*paragraphs: tuple[str, ...], headline: bool = True) -> Story:
    """A story of paragraphs of sentences; the first is the headline if it has one."""
    text, sentences = "", []
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            role = "headline" if headline and number == 0 else "body"
            sentences.append(Sentence(len(text), len(text) + len(sentence), number, role))
            text += sentence + "\n"
    return tell(Document("en", text, tuple(sentences)), EMBEDDER)


NEWS = story(("aaaa",), ("bbbb.", "cccc.", "dddd.", "eeee."), ("ffff.", "gggg."))


@pytest.mark.parametrize(("sentence", "expected"), [(0, True), (1, True), (3, True), (4, False), (5, False)])
def test_the_lead_is_the_headline_and_what_follows_it(sentence: int, expected: bool) -> None:
    assert in_lead(NEWS.document, sentence) is expected


def test_a_passage_has_no_lead() -> None:
    assert not in_lead(story(("aaaa.",), ("bbbb.",), headline=False).document, 0)


@pytest.mark.parametrize(
    ("paragraphs", "headline", "lead"),
    [
        ((("aaaa.", "bbbb."), ("cccc.", "dddd."), ("eeee.",)), False, [0, 1]),  # the first paragraph
        ((("aaaa.", "bbbb."), ("cccc.", "dddd.")), False, []),  # four sentences are a passage
        ((("aaaa.", "bbbb.", "cccc.", "dddd.", "eeee."),), False, [0, 1, 2]),
        ((("aaaa",), ("bbbb.", "cccc."), ("dddd.",)), True, [0]),  # a headline counts in a passage as well
        ((("aaaa",), ("bbbb.", "cccc."), ("dddd.", "eeee.")), True, [0, 1, 2]),
    ],
)
def test_the_lead_ends_with_its_paragraph(
    paragraphs: tuple[tuple[str, ...], ...], headline: bool, lead: list[int]
) -> None:
    told = story(*paragraphs, headline=headline)
    assert [i for i in range(len(told.number)) if in_lead(told.document, i)] == lead


@pytest.mark.parametrize(
    ("kind", "sentence", "length", "mentions", "found", "expected"),
    [
        ("number", 5, 1, NOTHING, "major", "major"),
        ("number", 5, 1, NOTHING, "minor", "minor"),  # "about 40" for "40"
        ("number", 0, 1, NOTHING, "minor", "major"),  # the same in the headline
        ("negation", 5, 3, NOTHING, "major", "major"),
        ("meaning", 5, 3, NOTHING, "major", "major"),
        ("certainty", 5, 8, NOTHING, "minor", "minor"),
        ("certainty", 1, 8, NOTHING, "minor", "major"),
        ("certainty", 5, 8, NUMBER, "minor", "major"),
        ("omission", 5, 80, NOTHING, "major", "major"),
        ("omission", 5, 20, NOTHING, "major", "minor"),
        ("omission", 5, 20, NUMBER, "major", "major"),
        ("partial", 5, 80, NOTHING, "major", "minor"),
        ("partial", 5, 80, NUMBER, "major", "major"),
        ("partial", 5, 20, NUMBER, "major", "minor"),
        ("partial", 1, 80, NOTHING, "major", "major"),
        ("moved", 0, 80, NUMBER, "major", "minor"),
        ("omission", 5, 40, NOTHING, "major", "major"),  # 40 characters are not short
        ("omission", 5, 39, NOTHING, "major", "minor"),
        ("addition", 5, 39, NOTHING, "major", "minor"),
        ("addition", 1, 39, NOTHING, "major", "major"),
        ("number", 5, 39, NOTHING, "major", "major"),
        ("partial", 5, 40, NUMBER, "major", "major"),
        ("partial", 5, 39, NUMBER, "major", "minor"),
        ("partial", 1, 39, NUMBER, "major", "major"),
    ],
)
def test_figures_names_and_the_lead_weigh_most(kind, sentence, length, mentions, found, expected) -> None:  # type: ignore[no-untyped-def]
    assert severity_of(kind, NEWS, sentence, length, mentions, found) == expected


AFTER = ("Eeee.", "Ffff.", "Gggg.")
TRANSLATION, RETELLING = Relation("translation", 0.9), Relation("retelling", 0.9)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The road through the hills was closed to all lorries for some hours of the night.", "minor"),
        ("The road through the hills was closed to some 340 lorries for hours of the night.", "minor"),  # nobody acts
        ("Andrei Sokolov walked along the closed road through the hills for some hours.", "minor"),  # no figure
        ("Andrei Sokolov and one of his men walked along the road through the hills.", "minor"),  # "one" says little
        ("Andrei Sokolov sent 340 lorries home from the closed road through the hills.", "major"),
        ("Andrei Sokolov closed the road through the hills to all lorries on 12 May 2021.", "major"),
        ("“We will open the road again when the water has gone,” said Andrei Sokolov.", "major"),
        ("“We will open the road again when the water has gone,” said a man in a boat.", "minor"),
        ("Andrei Sokolov said that the road through the hills is a “mess”.", "minor"),  # a word, no quote
    ],
)
def test_what_stands_alone_in_a_retelling_weighs_by_what_it_tells(words: str, expected: str) -> None:
    told = story(("Aaaa",), ("Bbbb.", "Cccc.", "Dddd."), (words, *AFTER))
    mentions = told.facts[4].mentions
    assert severity_of("addition", told, 4, len(words), mentions, relation=RETELLING) == expected
    assert severity_of("addition", told, 4, len(words), mentions, relation=TRANSLATION) == "major"
    assert severity_of("addition", told, 4, len(words), mentions) == "major"


def test_the_lead_of_a_retelling_weighs_whatever_it_tells() -> None:
    assert severity_of("omission", NEWS, 1, 5, NOTHING, relation=RETELLING) == "major"
    assert severity_of("omission", NEWS, 4, 80, NUMBER, relation=RETELLING) == "minor"


def test_what_contradicts_weighs_the_same_in_a_retelling() -> None:
    assert severity_of("number", NEWS, 5, 1, NOTHING, relation=RETELLING) == "major"
    assert severity_of("partial", NEWS, 5, 80, NUMBER, relation=RETELLING) == "major"
