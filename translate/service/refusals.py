"""What clients are told where something cannot be done: a code for programs, what happened, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from translate.batch.process import ComparisonEnded
from translate.errors import EngineError, LanguageError, OptionError, OutputError, TextTooLong, TranslateError
from translate.settings.limits import FileTooLarge, SentenceTooLong, TooManySentences, TooSlow
from translate.wording.phrase import Phrase, later, said


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of refusal.

    Attributes:
        status: Of the answer, as HTTP numbers them.
        message: What happened, where nothing more is known; marked by `later`.
        action: What to do, likewise.
    """

    status: int
    message: str
    action: str


KINDS: Final[Mapping[str, Kind]] = {
    "invalid": Kind(
        422, later("The request is not as it has to be."), later("Mend it; /openapi.json tells what each field takes.")
    ),
    "not_json": Kind(
        400, later("The body cannot be read as JSON."), later("Send JSON in UTF-8 with Content-Type: application/json.")
    ),
    "unauthorized": Kind(
        401,
        later("No key, or one that is not known here."),
        later("Send your key in the header Authorization: Bearer KEY. The operator of the service gives keys."),
    ),
    "host": Kind(
        403,
        later("Without keys, the service answers under names of this machine alone."),
        later("Ask localhost, or give the service keys."),
    ),
    "address": Kind(
        403,
        later("This service reads no pages of the web."),
        later("Send the text. The operator of the service may allow addresses."),
    ),
    "not_found": Kind(
        404, later("There is no such thing."), later("Look at the address; jobs are deleted some days after their end.")
    ),
    "method": Kind(405, later("This address is asked in another way."), later("See /docs for the ways.")),
    "not_done": Kind(409, later("The job has no result yet."), later("Ask for its state, and again once it is done.")),
    "no_result": Kind(409, later("The job has failed."), later("Its state says why.")),
    "too_large": Kind(
        413, later("The request is too large."), later("Send less at once: /v1/limits tells what is taken.")
    ),
    "too_long": Kind(
        413, later("The text is too long."), later("Send parts, for example chapters: /v1/limits tells what is taken.")
    ),
    "input": Kind(422, later("A text cannot be used."), later("Send the whole story as plain text.")),
    "language": Kind(
        422, later("A text is not in a language that is asked for."), later("Send the Russian and the English version.")
    ),
    "option": Kind(422, later("A setting has a wrong value."), later("Send one of those that the message names.")),
    "engine": Kind(
        422, later("The translation engine cannot be used."), later('Send "engine": "auto", or ask the operator.')
    ),
    "too_slow": Kind(
        422, later("It took too long and was stopped."), later("Send parts: /v1/limits tells the longest time.")
    ),
    "rate": Kind(429, later("Too many requests."), later("Wait as long as Retry-After says, then go on slower.")),
    "internal": Kind(
        500,
        later("Something went wrong that nobody foresaw."),
        later("Tell the operator of the service the time of this answer: details are in the log."),
    ),
    "busy": Kind(
        503, later("All processes are at work and enough requests wait."), later("Ask again in a few seconds.")
    ),
    "ended": Kind(
        503,
        later("The process ended before it was done: it ran out of memory or crashed."),
        later("Ask again; if it ends again, send a shorter part."),
    ),
    "jobs_full": Kind(503, later("Enough jobs of this key wait."), later("Send the job again once others have ended.")),
    "no_room": Kind(
        503, later("There is no room for more jobs."), later("Delete jobs whose results you have, then send it again.")
    ),
    "closing": Kind(503, later("The service is being stopped."), later("Ask again in a minute.")),
}
RETRY: Final = 5  # seconds, where nothing better is known
# The first that an error is one of; others are of the input.
_CODES: Final[tuple[tuple[tuple[type[TranslateError], ...], str], ...]] = (
    ((TextTooLong, TooManySentences, SentenceTooLong, FileTooLarge), "too_long"),
    ((TooSlow,), "too_slow"),
    ((ComparisonEnded,), "ended"),
    ((OutputError,), "internal"),  # of the service's own files
    ((LanguageError,), "language"),
    ((OptionError,), "option"),
    ((EngineError,), "engine"),
)


class Refusal(Exception):
    """Something that a client is refused.

    Attributes:
        code: Of KINDS.
        message: What happened.
        retry_after: Seconds after which to ask again; None where that helps nothing.
    """

    def __init__(self, code: str, message: str = "", retry_after: int | None = None) -> None:
        self.code, self.message = code, message or Phrase.of(KINDS[code].message, {})
        usual = RETRY if self.status == 503 else None
        self.retry_after = usual if retry_after is None else retry_after
        super().__init__(code)

    @property
    def status(self) -> int:
        """Of the answer."""
        return KINDS[self.code].status

    @property
    def record(self) -> dict[str, Any]:
        """As JSON has it, in the language of the interface."""
        return record_of(self.code, self.message)

    @property
    def headers(self) -> dict[str, str]:
        """Of the answer."""
        headers = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
        return headers | ({"WWW-Authenticate": "Bearer"} if self.status == 401 else {})


def record_of(code: str, message: str) -> dict[str, Any]:
    """An error as JSON has it, in the language of the interface."""
    action = said(Phrase.of(KINDS[code].action, {}))
    return {"error": {"code": code, "message": said(message), "action": action}}


def refusal_of(error: TranslateError) -> Refusal:
    """What a client is told of an error of the library; nothing of one in the service's own files."""
    code = next((code for kinds, code in _CODES if isinstance(error, kinds)), "input")
    hidden = code in ("internal", "ended")  # their messages tell of files and of the page
    return Refusal(code, "" if hidden else error.message)
