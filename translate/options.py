"""Every setting of one run."""

from dataclasses import dataclass
from typing import Literal, get_args

from translate.errors import OptionError

EngineName = Literal["auto", "argos", "demonstration", "gloss", "none"]
Quality = Literal["fast", "careful"]


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one comparison; the defaults suit a news story.

    Attributes:
        engine: "auto" uses an installed Argos package and falls back on the gloss; "argos" insists on a package;
            "demonstration" is the small package that comes with the samples and knows only their vocabulary;
            "gloss" and "none" never translate by machine.
        quality: "fast" translates greedily, "careful" with beam search.

    Raises:
        OptionError: A value that is not listed here.
    """

    engine: EngineName = "auto"
    quality: Quality = "fast"

    def __post_init__(self) -> None:
        for name, value, known in (
            ("engine", self.engine, get_args(EngineName)),
            ("quality", self.quality, get_args(Quality)),
        ):
            if value not in known:
                raise OptionError(f"Unknown {name} {value!r}. Known: {', '.join(known)}.")
