"""The order of Russian noun phrases: whose and of what a thing is stands behind it."""

from collections.abc import Sequence
from dataclasses import replace

from translate.languages.glossing import NAME, Unit
from translate.languages.ru.forms import is_day


def ordered(units: Sequence[Unit]) -> list[tuple[Unit, bool]]:
    """Units with whether they say whose or of what the one before is: nouns before a noun come behind it."""
    result: list[tuple[Unit, bool]] = []
    i = 0
    while i < len(units):
        last = i
        while last < len(units) and _within_phrase(units, i, last):
            last += 1
        if last == i:
            result.append((units[i], False))
            i += 1
            continue
        result += _turned(units[i:last])
        i = last
    return result


def _within_phrase(units: Sequence[Unit], first: int, at: int) -> bool:
    unit = units[at]
    if at > first and unit.has("opens"):
        return False
    if unit.part == NAME or (unit.part in ("n", "adj") and unit.senses):
        return at == first or not is_day(units[at - 1])
    return False


def _turned(run: Sequence[Unit]) -> list[tuple[Unit, bool]]:
    """One noun phrase: "school bus driver" as "driver of bus of school", its gaps where they were."""
    blocks: list[list[Unit]] = [[]]
    for k, unit in enumerate(run):
        blocks[-1].append(unit)
        behind = run[k + 1] if k + 1 < len(run) else None
        if (
            unit.has("possessive")
            or (unit.part == "n" and behind is not None and behind.part != NAME)
            or (unit.part == NAME and behind is not None and behind.part == "n")
        ):
            blocks.append([])
    blocks = [block for block in blocks if block]
    # Adjectives before a noun that only says of what kind it is belong to the last one: "new school bus".
    for k in range(len(blocks) - 1):
        if not blocks[k][-1].has("possessive"):
            own = [unit for unit in blocks[k] if unit.part == "adj"]
            blocks[k] = [unit for unit in blocks[k] if unit.part != "adj"]
            place = k + 1
            while place < len(blocks) - 1 and not blocks[place][-1].has("possessive"):
                place += 1
            blocks[place] = own + blocks[place]
    turned = [(unit, k > 0) for k, block in enumerate(reversed(blocks)) for unit in block]
    gaps = [unit.gap for unit in run]
    return [(replace(unit, gap=gap), owned) for (unit, owned), gap in zip(turned, gaps, strict=True)]
