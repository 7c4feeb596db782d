"""A session as one JSON file, schema parallax/session/1, that reopens exactly as it was left.

It stands here and not in `records`, which knows comparisons alone: sessions are made above it.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any, get_args

from translate import __version__
from translate.alignment.bead import Bead
from translate.alignment.by_hand import Link
from translate.comparison import Comparison
from translate.counterparts.relation import Relation
from translate.counterparts.told import NOTHING_JUDGED, Counterpart, ToldSides
from translate.differences.conflicts.fact import Fact
from translate.differences.difference import Difference
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Translations
from translate.errors import SessionFileError
from translate.facts.terms import TermUse
from translate.languages.glossary import Glossary
from translate.options import NEEDING_MORE, BuiltInEngine, OperatingPoint, Options, Quality
from translate.records.comparison_record import json_text
from translate.records.strict_json import strict_json
from translate.records.typed_json import from_json, to_json, without_empty
from translate.review.carrying import Steps
from translate.review.decision import Decision, Key
from translate.review.flags import Flag
from translate.review.session import Mended, RoleChange, Session, with_roles
from translate.review.session_check import require_sound
from translate.settings.limits import SESSION_BYTES, most_bytes, require_size
from translate.text.document import Document
from translate.text.files import write_output
from translate.text.given import require_within_limits
from translate.text.sides import SIDES
from translate.wording.phrase import Phrase

FAMILY = "parallax/session/"
SCHEMA = f"{FAMILY}1"
SUFFIX = ".parallax.json"


@dataclass(frozen=True, slots=True)
class _Settings:
    """Options without a server, folders of models, or engines of other packages.

    A file that comes from elsewhere must not say where texts and keys are sent, what is read on the disk, or whose code
    runs.

    Attributes:
        glossary: Terms of the house; absent where there are none.
    """

    engine: BuiltInEngine
    quality: Quality
    operating_point: OperatingPoint
    glossary: Glossary | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A comparison without its texts, which the file holds once.

    Attributes:
        roles: What the sentences' roles were then; others than now if they were changed since.
        counterparts, told, relation: Absent in files of earlier versions.
        terms: Where either text has terms of the glossary. Absent where there are none.
    """

    roles: tuple[RoleChange, ...]
    beads: tuple[Bead, ...]
    differences: tuple[Difference, ...]
    facts: tuple[Fact, ...]
    counterparts: tuple[Counterpart, ...] = ()
    told: ToldSides = NOTHING_JUDGED
    relation: Relation | None = None
    terms: tuple[TermUse, ...] = ()
    coverage: Coverage
    same_story: SameStory
    translation: Translations
    signature: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the difference that it is about."""

    difference: Key
    decision: Decision


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A review with the texts, what was found in them and what was decided.

    Attributes:
        mended: Translations by hand in place of the machine's. Absent where there are none.
        flags: Differences by hand, by place. Absent where there are none.
    """

    schema: str
    version: str
    source: Document
    target: Document
    options: _Settings
    roles: tuple[RoleChange, ...]
    links: tuple[Link, ...]
    decisions: tuple[Decided, ...]
    fresh: bool
    found: _Found
    mended: tuple[Mended, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class _StepsFile:
    """The entries of a session file that are steps of the reviewer, as `Steps` holds them."""

    roles: tuple[RoleChange, ...] = ()
    links: tuple[Link, ...] = ()
    decisions: tuple[Decided, ...] = ()
    mended: tuple[Mended, ...] = ()
    flags: tuple[Flag, ...] = ()


_STANDING = frozenset(["schema", "version", "source", "target", "options", "found"])  # what no step changes


def save_session(session: Session, path: str | Path) -> None:
    """Write a session, whole or not at all; a file that is there already is replaced.

    Args:
        session: A review.
        path: By custom it ends in ".parallax.json".

    Raises:
        OutputError: The file cannot be written.
    """
    write_output(str(path), session_bytes(session))


def open_session(path: str | Path) -> Session:
    """Read a session that `save_session` wrote, equal to the one that was saved but for a translation server.

    The address of a server and the key to it are not in the file: give them again, or the texts are translated here
    should a changed role ask for it.

    Raises:
        FileTooLarge, TextTooLong, TooManySentences: It is larger than any session whose texts can be compared.
        SessionFileError: The file cannot be read, or it is no session, or it is damaged.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from translate.testing import drawn_comparison
        >>> session = Session.of(drawn_comparison("abc", "ac"))
        >>> session = session.decided(session.found.differences[0], Decision("accepted"))
        >>> with TemporaryDirectory() as folder:
        ...     save_session(session, f"{folder}/story.parallax.json")
        ...     open_session(f"{folder}/story.parallax.json") == session
        True
    """
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            require_size(os.fstat(file.fileno()).st_size, name, SESSION_BYTES)
            data = file.read(most_bytes(SESSION_BYTES) + 1)
    except (OSError, ValueError) as error:  # ValueError: no file can have that name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        what = Phrase("{reason}. Give the path of a session file.", reason=reason)
        raise SessionFileError(name, what) from error
    return session_from(data, name)


def session_bytes(session: Session) -> bytes:
    """The content of a session file; the same session always gives the same bytes."""
    return json_text(_record_of(session)).encode()


def found_record(session: Session) -> dict[str, Any]:
    """What a session stands on, as plain JSON: the texts, the settings and what was found, without any step."""
    return _record_of(Session(session.source, session.target, session.options, session.found, fresh=False))


def steps_record(session: Session) -> dict[str, Any]:
    """What the reviewer did, as plain JSON: all of the session file that `found_record` leaves out."""
    file = _file_of(session)
    return {each.name: to_json(getattr(file, each.name)) for each in fields(file) if each.name not in _STANDING}


def session_of_records(found: Mapping[str, Any], steps: Mapping[str, Any], name: str) -> Session:
    """The session that `found_record` and `steps_record` were made of.

    Args:
        found, steps: As those return them, or an earlier version did.
        name: What messages call it.

    Raises:
        TextTooLong, TooManySentences, SessionFileError: As `session_from`.
    """
    return _session_in({**_of_this_schema(found, name), **steps}, name)


def steps_of_record(steps: Mapping[str, Any], name: str) -> Steps:
    """What the reviewer did, where what it was done in cannot be read any more.

    Raises:
        SessionFileError: It is damaged.
    """
    known = {each.name for each in fields(_StepsFile)}
    try:
        file = from_json(_StepsFile, {entry: value for entry, value in steps.items() if entry in known})
    except ValueError as error:
        raise _damaged(name, error) from error
    decisions = {each.difference: each.decision for each in file.decisions}
    return Steps(file.roles, file.links, decisions, file.mended, file.flags)


def _record_of(session: Session) -> dict[str, Any]:
    record = without_empty(to_json(_file_of(session)), "mended", "flags")
    without_empty(record["options"], "glossary")
    without_empty(record["found"], "terms")
    for side in SIDES:
        without_empty(record[side], "origin")
        without_empty(record["found"]["translation"][side], "by_hand", "unknown", "guesses")
    return record


def session_from(data: bytes, name: str = "this session") -> Session:
    """The session that a file holds.

    Args:
        data: The content of the file.
        name: What messages call it.

    Raises:
        FileTooLarge: It is larger than a session of any texts that can be compared.
        TextTooLong, TooManySentences: A text of it is longer than those.
        SessionFileError: It is no session, or it is damaged.
    """
    require_size(len(data), name, SESSION_BYTES)
    return _session_in(_record(data, name), name)


def _session_in(record: dict[str, Any], name: str) -> Session:
    try:
        file = from_json(SessionFile, record)
        for document in (file.source, file.target):
            require_within_limits(document)
        return _session_of(file)
    except ValueError as error:
        raise _damaged(name, error) from error


def _damaged(name: str, error: ValueError) -> SessionFileError:
    what = Phrase("the session is damaged: {error}. Open an older copy of it.", error=error)
    return SessionFileError(name, what)


def _record(data: bytes, name: str) -> dict[str, Any]:
    """The file as plain JSON of this schema."""
    try:
        record = strict_json(data.decode("utf-8-sig"))
    except ValueError as error:  # broken UTF-8 and broken JSON both
        what = Phrase(
            "this is no session file, or only a part of one ({error}). A session file ends in {suffix}.",
            error=error,
            suffix=SUFFIX,
        )
        raise SessionFileError(name, what) from error
    return _of_this_schema(record, name)


def _of_this_schema(record: object, name: str) -> dict[str, Any]:
    schema = record.get("schema") if isinstance(record, dict) else None
    if isinstance(record, dict) and schema == SCHEMA:
        return dict(record)
    if isinstance(schema, str) and schema.startswith(FAMILY):
        raise SessionFileError(
            name,
            Phrase(
                "it was saved by another version of Parallax (schema {found}, here {known}). Update Parallax.",
                found=repr(schema[:40]),
                known=repr(SCHEMA),
            ),
        )
    if isinstance(schema, str) and schema.startswith("parallax/comparison/"):
        raise SessionFileError(
            name, Phrase("this is a report in JSON. A session is written by: compare A B --session FILE")
        )
    raise SessionFileError(
        name, Phrase("this is JSON of another program. A session file ends in {suffix}.", suffix=SUFFIX)
    )


def _file_of(session: Session) -> SessionFile:
    found, options = session.found, session.options
    decided = [Decided(key, decision) for key, decision in session.decisions.items()]
    return SessionFile(
        schema=SCHEMA,
        version=__version__,
        source=session.source,
        target=session.target,
        options=_Settings(_own_engine(options.engine), options.quality, options.operating_point, options.terms),
        roles=session.roles,
        links=session.links,
        decisions=tuple(sorted(decided, key=lambda each: astuple(each.difference)[2:] + astuple(each.difference)[:2])),
        fresh=session.fresh,
        found=_Found(
            roles=(
                *_changes("source", session.source, found.source),
                *_changes("target", session.target, found.target),
            ),
            beads=found.beads,
            differences=found.differences,
            facts=found.facts,
            coverage=found.coverage,
            counterparts=found.counterparts,
            told=found.told,
            relation=found.relation,
            terms=found.terms,
            same_story=found.same_story,
            translation=found.translation,
            signature=found.signature,
        ),
        mended=session.mended,
        flags=session.flags,
    )


def _own_engine(name: str) -> BuiltInEngine:
    """An engine that comes with Parallax; "auto" for any other, which may be missing where the file is opened."""
    own: tuple[BuiltInEngine, ...] = get_args(BuiltInEngine)
    return next((engine for engine in own if engine == name), "auto")


def _changes(side: Any, read: Document, then: Document) -> Sequence[RoleChange]:
    """What made one document of the other."""
    pairs = zip(read.sentences, then.sentences, strict=True)
    return [RoleChange(side, i, now.role) for i, (before, now) in enumerate(pairs) if before != now]


def _session_of(file: SessionFile) -> Session:
    """The session with its texts where they belong.

    Raises:
        ValueError: What the file says does not go together.
    """
    found = Comparison(
        source=with_roles(file.source, "source", file.found.roles),
        target=with_roles(file.target, "target", file.found.roles),
        beads=file.found.beads,
        differences=file.found.differences,
        facts=file.found.facts,
        coverage=file.found.coverage,
        counterparts=file.found.counterparts,
        told=file.found.told,
        relation=file.found.relation,
        terms=file.found.terms,
        same_story=file.found.same_story,
        translation=file.found.translation,
        signature=file.found.signature,
    )
    engine = "auto" if file.options.engine in NEEDING_MORE else file.options.engine
    session = Session(
        source=file.source,
        target=file.target,
        options=Options(engine, file.options.quality, file.options.operating_point, glossary=file.options.glossary),
        found=found,
        fresh=file.fresh,
        roles=file.roles,
        links=file.links,
        decisions={each.difference: each.decision for each in file.decisions},
        mended=file.mended,
        flags=file.flags,
    )
    if len(session.decisions) < len(file.decisions):
        raise ValueError("there are two decisions about one difference")
    require_sound(session)
    return session
