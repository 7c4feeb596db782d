"""Writing what a script has fitted: one file of translate/models, which names its encoder, its data and its command."""

import argparse
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.data.development import data_parser, encoder
from benchmarks.data.second_encoder import second_encoder
from translate.engines.protocols import fitted_name
from translate.models.stored import FOLDER, command_of, model_file
from translate.story.states import SWITCH_VARIABLE, of_both

DIGITS = 16  # of a digest
LARGEST = 20_000  # characters of a record that is written to be read by people


def fit_parser(description: str | None) -> argparse.ArgumentParser:
    """What every script that fits understands."""
    parser = data_parser(description)
    parser.add_argument("--write", action="store_true", help="write what was fitted into translate/models")
    return parser


def leave_out_second() -> None:
    """Let no second encoder take part: a model for the first alone must not depend on what is installed."""
    os.environ[SWITCH_VARIABLE] = "0"


def second_parser(description: str | None) -> argparse.ArgumentParser:
    """What a script that fits a model for one encoder or for both understands."""
    parser = fit_parser(description)
    parser.add_argument("--second", action="store_true", help="fit the model of both encoders, not of the first alone")
    return parser


def fitted_by(given: argparse.Namespace) -> str:
    """Name under which such a script writes its model; ends it with one line where the second encoder is absent."""
    if given.second:
        second_encoder()
    return fitted_as(given.second)


def fitted_as(second: bool) -> str:
    """Name under which models of the benchmarks' encoder lie, or of both encoders."""
    name = fitted_name(encoder())
    return of_both(name) if second else name


def digest(files: Iterable[Path]) -> str:
    """Of the names and contents of files, in hexadecimal digits; their order does not count."""
    whole = sha256()
    for path in sorted(files, key=lambda path: path.name):
        content = path.read_bytes()
        whole.update(f"{path.name} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:DIGITS]


def provenance(model: str, files: Iterable[Path], fitted_for: str | None = None) -> dict[str, str]:
    """What every file of a model begins with: its encoder, the digest of its data, the command that made it."""
    name = fitted_for or fitted_name(encoder())
    return {"encoder": name, "data": digest(files), "command": command_of(model, name)}


def regression_record(model: Any, features: Sequence[str], *, digits: int) -> dict[str, Any]:
    """A logistic regression of scikit-learn as translate.models.logistic reads it, rounded to so many digits."""
    weights = {name: round(float(weight), digits) for name, weight in zip(features, model.coef_[0], strict=True)}
    return {"intercept": round(float(model.intercept_[0]), digits), "weights": weights}


def write_model(model: str, fitted: Mapping[str, Any], files: Iterable[Path], fitted_for: str | None = None) -> None:
    """Write a model, and say where and how large it is.

    Args:
        model: One of COMMANDS.
        fitted: What is fitted, as the product reads it.
        files: All that it was fitted on.
        fitted_for: From `fitted_by`, or NO_ENCODER where it judges no vectors; the encoder of the benchmarks if None.
    """
    record = provenance(model, files, fitted_for) | fitted
    text = json.dumps(record, separators=(",", ":"), ensure_ascii=False)
    if len(text) <= LARGEST:
        text = json.dumps(record, indent=1, ensure_ascii=False)
    path = model_file(model, record["encoder"])
    path.parent.mkdir(exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"wrote {path.relative_to(FOLDER.parent)}, {path.stat().st_size / 1000:.1f} kB")
