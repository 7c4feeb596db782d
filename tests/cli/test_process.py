"""The command line as a process: closed streams, signals, little memory, and what nobody foresaw."""

import os
import signal
import subprocess
import sys
import time

import pytest
from command_line import ROOT

from translate.cli.unforeseen import told
from translate.pipeline import STAGES

posix = pytest.mark.skipif(os.name != "posix", reason="closes streams, limits memory or sends signals as a shell does")
COMMAND = f"{sys.executable} -m translate"
# Fails where no test foresees it, in a process of its own.
BROKEN = "import translate.cli.main as main\ndef fail(**how): raise {error}\nmain.main = fail\n"
RUN = "import sys\nfrom translate.__main__ import run\nsys.exit(run())"


def shell(line, **variables):
    """Run a line of a shell, with the command line as PARALLAX."""
    line = line.replace("PARALLAX ", f"{COMMAND} ")
    environment = {**os.environ, **variables}
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, cwd=ROOT, env=environment, timeout=120, check=False
    )


def failing(error, *, before="", **variables):
    """Run a process whose command raises an error."""
    code = before + BROKEN.format(error=error) + RUN
    environment = {**os.environ, **variables}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60, check=False
    )


@posix
@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        ("PARALLAX detect README.md >&-", 2, "parallax: Cannot write to standard output: bad file descriptor"),
        ("PARALLAX --help >&-", 2, "parallax: Cannot write to standard output: Bad file descriptor"),
        ("PARALLAX detect - <&-", 2, "parallax: Cannot read standard input: bad file descriptor"),
        ("PARALLAX detect README.md 2>&-", 0, ""),
        ("PARALLAX detect nowhere.txt 2>&-", 2, ""),
        ("PARALLAX detect nowhere.txt <&- >&- 2>&-", 2, ""),
        ("PARALLAX detect README.md <&-", 0, ""),
    ],
)
def test_a_closed_stream_ends_in_the_right_status(line, status, told):
    done = shell(line)
    assert done.returncode == status
    assert done.stderr.decode().startswith(told)
    assert done.stderr.count(b"\n") == bool(told)


@posix
def test_no_file_takes_the_place_of_a_closed_stream(tmp_path):
    """The cache would be the first file to be opened, and the report would be printed into it."""
    code = "import os; from translate.cli.process import _open_streams; _open_streams(); print(os.open('f', 65, 384))"
    line = f'{sys.executable} -c "{code}" <&- 2>&-'
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True
    )
    assert int(done.stdout) > 2


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a disk that is always full")
def test_a_full_disk_behind_standard_output_is_told():
    done = shell("PARALLAX detect README.md > /dev/full")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"no space left on device" in done.stderr


@posix
@pytest.mark.parametrize("line", ["PARALLAX --help | true", "PARALLAX detect nowhere.txt 2>&1 | true"])
def test_a_reader_that_went_away_is_no_error(line):
    done = shell(f"{line}; exit ${{PIPESTATUS[0]}}")
    assert done.stderr == b""
    assert done.returncode == (2 if "nowhere" in line else 0)


