"""What stands beside a number: its unit, the range it is part of, and "about", "more than" or "at most"."""

from collections.abc import Sequence
from dataclasses import replace

from translate.facts.number_tokens import DASHES, Found, Token, token_at
from translate.facts.number_words import Vocabulary, dimensions, symbols

_CODES = frozenset(("USD", "EUR", "RUB", "GBP", "CNY", "JPY", "UAH", "CHF"))
TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "second"))
DEGREES = frozenset(("degree", "fahrenheit"))
_POWERS = {2: "²", 3: "³"}
_RATES = {"hour": "h", "minute": "min", "second": "s"}  # of speeds
_LENGTHS = frozenset(("km", "m", "cm", "mm", "mi", "ft", "in"))
_INCHES_IN_A_FOOT = 12
_UNEVEN = 0.01  # by which a year is no twelve months
MULTIPLE = "times"
SHARE = "share"


def attach_unit(number: Found, tokens: Sequence[Token], words: Vocabulary) -> None:
    """Give a number the unit before or behind it ("$5", "5 Belarusian roubles", "6-foot-6")."""
    before = token_at(tokens, number.first - 1)
    if before is not None and before.kind == "sign" and (unit := symbols().get(before.text)) not in (None, "%"):
        number.unit = unit
        number.first -= 1
        return
    if before is not None and before.kind == "word" and before.raw in _CODES:
        number.unit = before.raw
        return
    if _attach_temperature(number, tokens, words):
        return
    for step in range(4):
        token = token_at(tokens, number.last + step)
        if token is None or (token.kind == "number"):
            return
        for rest, unit in words.unit_phrases.get(token.text, ()):
            behind = tokens[number.last + step + 1 : number.last + step + 1 + len(rest)]
            if tuple(after.text for after in behind) == rest:
                number.unit, number.last = unit, number.last + step + 1 + len(rest)
                return
        if token.kind == "sign":
            if (unit := symbols().get(token.text)) is not None and not step:
                number.unit, number.last = unit, number.last + 1
                return
            if (token.text in DASHES and not step) or token.text == ".":
                continue
            return
        unit = _unit_of(token, tokens[number.last : number.last + step], words)
        if unit is not None and (len(token.text) > 1 or not step or unit[-1] in _POWERS.values()):
            if not (number.ordinal and unit in (*TIMES, MULTIPLE)):
                number.unit, number.last = unit, number.last + step + 1
                _add_inches(number, tokens, words)
                _add_rate(number, tokens, words)
            return
        if not token.text.endswith(words.adjective_endings) or number.ordinal:
            return


def _unit_of(token: Token, between: Sequence[Token], words: Vocabulary) -> str | None:
    """Unit that a token names, of a surface or a volume too: "m²", "square metres"."""
    if (power := token.text[-1:]) in _POWERS.values() and (unit := words.unit(token.text[:-1])) in _LENGTHS:
        return f"{unit}{power}"
    unit = words.unit(token.text)
    if unit in _LENGTHS:
        for exponent, stems in words.powers.items():
            if any(other.text.startswith(stems) for other in between):
                return f"{unit}{_POWERS[exponent]}"
    return unit


def _add_rate(number: Found, tokens: Sequence[Token], words: Vocabulary) -> None:
    """Read the speed of "20 m/s" and "60 kilometres an hour"."""
    link, time = token_at(tokens, number.last), token_at(tokens, number.last + 1)
    if number.unit not in _LENGTHS or link is None or time is None or link.text not in words.rate_links:
        return
    if (short := words.rates.get(time.text) or _RATES.get(words.unit(time.text) or "")) is not None:
        number.unit, number.last = f"{number.unit}/{short}", number.last + 2


def joined(found: Sequence[Found], tokens: Sequence[Token], words: Vocabulary) -> list[Found]:
    """The same numbers, a compound measure as one: "1 year 2 months" is 14 months."""
    whole: list[Found] = []
    for number in found:
        if (one := _one_before(number, whole[-1] if whole else None, tokens, words)) is not None:
            whole.append(one)
        if whole and (total := _compound(whole[-1], number, tokens, words)) is not None:
            last = whole.pop()
            whole.append(
                replace(
                    number,
                    first=last.first,
                    amounts=(total,),
                    weak=False,
                    approximate=last.approximate,
                    bound=last.bound,
                )
            )
        else:
            whole.append(number)
    return whole


def _one_before(number: Found, last: Found | None, tokens: Sequence[Token], words: Vocabulary) -> Found | None:
    """The hour of "an hour and twenty minutes", the year of "год и два месяца", where that is one compound measure."""
    i = number.first - 1
    if i >= 0 and tokens[i].text in words.compound_links - {","}:
        i -= 1
    if i < 0 or number.unit not in TIMES or (last is not None and last.last > i) or tokens[i].kind != "word":
        return None
    unit = words.unit(tokens[i].text)
    if unit not in TIMES or (words.articles and (not i or tokens[i - 1].text not in words.articles)):
        return None
    if unit == "day":
        return None
    one = Found(i, i + 1, (1.0,), unit=unit)
    return one if _compound(one, number, tokens, words) is not None else None


