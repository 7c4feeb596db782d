"""Docstrings as this project writes them, made ready for the pages: an extension of griffe, named in mkdocs.yml.

`Example:` becomes the section that pages know by its plural, and `source, target: ...` one entry for each of the two.
"""

import re
from typing import Any

import griffe

_SECTION = re.compile(r"^(?:Args|Attributes):$", re.MULTILINE)
_SHARED = re.compile(r"^( +)(\w+(?:, \w+)+): ((?:.|\n(?=\1 +\S))+)", re.MULTILINE)  # up to the next entry
_EXAMPLE = re.compile(r"^Example:$", re.MULTILINE)


def ready(docstring: str) -> str:
    """A docstring that a parser of Google's style reads without a warning.

    Example:
        >>> ready("Compare.\\n\\nArgs:\\n    source, target: The texts.")
        'Compare.\\n\\nArgs:\\n    source: The texts.\\n    target: The texts.'
    """
    parts = docstring.split("\n\n")
    parts = [_SHARED.sub(_each, part) if _SECTION.match(part) else part for part in parts]
    return _EXAMPLE.sub("Examples:", "\n\n".join(parts))


def _each(entry: re.Match[str]) -> str:
    return "\n".join(f"{entry[1]}{name}: {entry[3]}" for name in entry[2].split(", "))


class Docstrings(griffe.Extension):
    """Makes every docstring ready when its object is read."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        """Called by griffe for each module, class, function and attribute."""
        if obj.docstring:
            obj.docstring.value = ready(obj.docstring.value)
