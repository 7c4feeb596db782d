"""Every error Parallax raises on purpose; all descend from TranslateError."""

from collections.abc import Mapping, Sequence


class TranslateError(Exception):
    """Something the user can mend; the message says what happened and what to do next."""


class InputError(TranslateError):
    """A text or file cannot be used as it was given.

    Attributes:
        side: "First text" or "Second text" where one of two is meant; set by `compare`, "" otherwise.
    """

    side: str = ""

    def __str__(self) -> str:
        message = super().__str__()
        return f"{self.side}: {message}" if self.side else message


class EmptyText(InputError):
    """A text holds no letters at all."""

    def __init__(self, length: int) -> None:
        self.length = length
        found = "it is empty" if not length else f"its {length} characters hold no letters"
        super().__init__(f"There is nothing to read in this text: {found}. Give the whole story, with its sentences.")


class TextTooShort(InputError):
    """A text is shorter than a headline."""

    def __init__(self, letters: int, words: int, needed_letters: int, needed_words: int) -> None:
        self.letters, self.words = letters, words
        super().__init__(
            f"This text is too short to compare: {words} word(s) with {letters} letter(s), while at least "
            f"{needed_words} words with {needed_letters} letters are needed. "
            "Give the whole story, or at least its headline."
        )


class TextTooLong(InputError):
    """A text is longer than one comparison can hold."""

    def __init__(self, characters: int, limit: int) -> None:
        self.characters, self.limit = characters, limit
        super().__init__(
            f"This text is too long: {characters:,} characters, while at most {limit:,} are read. "
            "Split it into parts, for example chapters, and compare them one by one."
        )


class BinaryInput(InputError):
    """A file is no plain text."""

    def __init__(self, name: str, found: str) -> None:
        self.name, self.found = name, found
        super().__init__(
            f"{name} is not a plain text: it looks like {found}. "
            "Open it in its own program and save it as plain text (UTF-8), or copy the text and paste it."
        )


class HtmlInput(InputError):
    """A text is the source code of a web page."""

    def __init__(self, tags: int) -> None:
        self.tags = tags
        super().__init__(
            f"This text is the source code of a web page ({tags} HTML tags). "
            "Open the page in a browser, select the story there, copy it and paste that."
        )


class ReviewError(TranslateError):
    """A step of a review cannot be taken."""


class SessionFileError(InputError):
    """A file holds no session of a review that can be opened."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        super().__init__(f"Cannot open {name}: {what}")


class LanguageError(TranslateError):
    """A text is not in a language that is asked for here."""


class UnsupportedLanguage(LanguageError):
    """A text is written in a language other than Russian or English."""

    def __init__(self, side: str, language: str, reason: str) -> None:
        self.side, self.language, self.reason = side, language, reason
        super().__init__(
            f"The {side} text is neither Russian nor English. {reason}. "
            "Give the Russian and the English version of one story, in either order."
        )


class SameLanguage(LanguageError):
    """Both texts are written in one language."""

    def __init__(self, language: str, name: str) -> None:
        self.language, self.name = language, name
        other = {"ru": "English", "en": "Russian"}.get(language, "other")
        super().__init__(f"Both texts are in {name}. Give the {other} version of the story in place of one of them.")


class UnknownLanguage(LanguageError):
    """A language is named or detected whose sentences cannot be aligned."""

    def __init__(self, language: str, known: Mapping[str, str], *, side: str = "", reason: str = "") -> None:
        self.language, self.side, self.reason = language, side, reason
        names = ", ".join(f"{code} ({name})" for code, name in known.items())
        if side:
            super().__init__(
                f"The {side} text cannot be aligned. {reason}. Known: {names}. "
                "If it is in one of them, name it (on the command line: --source-language, --target-language)."
            )
        else:
            super().__init__(f"Sentences in {language!r} cannot be aligned. Known: {names}.")


class UnsplitText(LanguageError):
    """A raw text is in a language that can be aligned but not split into sentences."""

    def __init__(self, side: str, name: str) -> None:
        self.side, self.name = side, name
        super().__init__(
            f"The {side} text is {name}, and only Russian and English texts are split into sentences. "
            "Give a list of its sentences (on the command line: --sentences and a file with one sentence a line)."
        )


class OutputError(TranslateError):
    """A result cannot be written where it should go."""


class OptionError(TranslateError):
    """A setting has a value that Parallax does not know."""


class EngineError(TranslateError):
    """A model or translation package is missing or broken."""


class ModelNotInstalled(EngineError):
    """No translation package for this pair of languages is on the disk."""

    def __init__(self, pair: tuple[str, str], installed: Sequence[str]) -> None:
        self.pair, self.installed = pair, tuple(installed)
        super().__init__(
            f"No translation package for {pair[0]} to {pair[1]}. Installed: {', '.join(installed) or 'none'}. "
            f"To install it: python -m translate packages install {pair[0]} {pair[1]}"
        )


class ServerError(EngineError):
    """A translation server cannot be reached, refuses, or answers with something other than translations.

    Attributes:
        server: Its host, "" where the address itself is wrong.
        status: Of its answer, as HTTP numbers them; None where none came.
    """

    def __init__(self, server: str, what: str, status: int | None = None) -> None:
        self.server, self.status = server, status
        super().__init__(f"The translation server {server} {what}" if server else f"The translation server {what}")
