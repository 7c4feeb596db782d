"""From a click on "Download" to a translation that can be read: seconds, step by step.

    python -m benchmarks.measure.first_translation [--megabits N]

A server on this machine lists and serves a model of the size of Firefox's for either direction (filled by hand: it
gives back what it reads), no faster than N megabits a second, 0 for as fast as it can. What the page and the command
line do is done for both directions: fetch, check, try in a process of its own, move in. Then both versions of a sample
story are translated for the first time. Takes a minute.
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from translate import Options, translate
from translate.engines.firefox_files import NAME
from translate.engines.firefox_source import OF_CATALOGUE, install_pair
from translate.samples import load_sample

ROOT = Path(__file__).resolve().parents[2]
STORY = "flood"
WAYS = ("ru", "en"), ("en", "ru")
BLOCK = 1 << 16  # bytes sent at once


class Throttled(SimpleHTTPRequestHandler):
    """Serves a folder, no faster than the given bytes a second; 0 for as fast as it can."""

    rate = 0.0

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file."""
        if not self.rate:
            copyfileobj(source, outputfile)
            return
        while block := source.read(BLOCK):
            outputfile.write(block)
            time.sleep(len(block) / self.rate)

    def log_message(self, *_: object) -> None:
        """Nothing is told of requests."""


@contextmanager
def served(folder: Path, megabits: float) -> Iterator[str]:
    """Serve a folder; its address."""
    Throttled.rate = megabits * 1e6 / 8
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Throttled, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def make_models(folder: Path) -> int:
    """Models of real size for both directions with the list that tells of them; their bytes."""
    sys.path.insert(0, str(ROOT / "tests" / "helpers"))
    from tiny_firefox_model import REAL, tiny_firefox_model

    sample = load_sample(STORY)
    lines = [line for text in (sample.source, sample.target) for line in text.splitlines() if line.strip()]
    told: dict[str, list[dict[str, object]]] = {}
    for way in WAYS:
        place = folder / "-".join(way)
        tiny_firefox_model(place, way, REAL, lines)
        files = {}
        for path in sorted(place.iterdir()):
            match = NAME.fullmatch(path.name)
            if match and match.group(1) in OF_CATALOGUE:
                raw = path.read_bytes()
                files[OF_CATALOGUE[match.group(1)]] = {
                    "path": f"{place.name}/{path.name}",
                    "uncompressedHash": sha256(raw).hexdigest(),
                }
        entry = {"architecture": "base-memory", "releaseStatus": "Release", "files": files}
        told[place.name] = [entry | {"sourceLanguage": way[0], "targetLanguage": way[1]}]
    (folder / "models.json").write_text(json.dumps({"baseUrl": ".", "models": told}), encoding="utf-8")
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def seconds(name: str, started: float) -> float:
    """Tell how long a step took; when the next begins."""
    now = time.perf_counter()
    print(f"{name:52} {now - started:6.1f} s")
    return now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabits", type=float, default=20.0, help="of the connection, a second; 0: no limit")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        os.environ |= {"PARALLAX_FIREFOX_DIR": str(home / "models"), "XDG_CACHE_HOME": str(home / "cache")}
        size = make_models(home / "site")
        sample = load_sample(STORY)
        with served(home / "site", given.megabits) as address:
            begun = last = time.perf_counter()
            for way in WAYS:
                install_pair(*way, f"{address}/models.json")
                last = seconds(f"{way[0]}-{way[1]} fetched, checked, tried and moved in", last)
        for text, to in ((sample.source, "en"), (sample.target, "ru")):
            done = translate(text, to=to, options=Options(engine="firefox"))
            count = sum(map(bool, done.sentences))
            last = seconds(f"{count} sentences translated into {to} for the first time", last)
        speed = f"at {given.megabits:g} Mbit/s" if given.megabits else "from this machine"
        print(f"{size / 1e6:.0f} MB {speed}: {last - begun:.1f} s from the click to both translations")


if __name__ == "__main__":
    main()
