"""From beads to differences, with stories drawn by letters: the same letter means the same thing."""

import pytest

from translate import find_differences
from translate.alignment.bead import Bead, Explanation, Rejected
from translate.differences.difference import Candidate, Difference
from translate.differences.finding import find_all
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import Document, Sentence, document_of_sentences

EMBEDDER = LetterEmbedder()


def story(*sentences: str, language: str = "en") -> Story:
    return tell(document_of_sentences(sentences, language), EMBEDDER)


def found(source: Story, target: Story, *beads: Bead) -> tuple[Difference, ...]:
    return find_all(source, target, beads, EMBEDDER)


def test_a_lone_sentence_is_an_omission_or_an_addition() -> None:
    source, target = (
        story("Три реки вышли из берегов у Самары.", language="ru"),
        story("Two hundred people came to vote."),
    )
    near = Explanation(rejected=(Rejected((0,), (0,), 0.1, 0.02),))
    omission, addition = found(
        source, target, Bead((0,), (), 0.1, 0.9, explanation=near), Bead((), (0,), 0.1, 0.8, explanation=near)
    )
    assert (omission.kind, omission.side, omission.message) == (
        "omission",
        "source",
        "Found only in the Russian version: Три реки, Самары.",
    )
    assert (addition.kind, addition.side, addition.message) == (
        "addition",
        "target",
        "Found only in the English version: Two hundred people.",
    )
    assert (omission.confidence, omission.source[0].end) == (0.9, len(source.document.text))
    assert omission.evidence.candidates == (Candidate("target", 0, 0.1),)
    assert addition.evidence.candidates == (Candidate("source", 0, 0.1),)
    assert "The nearest one has a similarity of 0.10" in omission.evidence.reason


def test_short_lone_sentences_without_facts_are_minor_but_headlines_are_not() -> None:
    text = "Вот так."
    heading = Document("ru", text, (Sentence(0, len(text), 0, "headline"),))
    lone = Bead((0,), (), 0.0, 0.9)
    assert found(story(text, language="ru"), story(), lone)[0].severity == "minor"
    assert found(tell(heading, EMBEDDER), story(), lone)[0].severity == "major"


def test_what_may_be_page_furniture_is_never_major_and_what_likely_is_none_is_told() -> None:
    text = "Три реки вышли из берегов у Самары."
    lone = Bead((0,), (), 0.0, 0.9)
    for certainty, severities in ((0.81, ["major"]), (0.79, ["minor"]), (0.51, ["minor"]), (0.49, [])):
        document = Document("ru", text, (Sentence(0, len(text), 0, certainty=certainty),))
        differences = found(tell(document, EMBEDDER), story(), lone)
        assert [difference.severity for difference in differences] == severities


def test_numbers_that_disagree_are_marked_on_both_sides() -> None:
    source, target = story("Погибли 7 человек.", language="ru"), story("As many as 9 people died.")
    (difference,) = found(source, target, Bead((0,), (0,), 0.9, 0.95))
    assert (difference.kind, difference.side) == ("number", "both")
    assert [source.document.text[s.start : s.end] for s in difference.source] == ["7"]
    assert [target.document.text[s.start : s.end] for s in difference.target] == ["9"]
    assert {reading.side for reading in difference.evidence.readings} == {"source", "target"}


def test_offsets_count_the_text_as_given() -> None:
    """A soft hyphen and a no-break space stay where they are."""
    source = story("По\u00adгибли\u00a07 человек.", language="ru")
    (difference,) = found(source, story("As many as 9 people died."), Bead((0,), (0,), 0.9, 0.95))
    span = difference.source[0]
    assert source.document.text[span.start : span.end] == "7"


def test_a_moved_bead_is_told_as_such() -> None:
    source, target = story("aaaa bbbb.", "cccc dddd."), story("cccc dddd.", "aaaa bbbb.")
    beads = Bead((0,), (1,), 1.0, 0.9, moved=True), Bead((1,), (0,), 1.0, 0.9)
    assert [difference.kind for difference in found(source, target, *beads)] == ["moved"]


@pytest.mark.model
def test_another_speaker_is_told_once() -> None:
    """As a quote, and not a second time as a name."""
    found = find_differences(
        "«Мы построим новую больницу в этом районе уже к следующей весне», — сказал Сергей Шойгу.",
        '"We will build a new hospital in this district by next spring," said Dmitry Peskov.',
    )
    assert [difference.kind for difference in found] == ["quote"]


def test_a_dateline_is_no_difference() -> None:
    """What stands before the first words is not missing from a version without it; a dateline may be a sentence."""
    text = "SAMARA, May 3. /Meridian/. Two hundred people came to vote."
    ends = [len("SAMARA, May 3."), len("SAMARA, May 3. /Meridian/."), len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    document = Document("en", text, tuple(Sentence(start, end, 0) for start, end in zip(starts, ends, strict=True)))
    told = tell(document, EMBEDDER)
    alone = [Bead((), (i,), 0.0, 0.9) for i in range(3)]
    assert [d.target[0].start for d in found(story(language="ru"), told, *alone)] == [starts[2]]
