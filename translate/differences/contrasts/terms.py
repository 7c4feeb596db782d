"""Terms of a user's glossary that a sentence has and the corresponding one does not render as the glossary says."""

from collections.abc import Iterator

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.languages.glossary import Glossary
from translate.languages.terms import Place, places_of, says
from translate.text.sides import in_order
from translate.wording.phrase import Phrase

# Chosen and not fitted: where the sentences correspond, the rule errs only where a word is misread. What the
# alignment is unsure of counts beside it, as for every difference.
CONFIDENCE = 0.9
BETWEEN = " | "  # between the renderings that the glossary allows


def find_terms(own: BeadSide, other: BeadSide, glossary: Glossary) -> Iterator[Contrast]:
    """The terms of one side, each once, whose renderings stand in no sentence of the other side.

    Args:
        own: The side whose terms are looked for.
        other: The sentences that tell of them.
        glossary: Of the two languages; of others nothing is found.
    """
    found: dict[str, list[tuple[int, Place]]] = {}
    for sentence, text in zip(own.sentences, own.texts, strict=True):
        for place in places_of(text, own.language, glossary):
            found.setdefault(place.wording, []).append((sentence, place))
    for wording, places in found.items():
        renderings = places[0][1].renderings
        if any(says(text, other.language, renderings) for text in other.texts):
            continue
        allowed = BETWEEN.join(renderings)
        words = tuple(Words(sentence, place.start, place.end, allowed) for sentence, place in places)
        source, target = in_order(own.name, words, ())
        yield Contrast(
            kind="term",
            side="both",
            severity="minor",
            confidence=CONFIDENCE,
            source=source,
            target=target,
            message=Phrase(
                "The glossary renders “{term}” of {version} as “{renderings}”, which {other} does not use here.",
                term=wording,
                version=own.version,
                renderings=allowed,
                other=other.version,
            ),
            reason=Phrase(
                "No form of these words stands in the corresponding sentences of {other}.", other=other.version
            ),
            near=(),
        )
