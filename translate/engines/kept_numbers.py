"""Numbers that a translation should keep: read loosely, since "1,500", "1.5 thousand" and "полторы тысячи" are one.

What counts is that a number has left some trace on the other side, in whatever form. Which of two readings is right is
not asked here: that is the business of the differences, which compare two versions that may both be right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*")
_GROUPS = re.compile(r"\d{1,3}(?:[.,'’]\d{3})+")
_SCALE = re.compile(
    rf"[{SPACES}\-–]?(?:(?P<thousand>тыс|thousand|k\b)|(?P<million>млн|миллион|million|mln|mn\b|m\b)"
    r"|(?P<billion>млрд|миллиард|billion|bln|bn\b|b\b)|(?P<trillion>трлн|триллион|trillion|trn?\b|tn\b))",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\d[\s.]?[ap]\.?m\b|o.clock|\b(?:час\w*|утра|вечера|ночи|дня|noon|midnight)\b", re.I)
_ROMAN = re.compile(r"\b(?=[XVI]{2}|[XV])(X{0,3})(IX|IV|V?I{0,3})\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_WORD = re.compile(r"[^\W\d_]+")
_SPOKEN_RANGE = 100.0  # what number words say below it is taken apart into tens and units

# The beginnings of number words, months and the like; "|" keeps forms apart. A Russian word of several numbers
# ("двадцатипятилетний") is searched for all of them.
_RUSSIAN = {
    0: "нол нул", 0.25: "четверт", 1 / 3: "треть трети", 0.5: "половин пол наполовин вполовин", 1.5: "полтор полутор",
    1: "один одна одно одну одни одного одной одном единств перв январ раз", 2: "два две двух двум двое двой вдвое втор "
    "обе оба обоих обеих пар феврал дважды двукрат двоих двумя", 3: "три трех трёх трем трём трое тройк трет втрое март "
    "трижды тремя троих", 4: "четыр четвер четвёр апрел квартет", 5: "пят май мая мае маю", 6: "шест июн",
    7: "семь семи седьм семер июл", 8: "восем восьм август", 9: "девят сентябр", 10: "десят октябр декад",
    11: "одиннадцат ноябр", 12: "двенадцат дюжин декабр полдень полдня полдн полночь полноч", 13: "тринадцат", 14: "четырнадцат",
    15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат", 20: "двадцат",
    30: "тридцат", 40: "сорок", 50: "пятьдесят пятидесят полсотни", 60: "шестьдесят шестидесят",
    70: "семьдесят семидесят", 80: "восемьдесят восьмидесят", 90: "девяност", 100: "сто ста сотн сотен стол век",
    200: "двест двухсот", 300: "трист трехсот трёхсот", 400: "четырест четырехсот четырёхсот", 500: "пятьсот пятисот",
    600: "шестьсот шестисот", 700: "семьсот семисот", 800: "восемьсот восьмисот", 900: "девятьсот девятисот",
    1e3: "тысяч тыс тысячелет", 1e6: "миллион млн", 1e9: "миллиард млрд", 1e12: "триллион трлн",
}  # fmt: skip
_ENGLISH = {
    0: "zero nil nought", 0.25: "quarter", 1 / 3: "third", 0.5: "half halv semi", 1: "one a an once first single jan solo "
    "each per every", 2: "two both twice second doubl pair couple twin februar feb half duo bilateral", 3: "three thrice third tripl trio march "
    "mar quarter", 4: "four quart april apr quadr", 5: "five fifth may quint", 6: "six sixth june jun", 7: "seven july "
    "jul", 8: "eight august aug", 9: "nine ninth septem sept", 10: "ten tenth decad octo oct", 11: "eleven nov",
    12: "twel dozen decem dec noon midnight", 13: "thirteen", 14: "fourteen fortnight", 15: "fifteen", 16: "sixteen",
    17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twent", 30: "thirt", 40: "fort", 50: "fift half", 60: "sixt",
    70: "sevent", 80: "eight", 90: "ninet", 100: "hundred centur cent", 1e3: "thousand millenni", 1e6: "million",
    1e9: "billion", 1e12: "trillion",
}  # fmt: skip
_LONGEST_STEM = 11
_WHOLE = frozenset("a an one ten may mar jan feb apr jun jul aug sep nov dec oct cent per пол раз сто ста май мая мае маю три век пар стол six два две".split())
_SHARES = {50.0: 0.5, 25.0: 0.25, 75.0: 0.25, 33.0: 1 / 3, 66.0: 1 / 3, 67.0: 1 / 3}  # per cent said as a fraction


def _stems(table: dict[float, str]) -> dict[str, tuple[float, ...]]:
    stems: dict[str, tuple[float, ...]] = {}
    for value, words in table.items():
        for word in words.split():
            stems[word] = (*stems.get(word, ()), float(value))
    return stems


_STEMS = _stems({**_RUSSIAN}) | _stems(_ENGLISH)
