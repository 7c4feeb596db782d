"""How much one run may take: characters, sentences and seconds, and the watch over long work.

Every limit is a setting of a run, else a variable of the environment, else a default. What passes one is refused with
a message that says the limit and how to raise it. Long work calls `go_on` between its steps: there it ends when its
time is over, and there whoever watches its progress can end it by raising an exception. The steps themselves leave
nothing half-made: what they keep, they keep when it is whole.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from translate.errors import InputError, OptionError, TextTooLong
from translate.settings.environment import HIGHEST, limit_told
from translate.wording.phrase import Phrase

CHARACTERS = 1_000_000  # of a text; a long novel, which takes about ten minutes
SENTENCES = 20_000  # of a text
SECONDS = 3_600.0  # of a run
LONGEST_GIVEN = 5_000  # characters of a sentence that a caller has cut himself; a paragraph has fewer
CHARACTERS_VARIABLE = "PARALLAX_MAX_CHARACTERS"
SENTENCES_VARIABLE = "PARALLAX_MAX_SENTENCES"
SECONDS_VARIABLE = "PARALLAX_MAX_SECONDS"
SETTINGS = ("max_characters", "max_sentences", "max_seconds")  # as options call them
BYTES = 8  # of a file for each character: four of the widest encoding, as much again for the tags of a page
SESSION_BYTES = 50  # of a session file for each character: both texts, what was found in them and the translations
EVERY = 1.0  # seconds after which progress that stands still is told again

Progress = Callable[[str, int, int], None]


def unwatched(stage: str, done: int, total: int) -> None:
    """The progress of work that nobody watches."""


class TooManySentences(InputError):
    """A text has more sentences than one run may compare."""

    def __init__(self, sentences: int, limit: int, variable: str) -> None:
        self.sentences, self.limit = sentences, limit
        super().__init__(
            Phrase(
                "This text has too many sentences: {sentences:,}, while at most {limit:,} are compared. "
                "Split it into parts, for example chapters, and compare them one by one, or raise the limit: "
                "max_sentences of the options, --max-sentences, or {variable}.",
                sentences=sentences,
                limit=limit,
                variable=variable,
            )
        )


class SentenceTooLong(InputError):
    """A sentence of a list or a Document is longer than sentences are."""

    def __init__(self, place: int, characters: int, limit: int) -> None:
        self.place, self.characters, self.limit = place, characters, limit
        super().__init__(
            Phrase(
                "Sentence {number} is too long: {characters:,} characters, while a sentence has at most {limit:,}. "
                "Split it, or give the whole text as one string: its sentences are found then.",
                number=place + 1,
                characters=characters,
                limit=limit,
            )
        )


class FileTooLarge(InputError):
    """A file is larger than any text that one run may read."""

    def __init__(self, name: str, size: int, limit: int, variable: str) -> None:
        self.name, self.size, self.limit = name, size, limit
        super().__init__(
            Phrase(
                "{name} is too large: {size:,} bytes, while at most {limit:,} are read. "
                "Give a part of it, or raise the limit of characters: --max-characters, or {variable}.",
                name=name,
                size=size,
                limit=limit,
                variable=variable,
            )
        )


class TooSlow(InputError):
    """A run took longer than it may."""

    def __init__(self, seconds: float, variable: str) -> None:
        self.seconds = seconds
        super().__init__(
            Phrase(
                "This took longer than {seconds:,.0f} seconds and was stopped. Compare a part of the texts, or raise "
                "the limit: max_seconds of the options, --max-seconds, or {variable}.",
                seconds=seconds,
                variable=variable,
            )
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one run may take.

    Attributes:
        characters, sentences: Most of either text.
        seconds: Longest time of the run.
    """

    characters: int = CHARACTERS
    sentences: int = SENTENCES
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        for name, value in zip(SETTINGS, (self.characters, self.sentences, self.seconds), strict=True):
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= HIGHEST:
                raise OptionError(
                    Phrase(
                        "{setting} must be a number above 0 and up to {highest:,}, not {value}.",
                        setting=name,
                        highest=HIGHEST,
                        value=repr(value)[:40],
                    )
                )


