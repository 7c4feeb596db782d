"""What visitors may do: on their own machine everything, on a page that others reach what its operator allows."""

import re
import secrets
from collections.abc import Mapping

import streamlit as st
from streamlit import config

from translate.settings.environment import (
    ALLOW_PRIVATE,
    MANAGE_PACKAGES,
    PAGE_SERVERS,
    PAGE_URLS,
    SHARED,
    STORE_REVIEWS,
    is_on,
    told,
)
from translate.web.guard import is_this_machine

FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")  # what proxies add
COOKIE = "parallax_visitor"
TOKEN_BYTES = 24  # nobody guesses it
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
_VISITOR = "visitor"  # key of this visit's secret
ANY = "any"
NONE = "none"


def is_shared() -> bool:
    """Whether others than whoever started the page reach it.

    Raises:
        OptionError: PARALLAX_SHARED is neither 0 nor 1.
    """
    if told(SHARED):
        return is_on(SHARED)
    address = str(config.get_option("server.address") or "")
    return not is_this_machine(address) or _comes_from_afar(dict(st.context.headers))


def visitor() -> str:
    """Whose stories are shown: "" for whoever runs the page on the own machine, else a secret that a cookie holds.

    The cookie is set by `translate.ui.visitor_cookie` once there is something to keep; before, a new visitor is met at
    every visit.

    Raises:
        OptionError: PARALLAX_SHARED is neither 0 nor 1.
    """
    if not is_shared():
        return ""
    if _VISITOR not in st.session_state:
        told = str(st.context.cookies.get(COOKIE, ""))
        st.session_state[_VISITOR] = told if _TOKEN.fullmatch(told) else secrets.token_urlsafe(TOKEN_BYTES)
    token: str = st.session_state[_VISITOR]
    return token


def may_manage() -> bool:
    """Whether visitors may install and remove models, which are there for every visitor.

    Raises:
        OptionError: PARALLAX_MANAGE_PACKAGES or PARALLAX_SHARED is neither 0 nor 1.
    """
    return is_on(MANAGE_PACKAGES) if told(MANAGE_PACKAGES) else not is_shared()


def may_review_store() -> bool:
    """Whether what visitors decide about the stories of the store is kept there, for every visitor to see.

    Raises:
        OptionError: PARALLAX_STORE_REVIEWS or PARALLAX_SHARED is neither 0 nor 1.
    """
    return is_on(STORE_REVIEWS) if told(STORE_REVIEWS) else not is_shared()


def pages_by_address() -> bool:
    """Whether visitors may give the addresses of pages on the web.

    Raises:
        OptionError: PARALLAX_PAGE_URLS is neither 0 nor 1.
    """
    return is_on(PAGE_URLS)


def private_addresses() -> bool:
    """Whether the pages that visitors name may stand in private networks; see `private_servers`.

    Raises:
        OptionError: PARALLAX_ALLOW_PRIVATE is neither 0 nor 1.
    """
    return is_on(ALLOW_PRIVATE)


def private_servers() -> bool:
    """Whether the translation servers that visitors name may stand on this machine and in private networks.

    They may for whoever runs the page on the own machine, where such a server usually stands.

    Raises:
        OptionError: PARALLAX_SHARED or PARALLAX_ALLOW_PRIVATE is neither 0 nor 1.
    """
    return private_addresses() or not is_shared()


def servers_named() -> tuple[str, ...] | None:
    """Translation servers among which visitors choose, none if they may use none; None where they name their own."""
    said = told(PAGE_SERVERS)
    if said == ANY:
        return None
    return () if said == NONE else tuple(dict.fromkeys(said.split()))


def _comes_from_afar(headers: Mapping[str, str]) -> bool:
    """Whether a request was sent to another name than this machine's own, or passed on."""
    small = {name.lower(): value for name, value in headers.items()}
    host = small.get("host", "")
    return any(name.lower() in small for name in FORWARDED) or bool(host and not is_this_machine(host))
