"""A package tried out in a process of its own: `python -m translate.engines.ctranslate2_worker FOLDER`.

It reads a line of JSON with sentences, asks the model in every way in which it will be asked, and writes their
translations, or {"error": ...}; what it does beside that, such as ending without a word, is for `trial` to see.
"""

import json
import sys
from pathlib import Path

from translate.engines.argos import model_of
from translate.engines.packages import read_package


def tried(folder: Path, sentences: list[str]) -> list[str]:
    """Translations by the package in a folder, which has then been searched and scored with as well.

    Raises:
        EngineError: It is damaged.
    """
    package = read_package(folder)
    assert package is not None
    model = model_of(package)
    translations = model.translate(sentences, "fast", None)
    model.translate(sentences, "careful", None)
    model.hypotheses(sentences)
    model.log_probabilities(sentences, translations)
    return translations


if __name__ == "__main__":
    try:
        answer: object = tried(Path(sys.argv[1]), json.loads(sys.stdin.readline()))
    except BaseException as error:
        answer = {"error": str(error) or type(error).__name__}
    sys.stdout.write(json.dumps(answer) + "\n")  # in ASCII, whatever the encoding of the pipe
    sys.stdout.flush()
