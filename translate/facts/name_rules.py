"""How a language writes names, and which of its words have a capital without being one: names.toml of its folder."""

import re
from dataclasses import dataclass
from functools import cache

from translate.languages.registry import language_of

LONGEST_ACRONYM = 5  # letters


@dataclass(frozen=True, slots=True)
class NameRules:
    """What is particular to names in one language.

    Attributes:
        title_case: Whether headlines may give every word a capital.
        case_tells: Whether short words in capitals are others than the same in small letters: US and us.
        possessives: Endings that are no part of a name.
        not_names: Words in small letters that have a capital without being names, those in names of languages that its
            texts quote as they are written among them.
        institutions: Words that make a name one of an institution or a place on the map, translated and not
            transliterated.
        links: Small words inside the name of an institution.
        places: Words for kinds of places that stand beside their names: sea, street.
        surnames: Endings of surnames, in small letters, that tell them from other words with a capital.
        where: Small words before the name of a place, those that say the same in one group: in, from, near.
        short_for: Beginnings of words that are short for a name.
        tongues: Expressions for what stands before and behind the adjective of a country where it names a language.
    """

    title_case: bool = False
    case_tells: bool = False
    possessives: tuple[str, ...] = ()
    not_names: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    surnames: tuple[str, ...] = ()
    where: tuple[frozenset[str], ...] = ()
    short_for: tuple[str, ...] = ()
    tongues: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ()

    def bare(self, word: str) -> str:
        """A word without its possessive ending."""
        return word.removesuffix(next((ending for ending in self.possessives if word.endswith(ending)), ""))

    def is_acronym(self, word: str) -> bool:
        """Whether a word is another one in small letters."""
        return self.case_tells and word.isupper() and len(word) <= LONGEST_ACRONYM

    def is_tongue(self, text: str, start: int, end: int) -> bool:
        """Whether the adjective of a country between two offsets names a language: "in English", "English-speaking"."""
        return any(
            before.search(text, 0, start) is not None and behind.match(text, end) is not None
            for before, behind in self.tongues
        )


@cache
def name_rules(language: str) -> NameRules:
    """The rules of a language; those of a language without names.toml know no word."""
    table = language_of(language).table("names")
    foreign = [name_rules(code) for code in table.get("foreign", ())]
    return NameRules(
        title_case=bool(table.get("title_case")),
        case_tells=bool(table.get("case_tells")),
        possessives=tuple(table.get("possessives", ())),
        not_names=frozenset(table.get("not_names", "").split()).union(*(rules.not_names for rules in foreign)),
        institutions=frozenset(table.get("institutions", "").split()),
        links=frozenset(table.get("links", "").split()).union(*(rules.links for rules in foreign)),
        places=frozenset(table.get("places", "").split()),
        surnames=tuple(table.get("surnames", "").split()),
        where=tuple(frozenset(group.split()) for group in table.get("where", ())),
        short_for=tuple(table.get("short_for", "").split()),
        tongues=tuple(
            (re.compile(f"(?:{before})$", re.IGNORECASE), re.compile(behind, re.IGNORECASE))
            for before, behind in table.get("tongues", ())
        ),
    )
