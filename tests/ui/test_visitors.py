"""Whether a page is shared, and what its operator lets visitors do."""

import pytest
import streamlit as st
from streamlit import config

from translate.errors import OptionError
from translate.settings.environment import (
    ALLOW_PRIVATE,
    MANAGE_PACKAGES,
    PAGE_SERVERS,
    PAGE_URLS,
    SHARED,
    STORE_REVIEWS,
)
from translate.ui import visitors
from translate.ui.visitors import (
    is_shared,
    is_this_machine,
    may_manage,
    may_review_store,
    pages_by_address,
    private_servers,
    servers_named,
)


@pytest.fixture
def asked(monkeypatch):
    """Sets where the page listens, and the headers of the request."""
    for name in (SHARED, MANAGE_PACKAGES, PAGE_URLS, PAGE_SERVERS, ALLOW_PRIVATE, STORE_REVIEWS):
        monkeypatch.delenv(name, raising=False)

    def ask(address="localhost", **headers):
        monkeypatch.setattr(config, "get_option", {"server.address": address}.get)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        monkeypatch.setattr(visitors, "st", type("st", (), {"context": type("context", (), {"headers": told})}))

    ask(Host="localhost:8501")
    return ask


@pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST", "127.0.0.1:80", "127.0.0.5", "[::1]:8501", "::1"])
def test_names_of_this_machine(host):
    assert is_this_machine(host)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "192.168.0.2:80", "localhost.news.example", "news.example:8501"])
def test_other_names(host):
    assert not is_this_machine(host)


def test_a_page_for_this_machine_is_not_shared(asked):
    assert not is_shared()
    asked()
    assert not is_shared()  # a test of the page has no headers


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.0.2", "news.example"])
def test_a_page_that_listens_outside_is_shared(asked, address):
    asked(address, Host="localhost:8501")
    assert is_shared()
    assert not private_servers()


@pytest.mark.parametrize("headers", [{"Host": "news.example"}, {"x_forwarded_for": "8.8.8.8"}, {"Via": "1.1 proxy"}])
def test_a_page_behind_a_proxy_or_under_another_name_is_shared(asked, headers):
    asked(**{"Host": "localhost", **headers})
    assert is_shared()


def test_the_operator_has_the_last_word(asked, monkeypatch):
    monkeypatch.setenv(SHARED, "1")
    assert is_shared()
    asked("0.0.0.0", Host="news.example")
    monkeypatch.setenv(SHARED, "0")
    assert not is_shared()
    monkeypatch.setenv(SHARED, "perhaps")
    with pytest.raises(OptionError, match=SHARED):
        is_shared()


def test_private_servers_need_leave_on_a_shared_page(asked, monkeypatch):
    assert private_servers()
    monkeypatch.setenv(SHARED, "1")
    assert not private_servers()
    monkeypatch.setenv(ALLOW_PRIVATE, "1")
    assert private_servers()


def test_servers_and_pages_are_switched_off_or_fixed(asked, monkeypatch):
    assert (servers_named(), pages_by_address()) == (None, True)
    monkeypatch.setenv(PAGE_SERVERS, "none")
    monkeypatch.setenv(PAGE_URLS, "0")
    assert (servers_named(), pages_by_address()) == ((), False)
    monkeypatch.setenv(PAGE_SERVERS, "http://localhost:5000  https://a.example http://localhost:5000")
    assert servers_named() == ("http://localhost:5000", "https://a.example")


def test_the_page_of_a_test_has_headers_to_ask():
    assert hasattr(st.context, "headers")


def test_models_are_managed_where_the_page_is_not_shared_or_the_operator_says_so(asked, monkeypatch):
    assert may_manage()
    asked("0.0.0.0", Host="localhost:8501")
    assert not may_manage()
    asked("localhost", Host="localhost:8501", X_Real_Ip="192.0.2.1")
    assert not may_manage()
    monkeypatch.setenv(MANAGE_PACKAGES, "1")
    assert may_manage()
    asked()
    monkeypatch.setenv(MANAGE_PACKAGES, "0")
    assert not may_manage()
    monkeypatch.setenv(MANAGE_PACKAGES, "yes")
    with pytest.raises(OptionError, match=MANAGE_PACKAGES):
        may_manage()


def test_a_visitor_of_a_shared_page_is_known_by_the_cookie_and_nobody_by_another_word(monkeypatch):
    monkeypatch.setenv("PARALLAX_SHARED", "1")
    known = "k" * 32

    def told(cookie):
        context = type("context", (), {"headers": {}, "cookies": {visitors.COOKIE: cookie} if cookie else {}})
        monkeypatch.setattr(visitors, "st", type("st", (), {"context": context, "session_state": {}}))
        return [visitors.visitor(), visitors.visitor()]

    assert told(known) == [known, known]
    for stranger in ("", "short", known + "k", "k" * 31 + ";"):
        first, second = told(stranger)
        assert first == second  # as long as the visit lasts
        assert first not in (stranger, told(stranger)[0])
        assert len(first) == 32
    monkeypatch.setenv("PARALLAX_SHARED", "0")
    assert told(known) == ["", ""]


def test_on_a_shared_page_the_store_is_reviewed_where_the_operator_says_so(asked, monkeypatch):
    assert may_review_store()
    monkeypatch.setenv(STORE_REVIEWS, "0")
    assert not may_review_store()
    asked("0.0.0.0")
    monkeypatch.delenv(STORE_REVIEWS)
    assert not may_review_store()
    monkeypatch.setenv(STORE_REVIEWS, "1")
    assert may_review_store()
    monkeypatch.setenv(STORE_REVIEWS, "yes")
    with pytest.raises(OptionError, match="PARALLAX_STORE_REVIEWS is 'yes'"):
        may_review_store()
