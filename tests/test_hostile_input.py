"""Whatever comes in: no exception but ours, and every report can be read by what others read it with.

`python -m benchmarks.measure.fuzz` draws on for as long as it is asked to; what it found stands here as examples.
"""

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from every_kind import make_hostile
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.console import Console
from standin import standin_align, standin_compare

from benchmarks.data.hostile_files import broken_files
from benchmarks.data.hostile_server import addresses, answers, serving
from benchmarks.data.hostile_texts import PIECES, arguments, documents, lists, mutated, versions
from benchmarks.data.report_readers import COLOUR, OBEYED, check_reports
from benchmarks.measure.fuzz import told
from translate import Options, comparison_from_json
from translate.cli.progress import progress_bar
from translate.engines.translation import Translation
from translate.errors import TranslateError
from translate.records.comparison_record import json_report
from translate.report.console import draw
from translate.text.files import one_version
from translate.text.formats.contents import contents_of
from translate.text.origin import BothVersions, FileText
from translate.web.address import read_address
from translate.web.story import read_story
from translate.wording.interface import LANGUAGES

FEW = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=60)
RUSSIAN = "Мост через реку открыли в понедельник."
ENGLISH = "The bridge across the river was opened on Monday."


@FEW
@given(versions())
@example((f"{RUSSIAN}\n\n" + "\n\n".join(PIECES), f"{ENGLISH}\n\n" + "\n\n".join(PIECES)))
def test_any_story_is_refused_or_every_report_can_be_read(pair: tuple[str, str]) -> None:
    with contextlib.suppress(TranslateError):
        check_reports(standin_compare(*pair), LANGUAGES[len(pair[0]) % len(LANGUAGES)])


@FEW
@given(lists())
@example(([RUSSIAN, *PIECES], [ENGLISH, *PIECES[::-1]]))
@example((["\U00017000", RUSSIAN], [ENGLISH]))  # the dictionary asked for the name of a letter that has none
@example((["\x1b[31mred\x9b31m\x9c\rover", "", RUSSIAN], [ENGLISH]))  # a carriage return reached the page
def test_any_list_of_sentences_likewise(pair: tuple[list[str], list[str]]) -> None:
    with contextlib.suppress(TranslateError):
        check_reports(standin_compare(*pair))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_hostile_everywhere_becomes_nothing_but_text(language) -> None:
    check_reports(make_hostile(), language)


@pytest.mark.parametrize("name", PIECES[:16])
def test_an_engine_that_a_file_names_becomes_nothing_but_text(name: str) -> None:
    """A session of a stranger had a reader of the Markdown run its markup."""
    hostile = make_hostile()
    named = replace(hostile.translation.source, engine=name, package=name)
    check_reports(replace(hostile, translation=replace(hostile.translation, source=named)))


@MANY
@given(documents())
def test_any_file_is_refused_or_a_text(data: bytes) -> None:
    with contextlib.suppress(TranslateError):
        one_version(data, "story.txt").text.encode()


@MANY
@given(broken_files())
def test_a_file_of_any_kind_is_refused_or_read(named: tuple[str, bytes]) -> None:
    name, data = named
    with contextlib.suppress(TranslateError):
        found = contents_of(data, name)
        for each in (found.source, found.target) if isinstance(found, BothVersions) else (found,):
            each.text.encode()


@MANY
@given(addresses())
@example("http://[")
@example("//[")
def test_what_is_given_for_an_address_is_refused_or_the_same_again(text: str) -> None:
    with contextlib.suppress(TranslateError):
        place = read_address(text)
        assert read_address(str(place)) == place
        assert str(place).isascii()
        assert not OBEYED.search(str(place))
    with contextlib.suppress(TranslateError):
        read_address("http://example.org/a").led_to(text)


@FEW
@given(st.lists(answers(), min_size=1, max_size=3))
@example([b"HTTP/1.1 302 Found\r\nLocation: //[\r\n\r\n"])  # ended with a ValueError
def test_what_a_server_sends_is_refused_or_a_story(sent: list[bytes]) -> None:
    with serving(sent) as address, contextlib.suppress(TranslateError):
        read_story(address, allow_private=True).text.encode()


