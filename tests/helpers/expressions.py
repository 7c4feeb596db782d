"""Every regular expression of the program by where it is kept, and texts that bring such expressions to despair."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import translate
from translate.languages.registry import compared_languages

ASKED = ("search", "finditer", "findall", "sub", "subn", "split", "match", "fullmatch")
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
SHORT = 16  # times that a part may be said and be no danger
SIGNS = "aA7 .-,я\"Я\n'’(|<:@/é_"  # of all sorts, to find one that a class takes
MOST_SIGNS, MOST_PUMPS, MOST_CHOICES = 10, 30, 40


@dataclass(frozen=True)
class Expression:
    """A compiled expression.

    Attributes:
        module, name: Where it is kept: a variable or function of a module, and the field, key or place in it.
        pattern: As `re` compiled it.
        asked: What it is asked: methods of it; everything where that cannot be told.
    """

    module: str
    name: str
    pattern: re.Pattern[Any]
    asked: frozenset[str]

    def __str__(self) -> str:
        return f"{self.module}.{self.name}: {self.pattern.pattern!r:.120}"


@cache
def expressions() -> tuple[Expression, ...]:
    """Those that modules keep, those in what their cached functions return for our languages, and literal ones."""
    found: dict[tuple[Any, int], Expression] = {}
    calls = _calls()
    for module, tree in _modules():
        names = {node.targets[0].id: node for node in tree.body if isinstance(node, ast.Assign) and _is_name(node)}
        for name in names:
            _collect(vars(module).get(name), module.__name__, name, name, found, calls)
        for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
            if "compile(" in ast.unparse(function):
                for kept in _returned(vars(module)[function.name]):
                    _collect(kept, module.__name__, function.name, function.name, found, calls)
        for pattern, flags, how in _literals(tree, vars(module)):
            compiled = re.compile(pattern, flags)
            found[(pattern, compiled.flags)] = Expression(module.__name__, f"re.{how}", compiled, frozenset([how]))
    return tuple(found.values())


def _is_name(node: ast.Assign) -> bool:
    return len(node.targets) == 1 and isinstance(node.targets[0], ast.Name)


@cache
def _modules() -> tuple[tuple[Any, ast.Module], ...]:
    names = [each.name for each in pkgutil.walk_packages(translate.__path__, "translate.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    return tuple((module, ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))) for module in modules)


def _calls() -> Mapping[tuple[str, str], set[str]]:
    """What is asked of a name, by the module that asks it, and "" for all of them."""
    calls = defaultdict(set)
    for module, tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in ASKED:
                owner = node.value.func if isinstance(node.value, ast.Call) else node.value
                name = getattr(owner, "id", None) or getattr(owner, "attr", None)
                if name is not None and name != "re":
                    calls[module.__name__, name].add(node.attr)
                    calls["", name].add(node.attr)
    return calls


def _collect(
    kept: Any,
    module: str,
    where: str,
    name: str,
    found: dict[tuple[Any, int], Expression],
    calls: Mapping[tuple[str, str], set[str]],
    depth: int = 0,
) -> None:
    """Patterns in an object, each under the name of the field or key that holds it."""
    if isinstance(kept, re.Pattern):
        asked = calls.get((module, name)) or calls.get(("", name)) or set()
        if name[:1] != "_":
            asked = asked | calls.get(("", name), set()) if where == name else asked
        found.setdefault(
            (kept.pattern, kept.flags),
            Expression(module, where if where == name else f"{where}.{name}", kept, frozenset(asked or ASKED)),
        )
    elif depth > 6:
        return
    elif is_dataclass(kept) and not isinstance(kept, type):
        for field in fields(kept):
            with suppress(AttributeError):
                _collect(getattr(kept, field.name), module, where, field.name, found, calls, depth + 1)
    elif isinstance(kept, Mapping):
        for key, value in kept.items():
            _collect(value, module, where, str(key), found, calls, depth + 1)
    elif isinstance(kept, tuple | list | set | frozenset):
        pairs = depth and len(kept) == 2 and all(isinstance(each, re.Pattern) for each in kept)
        for place, value in enumerate(kept):
            _collect(value, module, where, f"{name}[{place}]" if pairs else name, found, calls, depth + 1)


def _returned(function: Any) -> Iterator[Any]:
    """What a function returns for each of our languages, or for all of them, or without an argument."""
    wanted = list(inspect.signature(function).parameters)
    codes = compared_languages()
    given: list[tuple[Any, ...]] = []
    if not wanted:
        given = [()]
    elif wanted in (["language"], ["code"]):
        given = [(code,) for code in codes]
    elif wanted == ["languages"]:
        given = [(tuple(codes),)]
    elif wanted == ["source", "target"]:
        given = [tuple(codes), tuple(codes)[::-1]]
    for arguments in given:
        with suppress(Exception):  # it wants something else under that name
            yield function(*arguments)


def _literals(tree: ast.Module, names: Mapping[str, Any]) -> Iterator[tuple[Any, int, str]]:
    """Expressions that are given to `re.search` and the like as they are, if they can be told from the module alone."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and getattr(node.func.value, "id", "") == "re"
            and node.func.attr in ASKED
        ):
            with suppress(NameError, TypeError, AttributeError):
                told = eval(compile(ast.Expression(node.args[0]), "", "eval"), dict(names))
                if isinstance(told, str | bytes):
                    yield told, 0, node.func.attr


