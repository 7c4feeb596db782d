"""Words that a line end cuts in two, joined again as the rest of the text has them."""

import re
from collections.abc import Sequence

_CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]+)([-\u2010\u00ad])$")
_BETWEEN = re.compile(r"\w-$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010\u2011][^\W\d_]++)++")


def compounds_in(lines: Sequence[str]) -> frozenset[str]:
    """Words with a hyphen inside a line, which is surely their own."""
    return frozenset(word.lower().replace("\u2010", "-") for line in lines for word in _COMPOUND.findall(line))


def before_next_line(first: str, second: str, compounds: frozenset[str]) -> str:
    """A line as it stands in front of the next one of its paragraph.

    A hyphen at its end is the typesetter's where the word goes on in small letters, unless the text has the word with
    its hyphen elsewhere.

    Example:
        >>> before_next_line("the govern-", "ment agreed", frozenset())
        'the govern'
        >>> before_next_line("an e-", "mail came", frozenset(["e-mail"]))
        'an e-'
        >>> before_next_line("the government", "agreed", frozenset())
        'the government '
    """
    cut, goes_on = _CUT.search(first), _GOES_ON.match(second)
    if cut is None or goes_on is None:
        return first if _BETWEEN.search(first) and second[:1].isalnum() else f"{first} "
    word = f"{cut[1]}-{goes_on[0]}".lower()
    typeset = cut[2] == "\u00ad" or (goes_on[0].islower() and word not in compounds)
    return first[: cut.start(2)] + ("" if typeset else "-")
