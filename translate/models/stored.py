"""What was fitted, read for the encoder that it was fitted for.

Each encoder has a folder of its name, each model a file in it, which names the `encoder`, the digest of the `data` it
was fitted on and the `command` that wrote it. Cosines of another encoder mean something else, so a file that is not of
the encoder asked for is refused. What was fitted on no cosines at all lies in a folder of its own, NO_ENCODER.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from translate.errors import ModelMismatch, StaleModel

FOLDER = Path(__file__).parent
NO_ENCODER = "no-encoder"  # the folder of models that judge text alone
# Each model with the command that makes it.
COMMANDS: Mapping[str, str] = {
    **{
        name: f"python -m benchmarks.fit.{name} --write"
        for name in (
            "alignment",
            "counterparts",
            "same_story",
            "partial",
            "confidence",
            "contrasts",
            "negation",
            "meaning",
            "meaning_words",
            "replaced_names",
            "retold_parts",
            "retold_values",
            "word_states",
            "matching",
        )
    },
    "pages": "python -m benchmarks.fit.pages --write",
    "page_pairs": "python -m benchmarks.fit.page_pairs --write",
    "health": "python -m benchmarks.measure.health --half fit",
}
JOINT = "+"  # between the names of two encoders that a model is fitted for
OF_TEXT = ("pages",)  # for every encoder
OF_ALIGNMENT = ("alignment",)
OF_MATCHING = ("matching",)
OF_DIFFERENCES = ("partial", "confidence", "contrasts", "negation", "meaning", "meaning_words", "replaced_names")
OF_BOTH_ENCODERS = ("counterparts", "partial", "retold_parts")  # fitted for the second encoder too, all or none
OF_COMPARISON = (
    *OF_ALIGNMENT,
    "counterparts",
    "same_story",
    "retold_parts",
    "retold_values",
    *OF_DIFFERENCES,
)  # without the others a comparison says less, and no error


def model_file(model: str, encoder: str, suffix: str = "json") -> Path:
    """Where a model of an encoder lies, whether it is there or not; a name that is no name of a folder is made one.

    Example:
        >>> model_file("alignment", "someone/e5").parent.name
        'someone-e5'
    """
    safe = "".join(letter if letter.isalnum() or letter in "-_.+" else "-" for letter in encoder).strip(".")
    return FOLDER / (safe or "-") / f"{model}.{suffix}"


def has_model(model: str, encoder: str) -> bool:
    """Whether there is a model for an encoder, by the name that its `fitted_as` says or by its own."""
    return model_file(model, encoder).is_file()


def command_of(model: str, encoder: str) -> str:
    """The command that fits a model for an encoder, or for two of them together."""
    return COMMANDS[model] + (" --second" if JOINT in encoder else "")


def require_models(models: Iterable[str], encoder: str) -> None:
    """Tell of the first model that an encoder lacks, before anything is computed with it.

    Raises:
        ModelMismatch: There is one.
    """
    for model in models:
        if not has_model(model, encoder):
            raise ModelMismatch(_shown(model_file(model, encoder)), encoder, "", command_of(model, encoder))


def read_model(model: str, encoder: str) -> Mapping[str, Any]:
    """The content of a model's file.

    Args:
        model: One of COMMANDS.
        encoder: Name of the encoder whose vectors it is to judge.

    Raises:
        ModelMismatch: It is not there, or was fitted for another encoder.
    """
    require_models((model,), encoder)
    path = model_file(model, encoder)
    record: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    fitted_for = str(record.get("encoder", "?"))
    if fitted_for != encoder:
        raise ModelMismatch(_shown(path), encoder, fitted_for, command_of(model, encoder))
    return record


def require_features(found: Sequence[str], needed: Sequence[str], model: str) -> None:
    """Refuse a model whose features are not those of the code, in the same order.

    Raises:
        StaleModel: They differ.
    """
    if list(found) != list(needed):
        raise StaleModel(model, COMMANDS[model])


def _shown(path: Path) -> str:
    return "/".join((FOLDER.name, *path.parts[-2:]))
