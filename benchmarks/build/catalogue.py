"""Bring translate/wording/locale/ru.po up to date with the sentences in the code.

    python -m benchmarks.build.catalogue

New sentences are added without a translation, those that are gone are taken out. What is still to be translated is
printed. English has no catalogue: it stands in the code.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from benchmarks.data.development import no_arguments

ROOT = Path(__file__).resolve().parents[2]
RUSSIAN = ROOT / "translate" / "wording" / "locale" / "ru.po"
# How many arguments of the functions of wording/phrase.py are literals: sentences, or a context and a sentence.
LITERALS = {"Phrase": 1, "say": 1, "later": 1, "counted": 2, "say_counted": 2, "in_context": 2}
FORM = re.compile(r"{\w+:([a-z]{2,})}")  # of a version: "{other:in}"
HEADER = """\
# Russian of Parallax; brought up to date by benchmarks/build/catalogue.py.
msgid ""
msgstr ""
"Project-Id-Version: Parallax\\n"
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; "
"plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

"""
VERSIONS = tuple(
    f"the {which}{language} version" for which in ("", "first ", "second ") for language in ("English", "Russian")
)


def sentences() -> Catalog:
    """Every sentence in the code, and the forms of versions that the Russian ones ask for."""
    catalog = Catalog(locale="ru")
    for path in sorted((ROOT / "translate").rglob("*")):
        if path.suffix == ".py":
            for message, context in _extracted(path):
                catalog.add(message, context=context, locations=[(str(path.relative_to(ROOT)), 0)])
    for form in sorted({form for text in translations(russian()) for form in FORM.findall(text)}):
        for version in VERSIONS:
            catalog.add(version, context=form)
    return catalog


def russian() -> Catalog:
    """What translate/wording/locale/ru.po holds."""
    with RUSSIAN.open("rb") as file:
        return read_po(file, locale="ru")


def translations(catalog: Catalog) -> list[str]:
    """Every translation in a catalogue, the forms of plurals one by one."""
    return [text for message in catalog if message.id for text in forms(message)]


def forms(message: Message) -> tuple[str, ...]:
    """The translation of a sentence, one for each plural form of one that counts; "" where there is none."""
    return message.string if isinstance(message.string, tuple) else (message.string or "",)


def _extracted(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Sentences of a file with their contexts.

    Raises:
        ValueError: A sentence is put together when the program runs, so no catalogue could list it.
    """
    # Babel's own reader of Python does not look into f-strings. Templates and scripts have no sentences of their own.
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "translate.wording.phrase"
    ]
    known = LITERALS.keys() & {alias.name for node in imports for alias in node.names}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in known:
            continue
        arguments = call.args[: LITERALS[call.func.id]]
        words = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
        if len(words) < LITERALS[call.func.id]:
            raise ValueError(f"{path}:{call.lineno}: a sentence must be a literal")
        if call.func.id == "in_context":
            yield words[1], words[0]
        else:
            yield words[0] if len(words) == 1 else tuple(words), None


def main() -> int:
    """Write the catalogue anew; how many sentences have no translation."""
    no_arguments(__doc__)
    catalog = russian()
    catalog.update(sentences(), no_fuzzy_matching=True)
    text = io.BytesIO()
    write_po(text, catalog, width=120, omit_header=True, ignore_obsolete=True, include_lineno=False)  # no dates in it
    RUSSIAN.write_bytes(HEADER.encode() + text.getvalue())
    missing = [message.id for message in catalog if message.id and not all(forms(message))]
    print("\n".join(["to be translated:", *map(str, missing)]) if missing else "complete")
    return len(missing)


if __name__ == "__main__":
    sys.exit(bool(main()))
