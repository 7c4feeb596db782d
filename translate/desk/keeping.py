"""Keeps one review as it goes on: a step costs a few hundred bytes, and what was found is written when it changes."""

from dataclasses import dataclass

from translate.desk.store import Stories
from translate.desk.story import Story
from translate.errors import TranslateError
from translate.review.carrying import Unplaced
from translate.review.history import History
from translate.review.session import Session


@dataclass(slots=True)
class Keeping:
    """One story of one visitor.

    Attributes:
        stories: Where it is kept.
        visitor: Whose it is.
        story: Its texts.
        own: Whether the visitor gave the texts; a sample is there anyway.
        number: Of the story; None as long as it is not kept.
        problem: Why the last step could not be kept; "" if it could.
    """

    stories: Stories
    visitor: str
    story: Story
    own: bool = True
    number: int | None = None
    problem: str = ""
    _kept: tuple[Session, tuple[Unplaced, ...]] | None = None

    def keep(self, session: Session, unplaced: tuple[Unplaced, ...] = (), history: History | None = None) -> None:
        """Keep where the review stands; nothing is written where nothing has changed."""
        if self._kept is not None and self._kept[0] is session and self._kept[1] == unplaced:
            return
        try:
            if not (self._stands_on_the_same(session) and self._step(session, unplaced, history)):
                self.number = self.stories.keep(
                    self.visitor, self.story, session, unplaced=unplaced, number=self.number, history=history
                )
        except TranslateError as error:
            self.problem = error.message
        else:
            self.problem, self._kept = "", (session, unplaced)

    @property
    def kept(self) -> bool:
        """Whether all that was done is in the file."""
        return self._kept is not None and not self.problem

    def took_up(self, session: Session, unplaced: tuple[Unplaced, ...]) -> None:
        """Note that the review stands as it is kept."""
        self._kept = (session, unplaced)

    def _stands_on_the_same(self, session: Session) -> bool:
        before = self._kept[0] if self._kept else None
        return before is not None and before.found is session.found and before.options == session.options

    def _step(self, session: Session, unplaced: tuple[Unplaced, ...], history: History | None) -> bool:
        """Write the step alone; False where the story was deleted meanwhile, as in another window."""
        return self.number is not None and self.stories.step(self.visitor, self.number, session, unplaced, history)
