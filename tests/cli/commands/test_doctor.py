"""`doctor`: what works and what is absent."""

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from translate.cli import examination
from translate.cli.examination import REQUIREMENTS
from translate.cli.main import main

ROOT = Path(__file__).parents[3]


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
    expected = {(Requirement(line).name.lower(), extra) for extra, lines in required.items() for line in lines}
    assert {(name.lower(), extra) for name, _, extra in REQUIREMENTS} == expected
