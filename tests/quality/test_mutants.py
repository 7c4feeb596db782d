"""The mutation tester damages what it says, and runs the damaged module in place of the file."""

import importlib.util

from benchmarks.measure.mutants import ROOT, Damaged, Tally, equivalents, mutants, summary

CODE = """
LEAST = 0.5  # a threshold at the top


def told(words: list[str], least: int = 2) -> bool:
    \"\"\"Not 3.\"\"\"
    if not words:
        return False
    return len(words[1:]) >= least and all(word for word in words if word)
"""


def test_every_kind_of_damage_is_made() -> None:
    changes = {f"{mutant.line} {mutant.within}: {mutant.change}" for mutant in mutants("a.py", CODE)}
    assert {
        "2 : LEAST = 0.5 -> LEAST = 1.0",
        "7 told: not words -> words",
        "8 told: return False -> return True",
        "9 told: len(words[1:]) >= least -> len(words[1:]) > least",
        "9 told: 1: -> :",
        "9 told: all((word for word in words if word)) -> any((word for word in words if word))",
        "9 told: for word in words if word -> for word in words",
    } <= changes
    assert not any("Not 3" in change or "Not 4" in change for change in changes)


def test_the_damaged_module_is_loaded_in_place_of_the_file() -> None:
    code = (ROOT / "translate/facts/digits.py").read_text(encoding="utf-8")
    every = mutants("translate/facts/digits.py", code)
    damage = next(mutant for mutant in every if mutant.change.startswith("len(part) == 3 -> len(part) != 3"))
    spec = Damaged(damage).find_spec("translate.facts.digits")
    assert Damaged(damage).find_spec("translate.facts.dates") is None
    assert spec is not None
    assert spec.loader is not None
    damaged = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(damaged)
    assert damaged.digit_values("12,34", decimal_point=True) == (1234.0,)


def test_what_is_listed_as_equivalent_has_a_reason() -> None:
    assert all((ROOT / module).is_file() for module, _, _ in equivalents())


def test_a_share_has_an_interval_and_modules_count_by_their_size() -> None:
    assert "  75.0% (" not in summary("all", [Tally(10, 5, 5), Tally(30, 10, 0)])
    assert " 87.5% (" in summary("all", [Tally(10, 5, 5), Tally(30, 10, 0)])
    assert " 50.0% (50% to 50%)" in summary("one", [Tally(10, 5, 5)])  # all of them were tried
    assert Tally(10, 0, 0).share == 1.0
