"""The notebook in docs/ runs in the checkout, and shows what it would show now."""

from pathlib import Path
from typing import Any

import pytest

MOST_BYTES = 360_000  # nine tenths of it is the reading view of one comparison, with its scripts
TOUR = Path(__file__).resolve().parents[2] / "docs" / "tour.ipynb"
pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")


def told(notebook: Any) -> list[list[str]]:
    """What each cell prints or shows as text; the markup beside it is the matter of the tests of the reports."""
    shown = [
        [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", [])]
        for cell in notebook.cells
    ]
    assert any(shown)
    return shown


@pytest.mark.model
def test_the_tour_shows_what_it_shows_when_it_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A difference is mended by python -m benchmarks.build.tour."""
    import nbformat

    from benchmarks.build.tour import run

    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    assert told(run()) == told(nbformat.read(TOUR, as_version=4))


def test_the_tour_is_small_and_names_no_machine() -> None:
    import nbformat

    nbformat.validate(nbformat.read(TOUR, as_version=4))
    text = TOUR.read_text(encoding="utf-8")
    assert len(text.encode()) < MOST_BYTES
    assert not [word for word in ("/tmp/", "/home/", "/root/", "Traceback") if word in text]


def test_the_tour_shows_the_reading_view_and_a_table() -> None:
    """The frame of a comparison, and pandas' table of its differences, as they were when it was last run."""
    text = TOUR.read_text(encoding="utf-8")
    assert "srcdoc=" in text
    assert 'class=\\"dataframe\\"' in text
