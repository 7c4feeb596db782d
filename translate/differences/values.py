"""Numbers by value: digits, number words, units, percentages, money and times of the day, in Russian and English."""

import re
from dataclasses import dataclass

from translate.differences.clocks import read_clocks
from translate.differences.digits import HALVES, SPACES, digit_values
from translate.differences.mention import NumberMention
from translate.differences.number_words import NumberWord, Vocabulary, symbols, vocabulary

_TOKEN = re.compile(
    rf"(?P<number>(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d|\s?[xх×]\s?\d)(?:[.,]\d+(?![.,]?\d))?)|\d*[{HALVES}]|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+)|(?P<sign>[^\s\w])"
)
_ROMAN = re.compile(r"(?=[XVI])(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_LONGEST_DIGITS = 20
_DASHES = frozenset("-–—−‑")
_ORDINAL_SUFFIX = frozenset(["st", "nd", "rd", "th"])
_DIGIT_SUFFIX = frozenset(
    [
        "й",
        "го",
        "м",
        "я",
        "е",
        "ти",
        "х",
        "ми",
        "му",
        "ю",
        "ой",
        "ый",
        "ая",
        "ое",
        "ые",
        "ых",
        "ом",
        "ого",
        "тый",
        "та",
        "мя",
        "ст",
        "ку",
        "ка",
        "ки",
    ]
)
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "tn": 1e12, "bn": 1e9, "mn": 1e6, "mln": 1e6, "bln": 1e9}
_LINKS = frozenset(("to", "до", "and", "и", "or", "или"))
_FRACTION_HEADS = frozenset(("a", "one", "two", "three", "and"))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "number", "word" or "sign"
    text: str  # lower case
    start: int
    end: int
    raw: str


@dataclass(slots=True)
class _Found:
    """A number on its way to a mention: tokens [first, last) and what is known so far."""

    first: int
    last: int
    amounts: tuple[float, ...]
    weak: bool = False
    scaled: bool = False
    ordinal: bool = False
    unit: str | None = None
    approximate: bool = False


def read_numbers(text: str, language: str, *, skip: tuple[tuple[int, int], ...] = ()) -> tuple[NumberMention, ...]:
    """Numbers in a text, by value.

    Args:
        text: Any text; offsets of the mentions count its code points.
        language: "ru" or "en".
        skip: Half-open spans that hold no number of their own (dates), ascending.

    Example:
        >>> [mention.value for mention in read_numbers("5,2 млрд рублей за двести двадцать три дня", "ru")]
        ['5200000000 RUB', '223 day']
    """
    words = vocabulary(language)
    clocks = [mention for mention in read_clocks(text) if not _inside(mention.start, mention.end, skip)]
    taken = (*skip, *((mention.start, mention.end) for mention in clocks))
    tokens = [
        _Token(str(match.lastgroup), match.group().casefold(), match.start(), match.end(), match.group())
        for match in _TOKEN.finditer(text)
        if not _inside(match.start(), match.end(), taken)
    ]
    found: list[_Found] = []
    i = 0
    while i < len(tokens):
        number = _number_at(tokens, i, words, language)
        if number is None:
            i += 1
            continue
        _attach_unit(number, tokens, words)
        if found:
            _spread_over_range(found[-1], number, tokens)
        number.approximate = _is_approximate(number, tokens, words)
        found.append(number)
        i = max(number.last, i + 1)
    mentions = [_mention(text, tokens, number) for number in found]
    return tuple(sorted([*mentions, *clocks], key=lambda mention: (mention.start, mention.end)))


def _inside(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start < last and end > first for first, last in spans)