def _compound(larger: Found, smaller: Found, tokens: Sequence[Token], words: Vocabulary) -> float | None:
    """What two numbers of one measure are in the unit of the second; None where they are two measures."""
    above, below = (dimensions().get(number.unit or "") for number in (larger, smaller))
    if above is None or below is None or above[0] != below[0] or larger.ordinal or smaller.ordinal:
        return None
    between = [token.text for token in tokens[larger.last : smaller.first]]
    before = token_at(tokens, larger.first - 1)
    if between not in ([], *([link] for link in words.compound_links)) or len(larger.amounts + smaller.amounts) > 2:
        return None
    if before is not None and before.text in words.range_heads:
        return None
    ratio = above[1] / below[1]
    whole = round(ratio) if abs(ratio - round(ratio)) <= _UNEVEN * ratio else ratio
    if ratio <= 1.5 or smaller.amounts[0] >= whole or larger.amounts[0] % 1:
        return None
    return larger.amounts[0] * whole + smaller.amounts[0]


def _attach_temperature(number: Found, tokens: Sequence[Token], words: Vocabulary) -> bool:
    """Read "30°C", "86F", "86 degrees Fahrenheit"."""
    behind = tokens[number.last : number.last + 3]
    attached = bool(behind) and behind[0].start == tokens[number.last - 1].end and behind[0].raw in ("C", "F")
    if behind and behind[0].text == "°":
        length = 2 if len(behind) > 1 and behind[1].text in words.degree_letters else 1
    elif attached or (behind and behind[0].text.startswith(words.fahrenheit)):
        length = 1
    elif behind and behind[0].text.startswith(words.degrees):
        length = 1 + next((i for i, token in enumerate(behind[1:], 1) if token.text.startswith(words.fahrenheit)), 0)
    else:
        return False
    scale = behind[length - 1].text
    is_fahrenheit = scale == "f" or scale.startswith(words.fahrenheit)
    number.unit = "fahrenheit" if is_fahrenheit else "degree"
    number.last += length
    return True


def _add_inches(number: Found, tokens: Sequence[Token], words: Vocabulary) -> None:
    """Read the second 6 of "6-foot-6" and "6 ft 6 in"."""
    if number.unit != "ft":
        return
    step = 1 if (dash := token_at(tokens, number.last)) is not None and dash.text in DASHES else 0
    inches = token_at(tokens, number.last + step)
    if (
        inches is not None
        and len(inches.text) <= 2
        and inches.text.isdecimal()
        and int(inches.text) < _INCHES_IN_A_FOOT
    ):
        feet = number.amounts[0]
        number.amounts = (feet + int(inches.text) / _INCHES_IN_A_FOOT, float(f"{feet:g}.{inches.text}"))  # 6-6 as 6.6
        number.last += step + 1
        follower = token_at(tokens, number.last)
        if follower is not None and follower.text in words.inches:
            number.last += 1


def spread_over_range(left: Found, right: Found, tokens: Sequence[Token], words: Vocabulary) -> None:
    """Give the 5 of "5-7 million dollars" the unit, and perhaps the scale, of the 7."""
    between = tokens[left.last : right.first]
    if len(between) != 1 or not (between[0].text in DASHES or between[0].text in words.range_links):
        return
    left.unit, right.unit = left.unit or right.unit, right.unit or left.unit
    if right.scale >= 1000 and left.scale == 1 and left.amounts[0] < 1000:
        left.amounts = (left.amounts[0] * right.scale, *left.amounts)


def is_approximate(number: Found, tokens: Sequence[Token], words: Vocabulary) -> bool:
    """Whether a word beside the number makes it approximate."""
    around = [*tokens[max(0, number.first - 2) : number.first], *tokens[number.last : number.last + 2]]
    if (after := token_at(tokens, number.last)) is not None and after.text == "+":
        return True
    return any(token.text in words.approximations for token in around if token.kind == "word")


def bound_of(number: Found, tokens: Sequence[Token], words: Vocabulary) -> int:
    """1 for "more than" and "at least", -1 for "less than" and "no more than", 0 where neither stands by the number."""
    follower = token_at(tokens, number.last)
    if follower is not None and follower.text == "+":
        return 1
    behind = " ".join(token.text for token in tokens[number.last : number.last + 2])
    if behind in words.bounds_behind:
        return words.bounds_behind[behind]
    before: list[str] = []
    for token in reversed(tokens[max(0, number.first - 5) : number.first]):
        if token.kind != "word":
            break
        before.append(token.text)
    compared = bool(before) and before[0] in words.than
    if not compared and len(before) > 1 and before[1] in words.than and len(before[0]) <= 2:  # "more than in 40"
        before, compared = before[1:], True
    if compared:
        before = before[1:]
    word = before[0] if before else ""
    if word not in words.bounds or (word in words.bounds_with_than and not compared):
        return 0
    if word in words.spans and number.unit in TIMES:
        return 0
    sign = words.bounds[word]
    return -sign if len(before) > 1 and before[1] in words.negations else sign
