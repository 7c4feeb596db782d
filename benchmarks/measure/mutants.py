"""How many small damages to the code the tests notice, room by room.

    python -m benchmarks.measure.mutants [facts text health differences] [--each 10] [--seed 1] [--workers 2]

A mutant is a module with one damage: a comparison that takes the boundary in or leaves it out, a number one off, an
operand of "and" gone, a slice that runs to the end. Of each module a random sample is drawn; the tests of its room run
on each, in a forked process that reads the damaged module instead of the file, and stop at the first that fails. Killed
is a mutant on which a test fails or runs out of time. One that cannot even be imported says nothing about the tests and
is left out, as is one that `equivalent_mutants.toml` lists with the reason why no test can tell it from the original.

mutmut and cosmic-ray do not fit: mutmut damages the bodies of functions alone, and half of what this project decides
are thresholds at the top of a module; cosmic-ray starts an interpreter for each mutant, and there are thousands.
Strings are left alone: nearly all are words of a language or sentences for a reader, which have tables of their own.
"""

import argparse
import ast
import copy
import importlib
import importlib.util
import math
import os
import random
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
ROOMS = {  # the modules of each, and the tests that are to notice
    "facts": (("translate/facts",), ("tests/facts", "translate/facts")),
    "text": (("translate/text",), ("tests/text", "translate/text")),
    "health": (("translate/engines/health.py",), ("tests/engines/test_health.py",)),
    "differences": (("translate/differences",), ("tests/differences", "translate/differences")),
}
UNSAFE = ("translate/text/files.py",)  # writes files: a damaged one may write over those of others
LEAST_LIMIT, LIMIT_TIMES = 15, 5  # seconds, and how often the time that the tests take on the undamaged code
CERTAIN = 1.96  # standard deviations on either side that hold 95 of 100
PASSED, FAILED, BROKEN, INTERNAL_ERROR = 0, 1, (2, 4), 3  # as pytest counts; it cannot collect what cannot be imported
# Without the tests that watch the clock, which a busy machine fails.
QUIET = ("-k", "not time_grows", "-x", "-q", "--no-header", "--no-summary", "-p", "no:cacheprovider")

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
SKIPPED = ("annotation", "returns", "decorator_list", "bases", "type_params")  # what has no behaviour of its own


