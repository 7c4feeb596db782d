"""What the file of stories holds of each: its texts, what was found in them and what was done, as packed JSON."""

import json
import zlib
from dataclasses import dataclass
from typing import Any

from translate.desk.story import Story
from translate.errors import TranslateError
from translate.records.strict_json import strict_json
from translate.records.typed_json import from_json, to_json, without_empty
from translate.review.carrying import Before, Cut, Unplaced
from translate.review.history import History
from translate.review.history_record import history_of, history_record
from translate.review.session import Session
from translate.review.session_file import found_record, session_of_records, steps_of_record, steps_record
from translate.text.document import Span
from translate.text.origin import FileText

HISTORY = "history"  # the entry beside those of a session file
LEVEL = 3  # of the packing: the next ones take twice the time for a few percent


@dataclass(frozen=True, slots=True)
class _Together:
    text: str
    file: FileText | None


@dataclass(frozen=True, slots=True)
class _Texts:
    source: str
    target: str
    source_file: FileText | None = None
    target_file: FileText | None = None
    together: tuple[_Together, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cuts:
    """Where the sentences of both texts stood when they were compared."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]


def packed_story(story: Story, together: tuple[str | FileText, ...] = (), names: tuple[str, ...] = ()) -> bytes:
    """Two texts with what their files told, and the versions that were compared together likewise, with their names."""
    several = [_Together(each, None) if isinstance(each, str) else _Together("", each) for each in together]
    record = to_json(_Texts(story.source, story.target, *story.files, tuple(several), names))
    return _packed(without_empty(record, "together", "names"))  # which earlier versions of Parallax do not know


def story_of(packed: bytes) -> Story:
    """The texts again.

    Raises:
        ValueError: They are damaged.
    """
    texts = from_json(_Texts, _unpacked(packed))
    return Story(texts.source, texts.target, (texts.source_file, texts.target_file))


def together_of(packed: bytes) -> tuple[tuple[str | FileText, ...], tuple[str, ...]]:
    """The versions that were compared together again, and their names; () where none has one.

    Raises:
        ValueError: They are damaged.
    """
    texts = from_json(_Texts, _unpacked(packed))
    together = tuple(each.file or each.text for each in texts.together)
    return together, texts.names if len(texts.names) == len(together) else ()


def packed_found(session: Session) -> bytes:
    """What a session stands on, without the steps."""
    return _packed(found_record(session))


def packed_cuts(session: Session) -> bytes:
    """Where its sentences stand, which finds decisions again when what was found cannot be read any more."""
    return _packed(to_json(_Cuts(Cut.of(session.source).sentences, Cut.of(session.target).sentences)))


def steps_text(session: Session, history: History | None = None) -> str:
    """What the reviewer did, in a few hundred bytes for each decision, and each of the last steps.

    Args:
        session: The review.
        history: Its past.
    """
    return _text(steps_record(session) | ({HISTORY: history_record(history)} if history else {}))


def history_in(steps: str, session: Session) -> History:
    """The past of a session as it was left; a session without one where none can be read."""
    try:
        return history_of(strict_json(steps or "{}").get(HISTORY, {}), session)
    except ValueError:
        return History(session)


def unplaced_text(unplaced: tuple[Unplaced, ...]) -> str:
    """Decisions that found no place."""
    return _text(to_json(unplaced))


def unplaced_of(text: str) -> tuple[Unplaced, ...]:
    """The same again; none where they cannot be read any more, which is no reason to lose the story."""
    try:
        found: tuple[Unplaced, ...] = from_json(tuple[Unplaced, ...], strict_json(text))
    except ValueError:
        return ()
    return found


def session_of(found: bytes, steps: str, name: str) -> Session | None:
    """A session as it was left; None where another version of Parallax wrote it in a way that is not read here."""
    try:
        done = strict_json(steps or "{}")
        done.pop(HISTORY, None)
        return session_of_records(_unpacked(found), done, name)
    except (TranslateError, ValueError):
        return None


def before_of(story: Story, cuts: bytes, steps: str, name: str) -> Before | None:
    """What was done in a session that cannot be opened any more; None where nothing was, or not even that is read."""
    try:
        placed = from_json(_Cuts, _unpacked(cuts))
        done = steps_of_record(strict_json(steps or "{}"), name)
    except (TranslateError, ValueError):
        return None
    return Before(Cut(story.source, placed.source), Cut(story.target, placed.target), done) if done else None


def _packed(record: Any) -> bytes:
    return zlib.compress(_text(record).encode(), LEVEL)


def _unpacked(packed: bytes) -> Any:
    """The record again.

    Raises:
        ValueError: It is damaged.
    """
    try:
        return strict_json(zlib.decompress(packed).decode())
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _text(record: Any) -> str:
    # ASCII, which holds even a lone surrogate of badly decoded text.
    return json.dumps(record, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
