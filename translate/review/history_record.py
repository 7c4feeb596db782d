"""The past of a review as plain JSON: each step as what it changed, beside the session that is kept with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from translate.alignment.by_hand import Link
from translate.records.typed_json import from_json, to_json
from translate.review.decision import Decision
from translate.review.flags import Flag
from translate.review.history import History
from translate.review.session import Mended, RoleChange, Session
from translate.review.session_file import Decided

MOST = 50  # steps that can be undone or redone once a review is taken up again


@dataclass(frozen=True, slots=True)
class _Step:
    """What a session has that its neighbour has not; None where both have the same.

    Attributes:
        decisions: Those that differ; an empty one where the session has none.
    """

    decisions: tuple[Decided, ...] = ()
    roles: tuple[RoleChange, ...] | None = None
    links: tuple[Link, ...] | None = None
    mended: tuple[Mended, ...] | None = None
    flags: tuple[Flag, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Steps:
    """From the present on, back into the past and forth into what was undone."""

    past: tuple[_Step, ...] = ()
    future: tuple[_Step, ...] = ()


def history_record(history: History) -> Any:
    """The last steps that were done, and that were undone."""
    past, future = (_steps(history.present, way) for way in (history.past, history.future))
    return to_json(_Steps(past, future))


def history_of(record: Any, present: Session) -> History:
    """The review again, whose present session is kept apart.

    What was found in other sessions is not kept: where they have other roles or links, they are compared anew.

    Raises:
        ValueError: The record is damaged.
    """
    steps = from_json(_Steps, record)
    return History(present, _sessions(present, steps.past), _sessions(present, steps.future))


def _steps(present: Session, sessions: tuple[Session, ...]) -> tuple[_Step, ...]:
    """The nearest session comes first, which is the last of a history's."""
    nearest = sessions[: -MOST - 1 : -1]
    return tuple(_step(session, beside) for session, beside in zip(nearest, (present, *nearest), strict=False))


def _step(session: Session, beside: Session) -> _Step:
    keys = dict.fromkeys((*session.decisions, *beside.decisions))
    told = ((key, session.decisions.get(key, Decision())) for key in keys)
    return _Step(
        tuple(Decided(key, decision) for key, decision in told if decision != beside.decisions.get(key, Decision())),
        *(
            mine if (mine := getattr(session, name)) != getattr(beside, name) else None
            for name in ("roles", "links", "mended", "flags")
        ),
    )


def _sessions(present: Session, steps: Iterable[_Step]) -> tuple[Session, ...]:
    found: list[Session] = []
    for step in steps:
        beside = found[-1] if found else present
        decided = {**beside.decisions, **{each.difference: each.decision for each in step.decisions}}
        changed: Mapping[str, Any] = {
            name: there for name in ("roles", "links", "mended", "flags") if (there := getattr(step, name)) is not None
        }
        session = replace(
            beside, decisions={key: each for key, each in decided.items() if each != Decision()}, **changed
        )
        same = (session.roles, session.links) == (present.roles, present.links)
        found.append(replace(session, fresh=present.fresh and same))
    return tuple(reversed(found))
