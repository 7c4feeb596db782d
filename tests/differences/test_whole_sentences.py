"""Sentences that only one version has, and those that stand elsewhere."""

import pytest

from translate.alignment.bead import Bead, Explanation, Rejected
from translate.differences.bead_side import sides_of
from translate.differences.contrast import Words
from translate.differences.difference import Candidate
from translate.differences.whole_sentences import find_lone, find_moved, nearest
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import Document, Sentence, document_of_sentences


def story(language: str, *sentences: str) -> Story:
    return tell(document_of_sentences(sentences, language), LetterEmbedder())


RUSSIAN, ENGLISH = story("ru", "Ранены 17 человек.", "Был дождь."), story("en", "It rained.", "They left.", "So be it.")


def test_a_lone_sentence_is_told_with_its_facts() -> None:
    bead = Bead((0,), (), 0.1, 0.9)
    source, target = sides_of(RUSSIAN, ENGLISH, bead)
    (lone,) = find_lone("omission", source, target, bead)
    assert (lone.kind, lone.side, lone.near) == ("omission", "source", ("target",))
    assert (lone.source, lone.target) == ((Words(0, 0, 18, ""),), ())
    assert [mention.text for mention in lone.lone or ()] == ["17"]
    assert list(find_lone("addition", target, source, bead)) == []


@pytest.mark.parametrize(
    ("explanation", "reason"),
    [
        (None, "No sentence of the English version says the same."),
        (Explanation(by_hand=True), "A reviewer found no sentence of the English version that says the same."),
        (
            Explanation(rejected=(Rejected((0,), (1,), 0.25, 0.1), Rejected((0,), (0,), 0.2, 0.1))),
            "No sentence of the English version says the same. The nearest one has a similarity of 0.25 on a scale "
            "from 0 to 1.",
        ),
    ],
)
def test_the_reason_tells_what_came_nearest(explanation: Explanation | None, reason: str) -> None:
    bead = Bead((0,), (), 0.1, 0.9, explanation=explanation)
    (lone,) = find_lone("omission", *sides_of(RUSSIAN, ENGLISH, bead), bead)
    assert lone.reason == reason


def test_an_addition_stands_on_the_target_side() -> None:
    bead = Bead((), (1,), 0.1, 0.9)
    source, target = sides_of(RUSSIAN, ENGLISH, bead)
    (lone,) = find_lone("addition", target, source, bead)
    assert (lone.side, lone.source, lone.target, lone.near) == ("target", (), (Words(1, 0, 10, ""),), ("source",))


def test_only_what_was_moved_is_told_as_moved() -> None:
    bead = Bead((0, 1), (1,), 1.0, 0.9, moved=True)
    (moved,) = find_moved(*sides_of(RUSSIAN, ENGLISH, bead), bead)
    assert (moved.kind, moved.side, moved.severity, len(moved.source), len(moved.target)) == (
        "moved",
        "both",
        "minor",
        2,
        1,
    )
    assert (moved.lone, moved.near) == ((), ())
    bead = Bead((0,), (1,), 1.0, 0.9)
    assert list(find_moved(*sides_of(RUSSIAN, ENGLISH, bead), bead)) == []


def test_what_came_near_is_named_by_its_place_in_the_document() -> None:
    """Page furniture counts there; sentences of the bead itself came no nearer."""
    text = "Share\nIt rained.\nThey left."
    sentences = (Sentence(0, 5, 0, "boilerplate"), Sentence(6, 16, 1), Sentence(17, 27, 2))
    other = tell(Document("en", text, sentences), LetterEmbedder())
    rejected = (Rejected((0,), (0, 1), 0.4, 0.2), Rejected((0, 1), (1,), 0.3, 0.1))
    bead = Bead((0,), (0,), 0.1, 0.9, explanation=Explanation(rejected=rejected))
    source, target = sides_of(RUSSIAN, other, bead)
    assert nearest(bead, target) == (Candidate("target", 2, 0.4), Candidate("target", 2, 0.3))
    assert nearest(bead, source) == (Candidate("source", 1, 0.3),)
    assert nearest(Bead((0,), (0,), 0.1, 0.9), target) == ()
