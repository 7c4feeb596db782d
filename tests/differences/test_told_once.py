"""What is told of one bead when several finders find something in it; what each finds is given here."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from translate.alignment.bead import Bead
from translate.differences import finding
from translate.differences.confidence import Trust
from translate.differences.contrast import Contrast, Words
from translate.differences.difference import Difference, Kind
from translate.differences.finding import find_all
from translate.differences.kinds import KINDS
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

RUSSIAN = ["Ааааааааа бббббббббб.", "Вода 17 дней."]
ENGLISH = ["Cccccccccc dddddddddd.", "Water 17 days, 90 of it."]
BEAD = Bead((0, 1), (0, 1), 0.9, 0.8)


def contrast(kind: Kind, *source: tuple[int, int], target: Sequence[tuple[int, int]] = (), at: int = 0) -> Contrast:
    """One with so many words on either side, given by their start and end."""
    mine, theirs = (tuple(Words(at, start, end, f"{start}") for start, end in side) for side in (source, target))
    side = "both" if mine and theirs else "source" if mine else "target"
    return Contrast(kind, side, "major", 0.5, mine, theirs, kind, kind)  # type: ignore[arg-type]


def told(
    monkeypatch: pytest.MonkeyPatch, *found: Contrast, bead: Bead = BEAD, least: dict[Kind, float] | None = None
) -> tuple[Difference, ...]:
    kinds = {
        kind: replace(about, finder=lambda _, kind=kind: [each for each in found if each.kind == kind])
        for kind, about in KINDS.items()
    }
    monkeypatch.setattr(finding, "KINDS", kinds)
    stories = (
        tell(document_of_sentences(texts, code), LetterEmbedder()) for texts, code in ((RUSSIAN, "ru"), (ENGLISH, "en"))
    )
    return find_all(*stories, [bead], LetterEmbedder(), Trust(least or {}, {}))


@pytest.mark.parametrize(
    ("part", "sentence", "kinds"),
    [
        ((2, 5), 0, ["number"]),
        ((0, 2), 0, ["number", "partial"]),  # up to it
        ((0, 3), 0, ["number"]),
        ((6, 9), 0, ["number", "partial"]),  # behind it
        ((5, 9), 0, ["number"]),
        ((2, 5), 1, ["number", "partial"]),  # of another sentence
    ],
)
def test_a_part_with_words_of_a_conflict_is_not_told(
    monkeypatch: pytest.MonkeyPatch, part: tuple[int, int], sentence: int, kinds: list[str]
) -> None:
    conflict = contrast("number", (2, 6), target=[(1, 3)])
    found = told(monkeypatch, contrast("partial", part, at=sentence), conflict)
    assert [difference.kind for difference in found] == kinds


def test_two_parts_are_both_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(monkeypatch, contrast("partial", (0, 4)), contrast("partial", (2, 6)))
    assert [difference.kind for difference in found] == ["partial", "partial"]


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        ((0, 4), (0, 4), ["quote"]),
        ((0, 4), (6, 9), ["name", "quote"]),  # on one side only
        ((6, 9), (0, 4), ["name", "quote"]),
        ((6, 9), (6, 9), ["name", "quote"]),
    ],
)
def test_names_that_a_quote_tells_of_are_not_told_again(
    monkeypatch: pytest.MonkeyPatch, source: tuple[int, int], target: tuple[int, int], kinds: list[str]
) -> None:
    name, quote = contrast("name", source, target=[target]), contrast("quote", (0, 5), target=[(0, 5)])
    assert [difference.kind for difference in told(monkeypatch, name, quote)] == kinds


def test_a_quote_of_one_side_excuses_no_name_and_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    lone, both = contrast("quote", (0, 5)), contrast("quote", (0, 5), target=[(0, 5)])
    name, number = (contrast(kind, (0, 5), target=[(0, 5)]) for kind in ("name", "number"))
    assert [difference.kind for difference in told(monkeypatch, name, lone)] == ["name", "quote"]
    assert [difference.kind for difference in told(monkeypatch, number, both)] == ["number", "quote"]


@pytest.mark.parametrize(("least", "shown"), [(0.4, True), (0.5, True), (0.51, False)])
def test_a_flag_is_shown_from_the_least_confidence_of_its_kind_on(
    monkeypatch: pytest.MonkeyPatch, least: float, shown: bool
) -> None:
    """By what is said of the bead; what is told counts that the sentences may not correspond."""
    found = told(monkeypatch, contrast("number", (0, 4), target=[(0, 4)]), least={"number": least, "date": 0.9})
    assert [difference.confidence for difference in found] == [pytest.approx(0.5 * 0.8)] * shown


@pytest.mark.parametrize(("bead", "kinds"), [(BEAD, ["number"]), (Bead((0,), (), 0.1, 0.8), ["omission"])])
def test_lone_sentences_are_asked_for_in_one_sided_beads_alone(
    monkeypatch: pytest.MonkeyPatch, bead: Bead, kinds: list[str]
) -> None:
    found = told(monkeypatch, contrast("omission", (0, 4)), contrast("number", (0, 4), target=[(0, 4)]), bead=bead)
    assert [difference.kind for difference in found] == kinds


def test_places_and_readings_are_those_of_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = told(monkeypatch, contrast("number", (5, 7), target=[(6, 8), (15, 17)], at=1))
    first, second = len(RUSSIAN[0]) + 1, len(ENGLISH[0]) + 1  # a line ends each sentence
    assert [(span.start - first, span.end - first) for span in found.source] == [(5, 7)]
    assert [(span.start - second, span.end - second) for span in found.target] == [(6, 8), (15, 17)]
    assert [(reading.side, reading.text, reading.value) for reading in found.evidence.readings] == [
        ("source", "17", "5"),
        ("target", "17", "6"),
        ("target", "90", "15"),
    ]


def test_values_of_one_side_are_read_for_the_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the finder says which; a part that names one weighs more."""
    part = contrast("partial", target=[(0, 24)], at=1)
    (plain,) = told(monkeypatch, replace(part, target=(Words(1, 0, 24, ""),), lone=()))
    assert plain.evidence.readings == ()
    assert plain.severity == "minor"
    mentions = tell(document_of_sentences(ENGLISH, "en"), LetterEmbedder()).facts[1].mentions
    (named,) = told(monkeypatch, replace(part, target=(Words(1, 0, 24, ""),), lone=tuple(mentions[-1:])))
    assert [(reading.side, reading.text) for reading in named.evidence.readings] == [("target", "90")]


@pytest.mark.parametrize(
    ("kind", "source", "target", "kinds"),
    [
        ("negation", (0, 6), (20, 22), ["negation"]),  # the same word of one side is enough
        ("name", (8, 9), (0, 4), ["name"]),
        ("certainty", (8, 9), (20, 22), ["meaning", "certainty"]),
        ("quote", (0, 6), (0, 4), ["quote", "meaning"]),  # a quotation does not tell which of its words differ
    ],
)
def test_other_words_are_not_told_where_a_closer_kind_is(
    monkeypatch: pytest.MonkeyPatch, kind: Kind, source: tuple[int, int], target: tuple[int, int], kinds: list[str]
) -> None:
    words = contrast("meaning", (2, 6), target=[(1, 3)])
    found = told(monkeypatch, words, contrast(kind, source, target=[target]))
    assert sorted(difference.kind for difference in found) == sorted(kinds)
