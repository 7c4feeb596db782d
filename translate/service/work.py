"""What the processes of the service are asked to do: each is a call of the library, answered as it is published."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from translate.batch.pairs import Given
from translate.engines.encoder import default_encoder
from translate.matching.articles import Article
from translate.matching.matches import match
from translate.matching.pairs_file import alone_text, pairs_text
from translate.options import Options
from translate.pipeline import align, compare, find_differences
from translate.records.answers import alignment_json, detection_json, differences_json
from translate.report import render_bytes
from translate.settings.limits import Progress, watched
from translate.text.detection import detect_language
from translate.text.files import write_output
from translate.text.given import Text
from translate.text.versions import read_for_alignment
from translate.wording.interface import DEFAULT, InterfaceLanguage

PAIRS: Final = "pairs"
ALONE: Final = "alone"  # articles without a counterpart
TABLES: Final = (".jsonl", ".csv")  # that a match is written as


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a request.

    Attributes:
        data: The answer.
        doubts: What speaks against a page's being whole.
    """

    data: bytes
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One version, as a client gives it.

    Attributes:
        given: Its text or address; None where there are sentences.
        sentences: Taken as they are; None where there is a text.
    """

    given: Given | None
    sentences: tuple[str, ...] | None = None

    def read(self, *, allow_private: bool) -> tuple[Text, str]:
        """The text as `compare` takes it, and what speaks against its being whole, "" for nothing.

        Raises:
            InputError: It cannot be read.
        """
        if self.given is None:
            return self.sentences or (), ""
        return self.given.read(allow_private=allow_private)


@dataclass(frozen=True, slots=True)
class Comparing:
    """`compare`, and a report of it."""

    source: Side
    target: Side
    options: Options
    format: str = "json"
    language: InterfaceLanguage = DEFAULT
    allow_private: bool = False

    def do(self, progress: Progress) -> Answered:
        """The report."""
        with watched(self.options.limits):
            sides = [side.read(allow_private=self.allow_private) for side in (self.source, self.target)]
            found = compare(sides[0][0], sides[1][0], self.options, progress=progress)
        return Answered(
            render_bytes(found, self.format, self.language), tuple(str(doubt) for _, doubt in sides if doubt)
        )


@dataclass(frozen=True, slots=True)
class Aligning:
    """`align`."""

    source: str | tuple[str, ...]
    target: str | tuple[str, ...]
    options: Options
    languages: tuple[str | None, str | None] = (None, None)

    def do(self, progress: Progress) -> Answered:
        """The alignment, as `parallax align --format json` writes it."""
        with watched(self.options.limits):
            source = read_for_alignment(self.source, self.languages[0], "first")
            target = read_for_alignment(self.target, self.languages[1], "second")
            beads = align(source, target, self.options, languages=self.languages)
        return Answered(alignment_json(source, target, beads).encode())


@dataclass(frozen=True, slots=True)
class Differing:
    """`find_differences`."""

    source: str
    target: str
    options: Options

    def do(self, progress: Progress) -> Answered:
        """The differences."""
        return Answered(differences_json(find_differences(self.source, self.target, self.options)).encode())


@dataclass(frozen=True, slots=True)
class Detecting:
    """`detect_language`."""

    text: str

    def do(self, progress: Progress) -> Answered:
        """The language."""
        return Answered(detection_json(detect_language(self.text)).encode())


@dataclass(frozen=True, slots=True)
class Matching:
    """`match`, and its tables in a folder."""

    folder: Path
    source: tuple[Article, ...]
    target: tuple[Article, ...]
    window: int | None
    many: bool
    least: float

    def do(self, progress: Progress) -> int:
        """How many pairs were found."""
        found = match(self.source, self.target, window=self.window, many=self.many, least=self.least, progress=progress)
        for ending in TABLES:
            pairs, alone = f"{PAIRS}{ending}", f"{ALONE}{ending}"
            write_output(str(self.folder / pairs), pairs_text(found, pairs).encode(errors="replace"))
            write_output(str(self.folder / alone), alone_text(found, alone).encode(errors="replace"))
        return len(found.pairs)


@dataclass(frozen=True, slots=True)
class Waking:
    """What shows that a process is ready: it has read its models."""

    def do(self, progress: Progress) -> None:
        """Encode nothing."""
        default_encoder().encode([""])
