"""Who may install and remove models on the page: they are there for every visitor."""

import os
from ipaddress import ip_address

import streamlit as st

from translate.errors import OptionError
from translate.wording.phrase import Phrase

VARIABLE = "PARALLAX_MANAGE_PACKAGES"
LOCALHOST = "localhost"
# What proxies add: behind one, a page that listens on this machine alone is shown to others.
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


def may_manage() -> bool:
    """Whether this visitor may change what is installed.

    PARALLAX_MANAGE_PACKAGES says so with 1 or 0; without it, those may who sit at this machine: the page listens on its
    own address alone, was asked for by such an address, and no proxy stands between.

    Raises:
        OptionError: The variable is neither 0 nor 1.
    """
    said = os.environ.get(VARIABLE, "").strip()
    if said not in ("", "0", "1"):
        raise OptionError(
            Phrase(
                "{variable} is {value}. Give 1 to let every visitor of the page install and remove models, 0 to let "
                "nobody.",
                variable=VARIABLE,
                value=repr(said[:20]),
            )
        )
    if said:
        return said == "1"
    headers = {name.lower(): value for name, value in st.context.headers.items()}
    return (
        _of_this_machine(st.get_option("server.address") or "")
        and _of_this_machine(_host(headers.get("host", "")))
        and not any(name in headers for name in FORWARDED)
    )


def _host(header: str) -> str:
    """The name or address in a Host header: without its port, and without the brackets of IPv6."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]


def _of_this_machine(address: str) -> bool:
    if address.lower() == LOCALHOST:
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:  # another name, which may lead anywhere
        return False
