"""From a session to its comparison: anew only where roles or links have changed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from translate.alignment.by_hand import Link
from translate.comparison import Comparison
from translate.engines.translation import Translations
from translate.options import Options
from translate.pipeline import compare
from translate.review.session import Session
from translate.settings.limits import Progress
from translate.text.document import Document


class Comparing(Protocol):
    """What compares as `compare` does."""

    def __call__(
        self,
        source: Document,
        target: Document,
        options: Options,
        *,
        progress: Progress | None,
        links: Sequence[Link],
        translation: Translations | None,
        one_language: bool = False,
    ) -> Comparison: ...


def computed(session: Session, progress: Progress | None = None, by: Comparing | None = None) -> Session:
    """The session with what is found under its present roles and links; the same one if that is known.

    Args:
        session: A review.
        progress: Called as `compare` does.
        by: What compares; `compare` itself if None.

    Raises:
        TranslateError: As `compare` does.
    """
    if session.fresh:
        return session
    source, target = session.document("source"), session.document("target")
    same_sentences = (source, target) == (session.found.source, session.found.target)
    again: Comparing = by or compare
    if session.found.within_one_language:
        again = partial(again, one_language=True)
    found = again(
        source,
        target,
        session.options,
        links=session.links,
        progress=progress,
        translation=session.found.translation if same_sentences else None,
    )
    return replace(session, found=found, fresh=True)


def comparison_of(session: Session, progress: Progress | None = None) -> Comparison:
    """What is found, with everything the reviewer decided applied to it.

    Args:
        session: A review.
        progress: Called as `compare` does, where something has to be computed.

    Raises:
        TranslateError: As `compare` does.

    Example:
        >>> from translate.review.decision import Decision
        >>> from translate.testing import drawn_comparison
        >>> session = Session.of(drawn_comparison("abc", "ac"))
        >>> [omission] = comparison_of(session).differences
        >>> reviewed = comparison_of(session.decided(omission, Decision("rejected")))
        >>> len(reviewed.differences), [difference.kind for difference in reviewed.rejected]
        (0, ['omission'])
    """
    return computed(session, progress).comparison
