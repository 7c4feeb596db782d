"""A story on the desk: its two texts as given, and what a list of stories tells of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from translate.report.headline import LONGEST
from translate.text.origin import FileText
from translate.text.shown import beginning


@dataclass(frozen=True, slots=True)
class Story:
    """Two texts to compare, as given.

    Attributes:
        source, target: As they stand in the panes.
        files: What was read from files and stands there unchanged; None for what was pasted.
    """

    source: str
    target: str
    files: tuple[FileText | None, FileText | None] = (None, None)

    @property
    def given(self) -> tuple[str | FileText, str | FileText]:
        """Either text with what its file tells besides, if it is from one."""
        return self.files[0] or self.source, self.files[1] or self.target

    @property
    def digest(self) -> str:
        """Short name of the two texts, the same for the same texts."""
        both = f"{self.source}\0{self.target}"
        return hashlib.sha256(both.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.source.strip() or self.target.strip())

    @staticmethod
    def of(source: str | FileText, target: str | FileText) -> "Story":
        """The story of two texts, from files or not.

        Example:
            >>> Story.of("Раз.", "One.").given
            ('Раз.', 'One.')
        """
        given = (source, target)
        texts = [each.text if isinstance(each, FileText) else each for each in given]
        first, second = (each if isinstance(each, FileText) else None for each in given)
        return Story(texts[0], texts[1], (first, second))


def known_as(secret: str) -> str:
    """What the file calls a visitor: who reads it learns no secret that opens somebody's stories on the page.

    Example:
        >>> known_as(""), len(known_as("a secret"))
        ('', 32)
    """
    return hashlib.sha256(secret.encode()).hexdigest()[:32] if secret else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story as a list tells of it.

    Attributes:
        number: By which it is opened and deleted; no other story ever gets it.
        headlines: Of either text, on one line; "" where a text is empty.
        languages: ISO 639-1 codes of either text, "und" where not known.
        total: How many differences were found; None as long as it was not compared.
        decided: How many of them are accepted or rejected.
        created, touched: When it came, and when something was last done with it: seconds since 1970.
    """

    number: int
    headlines: tuple[str, str]
    languages: tuple[str, str]
    total: int | None
    decided: int
    created: float
    touched: float

    @property
    def done(self) -> bool:
        """Whether every difference is decided."""
        return self.total is not None and self.decided >= self.total

    def headline(self, language: str) -> str:
        """The headline for a reader of a language: in that one where there is such a text."""
        first, second = self.headlines
        return (second if self.languages[1] == language else first) or first or second


def first_line(text: str) -> str:
    """What stands for the headline of a text that nobody has read yet.

    Example:
        >>> first_line("\\n Rain \\nIt rained.")
        'Rain'
    """
    return beginning(next(filter(str.strip, text.splitlines()), ""), LONGEST)


def matching(entries: Sequence[Entry], words: str) -> tuple[Entry, ...]:
    """Those of the entries in whose headlines all words stand, in any case and any order."""
    wanted = words.casefold().split()
    return tuple(each for each in entries if all(word in " ".join(each.headlines).casefold() for word in wanted))


def next_undecided(entries: Sequence[Entry], current: int | None) -> Entry | None:
    """The next story below the current one that is not decided, from the top again after the last; None without one."""
    numbers = [each.number for each in entries]
    after = numbers.index(current) + 1 if current in numbers else 0
    around = (*entries[after:], *entries[:after])
    return next((each for each in around if not each.done and each.number != current), None)
