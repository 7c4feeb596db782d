"""Whether the parts of a comparison from a file go together: no report may meet a number that leads nowhere."""

import re
from collections.abc import Collection, Iterable, Sequence

from translate.comparison import Comparison
from translate.differences.conflicts.fact import Fact
from translate.differences.difference import Difference, kinds_for
from translate.languages.registry import language_of
from translate.text.document import Document, Span
from translate.text.sides import SIDES, on_side

# The views build element names from it. Those without hexadecimal digits are of earlier versions.
ID = re.compile("d([1-9][0-9]{0,8}|[0-9a-f]{8}(-[1-9][0-9]{0,8})?)")


def require_sound_comparison(found: Comparison) -> None:
    """Check every index, offset and label of a comparison whose types are right.

    Raises:
        ValueError: Something does not go together; the message names it.
    """
    for side in SIDES:
        _require_side(found, on_side(found, side), side)
    one, other = found.source.language, found.target.language
    within_one = found.signature.startswith(f"{one}-{other}|")  # two versions in one language say so there as well
    require(one != other or within_one, "the languages of the two texts")
    _require_beads(found)
    listed = (*found.differences, *found.rejected)
    ids = {difference.id for difference in listed}
    require(len(ids) == len(listed), "the ids of the differences")
    for difference in listed:
        _require_difference(found, difference)
    for fact in found.facts:
        _require_fact(found, fact, ids)
    for use in found.terms:
        _require_inside(on_side(found, use.side), [use.sentence], "a term")
        require_spans(on_side(found, use.side), [Span(use.start, use.end)], "a term")
    for both in found.counterparts:
        for document, sentences in ((found.source, both.source), (found.target, both.target)):
            require(bool(sentences) and ascending(sentences), "a counterpart")
            _require_inside(document, sentences, "a counterpart")
    shares = [found.coverage.source, found.coverage.target, found.same_story.probability]
    shares += [both.probability for both in found.counterparts]
    shares += [found.relation.probability] if found.relation else []
    require(all(map(_share, shares)), "the coverage, or a probability,")


def require(right: bool, what: str) -> None:
    """Raise ValueError unless it is right."""
    if not right:
        raise ValueError(f"{what} cannot be right")


def require_document(document: Document, side: str) -> None:
    """Raise ValueError unless the sentences stand in the text, one behind the other."""
    require(language_of(document.language).compared, f"the language of the {side} text")
    reached, paragraph = 0, 0
    for number, sentence in enumerate(document.sentences):
        right = reached <= sentence.start <= sentence.end <= len(document.text) and sentence.paragraph >= paragraph
        require(right and _share(sentence.certainty), f"sentence {number} of the {side} text")
        reached, paragraph = sentence.end, sentence.paragraph
    require(set(document.foreign) <= set(document.compared), f"the foreign sentences of the {side} text")


def require_spans(document: Document, spans: Iterable[Span], what: str) -> None:
    """Raise ValueError unless all of them stand in the text."""
    require(all(0 <= span.start <= span.end <= len(document.text) for span in spans), f"an offset of {what}")


def ascending(numbers: Sequence[int]) -> bool:
    """Whether each is more than the one before."""
    return list(numbers) == sorted(set(numbers))


def _require_side(found: Comparison, document: Document, side: str) -> None:
    """What is there for each sentence of a text is there for all of them."""
    require_document(document, side)
    translation, told = on_side(found.translation, side), on_side(found.told, side)
    count = len(document.sentences)
    require(len(translation.sentences) == count, "the number of translated sentences")
    require(len(translation.unknown) in (0, count), "the unknown words of a translation")
    for sentence, spans in zip(translation.sentences, translation.unknown, strict=False):
        require(all(0 <= span.start <= span.end <= len(sentence) for span in spans), "an unknown word of a translation")
    require(len(translation.guesses) in (0, count), "the likely words of a translation")
    for sentence, guesses in zip(translation.sentences, translation.guesses, strict=False):
        require(all(0 <= guess.start <= guess.end <= len(sentence) for guess in guesses), "a likely word")
    _require_inside(document, translation.by_hand, "the mended translations")
    judged = bool(found.counterparts or found.told.source or found.told.target)
    require(len(told) == (count if judged else 0), "the number of verdicts on sentences")
    for verdict in told:
        shares = (verdict.full, verdict.part, verdict.none) if verdict else ()
        require(all(map(_share, shares)), "a verdict on a sentence")


def _require_beads(found: Comparison) -> None:
    for document, named in (
        (found.source, [i for bead in found.beads for i in bead.source]),
        (found.target, [j for bead in found.beads for j in bead.target]),
    ):
        require(sorted(named) == list(document.compared), "the beads, of which every sentence must stand in one,")
    for number, bead in enumerate(found.beads):
        require(bool(bead.source or bead.target), f"bead {number}")
        require(ascending(bead.source) and ascending(bead.target) and _share(bead.probability), f"bead {number}")
        for other in bead.explanation.rejected if bead.explanation else ():
            what = f"what bead {number} was weighed against"
            require(bool(other.source) and bool(other.target), what)
            _require_inside(found.source, other.source, what)
            _require_inside(found.target, other.target, what)


def _require_difference(found: Comparison, difference: Difference) -> None:
    what = f"difference {difference.id[:20]!r}"
    require(ID.fullmatch(difference.id) is not None, what)
    require(0 <= difference.bead < len(found.beads) and _share(difference.confidence), what)
    require(difference.kind in kinds_for(difference.side), what)
    require(not difference.by_hand or bool(difference.source or difference.target), what)
    require_spans(found.source, difference.source, what)
    require_spans(found.target, difference.target, what)
    for candidate in difference.evidence.candidates:
        _require_inside(on_side(found, candidate.side), [candidate.sentence], what)


def _require_fact(found: Comparison, fact: Fact, ids: Collection[str]) -> None:
    for document, places in ((found.source, fact.source), (found.target, fact.target)):
        _require_inside(document, [place.sentence for place in places], "a fact")
        require_spans(document, [Span(place.start, place.end) for place in places], "a fact")
    require((fact.difference is None or fact.difference in ids) and bool(fact.source or fact.target), "a fact")


def _require_inside(document: Document, sentences: Iterable[int], what: str) -> None:
    require(all(0 <= i < len(document.sentences) for i in sentences), f"a sentence of {what}")


def _share(value: float) -> bool:
    return 0.0 <= value <= 1.0
