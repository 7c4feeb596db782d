"""A whole batch: its files, what does not stop it, and what is left after a kill."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from killed import killed_at_each_step
from standin import ENGLISH, RUSSIAN, standin_compare

import translate.batch
from translate.batch import Given, Pair
from translate.batch.home import LOCK
from translate.batch.journal import NAME as JOURNAL
from translate.errors import InputError, OptionError, OutputError
from translate.options import Options
from translate.records.comparison_record import comparison_from_json

OPTIONS = Options(engine="none")


def run(pairs, out, **settings):
    return translate.batch.run(pairs, out, settings.pop("options", OPTIONS), **{"workers": 0, **settings})


def contents(folder):
    """What a batch has written, but for what tells how it was done."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in (JOURNAL, LOCK)
    }


@pytest.fixture
def compared(monkeypatch, no_model):
    """Sources of the pairs that were compared, in their order."""
    done = []

    def counting(source, target, options, *, progress=None):
        done.append(source)
        return standin_compare(source, target, options, progress=progress)

    monkeypatch.setattr("translate.batch.task.compare", counting)
    return done


def test_each_pair_has_its_files_and_its_line(no_model, stories, tmp_path):
    result = run(stories, tmp_path / "out", formats=("html", "csv"))
    assert (result.pairs, result.errors, result.resumed) == (4, 1, 0)
    assert sorted(contents(tmp_path / "out")) == [
        "index.html",
        *(f"results/00000/0000000{n}.{suffix}" for n in (1, 2, 4) for suffix in ("csv", "html", "json")),
        "summary.csv",
        "summary.jsonl",
    ]
    first, unrelated, refused, turned = result.outcomes()
    found = standin_compare(RUSSIAN, ENGLISH, OPTIONS)
    text = (tmp_path / "out" / first.result).read_text(encoding="utf-8")
    assert comparison_from_json(text).to_dict() == found.to_dict()
    assert (first.id, first.exit_status, first.about) == ("bridge", 0, {"outlet": "=1+1"})
    assert first.title == "Мост открыли после ремонта"
    assert first.source_coverage == round(found.coverage.source, 4)
    assert first.differences == len(found.differences) == sum(first.kinds.values()) > 0
    assert list(first.reports) == ["html", "csv"]
    assert unrelated.same_story < 0.5 < first.same_story
    assert (refused.exit_status, refused.result) == (2, "")
    assert "Both texts are in Russian" in refused.error
    assert (turned.source_language, turned.target_language) == ("en", "ru")


def test_the_table_hands_no_formula_to_a_spreadsheet(no_model, stories, tmp_path):
    run(stories, tmp_path / "out")
    text = (tmp_path / "out" / "summary.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["number"] for row in rows] == ["1", "2", "3", "4"]
    assert rows[1]["id"] == "'=HYPERLINK(1)"
    assert int(rows[0]["kind_omission"]) > 0
    assert (rows[2]["kind_omission"], rows[2]["differences"], rows[2]["exit_status"]) == ("", "", "2")


def test_what_nobody_foresaw_is_an_error_of_its_pair_with_its_details(monkeypatch, stories, tmp_path):
    def broken(*arguments, **named):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("translate.batch.task.compare", broken)
    result = run(stories, tmp_path / "out")
    first = next(result.outcomes())
    assert (result.errors, first.exit_status) == (4, 70)
    assert "ZeroDivisionError: a bug" in first.error
    details = (tmp_path / "out" / "results/00000/00000001.error.txt").read_text(encoding="utf-8")
    assert "results/00000/00000001.error.txt" in first.error
    assert details.startswith("Traceback")


def test_a_second_run_compares_nothing_again(compared, stories, tmp_path):
    run(stories, tmp_path / "out")
    before = contents(tmp_path / "out")
    told = []
    assert len(compared) == 4
    result = run(stories, tmp_path / "out", progress=told.append)
    assert len(compared) == 4
    assert (result.pairs, result.errors, result.resumed) == (4, 1, 4)
    assert contents(tmp_path / "out") == before
    assert (told[-1].done, told[-1].errors, told[-1].total, told[-1].left) == (4, 1, 4, None)


def test_pairs_that_came_or_changed_or_lost_their_files_are_compared(compared, stories, tmp_path):
    run(stories, tmp_path / "out")
    rows = stories.read_text(encoding="utf-8").splitlines()
    stories.write_text("\n".join([rows[0], rows[3], *rows[2:], rows[0]]), encoding="utf-8")
    (tmp_path / "out" / "results/00000/00000004.json").unlink()
    del compared[:]
    result = run(stories, tmp_path / "out")
    assert compared == [ENGLISH, ENGLISH, RUSSIAN]  # the second is another one, the fourth lost its file, one is new
    assert (result.pairs, result.resumed) == (5, 2)
    assert contents(tmp_path / "out") == contents(_fresh(stories, tmp_path))


def _fresh(stories, tmp_path):
    run(stories, tmp_path / "fresh")
    return tmp_path / "fresh"


def test_errors_are_tried_again_where_that_is_asked_for(compared, stories, tmp_path):
    run(stories, tmp_path / "out")
    del compared[:]
    assert run(stories, tmp_path / "out", retry_errors=True).resumed == 3
    assert compared == [RUSSIAN]


def test_other_settings_are_no_way_to_go_on(compared, stories, tmp_path):
    run(stories, tmp_path / "out")
    careful = Options(engine="none", operating_point="careful")
    with pytest.raises(OutputError, match="operating_point: balanced, now careful"):
        run(stories, tmp_path / "out", options=careful)
    assert run(stories, tmp_path / "out", options=careful, anew=True).resumed == 0


def test_an_api_key_stands_in_no_file(no_model, stories, tmp_path):
    options = Options(engine="libretranslate", url="http://localhost:1", api_key="secret-key")
    run(stories, tmp_path / "out", options=options)
    assert not any(b"secret-key" in path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
def test_a_batch_that_is_killed_at_any_step_is_gone_on_with_to_the_same_files(no_model, stories, tmp_path):
    rows = stories.read_text(encoding="utf-8").splitlines()
    stories.write_text("\n".join(rows[:3]), encoding="utf-8")
    expected = contents(_fresh(stories, tmp_path))
    resumed = []
    for step in killed_at_each_step(lambda: run(stories, tmp_path / "stepped", anew=True)):
        out = tmp_path / "stepped"
        resumed.append(run(stories, out).resumed)
        for path in out.rglob("*.part"):  # a later run sweeps it away
            path.unlink()
        assert contents(out) == expected, f"killed before step {step}"
    assert set(resumed) == {0, 1, 3}  # the third cannot be compared, and is noted without a file of its own


def test_a_line_of_the_journal_that_was_cut_off_or_is_damaged_is_done_again(compared, stories, tmp_path):
    run(stories, tmp_path / "out")
    before = contents(tmp_path / "out")
    journal = tmp_path / "out" / JOURNAL
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:2], b"{nonsense}\n", lines[3], lines[4][:40]]))
    del compared[:]
    assert run(stories, tmp_path / "out").resumed == 2
    assert len(compared) == 2
    assert contents(tmp_path / "out") == before