@dataclass(slots=True)
class _Watch:
    """One run: its limits, when it began, and who watches it."""

    limits: Limits
    progress: Progress | None = None
    started: float = 0.0
    told: float = 0.0
    stage: tuple[str, int, int] | None = None

    def tell(self, stage: str, done: int, total: int) -> None:
        self.stage, self.told = (stage, done, total), time.monotonic()
        if self.progress is not None:
            self.progress(stage, done, total)
        self.check()

    def check(self) -> None:
        now = time.monotonic()
        if now - self.started > self.limits.seconds:
            raise TooSlow(self.limits.seconds, SECONDS_VARIABLE)
        if self.stage is not None and self.progress is not None and now - self.told >= EVERY:
            self.told = now
            self.progress(*self.stage)


_watch: ContextVar[_Watch | None] = ContextVar("watch", default=None)


def limits() -> Limits:
    """The limits in force: of the run, else of the environment, else the defaults.

    Raises:
        OptionError: A variable of the environment holds no limit.
    """
    watch = _watch.get()
    return watch.limits if watch is not None else limits_with()


def limits_with(characters: int | None = None, sentences: int | None = None, seconds: float | None = None) -> Limits:
    """Those in force, but for what is given.

    Raises:
        OptionError: One is no limit.
    """
    watch = _watch.get()
    base = watch.limits if watch is not None else _of_environment()
    return Limits(
        base.characters if characters is None else characters,
        base.sentences if sentences is None else sentences,
        base.seconds if seconds is None else seconds,
    )


@contextmanager
def watched(of: Limits, progress: Progress | None = None) -> Iterator[Progress]:
    """One run within its limits; what it is given tells the progress of a stage.

    Raises:
        TooSlow: It took longer than it may, as the next step began.
    """
    watch = _Watch(of, progress, time.monotonic())
    token = _watch.set(watch)
    try:
        yield watch.tell
    finally:
        _watch.reset(token)


def go_on() -> None:
    """Between two steps of long work: end it where its time is over, or where whoever watches it wants it to end.

    Raises:
        TooSlow: The run took longer than it may.
    """
    watch = _watch.get()
    if watch is not None:
        watch.check()


def require_length(characters: int) -> None:
    """Refuse what is longer than one run may read.

    Raises:
        TextTooLong: It is.
    """
    limit = limits().characters
    if characters > limit:
        raise TextTooLong(characters, limit, CHARACTERS_VARIABLE)


def require_sentences(lengths: Sequence[int]) -> None:
    """Refuse more sentences, or a longer one, than can be compared.

    Args:
        lengths: Characters of each.

    Raises:
        TooManySentences, SentenceTooLong: There is such a one.
    """
    limit = limits().sentences
    if len(lengths) > limit:
        raise TooManySentences(len(lengths), limit, SENTENCES_VARIABLE)
    for place, length in enumerate(lengths):
        if length > LONGEST_GIVEN:
            raise SentenceTooLong(place, length, LONGEST_GIVEN)


def require_size(size: int, name: str, per_character: int = BYTES) -> None:
    """Refuse a file by its size, before anything is done with it.

    Args:
        size: Its bytes.
        name: What to call it in an error.
        per_character: Most bytes for each character that a text may have.

    Raises:
        FileTooLarge: It has more than a text within the limit can need.
    """
    most = most_bytes(per_character)
    if size > most:
        raise FileTooLarge(name, size, most, CHARACTERS_VARIABLE)


def most_bytes(per_character: int = BYTES) -> int:
    """Most bytes of a file that is read."""
    return limits().characters * per_character


def _of_environment() -> Limits:
    return Limits(
        limit_told(CHARACTERS_VARIABLE) or CHARACTERS,
        limit_told(SENTENCES_VARIABLE) or SENTENCES,
        float(limit_told(SECONDS_VARIABLE) or SECONDS),
    )