@posix
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("place", ["translate.cli.process", "numpy", "translate.pipeline"])
def test_a_signal_during_imports_ends_it_without_a_traceback(tmp_path, number, status, place):
    """Wherever it comes: what is imported next sends it."""
    code = (
        "import sys, signal\n"
        "class Sender:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {place!r}: signal.raise_signal({int(number)})\n"
        "sys.meta_path.insert(0, Sender())\n"
        "sys.argv = ['parallax', 'compare', '--sample', 'flood']\n" + RUN
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == status
    assert done.stdout == b""
    assert done.stderr in (b"", b"parallax: stopped\n")


@posix
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_during_the_work_ends_it_and_leaves_the_old_file(tmp_path, number, status):
    report = tmp_path / "report.txt"
    report.write_text("old")
    code = (
        "import os, signal, time, translate.cli.commands.detecting as room\n"
        "import translate.text.detection as detection\n"
        f"def slow(*given, **how): os.kill(os.getpid(), {int(number)}); time.sleep(30)\n"
        "import translate; translate.detect_language = slow; detection.detect_language = slow\n"
        "import sys; sys.argv = ['parallax', 'detect', 'README.md']\n" + RUN
    )
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert time.monotonic() - begun < 25
    assert done.returncode == status
    assert done.stderr == b"parallax: stopped\n"
    assert report.read_text() == "old"


@posix
def test_ctrl_c_in_any_stage_of_a_comparison_ends_it_and_leaves_the_old_report(tmp_path):
    """Each stage needs a process that ends in it. One of them imports for all and leaves the stages to its children."""
    report = tmp_path / "report.html"
    report.write_text("old")
    code = (
        "import os, signal, sys, translate\n"
        "from standin import ENGLISH, RUSSIAN, BilingualEmbedder\n"
        "from translate.pipeline import STAGES, compare as whole\n"
        "from translate.text.versions import read_version\n"
        "import translate.cli.main, translate.report.html_report\n"
        "for name, text in (('ru.txt', RUSSIAN), ('en.txt', ENGLISH)): open(name, 'w').write(text)\n"
        "def compare(source, target, options, **how):\n"
        "    def tell(now, done, total):\n"
        "        if now == stage: os.kill(os.getpid(), signal.SIGINT)\n"
        "    sides = map(read_version, (source, target))\n"
        "    return whole(*sides, options, progress=tell, embedder=BilingualEmbedder())\n"
        "translate.compare = compare\n"
        "from translate.__main__ import run\n"
        "sys.argv = 'parallax compare ru.txt en.txt --engine gloss --format html --output report.html'.split()\n"
        "for stage in (*STAGES, 'none'):\n"
        "    child = os.fork()\n"
        "    if not child: os._exit(run())\n"
        "    print(stage, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)\n"
        "    if stage != 'none': assert open('report.html').read() == 'old'\n"
    )
    search = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "helpers")])
    environment = {**os.environ, "PYTHONPATH": search}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=tmp_path, env=environment, timeout=120, check=False
    )
    *stopped, unhindered = done.stdout.decode().splitlines()
    assert stopped == [f"{stage} 130" for stage in STAGES], done.stderr
    assert unhindered in ("none 0", "none 1")  # 1 tells of differences
    assert done.stderr.decode().splitlines() == ["parallax: stopped"] * len(STAGES)
    assert report.read_text() != "old"
    assert {path.name for path in tmp_path.iterdir()} == {"ru.txt", "en.txt", "report.html"}


