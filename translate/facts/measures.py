"""What stands beside a number: its unit, the range it is part of, and "about", "more than" or "at most"."""

from collections.abc import Sequence

from translate.facts.number_tokens import DASHES, Found, Token, token_at
from translate.facts.number_words import Vocabulary, symbols

_CODES = frozenset(("USD", "EUR", "RUB", "GBP", "CNY", "JPY", "UAH", "CHF"))
_TIMES = frozenset(("year", "month", "week", "day", "hour", "minute"))
_INCHES_IN_A_FOOT = 12


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
        unit = words.unit(token.text)
        if unit is not None and (len(token.text) > 1 or not step):
            if not (number.ordinal and unit in _TIMES):
                number.unit, number.last = unit, number.last + step + 1
                _add_inches(number, tokens, words)
            return
        if not token.text.endswith(words.adjective_endings) or number.ordinal:
            return


def _attach_temperature(number: Found, tokens: Sequence[Token], words: Vocabulary) -> bool:
    """Read "30°C", "86F", "86 degrees Fahrenheit"."""
    behind = tokens[number.last : number.last + 3]
    attached = bool(behind) and behind[0].start == tokens[number.last - 1].end and behind[0].raw in ("C", "F")
    if behind and behind[0].text == "°":
        length = 2 if len(behind) > 1 and behind[1].text in words.degree_letters else 1
    elif attached:
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
    if inches is not None and inches.text.isdigit() and int(inches.text) < _INCHES_IN_A_FOOT:
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
    if word in words.spans and number.unit in _TIMES:
        return 0
    sign = words.bounds[word]
    return -sign if len(before) > 1 and before[1] in words.negations else sign
