"""Which pieces a model may write: those in the letters of its language, and of the others what the sentence has.

A package has one list of pieces for both of its languages, and at every step of a search each of them is weighed for
every hypothesis, which takes half of the time. A translation into English has no use for the Russian ones. Those of
one or two letters stay, so that nothing becomes impossible to write: "XV" in Russian, a name letter by letter; and so
do those of the sentences that are translated together, for names that are copied.
"""

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from translate.engines.ctranslate2_file import vocabulary, vocabulary_files
from translate.languages.registry import LANGUAGES

MAP = "vmap.txt"  # as CTranslate2 calls it
SHORT = 2  # letters
MARKS = re.compile("<.*>")  # no pieces of text: "<unk>", "</s>", bytes such as "<0x41>"


def shortlist(vocabulary: Sequence[str], source: str, target: str) -> str | None:
    """What CTranslate2 reads as its map of the vocabulary; None where both languages have the same letters.

    A line names a piece of the source and, behind a tab, what it allows; the first line has no piece and tells what is
    always allowed.

    Args:
        vocabulary: Pieces that the model can write.
        source, target: Languages, "ru" and "en".

    Example:
        >>> shortlist(["<unk>", "▁cat", "▁кот", "▁и"], "ru", "en")
        '\\t<unk> ▁cat ▁и\\n▁кот\\t▁кот\\n'
    """
    languages = [LANGUAGES.get(code) for code in (source, target)]
    if any(language is None or not language.letters for language in languages):
        return None
    letters, own = (language.letters for language in languages if language is not None)
    if letters == own:
        return None
    foreign = re.compile(f"[{letters}]")
    copied = [
        piece for piece in vocabulary if len(foreign.findall(piece.lower())) > SHORT and not MARKS.fullmatch(piece)
    ]
    rare = set(copied)
    always = " ".join(piece for piece in vocabulary if piece not in rare)
    return f"\t{always}\n" + "".join(f"{piece}\t{piece}\n" for piece in copied)


@contextmanager
def with_shortlist(model: Path, source: str, target: str) -> Iterator[tuple[Path, bool]]:
    """A folder to load a model from, for the time of the `with`, and whether it has a shortlist.

    It is the model's own where that has a shortlist already, needs none, or where the system has no links; CTranslate2
    takes one from the folder of the model alone, which belongs to the user and other programs.

    Args:
        model: Folder of a CTranslate2 model.
        source, target: Languages, "ru" and "en".

    Raises:
        OSError, ValueError, TypeError: The list of pieces cannot be read.
    """
    if (model / MAP).is_file():
        yield model, True
        return
    listed = shortlist(_pieces(model), source, target)
    with tempfile.TemporaryDirectory(prefix="parallax-") as temporary:
        folder = Path(temporary)
        yield (folder, True) if listed and _linked(model, folder, listed) else (model, False)


def _linked(model: Path, folder: Path, listed: str) -> bool:
    """Whether the folder now shows the files of a model, and a shortlist beside them."""
    try:
        for file in model.iterdir():
            os.symlink(file.absolute(), folder / file.name)
    except OSError:  # on Windows only those may who develop programs
        return False
    (folder / MAP).write_text(listed, encoding="utf-8", newline="\n")
    return True


def _pieces(model: Path) -> list[str]:
    """What a model can write; nothing where it does not say so."""
    names = vocabulary_files({file.name for file in model.iterdir()})
    return vocabulary(model / names[-1]) if names else []
