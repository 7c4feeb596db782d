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
from translate.engines.cached import CachingEmbedder, caching
from translate.engines.encoder import default_encoder
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences
from translate.text.reading import read_document

Row = dict[str, Any]
CACHE_BYTES = 1_000_000_000
STORIES = ("dev_stories_light", "dev_stories_medium", "dev_stories_heavy")
DATA = Path(__file__).resolve().parents[3] / "shared" / "eval"


def data_parser(description: str | None) -> argparse.ArgumentParser:
    """What every script that reads development data understands; scripts add arguments of their own."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the development data")
    return parser


def asked(parser: argparse.ArgumentParser, arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line says; ends the script with one line where the data are absent."""
    given = parser.parse_args(arguments)
    if not given.data.is_dir():
        sys.exit(f"No development data at {given.data}: name its folder with --data.")
    return given


def data_folder(description: str | None) -> Path:
    """The folder of a script that asks for nothing else."""
    folder: Path = asked(data_parser(description)).data
    return folder


def no_arguments(description: str | None) -> None:
    """The command line of a script that takes none: it answers --help and refuses all else."""
    argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()


def news(folder: Path) -> tuple[str, ...]:
    """Names of the files of sentence-parallel news."""
    return tuple(sorted(path.stem for path in folder.glob("dev_docs_*.jsonl")))


def data_file(folder: Path, name: str) -> Path:
    """Where the rows of a name lie."""
    return folder / f"{name}.jsonl"


def rows(folder: Path, *names: str) -> list[Row]:
    """All rows of the named files, NAME.jsonl."""
    return [
        json.loads(line)
        for name in names
        for line in data_file(folder, name).read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


@cache
def encoder() -> CachingEmbedder:
    """The product's encoder, with all that it was ever asked here kept on disk."""
    return caching(default_encoder(), Cache(user_cache_path("parallax") / "benchmarks.sqlite", CACHE_BYTES))


def told(row: Row, language: str) -> Story:
    """One side of a row, its gold sentences as given."""
    return tell(document_of_sentences(row[language], language), encoder())


def read(row: Row, language: str) -> Story:
    """One side of a row from its plain text, with our own sentences and roles."""
    return tell(read_document(row[f"{language}_text"], language), encoder())
