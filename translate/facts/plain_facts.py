"""Facts that can be read in any language: numbers in digits, by value."""

import re

from translate.facts.digits import digit_values
from translate.facts.mention import MOST, Facts, NumberMention
from translate.languages.registry import language_of

# Grouped by thousands, with decimals, or bare; the parts of 06.09.1956 are bare.
_NUMBER = re.compile(
    r"(?<!\d)\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|(?<!\d)(?<!\d[.,])\d+[.,]\d+(?![.,]?\d)|\d+"
)
_APOSTROPHES = str.maketrans("", "", "'’")
_LONGEST_NUMBER = 20  # characters; a longer one is a code


def read_plain_facts(text: str, language: str) -> Facts:
    """Numbers in digits, the first MOST of a sentence.

    Nothing is read that needs a grammar: no number words, units, dates or declined names.
    Two languages are read alike this way, even where `read_facts` knows one of them. Words with a capital were tried
    as names, by their consonants: Russian and Polish endings made more false names than there were right ones.

    Args:
        text: One sentence; offsets of the mentions count its code points.
        language: Code of LANGUAGES; it tells whether 2.500 is a small number or a large one.

    Example:
        >>> [mention.value for mention in read_plain_facts("Der Makalu misst 8.481,5 m.", "de").numbers]
        ['8481.5']
    """
    numbers, decimal_point = [], language_of(language).decimal_point
    for match in _NUMBER.finditer(text):
        if len(match.group()) <= _LONGEST_NUMBER:
            digits = match.group().translate(_APOSTROPHES)
            amounts = digit_values(digits, decimal_point=decimal_point)
            value = f"{amounts[0]:.15g}"
            numbers.append(NumberMention("number", match.start(), match.end(), match.group(), value, amounts))
    return Facts(language, len(text), tuple(numbers[:MOST]))
