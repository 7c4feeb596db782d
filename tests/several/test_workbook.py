"""Several versions as a workbook."""

import io

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from translate import OptionError, Options, Versions, compare_many, render_many, render_many_bytes
from translate.cli.main import main
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

STORY = ["The flood killed 17 people in the village on Monday.", "Rescuers reached the old bridge by night."]


@pytest.fixture(scope="module")
def found() -> Versions:
    changed = [STORY[0].replace("17", "14"), STORY[1]]
    texts = [document_of_sentences(each, "en") for each in (STORY, changed, STORY)]
    return compare_many(texts, Options(engine="none"), names=("=one", "two", "three"), embedder=LetterEmbedder())


def test_the_workbook_holds_the_matrix_the_coverage_and_the_conflicts(found: Versions) -> None:
    data = render_many_bytes(found, "xlsx")
    assert data == render_many_bytes(found, "xlsx")
    book = load_workbook(io.BytesIO(data))
    matrix, coverage, conflicts = book.worksheets
    assert [cell.value for cell in matrix[1]][:4] == ["claim", "=one", "two", "three"]
    assert matrix.max_row == len(found.claims) + 1
    assert matrix["E2"].value == STORY[0]
    assert coverage["A2"].value == "=one"
    assert conflicts.max_row == len(found.conflicts) + 1
    with pytest.raises(OptionError, match="render_many_bytes"):
        render_many(found, "xlsx")


def test_what_would_be_a_formula_stays_text(found: Versions) -> None:
    (matrix, *_) = load_workbook(io.BytesIO(render_many_bytes(found, "xlsx"))).worksheets
    assert (matrix["B1"].data_type, matrix["B1"].quotePrefix) == ("s", True)


def test_a_workbook_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare-many", "a", "b", "c", "--format", "xlsx"]) == 2
    assert "Name a file: -o report.xlsx" in capsys.readouterr().err