def test_what_is_no_journal_is_not_written_over(no_model, stories, tmp_path):
    (tmp_path / JOURNAL).write_text("my diary\n", encoding="utf-8")
    with pytest.raises(OutputError, match="is no journal of a batch"):
        run(stories, tmp_path)
    assert (tmp_path / JOURNAL).read_text(encoding="utf-8") == "my diary\n"


def test_two_batches_do_not_work_in_one_folder(no_model, stories, tmp_path):
    def second(progress):
        if progress.done:
            with pytest.raises(OutputError, match="Another batch is at work"):
                run(stories, tmp_path / "out")
            refused.append(True)

    refused = []
    run(stories, tmp_path / "out", progress=second)
    assert refused


def test_a_full_disk_stops_the_batch_and_is_no_error_of_a_pair(monkeypatch, no_model, stories, tmp_path):
    def full(name, data):
        raise OutputError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("translate.batch.task.write_output", full)
        with pytest.raises(OutputError, match="full"):
            run(stories, tmp_path / "out")
    assert run(stories, tmp_path / "out").errors == 1


def test_pairs_may_come_from_anywhere(no_model, tmp_path):
    """They are counted as they come, so that there may be no end to them."""
    pairs = (Pair(n, f"p{n}", Given("text", RUSSIAN), Given("text", ENGLISH)) for n in (1, 2))
    told = []
    result = run(pairs, tmp_path / "out", progress=told.append)
    assert [outcome.id for outcome in result.outcomes()] == ["p1", "p2"]
    assert {progress.total for progress in told} == {None}


def test_files_of_two_folders(no_model, tmp_path):
    for name, text in (("ru", RUSSIAN), ("en", ENGLISH)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bridge.txt").write_text(text, encoding="utf-8")
    (outcome,) = run((tmp_path / "ru", tmp_path / "en"), tmp_path / "out").outcomes()
    assert (outcome.id, outcome.exit_status) == ("bridge", 0)
    assert outcome.source == str(tmp_path / "ru" / "bridge.txt")


@pytest.mark.parametrize(("setting", "told"), [({"workers": -1}, "workers must be"), ({"formats": ["pdf"]}, "Unknown")])
def test_wrong_settings_are_told_before_anything_is_made(stories, tmp_path, setting, told):
    with pytest.raises(OptionError, match=told):
        run(stories, tmp_path / "out", **setting)
    assert not (tmp_path / "out").exists()


def test_a_damaged_table_is_told_before_anything_is_compared(compared, stories, tmp_path):
    with stories.open("a", encoding="utf-8") as file:
        file.write("nonsense\n")
    with pytest.raises(InputError, match="line 5 is damaged"):
        run(stories, tmp_path / "out")
    assert compared == []


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_processes_killed_in_the_middle_leave_what_a_second_run_ends_with_the_same_bytes(tmp_path):
    rows = [
        {"source_text": f"{RUSSIAN} Их было {n}.", "target_text": f"{ENGLISH} There were {n} of them."}
        for n in range(8)
    ]
    table = tmp_path / "pairs.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-m", "translate", "batch", str(table), "--engine", "none", "--workers", "2", "-o"]
    running = subprocess.Popen([*command, str(tmp_path / "killed")], start_new_session=True)
    journal = tmp_path / "killed" / JOURNAL
    deadline = time.monotonic() + 120
    while not (journal.is_file() and journal.read_bytes().count(b"\n") > 2):
        assert running.poll() is None, "it was done before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.01)
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    known = journal.read_bytes().count(b"\n") - 1
    assert 2 <= known < len(rows)
    result = run(table, tmp_path / "killed", options=_as_the_command_line(), workers=2)
    assert result.resumed == known
    whole = run(table, tmp_path / "whole", options=_as_the_command_line())
    assert (whole.errors, whole.pairs) == (0, 8)
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


def _as_the_command_line():
    """It says the limits, so that whoever compares elsewhere keeps to those in force here."""
    return Options(engine="none", max_characters=1_000_000, max_sentences=20_000, max_seconds=3600.0)
