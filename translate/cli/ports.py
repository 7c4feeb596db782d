"""Ports of this machine, where the page is served."""

import socket

HOST = "localhost"
LOOKED_AT = range(8501, 8600)  # by Streamlit, for one that is free


def refusal(port: int) -> str:
    """Why the page cannot be served there, in a few words; "" where it can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a page that was just stopped is no hindrance
        try:
            probe.bind((HOST, port))
        except OSError as error:
            return (error.strerror or str(error)).lower()
    return ""
