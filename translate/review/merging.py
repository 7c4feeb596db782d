"""Two reviews of the same texts as one: what either reviewer did since both had the same."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from translate.review.flags import in_order_of_places
from translate.review.session import Session

K = TypeVar("K")
V = TypeVar("V")


def merged(before: Session, mine: Session, theirs: Session) -> Session:
    """One review with the steps of two; where both did something else about the same, mine stands.

    Args:
        before: What both began from.
        mine: The review of one.
        theirs: That of the other, perhaps compared with other settings.
    """
    several = before, mine, theirs
    # Sentences are known by their numbers, so that nothing is taken over between texts that were cut otherwise.
    alike = (mine.source, mine.target) == (theirs.source, theirs.target)
    placed = theirs if alike and _placed(mine) == _placed(before) != _placed(theirs) else mine
    flags = _changed(*({each.places: each for each in one.flags} for one in several))
    mended = _changed(*({(each.side, each.sentence): each for each in one.mended} for one in several))
    return replace(
        placed,
        decisions=_changed(before.decisions, mine.decisions, theirs.decisions),
        mended=tuple(mended[place] for place in sorted(mended)) if alike else mine.mended,
        flags=in_order_of_places(flags.values()),
    )


def without_steps(session: Session) -> Session:
    """What a review began from, as far as `merged` asks."""
    return replace(session, roles=(), links=(), decisions={}, mended=(), flags=())


def _placed(session: Session) -> object:
    """Roles and links, which go together: what is linked has to be compared."""
    return session.roles, session.links


def _changed(before: Mapping[K, V], mine: Mapping[K, V], theirs: Mapping[K, V]) -> dict[K, V]:
    """Theirs with what I changed."""
    chosen = {
        key: mine.get(key) if mine.get(key) != before.get(key) else theirs.get(key)
        for key in dict.fromkeys((*theirs, *mine))
    }
    return {key: value for key, value in chosen.items() if value is not None}
