"""Reading the development data for the benchmarks; encoded once, kept in the user's cache folder."""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from platformdirs import user_cache_path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from translate.differences.story import Story, tell
from translate.engines.encoder import default_encoder
from translate.engines.protocols import Embeddings
from translate.text.document import document_of_sentences
from translate.text.reading import read_document

Row = dict[str, Any]
DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"


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


class CachingEncoder:
    """The sentence encoder, with what it was asked before kept on disk: the rows of one call, one file."""

    def __init__(self) -> None:
        self.encoder = default_encoder()
        self.folder = user_cache_path("parallax") / "benchmarks"

    @property
    def name(self) -> str:
        return self.encoder.name

    def encode(self, texts: Sequence[str]) -> Embeddings:
        key = hashlib.sha256(json.dumps([self.name, *texts]).encode()).hexdigest()
        path = self.folder / f"{key}.npy"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            np.save(path, self.encoder.encode(texts))
        rows: Embeddings = np.load(path)
        return rows


def told(row: Row, language: str) -> Story:
    """One side of a row, its gold sentences as given."""
    return tell(document_of_sentences(row[language], language), CachingEncoder())


def read(row: Row, language: str) -> Story:
    """One side of a row from its plain text, with our own sentences and roles."""
    return tell(read_document(row[f"{language}_text"], language), CachingEncoder())
