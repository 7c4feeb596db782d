"""Foreign names in Russian letters, where the dictionary knows the name that comes of it."""

import heapq
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from translate.languages.registry import language_of
from translate.languages.ru.morphology import is_known, parses

_NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})
_MOST = 60  # spellings that are tried
_SHORTEST = 3  # letters; shorter names are rather abbreviations


@lru_cache(maxsize=20_000)
def transcribed(name: str) -> str | None:
    """A name in Latin letters as Russians write it; None where that is not known.

    Example:
        >>> transcribed("Martin"), transcribed("Kennedy"), transcribed("Oglethorpe")
        ('Мартин', 'Кеннеди', None)
    """
    if len(name) < _SHORTEST or not name.isascii() or name.isupper():
        return None
    first = None
    for spelling in _spellings(name.lower()):
        first = first or spelling
        if is_known(spelling) and any(_is_name(parse.tag) for parse in parses(spelling)):
            return spelling.capitalize()
    regular = tuple(language_of("ru").table("transcription")["names"]["regular"].split())
    return first.capitalize() if first is not None and first.endswith(regular) else None


def _is_name(tag: object) -> bool:
    grammemes = set(map(str, tag.grammemes))  # type: ignore[attr-defined]  # of pymorphy3, which has no types
    return bool(grammemes & _NAMES) and "nomn" in grammemes


def _spellings(name: str) -> Iterator[str]:
    """Ways to write it, the likeliest first: those that take the first choice for most groups of letters."""
    choices = _choices(name)
    if choices is None:
        return
    queue: list[tuple[int, tuple[int, ...]]] = [(0, (0,) * len(choices))]
    seen = {queue[0][1]}
    for _ in range(_MOST):
        if not queue:
            return
        price, taken = heapq.heappop(queue)
        yield "".join(choice[k] for choice, k in zip(choices, taken, strict=True)).replace("-", "")
        for place, k in enumerate(taken):
            following = (*taken[:place], k + 1, *taken[place + 1 :])
            if k + 1 < len(choices[place]) and following not in seen:
                seen.add(following)
                heapq.heappush(queue, (price + 1, following))


def _choices(name: str) -> list[Sequence[str]] | None:
    """What each group of letters of a name may be, the longest groups first; None for other letters."""
    pattern, groups = _groups()
    found: list[Sequence[str]] = []
    at = 0
    while at < len(name):
        match = pattern.match(name, at)
        if match is None:
            return None
        at = match.end()
        places = (f"^{match[0]}" if match.start() == 0 else "", f"{match[0]}$" if at == len(name) else "", match[0])
        group = next(place for place in places if place in groups)
        found.append(groups[group])
    return found


@cache
def _groups() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    table = language_of("ru").table("transcription")["letters"]
    plain = {re.escape(group.strip("^$")) + "$" * group.endswith("$") for group in table}
    return re.compile("|".join(sorted(plain, key=len, reverse=True))), {
        group: tuple(choices.split()) for group, choices in table.items()
    }