@dataclass(frozen=True, slots=True)
class Mutant:
    """One damage to one module.

    Attributes:
        module: Its path below the root, "translate/facts/clocks.py".
        line: Where it stands, counted from 1.
        within: The function or class that holds it, "" for the module itself.
        change: The code before and after, "hour < 12 -> hour <= 12".
        place: The way from the top of the module's tree to the damaged node.
        damaged: What stands there instead.
    """

    module: str
    line: int
    within: str
    change: str
    place: tuple["Step", ...] = field(repr=False)
    damaged: ast.AST = field(repr=False)

    def compiled(self) -> CodeType:
        tree = ast.parse((ROOT / self.module).read_text(encoding="utf-8"))
        _put(tree, self.place, self.damaged)
        code: CodeType = compile(ast.fix_missing_locations(tree), str(ROOT / self.module), "exec")
        return code


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the sample of one module.

    Attributes:
        mutants: All that the module has.
        killed, survived: Of those drawn; those that say nothing are in neither.
    """

    mutants: int
    killed: int
    survived: int

    @property
    def drawn(self) -> int:
        return self.killed + self.survived

    @property
    def share(self) -> float:
        return self.killed / self.drawn if self.drawn else 1.0

    @property
    def variance(self) -> float:
        """Of the share, for a sample without replacement; not zero for a few that were all killed."""
        careful = (self.killed + 1) / (self.drawn + 2)
        return careful * (1 - careful) / max(self.drawn, 1) * max(0.0, 1 - self.drawn / max(self.mutants, 1))


def mutants(module: str, code: str) -> Iterator[Mutant]:
    """Every damage to a module, in reading order.

    Example:
        >>> for mutant in mutants("ages.py", "def adult(age): return age >= 18 and known"):
        ...     print(mutant.change)
        age >= 18 and known -> known
        age >= 18 and known -> age >= 18
        age >= 18 and known -> age >= 18 or known
        age >= 18 -> age > 18
        age >= 18 -> age >= 19
        age >= 18 -> age >= 17
    """
    tree = ast.parse(code)
    for place, node in list(_places(tree)):
        whole = place[:-1] if isinstance(node, ast.Constant) else place  # a lone number tells a reader little
        for damaged in _damages(node):
            before = _printed(tree, whole)
            _put(tree, place, damaged)
            after = _printed(tree, whole)
            _put(tree, place, node)
            line, within = _where(tree, place)
            yield Mutant(module, line, within, f"{before} -> {after}", place, damaged)


Step = tuple[str, int | None]


def _places(node: ast.AST, way: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], ast.AST]]:
    """All nodes that can be damaged, each with the way to it from the top."""
    for name, value in ast.iter_fields(node):
        if name in SKIPPED:
            continue
        for at, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield (*way, (name, at)), child
                yield from _places(child, (*way, (name, at)))


def _at(tree: ast.AST, place: Sequence[Step]) -> Any:
    node: Any = tree
    for name, at in place:
        node = getattr(node, name) if at is None else getattr(node, name)[at]
    return node


def _put(tree: ast.AST, place: Sequence[Step], node: ast.AST) -> None:
    parent, (name, at) = _at(tree, place[:-1]), place[-1]
    if at is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[at] = node


def _where(tree: ast.AST, place: Sequence[Step]) -> tuple[int, str]:
    """Line of the nearest code that has one, and name of the innermost function or class around it."""
    around = [_at(tree, place[:depth]) for depth in range(1, len(place) + 1)]
    names = [node.name for node in around if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    return next(node.lineno for node in reversed(around) if hasattr(node, "lineno")), ["", *names][-1]


def _printed(tree: ast.AST, place: Sequence[Step]) -> str:
    """The code at a place; of one that takes several lines the first."""
    first, *more = ast.unparse(_at(tree, place)).strip().splitlines() or [""]
    return first + " …" * bool(more)


def _damages(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            for i, operator in enumerate(node.ops):
                yield _changed(node, ops=[*node.ops[:i], COMPARISONS[type(operator)](), *node.ops[i + 1 :]])
        case ast.BoolOp():
            for i in range(len(node.values)):
                left = [*node.values[:i], *node.values[i + 1 :]]
                yield left[0] if len(left) == 1 else _changed(node, values=left)
            yield _changed(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.BinOp() | ast.AugAssign() if type(node.op) in ARITHMETIC:
            yield _changed(node, op=ARITHMETIC[type(node.op)]())
        case ast.Constant(value=bool()):
            yield _changed(node, value=not node.value)
        case ast.Constant(value=int()):
            yield _changed(node, value=node.value + 1)
            yield _changed(node, value=node.value - 1)
        case ast.Constant(value=float()):
            yield _changed(node, value=2 * node.value or 1.0)
            if node.value:
                yield _changed(node, value=node.value / 2)
        case ast.Slice():
            for end in ("lower", "upper", "step"):
                if getattr(node, end) is not None:
                    yield _changed(node, **{end: None})
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.If(test=ast.Name() | ast.Call() | ast.Attribute() | ast.NamedExpr()):
            yield _changed(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.comprehension() if node.ifs:
            for i in range(len(node.ifs)):
                yield _changed(node, ifs=[*node.ifs[:i], *node.ifs[i + 1 :]])
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            yield _changed(node, func=ast.Name(CALLS[name], ast.Load()))
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()


def _changed(node: ast.AST, **fields: Any) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


class Damaged(SourceFileLoader):
    """Loads the mutant where the module is asked for, before anything looks for its file."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        super().__init__(mutant.module.removesuffix(".py").replace("/", "."), str(ROOT / mutant.module))

    def get_code(self, fullname: str) -> CodeType:
        return self.mutant.compiled()

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return (
            importlib.util.spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None
        )


def run_tests(tests: Sequence[str]) -> int:
    """Exit code of pytest. Properties are tried on the same examples each time, and their failures not made smaller."""
    import hypothesis
    import pytest

    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutants", derandomize=True, database=None, phases=phases)
    hypothesis.settings.load_profile("mutants")
    return int(pytest.main([*QUIET, *tests]))


def begin(mutant: Mutant | None, tests: Sequence[str], limit: int) -> int:
    """Start the tests in a process of their own, which the system ends after so many seconds; returns its number."""
    if process := os.fork():
        return process
    code = INTERNAL_ERROR
    try:
        signal.alarm(limit)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        if mutant is None:
            code = run_tests(tests)
        else:
            damaged = Damaged(mutant)
            sys.meta_path.insert(0, damaged)
            code = run_tests(tests)
            if getattr(sys.modules.get(damaged.name), "__loader__", damaged) is not damaged:
                code = INTERNAL_ERROR  # a file named on pytest's command line is loaded by pytest itself
    finally:
        os._exit(code)


def import_what_is_not_ours(tests: Sequence[str]) -> None:
    """Import the libraries that the tests load, once for all mutants; what is ours each process reads anew."""
    reading, writing = os.pipe()
    if not (process := os.fork()):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        run_tests(["--collect-only", *tests])
        with os.fdopen(writing, "w") as names:
            names.write(
                "\n".join(n for n, m in sys.modules.items() if "site-packages" in (getattr(m, "__file__", 0) or ""))
            )
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as names:
        loaded = names.read().split()
    os.waitpid(process, 0)
    for name in loaded:
        importlib.import_module(name)


