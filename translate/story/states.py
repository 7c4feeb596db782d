"""The words of a story as the second encoder reads them, where it is installed and takes part."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from translate.engines.packed_weights import Floats
from translate.engines.word_states import ENCODER, WordStates, WordStatesOf, centred, word_states
from translate.models.stored import JOINT, OF_BOTH_ENCODERS, has_model
from translate.settings.environment import is_on
from translate.story.story import Story
from translate.wording.phrase import later

SWITCH_VARIABLE = "PARALLAX_SECOND_ENCODER"
NEIGHBOURS = 3  # nearest words whose mean cosine tells how near everything comes to a word
BLOCK = 1024  # words compared with all others at once
LONE_STATE = 0.0  # nearness less the hubness of both words, below which a word is taken to have no counterpart
NOTHING = -1.0  # nearness where there is no word to come near

_read: WeakKeyDictionary[Story, list[WordStatesOf]] = WeakKeyDictionary()


def turned_off() -> bool:
    """Whether PARALLAX_SECOND_ENCODER=0 leaves the second encoder out.

    Raises:
        OptionError: PARALLAX_SECOND_ENCODER is neither 0 nor 1.
    """
    refusal = later("{variable} is {value}. Give 0 to compare without the second encoder, or 1.")
    return not is_on(SWITCH_VARIABLE, refusal)


def second_encoder() -> WordStates | None:
    """The second encoder; None where it is not installed, or is turned off.

    Raises:
        OptionError: PARALLAX_SECOND_ENCODER is neither 0 nor 1.
    """
    return None if turned_off() else word_states()


def judged_by(encoder: str) -> str:
    """Name under which the models lie that judge what one or both encoders say: that of both where both take part.

    Args:
        encoder: Name of the encoder of a story's vectors.

    Raises:
        OptionError: PARALLAX_SECOND_ENCODER is neither 0 nor 1.
    """
    both = of_both(encoder)
    there = second_encoder() is not None
    return both if there and all(has_model(model, both) for model in OF_BOTH_ENCODERS) else encoder


def of_both(encoder: str) -> str:
    """Name of what is fitted for an encoder together with the second one."""
    return f"{encoder}{JOINT}{ENCODER}"


def is_of_both(name: str) -> bool:
    """Whether a name is one that `of_both` gives."""
    return name.endswith(f"{JOINT}{ENCODER}")


def read_states(story: Story) -> list[WordStatesOf]:
    """The compared sentences of a story as the second encoder reads them; all are read at the first call.

    The second encoder has to be there.
    """
    if story not in _read:
        second = second_encoder()
        assert second is not None, "models for both encoders are asked for only where both are there"
        _read[story] = second.states([sentence.text for sentence in story.sentences])
    return _read[story]


def directions_of(story: Story, spans: Sequence[Sequence[tuple[int, int]]]) -> list[Floats]:
    """For each compared sentence the directions of some stretches of it, shape (len(spans[i]), dim)."""
    language = story.document.language
    return [centred(read.over(places), language) for read, places in zip(read_states(story), spans, strict=True)]


def hubness(own: Floats, other: Floats) -> Floats:
    """How near everything over there comes to each word: mean cosine of its NEIGHBOURS nearest, shape (len(own),)."""
    count = min(NEIGHBOURS, len(other))
    if not count:
        return np.zeros(len(own), dtype=np.float32)
    blocks = [
        np.partition(own[start : start + BLOCK] @ other.T, -count, axis=1)[:, -count:].mean(axis=1)
        for start in range(0, len(own), BLOCK)
    ]
    return np.concatenate([*blocks, np.zeros(0, dtype=np.float32)])
