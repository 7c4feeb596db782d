"""Parts side by side are told of as one; what the encoder says of each is given here."""

from collections.abc import Sequence

import pytest

from translate.differences.bead_side import sides_between
from translate.differences.parts import partial
from translate.differences.parts.partial import PartialFinding, find_partial
from translate.differences.parts.partial_features import FEATURES, Measure
from translate.differences.parts.stretches import Stretch
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def found(
    monkeypatch: pytest.MonkeyPatch, *parts: tuple[int, int, int, float], least: float = 0.25
) -> tuple[PartialFinding, ...]:
    """What is told of parts, each with its sentence, start, end and probability."""
    measures = [Measure(Stretch(at, a, b, "clause", ()), (0.5,) * len(FEATURES), (), None) for at, a, b, _ in parts]

    class Judge:
        second = False

        def probability(self, given: Sequence[Measure]) -> list[float]:
            return [parts[measures.index(measure)][3] for measure in given]

    monkeypatch.setattr(partial, "measures", lambda *_, **__: measures)
    monkeypatch.setattr(partial, "partial_model", lambda *_: Judge())
    story = tell(document_of_sentences(["a" * 40 + ".", "b" * 40 + "."], "en"), LetterEmbedder())
    return find_partial(*sides_between(story, story, (0, 1), (0, 1)), LetterEmbedder(), least=least)


@pytest.mark.parametrize(("start", "joined"), [(10, True), (12, True), (13, False)])
def test_parts_with_a_space_and_a_mark_between_them_are_one(
    monkeypatch: pytest.MonkeyPatch, start: int, joined: bool
) -> None:
    findings = found(monkeypatch, (0, 0, 10, 0.6), (0, start, 20, 0.8))
    assert [(at.start, at.end, at.probability) for at in findings] == (
        [(0, 20, 0.8)] if joined else [(0, 10, 0.6), (start, 20, 0.8)]
    )


def test_a_part_joins_the_one_just_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = found(monkeypatch, (0, 0, 5, 0.6), (0, 10, 14, 0.8), (0, 16, 20, 0.7), (0, 22, 25, 0.9))
    assert [(at.start, at.end, at.probability) for at in findings] == [(0, 5, 0.6), (10, 25, 0.9)]


def test_parts_of_two_sentences_stay_two(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = found(monkeypatch, (1, 11, 20, 0.6), (0, 0, 10, 0.8))
    assert [(at.sentence, at.probability) for at in findings] == [(0, 0.8), (1, 0.6)]


def test_of_parts_that_overlap_the_likelier_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = found(monkeypatch, (0, 0, 10, 0.6), (0, 9, 20, 0.8), (0, 15, 30, 0.7))
    assert [(at.start, at.end) for at in findings] == [(9, 20)]


def test_a_part_is_told_from_the_least_probability_on(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [(0, 0, 10, 0.5), (0, 20, 30, 0.49)]
    assert [at.probability for at in found(monkeypatch, *parts, least=0.5)] == [0.5]
