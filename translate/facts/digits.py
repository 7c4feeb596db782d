"""What written digits mean: grouping and decimal marks of all languages."""

import re
import unicodedata

SPACES = "\u0020\u00a0\u202f\u2009"  # plain, non-breaking, narrow and thin
HALVES = "½¼¾⅓⅔"


def digit_values(digits: str, *, decimal_point: bool) -> tuple[float, ...]:
    """What a string of digits, grouped or not, can mean; the likeliest value first.

    Args:
        digits: As written.
        decimal_point: Whether a point parts the decimals in that language, and a comma thousands.

    Example:
        >>> [digit_values(digits, decimal_point=False) for digits in ("1 638", "5,2", "2,500")]
        [(1638.0,), (5.2,), (2500.0, 2.5)]
        >>> digit_values("2,500", decimal_point=True)
        (2500.0,)
    """
    plain = re.sub(rf"[{SPACES}]", "", digits)
    if plain[-1] in HALVES:
        return (float(plain[:-1] or 0) + unicodedata.numeric(plain[-1]),)
    if "/" in plain:
        *whole, share = digits.split()
        above, below = share.split("/")
        return (int("".join(whole) or 0) + int(above) / int(below),)
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return (float(plain),)
    if len(set(marks)) == 2:  # the last mark is the decimal one: 1.234,5 and 1,234.5
        head, tail = plain[: plain.rindex(marks[-1])], plain[plain.rindex(marks[-1]) + 1 :]
        return (float(re.sub("[.,]", "", head) + "." + tail),)
    parts = plain.split(marks[0])
    grouped = all(len(part) == 3 for part in parts[1:]) and 0 < len(parts[0]) <= 3 and parts[0] != "0"
    if len(marks) > 1:
        return (float("".join(parts)),) if grouped else tuple(float(part) for part in parts[:1])
    decimal = float(".".join(parts))
    if not grouped:
        return (decimal,)
    if decimal_point:
        return (float("".join(parts)),) if marks[0] == "," else (decimal, float("".join(parts)))
    return (float("".join(parts)), decimal)
