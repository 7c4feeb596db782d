"""Amounts as people write them: "27.6 billion rubles", "14 months", "1/3", "about 50"."""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction

from translate.facts.measures import MULTIPLE, SHARE
from translate.facts.mention import NumberMention
from translate.wording.naming import Amount
from translate.wording.phrase import Phrase, counted, in_context

_FIGURES = 4  # that "27.65 million" may have; a longer number is written out
_LARGEST_PART = 10  # of a whole that is told as a fraction
_SEVERAL = 2  # stands for 1.5, which Russian counts as it counts two
_MANY = 5  # stands for "million", which is counted as five is
_YEARS = 10_000  # a smaller number may be a year and is never "two thousand"


# The units that are words in every language.
_UNITS: Mapping[str, Callable[[Phrase, int], Phrase]] = {
    "RUB": lambda amount, count: counted("{amount} ruble", "{amount} rubles", count, amount=amount),
    "USD": lambda amount, count: counted("{amount} dollar", "{amount} dollars", count, amount=amount),
    "EUR": lambda amount, count: counted("{amount} euro", "{amount} euros", count, amount=amount),
    "GBP": lambda amount, count: counted("{amount} pound", "{amount} pounds", count, amount=amount),
    "UAH": lambda amount, count: counted("{amount} hryvnia", "{amount} hryvnias", count, amount=amount),
    "CNY": lambda amount, count: counted("{amount} yuan", "{amount} yuan", count, amount=amount),
    "JPY": lambda amount, count: counted("{amount} yen", "{amount} yen", count, amount=amount),
    "INR": lambda amount, count: counted("{amount} rupee", "{amount} rupees", count, amount=amount),
    "kopeck": lambda amount, count: counted("{amount} kopeck", "{amount} kopecks", count, amount=amount),
    "cent": lambda amount, count: counted("{amount} cent", "{amount} cents", count, amount=amount),
    "century": lambda amount, count: counted("{amount} century", "{amount} centuries", count, amount=amount),
    "decade": lambda amount, count: counted("{amount} decade", "{amount} decades", count, amount=amount),
    "year": lambda amount, count: counted("{amount} year", "{amount} years", count, amount=amount),
    "month": lambda amount, count: counted("{amount} month", "{amount} months", count, amount=amount),
    "week": lambda amount, count: counted("{amount} week", "{amount} weeks", count, amount=amount),
    "day": lambda amount, count: counted("{amount} day", "{amount} days", count, amount=amount),
    "hour": lambda amount, count: counted("{amount} hour", "{amount} hours", count, amount=amount),
    "minute": lambda amount, count: counted("{amount} minute", "{amount} minutes", count, amount=amount),
    "second": lambda amount, count: counted("{amount} second", "{amount} seconds", count, amount=amount),
    "degree": lambda amount, count: counted("{amount} degree", "{amount} degrees", count, amount=amount),
    "t": lambda amount, count: counted("{amount} tonne", "{amount} tonnes", count, amount=amount),
    "ha": lambda amount, count: counted("{amount} hectare", "{amount} hectares", count, amount=amount),
    "floor": lambda amount, count: counted("{amount} floor", "{amount} floors", count, amount=amount),
    "barrel": lambda amount, count: counted("{amount} barrel", "{amount} barrels", count, amount=amount),
    "mi": lambda amount, count: counted("{amount} mile", "{amount} miles", count, amount=amount),
    "ft": lambda amount, count: counted("{amount} foot", "{amount} feet", count, amount=amount),
    "in": lambda amount, count: counted("{amount} inch", "{amount} inches", count, amount=amount),
    "acre": lambda amount, count: counted("{amount} acre", "{amount} acres", count, amount=amount),
    "knot": lambda amount, count: counted("{amount} knot", "{amount} knots", count, amount=amount),
    "mi/h": lambda amount, count: counted("{amount} mile an hour", "{amount} miles an hour", count, amount=amount),
    "pp": lambda amount, count: counted(
        "{amount} percentage point", "{amount} percentage points", count, amount=amount
    ),
    MULTIPLE: lambda amount, count: counted("{amount} time", "{amount} times", count, amount=amount),
}
# The signs that other languages write in their own letters; all others ("°F", "KZT") stand as they are.
_SIGNS: Mapping[str, Phrase] = {
    "km": in_context("unit", "km"),
    "m": in_context("unit", "m"),
    "cm": in_context("unit", "cm"),
    "mm": in_context("unit", "mm"),
    "km²": in_context("unit", "km²"),
    "m²": in_context("unit", "m²"),
    "cm²": in_context("unit", "cm²"),
    "km³": in_context("unit", "km³"),
    "m³": in_context("unit", "m³"),
    "km/h": in_context("unit", "km/h"),
    "km/s": in_context("unit", "km/s"),
    "m/s": in_context("unit", "m/s"),
    "kg": in_context("unit", "kg"),
    "g": in_context("unit", "g"),
    "l": in_context("unit", "l"),
    "ml": in_context("unit", "ml"),
}
_SCALES: tuple[tuple[float, Callable[[Amount], Phrase]], ...] = (
    (1e12, lambda number: Phrase("{number} trillion", number=number)),
    (1e9, lambda number: Phrase("{number} billion", number=number)),
    (1e6, lambda number: Phrase("{number} million", number=number)),
)
_RATES: Mapping[str, Callable[[Phrase], Phrase]] = {
    "hour": lambda amount: Phrase("{amount} an hour", amount=amount),
    "day": lambda amount: Phrase("{amount} a day", amount=amount),
    "week": lambda amount: Phrase("{amount} a week", amount=amount),
    "month": lambda amount: Phrase("{amount} a month", amount=amount),
    "year": lambda amount: Phrase("{amount} a year", amount=amount),
}


