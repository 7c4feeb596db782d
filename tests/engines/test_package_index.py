"""Installing from an index, which a small server on this machine plays."""

import errno
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from argos_mirror import PAGE, Mirror, argos_mirror, real_layout
from filelock import FileLock
from local_server import served

from translate.engines import package_index
from translate.engines.argos import translate_sentences
from translate.engines.demonstration import demonstration_file
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
    with served(partial(_Quiet, directory=str(folder))) as address:
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


@pytest.mark.parametrize("kind", ["text/html", "application/octet-stream"])
def test_a_page_in_place_of_a_package_is_passed_over_for_the_next_address(
    site: Path, tiny_package: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """A page on which a browser is checked comes with status 200, and servers call packages what they like."""
    (site / "absent").write_bytes(PAGE)
    tiny_package(site, version="1.10").rename(site / "new.argosmodel")
    monkeypatch.setattr(_Quiet, "extensions_map", {".argosmodel": kind})
    assert install_pair("ru", "en").version == "1.10"


def test_a_package_for_other_languages_is_not_installed(site: Path, tiny_package: Callable[..., Path]) -> None:
    tiny_package(site, version="1.10", pair=("en", "ru")).rename(site / "new.argosmodel")
    with pytest.raises(EngineError, match="is a package for en to ru, not for ru to en"):
        install_pair("ru", "en")
    assert installed_packages() == []
    assert beside() == ["packages"]


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


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    """A mirror of Argos's own index."""
    with argos_mirror() as served:
        monkeypatch.setattr(package_index, "_index_address", lambda: f"{served.address}/index.json")
        yield served


def demonstration(pair: tuple[str, str], top: str, extra: dict[str, bytes], folder: Path) -> bytes:
    file = demonstration_file(*pair)
    assert file is not None
    return real_layout(file, "1.9", top, extra, folder)


def test_the_real_index_is_read_without_its_odd_entries(mirror: Mirror) -> None:
    offered = {(package.from_code, package.to_code): package for package in available_packages()}
    assert len(offered) == 14
    assert {package.version for package in offered.values()} == {"1.9"}
    assert ("auto", "chunk") not in offered
    # An address of another net than the web is none.
    assert offered["ru", "en"].links == (f"{mirror.host}/v1/translate-ru_en-1_9.argosmodel",)


@pytest.mark.parametrize("kind", ["application/octet-stream", "application/zip", "text/html; charset=UTF-8"])
@pytest.mark.parametrize(
    ("top", "extra"),
    [
        ("translate-en_ru-1_9", {"stanza/resources.json": b"{}", "stanza/en/tokenize/combined.pt": b"not read"}),
        ("en_ru", {"minisbd/en.onnx": b"not read"}),  # the folder in a package of version 1.0
    ],
)
def test_a_package_of_the_real_layout_comes_by_redirects_and_works(
    mirror: Mirror, tmp_path: Path, kind: str, top: str, extra: dict[str, bytes]
) -> None:
    name = "translate-en_ru-1_9.argosmodel"
    mirror.files[name] = demonstration(("en", "ru"), top, extra, tmp_path)
    mirror.kinds[name] = kind
    steps: list[tuple[int, int]] = []
    package = install_pair("en", "ru", lambda *step: steps.append(step))
    assert [path.rpartition("/")[0] for path in mirror.asked] == ["/argospm-index/main", "/v1", "/argospm/v1", "/store"]
    assert steps[-1] == (len(mirror.files[name]),) * 2
    assert package.path.name == "translate-en_ru-1_9"
    assert set(extra) < {path.relative_to(package.path).as_posix() for path in package.path.rglob("*")}
    assert translate_sentences(["Revenue was up 11.3 percent at 94.2 billion roubles."], package) == [
        "Выручка увеличилась на 11,3 %, до 94,2 млрд рублей."
    ]


def test_a_vocabulary_in_lines_is_read_as_well(mirror: Mirror, tmp_path: Path) -> None:
    """As packages have it that were made before CTranslate2 4."""
    with zipfile.ZipFile(io.BytesIO(demonstration(("ru", "en"), "ru_en", {}, tmp_path))) as archive:
        tokens = json.loads(archive.read("ru_en/model/shared_vocabulary.json"))
        old = io.BytesIO()
        with zipfile.ZipFile(old, "w") as written:
            for name in archive.namelist():
                if not name.endswith("vocabulary.json"):
                    written.writestr(name, archive.read(name))
            written.writestr("ru_en/model/shared_vocabulary.txt", "".join(f"{token}\n" for token in tokens))
    mirror.files["translate-ru_en-1_9.argosmodel"] = old.getvalue()
    sentence = "Выручка увеличилась на 11,3 %, до 94,2 млрд рублей."
    assert translate_sentences([sentence], install_pair("ru", "en")) == [
        "Revenue was up 11.3 percent at 94.2 billion roubles."
    ]


def test_a_service_that_gives_a_page_is_named_as_such(mirror: Mirror, tmp_path: Path) -> None:
    mirror.files["translate-ru_en-1_9.argosmodel"] = demonstration(("ru", "en"), "ru_en", {}, tmp_path)
    mirror.displeased = True
    with pytest.raises(EngineError, match=r"something else \(text/html\) than the file.*install FILE\.argosmodel"):
        install_pair("ru", "en")
    assert beside() == []


def test_a_package_that_the_index_names_and_nobody_has(mirror: Mirror) -> None:
    with pytest.raises(EngineError, match="the server answers 404"):
        install_pair("ru", "en")
