"""The rule of translate/languages: what is particular to a language stands there and nowhere else."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.languages.registry import LANGUAGES
from translate.languages.told_apart import languages_in
from translate.text.language_model import function_words

PACKAGE = Path(__file__).resolve().parent.parent / "translate"

# Files and rooms that may name a language or hold its words, each with the reason.
ALLOWED = {
    "languages": "their home",
    "wording": "the interface speaks languages of its own, whatever is compared",
    "text/formats/office.py": "elements of Word are named by two letters, as languages are",
    "text/formats/translation_memory.py": "so is one of TMX",
}
# Codes and small words that are words of a program as well: "id" of a row, "only" of a family, units of a value.
NAMES_OF_THINGS = frozenset({"id", "first", "one", "all", "most", "more", "other", "both", "only", "year", "week"})

CODES = frozenset((*LANGUAGES, *languages_in("LATIN"), *languages_in("CYRILLIC"))) - NAMES_OF_THINGS
ENGLISH = frozenset(word for word in function_words("en") if len(word) > 1) - NAMES_OF_THINGS
OF_CODES = re.compile(r"[a-z]{2}(?:[-_.](?:[a-z]{2}|txt|toml|po))*")  # "ru", "ru-en", "ru.txt"
ALTERNATIVES = re.compile(r"[a-z']+(?:\|[a-z']+)+")


def checked() -> list[Path]:
    """Files that must name no language."""
    names = {path: path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.py"))}
    return [path for path, name in names.items() if not any(name == at or name.startswith(f"{at}/") for at in ALLOWED)]


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Strings that a program works with: all but docstrings."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node


def language_codes(tree: ast.AST) -> list[str]:
    """Literals that are a code of a language, a pair of them, or a file named by one."""
    return [
        text.value
        for text in literals(tree)
        if OF_CODES.fullmatch(text.value) and re.split("[-_.]", text.value)[0] in CODES
    ]


def cyrillic_words(tree: ast.AST) -> list[str]:
    """Literals with a Cyrillic letter."""
    return [
        text.value
        for text in literals(tree)
        if any(letter.isalpha() and "CYRILLIC" in unicodedata.name(letter, "") for letter in text.value)
    ]


def english_words(tree: ast.AST) -> list[str]:
    """Small words of English as a list, as alternatives of a pattern, or what a word is compared with."""
    found = []
    for text in literals(tree):
        for match in ALTERNATIVES.finditer(text.value):
            words = match.group().split("|")
            found += [match.group()] if len(ENGLISH.intersection(words)) * 2 >= len(words) else []
    for node in ast.walk(tree):
        listed: list[ast.expr] = []
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            listed = node.elts
        elif isinstance(node, ast.Dict):
            listed = [key for key in node.keys if key is not None]
        elif isinstance(node, ast.Compare):
            listed = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            listed = [node.func.value]
        texts = [text.value for text in listed if isinstance(text, ast.Constant) and isinstance(text.value, str)]
        words = [word for text in texts for word in text.split()]
        if words and len(ENGLISH.intersection(words)) * 2 >= len(words):
            found.append(" ".join(words))
    return found


@pytest.mark.parametrize("path", checked(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_language_is_named_at_home_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert (language_codes(tree), cyrillic_words(tree), english_words(tree)) == ([], [], [])


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('if language == "en": pass', (1, 0, 0)),
        ('path = folder / "ru.txt"', (1, 0, 0)),
        ('PAIRS = {("uk", "en"): 1}', (2, 0, 0)),
        ('"""The code of "ru"."""', (0, 0, 0)),
        ('title = "[а-я]"', (0, 1, 0)),
        ('if token.text == "and": pass', (0, 0, 1)),
        ('JOINING = ("and", "with", "nor")', (0, 0, 1)),
        (r'X = re.compile(r"\b(?:the|and)\b")', (0, 0, 1)),
        ('WORDS = "of about than".split()', (0, 0, 1)),
        ('SIDES = ("source", "target"); say("one of the two")', (0, 0, 0)),
    ],
)
def test_what_counts_as_naming_a_language(code: str, found: tuple[int, int, int]) -> None:
    tree = ast.parse(code)
    assert tuple(map(len, (language_codes(tree), cyrillic_words(tree), english_words(tree)))) == found


def test_every_exception_is_there() -> None:
    """An exception for what is gone would spare the next file of that name."""
    assert [name for name in ALLOWED if not (PACKAGE / name).exists()] == []
