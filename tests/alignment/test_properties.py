"""What every alignment keeps, whatever the texts; drawn with letters, where the same letter means the same thing."""

from collections.abc import Sequence
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.bead import Bead
from translate.alignment.search import align_vectors
from translate.testing import drawn_story

LETTERS = "abcdefghijklmnop"
FOREIGN = "ЖЩЮЯЭФ"  # an unrelated paragraph
Key = tuple[tuple[int, ...], tuple[int, ...]]
checked = settings(max_examples=80, deadline=None, derandomize=True)


@st.composite
def edited_stories(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Paragraphs of a story of different sentences and of another version: some left out, some joined to one."""
    letters = draw(st.lists(st.sampled_from(LETTERS), unique=True, max_size=12))
    size = draw(st.integers(2, 4))
    source = ["".join(letters[start : start + size]) for start in range(0, len(letters), size)]
    target = []
    for paragraph in source:
        kept = [letter for letter in paragraph if draw(st.integers(0, 4))]  # four of five
        if len(kept) > 2 and draw(st.booleans()):
            kept[:2] = [f"({kept[0]}{kept[1]})"]
        target.append("".join(kept))
    return source, target


def aligned(source: str, target: str) -> tuple[Bead, ...]:
    return align_vectors(drawn_story(source), drawn_story(target))


def keys(beads: Sequence[Bead]) -> set[Key]:
    return {(bead.source, bead.target) for bead in beads}


def held(beads: Sequence[Bead], side: str) -> list[int]:
    return sorted(chain.from_iterable(getattr(bead, side) for bead in beads))


@checked
@given(st.text("abcd", max_size=14), st.text("abcd", max_size=14))
def test_every_sentence_stands_in_one_bead_also_among_equal_ones(source: str, target: str) -> None:
    beads = aligned(source, target)
    assert held(beads, "source") == list(range(len(source)))
    assert held(beads, "target") == list(range(len(target)))


@checked
@given(edited_stories())
def test_swapping_the_sides_mirrors_everything(story: tuple[list[str], list[str]]) -> None:
    source, target = map("".join, story)
    there, back = aligned(source, target), {(b.target, b.source): b for b in aligned(target, source)}
    assert keys(there) == set(back)
    for bead in there:
        other = back[bead.source, bead.target]
        assert bead.similarity == pytest.approx(other.similarity, abs=1e-6)
        assert bead.probability == pytest.approx(other.probability, abs=1e-6)
        assert bead.explanation is not None
        assert other.explanation is not None
        assert bead.explanation.lead == pytest.approx(other.explanation.lead, abs=1e-6)
        if bead.two_sided:
            assert bead.explanation.length_ratio == pytest.approx(1 / (other.explanation.length_ratio or 0))
        # Of equally good candidates those that come first are told, and what comes first depends on the side.
        scores = [[(r.similarity, r.probability) for r in e.rejected] for e in (bead.explanation, other.explanation)]
        # A cosine that differs in its last bits may stand on the other side of a tree's threshold.
        assert sorted(chain(*scores[0])) == pytest.approx(sorted(chain(*scores[1])), abs=1e-3)


@checked
@given(edited_stories(), st.integers(1, len(FOREIGN)), st.booleans())
def test_an_unrelated_paragraph_at_the_end_changes_no_earlier_pair(
    story: tuple[list[str], list[str]], length: int, on_source: bool
) -> None:
    source, target = map("".join, story)
    before = aligned(source, target)
    longer = (source + FOREIGN[:length], target) if on_source else (source, target + FOREIGN[:length])
    n, m = len(drawn_story(source)), len(drawn_story(target))
    after = [bead for bead in aligned(*longer) if bead.two_sided and bead.source[-1] < n and bead.target[-1] < m]
    assert keys(after) == {key for key in keys(before) if all(key)}


@checked
@given(edited_stories(), st.randoms(use_true_random=False))
def test_permuting_paragraphs_keeps_every_pair(story: tuple[list[str], list[str]], random: object) -> None:
    source, target = story
    order = list(range(len(source)))
    random.shuffle(order)  # type: ignore[attr-defined]
    starts = [sum(map(len, source[:k])) for k in range(len(source))]
    was = [starts[k] + place for k in order for place in range(len(source[k]))]
    before = aligned("".join(source), "".join(target))
    after = aligned("".join(source[k] for k in order), "".join(target))
    back = {(tuple(sorted(was[i] for i in bead.source)), bead.target) for bead in after}
    assert {key for key in back if all(key)} == {key for key in keys(before) if all(key)}


@pytest.mark.parametrize(("source", "target"), [("", ""), ("abc", ""), ("", "abc")])
def test_against_an_empty_text_every_sentence_surely_stands_alone(source: str, target: str) -> None:
    beads = aligned(source, target)
    assert len(beads) == len(source) + len(target)
    assert {(bead.similarity, bead.probability) for bead in beads} <= {(0.0, 1.0)}


def test_one_sentence_finds_its_counterpart_among_a_thousand() -> None:
    others = "".join(chr(0x400 + k) for k in range(999))
    (pair,) = [bead for bead in aligned("a", f"{others[:500]}a{others[500:]}") if bead.two_sided]
    assert pair.target == (500,)
    assert pair.probability > 0.5


def test_one_sentence_among_a_thousand_strangers_has_no_credible_counterpart() -> None:
    beads = aligned("a", "".join(chr(0x400 + k) for k in range(1000)))
    assert held(beads, "target") == list(range(1000))
    assert all(bead.probability < 0.1 for bead in beads if bead.two_sided)


def test_unrelated_texts_have_no_pair() -> None:
    beads = aligned("".join(chr(0x500 + k) for k in range(40)), "".join(chr(0x600 + k) for k in range(40)))
    assert [bead for bead in beads if bead.two_sided] == []
    assert min(bead.probability for bead in beads) > 0.5


@pytest.mark.parametrize("shorter", [300, 200])
def test_hundreds_of_equal_sentences_are_paired_in_order(shorter: int) -> None:
    pairs = [bead for bead in aligned("a" * 300, "a" * shorter) if bead.two_sided]
    assert len(pairs) == shorter
    assert not [bead for bead in pairs if bead.moved]


def test_a_refrain_stands_with_its_own_occurrence() -> None:
    song = "abcxdefxghixjklxmnox"
    assert keys(aligned(song, song)) == {((i,), (i,)) for i in range(len(song))}