@FEW
@given(mutated(json.loads(json_report(make_hostile()))))
def test_a_comparison_that_was_changed_is_refused_or_can_be_drawn(data: bytes) -> None:
    with contextlib.suppress(TranslateError):
        check_reports(comparison_from_json(data.decode()))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the arguments to name."""
    return tmp_path_factory.mktemp("texts")


@pytest.fixture(scope="module")
def _without_models() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("translate.compare", standin_compare)
        patch.setattr("translate.align", standin_align)
        patch.setattr("translate.translate", repeated)
        yield


def repeated(text: FileText, *, to: str, options: Options | None = None) -> Translation:
    """A translation that says what the text says, and warns in its words."""
    words = text.text  # of what `read_file` gives
    return Translation(words, (words,), "gloss", warnings=(words[:200],))


@pytest.mark.usefixtures("_without_models")
@settings(MANY, max_examples=40)
@given(data=st.data())
def test_any_arguments_give_a_status_and_steer_no_terminal(texts: Path, data: st.DataObject) -> None:
    status, out, err = told(data.draw(arguments(texts)), RUSSIAN)
    assert status in (0, 1, 2)
    assert not OBEYED.search(out + err)
    assert all(line.startswith("parallax: ") for line in err.splitlines())


STEERING = "\x1b]0;owned\x07 \x1b[2J \x9b31m \x9d8;;x\x9c \u202egnp.exe\u2069 \x08\x08 \rparallax: all is well"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")
@pytest.mark.usefixtures("_without_models")
@pytest.mark.parametrize(
    "command",
    [
        ["detect", "FILE"],
        ["translate", "FILE", "--to", "en"],
        ["compare", "FILE", "FILE"],
        ["compare", "FILE", "FILE", "--format", "json"],
        ["align", "FILE", "FILE"],
        ["align", "FILE", "FILE", "--format", "json"],
        ["detect", STEERING],
        ["translate", STEERING, "--to", STEERING],
        ["compare", STEERING, STEERING, "--format", STEERING],
        ["compare", "--session", STEERING],
        ["compare", "FILE", "FILE", "-o", f"none/{STEERING}.html"],
        ["compare", "FILE", "FILE", "--operating-point", STEERING],
        ["compare", "--sample", STEERING],
        ["packages", "install", STEERING],
        ["--interface-language", STEERING],
        [STEERING],
    ],
    ids=lambda command: " ".join(command)[:30].encode("ascii", "ignore").decode(),
)
def test_no_command_passes_on_what_a_terminal_obeys(tmp_path: Path, command: list[str]) -> None:
    """Nor what a text could say in our name: every message is one line of its own."""
    text = f"{RUSSIAN}\n\nМэр сказал: {STEERING}\n\nРемонт стоил 12 млн рублей. Мэр поблагодарил рабочих за терпение."
    (tmp_path / f"{STEERING}.txt").write_bytes(text.encode())
    argv = [str(tmp_path / f"{STEERING}.txt") if word == "FILE" else word for word in command]
    status, out, err = told(argv, RUSSIAN)
    assert status in (0, 2)
    assert out + err
    assert not OBEYED.search(out + err)
    assert all(line.startswith("parallax: ") for line in err.splitlines())
    assert "\r" not in out + err


def test_a_terminal_gets_our_own_colours_and_no_one_elses(monkeypatch: pytest.MonkeyPatch) -> None:
    page = io.StringIO()
    draw(make_hostile(), Console(file=page, force_terminal=True, width=100, color_system="truecolor"))
    assert "\x1b[" in page.getvalue()
    assert not OBEYED.search(COLOUR.sub("", page.getvalue()))


def test_a_stage_that_an_engine_names_steers_no_progress_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    with progress_bar() as progress:
        assert progress is not None
        progress("\x1b]0;owned\x07[bold red]stage[/]", 1, 2)
    assert "\x1b]0;" not in terminal.getvalue()
    assert "[bold red]stage[/]" in COLOUR.sub("", terminal.getvalue())
