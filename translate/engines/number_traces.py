"""Numbers that a translation should keep, read loosely: "1,500", "1.5 thousand" and "полторы тысячи" are one.

The question is whether a number has left any trace on the other side, in whatever form. Which of two readings is right
is not asked here: the differences do that, for two versions that may both be right.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’]\d{3})+")
_SCALE = re.compile(
    rf"[{_SPACES}\-–]*(?:(тыс|thousand|k\b)|(млн|миллион|million|mln|mn\b|m\b)"
    r"|(млрд|миллиард|billion|bln|bn\b|b\b)|(трлн|триллион|trillion|trn?\b|tn\b))",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d\b|\d[\s.]?[ap]\.?m\b|o.clock|\b(?:час\w*|утра|вечера|ночи|дня|pm|am|midnight|noon)\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_IMPERIAL = re.compile(
    r"\b(?:miles?|mph|inch(?:es)?|f(?:oo|ee)t|yards?|pounds?|lbs?|ounces?|gallons?|acres?|fahrenheit)\b|°\s?F",
    re.IGNORECASE,
)
_METRIC = re.compile(
    r"\b(?:(?:санти|милли|кило)?метр\w*|км|см|мм|м|кг|килограмм\w*|грамм\w*|литр\w*|гектар\w*|градус\w*)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = 9  # letters from which a Russian word may hold several numbers: "двадцатипятилетний"
_LONGEST_NUMBER = 20  # digits; what is longer is a code

# What number words begin with ("треть*" stands for all its forms), and words that say a number in passing: months,
# which dates write in digits, "century" for 100 years, "пара", "twins". Generous, because a trace is all it takes.
_WORDS = {
    0: "нол* нул* zero nil nought ни",
    0.25: "четверт* quarter*",
    0.33: "треть трети третью thirds third",
    0.5: "половин* пол полу* наполовину half halves halv* semi*",
    0.75: "three-quarter*",
    1: "один одна одно одну одни одного одной одном одним одному един* перв* раз январ* a an one once first single solo "  # noqa: E501
    "each per every january jan",
    1.5: "полтор* полутор*",
    2: "два две двух двум двумя двое двоих двой* вдво* втор* обе оба обо* пар* феврал* дважды двукрат* дву* двух* two* both "  # noqa: E501
    "twice second* double* doubling pair* couple* twin* february feb bi* half",
    3: "три трех* трёх* трем* трём* трое троих троим трой* тройк* трет* втрое март* трижды тремя тре* three* thrice third* "  # noqa: E501
    "triple* tripling trio march mar tri*",
    4: "четыр* четвер* четвёр* вчетвер* апрел* four* quadr* quart* april apr",
    5: "пять пяти* пятью пят* впятер* май мая мае маю five* fifth* may quint*",
    6: "шесть шести* шест* июн* six sixth* sixfold june jun",
    7: "семь семи* семью седьм* семер* июл* seven seventh* july jul",
    8: "восем* восьм* август* eight eighth* august aug",
    9: "девят* сентябр* nine ninth* september sep sept",
    10: "десят* октябр* декад* ten tenth* decade* october oct",
    11: "одиннадцат* ноябр* eleven* november nov",
    12: "двенадцат* дюжин* декабр* полдень полдня полудн* полноч* twelve twelfth dozen* december dec noon midnight",
    13: "тринадцат* thirteen*",
    14: "четырнадцат* fourteen* fortnight",
    15: "пятнадцат* fifteen* четверт* quarter*",
    16: "шестнадцат* sixteen*",
    17: "семнадцат* seventeen*",
    18: "восемнадцат* eighteen*",
    19: "девятнадцат* nineteen*",
    20: "двадцат* twent*",
    24: "сутки суток сутки day*",
    25: "четверт* quarter*",
    30: "тридцат* thirt* полчас* half",
    40: "сорок* forty forties fortieth",
    50: "пятьдесят* пятидесят* полсотн* полувек* половин* fift* half halv*",
    60: "шестьдесят* шестидесят* sixt* час* hour*",
    70: "семьдесят* семидесят* sevent*",
    80: "восемьдесят* восьмидесят* eighty eighties eightieth",
    90: "девяност* ninet*",
    100: "сто ста сотн* сотен столет* век* hundred* centur* cent centen*",
    200: "двест* двухсот* двумстам",
    300: "трист* трехсот* трёхсот*",
    400: "четырест* четырехсот* четырёхсот*",
    500: "пятьсот пятисот* полтысяч*",
    600: "шестьсот шестисот*",
    700: "семьсот семисот*",
    800: "восемьсот восьмисот*",
    900: "девятьсот девятисот*",
    1e3: "тысяч* thousand* millenni*",
    1e6: "миллион* млн million* миллионер*",
    1e9: "миллиард* млрд billion*",
    1e12: "триллион* трлн trillion*",
}
_LARGE = (100.0, 1e3, 1e6, 1e9, 1e12)
_SAME_SHARE = {33: 0.33, 66: 0.33, 67: 0.33, 75: 0.75, 20: 5.0}  # per cent that a fraction says: "a third", "a fifth"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of a text.

    Attributes:
        written: What is written in digits, as it stands, with every value that it may have.
        values: All those values.
        spoken: Values of number words and Roman numerals, each word by itself: "двадцать пять" gives 20 and 5.
        clock: Whether the text tells the time of the day, so that 6 may stand for 18.
        imperial, metric: Whether it measures in miles or pounds, and in Russian metres or kilograms: human translators
            convert.
    """

    written: tuple[tuple[str, tuple[float, ...]], ...]
    values: frozenset[float]
    spoken: frozenset[float]
    clock: bool
    imperial: bool
    metric: bool


