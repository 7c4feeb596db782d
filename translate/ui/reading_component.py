"""The reading view on the page: the same document as the HTML file, in a frame of its own that answers.

Streamlit's component carries the document to the browser once and then only what was decided. Events come back in a
list of those not yet confirmed, each with a number, so that none is lost or counted twice however the reruns fall.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

import streamlit as st

from translate.text.sides import SIDES, SideName
from translate.ui.tour import tour_words

Action = Literal[
    "accept",
    "reject",
    "undo",
    "redo",
    "relabel",
    "severity",
    "note",
    "link",
    "unlink",
    "furniture",
    "body",
    "mend",
    "flag",
]
ACTIONS: frozenset[str] = frozenset(get_args(Action))

_NAME = "parallax_reading_view"
_SCRIPTS = (
    "attention.js",
    "roles.js",
    "tour.js",
    "reading_component.js",
)  # each uses names of those before it
_PAGE_NAME = "parallax_page"
_PAGE_SCRIPTS = ("attention.js", "roles.js", "page_component.js")
_CONFIRMED = "reading-view-confirmed"  # number of the last event that was handed on, by key of the component


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that the reader marked in one sentence.

    Attributes:
        side, sentence: Where it stands.
        start, end: Half-open offsets into the sentence, in code points.
    """

    side: SideName
    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One decision of the reader.

    Attributes:
        number: Counts from 1 within a visit.
        view: Digest of the document in which it was made; an id may be of no difference of another one.
        action: What the reader did.
        differences: Ids of those it is about, several where a passage is decided upon at once; none where it is about
            sentences or about nothing in particular.
        source, target: Sentences it is about, ascending.
        text: The note, the new kind, the new severity or the translation by hand; "" for the rest.
        marked: The words of a difference by hand.
        kind, severity: Of that; "" for the rest.
    """

    number: int
    view: str
    action: Action
    differences: tuple[str, ...] = ()
    source: tuple[int, ...] = ()
    target: tuple[int, ...] = ()
    text: str = ""
    marked: tuple[Marked, ...] = ()
    kind: str = ""
    severity: str = ""


def digest_of(html: str) -> str:
    """Short name of a document, the same for the same document."""
    return hashlib.sha256(html.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def draw(
    html: str,
    review: Mapping[str, Any],
    on_events: Callable[[Sequence[ReviewEvent]], None],
    *,
    key: str,
    story: str,
    title: str,
    reads: str = "",
    tour: int = 0,
) -> None:
    """Show the view and hand on what the reader does in it.

    Args:
        html: The document.
        review: What was decided so far; goes to the document as it is, so plain values only.
        on_events: Gets new events in their order, each exactly once, before the page is drawn again.
        key: Of the component.
        story: Names the two texts; the reader's place is kept while it stays the same.
        title: Of the frame, for screen readers.
        reads: The language in which both texts are shown until the reader chooses; "" for either in its own.
        tour: How often the visitor asked for the tour.
    """
    digest = digest_of(html)
    state = st.session_state.get(key) or {}
    sent = state.get("sent") or {}
    data = {
        "html": None if sent.get("have") == digest else html,
        "digest": digest,
        "story": story,
        "review": dict(review),
        "title": title,
        "reads": reads,
        "tour": {"asked": tour, **tour_words()},
        "acknowledged": _confirmed().get(key, 0),
    }
    # Registered at every run: the register belongs to the running server, not to this module.
    mount = st.components.v2.component(_NAME, js=_script(_SCRIPTS))
    mount(key=key, data=data, on_sent_change=lambda: _hand_on(key, on_events))


def behave() -> None:
    """Where there is no view: errors are brought into sight, and the key of the help works."""
    with st.container(key="behaviour"):
        st.components.v2.component(_PAGE_NAME, js=_script(_PAGE_SCRIPTS))(key="behaviour-script")


def new_events(sent: Mapping[str, Any], confirmed: int) -> list[ReviewEvent]:
    """Events above a number, in their order; what is no event is left out, as it comes from a browser."""
    events = []
    for raw in sorted(filter(_well_formed, sent.get("events") or ()), key=lambda raw: raw["number"]):
        if raw["number"] > confirmed:
            events.append(
                ReviewEvent(
                    number=raw["number"],
                    view=str(raw.get("view", "")),
                    action=raw["action"],
                    differences=_ids(raw.get("differences")),
                    source=_indices(raw.get("source")),
                    target=_indices(raw.get("target")),
                    text=str(raw.get("text") or ""),
                    marked=_marked(raw.get("marked")),
                    kind=str(raw.get("kind") or ""),
                    severity=str(raw.get("severity") or ""),
                )
            )
    return events


def _well_formed(raw: object) -> bool:
    return isinstance(raw, Mapping) and isinstance(raw.get("number"), int) and raw.get("action") in ACTIONS


def _ids(raw: object) -> tuple[str, ...]:
    return tuple(one for one in raw if isinstance(one, str)) if isinstance(raw, list) else ()


def _indices(raw: object) -> tuple[int, ...]:
    found = {i for i in raw if isinstance(i, int) and i >= 0} if isinstance(raw, Sequence) else set()
    return tuple(sorted(found))


def _marked(raw: object) -> tuple[Marked, ...]:
    found = []
    for one in raw if isinstance(raw, list) else ():
        side, *numbers = one if isinstance(one, list) and len(one) == 4 else (None,)
        if side in SIDES and all(isinstance(number, int) and number >= 0 for number in numbers):
            found.append(Marked(side, *numbers))
    return tuple(found)


def _hand_on(key: str, on_events: Callable[[Sequence[ReviewEvent]], None]) -> None:
    confirmed = _confirmed()
    events = new_events((st.session_state.get(key) or {}).get("sent") or {}, confirmed.get(key, 0))
    if events:
        confirmed[key] = events[-1].number
        on_events(events)


def _confirmed() -> dict[str, int]:
    numbers: dict[str, int] = st.session_state.setdefault(_CONFIRMED, {})
    return numbers


@cache
def _script(names: tuple[str, ...]) -> str:
    """A module made of parts that share one scope."""
    folder = resources.files("translate.ui")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
