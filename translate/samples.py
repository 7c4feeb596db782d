"""The sample stories that come with the project."""

import json
from dataclasses import dataclass
from pathlib import Path

from translate.errors import InputError
from translate.installation import shipped
from translate.languages.registry import directions
from translate.wording.brief import excerpt
from translate.wording.interface import DEFAULT, InterfaceLanguage
from translate.wording.phrase import Phrase, in_context

SAMPLES = shipped("samples")


@dataclass(frozen=True, slots=True)
class Sample:
    """One story in two versions, as a user would paste them.

    Attributes:
        name: Name of its folder, "flood".
        title, description: A few words and one sentence for a reader who has to choose.
        source: The Russian version.
        target: The English version.
    """

    name: str
    title: str
    description: str
    source: str
    target: str

    def __repr__(self) -> str:
        return f"<Sample {self.name}: {excerpt(self.title)}>"


def sample_names() -> tuple[str, ...]:
    """Names of all sample stories, in alphabetical order.

    Raises:
        InputError: The installation lacks the samples.
    """
    if not SAMPLES.is_dir():
        raise InputError(
            Phrase(
                "No sample stories: there is no folder {folder}. They come with Parallax; install it anew.",
                folder=SAMPLES,
            )
        )
    return tuple(sorted(gold.parent.name for gold in SAMPLES.glob("*/gold.json")))


def load_sample(name: str, *, language: InterfaceLanguage = DEFAULT) -> Sample:
    """Read one sample story.

    Args:
        name: One of `sample_names()`.
        language: Language of the title and the description.

    Raises:
        InputError: The samples folder is absent or holds no story of this name.

    Example:
        >>> load_sample("telescope").title
        'A new telescope sees first light'
    """
    known = sample_names()
    if name not in known:
        listed = ", ".join(known) or in_context("stories", "none")
        raise InputError(Phrase("No sample story {name}. Known: {known}.", name=repr(name), known=listed))
    folder = SAMPLES / name
    source, target = directions()[0]
    about = json.loads(_text(folder / "gold.json"))
    return Sample(
        name=name,
        title=about["title"][language],
        description=about["description"][language],
        source=_text(folder / f"{source}.txt"),
        target=_text(folder / f"{target}.txt"),
    )


def _text(path: Path) -> str:
    # Decoded only: universal newlines would shift the offsets of the gold against the file.
    return path.read_bytes().decode("utf-8")
