"""The server of the page: what is settled before it listens."""

import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit import App, config, net_util

THIS_MACHINE = "127.0.0.1"


def without_look_ups() -> None:
    """Keep Streamlit from asking the outside world for the addresses of this machine.

    It does so when a page of another site opens a connection, to compare that site's name with them: by a socket that
    is led to a public server, and by a question to a web service. Both answers are remembered; the one that is
    remembered here stands among the allowed names anyway. Who serves the page under a name says so by
    `browser.serverAddress` or `server.corsAllowedOrigins`.
    """
    net_util._internal_ip = net_util._external_ip = THIS_MACHINE


@asynccontextmanager
async def opening_the_browser(app: App) -> AsyncIterator[None]:
    """Open the page in the browser once the server runs, unless `server.headless` says not to."""
    if not config.get_option("server.headless"):
        webbrowser.open(f"http://{config.get_option('browser.serverAddress')}:{config.get_option('server.port')}")
    yield
