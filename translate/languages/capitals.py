"""Letters of the alphabets that names are written in, whatever the language: capitals, and the two scripts."""

_PAST_CYRILLIC = 0x530  # Latin, Greek and Cyrillic letters stand before it

CAPITAL = f"[{''.join(letter for letter in map(chr, range(_PAST_CYRILLIC)) if letter.isupper())}]"
"""A capital letter, as a regular expression."""

FIRST_CYRILLIC = "Ѐ"
"""The first Cyrillic letter, before which the Latin ones stand; Ё comes before А."""
