"""`doctor`: what works and what is absent."""

import json
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from translate.cli import checks as checking
from translate.cli import examination
from translate.cli.checks import Check
from translate.cli.examination import REQUIREMENTS
from translate.cli.main import main

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def checked(monkeypatch):
    """What the checks find, by their order; tests/cli/test_checks.py is about the checks themselves."""
    found = [Check("cache", "ok", "written and read")]
    monkeypatch.setattr(checking, "checks", lambda **how: found)
    return found


def test_doctor_says_what_works(capsys):
    assert main(["doctor"], program="parallax") == 0
    out = capsys.readouterr().out
    assert "Comparing, aligning and detecting languages work" in out
    assert "The page works: parallax page" in out
    assert "samples" in out
    assert "Warnings" not in out


@pytest.fixture
def absent(monkeypatch):
    """Distributions that are not there, whatever is installed."""
    names = set()
    real = examination.installed_version
    monkeypatch.setattr(examination, "installed_version", lambda name: None if name in names else real(name))
    return names


def test_doctor_names_what_comparing_lacks(capsys, absent):
    absent |= {"razdel", "rich"}
    assert main(["doctor"]) == 2
    assert "Comparing does not: razdel, rich not installed. To mend it: pip install " in capsys.readouterr().out


def test_doctor_tells_how_the_page_is_added(capsys, absent):
    absent.add("streamlit")
    assert main(["doctor"]) == 0
    assert "The page does not work: pip install " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("there", "asked", "told"),
    [
        (True, "1", "The second encoder works."),
        (True, "0", "The second encoder is left out: PARALLAX_SECOND_ENCODER=0."),
        (False, "1", "The second encoder is not there; to add it: pip install "),
    ],
)
def test_doctor_tells_of_the_second_encoder(capsys, monkeypatch, tmp_path, there, asked, told):
    monkeypatch.setenv("PARALLAX_SECOND_ENCODER", asked)
    monkeypatch.setattr("translate.engines.word_states.weights_file", lambda: tmp_path if there else None)
    assert main(["doctor"]) == 0
    assert told in capsys.readouterr().out


def test_doctor_warns_of_files_that_are_not_ours(capsys, monkeypatch):
    monkeypatch.setattr(examination, "strangers", lambda: ["another project"])
    assert main(["doctor"]) == 0
    assert "\nWarnings\n  another project\n" in capsys.readouterr().out


def test_doctor_looks_for_all_that_the_package_requires():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {None: project["dependencies"]}
    extras = ("page", "translate", "web", "files", "accurate")
    required |= {extra: project["optional-dependencies"][extra] for extra in extras}
    each = [(Requirement(line), extra) for extra, lines in required.items() for line in lines]
    # What comparing takes on some machines alone is no must, and the doctor is silent about it.
    expected = {(line.name.lower(), extra) for line, extra in each if extra or not line.marker}
    assert {(name.lower(), extra) for name, _, extra in REQUIREMENTS} == expected


def test_a_problem_is_told_with_what_to_do_and_counts_for_scripts(capsys, checked):
    checked.append(Check("port", "problem", "8501 cannot be had", "Name another."))
    assert main(["doctor"]) == 2
    out = capsys.readouterr().out
    assert "  PROBLEM  port: 8501 cannot be had\n           To mend it: Name another.\n" in out
    assert out.endswith("To mend: 1\n")


def test_a_note_is_told_and_is_no_problem(capsys, checked):
    checked.append(Check("cache", "note", "it is off", "Turn it on."))
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "  note     cache: it is off\n           Turn it on.\n" in out
    assert out.endswith("All is well.\n")


def test_programs_read_it_as_json(capsys, checked):
    checked.append(Check("memory", "problem", "3 MB free", "End other programs."))
    assert main(["doctor", "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is False
    assert told["checks"] == [
        {"name": "cache", "state": "ok", "found": "written and read", "advice": ""},
        {"name": "memory", "state": "problem", "found": "3 MB free", "advice": "End other programs."},
    ]
    assert told["libraries"]["numpy"]
    assert Path(told["places"]["samples"]).is_dir()


def test_json_tells_what_comparing_lacks(capsys, absent):
    absent.add("razdel")
    assert main(["doctor", "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert (told["sound"], told["absent"], told["checks"]) == (False, ["razdel"], [])


def test_what_was_asked_reaches_the_checks(monkeypatch):
    asked = []
    monkeypatch.setattr(checking, "checks", lambda **how: asked.append(how) or [])
    main(["doctor", "--quick", "--port", "8600"])
    main(["doctor"])
    assert asked == [{"port": 8600, "quick": True}, {"port": None, "quick": False}]
