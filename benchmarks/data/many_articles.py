"""Made-up news in two languages, as many as asked for: events of a few kinds at many places, on sixty days.

The same seed makes the same articles. Each story has a Russian and an English article that were written apart: either
leaves out some of what happened and tells the rest in an order of its own. Stories of one kind
share their phrases, so that only places, names and figures tell them apart.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from translate.matching.articles import Article

FOLDER = Path(__file__).parent / "made_news"
FIRST_DAY = date(2026, 3, 1)
DAYS = 60
LATER = (0, 0, 0, 1, 1, 2)  # days after the event on which an article appears
KEPT = 0.7  # share of the facts that an article tells
ALONE = 0.2  # share of the stories that one side does not have
SIDES = ("ru", "en")


def _table(name: str) -> dict[str, list[tuple[str, str]]]:
    """Rows of a file by their first cell: what is said in both languages."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        kind, first, second = line.split("\t")
        rows.setdefault(kind, []).append((first, second))
    return rows


EVENTS = _table("events.tsv")  # of each kind the headline, what every article tells, and other facts
NAMES = _table("names.tsv")


@dataclass(frozen=True, slots=True)
class _Story:
    number: int
    kind: str
    values: tuple[dict[str, str], dict[str, str]]
    day: date


def articles(count: int, side: int, seed: int = 18, days: int = DAYS) -> Iterator[Article]:
    """Articles of one side; those of both sides with the same name tell the same story.

    Args:
        count: Stories of which this side has its share.
        side: Of SIDES, 0 or 1.
        seed: Of the stories.
        days: On which the events happen.
    """
    for number in range(count):
        story = _story(number, seed, days)
        chance = random.Random(f"{seed} {number} {SIDES[side]}")
        lone = random.Random(f"{seed} {number} alone").random()
        if ALONE * side / 2 <= lone < ALONE * (side + 1) / 2:
            continue
        headline, first, *facts = (pair[side] for pair in EVENTS[story.kind])
        told = [fact for fact in facts if chance.random() < KEPT] or facts[:1]
        chance.shuffle(told)
        text = "\n\n".join([headline, first, *told]).format(**story.values[side])
        yield Article(f"{number:06d}", text, "", story.day + timedelta(chance.choice(LATER)))


def _story(number: int, seed: int, days: int) -> _Story:
    chance = random.Random(f"{seed} {number}")
    place, name, surname = (chance.choice(NAMES[sort]) for sort in ("place", "name", "surname"))
    figures = {"a": chance.randint(3, 60), "b": chance.randint(70, 990), "c": chance.randint(2, 30)}
    values = tuple(
        {"place": place[side], "name": f"{name[side]} {surname[side]}"} | {key: str(n) for key, n in figures.items()}
        for side in (0, 1)
    )
    day = FIRST_DAY + timedelta(chance.randrange(days))
    return _Story(number, chance.choice([*EVENTS]), (values[0], values[1]), day)
