"""What was read in a text, drawn in one line: the words, "=" and what they were taken for."""

from translate.facts.dates import read_dates
from translate.facts.mention import NumberMention
from translate.facts.values import printed, read_numbers

BOUNDS = {1: ["or more"], 0: [], -1: ["or less"]}


def drawn_numbers(text: str, language: str) -> str:
    """As "half past one = 01:30 or 13:30 | 40 = 40, about, or more": other values behind "or", then the notes."""
    return " | ".join(_number(mention) for mention in read_numbers(text, language))


def drawn_dates(text: str, language: str) -> str:
    """As "9/6/2023 = 2023-09-06, swappable | субботу = Sat, eve"."""
    return " | ".join(
        f"{date.text} = {date.value}" + ", swappable" * date.swappable + ", eve" * date.eve
        for date in read_dates(text, language)
    )


def _number(mention: NumberMention) -> str:
    others = (_clock(amount) if mention.unit == "clock" else printed(amount) for amount in mention.amounts[1:])
    value = " or ".join([mention.value, *others])
    notes = ["about"] * mention.approximate + BOUNDS[mention.bound] + [mention.zone] * bool(mention.zone)
    return f"{mention.text} = " + ", ".join([value, *notes, *["weak"] * mention.weak])


def _clock(minutes: float) -> str:
    return f"{int(minutes // 60):02d}:{int(minutes % 60):02d}"
