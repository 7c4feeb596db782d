"""The product held to the hand-made gold of the samples; a fall below a floor fails by name."""

from collections.abc import Mapping

import pytest
from gold import LANGUAGES, Gold, GoldDifference, bead_f1, load_gold, null_f1

from translate import Comparison, Difference, Options, compare
from translate.samples import load_sample, sample_names
from translate.text.document import Span

pytestmark = pytest.mark.model

FACTS = ("number", "date", "name")


@pytest.fixture(scope="module")
def compared() -> Mapping[str, tuple[Gold, Comparison]]:
    """Every sample, compared as a user would: the raw texts, Russian first."""
    return {name: (load_gold(name), _compare(name)) for name in sample_names()}


def _compare(name: str) -> Comparison:
    sample = load_sample(name)
    return compare(sample.source, sample.target, Options(engine="none"))


def test_alignment_floor(compared: Mapping[str, tuple[Gold, Comparison]]) -> None:
    assert bead_f1(compared.values()) >= 0.95


def test_lone_sentence_floor(compared: Mapping[str, tuple[Gold, Comparison]]) -> None:
    assert null_f1(compared.values()) >= 0.90


@pytest.mark.parametrize("name", sample_names())
def test_furniture_of_pages_makes_no_difference(name: str, compared: Mapping[str, tuple[Gold, Comparison]]) -> None:
    """No difference touches a line that the gold calls boilerplate, and no boilerplate stands in a bead."""
    gold, comparison = compared[name]
    furniture = {
        language: [Span(s.start, s.end) for s in getattr(gold, language).sentences if s.role == "boilerplate"]
        for language in LANGUAGES
    }
    for difference in comparison.differences:
        for language, spans in (("ru", difference.source), ("en", difference.target)):
            assert not any(_meet(span, line) for span in spans for line in furniture[language]), difference


def test_fact_recall_floor(compared: Mapping[str, tuple[Gold, Comparison]]) -> None:
    """Numbers, dates and names that disagree in the gold are flagged with the right kind."""
    wanted = [(name, d) for name, (gold, _) in compared.items() for d in gold.differences if d.kind in FACTS]
    found = [pair for pair in wanted if any(_same(pair[1], d) for d in compared[pair[0]][1].differences)]
    assert len(found) / len(wanted) >= 0.75, sorted(d.note for pair in wanted if pair not in found for d in pair[1:])


def test_fact_flags_are_right(compared: Mapping[str, tuple[Gold, Comparison]]) -> None:
    """A number, date or name flag meets a difference of the gold."""
    flags = [(name, d) for name, (_, comparison) in compared.items() for d in comparison.differences if d.kind in FACTS]
    false = [d for name, d in flags if not any(_touch(wanted, d) for wanted in compared[name][0].differences)]
    assert len(false) <= 1, [d.message for d in false]


def test_control_story_has_no_major_difference(compared: Mapping[str, tuple[Gold, Comparison]]) -> None:
    """A faithful translation yields nothing that a reader would call a false alarm."""
    assert [d for d in compared["telescope"][1].differences if d.severity == "major"] == []


def test_samples_are_the_same_story(compared: Mapping[str, tuple[Gold, Comparison]]) -> None:
    assert all(comparison.same_story.probability > 0.9 for _, comparison in compared.values())


def _same(wanted: GoldDifference, found: Difference) -> bool:
    return wanted.kind == found.kind and _touch(wanted, found)


def _touch(wanted: GoldDifference, found: Difference) -> bool:
    russian = any(_meet(one, other) for one in wanted.ru for other in found.source)
    return russian or any(_meet(one, other) for one in wanted.en for other in found.target)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
