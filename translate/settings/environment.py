"""The variables of the environment that settle how Parallax runs: the one list of what an operator can say."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from translate.errors import OptionError
from translate.wording.phrase import Phrase, later

SHARED: Final = "PARALLAX_SHARED"
MANAGE_PACKAGES: Final = "PARALLAX_MANAGE_PACKAGES"
PAGE_URLS: Final = "PARALLAX_PAGE_URLS"
PAGE_SERVERS: Final = "PARALLAX_PAGE_SERVERS"
ALLOW_PRIVATE: Final = "PARALLAX_ALLOW_PRIVATE"
KEEP_STORIES: Final = "PARALLAX_KEEP_STORIES"
STORIES_DAYS: Final = "PARALLAX_STORIES_DAYS"
STORIES_MB: Final = "PARALLAX_STORIES_MB"
STORE: Final = "PARALLAX_STORE"
STORE_REVIEWS: Final = "PARALLAX_STORE_REVIEWS"
API_KEYS: Final = "PARALLAX_API_KEYS"
API_KEYS_FILE: Final = "PARALLAX_API_KEYS_FILE"
SERVE_URLS: Final = "PARALLAX_SERVE_URLS"
SERVE_MB: Final = "PARALLAX_SERVE_MB"
SERVE_WAITING: Final = "PARALLAX_SERVE_WAITING"
SERVE_RATE: Final = "PARALLAX_SERVE_RATE"
JOBS_WAITING: Final = "PARALLAX_JOBS_WAITING"
JOBS_DAYS: Final = "PARALLAX_JOBS_DAYS"
JOBS_MB: Final = "PARALLAX_JOBS_MB"
HIGHEST: Final = 10**9  # of any limit


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable.

    Attributes:
        name: As it is set.
        usual: Its value where it is not set; "" where that depends.
        meaning: What it settles, as docs/how-to.md tells it.
    """

    name: str
    usual: str
    meaning: str


VARIABLES: Final = (
    Variable("PARALLAX_MAX_CHARACTERS", "1000000", "most characters of a text"),
    Variable("PARALLAX_MAX_SENTENCES", "20000", "most sentences of a text"),
    Variable("PARALLAX_MAX_SECONDS", "3600", "longest time of a comparison or a translation, in seconds"),
    Variable(
        SHARED,
        "",
        "1: the page is for others than whoever started it, 0: for them alone. Without it, a page counts as shared if "
        "it listens on other addresses than this machine's own, is asked under another name, or through a proxy",
    ),
    Variable(
        MANAGE_PACKAGES,
        "",
        "1: every visitor of the page may install and remove models, 0: nobody may. Without it, they may where the "
        "page is not shared",
    ),
    Variable(PAGE_URLS, "1", "0: visitors of the page give texts and files, and no addresses of pages on the web"),
    Variable(
        PAGE_SERVERS,
        "any",
        "LibreTranslate servers that visitors may choose: any, none, or addresses between spaces, of which they "
        "choose; those may be private ones",
    ),
    Variable(
        ALLOW_PRIVATE,
        "0",
        "1: pages and servers that visitors and clients name may stand on this machine and in private networks",
    ),
    Variable(
        "PARALLAX_WORKERS",
        "",
        "processes that compare for the page or the service, up to 64; 0: none, and a comparison holds up the others. "
        "Without it, as many as there are cores, 2 to 4",
    ),
    Variable(
        API_KEYS, "", "keys for clients of the service, between spaces, each of at least 32 letters, digits and signs"
    ),
    Variable(
        API_KEYS_FILE,
        "",
        "file of keys for clients of the service, one a line: a name and the SHA-256 of the key, as "
        "`parallax serve --new-key NAME` prints it",
    ),
    Variable(SERVE_URLS, "0", "1: clients of the service may name addresses of pages on the web in place of texts"),
    Variable(SERVE_MB, "64", "largest request to the service in MB"),
    Variable(SERVE_WAITING, "16", "requests to the service that may wait for a process; of more, each is refused"),
    Variable(SERVE_RATE, "600", "requests to the service that each key has in a minute"),
    Variable(JOBS_WAITING, "20", "jobs of each key that may wait in the service; of more, each is refused"),
    Variable(JOBS_DAYS, "7", "days after which a job of the service that has ended is deleted with its results"),
    Variable(
        JOBS_MB,
        "2000",
        "limit of all that the service keeps of its jobs in MB; of whoever has most, those that ended first are "
        "deleted first, and where that is not enough, new ones are refused",
    ),
    Variable("PARALLAX_REMEMBER", "1", "0: nothing is remembered of what was decided for the lines of outlets"),
    Variable(
        KEEP_STORIES,
        "1",
        "0: the page keeps no stories, texts and decisions beyond a visit, and sets no cookie",
    ),
    Variable(
        STORIES_DAYS,
        "",
        "days after which a story that nobody opened is deleted. Without it, 30 on a shared page, and never on one's "
        "own machine",
    ),
    Variable(
        STORIES_MB,
        "",
        "limit of the stories that are kept in MB; those of whoever has most are deleted first, from the oldest on. "
        "Without it, 1000 on a shared page, and none on one's own machine",
    ),
    Variable(
        STORE,
        "",
        "store that the Monitor of the page shows, a file of `parallax store add`; every visitor may read all of it",
    ),
    Variable(
        STORE_REVIEWS,
        "",
        "1: what any visitor of the page decides about a story of that store is kept in it, 0: what nobody decides. "
        "Without it, what is decided where the page is not shared",
    ),
    Variable("PARALLAX_CACHE_MB", "", "limit of the cache of encoded sentences in MB; 0: no cache"),
    Variable("PARALLAX_SECOND_ENCODER", "1", "0: the second encoder is left out, be it installed or not"),
    Variable("PARALLAX_FORCED_DECODING", "0", "1: a translation model also judges what each version lacks"),
    Variable("PARALLAX_DEBUG", "0", "1: the command line shows the traceback of an error that nobody foresaw"),
    Variable("PARALLAX_FIREFOX_DIR", "", "folder of Firefox's models"),
    Variable("PARALLAX_FIREFOX_SOURCE", "", "address of the catalogue or mirror of Firefox's models"),
    Variable("PARALLAX_API_KEY", "", "key for the LibreTranslate server of the command line"),
    Variable("ARGOS_PACKAGES_DIR", "", "folder of Argos packages"),
    Variable("ARGOS_PACKAGE_INDEX", "", "address of the index of Argos packages"),
)
_REFUSAL: Final = later("{variable} is {value}. Give 0 or 1, or leave it out.")
_USUAL: Final = {variable.name: variable.usual for variable in VARIABLES}


