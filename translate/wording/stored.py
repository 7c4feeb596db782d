"""What the program says as a record of JSON, its template and values beside the English sentence, and back.

A record may come from a stranger: nothing of it is filled into a template that asks for more than plain named fields,
and what cannot be told in every language is refused here, before anybody reads it.
"""

import sys
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from numbers import Integral, Real
from re import compile as pattern
from string import Formatter
from typing import Any, Literal, get_args, get_origin, get_type_hints

from translate.wording.interface import LANGUAGES, speaking
from translate.wording.naming import Amount, CalendarDate, CalendarName, LanguageName, ScriptName, Version, VersionOfTwo
from translate.wording.phrase import Phrase, Telling, Word

WORDS: Mapping[str, type[Word]] = {
    "version": Version,
    "version_of_two": VersionOfTwo,
    "language": LanguageName,
    "calendar": CalendarName,
    "date": CalendarDate,
    "amount": Amount,
    "script": ScriptName,
}
ENTRIES = {"template", "plural", "context", "values", "text"}
DIGITS = 4  # after the decimal point, as everywhere in a comparison's JSON
SHOWN = 40  # characters of a record that a message repeats
DEEPEST = 8  # phrases inside phrases; ours go to four
NUMBER_FORM, WORD_FORM = pattern(r",?(?:\.\d)?[fg]?"), pattern("[a-z]{2,}")  # ":,.1f", ":capital"

_TAGS = {kind: tag for tag, kind in WORDS.items()}


class WrongSentence(ValueError):
    """A record that no sentence of the program was written as; the message goes on behind the name of its place."""


def stored(telling: Telling) -> str | dict[str, Any]:
    """A phrase as a record; plain words as they are.

    Example:
        >>> stored(Phrase("Found only in {version}.", version=Version("ru")))["values"]
        {'version': {'word': 'version', 'language': 'ru'}}
        >>> stored("plain words")
        'plain words'
    """
    if not isinstance(telling, Phrase) or not telling.template:
        return str(telling)
    values = {name: _plain(value) for name, value in telling.values.items()}
    rounded = {name: round(value, DIGITS) if isinstance(value, float) else value for name, value in values.items()}
    if Phrase.of(telling.template, {**telling.values, **_numbers(rounded)}, telling.plural) == telling:
        values = rounded  # the last digits differ from machine to machine
    record: dict[str, Any] = {"template": telling.template}
    if telling.plural is not None:
        record["plural"] = telling.plural[0]
    if telling.context is not None:
        record["context"] = telling.context
    return record | {"values": values, "text": str(telling)}


def restored(record: Any) -> Telling:
    """The phrase that a record holds, or the plain words that stand in its place.

    Where the template does not give the English sentence, as after a change of a language's name, the sentence counts:
    it comes back as plain words.

    Raises:
        WrongSentence: The record is damaged, or asks for what no sentence of ours does.

    Example:
        >>> restored({"template": "Found in {place}.", "values": {"place": "Kazan"}, "text": "Found in Kazan."}).values
        {'place': 'Kazan'}
    """
    return record if isinstance(record, str) else _restored(record, 0)


def plain_fields(template: str) -> tuple[tuple[str, str], ...]:
    """The fields of a template with their forms.

    Raises:
        WrongSentence: One of them is more than a name with the form of a number or a word: "{a.b}", "{0}", "{a!r}".

    Example:
        >>> plain_fields("{count:,} sentences of {other:in}")
        (('count', ','), ('other', 'in'))
    """
    try:
        return _plain_fields(template)
    except ValueError as error:
        raise WrongSentence(f"has a template that cannot be filled: {template[:SHOWN]!r}") from error


