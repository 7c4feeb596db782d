"""Regular forms of English words."""

import re

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")  # "stop" doubles its last letter: "stopped"


def forms(word: str) -> tuple[str, ...]:
    """A word as verb, noun and adjective; forms that do not exist do no harm where words are looked up."""
    stem = word[:-1] if word.endswith("e") else word[:-1] + "i" if word.endswith("y") else word
    if _DOUBLED.search(word):
        stem += word[-1]
    going = word[:-1] + "ing" if word.endswith("e") else word + "ing" if word.endswith("y") else stem + "ing"
    return word, word + "s", stem + "es", stem + "ed", stem + "er", stem + "est", going
