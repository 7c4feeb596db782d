"""`serve`: what it refuses before it listens, and the keys that it makes."""

import socket

import pytest

from translate.cli.commands import serving
from translate.cli.main import main
from translate.service.keys import Keys

pytest.importorskip("fastapi")


@pytest.fixture
def served(monkeypatch):
    """What would be served."""
    pytest.importorskip("uvicorn")
    pytest.importorskip("prometheus_client")
    asked = []
    monkeypatch.setattr("translate.service.server.serve", lambda *given: asked.append(given))
    monkeypatch.setattr("translate.cli.ports.refusal", lambda port, address: "")
    return asked


def test_it_is_for_this_machine_unless_told_otherwise(served, tmp_path):
    assert main(["serve", "--port", "8700", "--jobs", str(tmp_path)]) == 0
    ((bounds, keys, folder, address, port),) = served
    assert (keys, folder, address, port) == (Keys(), tmp_path, "127.0.0.1", 8700)
    assert not bounds.urls


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.2", "parallax.example"])
def test_others_need_keys(served, capsys, monkeypatch, address):
    assert main(["serve", "--address", address]) == 2
    assert "Name keys in PARALLAX_API_KEYS" in capsys.readouterr().err
    assert served == []
    monkeypatch.setenv("PARALLAX_API_KEYS", "k" * 32)
    assert main(["serve", "--address", address]) == 0
    assert len(served) == 1


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "127.1.2.3", "::1"])
def test_this_machine_needs_none(served, address):
    assert main(["serve", "--address", address]) == 0


def test_a_port_that_is_taken_is_told(capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert main(["serve", "--port", str(other.getsockname()[1])]) == 2
    assert "cannot listen on port" in capsys.readouterr().err


def test_what_is_not_installed_is_named(capsys, monkeypatch):
    monkeypatch.setattr(serving, "has_libraries", lambda library: library != "prometheus_client")
    assert main(["serve"]) == 2
    assert "The service needs prometheus_client" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "value"), [("PARALLAX_SERVE_RATE", "many"), ("PARALLAX_SERVE_URLS", "yes")])
def test_a_variable_that_says_what_it_cannot_is_told(served, capsys, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert main(["serve"]) == 2
    assert name in capsys.readouterr().err


def test_a_new_key_is_printed_with_its_line(capsys, monkeypatch, tmp_path, served):
    assert main(["serve", "--new-key", "newsroom"]) == 0
    key, line = capsys.readouterr().out.split("\n")[:2]
    (tmp_path / "keys").write_text(line)
    monkeypatch.setenv("PARALLAX_API_KEYS_FILE", str(tmp_path / "keys"))
    assert main(["serve", "--address", "0.0.0.0"]) == 0
    assert served[0][1].owner(key)
    assert main(["serve", "--new-key", "two words"]) == 2
