"""Every error Parallax raises on purpose; all descend from TranslateError."""

import reprlib
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike

from translate.installation import Extra, install_command
from translate.wording.naming import LanguageName, Version
from translate.wording.phrase import Phrase, counted, in_context, joined

ORDINALS = {"first": in_context("text", "first"), "second": in_context("text", "second")}


class TranslateError(Exception):
    """Something the user can mend; the message says what happened and what to do next.

    Attributes:
        message: A Phrase: `said(error.message)` tells it in the language of the interface, `str(error)` in English.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)

    @property
    def message(self) -> str:
        """What happened and what to do next."""
        message: str = self.args[0]
        return message

    def __str__(self) -> str:
        return str(self.message)


class InputError(TranslateError):
    """A text or file cannot be used as it was given.

    Attributes:
        side: "First text" or "Second text" where one of two is meant; set by `compare`, "" otherwise.
    """

    side: str = ""

    @property
    def message(self) -> str:
        """What happened and what to do next, behind the side."""
        message = super().message
        return Phrase("{side}: {message}", side=self.side, message=message) if self.side else message


class NotText(InputError):
    """Something other than a text was given for one.

    Attributes:
        given: What was given, or the part of it that is no sentence.
    """

    def __init__(self, given: object, wanted: str, place: int | None = None) -> None:
        self.given = given
        found = "None" if given is None else f"{reprlib.repr(given)} ({type(given).__name__})"
        said = (
            Phrase("There is no text: {found} was given. {wanted}", found=found, wanted=wanted)
            if place is None
            else Phrase(
                "Item {place} of the list is no sentence but {found}. {wanted}", place=place, found=found, wanted=wanted
            )
        )
        hint = _way_to_text(given)
        super().__init__(joined(" ", (said, hint)) if hint else said)


def _way_to_text(given: object) -> str:
    """How a text is made of what was given; "" where there is no way."""
    if isinstance(given, PathLike):
        return Phrase("Read a file first: {code}.", code="translate.read_text(path)")
    if isinstance(given, bytes | bytearray):
        return Phrase("Decode bytes first: {code}.", code='data.decode("utf-8")')
    if isinstance(given, Iterable) and not isinstance(given, Sequence | Mapping):
        return Phrase("Make a list first: {code}.", code="list(sentences)")
    return ""


class EmptyText(InputError):
    """A text holds no letters at all."""

    def __init__(self, length: int) -> None:
        self.length = length
        found = (
            Phrase("it is empty") if not length else Phrase("its {length} characters hold no letters", length=length)
        )
        super().__init__(
            Phrase(
                "There is nothing to read in this text: {found}. Give the whole story, with its sentences.", found=found
            )
        )


class TextTooShort(InputError):
    """A text is shorter than a headline."""

    def __init__(self, letters: int, words: int, needed_letters: int, needed_words: int) -> None:
        self.letters, self.words = letters, words
        super().__init__(
            Phrase(
                "This text is too short to compare: {words} with {letters}, while at least "
                "{needed_words} words with {needed_letters} letters are needed. "
                "Give the whole story, or at least its headline.",
                words=counted("{count} word", "{count} words", words),
                letters=counted("{count} letter", "{count} letters", letters),
                needed_words=needed_words,
                needed_letters=needed_letters,
            )
        )


class TextTooLong(InputError):
    """A text is longer than one run may read."""

    def __init__(self, characters: int, limit: int, variable: str) -> None:
        self.characters, self.limit = characters, limit
        super().__init__(
            Phrase(
                "This text is too long: {characters:,} characters, while at most {limit:,} are read. "
                "Split it into parts, for example chapters, and compare them one by one, or raise the limit: "
                "max_characters of the options, --max-characters, or {variable}.",
                characters=characters,
                limit=limit,
                variable=variable,
            )
        )


class BinaryInput(InputError):
    """A file is no plain text."""

    def __init__(self, name: str, found: str) -> None:
        self.name, self.found = name, found
        super().__init__(
            Phrase(
                "{name} is not a plain text: it looks like {found}. "
                "Open it in its own program and save it as plain text (UTF-8), or copy the text and paste it.",
                name=name,
                found=found,
            )
        )


class UnreadableFile(InputError):
    """A file of a kind that is read holds no text that can be read."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(Phrase("Cannot read {name}: {why}", name=name, why=why))


