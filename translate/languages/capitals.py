"""Capital letters of the alphabets that names are written in, whatever the language."""

_PAST_CYRILLIC = 0x530  # Latin, Greek and Cyrillic letters stand before it

CAPITAL = f"[{''.join(letter for letter in map(chr, range(_PAST_CYRILLIC)) if letter.isupper())}]"
"""One of them, as a regular expression."""
