"""Cyrillic letters that Russian lacks, and the language that they speak for."""

from collections import Counter
from collections.abc import Mapping

# By the language they speak for, the most telling group first. і alone is shared by Ukrainian, Belarusian and Kazakh;
# ј by Serbian and Macedonian: those are weighed by `language_of_letters`.
_ALIEN = {
    "be": "ў",
    "mk": "ѓќѕ",
    "sr": "ђћ",
    "sr/mk": "јљњџ",
    "uk": "їєґ",
    "kk": "әғқұ",
    "tt": "җ",
    "ba": "ҙҫҡ",
    "tg": "ӣҷӯҳ",
    "ky/mn": "өүң",
    "uk/be/kk": "і",
}
ALIEN_LETTERS = frozenset("".join(_ALIEN.values()))
RUSSIAN_LETTERS = frozenset("ыэё")


def language_of_letters(letters: Mapping[str, int]) -> str:
    """Language for which the letters that Russian lacks speak loudest.

    Args:
        letters: How often each small letter stands in a text; a letter that is not there counts 0.

    Example:
        >>> language_of_letters(Counter("її"))
        'uk'
    """
    votes = Counter({group: sum(letters[letter] for letter in alien) for group, alien in _ALIEN.items()})
    if votes["uk/be/kk"] or votes["uk"] or votes["be"]:
        belarusian, ukrainian = votes["be"] + letters["ы"] + letters["э"] + letters["ё"], votes["uk"] + letters["и"]
        kazakh = votes["kk"] + votes["ky/mn"]
        if kazakh > belarusian / 2 and kazakh > votes["uk"]:
            return "kk"
        return "be" if belarusian > ukrainian else "uk"
    if votes["sr/mk"] or votes["sr"] or votes["mk"]:
        return "mk" if votes["mk"] > votes["sr"] else "sr"
    single = {group: votes[group] for group in ("kk", "tt", "ba", "tg", "ky/mn")}
    best = max(single, key=lambda group: single[group])
    return "ky" if best == "ky/mn" else best