@posix
@pytest.mark.parametrize(
    "stop",
    [
        "raise ImportError('numpy was interrupted')",  # what libraries make of it
        "pass",  # at the very end, while Python closes
    ],
)
def test_what_becomes_of_a_signal_is_no_traceback(stop):
    code = (
        "import os, signal, sys, translate.cli.main as main\n"
        "def work(**how):\n"
        "    try: os.kill(os.getpid(), signal.SIGINT); signal.pause()\n"
        f"    except KeyboardInterrupt: {stop}\n"
        "    return 130\n"
        "main.main = work\n" + RUN
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


@posix
def test_a_signal_that_comes_while_something_is_deleted_is_not_lost():
    """Python prints what a __del__ raises and goes on."""
    code = (
        "import os, signal, sys, time, translate.cli.main as main\n"
        "class Dying:\n"
        "    def __del__(self): os.kill(os.getpid(), signal.SIGINT)\n"
        "def work(**how):\n"
        "    dying = Dying(); del dying\n"
        "    time.sleep(30)\n"
        "main.main = work\n" + RUN
    )
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (130, b"")
    assert time.monotonic() - begun < 25


@posix
def test_a_second_signal_ends_it_at_once():
    code = (
        "import os, signal, sys, time, translate.cli.main as main\n"
        "def work(**how):\n"
        "    try: os.kill(os.getpid(), signal.SIGTERM); time.sleep(30)\n"
        "    finally: os.kill(os.getpid(), signal.SIGTERM); time.sleep(30)\n"
        "main.main = work\n" + RUN
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=25, check=False)
    assert (done.returncode, done.stderr) == (143, b"")


def test_what_nobody_foresaw_has_a_status_of_its_own_and_details_in_a_file(tmp_path):
    done = failing("ZeroDivisionError('text of a story')", XDG_CACHE_HOME=str(tmp_path))
    assert done.returncode == 70
    assert done.stderr.startswith(
        "parallax: Something went wrong that nobody foresaw (ZeroDivisionError: text of a story)"
    )
    assert done.stderr.count("\n") == 1
    details = tmp_path / "parallax" / "last-error.txt"
    assert str(details) in done.stderr
    assert "Traceback (most recent call last)" in details.read_text()
    if os.name == "posix":
        assert details.stat().st_mode & 0o077 == 0


def test_the_traceback_is_shown_where_it_is_asked_for(tmp_path):
    done = failing("ZeroDivisionError", XDG_CACHE_HOME=str(tmp_path), PARALLAX_DEBUG="1")
    assert done.returncode == 70
    assert done.stderr.startswith("Traceback (most recent call last)")
    assert "ZeroDivisionError" in done.stderr


def test_where_no_file_can_be_written_the_way_to_the_details_is_told(tmp_path):
    (tmp_path / "file").touch()
    done = failing("RecursionError", XDG_CACHE_HOME=str(tmp_path / "file"))
    assert done.returncode == 70
    assert done.stderr.endswith("PARALLAX_DEBUG=1 shows them.\n")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("MemoryError", "not enough memory"),
        ("OSError(12, 'Cannot allocate memory')", "not enough memory"),
        ("ImportError('libfoo.so: failed to map segment from shared object')", "not enough memory"),
        ('RuntimeError("can\'t start new thread")', "not enough memory"),
        ("OSError(28, 'No space left on device')", "The disk is full"),
    ],
)
def test_what_the_machine_lacks_is_told(error, words, tmp_path):
    done = failing(error, XDG_CACHE_HOME=str(tmp_path))
    assert done.returncode == 70
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_it_is_told_in_the_language_that_is_asked_for(tmp_path):
    before = "import sys; sys.argv = ['parallax', 'detect', '--interface-language', 'ru']\n"
    done = failing("MemoryError", before=before, XDG_CACHE_HOME=str(tmp_path))
    assert "памяти" in done.stderr


def test_where_there_is_no_memory_for_telling_so_that_is_told():
    """Nor for what libraries do when Python ends, which would print tracebacks."""
    before = (
        "import atexit, sys, translate.cli.process as process\n"
        "def fail(*given): raise MemoryError\n"
        "process.told = fail; atexit.register(fail); sys.argv = ['parallax', 'detect']\n"
    )
    done = failing("MemoryError", before=before)
    assert (done.returncode, done.stderr) == (70, "parallax: There is not enough memory for this.\n")


def test_a_long_error_is_one_short_line():
    assert "\n" not in told(ValueError("a\n" * 5000))
    assert len(told(ValueError("a\n" * 5000))) < 600


@posix
@pytest.mark.parametrize("megabytes", [60, 120, 180, 240, 300])
def test_little_memory_is_told(megabytes):
    """Below 34 MB that are free, OpenBLAS would try for ever."""
    done = shell(f"ulimit -v {megabytes * 1000}; PARALLAX compare --sample flood --engine gloss")
    assert done.returncode == 70
    assert done.stdout == b""
    assert done.stderr.decode().splitlines()[-1].startswith("parallax: There is not enough memory")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("command", "status"),
    [("cache info", 0), ("packages list", 0), ("packages where", 0), ("remembered list", 0), ("doctor", 2)],
)
def test_without_a_home_nothing_is_written_beside_the_texts(tmp_path, command, status):
    """Neither HOME nor an entry among the users: what would be kept is gone without, and no folder "~" is made."""
    code = (
        "import os, pathlib, pwd, sys\n"
        "def unknown(*given): raise KeyError\n"
        "pwd.getpwuid = unknown\n"
        f"sys.argv = ['parallax', *{command.split()!r}]\n" + RUN
    )
    hidden = (
        "HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "PARALLAX_FIREFOX_DIR",
        "ARGOS_PACKAGES_DIR",
        "PARALLAX_REMEMBER",
    )
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=tmp_path, env=environment, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (status, b"")
    assert list(tmp_path.iterdir()) == []
