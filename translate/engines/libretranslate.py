"""Translation by a LibreTranslate server of the user's: sentences go to the address given, and nowhere else."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, IncompleteRead
from time import sleep
from urllib.parse import SplitResult, urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, Request

from translate.engines.engine import EngineInfo, Progress
from translate.errors import ServerError
from translate.options import Options, Quality
from translate.web.guard import AddressRefused
from translate.web.public_http import PublicHTTPHandler, PublicHTTPSHandler
from translate.wording.interface import DEFAULT
from translate.wording.phrase import Phrase, later

TIMEOUT = 120.0  # seconds without an answer; a small server needs about 20 for a full batch
BATCH_SENTENCES = 50
BATCH_CHARACTERS = 20_000  # a longer sentence is a batch by itself
MAX_ANSWER = 10_000_000  # bytes; a full batch has about 100,000
TRIES = 2  # requests for one batch while the server says there are too many
USUAL_WAIT = 2.0  # seconds before the second one, if the server does not say how long
MAX_WAIT = 5.0  # seconds; whoever is told to wait longer had better be told so
SHOWN_MESSAGE = 200  # characters of the server's own words in an error
CUT_OFF = Phrase("sent an answer that is cut off or far too long. Try again.")
WHERE_KEY = Phrase("on the command line with --api-key or in PARALLAX_API_KEY")
WRONG_PLACE = Phrase("See whether its address is that of a LibreTranslate server.")


def translate_by_server(
    sentences: Sequence[str],
    source: str,
    target: str,
    url: str,
    *,
    api_key: str | None = None,
    progress: Progress | None = None,
    timeout: float = TIMEOUT,
    public: bool = False,
) -> list[str]:
    """Translate sentences by a LibreTranslate server, in order; blank ones are not sent and give "".

    Args:
        sentences: In the source language, any length the server accepts.
        source, target: Languages, "ru" and "en".
        url: The server's address, "http://localhost:5000". No other address is contacted, neither by a redirect nor
            through a proxy.
        api_key: For servers that ask for one; part of the request, never of a message.
        progress: Called with the number of sentences done and in all, blank ones not counted.
        timeout: Seconds without an answer, above 0.
        public: Whether a server on this machine or in a private network is refused.

    Raises:
        ServerError: No web address, no connection, no answer in time, a refusal, or an answer that is no translation.
    """
    server = _Server(_address(url), server_name(url), source, target, api_key or None, timeout, public)
    texts = [" ".join(sentence.split()) for sentence in sentences]  # a line break would end a paragraph there
    sent = [text for text in texts if text]
    answers: list[str] = []
    for batch in _batches(sent):
        answers += server.translated(batch)
        if progress is not None:
            progress(len(answers), len(sent))
    left = iter(answers)
    return [next(left) if text else "" for text in texts]


def server_name(url: str) -> str:
    """Host of a server, with its port where one is named: what a report says of who translated.

    Raises:
        ServerError: This is no web address.

    Example:
        >>> server_name("https://Translate.Example.org/service/"), server_name("http://localhost:5000")
        ('translate.example.org', 'localhost:5000')
    """
    parts = _parts(url)
    host = parts.hostname or ""
    named = f"[{host}]" if ":" in host else host
    return f"{named}:{parts.port}" if parts.port else named


@dataclass(frozen=True, slots=True)
class ServedModel:
    """One direction of a server, as `engine.Model` asks for it."""

    source: str
    target: str
    url: str
    api_key: str | None = field(repr=False)
    public: bool = False

    @property
    def name(self) -> str:
        """Host of the server.

        Raises:
            ServerError: Its address is no web address.
        """
        return server_name(self.url)

    @property
    def key(self) -> str:
        """Address and direction; what the server runs, it does not tell."""
        return f"libretranslate|{self.url}|{self.source}-{self.target}"

    def translate(self, sentences: Sequence[str], quality: Quality, progress: Progress | None) -> list[str]:
        """Translations by the server, which has a quality of its own."""
        return translate_by_server(
            sentences,
            self.source,
            self.target,
            self.url,
            api_key=self.api_key,
            progress=progress,
            public=self.public,
        )


class LibreTranslateEngine:
    """A server of the user's, where they name one."""

    info = EngineInfo(
        name="libretranslate",
        title=Phrase("A LibreTranslate server"),
        languages=Phrase("those of the server"),
        licence=Phrase("that of the server's models"),
        get=Phrase(
            "Run a server or find one, and give its address: --engine libretranslate --url http://localhost:5000"
        ),
        label=later("machine translation by a LibreTranslate server"),
        notice=later("Translated by the LibreTranslate server {model}, to which sentences are sent."),
        qualities=False,
        offline=False,
    )

    def model(self, source: str, target: str, options: Options) -> ServedModel | None:
        """The server that the options name, None where they name none; nothing is asked of it yet."""
        if not options.url:
            return None
        return ServedModel(source, target, options.url, options.api_key, options.public_server)


