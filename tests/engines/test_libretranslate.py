"""Translating by a LibreTranslate server, which a small server on this machine plays as the real one (1.9) behaves."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from local_server import served

from translate.engines import libretranslate
from translate.engines.libretranslate import server_name, translate_by_server
from translate.errors import EngineError, ServerError
from translate.options import Options

LANGUAGES = [
    {"code": code, "name": name, "targets": ["en", "ru"]} for code, name in (("en", "English"), ("ru", "Russian"))
]
KEY = "secret-key-1"


@dataclass
class Answer:
    """What the server says instead of a translation."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def refusal(status: int, words: str, **headers: str) -> Answer:
    return Answer(status, json.dumps({"error": words}).encode(), headers)


@dataclass
class Server:
    """Translates by turning letters into capitals; `instead` are answers given first, `limits` as the real one's."""

    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    instead: list[Answer] = field(default_factory=list)
    key: str | None = None
    batch_limit: int = 1_000_000
    char_limit: int = 1_000_000
    delay: float = 0.0

    def answer(self, asked: dict[str, Any]) -> Answer:
        if self.instead:
            return self.instead.pop(0)
        if self.key and not asked.get("api_key"):
            return refusal(400, "Please contact the server operator to get an API key")
        if self.key and asked["api_key"] != self.key:
            return refusal(403, "Invalid API key")
        known = [language["code"] for language in LANGUAGES]
        for code in (asked["source"], asked["target"]):
            if code not in known:
                return refusal(400, f"{code} is not supported")
        texts = asked["q"]
        for size, limit in ((len(texts), self.batch_limit), (max(map(len, texts)), self.char_limit)):
            if size > limit:
                return refusal(400, f"Invalid request: request ({size}) exceeds text limit ({limit})")
        return Answer(200, json.dumps({"translatedText": [text.upper() for text in texts]}).encode())


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # what a followed redirect would become
            server.paths.append(self.path)
            self.say(Answer(200, json.dumps(LANGUAGES).encode()))

        def do_POST(self) -> None:
            server.paths.append(self.path)
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.requests.append(asked)
            time.sleep(server.delay)
            self.say(server.answer(asked) if self.path.endswith("/translate") else Answer(404, b"<h1>Not Found</h1>"))

        def say(self, answer: Answer) -> None:
            try:
                self.send_response(answer.status)
                length = {} if "Transfer-Encoding" in answer.headers else {"Content-Length": str(len(answer.body))}
                for name, value in (length | answer.headers).items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(answer.body)
            except (BrokenPipeError, ConnectionResetError):
                pass  # whoever asked did not wait

        def log_message(self, *_: object) -> None:
            pass

    with served(Handler) as server.url:
        yield server


@pytest.fixture
def new_server() -> Iterator[Callable[[], Server]]:
    with ExitStack() as running:
        yield lambda: running.enter_context(serving(Server()))