@lru_cache(maxsize=1024)
def _plain_fields(template: str) -> tuple[tuple[str, str], ...]:
    found = []
    for _, name, spec, conversion in Formatter().parse(template):
        if name is not None:
            form = spec or ""
            if not name.isidentifier() or conversion or not (NUMBER_FORM.fullmatch(form) or WORD_FORM.fullmatch(form)):
                raise ValueError(f"{name} is no plain field")
            found.append((name, form))
    return tuple(found)


def _plain(value: Any) -> Any:
    """What fills a field, as JSON has it."""
    if isinstance(value, Phrase):
        return stored(value)
    if isinstance(value, Word):
        own = {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]
        return {"word": _TAGS[type(value)], **own}
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else str(value)


def _numbers(values: Mapping[str, Any]) -> dict[str, float]:
    return {name: value for name, value in values.items() if isinstance(value, float)}


def _restored(record: Any, depth: int) -> Telling:
    if not isinstance(record, dict) or not {"template", "values", "text"} <= record.keys() <= ENTRIES:
        raise WrongSentence("should be a text, or a record with template, values and text")
    texts = [record[name] for name in ("template", "plural", "context", "text") if name in record]
    if depth > DEEPEST or not all(isinstance(text, str) for text in texts) or not isinstance(record["values"], dict):
        raise WrongSentence("should be a sentence with its values")
    values = {name: _value(value, depth) for name, value in record["values"].items()}
    plural = _plural(record, values)
    text: str = record["text"]
    english = plural[0] if plural and plural[1] != 1 else record["template"]
    _require_suited(english, values)
    # A few records could name each other so often that the sentence fills the memory.
    if sum(len(value) for name, _ in plain_fields(english) if isinstance(value := values[name], str)) > len(text):
        return text
    phrase = Phrase.of(record["template"], values, plural, record.get("context"))
    if phrase != text or not phrase.template:
        return text
    for language in LANGUAGES:
        with speaking(language):
            _require_suited(phrase.translated_template(), values)
    return phrase


def _plural(record: dict[str, Any], values: Mapping[str, Any]) -> tuple[str, int] | None:
    """The template for several with the number of things, which always fills the field "count" as well."""
    if "plural" not in record:
        return None
    if type(count := values.get("count")) is not int or count < 0:
        raise WrongSentence("counts nothing")
    return record["plural"], count


def _require_suited(template: str, values: Mapping[str, Any]) -> None:
    """Raise WrongSentence unless the values can fill the template, each in the form that it asks for."""
    for name, form in plain_fields(template):
        if name not in values:
            raise WrongSentence(f"lacks the value {name[:SHOWN]!r}")
        value = values[name]
        numeric = isinstance(value, int | float) and NUMBER_FORM.fullmatch(form)
        if form and not (numeric or isinstance(value, Word)):
            raise WrongSentence(f"has a value {name[:SHOWN]!r} that its template cannot take")


def _value(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return value
    if type(value) in (int, float) and abs(value) <= sys.float_info.max:
        return value
    if isinstance(value, dict) and "word" in value:
        return _word(value)
    return _restored(value, depth + 1)


def _word(record: dict[str, Any]) -> Word:
    """A word with its own entries, each of its kind."""
    tag = record["word"]
    if not isinstance(tag, str) or tag not in WORDS:
        raise WrongSentence("has a word of an unknown kind")
    kind = WORDS[tag]
    own = {name: value for name, value in record.items() if name != "word"}
    hints = {field.name: get_type_hints(kind)[field.name] for field in fields(kind)}  # type: ignore[arg-type]
    if own.keys() != hints.keys() or not all(_is(value, hints[name]) for name, value in own.items()):
        raise WrongSentence(f"has a damaged word of the kind {tag!r}")
    try:
        return kind(**own)
    except (ValueError, OverflowError) as error:
        raise WrongSentence(f"has a word that means nothing: {error}") from error


def _is(value: Any, hint: Any) -> bool:
    """Whether a value is what an entry of a word can hold: a text, a whole number, one of a few, or nothing."""
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    return type(value) in (get_args(hint) or (hint,))
