"""In which language a reader reads both texts at first: their own, where a machine translates the other text well."""

from translate.comparison import Comparison
from translate.text.sides import SIDES, on_side, other_side
from translate.wording.interface import InterfaceLanguage

ROUGH = ("gloss", "demonstration", "none")  # engines that make no running text


def reads_at_first(comparison: Comparison, language: InterfaceLanguage) -> str:
    """The language in which both texts are to be shown; "" for either in its own.

    That is the reader's, where one text is in it and the other is translated by a model. A gloss is no running text,
    and the demonstration packages know a few words only: those stand below the original, for whoever asks for them.

    Args:
        comparison: Both texts with their translations.
        language: Of the interface, which tells what its reader reads.
    """
    for side in SIDES:
        translation = on_side(comparison.translation, other_side(side))
        if on_side(comparison, side).language == language and any(translation.sentences):
            return language if translation.engine not in ROUGH else ""
    return ""
