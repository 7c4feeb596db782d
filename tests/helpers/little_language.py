"""A language with a handful of words, so that a test can say what each of its tables makes possible."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.languages import registry


@contextmanager
def little_language(folder: Path, code: str, **tables: str) -> Iterator[str]:
    """Make a language known while the block runs; its code has to be one that no other test uses.

    Args:
        folder: An empty folder for its package.
        code: Its code, for private use: "qaa" to "qtz". What was read of a language is remembered by its code.
        tables: By name what its tables say, as TOML.
    """
    pack = folder / f"pack_{code}"
    pack.mkdir()
    (pack / "__init__.py").write_text("")
    for name, text in {"language": f'code = "{code}"\nname = "Little"', **tables}.items():
        (pack / f"{name}.toml").write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    try:
        registry.add_language(pack.name)
        yield code
    finally:
        registry._KNOWN.pop(code, None)
        sys.path.remove(str(folder))
