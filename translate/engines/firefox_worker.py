"""One of Firefox's models at work in a process of its own; a script that `firefox_process` runs.

    python -P firefox_worker.py translate MODEL SOURCE_VOCABULARY TARGET_VOCABULARY [SHORTLIST]
    python -P firefox_worker.py unpack FROM TO

In a process of its own, because a translator of fxtranslate belongs to the thread that made it and holds Python's one
lock while it works, and because a damaged file can end the process that reads it. `translate` reads lines of JSON, each
a list of sentences, and writes a line for each: the list of translations, or {"error": ...}. It imports nothing of the
house, so that it starts in a twentieth of a second.
"""

import json
import sys
from pathlib import Path

MOST_MEMORY = 4_000_000_000  # bytes; what unpacks to more than 2 GB is no model of Firefox


def translate(files: list[str]) -> None:
    """Answer every line of standard input, until it ends."""
    from fxtranslate import Translator

    translator = Translator(*[Path(file).read_bytes() for file in files])
    for line in sys.stdin:
        _answer([translator.translate(sentence) for sentence in json.loads(line)])


def unpack(packed: str, to: str) -> None:
    """Write what a file packed by zstd holds."""
    _limit_memory()
    from fxtranslate import discovery

    Path(to).write_bytes(discovery.verify_and_decompress(Path(packed).read_bytes()))


def _limit_memory() -> None:
    """A small file can unpack to any size; only Windows knows no such limit."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, most))


def _answer(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")  # in ASCII, whatever the encoding of the pipe
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        if sys.argv[1] == "translate":
            translate(sys.argv[2:])
        else:
            unpack(sys.argv[2], sys.argv[3])
    except BaseException as error:  # a panic of the library is no Exception
        _answer({"error": f"{type(error).__name__}: {error}"})
        sys.exit(1)
