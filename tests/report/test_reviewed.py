"""Reports after a review: notes are shown, what was rejected is counted and left out; before one nothing changes."""

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pytest

from translate.comparison import Comparison
from translate.differences.difference import Review
from translate.report import FORMATS, comparison_from_json, render, render_bytes
from translate.report.view import view_of

NOTE = "=Seen <b>twice</b> | in *both*"


@pytest.fixture
def reviewed(story: Comparison) -> Comparison:
    """The first difference accepted, the second rejected, the third called something else."""
    first, second, third, *others = story.differences
    return replace(
        story,
        differences=(
            replace(first, review=Review("accepted", NOTE)),
            replace(third, kind="name", severity="minor", review=Review(kind_found="date", severity_found="major")),
            *others,
        ),
        rejected=(replace(second, review=Review("rejected", "The headline has it.")),),
    )


def test_json_keeps_everything_in_reading_order(story: Comparison, reviewed: Comparison) -> None:
    records = json.loads(render(reviewed, "json"))["differences"]
    assert [record["id"] for record in records] == [difference.id for difference in story.differences]
    assert [record.get("review") for record in records[:4]] == [
        {"verdict": "accepted", "note": NOTE},
        {"verdict": "rejected", "note": "The headline has it."},
        {"kind_found": "date", "severity_found": "major"},
        None,
    ]


def test_json_comes_back_with_the_review(reviewed: Comparison) -> None:
    back = comparison_from_json(render(reviewed, "json"))
    assert [difference.review for difference in back.differences] == [d.review for d in reviewed.differences]
    assert [difference.id for difference in back.rejected] == ["d2"]
    assert render_bytes(back, "json") == render_bytes(reviewed, "json")


@pytest.mark.parametrize("format", ["console", "markdown"])
def test_plain_reports_count_what_was_rejected_and_show_notes(reviewed: Comparison, format: str) -> None:
    text = " ".join(render(reviewed, format).replace("\\", "").split())
    assert ", 1 found not right in review" in text
    assert f"right: {NOTE}" in text
    assert "found as date, major" in text
    assert "The headline has it." not in text


def test_nothing_left_is_said_with_the_reason(reviewed: Comparison) -> None:
    assert "No differences left, 1 found not right in review." in render(replace(reviewed, differences=()), "console")


def test_csv_has_columns_for_the_review_only_after_one(story: Comparison, reviewed: Comparison) -> None:
    header, first, second, third, *_ = csv.reader(io.StringIO(render(reviewed, "csv")))
    assert header[-5:] == ["verdict", "note", "kind_found", "severity_found", "by_hand"]
    assert first[-5:] == ["accepted", f"'{NOTE}", "", "", ""]
    assert second[-5:] == ["", "", "date", "major", ""]
    assert third[-5:] == [""] * 5
    assert "verdict" not in render(story, "csv")


def test_the_view_shows_the_note_and_leaves_out_what_was_rejected(reviewed: Comparison) -> None:
    view = view_of(reviewed)
    assert [difference.id for difference in view.differences[:2]] == ["d1", "d3"]
    assert view.differences[0].review == f"right: {NOTE}"
    assert view.rejected == "1 found not right in review"
    page = render(reviewed, "html")
    assert "right: =Seen &lt;b&gt;twice&lt;/b&gt;" in page
    assert 'id="item-d2"' not in page


def test_a_link_by_hand_is_told(story: Comparison) -> None:
    assert story.beads[1].explanation is None or not story.beads[1].explanation.by_hand
    bead = story.beads[2]
    assert bead.explanation is not None
    by_hand = replace(bead, explanation=replace(bead.explanation, by_hand=True))
    linked = replace(story, beads=(*story.beads[:2], by_hand, *story.beads[3:]))
    assert "counterpart, linked by a reviewer" in render(linked, "html")
    assert "These sentences were linked by a reviewer, or stand in one row of their file." in render(linked, "html")
    back = comparison_from_json(render(linked, "json"))
    assert back.beads[2].explanation is not None
    assert back.beads[2].explanation.by_hand


@pytest.mark.parametrize("format", FORMATS)
def test_before_a_review_no_report_speaks_of_one(story: Comparison, format: str) -> None:
    text = render_bytes(story, format).decode(errors="replace")
    assert '"by_hand"' not in text
    assert '"review"' not in text
    assert "found not right" not in text


def test_a_workbook_says_what_was_decided(story: Comparison, reviewed: Comparison) -> None:
    def book(comparison: Comparison) -> dict[str, list[list[object]]]:
        sheets = openpyxl.load_workbook(io.BytesIO(render_bytes(comparison, "xlsx"))).worksheets
        return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in sheets}

    after, before = book(reviewed), book(story)
    header, first, *_ = after["Differences"]
    assert (header[-1], first[-1]) == ("Review", f"right: {NOTE}")
    assert len(after["Differences"]) == len(before["Differences"]) - 1
    assert ["Found not right in review", 1, "Left out of the differences"] in after["Summary"]
    assert "Review" not in before["Differences"][0]
