"""Whatever comes in: no exception but TranslateError, and every report can be read by what others read it with.

    python -m benchmarks.measure.fuzz [--seconds 300] [--only TARGET] [--seed 0]

Hypothesis draws texts, lists of sentences, files of every kind that is read, addresses and what servers answer, session
files and arguments of the command line. Each failure is
shown once with the smallest example that was found for it; the exit status is 1 if there was one. What was found
becomes an example in tests/test_hostile_input.py.
"""

import argparse
import contextlib
import io
import json
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import FlakyFailure

from benchmarks.data.hostile_files import ENGLISH, broken_files
from benchmarks.data.hostile_server import addresses, answers, serving
from benchmarks.data.hostile_texts import arguments, documents, lists, mutated, versions
from benchmarks.data.report_readers import OBEYED, check_reports
from translate import Options, align, compare, find_differences
from translate.cli.main import main as command_line
from translate.errors import TranslateError
from translate.records.comparison_record import comparison_from_json, json_report
from translate.review.decision import Decision
from translate.review.session import Session
from translate.review.session_file import session_bytes, session_from
from translate.samples import load_sample
from translate.text.files import one_version
from translate.text.formats.contents import contents_of
from translate.text.glossary_file import glossary_from
from translate.text.origin import BothVersions
from translate.web.address import read_address
from translate.web.story import read_story
from translate.wording.interface import LANGUAGES

GLOSS = Options(engine="gloss")
SHOWN = 2_000  # characters of a line of a failure; the target and the seed bring it back
COMPARED = 8  # of so many files one: a comparison takes a hundred times as long as to read it
EXAMPLES = 25  # of a target before the next has its turn
TARGETS = ("stories", "sentences", "files", "formats", "places", "servers", "sessions", "comparisons", "commands")
OUTCOMES: Counter[str] = Counter()


def stories(pair: tuple[str, str]) -> None:
    """Texts through a comparison into every report."""
    with _allowed("stories"):
        found = compare(*pair, GLOSS)
        check_reports(found, LANGUAGES[len(pair[0]) % len(LANGUAGES)])


def sentences(pair: tuple[list[str], list[str]]) -> None:
    """Lists of sentences likewise, and the functions beside compare."""
    with _allowed("sentences"):
        check_reports(compare(*pair, GLOSS))
    with _allowed("align"):
        align(*pair, languages=("ru", "en"))
    with _allowed("find_differences"):
        find_differences(" ".join(pair[0]), " ".join(pair[1]))


def files(data: bytes) -> None:
    """Bytes of a file into a text, and into a glossary."""
    with _allowed("files"):
        one_version(data, "story.txt").text.encode()
    with _allowed("glossaries"):
        glossary_from(data, "terms.csv")


def formats(named: tuple[str, bytes]) -> None:
    """A file of any kind likewise; of some the text goes through a comparison into every report, with what it told."""
    name, data = named
    with _allowed(f"formats: {PurePath(name).suffix}"):
        found = contents_of(data, name)
        if len(data) % COMPARED:
            return
        pair = (found.source, found.target) if isinstance(found, BothVersions) else (found, "\n\n".join(ENGLISH))
        check_reports(compare(*pair, GLOSS), LANGUAGES[len(data) % len(LANGUAGES)])


def places(text: str) -> None:
    """What was given for the address of a page: refused, or one that is read as the same again."""
    with _allowed("places"):
        place = read_address(text)
        assert read_address(str(place)) == place
        assert str(place).isascii()
        assert not OBEYED.search(str(place))
        place.led_to(text)


def servers(sent: list[bytes]) -> None:
    """What servers answer: a story, or a message."""
    with serving(sent) as address, _allowed("servers"):
        read_story(address, allow_private=True).text.encode()


def sessions(data: bytes) -> None:
    """A session file that somebody changed: refused, or as good as any other."""
    with _allowed("sessions"):
        session = session_from(data)
        check_reports(session.comparison)


def comparisons(data: bytes) -> None:
    """The JSON of a comparison that somebody changed likewise."""
    with _allowed("comparisons"):
        check_reports(comparison_from_json(data.decode(errors="replace")))


