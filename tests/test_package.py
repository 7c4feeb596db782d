"""What `pip install` brings: wheel and sdist work far from the checkout, and requirements keep in step with them."""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import urllib.request
import venv
import zipfile
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version
from server import free_port, wait_for

from translate import __version__
from translate.installation import DISTRIBUTION, SECOND_ENCODER

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TESTING = {"pytest", "pytest-xdist", "hypothesis", "hatchling"}
HELP_SECONDS = 0.15
SECONDS = 180  # after which a program is stopped
# The command line of a light installation.
CORE = """
import sys
absent = "streamlit pandas pyarrow argostranslate ctranslate2 sentencepiece httpcore feedparser"
for name in absent.split():
    sys.modules[name] = None
from translate.cli.main import main
sys.exit(main())
"""
DRAWN = """
from streamlit.testing.v1 import AppTest
from translate.installation import shipped
page = AppTest.from_file(str(shipped("app.py")), default_timeout=60).run()
assert not page.exception, page.exception
print(page.title[0].value)
"""
CLIENT = '''"""A user's program."""
from translate import Comparison, Options, compare

found: Comparison = compare("Один", "One", Options(engine="gloss"))
kinds: list[str] = [difference.kind for difference in found.differences]
wrong: int = compare("Один", "One")
'''