@dataclass(frozen=True, slots=True)
class _Server:
    address: str
    name: str
    source: str
    target: str
    api_key: str | None = field(repr=False)
    timeout: float
    public: bool = False

    def translated(self, batch: list[str]) -> list[str]:
        """Translations of a batch; one that is more than the server takes at once is sent in halves."""
        try:
            return _translations(self._accepted(batch), len(batch), self.name)
        except ServerError as error:
            if len(batch) == 1 or not _too_much(error.status, str(error)):
                raise
        half = len(batch) // 2
        return [*self.translated(batch[:half]), *self.translated(batch[half:])]

    def _accepted(self, batch: list[str]) -> bytes:
        """The body of the server's answer to a batch; a busy server is asked once more."""
        for tries_left in reversed(range(TRIES)):
            status, headers, body = self._exchange(batch)
            if status != 429:
                break
            wait = _wait(headers)
            if not tries_left or wait > MAX_WAIT:
                words = self._words(body)
                what = Phrase("gets too many requests{words}. Try again later.", words=words)
                if headers.get("Retry-After"):
                    what = Phrase(
                        "gets too many requests{words}. It asks to wait {seconds:,.0f} seconds. Try again later.",
                        words=words,
                        seconds=wait,
                    )
                raise ServerError(self.name, what, status)
            sleep(wait)
        if status != 200:
            raise ServerError(self.name, self._refusal(status, headers, body), status)
        return body

    def _exchange(self, batch: list[str]) -> tuple[int, Message, bytes]:
        """One request: status, headers and body of the answer, whatever they are."""
        content = {"q": batch, "source": self.source, "target": self.target, "format": "text"}
        if self.api_key is not None:
            content["api_key"] = self.api_key
        headers = {"Content-Type": "application/json", "Accept-Language": DEFAULT, "User-Agent": "Parallax"}
        request = Request(self.address, json.dumps(content).encode(), headers, method="POST")
        try:
            with _opener(public=self.public).open(request, timeout=self.timeout) as answer:
                body = answer.read(MAX_ANSWER)
                if answer.length:  # bytes announced that did not come
                    raise ServerError(self.name, CUT_OFF, answer.status)
                return answer.status, answer.headers, body
        except AddressRefused as error:
            what = Phrase("stands on this machine or in a private network, which this page does not ask.")
            raise ServerError(self.name, what) from error
        except IncompleteRead as error:
            raise ServerError(self.name, CUT_OFF) from error
        except (OSError, HTTPException) as error:  # URLError and TimeoutError are kinds of OSError
            reason = getattr(error, "reason", None) or error
            if isinstance(reason, TimeoutError):
                what = Phrase(
                    "gave no answer within {seconds:g} seconds. Try again, or ask who runs it.", seconds=self.timeout
                )
            else:
                what = Phrase(
                    "cannot be reached: {reason}. See whether it runs and its address is right.", reason=reason
                )
            raise ServerError(self.name, what) from error

    def _refusal(self, status: int, headers: Message, body: bytes) -> str:
        """What an answer other than 200 means, and what to do about it."""
        words = self._words(body)
        if 300 <= status < 400:
            place = _plain(self._hidden(headers.get("Location", ""))) or Phrase("an address it does not name")
            return Phrase(
                "sends on to {place}, which is not followed. If that is the right address, give it instead.",
                place=place,
            )
        if status in (401, 403) or (status == 400 and "API key" in words):
            if self.api_key is None:
                return Phrase(
                    "refuses the request{words}. If it asks for a key, give one ({where}).",
                    words=words,
                    where=WHERE_KEY,
                )
            return Phrase("refuses the request with this API key{words}. See whether the key is right.", words=words)
        if _too_much(status, words):
            return Phrase("does not take so long a sentence{words}. Whoever runs it can raise the limit.", words=words)
        if status == 400:
            return Phrase(
                "cannot do this translation{words}. It has to have {source} to {target} loaded.",
                words=words,
                source=self.source,
                target=self.target,
            )
        if status in (404, 405):
            return Phrase(
                "has no LibreTranslate at {address} (status {status}). See whether its address is complete.",
                address=self.address,
                status=str(status),
            )
        if status >= 500:
            return Phrase(
                "has failed (status {status}{words}). Try again later, or ask who runs it.",
                status=str(status),
                words=words,
            )
        return Phrase("refuses the request (status {status}{words}).", status=str(status), words=words)

    def _words(self, body: bytes) -> str:
        """The server's own words about an error, to stand behind a phrase; "" where it has none."""
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            return ""  # a proxy's page or cut off; the status says enough
        said = answer.get("error") if isinstance(answer, dict) else None
        if not isinstance(said, str) or not said.strip():
            return ""
        return f': "{_plain(self._hidden(said))}"'

    def _hidden(self, said: str) -> str:
        """What a server says, without the key that it may repeat."""
        return said.replace(self.api_key, "…") if self.api_key else said


