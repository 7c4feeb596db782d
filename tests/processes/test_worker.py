"""A process that compares: jobs in, progress and outcomes out, through two streams."""

import io
import pickle
import subprocess
import sys

import pytest
from standin import ENGLISH, RUSSIAN, standin_compare

from translate import errors
from translate.comparison import Comparison
from translate.errors import SameLanguage, ServerError, TextTooShort, TranslateError
from translate.options import Options
from translate.processes import worker as room
from translate.processes.worker import Ended, Job, Progressed, serve, write
from translate.wording.naming import LanguageName
from translate.wording.phrase import Phrase

OPTIONS = Options(engine="none")


def answers_to(*jobs):
    """What is answered until there are no more jobs."""
    asked, answered = io.BytesIO(b"".join(map(pickle.dumps, jobs))), io.BytesIO()
    with pytest.raises(EOFError):
        serve(asked, answered)
    answered.seek(0)
    found = []
    while answered.tell() < len(answered.getvalue()):
        found.append(pickle.load(answered))
    return found


@pytest.fixture
def standin(monkeypatch):
    class Silent:
        def encode(self, texts):
            return texts

    def compared(source, target, options, *, progress, links, translation, one_language=False):
        return standin_compare(source, target, options, progress=progress, links=links)

    monkeypatch.setattr(room, "default_encoder", Silent)
    monkeypatch.setattr(room, "compare", compared)


def test_a_job_is_answered_by_its_progress_and_its_outcome(standin):
    *progress, end = answers_to(Job(RUSSIAN, ENGLISH, OPTIONS))
    assert {type(message) for message in progress} == {Progressed}
    assert isinstance(end, Ended)
    assert end.outcome == standin_compare(RUSSIAN, ENGLISH, OPTIONS)
    assert sys.platform == "win32" or 10 < end.peak < 100_000


def test_what_cannot_be_compared_is_an_answer_and_the_next_job_is_done(standin):
    first, second = (
        message.outcome
        for message in answers_to(Job(RUSSIAN, RUSSIAN, OPTIONS), Job(RUSSIAN, ENGLISH, OPTIONS))
        if isinstance(message, Ended)
    )
    assert isinstance(first, SameLanguage)
    assert isinstance(second, Comparison)


def test_a_bug_ends_the_process_and_its_traceback_is_for_the_log():
    """Of the texts nothing is in it that a visitor might see."""
    lines = (
        "import sys",
        "from translate.processes import worker",
        "class Silent:",
        "    def encode(self, texts): return texts",
        "def broken(*arguments, **named): print('not an answer'); raise ZeroDivisionError('a bug')",
        "worker.default_encoder, worker.compare = Silent, broken",
        "worker.main()",
    )
    ended = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        input=pickle.dumps(Job(RUSSIAN, ENGLISH, OPTIONS)),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"ZeroDivisionError: a bug" in ended.stderr


def test_the_process_ends_when_the_page_closes_its_pipe():
    command = (
        "from translate.processes import worker; worker.default_encoder = lambda: type('', (), {'encode': print}); "
    )
    ended = subprocess.run(
        [sys.executable, "-c", command + "worker.main()"], input=b"", capture_output=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, b"")


def sent(error):
    """An error as it comes from another process."""
    stream = io.BytesIO()
    write(Ended(error, 0.0), stream)
    return pickle.loads(stream.getvalue()).outcome


@pytest.mark.parametrize(
    "error",
    [
        ServerError("localhost:5000", Phrase("is silent"), 503),
        SameLanguage(LanguageName("ru", "Russian")),
        TextTooShort(1, 2, 3, 4),
    ],
)
def test_an_error_comes_from_another_process_as_it_was(error):
    again = sent(error)
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert isinstance(again.message, Phrase)
    assert {name: str(value) for name, value in vars(again).items()} == {
        name: str(value) for name, value in vars(error).items()
    }
    assert isinstance(again, TranslateError)


def test_every_error_is_made_anew_without_its_own_arguments():
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, TranslateError):
            assert str(sent(kind.__new__(kind, "what happened"))) == "what happened"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process begins with nothing")
def test_a_process_counts_its_own_memory_and_not_that_of_whoever_began_it():
    child = "from translate.processes import worker; print(worker._peak())"
    parent = f"import subprocess, sys; held = b'x' * 600_000_000; subprocess.run([sys.executable, '-c', {child!r}])"
    told = subprocess.run([sys.executable, "-c", parent], capture_output=True, text=True, timeout=60, check=True)
    assert 5 < float(told.stdout) < 400