def built(target: str, source: Path, folder: Path) -> Path:
    """The wheel or sdist of a source tree, built without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, text=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist of this checkout."""
    return built("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist alone: so that both are whole."""
    source = tmp_path_factory.mktemp("source")
    with tarfile.open(sdist) as archive:
        archive.extractall(source, filter="data")
    (unpacked,) = source.iterdir()
    return built("wheel", unpacked, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel in it; libraries are those of the running one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    install = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, text=True)
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return Path(sysconfig.get_path("scripts", vars={"base": str(folder)}))


def run(*command: str | Path, folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run a program in a folder from which the checkout is not seen, with more variables of the environment."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")}
    words = [*map(str, command)]
    done = subprocess.run(
        words, check=False, cwd=folder, env=kept | variables, capture_output=True, encoding="utf-8", timeout=SECONDS
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.mark.package
def test_the_wheel_holds_what_is_needed_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tops = {name.partition("/")[0] for name in names}
    assert {re.sub(r"-[0-9].*", "", top) for top in tops} == {"translate", "parallax_news"}
    shipped = {name.removeprefix("translate/shipped/") for name in names if name.startswith("translate/shipped/")}
    samples = {f"samples/{path.relative_to(ROOT / 'samples').as_posix()}" for path in (ROOT / "samples").rglob("*.*")}
    demos = {f"demo/{path.name}" for path in (ROOT / "demo").glob("*.argosmodel")}
    assert len(demos) == 2
    assert shipped == samples | demos | {"app.py", ".streamlit/config.toml"}
    tracked = subprocess.run(["git", "ls-files", "translate"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert set(tracked.stdout.split()) <= names
    assert "translate/py.typed" in names


@pytest.mark.package
@pytest.mark.model
def test_a_sample_is_compared_from_any_folder(environment: Path, tmp_path: Path) -> None:
    done = run(environment / "parallax", "compare", "--sample", "flood", "--format", "markdown", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Verkhnerechensk" in done.stdout


@pytest.mark.package
def test_samples_version_and_doctor_work_from_any_folder(environment: Path, tmp_path: Path) -> None:
    assert run(environment / "parallax", "--version", folder=tmp_path).stdout == f"Parallax {__version__}\n"
    listed = run(environment / "python", "-m", "translate", "samples", folder=tmp_path).stdout
    stories = sorted(path.name for path in (ROOT / "samples").iterdir() if path.is_dir())
    assert [line.split()[0] for line in listed.split("\n\n")[0].splitlines()] == stories
    doctor = run(environment / "parallax", "doctor", folder=tmp_path)
    assert doctor.returncode == 0
    assert "The page works: parallax page" in doctor.stdout
    assert "Warnings" not in doctor.stdout
    assert str(ROOT) not in doctor.stdout


@pytest.mark.package
def test_help_is_there_in_a_moment(environment: Path, tmp_path: Path) -> None:
    """The best of several starts, by the time that it computes: others may keep the machine busy."""

    def computed() -> float:
        times = os.times()
        return times.children_user + times.children_system

    seconds = []
    for _ in range(10):
        before = computed()
        assert run(environment / "parallax", "--help", folder=tmp_path).stdout.startswith("usage: parallax ")
        seconds.append(computed() - before)
    assert min(seconds) <= HELP_SECONDS


@pytest.mark.package
@pytest.mark.model
def test_the_page_is_served_and_drawn(environment: Path, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    command = [str(environment / "parallax"), "page", "--port", str(port), "--no-browser"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(f"http://localhost:{port}/_stcore/health", process, log)
            with urllib.request.urlopen(f"http://localhost:{port}/", timeout=10) as answer:
                assert answer.status == 200
                assert b"<title>" in answer.read()
        finally:
            process.terminate()
            process.wait(timeout=20)
    drawn = run(environment / "python", "-c", DRAWN, folder=tmp_path)
    assert drawn.stdout.splitlines()[-1] == "The same story, seen from two languages", drawn.stderr


@pytest.mark.package
@pytest.mark.model
def test_the_core_compares_without_the_libraries_of_the_extras(environment: Path, tmp_path: Path) -> None:
    def core(*arguments: str) -> "subprocess.CompletedProcess[str]":
        cache = str(tmp_path / "cache")  # its own: what is remembered needs no libraries
        return run(environment / "python", "-c", CORE, *arguments, folder=tmp_path, XDG_CACHE_HOME=cache)

    report = tmp_path / "report.xlsx"
    for arguments in (
        ("compare", "--sample", "flood", "-o", str(report)),
        ("compare", "--sample", "flood", "--format", "html"),
        ("samples",),
        ("packages", "list"),
    ):
        done = core(*arguments)
        assert done.returncode == 0, done.stderr
        advice = "To install them: pip install " if arguments[0] == "compare" else ""
        assert advice in done.stderr
        assert len(done.stderr.splitlines()) == bool(advice)
    assert zipfile.is_zipfile(report)
    for arguments, library in (
        (("page",), "streamlit"),
        (("packages", "available"), "argos-translate-lt"),
        (("compare", "--sample", "flood", "--engine", "demonstration"), "ctranslate2"),
    ):
        done = core(*arguments)
        assert done.returncode == 2
        assert f"needs {library}, which is not installed. To install it: pip install " in done.stderr


@pytest.mark.package
@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is not installed")
def test_a_type_checker_knows_our_types(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    python = f"--python-executable={environment / 'python'}"
    done = run(sys.executable, "-m", "mypy", "--strict", python, "client.py", folder=tmp_path)
    assert done.stdout.splitlines() == [
        "client.py:6: error: Incompatible types in assignment "
        '(expression has type "Comparison", variable has type "int")  [assignment]',
        "Found 1 error in 1 file (checked 1 source file)",
    ]


def listed(*files: str) -> dict[str, SpecifierSet]:
    """What requirements files ask for."""
    lines = [line.partition("#")[0].strip() for file in files for line in (ROOT / file).read_text("utf-8").splitlines()]
    return asked_for([line for line in lines if line])


def asked_for(lines: list[str]) -> dict[str, SpecifierSet]:
    """Requirements by name; those on our own extras, which are lists of others, left out."""
    known = [Requirement(line) for line in lines]
    return {canonicalize_name(one.name): one.specifier for one in known if one.name != PROJECT["name"]}


def of_extras(*extras: str) -> dict[str, SpecifierSet]:
    """What pyproject.toml asks for: the core and some extras."""
    lines = [line for extra in extras for line in PROJECT["optional-dependencies"][extra]]
    return asked_for([*PROJECT["dependencies"], *lines])


def bounds(versions: SpecifierSet) -> tuple[Version, Version]:
    """The first version that is allowed and the first that is not any more."""
    ends = {one.operator: Version(one.version) for one in versions}
    return ends[">="], ends["<"]


def test_the_requirements_files_keep_in_step_with_the_package() -> None:
    """They name all that package and extras name, from the same version on, up to the same or an earlier one."""
    named, wanted = (
        listed("requirements.txt", "requirements-dev.txt"),
        of_extras("page", "translate", "web", "files", "batch", "serve", "cluster", "s3", "dev"),
    )
    assert wanted.keys() <= named.keys()
    for name, versions in wanted.items():
        (first, end), (named_first, named_end) = bounds(versions), bounds(named[name])
        assert named_first == first, name
        assert named_end <= end, name


def test_requirements_txt_is_enough_to_run_and_to_test() -> None:
    assert (
        listed("requirements.txt").keys()
        >= of_extras("page", "translate", "web", "files", "batch", "serve").keys() | TESTING
    )


def test_what_else_the_requirements_files_name_is_brought_along() -> None:
    """Bounds of what others need; nothing else slips in."""
    named, wanted = (
        listed("requirements.txt", "requirements-dev.txt"),
        of_extras("page", "translate", "web", "files", "batch", "serve", "cluster", "s3", "dev"),
    )
    assert named.keys() - wanted.keys() <= brought_along(wanted)


def brought_along(names: Iterable[str]) -> set[str]:
    """All that these distributions need, and what that needs, as it is installed."""
    found, left = set(), [*names]
    while left:
        try:
            needed = [Requirement(line) for line in requires(left.pop()) or ()]
        except PackageNotFoundError:
            continue
        new = {
            canonicalize_name(one.name) for one in needed if one.marker is None or one.marker.evaluate({"extra": ""})
        }
        left += new - found
        found |= new
    return found


def test_no_library_of_tests_is_required() -> None:
    assert of_extras("page", "translate", "web", "files", "batch", "serve", "cluster", "s3").keys().isdisjoint(TESTING)
    assert set(PROJECT["optional-dependencies"]) == {
        "page", "translate", "web", "files", "batch", "serve", "cluster", "s3", "accurate", "all", "dev",
    }  # fmt: skip
    assert PROJECT["optional-dependencies"]["all"] == [f"{PROJECT['name']}[page,translate,web,files,batch,serve]"]


def test_the_distribution_has_the_name_that_messages_tell() -> None:
    assert PROJECT["name"] == DISTRIBUTION


def test_messages_tell_the_releases_of_the_second_encoder_that_the_package_asks_for() -> None:
    (line,) = PROJECT["optional-dependencies"]["accurate"]
    assert asked_for([line]) == asked_for([SECOND_ENCODER])


@pytest.mark.parametrize(
    ("system", "machine", "there"),
    [
        ("linux", "x86_64", True),
        ("linux", "aarch64", True),
        ("darwin", "arm64", True),
        ("linux", "i686", False),
        ("darwin", "x86_64", False),
        ("win32", "AMD64", False),
    ],
)
def test_the_second_encoder_is_asked_for_where_there_is_a_wheel_of_it(system: str, machine: str, there: bool) -> None:
    """Elsewhere pip would compile it, which needs a compiler and fails on Windows."""
    marker = Requirement(PROJECT["optional-dependencies"]["accurate"][0]).marker
    assert marker is not None
    assert marker.evaluate({"sys_platform": system, "platform_machine": machine, "extra": ""}) == there
