"""Finders as the table of kinds asks them."""

from dataclasses import replace
from typing import Any

import pytest
from fitted_measures import EMBEDDER, sides

from translate.alignment.bead import Bead
from translate.differences import finders
from translate.differences.finders import FAINTEST, Search

BEAD = Bead((0,), (0,), 0.9, 0.9)


def search(russian: str, english: str, usual_ratio: float = 0.0, least: float = 0.0) -> Search:
    return Search(BEAD, *sides([f"={russian}"], [f"={english}"]), EMBEDDER, usual_ratio, least)


def test_parts_are_looked_for_on_both_sides_each_by_its_own_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as long the one way is half as long the other."""
    asked: list[tuple[str, str, float, float]] = []

    def part_of(
        own: Any, other: Any, embedder: object, *, least: float, usual_ratio: float, judged: None
    ) -> list[object]:
        asked.append((own.name, other.name, least, usual_ratio))
        return []

    monkeypatch.setattr(finders, "partial_contrasts", part_of)
    assert list(finders.parts(search("Он там.", "He is there.", 0.3, 0.7))) == []
    assert asked == [("source", "target", 0.7, 0.3), ("target", "source", 0.7, -0.3)]


def test_the_encoder_is_asked_for_names_where_tables_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(finders, "find_replaced", lambda *_: asked.append("asked") or ())
    assert [found.kind for found in finders.names(search("Он в Москве.", "He is in Paris."))] == ["name"]
    assert asked == []
    assert list(finders.names(search("Он там.", "He is there."))) == []
    assert asked == ["asked"]


@pytest.mark.parametrize(
    ("finder", "name"),
    [
        (finders.negations, "find_negations"),
        (finders.quotes, "find_quotes"),
        (finders.certainty, "find_certainty"),
    ],
)
def test_contrasts_are_looked_at_from_the_faintest_on(finder: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    monkeypatch.setattr(finders, name, lambda *_, least: asked.append(least) or ())
    finder(search("Он там.", "He is there."))
    assert asked == [FAINTEST] == [0.2]


@pytest.mark.parametrize(("least", "asked_from"), [(0.0, FAINTEST), (0.6, 0.6)])
def test_other_words_are_looked_at_from_where_they_are_shown(
    least: float, asked_from: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []
    monkeypatch.setattr(finders, "find_meanings", lambda *_, least: asked.append(least) or ())
    finders.meanings(replace(search("Он там.", "He is there."), least=least))
    assert asked == [asked_from]


def test_numbers_and_dates_are_told_as_contrasts() -> None:
    (number,) = finders.numbers(search("Их 17.", "They are 14."))
    (date,) = finders.dates(search("Был понедельник.", "It was Tuesday."))
    assert (number.kind, date.kind) == ("number", "date")
