"""What servers give in place of a story: a question about cookies, a demand to subscribe or prove oneself, a shell that
only scripts fill."""

import re
from typing import Final

from translate.languages.registry import compared_languages, language_of
from translate.web.fetching import OPEN_IT
from translate.wording.phrase import Phrase

FEW_WORDS = 80  # a page with fewer is taken for what its furniture says that it is
WALL_WORDS = 600  # a question about cookies can be so long; stories of that length name one or two of its phrases
WALL_SIGNS = 3  # different phrases that only such a question has together
NO_STORY = 15  # words; with fewer there is nothing to compare
SEARCHED = 1_000_000  # characters of a page's source

_CONSENT_PLACE = re.compile(r"//consent\.|/consent(?:[/?#.]|$)|//privacy-mgmt\.|/privacy-wall")
_NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?false"?', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_CAUSES: Final = {
    "consent": Phrase("asks about cookies before it shows the story"),
    "check": Phrase("wants to see that no program reads it"),
    "subscription": Phrase("shows the story to subscribers alone"),
    "scripts": Phrase("shows its text only where its scripts run"),
}


def obstacle(place: str, source: str, text: str) -> Phrase | None:
    """Why a page gives no story, as a sentence behind its address; None where it gives one.

    Args:
        place: Its address in the end.
        source: What the server sent.
        text: The lines of the story, as they were read from it.
    """
    words = len(text.split())
    cause = _cause(place, source[:SEARCHED], text, words)
    if cause is not None:
        return Phrase("{cause}. {advice}", cause=_CAUSES[cause], advice=OPEN_IT)
    if words < NO_STORY:
        return Phrase("has almost no text ({words} words). {advice}", words=words, advice=OPEN_IT)
    return None


def is_cut_off(source: str) -> bool:
    """Whether a page says of itself that it is not whole for everybody."""
    return _NOT_FREE.search(source[:SEARCHED]) is not None


def _cause(place: str, source: str, text: str, words: int) -> str | None:
    if _CONSENT_PLACE.search(place) or (words < WALL_WORDS and _signs("consent", text) >= WALL_SIGNS):
        return "consent"
    if words >= FEW_WORDS:
        return None
    if is_cut_off(source):
        return "subscription"
    found = next((kind for kind in _CAUSES if _signs(kind, text)), None)
    found = found or next((kind for kind in ("check", "subscription", "scripts") if _signs(kind, source)), None)
    if found is None and words < NO_STORY and _SCRIPT.search(source):
        return "scripts"
    return found


def _signs(kind: str, text: str) -> int:
    """How many different phrases of a kind a text holds, in any language that is compared."""
    small = " ".join(text.lower().replace("’", "'").split())
    return sum(
        phrase in small for code in compared_languages() for phrase in language_of(code).table("web").get(kind, ())
    )
