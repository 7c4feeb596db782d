"""Whether the parts of a session from a file go together: no report or step may meet a number that leads nowhere."""

from translate.differences.difference import kinds_for
from translate.languages.glossary import Glossary
from translate.languages.registry import language_of
from translate.languages.terms import WORD
from translate.records.soundness import ascending, require, require_document, require_sound_comparison, require_spans
from translate.review.flags import in_order_of_places
from translate.review.session import LONGEST_MENDED, Session
from translate.text.glossary_file import LONGEST_NOTE, LONGEST_TERM, MOST_TERMS
from translate.text.sides import SIDES, on_side


def require_sound(session: Session) -> None:
    """Check every index, offset and label of a session whose types are right.

    Raises:
        ValueError: Something does not go together; the message names it.
    """
    for side, document in (("source", session.source), ("target", session.target)):
        require_document(document, side)
    _require_roles(session)
    _require_links(session)
    for key, decision in session.decisions.items():
        require_spans(session.source, key.source, "a decision")
        require_spans(session.target, key.target, "a decision")
        require(decision.kind is None or decision.kind in kinds_for(key.side), "the kind of a decision")
    _require_mended(session)
    _require_flags(session)
    if session.options.terms is not None:
        _require_glossary(session.options.terms)
    require_sound_comparison(session.found)
    require(all(each.review is None for each in session.found.differences), "a decision inside of what was found")
    same_roles = all(session.document(side) == getattr(session.found, side) for side in SIDES)
    require(same_roles or not session.fresh, "the roles of what was found")


def _require_roles(session: Session) -> None:
    places = [(change.side, change.sentence) for change in session.roles]
    require(places == sorted(set(places)), "the order of the roles")
    for change in session.roles:
        document = on_side(session, change.side)
        require(0 <= change.sentence < len(document.sentences), f"the role of {change.side} sentence {change.sentence}")


def _require_links(session: Session) -> None:
    for side in SIDES:
        compared = set(session.document(side).compared)
        named = [i for link in session.links for i in getattr(link, side)]
        require(len(set(named)) == len(named) and set(named) <= compared, f"the {side} sentences of the links")
    for link in session.links:
        two_sided = bool(link.source) and bool(link.target)
        require(two_sided or len(link.source) + len(link.target) == 1, f"a link of {len(link.source)} sentences")
        require(ascending(link.source) and ascending(link.target), "the order of a link")


def _require_mended(session: Session) -> None:
    places = [(each.side, each.sentence) for each in session.mended]
    require(places == sorted(set(places)), "the order of the mended translations")
    for each in session.mended:
        what = f"the mended translation of {each.side} sentence {each.sentence}"
        require(0 <= each.sentence < len(on_side(session, each.side).sentences), what)
        require(0 < len(each.text) <= LONGEST_MENDED, what)


def _require_flags(session: Session) -> None:
    places = [flag.places for flag in session.flags]
    require(len(set(places)) == len(places), "the places of the differences by hand")
    require(session.flags == in_order_of_places(session.flags), "the order of the differences by hand")
    for flag in session.flags:
        what = "a difference by hand"
        require(bool(flag.source or flag.target) and flag.kind in kinds_for(flag.side), what)
        for side in SIDES:
            spans = on_side(flag, side)
            require_spans(on_side(session, side), spans, what)
            require(all(span.start < span.end for span in spans), what)


def _require_glossary(glossary: Glossary) -> None:
    known = len(set(glossary.languages)) == len(glossary.languages) == 2
    require(known and all(language_of(code).compared for code in glossary.languages), "the languages of the glossary")
    require(0 < len(glossary.terms) <= MOST_TERMS, "the number of terms in the glossary")
    for number, term in enumerate(glossary.terms):
        for wordings in (term.first, term.second):
            right = bool(wordings) and all(WORD.search(each) and len(each) <= LONGEST_TERM for each in wordings)
            require(right and len(term.note) <= LONGEST_NOTE, f"term {number} of the glossary")
