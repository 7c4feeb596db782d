"""Reports of several versions: every version's words are there, and none of them becomes markup."""

import json
from pathlib import Path

import pytest

from translate import OptionError, Options, Versions, compare_many, render_many
from translate.cli.main import main
from translate.several.page import html_report
from translate.several.reports import write_pairs
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

HOSTILE = "<script>alert(1)</script> | *stars*"
STORY = ["The flood killed 17 people in the village on Monday.", "Rescuers reached the old bridge by night."]


@pytest.fixture(scope="module")
def found() -> Versions:
    changed = [STORY[0].replace("17", "14"), STORY[1]]
    texts = [document_of_sentences([*each, HOSTILE], "en") for each in (STORY, changed, STORY)]
    return compare_many(texts, Options(engine="none"), names=("<b>one", "two", "three"), embedder=LetterEmbedder())


def test_a_conflict_names_the_versions_and_their_words(found: Versions) -> None:
    assert [(each.first, each.second, each.difference.kind) for each in found.conflicts] == [
        (0, 1, "number"),
        (1, 2, "number"),
    ]
    text = render_many(found, "markdown")
    assert "two: **14**" in text
    assert "the English text says" not in text  # which of them?


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_no_text_becomes_markup(found: Versions, format: str) -> None:
    text = render_many(found, format)
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "<b>one" not in text.replace("\\<b\\>one", "")


def test_a_row_of_markdown_has_a_cell_for_each_version(found: Versions) -> None:
    rows = [line for line in render_many(found).splitlines() if line.startswith("| 1 |")]
    assert [row.replace("\\|", "").count("|") for row in rows] == [5]


def test_the_page_links_the_reports_of_pairs(found: Versions, tmp_path: Path) -> None:
    names = write_pairs(found, tmp_path / "pairs")
    assert sorted(path.name for path in (tmp_path / "pairs").iterdir()) == sorted(names.values())
    page = html_report(found, names)
    assert all(f'href="{name}"' in page for name in names.values())


def test_the_russian_page_is_in_russian(found: Versions) -> None:
    assert "Кто что сообщает" in render_many(found, "html", "ru")


def test_an_unknown_format_is_told(found: Versions) -> None:
    with pytest.raises(OptionError, match="Known: markdown, json, html"):
        render_many(found, "pdf")


@pytest.mark.model
def test_the_command_writes_the_report_and_the_pairs(tmp_path: Path) -> None:
    for name, text in {"a": STORY, "b": [*STORY[:1], "Nobody knows when schools will open again."], "c": STORY}.items():
        (tmp_path / f"{name}.txt").write_text("\n".join(text), encoding="utf-8")
    files = [str(tmp_path / f"{name}.txt") for name in "abc"]
    out = ["-o", str(tmp_path / "all.html"), "--pairs", str(tmp_path / "pairs of texts")]
    assert main(["compare-many", *files, "--sentences", "--engine", "none", *out]) == 0
    assert 'href="pairs%20of%20texts/1-2.html"' in (tmp_path / "all.html").read_text(encoding="utf-8")
    assert main(["compare-many", *files, "--sentences", "--engine", "none", "-o", str(tmp_path / "all.json")]) == 0
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["comparisons"]) == 3


def test_an_ending_without_a_format_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare-many", "a", "b", "c", "-o", str(tmp_path / "x.pdf")]) == 2
    assert "Known: markdown, json, html" in capsys.readouterr().err
