"""Terms of the house: how a user wants some terms of one language rendered in the other."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

DIGEST = 12  # hexadecimal digits that tell one glossary from another


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a glossary.

    Attributes:
        first, second: What it is called in the languages of the glossary, in their order; any of several will do. At
            least one in either.
        note: What the user says of it; "" for nothing.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of a user, of two languages.

    Attributes:
        languages: Their codes, as a pair of languages is named.
        terms: The entries in their order, none of them twice.

    Example:
        >>> glossary = Glossary(("ru", "en"), (Term(("явка",), ("turnout", "voter turnout")),))
        >>> glossary.wordings(glossary.terms[0], "en"), len(glossary.digest)
        (('turnout', 'voter turnout'), 12)
    """

    languages: tuple[str, ...]
    terms: tuple[Term, ...] = ()

    def __repr__(self) -> str:
        return f"<Glossary {'-'.join(self.languages)}: {len(self.terms):,} terms, {self.digest}>"

    @property
    def digest(self) -> str:
        """Short name of its content, the same for the same entries in the same order."""
        content = json.dumps([self.languages, [[term.first, term.second, term.note] for term in self.terms]])
        return hashlib.sha256(content.encode()).hexdigest()[:DIGEST]

    def wordings(self, term: Term, language: str) -> tuple[str, ...]:
        """What a term is called in one of the languages."""
        return term.first if language == self.languages[0] else term.second

    def preferred(self, language: str) -> dict[str, str]:
        """What each wording of one of the languages is to be called in the other: the first rendering of its entry."""
        (other,) = (code for code in self.languages if code != language)
        found: dict[str, str] = {}
        for term in self.terms:
            for wording in self.wordings(term, language):
                found.setdefault(wording, self.wordings(term, other)[0])
        return found

    def is_of(self, languages: Sequence[str]) -> bool:
        """Whether it is of two languages, in either order."""
        return sorted(self.languages) == sorted(languages)
