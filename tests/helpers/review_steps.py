"""A review of a drawn story and random steps in it, for the properties that hold whatever a reviewer does."""

from typing import get_args

from hypothesis import strategies as st

from translate.differences.difference import Severity, Verdict, kinds_for
from translate.review.decision import Decision
from translate.review.session import Session
from translate.testing import compare_by_letters, drawn_comparison
from translate.text.document import Role


def drawn_session() -> Session:
    """The letters of "fabcdeg" and "fabxde", one a sentence: c and g are omissions, x an addition, f page furniture."""
    session = Session.of(drawn_comparison("fabcdeg", "fabxde"))
    session = session.with_role("source", [0], "boilerplate").with_role("target", [0], "boilerplate")
    return Session.of(compare_by_letters(session.document("source"), session.document("target")))


notes = st.text(st.characters(codec=None), max_size=20)  # lone surrogates too: nothing typed may break a file


def step(draw: st.DrawFn, session: Session) -> Session:
    """The session after one step that the reviewer is free to take."""
    kind = draw(st.sampled_from(("decide", "link", "unlink", "release", "role")))
    left, right = session.document("source").compared, session.document("target").compared
    if kind == "decide" and session.found.differences:
        difference = draw(st.sampled_from(session.found.differences))
        verdict = draw(st.sampled_from((None, *get_args(Verdict))))
        other = draw(st.sampled_from((None, *kinds_for(difference.side))))
        weight = draw(st.sampled_from((None, *get_args(Severity))))
        return session.decided(difference, Decision(verdict, other, weight, draw(notes)))
    if kind == "link" and left and right:
        return session.linked(
            draw(st.lists(st.sampled_from(left), min_size=1, max_size=3)),
            draw(st.lists(st.sampled_from(right), min_size=1, max_size=3)),
        )
    if kind == "role":
        side = draw(st.sampled_from(("source", "target")))
        sentences = range(len(session.document(side).sentences))
        return session.with_role(
            side, [draw(st.sampled_from(sentences))], draw(st.sampled_from((None, *get_args(Role))))
        )
    chosen = [draw(st.lists(st.sampled_from(side), max_size=3)) if side else [] for side in (left, right)]
    return session.released(*chosen) if kind == "release" else session.unlinked(*chosen)
