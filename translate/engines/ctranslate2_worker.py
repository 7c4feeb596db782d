"""A model tried out in a process of its own: `python -m translate.engines.ctranslate2_worker FOLDER` for a package.

Of another one it is told `--model` and, pickled by the process that starts it, where it lies and how it is asked.

It reads a line of JSON with sentences, asks the model in every way in which it will be asked, and writes their
translations, or {"error": ...}; what it does beside that, such as ending without a word, is for `trial` to see.
"""

import json
import pickle
import sys
from pathlib import Path

from translate.engines.argos import model_of
from translate.engines.ctranslate2_model import CTranslate2Model
from translate.engines.packages import read_package
from translate.engines.trial import MODEL


def named(arguments: list[str]) -> CTranslate2Model:
    """The model that the arguments tell."""
    if arguments[0] == MODEL:
        model: CTranslate2Model = pickle.loads(bytes.fromhex(arguments[1]))
        return model
    package = read_package(Path(arguments[0]))
    assert package is not None
    return model_of(package)


def tried(model: CTranslate2Model, sentences: list[str]) -> list[str]:
    """Translations by a model, which has then been searched and scored with as well.

    Raises:
        EngineError: It is damaged.
    """
    translations = model.translate(sentences, "fast", None)
    model.translate(sentences, "careful", None)
    model.hypotheses(sentences)
    model.log_probabilities(sentences, translations)
    return translations


if __name__ == "__main__":
    try:
        answer: object = tried(named(sys.argv[1:]), json.loads(sys.stdin.readline()))
    except BaseException as error:
        answer = {"error": str(error) or type(error).__name__}
    sys.stdout.write(json.dumps(answer) + "\n")  # in ASCII, whatever the encoding of the pipe
    sys.stdout.flush()