def amount_in_words(number: NumberMention) -> Phrase:
    """A number with its unit: "27.6 billion rubles", "-15 degrees", "1/3"; times of the day as they are.

    Example:
        >>> from translate.facts.values import read_numbers
        >>> [str(amount_in_words(number)) for number in read_numbers("27,6 млрд рублей; 2500 кв. метров", "ru")]
        ['27.6 billion rubles', '2500 m²']
    """
    amount, unit = number.amounts[0], number.unit
    if unit == "clock":
        return Phrase("{number}", number=Amount(number.value))
    if unit == SHARE:
        part = Fraction(amount).limit_denominator(_LARGEST_PART)
        if math.isclose(part, amount, rel_tol=1e-3):
            return Phrase("{number}", number=Amount(f"{part.numerator}/{part.denominator}"))
    shown, count = _scaled(-amount if number.sign < 0 else amount)
    if unit is None or unit == SHARE:
        return shown
    if unit == "%":
        return Phrase("{amount}%", amount=shown)
    if unit == "fahrenheit":
        return Phrase("{amount} {unit}", amount=shown, unit="°F")
    told = _UNITS.get(unit)
    return (
        told(shown, count) if told is not None else Phrase("{amount} {unit}", amount=shown, unit=_SIGNS.get(unit, unit))
    )


def rate_in_words(number: NumberMention, amount: Phrase) -> Phrase:
    """An amount with the time that it is counted by: "2 times a week"."""
    return _RATES[number.per](amount) if number.per in _RATES else amount


def _scaled(amount: float) -> tuple[Phrase, int]:
    """An amount with its scale in words where that is how people write it, and the number that its unit agrees with."""
    for size, scale in _SCALES:
        if abs(amount) >= size and math.isclose(round(amount / size, _FIGURES - 1), amount / size, rel_tol=1e-9):
            return scale(Amount(f"{amount / size:.10g}")), _MANY
    whole = abs(amount) % 1 == 0
    count = int(abs(amount)) if whole else _SEVERAL
    text = f"{amount:.0f}" if whole else f"{amount:.3f}".rstrip("0")
    if abs(amount) < _YEARS:
        return Phrase("{number}", number=Amount(text)), count
    return Phrase("{number:grouped}", number=Amount(text)), count