def attacks(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """Beginnings and what is said over and over behind them, made from the parts of an expression."""
    tree = parser.parse(
        pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    )
    if not _is_endless(tree):
        return []
    found: dict[tuple[str, str], None] = {}
    for choice in range(3):
        _pumps(list(tree), "", choice, found)
        found["", _said(tree, choice, {})] = None
    signs = list(dict.fromkeys(_signs(tree)))
    signs = (
        signs[: MOST_SIGNS // 2] + [sign for sign in signs[MOST_SIGNS // 2 :] if not sign.isalnum()][: MOST_SIGNS // 2]
    )
    found |= {("", sign): None for sign in signs}
    found |= {("", one + other): None for one in signs for other in signs if one < other}
    return sorted((pair for pair in found if pair[1]), key=lambda pair: (len(pair[0]) + len(pair[1]), pair))[
        :MOST_PUMPS
    ]


def _is_endless(tree: Any) -> bool:
    """Whether a part of it may be said over and over."""
    return any((op in REPEATS and value[1] > SHORT) or any(map(_is_endless, _inner(op, value))) for op, value in tree)


def _inner(op: Any, value: Any) -> list[Any]:
    """The parts inside a part."""
    if op in REPEATS:
        return [value[2]]
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op is sre.BRANCH:
        return list(value[1][:MOST_CHOICES])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return [value] if op is sre.ATOMIC_GROUP else []


def _pumps(tree: list[Any], before: str, choice: int, found: dict[tuple[str, str], None]) -> None:
    """What each repetition repeats, alone and with what follows it, behind what leads to it."""
    for place, (op, value) in enumerate(tree):
        if op in REPEATS and value[1] > SHORT:
            said = _said(value[2], choice, {})
            found[before, said] = None
            found[before, said + _said(tree[place + 1 : place + 2], choice, {})] = None
        if op not in (sre.ASSERT, sre.ASSERT_NOT):
            for part in _inner(op, value):
                _pumps(list(part), before, choice, found)
        before = (before + _said([(op, value)], choice, {}))[-200:]


def _said(tree: Any, choice: int, groups: dict[int, str]) -> str:
    """A text that a part may take."""
    said = ""
    for op, value in tree:
        if op is sre.LITERAL:
            said += chr(value)
        elif op is sre.NOT_LITERAL:
            said += next(sign for sign in SIGNS if ord(sign) != value)
        elif op is sre.ANY:
            said += "a"
        elif op is sre.IN:
            taken = _taken(value)
            said += taken[choice % len(taken)]
        elif op in REPEATS:
            said += _said(value[2], choice, groups) * (value[0] or choice % 2)
        elif op is sre.SUBPATTERN:
            groups[value[0]] = _said(value[3], choice, groups)
            said += groups[value[0]]
        elif op is sre.ATOMIC_GROUP:
            said += _said(value, choice, groups)
        elif op is sre.BRANCH:
            said += _said(value[1][choice % len(value[1])], choice, groups)
        elif op is sre.GROUPREF:
            said += groups.get(value, "")
    return said


def _signs(tree: Any) -> Iterator[str]:
    """Signs that stand in an expression, or that its classes take."""
    for op, value in tree:
        if op is sre.LITERAL:
            yield chr(value)
        elif op is sre.IN:
            yield from _taken(value)[:4]
        for part in _inner(op, value):
            yield from _signs(part)


def _taken(items: Any) -> list[str]:
    """Signs that a class takes."""
    own = [chr(value if op is sre.LITERAL else value[0]) for op, value in items if op in (sre.LITERAL, sre.RANGE)]
    return [sign for sign in dict.fromkeys((*SIGNS, *own)) if _takes(items, sign)] or ["\x00"]


def _takes(items: Any, sign: str) -> bool:
    word = sign.isalnum() or sign == "_"
    categories = {
        sre.CATEGORY_DIGIT: sign.isdigit(),
        sre.CATEGORY_NOT_DIGIT: not sign.isdigit(),
        sre.CATEGORY_SPACE: sign.isspace(),
        sre.CATEGORY_NOT_SPACE: not sign.isspace(),
        sre.CATEGORY_WORD: word,
        sre.CATEGORY_NOT_WORD: not word,
    }
    taken = any(
        (op is sre.LITERAL and ord(sign) == value)
        or (op is sre.RANGE and value[0] <= ord(sign) <= value[1])
        or (op is sre.CATEGORY and categories[value])
        for op, value in items
    )
    return taken is not any(op is sre.NEGATE for op, _ in items)
