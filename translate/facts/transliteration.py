"""Names across scripts: the consonant skeleton that "Мишустина" and "Mishustin" share.

Vowels, endings and the choice between rival systems (Zelensky, Zelenskyy; Kharkov, Kharkiv) fall away, so one key
serves where five transliterations would have to be tried one after another.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.fuzz import ratio

# Capital letters stand for sounds that no single Latin letter has: C as in church, J as in George, S as in sheep.
_RUSSIAN = (("дж", "J"), ("ж", "J"), ("ч", "C"), ("ш", "S"), ("щ", "S"), ("кс", "ks"), ("тс", "z"), ("дз", "z"))
_RUSSIAN_LETTERS = str.maketrans("бвгдзклмнпрстфхц", "bvgdzklmnprstfgz")
_GLIDE = re.compile(r"\bу(?=[аеёиоыэюя])|(?<=[аеиоэ])у")
_ENGLISH = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("shch|sch|sh", "S"), ("tch|cz", "C"), ("ch", "C"), ("zh|dzh|dj", "J"), ("kh", "g"), ("ph", "f"), ("th", "t"),
        ("ck|cq", "k"), ("ts|tz", "z"), ("c(?=[eiy])", "s"), ("c", "k"), ("qu", "kv"), ("q", "k"), ("x", "ks"),
        ("dz", "z"), ("gu(?=[ei])", "g"), ("gh(?=t)", ""), ("(?<=[aeiouyrlnmw])h(?![aeiouy])", ""),
        ("(?<=[aeo])j(?![aeiou])", ""), ("w(?=[aeiouyh])|(?<=[ae])u(?![aeiou])|(?<=[aeo])w", "v"),
        ("h", "g"), ("j", "J"),
    )
)  # fmt: skip
# Letters that other languages read otherwise: Bach, Chaisse, Puig; Georgian and Gent
_RIVAL_READINGS = (
    ("ch", "kh"),
    ("ch", "sh"),
    ("ch", "k"),
    ("ig", "ich"),
    ("ge", "je"),
    ("gi", "ji"),
    ("j", "kh"),
    ("j", "y"),
)
_VOWELS = frozenset("aeiouyhwаеёиоуыэюя")  # h and w are silent or glides as often as not
# First sounds that languages write for each other: Barbara and Варвара, Theodore and Фёдор, Caesar and Цезарь
_CONFUSED = tuple(map(frozenset, ("szCJS", "gk", "vb", "vf", "ft", "pf", "ks", "kz", "kC", "Jg", "Jk", "gS", "Jd")))
_SOFT = str.maketrans("szCJS", "sssss")


@lru_cache(maxsize=20000)
def skeleton(word: str) -> str:
    """Consonants of a name in either script, doubles joined; "" for a word without any.

    Example:
        >>> skeleton("Мишустина"), skeleton("Mishustin"), skeleton("Харьков"), skeleton("Kharkiv")
        ('mSstn', 'mSstn', 'grkv', 'grkv')
    """
    letters = word.casefold()
    if re.search("[а-яё]", letters):
        letters = _GLIDE.sub("в", letters)
        for pair, letter in _RUSSIAN:
            letters = letters.replace(pair, letter)
        letters = letters.translate(_RUSSIAN_LETTERS)
    else:
        letters = unicodedata.normalize("NFKD", letters)
        for pattern, letter in _ENGLISH:
            letters = pattern.sub(letter, letters)
    consonants = re.sub("[^bdfgklmnprstvzCJS]", "", letters)
    return re.sub(r"(.)\1+", r"\1", consonants)


@lru_cache(maxsize=20000)
def readings(word: str) -> tuple[str, ...]:
    """Every skeleton that a word can have, the likeliest first: foreign names in English keep their own spelling."""
    lower = word.casefold().removesuffix("'s").removesuffix("’s")
    rivals = [skeleton(lower.replace(spelt, sound)) for spelt, sound in _RIVAL_READINGS if spelt in lower]
    return tuple(key for key in dict.fromkeys((skeleton(lower), *rivals)) if key)


def likeness(one: str, other: str) -> float:
    """How alike two skeletons sound, in [0, 1]; hissing sounds count as one, since systems differ most there."""
    return ratio(blurred(one), blurred(other)) / 100


def blurred(key: str) -> str:
    """A skeleton whose hissing sounds are one."""
    return key.translate(_SOFT)


def comparable_readings(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Readings of two words; a first consonant that stands against a vowel is no sound that they share.

    Example:
        >>> comparable_readings("Харуки", "Ishiguro")
        (('rk',), ('Sgr', 'SCr'))
    """
    ours, theirs = readings(one), readings(other)
    if _bare(one) == _bare(other) or one[0].casefold() in "hw" or other[0].casefold() in "hw":
        return ours, theirs
    return (ours, _headless(theirs)) if _bare(one) else (_headless(ours), theirs)


def _bare(word: str) -> bool:
    return word[0].casefold() in _VOWELS


def _headless(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key[1:] for key in keys))


def starts_alike(one: str, other: str) -> bool:
    """Whether two words may begin with the same sound: Ветров and Petrov do not, Васко and Basco do.

    Words that begin with a vowel, and consonants that some system or language confuses, are given the doubt.
    """
    if one[0].casefold() in _VOWELS or other[0].casefold() in _VOWELS:
        return True
    return any(
        left[0] == right[0] or any({left[0], right[0]} <= confused for confused in _CONFUSED)
        for left in readings(one)
        for right in readings(other)
    )