def _number_at(tokens: list[_Token], i: int, words: Vocabulary, language: str) -> _Found | None:
    token = tokens[i]
    if token.kind == "number":
        is_code = re.match(r"0\d", token.raw) or len(token.raw) > _LONGEST_DIGITS  # telephone, account, hash
        return None if is_code or _is_designation(tokens, i) else _digits(tokens, i, words, language)
    if token.kind != "word":
        return None
    if len(token.raw) > 1 and token.raw.isupper() and (match := _ROMAN.fullmatch(token.raw)) and match.group():
        return _Found(i, i + 1, (float(_roman(token.raw)),), ordinal=True)
    if (word := words.numbers.get(token.text)) is not None:
        return _spelled(tokens, i, word, words, language)
    if (value := words.compound(token.text)) is not None:
        number = _Found(i, i + 1, (value,))
        number.unit = words.unit("год") if "лет" in token.text else None
        return number
    return None


def _is_designation(tokens: list[_Token], i: int) -> bool:
    """Whether the digits belong to a name such as G20, F-16 or COVID-19."""
    if i and tokens[i - 1].end == tokens[i].start and tokens[i - 1].kind == "word":
        return True
    if i > 1 and tokens[i - 1].text in _DASHES and tokens[i - 1].end == tokens[i].start:
        before = tokens[i - 2]
        return before.kind == "word" and before.end == tokens[i - 1].start and before.raw[0].isupper()
    return False


def _digits(tokens: list[_Token], i: int, words: Vocabulary, language: str) -> _Found:
    number = _Found(i, i + 1, digit_values(tokens[i].raw, language))
    follower = _token(tokens, i + 1)
    if follower is None:
        return number
    attached = follower.start == tokens[i].end
    if attached and follower.text in _DASHES:
        after = _token(tokens, i + 2)
        joined = after is not None and after.start == follower.end
        if joined and after is not None and after.text in _DIGIT_SUFFIX:
            number.last, number.ordinal = i + 3, True
        elif joined and after is not None and after.kind == "word" and words.scale(after.text) is not None:
            number.last = i + 2
    elif attached and follower.text in _ORDINAL_SUFFIX:
        number.last, number.ordinal = i + 2, True
    elif attached and follower.text in _SHORT_SCALES:
        # "$5m" is money, "100m" may be metres: both readings stay
        scaled = tuple(value * _SHORT_SCALES[follower.text] for value in number.amounts)
        number.amounts = (*scaled, *number.amounts) if follower.text in "mkb" else scaled
        number.last, number.scaled = i + 2, True
        return number
    _apply_scales(number, tokens, words, language)
    return number


def _spelled(tokens: list[_Token], i: int, word: NumberWord, words: Vocabulary, language: str) -> _Found | None:
    if word.role == "weak":
        return _Found(i, i + 1, (word.value,), weak=True)
    if word.role in ("scale", "multiplier"):
        if tokens[i].text not in words.singular or (language == "en" and not _is_article(tokens, i - 1)):
            return None
        number = _Found(i, i, (1.0,), weak=language == "ru")
        _apply_scales(number, tokens, words, language)
        return number
    if word.role == "fraction":
        return _fraction(tokens, i, word, words, language)
    total, position, ordinal = _small(tokens, i, words, language)
    number = _Found(i, position, (total,), ordinal=ordinal)
    if ordinal:
        number.weak = total <= 2
        if language == "en" and total >= 3 and i and tokens[i - 1].text in (*_FRACTION_HEADS, "-"):
            number.amounts = (total, 1 / total)  # "a third of" and "the third" look alike
        return number
    if language == "ru" and (part := _token(tokens, position)) is not None:
        share = words.numbers.get(part.text)
        if share is not None and share.role == "fraction" and share.value < 0.5:
            number.amounts, number.last = (total * share.value,), position + 1  # "две трети"
            return number
    if (share_end := _english_share(tokens, position, words)) is not None:
        number.amounts, number.last = (total * share_end[0],), share_end[1]  # "two-thirds", "two thirds"
        return number
    _apply_scales(number, tokens, words, language)
    number.weak = number.amounts == (1.0,)
    return number


