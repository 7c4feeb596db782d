"""Many stories at once: from a table with a story in each row, or from files whose names say which belong together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from translate.desk.story import Story
from translate.errors import TranslateError
from translate.languages.registry import LANGUAGES, compared_languages
from translate.text.detection import detect_language
from translate.text.formats.contents import contents_of
from translate.text.formats.story_tables import stories_in_table
from translate.text.html_page import plain_text
from translate.text.origin import BothVersions, FileText
from translate.wording.phrase import Phrase, Telling

TABLES = frozenset([".csv", ".tsv", ".xlsx"])
_PART = re.compile(r"[\W_]+")  # what parts the words in the name of a file


@dataclass(frozen=True, slots=True)
class Brought:
    """What was found in the files.

    Attributes:
        stories: In the order of the files.
        problems: What could not be used, and why.
    """

    stories: tuple[Story, ...]
    problems: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class _One:
    """A file with one version of a story."""

    name: str
    text: FileText


def brought(files: Sequence[tuple[str, bytes]]) -> Brought:
    """The stories in some files, by name and content.

    A table whose cells hold whole texts has a story in each row. Other files with both versions are a story each. Of
    the rest those belong together whose names are the same but for the language: "flood-ru.txt" and "flood-en.docx".
    """
    stories: list[Story] = []
    problems: list[Telling] = []
    alone: list[_One] = []
    for name, data in files:
        try:
            whole = PurePath(name).suffix.lower() in TABLES and stories_in_table(data, name)
            if whole:
                stories += [Story.of(plain_text(first), plain_text(second)) for first, second in whole]
                continue
            found = contents_of(data, name)
        except TranslateError as error:
            problems.append(error.message)
            continue
        if isinstance(found, BothVersions):
            stories.append(Story.of(found.source, found.target))
        else:
            alone.append(_One(name, found))
    pairs, left = _paired(alone)
    stories += [Story.of(first.text, second.text) for first, second in pairs]
    problems += [
        Phrase(
            "{name} has no counterpart: name the other version like it, with {first} or {second} at the end.",
            name=each.name,
            first=f"-{compared_languages()[0]}",
            second=f"-{compared_languages()[1]}",
        )
        for each in left
    ]
    return Brought(tuple(dict.fromkeys(stories)), tuple(problems))


def _paired(files: Sequence[_One]) -> tuple[list[tuple[_One, _One]], list[_One]]:
    """Files that belong together, and the rest; two alone belong together if their languages say so."""
    pairs, left = _by_key(files, _key_of_name)
    if len(left) == 2:  # one story, however the files are called
        more, left = _by_key(left, lambda each: ("", detect_language(each.text.text).language))
        pairs += more
    return pairs, left


def _by_key(
    files: Sequence[_One], key_of: Callable[[_One], tuple[str, str]]
) -> tuple[list[tuple[_One, _One]], list[_One]]:
    """Files of one key and of either language, in the order of the first; and those that have no such counterpart."""
    by_key: dict[str, dict[str, _One]] = {}
    left = []
    for each in files:
        key, language = key_of(each)
        if language in compared_languages() and language not in by_key.get(key, {}):
            by_key.setdefault(key, {})[language] = each
        else:
            left.append(each)
    pairs = []
    for sides in by_key.values():
        first, *others = (sides[language] for language in compared_languages() if language in sides)
        if others:
            pairs.append((first, others[0]))
        else:
            left.append(first)
    return pairs, left


def _key_of_name(file: _One) -> tuple[str, str]:
    """The name without its language and ending, and the language; "" where it names none."""
    parts = _PART.split(PurePath(file.name).stem.casefold())
    for place in (-1, 0):
        if (language := _languages().get(parts[place])) and len(parts) > 1:
            return " ".join(parts[:-1] if place else parts[1:]), language
    return " ".join(parts), ""


def _languages() -> dict[str, str]:
    """Codes of the languages that are compared by what the name of a file may call them."""
    codes = compared_languages()
    return {word.casefold(): code for code in codes for word in (code, LANGUAGES[code].name)}
