"""Numbers by value: digits, number words, units, percentages, money and times of the day."""

import re

from translate.facts.beside import beside, tells_of_frost
from translate.facts.clocks import read_clocks
from translate.facts.digits import digit_values
from translate.facts.measures import (
    DEGREES,
    MULTIPLE,
    SHARE,
    TIMES,
    attach_unit,
    bound_of,
    is_approximate,
    joined,
    spread_over_range,
)
from translate.facts.mention import NumberMention
from translate.facts.number_tokens import DASHES, Found, Token, is_inside, split_tokens, token_at
from translate.facts.number_words import NumberWord, Vocabulary, dimensions, short_scales, symbols, vocabulary
from translate.facts.shares import (
    counts_no_time,
    declined_share,
    is_fraction_of,
    is_one_of,
    is_part_of,
    is_share,
    joined_share,
    one_in,
    small_number,
)

_ROMAN = re.compile(r"(?=[XVI])(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_LONGEST_DIGITS = 20
_LONG = ("decade", "century")  # "десятилетие" begins with a number and is none


def read_numbers(text: str, language: str, *, skip: tuple[tuple[int, int], ...] = ()) -> tuple[NumberMention, ...]:
    """Numbers in a text, by value.

    Args:
        text: Any text; offsets of the mentions count its code points.
        language: ISO 639-1 code; in a language without tables of its own digits are numbers all the same.
        skip: Half-open spans that hold no number of their own (dates), ascending.

    Example:
        >>> [mention.value for mention in read_numbers("5,2 млрд рублей за двести двадцать три дня", "ru")]
        ['5200000000 RUB', '223 day']
    """
    words = vocabulary(language)
    clocks = [mention for mention in read_clocks(text, language) if not is_inside(mention.start, mention.end, skip)]
    tokens = split_tokens(text, (*skip, *((mention.start, mention.end) for mention in clocks)))
    found: list[Found] = []
    i = 0
    while i < len(tokens):
        number = _number_at(tokens, i, words)
        if number is None:
            i += 1
            continue
        if number.unit is None or (number.last == number.first + 1 and number.unit != MULTIPLE):
            attach_unit(number, tokens, words)
        if number.unit is None:
            _half_of(number, tokens, words)
        number.share = number.share or is_fraction_of(tokens, number, words)
        if number.share and number.unit is None:
            number.unit, number.weak = SHARE, False
        if found:
            spread_over_range(found[-1], number, tokens, words)
        number.approximate = is_approximate(number, tokens, words)
        number.bound = bound_of(number, tokens, words)
        found.append(number)
        i = max(number.last, i + 1)
    whole = joined(found, tokens, words)
    frost = any(number.unit in DEGREES for number in whole) and tells_of_frost(text, language)
    mentions = [_mention(text, tokens, number, language, frost) for number in whole]
    beside_one = [(number.end, number.whole.end) for number in mentions if number.said]
    mentions = [number for number in mentions if not is_inside(number.start, number.end, beside_one)]  # "below zero"
    return tuple(sorted([*mentions, *clocks], key=lambda mention: (mention.start, mention.end)))


def _number_at(tokens: list[Token], i: int, words: Vocabulary) -> Found | None:
    token = tokens[i]
    if token.kind == "number":
        is_code = re.match(r"0\d", token.raw) or len(token.raw) > _LONGEST_DIGITS  # telephone, account, hash
        return None if is_code or _is_designation(tokens, i) else _digits(tokens, i, words)
    if token.kind != "word":
        return None
    if token.raw.isupper() and (match := _ROMAN.fullmatch(token.raw)) and match.group() and _is_roman(tokens, i):
        return Found(i, i + 1, (float(_roman(token.raw)),), ordinal=True)
    if (unit := words.halved.get(token.text)) is not None:
        return Found(i, i + 1, (0.5,), unit=unit)
    if (half := _unit_and_half(tokens, i, words)) is not None:
        return half
    if (multiple := words.multiple(token.text)) is not None:
        return Found(i, i + 1, (multiple,), weak=True, unit=MULTIPLE)
    if (word := words.numbers.get(token.text)) is not None:
        return _spelled(tokens, i, word, words)
    if words.unit(token.text) not in _LONG and (value := words.compound(token.text)) is not None:
        number = Found(i, i + 1, (value,))
        number.unit = words.compound_unit(token.text)
        return number
    return None


def _half_of(number: Found, tokens: list[Token], words: Vocabulary) -> None:
    """Give a half the measure of which it is one: "half an hour"."""
    article, unit = token_at(tokens, number.last), token_at(tokens, number.last + 1)
    if number.amounts != (0.5,) or article is None or article.text not in words.articles or unit is None:
        return
    if (measure := words.unit(unit.text)) in dimensions():
        number.unit, number.last, number.weak = measure, number.last + 2, False


def _unit_and_half(tokens: list[Token], i: int, words: Vocabulary) -> Found | None:
    """One and a half of a time, told around its unit: "a month and a half", "час с половиной"."""
    at = i
    if words.articles:
        if tokens[i].text not in words.articles:
            return None
        at += 1
    unit = words.unit(token.text) if (token := token_at(tokens, at)) is not None and token.kind == "word" else None
    if unit not in (*TIMES, "century", "decade") or not (half := _half_behind(tokens, at + 1, words)):
        return None
    return Found(i, at + 1 + half, (1.5,), unit=unit)


def _is_roman(tokens: list[Token], i: int) -> bool:
    """Whether capitals that could be a numeral are one; a lone V only behind a name ("Karl V")."""
    if len(tokens[i].raw) > 1:
        return True
    before = token_at(tokens, i - 1)
    return tokens[i].raw == "V" and before is not None and before.raw.istitle() and len(before.raw) > 2


def _is_designation(tokens: list[Token], i: int) -> bool:
    """Whether the digits belong to a name such as G20, F-16 or COVID-19."""
    if i and tokens[i - 1].end == tokens[i].start and tokens[i - 1].kind == "word":
        return True
    if i > 1 and tokens[i - 1].text in DASHES and tokens[i - 1].end == tokens[i].start:
        before = tokens[i - 2]
        return before.kind == "word" and before.end == tokens[i - 1].start and before.raw[0].isupper()
    return False


def _digits(tokens: list[Token], i: int, words: Vocabulary) -> Found:
    number = Found(i, i + 1, digit_values(tokens[i].raw, decimal_point=words.decimal_point))
    follower = token_at(tokens, i + 1)
    if follower is None:
        return number
    number.weak = "/" in tokens[i].text and follower.text.startswith(words.rounds)
    attached = follower.start == tokens[i].end
    if attached and follower.text in DASHES:
        after = token_at(tokens, i + 2)
        joined = after is not None and after.start == follower.end
        if joined and after is not None and after.text in words.dashed_suffixes:
            number.last, number.ordinal = i + 3, True
        elif joined and after is not None and (factor := words.scale_of_adjective(after.text)) is not None:
            number.amounts, number.last, number.scale = tuple(factor * value for value in number.amounts), i + 3, factor
            return number
        elif joined and after is not None and after.kind == "word" and words.scale(after.text) is not None:
            number.last = i + 2
    elif attached and follower.text in words.ordinal_suffixes:
        number.last, number.ordinal = i + 2, True
    elif attached and (factor := short_scales().get(follower.text)) is not None:
        # "$5m" is money, "100m" may be metres: both readings stay
        scaled = tuple(value * factor for value in number.amounts)
        is_money = (before := token_at(tokens, i - 1)) is not None and before.text in symbols()
        number.amounts = scaled if is_money or follower.text not in "mkb" else (*scaled, *number.amounts)
        number.last, number.scale = i + 2, factor
        return number
    _apply_scales(number, tokens, words)
    return number


def _spelled(tokens: list[Token], i: int, word: NumberWord, words: Vocabulary) -> Found | None:
    if word.role == "weak":
        return Found(i, i + 1, (word.value,), weak=True)
    if word.role in ("scale", "multiplier"):
        if tokens[i].text not in words.singular or (words.articles and not is_one_of(words.articles, tokens, i - 1)):
            return None
        number = Found(i, i, (1.0,))
        _apply_scales(number, tokens, words)
        return number
    if word.role == "fraction":
        if tokens[i].text in words.guarded.words and not is_share(tokens, i, words):
            return None
        return _fraction(tokens, i, word, words)
    total, position, ordinal = small_number(tokens, i, words)
    number = Found(i, position, (total,), ordinal=ordinal)
    if ordinal:
        number.weak = total <= 2
        part = token_at(tokens, position)
        if part is not None and part.text in words.parts:
            number.amounts, number.last = (total, 1 / total), position + 1  # a share, or one of several parts
        if is_one_of(words.share_every, tokens, i - 1) and counts_no_time(tokens, position, words):
            return Found(i - 1, position, (1 / total,), share=True)
        if total >= 3 and position == i + 1 and is_part_of(tokens, i, words):
            number.amounts, number.share = (1 / total,), True
        elif words.share_heads and total >= 3 and is_one_of(words.share_heads | {"-"}, tokens, i - 1):
            number.amounts = (total, 1 / total)
        return number
    if total == 1 and (of := one_in(tokens, position, words)) is not None:
        return Found(i, of[1], (1 / of[0],), share=True)
    if (share := declined_share(tokens, position, total, words)) is not None:
        number.amounts, number.last, number.share = (total * share,), position + 1, True
        return number
    share_end = joined_share(tokens, position, words)
    if share_end is not None and not (total == 2 and share_end[0] == 0.25):  # "two quarters" are six months
        number.amounts, number.last = (total * share_end[0],), share_end[1]  # "two-thirds", "two thirds"
        number.share = True
        return number
    _apply_scales(number, tokens, words)
    number.weak = number.amounts == (1.0,)
    return number


def _fraction(tokens: list[Token], i: int, word: NumberWord, words: Vocabulary) -> Found:
    number = Found(
        i, i + 1, (word.value,), weak=word.value == 0.5 or tokens[i].text in words.guarded.several, approximate=False
    )
    step = 1 if (link := token_at(tokens, i + 1)) is not None and link.text in words.share_links | DASHES else 0
    scale = token_at(tokens, i + 1 + step)
    if scale is not None and (factor := words.scale(scale.text)) is not None:
        number.amounts, number.last, number.weak = (word.value * factor,), i + 2 + step, False
    return number


def _apply_scales(number: Found, tokens: list[Token], words: Vocabulary) -> None:
    """Multiply by "million", "hundred", "dozen" behind the number, then add what follows a scale."""
    total, lowest = 0.0, float("inf")
    current = number.amounts
    while (token := token_at(tokens, number.last)) is not None:
        step = 1
        if (half := _half_behind(tokens, number.last, words)) and len(current) == 1:
            current, number.last = (current[0] + 0.5,), number.last + half
            continue
        if token.text in DASHES and token.end - token.start == 1:
            token, step = token_at(tokens, number.last + 1), 2
            if token is None or token.start != tokens[number.last].end:
                break
        factor = words.scale(token.text) if token.kind == "word" else None
        if factor is None or factor >= lowest:
            break
        number.last += step
        dot = token_at(tokens, number.last)
        if dot is not None and dot.text == "." and token.text in words.abbreviated:
            number.last += 1
        if (larger := _larger_scale(tokens, number.last, factor, words)) is not None:
            factor, number.last = factor * larger, number.last + 1
        current, number.scale = tuple(value * factor for value in current), max(number.scale, factor)
        if factor == 100 or len(current) > 1:
            more = _addend(tokens, number.last, words) if factor == 100 else None
            if more is not None:
                current, number.last = (current[0] + more[0],), more[1]
            continue
        lowest = factor
        more = _addend(tokens, number.last, words)
        if more is None or more[0] >= factor:
            break
        total, current, number.last = total + current[0], (more[0],), more[1]
    number.amounts = tuple(total + value for value in current)


def _larger_scale(tokens: list[Token], i: int, scale: float, words: Vocabulary) -> float | None:
    """The scale at token i that a smaller one multiplies: the million of "two thousand million"."""
    token, after = token_at(tokens, i), token_at(tokens, i + 1)
    if scale < 1000 or token is None or token.kind != "word":
        return None
    if after is not None and after.text in DASHES and after.start == token.end:  # "two thousand million-dollar homes"
        return None
    larger = words.scale(token.text)
    return larger if larger is not None and larger > scale else None


def _addend(tokens: list[Token], i: int, words: Vocabulary) -> tuple[float, int] | None:
    """Small number that continues a larger one ("two thousand and five"), and the token behind it."""
    token = token_at(tokens, i)
    if token is None:
        return None
    after = token_at(tokens, i + 1)
    if token.text in words.joined and after is not None:
        word = words.numbers.get(after.text)
        if word is None or word.role != "cardinal":
            return None
        i, token = i + 1, after
    if token.kind == "number":  # "1 million 200 thousand"
        follower = token_at(tokens, i + 1)
        if follower is not None and words.scale(follower.text) is not None and "." not in token.text:
            return digit_values(token.raw, decimal_point=words.decimal_point)[0], i + 1
        return None
    word = words.numbers.get(token.text)
    if word is None or word.role != "cardinal":
        return None
    total, position, _ = small_number(tokens, i, words)
    return total, position


def _half_behind(tokens: list[Token], i: int, words: Vocabulary) -> int:
    """Number of tokens of "and a half" or "-and-a-half" at token i, 0 if they do not stand there."""
    for phrase in words.halves:
        texts = tuple(token.text for token in tokens[i : i + 2 * len(phrase)])
        if texts[: len(phrase)] == phrase:
            return len(phrase)
        if texts[1::2] == phrase and DASHES.issuperset(texts[::2]):
            return 2 * len(phrase)
    return 0


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _mention(text: str, tokens: list[Token], number: Found, language: str, frost: bool) -> NumberMention:
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    unit = "%" if number.unit == "%" else "" if number.unit in (None, SHARE) else f" {number.unit}"
    near = beside(text, start, end, language, timed=number.unit in TIMES, frosty=frost and number.unit in DEGREES)
    weak = number.weak and not near.sign
    return NumberMention(
        kind="number",
        start=start,
        end=end,
        text=text[start:end],
        value=f"{'-' * (near.sign < 0)}{printed(number.amounts[0])}{unit}",
        amounts=number.amounts,
        unit=number.unit,
        approximate=number.approximate or near.about or near.almost,
        bound=near.bound or (0 if near.about else number.bound),
        bare=number.unit is None and ((behind := token_at(tokens, number.last)) is None or behind.kind == "sign"),
        sign=near.sign,
        about=near.about,
        per=near.per,
        change=near.change,
        rising=near.rising,
        lead=near.lead,
        said=text[start - near.lead : end + near.tail] if near.lead or near.tail else "",
        weak=weak,
    )


def printed(amount: float) -> str:
    """A value without trailing zeros or exponent: "5200000000", "0.333"."""
    return f"{amount:.3f}".rstrip("0").rstrip(".") if amount < 1e15 else str(int(amount))
