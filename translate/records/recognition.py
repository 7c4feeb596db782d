"""Sentences that were written to a file as plain English, known again as the phrases they were."""

import re
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter
from typing import Any

from translate.differences.difference import Difference
from translate.engines.translation import Translations
from translate.languages.registry import compared_languages
from translate.wording.interface import messages
from translate.wording.naming import CalendarName, Version
from translate.wording.phrase import Phrase, joined

# Only what these rooms say is data, and only what has some words of its own can be known again.
ROOMS = ("translate/differences/", "translate/engines/")
FORM = re.compile(r"{(\w+):[a-z]{2,}}")
LONGEST = 2_000  # code points; no sentence of ours is so long, and patterns take their time over a hostile one
LEAST_WORDS = 8  # code points of a template beside its fields


@dataclass(frozen=True, slots=True)
class _Template:
    """A sentence of the catalogue.

    Attributes:
        texts: In English: one, or those for one thing and for several.
        patterns: What each of them looks like when it is filled.
        versions: Fields that only a version can fill, because the translation needs its forms.
        weight: Code points of the text beside its fields.
    """

    texts: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    versions: frozenset[str]
    weight: int


def recognised(text: str) -> str:
    """The phrase that a sentence in English once was; the string itself where no template fits.

    Example:
        >>> recognised("Found only in the Russian version.").values
        {'version': Version(language='ru')}
        >>> type(recognised("Something else."))
        <class 'str'>
    """
    if len(text) > LONGEST:
        return text
    for template in _templates():
        for place, pattern in enumerate(template.patterns):
            if (found := pattern.fullmatch(text)) and (phrase := _phrase(template, place, found)) is not None:
                return phrase
    parts = text.split("; ")
    known = [recognised(part) for part in parts] if len(parts) > 1 else []
    return joined("; ", known) if known and all(isinstance(part, Phrase) for part in known) else text


def told_again(difference: Difference) -> Difference:
    """A difference from a file, its message and reason phrases again."""
    evidence = replace(difference.evidence, reason=recognised(difference.evidence.reason))
    return replace(difference, message=recognised(difference.message), evidence=evidence)


def translated_again(translations: Translations) -> Translations:
    """Translations from a file, their warnings and doubts phrases again."""
    source, target = (
        replace(side, warnings=tuple(map(recognised, side.warnings)), doubts=tuple(map(recognised, side.doubts)))
        for side in (translations.source, translations.target)
    )
    return Translations(source, target, tuple(map(recognised, translations.warnings)))


def _phrase(template: _Template, place: int, found: re.Match[str]) -> Phrase | None:
    """The template filled with what was found in its fields; None where that is not what can stand there."""
    specs = {name: spec or "" for _, name, spec, _ in Formatter().parse(template.texts[place]) if name}
    values = {name: _value(words, specs[name]) for name, words in found.groupdict().items()}
    if not all(isinstance(values[name], Version) for name in template.versions):
        return None
    plural = None if len(template.texts) == 1 else (template.texts[1], int(values.setdefault("count", 1 + place)))
    phrase = Phrase.of(template.texts[0], values, plural)
    return phrase if phrase == found.string else None


def _value(words: str, spec: str) -> Any:
    """What filled a field: a number, a version, another phrase, or plain words."""
    if spec.endswith(("f", ",")):
        try:
            return float(words.replace(",", ""))
        except ValueError:
            return words
    for language in compared_languages():
        if words == format(Version(language), spec) and (spec or " " in words):
            return Version(language)
    return _calendar().get(words) or recognised(words)


@cache
def _calendar() -> dict[str, CalendarName]:
    months, days = (CalendarName("month", i) for i in range(1, 13)), (CalendarName("weekday", i) for i in range(7))
    return {str(name): name for name in (*months, *days)}


@cache
def _templates() -> tuple[_Template, ...]:
    """All that can be known again, those with most words of their own first."""
    found = []
    for message in messages("ru"):
        parts = [list(Formatter().parse(text)) for text in message.english]
        weight = min(sum(len(words) for words, *_ in part) for part in parts)
        if weight >= LEAST_WORDS and any(file.startswith(ROOMS) for file in message.files):
            versions = frozenset(name for text in message.told for name in FORM.findall(text))
            found.append(_Template(message.english, tuple(map(_pattern, parts)), versions, weight))
    return tuple(sorted(found, key=lambda template: (-template.weight, template.texts)))


def _pattern(parts: list[Any]) -> re.Pattern[str]:
    seen: set[str] = set()
    pattern = ""
    for words, name, *_ in parts:
        pattern += re.escape(words)
        if name:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
            seen.add(name)
    return re.compile(pattern, re.DOTALL)