def told(name: str) -> str:
    """What the environment says for a variable, else its usual value."""
    return os.environ.get(name, "").strip() or _USUAL[name]


def whole_number(given: str, lowest: int, highest: int) -> int | None:
    """The whole number that is written with plain digits alone; None for anything else, and out of bounds.

    Digits of other scripts and superscripts are none, and of thousands of digits, which Python refuses with an error of
    its own, none is read.

    Example:
        >>> [whole_number(given, 0, 64) for given in ("64", "65", "²", "9" * 5000)]
        [64, None, None, None]
    """
    if not (given.isascii() and given.isdigit() and len(given) <= len(str(highest))):
        return None
    number = int(given)
    return number if lowest <= number <= highest else None


def is_on(name: str, refusal: str = _REFUSAL) -> bool:
    """Whether a variable that is 0 or 1 says 1.

    Args:
        name: Of the variable.
        refusal: Template of what is told of another value, marked by `later`; its fields are "variable" and "value".

    Raises:
        OptionError: It says something else.
    """
    value = told(name)
    if value not in ("0", "1"):
        raise OptionError(Phrase.of(refusal, {"variable": name, "value": repr(value[:100])}))
    return value == "1"


def number_told(name: str, lowest: int, highest: int, refusal: Callable[[str], Phrase]) -> int | None:
    """What a variable that is a whole number says; None where it is not set.

    Args:
        name: Of the variable.
        lowest, highest: Its bounds.
        refusal: What is told of another value.

    Raises:
        OptionError: It says something else.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        return None
    number = whole_number(value, lowest, highest)
    if number is None:
        raise OptionError(refusal(value))
    return number


def limit_told(name: str) -> int | None:
    """What a variable that is a limit says; None where it is not set.

    Raises:
        OptionError: It is no whole number from 1 on.
    """

    def refusal(value: str) -> Phrase:
        return Phrase(
            "{variable}={value} is no limit. Give a whole number from 1 to {highest:,}.",
            variable=name,
            value=value[:40],
            highest=HIGHEST,
        )

    return number_told(name, 1, HIGHEST, refusal)


def limit(name: str) -> int:
    """What a variable that is a limit says, else its usual value.

    Raises:
        OptionError: It is no whole number from 1 on.
    """
    found = limit_told(name)
    return int(_USUAL[name]) if found is None else found


def require_page_switches() -> None:
    """Refuse what nobody can mean before visitors come.

    Raises:
        OptionError: A switch of the page is neither 0 nor 1.
    """
    for name in (SHARED, MANAGE_PACKAGES, PAGE_URLS, ALLOW_PRIVATE, KEEP_STORIES, STORE_REVIEWS):
        if told(name):
            is_on(name)
    for name in (STORIES_DAYS, STORIES_MB):
        limit_told(name)