class HtmlInput(InputError):
    """A text is the source code of a web page, and no story can be read in it."""

    def __init__(self, tags: int, why: str) -> None:
        self.tags = tags
        super().__init__(
            Phrase(
                "This text is the source code of a web page ({tags} HTML tags), but {why}. "
                "Open the page in a browser, select the story there, copy it and paste that.",
                tags=tags,
                why=why,
            )
        )


class ReviewError(TranslateError):
    """A step of a review cannot be taken."""


class RememberingError(TranslateError):
    """The file of what was decided for the lines of outlets cannot be used."""

    def __init__(self, path: str, reason: str, switch: str) -> None:
        self.path = path
        super().__init__(
            Phrase(
                "What you decided for the lines of outlets cannot be read or written: {path}: {reason}. Try again if "
                "another program is using the file, make room if the disk is full, or move the file away to begin "
                "anew; {switch}=0 goes without.",
                path=path,
                reason=reason,
                switch=switch,
            )
        )


class GlossaryError(InputError):
    """A file holds no glossary that can be used.

    Attributes:
        line: The line of the file that is wrong, from 1; None where it is none in particular.
    """

    def __init__(self, name: str, what: str, line: int | None = None) -> None:
        self.name, self.line = name, line
        super().__init__(
            Phrase("The glossary {name} cannot be used: {what}", name=name, what=what)
            if line is None
            else Phrase("The glossary {name} cannot be used, line {line}: {what}", name=name, line=line, what=what)
        )


