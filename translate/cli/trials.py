"""What `doctor` tries in a process of its own, so that a library that crashes takes nothing else along.

The process prints one line of JSON: what was found, or the error in words.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from translate.errors import TranslateError

START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from translate.cli import trials; trials.main()"
LONGEST = 300  # seconds that a trial may take; a slow machine needs twenty
SAMPLE = "economy"
EXPECTED = ("addition", "date", "number", "omission")  # kinds of the major differences of that sample, among others


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial ended.

    Attributes:
        found: In words.
        error: Why it did not do what it should; "" where it did.
        seconds: That it took, the start of its process included.
    """

    found: str
    error: str
    seconds: float


def tried(*trial: str) -> Outcome:
    """Try something in a process of its own.

    Args:
        trial: "compare", or "translate" with the name of an engine and the languages from and to.
    """
    start = time.monotonic()
    found, error = _answer([sys.executable, "-P", "-c", START, json.dumps(sys.path), *trial])
    return Outcome(found, error, time.monotonic() - start)


def _answer(command: Sequence[str]) -> tuple[str, str]:
    try:
        ended = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return "", f"it was not done within {LONGEST} seconds"
    except OSError as error:
        return "", f"no process can be begun ({error.strerror})"
    if ended.returncode < 0:
        return "", f"its process crashed (signal {-ended.returncode})"
    told = ended.stderr.strip().splitlines()
    if ended.returncode:
        return "", told[-1] if told else f"its process ended with status {ended.returncode}"
    answer = json.loads(ended.stdout.splitlines()[-1])
    return answer["found"], answer["error"]


def main() -> None:
    """The process itself."""
    what, *details = sys.argv[2:]
    found, error = "", ""
    try:
        found, error = _compared() if what == "compare" else _translated(*details)
    except TranslateError as refused:
        error = str(refused)
    print(json.dumps({"found": found, "error": error}))


def _compared() -> tuple[str, str]:
    from translate.options import Options
    from translate.pipeline import compare
    from translate.samples import load_sample

    sample = load_sample(SAMPLE)
    comparison = compare(sample.source, sample.target, Options(engine="none"))
    kinds = {difference.kind for difference in comparison.differences if difference.severity == "major"}
    missing = sorted(set(EXPECTED) - kinds)
    found = f"{len(comparison.beads)} beads, {len(comparison.differences)} differences in the sample {SAMPLE}"
    return found, f"of its major differences these were not found: {', '.join(missing)}" if missing else ""


def _translated(engine: str, source: str, target: str) -> tuple[str, str]:
    from translate.engines.engine_table import find_model
    from translate.engines.trial import trial_of
    from translate.options import Options

    found, trial = find_model(source, target, Options(engine=engine)), trial_of(source, target)
    if found is None:
        return "", "nothing is installed"
    if trial is None:
        return "untried: no sentence known", ""
    (translation,) = found[1].translate([trial.sentence], "fast", None)
    return f"{trial.sentence} -> {translation}", "" if translation.strip() else "it translates a sentence by nothing"
