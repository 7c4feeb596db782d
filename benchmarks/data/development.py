"""Reading the development data for the benchmarks; encoded once, kept in the user's cache folder."""

import argparse
import json
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from translate.engines.cache import Cache
from translate.engines.cached import CachingEmbedder
from translate.engines.encoder import default_encoder
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences
from translate.text.reading import read_document

Row = dict[str, Any]
CACHE_BYTES = 1_000_000_000
DATA = Path(__file__).resolve().parents[3] / "shared" / "eval"


def data_folder(description: str | None, arguments: Sequence[str] | None = None) -> Path:
    """Folder named by --data; ends the script with one line where it is absent."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the development data")
    folder: Path = parser.parse_args(arguments).data
    if not folder.is_dir():
        sys.exit(f"No development data at {folder}: name its folder with --data.")
    return folder


def rows(folder: Path, *names: str) -> list[Row]:
    """All rows of the named files, NAME.jsonl."""
    return [
        json.loads(line)
        for name in names
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


@cache
def encoder() -> CachingEmbedder:
    """The product's encoder, with all that it was ever asked here kept on disk."""
    return CachingEmbedder(default_encoder(), Cache(user_cache_path("parallax") / "benchmarks.sqlite", CACHE_BYTES))


def told(row: Row, language: str) -> Story:
    """One side of a row, its gold sentences as given."""
    return tell(document_of_sentences(row[language], language), encoder())


def read(row: Row, language: str) -> Story:
    """One side of a row from its plain text, with our own sentences and roles."""
    return tell(read_document(row[f"{language}_text"], language), encoder())
