"""Which outlet a pasted page is of: known by the furniture around its stories, because no address comes with it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from translate.text.document import Document, Label
from translate.text.furniture import matching_rule
from translate.text.lines import core_of
from translate.text.normalization import normalize

MOST_LINES = 60  # of a fingerprint
LEAST_LINES = 8  # of a fingerprint; half of fewer would be too few to know an outlet by
MOST_WORDS = 6  # of a line that count: a long one tells an outlet better than "Sport", up to a point
# From which share of its words and how many of its own lines a fingerprint is found on a page. Of 96 outlets none takes
# another's page from a share of 0.22 on; `python -m benchmarks.measure.outlets` prints that, and how many of its own
# pages it knows.
LEAST_SHARE = 0.25
LEAST_OWN = 3
MOST_NAME = 60  # characters

# Furniture that goes with its story: another page of the outlet has another of it.
_PASSING: Collection[Label] = frozenset(
    ("author", "caption", "comment", "correction", "credit", "factbox", "live", "related", "summary", "tags", "time")
)
_NUMBER = re.compile(r"\d+(?:[ .,:/–-]\d+)*")
_BEHIND_TITLE = re.compile(r"\s(?:\||—|–|-)\s+([^|]+)$")
_COPYRIGHT = re.compile(r"(?:©|\bcopyright\b)(?:\s*(?:©|copyright\b|\d{4}|[-–—,]))*\s*([^.,|©]+)", re.IGNORECASE)
_YEARS = re.compile(r"(?:(?<!\s)\s+)?\d{4}(?:\s*[-–—]\s*\d{4})?\s*$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of a fingerprint stands on a page.

    Attributes:
        share: Of its words, in [0, 1].
        own: Lines among them that are no furniture which any outlet may have, such as "Log in".
    """

    share: float
    own: int

    @property
    def same_outlet(self) -> bool:
        """Whether the page is of the outlet."""
        return self.share >= LEAST_SHARE and self.own >= LEAST_OWN


def line_key(text: str) -> str:
    """What makes two lines of an outlet one: their words without case, with one sign for every number.

    Example:
        >>> line_key("12 views") == line_key("• 1 340 Views")
        True
    """
    core = core_of(text) or normalize(text).text.strip()
    return _NUMBER.sub("0", core.casefold())


def line_keys(document: Document) -> tuple[str, ...]:
    """The key of every sentence."""
    return tuple(line_key(document.sentence_text(i)) for i in range(len(document.sentences)))


def fingerprint(document: Document) -> dict[str, int]:
    """The lines of furniture that other pages of the outlet are likely to have, as hashes with a number of words each.

    Of a long page those at the top and at the bottom. Nobody reads the page back from them.

    Returns:
        At most MOST_LINES; fewer than LEAST_LINES are too few to know the outlet by.
    """
    keys = [
        key
        for sentence, key in zip(document.sentences, line_keys(document), strict=True)
        if sentence.role == "boilerplate" and sentence.label not in _PASSING and _has_letters(key)
    ]
    lines = list(dict.fromkeys(keys))
    if len(lines) > MOST_LINES:
        lines = lines[: MOST_LINES // 2] + lines[-MOST_LINES // 2 :]
    return {_hashed(key): min(MOST_WORDS, len(key.split())) for key in lines}


def likeness(lines: Mapping[str, int], document: Document) -> Likeness:
    """How much of a fingerprint stands on a page, be it furniture there or not."""
    return _likeness(lines, _by_hash(document))


def recognised(outlets: Mapping[int, Mapping[str, int]], document: Document) -> int | None:
    """The outlet that a page is most likely of; None where it is of none of them.

    Args:
        outlets: The fingerprint of each, by its number.
        document: The page.
    """
    here = _by_hash(document) if outlets else {}
    found = {outlet: _likeness(lines, here) for outlet, lines in outlets.items()}
    same = [outlet for outlet in found if found[outlet].same_outlet]
    return max(same, key=lambda outlet: found[outlet].share, default=None)


def guessed_name(document: Document) -> str:
    """What the outlet seems to be called: what stands behind the title of the page, behind ©, or first on the page.

    Returns:
        In single spaces, at most MOST_NAME characters; "" for a page without furniture.
    """
    for name in _names(document):
        if _has_letters(name):
            return name[:MOST_NAME].strip()
    return ""


def _names(document: Document) -> Iterator[str]:
    """What may be the name, the likeliest first."""
    lines = [" ".join(document.sentence_text(i).split()) for i in range(len(document.sentences))]
    roles = [sentence.role for sentence in document.sentences]
    titles = [line_key(line) for line, role in zip(lines, roles, strict=True) if role == "headline"]
    for line in lines:
        behind = _BEHIND_TITLE.search(line)
        if behind and line_key(line[: behind.start()]) in titles:
            yield behind[1]
    for line in reversed(lines):  # a photographer's stands further up
        if named := _COPYRIGHT.search(line):
            yield _YEARS.sub("", named[1]).rpartition("/")[2].strip()
    furniture = [line for line, role in zip(lines, roles, strict=True) if role == "boilerplate"]
    yield from (line for line in furniture if matching_rule(line) is None)
    yield from furniture


def _by_hash(document: Document) -> dict[str, str]:
    """Keys of the lines of a page by their hashes."""
    return {_hashed(key): key for key in line_keys(document)}


def _likeness(lines: Mapping[str, int], here: Mapping[str, str]) -> Likeness:
    found = lines.keys() & here.keys()
    words = sum(lines[hashed] for hashed in found)
    own = sum(matching_rule(here[hashed]) is None for hashed in found)
    return Likeness(words / max(1, sum(lines.values())), own)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _hashed(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
