"""Whether the parts of a session from a file go together: no report or step may meet a number that leads nowhere."""

import re
from collections.abc import Iterable, Sequence

from translate.comparison import Comparison
from translate.differences.conflicts.fact import Fact
from translate.differences.difference import Difference
from translate.languages.glossary import Glossary
from translate.languages.registry import language_of
from translate.languages.terms import WORD
from translate.review.decision import kinds_for
from translate.review.session import LONGEST_MENDED, OneSide, Session
from translate.text.document import Document, Span
from translate.text.glossary_file import LONGEST_NOTE, LONGEST_TERM, MOST_TERMS
from translate.text.sides import on_side

ID = re.compile("d[1-9][0-9]{0,8}")  # the views build element names from it
SIDES: tuple[OneSide, OneSide] = ("source", "target")


def require_sound(session: Session) -> None:
    """Check every index, offset and label of a session whose types are right.

    Raises:
        ValueError: Something does not go together; the message names it.
    """
    for side, document in (("source", session.source), ("target", session.target)):
        _require(language_of(document.language).compared, f"the language of the {side} text")
        _require_document(document, side)
    _require(session.source.language != session.target.language, "the languages of the two texts")
    _require_roles(session)
    _require_links(session)
    for key, decision in session.decisions.items():
        _require_spans(session.source, key.source, "a decision")
        _require_spans(session.target, key.target, "a decision")
        _require(decision.kind is None or decision.kind in kinds_for(key.side), "the kind of a decision")
    _require_mended(session)
    if session.options.terms is not None:
        _require_glossary(session.options.terms)
    _require_found(session.found)
    same_roles = all(session.document(side) == getattr(session.found, side) for side in SIDES)
    _require(same_roles or not session.fresh, "the roles of what was found")


def _require(right: bool, what: str) -> None:
    if not right:
        raise ValueError(f"{what} cannot be right")


def _require_document(document: Document, side: str) -> None:
    reached, paragraph = 0, 0
    for number, sentence in enumerate(document.sentences):
        right = reached <= sentence.start <= sentence.end <= len(document.text) and sentence.paragraph >= paragraph
        _require(right, f"sentence {number} of the {side} text")
        reached, paragraph = sentence.end, sentence.paragraph
    _require(set(document.foreign) <= set(document.compared), f"the foreign sentences of the {side} text")


def _require_roles(session: Session) -> None:
    places = [(change.side, change.sentence) for change in session.roles]
    _require(places == sorted(set(places)), "the order of the roles")
    for change in session.roles:
        document = on_side(session, change.side)
        _require(
            0 <= change.sentence < len(document.sentences), f"the role of {change.side} sentence {change.sentence}"
        )


def _require_links(session: Session) -> None:
    for side in SIDES:
        compared = set(session.document(side).compared)
        named = [i for link in session.links for i in getattr(link, side)]
        _require(len(set(named)) == len(named) and set(named) <= compared, f"the {side} sentences of the links")
    for link in session.links:
        two_sided = bool(link.source) and bool(link.target)
        _require(two_sided or len(link.source) + len(link.target) == 1, f"a link of {len(link.source)} sentences")
        _require(_ascending(link.source) and _ascending(link.target), "the order of a link")


def _require_mended(session: Session) -> None:
    places = [(each.side, each.sentence) for each in session.mended]
    _require(places == sorted(set(places)), "the order of the mended translations")
    for each in session.mended:
        what = f"the mended translation of {each.side} sentence {each.sentence}"
        _require(0 <= each.sentence < len(on_side(session, each.side).sentences), what)
        _require(0 < len(each.text) <= LONGEST_MENDED, what)


def _require_glossary(glossary: Glossary) -> None:
    known = len(set(glossary.languages)) == len(glossary.languages) == 2
    _require(known and all(language_of(code).compared for code in glossary.languages), "the languages of the glossary")
    _require(0 < len(glossary.terms) <= MOST_TERMS, "the number of terms in the glossary")
    for number, term in enumerate(glossary.terms):
        for wordings in (term.first, term.second):
            right = bool(wordings) and all(WORD.search(each) and len(each) <= LONGEST_TERM for each in wordings)
            _require(right and len(term.note) <= LONGEST_NOTE, f"term {number} of the glossary")


def _require_terms(found: Comparison) -> None:
    for use in found.terms:
        document = on_side(found, use.side)
        _require_inside(document, [use.sentence], "a term")
        _require_spans(document, [Span(use.start, use.end)], "a term")


def _require_found(found: Comparison) -> None:
    for document, translated, named in (
        (found.source, found.translation.source, [i for bead in found.beads for i in bead.source]),
        (found.target, found.translation.target, [j for bead in found.beads for j in bead.target]),
    ):
        _require(sorted(named) == list(document.compared), "the beads, of which every sentence must stand in one,")
        _require(len(translated.sentences) == len(document.sentences), "the number of translated sentences")
        _require_inside(document, translated.by_hand, "the mended translations")
    for number, bead in enumerate(found.beads):
        _require(bool(bead.source or bead.target), f"bead {number}")
        _require(_ascending(bead.source) and _ascending(bead.target) and _share(bead.probability), f"bead {number}")
        for other in bead.explanation.rejected if bead.explanation else ():
            _require(bool(other.source) and bool(other.target), f"what bead {number} was weighed against")
            _require_inside(found.source, other.source, f"what bead {number} was weighed against")
            _require_inside(found.target, other.target, f"what bead {number} was weighed against")
    _require(len({d.id for d in found.differences}) == len(found.differences), "the ids of the differences")
    for difference in found.differences:
        _require_difference(found, difference)
    for fact in found.facts:
        _require_fact(found, fact)
    _require_terms(found)
    _require(_share(found.coverage.source) and _share(found.coverage.target), "the coverage")
    _require(_share(found.same_story.probability), "the probability of one story")


def _require_difference(found: Comparison, difference: Difference) -> None:
    what = f"difference {difference.id[:20]!r}"
    _require(ID.fullmatch(difference.id) is not None, what)
    _require(0 <= difference.bead < len(found.beads) and _share(difference.confidence), what)
    _require(difference.review is None and difference.kind in kinds_for(difference.side), what)
    _require_spans(found.source, difference.source, what)
    _require_spans(found.target, difference.target, what)
    for candidate in difference.evidence.candidates:
        _require_inside(on_side(found, candidate.side), [candidate.sentence], what)


def _require_fact(found: Comparison, fact: Fact) -> None:
    for document, places in ((found.source, fact.source), (found.target, fact.target)):
        _require_inside(document, [place.sentence for place in places], "a fact")
        _require_spans(document, [Span(place.start, place.end) for place in places], "a fact")
    known = fact.difference is None or fact.difference in {difference.id for difference in found.differences}
    _require(known and bool(fact.source or fact.target), "a fact")


def _require_spans(document: Document, spans: Iterable[Span], what: str) -> None:
    _require(all(0 <= span.start <= span.end <= len(document.text) for span in spans), f"an offset of {what}")


def _require_inside(document: Document, sentences: Iterable[int], what: str) -> None:
    _require(all(0 <= i < len(document.sentences) for i in sentences), f"a sentence of {what}")


def _ascending(numbers: Sequence[int]) -> bool:
    return list(numbers) == sorted(set(numbers))


def _share(value: float) -> bool:
    return 0.0 <= value <= 1.0
