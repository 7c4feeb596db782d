"""The second encoder for the benchmarks that are about it."""

import sys

from translate.engines.word_states import WordStates
from translate.installation import install_command
from translate.story import states


def second_encoder() -> WordStates:
    """The encoder; ends the script with one line where it is not installed."""
    found = states.second_encoder()
    if found is None:
        advice = install_command("accurate")
        sys.exit(
            f"The second encoder is not installed, or {states.SWITCH_VARIABLE}=0 turns it off. To add it: {advice}"
        )
    return found