class SessionFileError(InputError):
    """A file holds no session of a review that can be opened."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        super().__init__(Phrase("Cannot open {name}: {what}", name=name, what=what))


class LanguageError(TranslateError):
    """A text is not in a language that is asked for here."""


class UnsupportedLanguage(LanguageError):
    """A text is written in a language other than Russian or English."""

    def __init__(self, side: str, language: str, reason: str) -> None:
        self.side, self.language, self.reason = side, language, reason
        super().__init__(
            Phrase(
                "The {side} text is neither Russian nor English. {reason}. "
                "Give the Russian and the English version of one story, in either order.",
                side=ORDINALS.get(side, side),
                reason=reason,
            )
        )


class SameLanguage(LanguageError):
    """Both texts are written in one language."""

    def __init__(self, name: LanguageName, other: Version | None = None) -> None:
        self.language, self.name = name.language, str(name)
        super().__init__(
            Phrase(
                "Both texts are in {language:name}. Give {other} of the story in place of one of them.",
                language=Version(name.language),
                other=other,
            )
            if other
            else Phrase(
                "Both texts are in {name}. Give the other version of the story in place of one of them.", name=name
            )
        )


class UnknownLanguage(LanguageError):
    """A language is named or detected whose sentences cannot be aligned."""

    def __init__(self, language: str, known: Mapping[str, str], *, side: str = "", reason: str = "") -> None:
        self.language, self.side, self.reason = language, side, reason
        listed = [Phrase("{code} ({name})", code=code, name=LanguageName(code, name)) for code, name in known.items()]
        names = joined(", ", listed)
        if side:
            super().__init__(
                Phrase(
                    "The {side} text cannot be aligned. {reason}. Known: {names}. "
                    "If it is in one of them, name it (on the command line: --source-language, --target-language).",
                    side=ORDINALS.get(side, side),
                    reason=reason,
                    names=names,
                )
            )
        else:
            super().__init__(
                Phrase(
                    "Sentences in {language} cannot be aligned. Known: {names}.", language=repr(language), names=names
                )
            )


class UnsplitText(LanguageError):
    """A raw text is in a language that can be aligned but not split into sentences."""

    def __init__(self, side: str, name: LanguageName) -> None:
        self.side, self.name = side, str(name)
        super().__init__(
            Phrase(
                "The {side} text is {name}, and only Russian and English texts are split into sentences. "
                "Give a list of its sentences (on the command line: --sentences and a file with one sentence a line).",
                side=ORDINALS.get(side, side),
                name=name,
            )
        )


class OutputError(TranslateError):
    """A result cannot be written where it should go."""


class OptionError(TranslateError):
    """A setting has a value that Parallax does not know."""


class WrongType(OptionError):
    """A setting is not of the type that it has to be; what was given may be secret, so its type alone is told."""

    def __init__(self, name: str, given: object, wanted: str) -> None:
        self.name = name
        super().__init__(
            Phrase("{name} is of type {found}. Give {wanted}.", name=name, found=type(given).__name__, wanted=wanted)
        )


class EngineError(TranslateError):
    """A model, a translation package or a library is missing or broken."""


class LibraryMissing(EngineError):
    """What was asked for needs a library that the core goes without."""

    def __init__(self, what: str, library: str, extra: Extra) -> None:
        self.library, self.extra = library, extra
        super().__init__(
            Phrase(
                "{what} needs {library}, which is not installed. To install it: {command}",
                what=what,
                library=library,
                command=install_command(extra),
            )
        )


class ModelNotInstalled(EngineError):
    """No translation package for this pair of languages is on the disk."""

    def __init__(self, pair: tuple[str, str], installed: Sequence[str]) -> None:
        self.pair, self.installed = pair, tuple(installed)
        super().__init__(
            Phrase(
                "No translation package for {source} to {target}. Installed: {installed}. "
                "To install it: python -m translate packages install {source} {target}",
                source=pair[0],
                target=pair[1],
                installed=joined(", ", installed) if installed else in_context("packages", "none"),
            )
        )


class ModelMismatch(EngineError):
    """Vectors of one encoder are to be judged by what was fitted for another, or nothing was fitted for it.

    Attributes:
        file: The model's, as "models/ENCODER/MODEL.json".
        given: Name of the encoder that was given.
        fitted_for: Name of the encoder that the file was fitted for; "" where there is no such file.
    """

    def __init__(self, file: str, given: str, fitted_for: str, command: str) -> None:
        self.file, self.given, self.fitted_for = file, given, fitted_for
        what = (
            Phrase("{file} was fitted for the encoder {encoder}", file=file, encoder=fitted_for)
            if fitted_for
            else Phrase("there is no {file}", file=file)
        )
        super().__init__(
            Phrase(
                "Nothing was fitted for the encoder {given}: {what}. To fit it: {command}. An encoder that the models "
                "of another one serve as well names that one in its attribute fitted_as.",
                given=given,
                what=what,
                command=command,
            )
        )


class StaleModel(EngineError):
    """A model was fitted on other features than the code computes now."""

    def __init__(self, model: str, command: str) -> None:
        self.model = model
        super().__init__(
            Phrase(
                "The model {model} was fitted for other features than this version of Parallax computes. "
                "To fit it anew: {command}",
                model=model,
                command=command,
            )
        )


class ServerError(EngineError):
    """A translation server cannot be reached, refuses, or answers with something other than translations.

    Attributes:
        server: Its host, "" where the address itself is wrong.
        status: Of its answer, as HTTP numbers them; None where none came.
    """

    def __init__(self, server: str, what: str, status: int | None = None) -> None:
        self.server, self.status = server, status
        super().__init__(
            Phrase("The translation server {server} {what}", server=server, what=what)
            if server
            else Phrase("The translation server {what}", what=what)
        )
