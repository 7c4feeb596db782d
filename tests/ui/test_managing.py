"""Who may install and remove models on the page."""

import pytest
import streamlit as st
from streamlit import config

from translate.errors import OptionError
from translate.ui import managing
from translate.ui.managing import may_manage


class Context:
    """What Streamlit tells of a visitor."""

    def __init__(self, **headers):
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture
def visited(monkeypatch):
    """Makes a page that listens on an address and is visited with some headers."""
    monkeypatch.delenv(managing.VARIABLE)

    def visit(address, **headers):
        monkeypatch.setattr(config, "get_option", lambda name: address if name == "server.address" else None)
        monkeypatch.setattr(managing.st, "get_option", lambda name: address if name == "server.address" else None)
        monkeypatch.setattr(st, "context", Context(**headers))

    return visit


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "127.0.0.9", "::1"])
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST"])
def test_who_sits_at_the_machine_may(visited, address, host):
    visited(address, Host=host)
    assert may_manage()


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (None, {"Host": "localhost:8501"}),  # listens on every interface
        ("0.0.0.0", {"Host": "localhost:8501"}),
        ("::", {"Host": "localhost:8501"}),
        ("192.168.1.7", {"Host": "localhost:8501"}),
        ("localhost", {"Host": "news.example.org"}),  # a proxy that passes the name on, or a name that leads here
        ("localhost", {"Host": "localhost.example.org"}),
        ("localhost", {"Host": "2130706433"}),
        ("localhost", {"Host": "localhost:8501", "X_Forwarded_For": "192.0.2.1"}),
        ("localhost", {"Host": "localhost:8501", "forwarded": "for=192.0.2.1"}),
        ("localhost", {"Host": "localhost:8501", "X_Real_IP": "192.0.2.1"}),
        ("localhost", {}),
    ],
)
def test_others_may_not(visited, address, headers):
    visited(address, **headers)
    assert not may_manage()


def test_the_operator_says_otherwise(visited, monkeypatch):
    visited("0.0.0.0", Host="news.example.org")
    monkeypatch.setenv(managing.VARIABLE, "1")
    assert may_manage()
    visited("localhost", Host="localhost")
    monkeypatch.setenv(managing.VARIABLE, "0")
    assert not may_manage()


def test_another_value_is_told(monkeypatch):
    monkeypatch.setenv(managing.VARIABLE, "yes")
    with pytest.raises(OptionError, match="PARALLAX_MANAGE_PACKAGES is 'yes'"):
        may_manage()


def test_a_stranger_finds_nothing_that_installs_or_removes(page, monkeypatch):
    monkeypatch.setenv(managing.VARIABLE, "0")
    page.button_group(key="mode").set_value("own").run()
    assert not page.exception
    keys = [button.key or "" for button in page.button]
    assert [key for key in keys if key.startswith(("download-package", "download-firefox", "remove", "offer"))] == []
    assert {uploader.key for uploader in page.file_uploader} & {"package", "firefox-files"} == set()
    assert any("installed by whoever runs this page" in caption.value for caption in page.caption)