def read_number_traces(text: str) -> Numbers:
    """Numbers of a Russian or English text; linear in its length."""
    written = [(match.group(), _values(match, text)) for match in _NUMBER.finditer(text)]
    dates = [(raw, values) for raw, values in written if values]
    spoken = frozenset(value for word in set(_WORD.findall(text)) for value in _spoken(word))
    return Numbers(
        tuple(dates),
        frozenset(value for _, values in dates for value in values),
        spoken,
        _CLOCK.search(text) is not None,
        _IMPERIAL.search(text) is not None,
        _METRIC.search(text) is not None,
    )


def untraced(numbers: Numbers, other: Numbers) -> tuple[str, ...]:
    """Numbers in digits that the other text gives neither in digits nor in words, as they are written."""
    missing = [raw for raw, values in numbers.written if not any(_traced(value, numbers, other) for value in values)]
    return tuple(dict.fromkeys(missing))


def converted(numbers: Numbers, other: Numbers) -> bool:
    """Whether one text measures in miles and the other in kilometres, so that numbers differ for a good reason."""
    return (numbers.imperial and other.metric) or (other.imperial and numbers.metric)


def _values(match: re.Match[str], text: str) -> tuple[float, ...]:
    """Values that a number in digits may have; a date or a version number has the values of its parts."""
    raw = match.group()
    if len(raw) > _LONGEST_NUMBER:
        return ()
    plain = re.sub(f"[{_SPACES}'’]", "", raw)
    separators = re.findall("[.,]", plain)
    if not separators:
        values = [float(plain)]
    elif _GROUPED.fullmatch(plain):
        values = [float(re.sub("[.,]", "", plain))] + ([float(plain.replace(",", "."))] if len(separators) == 1 else [])
    elif len(separators) == 1:
        values = [float(plain.replace(",", "."))]
        values += [float(part) for part in plain.split(".")] if _TIME.fullmatch(plain) else [values[0] // 1]
    else:
        values = [float(part) for part in re.split("[.,]", plain)]
    scale = _SCALE.match(text, match.end())
    if scale is not None and scale.lastindex is not None:
        values += [value * _LARGE[scale.lastindex] for value in values]
    return tuple(_rounded(value) for value in values)


def _rounded(value: float) -> float:
    """Equal for equal numbers, however they were multiplied."""
    return float(f"{value:.6g}")


def _traced(value: float, own: Numbers, other: Numbers) -> bool:
    if value in other.values or _said(value, other.spoken):
        return True
    if value == 1:  # "1/4 финала" is a quarterfinal, and "a" is everywhere
        return True
    if (own.clock or other.clock) and value <= 24:
        return value == 0 or bool({value + 12, value - 12} & (other.values | other.spoken))
    if 1000 < value < 2100 and value % 1 == 0:  # "1998" and "'98", "the nineties"
        return value % 100 in other.values or (value % 10 == 0 and _said(value % 100, other.spoken))
    return value < 100 and any(1900 + century + value in other.values for century in (0, 100))


def _said(value: float, spoken: frozenset[float]) -> bool:
    """Whether the number words of a text can be put together to the value."""
    if value in spoken or _SAME_SHARE.get(int(value), -1.0) in spoken:
        return True
    for large in _LARGE:
        if large in spoken and value >= large and (value == large or _said_below_thousand(value / large, spoken)):
            return True
    return _said_below_thousand(value, spoken)


def _said_below_thousand(value: float, spoken: frozenset[float]) -> bool:
    if value in spoken:
        return True
    if value >= 1000 or value <= 0:
        return False
    whole, part = int(value), value % 1
    if part:
        return round(part, 2) in spoken and (whole == 0 or _said_below_thousand(float(whole), spoken))
    hundreds, rest = whole - whole % 100, whole % 100
    if hundreds and not (hundreds in spoken or (100.0 in spoken and hundreds // 100 in spoken)):
        return False
    if not rest or rest in spoken:
        return True
    tens, ones = rest - rest % 10, rest % 10
    return tens >= 20 and tens in spoken and (not ones or ones in spoken)


def _stems() -> tuple[dict[str, tuple[float, ...]], dict[str, tuple[float, ...]]]:
    """Whole words and beginnings, each with its values."""
    whole: dict[str, tuple[float, ...]] = {}
    beginning: dict[str, tuple[float, ...]] = {}
    for value, words in _WORDS.items():
        for word in words.split():
            table = beginning if word.endswith("*") else whole
            key = word.rstrip("*")
            table[key] = (*table.get(key, ()), float(value))
    return whole, beginning


_WHOLE, _BEGINNING = _stems()


@lru_cache(maxsize=20_000)
def _spoken(word: str) -> tuple[float, ...]:
    """Values that a word or a Roman numeral says."""
    if word.isupper() and _ROMAN.fullmatch(word):
        digits = [_ROMAN_VALUES[letter] for letter in word]
        signs = [-1 if one < next_one else 1 for one, next_one in zip(digits, [*digits[1:], 0], strict=True)]
        return (float(sum(sign * digit for sign, digit in zip(signs, digits, strict=True))),)
    lower = word.casefold()
    found = list(_WHOLE.get(lower, ()))
    starts = range(len(lower) - 2) if len(lower) >= _COMPOUND else range(1)
    for start in starts:
        for end in range(start + 2, min(len(lower), start + 12) + 1):
            found += _BEGINNING.get(lower[start:end], ())
            if start and end - start < 4:
                continue
    return tuple(dict.fromkeys(found))
