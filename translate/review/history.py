"""Undo and redo: the sessions before and after the present one."""

from dataclasses import dataclass, replace

from translate.review.session import Session


@dataclass(frozen=True, slots=True)
class History:
    """Every step of a review since it was opened; sessions share what a step left as it was.

    Attributes:
        present: Where the review stands.
        past: What was before, the latest last.
        future: What was undone, the next to redo last.

    Example:
        >>> from translate.testing import drawn_comparison
        >>> begun = History(Session.of(drawn_comparison("abc", "ac")))
        >>> history = begun.did(begun.present.linked((1,), (0,)))
        >>> history.undone() .present == begun.present, history.undone().redone() == history
        (True, True)
    """

    present: Session
    past: tuple[Session, ...] = ()
    future: tuple[Session, ...] = ()

    def __repr__(self) -> str:
        return f"<History: {len(self.past):,} to undo, {len(self.future):,} to redo, at {self.present!r}>"

    def did(self, session: Session) -> "History":
        """One step further; what was undone is forgotten. A step that changes nothing is none."""
        return self if session == self.present else History(session, (*self.past, self.present))

    def undone(self) -> "History":
        """One step back; the same history where there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (*self.future, self.present))

    def redone(self) -> "History":
        """The step that was undone last; the same history where there is none."""
        if not self.future:
            return self
        return History(self.future[-1], (*self.past, self.present), self.future[:-1])

    def with_present(self, session: Session) -> "History":
        """The present session computed anew, which is no step of its own."""
        return replace(self, present=session)
