"""`compare`: formats, streams, exit statuses and files."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from command_line import process
from standin import RUSSIAN

from benchmarks.data.made_files import paragraph, word_file
from translate.cli.main import main
from translate.report import FORMATS

PRINTED = {"tmx": "Ремонт стоил 12 млн рублей."}  # what a report shows in place of the differences
REASON = "The two sentences correspond, and this is read differently in them."
pytestmark = pytest.mark.usefixtures("no_model")


def _stdin(monkeypatch, data):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_compare_prints_the_report_without_escape_codes_into_a_pipe(pair, capsys):
    assert main(["compare", *pair]) == 0
    out, err = capsys.readouterr()
    assert REASON in out
    assert "\x1b" not in out
    assert err == ""


def test_saved_web_pages_are_compared_like_their_texts(pair, tmp_path, capsys):
    assert main(["compare", *pair, "--format", "csv"]) == 0
    expected = capsys.readouterr().out
    pages = []
    for name in pair:
        pages.append(str(tmp_path / f"{Path(name).stem}.html"))
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        told = "".join(f"<p>{line}</p>" for line in lines if line.strip())
        Path(pages[-1]).write_text(f"<!doctype html><nav>Share</nav>{told}", encoding="utf-8")
    assert main(["compare", *pages, "--format", "csv"]) == 0
    assert capsys.readouterr().out == expected


@pytest.mark.parametrize("format", [name for name in FORMATS if FORMATS[name].encoding])
def test_every_format_that_is_text_can_be_printed(pair, capsys, format):
    assert main(["compare", *pair, "--format", format]) == 0
    assert PRINTED.get(format, REASON) in capsys.readouterr().out


def test_help_names_every_format(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["compare", "--help"])
    assert stop.value.code == 0
    out = " ".join(capsys.readouterr().out.split())
    assert all(format in out for format in FORMATS)
    assert "examples:" in out


@pytest.mark.parametrize("format", FORMATS)
def test_the_ending_of_the_output_file_implies_its_format(pair, tmp_path, capsys, format):
    output = tmp_path / f"report{FORMATS[format].suffix}"
    assert main(["compare", *pair, "-o", str(output)]) == 0
    data = output.read_bytes()
    assert main(["compare", *pair, "--format", format, "-o", str(output)]) == 0
    assert output.read_bytes() == data
    if encoding := FORMATS[format].encoding:
        assert PRINTED.get(format, REASON) in data.decode(encoding)
    else:
        assert "Differences" in openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert capsys.readouterr().out == ""


def test_format_wins_over_the_ending(pair, tmp_path):
    output = tmp_path / "report.txt"
    assert main(["compare", *pair, "--format", "json", "-o", str(output)]) == 0
    assert json.loads(output.read_bytes())["schema"] == "parallax/comparison/1"


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ([], 0),
        (["number"], 1),
        (["date"], 0),
        (["omission"], 1),
        (["major"], 1),
        (["minor"], 1),
        (["date", "number"], 1),
        (["date", "addition"], 0),
    ],
)
def test_fail_on_decides_the_exit_status(pair, wanted, status):
    assert main(["compare", *pair, *(word for kind in wanted for word in ("--fail-on", kind))]) == status


def test_fail_on_minor_includes_major(tmp_path):
    """The stand-in finds one major difference and no minor one in two equally long texts."""
    ru, en = tmp_path / "ru.txt", tmp_path / "en.txt"
    ru.write_text("Ремонт стоил 12 млн рублей.\n", encoding="utf-8")
    en.write_text("The repairs cost 15 million roubles.\n", encoding="utf-8")
    arguments = ["compare", "--sentences", str(ru), str(en)]
    assert main([*arguments, "--fail-on", "minor"]) == 1
    assert main([*arguments, "--fail-on", "major"]) == 1
    assert main([*arguments, "--fail-on", "omission"]) == 0


def test_one_text_may_come_from_standard_input(pair, capsys, monkeypatch):
    _stdin(monkeypatch, RUSSIAN.encode("cp1251"))
    assert main(["compare", "-", pair[1], "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["text"] == RUSSIAN


def test_sentences_are_taken_as_they_are(tmp_path, capsys):
    ru, en = tmp_path / "ru.txt", tmp_path / "en.txt"
    ru.write_bytes("Читайте также\r\n\r\nОдин. Два.\r\n".encode())
    en.write_bytes(b"Read also\n\nOne. Two.\n")
    assert main(["compare", "--sentences", str(ru), str(en), "--format", "json"]) == 0
    source = json.loads(capsys.readouterr().out)["source"]
    assert source["text"].split("\n") == ["Читайте также", "", "Один. Два."]
    assert {sentence["role"] for sentence in source["sentences"]} == {"body"}


def test_a_sample_can_be_compared(capsys):
    assert main(["samples"]) == 0
    assert "flood" in capsys.readouterr().out
    assert main(["compare", "--sample", "flood", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["language"] == "ru"


def test_a_failed_write_leaves_the_old_report(pair, tmp_path, monkeypatch):
    output = tmp_path / "report.html"
    output.write_text("old")

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["compare", *pair, "-o", str(output)]) == 2
    assert output.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["en.txt", "report.html", "ru.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_a_report_keeps_the_mode_of_the_file_it_replaces(pair, tmp_path):
    output = tmp_path / "report.html"
    output.write_text("old")
    output.chmod(0o640)
    assert main(["compare", *pair, "-o", str(output)]) == 0
    assert output.stat().st_mode & 0o777 == 0o640


@pytest.mark.model
def test_blank_lines_among_sentences_are_no_error(tmp_path):
    (tmp_path / "ru.txt").write_text("Кот спит дома у окна.\n\n   \nСобака спит во дворе.\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text("The cat sleeps at home.\n\n\nThe dog sleeps outside.\n", encoding="utf-8")
    done = process("compare", "--sentences", str(tmp_path / "ru.txt"), str(tmp_path / "en.txt"), "--format", "json")
    assert done.returncode == 0, done.stderr.decode()
    translated = json.loads(done.stdout)["translation"]["source"]["sentences"]
    assert [bool(text) for text in translated] == [True, False, False, True]


@pytest.mark.model
def test_a_sample_is_compared_for_real():
    done = process("compare", "--sample", "flood", "--format", "json", "--fail-on", "number")
    assert done.returncode == 1, done.stderr.decode()
    assert {found["kind"] for found in json.loads(done.stdout)["differences"]} >= {"number"}


def test_what_is_only_to_be_checked_by_eye_fails_nothing(tmp_path, capsys):
    pair = [tmp_path / "ru.txt", tmp_path / "en.txt"]
    pair[0].write_text("Мост через реку открыли в понедельник. Ремонт стоил 12 млн рублей.", encoding="utf-8")
    pair[1].write_text("The river bridge opened on Monday. The repair cost 12 million roubles.", encoding="utf-8")
    assert main(["compare", *map(str, pair), "--fail-on", "minor"]) == 0
    out = capsys.readouterr().out
    assert "No differences found." in out
    assert "To check by eye" in out


def test_one_file_may_hold_both_versions(pair, tmp_path, capsys):
    texts = [Path(name).read_text(encoding="utf-8").split("\n\n")[-1].replace("\n", " ") for name in pair]
    (tmp_path / "both.tsv").write_text("\t".join(texts) + "\n", encoding="utf-8")
    assert main(["compare", str(tmp_path / "both.tsv"), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [record[side]["text"] for side in ("source", "target")] == [" ".join(text.split()) for text in texts]
    assert record["source"]["origin"]["places"] == [{"start": 0, "kind": "row", "name": "1"}]


def test_an_office_document_is_compared_with_its_places(pair, tmp_path, capsys):
    lines = Path(pair[0]).read_text(encoding="utf-8").splitlines()
    (tmp_path / "ru.docx").write_bytes(word_file("".join(paragraph(line) for line in lines if line.strip())))
    assert main(["compare", str(tmp_path / "ru.docx"), pair[1]]) == 0
    assert "paragraph " in capsys.readouterr().out


def test_a_glossary_is_checked_and_told_in_the_report(pair, tmp_path, capsys):
    terms = tmp_path / "terms.csv"
    terms.write_text("мост;viaduct;Not: bridge\n", encoding="utf-8")
    assert main(["compare", *pair, "--glossary", str(terms), "--format", "json", "--fail-on", "term"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert {found["kind"] for found in report["differences"]} >= {"term"}
    assert {use["note"] for use in report["terms"]} == {"Not: bridge"}
    assert "|glossary:" in report["signature"]


def test_a_glossary_that_cannot_be_used_is_told_before_anything_is_compared(pair, tmp_path, capsys):
    terms = tmp_path / "terms.csv"
    terms.write_text("мост;bridge\nмост;viaduct\n", encoding="utf-8")
    assert main(["compare", *pair, "--glossary", str(terms)]) == 2
    assert "line 2" in capsys.readouterr().err
