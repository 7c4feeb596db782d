"""Installing from an index, which a small server on this machine plays."""

import errno
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from translate.engines import package_index
from translate.engines.package_index import available_packages, install_pair
from translate.engines.packages import find_package, installed_packages, packages_folder
from translate.errors import EngineError

OFFER = {"from_code": "ru", "to_code": "en", "package_version": "1.0", "links": ["http://127.0.0.1:9/a"]}


class _Quiet(SimpleHTTPRequestHandler):
    """Names a version of every file, and dies after `stops_after` bytes of a package."""

    stops_after: int | None = None

    def end_headers(self) -> None:
        self.send_header("ETag", '"1"')
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        outputfile.write(source.read(self.stops_after if self.path.endswith(".argosmodel") else -1))

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


def beside() -> list[str]:
    """What lies beside the package folder, but for locks."""
    return sorted(path.name for path in packages_folder().parent.glob("*") if not path.name.endswith(".lock"))


def test_a_server_that_dies_leaves_what_the_next_try_takes_up(
    site: Path, tiny_package: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_package(site, version="1.10").rename(site / "new.argosmodel")
    monkeypatch.setattr(_Quiet, "stops_after", 10_000)
    with pytest.raises(EngineError, match=r"broke after 10,000 of .*the next try goes on.*install FILE\.argosmodel"):
        install_pair("ru", "en")
    assert installed_packages() == []
    assert beside() == ["translate-ru_en.argosmodel.part", "translate-ru_en.argosmodel.part.version"]
    monkeypatch.setattr(_Quiet, "stops_after", -1)  # this server knows no ranges, and so gives the whole again
    assert install_pair("ru", "en").version == "1.10"
    assert beside() == ["packages"]


def test_a_full_disk_is_told_as_one(site: Path, tiny_package: Callable[..., Path]) -> None:
    """No advice about the connection, and the room is given back."""

    def full(received: int, expected: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")  # as `write` does, whose turn is just before

    tiny_package(site, version="1.10").rename(site / "new.argosmodel")
    with pytest.raises(EngineError, match="the disk is full") as caught:
        install_pair("ru", "en", full)
    assert "connection" not in str(caught.value)
    assert "ARGOS_PACKAGES_DIR chooses another folder" in str(caught.value)
    assert beside() == []


def test_two_downloads_of_one_package_do_not_mix(site: Path) -> None:
    packages_folder().parent.mkdir(parents=True)
    with (
        FileLock(packages_folder().parent / ".translate-ru_en.argosmodel.part.lock"),
        pytest.raises(EngineError, match="another download of it is under way"),
    ):
        install_pair("ru", "en")


@pytest.mark.parametrize(
    "index",
    ["", "<html>", "[" * 100_000, "{}", "[]", '[{"from_code": "ru"}]']
    + [json.dumps([OFFER | change]) for change in ({"package_version": "9" * 5000}, {"from_code": "../x"})],
)
def test_what_is_no_index_is_told(site: Path, index: str) -> None:
    (site / "index.json").write_text(index)
    with pytest.raises(EngineError, match=r"index .*packages install FILE\.argosmodel"):
        available_packages()


def test_a_folder_that_argostranslate_cannot_make_is_named(tmp_path: Path) -> None:
    """Not as a lost connection, which is not what happened."""
    (tmp_path / "file").write_text("no folder")
    code = "from translate.engines.package_index import available_packages; available_packages()"
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "file")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert "EngineError: Cannot make the folder" in done.stderr
    assert "connection" not in done.stderr.splitlines()[-1]


def test_an_unknown_pair_names_those_there_are(site: Path) -> None:
    with pytest.raises(EngineError, match="It has: ru to en"):
        install_pair("de", "en")


def test_without_a_connection_the_way_by_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_index, "_index_address", lambda: "http://127.0.0.1:9/index.json")
    with pytest.raises(EngineError, match=r"packages install FILE\.argosmodel"):
        install_pair("ru", "en")
