"""The index of the benchmarks is true, and every one of them can be started."""

import os
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

from translate.models.stored import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("measure", "fit", "build")
MODULES = sorted(
    f"benchmarks.{path.parent.name}.{path.stem}"
    for room in ROOMS
    for path in (ROOT / "benchmarks" / room).glob("*.py")
    if path.stem != "__init__"
)
# What only benchmarks need, and where it is not installed their imports cannot be tried: benchmarks/requirements.txt.
EXTRAS = ("sklearn", "scipy", "galechurch", "playwright")


def source(module: str) -> str:
    return (ROOT / module.replace(".", "/")).with_suffix(".py").read_text(encoding="utf-8")


SCRIPTS = [module for module in MODULES if '__name__ == "__main__"' in source(module)]


def named(document: str) -> set[str]:
    """Modules of benchmarks that a document names."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return set(re.findall(rf"\bbenchmarks\.(?:{'|'.join(ROOMS)})\.\w+", text))


def test_the_index_lists_every_module_and_no_other() -> None:
    lines = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    listed = [match.group(1) for line in lines if (match := re.match(r"\| `(benchmarks\.\w+\.\w+)` \| \S", line))]
    assert sorted(listed) == MODULES


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_documents_name_only_commands_that_exist(document: str) -> None:
    assert named(document) <= set(MODULES)
    assert not re.search(r"\b(?:fit|build)_\w+\.py", (ROOT / document).read_text(encoding="utf-8"))  # former names


def test_every_figure_of_the_readme_names_its_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text[text.index("| alignment, documents not seen in fitting |") :].split("\n\n")[0].splitlines()
    assert len(table) > 20
    for line in table:
        assert re.search(rf"`python -m benchmarks\.(?:{'|'.join(ROOMS)})\.\w+[^`]*` \|$", line), line


def settings() -> dict[str, str]:
    """The variables of the environment that Parallax reads; libraries set some of their own at their import."""
    return {name: value for name, value in os.environ.items() if name.startswith(("PARALLAX_", "ARGOS_", "XDG_"))}


@pytest.mark.parametrize("module", SCRIPTS)
def test_a_script_tells_how_it_is_started(
    module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each names itself in its description, and where it reads development data, takes their folder in one way.

    What it sets in the environment before it is asked to measure would change the tests after this one.
    """
    before = settings()
    try:
        main = import_module(module).main
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] in EXTRAS:
            pytest.skip(f"{error.name} is not installed")
        raise
    monkeypatch.setattr(sys, "argv", [module, "--help"])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert settings() == before
    assert f"python -m {module}" in told
    assert ("--data DATA" in told) == ("asked(" in source(module) or "data_folder(" in source(module))
    assert '"--data"' not in source(module)


@pytest.mark.parametrize("module", [module for module in SCRIPTS if module.startswith("benchmarks.fit.")])
def test_a_script_that_fits_can_write_what_it_fitted(module: str) -> None:
    """The file is called like the script, and the option is there in all of them."""
    model = module.rsplit(".", 1)[1]
    assert f'write_model("{model}"' in source(module)
    assert COMMANDS[model] == f"python -m {module} --write"
    assert re.search(r"(fit|page|second)_parser\(__doc__\)", source(module))
