"""The second encoder for the benchmarks that are about it."""

import sys

from translate.engines.word_states import WordStates, word_states
from translate.installation import install_command


def second_encoder() -> WordStates:
    """The encoder; ends the script with one line where it is not installed."""
    found = word_states()
    if found is None:
        sys.exit(f"The second encoder is not installed: {install_command('accurate')}")
    return found
