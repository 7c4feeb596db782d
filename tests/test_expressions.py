"""No regular expression takes more than the time of a text: each is asked about texts made of its own parts."""

import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from expressions import Expression, attacks, expressions

SIZES = (2_000, 8_000)  # characters
QUICK = 0.0015  # processor seconds for the smaller text; the square of it takes longer
GROWTH = 9.0  # times as long for four times the text: 4 if it is linear, 16 if it is its square
HANGS = 0.3  # processor seconds
ENDS = ("\x00", "_яa")  # behind which nothing goes on
# The second of a pair is asked only whether the text goes on with it.
BEHIND = {"name_rules.tongues[1]", "_rules.joined[1]"}
# Asked about less than a hundred characters around a number alone.
WINDOWED = "translate.facts.beside"


class Hung(Exception):
    """An expression took far longer than any may."""


@contextmanager
def _watched() -> Iterator[None]:
    def give_up(*_: Any) -> None:
        raise Hung

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _seconds(ask: Callable[[Any], Any], text: str | bytes) -> float:
    begun = time.process_time()
    with _watched():
        ask(text)
    return time.process_time() - begun


def _asked(expression: Expression) -> Callable[[Any], Any]:
    how = {"match"} if expression.name in BEHIND else expression.asked
    if not how <= {"match", "fullmatch"}:
        return lambda text: sum(1 for _ in expression.pattern.finditer(text))
    return lambda text: [getattr(expression.pattern, each)(text) for each in how]


def despaired(expression: Expression) -> tuple[str, str, str] | None:
    """What makes an expression take more than the time of a text: a beginning, what is said over and over, an end."""
    ask = _asked(expression)
    for number, (before, pump) in enumerate(attacks(expression.pattern)):
        end = ENDS[number % len(ENDS)]
        texts: list[str | bytes] = [before + pump * (size // len(pump)) + end for size in SIZES]
        if isinstance(expression.pattern.pattern, bytes):
            texts = [str(text).encode() for text in texts]
        try:
            if _seconds(ask, texts[0]) < QUICK:
                continue
            small, large = (min(_seconds(ask, text) for _ in range(3)) for text in texts)
        except Hung:
            return before, pump, end
        if small >= QUICK and large > GROWTH * small:
            return before, pump, end
    return None


def test_no_expression_takes_more_than_the_time_of_a_text() -> None:
    slow = {str(each): found for each in expressions() if each.module != WINDOWED and (found := despaired(each))}
    assert slow == {}


def test_the_expressions_are_found() -> None:
    """Those of modules, of tables of languages, and those that are asked as they are written."""
    found = {each.pattern.pattern for each in expressions()}
    names = {(each.module.removeprefix("translate."), each.name) for each in expressions()}
    assert {("text.clauses", "BORDER"), ("engines.health", "_ADDRESS"), ("web.address", "re.search")} <= names
    assert {module for module, _ in names} >= {"facts.dates", "facts.clocks", "differences.contrasts.polarity"}
    assert len(found) > 400


@pytest.mark.parametrize(
    "bad", [r"(a+)+b", r"\s+$", r"(?:a|a)*b", r"(.*?)-(.*?)-(.*?)!", r"\s*-?\s*x", r"[\w.]+@\w", r"\S*\w/\w\S*"]
)
def test_an_expression_that_takes_more_is_found(bad: str) -> None:
    assert despaired(Expression("", "", re.compile(bad), frozenset(["search"]))) is not None
