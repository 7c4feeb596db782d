"""Reports of several versions: every version's words are there, and none of them becomes markup."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from translate import OptionError, Options, Versions, compare_many, render_many
from translate.cli.main import main
from translate.differences.same_story import SameStory
from translate.several.matrix import versions_of
from translate.several.page import html_report
from translate.several.reports import write_pairs
from translate.several.versions import Cell
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


def test_a_version_without_words_of_its_own_shows_its_passage(found: Versions) -> None:
    """A negation often has none on the other side."""
    (conflict, *_) = found.conflicts
    silent = replace(found, conflicts=(replace(conflict, difference=replace(conflict.difference, source=())),))
    told = render_many(silent)
    assert f"  - \\<b\\>one: {STORY[0]}" in told
    assert "  - two: **14**. " in told
    assert '<strong lang="en"></strong>' not in render_many(silent, "html")


def test_versions_of_different_stories_tell_nothing_of_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever sentences they share; the table has a dash, the record a zero."""
    monkeypatch.setattr(SameStory, "likely", property(lambda same: same.probability != 0.25))
    texts = [document_of_sentences(STORY, "en") for _ in range(3)]
    found = compare_many(texts, Options(engine="none"), names=("a", "b", "c"), embedder=LetterEmbedder())
    other = replace(found.comparisons[0, 2], same_story=SameStory(0.25))
    apart = versions_of(found.names, found.documents, {**found.comparisons, (0, 2): other, (1, 2): other})
    assert found.coverage[2] == (1.0, 1.0, 1.0)
    assert apart.coverage[2] == (0.0, 0.0, 1.0)
    assert [[cell.told for cell in claim.versions] for claim in apart.claims] == [
        ["full", "full", "none"],
        ["full", "full", "none"],
        ["none", "none", "full"],
        ["none", "none", "full"],
    ]
    assert "| c | – | – | – |" in render_many(apart)


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


def test_a_cell_without_a_sentence_says_so(found: Versions) -> None:
    """A version may tell a claim while no sentence of it stands out."""
    first, *others = found.claims
    cells = (*first.versions[:2], Cell("full", (), 0.9))
    vague = replace(found, claims=(replace(first, versions=cells, own=first.own[:2]), *others))
    assert "● *which sentence is unclear*" in render_many(vague)
    assert "<em>which sentence is unclear</em>" in render_many(vague, "html")
    assert "unclear" not in render_many(found, "html")


def test_an_unknown_format_is_told(found: Versions) -> None:
    with pytest.raises(OptionError, match="Known: markdown, json, html, xlsx"):
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
    assert "Known: markdown, json, html, xlsx" in capsys.readouterr().err
