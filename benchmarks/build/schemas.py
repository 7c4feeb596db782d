"""Makes translate/records/*.schema.json from the dataclasses that the files are read into.

    python -m benchmarks.build.schemas [--check]

What a field means is taken from the docstring of its dataclass. With `--check` nothing is written; the exit status says
whether the schemas are up to date.
"""

import argparse
import dataclasses
import inspect
import json
import re
import sys
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from translate.differences.parts.coverage import Coverage
from translate.records import comparison_record
from translate.records.comparison_record import ComparisonFile
from translate.review import session_file
from translate.review.session_file import SessionFile
from translate.several import record as several_record
from translate.several.record import VersionsFile
from translate.wording.phrase import Telling
from translate.wording.stored import WORDS

FOLDER = Path(__file__).resolve().parents[2] / "translate" / "records"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES = {
    "comparison": (ComparisonFile, comparison_record.SCHEMA, "A comparison, as --format json writes it"),
    "session": (SessionFile, session_file.SCHEMA, "A review, as --session writes it"),
    "versions": (VersionsFile, several_record.SCHEMA, "Several versions, as compare-many --format json writes them"),
}
FAMILIES = {wanted: family for wanted, family, _ in FILES.values()}
PLAIN: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},  # an index, an offset or a number of something
    float: {"type": "number"},
    bool: {"type": "boolean"},
}
SHARE = {"type": "number", "minimum": 0, "maximum": 1}
SHARES = ("probability", "confidence")
TELLING = {"$ref": "#/$defs/Telling"}


def schema_of(name: str) -> dict[str, Any]:
    """The schema of a kind of file."""
    wanted, family, title = FILES[name]
    definitions = _tellings()
    whole = _object(wanted, definitions)
    return {
        "$schema": DIALECT,
        "$id": f"urn:{family.replace('/', ':')}",
        "title": title,
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text(name: str) -> str:
    """The same as it stands in the file."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def _any(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """What a value of a type looks like; `definitions` gathers the dataclasses in it."""
    if wanted == Telling:
        return TELLING
    origin = get_origin(wanted)
    if origin is Literal:
        return {"enum": list(get_args(wanted))}
    if origin is tuple:
        return {"type": "array", "items": _any(get_args(wanted)[0], definitions)}
    if origin in (Union, UnionType):
        (inner,) = (kind for kind in get_args(wanted) if kind is not NoneType)
        return {"anyOf": [_any(inner, definitions), {"type": "null"}]}
    if not dataclasses.is_dataclass(wanted):
        return PLAIN[wanted]
    name = wanted.__name__.strip("_")
    if name not in definitions:
        definitions[name] = {}  # it may be met again inside itself
        definitions[name] = _object(wanted, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _object(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """A record with every field of a dataclass and no other; those with a default may be left out."""
    hints, told = get_type_hints(wanted), _told(wanted)
    properties = {}
    for field in dataclasses.fields(wanted):
        share = wanted is Coverage or field.name in SHARES
        value = SHARE if share else _any(hints[field.name], definitions)
        if field.name == "schema":
            value = {"const": FAMILIES[wanted]}
        properties[field.name] = value | ({"description": told[field.name]} if field.name in told else {})
    needed = [field.name for field in dataclasses.fields(wanted) if field.default is dataclasses.MISSING]
    summary = inspect.cleandoc(wanted.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
    return {
        "description": summary,
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _told(wanted: type) -> dict[str, str]:
    """What the docstring of a dataclass says about its fields."""
    _, _, listed = inspect.cleandoc(wanted.__doc__ or "").partition("Attributes:\n")
    lines = re.sub(r"\n {5,}", " ", listed.partition("\n\n")[0])
    found = re.findall(r"^ {4}([\w, ]+): (.+)$", lines, re.MULTILINE)
    return {name: words for names, words in found for name in names.split(", ")}


def _tellings() -> dict[str, Any]:
    """What the program says: a sentence with its template and values, or plain words."""
    words = []
    for tag, word in WORDS.items():
        record = _object(word, {})
        record["properties"] = {"word": {"const": tag}, **record["properties"]}
        record["required"] = list(record["properties"])
        words.append(record)
    value = [{"type": "string"}, {"type": "number"}, {"$ref": "#/$defs/Word"}, {"$ref": "#/$defs/Phrase"}]
    return {
        "Telling": {
            "description": "What the program says: a sentence that can be told in other languages, or plain words; "
            "files of earlier versions have plain words alone.",
            "anyOf": [{"type": "string"}, {"$ref": "#/$defs/Phrase"}],
        },
        "Phrase": {
            "description": "A sentence as template and values.",
            "type": "object",
            "properties": {
                "template": {"type": "string", "description": "With named fields in braces; of one thing, if counted."},
                "plural": {"type": "string", "description": 'The template for another "count" than one.'},
                "context": {"type": "string", "description": "Tells equal templates apart for translators."},
                "values": {
                    "type": "object",
                    "description": "What fills the fields.",
                    "propertyNames": {"pattern": "^[a-z_][a-z0-9_]*$"},
                    "additionalProperties": {"anyOf": value},
                },
                "text": {"type": "string", "description": "The sentence in English."},
            },
            "required": ["template", "values", "text"],
            "additionalProperties": False,
        },
        "Word": {"description": "A value whose form depends on its place in a sentence.", "oneOf": words},
    }


def main() -> int:
    """Write the schemas, or say whether they are up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for name in FILES:
        path = FOLDER / f"{name}.schema.json"
        if check and path.read_text(encoding="utf-8") != schema_text(name):
            stale.append(path.name)
        elif not check:
            path.write_text(schema_text(name), encoding="utf-8")
    print("stale: " + ", ".join(stale) if stale else "up to date")
    return len(stale)


if __name__ == "__main__":
    sys.exit(bool(main()))
