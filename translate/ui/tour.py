"""The words of the tour, which the browser shows once above the reading view."""

from typing import Any

from translate.wording.phrase import Phrase, said

STEPS = (
    Phrase("On top stands what the two versions differ in, with the sentences that have a counterpart counted below."),
    Phrase(
        "The list holds one card for each difference. Open one to see both sentences and why they were flagged, and "
        "say whether that is right: press a, or r where it is not. j and k go on and back."
    ),
    Phrase(
        "Both texts stand beside each other; a band leads from a passage to its counterpart. Click a sentence to see "
        "where it is told in the other version."
    ),
    Phrase("What you decided stands in every report: take it away under Download. ? shows all keys."),
)


def tour_words() -> dict[str, Any]:
    """Everything that the tour says, in the language of the interface."""
    return {
        "steps": [said(step) for step in STEPS],
        "name": said(Phrase("Tour of this page")),
        "next": said(Phrase("Next")),
        "skip": said(Phrase("Skip the tour")),
        "done": said(Phrase("Done")),
    }
