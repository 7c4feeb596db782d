"""Requests that wait for a process: how many, how long, and what a client who leaves does to them."""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from service import BOUNDS, SECONDS, served

from translate.batch.process import ComparisonEnded
from translate.errors import OptionError, SameLanguage
from translate.service import at_work
from translate.service.at_work import Service
from translate.service.doing import Doing, GivenUp, LentPool
from translate.service.keys import Keys
from translate.service.work import Answered
from translate.settings.limits import Limits

TEXT = {"text": "Мост открыли."}


class Held(Doing):
    """Holds each job until it is let go, as a long text does."""

    places = 1

    def __init__(self):
        self.begun, self.given_up, self.let_go = threading.Semaphore(0), threading.Event(), threading.Event()

    def done(self, job, progress):
        self.begun.release()
        try:
            while not self.let_go.wait(0.01):
                progress("reading", 0, 1)
        except GivenUp:
            self.given_up.set()
            raise
        return Answered(b"{}")

    def end(self):
        pass


@pytest.fixture
def held(tmp_path, monkeypatch):
    """A service with one place and one that waits."""
    doing = Held()
    monkeypatch.setattr(at_work, "Doing", lambda workers: doing)
    monkeypatch.setattr(Service, "_wake", lambda service: None)
    monkeypatch.setattr(at_work, "LOOK", 0.05)
    with served(tmp_path, waiting=1, texts=Limits(1000, 10, 0.2)) as (ask, service):
        yield ask, doing, service
        doing.let_go.set()


def test_of_those_who_wait_so_many_are_taken(held):
    ask, doing, _ = held
    with ThreadPoolExecutor(2) as others:
        waiting = [others.submit(ask, "/v1/detect", TEXT) for _ in range(2)]
        for _ in waiting:
            assert doing.begun.acquire(timeout=SECONDS)
        refused = ask("/v1/detect", TEXT)
        assert (refused.status, refused.code, refused.headers["Retry-After"]) == (503, "busy", "5")
        assert b"parallax_requests_at_work 2.0" in ask("/metrics").data
        doing.let_go.set()
        assert [each.result().status for each in waiting] == [200, 200]
    assert ask("/v1/detect", TEXT).status == 200


def test_a_client_who_leaves_ends_the_work(held):
    ask, doing, _ = held
    where = urlsplit(ask.address)
    with socket.create_connection((where.hostname, where.port)) as client:
        body = b'{"text": "a"}'
        lines = ("POST /v1/detect HTTP/1.1", "Host: localhost", "Content-Type: application/json", "Content-Length: 13")
        client.sendall("\r\n".join((*lines, "", "")).encode() + body)
        assert doing.begun.acquire(timeout=SECONDS)
    assert doing.given_up.wait(SECONDS)


def test_a_process_that_notices_no_time_is_ended(held, monkeypatch):
    ask, _, _ = held
    monkeypatch.setattr(at_work, "GRACE", 0.0)
    assert ask("/v1/detect", TEXT).code == "too_slow"


def test_the_end_of_the_service_is_told_to_those_who_wait(held):
    ask, doing, service = held
    with ThreadPoolExecutor(1) as others:
        waiting = others.submit(ask, "/v1/detect", TEXT)
        assert doing.begun.acquire(timeout=SECONDS)
        service._closing.set()
        assert waiting.result().code == "closing"


def test_a_process_that_crashes_is_told(held, monkeypatch):
    ask, doing, _ = held

    def crashed(job, progress):
        raise ComparisonEnded(-9)

    monkeypatch.setattr(doing, "done", crashed)
    reply = ask("/v1/detect", TEXT)
    assert (reply.status, reply.code) == (503, "ended")


def test_a_folder_is_for_one_service(tmp_path):
    with served(tmp_path), pytest.raises(OptionError, match="Another service"):
        Service(BOUNDS, Keys(), tmp_path, None).take_folder()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OptionError, match="cannot be used"):
        Service(BOUNDS, Keys(), tmp_path / "file" / "jobs", None).take_folder()


class Job:
    def __init__(self, *ends):
        self.ends = list(ends)

    def do(self, progress):
        progress("reading", 0, 1)
        if self.ends:
            raise self.ends.pop(0)
        return "done"


def test_a_batch_borrows_processes_until_it_is_given_up():
    stopped = threading.Event()
    pool = LentPool(Doing(None), stopped.is_set)
    assert pool.done(Job(ComparisonEnded(-9))) == "done"  # tried again
    with pytest.raises(SameLanguage):
        pool.done(Job(SameLanguage(_name())))
    with pytest.raises(ComparisonEnded):
        pool.done(Job(ComparisonEnded(-9), ComparisonEnded(-9)))
    stopped.set()
    with pytest.raises(GivenUp):
        pool.done(Job())


def _name():
    from translate.wording.naming import LanguageName

    return LanguageName("ru", "Russian")


def test_a_service_is_ready_once_a_process_has_read_its_models(ask):
    end = time.monotonic() + SECONDS
    while ask("/health/ready").status != 200 and time.monotonic() < end:
        time.sleep(0.01)
    assert ask("/health").json["ready"] is True
