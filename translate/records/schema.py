"""The JSON Schemas (draft 2020-12) of the files that Parallax writes; benchmarks/build/schemas.py makes them."""

import json
from importlib import resources
from typing import Any, Literal, get_args

from translate.errors import OptionError
from translate.wording.phrase import Phrase

SchemaName = Literal["comparison", "session", "versions"]
NAMES: tuple[SchemaName, ...] = get_args(SchemaName)


def schema_text(name: str) -> str:
    """A schema as text.

    Args:
        name: "comparison", what `compare --format json` writes, "session", what `--session` writes, or "versions", what
            `compare-many --format json` writes.

    Raises:
        OptionError: There is no such schema.
    """
    if name not in NAMES:
        raise OptionError(Phrase("Unknown schema {name}. Known: {known}.", name=repr(name), known=", ".join(NAMES)))
    return resources.files("translate.records").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")


def schema(name: str) -> dict[str, Any]:
    """A schema as a dict, for a validator; arguments and errors as for `schema_text`.

    Example:
        >>> schema("comparison")["properties"]["schema"]
        {'const': 'parallax/comparison/1'}
    """
    found: dict[str, Any] = json.loads(schema_text(name))
    return found
