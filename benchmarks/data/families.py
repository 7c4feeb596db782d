"""Families of awkward texts: the same small thing over and over, up to any size, in Russian and in English.

Each begins with a sentence in its language, so that it is read as that language, and may hold no full stop behind it.
"""

import random
from collections.abc import Callable, Mapping
from functools import cache

OPENINGS = {
    "ru": "Совет города утвердил бюджет на следующий год после долгого спора. ",
    "en": "The city council approved the budget for the next year after a long dispute. ",
}
# What is repeated, in Russian and in English.
REPEATED: Mapping[str, tuple[str, str]] = {
    "percents": ("5% ", "5% "),
    "clocks": ("12:30 ", "12:30 "),
    "ellipses": ("… ", "… "),
    "negations": ("не ", "not "),
    "hedges": ("возможно ", "perhaps "),
    "first names": ("Иван ", "Ivan "),
    "quotes": ("«да» ", "“yes” "),
    "open quotes": ("«", "“"),
    "brackets": ("(в том числе) ", "(among others) "),
    "open brackets": ("((", "(("),
    "digits": ("7", "7"),
    "addresses": ("https://example.org/a ", "https://example.org/a "),
    "long word": ("щ", "w"),
    "emoji": ("🙂 ", "🙂 "),
    "commas": (", ", ", "),
    "dates": ("5 мая ", "5 May "),
    "sayings": ("сказал он, ", "he said, "),
    "short lines": ("Да.\n", "Yes.\n"),
}
_SYLLABLES = {
    "ru": ["ба", "ве", "го", "ду", "жи", "ка", "ле", "мо", "ну", "пи", "ра", "се", "то", "фу", "хи", "ча", "ше"],
    "en": ["ba", "ve", "go", "du", "zi", "ka", "le", "mo", "nu", "pi", "ra", "se", "to", "fu", "hi", "cha", "she"],
}
_COMMON = {
    "ru": [
        *("город", "дорога", "вчера", "и", "в", "на", "жители", "поезд", "стоял", "долго", "ещё", "новый", "дом"),
        *("строят", "река", "мост", "который", "решили", "закрыть", "потом", "открыли", "снова", "люди", "шли", "мимо"),
    ],
    "en": [
        *("city", "road", "yesterday", "and", "in", "on", "people", "train", "stood", "long", "still", "new", "house"),
        *("they", "build", "river", "bridge", "which", "decided", "to", "close", "then", "opened", "walking", "past"),
    ],
}


def family_names() -> tuple[str, ...]:
    """Names of all families."""
    return (*REPEATED, *_MADE)


def family_text(name: str, language: str, size: int) -> str:
    """A text of one family.

    Args:
        name: One of `family_names`.
        language: "ru" or "en".
        size: Bytes in UTF-8, which the text does not pass.
    """
    if name in REPEATED:
        unit = REPEATED[name][language == "en"]
        body = unit * (size // len(unit.encode()) + 1)
    else:
        body = _MADE[name](language, size)
    return (OPENINGS[language] + body).encode()[:size].decode(errors="ignore")


def _names(language: str, size: int) -> str:
    """Names of which the other language has none: a story's worth, again and again."""
    return " ".join(word.capitalize() for word in _words(language, size))


def _transcript(language: str, size: int) -> str:
    """Speech without full stops."""
    chosen = random.Random(language)
    common = _COMMON[language]
    return " ".join(chosen.choice(common) for _ in range(size // 4))


def _mixed(language: str, size: int) -> str:
    """All that is repeated, a little of each in turn."""
    units = [unit[language == "en"] * 3 for name, unit in REPEATED.items() if name not in ("short lines", "long word")]
    whole = " ".join(units)
    return whole * (size // len(whole.encode()) + 1)


_MADE: Mapping[str, Callable[[str, int], str]] = {
    "strange names": _names,
    "transcript": _transcript,
    "mixed": _mixed,
}


@cache
def _strange(language: str) -> tuple[str, ...]:
    """190 words that are none."""
    chosen = random.Random(f"names {language}")
    return tuple("".join(chosen.choices(_SYLLABLES[language], k=4)) for _ in range(190))


def _words(language: str, size: int) -> list[str]:
    words = _strange(language)
    return list(words) * (size // (len(words) * 8) + 1)
