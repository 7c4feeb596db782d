"""The server that plays the web, and no proxy on the way to it."""

from collections.abc import Iterator

import pytest
from awkward_site import Site, awkward_site


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name.upper()}_PROXY", raising=False)


@pytest.fixture
def site() -> Iterator[Site]:
    with awkward_site() as running:
        yield running