def outcomes(drawn: Sequence[Mutant], tests: Sequence[str], workers: int) -> Iterator[tuple[Mutant, str]]:
    """What becomes of each mutant: "killed", "survived", or "broken" where it cannot be imported."""
    began = time.monotonic()
    if os.waitstatus_to_exitcode(os.waitpid(begin(None, tests, 0), 0)[1]) != 0:
        raise SystemExit(f"The tests fail on the undamaged code: python -m pytest {' '.join(tests)}")
    limit = LEAST_LIMIT + LIMIT_TIMES * workers * math.ceil(time.monotonic() - began)
    waiting, running = list(reversed(drawn)), dict[int, Mutant]()
    while waiting or running:
        while waiting and len(running) < workers:
            mutant = waiting.pop()
            running[begin(mutant, own_first(mutant.module, tests), limit)] = mutant
        process, status = os.wait()
        code = os.waitstatus_to_exitcode(status)
        if code not in (PASSED, FAILED, *BROKEN, -signal.SIGALRM):
            raise SystemExit(f"pytest ended with {code} on {running[process]}")
        yield running.pop(process), "survived" if code == PASSED else "broken" if code in BROKEN else "killed"


def own_first(module: str, tests: Sequence[str]) -> list[str]:
    """The tests, those named like the module before the others."""
    own = sorted(path for test in tests for path in ROOT.glob(f"{test}/**/test_{Path(module).stem}.py"))
    return [*(str(path.relative_to(ROOT)) for path in own), *tests]


def equivalents() -> set[tuple[str, str, str]]:
    """Where the mutants stand that nobody can tell from the original, and what they change."""
    listed = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))
    return {(entry["module"], entry["within"], entry["change"]) for entry in listed["mutant"]}


def modules(places: Sequence[str]) -> list[str]:
    """Files of a room, below the root; those that open a room hold nothing, and some are not safe to damage."""
    found = [
        path for place in places for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
    ]
    names = (str(path.relative_to(ROOT)) for path in found if path.name != "__init__.py")
    return sorted(name for name in names if name not in UNSAFE)


def sample(module: str, each: int, seed: str) -> tuple[list[Mutant], int]:
    """Some of a module's mutants that are not known to be equivalent, and how many there are."""
    known = equivalents()
    everything = list(mutants(module, (ROOT / module).read_text(encoding="utf-8")))
    named = {(module, mutant.within, mutant.change) for mutant in everything}
    for _, within, change in sorted(place for place in known - named if place[0] == module):
        print(f"listed as equivalent, but not there any more: {module} {within or 'top'}: {change}")
    left = [mutant for mutant in everything if (module, mutant.within, mutant.change) not in known]
    drawn = random.Random(f"{seed} {module}").sample(left, min(each, len(left)))
    return sorted(drawn, key=lambda mutant: mutant.line), len(left)


def summary(name: str, tallies: Sequence[Tally]) -> str:
    """One line; each module counts by the number of its mutants, drawn or not."""
    total = sum(tally.mutants for tally in tallies) or 1
    share = sum(tally.mutants * tally.share for tally in tallies) / total
    error = CERTAIN * math.sqrt(sum((tally.mutants / total) ** 2 * tally.variance for tally in tallies))
    drawn, killed = sum(tally.drawn for tally in tallies), sum(tally.killed for tally in tallies)
    return (
        f"{name:48} {killed:4} of {drawn:4} drawn from {total:5}: {share:5.1%}"
        f" ({max(0.0, share - error):.0%} to {min(1.0, share + error):.0%})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), metavar="room", help=f"of {', '.join(ROOMS)}")
    parser.add_argument("--each", type=int, default=10, help="mutants drawn of each module (10)")
    parser.add_argument("--seed", default="1", help="another one draws others")
    parser.add_argument("--module", default="", help="only modules whose path holds these letters")
    parser.add_argument("--workers", type=int, default=2, help="processes at once (2)")
    given = parser.parse_args()
    if unknown := set(given.rooms) - set(ROOMS):
        parser.error(f"no room {', '.join(sorted(unknown))}; there are {', '.join(ROOMS)}")
    os.chdir(ROOT)
    everything: list[Tally] = []
    for room in given.rooms:
        places, tests = ROOMS[room]
        import_what_is_not_ours(tests)
        chosen = {
            module: sample(module, given.each, given.seed) for module in modules(places) if given.module in module
        }
        counts = {module: Counter[str]() for module in chosen}
        drawn = [mutant for sample_of_it, _ in chosen.values() for mutant in sample_of_it]
        for mutant, outcome in outcomes(drawn, tests, given.workers):
            counts[mutant.module][outcome] += 1
            if outcome == "survived":
                where = f"{mutant.module}:{mutant.line} {mutant.within or 'top'}"
                print(f"survived: {where}: {mutant.change}", flush=True)
        tallies = [Tally(chosen[module][1], count["killed"], count["survived"]) for module, count in counts.items()]
        for module, tally in zip(counts, tallies, strict=True):
            print(summary(module, [tally]))
        print(summary(room, tallies), end="\n\n", flush=True)
        everything += tallies
    print(summary("all", everything))


if __name__ == "__main__":
    main()
