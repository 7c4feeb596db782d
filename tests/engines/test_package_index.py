"""Installing from an index, which a small server on this machine plays."""

import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from translate.engines import package_index
from translate.engines.package_index import available_packages, install_pair
from translate.engines.packages import find_package, packages_folder
from translate.errors import EngineError


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder served on this machine; its index offers two versions of one pair."""
    folder = tmp_path / "site"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setattr(package_index, "_index_address", lambda: f"{address}/index.json")
    entries = [
        {
            "from_code": "ru",
            "to_code": "en",
            "package_version": version,
            "links": [f"{address}/absent", f"{address}/{name}"],
        }
        for version, name in (("1.9", "old.argosmodel"), ("1.10", "new.argosmodel"))
    ]
    (folder / "index.json").write_text(json.dumps([*entries, {"nonsense": True}, "text"]))
    yield folder
    server.shutdown()


def test_newest_version_of_each_pair_is_offered(site: Path) -> None:
    assert [(p.from_code, p.to_code, p.version) for p in available_packages()] == [("ru", "en", "1.10")]


def test_a_pair_is_downloaded_and_installed(site: Path, tiny_package: Callable[..., Path]) -> None:
    """The first address of the list does not answer; the second does."""
    tiny_package(site, version="1.10").rename(site / "new.argosmodel")
    steps: list[tuple[int, int]] = []
    package = install_pair("ru", "en", lambda *step: steps.append(step))
    assert find_package("ru", "en") == package
    assert steps[-1][0] == steps[-1][1] == (site / "new.argosmodel").stat().st_size


def test_a_damaged_download_installs_nothing(site: Path) -> None:
    (site / "new.argosmodel").write_bytes(b"PK no zip at all")
    with pytest.raises(EngineError, match="damaged"):
        install_pair("ru", "en")
    assert not list(packages_folder().glob("*"))


def test_an_unknown_pair_names_those_there_are(site: Path) -> None:
    with pytest.raises(EngineError, match="It has: ru to en"):
        install_pair("de", "en")


def test_without_a_connection_the_way_by_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_index, "_index_address", lambda: "http://127.0.0.1:9/index.json")
    with pytest.raises(EngineError, match=r"packages install FILE\.argosmodel"):
        install_pair("ru", "en")
