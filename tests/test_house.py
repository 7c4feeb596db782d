"""The rules of the house: imports run one way, and Streamlit stays in its rooms."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "translate"
ROOMS = (
    "text",
    "engines",
    "alignment",
    "differences",
    "report",
    "review",
    "ui",
)  # a room may import from those before it
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Modules that a file imports when it runs, those for type checking alone left out."""
    names: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and id(node) not in guarded:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_imports_run_one_way(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    later = set(ROOMS[ROOMS.index(room) + 1 :]) if room in ROOMS else set()
    crossing = {
        name for name in imported(path) if name.split(".")[0] == "translate" and set(name.split(".")[1:2]) & later
    }
    assert not crossing


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_only_the_page_imports_streamlit(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] != "ui":
        assert not any(name.split(".")[0] == "streamlit" for name in imported(path))


def test_the_language_of_the_interface_stands_below_every_room() -> None:
    for path, known in ((PACKAGE / "interface.py", set()), (PACKAGE / "phrase.py", {"translate.interface"})):
        assert {name for name in imported(path) if name.startswith("translate")} == known


def test_the_alignment_never_meets_a_model() -> None:
    for path in (PACKAGE / "alignment").glob("*.py"):
        assert not any(name.startswith(("translate.engines", "translate.text")) for name in imported(path))


def test_files_stay_readable() -> None:
    """A file holds one idea; above 400 lines it holds two."""
    assert [str(p) for p in MODULES if len(p.read_text(encoding="utf-8").splitlines()) > 400] == []
