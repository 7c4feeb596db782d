"""`page`: Streamlit is started with the page, or the user is told how to install it."""

import os
import runpy
import signal
import socket
import sys

import pytest
from server import free_port

from translate.batch import Store
from translate.cli.main import main
from translate.records.comparison_record import json_report
from translate.settings.environment import STORE
from translate.testing import drawn_comparison


@pytest.fixture
def started(monkeypatch):
    """The arguments that Streamlit was started with."""
    seen = []
    monkeypatch.setattr(sys, "argv", ["parallax", "page"])
    monkeypatch.setattr(runpy, "run_module", lambda name, **how: seen.extend([name, *sys.argv[1:]]))
    return seen


def test_it_serves_this_machine_alone(started):
    assert main(["page"]) == 0
    name, run, file, *settings = started
    assert (name, run) == ("streamlit", "run")
    assert file.endswith("app.py")
    assert settings == ["--server.address=localhost", "--server.fileWatcherType=none"]


def test_port_and_browser_are_the_users_choice(started):
    port = free_port()
    assert main(["page", "--port", str(port), "--no-browser"]) == 0
    assert started[-2:] == [f"--server.port={port}", "--server.headless=true"]


def test_the_page_is_told_of_a_store(started, tmp_path, monkeypatch):
    (tmp_path / "story.json").write_text(json_report(drawn_comparison("abc", "ac")), encoding="utf-8")
    Store(tmp_path / "stories.sqlite").add(tmp_path / "story.json")
    monkeypatch.setenv(STORE, "another.sqlite")  # is put back after the test
    monkeypatch.chdir(tmp_path)
    assert main(["page", "--store", "stories.sqlite"]) == 0
    assert os.environ[STORE] == str(tmp_path / "stories.sqlite")
    assert started


def test_a_store_that_is_none_is_refused(started, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(STORE, "another.sqlite")
    (tmp_path / "notes.txt").write_text("no store", encoding="utf-8")
    for name, told in (("gone.sqlite", "there is no such file"), ("notes.txt", "not a database")):
        assert main(["page", "--store", str(tmp_path / name)]) == 2
        assert told in capsys.readouterr().err
    assert (started, os.environ[STORE]) == ([], "another.sqlite")


def test_others_reach_it_where_the_operator_says_so(started):
    assert main(["page", "--address", "0.0.0.0", "--name", "parallax.example"]) == 0
    assert "--server.address=0.0.0.0" in started
    assert "--browser.serverAddress=parallax.example" in started
    assert "--server.address=localhost" not in started


def test_the_port_is_looked_for_at_the_address_asked_for(started, capsys):
    assert main(["page", "--address", "192.0.2.1", "--port", str(free_port())]) == 2
    assert "cannot assign requested address" in capsys.readouterr().err
    assert started == []


@pytest.mark.parametrize("option", ["--address", "--name"])
@pytest.mark.parametrize("host", ["https://parallax.example", "a b", "", "a.example:80", "-x", "a/b"])
def test_what_is_no_host_is_refused(started, capsys, option, host):
    assert main(["page", f"{option}={host}"]) == 2
    assert "is no host" in capsys.readouterr().err
    assert started == []


def test_a_port_that_is_taken_is_told(started, capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["page", "--port", str(port)]) == 2
    assert f"parallax: The page cannot be served on port {port}: address already in use" in capsys.readouterr().err
    assert started == []


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "8501.5", "٨٥٠١"])
def test_what_is_no_port_is_refused(started, capsys, port):
    assert main(["page", f"--port={port}"]) == 2
    err = capsys.readouterr().err
    assert "1 to 65535" in err
    assert port in err
    assert started == []


def test_a_port_of_thousands_of_digits_is_refused_in_one_short_line(started, capsys):
    assert main(["page", f"--port={'9' * 5000}"]) == 2
    err = capsys.readouterr().err
    assert "1 to 65535" in err
    assert len(err) < 500
    assert started == []


def test_without_streamlit_the_command_that_installs_it_is_told(started, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "streamlit", None)
    assert main(["page"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("parallax: The page needs streamlit, which is not installed. To install it: pip install ")
    assert started == []


def test_ctrl_c_stops_it_like_every_command(started, capsys, monkeypatch):
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(runpy, "run_module", lambda name, **how: signal.raise_signal(signal.SIGINT))
    assert main(["page"]) == 130
    assert capsys.readouterr().err == "parallax: stopped\n"
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("name", ["PARALLAX_SHARED", "PARALLAX_PAGE_URLS", "PARALLAX_ALLOW_PRIVATE"])
def test_a_variable_that_says_nonsense_is_told_before_it_serves(started, capsys, monkeypatch, name):
    monkeypatch.setenv(name, "perhaps")
    assert main(["page"]) == 2
    assert f"{name} is 'perhaps'. Give 0 or 1" in capsys.readouterr().err
    assert started == []