def _english_share(tokens: list[_Token], i: int, words: Vocabulary) -> tuple[float, int] | None:
    step = 1 if (dash := _token(tokens, i)) is not None and dash.text in _DASHES else 0
    share = _token(tokens, i + step)
    word = words.numbers.get(share.text) if share is not None else None
    return (word.value, i + step + 1) if word is not None and word.role == "fraction" and word.value < 0.5 else None


def _small(tokens: list[_Token], i: int, words: Vocabulary, language: str) -> tuple[float, int, bool]:
    """Value below 1000 of the number words from token i on, the token behind them, whether it is an ordinal."""
    total, room, position, ordinal = 0.0, 1000.0, i, False
    while position < len(tokens):
        step = 2 if position > i and tokens[position].text in _DASHES else 1
        token = _token(tokens, position + step - 1)
        word = words.numbers.get(token.text) if token is not None and token.kind == "word" else None
        if word is None or word.role not in ("cardinal", "ordinal") or word.value >= room:
            break
        if step == 2 and total < 20:
            break
        total, position = total + word.value, position + step
        if word.role == "ordinal":
            ordinal = True
            break
        room = 100.0 if word.value >= 100 else 10.0 if word.value >= 20 else 0.0
        if not room or (word.value % 10 and word.value > 20):
            break
    return total, position, ordinal


def _fraction(tokens: list[_Token], i: int, word: NumberWord, words: Vocabulary, language: str) -> _Found:
    number = _Found(i, i + 1, (word.value,), weak=word.value == 0.5, approximate=False)
    step = 1 if (link := _token(tokens, i + 1)) is not None and link.text in ("a", *_DASHES) else 0
    scale = _token(tokens, i + 1 + step)
    if scale is not None and (factor := words.scale(scale.text)) is not None:
        number.amounts, number.last, number.weak = (word.value * factor,), i + 2 + step, False
    return number


def _apply_scales(number: _Found, tokens: list[_Token], words: Vocabulary, language: str) -> None:
    """Multiply by "тысяч", "млн", "hundred", "dozen" behind the number, then add what follows a scale."""
    total, lowest = 0.0, float("inf")
    current = number.amounts
    while (token := _token(tokens, number.last)) is not None:
        step = 1
        if (half := _half_behind(tokens, number.last)) and len(current) == 1:
            current, number.last = (current[0] + 0.5,), number.last + half
            continue
        if token.text in _DASHES and token.end - token.start == 1:
            token, step = _token(tokens, number.last + 1), 2
            if token is None or token.start != tokens[number.last].end:
                break
        factor = words.scale(token.text) if token.kind == "word" else None
        if factor is None or factor >= lowest:
            break
        number.last += step
        dot = _token(tokens, number.last)
        if dot is not None and dot.text == "." and token.text in ("тыс", "млн", "млрд"):
            number.last += 1
        current, number.scaled = tuple(value * factor for value in current), True
        if factor == 100 or len(current) > 1:
            more = _addend(tokens, number.last, words, language) if factor == 100 else None
            if more is not None:
                current, number.last = (current[0] + more[0],), more[1]
            continue
        lowest = factor
        more = _addend(tokens, number.last, words, language)
        if more is None or more[0] >= factor:
            break
        total, current, number.last = total + current[0], (more[0],), more[1]
    number.amounts = tuple(total + value for value in current)


def _addend(tokens: list[_Token], i: int, words: Vocabulary, language: str) -> tuple[float, int] | None:
    """Small number that continues a larger one ("two thousand and five"), and the token behind it."""
    token = _token(tokens, i)
    if token is None:
        return None
    after = _token(tokens, i + 1)
    if language == "en" and token.text == "and" and after is not None:
        word = words.numbers.get(after.text)
        if word is None or word.role != "cardinal":
            return None
        i, token = i + 1, after
    if token.kind == "number":  # "1 млн 200 тыс."
        follower = _token(tokens, i + 1)
        if follower is not None and words.scale(follower.text) is not None and "." not in token.text:
            return digit_values(token.raw, language)[0], i + 1
        return None
    word = words.numbers.get(token.text)
    if word is None or word.role != "cardinal":
        return None
    total, position, _ = _small(tokens, i, words, language)
    return total, position


