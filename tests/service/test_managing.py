"""Jobs: the files of a batch and of a match to the byte, whose they are, and what becomes of them."""

import json
import time

import pytest
from service import Client, served
from standin import ENGLISH, RUSSIAN, UNRELATED

from translate.batch import Here, Pair, run
from translate.batch.pairs import Given
from translate.matching.articles import Article
from translate.matching.matches import match
from translate.matching.pairs_file import alone_text, pairs_text
from translate.options import Options
from translate.service.keys import Keys, new_key

OPTIONS = Options(max_characters=10_000, max_sentences=500, max_seconds=60)
PAIRS = [
    {
        "id": "bridge",
        "source": RUSSIAN,
        "target": {"text": ENGLISH, "published": "2024-05-31"},
        "about": {"outlet": "a"},
    },
    {"source": RUSSIAN, "target": RUSSIAN},
    {"source": ENGLISH, "target": RUSSIAN},
]


@pytest.fixture(scope="module")
def batch(ask):
    """A batch that has ended."""
    begun = ask("/v1/jobs/batch", {"pairs": PAIRS, "formats": ["html"], "language": "ru"})
    assert begun.status == 202
    return ask.ended(begun.json["id"])


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The same batch without a service."""
    pairs = [
        Pair(1, "bridge", Given("text", RUSSIAN), Given("text", ENGLISH, "2024-05-31"), {"outlet": "a"}),
        Pair(2, "2", Given("text", RUSSIAN), Given("text", RUSSIAN)),
        Pair(3, "3", Given("text", ENGLISH), Given("text", RUSSIAN)),
    ]
    out = tmp_path_factory.mktemp("alone")
    return run(pairs, out, OPTIONS, formats=["html"], executor=Here(), language="ru").folder


def test_a_batch_tells_what_it_came_to(batch):
    assert {name: batch[name] for name in ("schema", "kind", "state", "total", "done", "errors", "error")} == {
        "schema": "parallax/job/1", "kind": "batch", "state": "done", "total": 3, "done": 3, "errors": 1, "error": None,
    }  # fmt: skip


def test_its_results_are_those_of_the_library_to_the_byte(ask, batch, alone):
    job = f"/v1/jobs/{batch['id']}/result"
    assert ask(job).data == (alone / "summary.jsonl").read_bytes()
    assert ask(f"{job}?format=csv").data == (alone / "summary.csv").read_bytes()
    for number in (1, 3):
        for format in ("json", "html"):
            file = alone / f"results/00000/{number:08}.{format}"
            assert ask(f"{job}/{number}?format={format}").data == file.read_bytes()
    assert [ask(f"{job}/{number}").code for number in (2, 4)] == ["not_found"] * 2
    assert ask(f"{job}/1?format=csv").code == "not_found"


def test_a_match_is_that_of_the_library_to_the_byte(ask, monkeypatch):
    from standin import BilingualEmbedder

    def matched(source, target, **given):
        return match(source, target, **given, embedder=BilingualEmbedder())

    monkeypatch.setattr("translate.service.work.match", matched)
    monkeypatch.setattr("translate.matching.matches.matching_model", lambda name: _model())
    body = {
        "source": [{"text": RUSSIAN, "name": "a", "published": "2024-05-31"}],
        "target": [{"text": UNRELATED}, {"text": ENGLISH, "url": "https://site.example/story"}],
        "least": 0,
    }
    job = ask.ended(ask("/v1/jobs/match", body).json["id"])
    assert (job["state"], job["total"], job["done"]) == ("done", 3, 3)
    from datetime import date

    source = [Article("a", RUSSIAN, "", date(2024, 5, 31))]
    target = [Article("1", UNRELATED), Article("https://site.example/story", ENGLISH, "https://site.example/story")]
    found = matched(source, target, least=0)
    result = f"/v1/jobs/{job['id']}/result"
    assert found.pairs
    assert ask(result).data.decode() == pairs_text(found, "pairs.jsonl")
    assert ask(f"{result}?format=csv").data.decode() == pairs_text(found, "pairs.csv")
    assert ask(f"{result}?part=alone").data.decode() == alone_text(found, "alone.jsonl")


def _model():
    from translate.matching.probability import matching_model

    return _MODELS.setdefault("model", matching_model("use3-0.2"))


_MODELS: dict[str, object] = {}


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("batch", {"pairs": []}, "invalid"),
        ("batch", {"pairs": [{"source": "/etc/passwd"}]}, "invalid"),
        ("batch", {"pairs": [{"source": {"file": "/etc/passwd"}, "target": "a"}]}, "invalid"),
        ("batch", {"pairs": [{"source": {"url": "http://localhost/"}, "target": "a"}]}, "address"),
        ("batch", {"pairs": PAIRS, "options": {"engine": "libretranslate"}}, "option"),
        ("batch", {"pairs": PAIRS, "formats": ["exe"]}, "invalid"),
        ("match", {"source": [{"text": "a", "url": "/etc/passwd"}], "target": [{"text": "b"}]}, "invalid"),
        ("match", {"source": [{"text": "a"}], "target": [{"text": "b"}], "least": 2}, "invalid"),
    ],
)
def test_what_is_no_job_is_told_at_once(ask, path, body, code):
    assert ask(f"/v1/jobs/{path}", body).code == code


@pytest.mark.parametrize("id", ["a", "0" * 32, "..%2f..%2fetc%2fpasswd", "%00"])
def test_there_is_no_job_of_another_name(ask, id):
    assert ask(f"/v1/jobs/{id}").status in (404, 422)
    assert ask(f"/v1/jobs/{id}", method="DELETE").status in (404, 422)


def test_a_job_is_for_the_key_that_began_it(tmp_path):
    made = [new_key(name) for name in ("a", "b")]
    keys = Keys(tuple(line.split()[1] for _, line in made))
    with served(tmp_path, keys) as (stranger, _):
        one, other = (Client(stranger.address, key) for key, _ in made)
        job = one.ended(one("/v1/jobs/batch", {"pairs": PAIRS[:1]}).json["id"])
        assert [each["id"] for each in one("/v1/jobs").json["jobs"]] == [job["id"]]
        assert other("/v1/jobs").json["jobs"] == []
        for path in ("", "/result", "/result/1"):
            assert one(f"/v1/jobs/{job['id']}{path}").status == 200
            assert other(f"/v1/jobs/{job['id']}{path}").code == "not_found"
            assert stranger(f"/v1/jobs/{job['id']}{path}").code == "unauthorized"
        assert other(f"/v1/jobs/{job['id']}", method="DELETE").code == "not_found"
        assert one(f"/v1/jobs/{job['id']}", method="DELETE").status == 204
        assert one(f"/v1/jobs/{job['id']}").code == "not_found"
        assert not (tmp_path / job["id"]).exists()


@pytest.fixture
def held(tmp_path, monkeypatch):
    """A service whose pairs take for ever, and the jobs that it may keep waiting: one."""

    def never(source, target, options=None, *, progress=None):
        while True:
            time.sleep(0.01)
            progress("reading", 0, 1)

    monkeypatch.setattr("translate.batch.task.compare", never)
    with served(tmp_path, jobs=1) as (ask, service):
        yield ask, service


def running(ask, id):
    while ask(f"/v1/jobs/{id}").json["state"] != "running":
        time.sleep(0.01)
    return id


def test_a_job_under_way_is_cancelled_and_the_next_one_begun(held, monkeypatch):
    ask, service = held
    first = running(ask, ask("/v1/jobs/batch", {"pairs": PAIRS}).json["id"])
    second = ask("/v1/jobs/batch", {"pairs": PAIRS}).json["id"]
    assert ask(f"/v1/jobs/{second}").json["state"] == "waiting"
    full = ask("/v1/jobs/batch", {"pairs": PAIRS})
    assert (full.status, full.code, full.headers["Retry-After"]) == (503, "jobs_full", "5")
    assert ask(f"/v1/jobs/{first}/result").code == "not_done"
    assert ask(f"/v1/jobs/{first}", method="DELETE").status == 204
    running(ask, second)
    assert ask(f"/v1/jobs/{first}").code == "not_found"
    assert not (service.jobs.folder / first).exists()


def test_there_is_room_for_so_much(tmp_path):
    with served(tmp_path, kept=100) as (ask, _):
        assert ask("/v1/jobs/batch", {"pairs": PAIRS}).code == "no_room"


def test_a_job_that_fails_says_so_without_details(tmp_path, monkeypatch):
    def broken(*given, **named):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("translate.service.running.run", broken)
    with served(tmp_path) as (ask, _):
        job = ask.ended(ask("/v1/jobs/batch", {"pairs": PAIRS}).json["id"])
        assert (job["state"], job["error"]["code"]) == ("failed", "internal")
        assert "secret" not in json.dumps(job)
        assert ask(f"/v1/jobs/{job['id']}/result").code == "no_result"


def test_a_pair_that_fails_says_so_without_details(tmp_path, monkeypatch):
    def broken(*given, **named):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("translate.batch.task.compare", broken)
    with served(tmp_path) as (ask, _):
        job = ask.ended(ask("/v1/jobs/batch", {"pairs": PAIRS}).json["id"])
        assert (job["state"], job["errors"]) == ("done", 3)
        told = ask(f"/v1/jobs/{job['id']}/result").data
        assert (told.count(b"\n"), told.count(b"Something went wrong")) == (3, 3)
        assert b"secret" not in told
        assert b"secret" not in ask(f"/v1/jobs/{job['id']}/result?format=csv").data
