"""Reviews of stories drawn with letters: no model is loaded, and every comparison that is asked for is counted."""

import pytest
from review_steps import drawn_session

from translate.review.session import Session
from translate.testing import compare_by_letters


@pytest.fixture(scope="session")
def session() -> Session:
    return drawn_session()


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """The links of every comparison that was computed."""
    asked: list[tuple[object, ...]] = []

    def counted(source, target, options=None, *, progress=None, links=(), translation=None):  # type: ignore[no-untyped-def]
        asked.append(tuple(links))
        return compare_by_letters(source, target, options, progress=progress, links=links, translation=translation)

    monkeypatch.setattr("translate.review.comparing.compare", counted)
    return asked
