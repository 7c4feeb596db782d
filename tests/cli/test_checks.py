"""What doctor checks: whether each thing works is seen, and told with what to do where it does not."""

import shutil
import socket
from collections import namedtuple
from types import SimpleNamespace

import pytest

from translate.cli import checks as room
from translate.cli.checks import available_memory, checks
from translate.cli.trials import Outcome
from translate.engines import cache, engine_table
from translate.engines.engine import EngineInfo
from translate.errors import EngineError

Usage = namedtuple("Usage", "total used free")


@pytest.fixture(autouse=True)
def trials(monkeypatch):
    """What was tried in processes of their own, and how it ends."""
    made = SimpleNamespace(tried=[], ends=Outcome("it works", "", 1.0))
    monkeypatch.setattr(room, "tried", lambda *trial: made.tried.append(trial) or made.ends)
    return made


@pytest.fixture
def engines(monkeypatch):
    listed = []
    monkeypatch.setattr(engine_table, "all_engines", lambda: listed)
    return listed


def engine(model, **about):
    def found(source, target, options):
        if isinstance(model, Exception):
            raise model
        return model if source == "ru" else None

    info = EngineInfo(name="tiny", title="Tiny", languages="both", licence="none", install="get {source} {target}")
    return SimpleNamespace(info=SimpleNamespace(**{**_all_of(info), **about}), model=found)


def _all_of(info):
    names = ("name", "offline", "automatic", "how_to_get")
    return {name: getattr(info, name) for name in names}


def check(name, **how):
    (found,) = (each for each in checks(**how) if each.name == name)
    return found


def test_all_is_tried_and_the_quick_part_alone_where_that_is_asked(trials, engines):
    engines.append(engine("a model", automatic=True))
    whole = [each.name for each in checks()]
    assert whole == ["comparison", "cache", "translation tiny ru-en", "port", *["disk"] * whole.count("disk"), "memory"]
    assert trials.tried == [("compare",), ("translate", "tiny", "ru", "en")]
    trials.tried.clear()
    assert {each.name for each in checks(quick=True)} == {"cache", "port", "disk", "memory"}
    assert trials.tried == []


def test_a_comparison_that_fails_is_a_problem(trials):
    trials.ends = Outcome("", "its process crashed (signal 4)", 1.0)
    found = check("comparison")
    assert found.state == "problem"
    assert "signal 4" in found.found
    assert "pip install" in found.advice


def test_the_cache_is_written_and_read():
    assert check("cache", quick=True).state == "ok"


def test_a_cache_that_cannot_be_written_is_told_with_the_reason(monkeypatch, tmp_path, caplog):
    (tmp_path / "parallax" / "cache.sqlite").mkdir(parents=True)
    monkeypatch.setattr(cache, "user_cache_path", lambda name: tmp_path / name)
    found = check("cache", quick=True)
    assert found.state == "problem"
    assert "cannot be used" in found.found
    assert str(tmp_path) in found.advice
    assert caplog.text == ""  # once is enough


@pytest.mark.parametrize(("value", "state"), [("0", "note"), ("many", "problem")])
def test_what_is_said_of_the_cache_counts(monkeypatch, value, state):
    monkeypatch.setenv("PARALLAX_CACHE_MB", value)
    found = check("cache", quick=True)
    assert (found.state, "PARALLAX_CACHE_MB" in found.found) == (state, True)


def test_a_model_that_translates_nothing_is_to_be_installed_anew(trials, engines):
    engines.append(engine("a model"))
    trials.ends = Outcome("", "it translates a sentence by nothing", 1.0)
    found = check("translation tiny ru-en")
    assert (found.state, found.found) == ("problem", "it translates a sentence by nothing")
    assert found.advice == "Remove it and install it anew: get ru en"


def test_a_damaged_model_and_a_broken_package_are_problems(trials, engines):
    engines += [engine(EngineError("the model is damaged")), EngineError("the package is broken")]
    trouble = [each.found for each in checks() if each.state == "problem"]
    assert trouble == ["the model is damaged", "the model is damaged", "the package is broken"]
    assert trials.tried == [("compare",)]


def test_an_engine_that_sends_texts_away_is_asked_for_nothing(trials, engines):
    engines.append(engine("a model", offline=False))
    assert [each.name for each in checks() if each.name.startswith("translation")] == []


def test_the_port_asked_for_has_to_be_free():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        taken = check("port", quick=True, port=port)
    assert taken.state == "problem"
    assert "already in use" in taken.found
    assert check("port", quick=True, port=port).state == "ok"


@pytest.mark.parametrize(
    ("taken", "state", "told"),
    [(0, "ok", "8501 is free"), (2, "note", "another page will be at 8503"), (99, "problem", "none of 8501 to 8599")],
)
def test_a_port_that_is_taken_matters_where_no_other_is_free(monkeypatch, taken, state, told):
    monkeypatch.setattr(room, "refusal", lambda port: "in use" if port < 8501 + taken else "")
    found = check("port", quick=True)
    assert (found.state, told in found.found) == (state, True)


def test_a_full_disk_is_told(monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**10, 10**10, 5_000_000))
    disks = [each for each in checks(quick=True) if each.name == "disk"]
    assert {each.state for each in disks} == {"problem"}
    assert "5 MB free" in disks[0].found


@pytest.mark.parametrize(("free", "state"), [(100.0, "problem"), (700.0, "note"), (4000.0, "ok"), (None, "note")])
def test_memory_is_told(monkeypatch, free, state):
    monkeypatch.setattr(room, "available_memory", lambda: free)
    assert check("memory", quick=True).state == state


def test_a_container_has_no_more_memory_than_it_was_given(monkeypatch, tmp_path):
    monkeypatch.setattr(room, "GROUP", tmp_path)
    monkeypatch.setattr(room, "MEMORY", tmp_path / "meminfo")
    assert available_memory() is None
    (tmp_path / "meminfo").write_text("MemFree: 1 kB\nMemAvailable:    2000000 kB\n", encoding="ascii")
    assert available_memory() == 2048.0
    (tmp_path / "memory.current").write_text("100000000\n", encoding="ascii")
    (tmp_path / "memory.max").write_text("max\n", encoding="ascii")
    assert available_memory() == 2048.0
    (tmp_path / "memory.max").write_text("600000000\n", encoding="ascii")
    assert available_memory() == 500.0
