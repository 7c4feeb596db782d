"""Ports of this machine, where the page is served."""

import socket

HOST = "localhost"
LOOKED_AT = range(8501, 8600)  # by Streamlit, for one that is free


def refusal(port: int, address: str = HOST) -> str:
    """Why the page cannot be served there, in a few words; "" where it can."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a page that was just stopped is no hindrance
        try:
            probe.bind((address, port))
        except OSError as error:
            return (error.strerror or str(error)).lower()
    return ""
