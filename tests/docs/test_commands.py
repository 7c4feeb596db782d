"""The commands that the pages of docs/ show are commands."""

import json
import re
import shlex
from pathlib import Path

import pytest

from translate.cli.main import main, parser
from translate.samples import load_sample

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:python -m translate|parallax) (.*)$", re.MULTILINE)
ELSEWHERE = (  # a connection, a server, a model, a page
    "packages install",
    "--engine libretranslate",
    "--engine ctranslate2",
    "page --",
    "serve",
    "https://",
    "--scheduler",
)


def commands(page: Path) -> list[str]:
    """What follows the name of the program, line by line."""
    return [line for block in BLOCK.findall(page.read_text(encoding="utf-8")) for line in COMMAND.findall(block)]


SHOWN = [(page.name, line) for page in sorted((ROOT / "docs").glob("*.md")) for line in commands(page)]


def test_the_pages_show_commands() -> None:
    assert {"tutorial.md", "how-to.md"} <= {page for page, _ in SHOWN}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reader of the pages has: two versions of a story in many forms, and sentences in other languages."""
    folder = tmp_path_factory.mktemp("reader")
    sample = load_sample("flood")
    for name, text in (("ru", sample.source), ("en", sample.target)):
        (folder / f"{name}.jsonl").write_text(json.dumps({"text": text}), encoding="utf-8")
    for name, text in {
        "russian": sample.source,
        "english": sample.target,
        "short": "\n\n".join(sample.target.split("\n\n")[:4]),
        "german": "Starker Regen überschwemmte die Altstadt.\nEin Konzert fiel aus.\n",
        "french": "De fortes pluies ont inondé la vieille ville.\nUn concert a été annulé.\n",
    }.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    for name, text in (("russian", sample.source), ("english", sample.target)):
        (folder / name).mkdir()
        (folder / name / "2024-05-31.txt").write_text(text, encoding="utf-8")
    (folder / "pairs.csv").write_text("source,target\nrussian.txt,english.txt\n", encoding="utf-8")
    return folder


@pytest.mark.model
@pytest.mark.parametrize(("page", "line"), SHOWN, ids=[f"{page}: {line}" for page, line in SHOWN])
def test_a_command_of_the_pages_does_what_it_says(
    page: str, line: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It runs without an error, and fails only where it is asked to; what a reader lacks is read alone."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder / "packages"))
    arguments = shlex.split(line)
    if any(words in line for words in ELSEWHERE):
        assert parser().parse_args(arguments).run
        return
    assert main(arguments) == (1 if "--fail-on" in line else 0), capsys.readouterr().err
    if "-o" in arguments:
        assert (folder / arguments[arguments.index("-o") + 1]).stat().st_size > 500
