"""What a visitor sees while a comparison is computed: how far it is, how long it will take, and a button to stop it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from translate.batch.workers import QUEUED
from translate.wording.phrase import Phrase, said, say, say_counted

STAGES = {
    "reading": Phrase("Reading the texts"),
    "encoding": Phrase("Reading the meaning of each sentence"),
    "aligning": Phrase("Finding the sentences that belong together"),
    "comparing": Phrase("Comparing numbers, dates and names"),
    "translating": Phrase("Translating"),
}
EVERY_TWO = Phrase("Comparing every two versions")
TOGETHER = "together"  # the one stage of several versions that counts: every two of them, all alike
# Share of the time that each stage takes, in the order of STAGES; benchmarks/measure/speed.py --stages prints them.
SHARES = (0.06, 0.64, 0.03, 0.07, 0.2)
WORDS = 500  # of both texts, compared in a second; from the same script
START = 1.5  # seconds before the first sentence is read, where the models are not loaded yet
FIRST_GUESS = 2.0  # seconds after which the time that is left can be told from the time that went by
MINUTE = 90  # seconds from which a time is told in minutes


@dataclass(slots=True)
class Waiting:
    """The progress of one comparison; nothing is drawn before the first stage is told, or the patience has run out.

    Attributes:
        place: Where it is drawn.
        stop: Called where the visitor presses Cancel; None leaves the button out.
        clock: Tells seconds.
        patience: Seconds from the first stage until something is drawn.
    """

    place: DeltaGenerator
    stop: Callable[[], None] | None = None
    clock: Callable[[], float] = time.monotonic
    patience: float = 0.0
    _started: float | None = field(default=None, init=False)
    _bar: DeltaGenerator | None = field(default=None, init=False)
    _shown: tuple[float, str] | None = field(default=None, init=False)

    def show(self, stage: str, done: int, total: int) -> None:
        """Draw how far the comparison is.

        Args:
            stage: A key of STAGES, TOGETHER or QUEUED.
            done, total: Steps of the stage; of QUEUED, 0 and how many come first.
        """
        now = self.clock()
        if stage == QUEUED:
            words = say_counted("{count} other comparison comes first", "{count} other comparisons come first", total)
            self._draw(0.0, words)
            return
        if self._started is None:
            self._started = now
        if now - self._started < self.patience:
            return
        share = share_done(stage, done, total)
        words = said(EVERY_TWO if stage == TOGETHER else STAGES[stage])
        if total > 1:
            words = say("{stage}, {done} of {total}", stage=words, done=done, total=total)
        left = time_left(now - self._started, share)
        self._draw(share, f"{words} · {left}" if left else words)

    def _draw(self, share: float, words: str) -> None:
        _leave_if_asked()
        if self._shown == (share, words):
            return  # every message is work for the server and for each browser that waits
        self._shown = share, words
        if self._bar is None:
            with self.place.container(horizontal=True, vertical_alignment="center"):
                self._bar = st.empty()
                if self.stop is not None:
                    st.button(say("Cancel"), icon=":material/close:", on_click=self.stop, key="cancel", width="content")
        self._bar.progress(share, text=words)


def time_needed(words: int) -> str:
    """The time that a comparison will take, in words.

    Args:
        words: Of both texts; of several versions, of both texts of every two.

    Example:
        >>> time_needed(400), time_needed(100_000)
        ('about 2 s', 'about 3 min')
    """
    return _about(START + words / WORDS).told()


def share_done(stage: str, done: int, total: int) -> float:
    """Share of all the work that is done, in [0, 1].

    Example:
        >>> share_done("encoding", 10, 20)
        0.38
    """
    if stage == TOGETHER:
        return done / total
    place = list(STAGES).index(stage)
    return min(1.0, sum(SHARES[:place]) + SHARES[place] * (done / total if total else 0.0))


def time_left(elapsed: float, share: float) -> str:
    """The time until all is done, in words; "" while it cannot be told.

    Args:
        elapsed: Seconds since the beginning.
        share: Of the work that is done, in [0, 1].

    Example:
        >>> time_left(10, 0.25), time_left(60, 0.2), time_left(1, 0.5)
        ('about 30 s left', 'about 4 min left', '')
    """
    if elapsed < FIRST_GUESS or not share:
        return ""
    return say("{time} left", time=_about(elapsed * (1 - share) / share))


def _leave_if_asked() -> None:
    """Let Streamlit end this run where its visitor has cancelled or left, as drawing anything does."""
    "cancel" in st.session_state  # noqa: B015


def _about(seconds: float) -> Phrase:
    if seconds >= MINUTE:
        return Phrase("about {minutes:.0f} min", minutes=seconds / 60)
    return Phrase("about {seconds:.0f} s", seconds=seconds)
