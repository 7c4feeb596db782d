"""Whether translation models are asked how probable they find what the versions say, and which can be."""

from translate.engines.engine import Scoring
from translate.engines.engine_table import find_model
from translate.options import Options
from translate.settings.environment import is_on
from translate.wording.phrase import later

SWITCH_VARIABLE = "PARALLAX_FORCED_DECODING"


def turned_on() -> bool:
    """Whether PARALLAX_FORCED_DECODING=1 asks for it.

    Raises:
        OptionError: PARALLAX_FORCED_DECODING is neither 0 nor 1.
    """
    refusal = later("{variable} is {value}. Give 1 to ask the translation model about differences, or 0.")
    return is_on(SWITCH_VARIABLE, refusal)


def scoring_model(source: str, target: str, options: Options) -> Scoring | None:
    """The model that translates a direction, if it can tell how probable a translation is; None where none does.

    Args:
        source, target: Languages, "ru" and "en".
        options: Its engine counts, and what belongs to it.

    Raises:
        EngineError: As `engine_table.find_model` does.
    """
    found = find_model(source, target, options)
    return found[1] if found is not None and isinstance(found[1], Scoring) else None