def _half_behind(tokens: list[_Token], i: int) -> int:
    """Number of tokens of "с половиной" or "and a half" at token i, 0 if they do not stand there."""
    texts = [token.text for token in tokens[i : i + 6]]
    if texts[:2] == ["с", "половиной"]:
        return 2
    if texts[:3] == ["and", "a", "half"]:
        return 3
    return 6 if texts[1::2] == ["and", "a", "half"] and _DASHES.issuperset(texts[::2]) else 0


def _attach_unit(number: _Found, tokens: list[_Token], words: Vocabulary) -> None:
    before = _token(tokens, number.first - 1)
    if before is not None and before.kind == "sign" and (unit := symbols().get(before.text)) not in (None, "%"):
        number.unit = unit
        number.first -= 1
        return
    if before is not None and before.kind == "word" and before.raw in ("USD", "EUR", "RUB", "GBP", "CNY"):
        number.unit = before.raw
        return
    for step in range(4):
        token = _token(tokens, number.last + step)
        if token is None or (token.kind == "number"):
            return
        if token.kind == "sign":
            if (unit := symbols().get(token.text)) is not None and not step:
                number.unit, number.last = unit, number.last + 1
                return
            if (token.text in _DASHES and not step) or token.text == "°":
                continue
            return
        if token.text == "per" and (cent := _token(tokens, number.last + step + 1)) is not None and cent.text == "cent":
            number.unit, number.last = "%", number.last + step + 2
            return
        unit = words.unit(token.text)
        if unit is not None and (len(token.text) > 1 or not step):
            if not (number.ordinal and unit in ("year", "month", "week", "day", "hour", "minute")):
                number.unit, number.last = unit, number.last + step + 1
            return
        if not token.text.endswith(("их", "ых", "ого", "ских", "an", "us", "canadian")) or number.ordinal:
            return


def _spread_over_range(left: _Found, right: _Found, tokens: list[_Token]) -> None:
    """Give the 5 of "5-7 млн долларов" the unit, and perhaps the scale, of the 7."""
    between = tokens[left.last : right.first]
    if len(between) != 1 or not (between[0].text in _DASHES or between[0].text in _LINKS):
        return
    left.unit, right.unit = left.unit or right.unit, right.unit or left.unit
    if right.scaled and not left.scaled and right.amounts[0] >= 1000 and left.amounts[0] < 1000:
        factor = 10.0 ** (3 * ((len(str(int(right.amounts[0]))) - 1) // 3))
        left.amounts = (left.amounts[0] * factor, *left.amounts)


def _is_approximate(number: _Found, tokens: list[_Token], words: Vocabulary) -> bool:
    around = tokens[max(0, number.first - 2) : number.first] + tokens[number.last : number.last + 2]
    if (after := _token(tokens, number.last)) is not None and after.text == "+":
        return True
    return any(token.text in words.approximations for token in around if token.kind == "word")


def _is_article(tokens: list[_Token], i: int) -> bool:
    return i >= 0 and tokens[i].text in ("a", "an", "per", "the")


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _token(tokens: list[_Token], i: int) -> _Token | None:
    return tokens[i] if 0 <= i < len(tokens) else None


def _mention(text: str, tokens: list[_Token], number: _Found) -> NumberMention:
    start, end = tokens[number.first].start, tokens[number.last - 1].end
    unit = f" {number.unit}" if number.unit not in (None, "%") else number.unit or ""
    return NumberMention(
        kind="number",
        start=start,
        end=end,
        text=text[start:end],
        value=f"{printed(number.amounts[0])}{unit}",
        amounts=number.amounts,
        unit=number.unit,
        approximate=number.approximate,
        weak=number.weak,
    )


def printed(amount: float) -> str:
    """A value without trailing zeros or exponent: "5200000000", "0.333"."""
    return f"{amount:.3f}".rstrip("0").rstrip(".") if amount < 1e15 else str(int(amount))
