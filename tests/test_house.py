"""The rules of the house: imports run one way, and Streamlit stays in its room."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "translate"
# Every room and every loose file; each may import from itself and from those before it, and from nothing else of ours.
ORDER = (
    "wording",
    "installation",
    "errors",
    "settings",
    "models",
    "languages",
    "text",
    "options",
    "facts",
    "web",
    "engines",
    "pages",
    "story",
    "alignment",
    "counterparts",
    "differences",
    "comparison",
    "samples",
    "pipeline",
    "testing",
    "records",
    "report",
    "several",
    "review",
    "batch",
    "matching",
    "desk",
    "service",
    "cli",
    "ui",
)
# A result can write and show itself: methods of Comparison import, when they are called, what turns it into a report.
SHOWS_ITSELF = {"comparison.py": {"records", "report"}}
ENTRANCES = ("__init__", "__main__")  # they open the house, so they may know every room
MOST_LOOSE_FILES = 10
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
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def room(path: Path) -> str:
    """The room a module stands in, or its own name where it stands loose."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_imports_run_one_way(path: Path) -> None:
    if room(path) in ENTRANCES:
        return
    allowed = set(ORDER[: ORDER.index(room(path)) + 1]) | SHOWS_ITSELF.get(str(path.relative_to(PACKAGE)), set())
    ours = {name.split(".")[1] for name in imported(path) if name.split(".")[0] == "translate"}
    assert ours - {"__version__"} - public_names(path) <= allowed


def test_a_result_needs_no_report_to_be_made() -> None:
    """Those imports stand inside methods, so that a comparison is made without loading a report."""
    for name, rooms in SHOWS_ITSELF.items():
        tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
        at_the_top = [node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)]
        assert not [module for module in at_the_top if module.startswith(tuple(f"translate.{room}" for room in rooms))]


def public_names(path: Path) -> set[str]:
    """What the command line and the page may take from the front door, as any user does."""
    if room(path) not in ("cli", "ui"):
        return set()
    return {name.split(".")[1] for name in imported(path) if name.count(".") == 1 and name.startswith("translate.")}


def test_every_room_has_its_place() -> None:
    """A room that stands in no list is checked by nobody."""
    assert {room(path) for path in MODULES} - set(ENTRANCES) <= set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_only_the_page_imports_streamlit(path: Path) -> None:
    if room(path) != "ui":
        assert not any(name.split(".")[0] == "streamlit" for name in imported(path))


def test_the_alignment_is_handed_arrays() -> None:
    """Of the rooms before it, it knows the arrays that stand for a text and what is fitted on them, and no text."""
    rooms = ("alignment", "models", "story.vectors", "wording", "errors")
    known = tuple(f"translate.{room}." for room in rooms)
    for path in (PACKAGE / "alignment").glob("*.py"):
        assert [name for name in imported(path) if name.startswith("translate.") and not name.startswith(known)] == []


def test_few_files_stand_loose() -> None:
    assert len([path for path in MODULES if path.parent == PACKAGE]) <= MOST_LOOSE_FILES


def test_files_stay_readable() -> None:
    """A file holds one idea; above 400 lines it holds two."""
    assert [str(p) for p in MODULES if len(p.read_text(encoding="utf-8").splitlines()) > 400] == []