def _parts(url: str) -> SplitResult:
    """A server's address, checked."""
    try:
        parts = urlsplit(url.strip())
        name = (parts.hostname or "").encode("idna")  # what is no name raises, as a port that is no number does
        correct = bool(name) and parts.port != 0
    except ValueError:
        correct = False
    if not correct or parts.scheme not in ("http", "https") or re.search(r"[^!-~]", url.strip()):
        what = Phrase("cannot be at this. Its address begins with http:// or https://, then comes its name.")
        if "@" not in url:  # a password may stand before it
            what = Phrase(
                "cannot be at {address}. Its address begins with http:// or https://, then comes its name.",
                address=repr(_plain(url)),
            )
        raise ServerError("", what)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ServerError(
            "",
            Phrase(
                "needs an address without a user, password or question. A key is given by itself ({where}).",
                where=WHERE_KEY,
            ),
        )
    return parts


def _address(url: str) -> str:
    """Where sentences are sent; an address that ends in /translate already is taken as it is."""
    parts = _parts(url)
    path = parts.path.rstrip("/").removesuffix("/translate")
    return f"{parts.scheme}://{parts.netloc}{path}/translate"


def _opener(*, public: bool) -> OpenerDirector:
    """Opens http and https alone: no proxy, no redirect, no other scheme, and every status is an answer."""
    opener = OpenerDirector()
    opener.add_handler(PublicHTTPHandler() if public else HTTPHandler())
    opener.add_handler(PublicHTTPSHandler() if public else HTTPSHandler())
    return opener


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """Texts in order, in groups that one request can carry."""
    batch: list[str] = []
    characters = 0
    for text in texts:
        if batch and (len(batch) == BATCH_SENTENCES or characters + len(text) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(text)
        characters += len(text)
    if batch:
        yield batch


def _translations(body: bytes, count: int, name: str) -> list[str]:
    """The translations in an answer.

    Raises:
        ServerError: It is not JSON, or does not hold as many strings as there were sentences.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        what = Phrase("answers with something that is not JSON. {advice}", advice=WRONG_PLACE)
        raise ServerError(name, what, 200) from error
    texts = answer.get("translatedText") if isinstance(answer, dict) else None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ServerError(name, Phrase("answers without a list of translations. {advice}", advice=WRONG_PLACE), 200)
    if len(texts) != count:
        raise ServerError(
            name,
            Phrase(
                "answers with {received} translations for {sent} sentences. Try again.", received=len(texts), sent=count
            ),
            200,
        )
    return [text.strip() for text in texts]


def _too_much(status: int | None, words: str) -> bool:
    """Whether a refusal is about size: servers limit how many sentences come at once, and how long each may be."""
    return status == 413 or (status == 400 and "exceeds text limit" in words)


def _wait(headers: Message) -> float:
    """Seconds that the server asks to wait, 0 or more."""
    asked = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", asked):
        return float(asked)
    try:
        until = parsedate_to_datetime(asked)
    except ValueError:
        return USUAL_WAIT
    moment = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _plain(words: str) -> str:
    """Words of a server on one line, without control characters, at most 200 characters long."""
    printable = "".join(sign if sign.isprintable() else " " for sign in words)
    line = " ".join(printable.split()).rstrip(".")
    return line if len(line) <= SHOWN_MESSAGE else f"{line[: SHOWN_MESSAGE - 1]}…"
