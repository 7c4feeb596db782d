"""The page with a stand-in for the comparison, so that no model is loaded."""

from pathlib import Path

import pytest
from page_steps import show_sample
from standin import standin_compare
from streamlit.testing.v1 import AppTest

from translate.review import comparing
from translate.ui import computing

ROOT = Path(__file__).parents[2]


@pytest.fixture
def calls(monkeypatch):
    """The texts of every comparison that was computed, not taken from the cache."""
    made = []

    def counted(source, target, options=None, *, progress=None, links=(), translation=None, one_language=False):
        made.append((source, target))
        return standin_compare(source, target, options, progress=progress, links=links, one_language=one_language)

    monkeypatch.setattr(computing, "compare", counted)
    monkeypatch.setattr(comparing, "compare", counted)
    computing.forget()
    yield made
    computing.forget()


@pytest.fixture
def fresh(calls):
    """The page as a visitor finds it."""
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()


@pytest.fixture
def page(fresh):
    """The page of a visitor who looks at the first sample, and wants no translation model for texts of their own."""
    fresh.session_state["parallax"].offer_declined = True
    return show_sample(fresh)