@pytest.fixture
def server(new_server: Callable[[], Server]) -> Server:
    return new_server()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that were to be waited, without waiting."""
    done: list[float] = []
    monkeypatch.setattr(libretranslate, "sleep", done.append)
    return done


def translated(server: Server, *sentences: str, **more: Any) -> list[str]:
    return translate_by_server(sentences or ("кот",), "ru", "en", server.url, **more)


def failure(server: Server, *sentences: str, **more: Any) -> ServerError:
    with pytest.raises(ServerError) as caught:
        translated(server, *sentences, **more)
    return caught.value


def test_sentences_come_back_in_order(server: Server) -> None:
    assert translated(server, "кот", "пёс\nспит") == ["КОТ", "ПЁС СПИТ"]
    assert server.paths == ["/translate"]
    assert server.requests == [{"q": ["кот", "пёс спит"], "source": "ru", "target": "en", "format": "text"}]


def test_blank_sentences_are_not_sent(server: Server) -> None:
    assert translated(server, "", "кот", " \n", "пёс", "") == ["", "КОТ", "", "ПЁС", ""]
    assert server.requests[0]["q"] == ["кот", "пёс"]


def test_nothing_to_translate_asks_nothing(server: Server) -> None:
    assert translate_by_server(["", " "], "ru", "en", server.url) == ["", ""]
    assert server.requests == []


def test_many_sentences_go_in_batches_with_progress(server: Server) -> None:
    sentences = [f"кот {i}" for i in range(120)]
    steps: list[tuple[int, int]] = []
    assert translated(server, *sentences, progress=lambda *step: steps.append(step)) == [s.upper() for s in sentences]
    assert [len(asked["q"]) for asked in server.requests] == [50, 50, 20]
    assert steps == [(50, 120), (100, 120), (120, 120)]


def test_long_sentences_make_smaller_batches(server: Server) -> None:
    translated(server, "к" * 12_000, "п" * 8_000, "о", "я" * 30_000, "е")
    assert [[len(text) for text in asked["q"]] for asked in server.requests] == [[12_000, 8_000], [1], [30_000], [1]]


def test_a_server_with_a_smaller_limit_gets_halves(server: Server) -> None:
    server.batch_limit = 2
    assert translated(server, *"абвгд") == list("АБВГД")
    assert [len(asked["q"]) for asked in server.requests] == [5, 2, 3, 1, 2]


def test_a_proxy_that_takes_less_gets_halves(server: Server) -> None:
    server.instead = [Answer(413, b"<html>Request Entity Too Large</html>")]
    assert translated(server, *"абвг") == list("АБВГ")


def test_a_sentence_beyond_the_limit_is_told(server: Server) -> None:
    server.char_limit = 5
    error = failure(server, "кот", "собака", "пёс")
    assert "does not take so long a sentence" in str(error)
    assert "request (6) exceeds text limit (5)" in str(error)


def test_the_key_is_sent(server: Server) -> None:
    server.key = KEY
    assert translated(server, api_key=KEY) == ["КОТ"]
    assert server.requests[0]["api_key"] == KEY


def test_a_missing_key_is_told(server: Server) -> None:
    server.key = KEY
    error = failure(server)
    assert "give one (on the command line with --api-key" in str(error)
    assert "contact the server operator" in str(error)


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key_is_told_and_not_shown(server: Server, status: int) -> None:
    server.instead = [refusal(status, "Invalid API key wrong-key")]
    error = failure(server, api_key="wrong-key")
    assert error.status == status
    assert "See whether the key is right" in str(error)
    assert "wrong-key" not in str(error)


def test_a_key_that_a_redirect_repeats_is_not_shown(server: Server) -> None:
    server.instead = [Answer(302, b"", {"Location": f"http://127.0.0.1:9/?api_key={KEY}"})]
    error = failure(server, api_key=KEY)
    assert "sends on to http://127.0.0.1:9/?api_key=…" in str(error)
    assert KEY not in str(error)


def test_a_language_that_is_not_loaded_is_told(server: Server) -> None:
    with pytest.raises(ServerError, match=r'"de is not supported".*ru to de') as caught:
        translate_by_server(["кот"], "ru", "de", server.url)
    assert caught.value.status == 400


def test_a_busy_server_is_asked_again_after_the_time_it_names(server: Server, waits: list[float]) -> None:
    server.instead = [refusal(429, "Slowdown: 80 per 1 minute", Retry_After="3")]
    assert translated(server) == ["КОТ"]
    assert waits == [3.0]


def test_a_busy_server_is_asked_twice_at_most(server: Server, waits: list[float]) -> None:
    server.instead = [refusal(429, "Slowdown: 80 per 1 minute")] * 9
    error = failure(server)
    assert "gets too many requests" in str(error)
    assert "80 per 1 minute" in str(error)
    assert (error.status, len(server.requests), waits) == (429, 2, [libretranslate.USUAL_WAIT])


@pytest.mark.parametrize(
    "later",
    ["3600", format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)],
    ids=["seconds", "a moment"],
)
def test_a_long_wait_is_told_instead_of_waited(server: Server, waits: list[float], later: str) -> None:
    server.instead = [refusal(429, "Slowdown", Retry_After=later)]
    assert "It asks to wait" in str(failure(server))
    assert waits == []


@pytest.mark.parametrize("said", ["soon", "-1", "9" * 5000, "²"])
def test_a_strange_retry_after_is_the_usual_wait(server: Server, waits: list[float], said: str) -> None:
    server.instead = [refusal(429, "Slowdown", Retry_After=said)]
    assert translated(server) == ["КОТ"]
    assert waits == [libretranslate.USUAL_WAIT]


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_failing_server_is_told(server: Server, status: int) -> None:
    server.instead = [refusal(status, "Cannot translate text: \x1b[31mout of\nmemory")]
    error = failure(server)
    assert f'has failed (status {status}: "Cannot translate text: [31mout of memory")' in str(error)


@pytest.mark.parametrize("body", [b"", b"<html>Bad gateway</html>", b'{"error": 5}', b"[" * 100_000, b"\xff\xfe"])
def test_an_error_without_words_is_told_by_its_status(server: Server, body: bytes) -> None:
    server.instead = [Answer(502, body)]
    assert "has failed (status 502)." in str(failure(server))


@pytest.mark.parametrize(
    "body", [b"", b"<html>Welcome</html>", b'{"translatedText": ["CAT"', b"[" * 100_000, b"\xff\xfe"]
)
def test_an_answer_that_is_not_json_is_told(server: Server, body: bytes) -> None:
    server.instead = [Answer(200, body)]
    assert "not JSON" in str(failure(server))


@pytest.mark.parametrize(
    "answer", [[], {}, {"translatedText": "CAT"}, {"translatedText": [1]}, {"translatedText": None}]
)
def test_an_answer_of_another_shape_is_told(server: Server, answer: Any) -> None:
    server.instead = [Answer(200, json.dumps(answer).encode())]
    assert "without a list of translations" in str(failure(server))


def test_an_answer_with_another_number_of_sentences_is_told(server: Server) -> None:
    server.instead = [Answer(200, json.dumps({"translatedText": ["CAT"]}).encode())]
    assert "1 translations for 2 sentences" in str(failure(server, "кот", "пёс"))


@pytest.mark.parametrize("headers", [{"Content-Length": "1000"}, {"Transfer-Encoding": "chunked"}])
def test_an_answer_that_breaks_off_is_told(server: Server, headers: dict[str, str]) -> None:
    server.instead = [Answer(200, b'fff\r\n{"translatedText"', headers)]
    assert "cut off" in str(failure(server))


def test_a_slow_server_is_told(server: Server) -> None:
    server.delay = 1.0
    started = time.monotonic()
    assert "no answer within 0.1 seconds" in str(failure(server, timeout=0.1))
    assert time.monotonic() - started < 0.9


def test_an_absent_server_is_told() -> None:
    with pytest.raises(ServerError, match=r"127\.0\.0\.1:9 cannot be reached: .*refused"):
        translate_by_server(["кот"], "ru", "en", "http://127.0.0.1:9")


def test_another_path_on_the_server_is_told(server: Server) -> None:
    server.instead = [Answer(404, b"<h1>Not Found</h1>")]
    assert f"no LibreTranslate at {server.url}/translate" in str(failure(server))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_refused(server: Server, new_server: Callable[[], Server], status: int) -> None:
    """Neither sentences nor the key reach a server that was not named."""
    other = new_server()
    server.instead = [Answer(status, b"", {"Location": f"{other.url}/translate"})]
    assert f"sends on to {other.url}/translate, which is not followed" in str(failure(server, api_key=KEY))
    assert other.paths == []


def test_no_proxy_is_used(server: Server, new_server: Callable[[], Server], monkeypatch: pytest.MonkeyPatch) -> None:
    other = new_server()
    monkeypatch.setenv("http_proxy", other.url)
    monkeypatch.delenv("no_proxy", raising=False)
    assert translated(server) == ["КОТ"]
    assert other.paths == []


@pytest.mark.parametrize("ending", ["", "/", "/translate", "/translate/"])
def test_the_address_may_end_as_it_is_copied(server: Server, ending: str) -> None:
    assert translate_by_server(["кот"], "ru", "en", f" {server.url}/team{ending}\n") == ["КОТ"]
    assert server.paths == ["/team/translate"]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:5000",
        "ftp://host",
        "file:///etc/passwd",
        "http://",
        "http://host:port",
        "http://[::1",
        "http://a b",
        f"http://{'a' * 64}.ru",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    for use in (server_name, lambda given: translate_by_server(["кот"], "ru", "en", given)):
        with pytest.raises(ServerError, match="begins with http:// or https://"):
            use(url)


@pytest.mark.parametrize("url", ["http://user:pass@host", "http://host/?api_key=pass", "ftp://user:pass@host"])
def test_secrets_in_an_address_are_refused_and_not_shown(url: str) -> None:
    with pytest.raises(EngineError) as caught:
        server_name(url)
    assert "pass" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://Translate.Example.org/service/", "translate.example.org"),
        ("http://localhost:5000", "localhost:5000"),
        ("http://[::1]:5000/translate", "[::1]:5000"),
    ],
)
def test_a_server_is_named_by_its_host(url: str, name: str) -> None:
    assert server_name(url) == name


def test_the_key_is_not_in_the_traceback_of_a_server() -> None:
    shown = repr(libretranslate._Server("http://host/translate", "host", "ru", "en", KEY, 1.0))
    assert KEY not in shown


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0", "[::ffff:127.0.0.1]"])
def test_a_server_that_a_stranger_named_does_not_stand_inside(server: Server, host: str) -> None:
    """Whatever listens there is not asked, and an open port is told like a closed one."""
    told = set()
    for port in (server.url.rpartition(":")[2], "1"):
        with pytest.raises(ServerError, match="private network") as caught:
            translate_by_server(["кот"], "ru", "en", f"http://{host}:{port}", public=True)
        told.add(str(caught.value).replace(f":{port} ", " "))
    assert len(told) == 1
    assert server.requests == []


def test_the_options_say_whether_a_server_must_be_public(server: Server) -> None:
    engine = libretranslate.LibreTranslateEngine()
    for public in (False, True):
        model = engine.model("ru", "en", Options(engine="libretranslate", url=server.url, public_server=public))
        assert model is not None
        if public:
            with pytest.raises(ServerError, match="private network"):
                model.translate(["кот"], "fast", None)
        else:
            assert model.translate(["кот"], "fast", None) == ["КОТ"]
