"""A glossary on the page: taken from a file, used by the next comparison, refused with a reason, and dropped."""

import pytest
from standin import standin_compare
from streamlit.testing.v1 import AppTest

from translate.languages.glossary import Glossary, Term
from translate.options import Options
from translate.review.session import Session
from translate.review.session_file import session_bytes
from translate.ui import computing, glossary, sessions
from translate.ui.state import PageState


class Upload:
    """A file as Streamlit hands it over."""

    def __init__(self, data: bytes, name: str = "terms.csv") -> None:
        self.name, self._data = name, data

    def getvalue(self) -> bytes:
        return self._data


@pytest.fixture
def used(page: AppTest, monkeypatch):
    """Options of the comparisons made after the first screen."""
    seen = []

    def watched(source, target, options=None, *, progress=None, **review):
        seen.append(options)
        return standin_compare(source, target, options, progress=progress)

    monkeypatch.setattr(computing, "compare", watched)
    return seen


def upload(page: AppTest, data: bytes) -> AppTest:
    page.file_uploader(key=glossary.UPLOAD).set_value(("terms.csv", data, "text/csv")).run()
    assert not page.exception
    return page


def test_a_glossary_is_used_and_dropped(page, used):
    upload(page, "явка;turnout\nдом;house".encode("cp1251"))
    (options,) = used
    assert options.terms.terms == (Term(("явка",), ("turnout",)), Term(("дом",), ("house",)))
    assert "Terms of the house: 2 terms" in [expander.label for expander in page.expander]
    page.button(key="drop-glossary").click().run()
    assert "Terms of the house: no glossary" in [expander.label for expander in page.expander]
    assert len(used) == 1  # what was compared before is remembered


def test_another_glossary_is_another_comparison(page, used):
    upload(page, "явка;turnout".encode())
    upload(page, "явка;voters".encode())
    assert [options.terms.terms[0].second for options in used] == [("turnout",), ("voters",)]


def test_a_glossary_that_cannot_be_used_is_told_and_the_one_before_stays(page, used):
    upload(page, "явка;turnout".encode())
    upload(page, "явка;turnout\nявка;voters".encode())
    (error,) = page.error
    assert "line 2" in error.value
    assert "Terms of the house: 1 term" in [expander.label for expander in page.expander]
    assert len(used) == 1


def test_a_session_brings_its_glossary(monkeypatch, page):
    terms = Glossary(("ru", "en"), (Term(("явка",), ("turnout",)),))
    saved = Session.of(standin_compare("Мост открыли.", "The bridge opened."), Options(glossary=terms))
    state = PageState()
    monkeypatch.setattr(sessions.st, "session_state", {sessions._UPLOAD: Upload(session_bytes(saved))})
    sessions._open(state)
    assert state.glossary == terms