def commands(argv: list[str]) -> None:
    """Arguments of the command line: an exit status, and nothing on the terminal that it would obey."""
    status, out, err = told(argv, "Мост открыли в понедельник. Ремонт стоил дорого.")
    OUTCOMES[f"commands: {status}"] += 1
    assert status in (0, 1, 2), status
    assert not OBEYED.search(out + err)
    assert err.count("\n") <= err.count("parallax: "), "a message of several lines"


def told(argv: list[str], stdin: str) -> tuple[int, str, str]:
    """Exit status and both outputs of a command."""
    out, err = io.StringIO(), io.StringIO()
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin.encode()))
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = command_line(argv)
    except SystemExit as ended:  # --help and --version
        status = int(ended.code or 0)
    finally:
        sys.stdin = before
    return status, out.getvalue(), err.getvalue()


def _targets(folder: Path) -> dict[str, tuple[Callable[[Any], None], st.SearchStrategy[Any]]]:
    """What is done with what."""
    sample = load_sample("flood")
    found = compare(sample.source, sample.target, GLOSS)
    session = Session.of(found).decided(found.differences[0], Decision("accepted", note="so"))
    return {
        "stories": (stories, versions()),
        "sentences": (sentences, lists()),
        "files": (files, documents()),
        "formats": (formats, broken_files()),
        "places": (places, addresses()),
        "servers": (servers, st.lists(answers(), min_size=1, max_size=3)),
        "sessions": (sessions, mutated(json.loads(session_bytes(session)))),
        "comparisons": (comparisons, mutated(json.loads(json_report(found)))),
        "commands": (commands, arguments(folder)),
    }


@contextlib.contextmanager
def _allowed(target: str) -> Any:
    """Counts what came of an example; only our own errors may."""
    try:
        yield
    except TranslateError as error:
        OUTCOMES[f"{target}: {type(error).__name__}"] += 1
    else:
        OUTCOMES[f"{target}: done"] += 1


def _place(error: BaseException) -> str:
    """Where an exception comes from, which tells failures apart."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {last.filename}:{last.lineno}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=300.0, help="how long to go on (default: %(default)s)")
    parser.add_argument("--only", help=f"one of the targets: {', '.join(TARGETS)}")
    parser.add_argument("--seed", type=int, default=0, help="of the first round (default: %(default)s)")
    asked = parser.parse_args()
    os.environ["PARALLAX_CACHE_MB"] = "0"  # nothing of this is worth keeping
    failures: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        targets = _targets(Path(folder))
        if asked.only is not None:
            targets = {asked.only: targets[asked.only]}
        end, turn = time.monotonic() + asked.seconds, asked.seed
        while time.monotonic() < end:
            for name, (target, strategy) in targets.items():
                slowest = _round(name, target, strategy, turn, failures)
                OUTCOMES[f"{name}: slowest example, ms"] = max(OUTCOMES[f"{name}: slowest example, ms"], slowest)
            turn += 1
    for what, count in sorted(OUTCOMES.items()):
        print(f"{count:8,}  {what}")
    for failure in failures.values():
        print(f"\n{failure}")
    sys.exit(1 if failures else 0)


def _round(
    name: str, target: Callable[[Any], None], strategy: st.SearchStrategy[Any], turn: int, failures: dict[str, str]
) -> int:
    """Try some examples and note what fails; milliseconds of the slowest."""
    slowest = 0.0

    @seed(turn)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
    )
    @given(strategy)
    def tried(example: Any) -> None:
        nonlocal slowest
        begun = time.monotonic()
        try:
            target(example)
        except Exception as error:
            if _place(error) in failures:
                return  # known: look for others
            raise
        finally:
            slowest = max(slowest, time.monotonic() - begun)

    try:
        tried()
    except FlakyFailure as error:
        failures[f"{name} flaky {turn}"] = f"{name}: not the same twice: {error.exceptions!r}"
    except Exception as error:
        lines = "".join(traceback.format_exception(error)).splitlines()
        failures[_place(error)] = "\n".join(line[:SHOWN] for line in lines)
        print(f"{name}, seed {turn}: {_place(error)}", flush=True)
    return round(1000 * slowest)


if __name__ == "__main__":
    main()
